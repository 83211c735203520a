"""Pages waiting at each stage of moderation, written and passed on by the accounts of the roles."""

from __future__ import annotations

from agency.models import User
from editorial.chain.deciders import deciders_of
from editorial.models import EditorialPage
from portal.demo.answers import Answer, build_answer
from portal.demo.articles import Article
from portal.demo.documents import build_document
from portal.demo.drafts import DRAFTS
from portal.demo.news import build_article
from portal.demo.papers import Paper
from portal.demo.stage import Stage

WRITER = "congtacvien"


def waiting(stage: Stage) -> None:
    """For each stage its drafts, submitted and approved by all before it."""
    for place, drafts in enumerate(DRAFTS):
        for draft in drafts:
            submit(stage, draft, place)


def submit(stage: Stage, draft: Article | Answer | Paper, passed: int) -> None:
    path, page = unsaved(stage, draft)
    parent = stage.section(path)
    if stage.held(parent, draft.title):
        return
    writer = User.objects.get(username=WRITER)
    page.owner = writer
    stage.add(parent, page)
    stage.built.workflow.start(page, writer)
    for _stage in range(passed):
        approve(page)


def approve(page: EditorialPage) -> None:
    """What the button does for whoever's turn it is."""
    state = page.current_workflow_task_state.specific
    user = User.objects.filter(pk__in=deciders_of(state).users).order_by("pk")[0]
    state.task.specific.on_action(state, user, "approve")


def unsaved(stage: Stage, draft: Article | Answer | Paper) -> tuple[str, EditorialPage]:
    """Where the page belongs, and the page."""
    match draft:
        case Answer():
            return "hoi-dap", build_answer(stage, draft)
        case Paper():
            return "van-ban", build_document(stage, draft)
        case _:
            return draft.section, build_article(stage, draft)
