"""The board as registers: who sits on it, who answers for what, which chain a section has."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Workflow

from editorial.models import Assignment, Board, Chain, CheckRule, Delegation, Membership, StageTaskState
from home.models import BoardPage
from tests import builders
from tests.forms import filled

pytestmark = pytest.mark.django_db


def create(world, register, **data):
    url = reverse(f"ban-bien-tap_{register}_modeladmin_create")
    client = world.clients["quantri"]
    return client.post(url, filled(client.get(url), f'form[action="{url}"]') | data)


def said(response):
    return BeautifulSoup(response.content, "html.parser").get_text(" ", strip=True)


def member(world, role):
    return Membership.objects.get(person__user=world.users[role])


def test_an_assignment_made_in_the_register_decides_at_once(world):
    unit = builders.make_unit("Trạm Y tế", site=world.site)
    data = {"membership": member(world, "bientap").pk, "duty": "kiem-duyet", "unit": unit.pk}
    assert create(world, "phan-cong", **data).status_code == 302
    page = builders.make_article(
        "Tin y tế", parent=world.things["section"], live=False, owner=world.users["congtacvien"], unit=unit
    )
    world.things["workflow"].start(page, world.users["congtacvien"])
    state = StageTaskState.objects.open().get(page=page.pk)
    assert state.task.name
    assert Assignment.objects.for_unit(unit).get().membership == member(world, "bientap")


@pytest.mark.parametrize(
    ("register", "data", "message"),
    [
        ("phan-cong", {"unit": "", "section": ""}, "chọn một đơn vị hoặc một chuyên mục"),
        ("uy-quyen", {"same": "1"}, "Chọn người khác"),
        ("uy-quyen", {"valid_from": "2026-05-09", "valid_to": "2026-05-02"}, "Ngày kết thúc"),
        ("thanh-vien", {"again": "1"}, "đã là thành viên"),
        ("quy-trinh", {"workflow": "empty"}, "Chưa có bước"),
    ],
)
def test_what_cannot_be_is_refused_with_a_word_and_kept(world, register, data, message):
    giver, receiver = world.users["truongban"].person, world.users["kiemduyet"].person
    board = world.things["board"]
    values = {
        "phan-cong": {"membership": member(world, "bientap").pk, "duty": "kiem-duyet"},
        "uy-quyen": {
            "giver": giver.pk,
            "receiver": giver.pk if "same" in data else receiver.pk,
            "basis": "14/UQ",
            "valid_from": "2026-05-02",
            "valid_to": "2026-05-09",
        },
        "thanh-vien": {"board": board.pk, "person": giver.pk, "role": "uy-vien"},
        "quy-trinh": {"site": world.site.pk, "section": world.key("section")},
    }[register]
    if data.get("workflow"):
        data = {"workflow": Workflow.objects.create(name="Chưa có bước nào").pk}
    response = create(world, register, **(values | data))
    assert response.status_code == 200
    assert message in said(response)


def test_a_gate_has_no_rule_and_another_check_has_one(world):
    CheckRule.objects.all().delete()
    assert create(world, "quy-tac-kiem-tra", check_slug="secrecy", level="tat").status_code == 200
    assert not CheckRule.objects.exists()
    assert create(world, "quy-tac-kiem-tra", check_slug="title", level="chan").status_code == 302


def test_a_section_gets_a_chain_for_one_kind_of_page(world):
    url = reverse("ban-bien-tap_quy-trinh_modeladmin_create")
    page = BeautifulSoup(world.clients["quantri"].get(url).content, "html.parser")
    kinds = {option.get_text() for option in page.select("select[name=page_type] option")}
    assert "Bài viết" in {kind.capitalize() for kind in kinds} or any("tin" in kind for kind in kinds)
    data = {"site": world.site.pk, "section": world.key("third_section"), "workflow": world.key("workflow")}
    assert create(world, "quy-trinh", **data).status_code == 302
    assert Chain.objects.filter(section=world.key("third_section")).exists()


def test_the_table_says_who_answered_on_a_day(world):
    today = timezone.localdate()
    old = Assignment.objects.first()
    old.valid_to = today - timedelta(days=1)
    old.save()
    url = reverse("editorial_assignments")
    now, then = (
        said(world.clients["congtacvien"].get(url, query))
        for query in ({}, {"ngay": f"{old.valid_to:%Y-%m-%d}"})
    )
    assert "Người kiemduyet" in then and "Người kiemduyet" not in now
    assert world.clients["congtacvien"].get(url, {"ngay": "2026-13-45"}).status_code == 200


def cost(world, name):
    client = world.clients["quantri"]
    client.get(reverse(name))
    with CaptureQueriesContext(connection) as asked:
        assert client.get(reverse(name)).status_code == 200
    return len(asked)


@pytest.mark.parametrize(
    "name",
    [
        *(f"ban-bien-tap_{part}_modeladmin_index" for part in ("thanh-vien", "phan-cong", "uy-quyen")),
        "ban-bien-tap_phan-cong_modeladmin_create",
        "editorial_assignments",
    ],
)
def test_more_rows_cost_no_more_queries(world, name):
    before = cost(world, name)
    board, today = world.things["board"], timezone.localdate()
    for number in range(6):
        person = builders.make_person(f"Thành viên {number}", unit=world.things["unit"])
        row = Membership.objects.create(board=board, person=person)
        Assignment.objects.create(
            membership=row, unit=builders.make_unit(f"Đơn vị {number}", site=world.site)
        )
        Delegation.objects.create(
            giver=person,
            receiver=world.users["kiemduyet"].person,
            basis="1/UQ",
            valid_from=today,
            valid_to=today,
        )
    assert cost(world, name) <= before + 1


def test_the_public_page_names_the_public_bodies_of_today(world, client):
    front = world.things["front"]
    page = BoardPage.objects.first() or front.add_child(instance=BoardPage(title="Ban biên tập", slug="bbt"))
    hidden = Board.objects.create(site=world.site, name="Tổ nội bộ", kind="to-giup-viec", is_public=False)
    Membership.objects.create(board=hidden, person=builders.make_person("Người ẩn"))
    gone = builders.make_person("Người đã thôi")
    Membership.objects.create(board=world.things["board"], person=gone, valid_to=date(2026, 1, 1))
    text = said(client.get(page.url))
    assert "Người truongban" in text and "Trưởng ban" in text
    assert "Người ẩn" not in text and "Người đã thôi" not in text
