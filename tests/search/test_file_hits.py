"""Hits inside attached files: the page is named and opened if the file is public; long files cost no more."""

import re
import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assets.models import CustomDocument
from docs.models import DocumentFile
from search.entries import AttachmentPage, EntryData
from search.models import Entry, EntryText
from search.packing import opening, pack, unpack
from search.snippets import Marker
from tests.builders import make_document, make_official_document

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
FILE = re.compile(r'<p class="row__file"><a href="([^"]*)">.*?<span>(.*?)</span>', re.S)


@pytest.fixture
def attached():
    """A document with one file of three pages."""

    def make(number, **fields):
        pages = ("Trang bìa", "Nội dung chung", "Danh sách hộ được cấp giống ngô lai")
        file = make_document("Phụ lục", pages=pages, **fields)
        make_official_document(number, f"Kế hoạch {number}", files=[DocumentFile(document=file)])
        return CustomDocument.objects.get(pk=file.pk)

    return make


@pytest.fixture
def files(visitor):
    def ask(words):
        return FILE.findall(visitor.get("/tim-kiem/", {"q": words}).content.decode())

    return ask


def test_the_page_of_a_public_file_is_named_and_opened(attached, files, visitor):
    file = attached("1/KH-UBND")
    CustomDocument.objects.filter(pk=file.pk).update(is_public=True)
    ((address, words),) = files("giống ngô lai")
    assert address == f"{file.url}#page=3" and words == "Phụ lục, trang 3"
    assert visitor.get(file.url).status_code in (200, 302)


def test_a_file_that_is_no_pdf_is_opened_without_a_page(attached, files):
    file = attached("2/KH-UBND", name="phu-luc.docx")
    CustomDocument.objects.filter(pk=file.pk).update(is_public=True)
    ((address, _words),) = files("giống ngô lai")
    assert address == file.url


def test_a_private_file_is_not_linked(attached, files):
    file = attached("3/KH-UBND")
    CustomDocument.objects.filter(pk=file.pk).update(is_public=False)
    assert files("giống ngô lai") == []


def test_files_of_many_hits_cost_one_query(attached, visitor):
    def cost():
        with CaptureQueriesContext(connection) as asked:
            visitor.get("/tim-kiem/", {"q": "giống ngô lai"})
        return len(asked)

    attached("4/KH-UBND")
    cost()
    few = cost()
    for number in range(5, 9):
        attached(f"{number}/KH-UBND")
    assert cost() == few


def long_file(pages=5_000):
    text = "Điều khoản chung về quản lý sử dụng tài sản công tại địa phương. " * 30
    parts = [AttachmentPage(1, page, f"{text} trang số {page}") for page in range(1, pages + 1)]
    return EntryData(kind="document", title="Hồ sơ", summary="Tóm tắt", attachments=tuple(parts))


def test_a_packed_text_comes_back_and_its_beginning_alone_is_small():
    data = long_file(300)
    packed = pack(data)
    assert unpack(packed) == data
    begun = opening(packed, 10_000)
    assert 0 < len(begun.attachments) < 60 and begun.attachments == data.attachments[: len(begun.attachments)]
    assert opening(packed, 0).summary == "Tóm tắt" and len(opening(packed, 0).attachments) < 60
    assert opening(packed, 10**9) == data


def test_an_old_text_of_one_line_is_still_read():
    import json
    import zlib

    old = {"title": "Hồ sơ", "attachments": [{"document_id": 1, "page": 2, "text": "Ngô lai"}]}
    data = unpack(zlib.compress(json.dumps(old).encode()))
    assert data.title == "Hồ sơ" and data.attachments == (AttachmentPage(1, 2, "Ngô lai"),)


def test_a_file_of_five_thousand_pages_makes_no_slow_snippet(attached):
    attached("10/KH-UBND")
    entry = Entry.objects.select_related("text").get(number="10/KH-UBND")
    entry.text = EntryText(entry=entry, packed=pack(long_file()))
    start = time.process_time()
    snippet = Marker("không có ở đâu").best_passage(entry)
    assert time.process_time() - start < 0.25
    assert snippet.text == "Tóm tắt"
    assert Marker("tài sản công").best_passage(entry).page == 1
