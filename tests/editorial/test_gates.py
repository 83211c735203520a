"""What the gates hold back goes public by no road until a second person has answered for it."""

import json
from io import StringIO

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.urls import reverse
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from assets import reading
from editorial.chain.refusals import PublicationRefused
from editorial.checks import gate
from editorial.guard import warrant
from editorial.models import CheckRule, Clearance, Decision, StageTaskState
from editorial.models.decisions import Action
from news.models import ArticlePage
from procedures.models import ProcedurePage
from tests import builders
from tests.assets import files
from tests.forms import filled

pytestmark = pytest.mark.django_db
MARKED = "Độ mật: TỐI MẬT. Báo cáo tình hình an ninh quý III."
NUMBER = "Bà Lê Thị Nụ, số căn cước công dân 036191000123, được nhận hỗ trợ."


def draft(world, text, **fields):
    body = [("text", f"<p>{text}</p>")]
    given = {
        "title": "Tin có dấu hiệu",
        "live": False,
        "owner": world.users["congtacvien"],
        "unit": world.things["unit"],
        "body": body,
    }
    return builders.make_article(parent=world.things["section"], **(given | fields))


def submit(world, page):
    client = world.clients["congtacvien"]
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = filled(client.get(url)) | {"action-submit": "1", "body-count": "0"}
    return client.post(url, data | body_of(page), follow=True)


def body_of(page):
    """The one block of text as the form sends it."""
    value = ContentstateConverter(features=["bold"]).from_database_format(page.body[0].value.source)
    return {
        "body-count": "1",
        **{"body-0-type": "text", "body-0-id": page.body[0].id, "body-0-order": "0", "body-0-deleted": ""},
        "body-0-value": value,
    }


def state_of(page):
    return StageTaskState.objects.open().filter(page=page.pk).first()


def answer(world, role, page, note="Ví dụ trong bài tuyên truyền"):
    [mark] = {finding.mark for finding in gate.run(page) if finding.blocking}
    url = reverse("editorial_checks", args=[page.pk])
    return world.clients[role].post(url, {"mark": mark, "note": note}, follow=True)


def approve(world, role, page):
    state = state_of(page)
    url = reverse("editorial_decide", args=[state.pk])
    soup = BeautifulSoup(world.clients[role].get(url).content, "html.parser")
    digest = soup.select_one("[name=digest]")["value"]
    return world.clients[role].post(url, {"action": "approve", "digest": digest})


@pytest.mark.parametrize("text", [MARKED, NUMBER])
def test_a_flagged_text_is_not_sent_and_is_kept(world, text):
    page = draft(world, text)
    response = submit(world, page)
    assert state_of(page) is None
    assert "Độ mật" in response.content.decode() or "036191000123" in response.content.decode()
    assert text[:20] in str(ArticlePage.objects.get(pk=page.pk).get_latest_revision_as_object().body)


def test_the_writers_word_lets_it_be_sent_but_not_published(world):
    page = draft(world, MARKED)
    answer(world, "congtacvien", page)
    submit(world, page)
    for role in ("truongphong", "kiemduyet"):
        assert approve(world, role, page).status_code == 302
    approve(world, "truongban", page)
    assert not ArticlePage.objects.get(pk=page.pk).live
    answer(world, "truongban", page, note="Đã xem: chỉ là ví dụ")
    assert approve(world, "truongban", page).status_code == 302
    assert ArticlePage.objects.get(pk=page.pk).live


def test_a_word_needs_a_reason_and_the_trail_keeps_no_number(world):
    page = draft(world, NUMBER)
    assert "nêu lý do" in answer(world, "congtacvien", page, note=" ").content.decode()
    assert not Clearance.objects.exists()
    answer(world, "congtacvien", page, note="Danh sách công khai theo Nghị định 20/2021/NĐ-CP")
    entry = Decision.objects.get(action=Action.CLEARED)
    assert "036191000123" not in f"{entry.comment} {entry.data}" and entry.data["second"] is False


def test_changed_words_need_a_new_word(world):
    page = draft(world, MARKED)
    answer(world, "congtacvien", page)
    page.body = [("text", "<p>Độ mật: TUYỆT MẬT. Báo cáo khác.</p>")]
    page.save_revision()
    assert gate.submission_refusals(page)


def test_nobody_else_answers(world):
    page = draft(world, MARKED)
    stranger = builders.make_user("nguoi-la", groups=["Cộng tác viên"])
    builders.make_person("Người lạ", unit=world.things["unit"], user=stranger)
    world.clients["nguoi-la"] = type(world.clients["visitor"])()
    world.clients["nguoi-la"].force_login(stranger, "django.contrib.auth.backends.ModelBackend")
    answer(world, "nguoi-la", page)
    assert not Clearance.objects.exists()


def test_no_warrant_opens_the_gate(world):
    page = draft(world, MARKED)
    with warrant("test"), pytest.raises(PublicationRefused):
        page.get_latest_revision().publish()
    assert not ArticlePage.objects.get(pk=page.pk).live


def test_an_attachment_is_read_too(world):
    document = builders.make_document(title="Báo cáo quý", pages=("Trang bìa", MARKED))
    page = draft(world, "Xem tệp.", body=[("files", {"title": "", "files": [document]})])
    [finding] = gate.run(page)
    assert finding.blocking and "Báo cáo quý" in finding.where and "2" in finding.where


def with_file(world, **file):
    document = builders.make_document(title="Báo cáo quý", **file)
    body = [("files", {"title": "", "files": [document]})]
    return document, draft(world, "Xem tệp.", body=body)


def test_a_file_not_read_yet_holds_back_the_publishing_not_the_sending(world):
    document, page = with_file(world, content=files.pdf("Ke hoach nam"))
    assert gate.refusals(page) and not gate.submission_refusals(page)
    with warrant("test"), pytest.raises(PublicationRefused):
        page.get_latest_revision().publish()
    reading.read_now([document])
    assert not gate.refusals(page)


def test_a_person_reads_the_scan_and_a_new_file_is_read_anew(world):
    document, page = with_file(world, content=files.pdf(""))
    reading.read_now([document])
    assert gate.submission_refusals(page)
    answer(world, "congtacvien", page)
    assert gate.refusals(page) and not gate.submission_refusals(page)
    answer(world, "quantri", page)
    assert not gate.refusals(page)
    document.file = ContentFile(files.pdf("", ""), name="khac.pdf")
    document.save()
    reading.read_now([document])
    assert gate.refusals(page) and gate.submission_refusals(page)


def test_an_encrypted_file_is_named_with_what_to_do(world):
    document, page = with_file(world, content=files.pdf("Mat", password="x"))
    reading.read_now([document])
    [line] = gate.refusals(page)
    assert "mật khẩu" in line or "password" in line


def test_an_imported_row_with_a_mark_is_a_draft_and_listed(world, tmp_path):
    rows = [("1.000894", "Đăng ký kết hôn"), ("1.001193", "Độ mật: TỐI MẬT. Hồ sơ cán bộ")]
    lines = [json.dumps({"ma": code, "ten": title, "linh_vuc": "Hộ tịch"}) for code, title in rows]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    out, problems = StringIO(), StringIO()
    call_command(
        "import_procedures", tmp_path / "a.jsonl", publish=True, user="quantri", stdout=out, stderr=problems
    )
    assert set(ProcedurePage.objects.values_list("code", "live")) >= {("1.000894", True), ("1.001193", False)}
    assert "held: 1" in out.getvalue() and "2: held" in problems.getvalue()


def test_a_row_of_the_table_makes_an_advice_hold_back_but_switches_no_gate_off(world):
    page = draft(world, "Tin ngắn.")
    page.title = "TIN VIẾT HOA"
    assert not gate.refusals(page)
    CheckRule.objects.create(check_slug="title", level="chan")
    assert gate.refusals(page)
    CheckRule.objects.create(check_slug="secrecy", level="tat")
    page.body = [("text", f"<p>{MARKED}</p>")]
    assert any(finding.check == "secrecy" and finding.blocking for finding in gate.run(page))


@pytest.mark.parametrize(
    "words",
    [
        {"title": "<TUYỆT MẬT> Phương án diễn tập"},
        {"title": '{"type": "TUYỆT MẬT"}'},
        {"title": "[TUYỆT MẬT]"},
        {"summary": "Bà Lan, <b 036191000123>, nhận quà"},
        {"summary": "Căn cước công dân <036191000123> của bà Lan"},
    ],
)
def test_words_in_angle_brackets_are_words(world, words):
    """Templates show them as they are, so the gates read them as they are."""
    assert any(finding.blocking for finding in gate.run(draft(world, "Sáng nay.", **words)))


def test_tags_of_rich_text_stand_between_no_letters(world):
    page = draft(world, '<b>TUYỆT</b> <a href="https://example.vn/?a=1&amp;b=2">MẬT</a><br/>Báo cáo')
    assert any(finding.check == "secrecy" and finding.blocking for finding in gate.run(page))
    clean = draft(world, '<a linktype="document" id="36191000123">Phụ lục</a> &lt; 5 ha &amp; 3 xã')
    assert not [finding for finding in gate.run(clean) if finding.blocking]


@pytest.mark.parametrize("field", ["title", "transcript"])
def test_what_is_said_in_a_recording_is_read(world, field):
    said = {"title": "Phát thanh", "transcript": "Sáng nay."} | {field: "Độ mật: TUYỆT MẬT"}
    media = builders.make_media(**said)
    page = builders.make_article(
        "Tin", world.things["section"], live=False, body=[("audio", {"audio": media, "caption": "Nghe"})]
    )
    assert any(finding.check == "secrecy" and finding.blocking for finding in gate.run(page))
