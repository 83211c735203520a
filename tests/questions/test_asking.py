"""A citizen asks; nobody but the officials in charge ever sees who."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from questions.models import AnswerPage, Question, QuestionFile, Status
from tests.builders import make_answer_section, make_unit, make_user

pytestmark = pytest.mark.django_db

TYPED = {
    "title": "Xin cấp lại giấy khai sinh",
    "content": "Tôi là Trần Thị Lụa, số 0912 345 678, xin cấp lại giấy khai sinh. Mail: lua@example.com.",
    "name": "Trần Thị Lụa",
    "email": "lua@example.com",
    "phone": "0912 345 678",
    "address": "Thôn Đồng Hạ",
    "consent": "on",
}
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture
def section():
    return make_answer_section()


@pytest.fixture
def citizen():
    """Checked as the real server checks: no token, for no cookie was set."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def ask(citizen, section):
    def post(**changes):
        headers = changes.pop("headers", {})
        return citizen.post(f"{section.url}gui-cau-hoi/", {**TYPED, **changes}, headers=headers)

    return post


def test_the_form_asks_for_consent_and_sets_no_cookie(client, section):
    response = client.get(f"{section.url}gui-cau-hoi/")
    page = response.content.decode()
    assert response.status_code == 200 and not response.cookies
    assert 'name="consent"' in page and "checked" not in page


def test_a_question_is_received_with_a_code(ask, client):
    response = ask()
    question = Question.objects.get()
    assert response.status_code == 302 and question.code in response["Location"]
    assert question.consented_at and not question.may_publish and question.status == Status.RECEIVED
    receipt = client.get(response["Location"])
    assert question.code in receipt.content.decode() and "Lụa" not in receipt.content.decode()
    assert not response.cookies


@pytest.mark.parametrize("missing", ["title", "content", "name", "email", "consent"])
def test_what_is_missing_is_said_and_what_was_typed_is_kept(ask, missing):
    response = ask(**{missing: ""})
    page = response.content.decode()
    assert response.status_code == 422 and not Question.objects.exists()
    kept = "Thôn Đồng Hạ"
    assert kept in page and "field__error" in page


def test_files_are_kept_private_under_another_name(ask, client, section):
    ask(files=[SimpleUploadedFile("đơn của Lụa.pdf", PDF)])
    file = QuestionFile.objects.get()
    assert "Lụa" not in file.file.name and file.name == "đơn của Lụa.pdf"
    assert client.get(f"/media/{file.file.name}").status_code == 404
    assert client.get(f"/quan-tri/hoi-dap/tep/{file.pk}/").status_code == 302


@pytest.mark.parametrize(
    "files",
    [
        [("a.exe", b"MZ")],
        [("a.pdf", b"<html><script>alert(1)</script>")],
        [("a.pdf", b"")],
        [("a.pdf", PDF + b"0" * (10 * 1024 * 1024))],
        [(f"{n}.pdf", PDF) for n in range(4)],
        [("a.svg", b"<svg/>")],
    ],
)
def test_files_that_may_not_be_sent_are_refused(ask, files):
    response = ask(files=[SimpleUploadedFile(name, content) for name, content in files])
    assert response.status_code == 422
    assert not Question.objects.exists() and not QuestionFile.objects.exists()


def test_a_robot_is_thanked_and_forgotten(ask):
    response = ask(website="http://spam.example")
    assert response.status_code == 302 and not Question.objects.exists()


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}]
)
def test_a_form_on_another_site_is_refused(ask, headers):
    assert ask(headers=headers).status_code == 422
    assert not Question.objects.exists()


def test_one_network_sends_five_questions_an_hour(ask):
    answers = [ask(title=f"Câu {n}").status_code for n in range(6)]
    assert answers == [302] * 5 + [422]


def test_hostile_text_is_shown_as_text(ask, client, section):
    ask(title="<script>alert(1)</script>", content="x" * 10_001)
    assert not Question.objects.exists()
    response = ask(title="<script>alert(1)</script>", content="", email="khong")
    assert b"<script>alert(1)" not in response.content


def test_status_is_told_to_who_has_code_and_mail(ask, citizen, section):
    ask()
    question = Question.objects.get()
    question.status, question.reply = Status.FORWARDED, "Đã chuyển công chức tư pháp."
    question.save()
    url = f"{section.url}tra-cuu/"
    good = citizen.post(url, {"code": question.code.lower(), "email": "LUA@example.com"})
    assert "Đã chuyển công chức tư pháp." in good.content.decode()
    assert "Lụa" not in good.content.decode() and "0912" not in good.content.decode()
    wrong = citizen.post(url, {"code": question.code, "email": "ai@example.com"})
    assert wrong.status_code == 422 and "Đã chuyển" not in wrong.content.decode()


def test_guessing_codes_is_slowed(ask, citizen, section):
    url = f"{section.url}tra-cuu/"
    texts = [citizen.post(url, {"code": "AAAAAAAAAA", "email": "a@b.vn"}) for _n in range(21)]
    assert 'class="callout' in texts[-1].content.decode()
    ask()
    question = Question.objects.get()
    again = citizen.post(url, {"code": question.code, "email": question.email})
    assert question.title not in again.content.decode()


def test_a_public_answer_leaves_the_person_behind(ask, client, section):
    ask()
    question = Question.objects.get()
    editor = make_user("bien-tap", is_superuser=True)
    client.force_login(editor)
    response = client.post(f"/quan-tri/hoi-dap/{question.pk}/tra-loi/")
    page = AnswerPage.objects.get()
    assert response.status_code == 302 and not page.live
    for private in ("Lụa", "0912", "lua@example.com"):
        assert private not in page.question and private not in page.title
    again = client.post(f"/quan-tri/hoi-dap/{question.pk}/tra-loi/")
    assert again["Location"] == response["Location"] and AnswerPage.objects.count() == 1


def test_the_inbox_is_for_those_who_may(ask, client, section):
    ask(files=[SimpleUploadedFile("a.pdf", PDF)])
    question, file = Question.objects.get(), QuestionFile.objects.get()
    urls = [
        "/quan-tri/questions/question/",
        f"/quan-tri/questions/question/inspect/{question.pk}/",
        f"/quan-tri/questions/question/edit/{question.pk}/",
        f"/quan-tri/hoi-dap/tep/{file.pk}/",
    ]
    client.force_login(make_user("nguoi-la", permissions=["wagtailadmin.access_admin"]))
    assert {client.get(url).status_code for url in urls} <= {302, 403}
    assert "Lụa" not in "".join(client.get(url, follow=True).content.decode() for url in urls)
    allowed = make_user(
        "can-bo",
        permissions=["wagtailadmin.access_admin", "questions.view_question", "questions.change_question"],
    )
    make_unit(site=question.site).people.create(full_name="Cán bộ", user=allowed)
    client.force_login(allowed)
    assert [client.get(url).status_code for url in urls] == [200] * 4
    assert client.get("/quan-tri/questions/question/create/").status_code in (302, 403)


def test_the_inbox_costs_the_same_for_many_questions(client, section, django_assert_num_queries):
    client.force_login(make_user("quan-tri", is_superuser=True))
    url = "/quan-tri/questions/question/"
    receive(section, 2)
    client.get(url)
    with CaptureQueriesContext(connection) as few:
        client.get(url)
    receive(section, 20)
    with django_assert_num_queries(len(few)):
        client.get(url)


def receive(section, number):
    for _n in range(number):
        values = {"title": "Câu hỏi", "content": "x", "name": "A", "email": "a@b.vn"}
        Question.objects.create(site=section.get_site(), consented_at=timezone.now(), **values)


def test_no_question_is_found_by_a_visitor(ask, client, section):
    ask()
    for url in (section.url, f"{section.url}rss/", "/sitemap.xml"):
        assert "Lụa" not in client.get(url).content.decode()
    assert client.get("/tim-kiem/?q=Lụa").context["listing"].results.total == 0
