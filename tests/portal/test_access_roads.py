"""Nobody puts up by hand what a chain decides about; taking down is for publishers and the head."""

import json
from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Revision

from tests.forms import filled
from tests.world import make_world

pytestmark = pytest.mark.django_db
PAGES = "wagtailadmin_pages"
BELOW = ("congtacvien", "bientap", "truongphong", "kiemduyet")
TAKES_DOWN = {
    *("unpublish", "unpublish in bulk", "unpublish by API"),
    *("privacy", "opening"),
}
OWN_ROADS = TAKES_DOWN | {
    *("delete", "delete in bulk", "delete by API"),
    *("move", "move in bulk", "move by API", "order"),
}


def public_state():
    """All that a visitor's view depends on: live pages with place and text, walls, what waits to go live."""
    pages = Page.objects.filter(live=True).order_by("pk")
    return (
        list(pages.values_list("pk", "path", "url_path", "title", "last_published_at", "expire_at")),
        list(PageViewRestriction.objects.order_by("pk").values_list("page_id", "restriction_type")),
        list(Revision.objects.filter(approved_go_live_at__isnull=False).values_list("pk", flat=True)),
    )


class Road:
    """What an official sends; the forms are those a publisher sees, whoever sends them."""

    def __init__(self, world, role):
        self.world, self.client = world, world.clients[role]
        self.publisher = world.clients["xuatban"]

    def form(self, name, *args):
        return filled(self.publisher.get(reverse(f"{PAGES}:{name}", args=args)))

    def key(self, name):
        return self.world.key(name)

    def post(self, name, *args, data=None, query=""):
        return self.client.post(reverse(name, args=args) + query, data or {})

    def edit(self, page, **changes):
        data = self.form("edit", self.key(page)) | changes
        return self.post(f"{PAGES}:edit", self.key(page), data=data)

    def bulk(self, action, page, **data):
        names = ("wagtailcore", "page", action)
        return self.post("wagtail_bulk_action", *names, data=data, query=f"?id={self.key(page)}")

    def api(self, action, page, **data):
        url = reverse("wagtailadmin_api:pages:action", args=[self.key(page), action])
        return self.client.post(url, json.dumps(data), content_type="application/json")

    def copy(self, **data):
        common = {"new_title": "Bản sao", "new_slug": "ban-sao", "new_parent_page": self.key("third_section")}
        return self.post(f"{PAGES}:copy", self.key("live"), data=common | data)


ROADS = {
    "button": lambda r: r.edit("draft", **{"action-publish": "1"}),
    "button of a foreign draft": lambda r: r.edit("foreign", **{"action-publish": "1"}),
    "button of a live page": lambda r: r.edit("live", title="Đổi tên", **{"action-publish": "1"}),
    "button of a page in moderation": lambda r: r.edit("submitted", **{"action-publish": "1"}),
    "new page": lambda r: r.post(
        f"{PAGES}:add",
        *("news", "articlepage", r.key("section")),
        data=r.form("edit", r.key("draft")) | {"slug": "moi", "action-publish": "1"},
    ),
    "schedule": lambda r: r.edit("draft", **{"go_live_at": tomorrow(), "action-publish": "1"}),
    "end of a live page": lambda r: r.edit("live", **{"expire_at": tomorrow(), "action-publish": "1"}),
    "old version": lambda r: r.edit("live", revision=r.key("revision"), **{"action-publish": "1"}),
    "publish in bulk": lambda r: r.bulk("publish", "draft"),
    "unpublish in bulk": lambda r: r.bulk("unpublish", "live"),
    "delete in bulk": lambda r: r.bulk("delete", "live"),
    "move in bulk": lambda r: r.bulk("move", "live", chooser=r.key("third_section"), move_applicable="on"),
    "unpublish": lambda r: r.post(f"{PAGES}:unpublish", r.key("live")),
    "delete": lambda r: r.post(f"{PAGES}:delete", r.key("live")),
    "delete a section": lambda r: r.post(f"{PAGES}:delete", r.key("other_section")),
    "move": lambda r: r.post(f"{PAGES}:move_confirm", r.key("live"), r.key("third_section")),
    "order": lambda r: r.post(f"{PAGES}:set_page_position", r.key("third_section"), query="?position=0"),
    "copy": lambda r: r.copy(publish_copies="on"),
    "alias": lambda r: r.copy(alias="on"),
    "privacy": lambda r: r.post(f"{PAGES}:set_privacy", r.key("live"), data={"restriction_type": "login"}),
    "opening": lambda r: r.post(f"{PAGES}:set_privacy", r.key("internal"), data={"restriction_type": "none"}),
    "publish by API": lambda r: r.api("publish", "draft"),
    "unpublish by API": lambda r: r.api("unpublish", "live"),
    "delete by API": lambda r: r.api("delete", "live"),
    "move by API": lambda r: r.api("move", "live", destination_page_id=r.key("third_section")),
    "copy by API": lambda r: r.api(
        "copy", "live", destination_page_id=r.key("third_section"), keep_live=True, slug="ban-sao"
    ),
    "alias by API": lambda r: r.api("create_alias", "live", destination_page_id=r.key("third_section")),
}


def tomorrow():
    return (timezone.localtime() + timedelta(days=1)).strftime("%d/%m/%Y %H:%M")


def changes_the_public(road, world, role):
    """Whether the road changed anything; what it did is undone."""
    mark = transaction.savepoint()
    before = public_state()
    road(Road(world, role))
    changed = public_state() != before
    transaction.savepoint_rollback(mark)
    return changed


@pytest.mark.parametrize("role", BELOW)
def test_no_road_leads_around_the_workflow(role):
    world = make_world()
    assert [name for name, road in ROADS.items() if changes_the_public(road, world, role)] == []


def open_roads(world, role):
    return {name for name, road in ROADS.items() if changes_the_public(road, world, role)}


def test_the_head_of_the_board_takes_down_what_he_could_put_up():
    assert open_roads(make_world(), "truongban") == TAKES_DOWN


def test_a_publisher_takes_down_and_orders_but_publishes_by_the_chain_alone():
    assert open_roads(make_world(), "xuatban") == OWN_ROADS


def test_an_administrator_is_bound_as_well():
    """Deleting a section with all below it is what the role has before a publisher."""
    assert open_roads(make_world(), "quantri") == OWN_ROADS | {"delete a section"}
