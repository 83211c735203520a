"""Quality is measured, and the coefficients of ranking learned, on a corpus of invented entries."""

import json
from dataclasses import replace

import pytest

from bench import search_quality, train_ranking
from bench.engine import answering
from bench.search_corpus import load
from search.coefficients import current, read, trying
from tests.search.test_bench import ARTICLES, DOCUMENT, PROCEDURE, question

pytestmark = pytest.mark.django_db

ROWS = {
    "law_articles": ARTICLES,
    "procedures": [PROCEDURE, PROCEDURE | {"id": "don", "ma": "1.000002", "ten": "Dọn gian hàng"}],
    "documents": [DOCUMENT],
    "alqac_articles": [
        {"id": "a1", "law": "1/2026/QH15", "title": "Phạm vi", "text": "Luật này nói về chợ."}
    ],
    "news": [{"id": "n1", "title": "Chợ hoa", "lead": "Họp sớm", "body": "Chợ hoa họp từ sáng."}],
    "questions_answers": [{"question": "Chợ mở khi nào?", "answer": "Sáng sớm."}],
}
QUESTIONS = [
    question("giữ rừng", "giu rung", "phapdien_articles.jsonl", "rung"),
    question("chợ họp theo phiên", "cho hop theo phien", "phapdien_articles.jsonl", "cho"),
    question("thuê gian hàng", "thue gian hang", "procedures.jsonl", "thue"),
    question("dọn gian hàng", "don gian hang", "procedures.jsonl", "don"),
    question("không có ở đâu", "khong co o dau", "procedures.jsonl", "thue"),
    question("gì", "gi", "another.jsonl", "x"),
]


@pytest.fixture
def files(tmp_path):
    for name, rows in {**ROWS, "queries": QUESTIONS}.items():
        lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        (tmp_path / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


@pytest.fixture
def site(files):
    corpora = [files / f"{name}.jsonl" for name in ROWS]
    return load(search_quality.entries(corpora, files / "documents.jsonl"))


@pytest.fixture
def asked(files):
    return search_quality.questions(files / "queries.jsonl", ROWS)


def test_figures_are_those_of_the_places_found(site, asked):
    found = search_quality.measure(site, asked)
    perfect = {"hit@1": 1, "hit@10": 1, "mrr": 1, "ndcg@10": 1}
    assert found["law_articles"]["typed"] == found["law_articles"]["folded"] == perfect
    assert found["procedures"]["typed"]["hit@10"] == pytest.approx(2 / 3, abs=1e-4)
    assert set(found["one_box"]) == {"law_articles", "procedures"}
    assert found["latency_ms"]["p95"] >= found["latency_ms"]["p50"] > 0


@pytest.mark.services
def test_the_search_server_is_measured_with_an_index_of_its_own(site, asked, monkeypatch, elasticsearch_url):
    monkeypatch.setenv("ELASTICSEARCH_URL", elasticsearch_url)
    with answering("elasticsearch"):
        found = search_quality.measure(site, asked)
    assert found["law_articles"]["typed"]["hit@1"] == 1


def test_places_make_the_figures_they_should():
    figures = search_quality.Figures([[2, 3], [], [1]], [2, 1, 1]).as_json()
    assert (figures["hit@1"], figures["hit@10"], figures["mrr"]) == (0.3333, 0.6667, 0.5)
    assert figures["ndcg@10"] == pytest.approx((0.6934 + 0 + 1) / 3, abs=1e-3)


def test_what_is_learned_can_be_read_and_searched_with(site, asked):
    figures, stored = train_ranking.train(site, asked)
    assert {"law_articles, typed", "procedures, folded, one box"} <= set(figures)
    with trying(read(json.loads(json.dumps(stored)))):
        assert search_quality.measure(site, asked)["law_articles"]["typed"]["hit@10"] == 1


def test_what_one_kind_adds_is_learned_while_all_else_stays(site, asked):
    before = {"": dict(current().factors[""]), "procedure": {"title_pairs": -9.0}}
    with trying(replace(current(), factors=before)):
        _figures, stored = train_ranking.train(site, asked, "procedure")
    assert stored["factors"][""] == before[""]
    assert stored["factors"]["procedure"]["title_pairs"] > before["procedure"]["title_pairs"]


def test_questions_with_an_answer_in_common_are_in_one_fold():
    make = search_quality.Question
    pairs = [frozenset({"a", "b"}), frozenset({"b", "c"}), frozenset({"c"}), frozenset({"d"})]
    found = train_ranking.folds([make(("", ""), "x", relevant) for relevant in pairs])
    assert len(set(found[:3])) == 1
