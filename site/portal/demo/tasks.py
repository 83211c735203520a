"""What a procedure of the demonstration consists of, and the phrases they share."""

from __future__ import annotations

from dataclasses import dataclass

CENTRE = "Trung tâm Phục vụ hành chính công xã"
CITIZEN = ("cong-dan",)
ONLINE = "Nộp trên Cổng Dịch vụ công quốc gia; hồ sơ nhận sau 15 giờ được tính từ ngày làm việc tiếp theo."
STEPS = (
    "Bước 1. Người yêu cầu nộp hồ sơ tại {centre} hoặc trực tuyến trên Cổng Dịch vụ công quốc gia.\n"
    "Bước 2. Người tiếp nhận kiểm tra hồ sơ; đủ thì cấp giấy tiếp nhận và hẹn ngày trả, thiếu thì hướng dẫn bổ sung "
    "một lần bằng văn bản.\n"
    "Bước 3. {office} thẩm tra, trình người có thẩm quyền ký.\n"
    "Bước 4. Người yêu cầu nhận kết quả tại nơi nộp, qua bưu chính hoặc bản điện tử."
)


@dataclass(frozen=True)
class Task:
    """`ways` are *(channel, time limit, fee, description)*, `papers` *(case, name, originals, copies)*,
    `bases` *(number, abstract, issuer)*, `service` the level of online service with the reason when partial."""

    code: str
    title: str
    everyday: str
    field: str
    decision: str
    office: str
    result: tuple[str, str]
    ways: tuple[tuple[str, str, str, str], ...]
    papers: tuple[tuple[str, str, int, int], ...]
    bases: tuple[tuple[str, str, str], ...]
    service: tuple[str, str] = ("toan-trinh", "")
    audience: tuple[str, ...] = CITIZEN
    words: str = ""
    kind: str = "giao-luat"
    note: str = ""
    fee_note: str = ""
    requirements: str = ""
    summary: str = ""

    @property
    def steps(self) -> str:
        return STEPS.format(centre=CENTRE, office=self.office)


def ways(time: str, fee: str = "Miễn phí", online_fee: str = "") -> tuple[tuple[str, str, str, str], ...]:
    """The three usual ways."""
    return (
        ("truc-tiep", time, fee, f"Nộp tại {CENTRE}, các ngày làm việc và sáng thứ Bảy."),
        ("truc-tuyen", time, online_fee or fee, ONLINE),
        ("buu-chinh", time, fee, "Gửi bảo đảm đến Trung tâm; thời hạn tính từ ngày nhận đủ hồ sơ."),
    )
