"""What a test does when a real service is not there: skip on a desk, fail where all are promised."""

import os

import pytest


def missing(what: str) -> None:
    """Skips the test that needs `what`; fails it when REQUIRE_SERVICES=1."""
    if os.environ.get("REQUIRE_SERVICES") == "1":
        pytest.fail(f"{what} is not available, and REQUIRE_SERVICES=1 promises it.", pytrace=False)
    pytest.skip(f"{what} is not available.")
