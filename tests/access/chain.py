"""Pages on their way through the chain, and restricted ones: who reads, changes and decides about them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from agency.models import User
from editorial.chain import deciders
from editorial.models import EditorialPage
from news.models import ArticlePage
from tests import builders
from tests.access.neighbours import NEIGHBOURS, NEXT_HEAD, move_in
from tests.access.pages import COPY, FOREIGN, OWN, PAGE, TABLE, TRACES, get, post
from tests.access.rows import DECIDING, EDITING, NOBODY, OFFICIALS, TAKING_DOWN, WRITER, Row, row
from tests.forms import filled
from tests.world import World

MODERATOR = frozenset({"kiemduyet"})  # whose stage comes next
FRONT_WRITER = frozenset({"bientap"})
APPROVING = {"action": "approve"}
SENT = ("submitted", "handed", "foreign_submitted", "secret_sent")
SHOWING = ("edit", "copy", *TRACES)
BESIDE = ("editorial_checks", "editorial_trail")  # read by whoever may see the draft


def put_in(world: World) -> None:
    """A page of each unit at its first stage, one at the second; restricted ones unsent, sent and public."""
    move_in(world)
    things, writer, next_writer = world.things, world.users["congtacvien"], world.users["congtacvien-khac"]
    things |= {"place": things["section"], "elsewhere": things["third_section"]}
    things["secret"] = article(world, "unit", writer, restricted=True)
    for name, unit, owner in (("handed", "unit", writer), ("foreign_submitted", "neighbour", next_writer)):
        things[name] = sent(article(world, unit, owner), owner)
    things["secret_sent"] = sent(article(world, "unit", writer, restricted=True), writer)
    things["secret_front"] = secret_front(world)
    hand_on(world, "handed")
    things |= {f"{name}_state": deciders.open_state(things[name]) for name in SENT}
    things |= forms(world)


def article(world: World, unit: str, owner: User, **fields: Any) -> ArticlePage:
    more = {"live": False, "owner": owner, "unit": world.things[unit], **fields}
    return builders.make_article("Tin của chuỗi duyệt", parent=world.things["section"], **more)


def sent(page: ArticlePage, user: User) -> ArticlePage:
    page.get_workflow().start(page, user)
    return page


def hand_on(world: World, name: str) -> None:
    """The head of the unit approves."""
    state = deciders.open_state(world.things[name])
    world.clients["truongphong"].post(reverse("editorial_decide", args=[state.pk]), APPROVING)


def secret_front(world: World) -> EditorialPage:
    """The front page, which no chain approves, with a restricted change by its writer."""
    page = world.things["front"].specific
    page.owner, page.restricted = world.users["bientap"], True
    page.save_revision(user=page.owner)
    page.save()
    return page


def forms(world: World) -> dict[str, dict[str, Any]]:
    """What a browser sends of each page, changed."""
    edit = reverse(f"{PAGE}:edit", args=[world.key("secret")])
    held = filled(world.clients["congtacvien"].get(edit)) | {"title": "Đã sửa"}
    open_ones = {name: value for name, value in held.items() if name != "restricted"}
    pages = {name: world.things[name] for name in ("secret", *SENT)}
    return {
        f"form_{name}": (held if page.restricted else open_ones) | {"slug": page.slug, "unit": page.unit_id}
        for name, page in pages.items()
    }


def at_a_stage(
    thing: str, editors: frozenset[str], holder: frozenset[str], seers: frozenset[str]
) -> Iterator[Row]:
    """Only the holder of the stage changes the text, decides, and takes the page away if he edits pages."""
    yield from get(editors | holder, thing, names=("edit", "copy", "history"))
    yield from get(seers, thing, names=("view_draft",))
    yield from get(holder & EDITING, thing, names=("delete", "move"))
    yield from get(NOBODY, thing, names=("unpublish",))
    yield post("edit", holder, thing, form=f"form_{thing}", told=True)
    yield post("delete", holder & EDITING, thing)
    yield post("move_confirm", holder & EDITING, thing, "elsewhere")
    yield post("workflow_action", holder, thing, "approve", f"{thing}_state")
    for name in ("editorial_decide", "editorial_decide_text"):
        yield row(name, seers, f"{thing}_state")
    yield row("editorial_decide", holder, f"{thing}_state", method="post", data=APPROVING, changes=True)
    for name in BESIDE:
        yield row(name, seers, thing)
    yield row("editorial_previews", editors | holder, thing)


def kept_secret(thing: str, writer: frozenset[str]) -> Iterator[Row]:
    """A restricted draft that nobody was asked about yet is its writer's alone."""
    yield from get(writer, thing, names=(*SHOWING, "view_draft", "delete", "move"))
    yield from get(NOBODY, thing, names=("unpublish", "set_privacy"))
    yield post("edit", writer, thing, form=f"form_{thing}")
    yield post("copy", writer, thing, data=COPY)
    yield post("delete", writer, thing)
    yield post("move_confirm", writer, thing, "elsewhere")
    yield post("set_privacy", NOBODY, thing, data={"restriction_type": "login"})
    yield post("lock", NOBODY, thing)
    for name in (*BESIDE, "editorial_previews"):
        yield row(name, writer, thing)


def of_secret_front() -> Iterator[Row]:
    """The restricted change is its writer's; the public page is taken down as any other."""
    yield from get(FRONT_WRITER, "secret_front", names=(*SHOWING, "view_draft"))
    yield from get(TAKING_DOWN, "secret_front", names=("unpublish", "set_privacy"))
    for name in (*BESIDE, "editorial_previews"):
        yield row(name, FRONT_WRITER, "secret_front")


def rows() -> list[Row]:
    unit, foreign_seers = OFFICIALS, EDITING | NEIGHBOURS
    return [
        *at_a_stage("submitted", OWN, DECIDING, unit),
        *at_a_stage("handed", OWN, MODERATOR, unit),
        *at_a_stage("foreign_submitted", FOREIGN, NEXT_HEAD, foreign_seers),
        *at_a_stage("secret_sent", WRITER, DECIDING, WRITER | DECIDING),
        *kept_secret("secret", WRITER),
        *of_secret_front(),
    ]


def deeds() -> list[tuple[Row, list[str]]]:
    """What those who are let in change; where a form says no to the others, they are asked as well."""
    done = [row for row in rows() if row.changes and (row.may or row.told)]
    return [(row, sorted(TABLE if row.told else row.may)) for row in done]
