"""An article as its editor writes it: what the form takes, what it refuses, what then stands first."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from editorial.slugs import slug_of
from news.models import ArticlePage
from tests.builders import make_article, make_home, make_image, make_person, make_section, make_user
from tests.forms import filled
from tests.news.reading import soup, titles, words

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]

ALT, CAPTION = "Người dân nạo vét kênh", "Ra quân làm thủy lợi tại thôn Đông, sáng 02/3"


@pytest.fixture
def editor(client):
    client.force_login(make_user("bien-tap", is_superuser=True))
    return client


@pytest.fixture
def home(db):
    lead = {"title": "", "count": 5, "width": "wide"}
    return make_home(blocks=[("lead", lead)])


def add_url(kind="articlepage"):
    return reverse("wagtailadmin_pages:add", args=["news", kind, make_section().pk])


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def sent(editor, url, **changes):
    """The answer to the form of `url` with these fields changed, the slug as a script fills it."""
    form = filled(editor.get(url)) | changes
    return editor.post(url, form | {"slug": form["slug"] or slug_of(form["title"])[:50]})


def published(editor, url, **changes):
    response = sent(editor, url, **changes, **{"action-publish": "1"})
    assert response.status_code == 302, refusals(response)
    return ArticlePage.objects.order_by("pk").last()


def refusals(response):
    """What the form says under its fields, by their names."""
    assert response.status_code == 200, "saved"
    form = BeautifulSoup(response.content, "html.parser")
    said = {
        one["data-contentpath"]: words(one.select_one(".error-message"))
        for one in form.select("[data-contentpath]")
    }
    return {name: text for name, text in said.items() if text}


def row(name, *rows):
    """New child rows of the form, as the browser sends them."""
    fields = {f"{name}-TOTAL_FORMS": str(len(rows))}
    for number, values in enumerate(rows):
        given = {"id": "", "ORDER": str(number + 1), "DELETE": "", **values}
        fields |= {f"{name}-{number}-{key}": value for key, value in given.items()}
    return fields


def local(moment):
    return timezone.localtime(moment).strftime("%d/%m/%Y %H:%M")


def test_an_article_is_written_with_its_picture_credits_and_related_page(editor, client):
    other = make_article("Tin trước", make_section("Kinh tế"))
    person = make_person("Nguyên Hồng")
    page = published(
        editor,
        add_url(),
        title="Đồng Đa ra quân",
        picture=str(make_image().pk),
        picture_alt=ALT,
        picture_caption=CAPTION,
        **row(
            "credits",
            {"role": "text", "person": str(person.pk), "name": ""},
            {"role": "photo", "person": "", "name": "Trung Thành"},
        ),
        **row("related_links", {"target": str(other.pk)}),
    )
    shown = soup(client, page.url)
    assert page.url.endswith("/dong-da-ra-quan/")
    assert (shown.select_one("article img")["alt"], words(shown.figcaption)) == (ALT, CAPTION)
    assert words(shown.select_one(".credits")) == "Tin, bài: Nguyên Hồng. Ảnh: Trung Thành."
    assert titles(shown, "Tin liên quan") == ["Tin trước"]


@pytest.mark.parametrize("kind", ["articlepage", "topicpage"])
@pytest.mark.parametrize(
    ("alt", "caption", "said"),
    [
        ("", CAPTION, {"picture_alt": "Ảnh bắt buộc phải có nội dung này."}),
        (ALT, "  ", {"picture_caption": "Ảnh bắt buộc phải có nội dung này."}),
        (CAPTION, f" {CAPTION.upper()} ", {"picture_alt": "Mô tả những gì nhìn thấy"}),
    ],
)
def test_a_picture_without_its_own_two_texts_is_refused_and_nothing_is_lost(editor, kind, alt, caption, said):
    picture = make_image("Kênh mương")
    texts = {"picture_alt": alt, "picture_caption": caption}
    url = add_url(kind)
    response = sent(editor, url, title="Ra quân", summary="Sáng nay", picture=str(picture.pk), **texts)
    (told,), (expected,) = refusals(response).items(), said.items()
    assert told[0] == expected[0] and told[1].startswith(expected[1])
    kept = filled(response)
    assert (kept["title"], kept["summary"], kept["picture"]) == ("Ra quân", "Sáng nay", str(picture.pk))
    assert kept["picture_alt"] == alt and kept["picture_caption"].strip() == caption.strip()
    assert not ArticlePage.objects.exists()


def test_texts_without_a_picture_are_no_fault(editor):
    assert published(editor, add_url(), title="Không ảnh", picture_alt=ALT).picture is None


def test_a_credit_without_anybody_is_refused(editor):
    nobody = {"role": "text", "person": "", "name": ""}
    response = sent(editor, add_url(), title="Ra quân", **row("credits", nobody))
    assert "Chọn người trong danh sách hoặc nhập tên." in response.content.decode()
    assert not ArticlePage.objects.exists()


def test_an_end_before_the_start_is_refused(editor):
    now = timezone.now()
    dates = {"featured_from": local(now), "featured_until": local(now - timedelta(hours=1))}
    response = sent(editor, add_url(), title="Ra quân", **dates)
    assert refusals(response) == {"featured_until": "Thời điểm kết thúc phải sau thời điểm bắt đầu."}
    assert filled(response)["featured_until"] == dates["featured_until"]


@pytest.mark.parametrize(
    ("start", "end", "first"),
    [
        (-1, 1, True),
        (-1, None, True),
        (None, 1, True),
        (1, 2, False),
        (-2, -1, False),
        (None, -1, False),
        (None, None, False),
    ],
)
def test_featured_articles_lead_the_front_page_from_their_start_to_their_end(
    editor, client, home, start, end, first
):
    now = timezone.now()
    hours = {"featured_from": start, "featured_until": end}
    dates = {name: local(now + timedelta(hours=hour)) for name, hour in hours.items() if hour is not None}
    page = published(editor, add_url(), title="Nổi bật", **dates)
    make_article("Mới hơn", page.get_parent())
    text = words(soup(client, "/").main)
    assert (text.index("Nổi bật") < text.index("Mới hơn")) is first


def test_a_draft_change_of_the_featured_time_changes_nothing_yet(editor, client, home):
    page = make_article("Nổi bật")
    make_article("Mới hơn")
    sent(editor, edit_url(page), featured_from=local(timezone.now() - timedelta(hours=1)))
    text = words(soup(client, "/").main)
    assert text.index("Mới hơn") < text.index("Nổi bật")


@pytest.mark.parametrize("length", [255, 256])
def test_a_title_longer_than_its_field_is_refused_and_kept(editor, length):
    title = "Đ" * length
    response = sent(editor, add_url(), title=title, official_title="Đầy đủ " * 200)
    assert (response.status_code == 302) is (length == 255)
    if length == 256:
        assert filled(response)["title"] == title


def test_the_preview_of_an_article_not_yet_saved_shows_who_made_it(editor):
    url = add_url()
    section = url.rstrip("/").split("/")[-1]
    preview = reverse("wagtailadmin_pages:preview_on_add", args=["news", "articlepage", section])
    credit = row("credits", {"role": "photo", "person": "", "name": "Trung Thành"})
    form = filled(editor.get(url)) | {"title": "Xem trước", "slug": "xem-truoc"} | credit
    assert editor.post(preview, form).json()["is_valid"]
    assert words(soup(editor, preview, mode="").select_one(".credits")) == "Ảnh: Trung Thành."
