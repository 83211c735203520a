"""A commune's portal as `setup_portal` makes it, with an account per role and one thing of every kind."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from io import StringIO
from typing import Any

from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db.models import Model
from django.test import Client
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, GroupApprovalTask, Page, PageViewRestriction, Site, Workflow

from agency.models import CalendarDay, Unit, User
from docs.models import DocumentType, Issuer
from editorial import trail
from editorial.models import (
    Action,
    Assignment,
    Board,
    Chain,
    Channel,
    CheckRule,
    DecidingPin,
    Delegation,
    EmergencySetting,
    Field,
    Genre,
    Letter,
    LetterKind,
    Membership,
    PaperDecision,
    PreviewLink,
    ReturnReason,
    SectionPage,
)
from news.models import ArticlePage
from portal.roles import ROLES as POSITIONS
from questions.models import Question, QuestionFile
from search.models import Curation, PromotedPage, Synonym, WantedText
from tests import builders

VISITOR = "visitor"
ROLES = (VISITOR, *(role.slug for role in POSITIONS))


@dataclass
class World:
    """`things` are named rows: pages, registers, files; `users` accounts and `clients` browsers by role."""

    site: Site
    users: dict[str, User]
    things: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Everybody logs in at once: a test that undoes a deed would undo a login made on the way."""
        self.clients = Browsers(self.users)
        for role in ROLES:
            self.clients[role]

    def anew(self) -> World:
        """The same rows read again, and browsers nobody has used."""
        users = {role: again(user) for role, user in self.users.items()}
        return World(again(self.site), users, {name: again(thing) for name, thing in self.things.items()})

    def key(self, name: str) -> Any:
        """The primary key of the thing, a plain value as it is, and the name itself when nothing has it."""
        thing = self.things.get(name, name)
        return getattr(thing, "pk", thing)


class Browsers(dict):
    """A browser by role; that of an account made later is opened when it is first used."""

    def __init__(self, users: dict[str, User]) -> None:
        super().__init__()
        self.users = users

    def __missing__(self, role: str) -> Client:
        if role != VISITOR and role not in self.users:
            raise KeyError(role)
        self[role] = browser(self.users.get(role))
        return self[role]


def again(thing: Any) -> Any:
    """A row as it is stored; anything else as it is."""
    return type(thing)._base_manager.get(pk=thing.pk) if isinstance(thing, Model) else thing


def make_world() -> World:
    """Draft articles belong to the collaborator; everything else to nobody in particular."""
    call_command(
        "setup_portal", preset="xa", name="Ủy ban nhân dân xã Thử", host="localhost", stdout=StringIO()
    )
    site = Site.objects.get()
    users = {role.slug: account(role.slug, role.group_name(site)) for role in POSITIONS}
    unit = staff(site, users)
    world = World(site, users)
    world.things |= pages(users["congtacvien"], unit) | registers(site) | files(site)
    world.things |= {
        "site": site,
        "workflow": world.things["submitted"].get_workflow(),
        "spare_workflow": Workflow.objects.create(name="Quy trình bỏ không"),
        "spare_task": GroupApprovalTask.objects.create(name="Bước bỏ không"),
        "user": users["bientap"],
    }
    world.things |= board(site, users) | steering(site, world.things["live"])
    world.things |= mail(site, users["truongphong"])
    world.things |= {"preview": preview(world.things["draft"]), "paper": paper(world)}
    world.things |= {"redirect": Redirect.add_redirect("/cu/", "/tin-tuc/")}
    world.things |= {"group": users["bientap"].groups.get()} | addresses(world.things)
    return world


def staff(site: Site, users: dict[str, User]) -> Unit:
    """The accounts as people of one unit: its head, the board, who checks what the unit sends."""
    unit = Unit.objects.get(site=site)
    people = {
        role: builders.make_person(f"Người {role}", unit=unit, user=user) for role, user in users.items()
    }
    head = builders.make_post("Chánh Văn phòng", unit=unit, is_head=True)
    builders.make_holding(person=people["truongphong"], post=head)
    board = Board.objects.create(site=site, name="Ban Biên tập")
    roles = {"truongban": Membership.Role.HEAD, "kiemduyet": Membership.Role.DEPUTY, "bientap": "uy-vien"}
    members = {
        name: Membership.objects.create(board=board, person=people[name], role=role)
        for name, role in roles.items()
    }
    Assignment.objects.create(membership=members["kiemduyet"], unit=unit)
    return unit


def board(site: Site, users: dict[str, User]) -> dict[str, Any]:
    """A row of everything an administrator arranges; the delegation has ended."""
    days = {"valid_from": date(2026, 1, 5), "valid_to": date(2026, 1, 9)}
    giver, receiver = users["truongban"].person, users["kiemduyet"].person
    EmergencySetting.objects.create(site=site, second_role=Membership.Role.DEPUTY)
    return {
        "board": Board.objects.get(site=site),
        "membership": Membership.objects.first(),
        "assignment": Assignment.objects.first(),
        "delegation": Delegation.objects.create(giver=giver, receiver=receiver, basis="12/UQ", **days),
        "chain": Chain.objects.filter(page_type=None).first(),
        "reason": ReturnReason.objects.first(),
        "check_rule": CheckRule.objects.create(check_slug="title", level="nhac"),
    }


def steering(site: Site, page: Page) -> dict[str, Any]:
    """What steers the search, and what readers are to find."""
    curation = Curation.objects.create(site=site, wordings=f"cầu mới {site.pk}")
    PromotedPage.objects.create(curation=curation, page=page)
    return {
        "synonym": Synonym.objects.create(site=site, words="cầu mới", meanings="cầu bắc qua sông"),
        "curation": curation,
        "wanted_text": WantedText.objects.create(site=site, words="giờ đóng cầu"),
    }


def account(name: str, group: str) -> User:
    return builders.make_user(name, groups=[group], email=f"{name}@example.vn")


def browser(user: User | None) -> Client:
    """A browser in which `user` is logged in, or nobody; errors come as answers of 500."""
    client = Client(raise_request_exception=False)
    if user:
        client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return client


def addresses(things: dict[str, Any]) -> dict[str, str]:
    """The public addresses of pages, without the slash they begin with."""
    names = ("front", "section", "live", "draft", "internal")
    paths = {f"path_{name}": things[name].url.lstrip("/") for name in names}
    questions = things["questions_page"].url.lstrip("/")
    parts = {"feed": paths["path_section"] + "rss/", "ask": questions + "gui-cau-hoi/"}
    parts["track"] = questions + "tra-cuu/"
    return paths | {f"path_{name}": path for name, path in parts.items()}


def pages(writer: User, unit: Unit) -> dict[str, Any]:
    section = SectionPage.objects.get(slug="tin-tuc")
    live = builders.make_article("Xã khởi công cầu", parent=section, unit=unit)
    draft = builders.make_article("Dự thảo tin cầu", parent=section, live=False, owner=writer, unit=unit)
    foreign = builders.make_article("Dự thảo của người khác", parent=section, live=False)
    internal = builders.make_article("Tin nội bộ", parent=section)
    PageViewRestriction.objects.create(page=internal, restriction_type="login")
    other = SectionPage.objects.get(slug="kinh-te")
    submitted = builders.make_article("Tin chờ duyệt", parent=section, live=False, owner=writer, unit=unit)
    submitted.get_workflow().start(submitted, writer)
    state = submitted.current_workflow_task_state
    named = {"section": section, "live": live, "draft": draft, "foreign": foreign, "internal": internal}
    return named | {
        "other_section": other,
        "third_section": SectionPage.objects.get(slug="van-hoa-xa-hoi"),
        "alias": live.create_alias(parent=other),
        "front": section.get_parent(),
        "questions_page": Page.objects.get(slug="hoi-dap"),
        "submitted": ArticlePage.objects.get(pk=submitted.pk),
        "state": state,
        "task": state.task,
        "workflow_state": state.workflow_state,
        "revision": live.latest_revision,
        "draft_revision": draft.latest_revision,
    }


def registers(site: Site) -> dict[str, Any]:
    unit = Unit.objects.get(site=site)
    person = builders.make_person("Đặng Thị Hồng", unit=unit)
    post = builders.make_post("Chủ tịch", unit=unit)
    question = make_question(site)
    return {
        "unit": unit,
        "person": person,
        "post": post,
        "holding": builders.make_holding(person=person, post=post),
        "day": CalendarDay.objects.create(date=date(2027, 3, 12), reason="Hoán đổi", site=site),
        "banner": builders.make_banner(site=site),
        "genre": Genre.objects.first(),
        "field": Field.objects.first(),
        "document_type": DocumentType.objects.first(),
        "issuer": Issuer.objects.first() or Issuer.objects.create(name="Sở Tư pháp"),
        "question": question,
        "question_file": attach(question),
    }


def mail(site: Site, user: User) -> dict[str, Any]:
    DecidingPin.assign(user, "274905")
    letter = Letter.objects.create(
        recipient=user, site=site, kind=LetterKind.DIGEST, key="digest:test", subject="Tổng hợp"
    )
    return {"letter": letter, "pin": user.deciding_pin}


def preview(page: ArticlePage) -> PreviewLink:
    PreviewLink.issue(page=page, reader="Sở Tư pháp", days=7)
    return PreviewLink.objects.get()


def paper(world: World) -> PaperDecision:
    """A decision on paper about the public article, long ago."""
    entry = trail.record(
        world.things["live"], Action.REVIEWED, user=world.users["bientap"], channel=Channel.PAPER
    )
    signer = world.users["truongphong"].person
    scan = ContentFile(b"%PDF-1.4", "phieu.pdf")
    return PaperDecision.objects.create(entry=entry, signer=signer, signed_on=date(2026, 1, 5), scan=scan)


def make_question(site: Site) -> Question:
    return Question.objects.create(
        site=site,
        title="Hỏi về khai sinh",
        content="Tôi cần giấy gì?",
        name="Nguyễn Văn Dân",
        email="dan@example.vn",
        consented_at=timezone.now(),
    )


def attach(question: Question) -> QuestionFile:
    return QuestionFile.objects.create(question=question, file=ContentFile(b"x", "a.pdf"), name="don.pdf")


def files(site: Site) -> dict[str, Any]:
    folder = Collection.objects.get(name=site.site_name)
    image = builders.make_image(collection=folder)
    document = builders.make_document(collection=folder)
    return {
        "collection": folder,
        "image": image,
        "document": document,
        "media": builders.make_media(collection=folder),
        "document_name": document.filename,
        "private_path": document.file.name.partition("/")[2],
    }
