"""Who reads a draft: who wrote it, its chain, its unit and the board; others read what visitors read."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Site

from agency.models import Unit
from editorial.guard import warrant
from editorial.models import Chain, EditorialPage, KeyClaim
from news.models import ArticlePage
from procedures.models import ProcedurePage
from tests import builders
from tests.access import chain as chain_rows
from tests.access import neighbours
from tests.forms import filled

pytestmark = pytest.mark.django_db
NOW, LATER = "Xã khởi công cầu", "Xã hoãn khởi công cầu"
TEXTS = ("edit", "view_draft", "copy", "history", "workflow_history", "preview_on_edit")
BESIDE = ("editorial_checks", "editorial_previews")


@pytest.fixture
def changed(world):
    """A public page with a change by its writer that nobody has approved."""
    neighbours.move_in(world)
    writer = world.users["congtacvien"]
    page = builders.make_article(NOW, world.things["section"], owner=writer, unit=world.things["unit"])
    draft = page.get_latest_revision_as_object()
    draft.title = LATER
    draft.save_revision(user=writer, log_action=True)
    world.things["changed"] = ArticlePage.objects.get(pk=page.pk)
    return world.things["changed"]


def answers(client, page):
    for name in TEXTS:
        yield client.get(reverse(f"wagtailadmin_pages:{name}", args=[page.pk]))
    for name in (*BESIDE, "editorial_trail"):
        yield client.get(reverse(name, args=[page.pk]))
    yield client.get(reverse("wagtailadmin_explore", args=[page.get_parent().pk]))
    yield client.get(reverse("wagtailadmin_api:pages:detail", args=[page.pk]))
    yield client.get(reverse("wagtailadmin_api:pages:listing") + "?limit=100&fields=*")


@pytest.mark.parametrize("role", ["congtacvien-khac", "bientap-khac", "truongphong-khac"])
def test_the_change_of_a_public_page_is_not_read_next_door(world, changed, role):
    assert not [a.request["PATH_INFO"] for a in answers(world.clients[role], changed) if LATER in a.text]
    explorer = world.clients[role].get(reverse("wagtailadmin_explore", args=[world.key("section")]))
    assert NOW in explorer.text, "what is public is in the lists"


@pytest.mark.parametrize("role", ["congtacvien", "truongphong", "kiemduyet", "truongban", "xuatban"])
def test_unit_and_board_read_it(world, changed, role):
    draft = world.clients[role].get(reverse("wagtailadmin_pages:view_draft", args=[changed.pk]))
    assert LATER in draft.text


def test_who_changed_a_page_of_another_unit_goes_on_reading_what_he_wrote(world, changed):
    draft = changed.get_latest_revision_as_object()
    draft.save_revision(user=world.users["bientap-khac"])
    url = reverse("wagtailadmin_pages:edit", args=[changed.pk])
    assert LATER in world.clients["bientap-khac"].get(url).text


def test_a_stage_is_read_by_those_who_read_the_draft(world, changed):
    changed.get_workflow().start(changed, world.users["congtacvien"])
    state = chain_rows.deciders.open_state(changed)
    for name in ("editorial_decide", "editorial_decide_text"):
        url = reverse(name, args=[state.pk])
        assert world.clients["bientap-khac"].get(url).status_code in (302, 403)
        assert world.clients["truongban"].get(url).status_code == 200


def test_the_unit_that_took_over_reads_the_drafts_of_the_one_it_took_over(world):
    neighbours.move_in(world)
    draft, reader = world.things["draft"], world.clients["truongphong-khac"]
    url = reverse("wagtailadmin_pages:view_draft", args=[draft.pk])
    assert reader.get(url).status_code in (302, 403, 404)
    between = builders.make_unit("Ban Quản lý dự án", site=world.site)
    Unit.objects.get(pk=draft.unit_id).successors.add(between)
    between.successors.add(world.things["neighbour"])
    yesterday = timezone.localdate() - timedelta(days=1)
    Unit.objects.filter(pk__in=[between.pk, draft.unit_id]).update(valid_to=yesterday)
    assert reader.get(url).status_code == 200


def number_taken(world, **holder):
    """The form of a new procedure whose code a page made with `holder` has."""
    with warrant("set-up"):
        section = builders.make_procedure_section(parent=world.things["front"])
        page = builders.make_procedure("1.000123", "Thủ tục của đơn vị khác", parent=section, **holder)
    assert KeyClaim.objects.filter(page=page).exists()
    url = reverse("wagtailadmin_pages:add", args=["procedures", "procedurepage", section.pk])
    new = {"title": "Thủ tục mới", "slug": "thu-tuc-moi", "code": "1.000123"}
    client = world.clients["quantri"]
    return page, client.post(url, filled(client.get(url)) | new)


@pytest.mark.parametrize(
    ("holder", "is_named"),
    [({}, True), ({"live": False}, True), ({"live": False, "restricted": True}, False)],
)
def test_a_number_that_is_taken_names_no_restricted_draft(world, holder, is_named):
    page, answer = number_taken(world, **holder)
    assert answer.status_code == 200 and ProcedurePage.objects.filter(code="1.000123").count() == 1
    assert ("Thủ tục của đơn vị khác" in answer.text) == is_named
    assert (f"(số {page.pk})" in answer.text) == is_named


def move(world, role, page, destination):
    url = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, destination.pk])
    return world.clients[role].post(url)


@pytest.mark.parametrize("role", ["quantri", "xuatban", "superuser"])
def test_what_nobody_approved_does_not_stay_public_by_moving_under_a_chain(world, role):
    world.users["superuser"] = builders.make_user(is_superuser=True)
    with warrant("set-up"):
        free = builders.make_section("Thông báo nội bộ", parent=world.things["front"])
    Chain.objects.create(site=world.site, section=free, workflow=None)
    page = builders.make_article("Tin chưa ai duyệt", free)
    draft = builders.make_article("Nháp", free, live=False)
    move(world, role, page, world.things["section"])
    move(world, role, free, world.things["section"])
    assert Page.objects.get(pk=page.pk).get_parent().pk == free.pk
    assert Page.objects.get(pk=free.pk).get_parent().pk == world.key("front")
    move(world, role, draft, world.things["section"])
    assert Page.objects.get(pk=draft.pk).get_parent().pk == world.key("section")


@pytest.mark.parametrize("role", ["quantri", "superuser"])
def test_a_portal_keeps_its_front_page(world, role):
    world.users["superuser"] = builders.make_user(is_superuser=True)
    for name in ("delete", "move"):
        url = reverse(f"wagtailadmin_pages:{name}", args=[world.key("front")])
        assert world.clients[role].post(url).status_code in (302, 403)
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    world.clients[role].post(f"{bulk}?id={world.key('front')}")
    assert Site.objects.filter(pk=world.site.pk).exists()
    assert EditorialPage.objects.filter(pk=world.key("front"), live=True).exists()
