"""Every address there is, and which of them the matrix does not ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.urls import URLPattern, get_resolver

from tests.access.rows import Row


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


def unasked(rows: Iterable[Row]) -> set[str]:
    """Addresses neither among `rows` nor left out; parts of a list already asked count as asked."""
    known = {row.name for row in rows}
    names = {name for name in every_name() if name.removesuffix("_results") not in known and name.strip(":")}
    return {name for name in names if not name.startswith(tuple(LEFT_OUT))}
