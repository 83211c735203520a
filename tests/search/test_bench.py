"""The bench measures what it says, shown on a corpus of four invented entries."""

import gzip
import json

import pytest

from bench import search as bench
from bench.search_corpus import fill
from search import terms
from search.models import Entry, EntryFacet, EntryText, Posting
from tests.search import stored

pytestmark = pytest.mark.django_db

LAW = {"loai_van_ban": "Luật", "chapter": "Chương I", "demuc": "Chợ", "so_ky_hieu": "1/2026/QH15"}
ARTICLES = [
    LAW | {"id": "cho", "title": "Điều 1. Quản lý chợ", "text": "Chợ họp theo phiên.", "ngay_hieu_luc": None},
    LAW | {"id": "rung", "title": "Điều 2. Giữ rừng", "text": "Cấm đốt rừng.", "ngay_hieu_luc": "2026-01-01"},
]
PROCEDURE = {
    "id": "thue",
    "ma": "1.000001",
    "ten": "Thuê gian hàng",
    "linh_vuc": "Chợ",
    "co_quan_ban_hanh": "Xã",
    "trinh_tu": "Nộp đơn.",
}
DOCUMENT = {
    "id": "luat-cho",
    "so_ky_hieu": "1/2026/QH15",
    "loai_van_ban": "Luật",
    "trich_yeu": "Luật chợ",
    "linh_vuc": ["Chợ"],
    "co_quan_ban_hanh": "Quốc hội",
    "ngay_ban_hanh": "2026-01-01",
}


def question(text, folded, corpus, *relevant):
    return {"query": text, "query_no_diacritics": folded, "corpus": corpus, "relevant_ids": relevant}


QUESTIONS = [
    question("giữ rừng", "giu rung", "phapdien_articles.jsonl", "rung"),
    question("quản lý chợ", "quan ly cho", "phapdien_articles.jsonl", "missing"),
    question("thuê gian hàng", "thue gian hang", "procedures.jsonl", "thue"),
    question("gì", "gi", "another.jsonl", "x"),
]


@pytest.fixture
def corpus(tmp_path):
    """A folder as the bench takes it."""
    files = {"law_articles": ARTICLES, "procedures": [PROCEDURE], "documents": [DOCUMENT]}
    for name, rows in files.items():
        with gzip.open(tmp_path / f"{name}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(row) + "\n" for row in rows)
    lines = "\n".join(json.dumps(row) for row in QUESTIONS)
    (tmp_path / "search_queries.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def written():
    counts = [model.objects.count() for model in (Entry, EntryText, EntryFacet)]
    return [*counts, len(stored.postings())]


def test_quality_is_counted_by_corpus_and_way_of_typing(corpus):
    site = fill(corpus)
    found = {row.name: row.value for row in bench.quality(site, bench.questions(corpus))}
    for way in ("as typed", "without accents"):
        assert found[f"law_articles, {way}, hit@10"] == found[f"law_articles, {way}, MRR"] == 0.5
        assert found[f"procedures, {way}, hit@10"] == 1


def test_questions_about_other_corpora_are_left_out(corpus):
    assert [asked.text for asked in bench.questions(corpus)] == ["giữ rừng", "quản lý chợ", "thuê gian hàng"]


def test_a_run_that_was_cut_off_goes_on(corpus):
    fill(corpus)
    whole = written()
    Entry.objects.get(url="/rung/").delete()
    assert written() != whole
    fill(corpus)
    assert written() == whole


def test_terms_of_another_version_are_made_anew(corpus, monkeypatch):
    fill(corpus)
    whole = written()
    monkeypatch.setattr("bench.search_corpus.VERSION", terms.VERSION + 1)
    monkeypatch.setattr("search.building.VERSION", terms.VERSION + 1)
    Posting.objects.filter(entry__in=Entry.objects.values("pk")[:1]).delete()
    fill(corpus)
    assert written() == whole
    assert set(Entry.objects.values_list("version", flat=True)) == {terms.VERSION + 1}


def test_times_come_with_their_limits(corpus):
    rows = bench.speed(fill(corpus), bench.questions(corpus) * 4)
    assert all(row.value > 0 and row.unit == "ms" for row in rows)
    assert [row.name for row in rows if row.limit] == [
        "best ten with facets, p95",
        "the same without accents, p95",
    ]
