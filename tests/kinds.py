"""A portal with one live page of every kind, filled enough that each part of its template is drawn."""

from __future__ import annotations

from io import StringIO
from typing import Any

from django.core.management import call_command
from wagtail.models import Page

from docs.models import DocumentListPage
from editorial.models import EditorialPage, Field, SectionPage
from news.models import ArticlePage
from procedures.models import ProcedureListPage, ProcedurePage
from questions.models import AnswerListPage, AnswerPage
from tests import builders

LONG = "Quyết định về việc công bố danh mục thủ tục hành chính thuộc thẩm quyền giải quyết của cấp xã"
BODY = [
    ("heading", {"text": "Khối lượng đã làm", "level": "h2"}),
    ("text", "<p>Xã đã nạo vét <b>4,2 km</b> kênh.</p><ul><li>Thôn Đông</li><li>Thôn Đoài</li></ul>"),
    ("quotation", {"text": "Dân biết, dân bàn, dân làm.", "name": "Lê Văn Tư", "post": "Trưởng thôn"}),
]
# Addresses that are no page of their own.
PLACES = (
    "/tim-kiem/?q=kênh",
    "/tim-kiem/?q=khongcogi",
    "/so-do-trang/",
    "/hoi-dap/gui-cau-hoi/",
    "/hoi-dap/tra-cuu/",
)


def make_kinds() -> dict[str, str]:
    """Public addresses by the name of the page type; `PLACES` by themselves."""
    call_command("setup_portal", preset="xa", name="UBND xã Thử", host="localhost", stdout=StringIO())
    news = SectionPage.objects.get(slug="hoat-dong-cua-co-quan")
    article(news, "Ra quân nạo vét kênh", **builders.picture_fields())
    article(news, LONG)
    builders.make_topic("Chuyển đổi số", SectionPage.objects.get(slug="chuyen-de"))
    builders.make_standard_page(
        "Nội quy tiếp công dân", SectionPage.objects.get(slug="gioi-thieu"), body=BODY
    )
    builders.make_official_document(
        "12/2026/QĐ-UBND", LONG, parent=DocumentListPage.objects.get(slug="van-ban")
    )
    below(ProcedureListPage, ProcedurePage(title="Đăng ký khai sinh", slug="khai-sinh", code="1.001193"))
    below(
        AnswerListPage, AnswerPage(title="Làm khai sinh ở đâu?", slug="o-dau", question="Ở đâu?", answer=BODY)
    )
    staff()
    return {type(page).__name__: page.url for page in EditorialPage.objects.live().specific()} | {
        place: place for place in PLACES
    }


def article(section: Page, title: str, **fields: Any) -> ArticlePage:
    page = builders.make_article(
        title, section, body=BODY, summary="Sáng nay, xã ra quân.", live=False, **fields
    )
    page.fields_of_work = [Field.objects.first()]
    builders.publish(page.save_revision())
    return page


def below(section: type[Page], page: EditorialPage) -> None:
    page.live = False
    section.objects.get().add_child(instance=page)
    builders.publish(page.save_revision())


def staff() -> None:
    unit = builders.make_unit("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân")
    person = builders.make_person("Nguyễn Thị Thanh Huyền", unit=unit, email="huyen@xathu.gov.vn")
    builders.make_holding(person=person, post=builders.make_post("Chánh Văn phòng", unit=unit))
