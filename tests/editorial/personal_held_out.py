"""A second set for the gate of personal data, written after its rules.

At first 8 of the 60 were missed, and 4 of the 70 look-alikes were taken for persons' data.
Each line of PERSONAL is kind|text.
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
""".strip().splitlines()
