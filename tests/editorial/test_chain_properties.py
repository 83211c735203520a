"""Whatever officials do in whatever order, nothing goes public without the posts the chain asks for."""

from __future__ import annotations

from collections import Counter

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, event, given, settings
from hypothesis import strategies as st
from wagtail.models import WorkflowTask

from editorial.chain import deciders, explain
from editorial.checks import gate
from editorial.models import Action, Decision, Membership, StageTask, StageTaskState
from editorial.models.stages import Decider, StageKind
from tests.editorial.walks import Walk, rightly_public

pytestmark = pytest.mark.django_db
PEOPLE = ("congtacvien", "bientap", "truongphong", "kiemduyet", "truongban", "xuatban", "quantri")
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
    st.tuples(
        st.sampled_from(["by_mail", "on_paper", "clear", "clear", "mend_and_approve", "rearrange"]), people
    ),
    st.tuples(st.sampled_from(["flag", "take", "reject", "cancel", "publish", "go_live"]), people),
)
long_walks = st.lists(more, min_size=7, max_size=11)
ON = ("next", "bientap")
CLEARED = [("clear", who) for who in ("truongban", "quantri", "xuatban")]
ROADS = {
    "mail": [ON, *[("by_mail", "bientap")] * 3, ON],
    "paper": [ON, *[("on_paper", "quantri")] * 3, ON],
    "correction": [ON, ON, ("mend_and_approve", "kiemduyet"), ON, ON],
    "flagged words": [ON, ON, ("flag", "kiemduyet"), *CLEARED, ON, ON, ON],
    "a stage that goes": [ON, ON, ("rearrange", "quantri"), ON, ON, ON],
    "a stage that comes": [("rearrange", "quantri"), ON, ON, ("rearrange", "quantri"), ON, ON, ON],
}
heads = st.sampled_from(["truongphong", "kiemduyet", "truongban"])
lent = st.lists(st.tuples(heads, st.sampled_from(["congtacvien", "bientap"])), max_size=2)


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
                open_is_undecided()
                if walking.page.live:
                    rightly_public(walking.page)
                    reached.append(walk)
            event("public" if walking.page.live else "not public")
        finally:
            transaction.savepoint_rollback(mark)

    check()
    assert len(reached) > 3, "walks that never reach the public prove nothing"


def open_is_undecided():
    """What is asked of the stages of today agrees with what Wagtail says of them."""
    assert set(StageTaskState.objects.open()) == set(StageTaskState.objects.filter(status="in_progress"))


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
                open_is_undecided()
                if walking.page.live:
                    rightly_public(walking.page)
                    cleared_by_another(walking.page)
                    reached.update(deed for deed, _who in walk)
                    break
        finally:
            transaction.savepoint_rollback(mark)

    check()
    assert reached, "walks that never reach the public prove nothing"


@pytest.mark.parametrize("road", ROADS.values(), ids=ROADS)
def test_every_kind_of_step_leads_to_the_public(world, road):
    """So that the walks above have something to find."""
    whole_chain(world)
    walking = Walk(world)
    walking.do("send", "congtacvien")
    for deed, who in road:
        assert not walking.page.live
        walking.do(deed, who)
    rightly_public(walking.page)
    cleared_by_another(walking.page)


def test_a_page_never_stands_without_somebody_who_can_decide_or_a_warning(world):
    """Whoever loses a post: somebody decides, or the page is listed as stuck."""

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
