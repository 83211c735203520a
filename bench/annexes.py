"""What the checks cost on a page with long annexes in PDF, no two pages of which say the same."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from random import Random

from django.core.cache import cache
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

from assets import reading
from bench.table import Row, times
from editorial.checks import gate
from editorial.checks.files import look_ahead
from editorial.models import SectionPage
from news.models import ArticlePage
from portal.demo.pdf import FONTS, PLAIN
from tests import builders

FILES, FILE_PAGES, TURNS = 10, 40, 10
LIMIT_MS = 300
STYLE = ParagraphStyle("annex", fontName=PLAIN, fontSize=11, leading=15, spaceAfter=5)
PARAGRAPHS_A_PAGE = 14
PLACES = (
    "thôn Đồng Mật",
    "thôn Bản Nhuần",
    "xóm Bến Đá",
    "tổ dân phố số 4",
    "khu chợ trung tâm",
    "thôn Na Lốc",
)
OFFICES = ("Phòng Kinh tế", "Văn phòng HĐND và UBND", "Công an xã", "Ban Chỉ huy Quân sự xã", "Trạm Y tế")
WORKS = (
    "kênh nội đồng",
    "đường trục thôn",
    "nhà văn hóa",
    "hệ thống nước sạch",
    "lò đốt rác",
    "cầu dân sinh",
)
SENTENCES = (
    "Căn cứ Kế hoạch số {n}/KH-UBND ngày {day}/{month}/2026 của Ủy ban nhân dân xã, {office} rà soát {work} "
    "tại {place}, báo cáo khối lượng đã làm trước ngày 25 hằng tháng.",
    "Kinh phí {n}.{m}.000 đồng lấy từ nguồn thủy lợi phí; nhân dân {place} đóng góp {day} ngày công mỗi hộ.",
    "Mật độ dân số của {place} là {m} người/km², tỷ lệ hộ nghèo giảm còn {day},{month}%; sản lượng mật ong "
    "đạt {n} lít.",
    "{office} bảo đảm an toàn, bảo mật thông tin khi dùng phần mềm tại {place}, xong trong quý {quarter}.",
    "Bảng {day}.{month}: {work} dài {n} m, rộng {day} m, dự toán {m}.{n}.000 đồng, quyết toán {n}.{m}.000.",
    "Người dân phản ánh về {work} qua số trực ban 0203.{n}.{m} của {office} hoặc hộp thư của xã trong giờ "
    "hành chính.",
    "Trách nhiệm: ông Nguyễn Văn Bình, Trưởng {office}, chủ trì; bà Lê Thị Hạnh, Phó Chủ tịch UBND xã, theo "
    "dõi chung.",
    "Thửa đất số {day}, tờ bản đồ số {month}, diện tích {n},{month} m² tại {place} được thu hồi làm {work}.",
    "Thực hiện Nghị quyết số {day}/NQ-HĐND, trong {month} tháng qua {office} đã tiếp nhận {n} hồ sơ, trả "
    "trước và đúng hạn {m} hồ sơ, còn lại đang xác minh nguồn gốc sử dụng đất.",
    "Khen thưởng {day} tập thể, {month} cá nhân của {place}; quyết định được niêm yết tại trụ sở xã.",
)


def checks(section: SectionPage) -> Iterator[Row]:
    """Time of the answer in a worker that has just started, and of the same once more."""
    page = with_annexes(section)
    label = f"checks of {FILES} files of {FILE_PAGES} pages"

    def at_first() -> None:
        cache.clear()
        gate.verdicts(page)

    yield from times(f"{label}, first", [at_first] * TURNS, LIMIT_MS)
    yield from times(f"{label}, again", [lambda: gate.verdicts(page)] * TURNS, LIMIT_MS)


def with_annexes(section: SectionPage) -> ArticlePage:
    """A draft with files that were read and searched as every upload is, by the jobs of a worker."""
    documents = [
        builders.make_document(f"Phụ lục {number}", content=annex(number, FILE_PAGES))
        for number in range(FILES)
    ]
    reading.read_now(documents)
    for document in documents:
        look_ahead.call(document.reading.pk)
    links = "".join(f'<a linktype="document" id="{file.pk}">{file.title}</a> ' for file in documents)
    return builders.make_article(parent=section, live=False, body=[("text", f"<p>{links}</p>")])


def annex(number: int, pages: int) -> bytes:
    """A PDF of so many pages; the same bytes for the same number."""
    pdfmetrics.registerFont(TTFont(PLAIN, FONTS / f"{PLAIN}.ttf"))
    chance, content = Random(number), BytesIO()
    parts = [part for page in range(1, pages + 1) for part in (*sheet(chance, page), PageBreak())]
    SimpleDocTemplate(content, pagesize=A4, title=f"Phụ lục {number}", invariant=1).build(parts)
    return content.getvalue()


def sheet(chance: Random, page: int) -> list[Paragraph]:
    return [Paragraph(f"Trang {page}. {paragraph(chance)}", STYLE) for _line in range(PARAGRAPHS_A_PAGE)]


def paragraph(chance: Random) -> str:
    numbers = {"n": chance.randint(100, 999), "m": chance.randint(100, 999), "quarter": chance.randint(1, 4)}
    day = {"day": chance.randint(1, 28), "month": chance.randint(1, 12)}
    names = {"place": chance.choice(PLACES), "office": chance.choice(OFFICES), "work": chance.choice(WORKS)}
    return chance.choice(SENTENCES).format(**numbers, **day, **names)
