"""What each factor of ranking adds to the score of one entry, beside the entry that stands above it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from search import kinds, ranking, reasons
from search.coefficients import current
from search.kinds import Label
from search.matching import Match, Weighed
from search.query import Query
from search.ranking import Worded
from search.reasons import Reason

NOTHING = 0.005  # points that are shown as none


@dataclass(frozen=True)
class Share:
    """A factor: its value and coefficient for an entry, the points it gives, and those of the other."""

    name: str
    value: float
    coefficient: float
    points: float
    other: float | None = None

    @property
    def reason(self) -> Reason:
        return reasons.of(self.name)


@dataclass(frozen=True)
class Sum:
    """The shares of one group, together."""

    label: Label
    shares: list[Share]

    @property
    def points(self) -> float:
        return sum(share.points for share in self.shares)

    @property
    def other(self) -> float | None:
        others = [share.other for share in self.shares if share.other is not None]
        return sum(others) if others else None

    @property
    def lead(self) -> float:
        """By how many points the entry is before the other; negative when it is behind."""
        return self.points - (self.other or 0.0)


@dataclass(frozen=True)
class Compared:
    """An entry in the comparison: the wording by which it is best, and its points by that one."""

    words: str
    is_typed: bool
    shares: dict[str, Share]
    less: float

    @property
    def points(self) -> float:
        return sum(share.points for share in self.shares.values()) - self.less


def compared(
    query: Query, weighed: Weighed, found: Sequence[Match], wanted: Iterable[Match]
) -> dict[int, Compared]:
    """Those of `wanted` that ranking compares among the results `found`, by the number of the entry."""
    head = ranking.candidates([match for match in found if not match.chosen])
    best: dict[int, Compared] = {}
    for number, wording in enumerate(ranking.worded(query, weighed, head)):
        for match in wanted:
            one = _compared(wording, match, is_typed=not number)
            if one and (match.entry_id not in best or one.points > best[match.entry_id].points):
                best[match.entry_id] = one
    return best


def _compared(wording: Worded, match: Match, *, is_typed: bool) -> Compared | None:
    places = [place for place, one in enumerate(wording.found) if one.entry_id == match.entry_id]
    if not places:
        return None
    like, values = kinds.get(match.kind).like, wording.factors.items()
    shares = {name: _share(name, float(column[places[0]]), like) for name, column in values}
    return Compared(wording.words, is_typed, shares, wording.less)


def _share(name: str, value: float, like: str) -> Share:
    coefficient = current().factor(name, like)
    return Share(name, value, coefficient, value * coefficient)


def sums(entry: Compared, above: Compared | None) -> list[Sum]:
    """All factors that make a difference, by group, each beside its points for the one above."""
    names = sorted(entry.shares.keys() | (above.shares.keys() if above else set()), key=reasons.order)
    shares = [_beside(name, entry, above) for name in names]
    telling = [one for one in shares if abs(one.points) > NOTHING or abs(one.other or 0.0) > NOTHING]
    groups = {group: [one for one in telling if one.reason.group == group] for group in reasons.GROUPS}
    return [
        Sum(reasons.GROUPS[group], group_shares) for group, group_shares in groups.items() if group_shares
    ]


def _beside(name: str, entry: Compared, above: Compared | None) -> Share:
    own = entry.shares.get(name) or Share(name, 0.0, 0.0, 0.0)
    other = above.shares.get(name) if above else None
    points = (other.points if other else 0.0) if above else None
    return Share(name, own.value, own.coefficient, own.points, points)
