"""What makes one text the same as another: decisions are bound to it (decision 8)."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from django.core.serializers.json import DjangoJSONEncoder

if TYPE_CHECKING:
    from editorial.models import EditorialPage

# What Wagtail and the tree keep on a page beside its text.
NOT_TEXT = frozenset(
    {
        *(
            "pk",
            "page_ptr",
            "editorialpage_ptr",
            "sectionpage_ptr",
            "content_type",
            "path",
            "depth",
            "numchild",
        ),
        *("url_path", "translation_key", "locale", "alias_of", "latest_revision", "live_revision", "owner"),
        *("live", "has_unpublished_changes", "draft_title", "first_published_at", "last_published_at"),
        *(
            "latest_revision_created_at",
            "go_live_at",
            "expire_at",
            "expired",
            "locked",
            "locked_at",
            "locked_by",
        ),
        *("wagtail_admin_comments", "restricted"),
    }
)
ROW_KEYS = frozenset({"pk", "page", "sort_order", "shown_since"})


def digest_of(page: EditorialPage) -> str:
    """The digest of the text of `page` as it stands in memory; the same before and after it is stored."""
    return digest_of_content(page.serializable_data())


def digest_of_content(content: dict[str, Any]) -> str:
    """The same of the content of a revision: 64 hexadecimal digits.

    An empty field counts as none, so that one added by a later release changes no text that was approved.
    """
    text = {name: without_keys(value) for name, value in content.items() if name not in NOT_TEXT and value}
    plain = json.dumps(text, cls=DjangoJSONEncoder, sort_keys=True, ensure_ascii=False)
    return sha256(plain.encode()).hexdigest()


def without_keys(value: Any) -> Any:
    """Rows without the numbers they get when stored; sets of numbers in one order."""
    if not isinstance(value, list):
        return value
    if all(isinstance(item, dict) for item in value):
        return [{name: part for name, part in row.items() if name not in ROW_KEYS} for row in value]
    return sorted(value, key=str)
