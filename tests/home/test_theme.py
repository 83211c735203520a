"""The theme: renders with nothing set up, names who answers, stays readable, asks no other host."""

import re

import pytest
from django.conf import settings
from django.template.loader import get_template, render_to_string
from django.test import RequestFactory
from django.urls import NoReverseMatch, reverse
from wagtail.models import Site

from home.blocks.doors import DoorIcon
from home.gallery import gallery
from home.models import SiteIdentity
from tests import builders

THEME = settings.ROOT / "site"
CSS = (THEME / "static" / "site.css").read_text()
TEMPLATES = [*THEME.glob("templates/**/*.html"), *settings.ROOT.glob("home/templates/**/*.html")]
LONG = "x=" + "y" * 9000
HOSTILE = [
    "page=0",
    "page=-1",
    "page=9999999999999",
    "page=a",
    "page=%00",
    "q=%22%3E%3Cscript%3E",
    "x=" + "y" * 9000,
]


def tokens(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{3,6});", block))


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def schemes() -> dict[str, dict[str, str]]:
    """Every colour scheme of the stylesheet with the tokens it ends up with."""
    light = tokens(CSS[CSS.index(":root {") : CSS.index(':root[data-brand="cham"]')])
    dark_at = CSS.index("@media (prefers-color-scheme: dark)")
    dark = light | tokens(CSS[dark_at : CSS.index(':root[data-brand="cham"]', dark_at)])
    high = light | tokens(CSS[CSS.index(':root[data-contrast="high"]') : CSS.index("/* Type */")])
    found = {"light": light, "dark": dark, "high": high}
    for brand in ("cham", "lua"):
        for name, start, base in (("light", 0, light), ("dark", dark_at, dark)):
            at = CSS.index(f':root[data-brand="{brand}"]', start)
            found[f"{name} {brand}"] = base | tokens(CSS[at : CSS.index("}", at)])
    return found


PAIRS = [
    *((ink, ground) for ink in ("ink", "ink-2", "ink-3", "link", "brand") for ground in ("paper", "surface")),
    *((tone, f"{tone}-tint") for tone in ("good", "warn", "bad", "brand")),
    ("on-brand", "brand"),
    ("ink-2", "sunken"),
]


@pytest.mark.parametrize("scheme", schemes())
@pytest.mark.parametrize("pair", PAIRS, ids="/".join)
def test_text_is_readable_in_every_scheme(scheme, pair):
    colours = schemes()[scheme]
    assert contrast(colours[pair[0]], colours[pair[1]]) >= 4.5


@pytest.mark.parametrize("scheme", schemes())
def test_edges_of_fields_and_the_masthead_can_be_seen(scheme):
    colours = schemes()[scheme]
    assert contrast(colours["line-strong"], colours["surface"]) >= 3
    assert min(contrast("#ffffff", colours[ground]) for ground in ("mast", "mast-deep")) >= 7


def test_the_stylesheet_finds_its_fonts_and_none_is_heavy():
    fonts = [THEME / "static" / path for path in re.findall(r'url\("([^"]+)"\)', CSS)]
    assert len(fonts) == 4
    assert all(font.stat().st_size < 25_000 for font in fonts)
    assert (THEME / "static/fonts/OFL.txt").exists()


def test_every_icon_asked_for_is_in_the_set():
    drawn = set(re.findall(r'<symbol id="([^"]+)"', (THEME / "static/icons.svg").read_text()))
    asked = {
        name for file in TEMPLATES for name in re.findall(r'icon.html" with name="([^"]+)"', file.read_text())
    }

    assert asked | set(DoorIcon.values) <= drawn


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.name)
def test_templates_hold_no_style_no_script_and_no_foreign_address(file):
    text = file.read_text()
    assert not re.search(r'\sstyle="|<style|\son[a-z]+="|<script(?![^>]*\ssrc=)', text)
    assert not re.search(r'(?:src|href|action)="(?:https?:)?//', text)


@pytest.mark.parametrize(
    "file", sorted((THEME / "templates/components").glob("*.html")), ids=lambda f: f.name
)
def test_every_component_says_what_it_needs(file):
    head = file.read_text()[:200]
    assert "{% comment %}" in head


@pytest.mark.django_db
def test_the_frame_renders_with_nothing_set_up(visitor):
    Site.objects.all().delete()
    page = render_to_string("base.html", {}, RequestFactory().get("/"))
    assert "<main" in page
    assert render_to_string("base.html", {})


@pytest.mark.django_db
def test_the_foot_names_who_answers_for_the_site(visitor):
    builders.make_home()
    page = builders.make_standard_page()
    SiteIdentity.objects.create(
        site=builders.make_site(),
        agency_name="Ủy ban nhân dân xã An Bình",
        responsible_person="Nguyễn Văn An",
        address="Thôn Một",
        phone="0210 3844 001",
        email="ubnd@example.gov.vn",
        source_note="Ghi rõ nguồn khi phát hành lại",
    )
    shown = visitor.get(page.get_url()).content.decode()
    foot = shown[shown.index('<footer class="footer">') :]
    facts = ("An Bình", "Nguyễn Văn An", "Thôn Một", "0210 3844 001", "ubnd@example.gov.vn", "Ghi rõ nguồn")
    assert all(fact in foot for fact in facts)


@pytest.mark.django_db
def test_the_menu_holds_seven_entries_at_most_in_the_order_of_the_tree(visitor):
    home = builders.make_home()
    for number in range(9):
        builders.make_section(f"Chuyên mục {number}", home, menu_place="main")
    builders.make_section("Không trong menu", home)
    shown = visitor.get("/").content.decode()
    menu = shown[shown.index('class="menu menu--wide"') : shown.index('class="menu menu--narrow"')]
    assert re.findall(r">(Chuyên mục \d)<", menu) == [f"Chuyên mục {number}" for number in range(7)]
    assert "Không trong menu" not in shown


@pytest.mark.django_db
def test_the_way_to_a_page_is_named_step_by_step(visitor):
    home = builders.make_home()
    news = builders.make_section("Tin tức", home)
    article = builders.make_article("Ra quân", builders.make_section("Văn hóa", news))
    shown = visitor.get(article.get_url()).content.decode()
    trail = shown[
        shown.index('class="trail__list"') : shown.index("</nav>", shown.index('class="trail__list"'))
    ]
    assert trail.index('href="/"') < trail.index("Tin tức") < trail.index("Văn hóa") < trail.index("Ra quân")
    assert 'class="trail' not in visitor.get("/").content.decode()


@pytest.mark.django_db
def test_a_wrong_address_offers_a_search(visitor):
    builders.make_home()
    response = visitor.get("/khong-co-trang-nay/")
    assert response.status_code == 404
    assert 'name="q"' in response.content.decode()


def test_the_page_for_faults_needs_neither_database_nor_context():
    assert "<h1>" in get_template("500.html").render()


@pytest.mark.django_db
@pytest.mark.parametrize("query", HOSTILE)
def test_junk_in_the_address_changes_nothing(visitor, query):
    home = builders.make_home()
    section = builders.make_section("Tin tức", home)
    for number in range(25):
        builders.make_article(f"Bài {number}", section)
    for path in ("/", section.get_url(), "/so-do-trang/"):
        response = visitor.get(f"{path}?{query}")
        assert response.status_code == 200
        assert "<script>" not in response.content.decode()


@pytest.mark.django_db
def test_the_pager_keeps_the_rest_of_the_address(visitor):
    section = builders.make_section("Tin tức", builders.make_home())
    for number in range(25):
        builders.make_article(f"Bài {number}", section)
    shown = visitor.get(section.get_url() + "?linh-vuc=%C4%91%E1%BA%A5t&page=1").content.decode()
    assert 'href="?linh-vuc=%C4%91%E1%BA%A5t&amp;page=2"' in shown


@pytest.mark.django_db
def test_a_visitor_gets_no_cookie(visitor):
    builders.make_home()
    assert not visitor.get("/").cookies


@pytest.mark.django_db
def test_the_gallery_shows_the_components_but_not_to_the_public(visitor):
    builders.make_home()
    response = gallery(RequestFactory().get("/gallery/?page=x"))
    assert response.status_code == 200
    assert b"facts--row" in response.content
    with pytest.raises(NoReverseMatch):
        reverse("gallery")
    assert visitor.get("/gallery/").status_code == 404
