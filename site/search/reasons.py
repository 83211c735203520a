"""Every factor of ranking with its reason, in the order and the words in which editors are told of it.

`search.factors` and `search.ranking` measure them, `coefficients.json` has what each counts.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from search.kinds import Label

FIRST, TITLE, TEXT, KIND, DATE, OTHER = "first", "title", "text", "kind", "date", "other"
GROUPS: dict[str, Label] = {
    FIRST: _("How many of the words the page has"),
    TITLE: _("Title and headings"),
    TEXT: _("Text of the page and its files"),
    KIND: _("Kind of page"),
    DATE: _("Date"),
    OTHER: _("Other"),
}


@dataclass(frozen=True)
class Reason:
    """What a factor is called, why it counts, and with which others it is summed up."""

    group: str
    label: Label
    why: Label = ""


_TOGETHER = _("What is asked should stand together in one passage, beside the title of the page.")
_SOMEWHERE = _("Or at least somewhere in the text.")
_ABOUT = _("A title says what a text is about; so do its headings, and the name of the document above it.")
_NARROWER = _("A title that says more than was asked is about something narrower.")
_WORDS = _("The more of the words a page has, and the rarer they are, the likelier it is what is looked for.")

_reasons: dict[str, Reason] = {
    "first": Reason(FIRST, _("score by the words alone, beside the best page"), _WORDS),
    "place": Reason(FIRST, _("place by the words alone"), _WORDS),
    "titled": Reason(
        TITLE,
        _("what was typed is just the title"),
        _("Who types a title and nothing else looks for just that."),
    ),
    "title_pairs": Reason(TITLE, _("the title has the phrases asked for"), _ABOUT),
    "title_singles": Reason(TITLE, _("the title has the single words asked for"), _ABOUT),
    "title_asked": Reason(TITLE, _("the title says nothing but what was asked, by phrases"), _NARROWER),
    "title_asked_singles": Reason(
        TITLE, _("the title says nothing but what was asked, by single words"), _NARROWER
    ),
    "headings_pairs": Reason(TITLE, _("headings or keywords have the phrases asked for"), _ABOUT),
    "parent_pairs": Reason(
        TITLE, _("the document above it, or the number, has the phrases asked for"), _ABOUT
    ),
    "parent_asked": Reason(
        TITLE,
        _("the document above it, or the number, is all in the question"),
        _("Who names a document wants the document more often than each of its parts."),
    ),
    "passage_pairs": Reason(TEXT, _("one passage has the phrases asked for"), _TOGETHER),
    "passage_singles": Reason(TEXT, _("one passage has the single words asked for"), _TOGETHER),
    "passage": Reason(TEXT, _("the best passage, phrases and words together"), _TOGETHER),
    "text_pairs": Reason(TEXT, _("the phrases asked for stand anywhere in the page"), _SOMEWHERE),
    "text_singles": Reason(TEXT, _("the single words asked for stand anywhere in the page"), _SOMEWHERE),
    "defined": Reason(TEXT, _("“… là …”: the page says what something is"), _("“X là …” tells what X is.")),
    "length": Reason(TEXT, _("length of the text"), _("A long text contains anything.")),
    "kind": Reason(
        KIND,
        _("the kind of page by itself"),
        _("The official procedure comes before news about it."),
    ),
    "kind asked": Reason(
        KIND,
        _("the question sounds like asking for this kind"),
        _("The words of earlier questions tell which kind of page answers such a question."),
    ),
    "newer": Reason(DATE, _("how new it is"), _("The newer of two that say the same is the one that holds.")),
}


def register(name: str, label: Label, why: Label, *, asked: Label = "") -> None:
    """Names a signal of a type's entries, and, where questions may ask for it, what that is called."""
    _reasons[name] = Reason(KIND, label, why)
    if asked:
        _reasons[f"{name} asked"] = Reason(KIND, asked, why)


def of(name: str) -> Reason:
    """The reason of a factor; one that nobody named is shown by its name."""
    return _reasons.get(name) or Reason(OTHER, name)


def known(name: str) -> bool:
    return name in _reasons


def order(name: str) -> int:
    """Where a factor stands among the others."""
    names = list(_reasons)
    return names.index(name) if name in names else len(names)
