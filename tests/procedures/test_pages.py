"""Procedures as a visitor reads and filters them."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import PageViewRestriction

from editorial.models import Field
from procedures.models import (
    LegalBasis,
    OnlineLevel,
    Outcome,
    Paper,
    RelatedProcedure,
    Service,
    Status,
    Way,
)
from search.models import EntryFacet
from tests.builders import (
    make_document,
    make_document_section,
    make_home,
    make_official_document,
    make_procedure,
    make_procedure_section,
    make_site,
)

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


def text(client, url, **asked):
    response = client.get(url, asked)
    assert response.status_code == 200
    return response.content.decode()


def soup(client, page):
    return BeautifulSoup(text(client, page.url), "html.parser")


def words(node):
    return " ".join(node.get_text(" ").split())


def test_the_first_screen_answers_how_long_how_much_where_and_how_far_online(client):
    ways = [Way(channel="truc-tiep", time_limit="5 ngày làm việc", fee="8.000 đồng")]
    level = OnlineLevel(service="mot-phan", reason="Phải lấy dấu vân tay", checked_on=date(2026, 10, 1))
    page = make_procedure(ways=ways, online_levels=[level], desk="Quầy số 2")
    facts = words(soup(client, page).select_one(".facts--row"))
    for told in ("5 ngày làm việc", "8.000 đồng", "Quầy số 2", "Phải lấy dấu vân tay", "01/10/2026"):
        assert told in facts


def test_a_fee_told_in_the_description_is_pointed_to(client):
    ways = [Way(channel="truc-tiep", description="Phí: 10.000 Việt Nam Đồng (nộp tại quầy)")]
    assert len(soup(client, make_procedure(ways=ways)).select(".facts--row .facts__item")) == 2
    silent = make_procedure("1.000002", "Khác", ways=[Way(channel="truc-tiep", description="Thứ hai")])
    assert len(soup(client, silent).select(".facts--row .facts__item")) == 1


def test_papers_stand_by_case_with_their_numbers_and_forms(client):
    form = make_document("Tờ khai", name="to-khai.pdf")
    papers = [
        Paper(name="Tờ khai", originals=1, form=form, form_name="Mẫu 01"),
        Paper(case="Ủy quyền", name="- Văn bản ủy quyền", originals=1, copies=2),
        Paper(case="Ủy quyền", name="Mang bản gốc để đối chiếu", originals=0),
    ]
    section = soup(client, make_procedure(papers=papers)).select_one("[aria-labelledby=giay-to]")
    assert [head.text for head in section.select("h3")] == ["Ủy quyền"]
    first, second, remark = section.select("li")
    assert first.select_one("a.file")["href"] == form.url and "Mẫu 01" in first.text
    assert second.select_one(".checklist__name").text == "Văn bản ủy quyền"
    assert "1" in second.select_one(".checklist__count").text and "2" in second.text
    assert remark.select_one(".checklist__count") is None


def test_the_national_portal_is_one_press_or_one_scan_away(client):
    address = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/abc"
    html = soup(client, make_procedure(national_url=address))
    assert html.select_one(".apply a.button")["href"] == address
    assert html.select_one(".apply svg.qr path")


def test_without_an_address_there_is_neither_button_nor_code(client):
    assert soup(client, make_procedure()).select_one(".apply") is None


def test_nothing_told_is_not_shown_as_something(client):
    page = make_procedure(requirements="Không có thông tin", reception_address="Không có thông tin")
    assert "Không có thông tin" not in text(client, page.url)


def test_markup_in_the_official_text_is_text(client):
    page = make_procedure(steps="Bước 1: <script>alert(1)</script>")
    html = text(client, page.url)
    assert "<script>alert(1)" not in html and "&lt;script&gt;alert(1)" in html


def test_the_official_text_is_kept_to_the_letter():
    steps = "Bước 1:  nộp  hồ sơ\n\n\n+ Trực tiếp;"
    assert make_procedure(steps=steps).steps == steps


def test_a_legal_basis_leads_to_the_document_the_portal_holds(client):
    page = make_procedure(legal_bases=[LegalBasis(number="123/2015/NĐ-CP"), LegalBasis(number="99/X")])
    assert not soup(client, page).select("[aria-labelledby=can-cu] a")
    held = make_official_document("123/2015/nđ-cp", "Hộ tịch")
    (link,) = soup(client, page).select("[aria-labelledby=can-cu] a")
    assert link["href"] == held.url and link.text == "123/2015/NĐ-CP"


def test_a_document_that_asks_for_a_login_or_lies_on_another_site_is_not_linked(client):
    page = make_procedure(
        legal_bases=[LegalBasis(number="123/2015/NĐ-CP"), LegalBasis(number="1/2016/NĐ-CP")]
    )
    closed = make_official_document("123/2015/NĐ-CP", "Hộ tịch")
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    elsewhere = make_document_section(make_site(hostname="khac.vn").root_page)
    make_official_document("1/2016/NĐ-CP", "Khác", parent=elsewhere)
    assert not soup(client, page).select("[aria-labelledby=can-cu] a")


def test_related_procedures_show_only_what_the_public_may_read(client):
    draft = make_procedure("1.000001", "Chưa công bố", live=False)
    closed = make_procedure("1.000002", "Chỉ nội bộ")
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    other = make_procedure("1.000003", "Đăng ký kết hôn")
    page = make_procedure(related_rows=[RelatedProcedure(target=one) for one in (draft, closed, other)])
    html = text(client, page.url)
    assert "Đăng ký kết hôn" in html
    assert "Chưa công bố" not in html and "Chỉ nội bộ" not in html


def test_a_draft_is_previewed_with_all_its_rows():
    make_official_document("123/2015/NĐ-CP", "Hộ tịch")
    other = make_procedure("1.000003", "Đăng ký kết hôn")
    page = make_procedure(live=False)
    page.papers = [Paper(name="Tờ khai", form=make_document())]
    page.legal_bases = [LegalBasis(number="123/2015/NĐ-CP")]
    page.related_rows = [RelatedProcedure(target=other)]
    page.save_revision()
    html = page.get_latest_revision_as_object().make_preview_request().rendered_content
    for told in ("Tờ khai", "ho-tich", "Đăng ký kết hôn"):
        assert told in html


def test_the_level_of_today_is_the_latest_that_has_begun():
    today = timezone.localdate()
    rows = [
        OnlineLevel(service=Service.FULL, effective_from=today + timedelta(days=1)),
        OnlineLevel(service=Service.PARTIAL, effective_from=today - timedelta(days=1), reason="Vân tay"),
        OnlineLevel(service=Service.INFORMATION),
    ]
    page = make_procedure(online_levels=rows)
    assert page.online_level.service == Service.PARTIAL
    assert page.level_on(today + timedelta(days=1)).service == Service.FULL
    assert page.level_on(today - timedelta(days=2)).service == Service.INFORMATION


def test_only_a_part_online_needs_a_reason():
    with pytest.raises(ValidationError) as refused:
        OnlineLevel(service=Service.PARTIAL, reason=" ").clean()
    assert "reason" in refused.value.message_dict
    OnlineLevel(service=Service.FULL).clean()


def rich(code, size):
    """A procedure with `size` rows of every kind."""
    others = [make_procedure(f"2.{size:03}{n:03}", f"Liên quan {n}") for n in range(size)]
    return make_procedure(
        code,
        ways=[Way(channel="truc-tiep", time_limit=f"{n} ngày") for n in range(size)],
        papers=[Paper(case=f"Trường hợp {n}", name="Đơn", form=make_document()) for n in range(size)],
        outcomes=[Outcome(name=f"Giấy {n}") for n in range(size)],
        legal_bases=[LegalBasis(number=f"{n}/2020/NĐ-CP") for n in range(1, size + 1)],
        online_levels=[OnlineLevel(service=Service.FULL) for n in range(size)],
        related_rows=[RelatedProcedure(target=other) for other in others],
    )


def queries(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def test_the_detail_costs_the_same_however_many_rows(client):
    make_home()
    few, many = rich("1.000001", 1), rich("1.000002", 8)
    costs = queries(client, few.url), queries(client, many.url)
    assert costs[0] == costs[1] <= 16


@pytest.fixture
def library():
    section = make_procedure_section()
    civil = Field.objects.create(name="Hộ tịch")
    land = Field.objects.create(name="Đất đai")
    online = [OnlineLevel(service=Service.FULL)]
    make_procedure(
        "1.001193", "Đăng ký khai sinh", levels=["xa"], online_levels=online, fields_of_work=[civil]
    )
    make_procedure("1.000894", "Đăng ký kết hôn", levels=["xa", "tinh"], fields_of_work=[civil])
    make_procedure("2.000815", "Cấp sổ đỏ", levels=["tinh"], audience=["doanh-nghiep"], fields_of_work=[land])
    return section


TITLES = ("Đăng ký khai sinh", "Đăng ký kết hôn", "Cấp sổ đỏ")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, set(TITLES)),
        ({"field": "Hộ tịch"}, {"Đăng ký khai sinh", "Đăng ký kết hôn"}),
        ({"level": "tinh"}, {"Đăng ký kết hôn", "Cấp sổ đỏ"}),
        ({"level": "tinh", "field": "Hộ tịch"}, {"Đăng ký kết hôn"}),
        ({"audience": "doanh-nghiep"}, {"Cấp sổ đỏ"}),
        ({"service": "toan-trinh"}, {"Đăng ký khai sinh"}),
        ({"q": "khai sinh"}, {"Đăng ký khai sinh"}),
        ({"q": "ket hon"}, {"Đăng ký kết hôn"}),
        ({"q": "2.000815"}, {"Cấp sổ đỏ"}),
        ({"level": "không có"}, set()),
    ],
)
def test_the_list_filters(client, library, asked, found):
    html = BeautifulSoup(text(client, library.url, **asked), "html.parser")
    assert {words(title) for title in html.select(".row__title")} == found


def test_the_list_is_by_name_and_paged_at_one_cost(client, library):
    before = queries(client, library.url)
    for n in range(25):
        make_procedure(f"3.0000{n:02}", f"Cấp giấy {n:02}")
    html = BeautifulSoup(text(client, library.url), "html.parser")
    shown = [words(title) for title in html.select(".row__title")]
    assert shown == sorted(shown) and len(shown) == 20
    assert len(BeautifulSoup(text(client, library.url, page=2), "html.parser").select(".row__title")) == 8
    assert queries(client, library.url) == before


@pytest.mark.parametrize("junk", ["x" * 3000, "\0", "'", "-1", "🙂", "%", '"', "("])
@pytest.mark.parametrize("name", ["q", "field", "level", "audience", "service", "unit", "page", "sort"])
def test_junk_in_the_address_never_breaks_the_list(client, library, name, junk):
    assert client.get(library.url, {name: junk}).status_code == 200


def test_a_repealed_procedure_is_kept_but_not_found(client, library):
    page = make_procedure("1.000009", "Đăng ký khai sinh cũ", status=Status.REPEALED)
    assert "Đăng ký khai sinh cũ" in text(client, page.url)
    assert "Đăng ký khai sinh cũ" not in text(client, library.url)


def test_everyday_words_find_what_the_official_name_does_not_say(client, library):
    make_procedure("1.000010", "Đăng ký hộ kinh doanh", everyday_words="mở quán, mở tiệm")
    assert "Đăng ký hộ kinh doanh" in text(client, library.url, q="mo quan")


def test_the_day_a_level_begins_the_search_knows(settings, monkeypatch, django_capture_on_commit_callbacks):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    tomorrow = timezone.localdate() + timedelta(days=1)
    with django_capture_on_commit_callbacks(execute=True):
        page = make_procedure(
            online_levels=[
                OnlineLevel(service=Service.INFORMATION),
                OnlineLevel(service=Service.FULL, effective_from=tomorrow),
            ]
        )
    soon = timezone.now(), timezone.now() + timedelta(days=2)
    job = DBTaskResult.objects.get(run_after__range=soon)
    assert timezone.localtime(job.run_after).strftime("%Y-%m-%d %H:%M") == f"{tomorrow} 00:00"
    facets = EntryFacet.objects.filter(entry__page=page.pk, facet="service").values_list("value", flat=True)
    assert list(facets) == [Service.INFORMATION]
    monkeypatch.setattr(timezone, "localdate", lambda *args: tomorrow)
    job.task.call(*job.args_kwargs["args"])
    assert list(facets.all()) == [Service.FULL]
