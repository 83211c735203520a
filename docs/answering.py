"""What ranking may know of a document beyond its words."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from search import asked, reasons
from search.text import fold

DEFINITIONS, CIRCULAR, DECREE, LAW = "definitions", "circular", "decree", "law"
TYPES = {
    "thong tu": CIRCULAR,
    "nghi dinh": DECREE,
    "luat": LAW,
    "bo luat": LAW,
    "phap lenh": LAW,
    "hien phap": LAW,
}
RANKS = {LAW: _("it is a law"), DECREE: _("it is a decree"), CIRCULAR: _("it is a circular")}
EXPLAINS = ("giai thich tu ngu", "giai thich thuat ngu")
MEANING = (
    "la gi|nghia la|duoc hieu|hieu nhu the nao|khai niem|the nao la|la nhu the nao|dinh nghia|la viec gi"
)


def register() -> None:
    """Who asks what something means is answered by the article that explains the words of a law."""
    asked.register(DEFINITIONS, MEANING)
    reasons.register(
        DEFINITIONS,
        _("it explains the words of a law"),
        _("Who asks what something means is answered by the article that explains the words of a law."),
        asked=_("the question asks what something means, and it explains words"),
    )
    for rank, label in RANKS.items():
        reasons.register(rank, label, _("A law says first what a decree and a circular repeat."))


def signals(title: str, type_name: str) -> tuple[str, ...]:
    """Whether a text explains words, and its rank: a law says first what a circular repeats."""
    folded, kind = fold(title).lower(), fold(type_name).lower()
    found = [DEFINITIONS] if any(words in folded for words in EXPLAINS) else []
    ranks = [rank for name, rank in TYPES.items() if kind == name or kind.startswith(f"{name} ")]
    return (*found, *dict.fromkeys(ranks))
