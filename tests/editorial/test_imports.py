"""Files become pages: what is known is updated, what is strange is refused, the rest is loaded."""

import csv
import gzip
import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from openpyxl import Workbook
from wagtail.contrib.redirects.models import Redirect

from agency.models import User
from editorial.models import Field
from news.models import ArticlePage
from tests.builders import make_section, make_user

ROW = {"id": "a1", "title": "Xã ra quân làm thủy lợi", "lead": "Sáng 02/3.", "body": "Đoạn một.\n\nĐoạn hai."}

pytestmark = pytest.mark.django_db


@pytest.fixture
def section():
    return make_section(title="Tin tức")


def lines(path, *rows):
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), "utf-8")
    return path


def publish(path):
    return load(path, publish=True, user="xuatban")


def load(path, **options):
    report = path.with_suffix(".report.csv")
    call_command("import_news", str(path), report=report, verbosity=0, stdout=StringIO(), **options)
    with report.open(encoding="utf-8-sig") as stream:
        return list(csv.DictReader(stream))


def test_a_row_becomes_a_draft_nobody_reads(section, tmp_path, client):
    (result,) = load(lines(tmp_path / "news.jsonl", ROW))
    page = ArticlePage.objects.get(pk=result["page"])
    assert (result["outcome"], page.live, page.slug) == ("created", False, "xa-ra-quan-lam-thuy-loi")
    assert client.get(page.get_url()).status_code == 404


def test_publishing_needs_a_named_account(section, tmp_path):
    with pytest.raises(CommandError, match="--user"):
        load(lines(tmp_path / "news.jsonl", ROW), publish=True)


def test_publishing_goes_live_in_the_name_of_the_account(section, tmp_path, client):
    user = make_user("xuatban")
    (result,) = load(
        lines(tmp_path / "news.jsonl", {**ROW, "date": "2024-03-02"}), publish=True, user="xuatban"
    )
    page = ArticlePage.objects.get(pk=result["page"])
    assert page.live and page.latest_revision.user == user
    assert "02/03/2024" in client.get(page.get_url()).content.decode()


def test_run_again_nothing_happens(section, tmp_path):
    path = lines(tmp_path / "news.jsonl", ROW)
    load(path)
    revisions = ArticlePage.objects.get().revisions.count()
    (result,) = load(path)
    assert result["outcome"] == "unchanged"
    assert ArticlePage.objects.get().revisions.count() == revisions


def test_a_changed_row_updates_its_page_and_keeps_its_address(section, tmp_path):
    make_user("xuatban")
    publish(lines(tmp_path / "news.jsonl", ROW))
    (result,) = load(
        lines(tmp_path / "news.jsonl", {**ROW, "title": "Tên mới"}), publish=True, user="xuatban"
    )
    page = ArticlePage.objects.get()
    assert (result["outcome"], page.title, page.slug) == ("updated", "Tên mới", "xa-ra-quan-lam-thuy-loi")


def test_an_editors_draft_is_a_conflict_and_stays(section, tmp_path):
    make_user("xuatban")
    publish(lines(tmp_path / "news.jsonl", ROW))
    page = ArticlePage.objects.get()
    page.title = "Sửa tay"
    page.save_revision()
    (result,) = publish(lines(tmp_path / "news.jsonl", {**ROW, "lead": "Khác"}))
    assert (result["outcome"] == "conflict" and "draft" in result["reason"].lower()) or "nháp" in result[
        "reason"
    ]
    assert ArticlePage.objects.get().get_latest_revision_as_object().title == "Sửa tay"


def test_dry_run_writes_nothing(section, tmp_path):
    (result,) = load(lines(tmp_path / "news.jsonl", ROW), dry_run=True)
    assert result["outcome"] == "created"
    assert not ArticlePage.objects.exists()


def test_a_repeated_row_is_refused_by_the_number_of_the_first(section, tmp_path):
    results = load(lines(tmp_path / "news.jsonl", ROW, ROW))
    assert [r["outcome"] for r in results] == ["created", "refused"]
    assert "1" in results[1]["reason"]


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ({**ROW, "title": " "}, "title"),
        ({**ROW, "body": ""}, "body"),
        ({**ROW, "date": "31/02/2025"}, "date"),
        ("{not json", ""),
        ('["a list"]', ""),
    ],
)
def test_a_bad_row_is_refused_with_its_reason_and_the_rest_is_loaded(section, tmp_path, row, field):
    bad, good = load(lines(tmp_path / "news.jsonl", row, {**ROW, "id": "b"}))
    assert (bad["row"], bad["outcome"], bad["field"]) == ("1", "refused", field)
    assert bad["reason"]
    assert good["outcome"] == "created"


def test_scripts_private_glyphs_and_endless_texts_are_cleaned(section, tmp_path):
    body = "<p onclick=x>Chào <script>alert(1)</script><a href='javascript:x'>bạn</a></p>" + "dài " * 50_000
    row = {**ROW, "body": body, "title": "Tin\ue000 tức\x00 mới"}
    (result,) = load(lines(tmp_path / "news.jsonl", row))
    page = ArticlePage.objects.get()
    html = str(page.body[0].value)
    assert page.title == "Tin tức mới" and result["notes"]
    assert "script" not in html and "onclick" not in html
    assert len(html) > 190_000


def test_a_name_of_810_characters_is_kept_whole(section, tmp_path):
    title = ("Thủ tục " * 102)[:810].strip()
    load(lines(tmp_path / "news.jsonl", {**ROW, "title": title}))
    page = ArticlePage.objects.get()
    assert page.full_title == title and len(page.title) <= 255


def test_a_truncated_gzip_loads_what_is_whole(section, tmp_path):
    rows = "\n".join(
        json.dumps({**ROW, "id": str(i), "title": f"Tin số {i} {i * 7919}"}) for i in range(3000)
    )
    path = tmp_path / "news.jsonl.gz"
    whole = gzip.compress(rows.encode())
    path.write_bytes(whole[: len(whole) // 20])
    results = load(path)
    assert results[-1]["outcome"] == "refused" and len(results) > 1
    assert {r["outcome"] for r in results[:-2]} == {"created"}


def test_utf16_is_read_and_old_font_encodings_are_refused(section, tmp_path):
    utf16 = tmp_path / "utf16.jsonl"
    utf16.write_text(json.dumps(ROW, ensure_ascii=False), "utf-16")
    assert load(utf16)[0]["outcome"] == "created"
    tcvn3 = tmp_path / "tcvn3.jsonl"
    tcvn3.write_bytes(b'{"title": "\xd2y ban nh\xa9n d\xa9n x\xb7", "body": "x"}')
    (result,) = load(tcvn3)
    assert result["outcome"] == "refused" and "UTF-8" in result["reason"]
    mojibake = lines(
        tmp_path / "m.jsonl", {**ROW, "title": "Uû ban nh©n d©n x· Hoµ Ph­íc tæ chøc héi nghÞ", "id": "m"}
    )
    assert load(mojibake)[0]["outcome"] == "refused"


def test_csv_and_xlsx_are_read_like_json(section, tmp_path):
    table = tmp_path / "news.csv"
    table.write_text("id;title;body;linh_vuc\nc1;Tin bảng;Nội dung;Kinh tế;\n", "utf-8-sig")
    assert load(table)[0]["outcome"] == "created"
    book = Workbook()
    book.active.append(["id", "title", "body", "linh_vuc"])
    book.active.append(["x1", "Tin sổ tính", "Nội dung", "Kinh tế; Văn hóa"])
    book.save(tmp_path / "news.xlsx")
    assert load(tmp_path / "news.xlsx")[0]["outcome"] == "created"
    assert set(Field.objects.values_list("name", flat=True)) == {"Kinh tế", "Văn hóa"}


def test_a_workbook_that_is_none_is_said_to_be_none(section, tmp_path):
    path = tmp_path / "news.xlsx"
    path.write_bytes(b"not a workbook")
    (result,) = load(path)
    assert result["outcome"] == "refused" and "XLSX" in result["reason"]


def test_the_old_address_leads_to_the_page(section, tmp_path, client):
    make_user("xuatban")
    row = {**ROW, "dia_chi_cu": "http://xacu.vn/index.php?id=5"}
    publish(lines(tmp_path / "news.jsonl", row))
    response = client.get("/index.php?id=5")
    assert response.status_code == 301 and response["Location"].endswith("/xa-ra-quan-lam-thuy-loi/")
    assert Redirect.objects.count() == 1


def test_stopped_in_the_middle_it_goes_on(section, tmp_path):
    rows = [{**ROW, "id": str(i), "title": f"Tin {i}"} for i in range(4)]
    load(lines(tmp_path / "news.jsonl", *rows[:2]))
    results = load(lines(tmp_path / "news.jsonl", *rows))
    assert [r["outcome"] for r in results] == ["unchanged", "unchanged", "created", "created"]


def test_same_titles_get_addresses_of_their_own(section, tmp_path):
    load(lines(tmp_path / "news.jsonl", *[{**ROW, "id": str(i)} for i in range(3)]))
    slugs = set(ArticlePage.objects.values_list("slug", flat=True))
    assert slugs == {"xa-ra-quan-lam-thuy-loi", "xa-ra-quan-lam-thuy-loi-2", "xa-ra-quan-lam-thuy-loi-3"}


def test_the_report_runs_no_formula(section, tmp_path):
    (result,) = load(lines(tmp_path / "news.jsonl", {**ROW, "title": "=1+1"}))
    assert result["title"] == "'=1+1"


def test_an_unknown_section_or_account_is_said(section, tmp_path):
    path = lines(tmp_path / "news.jsonl", ROW)
    with pytest.raises(CommandError):
        load(path, under="/khong-co/")
    with pytest.raises(CommandError):
        load(path, user="ai-do")
    with pytest.raises(CommandError):
        load(tmp_path / "missing.jsonl")
    assert User.objects.count() == 0


def test_a_page_made_without_an_address_gets_one_that_can_be_read(db):
    page = make_section("Tin tức").add_child(instance=ArticlePage(title="Lễ hội đình làng Đồng Đa"))
    assert page.slug == "le-hoi-dinh-lang-dong-da"
