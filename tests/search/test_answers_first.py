"""The card above the hits: there when one thing is clearly meant, made of what its public page says."""

import re
from datetime import date
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.models import LeadersPage, OrganisationPage
from procedures.models import Way
from tests.builders import (
    make_article,
    make_holding,
    make_official_document,
    make_person,
    make_post,
    make_procedure,
    make_section,
    make_site,
    make_unit,
)

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
CARD = re.compile(r'<section class="answer".*?</section>', re.S)


@pytest.fixture
def card(visitor):
    """The words of the card for what was asked, "" without one."""

    def ask(words, **asked):
        response = visitor.get("/tim-kiem/", {"q": words, **asked})
        found = CARD.search(response.content.decode())
        return " ".join(unescape(re.sub("<[^>]*>", " ", found[0])).split()) if found else ""

    return ask


@pytest.fixture
def birth():
    ways = [Way(channel="truc-tiep", time_limit="Trong ngày", fee="Miễn phí")]
    return make_procedure(
        "1.001193", "Đăng ký khai sinh", everyday_name="giấy khai sinh", ways=ways, desk="Bàn số 2"
    )


@pytest.mark.parametrize(
    "typed",
    ["Đăng ký khai sinh", "dang ky khai sinh", "1.001193", "giấy khai sinh", "giay khai sinh", "khai sinh"],
)
def test_a_procedure_that_is_meant_says_time_fee_and_place(card, birth, typed):
    make_procedure("1.001194", "Đăng ký kết hôn")
    told = card(typed)
    assert "Trong ngày" in told and "Miễn phí" in told and "Bàn số 2" in told


def test_of_two_that_are_alike_none_is_taken_for_the_one_meant(card, birth):
    make_procedure("1.001195", "Đăng ký lại khai sinh")
    assert card("khai sinh") == "" and card("thủ tục hành chính") == "" and card("sinh") == ""
    assert "Bàn số 2" in card("đăng ký khai sinh")


@pytest.mark.parametrize("asked", [{"sort": "date"}, {"kind": "procedure"}, {"page": 2}, {"section": "1"}])
def test_who_sorts_filters_or_turns_the_page_gets_no_card(card, birth, asked):
    make_section("Tin tức")
    for number in range(12):
        make_article(f"Đăng ký khai sinh lưu động đợt {number}")
    assert card("đăng ký khai sinh") and not card("đăng ký khai sinh", **asked)


def test_a_document_says_validity_issuer_and_day(card):
    make_official_document("12/2026/QĐ-UBND", "Về việc quản lý chợ", issue_date=date(2026, 2, 1))
    make_official_document("13/2026/QĐ-UBND", "Sửa đổi Quyết định số 12/2026/QĐ-UBND")
    for typed in ("12/2026/QĐ-UBND", "12 2026 qd ubnd", "quyết định số 12/2026/qđ-ubnd"):
        told = card(typed)
        assert "quản lý chợ" in told and "Còn hiệu lực" in told and "01/02/2026" in told, typed


def test_a_leader_named_by_the_page_says_post_telephone_and_unit(card):
    unit = make_unit("Ủy ban nhân dân xã")
    post = make_post("Chủ tịch", unit=unit, is_leader=True)
    make_holding(person=make_person("Trần Quốc Bảo", phone="0298 3861 100"), post=post)
    page = make_site().root_page.add_child(instance=LeadersPage(title="Lãnh đạo", slug="lanh-dao"))
    assert page.live
    for typed in ("Trần Quốc Bảo", "tran quoc bao", "số điện thoại ông Trần Quốc Bảo"):
        told = card(typed)
        assert "Chủ tịch" in told and "0298 3861 100" in told and "Ủy ban nhân dân xã" in told, typed
    assert card("Trần Quốc") == ""


def test_the_chart_never_gives_away_a_telephone_it_does_not_show(card):
    unit = make_unit("Văn phòng")
    make_holding(
        person=make_person("Trần Quốc Bảo", phone="0912 345 678"), post=make_post("Văn thư", unit=unit)
    )
    make_site().root_page.add_child(instance=OrganisationPage(title="Tổ chức", slug="to-chuc"))
    told = card("Trần Quốc Bảo")
    assert "Văn thư" in told and "Văn phòng" in told and "0912" not in told


def test_a_draft_of_the_live_page_stays_out_of_the_card(card, birth):
    birth.desk = "Bàn bí mật"
    birth.save_revision()
    assert "Bàn số 2" in card("1.001193") and "bí mật" not in card("1.001193")
    birth.unpublish()
    assert card("1.001193") == ""


def test_what_editors_write_is_escaped(visitor):
    make_procedure("1.001196", "Cấp <script>x</script> giấy phép", desk="<img src=x onerror=y>")
    body = visitor.get("/tim-kiem/", {"q": "1.001196"}).content.decode()
    assert "<script>x" not in body and "<img src=x" not in body and "&lt;img src=x" in body


def test_a_card_costs_the_same_whatever_there_is_beside(card, birth):
    def cost():
        with CaptureQueriesContext(connection) as asked:
            assert card("1.001193")
        return len(asked)

    cost()
    few = cost()
    for number in range(8):
        make_article(f"Về thủ tục 1.001193 đợt {number}", make_section(f"Mục {number}"))
    assert cost() == few
