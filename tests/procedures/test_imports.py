"""Files of procedures become pages; what is official is updated, what is local stays."""

import csv
import json
from io import StringIO

import pytest
from django.core.management import call_command

from editorial.models import KeyClaim
from procedures.models import Completeness, OnlineLevel, Paper, ProcedurePage, Service
from tests.builders import make_document, make_procedure, make_procedure_section, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]

ROW = {
    "id": "tthc:1.001193",
    "ma": "1.001193",
    "ten": ". Đăng ký  khai sinh\n",
    "linh_vuc": "Hộ tịch",
    "so_quyet_dinh": "10/QĐ-BTP",
    "cap_thuc_hien": ["Cấp xã", "Cấp tỉnh"],
    "loai": "TTHC được giao luật quy định chi tiết",
    "doi_tuong": "Tổ chức (không bao gồm doanh nghiệp, HTX), Công dân Việt Nam",
    "trinh_tu": "Bước 1: nộp  hồ sơ",
    "cach_thuc": [{"hinh_thuc": "Trực tiếp", "thoi_han": "5 Ngày", "phi": "8.000 đồng", "mo_ta": None}],
    "ho_so": [
        {"ten": "* Giấy tờ phải nộp:", "so_luong": "0 bản chính", "file": None},
        {"ten": "Tờ khai", "so_luong": "1 bản chính, 2 bản sao", "file": "mau-01.docx"},
    ],
    "ket_qua": ["Giấy khai sinh"],
    "can_cu": ["60/2014/QH13", "60/2014/QH13"],
    "url": "https://dichvucong.gov.vn/x",
    "detail_ok": True,
}


@pytest.fixture(autouse=True)
def section():
    make_user("xuatban")
    return make_procedure_section()


def load(tmp_path, *rows):
    """The lines of the report after publishing these rows."""
    path, report = tmp_path / "rows.jsonl", tmp_path / "report.csv"
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    call_command(
        "import_procedures",
        str(path),
        publish=True,
        user="xuatban",
        report=report,
        verbosity=0,
        stdout=StringIO(),
    )
    with report.open(encoding="utf-8-sig") as stream:
        return list(csv.DictReader(stream))


def test_a_row_becomes_a_page_with_all_its_parts(tmp_path):
    (result,) = load(tmp_path, ROW)
    page = ProcedurePage.objects.get()
    assert (result["outcome"], result["key"], page.title) == ("created", "1.001193", "Đăng ký khai sinh")
    assert page.live and page.levels == ["tinh", "xa"] and page.audience == ["cong-dan", "to-chuc"]
    assert (page.kind, page.national_url) == ("giao-luat", "https://dichvucong.gov.vn/x")
    assert [field.name for field in page.fields_of_work.all()] == ["Hộ tịch"]
    assert page.steps == "Bước 1: nộp  hồ sơ"
    paper = page.papers.get()
    assert (paper.case, paper.name) == ("Giấy tờ phải nộp", "Tờ khai")
    assert (paper.originals, paper.copies, paper.form_name) == (1, 2, "mau-01.docx")
    assert page.ways.get().fee == "8.000 đồng"
    assert page.outcomes.get().name == "Giấy khai sinh"
    assert page.legal_bases.get().number == "60/2014/QH13"


def test_run_again_nothing_happens(tmp_path):
    load(tmp_path, ROW)
    page = ProcedurePage.objects.get()
    (result,) = load(tmp_path, ROW)
    after = ProcedurePage.objects.get()
    assert result["outcome"] == "unchanged"
    assert after.revisions.count() == page.revisions.count()
    assert after.last_published_at == page.last_published_at


def test_what_changed_is_updated_and_local_notes_forms_and_levels_stay(tmp_path):
    load(tmp_path, ROW)
    page, form = ProcedurePage.objects.get(), make_document("Mẫu 01")
    page.local_note, page.everyday_name, page.desk = "Nghỉ sáng thứ bảy", "Làm giấy khai sinh", "Quầy 2"
    page.online_levels = [OnlineLevel(service=Service.FULL)]
    paper = page.papers.get()
    paper.form = form
    page.papers = [paper]
    page.save_revision().publish()
    (result,) = load(tmp_path, {**ROW, "trinh_tu": "Bước 1: nộp trực tuyến"})
    after = ProcedurePage.objects.get()
    assert (result["outcome"], after.steps) == ("updated", "Bước 1: nộp trực tuyến")
    assert (after.local_note, after.everyday_name) == ("Nghỉ sáng thứ bảy", "Làm giấy khai sinh")
    assert after.desk == "Quầy 2" and after.online_level.service == Service.FULL
    assert after.papers.get().form == form


def test_a_page_written_by_hand_is_known_by_its_code(tmp_path):
    page = make_procedure(local_note="Của xã")
    (result,) = load(tmp_path, {**ROW, "ma": "1.001193.000.00.00"})
    assert (result["outcome"], result["page"]) == ("updated", str(page.pk))
    assert ProcedurePage.objects.get().local_note == "Của xã"


def test_an_unpublished_draft_is_a_conflict_and_stays(tmp_path):
    load(tmp_path, ROW)
    page = ProcedurePage.objects.get()
    page.steps = "Sửa tay"
    page.save_revision()
    (result,) = load(tmp_path, {**ROW, "trinh_tu": "Khác"})
    assert result["outcome"] == "conflict"
    assert ProcedurePage.objects.get().get_latest_revision_as_object().steps == "Sửa tay"


OTHER = {**ROW, "ma": "1.000894", "ten": "Đăng ký kết hôn"}


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        ({"ma": ""}, "ma"),
        ({"ma": None}, "ma"),
        ({"ma": "1.00119"}, "ma"),
        ({"ma": "BTP-1"}, "ma"),
        ({"ten": " "}, "ten"),
        ({"cach_thuc": [{"hinh_thuc": "Bồ câu"}]}, "cach_thuc"),
        ({"cach_thuc": "bảng hỏng"}, "cach_thuc"),
        ({"ho_so": ["không phải dòng"]}, "ho_so"),
    ],
)
def test_a_bad_row_is_refused_with_number_field_and_reason_and_the_rest_loaded(tmp_path, bad, field):
    first, second = load(tmp_path, {**ROW, **bad}, OTHER)
    assert (first["row"], first["outcome"], first["field"]) == ("1", "refused", field)
    assert first["reason"] and second["outcome"] == "created"
    assert list(KeyClaim.objects.values_list("key", flat=True)) == ["1.000894"]


def test_one_code_in_two_spellings_is_a_duplicate(tmp_path):
    first, second = load(tmp_path, ROW, {**OTHER, "ma": " 1.001193.000.00.00 "})
    assert (first["outcome"], second["outcome"]) == ("created", "refused")
    assert "1" in second["reason"] and ProcedurePage.objects.count() == 1


def test_glyphs_scripts_and_huge_texts_are_cleaned_and_told(tmp_path, client):
    (result,) = load(
        tmp_path,
        {**ROW, "yeu_cau": "\uf0b7 Đủ tuổi <script>alert(1)</script>", "trinh_tu": "a " * 300_000},
    )
    page = ProcedurePage.objects.get()
    assert page.requirements == "Đủ tuổi <script>alert(1)</script>"
    assert "<script>alert(1)" not in client.get(page.url).content.decode()
    assert "yeu_cau" in result["notes"] and "trinh_tu" in result["notes"]


def test_a_name_of_810_characters_is_kept_whole(tmp_path, client):
    name = ("Cấp giấy phép " * 58)[:810].strip()
    load(tmp_path, {**ROW, "ten": name})
    page = ProcedurePage.objects.get()
    assert page.full_title == name and len(page.title) <= 255
    assert name in client.get(page.url).content.decode()


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"cach_thuc": [{"hinh_thuc": "Trực tiếp", "thoi_han": "1", "phi": None}]}, "unit"),
        ({"cach_thuc": [{"hinh_thuc": "Trực tiếp", "thoi_han": "1 Ngày", "phi": "50 VND"}]}, "thousands"),
        ({"ho_so": [{"ten": "Đơn", "so_luong": "20240 bản chính"}]}, "copies"),
        ({"can_cu": ["60/2014/QH13", "60/2014/QH13abc"]}, "can_cu"),
        ({"detail_ok": False}, "details"),
    ],
)
def test_what_looks_damaged_is_told_and_never_corrected(tmp_path, change, word, settings):
    settings.LANGUAGE_CODE = "en"
    (result,) = load(tmp_path, {**ROW, **change})
    assert result["outcome"] == "created" and word in result["notes"]


def test_a_row_without_details_is_marked_as_listed_only(tmp_path):
    load(tmp_path, {"ma": "1.001193", "ten": "Đăng ký khai sinh", "detail_ok": False})
    page = ProcedurePage.objects.get()
    assert page.completeness == Completeness.LISTED
    assert not Paper.objects.filter(page=page).exists()
