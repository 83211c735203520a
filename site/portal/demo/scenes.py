"""Pictures of the demonstration: quiet drawings of a commune, the same for the same words."""

from __future__ import annotations

import math
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from random import Random

from PIL import Image, ImageDraw

from portal.demo import figures
from portal.demo.figures import Canvas

SIZE = (1500, 1000)
FINE = 2  # drawn larger, then reduced, so that edges are smooth

# sky above, sky at the horizon, far hills, near hills
LIGHTS = (
    ("#bcd7e6", "#fbeedb", "#a5bfb9", "#6f9a84"),
    ("#f3c98f", "#fdf1dc", "#cfa78c", "#8f7f62"),
    ("#a9c4dd", "#f6e9e2", "#93a6c0", "#5f7d8f"),
)


def draw(scene: str, seed: str, size: tuple[int, int] = SIZE) -> bytes:
    """A JPEG of `scene` (a key of `SCENES`); `seed` varies light, hills and people."""
    width, height = size[0] * FINE, size[1] * FINE
    image = Image.new("RGB", (width, height))
    random = Random(f"{scene} {seed}")  # noqa: S311 (no secret: the same drawing each time)
    canvas = Canvas(ImageDraw.Draw(image), image, width, height, random)
    SCENES[scene](canvas)
    content = BytesIO()
    image.resize(size, Image.Resampling.LANCZOS).save(content, "JPEG", quality=86, optimize=True)
    return content.getvalue()


def landscape(c: Canvas, horizon: float = 0.55) -> tuple[str, ...]:
    """Sky, sun and two ranges of hills; gives the light back."""
    light = c.random.choice(LIGHTS)
    c.gradient(light[0], light[1], 0, horizon + 0.05)
    x, y = c.random.uniform(0.15, 0.85), c.random.uniform(0.14, 0.28)
    c.circle(x, y, 0.055, "#fffaf0")
    ridge(c, horizon - 0.10, 0.07, light[2])
    ridge(c, horizon - 0.03, 0.04, light[3])
    return light


def ridge(c: Canvas, base: float, swing: float, colour: str) -> None:
    phases = [c.random.uniform(0, 6.3) for _wave in range(3)]
    points = [(0.0, 1.0)]
    for step in range(81):
        x = step / 80
        waves = zip((2.1, 4.7, 9.3), (1, 0.5, 0.2), phases, strict=True)
        points.append((x, base - swing * sum(size * math.sin(f * x + p) for f, size, p in waves) / 1.7))
    c.polygon([*points, (1.0, 1.0)], colour)


def field(c: Canvas) -> None:
    landscape(c)
    c.box(0, 0.55, 1, 1, "#d9b24c")
    for row in range(-14, 15):
        shade = "#c79a35" if row % 2 else "#e2c063"
        c.polygon([(0.5 + row * 0.035, 0.55), (0.5 + (row + 1) * 0.035, 0.55),
                   (0.5 + (row + 1) * 0.16, 1), (0.5 + row * 0.16, 1)], shade)  # fmt: skip
    c.box(0, 0.545, 1, 0.565, "#7d9a55")
    figures.people(c, 5, 0.80, 0.17, hats=True)


def river(c: Canvas) -> None:
    landscape(c)
    c.gradient("#9dc0c9", "#4f8794", 0.55, 1)
    for _wave in range(46):
        x, y = c.random.random(), c.random.uniform(0.58, 0.98)
        c.box(x, y, x + c.random.uniform(0.03, 0.12) * y, y + 0.0035, "#c7dde0")
    for x, y, size in ((0.28, 0.68, 0.12), (0.66, 0.80, 0.2)):
        figures.boat(c, x, y, size)
    c.polygon([(0, 0.84), (0.3, 0.93), (0.36, 1), (0, 1)], "#6b8f55")
    figures.people(c, 3, 0.95, 0.17, span=(0.05, 0.22), hats=True)


def road(c: Canvas) -> None:
    landscape(c)
    c.box(0, 0.55, 1, 1, "#86a866")
    c.polygon([(0.485, 0.55), (0.515, 0.55), (0.86, 1), (0.14, 1)], "#8c8a86")
    for mark in range(7):
        near = 0.57 + 0.43 * (mark / 7) ** 1.6
        deep = 0.012 + 0.06 * (mark / 7)
        c.polygon([(0.497, near), (0.503, near), (0.503 + deep / 9, near + deep), (0.497 - deep / 9, near + deep)],
                  "#f4efe2")  # fmt: skip
    for step in (0.25, 0.45, 0.7, 1.0):
        for side in (-1, 1):
            figures.tree(c, 0.5 + side * (0.06 + 0.42 * step), 0.56 + 0.34 * step, 0.10 + 0.30 * step)
    figures.people(c, 4, 0.93, 0.2, span=(0.36, 0.64))


def trees(c: Canvas) -> None:
    landscape(c)
    c.box(0, 0.55, 1, 1, "#8fae6b")
    for depth in range(4):
        foot = 0.60 + depth * 0.085
        for place in range(9 - depth):
            x = (place + 0.5 * (depth % 2) + 0.3) / (8.6 - depth)
            figures.tree(c, x, foot, 0.12 + depth * 0.05)
    c.box(0, 0.93, 1, 1, "#a98558")
    figures.people(c, 6, 0.97, 0.22)


def school(c: Canvas) -> None:
    landscape(c, 0.62)
    c.box(0, 0.72, 1, 1, "#dcc9a3")
    figures.house(c, 0.12, 0.72, 0.76, 0.34, storeys=2)
    figures.flag(c, 0.5, 0.74, 0.5)
    figures.tree(c, 0.06, 0.78, 0.36)
    figures.tree(c, 0.95, 0.78, 0.33)
    figures.people(c, 9, 0.96, 0.19)


def market(c: Canvas) -> None:
    landscape(c, 0.5)
    c.box(0, 0.62, 1, 1, "#dccba8")
    for stall, colour in enumerate(("#a8322a", "#2f5d7c", "#5b8a4a", "#c98a2b")):
        figures.stall(c, 0.03 + stall * 0.245, 0.40, 0.215, 0.36, colour)
    figures.people(c, 9, 0.97, 0.26, hats=True)


def festival(c: Canvas) -> None:
    landscape(c, 0.6)
    c.box(0, 0.74, 1, 1, "#d8b98a")
    figures.temple(c, 0.5, 0.76, 0.62, 0.44)
    for place in range(8):
        x = 0.06 + place * 0.126
        figures.banner(c, x, 0.82, 0.44 + 0.05 * (place % 2), ("#a8322a", "#d69a2d", "#2f5d7c")[place % 3])
    figures.people(c, 11, 0.97, 0.21, hats=True)


def room(c: Canvas, wall: str, floor: str) -> None:
    c.gradient(wall, "#fdf7ec", 0, 0.66)
    c.box(0, 0.66, 1, 1, floor)
    for window in (0.05, 0.80):
        figures.window(c, window, 0.14, 0.15, 0.34)


def meeting(c: Canvas) -> None:
    room(c, "#efe1c8", "#b98a5c")
    c.box(0.27, 0.08, 0.73, 0.48, "#9c2b24")
    c.box(0.285, 0.10, 0.715, 0.46, "#b23a30")
    for line, width in ((0.20, 0.15), (0.27, 0.11), (0.34, 0.13)):
        c.box(0.5 - width, line, 0.5 + width, line + 0.022, "#efc56a")
    figures.people(c, 7, 0.74, 0.3, span=(0.2, 0.8), seated=True)
    c.polygon([(0.14, 0.70), (0.86, 0.70), (0.90, 0.78), (0.10, 0.78)], "#8a5a34")
    c.box(0.10, 0.78, 0.90, 0.86, "#6f4526")
    figures.people(c, 8, 1.06, 0.34, span=(0.06, 0.94), seated=True)


def office(c: Canvas) -> None:
    room(c, "#dfe8ea", "#c9b595")
    c.box(0.26, 0.10, 0.74, 0.20, "#9c2b24")
    for sign in range(4):
        c.box(0.31 + sign * 0.1, 0.13, 0.38 + sign * 0.1, 0.17, "#f4dfae")
    figures.people(c, 4, 0.70, 0.3, span=(0.24, 0.82), seated=True)
    for desk in range(4):
        figures.screen(c, 0.15 + desk * 0.2, 0.62, 0.075)
    c.box(0.08, 0.62, 0.92, 0.66, "#a67846")
    c.box(0.10, 0.66, 0.90, 0.86, "#c0965f")
    figures.people(c, 5, 1.04, 0.46, span=(0.14, 0.9))


def clinic(c: Canvas) -> None:
    room(c, "#d8ebe4", "#cfc2a8")
    c.box(0.47, 0.10, 0.53, 0.40, "#3f8f78")
    c.box(0.41, 0.20, 0.59, 0.30, "#3f8f78")
    c.box(0.08, 0.66, 0.62, 0.70, "#8a6a48")
    c.box(0.10, 0.70, 0.60, 0.90, "#b08d63")
    figures.people(c, 2, 0.70, 0.36, span=(0.2, 0.36), coat="#f7f7f2")
    figures.people(c, 5, 1.02, 0.46, span=(0.42, 0.94), hats=False)


def land_map(c: Canvas) -> None:
    c.box(0, 0, 1, 1, "#efe6d0")
    tones = ("#cfdcae", "#e3d29a", "#b9cfa0", "#ead9b4", "#d6c28c", "#c4d8c8")
    xs = [0.0, *(column / 9 + c.random.uniform(-0.04, 0.04) for column in range(1, 9)), 1.0]
    for left, right in pairwise(xs):
        y = 0.0
        while y < 1:
            deep = c.random.uniform(0.09, 0.24)
            c.box(left + 0.003, y + 0.005, right - 0.003, y + deep - 0.005, c.random.choice(tones))
            y += deep
    c.polygon([(0, 0.40), (1, 0.16), (1, 0.25), (0, 0.49)], "#8fb9c6")
    c.polygon([(0.36, 0), (0.41, 0), (0.62, 1), (0.57, 1)], "#fbf7ec")
    figures.pin(c, 0.66, 0.58, 0.16)


SCENES: dict[str, Callable[[Canvas], None]] = {
    "clinic": clinic,
    "festival": festival,
    "field": field,
    "map": land_map,
    "market": market,
    "meeting": meeting,
    "office": office,
    "river": river,
    "road": road,
    "school": school,
    "trees": trees,
}
