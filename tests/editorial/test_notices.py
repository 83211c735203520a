"""Who is told what by mail as a page goes through its chain: only whom it concerns, and once."""

from datetime import date, datetime, time, timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localtime
from wagtail.models import TaskState

from agency import working_hours
from agency.models import CalendarDay, WorkingHours
from agency.working_hours import ZONE
from editorial.chain import actions
from editorial.checks import gate
from editorial.models import (
    Assignment,
    Delegation,
    Letter,
    LetterKind,
    LetterState,
    Membership,
    SectionPage,
    StageTaskState,
)
from news.models import ArticlePage

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(world):
    """The world with nothing told yet."""
    for name in ("congtacvien", "truongphong", "kiemduyet", "truongban", "bientap", "xuatban"):
        world.users[name].email = f"{name}@example.vn"
        world.users[name].save()
    Letter.objects.all().delete()
    return world


def told(kind=None):
    letters = Letter.objects.filter(kind=kind) if kind else Letter.objects.all()
    return sorted(letters.values_list("recipient__username", flat=True))


def state_of(world):
    return StageTaskState.objects.open().get(page=world.key("submitted"))


def decide(world, role, action="approve", **given):
    actions.decide(state_of(world), world.users[role], action, **given)


def remind(**moved):
    """The command, with the term of every open stage moved."""
    StageTaskState.objects.open().update(due_at=timezone.now() + timedelta(**moved))
    output = StringIO()
    call_command("remind", stdout=output, stderr=output)
    assert "failed: 0" in output.getvalue()


def test_the_next_is_asked_and_nobody_else(world):
    decide(world, "truongphong")
    assert told(LetterKind.YOUR_TURN) == ["kiemduyet"]
    assert told() == ["kiemduyet"]


def test_wagtail_itself_tells_nobody(world, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        decide(world, "truongphong", "reject", comment="Thiếu ảnh")
    assert {tuple(message.to) for message in mail.outbox} == {("congtacvien@example.vn",)}


def test_a_return_is_told_to_the_writer_and_to_all_who_had_approved(world):
    decide(world, "truongphong")
    decide(world, "kiemduyet", "reject", comment="Số liệu chưa khớp")
    assert told(LetterKind.RETURNED) == ["congtacvien", "truongphong"]
    letter = Letter.objects.filter(kind=LetterKind.RETURNED).first()
    assert "Số liệu chưa khớp" in letter.text and "Người kiemduyet" in letter.text


def test_a_text_taken_back_is_told_to_those_who_had_it(world):
    decide(world, "truongphong")
    state_of(world).workflow_state.cancel(user=world.users["congtacvien"])
    assert told(LetterKind.STOPPED) == ["kiemduyet", "truongphong"]
    letter = Letter.objects.filter(kind=LetterKind.STOPPED).first()
    assert "rút khỏi quy trình" in letter.subject and "Người congtacvien" in letter.text


def test_moderation_cancelled_by_another_is_told_to_the_writer(world):
    state_of(world).workflow_state.cancel(user=world.users["quantri"])
    assert told(LetterKind.STOPPED) == ["congtacvien", "truongphong"]


@pytest.mark.parametrize("road", ["refused at its hour", "cancelled"])
def test_an_hour_that_is_lost_is_told_to_the_writer_and_to_who_approved(world, road, monkeypatch):
    page = ArticlePage.objects.get(pk=world.key("submitted")).get_latest_revision_as_object()
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision(user=world.users["truongphong"])
    for role in ("truongphong", "kiemduyet", "truongban"):
        decide(world, role)
    revision = ArticlePage.objects.get(pk=page.pk).get_latest_revision()
    if road == "cancelled":
        url = reverse("wagtailadmin_pages:revisions_unschedule", args=[page.pk, revision.pk])
        world.clients["quantri"].post(url)
    else:
        then = timezone.now() + timedelta(days=2)
        monkeypatch.setattr(timezone, "now", lambda: then)
        monkeypatch.setattr(gate, "held", lambda page: ["“TỐI MẬT”: dấu chỉ độ mật"])
        call_command("publish_due", stdout=StringIO())
    assert told(LetterKind.STOPPED) == ["congtacvien", "kiemduyet", "truongban", "truongphong"]
    letter = Letter.objects.filter(kind=LetterKind.STOPPED).first()
    assert "không được đăng đúng giờ" in letter.text and "TỐI MẬT" not in letter.text


def test_what_is_decided_asks_nobody_any_more(world):
    decide(world, "truongphong")
    Letter.objects.update(state=LetterState.HELD)
    decide(world, "kiemduyet")
    assert Letter.objects.get(recipient=world.users["kiemduyet"]).state == LetterState.DROPPED


def test_the_writer_learns_that_the_text_is_public(world):
    for role in ("truongphong", "kiemduyet", "truongban"):
        decide(world, role)
    assert told(LetterKind.PUBLISHED) == ["congtacvien"]
    assert "/tin-tuc" in Letter.objects.get(kind=LetterKind.PUBLISHED).link


def test_the_title_of_a_restricted_draft_is_in_no_mail(world):
    page = ArticlePage.objects.get(pk=world.key("submitted"))
    page.restricted = True
    page.save_revision()
    ArticlePage.objects.filter(pk=page.pk).update(restricted=True)
    state = state_of(world)
    actions.decide(state, world.users["truongphong"], "approve", digest=page_digest(state))
    letter = Letter.objects.get(kind=LetterKind.YOUR_TURN)
    assert page.title not in letter.subject + letter.text + letter.html
    assert f": {page.unit.name}" not in letter.text


def page_digest(state):
    from editorial.chain.digest import digest_of

    return digest_of(state.text())


def test_reminders_come_before_at_and_after_the_term_each_once(world):
    for _time in range(2):
        remind(minutes=1)
    assert told(LetterKind.BEFORE_TERM) == ["truongphong"]
    for _time in range(2):
        remind(minutes=-1)
    assert told(LetterKind.AT_TERM) == ["truongphong"]
    for _time in range(2):
        remind(days=-30)
    late = told(LetterKind.OVERDUE)
    assert "truongphong" in late and len(late) > 1 and len(late) == len(set(late))
    assert "Người truongphong" in Letter.objects.filter(kind=LetterKind.OVERDUE).first().text


def test_nothing_is_said_long_before_the_term(world):
    remind(days=30)
    assert told(LetterKind.BEFORE_TERM) == told(LetterKind.AT_TERM) == []


def test_whoever_takes_over_is_told(world):
    today = timezone.localdate()
    giver, receiver = world.users["truongphong"].person, world.users["bientap"].person
    days = {"valid_from": today, "valid_to": today + timedelta(days=3)}
    Delegation.objects.create(giver=giver, receiver=receiver, basis="12/UQ", **days)
    assert told(LetterKind.DELEGATED) == ["bientap"]
    remind(days=30)
    assert "bientap" in told(LetterKind.YOUR_TURN)


@pytest.fixture
def two_moderators(world):
    """One for the news, another for the economy; the text, of the news, has passed its unit."""
    members = {row.person.user.username: row for row in Membership.objects.all()}
    Assignment.objects.all().delete()
    for role, section in (("kiemduyet", "section"), ("bientap", "other_section")):
        Assignment.objects.create(membership=members[role], section=world.things[section])
    decide(world, "truongphong")
    assert told(LetterKind.YOUR_TURN) == ["kiemduyet"]
    return members


def may_decide(world, role):
    url = reverse("editorial_decide", args=[state_of(world).pk])
    return world.clients[role].post(url, {"action": "approve"}).status_code == 302


def test_a_moved_text_is_decided_about_for_its_new_section(world, two_moderators):
    for _time in range(2):
        page = ArticlePage.objects.get(pk=world.key("submitted"))
        page.move(world.things["other_section"], pos="last-child")
    assert told(LetterKind.YOUR_TURN) == ["bientap", "kiemduyet"]
    assert state_of(world).section == world.things["other_section"]
    assert not may_decide(world, "kiemduyet") and may_decide(world, "bientap")


def test_a_text_moved_with_its_section_is_decided_about_for_where_it_is(world, two_moderators):
    Assignment.objects.filter(section=world.key("other_section")).update(section=world.key("third_section"))
    world.things["submitted"].move(world.things["other_section"], pos="last-child")
    assert told(LetterKind.YOUR_TURN) == ["kiemduyet"]
    SectionPage.objects.get(pk=world.key("other_section")).move(
        world.things["third_section"], pos="last-child"
    )
    assert "bientap" in told(LetterKind.YOUR_TURN) and may_decide(world, "bientap")


FRIDAY, MONDAY = date(2026, 11, 27), date(2026, 11, 30)


def at_four(day):
    return datetime.combine(day, time(16), ZONE)


@pytest.mark.parametrize(
    ("change", "due"),
    [
        (CalendarDay(date=MONDAY, reason="Nghỉ bù"), date(2026, 12, 1)),
        (
            CalendarDay(date=date(2026, 11, 28), kind=CalendarDay.Kind.WORK, reason="Làm bù"),
            date(2026, 11, 28),
        ),
        (WorkingHours(morning_from=time(8), morning_to=time(11), afternoon_from=time(14)), date(2026, 12, 1)),
    ],
    ids=["day off", "day worked", "hours"],
)
def test_a_changed_calendar_moves_the_terms(world, change, due, django_capture_on_commit_callbacks):
    """Eight hours from Friday at four; what is taken back counts no more."""
    TaskState.objects.filter(pk=state_of(world).pk).update(started_at=at_four(FRIDAY))
    change.pk, change.site = None, world.site
    with django_capture_on_commit_callbacks(execute=True):
        change.save()
    assert localtime(state_of(world).due_at).date() == due
    with django_capture_on_commit_callbacks(execute=True):
        change.delete()
    assert state_of(world).due_at == at_four(MONDAY)


def test_the_term_counts_working_hours_across_the_new_year(world):
    from datetime import datetime

    eve = datetime(2026, 12, 31, 16, 0, tzinfo=working_hours.ZONE)
    after = working_hours.add(eve, 2)
    assert (after.year, after.month, after.hour, after.minute) == (2027, 1, 8, 30) and after.day > 1
    assert working_hours.subtract(after, 2) == eve
