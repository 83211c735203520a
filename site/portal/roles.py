"""Who may do what, as code; `sync` makes the database say the same (safe to run again)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Model
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Site

ENTER = ("wagtailadmin.access_admin",)
# Wagtail asks for the permissions of its own models whatever model an installation uses; changing includes
# deleting, and whoever may add may change what is their own.
UPLOAD = (
    "wagtailimages.add_image",
    "wagtailimages.choose_image",
    "wagtaildocs.add_document",
    "wagtaildocs.choose_document",
    "wagtailmedia.add_media",
)
MEND_FILES = ("wagtailimages.change_image", "wagtaildocs.change_document", "wagtailmedia.change_media")
FOLDERS = ("wagtailcore.add_collection", "wagtailcore.change_collection", "wagtailcore.delete_collection")
REGISTERS = (
    "agency.unit",
    "agency.person",
    "agency.post",
    "agency.holding",
    "agency.calendarday",
    "editorial.genre",
    "editorial.field",
    "editorial.board",
    "editorial.membership",
    "editorial.assignment",
    "editorial.delegation",
    "editorial.chain",
    "editorial.returnreason",
    "editorial.checkrule",
    "docs.documenttype",
    "docs.issuer",
    "home.banner",
)
# What readers search for is read and answered by those who lead the board or publish.
SEARCH = ("search.synonym", "search.curation", "search.wantedtext")
QUESTIONS = ("questions.view_question", "questions.change_question")


def all_of(model: str) -> tuple[str, ...]:
    """The four permissions of a model written "app.model"."""
    app, name = model.split(".")
    return tuple(f"{app}.{action}_{name}" for action in ("view", "add", "change", "delete"))


STEERING = (
    "search.view_querycount",
    *(permission for model in SEARCH for permission in all_of(model)),
)


@dataclass(frozen=True)
class Role:
    """`pages` are actions on all pages of the site, `files` permissions on its files, `rest` model ones."""

    slug: str
    name: str
    pages: tuple[str, ...]
    files: tuple[str, ...] = UPLOAD
    rest: tuple[str, ...] = ENTER

    def group_name(self, site: Site) -> str:
        """The plain name on the default site, the host behind it on others."""
        return self.name if site.is_default_site else f"{self.name} ({site.hostname})"


COLLABORATOR = Role("congtacvien", "Cộng tác viên", pages=("add",))
EDITOR = Role(
    "bientap",
    "Biên tập viên",
    pages=("add", "change"),
    files=UPLOAD + MEND_FILES,
    rest=ENTER + QUESTIONS,
)
UNIT_HEAD = Role("truongphong", "Lãnh đạo đơn vị", pages=("add",))
MODERATOR = Role(
    "kiemduyet",
    "Người kiểm duyệt",
    pages=("add", "change", "lock", "unlock"),
    files=UPLOAD + MEND_FILES,
    rest=ENTER + QUESTIONS + STEERING,
)
HEAD_OF_BOARD = Role(
    "truongban",
    "Trưởng Ban biên tập",
    pages=("add", "change", "lock", "unlock"),
    files=UPLOAD + MEND_FILES,
    rest=ENTER + QUESTIONS + STEERING,
)
PUBLISHER = Role(
    "xuatban",
    "Người xuất bản",
    pages=("add", "change", "publish", "lock", "unlock"),
    files=UPLOAD + MEND_FILES,
    rest=ENTER + QUESTIONS + STEERING + all_of("home.banner"),
)
ADMINISTRATOR = Role(
    "quantri",
    "Quản trị viên",
    pages=("add", "change", "publish", "lock", "unlock", "bulk_delete"),
    files=UPLOAD + MEND_FILES + FOLDERS,
    rest=(
        *ENTER,
        *(permission for model in REGISTERS for permission in all_of(model)),
        *STEERING,
        *all_of("agency.user"),
        *all_of("questions.question"),
        *("editorial.view_letter", "editorial.change_letter"),
        *("editorial.view_decidingpin", "editorial.change_decidingpin"),
        *all_of("wagtailredirects.redirect"),
        *all_of("wagtailcore.workflow"),
        *all_of("wagtailcore.task"),
        "home.change_siteidentity",
        "agency.change_workinghours",
        "editorial.change_emergencysetting",
    ),
)
ROLES = (COLLABORATOR, EDITOR, UNIT_HEAD, MODERATOR, HEAD_OF_BOARD, PUBLISHER, ADMINISTRATOR)


@transaction.atomic
def sync(site: Site) -> dict[str, Group]:
    """Groups by role slug, with exactly the permissions written above on the pages and files of `site`."""
    collection = collection_of(site)
    return {role.slug: sync_role(role, site, collection) for role in ROLES}


def sync_role(role: Role, site: Site, collection: Collection) -> Group:
    group, _created = Group.objects.get_or_create(name=role.group_name(site))
    group.permissions.set(permissions(role.rest))
    on_pages = permissions(tuple(f"wagtailcore.{action}_page" for action in role.pages))
    grant(GroupPagePermission, on_pages, group=group, page=site.root_page)
    grant(GroupCollectionPermission, permissions(role.files), group=group, collection=collection)
    return group


def grant(model: type[Model], wanted: list[Permission], **place: Any) -> None:
    """Makes the rows of `model` at `place` say exactly `wanted`."""
    model._default_manager.filter(**place).exclude(permission__in=wanted).delete()
    for permission in wanted:
        model._default_manager.get_or_create(permission=permission, **place)


def permissions(names: tuple[str, ...]) -> list[Permission]:
    """The permissions written "app.codename". Raises `Permission.DoesNotExist` on a name that is none."""
    pairs = [name.split(".") for name in names]
    return [Permission.objects.get(content_type__app_label=app, codename=code) for app, code in pairs]


def collection_of(site: Site) -> Collection:
    """The folder of the site's files."""
    root = Collection.get_first_root_node()
    name = site.site_name or site.hostname
    return root.get_children().filter(name=name).first() or root.add_child(name=name)
