"""A demonstration: an invented commune with people, content and drafts at every stage."""

from portal.demo.accounts import open_accounts
from portal.demo.fill import NAME, fill

__all__ = ["NAME", "fill", "open_accounts"]
