"""Publishes the documents with their files and relations."""

from __future__ import annotations

from datetime import date, timedelta

from docs.choices import Family, ReaderClass
from docs.models import (
    DocumentFile,
    DocumentListPage,
    DocumentPage,
    DocumentType,
    Issuer,
    Relation,
    Signature,
)
from portal.demo import pdf
from portal.demo.papers import COUNCIL, Paper
from portal.demo.papers_administrative import ADMINISTRATIVE
from portal.demo.papers_normative import NORMATIVE
from portal.demo.stage import Stage, paragraphs

PAPERS = NORMATIVE + ADMINISTRATIVE


def documents(stage: Stage) -> None:
    """The oldest first, so that a document stands before those that act on it."""
    by_key: dict[str, DocumentPage] = {}
    for order, paper in enumerate(sorted(PAPERS, key=lambda one: -one.days)):
        parent = stage.section(section_of(paper))
        by_key[paper.key] = put(stage, parent, paper, order, by_key)


def section_of(paper: Paper) -> str:
    is_direction = type_of(paper).reader_class == ReaderClass.DIRECTION
    return "chi-dao-dieu-hanh" if is_direction else "van-ban"


def put(
    stage: Stage, parent: DocumentListPage, paper: Paper, order: int, by_key: dict[str, DocumentPage]
) -> DocumentPage:
    held = stage.held(parent, paper.title)
    if held:
        return held.specific
    page = build_document(stage, paper)
    page.relations = [relation(link, by_key) for link in paper.links]
    return stage.publish(parent, page, stage.moment(max(paper.days - 1, 0), order))


def relation(link, by_key: dict[str, DocumentPage]) -> Relation:
    target = by_key.get(link.to)
    number = "" if target else link.to
    return Relation(kind=link.kind, target=target, target_number=number, provisions=link.part)


def build_document(stage: Stage, paper: Paper) -> DocumentPage:
    """An unsaved document with its signed PDF."""
    issued = stage.working_day(paper.days)
    number = paper.number.format(year=issued.year)
    name, post = paper.signer
    page = DocumentPage(
        title=paper.title,
        summary=paper.articles[0],
        number=number,
        document_type=type_of(paper),
        issuer=issuer_of(paper),
        issue_date=issued,
        effective_date=after(issued, paper.after),
        expiry_date=None if paper.expires is None else stage.day(paper.expires),
        body=[("text", paragraphs(*paper.articles))],
        unit=stage.unit_of(name),
    )
    page.fields_of_work = stage.fields(paper.fields)
    page.signatures = [Signature(name=name, position=post)]
    file = stage.file(f"{number} {paper.title}", lambda: pdf.document(paper, number, issued))
    page.files = [DocumentFile(document=file, label=number)]
    return page


def after(day: date, days: int | None) -> date | None:
    return None if days is None else day + timedelta(days=days)


def type_of(paper: Paper) -> DocumentType:
    family = Family.NORMATIVE if paper.is_normative else Family.ADMINISTRATIVE
    return DocumentType.objects.get(name=paper.type, family=family)


def issuer_of(paper: Paper) -> Issuer:
    symbol = "HĐND" if paper.issuer == COUNCIL else "UBND"
    return Issuer.objects.get_or_create(name=paper.issuer, defaults={"symbol": symbol})[0]
