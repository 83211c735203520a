"""The types an agency starts with (Decree 30/2020 art. 7 and annex III; Law 64/2025 art. 4)."""

from __future__ import annotations

from docs.choices import Family, ReaderClass
from docs.models import DocumentType

NORMATIVE = (
    ("Hiến pháp", ""),
    ("Bộ luật", ""),
    ("Luật", ""),
    ("Pháp lệnh", "PL"),
    ("Lệnh", "L"),
    ("Nghị quyết", "NQ"),
    ("Nghị quyết liên tịch", "NQLT"),
    ("Nghị định", "NĐ"),
    ("Quyết định", "QĐ"),
    ("Thông tư", "TT"),
    ("Thông tư liên tịch", "TTLT"),
    ("Chỉ thị", "CT"),
    ("Sắc lệnh", "SL"),
)
ADMINISTRATIVE = (
    ("Nghị quyết", "NQ", ReaderClass.DIRECTION),
    ("Quyết định", "QĐ", ReaderClass.DIRECTION),
    ("Chỉ thị", "CT", ReaderClass.DIRECTION),
    ("Quy chế", "QC", ReaderClass.DIRECTION),
    ("Quy định", "QyĐ", ReaderClass.DIRECTION),
    ("Thông cáo", "TC", ReaderClass.OTHER),
    ("Thông báo", "TB", ReaderClass.OTHER),
    ("Thông báo kết luận", "TB", ReaderClass.CONCLUSION),
    ("Hướng dẫn", "HD", ReaderClass.DIRECTION),
    ("Chương trình", "CTr", ReaderClass.PLAN),
    ("Kế hoạch", "KH", ReaderClass.PLAN),
    ("Quy hoạch", "", ReaderClass.PLANNING),
    ("Phương án", "PA", ReaderClass.PLAN),
    ("Đề án", "ĐA", ReaderClass.PLAN),
    ("Dự án", "DA", ReaderClass.PLAN),
    ("Báo cáo", "BC", ReaderClass.REPORT),
    ("Biên bản", "BB", ReaderClass.OTHER),
    ("Tờ trình", "TTr", ReaderClass.OTHER),
    ("Hợp đồng", "HĐ", ReaderClass.OTHER),
    ("Công điện", "CĐ", ReaderClass.DIRECTION),
    ("Công văn", "", ReaderClass.DIRECTION),
    ("Bản ghi nhớ", "BGN", ReaderClass.OTHER),
    ("Bản thỏa thuận", "BTT", ReaderClass.OTHER),
    ("Giấy mời", "GM", ReaderClass.OTHER),
    ("Thư công", "", ReaderClass.OTHER),
)


def ensure_types() -> None:
    """Adds the types that are missing; what an agency changed stays."""
    rows = [(name, code, Family.NORMATIVE, ReaderClass.OTHER) for name, code in NORMATIVE]
    rows += [(name, code, Family.ADMINISTRATIVE, cls) for name, code, cls in ADMINISTRATIVE]
    rows += [("Văn bản hợp nhất", "VBHN", Family.CONSOLIDATED, ReaderClass.OTHER)]
    for order, (name, code, family, reader_class) in enumerate(rows):
        values = {"code": code, "reader_class": reader_class, "sort_order": order}
        DocumentType.objects.get_or_create(name=name, family=family, defaults=values)
