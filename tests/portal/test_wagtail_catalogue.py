"""Wagtail's texts are Vietnamese: each is translated, by the packages' catalogues or ours."""

import pytest

from portal import messages as own
from tests.language import (
    PACKAGES,
    forms,
    is_translated,
    messages,
    overrides,
    package_catalogue,
    placeholders,
)

DOMAINS = ["django", "djangojs"]


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("package", PACKAGES)
def test_every_text_is_translated(package, domain):
    own, ours = package_catalogue(package, "vi", domain), overrides(domain)
    texts = messages(package_catalogue(package, "en", domain))
    untranslated = [
        message.id
        for message in texts
        if not is_translated(ours.get(message.id, message.context))
        and not is_translated(own.get(message.id, message.context))
    ]
    assert texts or domain == "djangojs"
    assert untranslated == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_overrides_are_finished(domain):
    unfinished = [message.id for message in messages(overrides(domain)) if not is_translated(message)]
    assert messages(overrides(domain))
    assert unfinished == []


def test_a_text_we_share_with_a_package_means_the_same():
    """Our catalogue is asked first, also for what the packages say."""
    theirs = {text.id: text.string for text in messages(overrides("django")) if not text.context}
    ours = [text for text in messages(own.read(own.main_catalogue("vi"))) if not text.context]
    shared = [text for text in ours if text.id in theirs]
    assert len(shared) > 20
    assert [(text.id, text.string) for text in shared if text.string != theirs[text.id]] == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_placeholders_and_markup_survive_translation(domain):
    changed = [
        (message.id, message.string)
        for message in messages(overrides(domain))
        if placeholders(forms(message.string)[0]) != placeholders(forms(message.id)[-1])
    ]
    assert changed == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_spaces_around_a_text_survive_translation(domain):
    def edges(text: str) -> tuple[bool, bool]:
        return text[0].isspace(), text[-1].isspace()

    changed = [
        message.id
        for message in messages(overrides(domain))
        if edges(forms(message.string)[0]) != edges(forms(message.id)[0])
    ]
    assert changed == []
