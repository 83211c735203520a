"""What a check says about a text."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One thing a check found.

    ``check`` and ``kind`` are slugs, ``excerpt`` is the place in the words of the text, ``where`` names the
    field or the attachment and page, ``message`` tells the editor what to do. A blocking finding holds the
    text back until it is mended or cleared; any other only advises.
    """

    check: str
    kind: str
    excerpt: str
    blocking: bool
    where: str = ""
    message: str = ""
