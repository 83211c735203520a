"""Pages of every type: a public one, a draft of the own unit and one of the neighbour, and their forms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from wagtail.models import Page, WorkflowState

from agency.models import Unit, User
from docs.models import DocumentListPage, DocumentPage
from editorial.guard import warrant
from editorial.models import SectionPage
from home.models import BoardPage, HomePage, LeadersPage, OrganisationPage, StandardPage
from news.models import ArticlePage, TopicPage
from procedures.models import ProcedureListPage, ProcedurePage
from questions.models import AnswerListPage, AnswerPage
from tests import builders
from tests.access.neighbours import move_in
from tests.forms import filled
from tests.kinds import BODY
from tests.world import World

NEW = 9  # the number of the page that is about to be written


@dataclass(frozen=True)
class Kind:
    """Below what it stands, what it says, what its number is; `sent` is what a script draws in the form."""

    parent: type[Page] = SectionPage
    fields: dict[str, Any] = field(default_factory=dict)
    key: Callable[[int], dict[str, str]] = lambda number: {}
    sent: dict[str, str] = field(default_factory=dict)


ANSWER = {"answer-count": "1", "answer-0-deleted": "", "answer-0-order": "0", "answer-0-type": "quotation"}
QUOTED = {"answer-0-value-text": "Ở xã.", "answer-0-value-name": "", "answer-0-value-post": ""}
KINDS: dict[type[Page], Kind] = {
    SectionPage: Kind(),
    ArticlePage: Kind(),
    TopicPage: Kind(),
    HomePage: Kind(Page),
    OrganisationPage: Kind(),
    LeadersPage: Kind(),
    BoardPage: Kind(),
    StandardPage: Kind(),
    ProcedureListPage: Kind(),
    ProcedurePage: Kind(ProcedureListPage, key=lambda number: {"code": f"1.00{number}193"}),
    DocumentListPage: Kind(),
    DocumentPage: Kind(DocumentListPage, key=lambda number: {"number": f"{number}/2026/QĐ-UBND"}),
    AnswerListPage: Kind(),
    AnswerPage: Kind(AnswerListPage, {"question": "Ở đâu?", "answer": BODY}, sent=ANSWER | QUOTED),
}


def put_in(world: World, model: type[Page]) -> None:
    """The pages of `model` with their newest versions, two places for them, and what their forms send.

    Nothing stands at a stage, which would only be looked up in every answer.
    """
    WorkflowState.objects.all().delete()
    move_in(world)
    things = world.things
    things |= places(world, KINDS[model].parent)
    things["draft"] = page(world, model, 2, "unit", owner=world.users["congtacvien"])
    things["foreign"] = page(world, model, 3, "neighbour", owner=world.users["congtacvien-khac"])
    things["live"] = things["front"] if model is HomePage else public(page(world, model, 1, "unit"))
    for name in ("draft", "foreign", "live"):
        things[f"{name}_revision"] = things[name].latest_revision
    things |= {"app": model._meta.app_label, "model": model._meta.model_name} | forms(world, model)


def places(world: World, parent: type[Page]) -> dict[str, Page]:
    """Where pages of the type stand and where else they could."""
    if parent is Page:
        return dict.fromkeys(("place", "elsewhere"), Page.get_first_root_node())
    titles = {"place": "Nơi thứ nhất", "elsewhere": "Nơi thứ hai"}
    return {name: below(world.things["front"], parent(title=title)) for name, title in titles.items()}


def below(place: Page, new: Page) -> Page:
    with warrant("test"):
        return place.add_child(instance=new)


def page(world: World, model: type[Page], number: int, unit: str, owner: User | None = None) -> Page:
    """A draft with a version."""
    kind = KINDS[model]
    said = {"title": f"Trang số {number}", "slug": f"trang-so-{number}", "unit": world.things[unit]}
    new = model(live=False, owner=owner, **said, **kind.fields, **kind.key(number))
    world.things["place"].refresh_from_db()
    below(world.things["place"], new).save_revision()
    return new


def public(draft: Page) -> Page:
    builders.publish(draft.latest_revision)
    return type(draft).objects.get(pk=draft.pk)


def forms(world: World, model: type[Page]) -> dict[str, dict[str, Any]]:
    """What a browser sends of a new page and of each one there is, changed."""
    shown = world.things["live" if model is HomePage else "draft"]
    edit = reverse("wagtailadmin_pages:edit", args=[shown.pk])
    held = filled(world.clients["quantri"].get(edit)) | KINDS[model].sent
    numbers = {"live": 1, "draft": 2, "foreign": 3, "new": NEW}
    return {f"form_{name}": held | form(world, model, name, number) for name, number in numbers.items()}


def form(world: World, model: type[Page], name: str, number: int) -> dict[str, str]:
    unit: Unit = world.things["neighbour" if name == "foreign" else "unit"]
    said = {"title": f"Trang số {number}, đã sửa", "slug": f"trang-so-{number}", "unit": str(unit.pk)}
    return said | KINDS[model].key(number)
