"""Pages of every kind, as a visitor and a screen reader meet them, and as an editor previews them."""

from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from wagtail.models import get_page_models

from editorial.models import EditorialPage
from tests.builders import make_user
from tests.kinds import make_kinds
from tests.world import browser

pytestmark = pytest.mark.django_db
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@pytest.fixture
def kinds():
    return make_kinds()


def soup(client, path):
    response = client.get(path)
    assert response.status_code == 200, path
    return BeautifulSoup(response.content, "html.parser")


def levels(tree):
    return [int(heading.name[1]) for heading in tree.find_all(HEADINGS)]


def test_every_kind_of_page_is_looked_at(kinds):
    creatable = {
        model.__name__ for model in get_page_models() if model.is_creatable and model.__name__ != "Page"
    }
    assert creatable <= set(kinds)


def test_headings_begin_with_the_title_and_skip_no_level(kinds, visitor):
    wrong = {}
    for path in kinds.values():
        tree = soup(visitor, path)
        found = levels(tree.main)
        skips = [pair for pair in pairwise(found) if pair[1] > pair[0] + 1]
        if found[:1] != [1] or found.count(1) != 1 or levels(tree).count(1) != 1 or skips:
            wrong[path] = found
    assert wrong == {}


def test_every_page_has_its_landmarks_names_and_labels(kinds, visitor):
    for path in kinds.values():
        tree = soup(visitor, path)
        assert tree.html["lang"] == "vi" and tree.title.text.strip(), path
        assert [len(tree.select(f"body > {name}")) for name in ("header", "footer")] == [1, 1], path
        assert len(tree.find_all("main")) == 1, path
        assert [image for image in tree.find_all("img") if not image.has_attr("alt")] == [], path
        assert [link for link in tree.select("a[href]:not([aria-hidden])") if not name_of(link)] == [], path
        assert [field["name"] for field in tree.select(FIELDS) if not labelled(field, tree)] == [], path
        ids = [element["id"] for element in tree.find_all(id=True)]
        assert len(ids) == len(set(ids)), path


FIELDS = "input[name]:not([type=hidden], [type=submit]), textarea[name], select[name]"


def name_of(link):
    texts = [link.text, link.get("aria-label", ""), *(image.get("alt", "") for image in link.find_all("img"))]
    return "".join(texts).strip()


def labelled(field, tree):
    named = field.get("aria-label") or field.get("aria-labelledby") or field.find_parent("label")
    return bool(named or (field.get("id") and tree.find("label", attrs={"for": field["id"]})))


def test_an_editor_previews_every_kind(kinds):
    user = make_user(groups=["Biên tập viên"])
    editor = browser(user)
    for page in EditorialPage.objects.live():
        specific = page.specific
        revision = specific.save_revision(user=user)
        draft = editor.get(f"/quan-tri/pages/{page.pk}/revisions/{revision.pk}/view/")
        assert draft.status_code == 200, type(specific)


def test_no_page_sets_a_cookie_or_depends_on_one(kinds, visitor):
    for path in kinds.values():
        response = visitor.get(path)
        assert not response.cookies and "Cookie" not in response.get("Vary", ""), path
