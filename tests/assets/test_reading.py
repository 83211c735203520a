"""The text of documents: read once for each content, tried again, told to the editor and to nobody else."""

import os
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from assets import limited, reading
from assets.models import CustomDocument, DocumentText, FileReading
from assets.page_texts import Reason
from assets.storage import PortalStorage
from tests.assets import files
from tests.builders import make_document, make_user

pytestmark = pytest.mark.django_db
Status = FileReading.Status


@pytest.fixture
def run_jobs(monkeypatch):
    """Runs what is queued on commit at once: inside a test nothing is ever committed."""
    monkeypatch.setattr(transaction, "on_commit", lambda work, **kwargs: work())


@pytest.fixture
def editor() -> Client:
    client = Client()
    client.force_login(make_user(is_superuser=True))
    return client


def read_documents(*options: str) -> str:
    output = StringIO()
    call_command("read_documents", *options, stdout=output, stderr=output)
    return output.getvalue()


def state(document: CustomDocument) -> tuple[str, str]:
    document.refresh_from_db()
    return document.reading.status, document.reading.reason


def text(document: CustomDocument) -> str:
    return "\n".join(reading.texts_of([document])[document.pk])


def test_an_upload_is_read_on_commit(run_jobs, editor):
    editor.post(
        reverse("wagtaildocs:add"),
        {"title": "Quy chế", "collection": 1, "file": ContentFile(files.pdf("Quy che"), name="quy-che.pdf")},
    )
    document = CustomDocument.objects.get(title="Quy chế")
    assert "Quy che" in text(document)
    assert document.reading.tries == 1 and document.reading.read_at


def test_an_upload_waits_until_its_transaction_is_committed():
    document = make_document(content=files.pdf("Quy che"))
    assert reading.unread([document]) == [document]
    assert reading.needs_eyes([document]) == []
    assert text(document) == ""


def test_one_content_is_read_once_for_all_documents_that_have_it(run_jobs, monkeypatch):
    read = []
    answer_for = limited.answer_for
    monkeypatch.setattr(reading, "answer_for", lambda *args: read.append(args) or answer_for(*args))
    content = files.word("Chung một tệp")
    first, second = make_document(content=content), make_document(content=content)
    assert first.reading == second.reading and len(read) == 1
    assert text(first) == text(second) != ""
    first.delete()
    assert "Chung một tệp" in text(second)
    second.delete()
    assert not FileReading.objects.exists() and not DocumentText.objects.exists()


def test_a_replaced_file_is_read_anew_and_the_old_text_forgotten(run_jobs):
    document = make_document(content=files.pdf("Ban cu"))
    document.file = ContentFile(files.pdf("Ban moi"), name="moi.pdf")
    document.save()
    assert "Ban moi" in text(document)
    assert not DocumentText.objects.filter(text__contains="Ban cu").exists()


def test_saving_anything_but_the_file_keeps_the_reading(run_jobs):
    document = make_document(content=files.pdf("Quy che"))
    assert state(document) == (Status.READ, "")
    before = document.reading.read_at
    document.title = "Tên mới"
    document.save()
    assert state(document) == (Status.READ, "") and document.reading.read_at == before


def test_a_new_file_saved_alone_takes_its_reading_along(run_jobs):
    document = make_document(content=files.pdf("Ban cu"))
    document.file.save("moi.pdf", ContentFile(files.pdf("Ban moi")), save=False)
    document.save(update_fields=["file"])
    document.file = ContentFile(files.pdf("Ban ba"), name="ba.pdf")
    document.save(update_fields=["file"])
    assert "Ban ba" in text(document)


def test_what_a_person_must_read_is_told_from_what_waits(run_jobs, django_assert_num_queries):
    read, scan = make_document(content=files.pdf("Quy che")), make_document(content=files.pdf(""))
    locked = make_document(content=files.pdf("Mat", password="mat"))
    waiting = make_document(content=b"cho")
    CustomDocument.objects.filter(pk=waiting.pk).update(reading=None)
    everything = [read, scan, locked, waiting] + [make_document(content=files.pdf("Quy che"))] * 5
    with django_assert_num_queries(1):
        assert reading.unread(everything) == [waiting]
    with django_assert_num_queries(1):
        assert [found.reading.status for found in reading.needs_eyes(everything)] == [
            Status.SCAN,
            Status.UNREADABLE,
        ]
    with django_assert_num_queries(2):
        assert reading.texts_of(everything)[waiting.pk] == []
    assert reading.texts_of([]) == {} and reading.unread([]) == []


def test_the_command_reads_what_was_there_before_and_can_be_run_again():
    document = make_document(content=files.pdf("Quy che"))
    CustomDocument.objects.update(reading=None)
    FileReading.objects.all().delete()
    assert "never looked at: 1" in read_documents("--dry-run")
    assert not FileReading.objects.exists()
    assert "read: 1" in read_documents()
    assert "Quy che" in text(document)
    tries = FileReading.objects.get().tries
    read_documents()
    assert FileReading.objects.get().tries == tries


def test_what_was_refused_is_read_again_only_when_asked(settings):
    document = make_document(content=files.pdf("mot", "hai"))
    settings.READING = {**settings.READING, "pages": 1}
    assert "unreadable too-many-pages: 1" in read_documents()
    settings.READING = {**settings.READING, "pages": 2}
    read_documents()
    assert state(document) == (Status.UNREADABLE, Reason.TOO_MANY_PAGES)
    read_documents("--retry")
    assert state(document) == (Status.READ, "")


def test_old_files_are_read_as_soon_as_the_program_is_there(monkeypatch, tmp_path):
    document = make_document(content=files.old_word("Quyết định\r"), name="cu.doc")
    with monkeypatch.context() as patch:
        patch.setenv("PATH", str(tmp_path))
        assert "install the Debian package catdoc" in read_documents()
        assert state(document) == (Status.UNREADABLE, Reason.TOOL_MISSING)
    for name in ("catdoc", "xls2csv", "catppt"):
        program = tmp_path / name
        program.write_text("#!/bin/sh\necho Quyet dinh\n")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    read_documents()
    assert text(document).strip() == "Quyet dinh"


def test_a_storage_that_is_away_is_asked_again(run_jobs, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(PortalStorage, "path", fail(OSError("connection lost")))
        document = make_document(content=files.pdf("Quy che"))
        row = FileReading.objects.get()
        assert (row.status, row.tries) == (Status.WAITING, 1)
        assert timezone.now() < row.next_try < timezone.now() + timedelta(minutes=2)
    reading.read.call(row.pk)
    assert "Quy che" in text(document)


def test_a_file_that_is_gone_does_not_wait_for_ever():
    document = make_document(content=files.pdf("Quy che"))
    Path(document.file.path).unlink()
    for _ in range(3):
        read_documents()
    assert state(document) == (Status.UNREADABLE, Reason.LOST)


def fail(error: Exception):
    def raise_it(*args):
        raise error

    return raise_it


def test_two_workers_do_not_write_twice(monkeypatch):
    document = make_document(content=files.pdf("Quy che"))
    answer_for = limited.answer_for

    def overtaken(*args):
        monkeypatch.setattr(reading, "answer_for", answer_for)
        reading.attempt(FileReading.objects.get())
        return answer_for(*args)

    monkeypatch.setattr(reading, "answer_for", overtaken)
    reading.attempt(FileReading.objects.get())
    assert FileReading.objects.get().tries == 1
    assert len(reading.texts_of([document])[document.pk]) == 1


STATES = [
    (files.pdf("mot", "hai"), "2 pages read"),
    (files.pdf("", "hai"), "1 of 2 pages are scans"),
    (files.pdf(""), "A scan, without a text layer"),
    (files.pdf("mot", password="mat"), "the file has a password. Remove it and upload the file again."),
]


@pytest.mark.parametrize(("content", "said"), STATES)
def test_the_editor_sees_the_state_in_the_list_and_at_the_document(editor, content, said, settings):
    settings.LANGUAGE_CODE = "en"
    document = make_document(content=content)
    for address in addresses(document):
        assert "Not read yet" in page(editor, address)
    read_documents()
    for address in addresses(document):
        assert said in page(editor, address)


def addresses(document: CustomDocument) -> list[str]:
    return [
        reverse("wagtaildocs:index"),
        reverse("wagtaildocs:index_results"),
        reverse("wagtaildocs:edit", args=[document.pk]),
    ]


def page(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_the_list_asks_as_many_questions_for_many_documents(editor):
    counts = []
    for number in (2, 10):
        for _ in range(number):
            make_document(content=files.pdf(f"{timezone.now()}"))
        editor.get(reverse("wagtaildocs:index"))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            editor.get(reverse("wagtaildocs:index"))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_no_public_address_says_what_a_private_document_holds(run_jobs):
    document = make_document(title="Kín", content=files.pdf("Noi dung kin"))
    assert "Noi dung kin" in text(document)
    visitor = Client()
    for address in ("/", "/tim-kiem/?q=Noi+dung", document.url, "/health/", *addresses(document)):
        answer = visitor.get(address, follow=True)
        assert "Noi dung kin" not in b"".join(answer).decode(errors="replace")


def test_the_form_tells_what_was_read_and_has_it_read_again(editor, run_jobs):
    document = make_document(content=files.pdf("Quy che lam viec", "Trang hai"))
    shown = page(editor, reverse("wagtaildocs:edit", args=[document.pk]))
    assert "Quy che lam viec" in shown
    address = reverse("assets_read_again", args=[document.pk])
    assert address in shown
    DocumentText.objects.update(text="hong")
    assert editor.post(address).status_code == 302
    assert "Quy che lam viec" in text(document)
    assert FileReading.objects.get().tries == 1


def test_a_file_that_waits_is_not_queued_twice(editor):
    document = make_document(content=files.pdf("Quy che"))
    editor.post(reverse("assets_read_again", args=[document.pk]))
    assert state(document) == (Status.WAITING, "")


def test_reading_again_is_asked_by_post_and_by_who_may_change_the_file(editor, run_jobs):
    document = make_document(content=files.pdf("Quy che"))
    address = reverse("assets_read_again", args=[document.pk])
    assert editor.get(address).status_code == 405
    DocumentText.objects.update(text="hong")
    stranger = Client()
    stranger.force_login(make_user())
    stranger.post(address)
    Client().post(address)
    assert text(document) == "hong"
