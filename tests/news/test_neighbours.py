"""What stands beside an article: related pages, the newer and the older of its section (C25, V33)."""

import pytest
from wagtail.models import PageViewRestriction

from editorial.models import Field
from news.models import ArticlePage, RelatedLink
from tests.builders import make_article, make_home, make_section, make_site, make_standard_page, make_topic
from tests.news.reading import cost, posted, soup, titles, words

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]

RELATED, NEWER, OLDER = "Tin liên quan", "Tin mới hơn", "Tin cũ hơn"


def linked(title, *targets, **relations):
    """A live article with related pages chosen by hand and fields of work or topics."""
    page = make_article(title, live=False)
    page.related_links = [RelatedLink(target=target.editorialpage) for target in targets]
    for name, rows in relations.items():
        setattr(page, name, rows)
    page.save_revision().publish()
    return ArticlePage.objects.get(pk=page.pk)


def close(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


@pytest.fixture
def field():
    return Field.objects.create(name="Thủy lợi thử")


def test_chosen_pages_come_first_in_their_order_then_the_newest_of_the_field(client, field):
    posted(linked("Cùng lĩnh vực, cũ", fields_of_work=[field]), 1)
    posted(linked("Cùng lĩnh vực, mới", fields_of_work=[field]), 2)
    linked("Lĩnh vực khác")
    chosen = [make_standard_page("Lịch tưới"), make_standard_page("Điều lệ")]
    page = linked("Tin chính", *chosen, fields_of_work=[field])
    expected = ["Lịch tưới", "Điều lệ", "Cùng lĩnh vực, mới", "Cùng lĩnh vực, cũ"]
    assert titles(soup(client, page.url), RELATED) == expected


def test_a_related_article_does_not_stand_among_the_older_ones_again(client, field):
    section = make_section()
    posted(linked("Cùng lĩnh vực", fields_of_work=[field]), 1)
    posted(make_article("Cùng chuyên mục", section), 2)
    page = posted(linked("Tin chính", fields_of_work=[field]), 3)
    shown = soup(client, page.url)
    assert (titles(shown, RELATED), titles(shown, OLDER)) == (["Cùng lĩnh vực"], ["Cùng chuyên mục"])


def test_articles_of_one_topic_are_related(client):
    topic = make_topic()
    linked("Cùng chuyên đề", topics=[topic])
    page = linked("Tin chính", topics=[topic])
    assert titles(soup(client, page.url), RELATED) == ["Cùng chuyên đề"]


def test_a_page_is_related_once_and_never_to_itself(client, field):
    topic = make_topic()
    fields = [field, Field.objects.create(name="Đê điều thử")]
    other = linked("Tin khác", fields_of_work=fields, topics=[topic])
    page = linked("Tin chính", fields_of_work=fields, topics=[topic])
    assert titles(soup(client, page.url), RELATED) == ["Tin khác"]
    page.related_links = [RelatedLink(target=target.editorialpage) for target in (other, page, other)]
    page.save_revision().publish()
    assert titles(soup(client, page.url), RELATED) == ["Tin khác"]


def test_nothing_a_visitor_may_not_read_is_related(client, field):
    make_section()
    closed, elsewhere = make_section("Dành cho cán bộ"), make_site(hostname="khac.example.vn")
    hidden = [
        make_article("Bản nháp", live=False, fields_of_work=[field]),
        linked("Đã gỡ", fields_of_work=[field]),
        make_article("Tin nội bộ", closed),
        make_article("Tin nơi khác", make_section("Tin nơi khác", elsewhere.root_page)),
    ]
    hidden[1].unpublish()
    close(closed)
    for page in hidden[2:]:
        page.fields_of_work = [field]
        page.save_revision().publish()
    page = linked("Tin chính", *hidden, fields_of_work=[field])
    shown = soup(client, page.url)
    assert titles(shown, RELATED) == []
    assert RELATED not in words(shown)


def test_the_newer_and_the_older_of_the_section_nearest_first(client):
    section = make_section("Kinh tế")
    pages = [posted(make_article(f"Ngày {n}", section), n) for n in range(9)]
    posted(make_article("Mục con", make_section("Chợ", section)), 4)
    posted(make_article("Mục khác", make_section("Văn hóa")), 4)
    shown = soup(client, pages[6].url)
    assert titles(shown, NEWER) == ["Ngày 7", "Ngày 8"]
    assert titles(shown, OLDER) == ["Ngày 5", "Ngày 4", "Ngày 3", "Ngày 2", "Ngày 1"]


def test_articles_posted_at_the_same_moment_see_one_another(client):
    first, second, third = [posted(make_article(f"Bài {n}")) for n in range(3)]
    assert titles(soup(client, second.url), NEWER) == [third.title]
    assert titles(soup(client, second.url), OLDER) == [first.title]


def test_neighbours_that_are_not_public_are_passed_over(client):
    page = posted(make_article("Tin chính"), 5)
    make_article("Bản nháp", live=False)
    for number, leave in enumerate((lambda one: one.unpublish(), close)):
        leave(posted(make_article(f"Không còn {number}"), 4 + 2 * number))
    shown = soup(client, page.url)
    assert titles(shown, NEWER) == titles(shown, OLDER) == []


def test_reading_costs_the_same_with_many_neighbours(client, field):
    make_home()
    page = linked("Tin chính", fields_of_work=[field])
    few = [linked(f"Ít {n}", fields_of_work=[field]) for n in range(3)]
    page.related_links = [RelatedLink(target=few[0].editorialpage)]
    page.save_revision().publish()
    before = cost(client, page.url)
    many = [linked(f"Nhiều {n}", fields_of_work=[field]) for n in range(27)]
    page.related_links = [RelatedLink(target=one.editorialpage) for one in many[:3]]
    page.save_revision().publish()
    assert cost(client, page.url) == before
