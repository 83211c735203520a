"""Deciding from a mail: for one person, one text, once, with the PIN; looking changes nothing."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agency.models import Holding
from editorial.mail import delivery, digest, notices
from editorial.models import (
    Action,
    Channel,
    DecidingPin,
    Decision,
    Letter,
    MailChoice,
    MailLink,
    StageTaskState,
)
from editorial.models.pins import TRIES
from news.models import ArticlePage
from tests import builders

pytestmark = pytest.mark.django_db
PIN = "274905"


@pytest.fixture
def world(world):
    Letter.objects.all().delete()
    return world


def state_of(world):
    return StageTaskState.objects.open().get(page=world.key("submitted"))


def letter_to(world, role):
    """The mail that asks `role` to decide, as it left the portal."""
    mail.outbox.clear()
    Letter.objects.all().delete()
    notices.your_turn(state_of(world), world.users[role])
    delivery.Round().run()
    [message] = mail.outbox
    return message


def link_in(message):
    found = re.search(r"https?://[^/]+(/duyet-qua-thu/[\w-]+/)", message.body)
    return found[1] if found else ""


@pytest.fixture
def link(world):
    return link_in(letter_to(world, "truongphong"))


def decide(link, action="approve", pin=PIN, **given):
    return Client().post(link, {"action": action, "pin": pin, **given})


def page_of(world):
    return ArticlePage.objects.get(pk=world.key("submitted"))


def is_open(world):
    return state_of(world).task.name == StageTaskState.objects.get(pk=world.key("state")).task.name


def test_looking_shows_the_text_and_changes_nothing(world, link):
    before = Decision.objects.count()
    response = Client().get(link)
    said = response.content.decode()
    assert response.status_code == 200
    assert "Tin chờ duyệt" in said and "Mã PIN của ông/bà" in said
    assert Client().head(link).status_code == 200
    assert Decision.objects.count() == before and is_open(world)
    assert MailLink.objects.get().used_at is None


def test_the_answer_is_kept_nowhere(world, link):
    for url in (link, f"{link}noi-dung/"):
        response = Client().get(url)
        assert "no-store" in response["Cache-Control"]
        assert response["Referrer-Policy"] == "no-referrer"
        assert "noindex" in response["X-Robots-Tag"]
        assert not response.cookies


def test_the_decision_is_recorded_with_the_way_it_came(world, link):
    response = decide(link, comment="Đồng ý")
    said = response.content.decode()
    assert "đã được ghi nhận" in said and "<strong>Duyệt</strong>" in said
    entry = Decision.objects.filter(action=Action.APPROVED).latest("pk")
    assert entry.channel == Channel.MAIL and entry.user == world.users["truongphong"]
    assert entry.comment == "Đồng ý" and not is_open(world)


def test_a_return_needs_words_and_comes_back_to_the_writer(world, link):
    refused = decide(link, "reject")
    assert refused.status_code == 422 and is_open(world)
    decide(link, "reject", comment="Thiếu nguồn số liệu")
    assert Decision.objects.filter(action=Action.RETURNED, channel=Channel.MAIL).exists()


def test_no_row_of_the_database_opens_anything(world, link):
    token = link.split("/")[2]
    letter = Letter.objects.get()
    assert token not in letter.text + letter.html + letter.link
    assert token != MailLink.objects.get().token_hash
    assert Client().get(f"/duyet-qua-thu/{MailLink.objects.get().token_hash}/").status_code == 404


def test_each_letter_has_a_link_of_its_own(world, link):
    assert link != link_in(letter_to(world, "truongphong"))


def test_html_and_text_carry_the_same_link(world):
    message = letter_to(world, "truongphong")
    assert link_in(message) in message.alternatives[0][0]
    assert "giai-doan" not in message.body + message.alternatives[0][0]


@pytest.mark.parametrize("pin", ["000000", "", "27490", "274905; DROP"])
def test_without_the_pin_nothing_is_decided_and_nothing_is_lost(world, link, pin):
    response = decide(link, pin=pin, comment="Đã đọc kỹ")
    assert response.status_code == 422 and "Đã đọc kỹ" in response.content.decode()
    assert is_open(world) and decide(link).status_code == 200


def test_wrong_numbers_lock_the_pin(world, link):
    for _time in range(TRIES):
        decide(link, pin="111222")
    said = decide(link).content.decode()
    assert "khóa" in said and is_open(world)
    DecidingPin.objects.get().unlock()
    assert decide(link).status_code == 200


def test_who_has_no_pin_gets_the_address_of_the_administration(world):
    DecidingPin.objects.all().delete()
    message = letter_to(world, "truongphong")
    assert not link_in(message)
    assert reverse("editorial_decide", args=[world.key("state")]) in message.body


def test_a_pin_taken_away_later_is_said(world, link):
    DecidingPin.objects.all().delete()
    assert "chưa có mã PIN" in Client().get(link).content.decode()
    assert decide(link).status_code == 422 and is_open(world)


def change_text(world):
    page = page_of(world)
    page.title = "Tin chờ duyệt, đã sửa"
    page.save_revision()


def mark_restricted(world):
    ArticlePage.objects.filter(pk=world.key("submitted")).update(restricted=True)


def lose_the_post(world):
    Holding.objects.filter(person__user=world.users["truongphong"]).delete()


def close_account(world):
    world.users["truongphong"].is_active = False
    world.users["truongphong"].save()


def let_it_run_out(world):
    MailLink.objects.update(expires_at=timezone.now())


def decide_elsewhere(world):
    from editorial.chain import actions

    actions.decide(state_of(world), world.users["truongphong"], "approve")


def unpublish_and_delete(world):
    page_of(world).delete()


def take_back(world):
    state_of(world).workflow_state.cancel(user=world.users["congtacvien"])


@pytest.mark.parametrize(
    ("deed", "status"),
    [
        (change_text, 410),
        (mark_restricted, 410),
        (lose_the_post, 410),
        (close_account, 410),
        (let_it_run_out, 410),
        (decide_elsewhere, 410),
        (take_back, 410),
        (unpublish_and_delete, 404),
    ],
)
def test_the_link_is_dead_once(world, link, deed, status):
    assert Client().get(link).status_code == 200
    deed(world)
    entries = Decision.objects.count()
    for response in (Client().get(link), decide(link), Client().get(f"{link}noi-dung/")):
        assert response.status_code == status
        assert "Tin chờ duyệt" not in response.content.decode()
    assert Decision.objects.count() == entries


def test_a_link_decides_once(world, link):
    decide(link)
    again = decide(link)
    assert again.status_code == 410 and "lúc" in again.content.decode()
    assert Decision.objects.filter(action=Action.APPROVED).count() == 1


def test_a_link_edited_by_hand_opens_nothing(world, link):
    for url in (link[:-4] + "/", link.replace(link.split("/")[2], "giai-doan-1"), "/duyet-qua-thu/%00/"):
        assert Client().get(url).status_code == 404


def test_guessing_is_slowed_down(world):
    last = [Client().get(f"/duyet-qua-thu/x{number}/").status_code for number in range(31)][-1]
    assert last == 429


def test_deciding_is_slowed_down(world, link):
    for _time in range(21):
        response = decide(link, pin="")
    assert "thử lại sau một giờ" in response.content.decode()
    assert decide(link).status_code == 422 and is_open(world)


def test_forwarded_to_another_official_it_still_asks_for_the_pin_of_its_owner(world, link):
    DecidingPin.assign(world.users["bientap"], "830416")
    response = world.clients["bientap"].post(link, {"action": "approve", "pin": "830416"})
    assert response.status_code == 422 and is_open(world)


@pytest.mark.parametrize("action", ["take", "assign", "refuse", "publish", ""])
def test_only_the_two_buttons_work(world, link, action):
    assert decide(link, action).status_code == 422 and is_open(world)


def test_a_flagged_text_is_decided_about_in_the_portal_only(world):
    page = page_of(world)
    page.body = [("text", "<p>Độ mật: MẬT</p>")]
    page.save_revision()
    StageTaskState.objects.open().update(digest="")
    assert not link_in(letter_to(world, "truongphong"))


def test_the_summary_of_the_day_has_links_too(world):
    user = world.users["truongphong"]
    MailChoice.objects.create(user=user, work="daily")
    mail.outbox.clear()
    notices.your_turn(state_of(world), user)
    digest.write_for(user, timezone.now())
    delivery.Round().run()
    assert Client().get(link_in(mail.outbox[0])).status_code == 200


def test_the_draft_shows_its_private_pictures_through_the_link_alone(world):
    page = page_of(world)
    image = builders.make_image("Bến đò")
    page.picture, page.picture_alt, page.picture_caption = image, "Bến đò Vàm", "Bến đò sáng nay"
    page.save_revision()
    link = link_in(letter_to(world, "truongphong"))
    said = Client().get(f"{link}noi-dung/").content.decode()
    [source, *_more] = re.findall(rf'src="({link}tep/[^"]+)"', said)
    assert Client().get(source).status_code == 200
    assert Client().get(source.replace(link, "/")).status_code == 404
    foreign = world.things["document"].file.name.partition("/")[2]
    assert Client().get(f"{link}tep/{foreign}").status_code == 404
    decide(link)
    assert Client().get(source).status_code == 410
