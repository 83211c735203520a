"""The matrix of roles and addresses. Every view that is added joins it, or `LEFT_OUT` says why not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse
from django.urls import URLPattern, get_resolver, reverse

from tests.world import ROLES, VISITOR, World

EVERYBODY = frozenset(ROLES)
OFFICIALS = EVERYBODY - {VISITOR}
EDITING = OFFICIALS - {"congtacvien", "truongphong"}
LOCKING = EDITING - {"bientap"}
PUBLISHING = frozenset({"xuatban", "quantri"})
TAKING_DOWN = PUBLISHING | {"truongban"}
ADMIN = frozenset({"quantri"})
NOBODY: frozenset[str] = frozenset()
WRITER = frozenset({"congtacvien"})  # the owner of the drafts in `tests.world`
DECIDING = frozenset({"truongphong"})  # whose stage the submitted page has reached


OVERSEEING = PUBLISHING | {"truongban", "kiemduyet", "bientap"}  # run the portal or sit on its board


@dataclass(frozen=True, eq=False)
class Row:
    """An address by its name and its arguments (things of the world, else literals), and who gets through."""

    name: str
    may: frozenset[str]
    things: tuple[str, ...] = ()
    method: str = "get"
    data: dict[str, str] = field(default_factory=dict)
    query: str = ""

    def url(self, world: World) -> str:
        return reverse(self.name, args=[world.key(name) for name in self.things]) + self.query

    def ask(self, world: World, role: str) -> HttpResponse:
        return getattr(world.clients[role], self.method)(self.url(world), self.data)


def row(name: str, may: frozenset[str], *things: str, **more: Any) -> Row:
    return Row(name, may, things, **more)


def answer(response: HttpResponse) -> str:
    """In words: "in", "login" (asked to log in), "refused", "absent", or the status of anything else."""
    if response.status_code in (301, 302):
        if "/login/" in response["Location"]:
            return "login"
        return "refused" if response["Location"] == "/quan-tri/" else "in"
    return {200: "in", 403: "refused", 404: "absent"}.get(response.status_code, str(response.status_code))


def fits(row: Row, role: str, said: str) -> bool:
    """Whether the answer is what the matrix says; a visitor is asked to log in before anything is refused."""
    if role in row.may:
        return said == "in"
    return said in ({"login", "absent"} if role == VISITOR else {"refused", "absent"})


def register(prefix: str, thing: str, may: frozenset[str], **other: frozenset[str]) -> Iterator[Row]:
    """The addresses of a register; `other` names actions with another answer."""
    for action in ("index", "create"):
        yield row(f"{prefix}_modeladmin_{action}", other.get(action, may))
    for action in ("edit", "delete", "inspect", "history"):
        if f"{prefix}_modeladmin_{action}" in every_name():
            yield row(f"{prefix}_modeladmin_{action}", other.get(action, may), thing)


def chooser(prefix: str, thing: str) -> Iterator[Row]:
    """The addresses of a chooser: every official chooses, an administrator adds."""
    for name in ("choose", "choose_results", "chosen_multiple"):
        yield row(f"{prefix}:{name}", OFFICIALS)
    yield row(f"{prefix}:chosen", OFFICIALS, thing)
    yield row(f"{prefix}:create", ADMIN)


def every_name() -> set[str]:
    """The names of all addresses, those in a namespace with it."""
    return {name for name, _path in walk(get_resolver().url_patterns)}


def walk(patterns: list, path: str = "", spaces: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    for pattern in patterns:
        here = path + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield ":".join((*spaces, pattern.name or "")), here
        else:
            space = (pattern.namespace,) if pattern.namespace else ()
            yield from walk(pattern.url_patterns, here, spaces + space)


PAGE = "wagtailadmin_pages"
TRACES = ("history", "usage")
PUBLIC = (
    *(row(name, EVERYBODY) for name in ("health", "robots", "sitemap", "search", "site_map")),
    row("sitemap_part", EVERYBODY, "pages"),
    row("wagtail_serve", EVERYBODY, "path_front"),
    row("wagtail_serve", EVERYBODY, "path_section"),
    row("wagtail_serve", EVERYBODY, "path_feed"),
    row("wagtail_serve", EVERYBODY, "path_live"),
    row("wagtail_serve", NOBODY, "path_draft"),
    row("wagtail_serve", OFFICIALS, "path_internal"),
    row("wagtail_serve", EVERYBODY, "path_ask"),
    row("wagtail_serve", EVERYBODY, "path_track"),
    row("assets_file", OFFICIALS, "private_path"),
    row("assets_file", NOBODY, "khong-co.pdf"),
    row("assets_public_file", NOBODY, "private_path"),
    row("wagtaildocs_serve", OFFICIALS, "document", "document_name"),
)
OURS = (
    *register("bang-ron", "banner", PUBLISHING),
    *register("questions_question", "question", EDITING, create=NOBODY, delete=ADMIN),
    *register("to-chuc_don-vi", "unit", ADMIN),
    *register("to-chuc_can-bo", "person", ADMIN),
    *register("to-chuc_chuc-vu", "post", ADMIN),
    *register("to-chuc_giu-chuc-vu", "holding", ADMIN),
    *register("to-chuc_lich-lam-viec", "day", ADMIN),
    *register("editorial_genre", "genre", ADMIN),
    *register("editorial_field", "field", ADMIN),
    *register("docs_documenttype", "document_type", ADMIN),
    *register("docs_issuer", "issuer", ADMIN),
    *register("ban-bien-tap_to-chuc", "board", ADMIN),
    *register("ban-bien-tap_thanh-vien", "membership", ADMIN),
    *register("ban-bien-tap_phan-cong", "assignment", ADMIN),
    *register("ban-bien-tap_uy-quyen", "delegation", ADMIN),
    *register("ban-bien-tap_quy-trinh", "chain", ADMIN),
    *register("ban-bien-tap_ly-do-tra-lai", "reason", ADMIN),
    *register("ban-bien-tap_quy-tac-kiem-tra", "check_rule", ADMIN),
    row("editorial_assignments", OFFICIALS),
    row("editorial_trail_list", OFFICIALS),
    row("editorial_trail_export", OFFICIALS),
    row("editorial_trail", OFFICIALS, "submitted"),
    row("editorial_trail", NOBODY, "999999999"),
    *register("thu_da-gui", "letter", ADMIN, create=NOBODY, edit=NOBODY, delete=NOBODY),
    *register("thu_ma-pin", "pin", ADMIN, create=NOBODY, edit=NOBODY, delete=NOBODY),
    row("editorial_letter_retry", ADMIN, "letter", method="post"),
    row("editorial_pin_unlock", ADMIN, "pin", method="post"),
    *chooser("person_chooser", "person"),
    *chooser("issuer_chooser", "issuer"),
    row("docs_incomplete", OFFICIALS),
    row("editorial_work", OFFICIALS),
    *(row("editorial_work_tab", OFFICIALS, tab) for tab in ("can-duyet", "uy-quyen", "tra-lai", "cua-toi")),
    row("editorial_work_tab", OFFICIALS, "vuong"),
    row("editorial_work_tab", OVERSEEING, "toan-ban"),
    *(row(f"editorial_decide{part}", OFFICIALS, "state") for part in ("", "_text")),
    row("editorial_checks", OFFICIALS, "draft"),
    row("editorial_checks", OFFICIALS, "draft", method="post", data={"mark": "x", "note": "y"}),
    row("editorial_decide", DECIDING, "state", method="post", data={"action": "approve"}),
    *(
        row(f"editorial_{kind}", NOBODY, "khong-co-lien-ket")
        for kind in ("mail_decide", "mail_text", "preview", "preview_text")
    ),
    row("editorial_mail_decide", NOBODY, "khong-co-lien-ket", method="post", data={"action": "approve"}),
    *(
        row(f"editorial_{kind}_file", NOBODY, "khong-co-lien-ket", "private_path")
        for kind in ("mail", "preview")
    ),
    *(
        row(f"editorial_{kind}_document", NOBODY, "khong-co-lien-ket", "document", "document_name")
        for kind in ("mail", "preview")
    ),
    row("editorial_delegations", OFFICIALS),
    row("editorial_delegation_end", frozenset({"truongban"}), "delegation", method="post"),
    row("editorial_withdraw", TAKING_DOWN, "live"),
    row("editorial_withdraw", NOBODY, "draft"),
    row(
        "editorial_withdraw", TAKING_DOWN, "live", method="post", data={"text": "kept", "explanation": "Sai"}
    ),
    row("editorial_schedule", OVERSEEING),
    row("editorial_emergencies", OVERSEEING),
    row("editorial_emergencies", NOBODY, method="post", data={"emergency": "999999"}),
    row("editorial_emergency", frozenset({"truongban", "kiemduyet"}), "draft"),
    row("wagtailsettings:edit", ADMIN, "editorial", "emergencysetting", "site"),
    row("editorial_paper", OVERSEEING, "state"),
    row("editorial_paper_scan", OFFICIALS, "paper"),
    row("editorial_previews", EDITING | WRITER, "draft"),
    row("editorial_previews", EDITING, "foreign"),
    row("editorial_preview_revoke", EDITING | WRITER, "draft", "preview", method="post"),
    row("questions_make_answer", EDITING, "question", method="post"),
    row("questions_file", EDITING, "question_file"),
    row("editorial_section_gallery", OFFICIALS, "section"),
    row("editorial_section_gallery", OFFICIALS, "section", method="post", data={"template": "chuyen-de"}),
)
PAGES = (
    row("wagtailadmin_home", OFFICIALS),
    row("wagtailadmin_explore_root", OFFICIALS),
    row("wagtailadmin_explore", OFFICIALS, "section"),
    row(f"{PAGE}:search", OFFICIALS),
    row(f"{PAGE}:add_subpage", OFFICIALS, "section"),
    row(f"{PAGE}:add", OFFICIALS, "news", "articlepage", "section"),
    row(f"{PAGE}:add", NOBODY, "home", "homepage", "section"),
    row(f"{PAGE}:choose_parent", OFFICIALS, "news", "articlepage"),
    row(f"{PAGE}:type_use", OFFICIALS, "news", "articlepage"),
    *(
        row(f"{PAGE}:{name}", EDITING, "live")
        for name in ("edit", "preview_on_edit", "view_draft", "usage", "history", "workflow_history", "copy")
    ),
    *(row(f"{PAGE}:{name}", EDITING | WRITER, "draft") for name in ("edit", "view_draft", "delete", "copy")),
    *(row(f"{PAGE}:{name}", EDITING, "foreign") for name in ("edit", "view_draft", "delete", "copy")),
    row(f"{PAGE}:view_draft", EDITING | WRITER | DECIDING, "submitted"),
    row(f"{PAGE}:edit", EDITING | WRITER | DECIDING, "submitted"),
    *(row(f"{PAGE}:{name}", PUBLISHING, "live") for name in ("delete", "move")),
    *(row(f"{PAGE}:{name}", TAKING_DOWN, "live") for name in ("unpublish", "set_privacy")),
    row(f"{PAGE}:move", EDITING | WRITER, "draft"),
    row(f"{PAGE}:move_confirm", PUBLISHING, "live", "third_section", method="post"),
    row(f"{PAGE}:move_confirm", EDITING | WRITER, "draft", "third_section", method="post"),
    row(f"{PAGE}:set_page_position", PUBLISHING, "live", method="post"),
    row(f"{PAGE}:convert_alias", EDITING, "alias"),
    row(f"{PAGE}:preview_on_add", OFFICIALS, "news", "articlepage", "section"),
    row(f"{PAGE}:revisions_index", OFFICIALS, "live"),
    row(f"{PAGE}:revisions_view", EDITING, "live", "revision"),
    row(f"{PAGE}:revisions_view", EDITING | WRITER, "draft", "draft_revision"),
    row(f"{PAGE}:revisions_revert", EDITING, "live", "revision"),
    row(f"{PAGE}:revisions_compare", EDITING, "live", "earliest", "latest"),
    row(f"{PAGE}:revisions_unschedule", TAKING_DOWN, "live", "revision"),
    row(f"{PAGE}:lock", LOCKING, "live", method="post"),
    row(f"{PAGE}:unlock", LOCKING, "live", method="post"),
    row(f"{PAGE}:workflow_preview", DECIDING, "submitted", "task"),
    row(f"{PAGE}:workflow_history_detail", EDITING | WRITER | DECIDING, "submitted", "workflow_state"),
)
FILES = (
    *(row(f"wagtaildocs:{name}", OFFICIALS) for name in ("index", "add")),
    *(row(f"wagtaildocs:{name}", EDITING, "document") for name in ("edit", "delete", "document_usage")),
    *(row(f"wagtailimages:{name}", OFFICIALS) for name in ("index", "add")),
    *(row(f"wagtailimages:{name}", EDITING, "image") for name in ("edit", "delete", "image_usage")),
    row("wagtailimages:preview", EDITING, "image", "original"),
    row("wagtailmedia:index", OFFICIALS),
    row("wagtailmedia:add", OFFICIALS, "audio"),
    *(row(f"wagtailmedia:{name}", EDITING, "media") for name in ("edit", "delete", "media_chosen")),
    row("wagtailadmin_collections:index", ADMIN),
    row("wagtailadmin_collections:add", ADMIN),
    row("wagtailadmin_collections:edit", ADMIN, "collection"),
    row("wagtailadmin_collections:delete", NOBODY, "collection"),
    row("wagtailadmin_collections:set_privacy", ADMIN, "collection"),
)
HOUSEHOLD = (
    *(
        row(f"wagtailadmin_workflows:{name}", ADMIN)
        for name in ("index", "add", "task_index", "select_task_type")
    ),
    *(row(f"wagtailadmin_workflows:{name}", ADMIN, "workflow") for name in ("edit", "usage")),
    *(
        row(f"wagtailadmin_workflows:{name}", ADMIN, "workflow", method="post")
        for name in ("disable", "enable")
    ),
    row("wagtailadmin_workflows:remove", ADMIN, "front", method="post"),
    row("wagtailadmin_workflows:edit_task", ADMIN, "task"),
    *(
        row(f"wagtailadmin_workflows:{name}", ADMIN, "task", method="post")
        for name in ("disable_task", "enable_task")
    ),
    row("wagtailadmin_workflows:add_task", ADMIN, "wagtailcore", "groupapprovaltask"),
    *(row(f"wagtailusers_users:{name}", ADMIN) for name in ("index", "add")),
    *(row(f"wagtailusers_users:{name}", ADMIN, "user") for name in ("edit", "delete", "copy", *TRACES)),
    *(row(f"wagtailusers_groups:{name}", NOBODY) for name in ("index", "add")),
    *(row(f"wagtailusers_groups:{name}", NOBODY, "group") for name in ("edit", "delete", *TRACES)),
    *(row(f"wagtailsites:{name}", NOBODY) for name in ("index", "add")),
    *(row(f"wagtailsites:{name}", NOBODY, "site") for name in ("edit", "delete", "copy", *TRACES)),
    *(row(f"wagtailredirects:{name}", ADMIN) for name in ("index", "add", "start_import")),
    *(row(f"wagtailredirects:{name}", ADMIN, "redirect") for name in ("edit", "delete")),
    row("wagtailsettings:edit", ADMIN, "home", "siteidentity", "site"),
    row("wagtailsnippets:index", NOBODY),
    row("simple_translation:submit_page_translation", NOBODY, "live"),
    row("wagtailadmin_reports:locked_pages", LOCKING),
    *(
        row(f"wagtailadmin_reports:{name}", OFFICIALS)
        for name in ("workflow", "workflow_tasks", "site_history", "aging_pages", "page_types_usage")
    ),
    row("wagtailadmin_account", OFFICIALS),
)
MATRIX = PUBLIC + OURS + PAGES + FILES + HOUSEHOLD

# Beginnings of names that the matrix does not ask, and why.
LEFT_OUT = {
    "wagtailadmin_api:": "reads titles as the explorer does; its actions are asked by test_access_roads",
    "wagtail_bulk_action": "asked by test_access_roads, action by action",
    "wagtailadmin_choose_page": "choosers show what the explorer shows",
    "wagtailadmin_tag_": "completes the words of tags",
    "wagtailadmin_editing_sessions:": "tells who else has the form open, after asking for the right to edit",
    "wagtailadmin_dismissibles": "the account's own notices",
    "wagtailadmin_block_preview": "shows an example that the program holds",
    "wagtailadmin_sprite": "icons",
    "wagtailadmin_log": "logging in and out, in test_login",
    "wagtailadmin_password_reset": "for those who cannot log in",
    "wagtailadmin_javascript_catalog": "texts of the interface",
    "wagtail_modeladmin:javascript_catalog": "texts of the interface",
    "wagtailadmin_error_test": "fails on purpose, for those who are logged in",
    "wagtailadmin_workflows:task_cho": "a chooser inside the form of a workflow, which is an administrator's",
    "wagtailadmin_pages:confirm_workflow_cancellation": "asked by test_moderation",
    "wagtailadmin_pages:workflow_action": "asked by test_moderation, by each role at each stage",
    "wagtailadmin_pages:collect_workflow_action_data": "the form before workflow_action",
    "wagtailsettings:preview_on_edit": "no settings of ours have a preview",
    "wagtailredirects:process_import": "the second step of start_import, which asks the same right",
    "wagtailforms:": "no page type of ours is a form of Wagtail's",
    "wagtailembeds:": "asks an address outside, which the settings allow to nobody",
    "wagtaildocs_chooser:": "choosers show what the list of documents shows",
    "wagtailimages_chooser:": "choosers show what the list of images shows",
    "wagtailmedia:": "the other views of the same library",
    "wagtaildocs:": "uploads of many at once and what the list shows; the same rights",
    "wagtailimages:": "uploads of many at once and what the list shows; the same rights",
    "wagtaildocs_authenticate_with_password": "the form for the password of a folder",
    "wagtailcore_": "the password or login of a page kept from the public",
    "simple_translation:": "translation is switched off; the page's is asked",
    "gallery": "served to developers only",
}


def asked() -> set[str]:
    return {row.name for row in MATRIX}


def unasked() -> set[str]:
    """Addresses neither in the matrix nor left out; parts of a list already asked count as asked."""
    known = asked()
    names = {name for name in every_name() if name.removesuffix("_results") not in known and name.strip(":")}
    return {name for name in names if not name.startswith(tuple(LEFT_OUT))}
