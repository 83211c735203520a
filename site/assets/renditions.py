"""The declared sizes of pictures: made at upload and at publishing, only read by public templates.

A profile is a way a picture is used on a page: its filter specs, widest last, and the `sizes` a
browser needs to choose one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django_tasks import task
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import Filter, SourceImageIOError

from assets.models import CustomImage, Rendition

ENCODING = "format-webp|webpquality-78"


@dataclass(frozen=True)
class Profile:
    """`specs` are Wagtail filter specs with format; `sizes` is the value of the HTML attribute."""

    specs: tuple[str, ...]
    sizes: str

    @property
    def filters(self) -> list[Filter]:
        return [Filter(spec=spec) for spec in self.specs]


profiles: dict[str, Profile] = {}


def register(name: str, operations: Iterable[str], sizes: str) -> None:
    """Declares a profile from operations such as `fill-640x480` or `width-800`, narrowest first."""
    profiles[name] = Profile(tuple(f"{operation}|{ENCODING}" for operation in operations), sizes)


# Covers are 3 : 2 everywhere, so that the sizes are shared.
register("thumb", ["fill-160x107", "fill-320x213"], "160px")
register("list", ["fill-320x213", "fill-640x427"], "(max-width: 640px) 40vw, 320px")
register("lead", ["fill-640x427", "fill-1280x853"], "(max-width: 960px) 100vw, 800px")
register("body", ["width-480", "width-800", "width-1280"], "(max-width: 800px) 100vw, 800px")
register("portrait", ["fill-180x240", "fill-360x480"], "180px")
register("banner", ["width-800", "width-1280", "width-1920"], "100vw")


def declared() -> list[Filter]:
    """Every filter of every profile, once."""
    return [Filter(spec=spec) for spec in dict.fromkeys(s for p in profiles.values() for s in p.specs)]


def existing(image: CustomImage, profile: Profile) -> list[Rendition]:
    """The renditions of a profile that are there, narrowest first, of each width one."""
    found = image.find_existing_renditions(*profile.filters)
    by_width = {rendition.width: rendition for rendition in found.values()}
    return [by_width[width] for width in sorted(by_width)]


def missing(image: CustomImage) -> list[Filter]:
    """The declared filters without a rendition for the image's present focal point."""
    found = image.find_existing_renditions(*declared())
    return [item for item in declared() if item not in found]


def make(images: Iterable[CustomImage]) -> None:
    """Makes what is missing; an image that cannot be read is left alone, its page shows the original."""
    for image in images:
        try:
            image.create_renditions(*missing(image))
        except (SourceImageIOError, InvalidFilterSpecError, OSError):
            continue


@task()
def make_for(image_id: int) -> None:
    """Makes the missing renditions of one image."""
    make(CustomImage.objects.filter(pk=image_id))
