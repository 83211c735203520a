"""Postings in blocks and in rows are one index, whatever is written, deleted or merged meanwhile."""

from datetime import timedelta
from itertools import pairwise

import numpy as np
import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

import search
from search import Query, building, checking, index, mending
from search.entries import EntryData
from search.models import Corpus, Entry, PendingEntry, Posting, PostingBlock
from search.postings import merging, tables
from search.postings.arrays import Rows
from search.postings.blocks import Block, pack
from search.postings.listings import Listings
from search.postings.turns import Busy, turn
from search.suggesting import numbers_like
from search.terms import FOLDED, term
from tests.builders import make_article, make_section, make_site
from tests.search import stored
from tests.search.numbered import put

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


def titles(text):
    return sorted(hit.entry.title for hit in search.find(Query(text)).hits)


@pytest.fixture
def settled():
    """Three articles whose postings lie in blocks."""
    section = make_section("Tin tức")
    pages = [make_article(f"Thu hoạch lúa đợt {number}", section, summary="Bà con") for number in range(3)]
    stored.settle()
    assert not PendingEntry.objects.exists() and not Posting.objects.exists()
    return pages


def test_merging_changes_nothing_that_is_held(settled):
    before = stored.postings()
    make_article("Gieo mạ", settled[0].get_parent().specific)
    with_rows = stored.postings()
    stored.settle()
    assert before < with_rows == stored.postings()
    assert not Posting.objects.exists()


def test_a_page_written_anew_is_found_by_its_new_words_alone(settled):
    index.put(settled[1], EntryData(kind="news", title="Bừa ruộng"))
    for _merged in range(2):
        assert titles("bừa ruộng") == ["Bừa ruộng"]
        assert titles("thu hoạch lúa") == ["Thu hoạch lúa đợt 0", "Thu hoạch lúa đợt 2"]
        stored.settle()
    assert PostingBlock.objects.exists()


def test_a_page_written_anew_and_back_is_found_once(settled):
    data = EntryData(kind="news", title="Thu hoạch lúa đợt 1")
    for title in ("Bừa ruộng", data.title):
        index.put(settled[1], EntryData(kind="news", title=title))
    assert search.find(Query("thu hoạch lúa")).total == 3
    assert titles("bừa ruộng") == []


def test_a_page_that_leaves_is_in_no_count_before_any_merge(settled):
    settled[0].unpublish()
    settled[1].delete()
    assert titles("thu hoạch lúa") == titles('"thu hoạch"') == ["Thu hoạch lúa đợt 2"]
    assert titles("thu hoạch -đợt") == []
    assert len({entry for _term, entry, _weight in stored.postings()}) == Entry.objects.count()
    stored.settle()
    assert titles("thu hoạch lúa") == ["Thu hoạch lúa đợt 2"]


def test_numbers_in_blocks_and_rows_come_newest_first():
    for year in (2024, 2025):
        put(f"12/{year}/QĐ-UBND")
    stored.settle()
    put("12/2026/QĐ-UBND")
    found = [hit.entry.number for hit in search.find(Query("12 qd ubnd")).hits]
    assert found == [f"12/{year}/QĐ-UBND" for year in (2026, 2025, 2024)]
    assert [one.text for one in numbers_like("12/20", make_site(), 5)] == found


def test_what_is_written_during_a_merge_stays_pending(settled, monkeypatch):
    section = settled[0].get_parent().specific
    make_article("Gieo mạ", section)
    fill, written = tables.fill, []

    def publish_and_fill(rows):
        if not written:
            written.append(make_article("Cày vỡ", section))
            index.put(settled[2], EntryData(kind="news", title="Bừa ruộng"))
            settled[1].unpublish()
        fill(rows)

    monkeypatch.setattr(tables, "fill", publish_and_fill)
    stored.settle()
    assert PendingEntry.objects.count() == 3
    assert titles("gieo mạ") == ["Gieo mạ"]
    assert titles("cày vỡ") == ["Cày vỡ"]
    assert titles("bừa ruộng") == ["Bừa ruộng"]
    assert titles("thu hoạch lúa") == ["Thu hoạch lúa đợt 0"]
    held = stored.postings()
    stored.settle()
    assert stored.postings() == held


def test_one_process_at_a_time_makes_blocks(settled, capsys):
    with turn():
        with pytest.raises(Busy):
            merging.merge()
        with pytest.raises(Busy):
            building.build(lambda done: None)
        with pytest.raises(CommandError):
            call_command("rebuild_search", verbosity=0)
    merging.merge()


def test_who_lost_its_turn_puts_nothing_in_place(settled, monkeypatch):
    make_article("Gieo mạ", settled[0].get_parent().specific)
    fill, before = tables.fill, stored.postings()

    def lose_and_fill(rows):
        Corpus.objects.update(claimed_until=timezone.now() + timedelta(minutes=1))
        fill(rows)

    monkeypatch.setattr(tables, "fill", lose_and_fill)
    with pytest.raises(Busy):
        merging.merge()
    assert stored.postings() == before


def test_the_turn_of_a_process_that_died_is_taken_over(settled):
    Corpus.objects.update(claimed_until=timezone.now() - timedelta(seconds=1))
    merging.merge()


def test_so_many_pending_entries_are_merged_by_a_job(monkeypatch, django_capture_on_commit_callbacks):
    monkeypatch.setattr(merging, "LEAST", 3)
    section = make_section("Tin tức")
    with django_capture_on_commit_callbacks(execute=True):
        for number in range(3):
            make_article(f"Thu hoạch lúa đợt {number}", section)
    merging.merge_pending.func()
    assert not Posting.objects.exists() or PendingEntry.objects.count() < 3
    assert search.find(Query("thu hoạch lúa")).total == 3


def test_a_block_that_holds_something_else_is_found_and_mended(settled, capsys):
    block = PostingBlock.objects.get()
    rows = Block(block.packed).rows()
    weights = rows.weights.copy()
    weights[3] += 1
    [(_first, packed)] = pack(Rows(rows.terms, rows.entries, weights))
    PostingBlock.objects.filter(pk=block.pk).update(packed=packed)
    found = list(checking.differences(lambda done: None))
    assert [one.fault for one in found] == [checking.Fault.TERMS]
    mending.repair(found, lambda done: None)
    assert not list(checking.differences(lambda done: None))
    stored.settle()
    assert not list(checking.differences(lambda done: None))


def test_terms_of_no_entry_in_a_block_are_found_and_taken_out(settled):
    block = PostingBlock.objects.get()
    rows = Block(block.packed).rows()
    entries = np.append(rows.entries, 99_999_999)
    terms, weights = np.append(rows.terms, rows.terms[-1]), np.append(rows.weights, 5)
    [(_first, packed)] = pack(Rows(terms, entries, weights).ordered())
    PostingBlock.objects.filter(pk=block.pk).update(packed=packed)
    found = list(checking.differences(lambda done: None))
    assert [(one.fault, one.entry) for one in found] == [(checking.Fault.TERMS, 99_999_999)]
    mending.repair(found, lambda done: None)
    assert not list(checking.differences(lambda done: None))


def test_processes_read_what_one_reads(settled, monkeypatch):
    building.build(lambda done: None)
    alone = stored.postings()
    monkeypatch.setattr("search.reading.WORTHWHILE", 0)
    monkeypatch.setattr("search.building.PORTION", 1)
    said = []
    building.build(said.append)
    assert said == [1, 2, 3, 4] and stored.postings() == alone


POSTINGS = st.sets(st.tuples(st.integers(0, (1 << 48) - 1), st.integers(1, 1 << 31)), max_size=900)


@given(POSTINGS, st.integers(0, 40))
def test_what_is_packed_comes_out_again(keys, common):
    keys |= {(common, entry) for entry in range(1, 600, 1 + common)}
    terms, entries = np.array(sorted(keys), np.int64).T
    rows = Rows(terms, entries, (entries % 1900).astype(np.int16))
    blocks = list(pack(rows))
    read = [Block(packed) for _first, packed in blocks]
    for column, parts in zip(rows, zip(*(block.rows() for block in read), strict=True), strict=True):
        assert np.array_equal(column, np.concatenate(parts))
    assert [first for first, _packed in blocks] == [block.terms[0] for block in read]
    assert all(left.terms[-1] < right.terms[0] for left, right in pairwise(read))


def test_blocks_rows_and_what_is_pending_are_read_at_one_moment(settled, django_assert_num_queries):
    index.put(settled[1], EntryData(kind="news", title="Thu hoạch ngô"))
    word = term(FOLDED, "hoach")
    with django_assert_num_queries(1):  # a merge between two statements would hide an entry from both
        found = Listings().of([word])[word]
    assert len(found.entries) == len(set(found.entries.tolist())) == 3
