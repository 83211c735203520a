"""The bench of numbers judges by itself, and says so when an answer is missing."""

import json

import pytest

from bench import search_numbers as bench
from search.models import Entry

pytestmark = pytest.mark.django_db

NUMBERS = {
    "12/2024/QĐ-UBND": "2024-01-05",
    "12/2026/QĐ-UBND": "2026-01-05",
    "12/2025/NQ-HĐND": "2025-01-05",
    "03/2006/QĐ-BGD&ĐT": "2006-01-05",
    "13/CP": "1995-01-05",
    "17": "2020-01-05",
}
ROWS = [
    {
        "id": number,
        "so_ky_hieu": number,
        "loai_van_ban": "Nghị quyết" if "NQ" in number else "Quyết định",
        "trich_yeu": "về chợ",
        "linh_vuc": ["Chợ"],
        "co_quan_ban_hanh": "Xã",
        "ngay_ban_hanh": day,
    }
    for number, day in NUMBERS.items()
]


@pytest.fixture
def documents(tmp_path):
    path = tmp_path / "documents.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in ROWS), encoding="utf-8")
    return path


def test_every_number_with_more_than_digits_is_asked_for_in_eight_spellings(documents):
    report = bench.report(bench.measure(bench.fill(documents, []), ROWS))
    queries = {name: figures["queries"] for name, figures in report["spellings"].items()}
    assert queries == dict.fromkeys(queries, 5) | {"named": 10, "without year": 4} and len(queries) == 8
    assert report["all"] == 1.0 and report["latency_ms"]["p50"] > 0


def test_the_judge_wants_all_parts_in_order_newest_first():
    judge = bench.Judge(ROWS)

    def answers(text, kind="Quyết định"):
        return [row["so_ky_hieu"] for row in judge.answers(text, kind)]

    assert answers("12 qd ubnd") == ["12/2026/QĐ-UBND", "12/2024/QĐ-UBND"]
    assert answers("Số 12") == ["12/2026/QĐ-UBND", "12/2025/NQ-HĐND", "12/2024/QĐ-UBND"]
    assert answers("Nghị quyết 12", "Nghị quyết") == ["12/2025/NQ-HĐND"]
    assert answers("12 UBND QĐ") == []


def test_an_answer_that_is_missing_or_late_is_a_failure(documents):
    site = bench.fill(documents, [])
    Entry.objects.filter(number="12/2026/QĐ-UBND").update(date="2001-01-01")
    tallies = bench.measure(site, ROWS)
    assert tallies["without year"].answered == 2 and tallies["as written"].share == 1.0
    Entry.objects.filter(number="13/CP").delete()
    tallies = bench.measure(site, ROWS)
    assert tallies["as written"].answered == 4 and "13/CP" in tallies["as written"].failures[0]


def test_what_another_file_brought_is_thrown_away(documents):
    bench.fill(documents, [])
    documents.write_text(json.dumps(ROWS[0]), encoding="utf-8")
    bench.fill(documents, [])
    assert [entry.number for entry in Entry.objects.all()] == ["12/2024/QĐ-UBND"]
