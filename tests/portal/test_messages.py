"""The catalogues: every text found, none lost when merged, none left without Vietnamese."""

import os
import shutil
import subprocess
import sys
from io import BytesIO

from babel.messages.catalog import Catalog, Message

from portal import messages

TEMPLATE = """<p class="a">it's {% translate "Don't go" %}
{% blocktranslate count n=x %}One page{% plural %}{{ n }} pages{% endblocktranslate %}
{% blocktranslate trimmed with a=b context "verb" %}
  Hello "{{ a }}"
  there
{% endblocktranslate %}
{% include "x" with a=_("Title") %} {% translate "Post" context "noun" %}</p>"""


def test_every_way_of_marking_a_text_in_a_template_is_found():
    found = messages.extract_template(BytesIO(TEMPLATE.encode()), messages.KEYWORDS, [], {})
    assert [(function, text) for _line, function, text, _comments in found] == [
        ("gettext", "Don't go"),
        ("ngettext", ("One page", "%(n)s pages")),
        ("pgettext", ("verb", 'Hello "%(a)s" there')),
        ("_", "Title"),
        ("pgettext", ("noun", "Post")),
    ]


def test_texts_of_python_and_templates_are_extracted():
    found = messages.extract()
    assert found.get("Too many wrong attempts. Wait %(minutes)s minutes, then try again.")
    assert len(found) > 200


def test_a_text_keeps_its_first_finished_translation():
    fuzzy, first, second = (Catalog(locale="vi") for _ in range(3))
    fuzzy.add("Search", "Tra", flags={"fuzzy"})
    first.add("Search", "Tìm kiếm")
    second.add("Search", "Tra cứu")
    assert messages.translated(Message("Search"), [fuzzy, first, second]).string == "Tìm kiếm"
    assert not messages.complete(messages.translated(Message("Print"), [first]).string)


def test_a_plural_does_not_take_the_translation_of_a_single_text():
    known = Catalog(locale="vi")
    known.add("page", "trang")
    assert not messages.complete(messages.translated(Message(("page", "pages")), [known]).string)


def test_an_update_takes_in_an_apps_catalogue_and_removes_it(tmp_path, monkeypatch):
    own, main = (tmp_path / name / "locale/vi/LC_MESSAGES/django.po" for name in ("app", "site"))
    add(own, {"Search": "Tra cứu", "Print": "In"})
    add(main, {"Search": "Tìm kiếm", "No longer used": "Không dùng nữa"})
    (tmp_path / "app/page.py").write_text('_("Search"), _("Print"), _("Share")')
    monkeypatch.setattr(messages, "FOLDERS", [tmp_path / "app", tmp_path / "site"])
    monkeypatch.setattr(messages, "LOCALE", tmp_path / "site/locale")
    messages.update()
    held = {message.id: message.string for message in messages.read(main) if message.id}
    assert held == {"Search": "Tìm kiếm", "Print": "In", "Share": ""}
    assert not (tmp_path / "app/locale").exists()
    assert messages.missing() == ["Share"]


def add(path, texts) -> None:
    catalog = Catalog(locale="vi")
    for text, translation in texts.items():
        catalog.add(text, translation)
    messages.write(catalog, path)


def test_translations_hold_the_same_values_as_the_source():
    wrong = [error for message in messages.read(messages.main_catalogue("vi")) for error in message.check()]
    assert not wrong


def test_a_fresh_copy_speaks_vietnamese_without_a_command(tmp_path):
    """No compiled catalogue is kept with the source; a development run makes them by itself."""
    shutil.copy(messages.main_catalogue("vi"), tmp_path / "django.po")
    script = (
        "import pathlib, portal.messages as messages\n"
        f"messages.catalogues = lambda: [pathlib.Path({str(tmp_path / 'django.po')!r})]\n"
        "import portal.settings.development"
    )
    paths = os.pathsep.join([str(messages.ROOT / "site"), str(messages.ROOT)])
    subprocess.run([sys.executable, "-c", script], env=os.environ | {"PYTHONPATH": paths}, check=True)
    assert (tmp_path / "django.mo").stat().st_size
