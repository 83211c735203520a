"""What people may do with one page, in whatever order, and what must hold once it is public."""

from __future__ import annotations

from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPagePermissionError
from wagtail.models import Task, WorkflowTask

from agency.models import User
from editorial.chain import actions, deciders, papers
from editorial.chain.digest import digest_of
from editorial.checks import clearing, gate
from editorial.models import Action, Decision, Delegation, MailLink, StageTask, StageTaskState
from editorial.models.stages import StageKind
from editorial.outside import deciding
from news.models import ArticlePage

REFUSALS = (ValidationError, PermissionDenied, PublishPagePermissionError)


class Walk:
    """One page and what people do with it."""

    def __init__(self, world):
        self.world, self.number, self.pk = world, 0, world.key("draft")

    @property
    def page(self):
        return ArticlePage.objects.get(pk=self.pk)

    def state(self):
        return StageTaskState.objects.open().filter(page=self.pk).first()

    def do(self, deed, who):
        """Does it in a transaction of its own, as a request does; a refusal changes nothing."""
        try:
            with transaction.atomic():
                getattr(self, deed)(self.world.users[who])
        except REFUSALS:
            return

    def decide(self, user, action, **given):
        if state := self.state():
            actions.decide(state, user, action, **given)

    def approve(self, user):
        self.decide(user, "approve")

    def reject(self, user):
        self.decide(user, "reject", comment="Sửa lại")

    def next(self, user):
        """The approval of whoever's turn it is, having read the text, or the sending where nobody's is."""
        state = self.state()
        if state is None:
            self.send(self.world.users["congtacvien"])
            return
        seated = deciders.deciders_of(state).users
        turn = [one for one in self.world.users.values() if one.pk in seated]
        if turn:
            read = digest_of(state.text())
            actions.decide(state, user if user in turn else turn[0], "approve", digest=read)

    def by_mail(self, user):
        """The approval of whoever's turn it is, by a link in a mail."""
        if (state := self.state()) and (turn := deciders.deciders_of(state).users):
            one = user if user.pk in turn else User.objects.get(pk=min(turn))
            token = MailLink.issue(user=one, state=state, digest=digest_of(state.text()))
            deciding.decide(MailLink.known(token), "approve")

    def on_paper(self, user):
        """Somebody records what whoever's turn it is has signed."""
        state = self.state()
        signer = papers.signers(state, state.text(), user).first() if state else None
        if signer:
            told = {"signer": signer, "signed_on": timezone.localdate(), "digest": digest_of(state.text())}
            papers.record(state, user, "approve", scan=ContentFile(b"%PDF-1.4", "phieu.pdf"), **told)

    def take(self, user):
        self.decide(user, "take")

    def flag(self, user):
        """A correction, by one whose turn it is, with words that a gate finds."""
        self.mend(user, " Độ mật: TUYỆT MẬT.")

    def clear(self, user):
        text = self.page.get_latest_revision_as_object()
        for finding in gate.run(text):
            if finding.blocking:
                clearing.answer_for(self.page, finding, user, "Ví dụ trong bài giảng")

    def rearrange(self, user):
        """The moderator leaves the chain, or comes back into it."""
        flow = self.page.get_workflow()
        stage = Task.objects.get(name="Kiểm duyệt nội dung", stagetask__group__name="Người kiểm duyệt")
        if not WorkflowTask.objects.filter(workflow=flow, task=stage).delete()[0]:
            WorkflowTask.objects.create(workflow=flow, task=stage, sort_order=2)

    def edit(self, user, words=""):
        if not self.page.permissions_for_user(user).can_edit():
            return
        text = self.page.get_latest_revision_as_object()
        self.number += 1
        text.summary = f"Bản sửa {self.number}{words}"
        text.save_revision(user=user)

    def mend(self, user, words=""):
        """A correction by one whose turn it is."""
        state = self.state()
        turn = deciders.deciders_of(state).users if state else ()
        for one in self.world.users.values():
            if one.pk in turn:
                self.edit(one, words)
                return one
        return None

    def mend_and_approve(self, user):
        if one := self.mend(user):
            self.approve(one)

    def send(self, user):
        page = self.page
        flow = page.current_workflow_state
        if flow and flow.status == flow.STATUS_NEEDS_CHANGES:
            flow.resume(user=user)
        elif (flow is None and page.has_unpublished_changes) or (not page.live and flow is None):
            page.get_workflow().start(page, user)

    def cancel(self, user):
        if flow := self.page.current_workflow_state:
            flow.cancel(user=user)

    def publish(self, user):
        self.page.get_latest_revision().publish(user=user)

    def go_live(self, user):
        """Somebody sets the public bit by a road of their own."""
        page = self.page.get_latest_revision_as_object()
        page.live = True
        page.save()

    def delegate(self, giver, receiver):
        today = timezone.localdate()
        people = {"giver": self.world.users[giver].person, "receiver": self.world.users[receiver].person}
        days = {"valid_from": today - timedelta(days=1), "valid_to": today}
        Delegation.objects.create(**people, **days, basis="UQ")


def rightly_public(page):
    """Each deciding stage was passed for this text, the last by somebody with no hand in it."""
    entries = list(Decision.objects.on(page.pk))
    public = max(n for n, e in enumerate(entries) if e.action == Action.PUBLISHED)
    sent = max(
        n
        for n, e in enumerate(entries[:public])
        if e.action == Action.SUBMITTED or (e.action == Action.RESUBMITTED and e.data["changed"])
    )
    decided = [e for e in entries[sent:public] if e.action in (Action.APPROVED, Action.PASSED_ON)]
    passed = [e for e in decided if e.data.get("kind") == StageKind.DECIDE]
    asked = StageTask.objects.filter(workflow_tasks__workflow=page.get_workflow(), kind=StageKind.DECIDE)
    assert {e.stage for e in passed} >= {stage.name for stage in asked}
    last = passed[-1]
    assert last.action == Action.APPROVED and last.digest == digest_of(page) == entries[public].digest
    clean_hands(entries[:public], passed, page.owner_id)


def clean_hands(entries, passed, writer):
    """Nobody approved what they wrote, or changed since somebody else had decided."""
    assert writer not in {entry.user_id for entry in passed}
    for entry in (e for e in passed if e.action == Action.APPROVED):
        before = entries[: entries.index(entry)]
        others = [n for n, e in enumerate(before) if e in passed and e.user_id != entry.user_id]
        since = before[others[-1] + 1 if others else 0 :]
        assert not [e for e in since if e.action == Action.EDITED and e.user_id == entry.user_id]
