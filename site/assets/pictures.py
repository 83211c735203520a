"""Writing a picture anew: the right way up, without metadata and what hides behind the pixels."""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any

import pillow_heif
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

# The format each extension is written in; HEIC, which few browsers show, becomes JPEG.
FORMATS = {"jpg": "JPEG", "png": "PNG", "gif": "GIF", "webp": "WEBP", "heic": "JPEG"}
OPENED_AS = {"jpg": ("JPEG", "MPO"), "heic": ("HEIF",)}
KEPT = ("icc_profile", "transparency", "background", "duration", "loop", "disposal", "dpi")
QUALITY = 92


def extension_of(name: str) -> str:
    """The extension without its dot, in lower case, `jpeg` as `jpg`; "" when there is none."""
    extension = PurePosixPath(name).suffix.lower().lstrip(".")
    return "jpg" if extension == "jpeg" else extension


def limit_pixels() -> None:
    """Makes Pillow itself refuse to decode what is larger than the portal accepts."""
    pillow_heif.register_heif_opener()
    Image.MAX_IMAGE_PIXELS = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 2  # Pillow refuses at twice this
    warnings.simplefilter("ignore", Image.DecompressionBombWarning)


def cleaned(source: File, name: str) -> tuple[bytes, str]:
    """The picture written anew and its name, with the extension of what it has become.

    Raises `ValidationError` when it cannot be decoded, is of another format or has too many pixels.
    """
    extension = extension_of(name)
    source.seek(0)
    try:
        with Image.open(source, formats=OPENED_AS.get(extension, (FORMATS[extension],))) as image:
            check_pixels(image)
            content = encoded(image, FORMATS[extension])
    except (
        Image.DecompressionBombError,
        Image.UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
    ) as error:
        raise ValidationError(unreadable(error), code="picture") from error
    return content, str(PurePosixPath(name).with_suffix(".jpg")) if extension == "heic" else name


def check_pixels(image: Image.Image) -> None:
    if image.width * image.height * getattr(image, "n_frames", 1) > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        raise Image.DecompressionBombError


def unreadable(error: Exception) -> str:
    if isinstance(error, Image.DecompressionBombError):
        return _("The picture has too many pixels. Make it smaller first.")
    return _("The picture is damaged or of another format.")


def encoded(image: Image.Image, target: str) -> bytes:
    options: dict[str, Any] = {"format": target}
    animated = getattr(image, "is_animated", False) and target in ("GIF", "WEBP", "PNG")
    if animated:
        options["save_all"] = True
    else:
        image = upright(image)
    if target == "JPEG":
        options["quality"] = "keep" if image.format == "JPEG" else QUALITY
        image = image if image.mode in ("RGB", "L", "CMYK") else image.convert("RGB")
    elif target == "WEBP":
        options["quality"] = QUALITY
    image.info = {key: value for key, value in image.info.items() if key in KEPT}
    if profile := image.info.get("icc_profile"):
        options["icc_profile"] = profile
    output = BytesIO()
    image.save(output, **options)
    return output.getvalue()


def upright(image: Image.Image) -> Image.Image:
    """The picture as a viewer shows it; the same object when it is not turned."""
    turned = image.getexif().get(0x0112, 1) != 1
    image.load()
    return ImageOps.exif_transpose(image) if turned else image
