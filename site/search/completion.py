"""Titles that go on as one begins to type: a word of the title starts what was typed, its end is open.

Kept for each title: what is left of it from each of its first words on, folded. What was typed is then a
range of that table's key, whatever the number of entries.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from itertools import islice
from typing import NamedTuple

from django.db import connection
from django.utils import timezone
from wagtail.models import Site

from search import kinds
from search.models import Entry, TitlePart
from search.text import one_spelling, syllables

WORDS = 8  # of a title at which what is typed may begin
KEPT = 24  # letters of the rest of a title that are kept
SHORTEST = 2  # letters from which titles are looked up
LONGEST = 100  # letters that are read of what was typed
LAST = "\uffff"  # sorts after every letter
PORTION = 500  # rows of one statement
AT_ONCE = 3  # titles of one sort before those of the next

FIRST = """SELECT * FROM (
    SELECT part.entry_id, part.inner_word, {rank} AS rank FROM search_titlepart AS part
    JOIN search_entry AS entry ON entry.id = part.entry_id
    WHERE part.site_id = %s AND part.kind = %s AND part.inner_word = {inner}
    AND part.rest >= %s AND part.rest < %s
    AND (entry.visible_from IS NULL OR entry.visible_from <= %s)
    AND (entry.visible_until IS NULL OR entry.visible_until > %s)
    ORDER BY part.rest, part.entry_id LIMIT %s) AS of_{rank}_{inner}"""
INSERT = """INSERT INTO search_titlepart (site_id, kind, inner_word, rest, entry_id) VALUES {rows}
    ON CONFLICT DO NOTHING"""
DELETE = """DELETE FROM search_titlepart
    WHERE site_id = %s AND kind = %s AND inner_word = %s AND rest = %s AND entry_id = %s"""

Row = tuple[int, str, int, str, int]


class Completion(NamedTuple):
    """`text` is a title that goes on as typed, `title` says what kind of thing stands at `url`."""

    text: str
    title: kinds.Label
    url: str


def rows(entry: Entry) -> set[Row]:
    """What the table holds of an entry."""
    words = _words(entry.title)
    rests = [" ".join(words[start:])[:KEPT] for start in range(min(len(words), WORDS))]
    return {(entry.site_id, entry.kind, int(start > 0), rest, entry.pk) for start, rest in enumerate(rests)}


def change(before: Iterable[Row], after: Iterable[Row]) -> None:
    """Brings the table from the rows `before` to those `after`; those of `after` need not be new."""
    kept = set(after)
    with connection.cursor() as cursor:
        if gone := sorted(set(before) - kept):
            cursor.executemany(DELETE, gone)
        ordered = iter(sorted(kept))
        while portion := list(islice(ordered, PORTION)):
            marks = ", ".join(["(%s, %s, %s, %s, %s)"] * len(portion))
            cursor.execute(INSERT.format(rows=marks), [value for row in portion for value in row])


def erase_all(entry_ids: Collection[int]) -> None:
    """Takes out everything of these entries by reading the whole table."""
    TitlePart.objects.filter(entry__in=entry_ids)._raw_delete(using=connection.alias)


def erase_strays() -> None:
    """Takes out what belongs to no entry."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_titlepart WHERE entry_id NOT IN (SELECT id FROM search_entry)")


def titles_like(text: str, site: Site | None, count: int) -> list[Completion]:
    """Up to `count` titles the public may read now; two queries, without letters to go by none.

    A few of each kind in the order of kinds, first those that begin with what was typed, then others.
    """
    typed = " ".join(_words(text[:LONGEST]))
    if site is None or len(typed) < SHORTEST:
        return []
    found = _in_turn(_candidates(typed, site.pk, count))
    entries = Entry.objects.in_bulk(found)
    shown = [entries[pk] for pk in found if pk in entries and _has(entries[pk].title, typed)]
    titles: dict[str, Completion] = {}
    for entry in shown:
        titles.setdefault(entry.title, Completion(entry.title, kinds.get(entry.kind).label, entry.url))
    return list(titles.values())[:count]


def _in_turn(found: list[tuple[int, int, int]]) -> list[int]:
    """The entries, a few of each sort at once; each sort is in its own order already."""
    before: Counter[tuple[int, int]] = Counter()
    ordered = []
    for entry_id, inner, rank in found:
        ordered.append((before[inner, rank] // AT_ONCE, inner, rank, before[inner, rank], entry_id))
        before[inner, rank] += 1
    return list(dict.fromkeys(entry_id for *_turn, entry_id in sorted(ordered)))


def _candidates(typed: str, site_id: int, count: int) -> list[tuple[int, int, int]]:
    """Triples *(entry, whether the word is an inner one, rank of the kind)*, `count` of each sort."""
    known = kinds.in_order()
    start, now = typed[:KEPT], connection.ops.adapt_datetimefield_value(timezone.now())
    places = [(rank, kind, inner) for rank, kind in enumerate(known) for inner in (0, 1)]
    parts = [FIRST.format(rank=rank, inner=inner) for rank, _kind, inner in places]
    values = [[site_id, kind.slug, start, start + LAST, now, now, count] for _rank, kind, _inner in places]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), [value for part in values for value in part])
        return cursor.fetchall()


def _has(title: str, typed: str) -> bool:
    """Whether the title goes on as typed, which may be longer than what the table keeps."""
    return f" {typed}" in " " + " ".join(_words(title))


def _words(text: str) -> list[str]:
    return [one_spelling(syllable.folded) for syllable in syllables(text)]
