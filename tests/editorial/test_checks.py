"""The checks beside the form, the rules of completeness, links, and masking (K14, C13, B05, 6.4)."""

from __future__ import annotations

import socket
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import unquote

import pytest
from django.urls import reverse
from django.utils import timezone

from editorial.chain.digest import digest_of_content
from editorial.checks import gate, outside
from editorial.models import CheckRule, Decision, Genre, OutsideLink
from editorial.models.decisions import Action
from news.models import ArticlePage
from tests import builders
from tests.forms import filled

pytestmark = pytest.mark.django_db
NUMBERS = [f"Bà Lê Thị {name}, số căn cước công dân 0361910001{n}3." for n, name in enumerate("ABCDEF")]


def draft(world, **fields):
    given = {
        "owner": world.users["congtacvien"],
        "unit": world.things["unit"],
        "genre": Genre.objects.first(),
    }
    return builders.make_article(
        "Xã tổng kết năm học", parent=world.things["section"], live=False, **{**given, **fields}
    )


def slugs(page):
    return {verdict.finding.check for verdict in gate.verdicts(page.get_latest_revision_as_object())}


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


# Beside the form


def test_the_editor_shows_the_checks_beside_the_form(world):
    page = draft(world, summary="")
    said = world.clients["congtacvien"].get(edit(page)).content.decode()
    assert 'data-side-panel="gate"' in said and "Hãy viết một, hai câu" in said


def test_they_are_told_anew_when_the_draft_saves_itself(world):
    page = draft(world, summary="Tóm tắt")
    client = world.clients["congtacvien"]
    form = filled(client.get(edit(page)))
    answer = client.post(
        edit(page), {**form, "summary": "Báo cáo đóng dấu TỐI MẬT"}, headers={"Accept": "application/json"}
    )
    assert answer.status_code == 200
    assert "TỐI MẬT" in answer.json()["html"] and "data-side-panel='gate'" in answer.json()["html"]


def test_a_new_page_has_them_too(world):
    url = reverse("wagtailadmin_pages:add", args=["news", "articlepage", world.key("section")])
    assert 'data-side-panel="gate"' in world.clients["congtacvien"].get(url).content.decode()


# Completeness


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Toàn xã có 1.250 hộ, giảm 3,5% so với năm trước.", True),
        ("Thu ngân sách 12 tỷ đồng, trồng 40 ha rừng.", True),
        ("Ngày 30/01/2026, tại Quyết định số 850/2026/QĐ-UBND, họp lần 3.", False),
        ("Cả xã vui mừng.", False),
    ],
)
def test_figures_want_a_source(world, text, asks):
    assert ("figures" in slugs(draft(world, summary=text))) == asks
    assert "figures" not in slugs(draft(world, summary=text, figures_source="Phòng Kinh tế xã"))


def test_an_attachment_is_asked_for_where_the_table_says_so(world):
    page = draft(world)
    assert "attachment" not in slugs(page)
    CheckRule.objects.create(check_slug="attachment", genre=page.genre, level="chan")
    verdict = next(v for v in gate.verdicts(page) if v.finding.check == "attachment")
    assert verdict.holds_back
    file = builders.make_document(pages=("Thông báo",))
    with_file = draft(world, body=[("files", {"title": "", "files": [file]})])
    assert "attachment" not in slugs(with_file)


def test_a_list_of_persons_needs_its_last_day_before_it_is_published(world):
    page = draft(world, summary="\n".join(NUMBERS))
    found = {v.finding.check: v for v in gate.verdicts(page)}
    assert found["lists"].holds_back and not found["lists"].stops_sending
    page.expire_at = timezone.now() + timedelta(days=30)
    assert "lists" not in {v.finding.check for v in gate.verdicts(page)}
    assert "lists" not in slugs(draft(world, summary=NUMBERS[0]))


def test_an_empty_field_of_a_later_release_changes_no_approved_text():
    before = {"title": "Tin", "body": "[]", "credits": [{"role": "text", "name": ""}]}
    assert digest_of_content(
        {**before, "new_field": "", "new_rows": [], "ticked": False}
    ) == digest_of_content(before)
    assert digest_of_content({**before, "new_field": "x"}) != digest_of_content(before)


# Masking


def check(world, page, role="congtacvien"):
    return world.clients[role].post(reverse("editorial_checks", args=[page.pk]), {"action": "mask"})


def text_of(page):
    return ArticlePage.objects.get(pk=page.pk).get_latest_revision_as_object()


def test_numbers_are_starred_in_a_new_draft(world):
    rich = "<p>Ông <b>Nguyễn Văn A</b>, căn cước công dân 036091000123, sinh năm 1991.</p>"
    page = draft(world, summary=NUMBERS[0], body=[("text", rich)])
    url = reverse("editorial_checks", args=[page.pk])
    assert 'value="mask"' in world.clients["congtacvien"].get(url).content.decode()
    assert check(world, page).status_code == 302
    text = text_of(page)
    assert "036191000103" not in text.summary and "****" in text.summary
    shown = str(text.body[0].value)
    assert "036091000123" not in shown and "<b>Nguyễn Văn A</b>" in shown and "sinh năm 1991" in shown
    assert not [v for v in gate.verdicts(text) if v.finding.check == "personal" and v.holds_back]
    assert Decision.objects.filter(page=page.pk, action=Action.EDITED).exists()
    assert 'value="mask"' not in world.clients["congtacvien"].get(url).content.decode()


def test_masking_leaves_the_public_text_and_what_is_no_number(world):
    page = draft(world, summary="Quyết định số 850/2026/QĐ-UBND, hotline 1900 1234")
    check(world, page)
    assert text_of(page).summary == "Quyết định số 850/2026/QĐ-UBND, hotline 1900 1234"
    assert Decision.objects.filter(page=page.pk, action=Action.EDITED).count() == 0


def test_who_may_not_change_the_draft_masks_nothing(world):
    page = draft(world, summary=NUMBERS[0], owner=world.users["bientap"])
    assert check(world, page).status_code in (302, 403)
    assert "036191000103" in text_of(page).summary


# Links


class Site(BaseHTTPRequestHandler):
    """Answers by the path: `/200`, `/404`, `/to?address` redirects, `/head` knows no HEAD."""

    asked: list[str] = []

    def do_GET(self):
        type(self).asked.append(f"{self.command} {self.path}")
        if self.path.startswith("/to?"):
            self.send_response(302)
            self.send_header("Location", unquote(self.path[4:]))
        elif self.path == "/head":
            self.send_response(405 if self.command == "HEAD" else 200)
        else:
            self.send_response(int(self.path[1:4]))
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET

    def log_message(self, *args):
        pass


@pytest.fixture
def server(monkeypatch):
    """A server on this machine, which counts as public here, and only here."""
    Site.asked = []
    serving = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=serving.serve_forever, daemon=True).start()
    monkeypatch.setattr(outside, "is_public", lambda address: address == "127.0.0.1")
    monkeypatch.setattr(outside, "PATIENCE_SECONDS", (2, 2))
    yield f"http://127.0.0.1:{serving.server_address[1]}"
    serving.shutdown()


def test_what_answers_is_well_and_what_is_gone_is_named(server):
    assert outside.problem_with(f"{server}/200") == ""
    assert outside.problem_with(f"{server}/404") == "missing"
    assert outside.problem_with(f"{server}/410") == "missing"
    assert outside.problem_with(f"{server}/503") == "", "busy today, not gone"
    assert outside.problem_with(f"{server}/head") == ""
    assert outside.problem_with(f"{server}/to?/404") == "missing"
    assert outside.problem_with("http://khong-co.invalid/") == "unknown"


def test_a_redirect_leads_nowhere_inside(server):
    inside = server.replace("127.0.0.1", "127.0.0.2")
    for target in (f"{inside}/200", "http://[::1]/", "file:///etc/passwd", "http://169.254.169.254/"):
        assert outside.problem_with(f"{server}/to?{target}") == "refused"
    assert not {"HEAD /200", "GET /200"} & set(Site.asked)
    assert outside.problem_with(f"{server}/to?{server}/to?/to?/to?/to?/to?/200") in ("", "missing")


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "10.0.0.8",
        "192.168.1.1",
        "[::1]",
        "169.254.169.254",
        "0.0.0.0",
        "[fd00::1]",
        "100.64.0.1",
    ],
)
def test_private_networks_are_never_asked(host):
    assert outside.problem_with(f"http://{host}:9/") == "refused"


def test_a_name_that_gives_a_private_address_beside_a_public_one_is_refused(monkeypatch):
    rows = [(socket.AF_INET, 1, 6, "", (address, 80)) for address in ("8.8.8.8", "10.0.0.1")]
    monkeypatch.setattr(outside.socket, "getaddrinfo", lambda *args, **kwargs: rows)
    assert outside.problem_with("http://lua-dao.example/") == "refused"


def test_a_dead_server_is_silent(server):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        assert outside.problem_with(f"http://127.0.0.1:{taken.getsockname()[1]}/") == "silent"


def test_links_are_looked_at_in_the_background_once(world, server, django_capture_on_commit_callbacks):
    writer = world.users["congtacvien"]
    page = draft(world)
    page.body = [("text", f'<p><a href="{server}/404?a=1&amp;b=2">Xem</a></p>')]
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision(user=writer)
    link = OutsideLink.objects.get()
    assert link.url == f"{server}/404?a=1&b=2" and link.problem == "missing"
    assert "links" in slugs(page)
    asked = len(Site.asked)
    page.summary = "Câu khác"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision(user=writer)
    assert len(Site.asked) == asked


def test_a_link_to_a_draft_of_ours_is_named(world):
    target = world.things["draft"]
    page = draft(world, body=[("text", f'<p><a linktype="page" id="{target.pk}">Xem</a></p>')])
    assert "links" in slugs(page)
    live = draft(world, body=[("text", f'<p><a linktype="page" id="{world.key("live")}">Xem</a></p>')])
    assert "links" not in slugs(live)
