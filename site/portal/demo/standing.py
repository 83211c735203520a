"""The pages the preset left as drafts: what the commune says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from editorial.guard import warrant
from home.models import StandardPage
from portal.demo.stage import Stage, paragraphs

POSTED = 120


@dataclass(frozen=True)
class Standing:
    """`parts` are pairs *(heading, paragraphs)*; an empty heading opens the text."""

    slug: str
    summary: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    basis: str = ""
    scene: tuple[str, str, str] | None = None

    def body(self, stage: Stage) -> list[tuple[str, Any]]:
        blocks: list[tuple[str, Any]] = []
        for heading, texts in self.parts:
            blocks += [("heading", {"text": heading, "level": "h2"})] if heading else []
            blocks.append(("text", paragraphs(*texts)))
        return blocks[:1] + self.drawing(stage) + blocks[1:]

    def drawing(self, stage: Stage) -> list[tuple[str, Any]]:
        if not self.scene:
            return []
        scene, alt, caption = self.scene
        image = stage.picture(scene, caption, alt, caption, "")
        return [("picture", {"image": image, "alt": alt, "caption": caption})]


PAGES = (
    Standing(
        "chuc-nang-nhiem-vu",
        "Vị trí, chức năng, nhiệm vụ và quyền hạn của Ủy ban nhân dân xã.",
        (
            ("", ("Ủy ban nhân dân xã Thạch Lâm Hạ là cơ quan chấp hành của Hội đồng nhân dân xã, cơ quan hành chính "
                  "nhà nước ở địa phương, chịu trách nhiệm trước Nhân dân, Hội đồng nhân dân xã và cơ quan hành chính "
                  "cấp trên.",)),
            ("Nhiệm vụ, quyền hạn", ("Tổ chức thi hành Hiến pháp, pháp luật và nghị quyết của Hội đồng nhân dân xã.",
                                     "Quản lý ngân sách, đất đai, xây dựng, môi trường, giáo dục, y tế, văn hóa, trật "
                                     "tự an toàn xã hội trên địa bàn theo phân cấp.",
                                     "Giải quyết thủ tục hành chính tại Trung tâm Phục vụ hành chính công.")),
            ("Chế độ làm việc", ("Ủy ban nhân dân xã làm việc theo chế độ tập thể kết hợp với trách nhiệm của Chủ tịch; "
                                 "họp thường kỳ mỗi tháng một lần.",)),
            ("Công khai và giám sát", ("Kết luận phiên họp, kế hoạch, ngân sách và tiến độ công việc được đăng trên "
                                       "Trang thông tin điện tử để Nhân dân biết và giám sát.",)),
        ),
        "Luật Tổ chức chính quyền địa phương số 72/2025/QH15",
    ),
    Standing(
        "dieu-kien-tu-nhien",
        "Vị trí, địa hình, khí hậu và tài nguyên của xã.",
        (
            ("", ("Xã nằm bên tả ngạn sông Lâm, lưng tựa dãy đồi Thạch, diện tích tự nhiên 38,6 ki-lô-mét vuông.",)),
            ("Địa hình", ("Hai phần ba diện tích là đồng bằng phù sa, còn lại là đồi thấp trồng bưởi và rừng keo.",)),
            ("Khí hậu, thủy văn", ("Mùa mưa từ tháng Năm đến tháng Mười; nước sông lên cao nhất vào tháng Chín.",)),
            ("Tài nguyên", ("Đất hai lúa 412 héc-ta, đất trồng cây ăn quả 260 héc-ta, rừng sản xuất 900 héc-ta.",)),
        ),
        scene=("river", "Sông rộng chảy dưới chân đồi, có hai chiếc thuyền", "Sông Lâm đoạn chảy qua xã."),
    ),
    Standing(
        "lich-su",
        "Từ hai làng ven sông đến xã Thạch Lâm Hạ hôm nay.",
        (
            ("", ("Làng Thạch Lâm và làng Đồng Hạ được lập khi những gia đình đầu tiên đến khẩn hoang bãi sông, đắp bờ "
                  "giữ nước và dựng đình làng.",)),
            ("Những chặng đường", ("Hai làng nhiều lần tách, nhập; tên xã ngày nay ghép từ tên của cả hai.",
                                   "Từ ngày 01/7/2025 xã hoạt động theo mô hình chính quyền địa phương hai cấp.")),
            ("Hôm nay", ("Xã đạt chuẩn nông thôn mới và đang xây dựng nông thôn mới nâng cao.",)),
        ),
    ),
    Standing(
        "truyen-thong-van-hoa",
        "Lễ hội rước nước, hát dân ca và nghề làm bánh tráng.",
        (
            ("", ("Lễ hội rước nước của thôn Đồng Hạ được khôi phục nhờ các cụ cao niên truyền dạy từng nghi thức.",)),
            ("Nghề và món ăn", ("Bánh tráng phơi trên giàn tre và mật ong đồi là quà quê của xã.",)),
        ),
        scene=("festival", "Đoàn rước cầm cờ đi trước sân đình", "Lễ hội rước nước tại đình làng Đồng Hạ."),
    ),
    Standing(
        "danh-thang",
        "Đồi bưởi, bến sông và cánh đồng một giống.",
        (("", ("Đồi bưởi nở hoa vào cuối tháng Hai; bến sông đẹp nhất lúc chiều xuống.",
               "Khách đến xã có thể nghỉ tại nhà dân, hỏi thông tin ở Trung tâm Dịch vụ tổng hợp.")),),
        scene=("trees", "Những hàng cây tròn tán nối nhau trên sườn đồi", "Đồi bưởi thôn Thạch Lâm."),
    ),
    Standing(
        "nguoi-phat-ngon",
        "Người phát ngôn và cung cấp thông tin cho báo chí.",
        (("", ("Người phát ngôn: ông Hoàng Minh Tuấn, Chánh Văn phòng HĐND và UBND xã, điện thoại 0298 3861 110.",
               "Thông tin chính thức chỉ được cung cấp bởi người phát ngôn hoặc người được ủy quyền bằng văn bản.")),),
    ),
    Standing(
        "kenh-thong-tin",
        "Nơi xã cung cấp thông tin chính thức.",
        (("", ("Trang thông tin điện tử này, hệ thống truyền thanh xã và bảng tin tại trụ sở, nhà văn hóa thôn.",
               "Xã không cung cấp thông tin chính thức qua tài khoản cá nhân.")),),
    ),
)  # fmt: skip


def standing(stage: Stage) -> None:
    """Fills and publishes those nobody has written or published."""
    for entry in PAGES:
        page = StandardPage.objects.descendant_of(stage.home).filter(slug=entry.slug, live=False).first()
        if page and not page.get_latest_revision_as_object().body:
            write(stage, page, entry)


def write(stage: Stage, page: StandardPage, entry: Standing) -> None:
    stage.made += 1
    page.summary, page.legal_basis = entry.summary, entry.basis
    page.body = entry.body(stage)
    page.first_published_at = stage.moment(POSTED)
    with warrant("demonstration"):
        page.save_revision(log_action=True).publish(skip_permission_checks=True)
