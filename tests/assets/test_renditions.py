"""Pictures come in declared sizes, made before a visitor asks."""

import re

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from assets import renditions
from assets.models import CustomImage
from tests.assets import samples
from tests.builders import make_article, make_image, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def run_jobs(monkeypatch):
    monkeypatch.setattr(transaction, "on_commit", lambda work, **kwargs: work())


def rendered(image, arguments: str, request=None) -> str:
    template = Template("{% load assets_tags %}{% portal_image image " + arguments + " %}")
    return template.render(Context({"image": image, "request": request or RequestFactory().get("/")}))


def attributes(html: str) -> dict[str, str]:
    return dict(re.findall(r'([\w-]+)="([^"]*)"', html))


def test_renditions_are_made_at_upload(run_jobs):
    image = make_image(size=(1600, 1200))
    assert not renditions.missing(image)
    widths = {rendition.width for rendition in image.renditions.all()}
    assert {160, 320, 480, 640, 800, 1280} <= widths
    assert all(rendition.file.name.endswith(".webp") for rendition in image.renditions.all())


def test_the_tag_offers_all_widths_and_says_how_large_the_picture_is(run_jobs):
    image = make_image(size=(1600, 1200), description="Cờ đỏ sao vàng")
    img = attributes(rendered(image, 'profile="body"'))
    assert re.findall(r"(\d+)w", img["srcset"]) == ["480", "800", "1280"]
    assert (img["width"], img["height"], img["loading"]) == ("1280", "960", "lazy")
    assert img["alt"] == "Cờ đỏ sao vàng"
    assert "sizes" in img


def test_a_small_picture_is_not_offered_twice_or_enlarged(run_jobs):
    img = attributes(rendered(make_image(size=(300, 200)), 'profile="body"'))
    assert "srcset" not in img
    assert img["width"] == "300"


def test_the_picture_at_the_top_is_not_lazy(run_jobs):
    img = attributes(rendered(make_image(), 'profile="lead" lazy=False css_class="cover"'))
    assert "loading" not in img
    assert (img["fetchpriority"], img["class"]) == ("high", "cover")


def test_alternative_text_is_escaped_and_may_be_empty(run_jobs):
    image = make_image(description='"><script>')
    assert "<script>" not in rendered(image, "")
    assert 'alt=""' in rendered(image, 'alt=""')


def test_no_picture_gives_nothing():
    assert rendered(None, "") == ""


def test_a_visitor_never_makes_renditions():
    image = make_image(size=(900, 600))
    img = attributes(rendered(image, 'profile="list"'))
    assert img["src"] == image.file.url
    assert (img["width"], img["height"]) == ("900", "600")
    assert not image.renditions.exists()


def test_a_preview_makes_what_it_shows():
    request = RequestFactory().get("/")
    request.is_preview = True
    img = attributes(rendered(make_image(size=(900, 600)), 'profile="list"', request))
    assert img["width"] == "640"


def test_the_crop_keeps_the_focal_point(run_jobs):
    image = make_image(size=(1200, 300))
    before = {rendition.focal_point_key for rendition in image.renditions.all()}
    image.focal_point_x, image.focal_point_y = 1100, 150
    image.focal_point_width, image.focal_point_height = 100, 100
    image.save()
    assert {rendition.focal_point_key for rendition in image.renditions.all()} > before
    assert not renditions.missing(image)


def test_new_renditions_of_a_public_picture_are_public(run_jobs):
    image = make_image(size=(800, 600))
    make_article(picture=image, picture_alt="Cờ", picture_caption="Lễ")
    image.refresh_from_db()
    image.focal_point_x = image.focal_point_y = image.focal_point_width = image.focal_point_height = 50
    image.save()
    assert all(rendition.file.name.startswith("public/") for rendition in image.renditions.all())


def test_repair_makes_renditions_of_a_new_profile(run_jobs, monkeypatch):
    image = make_image()
    monkeypatch.setattr(renditions, "profiles", dict(renditions.profiles))
    renditions.register("moi", ["fill-33x33"], "33px")
    assert renditions.missing(image)
    call_command("repair_files")
    assert not renditions.missing(image)


def test_a_damaged_picture_stops_nobody(run_jobs):
    image = make_image()
    with image.file.storage.open(image.file.name, "wb") as content:
        content.write(b"not a picture")
    image.renditions.all().delete()
    renditions.make(CustomImage.objects.all())
    assert "<img" in rendered(image, "")


def gallery(count: int) -> list:
    pictures = [
        {"image": make_image().pk, "alt": f"Ảnh {number}", "caption": "Lễ", "credit": ""}
        for number in range(count)
    ]
    return [{"type": "gallery", "value": {"title": "", "pictures": pictures}}]


def test_ten_pictures_cost_as_many_queries_as_two(run_jobs):
    counts = []
    for number in (2, 10):
        url = make_article(f"Bài {number}", body=gallery(number)).url
        client = Client()
        client.get(url)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            response = client.get(url)
        assert response.content.count(b"<img") >= number
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_an_upload_has_its_renditions_when_the_editor_returns(run_jobs, client):
    client.force_login(make_user(is_superuser=True))
    form = {"title": "Ảnh", "collection": 1, "file": samples.upload("a.jpg", samples.picture((700, 500)))}
    client.post(reverse("wagtailimages:add"), form)
    assert not renditions.missing(CustomImage.objects.get())
