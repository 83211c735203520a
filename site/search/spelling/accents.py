"""The accents of syllables whose bare letters are settled, by those most often seen side by side."""

from __future__ import annotations

from collections.abc import Sequence

from search.spelling.lattice import ASKING, Arc
from search.spelling.path import Model, Path, best
from search.spelling.vocabulary import Counts
from search.text import TONES

WRONG, LEFT_OUT, TONE_LOST = 8.0, 4.0, 1.5  # what it costs to have typed other accents than were meant
FORMS = 10  # accented forms of one syllable that are weighed


def accented(path: Sequence[Arc], known: Counts, *, typed_accents: bool) -> list[str]:
    """The accented forms for `path`, each in the form of `search.text`."""
    arcs = [choice for place, arc in enumerate(path) for choice in _forms(place, arc, known, typed_accents)]
    found: Path = best(Model.accented(known), arcs, len(path))[1]
    return [arc.folded for arc in found]


def _forms(place: int, arc: Arc, known: Counts, typed_accents: bool) -> list[Arc]:
    forms = known.get(arc.folded, {})
    likely = sorted(forms, key=lambda form: -forms[form])[:FORMS]
    shown = dict.fromkeys([*likely, arc.accented]) if arc.cost == 0 or not likely else likely
    return [Arc(place, place + 1, form, "", _cost(arc, form, typed_accents)) for form in shown]


def _cost(arc: Arc, form: str, typed_accents: bool) -> float:
    typed = arc.accented
    if form == typed or not (typed_accents or _tone(typed)):
        return 0.0
    if arc.folded in ASKING and arc.cost == 0:
        return 2 * WRONG
    if typed.isascii() and arc.cost == 0:
        return LEFT_OUT
    return WRONG if arc.cost == 0 else TONE_LOST * (_tone(form) != _tone(typed))


def _tone(form: str) -> str:
    return form[len(form.rstrip(TONES)) :]
