"""The screen that tells editors why a result stands where it does, or why a page is not found."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from portal.roles import EDITOR
from search import reasons
from search.coefficients import FILE
from search.models import Corpus, Entry, EntryTokens, FrequentTerm, Posting, SteeringVersion
from search.terms import FOLDED, term
from tests.builders import make_article, make_home, make_section, make_site, make_unit, make_user
from tests.search.steering import curation, put, results, synonym

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
SCREEN = "/quan-tri/tim-kiem/giai-thich/"


def address(page):
    return Entry.objects.get(page=page).url


def explained(client, words, page=None, **more):
    """The answer's explanation and its text."""
    url = {"url": page if isinstance(page, str) else address(page)} if page else {}
    answer = client.get(SCREEN, {"q": words, **url, **more})
    assert answer.status_code == 200
    return answer.context, " ".join(BeautifulSoup(answer.content, "html.parser").main.get_text(" ").split())


def test_the_results_of_a_question_lead_to_their_explanations(editor):
    pages = [put(f"Cấp giấy phép xây dựng đợt {number}") for number in range(25)]
    context, text = explained(editor, "giấy phép xây dựng")
    assert "25 kết quả" in text and len(context["rows"]) == 20
    hit, url = context["rows"][0]
    assert hit.entry.title in editor.get(SCREEN + url).text
    assert len(explained(editor, "giấy phép xây dựng", p="2")[0]["rows"]) == 5
    for wrong in ("9", "-1", "x", "1" * 40):
        assert explained(editor, "giấy phép xây dựng", p=wrong)[0]["rows"]
    assert pages


def test_points_are_those_by_which_the_results_are_ordered(editor):
    put("Đăng ký kết hôn có yếu tố nước ngoài", kind="procedure", text="Nộp hồ sơ.")
    put("Đăng ký kết hôn", kind="procedure", text="Hai bên cùng ký.")
    put("Hội nghị về kết hôn", kind="news", text="Đăng ký kết hôn lưu động.")
    hits = results("đăng ký kết hôn").hits
    told = [explained(editor, "đăng ký kết hôn", hit.url)[0]["explanation"] for hit in hits]
    assert [one.place for one in told] == [1, 2, 3]
    points = [one.own.points for one in told]
    assert points == sorted(points, reverse=True)
    assert told[0].above is None and [one.above.pk for one in told[1:]] == [hit.entry.pk for hit in hits[:2]]
    assert told[1].other.points == pytest.approx(points[0])
    for one in told:
        assert sum(total.points for total in one.sums) == pytest.approx(one.own.points, abs=0.05)


def test_it_says_in_words_why_one_stands_above_another(editor):
    put("Đăng ký kết hôn", kind="procedure", text="Hai bên cùng ký.")
    other = put("Hội nghị về đăng ký kết hôn ở vùng cao", kind="procedure", text="Hai bên cùng ký.")
    text = explained(editor, "đăng ký kết hôn", other)[1]
    assert "Thứ 2 trong 2 kết quả cho “đăng ký kết hôn”" in text
    assert "Trang kia hơn về “Tên trang và đề mục”" in text
    assert "tên trang chỉ nói điều được hỏi" in text


def test_the_words_it_has_and_has_not_are_named_with_their_part(editor):
    page = put("Lịch tiêm chủng", text="Trạm Y tế tiêm phòng cho trẻ em.")
    words = explained(editor, "lịch tiêm chủng mùa mưa", page)[0]["explanation"].words
    assert {(word.words, str(word.what)) for word in words.there} >= {
        ("lịch tiêm", "cụm từ"),
        ("tiêm chủng", "cụm từ"),
        ("chủng", "từ đúng như đã gõ"),
    }
    assert "mùa mưa" in {word.words for word in words.missing}
    assert sum(word.percent for word in words.there) == pytest.approx(100, abs=1)
    assert 0 < words.covered < 100


def test_of_a_word_that_stands_everywhere_nothing_is_said(editor):
    page = put("Lịch của trạm")
    number = term(FOLDED, "cua")
    Posting.objects.filter(term=number).delete()
    FrequentTerm.objects.create(term=number, entries=900, least=999)
    Corpus.objects.update_or_create(pk=1, defaults={"counted": 876_543})
    words = explained(editor, "lich cua tram thu bay", page)[0]["explanation"].words
    assert {word.words for word in words.words} >= {"lich", "tram", "bay"}
    assert "cua" not in {word.words for word in words.words}


def test_steering_is_told_chosen_excluded_and_synonyms(editor):
    first, page, out = put("Lịch gieo cấy"), put("Lúa mùa"), put("Lúa chiêm")
    curation("lúa", [first], [out])
    told, text = explained(editor, "lúa", first)
    assert told["explanation"].is_chosen and "Ban biên tập đã chọn" in text
    assert told["explanation"].above is None
    told, text = explained(editor, "lúa", page)
    assert told["explanation"].above_is_chosen and "chọn trang kia đứng trước" in text
    assert "đã loại trang này" in explained(editor, "lúa", out)[1]
    synonym("GKS", "giấy khai sinh")
    born = put("Đăng ký lại giấy khai sinh")
    told, text = explained(editor, "GKS", born)
    assert told["explanation"].place == 1 and "giấy khai sinh" in told["explanation"].synonyms
    assert "so theo “giay khai sinh”" in text
    assert "khai sinh" in {word.words for word in told["explanation"].words.there}
    assert "giấy khai" in {word.words for word in told["explanation"].words.there}


def test_a_name_that_changed_is_told_and_its_words_are_named(editor):
    make_unit("Xã Suối Bạc", former_names="Xã Đồng Mận")
    page = put("Lịch tiếp dân xã Suối Bạc")
    told, text = explained(editor, "tiếp dân xã đồng mận", page)
    assert "Xã Đồng Mận" in text and told["explanation"].place == 1
    assert {"Suối Bạc", "Bạc"} <= {word.words for word in told["explanation"].words.there}
    assert told["explanation"].synonyms == []


def test_a_number_and_a_question_without_its_words_need_no_factors(editor):
    page = put("Nội quy chợ", number="02/2026/QĐ-UBND", date=date(2026, 7, 1))
    other = put("Nội quy bến xe", number="03/2026/QĐ-UBND")
    told, text = explained(editor, "02/2026/QĐ-UBND", page)
    assert told["explanation"].place == 1 and not told["explanation"].sums
    assert "trả lời theo số hiệu" in text
    assert "chỉ gồm những trang có số hiệu này" in explained(editor, "02/2026/QĐ-UBND", other)[1]


def test_what_has_no_tokens_is_told_to_keep_its_place(editor):
    page = put("Cấp giấy phép xây dựng")
    EntryTokens.objects.all().delete()
    told, text = explained(editor, "giấy phép xây dựng", page)
    assert told["explanation"].place == 1 and "giữ thứ tự theo các từ" in text


def test_why_a_page_that_is_searched_is_not_found(editor):
    now = timezone.now()
    early = put("Lúa xuân", visible_from=now + timedelta(days=1))
    late = put("Lúa thu", visible_until=now - timedelta(days=1))
    news = put("Lúa hạ", kind="news")
    apart = put("Lúa nếp", text="Bưởi và lúa. Mật ong ở đồi.")
    put("Bưởi mật ong trên đồi", text="Cây bưởi. Hoa nở rộ tháng hai.")
    assert (
        "từ" in explained(editor, "lúa", early)[1]
        and explained(editor, "lúa", early)[0]["explanation"].absence
    )
    assert "đã hết hạn" in explained(editor, "lúa", late)[1]
    assert "thuộc loại" in explained(editor, "lúa", news, kind="document")[1]
    assert "cụm từ trong ngoặc kép" in explained(editor, '"lúa bưởi"', apart)[1]
    assert "không có từ nào" in explained(editor, "thủy điện", apart)[1]
    little = explained(editor, "hoa bưởi nở rộ trên đồi cao tháng hai mật ngọt", apart)
    assert not little[0]["explanation"].place and "quá ít" in little[1]


def test_why_a_page_that_is_not_searched_is_not_found(editor, site):
    section = make_section(parent=site.root_page)
    draft = make_article("Tin chưa đăng", parent=section, live=False)
    kept = make_article("Tin nội bộ", parent=section)
    PageViewRestriction.objects.create(page=kept, restriction_type=PageViewRestriction.LOGIN)
    home = section.get_url()
    for slug in (draft.slug, kept.slug, "khong-co-trang"):
        context, text = explained(editor, "tin", f"{home}{slug}/")
        assert context["nowhere"] and "Tin chưa đăng" not in text and "Tin nội bộ" not in text
    for hostile in ("http://[", "//", "/\0/", "../../..", "<script>", "x" * 900):
        assert editor.get(SCREEN, {"q": "tin", "url": hostile}).status_code == 200


def test_an_address_may_be_pasted_whole_or_in_part(editor, site):
    page = put("Lúa mùa")
    path = address(page)
    for typed in (path, path.strip("/"), f"{site.root_url}{path}", f" {path}?q=1#x"):
        assert explained(editor, "lúa", typed)[0]["explanation"].place == 1, typed


def test_what_is_typed_is_shown_escaped_and_wrong_input_is_told(editor):
    put("Lúa mùa")
    assert "<script>alert" not in editor.get(SCREEN, {"q": "<script>alert(1)</script> lúa"}).text
    assert editor.get(SCREEN, {"q": ""}).status_code == 200
    assert "rows" not in editor.get(SCREEN, {"q": "lúa", "kind": "khong-co"}).context
    assert "rows" not in editor.get(SCREEN, {"q": "lúa", "site": "999999"}).context


def test_only_who_steers_opens_it_and_only_for_the_own_portal(client, editor, site):
    other = make_site(hostname="khac.example")
    make_home(site=other)
    far = put("Lúa của xã khác", site=other)
    assert "rows" not in editor.get(SCREEN, {"q": "lúa", "site": other.pk}).context
    assert editor.get(SCREEN, {"q": "lúa", "url": address(far)}).context.get("explanation") is None
    writer = make_user("bientap", groups=[EDITOR.group_name(site)])
    client.force_login(writer, "django.contrib.auth.backends.ModelBackend")
    assert client.get(SCREEN, {"q": "lúa"}).status_code in (302, 403)
    client.logout()
    assert client.get(SCREEN).status_code == 302
    assert Group.objects.exists()


def test_the_number_of_statements_does_not_grow(editor):
    pages = [put(f"Cấp giấy phép xây dựng đợt {number}", text="Nhà ở.") for number in range(3)]
    SteeringVersion.renew()
    counts = []
    for _round in range(2):
        explained(editor, "giấy phép xây dựng nhà ở", pages[0])
        with CaptureQueriesContext(connection) as asked:
            explained(editor, "giấy phép xây dựng nhà ở", pages[0])
        counts.append(len(asked))
        for number in range(30):
            put(f"Cấp giấy phép xây dựng nhà ở riêng lẻ {number}", text="Nhà ở. " * number)
    assert counts[0] == counts[1]


def test_every_factor_has_its_reason():
    factors = json.loads(FILE.read_text("utf-8"))["factors"]
    names = {name for by_kind in factors.values() for name in by_kind}
    assert [name for name in sorted(names) if not reasons.known(name) or not reasons.of(name).why] == []


def test_reports_and_chosen_results_lead_to_it(editor, site):
    from search.models import QueryCount

    QueryCount.objects.create(
        site=site, day=timezone.localdate(), words="lúa mùa", key="lua mua", asked=2, results=1
    )
    report = BeautifulSoup(editor.get("/quan-tri/tim-kiem/thong-ke/").content, "html.parser")
    (link,) = [a["href"] for a in report.select(".search-actions a") if a["href"].startswith(SCREEN)]
    assert editor.get(link).context["form"].cleaned_data["q"] == "lúa mùa"
    row = curation("lúa mùa", [put("Lúa mùa")])
    form = editor.get(f"/quan-tri/tim-kiem/ket-qua-chon/edit/{row.pk}/")
    assert f"{SCREEN}?q=l%C3%BAa%20m%C3%B9a&amp;site={site.pk}" in form.text
