"""A topic as a visitor reads it, before, during and after its days (T02)."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from news.models import TopicPage
from tests.builders import (
    make_article,
    make_home,
    make_section,
    make_site,
    make_topic,
    make_user,
    picture_fields,
)
from tests.forms import filled
from tests.news.reading import cost, posted, soup, words

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


def days(number):
    return None if number is None else timezone.localdate() + timedelta(days=number)


def named(title, *topics, parent=None, after=0):
    """A live article that names these topics, posted so many days after the first."""
    page = make_article(title, parent, live=False)
    page.topics = topics
    page.save_revision().publish()
    return posted(page, after)


def rows(shown):
    return [words(row) for row in shown.select(".rows .row__title")]


@pytest.fixture
def topic(db):
    make_home()
    return make_topic("Bầu cử", summary="Ngày hội của toàn dân", **picture_fields())


@pytest.mark.parametrize(
    ("starts", "ends", "said"),
    [
        (1, 5, "{0} – {1} · chưa bắt đầu"),
        (1, None, "Từ ngày {0} · chưa bắt đầu"),
        (0, 0, "{0} – {1}"),
        (-3, None, "Từ ngày {0}"),
        (None, 3, "Đến ngày {1}"),
        (-3, -1, "{0} – {1} · đã kết thúc"),
        (None, -1, "Đến ngày {1} · đã kết thúc"),
    ],
)
def test_a_topic_says_its_days_and_whether_they_are_to_come_or_over(client, starts, ends, said):
    topic = make_topic(starts=days(starts), ends=days(ends))
    told = [day and day.strftime("%d/%m/%Y") for day in (topic.starts, topic.ends)]
    assert words(soup(client, topic.url).select_one("main > .meta")) == said.format(*told)


def test_a_topic_without_days_says_none(client, topic):
    assert not soup(client, topic.url).select("main > .meta")


def test_a_topic_shows_its_banner_and_why_it_is_there(client, topic):
    shown = soup(client, topic.url).main
    assert shown.select_one(".figure--banner img")["alt"] == "Người dân nạo vét kênh"
    assert words(shown.select_one(".figure--banner figcaption")) == "Ra quân"
    assert words(shown.select_one(".lead")) == "Ngày hội của toàn dân"


def test_it_lists_what_names_it_newest_first_wherever_it_stands(client, topic):
    other = make_topic("Chuyển đổi số")
    named("Niêm yết danh sách", topic, after=1)
    named("Cả hai", topic, other, parent=make_section("Kinh tế"), after=2)
    named("Chuyện khác", other)
    assert rows(soup(client, topic.url)) == ["Cả hai", "Niêm yết danh sách"]


def test_what_a_visitor_may_not_read_is_not_listed(client, topic):
    draft = make_article("Bản nháp", live=False)
    draft.topics = [topic]
    draft.save()
    changed = make_article("Chưa công bố thay đổi")
    changed.topics = [topic]
    changed.save_revision()
    named("Đã gỡ", topic).unpublish()
    internal = named("Dành cho cán bộ", topic)
    PageViewRestriction.objects.create(page=internal, restriction_type="login")
    elsewhere = make_site(hostname="khac.example.vn").root_page
    named("Cổng khác", topic, parent=make_section("Tin nơi khác", elsewhere))
    shown = soup(client, topic.url)
    assert rows(shown) == [] and shown.select_one(".empty")


def test_a_great_topic_is_read_page_by_page(client, topic):
    for number in range(23):
        named(f"Tin {number}", topic, after=number)
    first, second = (rows(soup(client, topic.url, page=number)) for number in (1, 2))
    assert first + second == [f"Tin {number}" for number in range(22, -1, -1)]
    assert len(first) == 20


def test_the_cost_does_not_grow_with_its_articles(client, topic):
    for number in range(3):
        named(f"Ít {number}", topic)
    before = cost(client, topic.url)
    for number in range(27):
        named(f"Nhiều {number}", topic)
    assert cost(client, topic.url) == before


@pytest.mark.parametrize(("end", "saved"), [("28/02/2026", False), ("01/03/2026", True)])
def test_a_topic_cannot_end_before_it_begins(client, end, saved):
    client.force_login(make_user("bien-tap", is_superuser=True))
    url = reverse("wagtailadmin_pages:add", args=["news", "topicpage", make_section().pk])
    form = filled(client.get(url)) | {"title": "Bầu cử", "slug": "bau-cu"}
    response = client.post(url, form | {"starts": "01/03/2026", "ends": end})
    assert TopicPage.objects.exists() is saved
    assert (
        "Thời điểm kết thúc không được trước thời điểm bắt đầu." in response.content.decode()
    ) is not saved
