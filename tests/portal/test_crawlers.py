"""What search engines are shown: every public page, and nothing else."""

import pytest
from wagtail.models import PageViewRestriction

from editorial.models import SectionPage
from portal.crawlers import PageSitemap
from tests.builders import make_site


@pytest.fixture
def root(db):
    return make_site().root_page.specific


def section(parent, slug, **fields):
    return parent.add_child(instance=SectionPage(title=slug, slug=slug, **fields))


def addresses(client, path="/sitemap-pages.xml") -> str:
    return client.get(path).content.decode()


def test_live_pages_are_listed(root, visitor):
    section(root, "tin-tuc")
    assert "/tin-tuc/</loc>" in addresses(visitor)


def test_drafts_and_closed_pages_are_not(root, visitor):
    section(root, "nhap", live=False)
    closed = section(root, "noi-bo")
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    section(closed, "ben-trong")
    found = addresses(visitor)
    assert not any(slug in found for slug in ("nhap", "noi-bo", "ben-trong"))


def test_many_pages_are_split(root, visitor, monkeypatch):
    monkeypatch.setattr(PageSitemap, "limit", 2)
    for number in range(3):
        section(root, f"muc-{number}")
    assert "/sitemap-pages.xml?p=2" in visitor.get("/sitemap.xml").content.decode()
    assert "/muc-2/" in addresses(visitor, "/sitemap-pages.xml?p=2")


@pytest.mark.parametrize("page", ["0", "99", "x", "-1", ""])
def test_a_part_that_does_not_exist_is_not_found(root, visitor, page):
    assert visitor.get(f"/sitemap-pages.xml?p={page}").status_code == 404


def test_the_number_of_queries_does_not_grow(root, visitor, django_assert_max_num_queries):
    for number in range(12):
        section(root, f"muc-{number}")
    with django_assert_max_num_queries(6):
        visitor.get("/sitemap-pages.xml")


def test_robots_close_the_administration_and_name_the_sitemap(root, visitor):
    text = visitor.get("/robots.txt").content.decode()
    assert "Disallow: /quan-tri/" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text
