"""Our own sentences for the gate of personal data. All names and numbers are invented."""

import unicodedata

from tests.editorial.secrets_corpus import without_accents

# Each with the kind that must be found.
PERSONAL = [
    ("can-cuoc", "Bà Lò Thị Mai, CCCD số 011185004321, được hỗ trợ sửa nhà."),
    ("can-cuoc", "Người ủy quyền: Trần Quốc Bảo, số căn cước 079094001122 cấp ngày 05/6/2021."),
    ("can-cuoc", "Số định danh cá nhân: 036 303 009 876"),
    ("can-cuoc", "Căn cước công dân: 001.200.013.579"),
    ("can-cuoc", "Mã số thuế cá nhân 052091007788 (theo số định danh)"),
    ("can-cuoc", "1. Y Thoa Niê - 066188002468 - buôn Ko Siêr"),
    ("can-cuoc", "Danh sách trúng tuyển: Phan Văn Đức 042095003344, Võ Thị Hạnh 045197001357"),
    ("can-cuoc", "so can cuoc cua toi la 040199001111"),
    ("can-cuoc", "Giấy tờ tùy thân: 031082005566 do Cục Cảnh sát cấp"),
    ("can-cuoc", "CCCD:\n038301004455"),
    ("cmnd", "CMND số 168301069 do Công an tỉnh cấp"),
    ("cmnd", "Chứng minh nhân dân: 245 118 903"),
    ("cmnd", "Giấy CMND 231.456.789 của ông Siu Blă"),
    ("cmnd", "Số CMT: 013579246"),
    ("giay-phep-lai-xe", "Giấy phép lái xe số 790123456789 hạng B2"),
    ("ho-chieu", "Hộ chiếu số C9876543 của con gái bà"),
    ("ho-chieu", "Passport No: B1122334"),
    ("ho-chieu", "Số hộ chiếu: P01234567"),
    ("ma-so-thue", "MST cá nhân: 8402334450"),
    ("ma-so-thue", "Ông Hoàng Gia Khánh, mã số thuế 8312345670, nợ thuế trước bạ"),
    ("ma-so-thue", "Hộ kinh doanh Tạp hóa Lan, MST 8055667789"),
    ("bhxh", "Mã số BHXH: 6423001234"),
    ("bhxh", "Sổ bảo hiểm xã hội số 7912345670 của chị Trang"),
    ("bhyt", "Thẻ BHYT: GD 4 64 6423001234"),
    ("bhyt", "Số thẻ bảo hiểm y tế TE1797912345678 đã hết hạn"),
    ("tai-khoan", "STK: 19036688990011 - Techcombank"),
    ("tai-khoan", "Số tài khoản 0651000998877 mở tại Vietcombank, chủ tài khoản Đỗ Thị Thu"),
    ("tai-khoan", "Xin gửi vào tài khoản 5200 205 667 788 của anh Hùng, Agribank chi nhánh huyện"),
    ("tai-khoan", "Chuyển khoản: 62110000123456 BIDV, người nhận Lê Văn Sơn"),
    ("tai-khoan", "TK số 104872233445, Ngân hàng VietinBank, bà Rơ Châm H'Lan"),
    ("tai-khoan", "Mọi giúp đỡ gửi về bà Lành, 711A12345678 là mã thẻ, STK 711012345678 Vietinbank"),
    ("dien-thoai", "Điện thoại: 0978123456"),
    ("dien-thoai", "Liên hệ anh Phúc 0905.778.899 để nhận lại ví."),
    ("dien-thoai", "SĐT người gửi: 0388 123 456"),
    ("dien-thoai", "Zalo: 0769-112-233"),
    ("dien-thoai", "Gọi cho chị Hồng theo số +84 912 345 678"),
    ("dien-thoai", "Ông Bùi Văn Tám (0967.123.123) phản ánh đường hỏng."),
    ("dien-thoai", "(+84) 35 222 3344 là số của cháu"),
    ("dien-thoai", "ĐTDĐ: 084.5566.778"),
    ("dien-thoai", "Nhà riêng: 0260 3912 345, ĐT nhà riêng: 0260 3912 345"),
    ("dien-thoai", "Người bị mất xe xin liên hệ 01689123456"),
    ("dia-chi", "Hộ khẩu thường trú: số 15, ngõ 42, đường Trần Phú, phường Yên Ninh"),
    ("dia-chi", "Nơi ở hiện nay: tổ 7, phường Nghĩa Lộ"),
    ("dia-chi", "Chỗ ở: Căn hộ 1205, tòa CT2, khu đô thị Nam Cường"),
    ("dia-chi", "HKTT: thôn Đăk Rao, xã Pô Kô"),
    ("dia-chi", "Anh Thạch Sol, trú tại ấp Ba So, xã Nhị Trường"),
    ("dia-chi", "bị cáo Lý A Páo (ngụ tại bản Nậm Cang)"),
    ("dia-chi", "Người khiếu nại: bà Mai Thị Lài. Địa chỉ: 27/4 đường Phan Chu Trinh, phường 2"),
    ("dia-chi", "Ông K'Brèo, nơi cư trú: buôn B'Dơr, xã Lộc An"),
    ("dia-chi", "Địa chỉ nhà: 118 Nguyễn Huệ"),
    ("dia-chi", "Chị đăng ký thường trú tại xóm 9, xã Hưng Tân"),
    ("dia-chi", "Noi thuong tru: so 3 hem 21 duong Le Loi"),
    ("dia-chi", "Chỗ ở: P.1107, tòa B3, chung cư Hòa Lâm"),
    ("dia-chi", "Hộ ông Tô Văn Lục (62 tuổi, ở số 10, xóm Đình) bị cắt nước."),
    ("dia-chi", "Chị Nông Thị Bay (SN 1986, số 16 ngõ 4 phố Chợ) bị ngã xe."),
    ("dia-chi", "Gia đình bà Thoan, số nhà 26, ngõ 12, được tặng bồn nước."),
    ("dia-chi", "Địa chỉ người gửi: Lữ Văn Năm, số 4 ngõ 7 phố Hàng Than"),
    ("dia-chi", "HKTT: Khối 5, thị trấn Nam Lĩnh"),
    ("cmnd", "Ông Hoàng Văn Dũng, số chứng minh 113457689, được trợ cấp."),
    ("cmnd", "Số CMND/Hộ chiếu: 362514789"),
    ("cmnd", "Chøng minh nh©n d©n sè: 173450982"),
    ("cmnd", "Chöùng minh nhaân daân soá: 173450982"),
    ("can-cuoc", "CCCD số O38085O12345"),
    ("dien-thoai", "Liên hệ chị Thắm qua số máy 0912 334 556"),
    ("dien-thoai", "SĐT0912334556"),
    ("ngay-sinh", "Nguyễn Hữu Thọ, sinh ngày 24/11/1988"),
    ("ngay-sinh", "Ngày, tháng, năm sinh: 02-09-1991"),
    ("ngay-sinh", "Cháu Mùa Thị Dí sinh ngày 7 tháng 5 năm 2012 đang học lớp 6"),
    ("ngay-sinh", "SN 12/12/1979"),
    ("thu-dien-tu", "Thư xin gửi về hoangminhtuan88@gmail.com"),
    ("thu-dien-tu", "Email: le.thi.bich.ngoc@yahoo.com.vn"),
    ("cmnd", "STT | Họ và tên | Năm sinh | Số CMND\n"
     "1 | Giàng A Chu | 1984 | 045123987\n2 | Sùng Thị Mỷ | 1990 | 045667123"),
    ("tai-khoan", "Họ tên,Ngân hàng,Số tài khoản\nVũ Đình Lâm,BIDV,62110000987654"),
]  # fmt: skip

NUMBERS = {
    "can-cuoc": ["CCCD số {}", "Số định danh: {}", "ông A, căn cước {}", "{}"],
    "dien-thoai": ["Điện thoại: {}", "SĐT {}", "liên hệ bà Tư {}", "{}"],
    "tai-khoan": [
        "STK {}",
        "Số tài khoản: {}",
        "tài khoản {} tại Agribank",
        "chuyển khoản vào {} của chị Hoa",
    ],
    "cmnd": ["CMND: {}", "số chứng minh nhân dân {}"],
}
EXAMPLES = {
    "can-cuoc": "064185007531",
    "dien-thoai": "0914567890",
    "tai-khoan": "62110000445566",
    "cmnd": "233445566",
}


def grouped(number: str, sizes: tuple[int, ...], between: str) -> str:
    parts, start = [], 0
    for size in sizes:
        parts.append(number[start : start + size])
        start += size
    return between.join([*parts, number[start:]]) if start < len(number) else between.join(parts)


NUMBER_DRESSES = {
    "as it is": lambda number: number,
    "by three": lambda number: grouped(number, (3, 3, 3), " "),
    "by three, dots": lambda number: grouped(number, (3, 3, 3), "."),
    "by three, dashes": lambda number: grouped(number, (3, 3, 3), "-"),
    "by four": lambda number: grouped(number, (4, 4), " "),
    "digit by digit": lambda number: " ".join(number),
    "digit by digit, dots": lambda number: ".".join(number),
    "full width": lambda number: "".join(chr(ord(digit) + 0xFEE0) for digit in number),
    "zero width": lambda number: "\u200b".join(number),
    "no-break spaces": lambda number: grouped(number, (3, 3, 3), "\u00a0"),
    "long dashes": lambda number: grouped(number, (4, 3), "\u2013") if len(number) == 10 else number,
    "brackets": lambda number: f"({number})",
}
SENTENCE_DRESSES = {
    "as it is": str,
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "without accents": without_accents,
    "capitals": str.upper,
}

DRESSED = [
    (kind, sentence_dress(sentence.format(dress(EXAMPLES[kind]))))
    for kind, sentences in NUMBERS.items()
    for dress in NUMBER_DRESSES.values()
    for sentence in sentences
    for sentence_dress in SENTENCE_DRESSES.values()
]

LOOKALIKES = """
Nghị định số 15/2024/NĐ-CP ngày 12/02/2024
Quyết định số 1628/QĐ-UBND
Công văn 9354/BCA-C06
Tổng mức đầu tư 1.234.567.890 đồng
Kinh phí 45.600.000.000 đồng từ ngân sách xã
Thu ngân sách đạt 123.456.789.000 đồng, bằng 104% dự toán
Hỗ trợ mỗi hộ 60.000.000 đồng
Mã thủ tục 1.004837.000.00.00.H26
Mã TTHC: 2.000635.000.00.00.H26
Mã hồ sơ: 000.19.07.H26-250612-0034
Mã định danh của xã: 000.00.15.H26
Biên nhận số H26.15-240512-0007
Công ty TNHH Hoàng Long, mã số thuế 6100123456
Mã số doanh nghiệp: 0100109106 đăng ký lần đầu năm 2005
Doanh nghiệp nộp thuế, MST 0301234567-001
Hợp tác xã Nông nghiệp Đoàn Kết, MST: 6101987654
Đường dây nóng: 0905 123 456
Hotline phòng chống thiên tai: 0978.111.222 (24/24)
Đường dây nóng của Chủ tịch UBND xã 0912345678
Số điện thoại trực ban phòng cháy: 0966 114 114
Tổng đài dịch vụ công 1022
Gọi 114 khi có cháy, 115 khi cần cấp cứu, 113 khi cần công an
Tổng đài 1900 1234 hỗ trợ nộp thuế điện tử
Tổng đài miễn phí 1800 8000
Điện thoại cơ quan: 0260 3862 345
ĐT: (0260) 3.862.345 - Fax: (0260) 3.862.346
Văn phòng UBND tỉnh, điện thoại 024 3825 4321
Tel: +84 24 3825 4321
Fax: 0260.3862346
Mã bưu chính 580000
Mã vùng điện thoại 0260
ISBN 978-604-57-1234-8
ISSN 1859-1234
Tọa độ 14.354722, 107.998611
Vĩ độ 21.0277644, kinh độ 105.8341598
X = 1587432.12; Y = 552310.45
Thửa đất số 245, tờ bản đồ số 12, diện tích 1.250,5 m2
Diện tích rừng 12.345.678 m2
Dân số 1.234.567 người
Ngày 12/03/2025, Ủy ban nhân dân xã họp phiên thường kỳ
Từ ngày 01/01/2025 đến ngày 30/06/2025
Lúc 07:30 ngày 15.09.2025
Năm học 2024-2025 có 1.024 học sinh
Giai đoạn 2021-2025, tầm nhìn 2030-2045
Nghị quyết 57-NQ/TW
Kế hoạch 2026 - 2030
Số tài khoản 3713.0.1053626.00000 tại Kho bạc Nhà nước khu vực
Đơn vị thụ hưởng: Ủy ban MTTQ tỉnh, số tài khoản 0761002345678 tại Vietcombank
Quỹ Vì người nghèo xã, STK 5100201001234 Agribank
Tài khoản thu phí: 3511.0.1099999, Trung tâm Phục vụ hành chính công
Đăng nhập tài khoản VNeID mức độ 2
Tài khoản định danh điện tử
Mở tài khoản cho người dân
Hạch toán tài khoản 3371 chi tiết 1234
Thủ tục đăng ký thường trú tại Công an cấp xã
Nơi thường trú của công dân được xác định theo Luật Cư trú
Nơi thường trú: ..............................
Đăng ký tạm trú qua cổng dịch vụ công
Hộ khẩu giấy hết giá trị từ năm 2023
Người dân cư trú tại vùng lũ được hỗ trợ
Trụ sở: số 12 đường Lê Lợi, phường Quang Trung
Địa chỉ: 218 đường Phan Đình Phùng, thành phố Kon Tum (trụ sở UBND)
Địa chỉ liên hệ: Bộ phận Một cửa, số 5 đường Hùng Vương
Địa chỉ website: xatanhung.gov.vn
Công ty Cổ phần Sông Đà, địa chỉ số 9 Nguyễn Trãi
Nhà văn hóa thôn 3 được khánh thành
Tổ 5 ra quân vệ sinh môi trường
Đường số 7 khu công nghiệp
Quê quán: tỉnh Thái Bình
Email: ubndxatanhung@gmail.com
Thư điện tử: vanphong@kontum.gov.vn
Hộp thư góp ý: bbt.congthongtin@gmail.com
Gửi về truongthcsledao@gmail.com
phongtuphap.tx@yahoo.com
info@vnpt.vn
congan.xadakha@gmail.com
Chủ tịch Hồ Chí Minh sinh ngày 19/5/1890
Kỷ niệm ngày sinh đồng chí 30/4/1912
Sinh năm 1985
Bà con sinh sống tại đây từ năm 1978
Căn cước công dân gắn chip
Cấp thẻ căn cước cho trẻ dưới 6 tuổi
Mã số thuế là gì?
Hộ chiếu phổ thông có thời hạn 10 năm
Bảo hiểm xã hội tự nguyện
Thẻ BHYT hộ gia đình giá 1.263.600 đồng
Số sê-ri hóa đơn 00012345
Ký hiệu hóa đơn 1C25TAA, số 00001234
Mã đơn hàng 802345678901
Mã vạch 8934567890123
IMEI 356938035643809
Số khung RLHJF1234AB012345
Biển số 82A-123.45
Mã dự án 7890123
Chương 805, mã ngành 341
Mã quan hệ ngân sách 1053626
Gói thầu IB2500012345
Thông báo mời thầu số IB2400567890-00
Lô đất LK-12, giá khởi điểm 850.000.000 đồng
Điểm chuẩn 24,75
Tỷ lệ 1/500, 1/2000
Km 12+345 quốc lộ 24
TCVN 9001:2015
QCVN 01-1:2018/BYT
Phiên bản 4.2.1.1234
Địa chỉ IP 192.168.100.200
Giờ làm việc 07:30 - 11:30, 13:30 - 17:00
Giấy phép số 123/GP-TTĐT cấp ngày 05/6/2024
Thời gian ký: 09.07.2026 12:06:29
https://example.gov.vn/tin-tuc/2026/09/0912345678.html
Tệp 20250612_093412_0001.pdf
Số báo danh 010234
Số liệu 0,123456789
Tăng 0.912345678 lần
Mẫu số 01/ĐKT
Văn bản hợp nhất 03/VBHN-VPQH
Luật số 91/2025/QH15
Điều 12, khoản 3, điểm a
Bảng giá 1.000 - 2.000 - 3.000 đồng
Lượt truy cập: 12345678
Hôm nay: 1.234, tháng này: 56.789, tổng số: 9.876.543
Kinh độ 107 độ 59 phút 55 giây
Mực nước hồ 612,45 m, lưu lượng 1.234.567 m3
Mã sinh viên trong ví dụ: SV-2025-0001
Một hecta lúa cho 65.000.000 đồng mỗi vụ
Người nộp thuế: Công ty CP Thép Hòa Lâm, MST 0109876543
HTX Mật ong Cao Lĩnh, MST 2802223334, số 45 đường Bà Triệu
Học phí nộp vào TK nhà trường 102000987654 VietinBank
Số tài khoản Ban Cứu trợ: 1200123456789, Vietcombank
Tài khoản 102001 - Tiền mặt bằng đồng Việt Nam
X: 2178456.912, Y: 0587612.345
Số khung RLHJF12345, số máy 0356789012
Xe dừng ngay trước trụ sở 246 Điện Biên Phủ, bà Lan cho biết.
Bà Mùi xem tòa nhà số 34 Tôn Đức Thắng.
Ô số 10 khai báo tên người nhận hàng, địa chỉ
""".strip().splitlines()
