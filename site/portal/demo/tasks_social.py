"""Procedures of social protection, land, trade and education; codes 1.99… are invented."""

from portal.demo.tasks import Task, ways

SOCIAL = "Phòng Văn hóa – Xã hội"
ECONOMY = "Phòng Kinh tế"
FORM = "Đơn hoặc tờ khai theo mẫu"
PROTECTION = ("20/2021/NĐ-CP", "Quy định chính sách trợ giúp xã hội", "Chính phủ")
LAND = ("31/2024/QH15", "Luật Đất đai", "Quốc hội")
DISABILITY = ("51/2010/QH12", "Luật Người khuyết tật", "Quốc hội")

TASKS = (
    Task(
        "1.990201", "Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hằng tháng", "Trợ cấp xã hội",
        "Bảo trợ xã hội", "", SOCIAL, ("Quyết định trợ cấp xã hội hằng tháng", ""),
        ways("10 ngày làm việc"),
        (
            ("Hưởng lần đầu", FORM, 1, 0),
            ("Hưởng lần đầu", "Giấy xác nhận khuyết tật, khi thuộc diện khuyết tật", 0, 1),
            ("Điều chỉnh hoặc thôi hưởng", "Văn bản đề nghị nêu rõ thay đổi", 1, 0),
        ),
        (PROTECTION,), words="trợ cấp, người già, người cao tuổi, hộ nghèo",
        note="Người già yếu được công chức đến nhà nhận hồ sơ; gọi 0298 3861 112.",
        summary="Người cao tuổi, người khuyết tật, trẻ mồ côi đề nghị trợ cấp hằng tháng.",
    ),
    Task(
        "1.990202", "Xác định, xác định lại mức độ khuyết tật và cấp Giấy xác nhận khuyết tật",
        "Giấy xác nhận khuyết tật", "Bảo trợ xã hội", "", SOCIAL, ("Giấy xác nhận khuyết tật", ""),
        ways("25 ngày"),
        (("", FORM, 1, 0), ("", "Bản sao giấy tờ y tế chứng minh khuyết tật, nếu có", 0, 1)),
        (DISABILITY,), ("mot-phan", "Người được xác định phải có mặt để hội đồng quan sát trực tiếp."),
        words="khuyết tật, tàn tật", summary="Hội đồng xã xác định mức độ khuyết tật và cấp giấy xác nhận.",
    ),
    Task(
        "1.990203", "Hòa giải tranh chấp đất đai", "Hòa giải đất đai", "Đất đai", "", ECONOMY,
        ("Biên bản hòa giải", ""), ways("30 ngày"),
        (("", "Đơn đề nghị hòa giải", 1, 0), ("", "Bản sao giấy tờ về quyền sử dụng đất, nếu có", 0, 1)),
        (LAND,), ("mot-phan", "Các bên phải có mặt tại buổi hòa giải."), ("cong-dan", "to-chuc"),
        "tranh chấp, ranh giới, bờ rào, đất đai",
        summary="Ủy ban nhân dân xã tổ chức hòa giải trước khi các bên ra tòa.",
    ),
    Task(
        "1.990204", "Đăng ký thành lập hộ kinh doanh", "Mở hộ kinh doanh",
        "Thành lập và hoạt động của hộ kinh doanh", "", ECONOMY,
        ("Giấy chứng nhận đăng ký hộ kinh doanh", ""),
        ways("3 ngày làm việc", "Theo nghị quyết của Hội đồng nhân dân tỉnh", "Miễn phí"),
        (
            ("", "Giấy đề nghị đăng ký hộ kinh doanh", 1, 0),
            ("Các thành viên hộ gia đình cùng lập", "Biên bản họp thành viên hộ gia đình", 0, 1),
        ),
        (("168/2025/NĐ-CP", "Về đăng ký doanh nghiệp", "Chính phủ"),),
        words="hộ kinh doanh, mở cửa hàng, giấy phép kinh doanh, tạp hóa",
        note="Thông tin đăng ký thuế được chuyển tự động, không phải nộp thêm hồ sơ.",
        summary="Cấp Giấy chứng nhận cho cá nhân, hộ gia đình bắt đầu kinh doanh.",
    ),
    Task(
        "1.990205", "Cấp giấy xác nhận thân nhân của người có công", "Xác nhận thân nhân người có công",
        "Người có công", "", SOCIAL, ("Giấy xác nhận thân nhân của người có công", ""),
        ways("3 ngày làm việc"),
        (("", "Đơn đề nghị theo mẫu", 1, 0),),
        (("131/2021/NĐ-CP", "Quy định chi tiết Pháp lệnh Ưu đãi người có công với cách mạng", "Chính phủ"),),
        words="liệt sĩ, thương binh, người có công, con thương binh",
        summary="Xác nhận để hưởng ưu đãi về giáo dục, việc làm và các chế độ khác.",
    ),
    Task(
        "1.990206", "Tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã theo thành tích đột xuất", "Khen thưởng đột xuất",
        "Thi đua, khen thưởng", "", "Văn phòng HĐND và UBND", ("Quyết định khen thưởng", ""),
        ways("5 ngày làm việc"),
        (("", "Tờ trình kèm danh sách đề nghị", 1, 0), ("", "Bản tóm tắt thành tích", 1, 0)),
        (("06/2022/QH15", "Luật Thi đua, khen thưởng", "Quốc hội"),), audience=("cong-dan", "to-chuc", "can-bo"),
        words="giấy khen, khen thưởng, thành tích", summary="Khen thưởng kịp thời người có thành tích đột xuất.",
    ),
)  # fmt: skip
