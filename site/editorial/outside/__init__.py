"""Drafts shown to who holds a link and has no account in the browser: leaders by mail, readers outside."""
