"""Ten thousand hostile questions in every run: none breaks the search, none comes back as markup.

Their generator, `bench.hostile`, gives the same question for the same number; a failure names the number.
`bench.search_hostile` asks a hundred thousand of them of a large corpus and times them.
"""

from __future__ import annotations

import re

import pytest
from django.utils.html import escape

import search
from bench.hostile import question, questions
from bench.reflected import PAGE, Mirror, Shape, unescaped
from search import Query, statistics
from search.models import FormerName
from tests.builders import make_article, make_official_document, make_procedure, make_section
from tests.search.steering import curation, put, synonym

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]

ASKED, PORTION = 10_000, 1_250
# PostgreSQL is asked one portion: what differs is what a statement may be given.
PORTIONS = [pytest.param(0, marks=pytest.mark.postgresql), *range(PORTION, ASKED, PORTION)]
OF_THE_SERVER = 20  # every so-many-th of them is asked of the search server, too
SHOWN = 160  # of those that are asked by address, each four times
HARM = "<img src=x onerror=\"alert(1)\"> & 'x' </script>"
HONEST = (
    *(
        "",
        "thủ tục",
        "lúa",
        "khai sinh",
        "không thấy đâu cả",
        "thur tujc",
        "xã An Phú",
        "quyết định 850/2026",
    ),
    *("quản lý chợ tháng 1 năm 2015", "sổ đỏ", "hoà giải -lúa", "zzz năm 2015"),
)
PAGES = (PAGE, "/thu-tuc-hanh-chinh/", "/van-ban/")
TAG = re.compile(r"<[^>]*>")
DANGEROUS = re.compile("[<>\"']")


@pytest.fixture
def portal(site):
    """A dozen pages of all kinds, some with harm in them, and everything that steers a question."""
    section = make_section("Tin tức")
    make_article("Thu hoạch lúa", section, summary=f"Bà con xã An Phú {HARM}")
    make_article(f"Chợ {HARM}", section, summary="Họp chợ năm 2015")
    make_official_document("850/2026/QĐ-UBND", "Quyết định quản lý chợ")
    make_official_document("12/2015/NĐ-CP", "Nghị định về giấy phép lái xe")
    promoted = make_procedure("1.001193", "Đăng ký khai sinh")
    make_procedure("1.000894", "Đăng ký kết hôn")
    for title in ("Giấy chứng nhận quyền sử dụng đất", "Hoà giải ở cơ sở", "Luật Đất đai", "Lịch tiếp dân"):
        put(
            title,
            text=f"Thủ tục đất đai tại xã An Phú. {HARM} " * 5,
            keywords=HARM,
            facets=(("field", HARM),),
        )
    synonym("sổ đỏ", "giấy chứng nhận quyền sử dụng đất")
    curation("khai sinh", [promoted])
    FormerName.objects.create(key="xa an phu", old="Xã An Phú", new="Xã Bình An")
    statistics.count_terms.func()


def ask(site, number):
    found = search.find(Query(question(number), site, per_page=3))
    shown = "".join(hit.title + hit.snippet.html for hit in found.hits)
    assert found.total >= len(found.hits) and set(TAG.findall(shown)) <= {"<mark>", "</mark>"}, number


@pytest.mark.parametrize("first", PORTIONS)
def test_no_question_breaks_the_search_or_brings_markup(site, first):
    for number in range(first, first + PORTION):
        ask(site, number)


@pytest.mark.services
def test_the_search_server_takes_them_as_well(site, search_server):
    for number in range(0, ASKED, OF_THE_SERVER):
        ask(site, number)


@pytest.mark.postgresql
@pytest.mark.parametrize("first", range(ASKED, ASKED + SHOWN, SHOWN // 2))
def test_nothing_typed_comes_back_as_markup(visitor, first):
    mirror = Mirror(visitor, HONEST, PAGES)
    faults = {
        number: found for number in range(first, first + SHOWN // 2) if (found := mirror.faults(number))
    }
    assert not faults


TYPED = "\"><img src=x onerror='alert(1)'> chợ"
BODIES = [
    f"<p>{escape(TYPED)[:20]} {TYPED[:9]}</p>",
    "<p>chợ<b>x</b></p>",
    "<a href='javascript:alert(1)'>chợ</a>",
    "<p onclick=x>chợ</p>",
]


def test_the_same_question_is_made_of_the_same_number():
    assert list(questions(5, 40)) == [question(number) for number in range(5, 45)]
    assert len(set(questions(0, 1_000))) > 900 and max(map(len, questions(0, 300))) >= 10_000


@pytest.mark.parametrize("body", BODIES)
def test_markup_that_comes_back_is_seen(body):
    known = Shape("<p>chợ</p><a href='/'>x</a>")
    shape = Shape(body)
    assert shape.parts - known.parts or shape.schemes - known.schemes or unescaped(TYPED, body, "")
    safe = f"<p>{escape(TYPED)}</p>"
    assert Shape(safe).parts <= known.parts and not unescaped(TYPED, safe, "")


def test_a_long_address_makes_no_page_many_times_as_long(visitor):
    asked = {"q": "chợ quê " * 1_250, "field": ["x" * 9_000, *map(str, range(900))], "unknown": "y" * 9_000}
    response = visitor.get(PAGE, asked)
    assert response.status_code == 200 and len(response.content) < 200_000
