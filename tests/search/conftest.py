"""What several tests of the search stand on."""

import pytest

from search.learning import buffer as counting
from search.learning.buffer import Buffer


@pytest.fixture
def empty_buffer(monkeypatch):
    """No question was counted before."""
    monkeypatch.setattr(counting, "buffer", Buffer())
