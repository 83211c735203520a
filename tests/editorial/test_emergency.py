"""Publishing in an emergency: two named posts, a reason, the gates shut, and a review that stays open."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from editorial.models import Action, Decision, Emergency, Letter, LetterKind, Membership
from news.models import ArticlePage
from tests import builders

pytestmark = pytest.mark.django_db
REASON = "Thông báo sơ tán khẩn cấp do lũ"


@pytest.fixture
def world(world):
    Letter.objects.all().delete()
    return world


def address(world, name="submitted"):
    return reverse("editorial_emergency", args=[world.key(name)])


def ask(world, role="truongban", reason=REASON, name="submitted"):
    return world.clients[role].post(address(world, name), {"action": "ask", "reason": reason})


def agree(world, role="kiemduyet", name="submitted"):
    asked = Emergency.objects.order_by("pk").last()
    said = {"action": "agree", "emergency": asked.pk if asked else "1"}
    return world.clients[role].post(address(world, name), said)


def review(world, role="bientap", **given):
    said = {"emergency": Emergency.objects.get().pk, "outcome": "dung", "comment": "Đúng tình hình", **given}
    return world.clients[role].post(reverse("editorial_emergencies"), said)


def page(world, name="submitted"):
    return ArticlePage.objects.get(pk=world.key(name))


def test_two_posts_publish_and_both_names_are_kept(world):
    assert ask(world).status_code == 302
    assert not page(world).live
    assert agree(world).status_code == 302
    assert page(world).live
    assert Client().get(page(world).url).status_code == 200
    entry = Decision.objects.get(action=Action.FORCED)
    assert entry.person_name == "Người kiemduyet" and entry.data["with"] == "Người truongban"
    assert entry.comment == REASON and entry.digest
    assert Decision.objects.filter(action=Action.PUBLISHED, page=page(world).pk).count() == 0


def test_a_page_in_the_chain_leaves_it(world):
    ask(world)
    agree(world)
    assert page(world).current_workflow_state is None
    assert not Decision.objects.filter(page=page(world).pk, action=Action.CANCELLED).exists()
    assert not Letter.objects.filter(kind=LetterKind.STOPPED).exists(), "it is told as published"


@pytest.mark.parametrize("role", ["congtacvien", "truongphong", "bientap", "xuatban", "quantri"])
def test_nobody_else_asks_or_agrees(world, role):
    assert ask(world, role).status_code in (302, 403)
    assert not Emergency.objects.exists()
    ask(world)
    assert agree(world, role).status_code in (302, 403)
    assert not page(world).live


def test_one_person_is_not_two(world):
    """Neither who asked, nor one account that holds both posts."""
    ask(world)
    assert agree(world, "truongban").status_code == 409
    board = Membership.objects.get(role=Membership.Role.HEAD).board
    person = world.users["truongban"].person
    Membership.objects.create(board=board, person=person, role=Membership.Role.DEPUTY)
    assert agree(world, "truongban").status_code == 409
    assert not page(world).live


def test_who_wrote_the_text_is_not_the_second(world):
    text = page(world, "draft").get_latest_revision_as_object()
    text.owner = world.users["kiemduyet"]
    text.save_revision()
    ArticlePage.objects.filter(pk=text.pk).update(owner=world.users["kiemduyet"])
    ask(world, name="draft")
    assert agree(world, name="draft").status_code == 409
    assert not page(world, "draft").live


def test_without_a_reason_nothing_is_asked(world):
    response = ask(world, reason="  ")
    assert response.status_code == 422 and "vì sao" in response.content.decode()
    assert not Emergency.objects.exists()


def flag(world):
    text = page(world).get_latest_revision_as_object()
    text.summary = "Tài liệu đóng dấu TỐI MẬT"
    text.save_revision()


def test_an_emergency_opens_no_gate(world):
    flag(world)
    assert ask(world).status_code == 409
    assert not Emergency.objects.exists()


def test_a_text_changed_after_the_wish_is_asked_for_again(world):
    ask(world)
    flag(world)
    assert agree(world).status_code == 409
    assert not page(world).live


def test_the_wish_lapses_after_a_day(world):
    ask(world)
    Emergency.objects.update(asked_at=timezone.now() - timedelta(hours=25))
    assert agree(world).status_code == 409
    assert not page(world).live
    assert (
        "Đã hết hiệu lực" in world.clients["truongban"].get(reverse("editorial_emergencies")).content.decode()
    )


def test_agreeing_twice_publishes_once(world):
    ask(world)
    agree(world)
    assert agree(world).status_code == 409
    assert Decision.objects.filter(action=Action.FORCED).count() == 1


def test_a_page_deleted_meanwhile_is_said(world):
    ask(world)
    page(world).delete()
    assert agree(world).status_code == 404


def test_where_no_chain_binds_there_is_no_emergency(world):
    response = world.clients["truongban"].get(address(world, "front"))
    assert "không cần duyệt" in response.content.decode()


def test_letters_go_to_the_other_post_then_to_the_board(world):
    ask(world)
    [letter] = Letter.objects.filter(kind=LetterKind.EMERGENCY)
    assert letter.recipient == world.users["kiemduyet"] and REASON in letter.text
    agree(world)
    told = Letter.objects.filter(kind=LetterKind.REVIEW).values_list("recipient__username", flat=True)
    assert list(told) == ["bientap"]
    writer = Letter.objects.filter(kind=LetterKind.PUBLISHED, recipient=world.users["congtacvien"])
    assert writer.exists()


def test_the_review_stays_open_until_another_person_closes_it(world):
    ask(world)
    agree(world)
    work = reverse("editorial_work")
    assert reverse("editorial_emergencies") in world.clients["bientap"].get(work).content.decode()
    for role in ("truongban", "kiemduyet"):
        assert review(world, role).status_code == 409
    assert review(world, comment="").status_code == 422
    assert Emergency.objects.unreviewed().exists()
    assert review(world).status_code == 302
    entry = Decision.objects.get(action=Action.REVIEWED, page=page(world).pk)
    assert entry.comment == "Đúng tình hình" and entry.person_name == "Người bientap"
    assert reverse("editorial_emergencies") not in world.clients["bientap"].get(work).content.decode()
    assert review(world).status_code == 409


def test_the_review_is_owed_for_a_deleted_page_too(world):
    ask(world)
    agree(world)
    page(world).delete()
    assert "Tin chờ duyệt" in world.clients["bientap"].get(reverse("editorial_emergencies")).content.decode()
    assert review(world).status_code == 302


def test_an_open_review_is_asked_for_every_week(world):
    ask(world)
    agree(world)
    Letter.objects.all().delete()
    call_command("remind", stdout=StringIO())
    assert not Letter.objects.filter(kind=LetterKind.REVIEW).exists()
    entry = Emergency.objects.get().entry
    Decision._base_manager.filter(pk=entry.pk)._update(
        [(Decision._meta.get_field("at"), None, timezone.now() - timedelta(days=5))]
    )
    for _time in range(2):
        call_command("remind", stdout=StringIO())
    assert Letter.objects.filter(kind=LetterKind.REVIEW).count() == 1


def test_the_list_costs_the_same_for_one_and_for_many(world):
    client, url = world.clients["bientap"], reverse("editorial_emergencies")
    ask(world)
    agree(world)
    client.get(url)
    with CaptureQueriesContext(connection) as few:
        client.get(url)
    for number in range(5):
        draft = builders.make_article(f"Tin khẩn {number}", parent=world.things["section"], live=False)
        world.things["more"] = draft
        ask(world, name="more")
        agree(world, name="more")
    with CaptureQueriesContext(connection) as many:
        client.get(url)
    assert len(many) == len(few)
