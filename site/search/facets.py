"""The facets there are, as visitors know them; whoever fills a facet registers it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise

VALIDITY = "validity"


@dataclass(frozen=True)
class Facet:
    """`kinds` are those it is offered for (none: all); `labels` the words for values that are codes."""

    name: str
    label: str | Promise
    kinds: tuple[str, ...] = ()
    labels: Mapping[str, str | Promise] = field(default_factory=dict)

    def word(self, value: str) -> str:
        return str(self.labels.get(value, value))

    def fits(self, kinds: set[str]) -> bool:
        return not self.kinds or not kinds or bool(kinds & set(self.kinds))


FACETS: dict[str, Facet] = {}


def register(
    name: str,
    label: str | Promise,
    *,
    kinds: tuple[str, ...] = (),
    labels: Mapping[str, str | Promise] | None = None,
) -> None:
    """Offers a facet, in the order of registration."""
    FACETS[name] = Facet(name, label, kinds, labels or {})
