"""What the gates find in a file is found once, when it is read, and lasts as long as what was read."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assets import reading
from assets.models import CustomDocument, FileReading
from editorial.checks import files, gate, secrecy
from editorial.models import FileFindings
from tests import builders
from tests.assets import files as samples

pytestmark = pytest.mark.django_db
MARKED = "Độ mật: TỐI MẬT. Báo cáo quý III."


def attached(*contents, **fields):
    """A draft with one file for each content, all of them read."""
    documents = [
        builders.make_document(f"Phụ lục {number}", content=samples.word(content), name=f"{number}.docx")
        for number, content in enumerate(contents, 1)
    ]
    reading.read_now(documents)
    links = "".join(f'<a linktype="document" id="{file.pk}">Tệp</a>' for file in documents)
    return builders.make_article(live=False, body=[("text", f"<p>{links}</p>")], **fields), documents


def found(page):
    return [(finding.where, finding.kind) for finding in gate.run(page) if finding.blocking]


@pytest.fixture
def looks(monkeypatch):
    """The texts of files that the gate of secrecy is asked about."""
    asked = []
    find = secrecy.find
    monkeypatch.setitem(files.GATES, secrecy.CHECK, lambda text: asked.append(text) or find(text))
    return asked


def test_a_file_is_searched_when_it_is_read_and_not_when_it_is_checked(
    looks, monkeypatch, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        page, _documents = attached(MARKED, "Không có gì.")
    assert [text.strip() for text in looks] == [MARKED, "Không có gì."]
    monkeypatch.setattr(reading, "texts_in", None)
    assert any("Phụ lục 1" in where for where, _kind in found(page))
    assert not any("Phụ lục 2" in where for where, _kind in found(page))


def test_what_was_read_before_is_searched_at_the_first_check_and_kept():
    page, _documents = attached(MARKED)
    first = found(page)
    kept = FileFindings.objects.count()
    assert first and kept and found(page) == first and FileFindings.objects.count() == kept


def test_rules_that_changed_search_anew(monkeypatch):
    page, _documents = attached(MARKED)
    found(page)
    FileFindings.objects.update(pages=[[]])
    assert not found(page), "what is kept is what is said"
    monkeypatch.setattr(files, "RULES", files.RULES + 1)
    assert found(page)
    assert set(FileFindings.objects.values_list("rules", flat=True)) == {files.RULES}


def test_a_file_read_anew_is_searched_anew(django_capture_on_commit_callbacks):
    page, documents = attached(MARKED)
    found(page)
    FileFindings.objects.update(pages=[[]])
    FileReading.objects.read_anew()
    with django_capture_on_commit_callbacks(execute=True):
        reading.read_now(CustomDocument.objects.filter(pk__in=[file.pk for file in documents]))
    assert found(page)


def test_a_file_that_waits_keeps_nothing(django_capture_on_commit_callbacks):
    page, _documents = attached(MARKED)
    FileReading.objects.read_anew()
    assert any(where.endswith("“Phụ lục 1”") for where, _kind in found(page)), "it waits to be read"
    assert not FileFindings.objects.exists()


def test_what_was_found_goes_with_what_was_read():
    page, _documents = attached(MARKED)
    found(page)
    FileReading.objects.all().delete()
    assert not FileFindings.objects.exists()


def test_the_questions_are_as_many_for_ten_files_as_for_one(django_assert_num_queries):
    one, ten = attached("Một.")[0], attached(*[f"Tệp thứ {n}." for n in range(10)])[0]
    gate.run(one), gate.run(ten)
    with django_assert_num_queries(queries_of(one)):
        gate.run(ten)


def queries_of(page):
    with CaptureQueriesContext(connection) as asked:
        gate.run(page)
    return len(asked)
