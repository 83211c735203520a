"""Numbers of documents and procedures as visitors type them, and questions that only look like numbers."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from wagtail.models import Site

import search
from search import Query, index
from search.entries import EntryData
from search.suggesting import numbers_like
from tests.builders import make_site
from tests.search import stored
from tests.search.numbered import found, put

with_database = pytest.mark.usefixtures("db")
over_both = pytest.mark.usefixtures("db", "engine")


# As written, and what people make of it.
SPELLINGS = {
    "850/2026/QĐ-UBND": [
        "850/2026/qđ-ubnd",
        "850/2026/QD-UBND",
        "850 / 2026 / QĐ - UBND",
        "850-2026-QĐ-UBND",
        "850 2026 qd ubnd",
        "850.2026.QĐ.UBND",
        "0850/2026/QĐ–UBND",
        "Số: 850/2026/QĐ-UBND",
        "Quyết định số 850/2026/QĐ-UBND",
        "850/QĐ-UBND",
        "850/2026/QĐUBND",
        "qđ-ubnd 850",
        "UBND 850 QĐ",
        "QĐ số 850",
        "QĐ850",
        "quyết định 850 năm 2026",
        "850/2026",
        "850/2026/Q\u0110-UBND",
        "850/2026/QÐ-UBND",
    ],
    "57/2020/QH14": ["57 2020 qh14", "57/2020/QH 14", "57/2020 quốc hội khóa 14", "57/qh14"],
    "76/2025/UBTVQH15": ["76/2025/ubtvqh 15", "76 UBTVQH15"],
    "38/TB-SGTVT": ["38 tb sgtvt", "38/tb - sgtvt", "thông báo số 38/TB-SGTVT", "thông báo 38 năm 2026"],
    "15/UBND-VP": ["15 ubnd vp", "công văn 15/UBND-VP", "15-UBND-VP"],
    "9354/QĐ-BCA-C06": ["9354 qd bca c06", "9354/QĐ-C06", "9354/qđ-bca"],
    "66.14/TB-UBND": ["66.14 tb ubnd", "66.14/tb", "số 66.14/TB-UBND"],
    "522b/NQ-UBTVQH13": ["522B nq ubtvqh13", "nghị quyết 522b"],
    "6050/2026/VBHN-NĐ-BTP": ["6050 vbhn nd btp", "6050/VBHN-BTP", "6050/2026/vbhn"],
    "03/VBHN-VPQH": ["3 vbhn vpqh", "03-VBHN-VPQH", "VBHN 03"],
    "26/2004/TT-BGD&ĐT": ["26/2004/TT-BGDĐT", "26/2004/tt-bgd&dt", "26 2004 tt bgd dt"],
    "119/2013/TTLT-BTC-BNV": ["119/ttlt/btc-bnv", "119/2013/TTLT/BNV-BTC", "Thông tư liên tịch 119/2013"],
    "12/KH-XYZTQ": ["12 kh xyztq", "kế hoạch 12 XYZTQ", "12-xyztq"],
    "1.001193": ["1001193", "1 001193", "mã thủ tục 1.001193", "1.001193.000.00.00.H42"],
}
TYPED = [(number, typed) for number, all_typed in SPELLINGS.items() for typed in (number, *all_typed)]


@pytest.fixture
def shelf(db):
    """Every number of the table, and texts that cite them without being them."""
    for number in SPELLINGS:
        put(number, title="Nội dung về chợ")
    put(title="Tin viện dẫn", kind="news", text=" và ".join(SPELLINGS), day=date(2026, 6, 1))


@pytest.mark.postgresql
def test_a_number_is_found_alone_in_every_spelling(shelf):
    failed = {typed: found(typed) for number, typed in TYPED if found(typed) != [number]}
    assert failed == {}


@pytest.mark.postgresql
@with_database
def test_all_that_have_the_parts_typed_come_newest_first_and_nothing_else():
    put("12/2024/QĐ-UBND", day=date(2024, 3, 1))
    put("12/2026/QĐ-UBND", day=date(2026, 3, 1))
    put("12/2025/NQ-HĐND", day=date(2025, 3, 1))
    put("12/2025/QĐ-UBND", day=date(2025, 3, 1))
    put("112/2026/QĐ-UBND", day=date(2026, 4, 1))
    put("", title="12/2026/QĐ-UBND và QĐ 12", text="12/QĐ-UBND " * 9, day=date(2026, 5, 1), kind="news")
    assert found("qđ 12") == ["12/2026/QĐ-UBND", "12/2025/QĐ-UBND", "12/2024/QĐ-UBND"]
    assert found("12/2025") == ["12/2025/QĐ-UBND", "12/2025/NQ-HĐND"]
    answer = search.find(Query("12/qđ-ubnd", per_page=2))
    assert answer.total == 3 and {value.value: value.count for value in answer.kinds} == {"document": 3}
    assert found("12/qđ-ubnd", per_page=2, page=2) == ["12/2024/QĐ-UBND"]


@pytest.mark.postgresql
@with_database
def test_a_type_in_words_is_the_code_or_what_the_title_begins_with():
    put("13/CP", title="Nghị định về giống", day=date(1995, 1, 1))
    put("13/2021/NĐ-CP", title="Nghị định về phí", day=date(2021, 1, 1))
    put("13/NQ-CP", title="Nghị quyết về phiên họp", day=date(2022, 1, 1))
    put("13/2020/QH14", title="Luật Nước", day=date(2020, 1, 1))
    assert found("nghị định 13/CP") == ["13/2021/NĐ-CP", "13/CP"]
    assert found("13/NĐ-CP") == ["13/2021/NĐ-CP"]
    assert found("luật số 13/2020") == ["13/2020/QH14"]
    assert found("nghị quyết 13 năm 2022") == ["13/NQ-CP"]  # the number names no year, its day does


@pytest.mark.postgresql
@with_database
def test_codes_in_the_order_typed_go_before_the_same_in_another():
    put("1/2019/TTLT-TANDTC-BNG", day=date(2019, 1, 1))
    put("1/2023/TTLT-BNG-BCA-TANDTC", day=date(2023, 1, 1))
    assert found("01/TTLT-TANDTC-BNG") == ["1/2019/TTLT-TANDTC-BNG"]
    assert found("01/TTLT-BCA-BNG") == ["1/2023/TTLT-BNG-BCA-TANDTC"]


ORDINARY = {
    "luật đất đai 2024": "Luật Đất đai năm 2024",
    "nghỉ phép 12 tháng": "Nghỉ phép 12 tháng",
    "12 tháng": "Nghỉ phép 12 tháng",
    "mẫu 01": "Mẫu 01 tờ khai",
    "CT01": "Tờ khai CT01",
    "kế hoạch 2026": "Kế hoạch 2026 của xã",
    "quyết định 2024": "Quyết định 2024 về giá",
    "tiêm phòng covid 19": "Tiêm phòng Covid 19",
}


@pytest.mark.postgresql
@with_database
@pytest.mark.parametrize("asked", ORDINARY)
def test_ordinary_questions_with_figures_stay_ordinary(asked):
    for title in set(ORDINARY.values()):
        put(title=title, kind="news")
    for number in ("12/2024/QĐ-UBND", "01/CT-UBND", "2024/QĐ-UBND", "2026/KH-UBND", "19/QĐ-UBND"):
        put(number, title="Văn bản khác", day=date(2026, 9, 9))
    assert found(asked)[0] == ORDINARY[asked]


@pytest.mark.postgresql
@over_both
def test_with_words_beside_it_the_number_comes_first_and_the_words_count():
    put("100/2019/NĐ-CP", title="Xử phạt nồng độ cồn", day=date(2019, 12, 30))
    put("100/2024/NĐ-CP", title="Phát triển nhà ở xã hội", day=date(2024, 7, 26))
    put(title="Nồng độ cồn khi lái xe", text="nồng độ cồn " * 20, kind="news", day=date(2026, 1, 1))
    assert found("Nghị định 100 về nồng độ cồn") == [
        "100/2019/NĐ-CP",
        "100/2024/NĐ-CP",
        "Nồng độ cồn khi lái xe",
    ]
    assert found("Nghị định số 100/2019/NĐ-CP ngày 30/12/2019 của Chính phủ")[0] == "100/2019/NĐ-CP"


@pytest.mark.postgresql
@over_both
def test_a_number_that_nobody_has_finds_who_cites_it():
    put("5/2026/QĐ-UBND", title="Quyết định về chợ", text="Căn cứ Nghị định số 77/2015/NĐ-CP")
    assert found("77/2015/NĐ-CP") == ["5/2026/QĐ-UBND"]


@pytest.mark.postgresql
@with_database
def test_a_number_is_found_only_where_and_while_it_may_be_read():
    other = make_site(hostname="khac.example.vn")
    put("850/2026/QĐ-UBND", site=other)
    put("850/2025/QĐ-UBND", visible_from=timezone.now() + timedelta(hours=1))
    here = Site.objects.get(is_default_site=True)
    assert found("850/QĐ-UBND", site=here) == found("850/2025/QĐ-UBND", site=here) == []
    assert numbers_like("850", here, 5) == []
    assert found("850/QĐ-UBND", site=other) == ["850/2026/QĐ-UBND"]


@pytest.mark.postgresql
@with_database
def test_a_number_that_changes_leaves_nothing_behind():
    page = put("850/2026/QĐ-UBND", title="Quyết định về chợ")
    index.put(page, EntryData(kind="document", title="Kế hoạch về chợ", number="9/KH-UBND"))
    assert found("850/2026") == found("qđ 850") == [] and found("kh 9") == ["9/KH-UBND"]
    index.remove([page.pk])
    assert not stored.postings()


@pytest.mark.postgresql
@with_database
def test_asking_for_a_number_takes_no_more_statements_when_there_are_many(django_assert_max_num_queries):
    put("12/2020/QĐ-UBND")
    with django_assert_max_num_queries(12) as few:
        search.find(Query("12/QĐ-UBND"))
    for year in range(2000, 2012):
        put(f"12/{year}/QĐ-UBND")
    with django_assert_max_num_queries(12) as many:
        search.find(Query("12/QĐ-UBND"))
    assert len(few) == len(many)
