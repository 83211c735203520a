"""Whatever officials do in whatever order, nothing goes public without the posts the chain asks for."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, event, given, settings
from hypothesis import strategies as st
from wagtail.actions.publish_page_revision import PublishPagePermissionError
from wagtail.models import Task, WorkflowTask

from agency.models import User
from editorial.chain import actions, deciders, papers
from editorial.chain.digest import digest_of
from editorial.checks import clearing, gate
from editorial.models import Action, Decision, Delegation, MailLink, Membership, StageTask, StageTaskState
from editorial.models.stages import Decider, StageKind
from editorial.outside import deciding
from news.models import ArticlePage

pytestmark = pytest.mark.django_db
PEOPLE = ("congtacvien", "bientap", "truongphong", "kiemduyet", "truongban", "xuatban", "quantri")
REFUSALS = (ValidationError, PermissionDenied, PublishPagePermissionError)
WALK = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
people = st.sampled_from(PEOPLE)
deeds = st.one_of(
    st.tuples(st.just("next"), people),
    st.tuples(st.just("next"), people),
    st.tuples(st.sampled_from(["mend", "mend_and_approve"]), people),
    st.tuples(
        st.sampled_from(["approve", "reject", "edit", "send", "cancel", "publish", "go_live"]),
        people,
    ),
)
walks = st.lists(deeds, min_size=3, max_size=14)
more = st.one_of(
    *[st.tuples(st.just("next"), people)] * 4,
    st.tuples(st.sampled_from(["by_mail", "on_paper", "clear", "clear", "mend_and_approve"]), people),
    st.tuples(
        st.sampled_from(["flag", "take", "rearrange", "reject", "cancel", "publish", "go_live"]), people
    ),
)
long_walks = st.lists(more, min_size=7, max_size=11)
heads = st.sampled_from(["truongphong", "kiemduyet", "truongban"])
lent = st.lists(st.tuples(heads, st.sampled_from(["congtacvien", "bientap"])), max_size=2)


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
        """The approval of whoever's turn it is, or the sending where nobody's is."""
        state = self.state()
        if state is None:
            self.send(self.world.users["congtacvien"])
            return
        seated = deciders.deciders_of(state).users
        turn = [one for one in self.world.users.values() if one.pk in seated]
        if turn:
            actions.decide(state, user if user in turn else turn[0], "approve")

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


def test_no_order_of_deeds_reaches_the_public_without_the_posts(world):
    reached = []

    @WALK
    @given(walk=walks, lent=lent)
    def check(walk, lent):
        mark = transaction.savepoint()
        try:
            walking = Walk(world)
            for giver, receiver in lent:
                walking.delegate(giver, receiver)
            for deed, who in walk:
                walking.do(deed, who)
                if walking.page.live:
                    rightly_public(walking.page)
                    reached.append(walk)
            event("public" if walking.page.live else "not public")
        finally:
            transaction.savepoint_rollback(mark)

    check()
    assert len(reached) > 3, "walks that never reach the public prove nothing"


def whole_chain(world):
    """A desk, the three stages of the world, which let decisions be recorded, and a publisher."""
    flow = world.things["workflow"]
    StageTask.objects.filter(workflow_tasks__workflow=flow).update(paper_allowed=True)
    desk = StageTask.objects.create(
        name="Tiếp nhận", kind=StageKind.DESK, decider=Decider.BOARD, board_role=Membership.Role.MEMBER
    )
    group = world.users["xuatban"].groups.get()
    office = StageTask.objects.create(
        name="Đăng tin", kind=StageKind.PUBLISH, decider=Decider.GROUP, group=group
    )
    WorkflowTask.objects.create(workflow=flow, task=desk, sort_order=-1)
    WorkflowTask.objects.create(workflow=flow, task=office, sort_order=9)


def cleared_by_another(page):
    """Who answers for words of a gate has written nothing into the text."""
    if gate.is_flagged(page):
        edits = Decision.objects.on(page.pk).filter(action=Action.EDITED)
        wrote = {page.owner_id, *edits.values_list("user_id", flat=True)}
        assert set(page.clearances.values_list("user_id", flat=True)) - wrote


def test_no_order_reaches_the_public_through_desk_publisher_mail_and_paper(world):
    whole_chain(world)
    reached = Counter()

    @settings(WALK, max_examples=20)
    @given(walk=long_walks)
    def check(walk):
        mark = transaction.savepoint()
        try:
            walking = Walk(world)
            walking.do("send", "congtacvien")
            for deed, who in walk:
                walking.do(deed, who)
                if walking.page.live:
                    rightly_public(walking.page)
                    cleared_by_another(walking.page)
                    reached.update(deed for deed, _who in walk)
                    break
        finally:
            transaction.savepoint_rollback(mark)

    check()
    assert reached, "walks that never reach the public prove nothing"


def test_a_page_never_stands_without_somebody_who_can_decide_or_a_warning(world):
    """Whoever loses a post: somebody decides, or the page is listed as stuck."""
    from editorial.chain import explain

    @WALK
    @given(gone=st.sets(people, max_size=7))
    def check(gone):
        mark = transaction.savepoint()
        try:
            for name in gone:
                user = world.users[name]
                type(user).objects.filter(pk=user.pk).update(is_active=False)
            state = StageTaskState.objects.open().get(page=world.key("submitted"))
            turn = deciders.deciders_of(state)
            assert turn.seats or explain.warning(state, turn)
            assert not turn.users & {world.users[name].pk for name in gone}
        finally:
            transaction.savepoint_rollback(mark)

    check()
    assert Membership.objects.exists()
