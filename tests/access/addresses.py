"""The addresses beside those of every page type in `pages`: who gets through, role by role."""

from __future__ import annotations

from collections.abc import Iterator

from tests.access.registers import REGISTERS, reading
from tests.access.rows import (
    ADMIN,
    DECIDING,
    EDITING,
    EVERYBODY,
    LOCKING,
    NOBODY,
    OFFICIALS,
    OVERSEEING,
    PUBLISHING,
    STEERING,
    TAKING_DOWN,
    WRITER,
    Row,
    row,
)


def chooser(prefix: str, thing: str) -> Iterator[Row]:
    """The addresses of a chooser: every official chooses, an administrator adds."""
    for name in ("choose", "choose_results", "chosen_multiple"):
        yield row(f"{prefix}:{name}", OFFICIALS)
    yield row(f"{prefix}:chosen", OFFICIALS, thing)
    yield row(f"{prefix}:create", ADMIN)


PAGE = "wagtailadmin_pages"
TRACES = ("history", "usage")
PUBLIC = (
    *(row(name, EVERYBODY) for name in ("health", "robots", "sitemap", "search", "site_map")),
    *(row(f"search_{name}", EVERYBODY) for name in ("json", "rss", "suggestions")),
    row("opensearch", EVERYBODY),
    row("sitemap_part", EVERYBODY, "pages"),
    row("search_opened", NOBODY, method="post", data={"q": "lúa", "entry": "999999999"}),
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
    *(row for prefix in REGISTERS for row in reading(prefix)),
    row("editorial_assignments", OFFICIALS),
    row("editorial_trail_list", OFFICIALS),
    row("editorial_trail_export", OFFICIALS),
    row("editorial_trail", OFFICIALS, "submitted"),
    row("editorial_trail", NOBODY, "999999999"),
    row("editorial_letter_retry", ADMIN, "letter", method="post"),
    row("editorial_pin_unlock", ADMIN, "pin", method="post"),
    *chooser("person_chooser", "person"),
    *chooser("issuer_chooser", "issuer"),
    row("docs_incomplete", OFFICIALS),
    *(row(f"search_{name}", STEERING) for name in ("asked", "nothing_found", "nothing_opened")),
    row("search_asked_results", STEERING),
    row("search_explained", STEERING),
    row("search_explained", STEERING, query="?q=tin&url=/tin-tuc/"),
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
    row("wagtailsettings:edit", ADMIN, "agency", "workinghours", "site"),
    row("editorial_paper", OVERSEEING, "state"),
    row("editorial_paper_scan", OFFICIALS, "paper"),
    row("editorial_previews", EDITING | WRITER, "draft"),
    row("editorial_previews", EDITING, "foreign"),
    row("editorial_view_draft", OFFICIALS, "live"),
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
    *(row(f"{PAGE}:{name}", EDITING, "foreign") for name in ("edit", "view_draft", "delete", "copy")),
    row(f"{PAGE}:set_page_position", PUBLISHING, "live", method="post"),
    row(f"{PAGE}:convert_alias", EDITING, "alias"),
    row(f"{PAGE}:revisions_index", OFFICIALS, "live"),
    row(f"{PAGE}:revisions_view", EDITING, "live", "revision"),
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
    row("assets_read_again", EDITING, "document", method="post"),
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
        row(f"wagtailadmin_workflows:{name}", ADMIN, "spare_workflow", method="post")
        for name in ("disable", "enable")
    ),
    row("wagtailadmin_workflows:remove", ADMIN, "front", method="post"),
    row("wagtailadmin_workflows:edit_task", ADMIN, "task"),
    *(
        row(f"wagtailadmin_workflows:{name}", ADMIN, "spare_task", method="post")
        for name in ("disable_task", "enable_task")
    ),
    row("wagtailadmin_workflows:disable", NOBODY, "workflow", method="post"),
    row("wagtailadmin_workflows:disable_task", NOBODY, "task", method="post"),
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
