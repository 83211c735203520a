"""The accents of syllables: restored where none were typed, weighed with the letters where they were."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from search.spelling.lattice import ASKING, Arc
from search.spelling.path import Model, Path, best
from search.spelling.slips import one_slip
from search.spelling.vocabulary import Counts
from search.text import TONES

# What it costs to have typed other accents than were meant: on the same letters, and beside a slip.
WRONG, LEFT_OUT, ALIKE, TONE_LOST, MARKS_LOST = 8.0, 4.0, 3.0, 1.5, 3.0
MARKED = "ăâđêôơư"
HOI_NGA = {"\u0309", "\u0303"}
FORMS = 10  # accented forms of one syllable that are weighed


def accented(path: Sequence[Arc], known: Counts) -> list[str]:
    """The accented forms for `path`, which was typed without accents, each in the form of `search.text`."""
    arcs = [
        Arc(place, place + 1, form, "", cost)
        for place, arc in enumerate(path)
        for form, cost in _forms(arc, known, _left_out).items()
    ]
    found: Path = best(Model.accented(known), arcs, len(path))[1]
    return [arc.read for arc in found]


def with_accents(ways: Iterable[Arc], known: Counts) -> list[Arc]:
    """Each of `ways` in each of its accented forms, for words that were typed with accents."""
    return [
        arc._replace(read=form, cost=arc.cost + cost)
        for arc in ways
        for form, cost in _forms(arc, known, _mistaken).items()
    ]


def _forms(arc: Arc, known: Counts, cost: Callable[[str, str, str, bool], float]) -> dict[str, float]:
    """The likely forms of a syllable with what each costs."""
    forms = known.get(arc.read, {})
    likely = sorted(forms, key=lambda form: -forms[form])[:FORMS]
    shown = dict.fromkeys([*likely, arc.typed]) if arc.cost == 0 or not likely else likely
    return {form: cost(arc.read, arc.typed, form, arc.cost == 0) for form in shown}


def _left_out(folded: str, typed: str, form: str, same_letters: bool) -> float:
    """A tone that stands among bare letters comes from raw keys and is meant."""
    return _mistaken(folded, typed, form, same_letters) if _tone(typed) else 0.0


@lru_cache(maxsize=1 << 15)
def _mistaken(folded: str, typed: str, form: str, same_letters: bool) -> float:
    if form == typed:
        return 0.0
    if not same_letters:
        return TONE_LOST * (_tone(form) != _tone(typed)) + MARKS_LOST * _other_marks(typed, form)
    if folded in ASKING:
        return 2 * WRONG
    return LEFT_OUT if typed.isascii() else ALIKE if _sound_alike(typed, form) else WRONG


def _sound_alike(typed: str, form: str) -> bool:
    """Whether the tones are hỏi and ngã, which half of the country says alike."""
    return _shape(typed) == _shape(form) and {_tone(typed), _tone(form)} == HOI_NGA


def _other_marks(typed: str, form: str) -> bool:
    """Whether the hats and horns are others than the slip itself explains."""
    marks = [[letter for letter in one if letter in MARKED] for one in (typed, form)]
    return marks[0] != marks[1] and not one_slip(_shape(typed), _shape(form))


def _shape(form: str) -> str:
    return form.rstrip(TONES)


def _tone(form: str) -> str:
    return form[len(_shape(form)) :]
