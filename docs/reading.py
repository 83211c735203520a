"""What a reader sees of a document: its card of facts and its relations from both sides."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from docs.choices import TONES
from editorial.reading import closed_paths

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpRequest

    from docs.models import DocumentPage, Relation, Signature


def card(page: DocumentPage, request: HttpRequest | None = None) -> dict[str, Any]:
    """The context of the detail page: status, facts, files and groups of relations."""
    status = page.validity()
    return {
        "status": status,
        "status_tone": TONES.get(status, ""),
        "facts": facts(page, list(page.signatures.select_related("issuer"))),
        "files": page.files.select_related("document"),
        "relation_groups": relation_groups(page, closed_paths(request)),
    }


def facts(page: DocumentPage, signatures: list[Signature]) -> list[dict[str, Any]]:
    signers = "; ".join(str(row) for row in signatures if str(row))
    joint = [row.issuer for row in signatures if row.issuer_id]
    issuers = dict.fromkeys([*([page.issuer] if page.issuer else []), *joint])
    pairs = [
        (_("Number and symbol"), page.number),
        (_("Type of document"), page.document_type and page.document_type.name),
        (_("Issuer"), "; ".join(issuer.name for issuer in issuers)),
        (_("Signer"), signers),
        (_("Issued on"), shown(page.issue_date)),
        (_("In force from"), shown(page.start)),
        (_("Expired from"), shown(page.expiry_date)),
        (_("Fields of work"), ", ".join(field.name for field in page.fields_of_work.all())),
        (_("Official gazette"), page.gazette),
        (_("Note on validity"), page.validity_reason if page.validity_override else ""),
    ]
    return [{"label": label, "value": value} for label, value in pairs if value]


def shown(day: date | None) -> str:
    return date_format(day, "d/m/Y") if day else ""


def relation_groups(page: DocumentPage, closed: tuple[str, ...]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Pairs *(label, rows)*; own rows and those of others stand together under one label."""
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in page.own_relations:
        is_open = row.held is not None and row.held.live and not row.held.path.startswith(closed)
        groups[row.label].append(line(row.held if is_open else None, row))
    for row in page.relations_done_to_it:
        groups[row.label_reversed].append(line(row.page, row))
    return [(label, unique(rows)) for label, rows in groups.items()]


def line(other: DocumentPage | None, row: Relation) -> dict[str, Any]:
    """One row: a link to `other`, a document the public may read, else its number."""
    return {
        "page": other,
        "number": other.number if other else row.target_number,
        "provisions": row.provisions,
        "from_date": row.from_date,
        "until_date": row.until_date,
    }


def unique(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Both sides may have been written down; one line is enough. A page nobody may read leaves none."""
    kept = {(row["page"] or row["number"], row["provisions"]): row for row in reversed(rows)}
    return [row for row in reversed(kept.values()) if row["page"] or row["number"]]
