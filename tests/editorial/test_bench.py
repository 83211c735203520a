"""The bench of the chain measures what it says, shown on a handful of pages."""

import pytest

from bench import chain

pytestmark = pytest.mark.django_db


@pytest.fixture
def figures(monkeypatch):
    """By name, of a run in the database of the tests."""
    monkeypatch.setattr(chain, "TURNS", 4)
    monkeypatch.setattr(chain, "FILES", 1)
    return {row.name: row for row in chain.measure(pages=10, units=2)}


def test_it_measures_what_the_chain_costs(figures):
    assert figures["pages pending"].value == 10
    assert figures["my work of a moderator, queries"].value > 0
    for label in ("a decision on the way", "the decision that publishes"):
        ours, plain = figures[label].value, figures[f"{label}, Wagtail's"].value
        assert figures[f"{label}, ours to Wagtail's"].value == ours / plain
    assert figures["checks of 1 files of 40 pages, p95"].value > 0
