"""Topics of the invented commune."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Topic:
    """`began` and `lasts` are days before and after today."""

    slug: str
    title: str
    summary: str
    paragraphs: tuple[str, ...]
    began: int
    lasts: int
    scene: str
    alt: str
    caption: str


TOPICS = (
    Topic(
        "chuyen-doi-so",
        "Chuyển đổi số ở thôn, xóm",
        "Mỗi nhà một người biết dùng dịch vụ công trực tuyến, mỗi thôn một tổ công nghệ số cộng đồng.",
        (
            "Chuyên đề theo dõi việc đưa dịch vụ công trực tuyến, thanh toán không dùng tiền mặt và kỹ năng số đến "
            "từng gia đình trong xã.",
            "Người dân cần hướng dẫn, mời đến nhà văn hóa thôn vào tối thứ Ba và thứ Năm hằng tuần.",
        ),
        60,
        200,
        "office",
        "Người dân ngồi trước quầy có máy tính, công chức hướng dẫn",
        "Hướng dẫn người dân nộp hồ sơ trực tuyến.",
    ),
    Topic(
        "nong-thon-moi-nang-cao",
        "Thạch Lâm Hạ xây dựng nông thôn mới nâng cao",
        "Đường sáng, nhà sạch, ruộng tốt: việc làm của từng thôn trong chặng đường về đích.",
        (
            "Chuyên đề ghi lại những công trình Nhân dân cùng làm: đường liên thôn, hàng cây, nhà văn hóa, điểm tập "
            "kết rác, nước sạch.",
            "Kế hoạch, tiến độ và nguồn vốn từng công trình được công khai tại trụ sở và trên trang này.",
        ),
        75,
        300,
        "road",
        "Con đường thẳng giữa hai hàng cây xanh dẫn ra cánh đồng",
        "Tuyến đường kiểu mẫu ở thôn Thạch Lâm.",
    ),
    Topic(
        "an-toan-mua-mua-bao",
        "An toàn trong mùa mưa bão",
        "Bản tin, số điện thoại trực ban và việc mỗi gia đình cần chuẩn bị trước mùa mưa bão.",
        (
            "Số trực ban phòng, chống thiên tai của xã hoạt động cả ngày đêm. Loa truyền thanh phát bản tin thời tiết "
            "ba lần mỗi ngày khi có bão.",
            "Gia đình ở ven sông chuẩn bị sẵn túi đồ thiết yếu và biết điểm sơ tán của thôn mình.",
        ),
        45,
        60,
        "river",
        "Hai chiếc thuyền trên mặt sông rộng, phía sau là đồi núi",
        "Khúc sông chảy qua địa bàn xã.",
    ),
)
