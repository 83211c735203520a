"""Published answers: the list, its fields of work, and their import."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from editorial.models import Field
from questions.models import AnswerPage
from tests.builders import make_answer_section, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def load(tmp_path):
    section = make_answer_section()
    make_user("xuatban")

    def run(*rows):
        path = tmp_path / "answers.jsonl"
        path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
        call_command("import_answers", path, publish=True, user="xuatban", verbosity=0, stdout=StringIO())
        return section

    return run


def rows(number, topic="Hộ tịch"):
    return [
        {"question": f"Làm giấy số {n} ở đâu?", "answer": "**Tại xã.**\n# Mang theo căn cước", "topic": topic}
        for n in range(number)
    ]


def test_an_imported_answer_is_read_by_everybody(load, client):
    section = load(*rows(1))
    page = AnswerPage.objects.get()
    html = client.get(page.url).content.decode()
    assert "Làm giấy số 0 ở đâu?" in html and "Tại xã." in html and "**" not in html
    assert page.full_title in client.get(section.url).content.decode()


def test_the_list_is_paged_and_filtered_by_field(load, client):
    section = load(*rows(23), *[{**row, "question": row["question"] + " B"} for row in rows(2, "Đất đai")])
    land = Field.objects.get(name="Đất đai")
    everything = client.get(section.url).content.decode()
    assert ">23<" in everything and ">2<" in everything and "?page=2" in everything
    only = client.get(section.url, {"field": land.name}).content.decode()
    assert only.count('class="row"') == 2


@pytest.mark.parametrize("junk", ["abc", "-1", "9" * 30, "1' OR 1=1", "\x00", "%00", "²"])
def test_junk_in_the_address_is_no_error(load, client, junk):
    section = load(*rows(1))
    response = client.get(section.url, {"field": junk, "page": junk})
    assert response.status_code in (200, 404)


def test_the_list_costs_the_same_for_many_answers(load, client):
    section = load(*rows(3))
    client.get(section.url)
    with CaptureQueriesContext(connection) as few:
        client.get(section.url)
    load(*[{**row, "question": row["question"] + " C"} for row in rows(12)])
    with CaptureQueriesContext(connection) as many:
        client.get(section.url)
    assert len(many) == len(few)


def test_drafts_are_not_listed(load, client):
    section = load(*rows(1))
    page = AnswerPage.objects.get()
    page.unpublish()
    assert page.full_title not in client.get(section.url).content.decode()
    assert client.get(page.url).status_code == 404
