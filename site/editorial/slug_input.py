"""The address an editor sees while typing a title: Vietnamese loses its accents, not its letters."""

from __future__ import annotations

import unicodedata
from collections import defaultdict

from django.db.models import SlugField
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import SlugInput

# Latin letters with marks: Latin-1, Latin Extended-A and -B, and the block made for Vietnamese.
MARKED = [*range(0xC0, 0x250), *range(0x1EA0, 0x1EFA)]
# A mark of its own, as text copied from elsewhere has it.
COMBINING = "[\u0300-\u036f]"


def formatters() -> list[tuple[str, str]]:
    """Pairs (pattern, replacement) for Wagtail's script, one for each plain letter; đ has no mark to lose."""
    letters: defaultdict[str, str] = defaultdict(str)
    for letter in map(chr, MARKED):
        plain = unicodedata.normalize("NFD", letter)[0]
        if plain != letter and plain.isascii():
            letters[plain] += letter
    letters["d"] += "đ"
    letters["D"] += "Đ"
    return [(COMBINING, ""), *((f"[{marked}]", plain) for plain, marked in sorted(letters.items()))]


class VietnameseSlugInput(SlugInput):
    """Wagtail's field for the end of an address, which by itself drops every letter with a mark."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, formatters=formatters(), **kwargs)


register_form_field_override(SlugField, override={"widget": VietnameseSlugInput})
