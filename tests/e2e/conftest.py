"""What the tests in a real browser share: tabs in browsers of their own, and what those complain about."""

import pytest


@pytest.fixture
def complaints():
    """What the browsers of the test complain about: blocked resources and script errors."""
    return []


@pytest.fixture
def new_tab(chromium, live_server, complaints):
    """Opens a tab in a browser nobody has used, with the screen it is told."""
    contexts = []

    def open_tab(**screen):
        contexts.append(chromium.new_context(base_url=live_server.url, locale="vi-VN", **screen))
        listen(contexts[-1], complaints)
        return contexts[-1].new_page()

    yield open_tab
    for context in contexts:
        context.close()


@pytest.fixture
def browser_page(new_tab):
    """A fresh browser tab whose relative addresses lead to the running portal."""
    return new_tab()


def listen(context, complaints):
    """Keeps what the browser of `context` says.

    The editor saves by itself while one types; a form half filled in is answered with 400, as it should be.
    """

    def hear(message):
        if message.type == "error" and "status of 400" not in message.text:
            complaints.append(message.text)

    context.on("console", hear)
    context.on("weberror", lambda problem: complaints.append(str(problem.error)))
