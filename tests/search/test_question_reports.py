"""The reports on what readers search for, and the one step from there to doing something about it."""

from __future__ import annotations

import csv
from datetime import timedelta
from io import BytesIO, StringIO

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.utils import timezone
from openpyxl import load_workbook

from portal.roles import HEAD_OF_BOARD
from search.learning import actions
from search.models import Curation, QueryCount, Synonym, WantedText
from tests.builders import make_article, make_section, make_site, make_user
from tests.forms import filled
from tests.search.steering import put, titles

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
ASKED, NOT_FOUND, NOT_OPENED = (
    f"/quan-tri/tim-kiem/thong-ke/{part}" for part in ("", "khong-thay/", "khong-mo/")
)
SYNONYM, CURATION, WANTED = (
    f"/quan-tri/tim-kiem/{part}/create/" for part in ("tu-dong-nghia", "ket-qua-chon", "can-viet")
)


def count(words, asked=1, results=1, opened=0, *, days=0, site=None, key=""):
    QueryCount.objects.create(
        site=site or make_site(),
        day=timezone.localdate() - timedelta(days=days),
        words=words,
        key=key or words,
        asked=asked,
        results=results,
        opened=opened,
    )


def table(response):
    page = BeautifulSoup(response.content, "html.parser")
    for label in page.select(".search-label"):
        label.decompose()
    rows = page.select("table.listing tbody tr")
    return [[cell.get_text(" ", strip=True) for cell in row.select("td")][:4] for row in rows]


def test_all_spellings_of_a_question_are_one_row_and_the_most_frequent_comes_first(editor):
    count("sổ đỏ", 2, 5, 1, key="so do")
    count("so do", 3, 4, 0, key="so do", days=2)
    count("lúa", 4, 9, 4)
    assert table(editor.get(ASKED)) == [["sổ đỏ", "5", "5", "1"], ["lúa", "4", "9", "4"]]


def test_each_report_has_its_questions(editor):
    count("tìm thấy và mở", 3, 5, 1)
    count("tìm thấy không mở", 2, 5, 0)
    count("không thấy", 1, 0, 0)
    count("trước kia không thấy", 1, 0, 0, days=3, key="x")
    count("trước kia không thấy", 1, 2, 0, key="x")
    assert [row[0] for row in table(editor.get(NOT_FOUND))] == ["không thấy"]
    assert [row[0] for row in table(editor.get(NOT_OPENED))] == ["tìm thấy không mở", "trước kia không thấy"]
    assert len(table(editor.get(ASKED))) == 4


@pytest.mark.parametrize(
    ("period", "seen"), [("7", 1), ("30", 2), ("", 2), ("90", 3), ("365", 4), ("x", 2), ("-1", 2)]
)
def test_a_period_is_chosen_and_thirty_days_are_usual(editor, period, seen):
    for days in (6, 29, 89, 364, 365):
        count(f"câu {days}", days=days)
    assert len(table(editor.get(ASKED, {"period": period}))) == seen


def test_a_click_without_a_question_is_no_question(editor):
    count("chỉ mở", asked=0, opened=3)
    assert table(editor.get(ASKED)) == []


def test_an_editor_reads_of_the_own_portals_only(editor):
    other = make_site(hostname="khac.example.vn", name="Xã khác")
    count("của xã khác", site=other)
    count("của xã mình")
    assert [row[0] for row in table(editor.get(ASKED))] == ["của xã mình"]
    assert [row[0] for row in table(editor.get(ASKED, {"site": other.pk}))] == ["của xã mình"]


def test_who_answers_for_several_portals_sees_which(admin_client, site):
    other = make_site(hostname="khac.example.vn", name="Xã khác")
    count("lúa", site=other)
    count("lúa", 2, site=site)
    assert len(table(admin_client.get(ASKED))) == 2
    response = admin_client.get(ASKED, {"site": other.pk})
    assert len(table(response)) == 1 and "Xã khác" in response.content.decode()


def test_long_reports_have_pages_and_cost_the_same(editor, django_assert_max_num_queries):
    count("câu đầu", 2)
    editor.get(ASKED)
    with django_assert_max_num_queries(40) as few:
        editor.get(ASKED)
    for number in range(120):
        count(f"câu {number}")
    with django_assert_max_num_queries(40) as many:
        assert len(table(editor.get(ASKED))) == 50
    assert len(many) == len(few)
    assert len(table(editor.get(ASKED, {"p": 3}))) == 21


def test_what_readers_typed_is_escaped(editor):
    count("<b>x</b>")
    assert "<b>x</b>" not in editor.get(ASKED).content.decode()


def test_exports_run_no_formula(editor):
    for words in ("=1+1", "+84", "@sum", "-2", "lúa"):
        count(words, 3, 2, 1)
    text = b"".join(editor.get(ASKED, {"export": "csv"}).streaming_content).decode("utf-8-sig")
    cells = {row[0] for row in csv.reader(StringIO(text))}
    assert {"'=1+1", "'+84", "'@sum", "'-2", "lúa"} < cells
    content = b"".join(editor.get(ASKED, {"export": "xlsx"}).streaming_content)
    sheet = load_workbook(BytesIO(content)).active
    assert {"'=1+1", "lúa"} < {row[0] for row in sheet.values}
    assert ("lúa", 3, 2, 1) in {row[:4] for row in sheet.values}


def links(response):
    row = BeautifulSoup(response.content, "html.parser").select_one(".search-actions")
    return [link["href"] for link in row.select("a")]


def test_one_step_to_a_synonym(editor):
    make_article("Giấy phép lái xe", make_section())
    count("gplx", 3, 0)
    response = editor.get(links(editor.get(NOT_FOUND))[0])
    data = filled(response, f"form[action='{SYNONYM}']")
    assert data["words"] == "gplx"
    assert titles("gplx") == []
    editor.post(SYNONYM, data | {"meanings": "giấy phép lái xe"})
    assert Synonym.objects.get().site == make_site()
    assert titles("gplx") == ["Giấy phép lái xe"]


def inline(name, *pages):
    """The rows of pages of a form, with the last one removed again."""
    rows = {f"{name}-TOTAL_FORMS": len(pages), f"{name}-INITIAL_FORMS": 0}
    for place, page in enumerate(pages):
        rows |= {
            f"{name}-{place}-page": page.pk,
            f"{name}-{place}-ORDER": place + 1,
            f"{name}-{place}-id": "",
        }
    return rows


def test_one_step_to_chosen_results(editor):
    page, other = put("Cấp giấy chứng nhận"), put("Sổ đỏ cho ai")
    count("sổ đỏ", 3, 1)
    data = filled(editor.get(links(editor.get(NOT_OPENED))[1]), f"form[action='{CURATION}']")
    assert data["wordings"] == "sổ đỏ"
    response = editor.post(CURATION, data | inline("promoted", page) | inline("excluded", other))
    assert response.status_code == 302
    assert titles("sổ đỏ") == ["Cấp giấy chứng nhận"]
    listed = editor.get("/quan-tri/tim-kiem/ket-qua-chon/").content.decode()
    assert "Cấp giấy chứng nhận" in listed and "Sổ đỏ cho ai" in listed
    shown = editor.get(f"/quan-tri/tim-kiem/ket-qua-chon/inspect/{Curation.objects.get().pk}/")
    assert "Cấp giấy chứng nhận" in shown.content.decode()


def test_what_cannot_be_chosen_is_refused_and_nothing_is_lost(editor):
    page = put("Cấp giấy chứng nhận")
    draft = make_article("Dự thảo mật", make_section(), live=False)
    foreign = put("Trang xã khác", site=make_site(hostname="khac.example.vn"))
    data = filled(editor.get(CURATION), f"form[action='{CURATION}']") | {"wordings": "sổ đỏ"}
    bad = [
        inline("promoted") | inline("excluded"),
        inline("promoted", draft),
        inline("promoted", foreign),
        inline("promoted", page) | inline("excluded", page),
        inline("promoted", page, page),
        inline("promoted", page) | {"wordings": "!!!"},
        inline("promoted", page) | {"valid_from": "2026-05-02", "valid_to": "2026-05-01"},
    ]
    for rows in bad:
        sent = data | inline("excluded") | rows
        response = editor.post(CURATION, sent)
        assert response.status_code == 200
        assert filled(response, f"form[action='{CURATION}']")["wordings"] == sent["wordings"]
    assert not Curation.objects.exists()


def test_two_rows_for_one_question_at_one_time_are_refused(editor):
    page = put("Cấp giấy chứng nhận")
    data = filled(editor.get(CURATION), f"form[action='{CURATION}']") | inline("promoted", page)
    dated = {"wordings": "sổ đỏ", "valid_from": "2026-01-01", "valid_to": "2026-06-30"}
    assert editor.post(CURATION, data | dated).status_code == 302
    assert editor.post(CURATION, data | {"wordings": "lúa\nSO DO"}).status_code == 200
    later = {"wordings": "sổ đỏ", "valid_from": "2026-07-01"}
    assert editor.post(CURATION, data | later).status_code == 302
    assert Curation.objects.count() == 2


def test_a_page_that_left_the_public_keeps_no_one_from_saving(editor):
    section = make_section()
    page, other = make_article("Tin một", section), make_article("Tin hai", section)
    data = filled(editor.get(CURATION), f"form[action='{CURATION}']") | {"wordings": "tin"}
    editor.post(CURATION, data | inline("promoted", page, other))
    page.unpublish()
    url = f"/quan-tri/tim-kiem/ket-qua-chon/edit/{Curation.objects.get().pk}/"
    held = filled(editor.get(url), f"form[action='{url}']")
    response = editor.post(url, held | {"note": "xem lại"}, follow=True)
    assert Curation.objects.get().note == "xem lại"
    assert "Tin một" in response.content.decode()


def test_one_step_to_a_thing_to_write(editor):
    count("lịch tiêm chủng", 3, 0)
    data = filled(editor.get(links(editor.get(NOT_FOUND))[2]), f"form[action='{WANTED}']")
    editor.post(WANTED, data | {"note": "Đăng lịch hằng tháng"})
    wanted = WantedText.objects.get()
    assert (wanted.words, wanted.wanted_by.username, wanted.done_on) == ("lịch tiêm chủng", "truongban", None)
    listed = editor.get("/quan-tri/tim-kiem/can-viet/", {"open": "yes"}).content.decode()
    assert "lịch tiêm chủng" in listed
    assert (
        "lịch tiêm chủng" not in editor.get("/quan-tri/tim-kiem/can-viet/", {"open": "no"}).content.decode()
    )


def test_actions_come_from_above_too_and_only_for_who_may(editor, site, monkeypatch):
    monkeypatch.setattr(actions, "_actions", dict(actions._actions))
    actions.register_action("board", "Giao việc", lambda user, site, words: f"/viec/?cau={words}")
    actions.register_action("never", "Không ai", lambda user, site, words: None)
    count("lúa")
    assert links(editor.get(ASKED))[-1] == "/viec/?cau=lúa"
    assert len(links(editor.get(ASKED))) == 5
    Group.objects.get(name=HEAD_OF_BOARD.group_name(site)).permissions.remove(
        *Group.objects.get(name=HEAD_OF_BOARD.group_name(site)).permissions.filter(codename="add_synonym")
    )
    assert len(links(editor.get(ASKED))) == 4


def test_values_of_the_address_fill_the_form_and_do_nothing_else(editor):
    response = editor.get(
        SYNONYM, {"words": "<script>x</script>" + "x" * 5000, "site": "999999", "note": "n"}
    )
    data = filled(response, f"form[action='{SYNONYM}']")
    assert response.status_code == 200 and data["note"] == "" and len(data["words"]) == 255
    assert "<script>x</script>" not in response.content.decode()


@pytest.mark.parametrize("url", [ASKED, NOT_FOUND, NOT_OPENED])
def test_others_do_not_read_the_reports(client, site, url):
    count("lúa")
    client.force_login(
        make_user("ai", permissions=["wagtailadmin.access_admin"]),
        "django.contrib.auth.backends.ModelBackend",
    )
    for address in (url, f"{url}ket-qua/", f"{url}?export=csv"):
        assert client.get(address).status_code in (302, 403)


def test_the_register_of_synonyms_tells_what_is_wrong_in_its_own_words(editor):
    data = filled(editor.get(SYNONYM), f"form[action='{SYNONYM}']")
    body = editor.post(SYNONYM, data | {"words": "GPLX", "meanings": "gplx"}).content.decode()
    assert "GPLX" in body and not Synonym.objects.exists()
    assert editor.post(SYNONYM, data | {"words": "!!!", "meanings": "a"}).status_code == 200
    assert not Synonym.objects.exists()
