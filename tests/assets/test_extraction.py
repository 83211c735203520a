"""What is read in a file, and what is refused with a reason."""

import time
from shutil import which

import pytest
from django.core.files.base import ContentFile

from assets.limited import answer_for
from assets.page_texts import Reason
from assets.reading import Unreadable, pages_of
from tests import services
from tests.assets import files, old_sheets
from tests.assets.samples import packed

MARK = "Tối mật"


def given(content: bytes, name: str = "tep.pdf") -> list[str]:
    return pages_of(ContentFile(content, name=name), name)


def refusal(content: bytes, name: str = "tep.pdf") -> str:
    with pytest.raises(Unreadable) as caught:
        given(content, name)
    return caught.value.reason


def test_a_pdf_is_read_page_by_page():
    pages = given(files.pdf("Trang mot " + files.WORDS, "Trang hai"))
    assert [page.strip()[:9] for page in pages] == ["Trang mot", "Trang hai"]


def test_a_field_of_a_form_is_read():
    assert "Nguyen Van A" in given(files.fill_in("Nguyen Van A"))[0]


def test_a_word_file_is_read_with_header_and_tables():
    pages = given(files.word(header=MARK, cell="Bảng lương", second_page="Trang sau"))
    assert pages[0].lstrip().startswith(MARK)
    assert "Bảng lương" in pages[0] and "Trang sau" not in pages[0]
    assert "Trang sau" in pages[1]


PARTS = {
    "footnotes.xml": f"<w:footnote><w:p><w:r><w:t>{MARK}</w:t></w:r></w:p></w:footnote>",
    "comments.xml": f"<w:comment><w:p><w:r><w:t>{MARK}</w:t></w:r></w:p></w:comment>",
    "header2.xml": f'<w:p><w:pict><v:shape><v:textpath string="{MARK}"/></v:shape></w:pict></w:p>',
    "header3.xml": f"<w:p><v:textbox><w:txbxContent><w:p><w:r><w:t>Tối </w:t></w:r><w:r><w:t>mật</w:t></w:r></w:p></w:txbxContent></v:textbox></w:p>",  # noqa: E501, F541
    "footer1.xml": f"<w:p><w:r><w:delText>{MARK}</w:delText></w:r></w:p>",
    "charts/chart1.xml": f"<a:p xmlns:a='urn:a'><a:r><a:t>{MARK}</a:t></a:r></a:p>",
}


@pytest.mark.parametrize("name", PARTS)
def test_no_part_of_a_word_file_is_passed_over(name):
    assert MARK in "\n".join(given(files.word_part(name, PARTS[name])))


def test_a_sheet_is_read_with_numbers_header_and_comments():
    text = "\n".join(given(files.sheet("Họ tên", 1234567890, header=MARK, comment="Chưa công bố")))
    for expected in ("Danh sách", "Họ tên", "1234567890", MARK, "Chưa công bố"):
        assert expected in text


def test_an_old_sheet_is_read_with_whole_numbers_and_its_header():
    text = "\n".join(given(old_sheets.sheet("Họ tên", 36091000123.0, 3.5, header="&C" + MARK), "cu.xls"))
    for expected in ("Danh", "Họ tên", "36091000123\n", "3.5", MARK):
        assert expected in text


def test_a_sheet_that_claims_a_million_rows_costs_what_it_holds():
    started = time.monotonic()
    assert "Họ tên" in given(old_sheets.sheet("Họ tên", rows=1 << 20), "cu.xls")[0]
    assert time.monotonic() - started < 10


def test_an_old_sheet_with_a_password_or_cut_off_says_so():
    assert refusal(old_sheets.sheet("Họ tên", locked=True)) == Reason.ENCRYPTED
    assert refusal(old_sheets.sheet("Họ tên")[:-512]) == Reason.BROKEN


def test_rtf_is_read_with_its_header():
    text = given(files.rtf("Quyết định", header=MARK))[0]
    assert MARK in text and "Quyết định" in text


def test_open_document_is_read_with_its_header():
    text = given(files.open_text("Quyết định", header=MARK))[0]
    assert MARK in text and "Quyết định" in text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_plain_text_is_read_in_its_encoding(encoding):
    assert given("Quyết định\fTrang hai".encode(encoding)) == ["Quyết định", "Trang hai"]


@pytest.mark.parametrize("name", ["cu.doc", "moi.docx"])
def test_an_old_word_file_is_read_whatever_its_name(name):
    if not which("catdoc"):
        services.missing("catdoc")
    assert "Quyết định số 15" in given(files.old_word("Quyết định số 15\r" + files.WORDS), name)[0]


def test_without_the_program_an_old_file_says_so(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert refusal(files.old_word("Quyết định")) == Reason.TOOL_MISSING


def test_a_scan_is_told_from_a_page_of_text_even_under_the_stamp_of_a_signature():
    scanned = files.pdf("", files.WORDS[:60], "", stamp="Nguoi ky: UBND xa An Phu. Thoi gian ky: 01/02/2026")
    assert answer_for(ContentFile(scanned)).scans == [1, 3]
    assert answer_for(ContentFile(files.pdf("Trang ngan"))).scans == []


@pytest.mark.parametrize("content", [files.word_of_pictures(), files.photograph()], ids=["docx", "jpg"])
def test_pictures_without_words_are_scans(content):
    assert answer_for(ContentFile(content)).scans == [1]


REFUSED = {
    Reason.ENCRYPTED: [files.pdf("Trang", password="mat"), files.compound({"EncryptedPackage": b"x" * 4096})],
    Reason.BROKEN: [
        b"%PDF-1.7\n" + b"\xff" * 3000,
        files.pdf("Trang")[:200],
        files.word()[:-200],
        packed({"word/document.xml": b"<a><b></a>"}),
        packed({"word/document.xml": b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'}),
        packed({"word/document.xml": b"<a>" * 200_000}),
    ],
    Reason.WRONG_TYPE: [b"", b"\0" * 5000, packed({"a.txt": b"a"}), b"\x7fELF\x02\x01\x01\0" * 10],
}


@pytest.mark.parametrize(
    ("reason", "content"), [(reason, content) for reason, all_of in REFUSED.items() for content in all_of]
)
def test_what_cannot_be_read_says_why(reason, content):
    assert refusal(content) == reason


def test_the_reasons_of_the_reader_are_those_the_portal_knows():
    for reason in Reason:
        assert str(Unreadable(reason)) == reason.label != reason.value


@pytest.mark.parametrize("name", ["trong.pdf", "trong.docx"])
def test_500_mb_of_zeros_are_refused_at_once(tmp_path, name):
    started = time.monotonic()
    with pytest.raises(Unreadable) as caught:
        pages_of(files.zeros(tmp_path, 500 * 1024 * 1024, name))
    assert caught.value.reason == Reason.TOO_BIG
    assert time.monotonic() - started < 3


def test_a_bomb_is_refused_before_it_is_unpacked():
    content = files.bomb()
    started = time.monotonic()
    assert refusal(content) == Reason.TOO_BIG
    assert refusal(packed({"word/document.xml": content})) == Reason.BROKEN
    assert time.monotonic() - started < 5


def test_more_pages_than_allowed_are_refused(settings):
    settings.READING = {**settings.READING, "pages": 2}
    assert refusal(files.pdf("mot", "hai", "ba")) == Reason.TOO_MANY_PAGES
    assert refusal(b"mot\fhai\fba") == Reason.TOO_MANY_PAGES


def test_5_000_pages_are_refused():
    assert refusal(files.blank_pages(5000)) == Reason.TOO_MANY_PAGES


def test_a_pdf_that_draws_itself_inside_itself_is_refused_in_time():
    started = time.monotonic()
    assert refusal(files.drawn_in_itself()) in (Reason.BROKEN, Reason.TIMEOUT, Reason.TOO_BIG)
    assert time.monotonic() - started < 20


def test_an_open_document_that_would_unpack_to_too_much_is_refused():
    content = files.open_text("a" * 1_000_000)
    assert "aaa" in given(content)[0]
    assert refusal(files.open_bomb()) == Reason.TOO_BIG


def test_more_text_than_allowed_is_refused(settings):
    settings.READING = {**settings.READING, "text": 1000}
    assert refusal(b"Quyet dinh " * 200) == Reason.TOO_BIG


def test_more_memory_than_allowed_is_refused_and_harms_nobody(settings):
    settings.READING = {**settings.READING, "memory": 300 * 1024 * 1024}
    content = packed({"word/document.xml": b"<a><t>" + b"a" * 250_000_000 + b"</t></a>"})
    assert refusal(content) in (Reason.TOO_BIG, Reason.BROKEN)
