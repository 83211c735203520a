"""Publishes the procedures."""

from __future__ import annotations

from datetime import date

from portal.demo import tasks_civil, tasks_social
from portal.demo.stage import Stage
from portal.demo.tasks import CENTRE, Task
from procedures.models import LegalBasis, OnlineLevel, Outcome, Paper, ProcedurePage, Way

TASKS = tasks_civil.TASKS + tasks_social.TASKS
ONLINE_SINCE = date(2025, 7, 1)
COMMITTEE = "Ủy ban nhân dân cấp xã"


def procedures(stage: Stage) -> None:
    parent = stage.section("thu-tuc-hanh-chinh")
    for order, task in enumerate(TASKS):
        if not stage.held(parent, task.title):
            stage.publish(parent, build_procedure(stage, task), stage.moment(70 - order, order))


def build_procedure(stage: Stage, task: Task) -> ProcedurePage:
    """An unsaved procedure with all its rows."""
    page = ProcedurePage(
        title=task.title,
        code=task.code,
        decision_number=task.decision,
        levels=["xa"],
        kind=task.kind,
        audience=list(task.audience),
        steps=task.steps,
        executing_agency=COMMITTEE if task.office != "Công an xã" else "Công an cấp xã",
        competent_authority=COMMITTEE if task.office != "Công an xã" else "Công an cấp xã",
        reception_address=f"{CENTRE}; Cổng Dịch vụ công quốc gia",
        requirements=task.requirements or "Không có thông tin",
        keywords=task.words,
        summary=task.summary,
        everyday_name=task.everyday,
        everyday_words=task.words,
        local_note=task.note,
        local_fee=task.fee_note,
        desk=f"{task.office}, {CENTRE}",
        phone="0298 3861 115",
        checked_on=stage.working_day(20),
    )
    page.fields_of_work = stage.fields([task.field])
    add_rows(stage, page, task)
    return page


def add_rows(stage: Stage, page: ProcedurePage, task: Task) -> None:
    service, reason = task.service
    result, code = task.result
    page.ways = [Way(channel=c, time_limit=t, fee=f, description=d) for c, t, f, d in task.ways]
    page.papers = [Paper(case=c, name=n, originals=o, copies=k) for c, n, o, k in task.papers]
    page.outcomes = [Outcome(name=result, code=code)]
    page.legal_bases = [LegalBasis(number=n, abstract=a, issuer=i) for n, a, i in task.bases]
    page.online_levels = [
        OnlineLevel(
            service=service, reason=reason, effective_from=ONLINE_SINCE, checked_on=stage.working_day(20)
        )
    ]
