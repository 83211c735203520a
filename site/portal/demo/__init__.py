"""A demonstration: an invented commune with people, content and drafts at every stage."""

from portal.demo.fill import NAME, fill

__all__ = ["NAME", "fill"]
