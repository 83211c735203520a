"""Answers to the people of the invented commune."""

from __future__ import annotations

from dataclasses import dataclass

from portal.demo.stage import Stage, paragraphs
from questions.models import AnswerPage

TOOK = 6


@dataclass(frozen=True)
class Answer:
    """`days` is how long ago it was answered."""

    title: str
    field: str
    question: str
    paragraphs: tuple[str, ...]
    days: int
    by: str
    asked_by: str = "Công dân"


ANSWERS = (
    Answer("Khai sinh muộn cho con có bị phạt không?", "Hộ tịch",
           "Con tôi sinh đã được bốn tháng, nay tôi mới đi làm giấy khai sinh thì có bị phạt không, cần giấy gì?",
           ("Việc đăng ký quá 60 ngày không làm mất quyền được khai sinh của trẻ. Anh, chị mang giấy chứng sinh và căn "
            "cước đến Trung tâm Phục vụ hành chính công hoặc khai trực tuyến; kết quả có trong ngày làm việc.",
            "Từ lần sau, gia đình nên đăng ký trong 60 ngày để trẻ sớm có thẻ bảo hiểm y tế."), 3, "Hồ Anh Dũng"),
    Answer("Nộp hồ sơ đất đai ở xã khác có được không?", "Đất đai",
           "Tôi làm việc ở xa, có thể nộp hồ sơ sang tên đất tại trung tâm ở nơi tôi đang ở không?",
           ("Được, trong phạm vi toàn tỉnh. Hồ sơ nộp tại trung tâm nào thì nhận giấy tiếp nhận có ngày hẹn tại đó.",
            "Khi cần đo đạc, cơ quan chuyên môn hẹn trước ngày làm việc tại thửa đất."), 5, "Mai Thị Yến"),
    Answer("Đăng ký tạm trú cho công nhân thuê trọ", "Đăng ký, quản lý cư trú",
           "Tôi có dãy trọ tám phòng, có thể đăng ký tạm trú cho tất cả người thuê một lần không?",
           ("Được đăng ký theo danh sách. Chủ nhà lập văn bản đề nghị kèm danh sách và tờ khai của từng người.",
            "Nộp trực tuyến thì lệ phí thấp hơn; thời hạn là ba ngày làm việc."), 8, "Phan Trọng Nghĩa"),
    Answer("Bao giờ làm xong đường nối thôn Thạch Lâm với tỉnh lộ?", "Hoạt động xây dựng",
           "Đường đang thi công, xe chở hàng đi vòng rất xa. Xin cho biết khi nào thông xe?",
           ("Theo hợp đồng, công trình thi công trong mười tháng. Đoạn đầu dài 900 mét sẽ thông xe trước.",
            "Tiến độ từng tháng được đăng tại mục Dự án, đầu tư."), 9, "Trịnh Văn Sơn"),
    Answer("Lịch thu gom rác ở thôn Đồng Hạ", "Môi trường",
           "Nhà tôi ở cuối thôn, xe rác không vào. Xin hỏi lịch và điểm tập kết?",
           ("Rác được thu gom sáng thứ Ba, thứ Năm, thứ Bảy. Ngõ hẹp thì tập kết tại đầu ngõ trước 6 giờ 30.",
            "Rác tái chế do Hội Liên hiệp Phụ nữ xã thu mua vào Chủ nhật đầu tháng."), 12, "Mai Thị Yến"),
    Answer("Điều kiện hưởng trợ cấp người cao tuổi", "Bảo trợ xã hội",
           "Mẹ tôi 78 tuổi, không có lương hưu thì có được trợ cấp hằng tháng không?",
           ("Người cao tuổi không có lương hưu, trợ cấp bảo hiểm xã hội được xét theo tuổi và hoàn cảnh. Gia đình nộp "
            "tờ khai tại Trung tâm; công chức có thể đến nhà hướng dẫn.",
            "Kết quả có trong mười ngày làm việc."), 14, "Bùi Thị Hạnh"),
    Answer("Mở cửa hàng tạp hóa tại nhà cần thủ tục gì?", "Thành lập và hoạt động của hộ kinh doanh",
           "Tôi muốn bán tạp hóa tại nhà, có phải đăng ký kinh doanh và đăng ký thuế riêng không?",
           ("Anh, chị đăng ký hộ kinh doanh; thông tin thuế được chuyển tự động nên không phải nộp hồ sơ thứ hai.",
            "Giấy chứng nhận có trong ba ngày làm việc, nộp trực tuyến thì không mất lệ phí."), 17, "Trịnh Văn Sơn"),
    Answer("Trạm Y tế có khám vào thứ Bảy không?", "Y tế",
           "Tôi đi làm cả tuần, muốn đưa cha đi khám huyết áp vào cuối tuần thì đến lúc nào?",
           ("Trạm khám vào sáng thứ Bảy tuần đầu tháng, từ 7 giờ đến 11 giờ. Cấp cứu trực cả ngày đêm.",
            "Khi đi khám, mang theo căn cước hoặc ứng dụng định danh có thẻ bảo hiểm y tế."), 21, "Tạ Thị Kim Oanh"),
    Answer("Xin phép tổ chức họp chợ phiên tại nhà văn hóa", "Văn hóa",
           "Nhóm thanh niên muốn tổ chức chợ phiên đổi sách tại nhà văn hóa thì xin phép ở đâu?",
           ("Gửi văn bản nêu thời gian, nội dung, người phụ trách đến Phòng Văn hóa – Xã hội trước năm ngày làm việc.",
            "Nhà văn hóa không thu tiền với hoạt động phục vụ cộng đồng."), 25, "Bùi Thị Hạnh"),
    Answer("Sao y giấy tờ có cần đến đúng xã thường trú?", "Chứng thực",
           "Tôi thường trú ở tỉnh khác, có chứng thực bản sao bằng tốt nghiệp tại xã được không?",
           ("Được. Việc chứng thực bản sao không phụ thuộc nơi cư trú; anh, chị mang bản chính để đối chiếu.",
            "Bản sao được trả trong ngày làm việc."), 29, "Hồ Anh Dũng"),
    Answer("Tuyển sinh lớp Một cho trẻ tạm trú", "Giáo dục",
           "Con tôi chỉ có tạm trú tại xã, có được vào lớp Một Trường Tiểu học Thạch Lâm không?",
           ("Trẻ cư trú thực tế trên địa bàn được tuyển như trẻ thường trú. Nhà trường tra cứu thông tin cư trú, phụ "
            "huynh không phải nộp giấy xác nhận.",
            "Thời gian đăng ký được thông báo trên trang này trước ba tuần."), 34, "Nguyễn Thị Thanh Tâm"),
    Answer("Gửi kiến nghị về đèn đường hỏng ở đâu?", "Cải cách hành chính",
           "Đèn đường trước ngõ hỏng hai tuần chưa sửa, tôi nên phản ánh với ai?",
           ("Bà con báo trưởng thôn, gọi Văn phòng HĐND và UBND xã hoặc gửi câu hỏi trên trang này.",
            "Văn phòng chuyển đơn vị phụ trách ngay trong ngày và báo lại kết quả trong năm ngày làm việc."),
           38, "Hoàng Minh Tuấn"),
)  # fmt: skip


def answers(stage: Stage) -> None:
    parent = stage.section("hoi-dap")
    for order, answer in enumerate(ANSWERS):
        if not stage.held(parent, answer.title):
            stage.publish(parent, build_answer(stage, answer), stage.moment(answer.days, order))


def build_answer(stage: Stage, answer: Answer) -> AnswerPage:
    """An unsaved answer."""
    page = AnswerPage(
        title=answer.title,
        question=answer.question,
        asked_by=answer.asked_by,
        asked_on=stage.day(answer.days + TOOK),
        answered_on=stage.working_day(answer.days),
        answer=[("text", paragraphs(*answer.paragraphs))],
        unit=stage.unit_of(answer.by),
        author=stage.people[answer.by],
    )
    page.fields_of_work = stage.fields([answer.field])
    return page
