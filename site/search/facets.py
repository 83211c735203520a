"""What results can be filtered by, registered by the apps that give the values."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from search.kinds import Label

VALIDITY = "validity"  # comes from dated spans, tested on the day of the query

Labels = Mapping[str, Label] | Callable[[Collection[str]], Mapping[str, Label]]


@dataclass(frozen=True)
class Facet:
    """A filter: `name` in addresses and in `EntryData.facets`, `label` for readers.

    Offered for `kinds` (none: for all); `labels` gives the words of values whose own text is not for readers,
    `tones` the look of a badge per value, `by_value` sorts values by themselves, newest first, not by count;
    filters stand by `order`.
    """

    name: str
    label: Label
    kinds: Collection[str] = ()
    labels: Labels = field(default_factory=dict)
    tones: Mapping[str, str] = field(default_factory=dict)
    by_value: bool = False
    order: int = 100

    def words(self, values: Collection[str]) -> dict[str, Label]:
        """What readers see for each of `values`."""
        found = self.labels(values) if callable(self.labels) else self.labels
        return {value: found.get(value, value) for value in values}

    def suits(self, kinds: Collection[str]) -> bool:
        return not self.kinds or not kinds or bool(set(self.kinds) & set(kinds))


_facets: dict[str, Facet] = {}


def register(
    name: str,
    label: Label,
    *,
    kinds: Collection[str] = (),
    labels: Labels | None = None,
    tones: Mapping[str, str] | None = None,
    by_value: bool = False,
    order: int = 100,
) -> None:
    """Offers a filter; called from `AppConfig.ready`. Registered again, kinds add up."""
    before = _facets.get(name)
    if before and before.kinds and kinds:
        kinds = [*before.kinds, *kinds]
    _facets[name] = Facet(name, label, tuple(kinds), labels or {}, tones or {}, by_value, order)


def get(name: str) -> Facet | None:
    return _facets.get(name)


def offered(kinds: Collection[str] = ()) -> list[Facet]:
    """The filters for results of these kinds, in order."""
    return sorted((facet for facet in _facets.values() if facet.suits(kinds)), key=lambda facet: facet.order)
