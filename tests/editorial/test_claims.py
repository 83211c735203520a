"""One key, one page: what frees a key, and two editors who type the same one at the same moment."""

import time
from functools import partial

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from editorial.models import EditorialPage, KeyClaim, claims
from editorial.slugs import slug_of
from tests.builders import (
    make_document_section,
    make_issuer,
    make_official_document,
    make_procedure,
    make_procedure_section,
    make_user,
)
from tests.forms import filled
from tests.writers import at_once

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

# app, model, field of the key, makers of a page and of its list, three keys
PROCEDURES = ("procedures", "procedurepage", "code", make_procedure, make_procedure_section)
DOCUMENTS = ("docs", "documentpage", "number", make_official_document, make_document_section)
KINDS = {
    "procedure": (*PROCEDURES, "1.000894", "1.001193", "2.000635"),
    "document": (*DOCUMENTS, "1/2026/QĐ-UBND", "2/2026/QĐ-UBND", "3/2026/QĐ-UBND"),
}


class Kind:
    """One keyed kind of page, as the admin writes it."""

    def __init__(self, app, model, field, make, make_section, *keys):
        self.app, self.model, self.field, self.make = app, model, field, make
        self.make_section, self.keys = make_section, keys

    def add(self, section, key, title):
        url = reverse("wagtailadmin_pages:add", args=[self.app, self.model, section.pk])
        plain = {"title": title, "slug": slug_of(title), self.field: key}
        return url, plain | self.rest()

    def rest(self):
        """What the key of a document holds besides the number."""
        return {"issuer": make_issuer().pk, "issue_date": "01/02/2026"} if self.app == "docs" else {}

    def edit(self, page, key):
        return reverse("wagtailadmin_pages:edit", args=[page.pk]), {self.field: key}


@pytest.fixture(params=KINDS)
def kind(request):
    return Kind(*KINDS[request.param])


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def editor():
    return signed_in(make_user("bien-tap", is_superuser=True))


def send(client, url, changes):
    return client.post(url, filled(client.get(url)) | changes)


def errors(response):
    assert response.status_code == 200, "saved"
    found = BeautifulSoup(response.content, "html.parser").select(".error-message, .messages .error")
    return " ".join(" ".join(one.text.split()) for one in found)


def saves(client, post):
    response = send(client, *post)
    return response.status_code == 302 or errors(response)


def test_a_deleted_page_gives_its_key_back(kind, editor):
    page = kind.make(kind.keys[0], "Trang đầu", live=False)
    section = page.get_parent()
    assert "Trang đầu" in saves(editor, kind.add(section, kind.keys[0], "Sau"))
    editor.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert saves(editor, kind.add(section, kind.keys[0], "Sau")) is True


def test_an_unpublished_page_keeps_its_key(kind, editor):
    page = kind.make(kind.keys[0], "Trang đầu")
    editor.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    page.refresh_from_db()
    assert not page.live
    assert "Trang đầu" in saves(editor, kind.add(page.get_parent(), kind.keys[0], "Sau"))


def test_a_draft_that_takes_another_key_gives_the_old_one_back(kind, editor):
    page = kind.make(kind.keys[0], "Trang đầu", live=False)
    assert saves(editor, kind.edit(page, kind.keys[1])) is True
    assert saves(editor, kind.add(page.get_parent(), kind.keys[0], "Sau")) is True
    assert "Trang đầu" in saves(editor, kind.add(page.get_parent(), kind.keys[1], "Nữa"))


def test_publishing_a_new_key_gives_the_old_one_back(kind, editor):
    page = kind.make(kind.keys[0], "Trang đầu")
    assert saves(editor, kind.edit(page, kind.keys[1])) is True
    assert "Trang đầu" in saves(editor, kind.add(page.get_parent(), kind.keys[0], "Sau"))
    url, changes = kind.edit(page, kind.keys[1])
    assert saves(editor, (url, changes | {"action-publish": "1"})) is True
    assert saves(editor, kind.add(page.get_parent(), kind.keys[0], "Sau")) is True


def test_a_refused_form_keeps_no_key_of_a_new_page_from_its_own_editor(kind, editor):
    section = kind.make_section()
    url, changes = kind.add(section, kind.keys[0], "Đầu")
    assert saves(editor, (url, changes | {"slug": "không phải"})) is not True
    assert saves(editor, (url, changes)) is True


def test_a_preview_takes_no_key(kind, editor):
    section, page = kind.make_section(), kind.make(kind.keys[1], "Trang đầu")
    url, new = kind.add(section, kind.keys[0], "Sau")
    on_add = reverse("wagtailadmin_pages:preview_on_add", args=[kind.app, kind.model, section.pk])
    on_edit = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    add_form, edit_form = filled(editor.get(url)), filled(editor.get(kind.edit(page, "")[0]))
    assert editor.post(on_add, add_form | new).json()["is_valid"]
    assert editor.post(on_edit, edit_form | {kind.field: kind.keys[2]}).json()["is_valid"]
    assert KeyClaim.objects.get().page_id == page.pk


def test_the_reservation_of_a_form_that_was_never_saved_lapses(kind, editor):
    section = kind.make_section()
    url, changes = kind.add(section, kind.keys[0], "Đầu")
    assert saves(editor, (url, changes)) is True
    KeyClaim.objects.update(page=None)
    other = kind.add(section, kind.keys[0], "Sau")
    assert kind.keys[0] in saves(editor, other)
    KeyClaim.objects.update(reserved_at=timezone.now() - claims.RESERVATION_LASTS * 2)
    assert saves(editor, other) is True


@pytest.fixture
def _slow_save(monkeypatch):
    """Leaves time for the other editor between the check of the key and the saving."""
    reserve = claims.reserve

    def slowly(*args):
        reserve(*args)
        time.sleep(0.5)

    monkeypatch.setattr(claims, "reserve", slowly)


def posted(*posts):
    """Sends every (client, (address, changes)) at the same time; the refused last."""
    forms = [(client, url, filled(client.get(url)) | changes) for client, (url, changes) in posts]
    answers = at_once(*(partial(client.post, url, data) for client, url, data in forms))
    return sorted(answers, key=lambda one: -one.status_code)


@pytest.mark.two_writers
@pytest.mark.usefixtures("_slow_save")
@pytest.mark.parametrize("accounts", [1, 2])
def test_two_new_pages_at_once(kind, accounts):
    section, users = kind.make_section(), [make_user(is_superuser=True) for _ in range(accounts)]
    clients = [signed_in(users[0]), signed_in(users[-1])]
    pair = zip(clients, ("Trang A", "Trang B"), strict=True)
    saved, refused = posted(*[(client, kind.add(section, kind.keys[0], title)) for client, title in pair])
    assert saved.status_code == 302
    page = EditorialPage.objects.exclude(pk=section.pk).get(depth=section.depth + 1)
    other = {"Trang A", "Trang B"} - {page.draft_title}
    told = errors(refused)
    assert kind.keys[0] in told or page.draft_title in told
    assert other.pop() in refused.content.decode(), "what was typed stays"
    assert KeyClaim.objects.get().page_id == page.pk


@pytest.mark.two_writers
@pytest.mark.usefixtures("_slow_save")
def test_drafts_of_two_live_pages_changed_at_once(kind):
    pages = [kind.make(kind.keys[0], "Trang A"), kind.make(kind.keys[1], "Trang B")]
    users = [make_user(is_superuser=True) for _ in pages]
    posts = [kind.edit(page, kind.keys[2]) for page in pages]
    saved, refused = posted(*zip(map(signed_in, users), posts, strict=True))
    assert saved.status_code == 302
    holder = KeyClaim.objects.order_by("pk").last().page
    assert holder.draft_title in errors(refused)
    assert getattr(holder.get_latest_revision_as_object(), kind.field) == kind.keys[2]
    assert kind.keys[2] in refused.content.decode(), "what was typed stays"
    assert KeyClaim.objects.count() == 3
