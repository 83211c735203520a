"""A draft shown to somebody outside: for a time, until it is ended, with an entry for each opening."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from editorial.models import Action, Channel, Decision, PreviewLink
from news.models import ArticlePage
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(world):
    PreviewLink.objects.all().delete()
    return world


def make(world, role="congtacvien", thing="draft", **given):
    url = reverse("editorial_previews", args=[world.key(thing)])
    return world.clients[role].post(url, {"reader": "Sở Tư pháp", "days": 3, **given})


@pytest.fixture
def link(world):
    soup = BeautifulSoup(make(world).content, "html.parser")
    return re.sub(r"^https?://[^/]+", "", soup.select_one("input[readonly]")["value"])


def draft_of(world):
    return ArticlePage.objects.get(pk=world.key("draft"))


def test_who_has_the_link_reads_the_draft_without_an_account(world, link):
    response = Client().get(link)
    assert response.status_code == 200
    assert "Sở Tư pháp" in response.content.decode()
    assert "Dự thảo tin cầu" in Client().get(f"{link}noi-dung/").content.decode()
    assert "no-store" in response["Cache-Control"] and "noindex" in response["X-Robots-Tag"]
    assert response["Referrer-Policy"] == "no-referrer"


def test_the_address_is_shown_once_and_kept_nowhere(world, link):
    said = world.clients["congtacvien"].get(reverse("editorial_previews", args=[world.key("draft")]))
    assert "Sở Tư pháp" in said.content.decode()
    assert link.split("/")[2] not in said.content.decode()
    assert link.split("/")[2] not in str(PreviewLink.objects.values().get())


def test_making_opening_and_ending_stand_in_the_trail(world, link):
    for _time in range(2):
        Client().get(link)
    opened = Decision.objects.get(action=Action.PREVIEWED)
    assert opened.channel == Channel.PREVIEW and opened.comment == "Sở Tư pháp"
    ended = reverse("editorial_preview_revoke", args=[world.key("draft"), PreviewLink.objects.get().pk])
    for _time in range(2):
        world.clients["congtacvien"].post(ended)
    assert Decision.objects.filter(action=Action.LINKED).count() == 2


def test_the_name_of_the_reader_passes_the_gates(world):
    """It stands above the draft, outside the portal."""
    reader = "Ông An, CCCD 036091000123"
    answer = make(world, reader=reader)
    assert answer.status_code == 422 and reader in answer.content.decode()
    assert not PreviewLink.objects.exists()


def end(world):
    PreviewLink.objects.get().revoke()


def run_out(world):
    PreviewLink.objects.update(expires_at=timezone.now())


def restrict(world):
    page = draft_of(world)
    page.restricted = True
    page.save_revision()


def flag(world):
    page = draft_of(world)
    page.body = [("text", "<p>Độ mật: TỐI MẬT</p>")]
    page.save_revision()


@pytest.mark.parametrize("deed", [end, run_out, restrict, flag])
def test_the_link_opens_nothing_once(world, link, deed):
    deed(world)
    for url in (link, f"{link}noi-dung/"):
        response = Client().get(url)
        assert response.status_code == 410
        assert "Dự thảo tin cầu" not in response.content.decode()


@pytest.mark.parametrize("deed", [restrict, flag])
def test_no_link_is_made_to_what_must_stay_inside(world, deed):
    deed(world)
    assert make(world).status_code == 422
    assert not PreviewLink.objects.exists()


@pytest.mark.parametrize("days", [0, 31, "", "x"])
def test_a_link_has_an_end(world, days):
    response = make(world, days=days)
    assert response.status_code == 422 and "Sở Tư pháp" in response.content.decode()
    assert not PreviewLink.objects.exists()


def test_it_ends_after_the_days_that_were_chosen(world, link):
    left = PreviewLink.objects.get().expires_at - timezone.now()
    assert timedelta(days=2, hours=23) < left <= timedelta(days=3)


def test_it_shows_the_newest_draft(world, link):
    page = draft_of(world)
    page.title = "Dự thảo đã sửa"
    page.save_revision()
    assert "Dự thảo đã sửa" in Client().get(f"{link}noi-dung/").content.decode()


def test_only_who_works_on_the_draft_may_show_it(world):
    assert make(world, "truongphong").status_code == 302
    assert make(world, thing="foreign").status_code == 302
    assert not PreviewLink.objects.exists()


def test_files_of_the_draft_are_seen_through_the_link_alone(world, link):
    page = draft_of(world)
    page.picture = builders.make_image("Bến đò")
    page.picture_alt, page.picture_caption = "Bến đò Vàm", "Bến đò sáng nay"
    document = builders.make_document(title="Phụ lục")
    page.body = [("files", {"title": "", "files": [document]})]
    page.save_revision()
    said = Client().get(f"{link}noi-dung/").content.decode()
    pictures = re.findall(rf'src="({link}tep/[^"]+)"', said)
    papers = re.findall(rf'href="({link}tai-lieu/[^"]+)"', said)
    assert pictures and papers
    for url in (pictures[0], papers[0]):
        assert Client().get(url).status_code == 200
        assert Client().get(url.replace(link, "/")).status_code == 404
    other = builders.make_document(title="Khác")
    assert Client().get(f"{link}tai-lieu/{other.pk}/{other.filename}").status_code == 404
    end(world)
    assert Client().get(pictures[0]).status_code == 410
