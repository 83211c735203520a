"""Letters: written with the deed, sent after it, once, to those who can read them."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import transaction

from editorial.mail import delivery, letters
from editorial.models import Hindrance, Letter, LetterKind, LetterState, MailChoice
from tests import builders
from tests.post import PostOffice, free_port
from tests.writers import at_once

pytestmark = pytest.mark.django_db
SMTP = "django.core.mail.backends.smtp.EmailBackend"


@pytest.fixture
def official():
    user = builders.make_user("chau", email="chau@example.vn")
    builders.make_person("Trần Thị Châu", user=user, unit=builders.make_unit())
    return user


@pytest.fixture
def post_office(settings):
    with PostOffice() as office:
        settings.EMAIL_BACKEND = SMTP
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", office.port
        yield office


def tell(user, *, key="viec:1", kind=LetterKind.YOUR_TURN, subject="Chờ ông/bà duyệt", **more):
    context = {"title": "Ra quân làm thủy lợi", "link": "/quan-tri/pages/7/edit/", **more.pop("context", {})}
    letters.send(user, kind, subject, more.pop("template", "your_turn"), context, key=key, **more)


def run(command="send_letters", **options):
    out, err = StringIO(), StringIO()
    call_command(command, stdout=out, stderr=err, **options)
    return out.getvalue() + err.getvalue()


def let_time_pass(**span):
    """As if that much time had gone by for every letter."""
    for letter in Letter.objects.all():
        for name in ("next_try", "tried_from"):
            setattr(letter, name, getattr(letter, name) - timedelta(**span))
        letter.save()


def test_a_letter_is_sent_after_the_commit_and_only_then(official, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        tell(official)
        assert mail.outbox == []
    [message] = mail.outbox
    assert message.to == ["chau@example.vn"]
    assert Letter.objects.get().state == LetterState.SENT


@pytest.mark.django_db(transaction=True)
def test_a_deed_that_is_undone_tells_nobody(official):
    with transaction.atomic():
        tell(official)
        transaction.set_rollback(True)
    assert not Letter.objects.exists()
    assert mail.outbox == []


def test_nobody_gets_two_letters_for_one_thing(official):
    other = builders.make_user(email="khac@example.vn")
    for _time in range(2):
        tell(official)
        tell(other)
        run()
    assert sorted(message.to[0] for message in mail.outbox) == ["chau@example.vn", "khac@example.vn"]


def test_both_forms_say_the_same_and_lead_to_the_same_place(official, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://xa.example.vn"
    tell(official, context={"facts": [("Đơn vị", "Văn phòng <HĐND>")], "quote": "Sửa & gửi lại"})
    run()
    [message] = mail.outbox
    [html] = [part.content for part in message.alternatives]
    for words in ("Kính gửi ông/bà Trần Thị Châu", "Ra quân làm thủy lợi", "Đơn vị"):
        assert words in message.body and words in html
    assert "Văn phòng <HĐND>" in message.body and "Văn phòng &lt;HĐND&gt;" in html
    assert "Sửa & gửi lại" in message.body and "Sửa &amp; gửi lại" in html
    address = "https://xa.example.vn/quan-tri/pages/7/edit/"
    assert address in message.body and f'href="{address}"' in html
    assert "{%" not in html + message.body and "{{" not in html + message.body


def test_a_letter_reads_in_the_language_of_the_account(official):
    from wagtail.users.models import UserProfile

    profile = UserProfile.get_for_user(official)
    profile.preferred_language = "en"
    profile.save()
    official.refresh_from_db()
    tell(official)
    assert "Dear Trần Thị Châu" in Letter.objects.get().text


def test_a_subject_cannot_add_headers(official):
    tell(official, subject="Duyệt\r\nBcc: la@example.vn\u2028" + "x" * 400)
    run()
    [message] = mail.outbox
    assert message.subject.startswith("Duyệt Bcc: la@example.vn x")
    assert len(message.subject) <= 200
    assert message.message()["Bcc"] is None


def test_machines_are_told_not_to_answer(official, post_office):
    tell(official)
    run()
    [message] = post_office.received
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["X-Auto-Response-Suppress"] == "All"
    assert message.is_multipart()


@pytest.mark.parametrize(
    ("change", "hindrance"),
    [({"is_active": False}, Hindrance.INACTIVE), ({"email": ""}, Hindrance.NO_ADDRESS)],
)
@pytest.mark.parametrize("when", ["before", "after"])
def test_who_cannot_read_it_gets_nothing_and_it_shows(official, change, hindrance, when):
    if when == "after":
        tell(official)
    for name, value in change.items():
        setattr(official, name, value)
    official.save()
    if when == "before":
        tell(official)
    run()
    letter = Letter.objects.get()
    assert (letter.state, letter.hindrance) == (LetterState.DROPPED, hindrance)
    assert mail.outbox == []


def test_a_person_without_an_address_at_the_account_has_an_official_one(official):
    official.email = ""
    official.save()
    official.person.email = "vanphong@example.vn"
    official.person.save()
    tell(official)
    run()
    assert mail.outbox[0].to == ["vanphong@example.vn"]


def test_a_letter_that_cannot_be_written_never_stops_the_deed(official):
    with transaction.atomic():
        tell(official, template="khong_co")
        assert builders.make_unit().pk
    letter = Letter.objects.get()
    assert (letter.state, letter.hindrance) == (LetterState.FAILED, Hindrance.BROKEN)


def test_what_cannot_be_kept_never_stops_the_deed(official, monkeypatch):
    def fails(*args):
        raise OSError("đĩa đầy")

    monkeypatch.setattr(letters, "_write", fails)
    tell(official)
    assert not Letter.objects.exists()


def test_a_matter_that_is_settled_is_no_longer_told(official):
    tell(official, topic="stage:1")
    tell(official, key="viec:2", topic="stage:2")
    assert letters.settle("stage:1") == 1
    run()
    assert len(mail.outbox) == 1
    assert Letter.objects.get(topic="stage:1").hindrance == Hindrance.SETTLED


def test_a_dry_run_sends_nothing(official):
    tell(official)
    assert "chau" in run(dry_run=True)
    assert mail.outbox == [] and Letter.objects.get().attempts == 0


def test_a_server_that_is_down_for_an_hour_loses_nothing_and_repeats_nothing(official, settings):
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = SMTP, "127.0.0.1", free_port()
    for number in range(3):
        tell(official, key=f"viec:{number}")
    for _minute in range(12):
        run()
        let_time_pass(minutes=5)
    assert set(Letter.objects.values_list("state", "hindrance")) == {(LetterState.WAITING, Hindrance.AWAY)}
    assert 4 <= Letter.objects.first().attempts <= 7
    with PostOffice() as office:
        settings.EMAIL_PORT = office.port
        let_time_pass(hours=1)
        run()
        run()
        assert len(office.received) == 3
    assert set(Letter.objects.values_list("state", "hindrance")) == {(LetterState.SENT, "")}


def test_a_server_that_stays_away_is_asked_once_in_a_round(official, settings, monkeypatch):
    asked = []

    class Away(mail.backends.smtp.EmailBackend):
        def open(self):
            asked.append(1)
            raise TimeoutError("không trả lời")

    monkeypatch.setattr(delivery, "get_connection", Away)
    for number in range(5):
        tell(official, key=f"viec:{number}")
    assert "waiting: 5" in run()
    assert asked == [1]


def test_after_three_days_a_letter_is_given_up_and_can_be_sent_again(official, post_office):
    post_office.recipient_answers = ["451 4.7.1 try later"] * 3
    tell(official)
    run()
    letter = Letter.objects.get()
    assert (letter.state, letter.hindrance) == (LetterState.WAITING, Hindrance.DEFERRED)
    let_time_pass(days=1)
    run()
    assert Letter.objects.get().state == LetterState.WAITING
    let_time_pass(days=3)
    assert "failed: 1" in run()
    assert delivery.try_again(Letter.objects.get())
    run()
    assert len(post_office.received) == 1


@pytest.mark.parametrize("where", ["recipient_answers", "text_answers"])
def test_a_refusal_for_good_is_not_repeated_and_names_no_address(official, post_office, where):
    setattr(post_office, where, ["550 5.1.1 <chau@example.vn>: no such box"])
    tell(official)
    tell(builders.make_user(email="khac@example.vn"))
    run()
    run()
    assert len(post_office.received) == 1
    failed = Letter.objects.get(state=LetterState.FAILED)
    assert failed.hindrance == Hindrance.REFUSED
    assert failed.last_error.startswith("550") and "chau@" not in failed.last_error


def test_an_address_no_server_takes_fails_alone(official, post_office):
    tell(builders.make_user(email="hong@xã.vn\nBcc: la@example.vn"))
    tell(official)
    assert "failed: 1" in run()
    assert [message["To"] for message in post_office.received] == ["chau@example.vn"]


def test_the_message_keeps_its_number_when_it_is_sent_again(official, post_office):
    post_office.text_answers = ["451 4.3.0 full", ""]
    tell(official)
    letter = Letter.objects.get()
    first = delivery.message_of(letter).message()["Message-ID"]
    run()
    let_time_pass(minutes=2)
    run()
    [message] = post_office.received
    assert message["Message-ID"] == first


def test_who_claimed_a_letter_sends_it_alone(official):
    tell(official)
    one, other = Letter.objects.get(), Letter.objects.get()
    assert delivery.claim(one)
    assert not delivery.claim(other)


@pytest.mark.two_writers
def test_two_senders_at_once_send_once(official, post_office):
    for number in range(20):
        tell(official, key=f"viec:{number}")
    at_once(delivery.Round().run, delivery.Round().run)
    assert len(post_office.received) == len({message["Message-ID"] for message in post_office.received}) == 20


def test_the_choice_of_the_account_is_kept(official):
    MailChoice.objects.create(user=official, work="daily", news="never")
    tell(official)
    tell(official, key="viec:2", kind=LetterKind.OVERDUE, template="overdue")
    tell(official, key="viec:3", kind=LetterKind.PUBLISHED, template="published")
    states = dict(Letter.objects.values_list("kind", "state"))
    assert states == {"your-turn": "held", "overdue": "waiting", "published": "dropped"}


def test_a_letter_is_signed_by_the_agency(official):
    site = official.person.unit.site
    site.site_name = "Ủy ban nhân dân xã Thử"
    site.save()
    tell(official)
    assert site.site_name in Letter.objects.get().text
