"""Documents as officials write them: the page form, one number for one page, the report of what lacks."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import GroupPagePermission

from docs.choices import RelationKind
from docs.models import DocumentPage, Relation
from tests.builders import (
    _permission,
    make_document_section,
    make_group,
    make_official_document,
    make_user,
)
from tests.forms import filled

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]

NEW = {"title": "Quản lý chợ", "slug": "quan-ly-cho", "number": " 12/2026/QĐ - UBND "}


@pytest.fixture
def editor(client):
    client.force_login(make_user("bien-tap", is_superuser=True))
    return client


def add_url(section=None):
    section = section or make_document_section()
    return reverse("wagtailadmin_pages:add", args=["docs", "documentpage", section.pk])


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def sent(editor, url, **changes):
    """The answer to the form of `url` with these fields changed."""
    return editor.post(url, filled(editor.get(url)) | changes)


def relation(**values):
    """One new relation, as the browser sends it."""
    empty = {"is_passive": "", "target": "", "target_number": "", "provisions": "", "from_date": ""}
    row = {"id": "", "ORDER": "1", "DELETE": "", "until_date": "", **empty, **values}
    fields = {f"relations-0-{name}": value for name, value in row.items() if name != "is_passive" or value}
    return {"relations-TOTAL_FORMS": "1", **fields}


def errors(response):
    assert response.status_code == 200, "saved"
    found = BeautifulSoup(response.content, "html.parser").select(".error-message, .messages .error")
    return " ".join(" ".join(one.text.split()) for one in found)


def test_a_document_is_written_and_the_number_says_the_family(editor):
    changes = {**NEW, "issue_date": "01/02/2026", **relation(kind="based_on", target_number="224/2026/NĐ-CP")}
    response = sent(editor, add_url(), **changes, **{"action-publish": "1"})
    assert response.status_code == 302, errors(response)
    page = DocumentPage.objects.get()
    assert (page.live, page.number, page.family) == (True, "12/2026/QĐ - UBND", "normative")
    assert page.relations.get().target_key == "224/2026/ND-CP"


@pytest.mark.parametrize("spelling", ["12/2026/QĐ-UBND", "Số: 12/2026/QĐ - UBND", "12/2026/qd-ubnd"])
@pytest.mark.parametrize("live", [True, False])
def test_a_number_of_another_page_is_refused_at_saving_and_the_page_is_named(editor, spelling, live):
    first = make_official_document("12/2026/QĐ-UBND", "Văn bản đầu", live=live)
    changes = {**NEW, "number": spelling, "issuer": first.issuer_id}
    told = errors(sent(editor, add_url(first.get_parent()), **changes))
    assert "Văn bản đầu" in told and str(first.pk) in told
    assert DocumentPage.objects.count() == 1


def test_the_same_number_in_another_year_is_another_document(editor):
    first = make_official_document("38/TB-UBND", issue_date=date(2025, 12, 31))
    changes = {**NEW, "number": "38/TB-UBND", "issuer": first.issuer_id, "issue_date": "01/01/2026"}
    assert sent(editor, add_url(first.get_parent()), **changes).status_code == 302


def test_a_draft_of_a_live_page_cannot_take_the_number_of_another(editor):
    make_official_document("1/2026/QĐ-UBND", "Văn bản khác", live=False)
    page = make_official_document("2/2026/QĐ-UBND")
    assert "Văn bản khác" in errors(sent(editor, edit_url(page), number="1/2026/QĐ-UBND"))


@pytest.mark.parametrize(
    "changes",
    [
        {"issue_date": "31/02/2026"},
        {"effective_date": "01/03/2026", "expiry_date": "01/02/2026"},
        {"validity_override": "expired", "validity_reason": " "},
        relation(kind="replaces"),
        relation(kind="suspends", target_number="1/QĐ-UBND", from_date="02/03/2026", until_date="01/03/2026"),
    ],
)
def test_what_cannot_be_is_refused_and_what_was_typed_stays(editor, changes):
    response = sent(editor, add_url(), **{**NEW, **changes})
    assert errors(response)
    assert "Quản lý chợ" in response.content.decode()
    assert not DocumentPage.objects.exists()


def test_a_document_cannot_be_related_to_itself(editor):
    page = make_official_document("2/2026/QĐ-UBND")
    assert errors(sent(editor, edit_url(page), **relation(kind="amends", target=str(page.pk))))


def test_a_copy_has_no_number_to_collide_with(editor):
    row = Relation(kind=RelationKind.CITES, target_number="1/2020/NĐ-CP")
    page = make_official_document("2/2026/QĐ-UBND", relations=(row,))
    url = reverse("wagtailadmin_pages:copy", args=[page.pk])
    parent = page.get_parent().pk
    response = editor.post(url, {"new_title": "Bản sao", "new_slug": "ban-sao", "new_parent_page": parent})
    assert response.status_code == 302
    assert DocumentPage.objects.get(slug="ban-sao").number == ""


def test_the_report_names_what_lacks_and_shows_only_what_one_may_edit(client):
    mine, other = make_document_section(), make_document_section(title="Nơi khác")
    make_official_document("", "Thiếu số", parent=mine)
    make_official_document("", "Của người khác", parent=other)
    make_official_document("3/2026/QĐ-UBND", "Đủ cả", parent=mine)
    group = make_group("Biên tập", permissions=["wagtailadmin.access_admin"])
    change = _permission("wagtailcore.change_page")
    GroupPagePermission.objects.create(group=group, page=mine, permission=change)
    client.force_login(make_user("nguoi-viet", groups=["Biên tập"]))
    body = client.get(reverse("docs_incomplete")).content.decode()
    assert "Thiếu số" in body
    assert "Của người khác" not in body and "Đủ cả" not in body
