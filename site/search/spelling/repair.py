"""A question with its slips repaired, or nothing when it reads as people write."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import groupby

from search.spelling.accents import accented, with_accents
from search.spelling.lattice import RAW, Arc, Doubts, Run, arcs, doubts
from search.spelling.path import Model, Path, best, neighbours
from search.spelling.sounds import spelled
from search.spelling.vocabulary import TOTAL, Counts, known
from search.text import clean

LONGEST = 200  # letters of a question that is repaired
READINGS = 16  # of one stretch of letters that are weighed
MANY = 6  # words for which a second slip is likely enough
GAIN = 1.5  # how much likelier than what was typed a repair must be

Span = tuple[int, int]

# What holds a digit beside a stroke, dash or point is a number or a date and never touched.
RUN = re.compile(
    r"(?P<number>\S*\d\S*[/.\-–]\S*|\S*[/.\-–]\S*\d\S*|\b[A-Z]+\d+\b)"
    r"|[^\W_]+(?:[^\S\n]+(?![A-Z]+\d+\b)[^\W_]+(?![/.\-–]\S))*"
)


def repaired(text: str) -> str:
    """`text` with slips, raw keys and spaces repaired, accents restored there; "" when nothing is amiss.

    One statement when all that was typed is known, three otherwise.
    """
    text = clean(text)[:LONGEST]
    found = {match.span(): Run(tuple(match[0].lower().split())) for match in _runs(text)}
    counts = known({TOTAL, *(key for run in found.values() for key in [*run.folded, *run.pairs()])})
    if not counts.get(TOTAL):
        return ""
    ways = {span: arcs(run, doubt) for span, run in found.items() if (doubt := _doubts(run, counts))}
    better = _repairs({span: found[span] for span in ways}, ways)
    return _put(text, {span: repair for span, repair in better.items() if repair})


def _runs(text: str) -> Iterator[re.Match[str]]:
    """The runs of words; a few letters grow when lowered, their places would lie."""
    return (
        match
        for match in RUN.finditer(text)
        if not match["number"] and len(match[0].lower()) == len(match[0])
    )


def _doubts(run: Run, counts: Counts) -> Doubts | None:
    """None where there is nothing to look at: accents are looked at in runs of any length."""
    doubt = doubts(run, counts)
    odd = run.is_accented and any(
        pair not in counts.get(key, {}) for key, pair in zip(run.pairs(), run.accented_pairs(), strict=True)
    )
    return doubt if doubt.words or odd else None


def _repairs(runs: Mapping[Span, Run], ways: Mapping[Span, list[Arc]]) -> dict[Span, str]:
    """The better text of each run, "" where there is none."""
    if not runs:
        return {}
    counts = known({TOTAL, *(arc.read for arcs in ways.values() for arc in arcs)})
    likely = {span: _likely(arcs, counts) for span, arcs in ways.items()}
    pairs = {pair for arcs in likely.values() for pair in neighbours(arcs)}
    counts |= known(pairs)
    return {span: _better(run, likely[span], counts) for span, run in runs.items()}


def _better(run: Run, ways: list[Arc], counts: Counts) -> str:
    model = Model.accented(counts) if run.is_accented else Model.folded(counts)
    ways = _likeliest(with_accents(ways, counts), model) if run.is_accented else ways
    score, path = best(model, ways, run.borders[-1])
    if _letters(path) != run.folded:
        same_letters = [arc for arc in ways if run.words_at.get(arc[:2]) == arc.letters]
        other, usual = best(model, same_letters, run.borders[-1])
        path = usual if score - other < GAIN else path
    if _slips(run, path) > 1 + len(run.words) // MANY:
        return ""
    return _changed(run, path, [arc.read for arc in path] if run.is_accented else accented(path, counts))


def _letters(path: Path) -> tuple[str, ...]:
    return tuple(arc.letters for arc in path)


def _slips(run: Run, path: Path) -> int:
    """How many words of the run are read with another letter than typed."""
    return sum(arc.cost > RAW and run.words_at.get(arc[:2], arc.letters) != arc.letters for arc in path)


def _put(text: str, better: Mapping[Span, str]) -> str:
    """`text` with the repairs in their places, "" when there are none."""
    parts, last = [], 0
    for (start, end), repair in sorted(better.items()):
        parts += [text[last:start], repair]
        last = end
    return "".join([*parts, text[last:]]).strip() if parts else ""


def _likely(ways: Collection[Arc], counts: Counts) -> list[Arc]:
    """Of each stretch of letters the readings worth weighing: as typed, and those most often written."""
    return _likeliest([arc for arc in ways if arc.cost == 0 or arc.read in counts], Model.folded(counts))


def _likeliest(ways: Collection[Arc], model: Model) -> list[Arc]:
    """Of each stretch of letters those readings that are the likeliest by themselves, and the one typed."""
    kept: list[Arc] = []
    for _stretch, same in groupby(sorted(ways), key=lambda arc: arc[:2]):
        kept += nlargest(
            READINGS, same, key=lambda arc: (not arc.cost, model.likelihood("", arc.read) - arc.cost)
        )
    return kept


def _changed(run: Run, path: Path, forms: Sequence[str]) -> str:
    if _letters(path) == run.folded and (not run.is_accented or tuple(forms) == run.accented):
        return ""
    return " ".join(spelled(form) for form in forms)
