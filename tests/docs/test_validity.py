"""Whether a document is in force: by its dates, by what others do to it, the same in Python and SQL."""

from datetime import date
from random import Random

import pytest

from docs.choices import RelationKind, Validity
from docs.models import DocumentPage, Relation
from search import Query, find
from tests.builders import make_issuer, make_official_document

pytestmark = [pytest.mark.django_db(transaction=False), pytest.mark.postgresql]


def both(page, on):
    """The status by Python and by SQL, which must agree."""
    in_python = DocumentPage.objects.get(pk=page.pk).validity(on)
    in_sql = DocumentPage.objects.with_validity(on).get(pk=page.pk).status_now
    assert in_python == in_sql
    return in_python


def test_dates_alone():
    page = make_official_document("12/2026/QĐ-UBND", expiry_date=date(2026, 12, 31))
    assert both(page, date(2026, 2, 14)) == Validity.NOT_YET
    assert both(page, date(2026, 2, 15)) == Validity.IN_FORCE
    assert both(page, date(2026, 12, 30)) == Validity.IN_FORCE
    assert both(page, date(2026, 12, 31)) == Validity.EXPIRED


def test_an_administrative_document_is_in_force_when_issued():
    page = make_official_document("38/TB-UBND", effective_date=None)
    assert both(page, date(2026, 1, 31)) == Validity.NOT_YET
    assert both(page, date(2026, 2, 1)) == Validity.IN_FORCE


def test_without_dates_nothing_is_said():
    page = make_official_document("12/2026/QĐ-UBND", issue_date=None, effective_date=None)
    assert both(page, date(2026, 2, 1)) == Validity.UNKNOWN


def replacing(old, **fields):
    row = Relation(kind=RelationKind.REPLACES, **{"target": old, **fields})
    return make_official_document("20/2026/QĐ-UBND", "Mới", effective_date=date(2026, 7, 1), relations=(row,))


def test_a_replaced_document_expires_when_the_new_one_enters_into_force():
    old = make_official_document("12/2026/QĐ-UBND")
    replacing(old)
    assert both(old, date(2026, 6, 30)) == Validity.IN_FORCE
    assert both(old, date(2026, 7, 1)) == Validity.EXPIRED


def test_a_relation_by_number_counts_as_well_once_the_document_is_held():
    replacing(None, target_number="Số 12/2026/QĐ - UBND")
    old = make_official_document("12/2026/QĐ-UBND")
    assert both(old, date(2026, 7, 1)) == Validity.EXPIRED


def test_the_same_number_of_another_issuer_is_another_document():
    replacing(None, target_number="12/2026/QĐ-UBND")
    other = make_official_document("12/2026/QĐ-UBND", issuer=make_issuer("Ủy ban nhân dân xã Hòa Bình"))
    assert both(other, date(2026, 7, 1)) == Validity.IN_FORCE


def test_replacing_a_part_leaves_the_rest():
    old = make_official_document("12/2026/QĐ-UBND")
    replacing(old, provisions="Điều 5")
    assert both(old, date(2026, 7, 1)) == Validity.PARTLY


def test_a_draft_replaces_nothing():
    old = make_official_document("12/2026/QĐ-UBND")
    row = Relation(kind=RelationKind.REPLACES, target=old)
    make_official_document("20/2026/QĐ-UBND", "Mới", relations=(row,), live=False)
    assert both(old, date(2026, 12, 1)) == Validity.IN_FORCE


def test_a_suspension_ends():
    row = Relation(
        kind=RelationKind.SUSPENDS,
        is_passive=True,
        target_number="9/QĐ-UBND",
        from_date=date(2026, 3, 1),
        until_date=date(2026, 3, 31),
    )
    page = make_official_document("12/2026/QĐ-UBND", relations=(row,))
    assert both(page, date(2026, 3, 31)) == Validity.SUSPENDED
    assert both(page, date(2026, 4, 1)) == Validity.IN_FORCE


def test_an_editor_overrides():
    page = make_official_document(
        "12/2026/QĐ-UBND", validity_override=Validity.UNSUITABLE, validity_reason="Rà soát năm 2026"
    )
    assert both(page, date(2026, 1, 1)) == Validity.UNSUITABLE


def test_python_and_sql_agree_on_any_mixture():
    random, pages = Random(7), []
    for number in range(12):
        rows = tuple(chance_relation(random, pages) for _ in range(random.randint(0, 2)) if pages)
        day = random.choice([None, date(2026, random.randint(1, 12), random.randint(1, 28))])
        pages.append(
            make_official_document(
                f"{number + 1}/2026/QĐ-UBND", f"Văn bản {number}", effective_date=day, relations=rows
            )
        )
    for month in range(1, 13):
        for page in pages:
            both(page, date(2026, month, 15))


def chance_relation(random, pages):
    return Relation(
        kind=random.choice(list(RelationKind)),
        is_passive=random.random() < 0.3,
        target=random.choice(pages),
        provisions=random.choice(["", "", "Điều 3"]),
        from_date=random.choice([None, date(2026, random.randint(1, 12), 1)]),
    )


def test_the_public_index_follows_when_the_new_document_is_published(django_capture_on_commit_callbacks):
    old = make_official_document("12/2026/QĐ-UBND", "Quản lý chợ cũ")
    with django_capture_on_commit_callbacks(execute=True):
        new = replacing(old)
    asked = Query("12/2026/QĐ-UBND", kinds=("document",))
    assert status(asked, old, date(2026, 7, 1)) == Validity.EXPIRED
    assert status(asked, old, date(2026, 6, 1)) == Validity.IN_FORCE
    with django_capture_on_commit_callbacks(execute=True):
        new.unpublish()
    assert status(asked, old, date(2026, 7, 1)) == Validity.IN_FORCE


def status(query, page, day):
    hits = find(Query(query.text, kinds=query.kinds, on=day)).hits
    return next(hit.status for hit in hits if hit.entry.page_id == page.pk)
