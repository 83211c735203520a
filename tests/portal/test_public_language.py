"""A visitor reads Vietnamese: no public page shows a text of ours in English."""

import re
from io import StringIO

import pytest
from django.core.management import call_command
from wagtail.models import Page

from docs.models import DocumentPage
from editorial.models import SectionPage
from procedures.models import ProcedurePage
from tests.builders import make_article, make_topic, make_user, picture_fields
from tests.language import english_on, visible_texts

pytestmark = pytest.mark.django_db
OTHERS = (
    "/so-do-trang/",
    "/tim-kiem/?q=khong+co+gi",
    "/tim-kiem/?q=thuy+loi",
    "/hoi-dap/gui-cau-hoi/",
    "/hoi-dap/tra-cuu/",
    "/khong-co-trang-nay/",
)


EXAMPLES = {"import_procedures": ("json", "thu-tuc.jsonl"), "import_documents": ("csv", "van-ban.csv")}


@pytest.fixture
def portal(settings, tmp_path):
    """A commune's portal as it is set up, with news and the examples of the handbook."""
    settings.ALLOWED_HOSTS = ["xa.example.vn"]
    call_command("setup_portal", preset="xa", host="xa.example.vn", stdout=StringIO())
    news = SectionPage.objects.get(slug="tin-tuc")
    make_article(parent=news, **picture_fields())
    make_topic(parent=news)
    handbook = (settings.SITE.parent / "handbook" / "exchange-format.md").read_text()
    for command, (language, name) in EXAMPLES.items():
        (tmp_path / name).write_text(re.search(rf"```{language}\n(.*?)```", handbook, re.DOTALL)[1])
        user = make_user(is_superuser=True).username
        call_command(command, tmp_path / name, publish=True, user=user, verbosity=0, stdout=StringIO())
    assert ProcedurePage.objects.live().exists() and DocumentPage.objects.live().exists()


def test_public_pages_are_vietnamese(client, portal):
    pages = [page.relative_url(page.get_site()) for page in Page.objects.live().filter(depth__gte=2)]
    assert len(pages) > 25
    shown = {url: english_at(client, url) for url in (*pages, *OTHERS)}
    assert {url: found for url, found in shown.items() if found} == {}


def english_at(client, url: str) -> set[str]:
    response = client.get(url, headers={"host": "xa.example.vn"})
    assert response.status_code == (404 if "khong-co-trang" in url else 200), url
    return english_on(visible_texts(response.text))
