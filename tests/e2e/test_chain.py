"""Five people, each on a phone, take an article from the collaborator to the public, with one return."""

import re

import pytest
from django.core import mail
from django.urls import reverse
from playwright.sync_api import expect
from wagtail.models import Workflow

from editorial.models import (
    Action,
    Assignment,
    Chain,
    Channel,
    DecidingPin,
    Decision,
    Membership,
    StageTaskState,
)
from news.models import ArticlePage
from portal.presets.chains import CHAINS, RETURN_REASONS
from tests.world import make_world

pytestmark = [pytest.mark.browser, pytest.mark.services]
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
TITLE = "Xã Thử khai giảng lớp học bơi hè cho bốn mươi em nhỏ"
WRONG, RIGHT = "Bốn trăm em đã đến lớp trong ngày đầu.", "Bốn mươi em đã đến lớp trong ngày đầu."
REASON, COMMENT = RETURN_REASONS[0], "Danh sách của nhà trường có bốn mươi em."
PIN = "583017"


@pytest.fixture
def world(live_server, settings):
    """The commune with the chain of four stages, somebody who publishes, and a leader with a PIN."""
    # All browsers share one connection: a draft saved by itself would meet the one just being sent.
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0
    world = make_world()
    flow = Workflow.objects.get(name__startswith=CHAINS["bon-buoc"][0])
    Chain.objects.filter(page_type=None).update(workflow=flow)
    board = Membership.objects.first().board
    member = Membership.objects.create(board=board, person=world.users["xuatban"].person)
    Assignment.objects.create(membership=member, unit=world.things["unit"], duty=Assignment.Duty.PUBLISH)
    DecidingPin.assign(world.users["truongban"], PIN)
    mail.outbox.clear()
    return world


class Phone:
    """One person's phone; every page it opens has to fit the screen."""

    def __init__(self, tab):
        self.tab = tab

    def open(self, path):
        self.tab.goto(path)
        self.check_width()

    def tap(self, target):
        """Touches what leads to another page."""
        with self.tab.expect_navigation():
            target.tap()
        self.check_width()

    def check_width(self):
        assert self.tab.evaluate(SIDEWAYS) <= 0, self.tab.url


class Official(Phone):
    """Somebody at work in the administration."""

    def __init__(self, tab, name):
        super().__init__(tab)
        self.open(reverse("editorial_work"))
        tab.fill("#id_username", name)
        tab.fill("#id_password", "mat-khau")
        self.tap(tab.locator("button[type=submit]"))

    def find(self, list_name):
        """The article in a list of my work."""
        self.open(reverse("editorial_work_tab", args=[list_name]))
        return self.tab.locator(".work-row", has_text=TITLE)

    def read(self):
        self.tap(self.find("can-duyet").get_by_role("link"))
        expect(self.tab.locator(".decide-title")).to_have_text(TITLE)
        expect(self.tab.frame_locator(".decide-text").locator("h1")).to_have_text(TITLE)

    @property
    def form(self):
        return self.tab.locator(".decide-form")

    def press(self, button):
        self.tap(self.form.get_by_role("button", name=button, exact=True))

    def decide(self, button):
        self.press(button)
        expect(self.tab.locator(".messages")).to_contain_text("đã ghi nhận quyết định")

    def approve(self, button="Duyệt"):
        self.read()
        self.decide(button)

    def send_back(self):
        """Is told that it needs a reason, then gives one from the list, a comment and the place."""
        self.read()
        self.press("Trả lại")
        expect(self.form.get_by_role("alert")).to_be_in_viewport()
        self.form.get_by_label("Lý do trả lại").select_option(REASON)
        self.form.get_by_label("Ý kiến").fill(COMMENT)
        self.form.get_by_label("Trả lại về mục").select_option("body")
        self.decide("Trả lại")

    def sees_what_changed(self):
        self.read()
        expect(self.tab.locator(".decide header")).to_contain_text("Đã trả lại 1 lần")
        changes = self.tab.locator(".decide-changes").first
        expect(changes.locator(".deletion")).to_contain_text("trăm")
        expect(changes.locator(".addition")).to_contain_text("mươi")

    def is_kept_out(self):
        """Sees the page of the decision without its form, and is refused when sending one all the same."""
        state = StageTaskState.objects.open().get(page__draft_title=TITLE)
        url = reverse("editorial_decide", args=[state.pk])
        self.open(url)
        expect(self.tab.locator(".decide-title")).to_have_text(TITLE)
        expect(self.form).to_have_count(0)
        answer = self.tab.request.post(url, form={"action": "approve", "csrfmiddlewaretoken": self.token()})
        assert answer.status == 403 and re.search("(người có thẩm quyền là|người khác)", answer.text())

    def token(self):
        return next(each["value"] for each in self.tab.context.cookies() if each["name"] == "csrftoken")


class Writer(Official):
    def write(self, section):
        self.open(f"/quan-tri/pages/add/news/articlepage/{section}/")
        self.tab.wait_for_load_state("networkidle")
        self.tab.locator("#id_title").press_sequentially(TITLE)
        self.body.locator(".c-sf-add-button").first.tap()
        self.tab.get_by_role("option").first.tap()
        self.type(WRONG)

    @property
    def body(self):
        return self.tab.locator("[data-contentpath=body]")

    def read_why(self):
        """Finds what came back, with the reason, and opens it."""
        row = self.find("tra-lai")
        expect(row.locator(".work-said")).to_have_text(f"{REASON}. {COMMENT}")
        self.tap(row.get_by_role("link"))

    def type(self, text):
        self.body.locator(".public-DraftEditor-content").tap()
        self.tab.keyboard.press("Control+A")
        self.tab.keyboard.type(text)
        expect(self.body.locator("[name=body-0-value]")).to_have_value(re.compile(re.escape(text)))

    def send(self):
        self.tab.locator("footer [data-w-dropdown-target=toggle]").first.tap()
        self.tap(self.tab.locator("[name=action-submit]").first)


class Leader(Phone):
    """Somebody who reads mail on the phone and is logged in nowhere."""

    def open_letter(self):
        letter = next(each for each in mail.outbox if each.to == ["truongban@example.vn"])
        assert TITLE in letter.subject
        self.open(re.search(r"/duyet-qua-thu/[\w-]+/", letter.body)[0])
        expect(self.tab.locator("h1")).to_have_text(TITLE)

    def approve(self):
        self.open_letter()
        self.tab.get_by_label("Mã PIN").fill(PIN)
        self.tap(self.tab.get_by_role("button", name="Duyệt", exact=True))
        expect(self.tab.locator("h1")).to_have_text("Quyết định của ông/bà đã được ghi nhận")


class Reader(Phone):
    def finds_nothing(self):
        assert self.tab.request.get(address()).status == 404

    def read(self):
        self.open(address())
        expect(self.tab.locator("main h1")).to_have_text(TITLE)
        expect(self.tab.locator("main")).to_contain_text(RIGHT)


def address():
    return ArticlePage.objects.get(title=TITLE).url


def approvals():
    """Who approved since the start, and by which way."""
    entries = Decision.objects.filter(action=Action.APPROVED).order_by("pk")
    return [(entry.person_name.removeprefix("Người "), entry.channel) for entry in entries]


def test_five_people_take_an_article_to_the_public_page(world, new_tab, complaints):
    writer = Writer(new_tab(**PHONE), "congtacvien")
    head, moderator, publisher = (
        Official(new_tab(**PHONE), name) for name in ("truongphong", "kiemduyet", "xuatban")
    )
    leader, reader = Leader(new_tab(**PHONE)), Reader(new_tab(**PHONE))
    writer.write(world.key("section"))
    writer.send()
    reader.finds_nothing()
    expect(writer.find("cua-toi")).to_contain_text("Đang chờ: Người truongphong")
    writer.is_kept_out()
    moderator.is_kept_out()
    head.approve()
    head.is_kept_out()
    moderator.send_back()
    writer.read_why()
    writer.type(RIGHT)
    writer.send()
    head.sees_what_changed()
    head.decide("Duyệt")
    moderator.approve()
    publisher.is_kept_out()
    leader.approve()
    reader.finds_nothing()
    publisher.approve("Đăng")
    reader.read()
    assert approvals() == [
        ("truongphong", Channel.ADMIN),
        ("truongphong", Channel.ADMIN),
        ("kiemduyet", Channel.ADMIN),
        ("truongban", Channel.MAIL),
        ("xuatban", Channel.ADMIN),
    ]
    assert complaints == []
