"""Results that editors put first or leave out for a question."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.models import Page

from search.models import Entry
from tests.builders import make_article, make_section, make_site
from tests.search.steering import curation, put, results, titles

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql, pytest.mark.usefixtures("engine")]


@pytest.fixture
def news():
    return [put(f"Thu hoạch lúa mùa đợt {number}", kind="news") for number in range(12)]


@pytest.fixture
def plan():
    return put("Kế hoạch sản xuất vụ mùa")


def test_promoted_pages_come_first_in_order_also_when_they_do_not_match(news, plan):
    before = results("lúa").total
    other = put("Lịch gieo cấy")
    curation("lúa", [plan, news[3], other])
    found = results("lúa")
    assert [hit.entry.page_id for hit in found.hits[:3]] == [plan.pk, news[3].pk, other.pk]
    assert [hit.is_promoted for hit in found.hits] == [True] * 3 + [False] * 7
    assert found.total == before + 2
    assert {value.value: value.count for value in found.kinds} == {"news": 12, "document": 2}


def test_pages_are_right_to_the_last(news, plan):
    curation("lúa", [plan], [news[0]])
    shown = [hit.entry.page_id for page in (1, 2) for hit in results("lúa", page=page).hits]
    assert shown[0] == plan.pk and len(shown) == len(set(shown)) == 12
    assert news[0].pk not in shown


@pytest.mark.parametrize("typed", ["sổ đỏ", "so do", "SỔ ĐỎ!", "làm bìa đỏ", "lam  bia do"])
def test_every_wording_steers_with_and_without_accents(plan, typed):
    curation("Sổ đỏ|làm bìa đỏ", [plan])
    assert titles(typed) == ["Kế hoạch sản xuất vụ mùa"]


@pytest.mark.parametrize("typed", ["sổ đỏ ở đâu", "sổ", "đỏ sổ", ""])
def test_any_other_question_is_left_alone(plan, typed):
    put("Sổ đỏ và những điều cần biết ở đâu")
    curation("sổ đỏ", [plan])
    assert not any(hit.is_promoted for hit in results(typed).hits)


def test_excluded_pages_never_come_and_are_not_counted(news):
    curation("lúa mùa", excluded=[news[0], news[5]])
    assert results("lúa mùa").total == 10
    assert not {news[0].pk, news[5].pk} & {hit.entry.page_id for hit in results("lua mua", per_page=20).hits}
    assert results("thu hoạch lúa").total == 12


def test_a_draft_is_never_promoted(db):
    section = make_section("Tin tức")
    draft = make_article("Dự thảo chưa duyệt", section, live=False)
    live = make_article("Tin đã đăng", section)
    curation("họp dân", [draft, live])
    assert titles("họp dân") == ["Tin đã đăng"]
    live.unpublish()
    assert titles("họp dân") == []


def test_what_is_private_or_not_visible_now_is_never_promoted(plan):
    late = put("Sắp có", visible_from=timezone.now() + timedelta(hours=1))
    gone = put("Đã hết", visible_until=timezone.now() - timedelta(hours=1))
    elsewhere = put("Trang xã khác", site=make_site(hostname="khac.example.vn"))
    unseen = make_site().root_page.add_child(instance=Page(title="Nội bộ", slug="noi-bo"))
    curation("họp dân", [late, gone, elsewhere, unseen, plan])
    assert titles("họp dân") == ["Kế hoạch sản xuất vụ mùa"]


def test_it_holds_on_its_days_only(plan):
    today = timezone.localdate()
    day = timedelta(days=1)
    row = curation("họp dân", [plan], valid_from=today, valid_to=today)
    assert titles("họp dân") == ["Kế hoạch sản xuất vụ mùa"]
    for first, last in ((today + day, None), (None, today - day)):
        row.valid_from, row.valid_to = first, last
        row.save()
        assert titles("họp dân") == []
    row.valid_from, row.valid_to = date(2020, 1, 1), None
    row.save()
    assert titles("họp dân") == ["Kế hoạch sản xuất vụ mùa"]


def test_filters_hold_for_promoted_pages_too(news, plan):
    curation("lúa", [plan])
    assert not any(hit.is_promoted for hit in results("lúa", kinds=["news"]).hits)
    assert results("lúa", kinds=["news"]).total == 12
    bound = results("lúa", kinds=["news"], bound=True)
    assert bound.total == 12 and [value.value for value in bound.kinds] == ["news"]


def test_a_change_works_at_once_and_a_deleted_page_leaves(news, plan):
    row = curation("lúa", [plan])
    assert results("lúa").hits[0].is_promoted
    row.wordings = "gạo"
    row.save()
    assert not results("lúa").hits[0].is_promoted
    assert results("gạo").total == 1
    plan.delete()
    assert results("gạo").total == 0


def test_another_site_is_not_steered(plan):
    other = make_site(hostname="khac.example.vn")
    put("Lúa xã khác", site=other)
    curation("lúa", [plan])
    assert titles("lúa", site=other) == ["Lúa xã khác"]


def test_readers_are_told_what_was_chosen(client, news, plan):
    Entry.objects.filter(page=plan.pk).update(title="Kế hoạch <b>mùa</b>")
    curation("lúa", [plan])
    rows = BeautifulSoup(client.get("/tim-kiem/", {"q": "lua"}).content, "html.parser").select("article.row")
    assert [bool(row.select(".row__chosen")) for row in rows] == [True] + [False] * 9
    assert rows[0].select_one(".row__chosen").text == "Ban biên tập chọn"
    assert "Kế hoạch <b>mùa</b>" in rows[0].select_one(".row__title").text


def test_the_number_of_queries_does_not_grow(client, news, django_assert_max_num_queries):
    curation("lúa", [news[0]])
    client.get("/tim-kiem/", {"q": "lúa"})
    with django_assert_max_num_queries(30) as few:
        client.get("/tim-kiem/", {"q": "lúa"})
    curation("gạo", [put(f"Trang chọn {number}") for number in range(9)], news[:9])
    for number in range(20):
        curation(f"câu hỏi {number}", [news[0]])
    client.get("/tim-kiem/", {"q": "gạo"})
    with django_assert_max_num_queries(30) as many:
        client.get("/tim-kiem/", {"q": "gạo"})
    assert len(many) <= len(few)
