"""Files of documents become pages; bad rows are told, the rest is loaded."""

import csv
import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from docs.choices import RelationKind, Validity
from docs.models import DocumentPage, Issuer, Relation
from docs.types import ensure_types
from tests.builders import make_document_section, make_official_document, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]

ROW = {
    "id": "vb:1",
    "so_ky_hieu": "12/2024/NĐ-CP",
    "loai_van_ban": "Nghị định",
    "trich_yeu": "Quản lý  chợ",
    "ngay_ban_hanh": "2024-02-01",
    "ngay_hieu_luc": "2024-03-15",
    "co_quan_ban_hanh": "Chính phủ",
    "nguoi_ky": "Nguyễn Văn Ký",
    "linh_vuc": ["Thương mại"],
    "bi_sua_doi_boi": ["15/2025/NĐ-CP"],
    "text": "## Điều 1\n\nChợ họp **hằng ngày**.",
    "url": "https://vbpl.example.vn/1",
}


@pytest.fixture(autouse=True)
def section():
    ensure_types()
    make_user("xuatban")
    return make_document_section()


def load(tmp_path, *rows, **options):
    """The lines of the report after publishing these rows."""
    path, report = tmp_path / "rows.jsonl", tmp_path / "report.csv"
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    chosen = {"publish": True, "user": "xuatban", "verbosity": 0, "stdout": StringIO(), **options}
    call_command("import_documents", str(path), report=report, **chosen)
    with report.open(encoding="utf-8-sig") as stream:
        return list(csv.DictReader(stream))


def test_a_row_becomes_a_page_with_all_its_parts(tmp_path):
    (result,) = load(tmp_path, ROW)
    page = DocumentPage.objects.get()
    assert (result["outcome"], page.title, page.number) == ("created", "Quản lý chợ", "12/2024/NĐ-CP")
    assert (page.family, page.document_type.name, page.issuer.name) == ("normative", "Nghị định", "Chính phủ")
    assert (page.issue_date, page.effective_date) == (date(2024, 2, 1), date(2024, 3, 15))
    assert page.signatures.get().name == "Nguyễn Văn Ký"
    assert page.relations.get().target_number == "15/2025/NĐ-CP"
    assert page.validity(date(2026, 1, 1)) == Validity.PARTLY
    assert "**" not in str(page.body)


def test_run_again_only_what_changed_is_written(tmp_path):
    other = {**ROW, "id": "vb:2", "so_ky_hieu": "13/2024/NĐ-CP", "trich_yeu": "Khác"}
    load(tmp_path, ROW, other)
    outcomes = [line["outcome"] for line in load(tmp_path, ROW, {**other, "trich_yeu": "Khác nữa"})]
    assert outcomes == ["unchanged", "updated"]
    assert DocumentPage.objects.count() == 2


def test_relations_an_editor_wrote_stay(tmp_path):
    load(tmp_path, ROW)
    held = make_official_document("9/2023/NĐ-CP", "Cũ")
    page = DocumentPage.objects.get(number="12/2024/NĐ-CP")
    page.relations.add(Relation(kind=RelationKind.REPLACES, target=held))
    page.save_revision().publish()
    load(tmp_path, {**ROW, "bi_sua_doi_boi": ["16/2025/NĐ-CP"]})
    page = DocumentPage.objects.get(number="12/2024/NĐ-CP")
    assert {(row.kind, row.target_number) for row in page.relations.all()} == {
        ("replaces", ""),
        ("amends", "16/2025/NĐ-CP"),
    }


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"ngay_ban_hanh": "31/02/2025"}, "ngay_ban_hanh"),
        ({"loai_van_ban": "Thông điệp"}, "loai_van_ban"),
        ({"trich_yeu": "", "so_ky_hieu": ""}, "trich_yeu"),
    ],
)
def test_a_bad_row_is_refused_with_its_reason_and_the_rest_is_loaded(tmp_path, change, field):
    good = {**ROW, "id": "vb:2", "so_ky_hieu": "13/2024/NĐ-CP"}
    bad, fine = load(tmp_path, {**ROW, **change}, good)
    assert (bad["row"], bad["outcome"], bad["field"]) == ("1", "refused", field)
    assert bad["reason"]
    assert fine["outcome"] == "created"


def test_a_row_twice_in_one_file_is_refused_whatever_the_spelling(tmp_path):
    _first, second = load(tmp_path, ROW, {**ROW, "id": "vb:9", "so_ky_hieu": "Số 12/2024/NĐ - CP"})
    assert second["outcome"] == "refused"
    assert "1" in second["reason"]


def test_what_lacks_is_loaded_and_listed_for_completion(tmp_path):
    bare = {"id": "vb:3", "trich_yeu": "Thư kêu gọi"}
    (result,) = load(tmp_path, bare)
    assert result["outcome"] == "created"
    assert "so_ky_hieu" in result["notes"]
    assert DocumentPage.objects.incomplete().get().title == "Thư kêu gọi"


def test_a_sentence_in_the_place_of_the_issuer_is_left_out(tmp_path):
    (result,) = load(tmp_path, {**ROW, "co_quan_ban_hanh": "Bộ trưởng " * 40})
    assert "co_quan_ban_hanh" in result["notes"]
    assert not Issuer.objects.filter(documents__isnull=False).exists()


def test_a_number_out_of_the_grammar_is_kept_without_a_key(tmp_path):
    (result,) = load(tmp_path, {**ROW, "so_ky_hieu": "09"})
    assert (result["outcome"], result["key"]) == ("created", "")
    assert DocumentPage.objects.get().number == "09"


def test_scripts_glyphs_and_long_names_are_cleaned(tmp_path):
    text = "<p>Điều 1</p><script>alert(1)</script>"
    (result,) = load(tmp_path, {**ROW, "text": text, "trich_yeu": "Chợ\ue000 " + "dài " * 205})
    page = DocumentPage.objects.get()
    assert "script" not in str(page.body)
    assert "\ue000" not in page.full_title and len(page.full_title) > 800 and len(page.title) <= 255
    assert result["notes"]


def test_a_dry_run_writes_nothing(tmp_path):
    (result,) = load(tmp_path, ROW, dry_run=True)
    assert result["outcome"] == "created"
    assert not DocumentPage.objects.exists()
