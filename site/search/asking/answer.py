"""What a question is answered with: its matches, or those of what was meant when it has none."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from search.asking.narrowing import narrowed
from search.asking.places import Renamed
from search.matching import Match, Weighed, matches
from search.query import Query
from search.spelling.repair import repaired
from search.spelling.vocabulary import all_public


class Answer(NamedTuple):
    """`query` is the one that `found` answers; `suggestion` what may have been meant, "" if nothing.

    `weighed` is there where ranking has something to add.
    """

    query: Query
    found: list[Match]
    suggestion: str = ""
    weighed: Weighed | None = None

    @property
    def places(self) -> tuple[Renamed, ...]:
        """Names in the question that changed."""
        return self.query.steering.renamed

    @property
    def is_repaired(self) -> bool:
        return bool(self.suggestion) and self.query.text == self.suggestion


def answered(query: Query) -> Answer:
    """The answer to `query`; what may have been meant replaces it only where nothing was found.

    A name that changed is in no text and yet no slip.
    """
    answer = _as_asked(query)
    if query.literal or not query.words:  # what is left out, and dates, are taken as they are
        return answer
    better = repaired(query.text)
    meant = _as_asked(replace(query, text=better)) if better else None
    if meant is None or not meant.found or not all_public(better, query.text, query.site):
        return answer
    if answer.query.steering.names_typed - meant.query.steering.names_typed:
        return answer
    return (answer if answer.found else meant)._replace(suggestion=better)


def _as_asked(query: Query) -> Answer:
    """A date in the text is dropped as a filter where it would leave nothing; editors have the last word."""
    matched = matches(query)
    found = narrowed(query, matched.found)
    if not found and query.question.days:
        query = replace(query, dates=False)
        matched = matches(query)
        found = narrowed(query, matched.found)
    return Answer(query, query.steering.steered(found), weighed=matched.weighed)
