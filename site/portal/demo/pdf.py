"""The PDF of a document in the layout of Decree 30/2020, annex I."""

from __future__ import annotations

from datetime import date
from html import escape
from io import BytesIO
from pathlib import Path

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

from portal.demo.papers import Paper

FONTS = Path(__file__).parent / "fonts"
PLAIN, BOLD = "BeVietnamPro-Regular", "BeVietnamPro-SemiBold"
CENTRED = ParagraphStyle("centred", fontName=PLAIN, fontSize=11, leading=15, alignment=TA_CENTER)
STRONG = ParagraphStyle("strong", CENTRED, fontName=BOLD)
TITLE = ParagraphStyle("title", STRONG, fontSize=13, leading=18)
TEXT = ParagraphStyle(
    "text",
    fontName=PLAIN,
    fontSize=11.5,
    leading=17,
    alignment=TA_JUSTIFY,
    firstLineIndent=10 * mm,
    spaceAfter=6,
)
SMALL = ParagraphStyle("small", fontName=PLAIN, fontSize=9.5, leading=13)
PLACE = "Thạch Lâm Hạ"


def document(paper: Paper, number: str, issued: date) -> bytes:
    """A PDF of one page; the same bytes for the same document."""
    for name in (PLAIN, BOLD):
        pdfmetrics.registerFont(TTFont(name, FONTS / f"{name}.ttf"))
    content = BytesIO()
    frame = SimpleDocTemplate(
        content,
        pagesize=A4,
        leftMargin=30 * mm,
        rightMargin=18 * mm,
        topMargin=20 * mm,
        bottomMargin=20 * mm,
        title=paper.title,
        author=paper.issuer,
        subject=number,
        lang="vi-VN",
        invariant=1,
    )
    frame.build([*head(paper, number, issued), *text(paper), *foot(paper)])
    return content.getvalue()


def head(paper: Paper, number: str, issued: date) -> list[Flowable]:
    agency = paper.issuer.removesuffix(" xã Thạch Lâm Hạ").upper()
    left = [
        Paragraph(agency, STRONG),
        Paragraph("XÃ THẠCH LÂM HẠ", STRONG),
        Paragraph(f"Số: {escape(number)}", CENTRED),
    ]
    right = [
        Paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", STRONG),
        Paragraph("Độc lập - Tự do - Hạnh phúc", STRONG),
        Paragraph(f"{PLACE}, {written(issued)}", CENTRED),
    ]
    name = "Thông báo" if paper.type == "Thông báo kết luận" else paper.type
    return [
        Table([[left, right]], colWidths=[68 * mm, 94 * mm], style=[("VALIGN", (0, 0), (-1, -1), "TOP")]),
        Spacer(1, 10 * mm),
        Paragraph(name.upper(), TITLE),
        Paragraph(escape(paper.title), STRONG),
        Spacer(1, 8 * mm),
    ]


def written(day: date) -> str:
    """Days below 10 and the first two months with a zero, as the annex asks."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def text(paper: Paper) -> list[Flowable]:
    word = "Điều" if paper.type in ("Quyết định", "Nghị quyết") else "Mục"
    return [
        Paragraph(f'<font name="{BOLD}">{word} {number}.</font> {escape(article)}', TEXT)
        for number, article in enumerate(paper.articles, 1)
    ]


def foot(paper: Paper) -> list[Flowable]:
    name, post = paper.signer
    left = [
        Paragraph(f'<font name="{BOLD}">Nơi nhận:</font>', SMALL),
        Paragraph("- Các đơn vị thuộc xã;", SMALL),
        Paragraph("- Trang thông tin điện tử xã;", SMALL),
        Paragraph("- Lưu: VT.", SMALL),
    ]
    right = [Paragraph(escape(post).upper(), STRONG), Spacer(1, 22 * mm), Paragraph(escape(name), STRONG)]
    style = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    return [Spacer(1, 10 * mm), Table([[left, right]], colWidths=[81 * mm, 81 * mm], style=style)]
