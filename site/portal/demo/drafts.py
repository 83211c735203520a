"""What waits at the three stages: for the unit head, the moderator, the head of the board."""

from portal.demo.answers import Answer
from portal.demo.articles.article import ACTIVITIES, ECONOMY, LAW, PARTY, SECURITY, SOCIETY, Article
from portal.demo.papers import DEPUTY, DEPUTY_ECONOMY, Paper


def draft(section, title, lead, text, field, scene, alt, caption) -> Article:
    return Article(
        section,
        title,
        lead,
        (text,),
        0,
        fields=(field,),
        text_by="Dương Văn Phúc",
        scene=scene,
        alt=alt,
        caption=caption,
    )


FOR_UNIT_HEAD = (
    draft(PARTY, "Đoàn xã mở lớp dạy bơi miễn phí cho thiếu nhi",
          "Lớp học mười buổi, mỗi buổi hai huấn luyện viên kèm mười lăm em.",
          "Lớp ưu tiên con hộ nghèo và các em ở ven sông. Phụ huynh đăng ký tại chi đoàn thôn.",
          "Giáo dục", "river", "Thuyền nhỏ và người đứng trên bờ sông", "Nơi tổ chức lớp dạy bơi."),
    draft(SOCIETY, "Câu lạc bộ dân ca tập luyện chuẩn bị hội diễn",
          "Hai mươi thành viên tập vào tối thứ Tư hằng tuần.",
          "Tiết mục mới kể về bến sông quê, do các cụ trong thôn đặt lời.",
          "Văn hóa", "festival", "Người dân mặc áo nhiều màu trước sân đình", "Buổi tập tại đình làng."),
    draft(ECONOMY, "Hộ trẻ khởi nghiệp từ vườn ươm cây giống",
          "Vườn ươm cung cấp ba vạn cây bưởi, cây keo mỗi vụ.",
          "Anh chủ vườn học nghề qua mạng rồi thử nghiệm trên hai sào đất của gia đình.",
          "Nông nghiệp", "trees", "Người đứng giữa các hàng cây non", "Vườn ươm ở thôn Thạch Lâm."),
    draft(SECURITY, "Thanh niên tình nguyện hướng dẫn giao thông cổng trường",
          "Hai cổng trường không còn cảnh ùn tắc giờ tan học.",
          "Mỗi buổi có bốn đoàn viên mặc áo xanh, phối hợp với công an xã phân luồng xe.",
          "An ninh, trật tự", "school", "Học sinh đi ra cổng trường thành hàng", "Giờ tan trường."),
    Answer("Đăng ký lớp học nghề ngắn hạn ở đâu?", "Lao động, việc làm",
           "Tôi muốn học nghề điện dân dụng, xã có mở lớp không?",
           ("Trung tâm Dịch vụ tổng hợp nhận đăng ký; lớp mở khi đủ hai mươi người.",), 0, "Bùi Thị Hạnh"),
    Paper("cho-don-vi", "77/KH-UBND", "Kế hoạch", "Tổ chức hội thi nhà nông đua tài", 0,
          ("Hội thi diễn ra trong một ngày tại sân nhà văn hóa xã.",), ("Nông nghiệp",), DEPUTY_ECONOMY),
)  # fmt: skip
FOR_MODERATOR = (
    draft(ACTIVITIES, "Trung tâm Phục vụ hành chính công thử nghiệm lấy số từ xa",
          "Người dân chọn giờ đến trước một ngày, không phải ngồi chờ.",
          "Trong tuần đầu, bốn phần mười lượt giao dịch đã lấy số từ xa, thời gian chờ còn sáu phút.",
          "Cải cách hành chính", "office", "Người dân đứng trước bốn quầy giao dịch", "Ngày đầu lấy số từ xa."),
    draft(ECONOMY, "Tổ hợp tác nuôi ong chia sẻ kinh nghiệm giữ đàn qua đông",
          "Hai mươi bảy hộ cùng ghi nhật ký đàn ong trên một bảng chung.",
          "Nhờ ghi chép đều, tỷ lệ giữ đàn qua mùa lạnh đã đạt chín phần mười.",
          "Nông nghiệp", "trees", "Rừng cây tròn tán, phía trước có vài người", "Điểm đặt đàn ong."),
    draft(SOCIETY, "Trạm Y tế cân đo, tư vấn dinh dưỡng cho trẻ dưới năm tuổi",
          "Hơn 300 cháu được theo dõi chiều cao, cân nặng.",
          "Cha mẹ của trẻ thấp còi được hướng dẫn thực đơn bằng thực phẩm sẵn có trong vườn.",
          "Y tế", "clinic", "Hai nhân viên áo trắng đứng sau bàn khám", "Buổi cân đo tại trạm."),
    draft(LAW, "Bốn điều cần nhớ khi thuê và cho thuê nhà trọ",
          "Hợp đồng, tạm trú, phòng cháy và hóa đơn điện nước.",
          "Chủ nhà thông báo tạm trú cho khách, mỗi phòng có bình chữa cháy và lối thoát thứ hai.",
          "Đăng ký, quản lý cư trú", "road", "Con đường làng có người đi bộ", "Khu nhà trọ ven đường liên thôn."),
    Answer("Thủ tục xin hỗ trợ giống sau mưa lũ", "Nông nghiệp",
           "Ruộng khoai của tôi bị ngập mất trắng, có được hỗ trợ giống không?",
           ("Gia đình báo trưởng thôn xác nhận diện tích thiệt hại trong ba ngày để lập danh sách.",), 0,
           "Trịnh Văn Sơn"),
    Paper("cho-kiem-duyet", "103/TB-UBND", "Thông báo", "Tạm ngừng cấp nước để súc rửa đường ống", 0,
          ("Ngừng cấp nước từ 22 giờ đến 4 giờ sáng hôm sau tại thôn Đồng Hạ.",), ("Môi trường",), DEPUTY_ECONOMY),
)  # fmt: skip
FOR_HEAD_OF_BOARD = (
    draft(ACTIVITIES, "Lãnh đạo xã đối thoại với thanh niên về việc làm",
          "Hai mươi ba ý kiến được trả lời ngay tại hội trường.",
          "Điều được hỏi nhiều nhất là vốn vay khởi nghiệp và lớp học nghề gần nhà.",
          "Lao động, việc làm", "meeting", "Đại biểu ngồi hai bên bàn dài trước phông đỏ", "Buổi đối thoại."),
    draft(SECURITY, "Dân quân giúp dân gia cố nhà trước mùa gió",
          "Mười hai ngôi nhà của hộ neo đơn đã được chằng chống.",
          "Lực lượng dân quân mang theo dây, cọc, bao cát và làm xong trong hai ngày.",
          "Quốc phòng", "field", "Người đội nón đứng trên cánh đồng lúa", "Lực lượng dân quân xuống thôn."),
    draft(PARTY, "Chi bộ thôn Đồng Hạ sinh hoạt chuyên đề ở bờ kênh",
          "Cuộc họp diễn ra ngay nơi có việc cần bàn.",
          "Đảng viên thống nhất mỗi người nhận một đoạn kênh, cùng gia đình giữ sạch.",
          "Xây dựng Đảng", "river", "Mặt nước rộng và mấy người đứng trên bờ", "Buổi sinh hoạt chuyên đề."),
    draft(SOCIETY, "Thầy cô vùng ven sông góp sách cho góc đọc của lớp",
          "Mỗi lớp thêm bốn mươi cuốn sách chỉ sau một tháng.",
          "Sách cũ được bọc lại, dán nhãn và có sổ mượn do chính học sinh giữ.",
          "Giáo dục", "school", "Sân trường có cột cờ và nhiều học sinh", "Giờ đọc sách giữa buổi."),
    Answer("Xin cấp biển số nhà mới", "Hoạt động xây dựng",
           "Nhà tôi mới tách thửa, xin biển số nhà ở đâu?",
           ("Gửi đề nghị tại Trung tâm Phục vụ hành chính công; biển được gắn trong mười ngày làm việc.",), 0,
           "Mai Thị Yến"),
    Paper("cho-truong-ban", "78/KH-UBND", "Kế hoạch", "Tổ chức ngày hội đọc sách toàn xã", 0,
          ("Ngày hội diễn ra tại hai trường và nhà văn hóa xã.",), ("Văn hóa", "Giáo dục"), DEPUTY),
)  # fmt: skip
DRAFTS = (FOR_UNIT_HEAD, FOR_MODERATOR, FOR_HEAD_OF_BOARD)
