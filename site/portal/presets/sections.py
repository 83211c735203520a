"""Sections a state agency's portal is expected to have, each with the act that asks for it.

The acts are data an agency may edit: D224 is Decree 224/2026/NĐ-CP, LTC the Law on Access to Information,
LDC the Law on Grassroots Democracy; rows that only Decree 43/2011/NĐ-CP listed name it as the origin.
"""

from editorial.section_templates import SectionTemplate

D224 = "Nghị định số 224/2026/NĐ-CP"
LTC = "Luật Tiếp cận thông tin số 104/2016/QH13"
LDC = "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15"
D43 = "Nghị định số 43/2011/NĐ-CP (đã hết hiệu lực, nội dung được kế thừa)"

INTRODUCTION = SectionTemplate(
    "gioi-thieu",
    "Giới thiệu",
    "Bộ máy, chức năng, nhiệm vụ, lãnh đạo, lịch sử và điều kiện tự nhiên của địa phương.",
    f"{D224}, Điều 9; {LTC}, điểm đ khoản 1 Điều 19",
    menu_place="main",
)
NEWS = SectionTemplate(
    "tin-tuc",
    "Tin tức – Sự kiện",
    "Tin, bài về hoạt động của cơ quan và đời sống kinh tế, văn hóa, xã hội trên địa bàn.",
    f"{D43}, điểm b khoản 1 Điều 10",
    frequency_days=3,
    menu_place="main",
)
ACTIVITIES = SectionTemplate(
    "hoat-dong-cua-co-quan",
    "Hoạt động của cơ quan",
    "Hội nghị, làm việc, kiểm tra, tiếp xúc cử tri của lãnh đạo và các đơn vị.",
    frequency_days=7,
)
ECONOMY = SectionTemplate(
    "kinh-te",
    "Kinh tế",
    "Sản xuất nông nghiệp, công nghiệp, thương mại, dịch vụ, xây dựng nông thôn mới.",
    frequency_days=14,
)
SOCIETY = SectionTemplate(
    "van-hoa-xa-hoi",
    "Văn hóa – Xã hội",
    "Giáo dục, y tế, văn hóa, thể thao, an sinh xã hội, gương người tốt việc tốt.",
    frequency_days=14,
)
SECURITY = SectionTemplate(
    "quoc-phong-an-ninh",
    "Quốc phòng – An ninh",
    "Công tác quân sự địa phương, an ninh trật tự, phòng cháy chữa cháy.",
    frequency_days=30,
)
PARTY = SectionTemplate(
    "dang-doan-the",
    "Đảng – Đoàn thể",
    "Xây dựng Đảng, hoạt động của Mặt trận và các tổ chức chính trị - xã hội.",
    frequency_days=14,
)
RADIO = SectionTemplate(
    "truyen-thanh",
    "Truyền thanh cơ sở",
    "Chương trình phát thanh kèm văn bản lời.",
    frequency_days=7,
)
DIRECTION = SectionTemplate(
    "chi-dao-dieu-hanh",
    "Chỉ đạo điều hành",
    "Ý kiến chỉ đạo đã ban hành thành văn bản, thông báo kết luận, lịch làm việc, khen thưởng, xử phạt.",
    f"{D43}, điểm c khoản 1 Điều 10",
    frequency_days=7,
    menu_place="main",
    model="docs.DocumentListPage",
    values={"reader_class": "direction"},
)
LEGAL_EDUCATION = SectionTemplate(
    "tuyen-truyen-phap-luat",
    "Tuyên truyền, phổ biến pháp luật",
    "Hướng dẫn thực hiện pháp luật, chế độ, chính sách mới.",
    f"{LTC}, điểm b khoản 1 Điều 19; {D43}, điểm d khoản 1 Điều 10",
    frequency_days=14,
)
PLANNING = SectionTemplate(
    "quy-hoach-ke-hoach",
    "Chiến lược, quy hoạch, kế hoạch",
    "Quy hoạch, kế hoạch phát triển, kế hoạch sử dụng đất, dự án kêu gọi đầu tư.",
    f"{LTC}, điểm c khoản 1 Điều 19; {D43}, điểm đ khoản 1 Điều 10",
    frequency_days=90,
)
DOCUMENTS = SectionTemplate(
    "van-ban",
    "Văn bản",
    "Văn bản quy phạm pháp luật và văn bản hành chính của cơ quan và cấp trên.",
    f"{LTC}, điểm a khoản 1 Điều 17; {D43}, điểm e khoản 1 Điều 10",
    frequency_days=7,
    menu_place="main",
    model="docs.DocumentListPage",
)
PROCEDURES = SectionTemplate(
    "thu-tuc-hanh-chinh",
    "Thủ tục hành chính",
    "Thủ tục thuộc thẩm quyền giải quyết, đúng mã và tên trên Cổng Dịch vụ công quốc gia.",
    f"{D224}, điểm a khoản 1 Điều 9, Điều 15; Nghị định số 63/2010/NĐ-CP, Điều 17",
    frequency_days=90,
    menu_place="main",
    model="procedures.ProcedureListPage",
)
QUESTIONS = SectionTemplate(
    "hoi-dap",
    "Hỏi đáp",
    "Câu hỏi của tổ chức, công dân và trả lời của cơ quan.",
    f"{D224}, Điều 10; {D43}, Điều 15",
    frequency_days=14,
    menu_place="main",
    model="questions.AnswerListPage",
)
PROJECTS = SectionTemplate(
    "du-an-dau-tu",
    "Dự án, đầu tư, đấu thầu, mua sắm công",
    "Dự án đang chuẩn bị, đang triển khai, đã hoàn tất; kế hoạch và kết quả lựa chọn nhà thầu.",
    f"{LTC}, điểm g khoản 1 Điều 17; {D43}, điểm h khoản 1 Điều 10",
    frequency_days=90,
)
CONSULTATION = SectionTemplate(
    "lay-y-kien",
    "Lấy ý kiến góp ý",
    "Dự thảo văn bản lấy ý kiến, thời hạn và nơi nhận ý kiến.",
    f"{D43}, điểm i khoản 1 Điều 10; {LDC}",
)
STATISTICS = SectionTemplate(
    "bao-cao-thong-ke",
    "Báo cáo, thống kê",
    "Báo cáo kinh tế - xã hội theo tháng, quý, 6 tháng, 9 tháng, năm; số liệu thống kê.",
    f"{LTC}, điểm l khoản 1 Điều 17, điểm e khoản 1 Điều 19",
    frequency_days=30,
)
BUDGET = SectionTemplate(
    "cong-khai-ngan-sach",
    "Công khai ngân sách",
    "Dự toán, tình hình thực hiện, quyết toán ngân sách.",
    f"{LTC}, điểm đ khoản 1 Điều 17; Luật Ngân sách nhà nước",
    frequency_days=90,
)
ACCESS = SectionTemplate(
    "tiep-can-thong-tin",
    "Tiếp cận thông tin",
    "Danh mục thông tin phải được công khai và đầu mối cung cấp thông tin.",
    f"{LTC}, Điều 34",
)
RECEPTION = SectionTemplate(
    "tiep-cong-dan",
    "Tiếp công dân",
    "Nơi tiếp, lịch tiếp công dân của người đứng đầu, kết quả giải quyết.",
    "Luật Tiếp công dân số 42/2013/QH13, Điều 24",
    frequency_days=30,
)
PUBLICITY = SectionTemplate(
    "cong-khai-o-co-so",
    "Công khai ở cơ sở",
    "Mười bốn nội dung chính quyền cấp xã phải công khai để Nhân dân biết.",
    f"{LDC}, Điều 11, khoản 1 Điều 13",
    frequency_days=30,
)
SCIENCE = SectionTemplate(
    "de-tai-khoa-hoc",
    "Đề tài khoa học",
    "Danh mục và kết quả các chương trình, đề tài khoa học.",
    f"{LTC}, điểm e khoản 1 Điều 19",
)
TOPICS = SectionTemplate(
    "chuyen-de",
    "Chuyên đề",
    "Đợt tuyên truyền, sự kiện lớn, có thời gian bắt đầu và kết thúc.",
)
ARCHIVE = SectionTemplate(
    "tin-luu-tru",
    "Tin, bài lưu trữ",
    "Tin, bài của trang trước ngày cơ quan kết thúc hoạt động, giữ nguyên để tra cứu.",
)

SECTIONS = tuple(value for value in list(vars().values()) if isinstance(value, SectionTemplate))
