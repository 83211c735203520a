"""The bench of the chain measures what it says, shown on a handful of pages."""

import pytest

from assets import reading
from bench import annexes, chain
from editorial.checks.subject import Subject
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def short_annexes(monkeypatch):
    for name, value in {"FILES": 2, "FILE_PAGES": 3, "TURNS": 2}.items():
        monkeypatch.setattr(annexes, name, value)


@pytest.fixture
def figures(monkeypatch, short_annexes):
    """By name, of a run in the database of the tests."""
    monkeypatch.setattr(chain, "SCREENS", 2)
    monkeypatch.setattr(chain, "DECISIONS", 1)
    return {row.name: row for row in chain.measure(pages=60, units=2)}


def test_it_measures_what_the_chain_costs(figures):
    assert figures["pages pending"].value == 61  # the world has one already
    assert figures["my work, moderator, queries"].value > 0
    assert figures["empty page of the administration, CPU p50"].value > 0
    assert {row.value for name, row in figures.items() if name.endswith("to a tenth's")} == {1}
    for label in ("a decision on the way", "the decision that publishes"):
        ours, plain = figures[label].value, figures[f"{label}, Wagtail's"].value
        assert figures[f"{label}, ours to Wagtail's"].value == ours / plain
    assert figures["checks of 2 files of 3 pages, first, p95"].value > 0


def test_no_two_pages_of_the_annexes_say_the_same(short_annexes):
    page = annexes.with_annexes(builders.make_section())
    sheets = [text for pages in reading.texts_of(Subject(page).documents).values() for text in pages]
    assert len(set(sheets)) == len(sheets) == 2 * 3
