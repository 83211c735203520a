"""How frequent terms are. Counted now and then, like a database's own statistics: publishing never waits,
and two publishers never wait for one another over the row of a common word.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import timedelta
from functools import lru_cache, partial
from math import log

import numpy as np
from django.db import transaction
from django.db.models import Avg
from django.utils import timezone
from django_tasks import task

from search.models import Corpus, Entry, FrequentTerm
from search.postings import merging, scanning
from search.spelling import vocabulary

RARE = 100  # entries: terms in fewer are counted when asked for
USUAL_RARE = 25  # entries in which a term stands that is rare, for want of a count
EVERY = 1000  # new entries between two counts, fewer while there are few
DAILY = timedelta(days=1)  # a count this old is made anew, for what was edited
SMALL = 5_000  # entries up to which every term is searched
EVERYWHERE = 0.2  # of all entries: a term that stands in more says nothing
KEPT = 0.05  # of all entries: of such a term so many postings are kept
DRIFT = 0.2  # share by which the average length may change before weights are made for the new one


def changed(entry_id: int, corpus: Corpus, *, is_new: bool) -> None:
    """Told of each entry that is written, in its transaction; queues a count now and then.

    A portal with a dozen pages repairs slips of the finger as well as one with thousands.
    """
    now = timezone.now()
    is_old = corpus.count_asked is None or now - corpus.count_asked > DAILY
    if is_old or (is_new and _is_round(entry_id)):
        Corpus.objects.update_or_create(pk=1, defaults={"count_asked": now})
        transaction.on_commit(partial(count_terms.enqueue))


def _is_round(number: int) -> bool:
    """1, 2 … 9, 10, 20 … 90, 100, 200 … and every thousand."""
    return number % min(10 ** (len(str(number)) - 1), EVERY) == 0


@task()
def count_terms() -> None:
    """Counts entries and frequent terms anew; a portal that grows slowly has its postings merged by this."""
    merging.merge_pending.func()
    # Of those that stand everywhere few postings are left to be counted.
    cut = list(FrequentTerm.objects.filter(least__gt=0))
    known = {row.term for row in cut}
    store([*(row for row in _counted() if row.term not in known), *cut])
    vocabulary.count_words()


def _counted() -> Iterator[FrequentTerm]:
    for part in scanning.scan():
        terms, counts = np.unique(part.terms, return_counts=True)
        often = counts >= RARE
        for term, entries in zip(terms[often].tolist(), counts[often].tolist(), strict=True):
            yield FrequentTerm(term=term, entries=entries)


@transaction.atomic
def store(frequent: Collection[FrequentTerm]) -> None:
    """Keeps what was counted."""
    FrequentTerm.objects.all().delete()
    FrequentTerm.objects.bulk_create(frequent, batch_size=1000)
    counted = Corpus.current().counted + 1
    Corpus.objects.update_or_create(pk=1, defaults={"entries": Entry.objects.count(), "counted": counted})


def least_weight(weights: np.ndarray, total: int) -> int:
    """What a term must weigh in one of `total` entries to be kept there, 0 for a term with something to say.

    Of one that stands everywhere the entries are kept where it weighs most: it is searched when all other
    words of a question do, too.
    """
    if total <= SMALL or len(weights) <= EVERYWHERE * total:
        return 0
    most = int(weights.max())
    best = int(np.sort(weights)[-int(KEPT * total)])
    return min(best + 1, most)


def leasts(counted: int) -> Mapping[int, int]:
    """What the terms that stand everywhere must weigh in an entry to be kept there, as last counted."""
    return _leasts(counted) if counted else {}


@lru_cache(maxsize=1)
def _leasts(counted: int) -> dict[int, int]:
    return dict(FrequentTerm.objects.filter(least__gt=0).values_list("term", "least"))


def settle_length() -> None:
    """Takes the present average as the length weights are made for, if it has drifted away from that one.

    Then every weight must be made anew (`building`). Left while near enough, so that weights are comparable.
    """
    average = Entry.objects.aggregate(average=Avg("length"))["average"] or Corpus.TYPICAL_LENGTH
    if abs(average / Corpus.current().average_length - 1) >= DRIFT:
        Corpus.objects.update_or_create(pk=1, defaults={"average_length": max(average, 1.0)})


def corpus() -> Corpus:
    """The whole as last counted, its entries near enough for ranking and at least 1."""
    found = Corpus.current()
    if found.entries < EVERY:
        found.entries = max(Entry.objects.count(), 1)
    return found


def idf(entries: int, total: int) -> float:
    """How much a term says that stands in so many of `total` entries."""
    return log(1 + max(total - entries + 0.5, 0.5) / (entries + 0.5))


def idf_of_numbers(whole: Corpus) -> Callable[[np.ndarray], np.ndarray]:
    """The same for many terms by the low halves of their numbers; all rare terms count as equally rare."""
    numbers, weights = _frequent(whole.counted)
    rare = idf(min(USUAL_RARE, whole.entries // 2), whole.entries)

    def found(asked: np.ndarray) -> np.ndarray:
        place = np.minimum(np.searchsorted(numbers, asked), len(numbers) - 1)
        return np.where(numbers[place] == asked, weights[place], rare)

    return found if len(numbers) else lambda asked: np.full(len(asked), rare)


@lru_cache(maxsize=1)
def _frequent(counted: int) -> tuple[np.ndarray, np.ndarray]:
    """The frequent terms as last counted, in the order of their numbers, and their idf; read once a count."""
    rows = np.array(FrequentTerm.objects.values_list("term", "entries"), np.int64).reshape(-1, 2)
    numbers = (rows[:, 0] & 0xFFFFFFFF).astype(np.uint32)
    order, total = np.argsort(numbers, kind="stable"), Corpus.current().entries
    return numbers[order], np.array([idf(int(count), total) for count in rows[order, 1]])
