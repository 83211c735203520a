"""The addresses of every page type, for its drafts and public pages, of the own unit and of the neighbour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from wagtail.models import Page

from home.models import HomePage
from news.models import ArticlePage
from tests.access.neighbours import NEIGHBOURS, NEXT_EDITOR, NEXT_HEAD, NEXT_WRITER
from tests.access.rows import (
    DECIDING,
    EDITING,
    NOBODY,
    OFFICIALS,
    PUBLISHING,
    TAKING_DOWN,
    WRITER,
    Row,
    row,
)

PAGE = "wagtailadmin_pages"
COPY = {"new_title": "Bản sao", "new_slug": "ban-sao", "new_parent_page": "place"}
TRACES = ("preview_on_edit", "history", "workflow_history", "usage")
EDITORS = EDITING | NEXT_EDITOR  # of what is public
TABLE = OFFICIALS | NEIGHBOURS  # all who work in the administration
OWN = EDITING | WRITER  # who may change the draft of the own unit
FOREIGN = EDITING | NEXT_WRITER | NEXT_EDITOR  # and that of the neighbour


def post(name: str, may: frozenset[str], *things: str, **more: Any) -> Row:
    return row(f"{PAGE}:{name}", may, *things, **{"method": "post", "changes": True} | more)


def get(may: frozenset[str], *things: str, names: tuple[str, ...]) -> Iterator[Row]:
    for name in names:
        yield row(f"{PAGE}:{name}", may, *things)


def adding() -> Iterator[Row]:
    here = ("app", "model", "place")
    yield from get(TABLE, *here, names=("add", "preview_on_add"))
    yield post("add", TABLE, *here, form="form_new", changes=False)


def in_whose_name() -> Iterator[Row]:
    """A collaborator and a head who only adds write in the own unit (K29); who may change pages, for any."""
    own, foreign = TABLE - NEXT_WRITER - NEXT_HEAD, TABLE - WRITER - DECIDING
    here, next_door = ("app", "model", "place"), {"unit": "neighbour"}
    yield post("add", own, *here, form="form_new", told=True)
    yield post("add", foreign, *here, form="form_new", data=next_door, told=True)
    yield post("edit", EDITING, "draft", form="form_draft", data=next_door, told=True)


def working_on(thing: str, editors: frozenset[str], unit: frozenset[str]) -> Iterator[Row]:
    """A draft is changed by `editors`; the `unit` reads it as well."""
    yield from get(editors, thing, names=("edit", "copy", "delete", "move"))
    yield from get(editors | unit, thing, names=("view_draft",))
    yield post("edit", editors, thing, form=f"form_{thing}")
    yield post("copy", editors, thing, data=COPY)
    yield post("delete", editors, thing)
    yield post("move_confirm", editors, thing, "elsewhere")


def looking_into(thing: str, editors: frozenset[str]) -> Iterator[Row]:
    """What else there is of a draft."""
    yield from get(editors, thing, names=TRACES)
    yield from get(editors, thing, f"{thing}_revision", names=("revisions_view", "revisions_revert"))
    yield from get(NOBODY, thing, names=("unpublish",))
    yield from get(TAKING_DOWN, thing, names=("set_privacy",))
    yield post("unpublish", NOBODY, thing)


def public() -> Iterator[Row]:
    yield from get(EDITORS, "live", names=("edit", "copy"))
    yield from get(TABLE, "live", names=("view_draft",))
    yield from get(PUBLISHING, "live", names=("delete", "move"))
    yield from get(TAKING_DOWN, "live", names=("unpublish", "set_privacy"))
    yield post("edit", EDITORS, "live", form="form_live")
    yield post("copy", EDITORS, "live", data=COPY)
    yield post("delete", PUBLISHING, "live")
    yield post("move_confirm", PUBLISHING, "live", "elsewhere")
    yield post("unpublish", TAKING_DOWN, "live")
    yield post("set_privacy", TAKING_DOWN, "live", data={"restriction_type": "login"})


def previews() -> Iterator[Row]:
    sent = {"changes": False}
    yield post("preview_on_add", TABLE, "app", "model", "place", form="form_new", **sent)
    yield post("preview_on_edit", OWN, "draft", form="form_draft", **sent)
    yield post("preview_on_edit", FOREIGN, "foreign", form="form_foreign", **sent)


def rows(model: type[Page]) -> list[Row]:
    """What is asked of a page type; of articles more, where the type makes no difference."""
    own = [*working_on("draft", OWN, DECIDING), *looking_into("draft", OWN)]
    foreign = working_on("foreign", FOREIGN, NEXT_HEAD)
    asked = [*adding(), *own, *foreign, *public()]
    if model is ArticlePage:
        return [*asked, *looking_into("foreign", FOREIGN), *previews()]
    return [of_front(row) for row in asked] if model is HomePage else asked


def of_front(row: Row) -> Row:
    """Who runs the installation adds front pages, outside of every portal; a portal keeps its own."""
    if row.name.endswith("view_draft"):
        return replace(row, may={"draft": OFFICIALS, "foreign": NEIGHBOURS}.get(row.things[0], row.may))
    if row.things[0] != "live":
        return replace(row, may=NOBODY)
    if row.name.removeprefix(f"{PAGE}:") in ("delete", "move", "move_confirm"):
        return replace(row, may=NOBODY)
    return replace(row, may=NOBODY, told=True) if row.data == COPY else row


def deeds(model: type[Page]) -> list[tuple[Row, list[str]]]:
    """What those who are let in change, and who is asked: for articles all of them, else one who may.

    In whose name a page is written, the form decides: two writers are asked of every type.
    """
    names = [] if model is HomePage else list(in_whose_name())
    done = [row for row in rows(model) if row.changes and row.may]
    if model is ArticlePage:
        return [(row, sorted(TABLE)) for row in names] + [(row, sorted(row.may)) for row in done]
    once = [row for row in done if row.things[0] == "draft" or row.name.endswith(("unpublish", "privacy"))]
    return [(row, sorted(WRITER | NEXT_WRITER)) for row in names] + [(row, [min(row.may)]) for row in once]
