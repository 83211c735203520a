"""Numbers read from running text and from whatever is typed."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.number_parts import beginning, own_beginnings, own_parts, readings
from search.numbers import numbers

CITED = {
    "Căn cứ Thông tư số 38/2015/TT-BTC ngày 25 tháng 3 năm 2015": ["38/2015/TT-BTC"],
    "Thông báo số 38/TB-SGTVT - Về việc họp": ["38/TB-SGTVT"],
    "Thông báo số 38 /TB - SGTVT, Kế hoạch số 5/KH-UBND": ["38/TB-SGTVT", "5/KH-UBND"],
    "01/2017/TTLT-VKSNDTC-TANDTC-BCA-BTP-BQP": ["1/2017/TTLT-VKSNDTC-TANDTC-BCA-BTP-BQP"],
    "Thông tư 33/2005/TT-BGD&ĐT": ["33/2005/TT-BGDDT"],
    "Thông tư số38/2015/TT-BTC": ["38/2015/TT-BTC"],
    "phu-luc-38-2015-TT-BTC.doc": ["38/2015/TT-BTC"],
    "NĐ100 và QĐ số 07": ["100/ND", "7/QD"],
    "do người có thẩm quyền quyết định. 2. Hồ sơ gồm": [],
    "mẫu CT01, phụ lục PL5, L0 - độ dịch, kế hoạch 2026": [],
    "ngày 30/01/2015, số 0912345678": [],
}


@pytest.mark.parametrize("text", CITED)
def test_numbers_in_running_text_end_where_they_end(text):
    assert [str(number) for number in numbers(text)] == CITED[text]


HOSTILE = [
    "1/",
    "1/2026/",
    "12/a-",
    "850/2026/QĐ-",
    "1.",
    "1-qd-",
    "12 qd ubnd ",
    "1a",
    "1 ",
    "qđ ",
    "9&a",
    "1/A - ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_ten_thousand_hostile_characters_are_read_at_once(piece):
    text = (piece * 10_000)[:10_000]
    started = time.process_time()
    for read in (numbers, readings, own_parts, own_beginnings, beginning):
        read(text)
    assert time.process_time() - started < 0.5  # a pattern that backtracks takes minutes


CODES = st.lists(st.text("ABCDĐGHKLMNPQSTUVXY", min_size=1, max_size=9), min_size=1, max_size=6)
SEPARATORS = st.sampled_from(["/", "-", " ", " / ", " - ", "–", "  "])


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 99999), st.none() | st.integers(1945, 2049), CODES, st.data())
def test_whatever_the_codes_any_spelling_of_some_parts_is_among_the_readings(digits, year, codes, data):
    """Codes nobody listed, any of the parts after the digits left out, any separators, any case."""
    number = "/".join([str(digits), *([str(year)] if year else []), "-".join(codes)])
    kept = [code for code in codes if data.draw(st.booleans())] or codes[:1]
    typed = str(digits)
    for part in [*([str(year)] if year and data.draw(st.booleans()) else []), *kept]:
        typed += data.draw(SEPARATORS) + part
    if data.draw(st.booleans()):
        typed = typed.lower().replace("đ", "d")
    assert any(own_parts(number) >= set(reading.parts) for reading in readings(typed)), typed


@settings(max_examples=200, deadline=None)
@given(st.integers(10, 99999), st.integers(1945, 2049), CODES, SEPARATORS, st.data())
def test_every_beginning_of_a_number_is_one_it_is_kept_under(digits, year, codes, separator, data):
    number = f"{digits}/{year}/{'-'.join(codes)}"
    typed = separator.join([str(digits), str(year), *codes])
    begun = beginning(typed[: data.draw(st.integers(2, len(typed)))])
    assert begun is not None and not begun[1]
    assert begun[0] in own_beginnings(number)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_no_text_breaks_the_reading_of_numbers(text):
    assert all(reading.parts[0].startswith("#") for reading in readings(text))
    for read in (own_parts, own_beginnings, beginning, numbers):
        read(text)
