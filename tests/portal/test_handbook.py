"""The handbook says what the code does, and its links lead somewhere."""

import re
from itertools import chain
from pathlib import Path

import pytest
from django.conf import settings

from docs.imports import DocumentMapping
from news.imports import ArticleMapping
from procedures.imports import ProcedureMapping
from questions.imports import AnswerMapping

ROOT = settings.SITE.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "handbook").rglob("*.md"))]
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
ROWS = [
    (
        ProcedureMapping(),
        {"ma": "1.001193", "ten": "Đăng ký khai sinh", "cach_thuc": [{"hinh_thuc": "Trực tiếp"}]},
    ),
    (DocumentMapping(), {"trich_yeu": "Kế hoạch tiếp công dân", "so_ky_hieu": "15/KH-UBND"}),
    (ArticleMapping(), {"title": "Ra quân làm thủy lợi", "body": "Sáng nay."}),
    (AnswerMapping(), {"question": "Làm ở đâu?", "answer": "Tại xã."}),
]


class Asked(dict):
    """A row that remembers which fields were asked for."""

    def __init__(self, values):
        super().__init__(values)
        self.names = set()

    def get(self, name, default=None):
        self.names.add(name)
        return super().get(name, default)


@pytest.mark.django_db
@pytest.mark.parametrize(("mapping", "values"), ROWS, ids=lambda value: getattr(value, "source", ""))
def test_every_field_of_the_exchange_format_is_in_the_handbook(mapping, values):
    row = Asked(values)
    mapping.read(row)
    described = set(re.findall(r"`(\w+)`", (ROOT / "handbook" / "exchange-format.md").read_text()))
    assert len(row.names) > 5
    assert row.names - described == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path):
    targets = [page.parent / target for target in LINK.findall(page.read_text())]
    assert [str(target) for target in targets if not target.exists()] == []


def test_every_page_of_the_handbook_is_linked_from_another():
    linked = {(page.parent / target).resolve() for page in PAGES for target in LINK.findall(page.read_text())}
    folders = chain.from_iterable(folder.glob("*.md") for folder in linked if folder.is_dir())
    assert set(PAGES[1:]) - linked - set(folders) == set()
