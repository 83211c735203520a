"""Text of pages that are pictures, by Tesseract: `-m assets.extraction.recognition FILE LIMITS NUMBERS`.

Prints a line of JSON for each page as soon as it is done, `[number, text]`, so that what was made out stays
when the time is up. A page that takes too long, too much room or cannot be drawn has no line.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from shutil import which

from PIL import Image, ImageOps

from assets.extraction import packages, pdf
from assets.extraction.answer import Limits
from assets.extraction.kinds import kind_of
from assets.extraction.limiting import limit

LANGUAGE = "vie"
# As official papers are scanned. Measured: 150 to 400 dots differ by less than a syllable in a hundred.
DPI = 200
# Finds columns and blocks, and which side is up: without that a third of the syllables of a turned page is
# right, with it nine in ten, for one second more.
SEGMENTATION = 1
POINTS_PER_INCH = 72
# Two sheets of A3 at `DPI`; a bigger page is drawn coarser.
MOST_DRAWN_PIXELS = 16_000_000
# A picture that would take more room unpacked is left alone.
MOST_PIXELS = 100_000_000


LARGEST_SIDES = (4000, 4000)


def available() -> bool:
    """Whether Tesseract is on this machine with Vietnamese."""
    if not which("tesseract"):
        return False
    command = ["tesseract", "--list-langs"]
    said = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
    return LANGUAGE in said.stdout.split()


def pictures(path: Path, limits: Limits, numbers: list[int]) -> Iterator[tuple[int, Image.Image]]:
    """The pages with these numbers as pictures; those of a packed office file all belong to its first."""
    kind = kind_of(path, limits)
    if kind == "pdf":
        yield from pages_of_pdf(path, numbers)
    elif kind == "picture":
        yield from prepared([(1, path.read_bytes())])
    elif zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as package:
            names = [name for name in package.namelist() if name.startswith(packages.PICTURES)]
            yield from prepared((1, package.read(name)) for name in names)


def pages_of_pdf(path: Path, numbers: list[int]) -> Iterator[tuple[int, Image.Image]]:
    document = pdf.opened(path)
    document.init_forms()
    for number in numbers:
        page = document[number - 1]
        if pdf.most_pixels(page) <= MOST_PIXELS:
            yield number, page.render(scale=scale_of(*page.get_size()), grayscale=True).to_pil()
        page.close()


def scale_of(width: float, height: float) -> float:
    """How many dots a point of the page gets."""
    wanted = DPI / POINTS_PER_INCH
    return min(wanted, (MOST_DRAWN_PIXELS / max(width * height, 1)) ** 0.5)


def prepared(files: Iterable[tuple[int, bytes]]) -> Iterator[tuple[int, Image.Image]]:
    """Pictures upright and in grey; drawings of office programs, which are no photographs, are left out."""
    for number, content in files:
        try:
            with Image.open(BytesIO(content)) as picture:
                if picture.width * picture.height <= MOST_PIXELS:
                    picture.thumbnail(LARGEST_SIDES)
                    yield number, ImageOps.exif_transpose(picture).convert("L")
        except (OSError, ValueError, Image.DecompressionBombError):
            continue


def recognised(picture: Image.Image, seconds: float) -> str:
    """Raises `TimeoutExpired` when it takes longer, and `CalledProcessError` when the program fails."""
    content = BytesIO()
    picture.save(content, "PPM")
    command = ["tesseract", "-", "-", "-l", LANGUAGE, "--psm", str(SEGMENTATION), "--dpi", str(DPI)]
    alone = {**os.environ, "OMP_THREAD_LIMIT": "1"}  # threads that wait for one another take longer
    run = subprocess.run(
        command, input=content.getvalue(), env=alone, capture_output=True, timeout=seconds, check=True
    )
    return run.stdout.decode(errors="replace").replace("\f", "").strip()


def texts(path: Path, limits: Limits, numbers: list[int]) -> Iterator[tuple[int, str]]:
    for number, picture in pictures(path, limits, numbers):
        try:
            yield number, recognised(picture, limits.recognising_page)
        except subprocess.SubprocessError:
            continue


if __name__ == "__main__":
    given = Limits(**json.loads(sys.argv[2]))
    limit(given, given.recognising)
    for found in texts(Path(sys.argv[1]), given, json.loads(sys.argv[3])):
        sys.stdout.write(json.dumps(found) + "\n")
        sys.stdout.flush()
