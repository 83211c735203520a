"""The exchange format of documents."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext as _
from wagtail.rich_text import RichText

from docs import numbers
from docs.choices import Family, RelationKind
from docs.models import DocumentPage, DocumentType, Issuer, Relation, Signature
from editorial.imports import Mapping, Record, RowRefused
from editorial.imports.values import (
    clean_line,
    day,
    listed,
    markdown_free,
    safe_html,
    shortened,
    text_notes,
    web_address,
)
from editorial.models import Field, Licence

LONGEST_ISSUER = 150  # longer ones are sentences that slipped into the wrong field
TEXTS = ("so_ky_hieu", "trich_yeu", "title", "co_quan_ban_hanh", "nguoi_ky", "text")


class DocumentMapping(Mapping[DocumentPage]):
    """`so_ky_hieu`, `loai_van_ban`, `trich_yeu` or `title`, `ngay_ban_hanh`, `ngay_hieu_luc`,
    `ngay_het_hieu_luc`, `co_quan_ban_hanh`, `nguoi_ky`, `linh_vuc`, `bi_sua_doi_boi`, `text`,
    `url`, `dia_chi_cu`, `id`."""

    page_class: ClassVar[type[DocumentPage]] = DocumentPage
    source: ClassVar[str] = "documents"

    def read(self, row: dict[str, Any]) -> Record:
        number = clean_line(row.get("so_ky_hieu"))[:100]
        title = clean_line(row.get("trich_yeu")) or clean_line(row.get("title")) or named(row, number)
        if not title:
            raise RowRefused("trich_yeu", _("The abstract is missing, and there is no number to name it by."))
        values = self.values(row, title, number)
        return Record(
            title=shortened(title),
            values=values,
            key=key_of(values),
            source_id=clean_line(row.get("id") or row.get("url")),
            old_url=clean_line(row.get("dia_chi_cu")),
            notes=[note for name in TEXTS for note in text_notes(name, row.get(name))] + doubts(row, number),
        )

    def values(self, row: dict[str, Any], title: str, number: str) -> dict[str, Any]:
        dates = {
            name: day(row.get(name), name) for name in ("ngay_ban_hanh", "ngay_hieu_luc", "ngay_het_hieu_luc")
        }
        symbol = numbers.parse(number)
        family = symbol.family if symbol else ""
        return {
            "official_title": title if len(title) > 255 else "",
            "number": number,
            "type": type_of(clean_line(row.get("loai_van_ban"))[:150], family),
            "family": family,
            "issuer": issuer_name(row),
            "signer": clean_line(row.get("nguoi_ky"))[:150],
            **{name: str(value) if value else None for name, value in dates.items()},
            "fields": [clean_line(name)[:150] for name in listed(row.get("linh_vuc")) if clean_line(name)],
            "amended_by": list(dict.fromkeys(clean_line(n)[:100] for n in listed(row.get("bi_sua_doi_boi")))),
            "text": safe_html(markdown_free(row.get("text"))),
            "url": web_address(row.get("url")),
        }

    def apply(self, page: DocumentPage, record: Record) -> None:
        values = record.values
        page.title, page.official_title = record.title, values["official_title"]
        page.number, page.family = values["number"], values["family"]
        page.document_type = DocumentType.objects.filter(pk=values["type"]).first()
        page.issuer = Issuer.objects.get_or_create(name=values["issuer"])[0] if values["issuer"] else None
        page.issue_date = day(values["ngay_ban_hanh"], "ngay_ban_hanh")
        page.effective_date = day(values["ngay_hieu_luc"], "ngay_hieu_luc")
        page.expiry_date = day(values["ngay_het_hieu_luc"], "ngay_het_hieu_luc")
        page.source_url, page.licence = values["url"], Licence.OFFICIAL
        page.body = [("text", RichText(values["text"]))] if values["text"] else []
        page.fields_of_work = [Field.objects.get_or_create(name=name)[0] for name in values["fields"]]
        page.signatures = [Signature(name=values["signer"])] if values["signer"] else []
        page.relations = [*kept_relations(page), *amendments(values["amended_by"])]


def named(row: dict[str, Any], number: str) -> str:
    """Type and number stand in for an abstract that is missing."""
    return f"{clean_line(row.get('loai_van_ban'))} {number}".strip() if number else ""


def type_of(name: str, family: str) -> int | None:
    """The number of the type with this name, of the family the number says where both exist."""
    if not name:
        return None
    types = list(DocumentType.objects.filter(name__iexact=name))
    if not types:
        raise RowRefused(
            "loai_van_ban",
            _("“%(name)s” is no known type. Correct the row or add the type to the register.")
            % {"name": name[:60]},
        )
    return next((one.pk for one in types if one.family == (family or Family.NORMATIVE)), types[0].pk)


def issuer_name(row: dict[str, Any]) -> str:
    name = clean_line(row.get("co_quan_ban_hanh"))
    return name if len(name) <= LONGEST_ISSUER else ""


def key_of(values: dict[str, Any]) -> str:
    """The key the page will claim."""
    page = DocumentPage(number=values["number"], issue_date=day(values["ngay_ban_hanh"], "ngay_ban_hanh"))
    page.issuer = Issuer(name=values["issuer"]) if values["issuer"] else None
    return page.claim_key()


def doubts(row: dict[str, Any], number: str) -> list[str]:
    """What an editor has to look at, for the report."""
    notes = []
    if number and numbers.parse(number) is None:
        notes.append(_("so_ky_hieu: not a number the grammar knows; kept as it is, without a key"))
    if len(clean_line(row.get("co_quan_ban_hanh"))) > LONGEST_ISSUER:
        notes.append(_("co_quan_ban_hanh: too long to be an issuer; left out"))
    missing = [
        name
        for name in ("so_ky_hieu", "trich_yeu", "ngay_ban_hanh", "co_quan_ban_hanh")
        if not clean_line(row.get(name))
    ]
    return notes + ([_("to complete: %(names)s") % {"names": ", ".join(missing)}] if missing else [])


def kept_relations(page: DocumentPage) -> list[Relation]:
    """Relations editors wrote; those of an earlier import are written anew."""
    return [row for row in page.relations.all() if not is_amendment(row) or row.target_id or row.provisions]


def is_amendment(row: Relation) -> bool:
    return row.is_passive and row.kind == RelationKind.AMENDS


def amendments(amending: list[str]) -> list[Relation]:
    return [Relation(kind=RelationKind.AMENDS, is_passive=True, target_number=number) for number in amending]
