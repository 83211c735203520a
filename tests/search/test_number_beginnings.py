"""The beginning of a number suggests the numbers that begin so."""

from datetime import date

import pytest

import search
from search import Query
from search.suggesting import Suggestion, numbers_like
from tests.builders import make_site
from tests.search.numbered import put

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]

BEGINNINGS = {
    "850/20": ["850/2026/QĐ-UBND", "850/2025/NQ-HĐND"],
    "85": ["851/2026/QĐ-UBND", "850/2026/QĐ-UBND", "850/2025/NQ-HĐND"],
    "850/": ["850/2026/QĐ-UBND", "850/2025/NQ-HĐND"],
    "850 ": ["850/2026/QĐ-UBND", "850/2025/NQ-HĐND"],
    "850-2026 q": ["850/2026/QĐ-UBND"],
    "850/2026/QĐ-": ["850/2026/QĐ-UBND"],
    "850/2026/qđ - ub": ["850/2026/QĐ-UBND"],
    "850/n": ["850/2025/NQ-HĐND"],
    "qđ 85": ["851/2026/QĐ-UBND", "850/2026/QĐ-UBND"],
    "quyết định số 850": ["850/2026/QĐ-UBND"],
    "QĐ850": ["850/2026/QĐ-UBND"],
    "1.0011": ["1.001193"],
    "1.001193": ["1.001193"],
    "10011": ["1.001193"],
    "8": [],
    "850 ki lô": [],
    "mẫu 85": [],
    "luật đất đai": [],
    "": [],
}


def test_a_beginning_suggests_numbers_newest_first():
    site = make_site()
    put("850/2025/NQ-HĐND", title="Nghị quyết", day=date(2025, 1, 1))
    put("850/2026/QĐ-UBND", title="Quyết định", day=date(2026, 1, 1))
    put("851/2026/QĐ-UBND", title="Quyết định", day=date(2026, 2, 1))
    put("1.001193", title="Đăng ký khai sinh", kind="procedure", day=None)
    given_for = {typed: [one.text for one in numbers_like(typed, site, 5)] for typed in BEGINNINGS}
    assert given_for == BEGINNINGS
    assert [one.text for one in numbers_like("850", site, 1)] == ["850/2026/QĐ-UBND"]


def test_a_suggestion_leads_to_its_page_in_two_statements(django_assert_num_queries):
    put("1.001193", title="Đăng ký khai sinh", kind="procedure")
    url = search.find(Query("1.001193")).hits[0].url
    site = make_site()
    for more in range(2):
        with django_assert_num_queries(2):
            assert Suggestion("1.001193", "Đăng ký khai sinh", url) in numbers_like("1.00", site, 5)
        put(f"1.00200{more}", title="Khác", kind="procedure")
    with django_assert_num_queries(0):
        assert numbers_like("khai sinh", site, 5) == []
