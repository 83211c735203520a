"""Documents as a visitor reads and filters them."""

from datetime import date

import pytest

from docs.choices import Family, RelationKind
from docs.models import Relation
from tests.builders import (
    make_document_section,
    make_document_type,
    make_home,
    make_official_document,
)

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


def text(client, url, **asked):
    response = client.get(url, asked)
    assert response.status_code == 200
    return response.content.decode()


def test_a_relation_is_seen_from_both_sides(client):
    old = make_official_document("12/2026/QĐ-UBND", "Quy chế cũ")
    row = Relation(kind=RelationKind.REPLACES, target=old)
    new = make_official_document("20/2026/QĐ-UBND", "Quy chế mới", relations=(row,))
    assert "12/2026/QĐ-UBND: Quy chế cũ" in text(client, new.url)
    assert "20/2026/QĐ-UBND: Quy chế mới" in text(client, old.url)


def test_a_number_not_held_is_shown_and_becomes_a_link(client):
    row = Relation(kind=RelationKind.BASED_ON, target_number="224/2026/NĐ-CP")
    page = make_official_document("12/2026/QĐ-UBND", relations=(row,))
    assert "<li>224/2026/NĐ-CP</li>" in text(client, page.url)
    held = make_official_document("224/2026/NĐ-CP", "Cung cấp thông tin")
    assert f'href="{held.url}"' in text(client, page.url)


def test_a_relation_to_a_draft_shows_nothing_of_it(client):
    draft = make_official_document("12/2026/QĐ-UBND", "Chưa được công bố", live=False)
    row = Relation(kind=RelationKind.REPLACES, target=draft)
    page = make_official_document("20/2026/QĐ-UBND", "Mới", relations=(row,))
    assert "Chưa được công bố" not in text(client, page.url)


def test_the_detail_costs_the_same_however_many_relations(client, django_assert_max_num_queries):
    make_home()
    others = [make_official_document(f"{n}/2026/QĐ-UBND", f"Số {n}") for n in range(1, 9)]
    rows = tuple(Relation(kind=RelationKind.CITES, target=page) for page in others)
    page = make_official_document("20/2026/QĐ-UBND", "Mới", relations=rows)
    client.get(page.url)
    with django_assert_max_num_queries(16):
        client.get(page.url)


@pytest.fixture
def library():
    section = make_document_section()
    make_official_document("1/2025/QĐ-UBND", "Quản lý chợ", issue_date=date(2025, 3, 1), parent=section)
    make_official_document("2/2026/NQ-HĐND", "Dự toán", document_type=make_document_type("Nghị quyết"))
    plan = make_document_type("Kế hoạch", Family.ADMINISTRATIVE, reader_class="plan")
    make_official_document("3/KH-UBND", "Trồng cây", document_type=plan, effective_date=None)
    return section


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, {"Quản lý chợ", "Dự toán", "Trồng cây"}),
        ({"type": "Quyết định"}, {"Quản lý chợ"}),
        ({"year": "2026"}, {"Dự toán", "Trồng cây"}),
        ({"class": "plan"}, {"Trồng cây"}),
        ({"family": "normative"}, {"Quản lý chợ", "Dự toán"}),
        ({"validity": "in_force", "type": "Kế hoạch"}, {"Trồng cây"}),
        ({"q": "quan ly cho"}, {"Quản lý chợ"}),
        ({"type": "Không có"}, set()),
    ],
)
def test_the_list_filters(client, library, asked, found):
    body = text(client, library.url, **asked).replace("<mark>", "").replace("</mark>", "")
    assert {title for title in ("Quản lý chợ", "Dự toán", "Trồng cây") if title in body} == found


def test_a_section_of_one_family_never_shows_the_other(client, library):
    section = make_document_section(title="Văn bản quy phạm", family=Family.NORMATIVE)
    body = text(client, section.url, family="administrative")
    assert "Trồng cây" not in body
    assert "Dự toán" in body


@pytest.mark.parametrize("junk", ["x" * 3000, "\0", "'", "-1", "🙂", "2026-13-45"])
@pytest.mark.parametrize("name", ["q", "type", "issuer", "year", "validity", "page", "sort", "kind", "la"])
def test_junk_in_the_address_never_breaks_the_list(client, library, name, junk):
    assert client.get(library.url, {name: junk}).status_code == 200


def test_a_document_without_number_date_and_issuer_is_possible(client):
    page = make_official_document(
        "", "Thư ngỏ", issue_date=None, effective_date=None, issuer=None, document_type=None
    )
    assert "Thư ngỏ" in text(client, page.url)
    assert len(page.missing) == 4
