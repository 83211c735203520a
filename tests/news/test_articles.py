"""An article as a visitor reads it: where it stands, who made it, when, from whom."""

import pytest
from django.utils import timezone

import search
from agency.models import Person
from editorial.models import Credit, CreditRole, Genre, Licence
from news.models import ArticlePage
from tests.builders import (
    make_article,
    make_home,
    make_person,
    make_section,
    make_site,
    picture_fields,
)
from tests.news.reading import posted, soup, words

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


def credited(title="Ra quân", *credits, **fields):
    """A live article with credits *(role, person or name)*."""
    page = make_article(title, live=False, **fields)
    for role, who in credits:
        given = {"person": who} if isinstance(who, Person) else {"name": who}
        page.credits.add(Credit(role=role, **given))
    page.save_revision().publish()
    return ArticlePage.objects.get(pk=page.pk)


def test_the_section_is_named_and_the_trail_leads_through_it(client):
    make_home()
    upper = make_section("Tin tức")
    section = make_section("Văn hóa - Xã hội", upper)
    shown = soup(client, make_article("Lễ hội đình làng", section).url)
    assert words(shown.select_one(".kicker")) == "Văn hóa - Xã hội"
    trail = shown.select(".trail li")
    assert [words(step) for step in trail[1:]] == ["Tin tức", "Văn hóa - Xã hội", "Lễ hội đình làng"]
    assert [step.a["href"] for step in trail[1:3]] == [upper.url, section.url]


def test_the_genre_is_named(client):
    genre = Genre.objects.create(slug="phong-su-thu", name="Phóng sự thử")
    assert "Phóng sự thử" in words(soup(client, make_article(genre=genre).url).select_one("article .meta"))


def test_writers_and_photographers_are_named_from_the_register_or_by_name(client):
    page = credited(
        "Nhiều người",
        (CreditRole.PHOTO, "Trung Thành"),
        (CreditRole.TEXT, make_person("Nguyên Hồng")),
        (CreditRole.TEXT, "Minh Anh"),
        author=make_person("Người đưa bài"),
    )
    assert (
        words(soup(client, page.url).select_one(".credits"))
        == "Tin, bài: Nguyên Hồng, Minh Anh. Ảnh: Trung Thành."
    )


def test_the_one_who_wrote_and_photographed_is_named_once(client):
    both = make_person("Nông Đuổng")
    page = credited("Một người", (CreditRole.TEXT, both), (CreditRole.PHOTO, both))
    assert words(soup(client, page.url).select_one(".credits")) == "Tin, bài, ảnh: Nông Đuổng."


def test_the_genre_says_what_was_written(client):
    genre = Genre.objects.get_or_create(slug="tin", defaults={"name": "Tin"})[0]
    page = credited(
        "Tin ngắn", (CreditRole.TEXT, "Nguyên Hồng"), (CreditRole.PHOTO, "Trung Thành"), genre=genre
    )
    assert words(soup(client, page.url).select_one(".credits")) == "Tin: Nguyên Hồng. Ảnh: Trung Thành."


def test_the_author_is_not_lost_when_only_the_photographer_is_credited(client):
    page = credited("Có tác giả", (CreditRole.PHOTO, "Trung Thành"), author=make_person("Nông Đuổng"))
    assert words(soup(client, page.url).select_one(".credits")) == "Tin, bài: Nông Đuổng. Ảnh: Trung Thành."


def test_a_name_cannot_bring_markup(client):
    page = credited("Tên lạ", (CreditRole.TEXT, "<script>alert(1)</script>"))
    assert not soup(client, page.url).select(".credits script")


def test_an_article_never_changed_says_only_when_it_was_posted(client):
    page = posted(make_article())
    text = words(soup(client, page.url).select_one("article .meta"))
    assert "04/03/2026 08:05" in text
    assert "cập nhật" not in text


def test_a_draft_of_a_change_is_no_update_and_its_publication_is(client):
    page = posted(make_article())
    page.summary = "Đã bổ sung"
    page.change_note = "Bổ sung số liệu"
    revision = page.save_revision()
    assert "cập nhật" not in words(soup(client, page.url).select_one("article .meta"))
    revision.publish()
    text = words(soup(client, page.url).select_one("article .meta"))
    assert "04/03/2026 08:05" in text and "Bổ sung số liệu" in text
    assert timezone.localdate().strftime("cập nhật %d/%m/%Y") in text


def test_a_reprint_names_its_source_and_by_what_right(client):
    source = {"source_name": "Báo Nhân Dân", "source_url": "https://nhandan.example.vn/1?a=1&b=2"}
    page = make_article(**source, licence=Licence.PERMITTED)
    credits = soup(client, page.url).select_one(".credits")
    assert words(credits) == "Nguồn: Báo Nhân Dân (Đăng lại, được cho phép)"
    assert credits.a["href"] == source["source_url"]


def test_our_own_work_names_no_source(client):
    assert words(soup(client, make_article().url).select_one(".credits")) == ""


def test_caption_and_alternative_text_are_two_texts(client):
    figure = soup(client, make_article(**picture_fields()).url).select_one("article figure")
    assert figure.img["alt"] == "Người dân nạo vét kênh"
    assert words(figure.figcaption) == "Ra quân"


def test_the_short_title_finds_what_is_shown_by_its_full_one(client):
    make_article("Danh mục rút gọn", official_title="Công bố thủ tục được bãi bỏ trong năm")
    make_article("Danh mục nghề", summary="Rút gọn danh mục các nghề.")
    found = [hit.title for hit in search.find(search.Query("danh muc rut gon", make_site())).hits]
    assert found[0] == "Công bố thủ tục được bãi bỏ trong năm"


def test_a_long_official_title_is_shown_whole(client):
    title = "Quyết định về việc công bố danh mục thủ tục hành chính " * 12 + "<b>"
    shown = soup(client, make_article("Công bố danh mục", official_title=title).url)
    assert words(shown.h1) == title
    assert "h1--long" in shown.h1["class"]
    assert title in words(shown.title)
