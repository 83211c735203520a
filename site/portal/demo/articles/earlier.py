"""News of the weeks before."""

from portal.demo.articles.article import ACTIVITIES, ECONOMY, LAW, PARTY, SECURITY, SOCIETY, Article

ARTICLES = (
    Article(
        SOCIETY,
        "Thôn Đồng Hạ khôi phục lễ hội rước nước sau hai mươi năm",
        "Lễ hội do chính các cụ cao niên truyền dạy, thanh niên trong thôn tập luyện suốt ba tháng.",
        (
            "Đoàn rước đi từ đình làng ra bến sông lấy nước giữa dòng, rồi về tế tại sân đình. Phần hội có kéo co, đập "
            "niêu, thi nấu cơm.",
            "Phòng Văn hóa – Xã hội đã lập hồ sơ kiểm kê di sản, ghi hình toàn bộ nghi thức và lời kể của sáu nghệ "
            "nhân.",
        ),
        16,
        genre="phong-su",
        fields=("Văn hóa",),
        scene="festival",
        alt="Đoàn người mặc áo dài khăn đóng rước kiệu qua cổng làng",
        caption="Đoàn rước nước qua cổng làng Đồng Hạ.",
    ),
    Article(
        ECONOMY,
        "Khởi công tuyến đường nối thôn Thạch Lâm với tỉnh lộ",
        "Tuyến đường dài 2,3 ki-lô-mét, rộng 6,5 mét, 58 hộ hiến hơn 4.000 mét vuông đất.",
        (
            "Công trình có tổng mức đầu tư 18,6 tỷ đồng từ ngân sách tỉnh và xã, thi công trong mười tháng. Ban giám "
            "sát đầu tư của cộng đồng gồm bảy người do Nhân dân bầu.",
            "Trong thời gian thi công, xe tải trên 5 tấn đi theo đường tránh phía kênh chính.",
        ),
        18,
        fields=("Hoạt động xây dựng",),
        text_by="Mai Thị Yến",
        scene="road",
        alt="Máy xúc san gạt nền đường giữa cánh đồng",
        caption="Khởi công tuyến đường nối thôn Thạch Lâm với tỉnh lộ.",
        topic="nong-thon-moi-nang-cao",
    ),
    Article(
        ACTIVITIES,
        "Ra mắt tổ công nghệ số cộng đồng ở cả hai thôn",
        "Mỗi tổ có bảy thành viên, tối thứ Ba và thứ Năm hướng dẫn bà con tại nhà văn hóa thôn.",
        (
            "Nội dung được hỏi nhiều nhất là cài ứng dụng định danh, nộp hồ sơ trực tuyến và nhận biết lừa đảo qua "
            "điện thoại.",
            "Sau một tháng, tỷ lệ hồ sơ nộp trực tuyến của xã tăng từ 61% lên 74%.",
        ),
        20,
        fields=("Chuyển đổi số",),
        text_by="Đỗ Văn Khoa",
        scene="office",
        alt="Thanh niên hướng dẫn một bác nông dân dùng điện thoại",
        caption="Tổ công nghệ số cộng đồng thôn Thạch Lâm hướng dẫn người dân.",
        topic="chuyen-doi-so",
    ),
    Article(
        SOCIETY,
        "Gương sáng thầy thuốc về hưu vẫn mở tủ thuốc miễn phí",
        "Mười hai năm nay, nhà ông Trần Văn Định là nơi bà con nghèo đến lấy thuốc và nghe lời khuyên.",
        (
            "Sau khi nghỉ hưu, ông dành gian nhà ngoài làm phòng khám nhân đạo, thuốc do bạn bè và con cháu gửi về. Ca "
            "nào vượt khả năng, ông gọi xe đưa lên trạm.",
            "Ông nói giản dị: còn sức thì còn làm, thấy bà con khỏe là mình khỏe.",
        ),
        22,
        genre="guong-dien-hinh",
        fields=("Y tế", "Thi đua, khen thưởng"),
        scene="clinic",
        alt="Người thầy thuốc cao tuổi bắt mạch cho bệnh nhân",
        caption="Ông Trần Văn Định bắt mạch cho người bệnh.",
    ),
    Article(
        PARTY,
        "Hội Phụ nữ xã gây quỹ tặng bảo hiểm y tế cho hội viên khó khăn",
        "Từ việc thu gom phế liệu, mười chi hội đã mua 62 thẻ bảo hiểm y tế.",
        (
            "Mỗi tháng một lần, chị em đem vỏ lon, giấy vụn đến điểm tập kết. Tiền bán được ghi sổ, công khai tại nhà "
            "văn hóa thôn.",
            "Mô hình vừa sạch đường làng vừa giúp người yếu thế, đang được nhân rộng sang Hội Cựu chiến binh.",
        ),
        24,
        fields=("Bảo trợ xã hội",),
        text_by="Dương Văn Phúc",
        scene="market",
        alt="Phụ nữ phân loại vỏ lon trước nhà văn hóa",
        caption="Hội viên phụ nữ phân loại phế liệu gây quỹ.",
    ),
    Article(
        SECURITY,
        "Hoàn thành khám sơ tuyển nghĩa vụ quân sự",
        "Hội đồng nghĩa vụ quân sự xã khám sơ tuyển cho 96 thanh niên, danh sách được niêm yết công khai.",
        (
            "Việc khám được giám sát bởi Ủy ban Mặt trận Tổ quốc và đại diện gia đình. Kết quả niêm yết tại trụ sở xã "
            "và nhà văn hóa hai thôn trong 20 ngày.",
            "Gia đình có ý kiến gửi về Ban Chỉ huy Quân sự xã trước ngày hết hạn niêm yết.",
        ),
        26,
        fields=("Quốc phòng",),
        scene="clinic",
        alt="Thanh niên xếp hàng đo chiều cao, cân nặng",
        caption="Khám sơ tuyển nghĩa vụ quân sự tại Trạm Y tế xã.",
    ),
    Article(
        LAW,
        "Năm dấu hiệu nhận biết cuộc gọi lừa đảo mạo danh cơ quan nhà nước",
        "Công an xã khuyến cáo: cơ quan nhà nước không làm việc, không yêu cầu chuyển tiền qua điện thoại.",
        (
            "Kẻ gian thường xưng là công an, ngành điện, thuế, thúc giục cài ứng dụng lạ và giữ máy liên tục. Hãy tắt "
            "máy, gọi lại số điện thoại công bố trên trang này.",
            "Nếu đã lỡ chuyển tiền, báo ngay cho ngân hàng và trực ban Công an xã, số 0298 3861 113.",
        ),
        28,
        fields=("An ninh, trật tự",),
        text_by="Phan Trọng Nghĩa",
        scene="office",
        alt="Áp phích cảnh báo lừa đảo dán tại quầy tiếp dân",
        caption="Tuyên truyền phòng, chống lừa đảo tại quầy tiếp nhận hồ sơ.",
    ),
    Article(
        ECONOMY,
        "Nước sạch về thôn Đồng Hạ, 318 hộ không còn dùng nước giếng",
        "Trạm cấp nước công suất 800 mét khối một ngày đêm đi vào hoạt động sau tám tháng xây dựng.",
        (
            "Giá nước 8.200 đồng một mét khối, hộ nghèo được hỗ trợ đồng hồ. Mẫu nước do Trạm Y tế lấy hằng tháng và "
            "công bố trên Trang thông tin điện tử.",
            "Giai đoạn hai sẽ kéo ống sang thôn Thạch Lâm trong quý II năm sau.",
        ),
        31,
        fields=("Môi trường",),
        text_by="Mai Thị Yến",
        scene="river",
        alt="Bể lọc nước của trạm cấp nước nhìn từ trên cao",
        caption="Trạm cấp nước sạch thôn Đồng Hạ.",
    ),
    Article(
        LAW,
        "Hòa giải ở cơ sở: khi nào nên nhờ tổ hòa giải của thôn",
        "Tranh chấp ranh giới, nợ nhỏ, bất hòa trong gia đình có thể dàn xếp ngay tại thôn, không mất phí.",
        (
            "Một bên hoặc cả hai bên đề nghị bằng lời hay bằng giấy với tổ trưởng. Hòa giải viên nghe từng bên, giải thích "
            "pháp luật và ghi biên bản hòa giải thành nếu hai bên đồng ý.",
            "Vụ việc có dấu hiệu tội phạm hoặc xâm phạm lợi ích của Nhà nước không thuộc phạm vi hòa giải; tổ hòa giải "
            "hướng dẫn người dân gửi đơn đến nơi có thẩm quyền.",
        ),
        34,
        fields=("An ninh, trật tự",),
        text_by="Phan Trọng Nghĩa",
        scene="meeting",
        alt="Tổ hòa giải ngồi quanh bàn nước cùng hai gia đình",
        caption="Một buổi hòa giải tại nhà văn hóa thôn Đồng Hạ.",
    ),
    Article(
        ACTIVITIES,
        "Kiểm tra công tác phòng, chống bão tại các điểm xung yếu",
        "Đoàn kiểm tra yêu cầu gia cố hai đoạn bờ kênh và rà soát phương án di dời 27 hộ ven sông.",
        (
            "Lực lượng xung kích 60 người, bốn xuồng máy, 3.000 bao cát đã sẵn sàng. Loa truyền thanh phát bản tin thời "
            "tiết ba lần một ngày.",
            "Phó Chủ tịch UBND xã Đặng Thị Thu Hà đề nghị bà con chặt tỉa cành cây gần đường điện trước ngày 25.",
        ),
        37,
        fields=("Nông nghiệp",),
        scene="river",
        alt="Đoàn cán bộ đứng trên bờ kênh kiểm tra mái kè",
        caption="Kiểm tra bờ kênh chính trước mùa mưa bão.",
        topic="an-toan-mua-mua-bao",
    ),
    Article(
        ECONOMY,
        "Hợp tác xã bưởi Thạch Lâm xuất lô hàng đầu tiên ra tỉnh ngoài",
        "Mười hai tấn bưởi có mã vùng trồng lên xe sáng nay, mở hướng đi mới cho 84 hộ trồng bưởi.",
        (
            "Để được cấp mã vùng trồng, các hộ ghi nhật ký canh tác, ngừng phun thuốc trước thu hoạch đúng số ngày quy "
            "định và phân loại quả tại nhà sơ chế.",
            "Giá bán cao hơn bán lẻ khoảng một phần tư, sau khi trừ phí đóng gói.",
        ),
        40,
        genre="bai",
        fields=("Nông nghiệp",),
        text_by="Mai Thị Yến",
        scene="trees",
        alt="Công nhân xếp bưởi vào thùng giấy trong nhà sơ chế",
        caption="Đóng gói bưởi tại nhà sơ chế của hợp tác xã.",
        topic="nong-thon-moi-nang-cao",
    ),
    Article(
        SOCIETY,
        "Thư viện lưu động đến với học sinh vùng xa",
        "Xe thư viện chở 2.000 cuốn sách và mười máy tính bảng ghé trường hai tuần một lần.",
        (
            "Các em được mượn sách về nhà, đổi sách ở chuyến sau. Sách được mượn nhiều nhất là truyện lịch sử và sách về "
            "động vật.",
            "Nhà trường mời phụ huynh, cựu học sinh góp thêm sách tại phòng Đội.",
        ),
        44,
        genre="anh",
        fields=("Giáo dục", "Văn hóa"),
        scene="school",
        alt="Học sinh chọn sách bên hông xe thư viện",
        caption="Xe thư viện lưu động tại điểm trường thôn Đồng Hạ.",
    ),
)
