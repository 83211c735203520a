"""Chains of approval as real boards have them; an installation starts with one and arranges its own."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import Site, Workflow, WorkflowTask

from editorial.models import Chain, Membership, ReturnReason, StageTask
from editorial.models.stages import Decider, StageKind
from home.models import HomePage

RETURN_REASONS = (
    "Số liệu chưa chính xác, chưa có nguồn",
    "Thiếu thông tin bắt buộc (tác giả, nguồn, chú thích ảnh)",
    "Sai thể thức, lỗi chính tả, câu chữ cần sửa",
    "Nội dung chưa phù hợp với chuyên mục",
    "Ảnh, tệp đính kèm chưa đạt yêu cầu",
    "Có thông tin cá nhân hoặc nội dung không được đăng",
    "Chưa có ý kiến của lãnh đạo đơn vị",
    "Lý do khác (ghi trong ý kiến)",
)


@dataclass(frozen=True)
class Stage:
    """A stage as a preset writes it; `role` is the group that decides when the register names nobody."""

    name: str
    decider: Decider
    role: str
    kind: StageKind = StageKind.DECIDE
    board_role: str = ""
    hours: int = 8
    paper: bool = False


UNIT_HEAD = Stage("Lãnh đạo đơn vị cho ý kiến", Decider.UNIT_HEAD, "truongphong", paper=True)
MODERATOR = Stage("Kiểm duyệt nội dung", Decider.ASSIGNED, "kiemduyet")
HEAD = Stage(
    "Trưởng Ban biên tập duyệt", Decider.BOARD, "truongban", board_role=Membership.Role.HEAD, paper=True
)
DESK = Stage("Tiếp nhận tin, bài", Decider.ASSIGNED, "bientap", kind=StageKind.DESK)
OFFICE = Stage("Văn phòng đăng bài", Decider.ASSIGNED, "xuatban", kind=StageKind.PUBLISH, hours=4)

CHAINS: dict[str, tuple[str, tuple[Stage, ...]]] = {
    # S000: author, unit head (K28), moderator by unit (K23), head of the team, the office publishes (K25).
    "bon-buoc": ("Duyệt bốn bước", (UNIT_HEAD, MODERATOR, HEAD, OFFICE)),
    # S001: a desk that receives and one that approves (T07).
    "hai-bo-phan": ("Tiếp nhận và duyệt", (DESK, HEAD)),
    # S003: the unit, the help team, the head of the board; the approved text goes live by itself.
    "ba-buoc": ("Duyệt ba bước", (UNIT_HEAD, MODERATOR, HEAD)),
}


@transaction.atomic
def install(site: Site, groups: dict[str, Group], slug: str) -> Workflow:
    """Every chain, for an administrator to choose from; all of `site` but the front page goes through `slug`.

    A site that has chains already is left as it is.
    """
    reasons()
    found = Chain.objects.filter(section=site.root_page, page_type=None).select_related("workflow").first()
    if found and found.workflow:
        return found.workflow
    workflows = {name: workflow(name, site, groups) for name in CHAINS}
    Chain.objects.create(site=site, section=site.root_page, workflow=workflows[slug])
    front = ContentType.objects.get_for_model(HomePage)
    Chain.objects.get_or_create(site=site, section=site.root_page, page_type=front)
    return workflows[slug]


def workflow(slug: str, site: Site, groups: dict[str, Group]) -> Workflow:
    """The workflow of a preset; its stages are shared with the other presets of the site."""
    name, stages = CHAINS[slug]
    made, is_new = Workflow.objects.get_or_create(name=f"{name} – {site.site_name or site.hostname}")
    for order, stage in enumerate(stages) if is_new else ():
        WorkflowTask.objects.create(workflow=made, task=task(stage, groups), sort_order=order)
    return made


def task(stage: Stage, groups: dict[str, Group]) -> StageTask:
    given = {
        "kind": stage.kind,
        "decider": stage.decider,
        "board_role": stage.board_role,
        "four_eyes": stage.kind == StageKind.DECIDE,
        "term_hours": stage.hours,
        "paper_allowed": stage.paper,
    }
    made, _is_new = StageTask.objects.get_or_create(name=stage.name, group=groups[stage.role], defaults=given)
    return made


def reasons() -> None:
    """The reasons a text is returned for, when the agency has none yet."""
    if not ReturnReason.objects.exists():
        rows = [ReturnReason(name=name, sort_order=place) for place, name in enumerate(RETURN_REASONS)]
        ReturnReason.objects.bulk_create(rows)
