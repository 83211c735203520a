"""A second set for the gate of secrecy, written after its rules.

At first 20 of the 118 papers were missed, and 5 of the 95 look-alikes were taken for marks.
"""

PAPERS = [
    line.replace("\\n", "\n")
    for line in r"""
1. MẬT
MẬT 01
Bản số: 02 MẬT
TỐI MẬT Bản số 05
Trang 1/5 - MẬT
MẬT | Trang 2
Trang 1 TỐI MẬT
(Tài liệu mật)
(tai lieu mat)
[Tài liệu tuyệt mật - không sao chụp]
Tài liệu MẬT không được sao chụp
DẤU: MẬT
Đóng dấu: TỐI MẬT
Độ mật – Mật
Độ mật Mật
ĐỘ MẬT MẬT
Độ mật là Tối mật
Độ Mật: Tuyệt Mật.
Độ mật của văn bản: Mật
Mức độ bảo mật: Tối mật
Độ bảo mật: Mật
Do mat: Toi mat
Do mat: mat
DO MAT: TUYET MAT
M  Ậ  T
T  Ố  I    M  Ậ  T
M – Ậ – T
M…Ậ…T
M • Ậ • T
M/Ậ/T
M|Ậ|T
M\nẬ\nT
T\nỐ\nI\n\nM\nẬ\nT
T.U.Y.Ệ.T M.Ậ.T
T-U-Y-Ệ-T--M-Ậ-T
TUYỆT-MẬT
TỐI_MẬT
TOI_MAT.pdf
tuyet-mat.docx
TuyetMat
TỐIMẬT
#TỐI_MẬT
TUYỆT  \n  MẬT
TUYỆT\n\nMẬT
LƯU HÀNH\nNỘI\nBỘ
lưu hành  nội bộ
LƯU-HÀNH-NỘI-BỘ
(LƯU HÀNH NỘI BỘ)
tài liệu l.ư.u h.à.n.h n.ộ.i b.ộ
KHÔNG PHỔ BIẾN RA NGOÀI
Không phổ biến
(Không phổ biến)
KHONG PHO BIEN
TAI LIEU THU HOI
Tài liệu thu hồi sau cuộc họp
TÀI LIỆU THU HỒI SAU HỘI NGHỊ
XEM XONG TRA LAI
Xem xong trả lại Văn phòng
KHÔNG ĐƯỢC SAO CHỤP, PHÁT TÁN
Không được sao chụp
không được sao chụp tài liệu này
Tài liệu này là tài liệu mật
Đây là tài liệu mật
Đây là văn bản tối mật của Tỉnh ủy
Báo cáo thuộc diện Tuyệt mật
Công văn mật số 15
Kính gửi: đ/c Bí thư (MẬT)
UBND XÃ ABC – MẬT – CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nMật
Cộng hoà xã hội chủ nghĩa Việt Nam MẬT
CONG HOA XA HOI CHU NGHIA VIET NAM [MAT]
CONG HOA XA HOI CHU NGHIA VIET NAM MAT
MAT CONG HOA XA HOI CHU NGHIA VIET NAM
TOI MAT CONG HOA XA HOI CHU NGHIA VIET NAM
tuyet mat - cong hoa xa hoi chu nghia viet nam
UBND TINH - TOI MAT - Doc lap - Tu do - Hanh phuc
Số: 05/KH-UBND (Mật)
Số 12-BC/TU (MẬT)
Số: 01/TUYỆT MẬT
Ban hành kèm theo Quyết định MẬT số 12
KẾ HOẠCH (MẬT) PHÒNG THỦ DÂN SỰ
Phụ lục: danh sách cơ sở (tối mật).
Xin gửi anh bản kế hoạch, tối mật nhé
Nội dung này tuyệt mật, không được để lộ
<p>TỐI MẬT</p>
<b>M Ậ T</b>
**[TUYỆT MẬT]**
>>> MẬT <<<
=== TỐI MẬT ===
§ MẬT §
“MẬT”
'TUYỆT MẬT'
Mật.
MẬT!
mật:
TỐI MẬT/TOP SECRET
TOP SECRET - TUYỆT MẬT
Hỏa tốc - Mật
MẬT - KHẨN
MẬT, KHẨN
MẬT KHẨN
HỎA TỐC MẬT
THƯỢNG KHẨN - TỐI MẬT
ĐIỆN MẬT
Công điện mật
BÍ MẬT NHÀ NƯỚC ĐỘ TỐI MẬT
Bí mật nhà nước độ Mật
Tài liệu chứa bí mật nhà nước độ Tối mật
Tài liệu này chứa bí mật nhà nước
TÀI LIỆU BÍ MẬT
Chỉ người có tên mới được bóc bì
chi nguoi co ten moi duoc boc bi
BẢN SAO SỐ 03 - MẬT
CHỈ LƯU HÀNH NỘI BỘ
Tài liệu nội bộ, không phổ biến
NỘI BỘ - KHÔNG PHỔ BIẾN
Tài liệu dùng nội bộ, không phổ biến ra ngoài
Cấm sao chụp, ghi hình tài liệu này
""".strip().splitlines()
]

LOOKALIKES = """
Người dùng quên mật khẩu bấm vào liên kết khôi phục.
Cà phê mật ong - món uống mới ở chợ phiên
Ngành ong Gia Lai xuất khẩu gần 20.000 tấn mật mỗi năm
Giá mật tăng gấp rưỡi so với vụ trước
Mật cá trắm gây ngộ độc, hai người nhập viện
Uống mật cá sống là cực kỳ nguy hiểm
Nghi phạm khai mật gấu mua ở chợ biên giới
Quy định về mật độ xây dựng thuần trong khu dân cư nông thôn
Chi tiết quy hoạch: mật độ 60%, tầng cao 3 tầng
Tăng mật độ tuần tra trong dịp Tết
Đặt câu hỏi bí mật khi tạo tài khoản
Hòm thư tố giác giữ bí mật danh tính người báo tin
Công an xã cam kết bảo đảm bí mật cho người cung cấp tin
Bỏ phiếu kín bầu Bí thư chi đoàn
Thư mật của Nguyễn Trãi trong sử sách
Chuyện về người giao liên mật thời chống Mỹ
Lối đi bí mật trong địa đạo Vịnh Mốc
Bảo mật hai lớp là gì?
Hướng dẫn bảo mật thông tin cá nhân trên VNeID
Máy tính dùng soạn thảo văn bản mật phải để ở phòng riêng.
Xử lý nghiêm cá nhân làm lộ bí mật công tác.
Trường hợp nào phải bảo vệ bí mật nhà nước?
Danh mục bí mật nhà nước trong lĩnh vực nội vụ do Thủ tướng ban hành
Quyết định 531/QĐ-TTg ban hành danh mục bí mật nhà nước
Tập huấn nghiệp vụ văn thư: quản lý văn bản đi, văn bản đến, văn bản mật
Khóa học trình bày cách đóng dấu mật lên tài liệu theo Thông tư mới.
Đối tượng làm giả tài liệu tuyệt mật để lừa đảo bị khởi tố.
Bị can làm lộ tài liệu tối mật lĩnh án 7 năm tù.
Độ mật của tài liệu gồm những mức nào?
Điều 8. Phân loại bí mật nhà nước
1. Bí mật nhà nước độ Tuyệt mật là thông tin có tầm quan trọng đặc biệt.
a) Dấu “TUYỆT MẬT”, “TỐI MẬT”, “MẬT”;
Mẫu số 01: Mẫu dấu TUYỆT MẬT, TỐI MẬT, MẬT
Mẫu sổ có các cột: số đến, ngày đến, độ mật, trích yếu
Cách ghi dấu mật, dấu khẩn trên văn bản theo Nghị định 30
Hội thi nấu ăn: bánh chưng mật, bánh gai
Nồi chè kho mật mía thơm lừng
Quả sung tẩm mật
Vị ngọt mật, hương thơm dịu
Viên nén nghệ mật ong
Xe tuần tra di chuyển với mật độ dày
Chị Trần Thị Mật ở thôn 3 vay vốn nuôi bò
Liệt sĩ Hoàng Mật hy sinh năm 1972
Bản Mật, xã Chiềng Sơn có 62 hộ
Chùa Mật Đa
Chân Mật là xã miền núi
Tối nay mật độ mưa giảm
Sao y bản chính không thu phí
Sao chụp tài liệu tại quầy số 3
Không phổ biến cho trẻ em dưới 16 tuổi là quy định với phim C16.
Phim loại C16: không phổ biến đến người xem dưới 16 tuổi
Không phổ biến nhưng vẫn cần đề phòng
Loài cây này không phổ biến, chỉ gặp ở Hoàng Liên.
Ban tuyên giáo phổ biến tài liệu cho đảng viên
Đoàn kiểm tra thu hồi tài liệu tuyên truyền trái phép
Thu hồi sổ đỏ cấp sai
Tài liệu thu hồi nợ thuế đã gửi doanh nghiệp.
Thuốc bị thu hồi sau hội nghị khoa học về chất lượng
Bộ quy tắc ứng xử nội bộ
Đào tạo nội bộ
Lưu hành tiền giả bị phạt tù
Cấp giấy lưu hành tự do thực phẩm
Nhu cầu tuyển dụng nội bộ tháng 4
Mượn sách phải trả lại đúng hạn
Xem xong, trả lại chỗ cũ
Mua hàng xem hàng, không ưng trả lại
Chi cục Kiểm lâm khẩn trương dập lửa
Công điện hỏa tốc của Thủ tướng về ứng phó bão số 5
Văn bản khẩn về phòng chống cháy rừng
Cầu khẩn, cúng tế đầu năm
Mat cua nguoi lam bao
Ong lao 70 tuoi bi mat tri nho
Xe mat lai lao vao le duong
Thi tran mat dien hai ngay
Cong trinh bao dam mat do cay xanh
Nguoi dan mat gan nua thang cho giay to
San pham mat ong dat OCOP
Giam mat can doi cung cau
Tuyet mat hoa dao tren nui
MAT DIEN DIEN RONG
DAU GIA MAT BANG CHO
Toi mat ba ngay moi xong ho so
Buoi toi mat nuoc
HS: Mat ma hoc co ban
Mật mã học cơ bản
Bài thi môn Mật mã và an toàn thông tin
Học viện Kỹ thuật mật mã tuyển sinh
Mật nghị Hồng y
Thuật toán mật mã
Nhà văn mật vụ
Mỡ gà, mật lợn
Xét nghiệm men gan, bilirubin, acid mật
Giống lợn mật
Ong mật Apis
Con đường tơ lụa và trà mật
""".strip().splitlines()
