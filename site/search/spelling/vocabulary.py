"""The words of the public entries with their frequencies: what a question is repaired with.

Counted now and then from what visitors may read at that moment; drafts are never in it, what left the public
goes with the next count. Bounded: the commonest syllables and pairs, and of each text its beginning.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import NamedTuple

from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Site

from search.entries import EntryData
from search.models import Entry, EntryText, Word
from search.packing import unpack
from search.terms import ACCENTED, term
from search.text import Syllable, syllables

MOST = 250_000  # rows kept
HELD = 1_500_000  # words held while counting; what occurred once is then forgotten
READ = 20_000  # letters of one text
PORTION = 500  # texts read at once
LONGEST = 12  # letters of a syllable
TOTAL = "*"  # stands for all syllables together
AMONG = {
    "sqlite": "folded IN (SELECT value FROM json_each(%s))",
    "postgresql": "folded IN (SELECT json_array_elements_text(%s::json))",
}
# The first entry that holds a term answers, however many there are.
HELD_BY = """WITH asked(term) AS (VALUES {terms})
    SELECT COUNT(*) FROM asked WHERE EXISTS (
        SELECT 1 FROM search_posting AS posting JOIN search_entry AS entry ON entry.id = posting.entry_id
        WHERE posting.term = asked.term AND (%s IS NULL OR entry.site_id = %s)
        AND (entry.visible_from IS NULL OR entry.visible_from <= %s)
        AND (entry.visible_until IS NULL OR entry.visible_until > %s))"""

Counts = dict[str, dict[str, int]]


class Key(NamedTuple):
    folded: str
    accented: str


def known(folded: Collection[str]) -> Counts:
    """Folded syllable or pair → its accented forms → how often; one statement, unknown ones are left out."""
    found: Counts = defaultdict(dict)
    if not folded:
        return found
    sql = f"SELECT folded, accented, count FROM search_word WHERE {AMONG[connection.vendor]}"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [json.dumps(sorted(folded), ensure_ascii=False)])
        for key, accented, count in cursor:
            found[key][accented] = count
    return dict(found)


def all_public(better: str, typed: str, site: Site | None) -> bool:
    """Whether visitors of `site` may read, now, every word that `better` has and `typed` has not.

    Postings go with the page, the vocabulary only with the next count.
    """
    new = {word.accented for word in syllables(better)} - {word.accented for word in syllables(typed)}
    number, now = site and site.pk, connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(
            HELD_BY.format(terms=", ".join(["(%s)"] * len(new)) or "(0)"),
            [*(term(ACCENTED, word) for word in new), number, number, now, now],
        )
        return cursor.fetchone()[0] >= len(new)


def count_words() -> None:
    """Counts the words anew."""
    counts: Counter[Key] = Counter()
    for data in _texts():
        counts.update(_words(data))
        if len(counts) > HELD:
            counts = Counter({key: count for key, count in counts.items() if count > 1})
    kept = counts.most_common(MOST)
    total = sum(count for key, count in kept if " " not in key.folded)
    rows = [Word(folded=key.folded, accented=key.accented, count=count) for key, count in kept]
    rows.append(Word(folded=TOTAL, accented=TOTAL, count=total))
    with transaction.atomic():
        Word.objects.all().delete()
        Word.objects.bulk_create(rows, batch_size=1000)


def _texts() -> Iterator[EntryData]:
    """What visitors may read now, read by key in portions, so that it may be any amount."""
    last = 0
    visible = Entry.objects.visible().order_by("pk")
    while ids := list(visible.filter(pk__gt=last).values_list("pk", flat=True)[:PORTION]):
        for packed in EntryText.objects.filter(entry__in=ids).values_list("packed", flat=True):
            yield unpack(packed)
        last = ids[-1]


def _words(data: EntryData) -> Iterator[Key]:
    bodies = [data.summary, data.text, data.extra, *(part.text for part in data.attachments)]
    for text in [data.title, *data.names, data.parent, data.keywords, data.headings, *bodies]:
        found = syllables(text[:READ])
        words = [is_word(one) for one in found]
        yield from (Key(*reversed(one)) for one, fits in zip(found, words, strict=True) if fits)
        for place, (left, right) in enumerate(pairwise(found)):
            if words[place] and words[place + 1]:
                yield Key(f"{left.folded} {right.folded}", f"{left.accented} {right.accented}")


def is_word(one: Syllable) -> bool:
    """Whether a syllable is counted: letters only, and not a chain of them from a bad scan."""
    return one.folded.isalpha() and len(one.accented) <= LONGEST
