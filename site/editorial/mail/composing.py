"""The words of a letter, as plain text and as HTML with the same content."""

from __future__ import annotations

import re
from email.utils import format_datetime
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from editorial.models.letters import Letter

LONGEST_SUBJECT = 200
BLANK_LINES = re.compile(r"\n{3,}")
UNPRINTED = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")


Words = str | Promise


class Written(NamedTuple):
    subject: str
    text: str
    html: str
    link: str


def write(
    subject: Words, template: str, context: dict[str, Any], *, reader_name: str, portal: str = ""
) -> Written:
    """Renders both forms in the active language; the words of the kind stand in `<template>.txt`, once.

    Beside what that template needs, `context` may hold `link` and `action` (its words), `facts` (pairs of a
    label and a value), `quote`, `items` (with `subject` and `link`) and `notes` (sentences at the end).
    """
    line = one_line(str(subject))
    link = absolute(context.get("link", ""))
    values = {
        "action": _("Open in the portal"),
        "portal": portal or settings.WAGTAIL_SITE_NAME,
        "account_url": absolute(reverse("wagtailadmin_account")),
        **context,
        "lead": f"editorial/mail/{template}.txt",
        "reader_name": reader_name,
        "subject": line,
        "link": link,
    }
    text = render_to_string("editorial/mail/letter.txt", values)
    html = render_to_string("editorial/mail/letter.html", values)
    return Written(line, BLANK_LINES.sub("\n\n", text).strip() + "\n", html, link)


def one_line(text: str) -> str:
    """`text` fit for a header: no line ends or other control signs, not too long."""
    line = " ".join(UNPRINTED.sub(" ", text).split())
    return line if len(line) <= LONGEST_SUBJECT else line[: LONGEST_SUBJECT - 1] + "…"


def absolute(path: str) -> str:
    """The whole address of a path of the portal; "" stays empty."""
    return urljoin(settings.WAGTAILADMIN_BASE_URL, path) if path else ""


def message_of(letter: Letter) -> EmailMultiAlternatives:
    """The letter as it is sent; sent again, it is the same message to every mail server."""
    from editorial.outside import deciding

    text, html = deciding.fill(letter)
    message = EmailMultiAlternatives(letter.subject, text, to=[letter.address], headers=headers_of(letter))
    message.attach_alternative(html, "text/html")
    return message


def headers_of(letter: Letter) -> dict[str, str]:
    """Headers of mail a machine sends (RFC 3834): nobody's absence answers it."""
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or "localhost"
    return {
        "Message-ID": f"<{letter.created_at:%Y%m%d%H%M%S}.{letter.pk}@{host}>",
        "Date": format_datetime(timezone.localtime(letter.created_at)),
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
    }
