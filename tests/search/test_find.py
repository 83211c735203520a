"""What visitors find: through pages that are published and `search.find`."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

import search
from search import Query, index
from search.entries import AttachmentPage, EntryData, ValiditySpan
from search.models import Entry, EntryFacet, EntryText
from tests.builders import make_article, make_section, make_site
from tests.search import stored
from tests.search.pages import put, titles

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql, pytest.mark.usefixtures("engine")]


@pytest.fixture
def birth():
    return put(
        "Đăng ký khai sinh", kind="procedure", number="1.001193", text="Nộp tờ khai tại Ủy ban nhân dân xã."
    )


@pytest.mark.parametrize(
    "text", ["đăng ký khai sinh", "dang ky khai sinh", "KHAI SINH", "khai sinh đăng ký", "Khai sinh?"]
)
def test_words_are_found_with_and_without_accents_in_any_order(birth, text):
    put("Đăng ký kết hôn", kind="procedure")
    assert titles(text)[0] == "Đăng ký khai sinh"


@pytest.mark.parametrize("typed", ["hoà giải", "hòa giải", "hoa giai", "HOÀ GIẢI"])
def test_the_place_of_the_tone_makes_no_difference(typed):
    put("Hòa giải ở cơ sở")
    put("Thủy lợi nội đồng")
    assert titles(typed) == ["Hòa giải ở cơ sở"]


@pytest.mark.parametrize(
    "typed", ["đăng kí", "dang ki", "quí trọng", "qui trong", "Lí lịch tư pháp", "ĐĂNG KÝ"]
)
def test_i_and_y_make_no_difference_where_both_are_written(typed):
    put("Đăng ký, quý trọng, lý lịch tư pháp")
    [hit] = search.find(Query(typed)).hits
    assert "<mark>" in hit.title


def test_i_and_y_are_two_sounds_after_a_vowel():
    put("Thủy lợi")
    put("Thúi lòng")
    assert titles("thủy lợi") == ["Thủy lợi"]


def test_exact_accents_come_first_and_wrong_ones_are_forgiven():
    put("Thuê nhà")
    put("Thuế đất")
    assert titles("thuế") == ["Thuế đất", "Thuê nhà"]
    assert titles("thuê") == ["Thuê nhà", "Thuế đất"]
    assert set(titles("thue")) == {"Thuê nhà", "Thuế đất"}


@pytest.mark.parametrize("typed", ["kinh tế", "Kinh te", "KINH TẾ?"])
def test_who_types_a_whole_title_finds_that_page_first(typed):
    put("Kinh tế")
    for number in range(5):
        put(f"Kinh tế và kinh tế số {number}", text="kinh tế " * 50, date=date(2026, 1, 1))
    assert titles(typed)[0] == "Kinh tế"


def test_a_long_title_is_cut_and_a_long_question_finds_what_comes_nearest():
    put("Cấp bản sao trích lục hộ tịch " + "cho người có yêu cầu " * 20)
    put("Thu hoạch lúa")
    asked = "cho em hỏi muốn xin cấp bản sao trích lục hộ tịch thì phải đến đâu và mang theo những gì ạ"
    [hit] = search.find(Query(asked)).hits
    assert hit.title.endswith(" …") and "<mark>" in hit.title and len(hit.entry.title) > 300 > len(hit.title)


def test_d_is_found_by_either_letter():
    put("Đất đai")
    assert titles("dat dai") == titles("đất đai") == titles("ĐẤT ĐAI") == ["Đất đai"]
    put("Ðăng ký nước ngầm")  # the Icelandic letter of old texts
    assert titles("đăng ký nước") == titles("dang ky nuoc") == ["Đăng ký nước ngầm"]


SPELLINGS = ["850/2026/QĐ-UBND", "850-2026 qd ubnd", "850/2026/QD-UBND", "850 2026 qđ ubnd", "QĐ số 850/2026"]


@pytest.mark.parametrize("typed", [*SPELLINGS, "850/2026", "850/QĐ-UBND", "qd 850", "quyết định số 850/2026"])
def test_a_number_is_one_term_in_every_spelling(typed):
    put("Quyết định khác viện dẫn", text="Căn cứ Quyết định số 850/2026/QĐ-UBND", number="12/2026/QĐ-UBND")
    put("Quyết định về giá đất", number="850/2026/QĐ-UBND")
    assert titles(typed)[0] == "Quyết định về giá đất"


@pytest.mark.parametrize(
    "typed", ["1.001193", "1001193", "1 001193", "thủ tục 1.001193", "1.001193.000.00.00.H42"]
)
def test_a_procedure_is_found_by_its_code(birth, typed):
    put("Đăng ký kết hôn", kind="procedure", number="1.000894")
    assert titles(typed)[0] == "Đăng ký khai sinh"


def test_common_words_alone_still_find():
    for number in range(12):
        put(f"Thủ tục hành chính {number}")
    assert search.find(Query("thủ tục")).total == 12


def test_text_of_attached_files_is_searched_and_the_page_named():
    file = (AttachmentPage(7, 1, "Trang bìa"), AttachmentPage(7, 2, "Quy hoạch bãi rác <b>thôn</b> Đông"))
    put("Quyết định", attachments=file)
    [hit] = search.find(Query("bai rac")).hits
    assert (hit.snippet.document_id, hit.snippet.page) == (7, 2)
    assert "<mark>bãi rác</mark> &lt;b&gt;" in hit.snippet.html


def test_marks_are_escaped_and_follow_folded_words(birth):
    page = put("<script>alert(1)</script> Khai sinh", text="Giấy khai  sinh & <img onerror=x>")
    hit = next(hit for hit in search.find(Query("khai sinh")).hits if hit.entry.page_id == page.pk)
    assert hit.title == "&lt;script&gt;alert(1)&lt;/script&gt; <mark>Khai sinh</mark>"
    assert "<img" not in hit.snippet.html and "<mark>khai</mark>" in hit.snippet.html


def test_nothing_is_visible_before_its_time_or_after_it():
    now = timezone.now()
    put("Họp dân sắp tới", visible_from=now + timedelta(hours=1))
    put("Họp dân đã qua", visible_until=now - timedelta(hours=1))
    put("Họp dân hôm nay", visible_from=now - timedelta(hours=1), visible_until=now + timedelta(hours=1))
    assert titles("họp dân") == titles() == ["Họp dân hôm nay"]


def test_each_site_finds_its_own():
    put("Lịch tiếp công dân")
    other = make_site(hostname="khac.example.vn")
    put("Lịch tiếp công dân xã khác", site=other)
    assert titles("tiếp công dân", site=other) == titles(site=other) == ["Lịch tiếp công dân xã khác"]


def test_validity_is_tested_on_the_day():
    spans = (
        ValiditySpan("pending", None, date(2026, 2, 28)),
        ValiditySpan("in_force", date(2026, 3, 1), None),
    )
    put("Nghị quyết", validity=spans)

    def status(day):
        return [hit.status for hit in search.find(Query("nghị quyết", on=day)).hits]

    assert status(date(2026, 2, 28)) == ["pending"]
    assert status(date(2026, 3, 1)) == ["in_force"]
    in_force = {"validity": ["in_force"]}
    assert titles("nghị quyết", on=date(2026, 3, 1), facets=in_force) == ["Nghị quyết"]
    assert titles("nghị quyết", on=date(2026, 2, 28), facets=in_force) == []


def test_facets_count_the_match_set_and_narrow_it():
    put("Giá đất 2025", facets=(("field", "Đất đai"), ("year", "2025")))
    put("Giá đất 2026", facets=(("field", "Đất đai"), ("year", "2026")))
    put("Giá nước sạch", facets=(("field", "Nước"), ("year", "2026")))
    found = search.find(Query("giá đất", facets={"year": ["2026"]}, per_page=1))
    counts = {
        group.facet.name: {value.value: value.count for value in group.values} for group in found.facets
    }
    assert [hit.entry.title for hit in found.hits] == ["Giá đất 2026"]
    assert counts["year"] == {"2026": 1, "2025": 1}  # its own filter does not narrow it
    assert counts["field"] == {"Đất đai": 1}


def test_an_empty_question_lists_all_newest_first_and_pages():
    for day in range(1, 13):
        put(f"Văn bản {day}", date=date(2026, 1, day), kind="document" if day % 2 else "news")
    found = search.find(Query(page=2, per_page=5))
    assert found.total == 12 and found.pages == 3
    assert [hit.entry.title for hit in found.hits] == [f"Văn bản {day}" for day in (7, 6, 5, 4, 3)]
    assert titles(kinds=["news"])[0] == "Văn bản 12"
    assert titles(sort="title", per_page=3) == ["Văn bản 1", "Văn bản 2", "Văn bản 3"]
    assert {value.value: value.count for value in found.kinds} == {"document": 6, "news": 6}


def test_a_second_page_of_relevance_does_not_repeat():
    for number in range(15):
        put(f"Khai sinh số {number}")
    first, second = titles("khai sinh"), titles("khai sinh", page=2)
    assert len(first) == 10 and len(second) == 5 and not set(first) & set(second)


HOSTILE = [
    '"',
    "a:b",
    "100%",
    "-x",
    "(",
    "*",
    "?",
    "\x00",
    "😀",
    "\ud800",
    "' OR 1=1 --",
    "NEAR(a b)",
    "\u0301\u0323",
    "\ue000",
    "İ",
    "a" * 10_000,
    "thủ tục " * 1500,
    "1/2026/" * 2000,
    "%s %(x)s",
    "\u202e abc",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_a_visitor_raises(birth, text):
    found = search.find(Query(text))
    assert found.total >= len([hit.title + hit.snippet.html for hit in found.hits])


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_an_editor_raises(text):
    page = put(f"Trang {text}", text=text, number=text[:200], facets=(("field", text),))
    assert titles("trang")[0].startswith("Trang")
    index.remove([page.pk])
    assert not stored.postings()


def test_put_again_changes_only_what_differs(birth, django_assert_max_num_queries):
    before = stored.postings()
    data = EntryData(
        kind="procedure",
        title="Đăng ký khai sinh",
        number="1.001193",
        text="Nộp tờ khai tại Ủy ban nhân dân xã.",
    )
    with django_assert_max_num_queries(20) as seen:
        index.put(birth, data)
    assert not [q for q in seen if "INTO search_posting" in q["sql"] or "FROM search_posting" in q["sql"]]
    assert stored.postings() == before
    index.put(birth, EntryData(kind="procedure", title="Đăng ký lại khai sinh"))
    assert titles("ủy ban nhân dân") == [] and titles("đăng ký lại") == ["Đăng ký lại khai sinh"]


@pytest.mark.parametrize("way", ["remove", "delete"])
def test_what_leaves_leaves_nothing_behind(birth, way):
    index.remove([birth.pk]) if way == "remove" else birth.delete()
    assert not any(model.objects.exists() for model in (Entry, EntryText, EntryFacet))
    assert not stored.postings()


def test_drafts_and_private_pages_are_never_found():
    make_article("Tin công khai về lũ")
    draft = make_article("Tin nháp về lũ", live=False)
    assert titles("tin về lũ") == ["Tin công khai về lũ"]
    draft.save_revision().publish()
    assert len(titles("tin về lũ")) == 2
    draft.refresh_from_db()
    draft.unpublish()
    assert titles("tin về lũ") == ["Tin công khai về lũ"]


def test_sections_are_a_facet_by_the_title_they_have_now():
    section = make_section("Tin tức")
    make_article("Tin về lũ", parent=section)
    section.title = "Tin trong xã"
    section.save_revision().publish()
    [group] = [group for group in search.find(Query("lũ")).facets if group.facet.name == "section"]
    assert [(value.label, value.count) for value in group.values] == [("Tin trong xã", 1)]
    assert [page.title for page in search.find(Query("tin về lũ")).hits[0].trail] == ["Tin trong xã"]


@pytest.mark.parametrize("text", ["", "khai sinh"])
def test_queries_do_not_grow_with_the_content(text, django_assert_max_num_queries):
    put("Khai sinh 0", facets=(("field", "Hộ tịch"),))
    search.find(Query("khai sinh"))  # a search server is told before it is asked
    with django_assert_max_num_queries(16) as few:
        search.find(Query(text))
    for number in range(1, 12):
        put(f"Khai sinh {number}", facets=(("field", f"Hộ tịch {number}"),))
    search.find(Query("khai sinh"))
    with django_assert_max_num_queries(16) as many:
        search.find(Query(text))
    assert len(many) == len(few)


def test_what_is_hidden_does_not_raise_what_is_asked_of_others():
    question = "chợ hoa xuân họp từ sáng sớm ngoài bờ sông"
    put("Chợ hoa xuân họp từ sáng sớm ngoài bờ sông", visible_from=timezone.now() + timedelta(days=1))
    put("Bờ sông")
    for number in range(8):
        put(f"Lịch tiếp công dân tháng {number}")
    assert titles(question) == ["Bờ sông"]
