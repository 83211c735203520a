"""Both searches are asked over the same pages, shown on a handful of them."""

import pytest

from bench import stock
from bench.pages import add, first_article, texts
from news.models import ArticlePage
from search.entries import EntryData
from search.models import Entry

pytestmark = pytest.mark.django_db

NAMED = [
    ("a", EntryData("news", "Khai sinh", text="Thủ tục đăng ký tại xã.")),
    ("b", EntryData("news", "Họp chợ", text="Chợ họp theo phiên.")),
]


@pytest.fixture
def like():
    like = first_article()
    add(like, texts(NAMED), 5)
    return like


def test_the_texts_go_round_and_every_page_has_its_entry(like):
    pages = ArticlePage.objects.exclude(pk=like.pk).order_by("pk")
    assert [page.title for page in pages] == [
        "Khai sinh",
        "Họp chợ",
        "Khai sinh 2",
        "Họp chợ 2",
        "Khai sinh 3",
    ]
    assert Entry.objects.filter(page__in=pages).count() == 5
    for page in pages:
        page.get_parent().refresh_from_db()
        assert page.url == Entry.objects.get(page=page).url and page.get_parent().numchild == 6
    pages[0].save_revision().publish(skip_permission_checks=True)  # keys go on behind those that were given


def test_both_find_the_same_pages(like, monkeypatch):
    monkeypatch.setattr(stock, "TURNS", 2)
    found = {row.name: row for row in stock.measure(like)}
    assert found["articles"].value == 6
    assert found["thủ tục, hits"].value == found["thủ tục, hits, Wagtail's"].value == 3
    ours, theirs = found["thủ tục, p50"].value, found["thủ tục, p50, Wagtail's"].value
    assert found["Wagtail's to ours"].value == theirs / ours and found["Wagtail's to ours"].limit in (
        10,
        1_000,
    )
