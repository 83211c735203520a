"""Procedures of civil status, certification and residence; codes 1.99… are invented."""

from portal.demo.tasks import Task, ways

CIVIL = "Công chức tư pháp – hộ tịch"
CIVIL_LAW = ("60/2014/QH13", "Luật Hộ tịch", "Quốc hội")
CIVIL_DECREE = ("123/2015/NĐ-CP", "Quy định chi tiết và biện pháp thi hành Luật Hộ tịch", "Chính phủ")
CERTIFICATION = (
    "23/2015/NĐ-CP",
    "Về cấp bản sao từ sổ gốc, chứng thực bản sao, chữ ký, hợp đồng",
    "Chính phủ",
)
RESIDENCE = ("68/2020/QH14", "Luật Cư trú", "Quốc hội")
IDENTITY = ("Giấy tờ phải xuất trình", "Căn cước hoặc hộ chiếu của người yêu cầu", 1, 0)
FORM = "Tờ khai theo mẫu (không cần khi khai trên biểu mẫu điện tử)"

TASKS = (
    Task(
        "1.001193", "Thủ tục đăng ký khai sinh", "Làm giấy khai sinh", "Hộ tịch", "163/QĐ-BTP", CIVIL,
        ("Giấy khai sinh", "KQ.G15.000031"),
        ways("Trong ngày làm việc"),
        (
            ("Giấy tờ phải nộp", FORM, 1, 0),
            ("Giấy tờ phải nộp", "Giấy chứng sinh; không có thì văn bản của người làm chứng hoặc giấy cam đoan", 1, 0),
            ("Giấy tờ phải nộp", "Văn bản ủy quyền, khi nhờ người khác nộp thay", 1, 0),
            ("Trẻ bị bỏ rơi", "Biên bản về việc trẻ bị bỏ rơi", 1, 0),
            IDENTITY,
        ),
        (CIVIL_LAW, CIVIL_DECREE), audience=("cong-dan", "kieu-bao"),
        words="khai sinh, giấy khai sinh, sinh con, em bé",
        note="Làm cùng lúc được cả khai sinh, đăng ký thường trú và thẻ bảo hiểm y tế cho trẻ dưới 6 tuổi.",
        summary="Cha, mẹ hoặc người thân đăng ký khai sinh cho con trong 60 ngày kể từ ngày sinh.",
    ),
    Task(
        "1.000894", "Thủ tục đăng ký kết hôn", "Đăng ký kết hôn", "Hộ tịch", "163/QĐ-BTP", CIVIL,
        ("Giấy chứng nhận kết hôn", "KQ.G15.000032"),
        ways("Trong ngày làm việc; cần xác minh thì không quá 5 ngày làm việc"),
        (
            ("Giấy tờ phải nộp", FORM, 1, 0),
            ("Đã từng kết hôn", "Giấy tờ chứng minh đã ly hôn hoặc vợ, chồng đã chết, khi chưa có trong dữ liệu", 1, 0),
            IDENTITY,
        ),
        (CIVIL_LAW, CIVIL_DECREE), ("mot-phan", "Hai bên nam, nữ phải cùng có mặt để ký Giấy chứng nhận kết hôn."),
        words="cưới, kết hôn, giấy đăng ký kết hôn",
        requirements="Hai bên đủ tuổi, tự nguyện và không thuộc trường hợp bị cấm kết hôn.",
        summary="Hai bên nam, nữ cùng có mặt ký Giấy chứng nhận kết hôn.",
    ),
    Task(
        "1.004873", "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân", "Giấy xác nhận độc thân", "Hộ tịch",
        "163/QĐ-BTP", CIVIL, ("Giấy xác nhận tình trạng hôn nhân", "KQ.G15.000038"),
        ways("3 ngày làm việc", "Theo nghị quyết của Hội đồng nhân dân tỉnh"),
        (
            ("Giấy tờ phải nộp", FORM, 1, 0),
            ("Đã từng kết hôn", "Bản án, quyết định ly hôn hoặc giấy chứng tử, khi chưa có trong dữ liệu", 1, 0),
            IDENTITY,
        ),
        (CIVIL_LAW, CIVIL_DECREE), words="độc thân, tình trạng hôn nhân, chưa vợ, chưa chồng",
        fee_note="Miễn cho người có công, hộ nghèo, người khuyết tật.",
        summary="Xác nhận một người hiện chưa kết hôn, để kết hôn hoặc dùng vào việc khác.",
    ),
    Task(
        "2.000815", "Thủ tục chứng thực bản sao từ bản chính giấy tờ, văn bản", "Sao y bản chính", "Chứng thực",
        "3152/QĐ-BTP", CIVIL, ("Bản sao được chứng thực từ bản chính", "KQ.G15.000021"),
        (
            ("truc-tiep", "Trong ngày làm việc", "2.000 đồng một trang; từ trang thứ ba 1.000 đồng; không quá "
             "200.000 đồng một bản", "Mang bản chính đến quầy, được đối chiếu và trả tại chỗ."),
        ),
        (("", "Bản chính để đối chiếu và bản sao cần chứng thực", 1, 1),),
        (CERTIFICATION,), ("mot-phan", "Phải xuất trình bản chính để đối chiếu."),
        ("cong-dan", "to-chuc", "kieu-bao"), "sao y, công chứng, bản sao, photo", kind="khong-giao",
        requirements="Bản chính không bị tẩy xóa, hư hỏng, không đóng dấu mật.",
        note="Bản sao có thể chụp tại quầy với giá niêm yết.",
        summary="Đối chiếu bản chính và chứng thực bản sao, trả trong ngày.",
    ),
    Task(
        "1.990101", "Thủ tục chứng thực chữ ký trong giấy tờ, văn bản", "Chứng thực chữ ký", "Chứng thực",
        "", CIVIL, ("Giấy tờ được chứng thực chữ ký", ""),
        (("truc-tiep", "Trong ngày làm việc", "10.000 đồng một trường hợp", "Ký trước mặt người tiếp nhận."),),
        (("", "Giấy tờ, văn bản sẽ ký", 1, 0), IDENTITY),
        (CERTIFICATION,), ("mot-phan", "Người yêu cầu phải ký trước mặt người tiếp nhận."),
        words="chữ ký, ủy quyền, xác nhận chữ ký", summary="Chứng thực người yêu cầu đã ký vào giấy tờ.",
    ),
    Task(
        "1.004194", "Đăng ký tạm trú", "Đăng ký tạm trú", "Đăng ký, quản lý cư trú", "9354/QĐ-BCA-C06", "Công an xã",
        ("Thông báo kết quả đăng ký tạm trú", "KQ.G01.000064"),
        (
            ("truc-tiep", "3 ngày làm việc", "10.000 đồng một người, khi đăng ký theo danh sách",
             "Nộp tại Công an xã, thứ Hai đến thứ Sáu và sáng thứ Bảy."),
            ("truc-tuyen", "3 ngày làm việc", "7.000 đồng một lần", "Nộp trên Cổng Dịch vụ công quốc gia."),
        ),
        (
            ("Cá nhân, hộ gia đình", "Tờ khai thay đổi thông tin cư trú, mẫu CT01", 1, 0),
            ("Cá nhân, hộ gia đình", "Giấy tờ về chỗ ở hợp pháp, khi không tra cứu được trong dữ liệu", 1, 0),
            ("Đăng ký theo danh sách", "Văn bản đề nghị kèm danh sách người tạm trú", 1, 1),
        ),
        (RESIDENCE,), audience=("cong-dan", "doanh-nghiep", "hop-tac-xa", "to-chuc"),
        words="tạm trú, ở trọ, thuê nhà, KT3", summary="Người đến sinh sống từ 30 ngày trở lên đăng ký tạm trú.",
    ),
)  # fmt: skip
