"""Leaving personal data behind when a question becomes public (Law 91/2025/QH15, art. 16)."""

import re

MASK = "[…]"
PATTERNS = (
    re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    re.compile(r"(?<!\d)(?:\+?84|0)(?:[ .-]?\d){8,10}(?!\d)"),
    re.compile(r"(?<!\d)\d{12}(?!\d)"),
    re.compile(r"(?<!\d)\d{9}(?!\d)"),
)


def masked(text: str, *private: str) -> str:
    """`text` without e-mail addresses, telephone and identity numbers and the `private` words given."""
    for pattern in PATTERNS:
        text = pattern.sub(MASK, text)
    for words in filter(None, (part.strip() for part in private)):
        text = re.sub(re.escape(words), MASK, text, flags=re.IGNORECASE)
    return text
