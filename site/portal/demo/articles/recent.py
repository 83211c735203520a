"""News of the last weeks."""

from portal.demo.articles.article import ACTIVITIES, ECONOMY, LAW, PARTY, SECURITY, SOCIETY, Article

ARTICLES = (
    Article(
        ACTIVITIES,
        "Xã Thạch Lâm Hạ họp phiên thường kỳ, bàn giải pháp hoàn thành kế hoạch năm",
        "Sáng nay, Ủy ban nhân dân xã tổ chức phiên họp thường kỳ đánh giá kết quả mười tháng và thống nhất các "
        "việc trọng tâm hai tháng cuối năm.",
        (
            "Theo báo cáo của Văn phòng HĐND và UBND, mười tháng qua 14 trên 17 chỉ tiêu đạt hoặc vượt tiến độ. Thu "
            "ngân sách trên địa bàn đạt 91,4% dự toán; 96,8% hồ sơ thủ tục hành chính được giải quyết trước và đúng "
            "hạn.",
            "Ba chỉ tiêu còn chậm là tỷ lệ hộ dùng nước sạch tập trung, diện tích rừng trồng mới và số doanh nghiệp "
            "thành lập mới. Các phòng đã nêu rõ nguyên nhân, phần lớn do thời tiết và vướng mắc về mặt bằng.",
            "Kết luận phiên họp, Chủ tịch UBND xã Nguyễn Hữu Thành yêu cầu từng đơn vị đăng ký việc phải xong theo "
            "tuần, công khai tiến độ trên Trang thông tin điện tử và báo cáo vào chiều thứ Sáu hằng tuần.",
        ),
        1,
        fields=("Cải cách hành chính",),
        scene="meeting",
        alt="Các đại biểu ngồi quanh bàn họp hình chữ U trong hội trường",
        caption="Quang cảnh phiên họp thường kỳ của UBND xã.",
        featured=True,
    ),
    Article(
        ECONOMY,
        "Lúa mùa Thạch Lâm được mùa, năng suất bình quân 61 tạ một héc-ta",
        "Đến nay nông dân trong xã đã thu hoạch xong 412 héc-ta lúa mùa, năng suất cao hơn năm trước hai tạ.",
        (
            "Vụ này xã gieo cấy 412 héc-ta, trong đó 260 héc-ta làm theo cánh đồng một giống. Nhờ lấy nước sớm và "
            "phòng trừ sâu bệnh đồng loạt, năng suất bình quân ước đạt 61 tạ một héc-ta.",
            "Bà con thôn Đồng Hạ đã có hợp đồng bao tiêu với hợp tác xã, giá lúa tươi tại ruộng 7.600 đồng một "
            "ki-lô-gam. Sau thu hoạch, 120 héc-ta được làm đất ngay để trồng khoai tây vụ đông.",
        ),
        2,
        fields=("Nông nghiệp",),
        text_by="Mai Thị Yến",
        scene="field",
        alt="Máy gặt đập chạy trên ruộng lúa chín vàng",
        caption="Thu hoạch lúa mùa tại cánh đồng thôn Đồng Hạ.",
        featured=True,
    ),
    Article(
        SOCIETY,
        "Hơn 600 người dân được khám sức khỏe miễn phí dịp cuối tuần",
        "Trạm Y tế xã phối hợp với bệnh viện tuyến tỉnh khám, tư vấn và cấp thuốc cho người cao tuổi, người có công.",
        (
            "Trong hai ngày thứ Bảy và Chủ nhật, 22 y, bác sĩ đã khám tổng quát, đo huyết áp, siêu âm, điện tim cho "
            "634 người. Người mắc bệnh mạn tính được lập hồ sơ theo dõi tại trạm.",
            "Trạm trưởng Tạ Thị Kim Oanh cho biết, từ tháng tới trạm khám thêm vào sáng thứ Bảy tuần đầu tháng để "
            "bà con đi làm xa có thể đến khám.",
        ),
        3,
        fields=("Y tế",),
        scene="clinic",
        alt="Bác sĩ đo huyết áp cho một cụ bà",
        caption="Khám sức khỏe cho người cao tuổi tại Trạm Y tế xã.",
        featured=True,
    ),
    Article(
        ACTIVITIES,
        "Trung tâm Phục vụ hành chính công trả kết quả tại nhà cho người già yếu",
        "Từ đầu tháng, người cao tuổi sống một mình và người khuyết tật nặng được nhận kết quả tại nhà, không thu "
        "thêm phí.",
        (
            "Công chức mang máy tính bảng đến nhà, hướng dẫn kê khai, chụp giấy tờ và hẹn ngày trả. Sau ba tuần, 41 "
            "hồ sơ đã được làm theo cách này, chủ yếu về trợ cấp xã hội và xác nhận cư trú.",
            "Người có nhu cầu gọi số 0298 3861 115 trong giờ hành chính, hoặc nhờ trưởng thôn đăng ký.",
        ),
        4,
        genre="bai",
        fields=("Cải cách hành chính", "Bảo trợ xã hội"),
        text_by="Cao Thị Bích Ngọc",
        scene="office",
        alt="Công chức hướng dẫn một cụ ông ký giấy tờ tại nhà",
        caption="Trả kết quả trợ cấp hưu trí xã hội tại nhà ở thôn Thạch Lâm.",
        topic="chuyen-doi-so",
    ),
    Article(
        SECURITY,
        "Công an xã cấp căn cước lưu động cho 180 học sinh",
        "Học sinh đủ 14 tuổi của Trường Trung học cơ sở Lâm Hạ được thu nhận hồ sơ ngay tại trường.",
        (
            "Tổ công tác bố trí hai bàn tiếp nhận từ 7 giờ 30 đến 20 giờ để không ảnh hưởng giờ học. Phụ huynh chỉ "
            "cần mang theo căn cước của mình để đối chiếu.",
            "Trưởng Công an xã Phan Trọng Nghĩa nhắc phụ huynh không gửi ảnh giấy tờ của con qua mạng xã hội, tránh "
            "bị kẻ gian lợi dụng.",
        ),
        5,
        fields=("An ninh, trật tự",),
        scene="school",
        alt="Học sinh xếp hàng chờ chụp ảnh làm căn cước",
        caption="Thu nhận hồ sơ căn cước tại Trường THCS Lâm Hạ.",
    ),
    Article(
        PARTY,
        "Đoàn xã ra quân sửa đường, trồng 500 cây xanh",
        "Chủ nhật xanh lần thứ ba trong năm thu hút hơn 120 đoàn viên của sáu chi đoàn.",
        (
            "Các bạn trẻ vá 340 mét đường liên thôn, khơi thông rãnh nước và trồng 500 cây sao đen dọc kênh chính. "
            "Cây giống do các gia đình trong xã đóng góp.",
            "Mỗi chi đoàn nhận chăm sóc một đoạn, có bảng ghi tên và lịch tưới, cuối năm tỷ lệ cây sống sẽ được tính "
            "vào điểm thi đua.",
        ),
        6,
        text_by="Dương Văn Phúc",
        fields=("Môi trường",),
        scene="trees",
        alt="Đoàn viên mặc áo xanh trồng cây bên bờ kênh",
        caption="Đoàn viên trồng cây dọc kênh chính thôn Thạch Lâm.",
        topic="nong-thon-moi-nang-cao",
    ),
    Article(
        LAW,
        "Những điểm người dân cần biết khi đăng ký biến động đất đai",
        "Phòng Kinh tế giải đáp các câu hỏi được hỏi nhiều nhất khi chuyển nhượng, tặng cho, thừa kế quyền sử dụng đất.",
        (
            "Người nhận chuyển quyền phải đăng ký trong 30 ngày kể từ ngày hợp đồng có hiệu lực; quá hạn có thể bị "
            "xử phạt. Hồ sơ nộp tại bất kỳ Trung tâm Phục vụ hành chính công nào trong tỉnh.",
            "Trường hợp thửa đất có diện tích khác giấy chứng nhận, cần đo đạc lại trước. Người dân nên hỏi kỹ lệ phí "
            "và giữ giấy tiếp nhận hồ sơ có ghi ngày hẹn trả.",
        ),
        7,
        genre="bai",
        fields=("Đất đai",),
        text_by="Mai Thị Yến",
        scene="map",
        alt="Cán bộ địa chính chỉ lên bản đồ địa chính treo tường",
        caption="Hướng dẫn người dân xem bản đồ địa chính.",
    ),
    Article(
        SOCIETY,
        "Trường Tiểu học Thạch Lâm đón bằng công nhận đạt chuẩn quốc gia mức độ 2",
        "Sau ba năm phấn đấu, nhà trường đủ 30 phòng học kiên cố, thư viện điện tử và sân chơi an toàn.",
        (
            "Từ nguồn ngân sách và đóng góp của phụ huynh, trường xây thêm tám phòng học, nhà đa năng và bếp ăn bán "
            "trú phục vụ 420 học sinh.",
            "Hiệu trưởng Nguyễn Thị Thanh Tâm nói điều mừng nhất là không còn học sinh bỏ học, thư viện ngày nào cũng "
            "kín chỗ vào giờ ra chơi.",
        ),
        8,
        fields=("Giáo dục",),
        scene="school",
        alt="Cô và trò vui mừng trong sân trường treo cờ",
        caption="Lễ đón bằng công nhận trường đạt chuẩn quốc gia mức độ 2.",
    ),
    Article(
        ECONOMY,
        "Phiên chợ nông sản sạch đầu tiên bán hết hàng trước trưa",
        "Ba mươi gian hàng của bà con trong xã giới thiệu rau, mật ong, bưởi và bánh tráng.",
        (
            "Phiên chợ họp vào sáng Chủ nhật tuần thứ hai hằng tháng tại sân nhà văn hóa xã. Mỗi gian có mã truy xuất "
            "nguồn gốc và bảng giá niêm yết.",
            "Ban tổ chức không thu tiền thuê chỗ trong sáu tháng đầu. Hộ có nhu cầu đăng ký với Hội Nông dân xã trước "
            "ngày 5 hằng tháng.",
        ),
        9,
        fields=("Nông nghiệp",),
        scene="market",
        alt="Người dân chọn rau tại các gian hàng mái bạt",
        caption="Gian hàng rau an toàn của tổ hợp tác thôn Đồng Hạ.",
    ),
    Article(
        ACTIVITIES,
        "Chủ tịch UBND xã tiếp công dân định kỳ, giải quyết dứt điểm năm vụ việc",
        "Buổi tiếp công dân tháng này có chín lượt người, nội dung chủ yếu về ranh giới đất và đường dân sinh.",
        (
            "Năm vụ việc đủ điều kiện được trả lời ngay tại chỗ. Bốn vụ việc còn lại được giao cho Phòng Kinh tế xác "
            "minh, trả lời bằng văn bản trong mười ngày làm việc.",
            "Lịch tiếp công dân của Chủ tịch UBND xã là thứ Năm hằng tuần, tại phòng tiếp dân tầng một.",
        ),
        10,
        fields=("Tiếp công dân",),
        scene="meeting",
        alt="Chủ tịch xã trao đổi với người dân qua bàn",
        caption="Một buổi tiếp công dân định kỳ của Chủ tịch UBND xã.",
    ),
    Article(
        SECURITY,
        "Diễn tập chữa cháy và cứu nạn tại chợ trung tâm",
        "Tình huống giả định cháy gian hàng vải lúc đông khách, lực lượng tại chỗ xử lý trong bảy phút.",
        (
            "Hơn 80 người của tổ phòng cháy chợ, dân quân, y tế tham gia. Sau diễn tập, ban tổ chức chỉ ra ba điểm cần "
            "sửa: lối thoát phía tây bị hàng hóa che, hai bình chữa cháy quá hạn, loa báo động nhỏ.",
            "Ban quản lý chợ cam kết khắc phục xong trong tuần và mời đoàn kiểm tra lại.",
        ),
        12,
        fields=("An ninh, trật tự",),
        scene="market",
        alt="Lực lượng phòng cháy phun nước trong buổi diễn tập",
        caption="Diễn tập phương án chữa cháy tại chợ trung tâm xã.",
    ),
    Article(
        PARTY,
        "Đảng bộ xã sơ kết một năm mô hình chính quyền địa phương hai cấp",
        "Hội nghị đánh giá bộ máy mới vận hành ổn định, người dân đi lại ít hơn nhưng công chức phải làm nhiều việc hơn.",
        (
            "So với trước khi sắp xếp, số thủ tục giải quyết tại xã tăng hơn hai lần. Thời gian chờ bình quân tại quầy "
            "giảm từ 26 phút còn 14 phút nhờ lấy số trực tuyến.",
            "Hội nghị đề nghị tỉnh tăng biên chế công chức địa chính và sớm nối thông các phần mềm để không phải nhập "
            "một dữ liệu nhiều lần.",
        ),
        14,
        genre="tong-hop",
        fields=("Xây dựng Đảng",),
        scene="meeting",
        alt="Toàn cảnh hội nghị sơ kết trong hội trường lớn",
        caption="Hội nghị sơ kết một năm vận hành mô hình mới.",
    ),
)
