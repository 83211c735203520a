"""Speed of the chain of approval: my work, a decision beside plain Wagtail's, the gates.

    python -m bench.chain [--pages 5000] [--units 40]

Everything happens in a database made anew in a temporary folder. One page of each unit and section enters the
chain by its real road; the rest of those that only wait repeat its rows.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from bench.table import Row, empty_view, p95, set_up, settle_in, show

if TYPE_CHECKING:
    from django.test import Client
    from wagtail.models import Page, Task, Workflow

    from agency.models import Unit
    from editorial.models import SectionPage
    from tests.world import World

SCREENS, DECISIONS = 20, 40
SCREEN_CPU_MS, TIMES_WAGTAIL = 100, 1.5
TEXT = "<p>Sáng nay, nhân dân các thôn ra quân nạo vét kênh nội đồng, dài hơn hai ki-lô-mét.</p>"


@dataclass(frozen=True)
class Shelf:
    """A section whose pages go through `workflow`."""

    section: SectionPage
    workflow: Workflow


def measure(pages: int, units: int) -> list[Row]:
    """All figures; Django is set up on an empty database."""
    from django.core.management import call_command

    from bench.annexes import checks
    from editorial.models import StageTaskState
    from tests.world import make_world

    call_command("migrate", verbosity=0)
    world = make_world()
    places = people(world, units)
    shelves = [unit_heads_first(world), moderators_first(world), board_first(world)]
    send(world, shelves, places, pages // 10)
    few = dict(queries(world))
    send(world, shelves, places, pages - pages // 10)
    take_stock()
    settle_in()
    return [
        Row("pages pending", StageTaskState.objects.open().count(), ""),
        *my_work(world, few),
        wagtails_list(world),
        empty_page(world),
        *decisions(world, shelves[0]),
        *checks(world.things["section"]),
        *empty_view(),
    ]


def take_stock() -> None:
    """Tells the database what its tables hold, which a server does by itself as they grow."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def people(world: World, count: int) -> list[Unit]:
    """Units with a head each; one moderator answers for all of them."""
    from editorial.models import Assignment, Membership
    from tests import builders

    member = Membership.objects.get(person=world.users["kiemduyet"].person)
    units = [builders.make_unit(f"Đơn vị {number}", site=world.site) for number in range(count)]
    for unit in units:
        user = builders.make_user(groups=["Lãnh đạo đơn vị"])
        head = builders.make_post("Trưởng đơn vị", unit=unit, is_head=True)
        builders.make_holding(person=builders.make_person(unit=unit, user=user), post=head)
        Assignment.objects.create(membership=member, unit=unit)
    return units


def unit_heads_first(world: World) -> Shelf:
    return Shelf(world.things["section"], world.things["workflow"])


def moderators_first(world: World) -> Shelf:
    return shelf(world, "kinh-te", "Hai bước", world.things["workflow"].tasks[1:])


def board_first(world: World) -> Shelf:
    return shelf(world, "hoat-dong-cua-co-quan", "Một bước", world.things["workflow"].tasks[2:])


def shelf(world: World, slug: str, title: str, tasks: Iterable[Task]) -> Shelf:
    from wagtail.models import Workflow, WorkflowTask

    from editorial.models import Chain, SectionPage

    workflow = Workflow.objects.create(name=title)
    for order, task in enumerate(tasks):
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=order)
    section = SectionPage.objects.get(slug=slug)
    Chain.objects.create(site=world.site, section=section, workflow=workflow)
    return Shelf(section, workflow)


def send(world: World, shelves: list[Shelf], units: list[Unit], count: int) -> None:
    """So many drafts into the chains, spread over sections and units: the first of each by the real road."""
    from bench.waiting import repeat

    places = [(place, unit) for place in shelves for unit in units][:count]
    share, more = divmod(count, len(places))
    for number, (place, unit) in enumerate(places):
        repeat(draft(world, place, unit), place.section, share - 1 + (number < more))


def draft(world: World, place: Shelf, unit: Unit) -> Page:
    from tests import builders

    writer = world.users["congtacvien"]
    page = builders.make_article(
        parent=place.section, live=False, owner=writer, unit=unit, body=[("text", TEXT)]
    )
    place.workflow.start(page, writer)
    return page


def screens(world: World) -> Iterator[tuple[str, Client, str]]:
    """What each official sees first, by its name."""
    from django.urls import reverse

    from agency.models import User
    from tests.world import browser

    unit_head = User.objects.filter(person__holdings__post__name="Trưởng đơn vị").first()
    board_head = world.clients["truongban"]
    readers = {"moderator": world.clients["kiemduyet"], "board": board_head, "unit head": browser(unit_head)}
    first, decide = reverse("editorial_work"), reverse("editorial_work_tab", args=["can-duyet"])
    addresses = {"my work": first, "to decide": decide, "admin home": reverse("wagtailadmin_home")}
    for who, client in readers.items():
        yield from ((f"{name}, {who}", client, url) for name, url in addresses.items())
    yield "whole board, board", board_head, reverse("editorial_work_tab", args=["toan-ban"])


def queries(world: World) -> Iterator[tuple[str, int]]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for name, client, url in screens(world):
        client.get(url)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(url).status_code == 200, url
        yield name, len(asked)


def my_work(world: World, few: dict[str, int]) -> Iterator[Row]:
    """Queries with all the pages, beside those with a tenth of them; CPU of a screen."""
    for name, count in queries(world):
        yield Row(f"{name}, queries", count, "")
        yield Row(f"{name}, queries to a tenth's", count / few[name], "", 1)
    for name, client, url in screens(world):
        spent = cpu([lambda client=client, url=url: client.get(url)] * SCREENS)
        yield Row(f"{name}, CPU p50", median(spent), "ms", SCREEN_CPU_MS)
        yield Row(f"{name}, CPU p95", p95(spent), "ms", SCREEN_CPU_MS)


def wagtails_list(world: World) -> Row:
    """What a screen of Wagtail's own costs that knows nothing of the chain."""
    from django.urls import reverse

    client, url = world.clients["kiemduyet"], reverse("wagtailimages:index")
    spent = cpu([lambda: client.get(url)] * SCREENS)
    return Row("list of images, moderator, CPU p50", median(spent), "ms")


def empty_page(world: World) -> Row:
    """What the frame of every screen costs: menus, icons, the account."""
    from django.conf import settings
    from django.test import override_settings
    from django.urls import include, path
    from django.views.generic import TemplateView
    from wagtail.admin.auth import require_admin_access
    from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

    class Empty(WagtailAdminTemplateMixin, TemplateView):
        template_name = "wagtailadmin/generic/base.html"

    places = [path("empty/", require_admin_access(Empty.as_view())), path("", include(settings.ROOT_URLCONF))]
    client = world.clients["kiemduyet"]
    with override_settings(ROOT_URLCONF=type("routes", (), {"urlpatterns": places})):
        assert client.get("/empty/").status_code == 200
        spent = cpu([lambda: client.get("/empty/")] * SCREENS)
    return Row("empty page of the administration, CPU p50", median(spent), "ms")


def cpu(actions: list[Callable[[], object]]) -> list[float]:
    """Milliseconds of CPU of each."""
    spent = []
    for action in actions:
        started = time.process_time()
        action()
        spent.append((time.process_time() - started) * 1000)
    return spent


def decisions(world: World, ours: Shelf) -> Iterator[Row]:
    """The three stages of ours and three of Wagtail's own, in turns; the last one publishes."""
    theirs = wagtails_own(world)
    roles = ("truongphong", "kiemduyet", "truongban")
    spent: dict[str, list[list[float]]] = {"ours": [[], [], []], "Wagtail's": [[], [], []]}
    for turn in range(DECISIONS + 1):
        for name, place, press in (("ours", ours, decide), ("Wagtail's", theirs, moderate)):
            page = draft(world, place, world.things["unit"])
            for stage, role in enumerate(roles):
                cost = cpu([lambda p=page, press=press, role=role: press(world.clients[role], p)])
                spent[name][stage] += cost if turn else []
            assert type(page).objects.get(pk=page.pk).live
    for label, stages in (("a decision on the way", (0, 1)), ("the decision that publishes", (2,))):
        mine, plain = (median([ms for n in stages for ms in spent[name][n]]) for name in spent)
        yield Row(label, mine, "ms")
        yield Row(f"{label}, Wagtail's", plain, "ms")
        yield Row(f"{label}, ours to Wagtail's", mine / plain, "", TIMES_WAGTAIL)


def wagtails_own(world: World) -> Shelf:
    """Three stages that any member of a group approves."""
    from django.contrib.auth.models import Group
    from wagtail.models import GroupApprovalTask

    group = Group.objects.create(name="Wagtail")
    group.user_set.add(*(world.users[role] for role in ("truongphong", "kiemduyet", "truongban")))
    tasks = [GroupApprovalTask.objects.create(name=f"Bước {number}") for number in range(3)]
    for task in tasks:
        task.groups.add(group)
    return shelf(world, "van-hoa-xa-hoi", "Wagtail", tasks)


def decide(client: Client, page: Page) -> None:
    from django.urls import reverse

    from editorial.models import StageTaskState

    state = StageTaskState.objects.open().get(page=page.pk)
    answer = client.post(reverse("editorial_decide", args=[state.pk]), {"action": "approve"})
    assert answer.status_code == 302, answer.content.decode()


def moderate(client: Client, page: Page) -> None:
    from django.urls import reverse
    from wagtail.models import TaskState, WorkflowState

    from editorial.guard import warrant

    state = TaskState.objects.get(workflow_state__object_id=str(page.pk), status="in_progress")
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    plain = patch.object(WorkflowState, "on_finish", publish_as_wagtail)
    open_to_all = patch("editorial.hiding.unknown_to", return_value=set())
    with plain, open_to_all, warrant("bench"):
        assert client.post(url, {"comment": ""}).status_code in (200, 302)


def publish_as_wagtail(workflow_state: Any, user: Any = None) -> None:
    """As `wagtail.workflows.publish_workflow_state`, whatever the user may do on his own."""
    page = workflow_state.content_object.get_latest_revision_as_object()
    page.latest_revision.publish(user=user, skip_permission_checks=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--pages", type=int, default=5_000)
    parser.add_argument("--units", type=int, default=40)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"EMAIL_URL": "dummymail://", "CACHE_URL": "locmemcache://"}
        set_up(f"sqlite:///{folder}/bench.sqlite3")
        show(measure(options.pages, options.units))


if __name__ == "__main__":
    main()
