"""The organisation as it stands on a day: nested units with their posts and who holds them (K02, B09)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from wagtail.models import Site

from agency.models import Holding, Person, Post, Unit


@dataclass
class PostNode:
    """A post in force, with those who hold it on the day; nobody when it is vacant."""

    post: Post
    holdings: list[Holding]

    @property
    def holder(self) -> Person | None:
        return self.holdings[0].person if self.holdings else None


@dataclass
class UnitNode:
    """A unit in force, its posts by rank and the units below it."""

    unit: Unit
    posts: list[PostNode]
    children: list[UnitNode] = field(default_factory=list)

    @property
    def head(self) -> Person | None:
        return next((node.holder for node in self.posts if node.post.is_head), None)


def unit_tree(site: Site, on: date | None = None) -> list[UnitNode]:
    """The units of `site` in force on the day `on` (default: today), nested; three queries whatever the size.

    A unit whose superior is no longer in force moves up to the nearest one that is.
    """
    units = {unit.pk: unit for unit in Unit.objects.for_site(site).select_related("focal_point")}
    posts = _posts(site, on)
    nodes = {pk: UnitNode(unit, posts[pk]) for pk, unit in units.items() if unit.is_current(on)}
    top: list[UnitNode] = []
    for pk, node in nodes.items():
        superior = _superior(units[pk], units, nodes)
        (superior.children if superior else top).append(node)
    return top


def flatten(nodes: list[UnitNode], depth: int = 0) -> Iterator[tuple[int, UnitNode]]:
    """Each node with its depth, parents before children."""
    for node in nodes:
        yield depth, node
        yield from flatten(node.children, depth + 1)


def _posts(site: Site, on: date | None) -> dict[int, list[PostNode]]:
    holdings: dict[int, list[Holding]] = defaultdict(list)
    rows = Holding.objects.current(on).for_site(site).by_rank()
    for holding in rows.select_related("person__portrait", "post__unit"):
        holdings[holding.post_id].append(holding)
    posts: dict[int, list[PostNode]] = defaultdict(list)
    for post in Post.objects.current(on).for_site(site):
        posts[post.unit_id].append(PostNode(post, holdings[post.pk]))
    return posts


def _superior(unit: Unit, units: dict[int, Unit], nodes: dict[int, UnitNode]) -> UnitNode | None:
    above, seen = unit.parent_id, {unit.pk}
    while above in units and above not in nodes and above not in seen:
        seen.add(above)
        above = units[above].parent_id
    return nodes.get(above) if above is not None else None
