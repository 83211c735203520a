"""What has its hour goes public and out, each page for itself, and nothing that was not approved."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError
from django.utils import timezone
from wagtail.models import Page, Revision

from editorial import scheduling
from editorial.chain import actions
from editorial.models import Decision, StageTaskState, Timer, TimerRun
from editorial.models.decisions import Action
from news.models import ArticlePage

pytestmark = pytest.mark.django_db


def publish_due():
    output = StringIO()
    call_command("publish_due", stdout=output)
    return output.getvalue()


def approved_for_later(world):
    """The submitted page, approved by all, with an hour that has just come."""
    page = ArticlePage.objects.get(pk=world.key("submitted")).get_latest_revision_as_object()
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision()
    for role in ("truongphong", "kiemduyet", "truongban"):
        state = StageTaskState.objects.open().get(page=page.pk)
        actions.decide(state, world.users[role], "approve")
    assert not ArticlePage.objects.get(pk=page.pk).live
    return page


@pytest.fixture
def two_hours_later(monkeypatch):
    then = timezone.now() + timedelta(hours=2)
    return lambda: monkeypatch.setattr(timezone, "now", lambda: then)


def expire(page, **ago):
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(**ago))


def test_what_was_approved_goes_live_at_its_hour_and_once(world, two_hours_later):
    page = approved_for_later(world)
    assert publish_due() == ""
    two_hours_later()
    assert "Tin chờ duyệt" in publish_due() and publish_due() == ""
    assert ArticlePage.objects.get(pk=page.pk).live


def test_what_expires_leaves(world, visitor):
    page = world.things["live"]
    expire(page, minutes=1)
    publish_due()
    assert visitor.get(page.url).status_code == 404 and ArticlePage.objects.get(pk=page.pk).expired


def test_what_nobody_approved_stays_a_draft_and_stops_nobody(world, two_hours_later):
    draft = ArticlePage.objects.get(pk=world.key("draft"))
    past = timezone.now() - timedelta(minutes=5)
    Revision.objects.filter(pk=draft.latest_revision_id).update(approved_go_live_at=past)
    other = approved_for_later(world)
    two_hours_later()
    said = publish_due()
    assert not ArticlePage.objects.get(pk=draft.pk).live and ArticlePage.objects.get(pk=other.pk).live
    entry = Decision.objects.on(draft.pk).last()
    assert entry.action == Action.UNSCHEDULED and entry.comment and entry.comment in said
    assert publish_due() == ""


def test_health_says_when_nobody_runs_it(world, visitor):
    expire(world.things["live"], minutes=1)
    assert visitor.get("/health").json()["schedule"] == "ok"
    expire(world.things["live"], minutes=30)
    state = visitor.get("/health").json()
    assert (state["status"], state["schedule"]) == ("degraded", "late")
    publish_due()
    assert visitor.get("/health").json()["schedule"] == "ok"


def run_timers():
    """The commands one round starts."""
    before = dict(TimerRun.objects.values_list("name", "at"))
    call_command("run_timers", once=True, stdout=StringIO(), stderr=StringIO())
    return {name for name, at in TimerRun.objects.values_list("name", "at") if at != before.get(name)}


def test_each_timer_runs_when_its_time_has_come():
    assert run_timers() == set(Timer.values)
    assert run_timers() == set()
    often = {Timer.PUBLISH, Timer.SEARCH}
    for minutes, started in ((1, often), (15, {*often, Timer.LETTERS, Timer.REMIND})):
        TimerRun.objects.update(at=timezone.now() - timedelta(minutes=minutes))
        assert run_timers() == started


@pytest.mark.parametrize("trouble", [OperationalError("disk full"), CommandError("bad"), OSError("away")])
def test_a_timer_that_fails_keeps_no_other_from_running_and_is_tried_again(monkeypatch, trouble):
    def fail(*args):
        raise trouble

    with monkeypatch.context() as broken:
        broken.setattr(scheduling, "run", fail)
        assert run_timers() == set(Timer.values) - {Timer.PUBLISH}
    assert run_timers() == {Timer.PUBLISH}
