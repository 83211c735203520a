"""Whatever officials do in whatever order, nothing goes public without the posts the chain asks for."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, event, given, settings
from hypothesis import strategies as st
from wagtail.actions.publish_page_revision import PublishPagePermissionError

from editorial.chain import actions, deciders
from editorial.chain.digest import digest_of
from editorial.models import Action, Decision, Delegation, Membership, StageTaskState
from editorial.models.stages import StageKind
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
        turn = [one for one in self.world.users.values() if one.pk in deciders.deciders_of(state).users]
        if turn:
            actions.decide(state, user if user in turn else turn[0], "approve")

    def edit(self, user):
        if not self.page.permissions_for_user(user).can_edit():
            return
        text = self.page.get_latest_revision_as_object()
        self.number += 1
        text.summary = f"Bản sửa {self.number}"
        text.save_revision(user=user)

    def mend(self, user):
        """A correction by one whose turn it is."""
        state = self.state()
        turn = deciders.deciders_of(state).users if state else ()
        for one in self.world.users.values():
            if one.pk in turn:
                self.edit(one)
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
    passed = [e for e in entries[sent:public] if e.action in (Action.APPROVED, Action.PASSED_ON)]
    stages = {e.stage for e in passed if e.data.get("kind") == StageKind.DECIDE}
    assert stages == {task.name for task in page.get_workflow().tasks.all()}
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
