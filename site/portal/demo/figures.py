"""What stands in the drawn scenes: people, trees, houses. Places and sizes are parts of the canvas."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from PIL import Image, ImageDraw

CLOTHES = ("#7b2d26", "#2f4f6f", "#46663f", "#b5762a", "#5b4a6b", "#37474f", "#d8cdb8", "#a44a3f")
SKIN = ("#e0b48c", "#d3a27a", "#c99570")
HAIR = "#2b2320"
HAT = "#ecd9a0"
RED, GOLD, TRUNK = "#c8281e", "#f6cf3f", "#7a5a3c"
LEAVES = ("#4f7f49", "#5f8f52", "#3f6f46", "#77a05a")


@dataclass
class Canvas:
    """Draws with numbers from 0 to 1; a circle's radius is a part of the height."""

    pen: ImageDraw.ImageDraw
    image: Image.Image
    width: int
    height: int
    random: Random

    def at(self, x: float, y: float) -> tuple[float, float]:
        return x * self.width, y * self.height

    def wide(self, of_height: float) -> float:
        """A length given in heights, as a part of the width."""
        return of_height * self.height / self.width

    def box(self, x1: float, y1: float, x2: float, y2: float, colour: str) -> None:
        self.pen.rectangle([self.at(x1, y1), self.at(x2, y2)], fill=colour)

    def polygon(self, points: list[tuple[float, float]], colour: str) -> None:
        self.pen.polygon([self.at(*point) for point in points], fill=colour)

    def oval(self, x1: float, y1: float, x2: float, y2: float, colour: str) -> None:
        self.pen.ellipse([self.at(x1, y1), self.at(x2, y2)], fill=colour)

    def circle(self, x: float, y: float, radius: float, colour: str) -> None:
        across = self.wide(radius)
        self.oval(x - across, y - radius, x + across, y + radius, colour)

    def rounded(self, x1: float, y1: float, x2: float, y2: float, radius: float, colour: str) -> None:
        self.pen.rounded_rectangle(
            [self.at(x1, y1), self.at(x2, y2)],
            radius * self.height,
            fill=colour,
            corners=(True, True, False, False),
        )

    def gradient(self, above: str, below: str, top: float, bottom: float) -> None:
        column = Image.new("RGB", (1, 2))
        column.putdata([rgb(above), rgb(below)])
        size = (self.width, round((bottom - top) * self.height))
        self.image.paste(column.resize(size, Image.Resampling.BILINEAR), (0, round(top * self.height)))


def rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[start : start + 2], 16) for start in (1, 3, 5))


def people(
    c: Canvas,
    count: int,
    foot: float,
    tall: float,
    *,
    span: tuple[float, float] = (0.06, 0.94),
    hats: bool = False,
    seated: bool = False,
    coat: str = "",
) -> None:
    """A loose row of people standing on `foot`, `tall` high, from left to right."""
    step = (span[1] - span[0]) / count
    for place in range(count):
        x = span[0] + step * (place + 0.5) + c.random.uniform(-0.12, 0.12) * step
        size = tall * c.random.uniform(0.9, 1.06)
        person(c, x, foot, size, hat=hats and c.random.random() < 0.6, seated=seated, coat=coat)


def person(c: Canvas, x: float, foot: float, tall: float, *, hat: bool, seated: bool, coat: str) -> None:
    colour = coat or c.random.choice(CLOTHES)
    head, half = tall * 0.10, c.wide(tall * 0.155)
    neck = foot - tall * 0.79
    hem = foot if seated else foot - tall * 0.38
    if not seated:
        legs(c, x, hem, foot, half)
    c.rounded(x - half, neck, x + half, hem + 0.005, tall * 0.12, colour)
    c.box(x - half * 0.28, neck - tall * 0.04, x + half * 0.28, neck + tall * 0.02, SKIN[1])
    top = neck - head * 1.05
    c.circle(x, top - head * 0.12, head * 1.08, HAIR)
    c.oval(
        x - c.wide(head) * 0.82, top - head * 0.72, x + c.wide(head) * 0.82, top + head, c.random.choice(SKIN)
    )
    if hat:
        wide = c.wide(head * 2.0)
        c.polygon([(x - wide, top - head * 0.25), (x, top - head * 1.9), (x + wide, top - head * 0.25)], HAT)
        c.oval(x - wide, top - head * 0.45, x + wide, top - head * 0.05, "#d8c282")


def legs(c: Canvas, x: float, hem: float, foot: float, half: float) -> None:
    for side in (-1, 1):
        middle = x + side * half * 0.45
        c.box(middle - half * 0.36, hem, middle + half * 0.36, foot, "#3a3430")


def tree(c: Canvas, x: float, foot: float, tall: float) -> None:
    trunk = c.wide(tall * 0.035)
    c.box(x - trunk, foot - tall * 0.5, x + trunk, foot, TRUNK)
    colour = c.random.choice(LEAVES)
    for dx, dy, size in ((-0.16, 0.55, 0.19), (0.16, 0.55, 0.19), (0, 0.72, 0.24)):
        c.circle(x + c.wide(dx * tall), foot - dy * tall, size * tall, colour)


def boat(c: Canvas, x: float, y: float, size: float) -> None:
    person(c, x, y + size * 0.02, size * 0.75, hat=True, seated=True, coat="")
    c.polygon([(x - size, y - size * 0.2), (x + size, y - size * 0.2), (x + size * 0.72, y + size * 0.12),
               (x - size * 0.72, y + size * 0.12)], "#5f4028")  # fmt: skip


def house(c: Canvas, x: float, foot: float, wide: float, tall: float, storeys: int) -> None:
    """A long house with a tiled roof and a row of windows on each storey."""
    top = foot - tall
    c.box(x, top, x + wide, foot, "#f1dfae")
    c.polygon([(x - 0.02, top), (x + 0.04, top - 0.10), (x + wide - 0.04, top - 0.10), (x + wide + 0.02, top)],
              "#a8442f")  # fmt: skip
    for storey in range(storeys):
        floor = top + tall * storey / storeys
        c.box(x, floor + tall / storeys - 0.012, x + wide, floor + tall / storeys, "#d9bf80")
        for place in range(10):
            left = x + wide * (place + 0.22) / 10
            c.box(left, floor + 0.04, left + wide * 0.056, floor + tall / storeys - 0.04, "#5f8799")


def flag(c: Canvas, x: float, foot: float, tall: float) -> None:
    """A mast with a plain red pennant."""
    c.box(x - 0.002, foot - tall, x + 0.002, foot, "#6d6a64")
    c.polygon([(x, foot - tall), (x + 0.09, foot - tall + 0.02), (x + 0.09, foot - tall + 0.10),
               (x, foot - tall + 0.09)], RED)  # fmt: skip


def banner(c: Canvas, x: float, foot: float, tall: float, colour: str) -> None:
    """A festival flag on a pole, with a bright border."""
    c.box(x - 0.002, foot - tall, x + 0.002, foot, TRUNK)
    top, wide = foot - tall, 0.062
    c.box(x, top, x + wide, top + wide * 1.7, GOLD)
    c.box(x + 0.008, top + 0.014, x + wide - 0.008, top + wide * 1.7 - 0.014, colour)


def stall(c: Canvas, x: float, top: float, wide: float, tall: float, colour: str) -> None:
    c.box(x + 0.01, top, x + 0.016, top + tall, TRUNK)
    c.box(x + wide - 0.016, top, x + wide - 0.01, top + tall, TRUNK)
    for stripe in range(8):
        left = x + wide * stripe / 8
        c.polygon([(left + 0.01 * (4 - stripe) / 4, top - 0.09), (left + wide / 8 + 0.01 * (3 - stripe) / 4, top - 0.09),
                   (left + wide / 8, top + 0.05), (left, top + 0.05)], "#f6efe0" if stripe % 2 else colour)  # fmt: skip
    c.box(x, top + tall * 0.62, x + wide, top + tall, "#b58a57")
    for fruit in range(12):
        place = x + wide * (fruit + 0.5) / 12
        c.circle(place, top + tall * 0.60, 0.017, ("#c8482e", "#dfa52f", "#6f9a45")[fruit // 4])


def temple(c: Canvas, x: float, foot: float, wide: float, tall: float) -> None:
    """A communal house: a heavy roof with raised corners on wooden pillars."""
    half, eaves = wide / 2, foot - tall * 0.48
    c.box(x - half * 0.86, eaves, x + half * 0.86, foot, "#8a4b2f")
    for pillar in range(7):
        left = x - half * 0.84 + half * 1.62 * pillar / 6
        c.box(left, eaves, left + 0.012, foot, "#5c2f1e")
    c.polygon([(x - half * 1.12, eaves - 0.07), (x - half, eaves + 0.02), (x + half, eaves + 0.02),
               (x + half * 1.12, eaves - 0.07), (x + half * 0.62, foot - tall), (x - half * 0.62, foot - tall)],
              "#9a3d2a")  # fmt: skip
    c.box(x - half * 0.64, foot - tall - 0.02, x + half * 0.64, foot - tall + 0.008, "#6f2a1d")


def window(c: Canvas, x: float, y: float, wide: float, tall: float) -> None:
    c.box(x, y, x + wide, y + tall, "#a98a60")
    for column in range(2):
        left = x + 0.008 + column * wide / 2
        c.box(left, y + 0.015, left + wide / 2 - 0.014, y + tall - 0.015, "#cfe3ea")


def screen(c: Canvas, x: float, foot: float, wide: float) -> None:
    c.box(x + wide * 0.42, foot - 0.05, x + wide * 0.58, foot, "#444b50")
    c.box(x, foot - 0.16, x + wide, foot - 0.04, "#2f383d")


def pin(c: Canvas, x: float, y: float, size: float) -> None:
    c.polygon(
        [(x - c.wide(size * 0.44), y - size), (x + c.wide(size * 0.44), y - size), (x, y + size * 0.1)], RED
    )
    c.circle(x, y - size * 1.1, size * 0.5, RED)
    c.circle(x, y - size * 1.1, size * 0.2, "#fbf7ec")
