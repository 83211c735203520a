"""Plain functions that make the objects tests need: keyword arguments, sensible defaults, nothing hidden."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from itertools import count
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from PIL import Image as PILImage
from wagtail.models import Page, Revision, Site

from agency.models import Holding, Person, Post, Unit, User
from assets.extraction.answer import Answer
from assets.models import CustomDocument, CustomImage, CustomMedia
from docs.choices import Family
from docs.models import DocumentListPage, DocumentPage, DocumentType, Issuer, Relation
from editorial.guard import warrant
from editorial.models import SectionPage
from editorial.slugs import free_slug, slug_of
from home.models import Banner, HomePage, StandardPage
from news.models import ArticlePage, TopicPage
from procedures.models import ProcedureListPage, ProcedurePage
from questions.models import AnswerListPage

_number = count(1)


def make_site(*, hostname: str = "", name: str = "") -> Site:
    """The default site with its root page; with `hostname`, a second site with a root page of its own."""
    default = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if default and not hostname:
        return default
    top = Page.get_first_root_node() or Page.add_root(instance=Page(title="Root", slug="root"))
    root = top.add_child(instance=Page(title=name or "Trang chủ", slug=f"trang-chu-{next(_number)}"))
    return Site.objects.create(
        hostname=hostname or "localhost", site_name=name, root_page=root, is_default_site=default is None
    )


def make_unit(name: str = "", *, site: Site | None = None, parent: Unit | None = None, **fields) -> Unit:
    """A unit of `site` (default: the parent's, else the default site)."""
    site = site or (parent.site if parent else make_site())
    return Unit.objects.create(name=name or f"Đơn vị {next(_number)}", site=site, parent=parent, **fields)


def make_person(full_name: str = "", **fields) -> Person:
    """A person without account and unit unless given."""
    return Person.objects.create(full_name=full_name or f"Nguyễn Văn {next(_number)}", **fields)


def make_post(name: str = "Chuyên viên", *, unit: Unit | None = None, **fields) -> Post:
    """A post in `unit` (default: a new one)."""
    return Post.objects.create(name=name, unit=unit or make_unit(), **fields)


def make_holding(*, person: Person | None = None, post: Post | None = None, **fields) -> Holding:
    """Somebody holding a post, without dates unless given."""
    return Holding.objects.create(person=person or make_person(), post=post or make_post(), **fields)


def make_user(
    username: str = "",
    *,
    groups: list[str] | tuple[str, ...] = (),
    permissions=(),
    password="mat-khau",
    **fields,
) -> User:
    """An account in the named groups, with permissions given as "app.codename"."""
    user = User.objects.create_user(username or f"user{next(_number)}", password=password, **fields)
    user.groups.add(*[Group.objects.get_or_create(name=name)[0] for name in groups])
    user.user_permissions.add(*[_permission(label) for label in permissions])
    return user


def _permission(label: str) -> Permission:
    app, codename = label.split(".")
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def publish(revision: Revision) -> None:
    """Makes a revision public as a set-up does, without a chain."""
    with warrant("test"):
        revision.publish()


def make_section(title: str = "Tin tức", parent: Page | None = None, **fields: Any) -> SectionPage:
    """A live section below `parent`, by default the home page."""
    parent = parent or make_site().root_page
    fields.setdefault("slug", slug_of(title))
    return parent.add_child(instance=SectionPage(title=title, **fields))


def make_article(
    title: str = "Xã ra quân làm thủy lợi", parent: Page | None = None, **fields: Any
) -> ArticlePage:
    """A live article with a revision, below `parent`, by default a section of its own."""
    parent = parent or SectionPage.objects.first() or make_section()
    fields.setdefault("slug", free_slug(parent, title))
    live = fields.pop("live", True)
    page = parent.add_child(instance=ArticlePage(title=title, live=False, **fields))
    revision = page.save_revision()
    if live:
        publish(revision)
    return ArticlePage.objects.get(pk=page.pk)


def make_image(title: str = "Ảnh", *, size: tuple[int, int] = (64, 48), **fields) -> CustomImage:
    """A small plain picture, private like every upload."""
    content = BytesIO()
    PILImage.new("RGB", size, "#a33").save(content, "PNG")
    file = ContentFile(content.getvalue(), name=f"anh-{next(_number)}.png")
    return CustomImage.objects.create(title=title, file=file, **fields)


def make_document(
    title: str = "Văn bản", *, content: bytes = b"", pages: tuple[str, ...] = (), **fields
) -> CustomDocument:
    """A document of a few bytes, private like every upload; with `pages`, one that was read and says this.

    Content of one's own waits to be read.
    """
    number = next(_number)
    name = fields.pop("name", f"van-ban-{number}.pdf")
    file = ContentFile(content or b"%%PDF-1.4\n%%%d\n%%%%EOF\n" % number, name=name)
    document = CustomDocument.objects.create(title=title, file=file, **fields)
    if not content and document.reading:
        document.reading.keep(Answer(list(pages)))
    return document


def make_media(title: str = "Phát thanh", *, kind: str = "audio", **fields: Any) -> CustomMedia:
    """A recording of a few bytes, private like every upload."""
    file = ContentFile(b"ID3\x03" + b"\0" * 200, name=f"thu-{next(_number)}.mp3")
    return CustomMedia.objects.create(title=title, type=kind, file=file, **fields)


def make_group(name: str, *, permissions: tuple[str, ...] | list[str] = ()) -> Group:
    """A group with permissions given as "app.codename"."""
    group, _ = Group.objects.get_or_create(name=name)
    group.permissions.add(*[_permission(label) for label in permissions])
    return group


def make_home(title: str = "Trang chủ", *, site: Site | None = None, blocks=(), **fields: Any) -> HomePage:
    """A front page as root page of `site`; `blocks` are pairs *(name, value)* of its body."""
    site = site or make_site()
    top = Page.get_first_root_node()
    home = top.add_child(
        instance=HomePage(title=title, slug=f"home-{next(_number)}", body=list(blocks), **fields)
    )
    site.root_page = home
    site.save()
    return home


def make_standard_page(
    title: str = "Chức năng, nhiệm vụ", parent: Page | None = None, **fields: Any
) -> StandardPage:
    """A live page of text below `parent`, by default the front page of the site."""
    parent = parent or make_site().root_page
    fields.setdefault("slug", free_slug(parent, title))
    with warrant("test"):
        return parent.add_child(instance=StandardPage(title=title, **fields))


def make_banner(title: str = "Bầu cử", *, site: Site | None = None, **fields: Any) -> Banner:
    """A banner of `site` on the front page, without dates unless given."""
    fields.setdefault("image", None)
    fields["image"] = fields["image"] or make_image()
    fields.setdefault("alt", f"Băng rôn {title}")
    return Banner.objects.create(title=title, site=site or make_site(), **fields)


def make_topic(title: str = "Chuyển đổi số", parent: Page | None = None, **fields: Any) -> TopicPage:
    """A live topic below `parent`, by default a section of its own."""
    parent = parent or SectionPage.objects.first() or make_section()
    fields.setdefault("slug", free_slug(parent, title))
    with warrant("test"):
        return parent.add_child(instance=TopicPage(title=title, **fields))


def picture_fields() -> dict[str, Any]:
    """A lead picture with its two texts."""
    return {"picture": make_image(), "picture_alt": "Người dân nạo vét kênh", "picture_caption": "Ra quân"}


def make_answer_section(**fields: Any) -> AnswerListPage:
    """A live section of questions and answers."""
    fields.setdefault("title", "Hỏi đáp")
    fields.setdefault("slug", slug_of(fields["title"]))
    return make_site().root_page.add_child(instance=AnswerListPage(**fields))


def make_document_section(parent: Page | None = None, **fields: Any) -> DocumentListPage:
    """A live section of documents below `parent`, by default the home page."""
    parent = parent or make_site().root_page
    fields.setdefault("title", "Văn bản")
    fields.setdefault("slug", free_slug(parent, fields["title"]))
    return parent.add_child(instance=DocumentListPage(**fields))


def make_issuer(name: str = "Ủy ban nhân dân xã An Phú", **fields: Any) -> Issuer:
    return Issuer.objects.get_or_create(name=name, defaults=fields)[0]


def make_document_type(
    name: str = "Quyết định", family: str = Family.NORMATIVE, **fields: Any
) -> DocumentType:
    return DocumentType.objects.get_or_create(name=name, family=family, defaults=fields)[0]


def make_official_document(
    number: str = "",
    title: str = "Về việc quản lý chợ",
    *,
    relations: tuple[Relation, ...] = (),
    **fields: Any,
) -> DocumentPage:
    """A live document with a revision, issued on 01/02/2026 and in force from the 15th unless given."""
    parent = fields.pop("parent", None) or DocumentListPage.objects.first() or make_document_section()
    live = fields.pop("live", True)
    day = {"issue_date": date(2026, 2, 1), "effective_date": date(2026, 2, 15)}
    fields = {**day, "issuer": make_issuer(), "document_type": make_document_type(), **fields}
    page = DocumentPage(title=title, number=number, slug=free_slug(parent, title), live=False, **fields)
    page.relations = list(relations)
    parent.add_child(instance=page)
    revision = page.save_revision()
    if live:
        publish(revision)
    return DocumentPage.objects.get(pk=page.pk)


def make_procedure_section(parent: Page | None = None, **fields: Any) -> ProcedureListPage:
    """A live section of procedures below `parent`, by default the home page."""
    parent = parent or make_site().root_page
    fields.setdefault("title", "Thủ tục hành chính")
    fields.setdefault("slug", free_slug(parent, fields["title"]))
    return parent.add_child(instance=ProcedureListPage(**fields))


def make_procedure(
    code: str = "1.001193", title: str = "Đăng ký khai sinh", *, live: bool = True, **fields: Any
) -> ProcedurePage:
    """A procedure with a revision, live unless told otherwise; `fields` may hold lists of child rows."""
    parent = fields.pop("parent", None) or ProcedureListPage.objects.first() or make_procedure_section()
    page = ProcedurePage(title=title, code=code, slug=free_slug(parent, title), live=False)
    for name, value in fields.items():
        setattr(page, name, value)
    parent.add_child(instance=page)
    revision = page.save_revision()
    if live:
        publish(revision)
    return ProcedurePage.objects.get(pk=page.pk)
