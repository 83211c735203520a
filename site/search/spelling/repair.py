"""A question with its slips repaired, or nothing when it reads as people write."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from heapq import nlargest
from itertools import groupby, pairwise

from search.spelling.accents import accented
from search.spelling.lattice import RAW, Arc, Doubts, Run, arcs, doubts
from search.spelling.path import Model, Path, best, neighbours
from search.spelling.sounds import spelled
from search.spelling.vocabulary import TOTAL, Counts, known
from search.text import clean

LONGEST = 200  # letters of a question that is repaired
READINGS = 16  # of one stretch of letters that are weighed
MANY = 6  # words for which a second slip is likely enough
GAIN = 2.0  # how much likelier than what was typed a repair must be

Span = tuple[int, int]

# What holds a digit beside a stroke, dash or point is a number or a date and never touched.
RUN = re.compile(
    r"(?P<number>\S*\d\S*[/.\-–]\S*|\S*[/.\-–]\S*\d\S*)|[^\W_]+(?:[^\S\n]+[^\W_]+(?![/.\-–]\S))*"
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
    doubt = doubts(run, counts)
    return doubt if doubt.words or _has_odd_accents(run, counts) else None


def _repairs(runs: Mapping[Span, Run], ways: Mapping[Span, list[Arc]]) -> dict[Span, str]:
    """The better text of each run, "" where there is none."""
    if not runs:
        return {}
    counts = known({TOTAL, *(arc.folded for arcs in ways.values() for arc in arcs)})
    likely = {span: _likely(arcs, counts) for span, arcs in ways.items()}
    pairs = {pair for arcs in likely.values() for pair in neighbours(arcs)}
    counts |= known(pairs)
    return {span: _better(run, likely[span], counts) for span, run in runs.items()}


def _better(run: Run, ways: list[Arc], counts: Counts) -> str:
    model, end, typed = Model.folded(counts), run.borders[-1], _as_typed(run)
    score, path = best(model, ways, end)
    if tuple(arc.folded for arc in path) != run.folded and score - best(model, typed, end)[0] < GAIN:
        path = tuple(typed)
    if _slips(run, path) > 1 + len(run.words) // MANY:
        return ""
    return _changed(run, path, accented(path, counts, typed_accents=run.is_accented))


def _slips(run: Run, path: Path) -> int:
    """How many words of the run are read with another letter than typed."""
    words = dict(zip(zip(run.borders, run.borders[1:], strict=False), run.folded, strict=True))
    return sum(arc.cost > RAW and words.get(arc[:2], arc.folded) != arc.folded for arc in path)


def _put(text: str, better: Mapping[Span, str]) -> str:
    """`text` with the repairs in their places, "" when there are none."""
    parts, last = [], 0
    for (start, end), repair in sorted(better.items()):
        parts += [text[last:start], repair]
        last = end
    return "".join([*parts, text[last:]]).strip() if parts else ""


def _has_odd_accents(run: Run, counts: Counts) -> bool:
    """Whether accents were typed that nobody gives two words side by side."""
    if not run.is_accented:
        return False
    words = run.accented
    pairs = (f"{left} {right}" for left, right in pairwise(words))
    return any(pair not in counts.get(key, {}) for pair, key in zip(pairs, run.pairs(), strict=True))


def _as_typed(run: Run) -> list[Arc]:
    ends = zip(run.borders, run.borders[1:], strict=False)
    return [
        Arc(*ends_, *both, 0.0)
        for ends_, both in zip(ends, zip(run.folded, run.accented, strict=True), strict=True)
    ]


def _likely(ways: Collection[Arc], counts: Counts) -> list[Arc]:
    """Of each stretch of letters the readings worth weighing: as typed, and those most often written."""
    model = Model.folded(counts)
    kept: list[Arc] = []
    for _stretch, same in groupby(sorted(ways), key=lambda arc: arc[:2]):
        readings = [arc for arc in same if arc.cost == 0 or arc.folded in counts]
        kept += nlargest(
            READINGS, readings, key=lambda arc: (not arc.cost, model.likelihood("", arc.folded) - arc.cost)
        )
    return kept


def _changed(run: Run, path: Collection[Arc], forms: list[str]) -> str:
    same_letters = tuple(arc.folded for arc in path) == run.folded
    if same_letters and (not run.is_accented or tuple(forms) == run.accented):
        return ""
    return " ".join(spelled(form) for form in forms)
