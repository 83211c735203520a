"""What a question asks of every result beside its words: phrases, nothing left out, the date."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import islice, pairwise

from search import statistics
from search.asking.days import Days
from search.asking.phrases import holding
from search.matching import Match
from search.models import Corpus, Entry
from search.postings.listings import Listings
from search.query import Query
from search.terms import ACCENTED, FOLDED, pair, term
from search.text import Syllable, is_accented, syllables

READ = 300  # results that are looked into for one phrase, the best first; of the rest postings tell


def narrowed(query: Query, found: list[Match]) -> list[Match]:
    """Of `found`, in its order, what has the phrases and the date of `query` and nothing it leaves out."""
    asked = query.question
    for phrase in asked.phrases:
        holding = _holding(phrase, found)
        found = [match for match in found if match.entry_id in holding]
    for unwanted in asked.excluded:
        holding = _holding(unwanted, found)
        found = [match for match in found if match.entry_id not in holding]
    if asked.days and found:
        within = _within(asked.days, query)
        found = [match for match in found if match.entry_id in within]
    return found


def _holding(phrase: str, found: Iterable[Match]) -> set[int]:
    """Those of `found` with the syllables of `phrase` side by side in one text, accented as typed."""
    words, exact = syllables(phrase), is_accented(phrase)
    terms = _terms(words, exact)
    whole = terms - statistics.leasts(Corpus.current().counted).keys()
    may = {match.entry_id for match in found}
    may &= _with_terms(whole) if whole else may
    if whole == terms and (len(words) == 1 or (len(words) == 2 and not exact)):
        return may
    checked = list(islice((match.entry_id for match in found if match.entry_id in may), READ))
    return may - set(checked) | holding(checked, words, exact=exact)


def _terms(words: list[Syllable], exact: bool) -> set[int]:
    """The terms of every text that holds `words` side by side."""
    folded = [term(FOLDED, word.folded) for word in words]
    alone = [term(ACCENTED, word.accented) for word in words] if exact else folded
    return {*alone, *(pair(left, right) for left, right in pairwise(folded))}


def _with_terms(terms: Collection[int]) -> set[int]:
    """The entries with all of these terms."""
    return set(Listings().holding(terms).tolist())


def _within(days: Days, query: Query) -> set[int]:
    """The entries dated then, and those that name the date as typed: "kế hoạch năm 2026" is of 2025."""
    dated = Entry.objects.filter(date__range=(days.first, days.last))
    dated = dated.filter(site=query.site) if query.site else dated
    folded = [term(FOLDED, word.folded) for word in syllables(days.words)]
    naming = _with_terms({pair(left, right) for left, right in pairwise(folded)})
    return naming | set(dated.values_list("pk", flat=True))
