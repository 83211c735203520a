"""The chains of real boards, from the writer to the public: S000, S001 and S003."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from editorial.models import Action, Assignment, Chain, Decision, Membership, StageTaskState
from news.models import ArticlePage
from portal.presets import chains
from portal.roles import ROLES
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(world):
    board = Membership.objects.first().board
    for role, duty in (("bientap", Assignment.Duty.RECEIVE), ("xuatban", Assignment.Duty.PUBLISH)):
        person = world.users[role].person
        member, _new = Membership.objects.get_or_create(board=board, person=person)
        Assignment.objects.create(membership=member, unit=world.things["unit"], duty=duty)
    return world


def send(world, slug):
    """A draft of the collaborator, sent through the chain `slug`."""
    Chain.objects.all().delete()
    groups = {role.slug: Group.objects.get(name=role.group_name(world.site)) for role in ROLES}
    flow = chains.install(world.site, groups, slug)
    writer = world.users["congtacvien"]
    page = builders.make_article(
        "Xã ra quân", parent=world.things["section"], live=False, owner=writer, unit=world.things["unit"]
    )
    flow.start(page, writer)
    return page


def decide(world, page, role, action="approve", **given):
    state = StageTaskState.objects.open().get(page=page.pk)
    url = reverse("editorial_decide", args=[state.pk])
    return world.clients[role].post(url, {"action": action, **given}).status_code


def is_live(page):
    return ArticlePage.objects.get(pk=page.pk).live


@pytest.mark.parametrize(
    ("slug", "roles"),
    [
        ("bon-buoc", ("truongphong", "kiemduyet", "truongban", "xuatban")),
        ("hai-bo-phan", ("bientap", "truongban")),
        ("ba-buoc", ("truongphong", "kiemduyet", "truongban")),
    ],
)
def test_each_stage_is_passed_by_its_own_post_alone(world, slug, roles):
    page = send(world, slug)
    for role in roles:
        assert not is_live(page)
        for other in {*world.users} - {role, "quantri"}:
            assert decide(world, page, other) == 403, other
        assert decide(world, page, role) == 302, role
    assert is_live(page)
    names = Decision.objects.filter(page=page.pk, action=Action.APPROVED).order_by("pk")
    assert [entry.person_name for entry in names] == [f"Người {role}" for role in roles]


def test_the_office_publishes_what_was_approved_and_changes_nothing(world):
    page = send(world, "bon-buoc")
    for role in ("truongphong", "kiemduyet", "truongban"):
        decide(world, page, role)
    text = page.get_latest_revision_as_object()
    text.summary = "Sửa sau khi duyệt"
    with pytest.raises(Exception, match="Văn phòng đăng bài"):
        text.save_revision(user=world.users["xuatban"])
    assert decide(world, page, "xuatban") == 302 and is_live(page)


def test_the_desk_takes_assigns_asks_for_more_and_refuses(world):
    page = send(world, "hai-bo-phan")
    assert decide(world, page, "bientap", "take") == 302
    assert StageTaskState.objects.open().get(page=page.pk).taken_by == world.users["bientap"]
    assert decide(world, page, "bientap", "reject") == 200, "without a reason nothing happens"
    assert decide(world, page, "bientap", "reject", comment="Gửi thêm ảnh") == 302
    page.current_workflow_state.resume(user=world.users["congtacvien"])
    assert decide(world, page, "bientap", "assign", to=world.users["congtacvien"].pk) in (200, 409)
    assert decide(world, page, "bientap", "refuse", comment="Không thuộc phạm vi") == 302
    assert ArticlePage.objects.get(pk=page.pk).current_workflow_state is None
    assert not is_live(page)
    told = Decision.objects.on(page.pk).values_list("action", flat=True)
    assert [action for action in told if action in (Action.TAKEN, Action.RETURNED, Action.REFUSED)] == [
        Action.TAKEN,
        Action.RETURNED,
        Action.REFUSED,
    ]


def test_a_stage_switched_off_for_a_unit_is_left_out_and_told(world):
    page = send(world, "ba-buoc")
    stage = StageTaskState.objects.open().get(page=page.pk).stage
    stage.off_for_units.add(world.things["unit"])
    page.current_workflow_state.cancel(user=world.users["congtacvien"])
    Chain.objects.get(page_type=None).workflow.start(page, world.users["congtacvien"])
    assert StageTaskState.objects.open().get(page=page.pk).task.name == "Kiểm duyệt nội dung"
    assert Decision.objects.filter(page=page.pk, action=Action.SKIPPED).exists()


def test_a_chain_that_goes_on_where_it_was_returned(world):
    page = send(world, "ba-buoc")
    Chain.objects.filter(page_type=None).update(resumes=True)
    decide(world, page, "truongphong")
    decide(world, page, "kiemduyet", "reject", comment="Sửa số liệu")
    text = page.get_latest_revision_as_object()
    text.summary = "Đã sửa"
    text.save_revision(user=world.users["congtacvien"])
    ArticlePage.objects.get(pk=page.pk).current_workflow_state.resume(user=world.users["congtacvien"])
    assert StageTaskState.objects.open().get(page=page.pk).task.name == "Kiểm duyệt nội dung"
