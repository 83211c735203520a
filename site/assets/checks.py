"""What an operator learns from `manage.py check --deploy` about reading documents."""

from __future__ import annotations

from typing import Any

from django.core.checks import Info, register

from assets.extraction import recognition
from assets.extraction.legacy import missing


@register(deploy=True)
def old_office_files(**kwargs: Any) -> list[Info]:
    """Without the Debian package catdoc, a person must read files of Office 97–2003 before publishing."""
    kinds = missing()
    if not kinds:
        return []
    return [
        Info(
            f"No program on this server reads the text of files of the types {', '.join(kinds)}.",
            hint="Install the Debian package catdoc, then run manage.py read_documents.",
            id="assets.I001",
        )
    ]


@register(deploy=True)
def scans(**kwargs: Any) -> list[Info]:
    """Without Tesseract what stands on scanned pages is neither searched nor checked by the gates."""
    if recognition.available():
        return []
    return [
        Info(
            "No program on this server makes out the text of scanned pages.",
            hint="Install the Debian package tesseract-ocr-vie, then run manage.py read_documents.",
            id="assets.I002",
        )
    ]
