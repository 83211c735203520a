"""A section as a visitor reads it, page by page or in a feed reader."""

from email.utils import parsedate_to_datetime
from itertools import chain
from xml.etree import ElementTree

import pytest
from django.core.cache import cache
from wagtail.models import Page, PageViewRestriction

from tests.builders import make_article, make_home, make_section
from tests.news.reading import POSTED, cost, posted, soup, words

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


def rows(shown):
    return [words(row) for row in shown.select(".rows .row__title")]


def feed(client, section):
    response = client.get(f"{section.url}rss/", HTTP_HOST="xa.example.vn")
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/rss+xml")
    return ElementTree.fromstring(response.content)


def told(channel, name):
    return [item.findtext(name) for item in channel.iter("item")]


@pytest.fixture
def section(db):
    make_home()
    return make_section("Tin tức", summary="Mọi tin của xã")


@pytest.fixture
def unread(section):
    """Articles of the section that no visitor may read."""
    make_article("Bản nháp", section, live=False)
    make_article("Đã gỡ", section).unpublish()
    internal = make_article("Dành cho cán bộ", section)
    PageViewRestriction.objects.create(page=internal, restriction_type="login")


def test_a_section_lists_its_articles_and_those_below_newest_first(client, section, unread):
    below = make_section("Văn hóa", section)
    posted(make_article("Cũ", section), 1)
    posted(make_article("Mới nhất", section), 3)
    posted(make_article("Ở mục con", below), 2)
    assert rows(soup(client, section.url)) == ["Mới nhất", "Ở mục con", "Cũ"]
    assert rows(soup(client, below.url)) == ["Ở mục con"]


def test_a_long_section_is_read_page_by_page_without_loss(client, section):
    for number in range(45):
        posted(make_article(f"Tin {number}", section), number)
    pages = [rows(soup(client, section.url, page=number)) for number in (1, 2, 3)]
    assert [len(page) for page in pages] == [20, 20, 5]
    assert [*chain(*pages)] == [f"Tin {number}" for number in range(44, -1, -1)]
    second = soup(client, section.url, page=2)
    steps = [second.select_one(f"a[rel={way}]")["href"].split("?")[-1] for way in ("prev", "next")]
    assert steps == ["page=1", "page=3"]


@pytest.mark.parametrize(
    ("asked", "first"), [("x", "Tin 20"), ("0", "Tin 0"), ("99", "Tin 0"), ("1\0", "Tin 20")]
)
def test_a_page_that_is_none_still_shows_one(client, section, asked, first):
    for number in range(21):
        posted(make_article(f"Tin {number}", section), number)
    assert rows(soup(client, section.url, page=asked))[0] == first


def test_an_empty_section_says_so(client, section):
    assert soup(client, section.url).select_one(".empty")


@pytest.mark.parametrize("path", ["", "rss/"])
def test_the_cost_does_not_grow_with_the_articles(client, section, path):
    url = section.url + path
    for number in range(3):
        make_article(f"Ít {number}", section)
    before = cost(client, url)
    for number in range(27):
        make_article(f"Nhiều {number}", section)
    cache.delete("wagtail_site_root_paths")
    assert cost(client, url) == before


def test_the_page_announces_its_feed(client, section):
    link = soup(client, section.url).select_one("link[type='application/rss+xml']")
    assert client.get(link["href"]).status_code == 200


def test_the_feed_tells_the_newest_first_with_whole_addresses(client, section, unread):
    old, new = (posted(make_article(title, section), days) for title, days in (("Cũ", 1), ("Mới", 2)))
    channel = feed(client, section).find("channel")
    assert (channel.findtext("title"), channel.findtext("description")) == ("Tin tức", "Mọi tin của xã")
    assert told(channel, "title") == ["Mới", "Cũ"]
    assert told(channel, "link") == [f"http://xa.example.vn{page.url}" for page in (new, old)]
    assert (new.first_published_at - POSTED).days == 2
    assert parsedate_to_datetime(told(channel, "pubDate")[0]) == new.first_published_at


def test_signs_with_a_meaning_in_xml_stay_signs(client, section):
    title, summary = 'Giá < 5 & > 3 "nghìn" ]]>', "<script>alert(1)</script>"
    make_article(title, section, summary=summary)
    channel = feed(client, section)
    assert told(channel, "title") == [title]
    assert told(channel, "description") == [summary]


def test_a_sign_xml_does_not_know_breaks_no_feed(client, section):
    make_article("Tin\x0b dán từ Word", section, summary="Xuống\x0bdòng")
    assert told(feed(client, section), "title") == ["Tin dán từ Word"]


def test_a_feed_tells_the_full_title_and_no_more_than_the_newest_thirty(client, section):
    for number in range(32):
        posted(make_article(f"Tin {number}", section, official_title=f"Tin đầy đủ {number}"), number)
    heard = told(feed(client, section), "title")
    assert (len(heard), heard[0], heard[-1]) == (30, "Tin đầy đủ 31", "Tin đầy đủ 2")


def test_a_closed_section_has_no_open_feed(client, section):
    make_article("Tin nội bộ", section)
    PageViewRestriction.objects.create(page=Page.objects.get(pk=section.pk), restriction_type="login")
    response = client.get(f"{section.url}rss/")
    assert response.status_code == 302
    assert "Tin nội bộ" not in response.content.decode()
