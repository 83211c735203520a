"""A second set for the gate of personal data, written after its rules.

Written in two goes: at first 8 of 60 and 12 of 71 were missed, and 4 of 70 and 6 of 69 look-alikes were taken
for persons' data. Each line of PERSONAL is kind|text.
"""

PERSONAL = r"""
can-cuoc|DANH SÁCH hộ nghèo\nSTT\tHọ và tên\tSố CCCD\tĐịa chỉ\n1\tA Thút\t062078001234\tLàng Kon Hra
can-cuoc|Họ tên: Đinh Thị Hiền. Căn cước: 017190003456. Dân tộc: Mường.
can-cuoc|(CC: 024088007654)
can-cuoc|Ông Đặng Văn Khoa - 030 079 004 321 - thôn Đông
can-cuoc|số CC 08209-5001-122
can-cuoc|Nguyễn Thị Ánh; 083192005500; 0939111222
can-cuoc|thẻ căn cước số: 095.201.006.677, nơi cấp: Bộ Công an
can-cuoc|Bên A: Ông Lâm Văn Út, CCCD 092070001111
can-cuoc|căn cước điện tử 027301001928 của em Vy
cmnd|Bị đơn: Tạ Quang Hải, CMND 012345987
cmnd|Giấy chứng minh số 371 222 333, cấp 2010
cmnd|Số CMTND: 183.654.321
cmnd|CMND/CCCD: 201765432
ho-chieu|Công dân Lào, hộ chiếu PA0123456
ho-chieu|Hộ chiếu: N2233445, quốc tịch Việt Nam
tai-khoan|Số TK: 0071000123456 VCB
tai-khoan|Ủng hộ em Nhi xin chuyển về STK 3601205123456 (Agribank) - Phạm Thị Nga, mẹ cháu
tai-khoan|Tiền trợ cấp chi qua tài khoản số 107001234567 của ông Hứa Văn Páo
tai-khoan|Vietcombank 1012345678 (CTK: Lê Thị Mận)
tai-khoan|TÀI KHOẢN NHẬN TIỀN: 9704 1234 5678 9012
tai-khoan|Số tài khoản ngân hàng của người thụ hưởng: 050012345678
tai-khoan|MB Bank: 0333444555666
dien-thoai|Mọi thắc mắc gọi 0983 22 11 00 gặp Thảo
dien-thoai|Chủ nhà: 0399888777
dien-thoai|Phụ huynh em Khang (sđt 0868.123.321)
dien-thoai|ĐT 0918-12-34-56
dien-thoai|số 0707.070.123 là của nạn nhân
dien-thoai|Người làm đơn\nVàng A Sáng\nĐiện thoại liên hệ: 0345678901
dien-thoai|Tôi tên Hùng, ở Hà Tĩnh, 0587654321
dien-thoai|Mobile: +84.987.654.321
dien-thoai|di động 0 9 8 1 2 3 4 5 6 7
dien-thoai|Viber 00841234567890
dien-thoai|gọi số (098) 7654321
dia-chi|Nơi thường trú: 56/12B Lý Thường Kiệt, phường 7
dia-chi|Đối tượng Trần Văn Cường (1990, HKTT tại khu phố 3, phường Long Bình)
dia-chi|Nơi ở hiện tại: nhà số 4, hẻm 120, đường 30/4
dia-chi|Chỗ ở hiện nay: phòng 302, chung cư Hòa Bình
dia-chi|cư trú tại số nhà 88, tổ 12, bà Vân cho biết
dia-chi|Bà H'Mai, trú buôn Kla, xã Drai Sáp
dia-chi|Địa chỉ thường trú: Xóm Mới, xã Cao Răm
dia-chi|Người tố cáo: Ông Lê Văn Lực, địa chỉ: số 19 ngõ 3 thôn Thượng
dia-chi|Hộ ông Quàng Văn Tướng ở địa chỉ tổ 4 phường Chiềng Lề
dia-chi|Tạm trú: nhà trọ bà Sáu, 14 đường số 5
ma-so-thue|MST: 8123456789 (cá nhân)
ma-so-thue|Người nộp thuế: bà Trương Thị Út, mã số thuế 8567891234
ma-so-thue|Hộ kinh doanh Nguyễn Văn Tài - MST 8099887766 - nợ 12.000.000 đồng
bhxh|số sổ BHXH: 3812345678
bhxh|Mã số bảo hiểm xã hội 2720123456 của lao động Bùi Thị Lụa
bhyt|HN2622123456789
bhyt|Mã thẻ BHYT: CH 4 01 01 123 45678
ngay-sinh|Ngày sinh: 5/5/1999
ngay-sinh|sinh ngày 01.02.1970 tại Bắc Giang
ngay-sinh|(sinh ngày 30-10-1965)
thu-dien-tu|thanhnga.tran@outlook.com
thu-dien-tu|mail: pvkien_90@hotmail.com
can-cuoc|Số: 001099012345 (căn cước)
can-cuoc|GTTT: 056183004444
can-cuoc|Mã định danh 066315001212 của học sinh lớp 3A
dien-thoai|Trưởng nhóm thiện nguyện Minh Anh: 0936.36.36.36
dien-thoai|Phone 0799123456
ma-so-thue|Mã số thuế TNCN: 8712345678
ma-so-thue|MST người phụ thuộc 8098765432
ma-so-thue|Ông Lê Văn Tư (MST 8301122334) đã nộp lệ phí
ma-so-thue|Mã số thuế: 8301122334
ma-so-thue|MST 8301122334
ma-so-thue|MÃ SỐ THUẾ CÁ NHÂN 8301122334
can-cuoc|Số CCCD của mẹ: 001 183 006 789
can-cuoc|Căn cước công dân số: 001183 006789
can-cuoc|CCCD 001-183-006-789
can-cuoc|CCCD:001183006789.
can-cuoc|CCCD gắn chip số 001183006789, cấp ngày 10/8/2021
can-cuoc|001183006789
can-cuoc|ID: 001183006789
can-cuoc|cccd so 0 0 1 1 8 3 0 0 6 7 8 9
can-cuoc|Số căn cước của ông là 001183006789 (nguyên đơn)
can-cuoc|Định danh: 049306001122; 049306001123
cmnd|Số CMND (cũ): 013456789
cmnd|giấy chứng minh nhân dân mang số 013456789
cmnd|so cmnd 013 456 789
cmnd|CMND 013456789, CCCD chưa có
cmnd|Chứng minh thư số: 013456789
ho-chieu|Số hộ chiếu của bà Hoa là C1234567
ho-chieu|passport B7654321
ho-chieu|SO HO CHIEU: B7654321
tai-khoan|Số tài khoản: 102 345 678 901
tai-khoan|stk 9876543210
tai-khoan|Số TK ngân hàng: 0123.456.789.012
tai-khoan|TK: 1903-2345-6789-01, Techcombank
tai-khoan|so tai khoan 2110205123456 agribank
tai-khoan|tài khoản ngân hàng số 31410001234567 (BIDV)
tai-khoan|Tài khoản ATM: 711AB1234567 hoặc 107867123456
tai-khoan|ATM số 9704366812345678
tai-khoan|Chủ TK: TRAN THI B, STK: 0441000765432, VCB
tai-khoan|nhận lương qua số tài khoản 100872345678
tai-khoan|NH Agribank: 3200205111222
tai-khoan|Số tài khoản 0123456789 tại VPBank
dien-thoai|Điện thoại di động: 090 3 123 456
dien-thoai|Đt: 0903.123.456
dien-thoai|Số điện thoại: 84 903 123 456
dien-thoai|Tel 0903-123456
dien-thoai|Tel. (0903) 123 456
dien-thoai|Liên hệ: Nguyễn Văn Hùng - 0903123456
dien-thoai|+84(0)903 123 456
dien-thoai|SDT: 0903123456; 0933123456
dien-thoai|hộ bà Sen, đt 01234567890
dien-thoai|phone: 0903 123 456
dien-thoai|0903123456 (Hương)
dien-thoai|Người liên hệ: chị Hương\n0903123456
dien-thoai|Điện thoại: 0903 1234 56
dien-thoai|Gọi ngay 0903.12.34.56!
dien-thoai|SĐT:0903123456/0911222333
dia-chi|Nơi đăng ký hộ khẩu thường trú: Số 24, tổ 3, phường Duy Tân
dia-chi|NƠI THƯỜNG TRÚ: SỐ 24 ĐƯỜNG HÙNG VƯƠNG, PHƯỜNG DUY TÂN
dia-chi|noi o hien nay: thon 5 xa Ea Tu
dia-chi|Hộ khẩu: xóm Đồi, xã Yên Lạc
dia-chi|Nhà riêng: 45/6 Nguyễn Trãi
dia-chi|Nguyễn Thị Lan, sinh năm 1980, thường trú số 5 đường Trần Phú, phường 1
dia-chi|Ông Nguyễn Văn Hải, ngụ số 10, hẻm 5, đường Cách Mạng Tháng Tám
dia-chi|Ông A Nghĩa, ở số nhà 34, thôn Kon Gung
dia-chi|Bà Trần Thị Bình (nhà số 12, ngõ 8, phố Vọng)
dia-chi|Địa chỉ nhà riêng: Số 7, ngách 12/3, phố Đội Cấn
dia-chi|Địa chỉ thường trú của anh Nam: 56 Lê Duẩn
dia-chi|Chỗ ở hiện tại: số nhà 9B, đường Lý Tự Trọng
dia-chi|Họ và tên: Vũ Thị Hà\nĐịa chỉ: số 3, ngõ 15, phố Hàng Bột
dia-chi|Thường trú tại: Thôn Tân Lập, xã Hòa Bình
dia-chi|Người bị xử phạt: Đào Văn Hưng; địa chỉ: tổ 9, phường Tân Thịnh
dia-chi|STT | Họ và tên | Địa chỉ | Số tiền\n1 | Lò Văn Pản | bản Nà Tấu, xã Mường Ẳng | 500.000
dia-chi|TT\tHọ tên\tNơi ở\n1\tHà Thị Sáu\tTổ 4, phường Tô Hiệu
ngay-sinh|Họ tên: Lê Thị Na. Ngày tháng năm sinh: 15 - 8 - 1977
bhxh|Số BHXH 0116123456
bhyt|BHYT: DN4010116123456
""".strip().splitlines()

LOOKALIKES = """
Liên hệ Phòng Quản lý đô thị, điện thoại: 0254.3851234
Số điện thoại tiếp nhận phản ánh, kiến nghị: 0918.555.666
Đường dây nóng tiếp nhận tin báo về buôn lậu: 0389 389 389; email: duongdaynong389@gmail.com
Số máy cơ quan: 0219.3866.123
Trực cấp cứu 24/24: 0911 115 115
Điện thoại hỗ trợ: 1800 599 920
Số 0236.1022
Cục Thuế công khai MST 0400123456 của Công ty CP Xây dựng 5
Doanh nghiệp tư nhân Thành Đạt (MST 5900234567) bị cưỡng chế hóa đơn
Chi nhánh Ngân hàng Chính sách xã hội, MST 0100695387-045
Tài khoản số 1051053626 tại KBNN Kon Tum, đơn vị: Sở Nội vụ
Tiền ủng hộ gửi về: Ban Cứu trợ - Uỷ ban Mặt trận Tổ quốc Việt Nam tỉnh, STK 111000123456 VietinBank
Nộp phạt vào tài khoản 3511.0.1053299 của Công an tỉnh mở tại Kho bạc
Tài khoản dự toán 9523.2.1012345
Có tài khoản 4211 và 5113 trong báo cáo
Đăng ký tài khoản trên Cổng Dịch vụ công quốc gia trước ngày 30/6/2026
Số đăng ký 123456 cấp ngày 20/10/2020
GCN quyền sử dụng đất số CS 01234, BL 567890
Giấy chứng nhận số AA 012345678
Số vào sổ cấp GCN: CH00123
Kế hoạch vốn 2026: 012.345 triệu đồng
Mức thu: 200.000 đồng - 500.000 đồng/hồ sơ
Phạt tiền từ 10.000.000 đồng đến 20.000.000 đồng
Lương cơ sở 2.340.000 đồng/tháng
Ngân sách: 1.000.000.000; 2.500.000.000; 3.000.000.000
Bảng: 2021 2022 2023 2024 2025 2026
123 456 789 lượt khách
Cung cấp 250.000.000 kWh điện
Sản lượng 091.234.567 kg (số liệu minh họa)
Chi tiết tại văn bản số 0912/UBND-NC ngày 03/4/2026
Giấy mời số 345/GM-UBND
Thông tư 55/2021/TT-BCA quy định về cư trú
Công dân đến nơi thường trú để làm thủ tục
Thay đổi nơi thường trú: nộp hồ sơ tại Công an xã
Cư trú hợp pháp từ 12 tháng trở lên
Địa chỉ: thôn 2, xã Ia Chim, trụ sở Trạm Y tế
Trụ sở UBND xã: số 45 đường Hùng Vương
Tổ 3, phường Thống Nhất đạt chuẩn văn hóa
Khách sạn Hoa Sen, 15 Trần Hưng Đạo
Điểm bầu cử số 3: nhà rông làng Kon Rờ Bàng
Tuyến đường số 12 dài 3,4 km
Phòng 302 nhà A2 của trụ sở
Ngày sinh nhật Đoàn 26/3
Ngày thành lập: 22/12/1944
Sinh nhật Bác 19/5
Nhà thơ Tố Hữu sinh ngày 04/10/1920
Hiệu lực từ 01.01.2026
Thời gian: 14h00, 12.9.2026
Ca 1: 07h00-11h00
Phiên bản VNeID 2.1.6
Mã lớp 10A1, sĩ số 45
ubnd.phuongquyetthang@kontum.gov.vn
phongvanhoaxa@gmail.com
thptlequydon.kt@gmail.com
trungtamvhtt@gmail.com
Số tờ khai 105123456789
Vận đơn số 123-45678901
Hợp đồng số 0123456789/2025/HĐKT
Cột mốc 790, đường biên 280,7 km
0123456789
QR: 00020101021138540010A000000727
UUID 550e8400-e29b-41d4-a716-446655440000
Mật độ 1234567890 hạt
Barem 1.2.3.4.5.6.7.8.9
Điều 1. Điều 2. Điều 3. Điều 4.
09 Nguyễn Trãi, 10 Lê Lợi, 11 Hàm Nghi
Nghị quyết 09 1234 5678
STT 01 02 03 04 05 06 07 08 09 10 11 12
Mã chương trình 0912 - Nông thôn mới
CCCD gắn chip, VNeID, BHYT điện tử
Điện thoại: 0243.825.1234
Điện thoại: (028) 3829 1234
ĐT bàn: 02363 821 234
Số điện thoại trực lãnh đạo: 0913 222 111
Đường dây nóng Công an xã: 0977.113.113
Hotline: 0988888888
Đường dây nóng (24/7) – 0936 11 22 33 – tiếp nhận thông tin tội phạm
Hỗ trợ kỹ thuật Cổng dịch vụ công: 18001096
Quý khách gọi 19006888
Tài khoản: 1100 0202 3456 - Kho bạc Nhà nước tỉnh Gia Lai
Số tài khoản của Hội Chữ thập đỏ tỉnh: 1234567890 tại Agribank
Tên tài khoản: Quỹ phòng chống thiên tai tỉnh; số tài khoản: 3761.0.9055555.91046
Ban Vận động Quỹ "Đền ơn đáp nghĩa" xã, số TK 5001201007777
Tên đơn vị: Trường THCS Nguyễn Huệ. Số tài khoản: 9523.3.1098765
Tài khoản tạm giữ 3942.0.1053888
Công ty Điện lực, MST 0100100417-005
Mã số thuế 3600123456 của doanh nghiệp FDI
Tên đơn vị: UBND phường 5 – MST: 0301456789
Tra cứu mã số thuế tại gdt.gov.vn
Mã số doanh nghiệp 5901234567 do Phòng Đăng ký kinh doanh cấp
MST chi nhánh 5900123456-002
Ông Nguyễn Văn A, Giám đốc Công ty TNHH Bình Minh, MST công ty 6100234567
Trụ sở chính: số 1 đường Trường Chinh, phường Lê Lợi
Địa chỉ trụ sở: Thôn 4, xã Đăk La
Địa điểm: Nhà văn hóa tổ 3, phường Thắng Lợi
Cơ quan: Sở Y tế, địa chỉ: 71 Phan Đình Phùng
Công ty ABC; địa chỉ: Lô A5, khu công nghiệp Hòa Bình
Địa chỉ tiếp nhận: số 125B đường Phan Đình Phùng
Địa chỉ tiếp công dân: số 9 đường Nguyễn Viết Xuân
Nhà số 5 đường Hùng Vương là di tích lịch sử
Xây dựng đường thôn 3 đi thôn 5
Hộ khẩu thường trú là gì?
Thường trú: là nơi công dân sinh sống thường xuyên
Nơi cư trú ghi theo Luật Cư trú 2020
Người dân thường trú tại xã biên giới
Trẻ em cư trú tại phường được tiêm miễn phí
Công dân có nơi thường trú tại địa bàn phường 4
Khu phố 3 phát động trồng cây
Trường hợp tạm trú: khai báo trong 24 giờ
Tạm trú từ đủ 30 ngày
Mức hỗ trợ: 012.000.000 đồng
Giá trị hợp đồng: 091.234.567.890 đồng
Số lượng: 0912345678 cây
Diện tích 038.123.456 m2
Số hiệu văn bằng: 012345678901
Mã sản phẩm 093612345678
Số lô: 012300456789
Số công văn đến: 001234
Mã hồ sơ G22.99.08-251001-12345
Mã giao dịch: 079201001234
Mã vận đơn: 001183006789
Mã số hồ sơ: 001183006789
Số seri 012345678
CMND, CCCD hoặc hộ chiếu
Bản sao CCCD (02 bản)
Mẫu CCCD mới theo Thông tư 17/2024/TT-BCA
Cấp đổi hộ chiếu trực tuyến, lệ phí 200.000 đồng
Số thẻ nhà báo 01234
Mã đại biểu 123456789
Quyết định 0912/QĐ-TTg
QCVN 012345678:2020
20240912345678
2024-09-12 34:56:78
vanphongubnd.tanhung@gmail.com
congdoan.cskon@kontum.gov.vn
Ngày 15/8/1977, xã được thành lập
Đồng chí Nguyễn Văn A, sinh năm 1977, quê xã B
Sinh năm: 1990
Dự kiến sinh ngày 20 hằng tháng
""".strip().splitlines()
