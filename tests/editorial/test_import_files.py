"""Hostile files before each of the four imports: refused by row and reason, and the rest is loaded."""

import csv
import gzip
import json
from io import StringIO

import pytest
from django.core.management import call_command
from openpyxl import Workbook

from docs.types import ensure_types
from editorial.models import EditorialPage
from tests.builders import make_answer_section, make_document_section, make_procedure_section, make_section

pytestmark = pytest.mark.django_db

NEWS = {"id": "a1", "title": "Xã ra quân làm thủy lợi", "body": "Đoạn một."}
DOCUMENT = {
    "id": "vb:1",
    "so_ky_hieu": "12/2024/NĐ-CP",
    "loai_van_ban": "Nghị định",
    "trich_yeu": "Quản lý chợ",
}
PROCEDURE = {"ma": "1.001193", "ten": "Đăng ký khai sinh", "detail_ok": True}
QUESTION = {"id": "q1", "title": "Hỏi về khai sinh", "question": "Thủ tục thế nào?", "answer": "Như sau."}
ROWS = {"news": NEWS, "documents": DOCUMENT, "procedures": PROCEDURE, "answers": QUESTION}


@pytest.fixture(autouse=True)
def sections():
    ensure_types()
    make_section(title="Tin tức")
    for make in (make_document_section, make_procedure_section, make_answer_section):
        make()


@pytest.fixture(params=ROWS)
def kind(request):
    return request.param


def load(kind, path):
    report = path.with_name("report.csv")
    call_command(f"import_{kind}", str(path), report=report, verbosity=0, stdout=StringIO())
    with report.open(encoding="utf-8-sig") as stream:
        return list(csv.DictReader(stream))


def pages():
    return EditorialPage.objects.filter(depth__gt=3).count()


DEEP = "[" * 100_000
STRANGE = {
    "a list": "[1, 2]",
    "a number": "17",
    "nothing": "null",
    "half a row": '{"id": ',
    "deep": DEEP,
    "deep in a field": f'{{"id": {DEEP}',
    "many digits": f'{{"id": {"9" * 5000}}}',
}


@pytest.mark.parametrize("line", STRANGE.values(), ids=STRANGE)
def test_a_line_that_is_no_row_is_refused_and_the_next_is_loaded(kind, tmp_path, line):
    path = tmp_path / "rows.jsonl"
    path.write_text(line + "\n" + json.dumps(ROWS[kind]), "utf-8")
    first = load(kind, path)[0]
    assert pages() == 1
    assert "1" in first.values() and any("JSON" in value for value in first.values())


JUNK = [
    10**30,
    -1,
    1.5e300,
    True,
    [],
    [None],
    {},
    {"a": {"b": []}},
    [[["x"]]],
    "\0",
    "31/02/2025",
    "x" * 200_000,
]


@pytest.mark.parametrize("junk", JUNK, ids=lambda value: str(value)[:12])
def test_no_value_of_any_field_stops_the_import(kind, tmp_path, junk):
    row = ROWS[kind]
    names = {*row, "date", "published_at", "ngay_ban_hanh", "linh_vuc", "ho_so", "cach_thuc", "url", "can_cu"}
    strange = [{**row, name: junk} for name in sorted(names)]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(map(json.dumps, strange)), "utf-8")
    load(kind, path)


def test_a_packed_table_with_semicolons_and_a_mark_is_read(kind, tmp_path):
    path, row = tmp_path / "rows.csv.gz", ROWS[kind]
    text = StringIO()
    writer = csv.DictWriter(text, row, delimiter=";")
    writer.writeheader()
    writer.writerows([row, dict.fromkeys(row, "")])
    path.write_bytes(gzip.compress(text.getvalue().encode("utf-8-sig")))
    load(kind, path)
    assert pages() == 1


def test_a_workbook_with_a_formula_and_a_merged_head_loads_what_it_can(kind, tmp_path):
    book, row = Workbook(), ROWS[kind]
    book.active.append([*row, "Ghi chú", None])
    book.active.merge_cells(start_row=1, start_column=len(row) + 1, end_row=1, end_column=len(row) + 2)
    book.active.append([*row.values(), "=1+1", '=HYPERLINK("x")'])
    book.save(tmp_path / "rows.xlsx")
    load(kind, tmp_path / "rows.xlsx")
    assert pages() == 1


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.csv", "rows.jsonl.gz", "rows.xlsx"])
@pytest.mark.parametrize("content", [b"", b"\x1f\x8b\x08", b"\xff\xfea", b"PK\x03\x04", b"\xef\xbb\xbf"])
def test_an_empty_or_cut_file_loads_nothing_and_does_not_break(kind, tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    load(kind, path)
    assert pages() == 0
