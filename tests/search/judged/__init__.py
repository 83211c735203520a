"""Questions as visitors of the demonstration type them, with what answers each.

`queries.jsonl` has a question a line, the group it belongs to and the addresses that answer it with a grade:
3 just what was looked for, 2 answers it too, 1 of some use. Grades come from reading the pages, never from
what the search gives. `figures.json` has what the search reached when it was last recorded:

    RECORD=1 make test TESTS=tests/search/test_judged.py
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path
from statistics import mean

from wagtail.models import Site

import search

FOLDER = Path(__file__).parent
QUERIES, FIGURES = FOLDER / "queries.jsonl", FOLDER / "figures.json"
FIRST = 10  # results of a question that count
WHOLE = "all"


@dataclass(frozen=True, eq=False)
class Judged:
    group: str
    query: str
    grades: Mapping[str, int]


def queries() -> list[Judged]:
    return [Judged(**json.loads(line)) for line in QUERIES.read_text("utf-8").splitlines()]


def found(query: str, site: Site) -> list[str]:
    """The addresses of the first page of results."""
    return [hit.url for hit in search.find(search.Query(query, site, per_page=FIRST)).hits]


def ndcg(grades: Mapping[str, int], addresses: Sequence[str]) -> float:
    """From 0 to 1: how near the order of `addresses` is to the best one possible."""
    best = sorted(grades.values(), reverse=True)[:FIRST]
    return _gain([grades.get(address, 0) for address in addresses]) / _gain(best)


def _gain(grades: Iterable[int]) -> float:
    return sum((2**grade - 1) / log2(place + 1) for place, grade in enumerate(grades, 1))


def measured(site: Site) -> dict[Judged, float]:
    """What each question reaches on `site`."""
    return {one: ndcg(one.grades, found(one.query, site)) for one in queries()}


def figures(reached: Mapping[Judged, float]) -> dict[str, float]:
    """The mean of all questions, and of each group."""
    groups = defaultdict(list)
    for one, value in reached.items():
        groups[one.group].append(value)
    means = {group: mean(values) for group, values in sorted(groups.items())}
    return {name: round(value, 4) for name, value in {WHOLE: mean(reached.values()), **means}.items()}


def worst(reached: Mapping[Judged, float], count: int) -> list[str]:
    """A line for each of the questions that reach least."""
    lowest = sorted(reached, key=reached.__getitem__)[:count]
    return [f"{reached[one]:.3f} {one.group}: {one.query}" for one in lowest]


def recorded() -> dict[str, float]:
    return json.loads(FIGURES.read_text("utf-8"))


def record(reached: Mapping[str, float]) -> None:
    FIGURES.write_text(json.dumps(reached, indent=1) + "\n", "utf-8")
