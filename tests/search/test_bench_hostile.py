"""Hostile questions are counted as what they did: answered, failed, shown as markup."""

import pytest

from bench import search_hostile as bench
from bench.search_corpus import Reader, load
from tests.search.test_bench import ARTICLES, DOCUMENT, PROCEDURE

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    read = Reader([DOCUMENT])
    articles = [(row["id"], read.law_articles(row)) for row in ARTICLES]
    return load([*articles, (PROCEDURE["id"], read.procedures(PROCEDURE))])


def figures(rows):
    return {row.name: row.value for row in rows}


def test_sound_answers_are_no_faults(site, capsys):
    found = figures(bench.measure(site, range(26), every=2))
    assert found["hostile questions"] == 26 and found["slowest"] >= found["p95"] >= found["p50"] > 0
    assert found["errors"] == found["shown as markup"] == 0


def test_faults_are_told_with_the_number_of_the_question(site, capsys, monkeypatch):
    monkeypatch.setattr(bench, "SLOW_MS", 0.0)
    monkeypatch.setattr("bench.reflected.unescaped", lambda words, body, usual: ["<b>"])
    assert figures(bench.measure(site, range(2), every=2))["slower than they may be"] == 2
    assert "question 0: /tim-kiem/: '<b>'" in capsys.readouterr().err


def test_an_error_ends_no_run(site, capsys, monkeypatch):
    def answer(site, text):
        if text == bench.question(3):
            raise ValueError("broken")

    monkeypatch.setattr(bench, "answer", answer)
    assert figures(bench.measure(site, range(5), every=0))["errors"] == 1
    assert "question 3: ValueError: broken" in capsys.readouterr().err
