"""The text of attachments: all of it for the gates, less what runs along with it for who searches."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from assets import reading
from assets.extraction.answer import Answer
from assets.models import CustomDocument, FileReading
from editorial.checks import gate
from tests import builders

pytestmark = pytest.mark.django_db
SEARCH = "/tim-kiem/?q=kalinda"


def attached(document: CustomDocument, **fields):
    body = [("files", {"title": "", "files": [document]})]
    return builders.make_article("Thông báo", body=body, **fields)


def settle(document: CustomDocument, answer: Answer) -> None:
    """The worker has read the file again, and found this."""
    FileReading.objects.filter(documents=document).read_anew()
    reading.settle(FileReading.objects.get(documents=document), lambda row: row.keep(answer))


def test_a_mark_in_every_header_is_seen_by_the_gate_and_runs_through_search_once():
    pages = tuple(f"TỐI MẬT\n{text}\nTrang {n}" for n, text in enumerate(("một", "hai", "ba", "bốn"), 1))
    page = attached(builders.make_document(pages=pages), live=False)
    assert sum(finding.check == "secrecy" for finding in gate.run(page)) == 4
    assert [part.text for part in page.search_entry().attachments] == ["TỐI MẬT\nmột", "hai", "ba", "bốn"]


def test_what_is_made_out_after_publication_is_found(django_capture_on_commit_callbacks):
    document = builders.make_document(pages=("",))
    with django_capture_on_commit_callbacks(execute=True):
        attached(document)
    assert "Thông báo" not in Client().get(SEARCH).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        settle(document, Answer(["kalinda"], scans=[1], recognised=[1]))
    assert "Thông báo" in Client().get(SEARCH).content.decode()


def test_a_mark_made_out_on_a_scan_is_found_and_a_person_must_read_it_all_the_same():
    document = builders.make_document(pages=("",))
    settle(document, Answer(["TỐI MẬT"], scans=[1], recognised=[1]))
    found = {finding.check for finding in gate.run(attached(document, live=False))}
    assert {"secrecy", "scanned"} <= found


@pytest.mark.parametrize("recognised", [[], [1]])
def test_a_scan_holds_publishing_back_made_out_or_not(recognised):
    document = builders.make_document(pages=("",))
    settle(document, Answer(["Lời chúc"], scans=[1], recognised=recognised))
    assert gate.refusals(attached(document, live=False))


def test_the_checks_tell_how_each_file_was_read():
    editor = Client()
    editor.force_login(builders.make_user(is_superuser=True))
    document = builders.make_document(title="Báo cáo quý", pages=("Số liệu kalinda",))
    page = attached(document, live=False)
    shown = editor.get(reverse("editorial_checks", args=[page.pk])).content.decode()
    assert "Báo cáo quý" in shown and "kalinda" in shown
    assert reverse("wagtaildocs:edit", args=[document.pk]) in shown
