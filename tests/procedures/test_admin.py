"""Procedures as officials write them: the page form, the key that only one may hold."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from procedures.models import OnlineLevel, Paper, ProcedurePage, Service, Way
from tests.builders import make_procedure, make_procedure_section, make_user
from tests.forms import filled

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


@pytest.fixture
def editor(client):
    client.force_login(make_user("bien-tap", is_superuser=True))
    return client


def add_url(section):
    return reverse("wagtailadmin_pages:add", args=["procedures", "procedurepage", section.pk])


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def sent(editor, url, **changes):
    """The answer to the form of `url` with these fields changed."""
    return editor.post(url, filled(editor.get(url)) | changes)


def rows(name, *values):
    """New rows of a child table, as the browser numbers them."""
    fields = {f"{name}-TOTAL_FORMS": str(len(values))}
    for place, row in enumerate(values):
        plain = {"id": "", "ORDER": str(place + 1), "DELETE": "", **row}
        fields |= {f"{name}-{place}-{field}": value for field, value in plain.items()}
    return fields


def errors(response):
    assert response.status_code == 200, "saved"
    found = BeautifulSoup(response.content, "html.parser").select(".error-message")
    return " ".join(" ".join(one.text.split()) for one in found)


NEW = {"title": "Đăng ký khai sinh", "slug": "dang-ky-khai-sinh", "code": " 1.001193 "}


def test_a_procedure_is_written_with_its_rows_and_published(editor):
    section = make_procedure_section()
    ways = rows("ways", {"channel": "truc-tiep", "time_limit": "5 ngày", "fee": "", "description": ""})
    paper = {"case": "", "name": "Tờ khai", "originals": "1", "copies": "", "form": "", "form_url": ""}
    papers = rows("papers", {**paper, "form_name": ""})
    changes = {**NEW, **ways, **papers, "levels": ["xa", "tinh"], "action-publish": "1"}
    response = sent(editor, add_url(section), **changes)
    assert response.status_code == 302, errors(response)
    page = ProcedurePage.objects.get()
    assert (page.live, page.code, page.levels) == (True, "1.001193", ["tinh", "xa"])
    assert page.ways.get().time_limit == "5 ngày" and page.papers.get().originals == 1


def test_editing_keeps_every_row_and_value(editor):
    page = make_procedure(
        levels=["xa"],
        audience=["cong-dan", "doanh-nghiep"],
        steps="Bước 1:\n\n+ Nộp hồ sơ",
        ways=[Way(channel="truc-tuyen", time_limit="3 ngày")],
        papers=[Paper(name="Đơn", originals=1, quantity="1 bản chính")],
        online_levels=[OnlineLevel(service=Service.PARTIAL, reason="Vân tay")],
    )
    response = sent(editor, edit_url(page), local_note="Nghỉ sáng thứ bảy", **{"action-publish": "1"})
    assert response.status_code == 302, errors(response)
    after = ProcedurePage.objects.get()
    assert (after.levels, after.audience) == (["xa"], ["cong-dan", "doanh-nghiep"])
    assert after.steps == "Bước 1:\n\n+ Nộp hồ sơ" and after.local_note == "Nghỉ sáng thứ bảy"
    assert after.papers.get().quantity == "1 bản chính"
    assert after.ways.count() == after.online_levels.count() == 1


@pytest.mark.parametrize("code", ["1001193", "1.00119", "A.001193", "1.001193.X15"])
def test_a_code_that_is_none_is_refused_and_what_was_typed_stays(editor, code):
    response = sent(editor, add_url(make_procedure_section()), **{**NEW, "code": code})
    assert errors(response)
    assert "Đăng ký khai sinh" in response.content.decode()
    assert not ProcedurePage.objects.exists()


def test_a_draft_may_wait_for_its_code_and_cannot_be_published_without(editor):
    section = make_procedure_section()
    assert errors(sent(editor, add_url(section), **{**NEW, "code": ""}, **{"action-publish": "1"}))
    assert sent(editor, add_url(section), **{**NEW, "code": ""}).status_code == 302
    assert not ProcedurePage.objects.get().live


@pytest.mark.parametrize("spelling", ["1.001193", " 1.001193", "1.001193.000.00.00"])
@pytest.mark.parametrize("live", [True, False])
def test_a_code_of_another_page_is_refused_at_saving_and_the_page_is_named(editor, spelling, live):
    first = make_procedure(live=live)
    changes = {**NEW, "title": "Khai sinh", "slug": "khai-sinh", "code": spelling}
    told = errors(sent(editor, add_url(first.get_parent()), **changes))
    assert "Đăng ký khai sinh" in told and str(first.pk) in told
    assert ProcedurePage.objects.count() == 1


def test_a_draft_of_a_live_page_cannot_take_the_code_of_a_draft(editor):
    make_procedure("1.000894", "Đăng ký kết hôn", live=False)
    page = make_procedure()
    assert "Đăng ký kết hôn" in errors(sent(editor, edit_url(page), code="1.000894"))


def test_a_draft_of_a_live_page_holds_both_codes(editor):
    page = make_procedure()
    assert sent(editor, edit_url(page), code="1.000894").status_code == 302
    for code in ("1.001193", "1.000894"):
        changes = {**NEW, "title": "Khác", "slug": "khac", "code": code}
        assert "Đăng ký khai sinh" in errors(sent(editor, add_url(page.get_parent()), **changes))


def test_the_national_and_the_provincial_variant_are_two(editor):
    first = make_procedure()
    changes = {**NEW, "title": "Khai sinh", "slug": "khai-sinh", "code": "1.001193.H15"}
    assert sent(editor, add_url(first.get_parent()), **changes).status_code == 302


def test_a_partial_level_without_a_reason_is_refused(editor):
    page = make_procedure()
    level = {"service": "mot-phan", "effective_from": "", "checked_on": "", "reason": " "}
    told = errors(sent(editor, edit_url(page), **rows("online_levels", level)))
    assert told


def test_a_copy_has_no_code_to_collide_with(editor):
    page = make_procedure()
    url = reverse("wagtailadmin_pages:copy", args=[page.pk])
    response = editor.post(
        url,
        {"new_title": "Bản sao", "new_slug": "ban-sao", "new_parent_page": page.get_parent().pk},
    )
    assert response.status_code == 302
    assert ProcedurePage.objects.get(slug="ban-sao").code == ""
