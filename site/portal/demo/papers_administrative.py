"""Administrative documents: plans, notices, reports, directions."""

from portal.demo.papers import DEPUTY, DEPUTY_ECONOMY, Link, Paper

ACCESS = Link("based_on", "104/2016/QH13")
RECORDS = Link("based_on", "30/2020/NĐ-CP")


def row(key, number, kind, title, days, *articles, fields=(), **given) -> Paper:
    return Paper(key, number, kind, title, days, articles, fields, **given)


ADMINISTRATIVE = (
    row(
        "kh-cchc", "12/KH-UBND", "Kế hoạch", "Cải cách hành chính năm của xã", 300,
        "Phấn đấu 98% hồ sơ được giải quyết trước và đúng hạn; 80% hồ sơ nộp trực tuyến.",
        "Mỗi quý kiểm tra đột xuất ít nhất một lần tại Trung tâm Phục vụ hành chính công.",
        fields=("Cải cách hành chính",),
    ),
    row(
        "bc-cchc", "188/BC-UBND", "Báo cáo", "Kết quả cải cách hành chính chín tháng đầu năm", 52,
        "Tiếp nhận 6.412 hồ sơ; giải quyết trước và đúng hạn 96,8%; hồ sơ trực tuyến 74%.",
        "Tồn tại: phần mềm chưa nối thông, công chức còn phải nhập một dữ liệu nhiều lần.",
        fields=("Cải cách hành chính",), links=(Link("related", "kh-cchc"),),
    ),
    row(
        "kh-cds", "35/KH-UBND", "Kế hoạch", "Chuyển đổi số trên địa bàn xã", 260,
        "Mỗi thôn có một tổ công nghệ số cộng đồng hoạt động ít nhất hai buổi một tuần.",
        "Tất cả chợ, trường học, trạm y tế chấp nhận thanh toán không dùng tiền mặt.",
        fields=("Chuyển đổi số",), signer=DEPUTY,
    ),
    row(
        "qd-to-cds", "211/QĐ-UBND", "Quyết định", "Thành lập tổ công nghệ số cộng đồng các thôn", 240,
        "Thành lập hai tổ công nghệ số cộng đồng, mỗi tổ bảy thành viên.",
        "Tổ hướng dẫn người dân dùng dịch vụ công trực tuyến tại nhà văn hóa thôn.",
        fields=("Chuyển đổi số",), links=(Link("based_on", "kh-cds"),),
    ),
    row(
        "tb-tiep-dan", "96/TB-UBND", "Thông báo", "Lịch tiếp công dân định kỳ của Chủ tịch UBND xã", 33,
        "Chủ tịch UBND xã tiếp công dân vào thứ Năm hằng tuần, từ 8 giờ đến 11 giờ.",
        "Địa điểm: phòng tiếp công dân, tầng một trụ sở UBND xã.",
        fields=("Tiếp công dân",), links=(Link("based_on", "42/2013/QH13"),),
    ),
    row(
        "kl-thang", "102/TB-UBND", "Thông báo kết luận", "Kết luận của Chủ tịch UBND xã tại phiên họp thường kỳ", 1,
        "Từng đơn vị đăng ký việc phải xong theo tuần và công khai tiến độ.",
        "Phòng Kinh tế hoàn thành hồ sơ mặt bằng tuyến đường thôn Thạch Lâm trong mười ngày làm việc.",
        "Văn phòng theo dõi, báo cáo Chủ tịch vào chiều thứ Sáu hằng tuần.",
        fields=("Cải cách hành chính",),
    ),
    row(
        "kl-cho", "99/TB-UBND", "Thông báo kết luận", "Kết luận kiểm tra an toàn phòng cháy tại chợ trung tâm", 16,
        "Ban quản lý chợ giải tỏa lối thoát phía tây và thay bình chữa cháy quá hạn trong bảy ngày.",
        "Công an xã phúc tra, báo cáo kết quả.",
        fields=("An ninh, trật tự",), signer=DEPUTY_ECONOMY, links=(Link("cites", "cho-moi"),),
    ),
    row(
        "kh-bao", "58/KH-UBND", "Kế hoạch", "Phòng, chống thiên tai và tìm kiếm cứu nạn", 170,
        "Thường trực cả ngày đêm khi có bão; mỗi thôn một đội xung kích ba mươi người.",
        "Di dời 27 hộ ven sông đến điểm sơ tán trước khi bão vào ít nhất sáu giờ.",
        fields=("Nông nghiệp",), signer=DEPUTY_ECONOMY,
    ),
    row(
        "cd-bao", "02/CĐ-UBND", "Công điện", "Về việc chủ động ứng phó mưa lớn diện rộng", 38,
        "Các thôn chặt tỉa cành cây, khơi thông rãnh nước, kiểm tra nhà ở không bảo đảm an toàn.",
        "Đài truyền thanh phát bản tin thời tiết ba lần một ngày.",
        fields=("Nông nghiệp",), signer=DEPUTY_ECONOMY, links=(Link("based_on", "kh-bao"),),
    ),
    row(
        "kh-vu-dong", "74/KH-UBND", "Kế hoạch", "Sản xuất vụ đông", 66,
        "Gieo trồng 180 héc-ta, trong đó khoai tây 120 héc-ta, rau màu 60 héc-ta.",
        "Hợp tác xã cung ứng giống và ký hợp đồng bao tiêu trước khi xuống giống.",
        fields=("Nông nghiệp",), signer=DEPUTY_ECONOMY,
    ),
    row(
        "tb-nvqs", "91/TB-UBND", "Thông báo", "Niêm yết danh sách khám sơ tuyển nghĩa vụ quân sự", 29,
        "Danh sách được niêm yết tại trụ sở UBND xã và nhà văn hóa hai thôn trong 20 ngày.",
        "Ý kiến gửi về Ban Chỉ huy Quân sự xã trước ngày hết hạn niêm yết.",
        fields=("Quốc phòng",),
    ),
    row(
        "cv-congkhai", "640/UBND-VP", "Công văn", "Về việc cung cấp thông tin phải công khai trên Trang thông tin điện tử",
        73,
        "Các đơn vị gửi thông tin trong hai ngày làm việc kể từ khi có thay đổi.",
        "Văn phòng tổng hợp đơn vị chậm gửi vào ngày làm việc cuối cùng của tháng.",
        fields=("Cải cách hành chính",), links=(ACCESS,),
    ),
    row(
        "qc-trang", "305/QĐ-UBND", "Quyết định", "Ban hành Quy chế hoạt động của Trang thông tin điện tử xã", 140,
        "Ban hành Quy chế hoạt động của Trang thông tin điện tử.",
        "Tin, bài qua ba bước: lãnh đạo đơn vị, người kiểm duyệt, Trưởng Ban biên tập.",
        fields=("Chuyển đổi số", "Cải cách hành chính"), links=(ACCESS, Link("replaces", "qc-trang-cu")),
    ),
    row(
        "qc-trang-cu", "88/QĐ-UBND", "Quyết định", "Ban hành Quy chế tạm thời của Trang thông tin điện tử xã", 440,
        "Ban hành Quy chế tạm thời; Văn phòng là đầu mối tiếp nhận, đăng tải tin, bài.",
        fields=("Chuyển đổi số",),
    ),
    row(
        "qd-ban-bt", "306/QĐ-UBND", "Quyết định", "Thành lập Ban biên tập Trang thông tin điện tử xã", 139,
        "Ban biên tập gồm Trưởng ban là Phó Chủ tịch UBND xã và bảy thành viên.",
        fields=("Chuyển đổi số",), links=(Link("based_on", "qc-trang"),),
    ),
    row(
        "bc-kt", "201/BC-UBND", "Báo cáo", "Tình hình kinh tế - xã hội mười tháng và nhiệm vụ hai tháng cuối năm", 10,
        "Thu ngân sách đạt 91,4% dự toán; 14 trên 17 chỉ tiêu đạt hoặc vượt tiến độ.",
        "Ba chỉ tiêu chậm: nước sạch tập trung, rừng trồng mới, doanh nghiệp thành lập mới.",
        fields=("Nông nghiệp",),
    ),
    row(
        "qh-ntm", "120/QĐ-UBND", "Quyết định", "Công bố đồ án quy hoạch chung xây dựng xã", 220,
        "Công bố đồ án quy hoạch chung; niêm yết bản vẽ tại trụ sở và nhà văn hóa các thôn.",
        "Phòng Kinh tế cung cấp thông tin quy hoạch theo yêu cầu của tổ chức, công dân.",
        fields=("Hoạt động xây dựng",), signer=DEPUTY_ECONOMY,
    ),
    row(
        "hd-luutru", "15/HD-UBND", "Hướng dẫn", "Lập hồ sơ công việc và nộp lưu hồ sơ điện tử", 110,
        "Hồ sơ được lập ngay khi phát sinh văn bản đầu tiên và kết thúc khi việc đã xong.",
        "Hồ sơ điện tử nộp lưu trong một năm kể từ ngày công việc kết thúc.",
        fields=("Cải cách hành chính",), signer=DEPUTY, links=(RECORDS,),
    ),
    row(
        "kh-gd", "69/KH-UBND", "Kế hoạch", "Nâng cao chất lượng văn hóa đọc trong nhà trường", 84,
        "Xe thư viện lưu động đến mỗi điểm trường hai tuần một lần.",
        "Mỗi lớp có một góc đọc sách do phụ huynh và học sinh cùng chăm sóc.",
        fields=("Giáo dục", "Văn hóa"), signer=DEPUTY,
    ),
    row(
        "ct-vesinh", "03/CT-UBND", "Chỉ thị", "Về tăng cường vệ sinh môi trường nông thôn", 20,
        "Ngày Chủ nhật cuối tháng là ngày tổng vệ sinh đường làng, ngõ xóm.",
        "Trưởng thôn chịu trách nhiệm về điểm tập kết rác trên địa bàn thôn.",
        fields=("Môi trường",), signer=DEPUTY_ECONOMY, links=(Link("cites", "rac-thai"),),
    ),
)  # fmt: skip
