"""The index made again gives what publishing one by one gave."""

import pytest
from django.core.management import call_command
from wagtail.models import Page, PageViewRestriction

import search
from search import Query, building, index, rebuilding, statistics, terms
from search.entries import EntryData
from search.models import Corpus, Entry, EntryFacet, EntryText, FrequentTerm, Posting
from tests.builders import make_article, make_section
from tests.search import stored

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


@pytest.fixture
def articles():
    section = make_section("Tin tức")
    return [make_article(f"Thu hoạch lúa đợt {number}", section, summary="Bà con") for number in range(3)]


@pytest.fixture
def counted(monkeypatch):
    """Terms in two entries are frequent already."""
    monkeypatch.setattr("search.statistics.RARE", 2)


def everything():
    """What a search reads, by page."""
    pages = dict(Entry.objects.values_list("pk", "page_id"))
    columns = ("page_id", "kind", "title", "title_key", "number", "url", "date", "length", "version")
    return {
        "entries": set(Entry.objects.values_list(*columns)),
        "texts": {(pages[pk], bytes(packed)) for pk, packed in EntryText.objects.values_list()},
        "facets": {
            (pages[pk], *row) for pk, *row in EntryFacet.objects.values_list("entry", "facet", "value")
        },
        "postings": {(pages[pk], term, weight) for term, pk, weight in stored.postings()},
        "frequent": set(FrequentTerm.objects.values_list("term", "entries")),
        "corpus": set(Corpus.objects.values_list("entries", "average_length")),
    }


def rebuild():
    call_command("rebuild_search", verbosity=0)
    return everything()


def test_a_rebuild_gives_what_publishing_gave(articles):
    before = everything()
    after = rebuild()
    assert before["postings"] and before["facets"]
    # The average length of three short articles is not the one assumed before anything was counted.
    weights = ("postings", "frequent", "corpus")
    assert {k: v for k, v in after.items() if k not in weights} == {
        k: v for k, v in before.items() if k not in weights
    }
    assert {row[:2] for row in after["postings"]} == {row[:2] for row in before["postings"]}


def test_after_a_rebuild_publishing_and_rebuilding_agree(articles, counted):
    after = rebuild()
    assert after["frequent"] and after["corpus"]
    for page in articles:
        page.save_revision().publish()
    assert everything() == after


def test_a_rebuild_changes_nothing_the_second_time(articles, counted):
    assert rebuild() == rebuild()


def test_a_rebuild_from_nothing_is_whole(articles, counted):
    whole = rebuild()
    Entry.objects.all().delete()
    FrequentTerm.objects.all().delete()
    Corpus.objects.all().delete()
    assert not stored.postings()
    assert rebuild() == whole


def test_what_does_not_belong_is_taken_out(articles):
    draft, private, known = articles
    Page.objects.filter(pk=draft.pk).update(live=False)  # around every signal, as a broken import might
    PageViewRestriction.objects.bulk_create([PageViewRestriction(page=private, restriction_type="login")])
    orphan = make_section("Chuyên mục").get_parent().add_child(instance=Page(title="Lạc", slug="lac"))
    index.put(orphan, EntryData(kind="document", title="Thu hoạch của trang lạc"))
    Posting.objects.create(term=7, entry_id=99_999_999, weight=1)
    rebuild()
    assert [hit.entry.page_id for hit in search.find(Query("thu hoạch")).hits] == [known.pk]
    assert not any(row[:2] == (7, 99_999_999) for row in stored.postings())


def test_entries_of_an_older_version_lose_its_terms(articles, monkeypatch):
    whole = rebuild()
    Posting.objects.bulk_create(
        Posting(term=7, entry_id=pk, weight=1) for pk in Entry.objects.values_list("pk", flat=True)
    )
    Entry.objects.update(version=terms.VERSION - 1)
    assert rebuild() == whole


def test_every_entry_can_be_found_at_any_moment(articles, monkeypatch):
    monkeypatch.setattr(rebuilding, "PORTION", 1)
    seen = []
    rebuilding.rebuild(lambda done: seen.append(search.find(Query("thu hoạch lúa")).total))
    assert len(seen) >= 3 and set(seen) == {3}


def test_an_index_of_many_runs_is_the_same(articles, monkeypatch):
    whole = rebuild()
    monkeypatch.setattr("search.postings.sorting.RUN", 7)
    monkeypatch.setattr("search.building.PORTION", 1)
    assert rebuild() == whole


def test_what_is_published_or_taken_out_meanwhile_is_in_the_new_table(articles):
    known, leaving, *_ = articles
    section = known.get_parent().specific
    pending = [
        leaving.unpublish,
        lambda: make_article("Gieo mạ", section),
        lambda: index.put(known, EntryData(kind="news", title="Bừa ruộng")),
    ]
    building.build(lambda done: pending and pending.pop()())
    while pending:  # a portion is all there is in a test
        building.build(lambda done: pending and pending.pop()())
    assert search.find(Query("gieo mạ")).total == 1
    assert search.find(Query("bừa ruộng")).total == 1
    assert search.find(Query("thu hoạch lúa")).total == 1
    rows = everything()["postings"]
    building.build(lambda done: None)
    assert everything()["postings"] == rows


@pytest.fixture
def crowded(monkeypatch):
    """Three entries are many, and half of them everywhere."""
    monkeypatch.setattr("search.statistics.SMALL", 2)
    monkeypatch.setattr("search.statistics.EVERYWHERE", 0.5)
    monkeypatch.setattr("search.statistics.RARE", 2)
    monkeypatch.setattr("search.statistics.KEPT", 0.34)
    yield
    statistics._leasts.cache_clear()


def test_of_a_word_that_stands_everywhere_the_entries_are_kept_where_it_weighs_most(articles, crowded):
    section = articles[0].get_parent().specific
    make_article("Thu hoạch lúa lúa lúa lúa", section, summary="Bà con")
    rebuild()
    assert search.find(Query("bà con")).total < 4
    assert search.find(Query("lúa")).hits[0].title.count("lúa") > 1
    assert search.find(Query("đợt 1")).hits[0].entry.title == "Thu hoạch lúa đợt 1"
    assert search.find(Query('"thu hoạch lúa" đợt')).total == 3
    assert search.find(Query("đợt -lúa")).total == 0


def test_after_a_rebuild_of_many_publishing_agrees(articles, crowded):
    after = rebuild()
    assert FrequentTerm.objects.filter(least__gt=0).exists()
    for page in articles:
        page.save_revision().publish()
    assert everything()["postings"] == after["postings"]
    statistics.count_terms.func()
    assert everything()["frequent"] == after["frequent"]


def test_the_command_says_what_it_did(articles, capsys):
    call_command("rebuild_search")
    assert str(Entry.objects.count()) in capsys.readouterr().out.splitlines()[-1]
