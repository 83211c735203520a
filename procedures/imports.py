"""The exchange format of procedures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, ClassVar

from django.utils.translation import gettext as _

from editorial.imports import Mapping, Record, RowRefused
from editorial.imports.values import clean_line, clean_text, listed, shortened, text_notes, web_address
from editorial.models import Field, Licence
from procedures.codes import BadCode, canonical_code
from procedures.doubts import MOST_COPIES, glued
from procedures.models import (
    Audience,
    Channel,
    Completeness,
    Kind,
    LegalBasis,
    Level,
    Outcome,
    Paper,
    ProcedurePage,
    Way,
)

TEXTS = {
    "trinh_tu": "steps",
    "co_quan_co_tham_quyen": "competent_authority",
    "dia_chi_tiep_nhan": "reception_address",
    "co_quan_uy_quyen": "delegated_agency",
    "co_quan_phoi_hop": "coordinating_agency",
    "yeu_cau": "requirements",
    "tu_khoa": "keywords",
    "mo_ta": "description",
}
HEADING = re.compile(r"^[*•]|:$")
LONGEST_CASE = 200
STRAY = " .,;:-–+*"  # signs some names begin with, left over from a list


class ProcedureMapping(Mapping[ProcedurePage]):
    """`ma`, `ten`, `linh_vuc`, `so_quyet_dinh`, `cap_thuc_hien`, `loai`, `doi_tuong`, `co_quan_thuc_hien`,
    `cach_thuc`, `ho_so`, `ket_qua`, `can_cu`, `url`, `detail_ok`, `dia_chi_cu` and the texts of `TEXTS`."""

    page_class: ClassVar[type[ProcedurePage]] = ProcedurePage
    source: ClassVar[str] = "procedures"

    def read(self, row: dict[str, Any]) -> Record:
        name = clean_line(row.get("ten")).lstrip(STRAY)
        if not name:
            raise RowRefused("ten", _("The name is missing."))
        values = self.values(row, name)
        return Record(
            title=shortened(name),
            values=values,
            key=code_of(row),
            old_url=clean_line(row.get("dia_chi_cu")),
            notes=[note for field in ("ten", *TEXTS) for note in text_notes(field, row.get(field))]
            + doubts_of(row, values),
        )

    def values(self, row: dict[str, Any], name: str) -> dict[str, Any]:
        agencies = [clean_line(agency) for agency in listed(row.get("co_quan_thuc_hien"))]
        return {
            "code": code_of(row),
            "official_title": name if len(name) > 255 else "",
            "decision_number": clean_line(row.get("so_quyet_dinh"))[:100],
            "levels": [
                value for label in listed(row.get("cap_thuc_hien")) if (value := choice(Level, label))
            ],
            "kind": choice(Kind, row.get("loai")),
            "audience": audience(clean_line(row.get("doi_tuong"))),
            "executing_agency": "; ".join(filter(None, agencies)),
            **{target: clean_text(row.get(source)) for source, target in TEXTS.items()},
            "fields": [clean_line(field)[:150] for field in listed(row.get("linh_vuc")) if clean_line(field)],
            "national_url": web_address(row.get("url")),
            "completeness": Completeness.FULL if row.get("detail_ok", True) else Completeness.LISTED,
            "ways": [way(one) for one in rows(row, "cach_thuc")],
            "papers": list(papers(rows(row, "ho_so"))),
            "outcomes": [clean_text(text) for text in listed(row.get("ket_qua")) if clean_text(text)],
            "legal_bases": legal_bases(row),
        }

    def apply(self, page: ProcedurePage, record: Record) -> None:
        values = record.values
        page.title = record.title
        for name in OFFICIAL:
            setattr(page, name, values[name])
        page.licence = Licence.OFFICIAL
        page.fields_of_work = [Field.objects.get_or_create(name=name)[0] for name in values["fields"]]
        page.ways = [Way(**one) for one in values["ways"]]
        page.papers = with_forms(page, values["papers"])
        page.outcomes = [Outcome(name=name) for name in values["outcomes"]]
        page.legal_bases = [LegalBasis(number=number) for number in values["legal_bases"]]


OFFICIAL = (
    "code",
    "official_title",
    "decision_number",
    "levels",
    "kind",
    "audience",
    "executing_agency",
    *TEXTS.values(),
    "national_url",
    "completeness",
)


def code_of(row: dict[str, Any]) -> str:
    try:
        code = canonical_code(clean_line(row.get("ma")))
    except BadCode as error:
        raise RowRefused("ma", str(error)) from error
    if not code:
        raise RowRefused("ma", _("The procedure code is missing."))
    return code


def rows(row: dict[str, Any], field: str) -> list[dict[str, Any]]:
    """The rows of a table in `field`. Raises `RowRefused` when it holds anything else."""
    found = listed(row.get(field))
    if not all(isinstance(one, dict) for one in found):
        raise RowRefused(field, _("This must be a list of rows; see the exchange format in the handbook."))
    return found


def choice(choices: Any, label: Any) -> str:
    """The value whose label is `label`, "" when there is none."""
    wanted = clean_line(label).casefold()
    return next((value for value, name in choices.choices if str(name).casefold() == wanted), "")


def audience(text: str) -> list[str]:
    """The audiences named in `text`, whose own names hold commas: the longest are taken out first."""
    found, rest = set(), text.casefold()
    for value, label in sorted(Audience.choices, key=lambda pair: -len(str(pair[1]))):
        if str(label).casefold() in rest:
            found.add(value)
            rest = rest.replace(str(label).casefold(), "")
    return [value for value in Audience.values if value in found]


def way(row: dict[str, Any]) -> dict[str, Any]:
    channel = choice(Channel, row.get("hinh_thuc"))
    if not channel:
        name = clean_line(row.get("hinh_thuc"))[:60]
        raise RowRefused("cach_thuc", _("“%(name)s” is no way of filing.") % {"name": name})
    return {
        "channel": channel,
        "time_limit": clean_line(row.get("thoi_han"))[:500],
        "fee": clean_text(row.get("phi")),
        "description": clean_text(row.get("mo_ta")),
    }


def papers(table: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The papers; a heading among them names the case of those below it."""
    case = ""
    for row in table:
        name, quantity = clean_text(row.get("ten")), clean_line(row.get("so_luong"))[:255]
        originals, copies = count(quantity, "bản chính"), count(quantity, "bản sao")
        if originals == 0 and not copies and HEADING.search(name) and len(name) <= LONGEST_CASE:
            case = name.strip("-–+*•: ")
        elif name.strip("+-*• "):
            file = clean_line(row.get("file"))
            yield {
                "case": case,
                "name": name,
                "originals": originals,
                "copies": copies,
                "quantity": quantity,
                "form_url": web_address(file),
                "form_name": "" if web_address(file) else file[:255],
            }


def count(quantity: str, what: str) -> int | None:
    """How many of `what`; None when not said or beyond belief."""
    found = re.search(rf"(\d+)\s*{what}", quantity)
    number = int(found[1]) if found else None
    return number if number is not None and number <= MOST_COPIES else None


def legal_bases(row: dict[str, Any]) -> list[str]:
    """Numbers of the documents, without those that other letters stuck to."""
    numbers = list(dict.fromkeys(clean_line(number)[:120] for number in listed(row.get("can_cu"))))
    broken = glued(numbers)
    return [number for number in numbers if number and number not in broken]


def with_forms(page: ProcedurePage, wanted: list[dict[str, Any]]) -> list[Paper]:
    """The papers, keeping the form files an editor attached to the same paper."""
    forms = {paper.name: paper.form for paper in page.papers.all() if paper.form_id}
    return [Paper(form=forms.get(one["name"]), **one) for one in wanted]


def doubts_of(row: dict[str, Any], values: dict[str, Any]) -> list[str]:
    """What an editor should compare with the national portal, for the report."""
    found = [doubt for one in values["ways"] for doubt in Way(**one).doubts]
    found += [doubt for one in values["papers"] for doubt in Paper(**one).doubts]
    found += [_("details are missing; only listed")] if values["completeness"] == Completeness.LISTED else []
    lost = len(listed(row.get("can_cu"))) - len(values["legal_bases"])
    found += [_("can_cu: %(n)s numbers with letters stuck to them left out") % {"n": lost}] if lost else []
    return list(dict.fromkeys(found))
