"""What was typed, taken apart."""

import time
from datetime import date

import pytest

from search.asking.question import question


@pytest.mark.parametrize(
    ("typed", "words", "phrases", "excluded"),
    [
        ('"giấy khai sinh" cấp lại', "cấp lại giấy khai sinh", ("giấy khai sinh",), ()),
        ("“giấy khai sinh”", "giấy khai sinh", ("giấy khai sinh",), ()),
        ("„giấy khai sinh“ mới", "mới giấy khai sinh", ("giấy khai sinh",), ()),
        ("«giấy khai sinh» mới", "mới giấy khai sinh", ("giấy khai sinh",), ()),
        ('cấp "giấy khai', "cấp giấy khai", ("giấy khai",), ()),
        ('""', "", (), ()),
        ('"', "", (), ()),
        ("thu hoạch -lúa", "thu hoạch", (), ("lúa",)),
        ("-lúa", "", (), ("lúa",)),
        ('thu hoạch -"lúa mùa" sớm', "thu hoạch sớm", (), ("lúa mùa",)),
        ("\u2212lúa ngô", "ngô", (), ("lúa",)),
        ("a - b", "a - b", (), ()),
        ("a -- b", "a -- b", (), ()),
        ("-", "-", (), ()),
        ("QĐ-UBND", "QĐ-UBND", (), ()),
        ("24-11 -24", "24-11 -24", (), ()),
        ("covid-19", "covid-19", (), ()),
        ('màn hình 32" mới', 'màn hình 32" mới', (), ()),
        ("O'Neil", "O'Neil", (), ()),
    ],
)
def test_phrases_and_what_is_left_out(typed, words, phrases, excluded):
    asked = question(typed)
    assert (asked.words, asked.phrases, asked.excluded) == (words, phrases, excluded)


@pytest.mark.parametrize(
    ("typed", "words", "first", "last"),
    [
        ("quyết định 30/01/2015", "quyết định", date(2015, 1, 30), date(2015, 1, 30)),
        ("quyết định ngày 30-1-2015", "quyết định", date(2015, 1, 30), date(2015, 1, 30)),
        ("30.01.2015 họp", "họp", date(2015, 1, 30), date(2015, 1, 30)),
        ("họp ngày 5 tháng 3 năm 2020", "họp", date(2020, 3, 5), date(2020, 3, 5)),
        ("văn bản tháng 1 năm 2015", "văn bản", date(2015, 1, 1), date(2015, 1, 31)),
        ("van ban thang 2/2016", "van ban", date(2016, 2, 1), date(2016, 2, 29)),
        ("kế hoạch năm 2015", "kế hoạch", date(2015, 1, 1), date(2015, 12, 31)),
        ("ke\u0302\u0301 hoa\u0323ch na\u0306m 2015", "kế hoạch", date(2015, 1, 1), date(2015, 12, 31)),
    ],
)
def test_a_date_is_a_filter(typed, words, first, last):
    asked = question(typed)
    assert (asked.words, asked.days.first, asked.days.last) == (words, first, last)
    assert asked.without_days == words
    assert question(typed, dates=False).days is None


@pytest.mark.parametrize(
    "typed",
    [
        "Luật Đất đai năm 2024",
        "bộ luật lao động năm 2019",
        "nghị định 12/2015",
        "850/2026/QĐ-UBND",
        "12/2015/NĐ-CP",
        "31/02/2015",
        "tháng 13/2015",
        "năm 1200",
        "2015",
        '"năm 2015"',
        "-năm 2015x",
    ],
)
def test_what_is_no_filter(typed):
    assert question(typed).days is None


@pytest.mark.parametrize(
    "typed",
    [
        '"' * 10_000,
        '-"' * 5_000,
        "-a" * 5_000,
        "tháng " * 2_000,
        "1/" * 5_000,
        '" ' * 5_000,
        "\u202e-\u202d" * 3_000,
        "\0\x1f\ud800" * 3_000,
        "a" * 10_000,
        "İ năm 2015 " * 900,
    ],
)
def test_hostile_text_costs_nothing(typed):
    question("làm ấm")
    started = time.perf_counter()
    question(typed)
    assert time.perf_counter() - started < 0.05
