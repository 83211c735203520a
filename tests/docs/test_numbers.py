"""Numbers of documents in the spellings people use (domain 4.2)."""

import pytest

from docs.choices import Family
from docs.numbers import linking_key, parse

SPELLINGS = [
    "850/2026/QĐ-UBND",
    "850/2026/QĐ - UBND",
    "850/2026/qd-ubnd",
    "Số: 850/2026/QĐ-UBND",
    "850-2026 qd ubnd",
]


@pytest.mark.parametrize("raw", SPELLINGS)
def test_every_spelling_is_one_number(raw):
    symbol = parse(raw)
    assert (symbol.canonical, symbol.year, symbol.code) == ("850/2026/QD-UBND", "2026", "QD")
    assert symbol.family == Family.NORMATIVE


@pytest.mark.parametrize(
    ("raw", "canonical", "family"),
    [
        ("148/2025/QH15", "148/2025/QH15", Family.NORMATIVE),
        ("76/2025/UBTVQH15", "76/2025/UBTVQH15", Family.NORMATIVE),
        ("38/TB-SGTVT", "38/TB-SGTVT", Family.ADMINISTRATIVE),
        ("Số : 164 /TB-UBND", "164/TB-UBND", Family.ADMINISTRATIVE),
        ("9354/QĐ-BCA-C06", "9354/QD-BCA-C06", Family.ADMINISTRATIVE),
        ("15/UBND-VP", "15/UBND-VP", Family.ADMINISTRATIVE),
        ("03/VBHN-VPQH", "3/VBHN-VPQH", Family.CONSOLIDATED),
        ("6050/2026/VBHN-NĐ-BTP", "6050/2026/VBHN-ND-BTP", Family.CONSOLIDATED),
    ],
)
def test_the_grammar_tells_the_families_apart(raw, canonical, family):
    symbol = parse(raw)
    assert (symbol.canonical, symbol.family) == (canonical, family)


@pytest.mark.parametrize("raw", ["", "09", "không số", "12/2026/QĐ-UBND và 13/2026/QĐ-UBND"])
def test_what_is_no_single_number_has_no_key(raw):
    assert parse(raw) is None
    assert linking_key(raw, "ubnd xa an phu") == ""


def test_a_number_alone_tells_only_where_it_is_used_once():
    assert linking_key("224/2026/NĐ-CP", "chinh phu") == linking_key("224/2026/NĐ-CP", "")
    assert linking_key("12/2026/QĐ-UBND", "xa an phu") != linking_key("12/2026/QĐ-UBND", "xa an hoa")
    assert linking_key("38/TB-SGTVT", "so") == ""
