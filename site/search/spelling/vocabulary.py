"""The words of the public entries with their frequencies: what a question is repaired with.

Counted now and then from what visitors may read at that moment; drafts are never in it, what left the public
goes with the next count. Bounded: the commonest syllables and pairs, and of each text its beginning.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import chain, islice, pairwise

from django.db import connection, transaction
from wagtail.models import Site

from search.among import among, listed, texts
from search.entries import EntryData
from search.models import Entry, EntryText, Word
from search.packing import unpack
from search.postings.listings import Listings
from search.terms import ACCENTED, term
from search.text import SYLLABLE, clean, syllable, syllables

MOST = 250_000  # rows kept
HELD = 3 * MOST  # words held while counting; the rarest are then forgotten
READ = 20_000  # letters of one text
PORTION = 100  # entries read at once
WRITTEN = 300  # rows of one statement
LONGEST = 12  # letters of a syllable
TOTAL = "*"  # stands for all syllables together
LOOKED_AT = 500  # entries that hold a word, at once: one that is public will do

Counts = dict[str, dict[str, int]]
Words = tuple[str, ...]  # one syllable or two, as accented


def known(folded: Collection[str]) -> Counts:
    """Folded syllable or pair → its accented forms → how often; one statement, unknown ones are left out."""
    found: Counts = defaultdict(dict)
    if not folded:
        return found
    sql = f"SELECT folded, accented, count FROM search_word WHERE folded IN {texts()}"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [listed(sorted(folded))])
        for key, accented, count in cursor:
            found[key][accented] = count
    return dict(found)


def all_public(better: str, typed: str, site: Site | None) -> bool:
    """Whether visitors of `site` may read, now, every word that `better` has and `typed` has not.

    Postings go with the page, the vocabulary only with the next count.
    """
    new = {word.accented for word in syllables(better)} - {word.accented for word in syllables(typed)}
    holding = Listings().of([term(ACCENTED, word) for word in new])
    return all(_is_public(listing.entries.tolist(), site) for listing in holding.values())


def _is_public(entries: list[int], site: Site | None) -> bool:
    """Whether visitors of `site` may read one of `entries` now."""
    visible = Entry.objects.visible()
    visible = visible.filter(site=site) if site else visible
    portions = (entries[start : start + LOOKED_AT] for start in range(0, len(entries), LOOKED_AT))
    return any(visible.filter(pk__in=among(portion)).exists() for portion in portions)


def count_words() -> None:
    """Counts the words anew."""
    counts = _counts()
    total = sum(count for words, count in counts if len(words) == 1)
    rows = ((_folded(words), " ".join(words), count) for words, count in counts)
    with transaction.atomic():
        Word.objects.all().delete()
        _write(chain([(TOTAL, TOTAL, total)], rows))


def _counts() -> list[tuple[Words, int]]:
    """The commonest syllables and pairs, as accented, with how often they stand in what visitors may read."""
    counts: Counter[Words] = Counter()
    for text in _texts():
        words = [_counted(word) for word in SYLLABLE.findall(clean(text[:READ]).lower())]
        counts.update(zip(words))
        counts.update(pairwise(words))
        if len(counts) > HELD:
            counts = Counter(dict(counts.most_common()[:MOST]))
    return [(words, count) for words, count in counts.most_common() if all(words)][:MOST]


def _texts() -> Iterator[str]:
    """The texts visitors may read now, read by key in portions, so that they may be any amount."""
    last = 0
    visible = EntryText.objects.filter(entry__in=Entry.objects.visible()).order_by("pk")
    while rows := list(visible.filter(pk__gt=last).values_list("pk", "packed")[:PORTION]):
        for _pk, packed in rows:
            yield from _fields(unpack(packed))
        last = rows[-1][0]


def _fields(data: EntryData) -> list[str]:
    bodies = [data.summary, data.text, data.extra, *(part.text for part in data.attachments)]
    return [data.title, *data.names, data.parent, data.keywords, data.headings, *bodies]


@lru_cache(maxsize=1 << 16)
def _counted(word: str) -> str:
    """A word as it is counted, "" for one that is not: letters only, and no chain of them from a bad scan."""
    accented, folded = syllable(word)
    return accented if folded.isalpha() and len(accented) <= LONGEST else ""


def _folded(words: Words) -> str:
    return " ".join(syllable(word).folded for word in words)


def _write(rows: Iterator[tuple[str, str, int]]) -> None:
    with connection.cursor() as cursor:
        while portion := list(islice(rows, WRITTEN)):
            marks = ", ".join(["(%s, %s, %s)"] * len(portion))
            sql = f"INSERT INTO search_word (folded, accented, count) VALUES {marks}"  # noqa: S608
            cursor.execute(sql, [value for row in portion for value in row])
