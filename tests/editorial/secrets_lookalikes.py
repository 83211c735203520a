"""Our own sentences that contain the words of a mark and are none."""

LOOKALIKES = """
Cán bộ phải bảo mật tài khoản dịch vụ công của mình.
TĂNG CƯỜNG BẢO MẬT CHO HỆ THỐNG MỘT CỬA
Chính sách bảo mật
Bảo mật
B Ả O   M Ậ T   T H Ô N G   T I N
Mật độ dân số của xã là 312 người trên một ki-lô-mét vuông.
MẬT ĐỘ XÂY DỰNG TỐI ĐA 40%
Buổi tối mật độ xe qua cầu tăng gấp đôi.
Vào giờ cao điểm buổi tối
mật độ phương tiện rất lớn.
Mật ong hoa nhãn của hợp tác xã đạt ba sao.
MẬT ONG RỪNG TRÀM U MINH
Đàn ong lấy mật từ vườn vải chín sớm.
Gấu mật được bàn giao cho trung tâm cứu hộ.
Bệnh nhân được mổ nội soi cắt túi mật.
Gan tiết ra dịch tiêu hóa (mật) giúp hấp thu chất béo.
Sỏi mật có thể gây viêm tụy cấp.
Mía được ép lấy nước nấu mật mía.
Rỉ mật đường làm thức ăn chăn nuôi.
Không đặt mật khẩu trùng ngày sinh.
MẬT KHẨU
Mật khẩu:
Đổi mật khẩu định kỳ ba tháng một lần
Hai nước có quan hệ mật thiết từ lâu.
Lễ cưới giản dị, cặp đôi hoãn tuần trăng mật.
Lực lượng chức năng mật phục suốt đêm để bắt nhóm trộm.
Nhà tù còn lưu dấu vết của bọn mật thám.
Bức mật thư được giấu trong ống tre.
Trao giải cuộc thi giải mật thư của Đoàn xã.
Ban Cơ yếu Chính phủ hướng dẫn dùng sản phẩm mật mã dân sự.
Không khí thân mật, cởi mở.
Ông luôn cẩn mật trong công việc giữ kho.
Luật Bảo vệ bí mật nhà nước
Tuyên truyền Luật Bảo vệ bí mật nhà nước năm 2018
TẬP HUẤN CÔNG TÁC BẢO VỆ BÍ MẬT NHÀ NƯỚC
Bí mật kinh doanh của doanh nghiệp được pháp luật bảo hộ.
Không ai được xâm phạm bí mật đời tư của người khác.
Quyền bí mật thư tín, điện thoại được bảo đảm.
Bỏ phiếu theo nguyên tắc phổ thông, bình đẳng, trực tiếp và bỏ phiếu kín.
Bí mật nhà nước được chia làm ba độ: Tuyệt mật, Tối mật và Mật.
Căn cứ tính chất quan trọng, tài liệu được phân loại thành độ mật, tối mật hoặc tuyệt mật.
Thời hạn bảo vệ là 30 năm với độ Tuyệt mật, 20 năm với độ Tối mật, 10 năm với độ Mật.
Người có thẩm quyền quyết định độ mật của tài liệu theo quy định của Luật.
Câu hỏi 4: Tài liệu độ Tối mật được bảo vệ trong bao nhiêu năm theo quy định?
Phạt tiền đối với hành vi làm lộ tài liệu mật.
Không soạn thảo văn bản mật trên máy tính nối mạng.
Hội nghị quán triệt: không gửi tài liệu mật qua Zalo.
Ban Biên tập chỉ chọn văn bản không phải văn bản mật để đăng.
Xã công khai mọi nghị quyết, trừ văn bản mật.
Không chứng thực bản sao từ bản chính đóng dấu mật.
Bản chính có dấu mật của cơ quan có thẩm quyền thì không được chứng thực theo quy định.
Giấy tờ ghi rõ không được sao chụp thuộc trường hợp từ chối chứng thực.
Kho lưu trữ tỉnh vừa giải mật 120 hồ sơ thời kỳ 1945 - 1954.
Tài liệu đã được giải mật và đưa ra trưng bày.
Bộ phim kể về một điệp vụ tuyệt mật thời kháng chiến.
Chiến dịch được giữ tuyệt mật đến giờ nổ súng.
Độ mật: Không
Độ mật: Thường
Độ mật:
Độ mật của văn bản do người ký quyết định.
Cột 5 ghi độ mật của văn bản đến.
Bà Nguyễn Thị Mật, 82 tuổi, được tặng quà.
LÊ VĂN MẬT
Ông Mật cho biết vườn cam năm nay được mùa.
Khu phố Mật Sơn ra quân dọn vệ sinh.
Vườn chuối mật của chị Hoa cho thu hoạch quanh năm.
Khoai lang mật Đà Lạt giá 20.000 đồng một ký.
Chè đường mật là món ngày Tết của người Tày.
Lời nói ngọt như mật.
Cây gụ mật hơn trăm tuổi được công nhận cây di sản.
Nếm mật nằm gai mới có ngày thành công.
Khách sạn ưu đãi gói trăng mật.
toi mat dien thoai tren xe buyt hom qua
Toi mat giay phep lai xe, xin hoi thu tuc cap lai
Chi em phu nu ra mat cau lac bo
MAT TRAN TO QUOC VIET NAM XA BINH MINH
GIAI PHONG MAT BANG DU AN
Mat bang thi cong da ban giao
Mat duong hong nang sau mua bao
Benh nhan bi mat ngu keo dai
Troi mat me, gio mat ca ngay
Hoi nghi gap mat dau xuan
Doi mat khau moi 90 ngay
MAT ONG RUNG
tuyet voi
Tuyệt vời sắc xuân vùng cao
TUYỆT ĐỐI KHÔNG ĐỂ CHÁY RỪNG
Trời tối mặt người vẫn chưa về bản.
Làm việc tối mắt tối mũi.
Mát mẻ quanh năm, Măng Đen hút khách.
Đoàn đại biểu đến Mát-xcơ-va dự hội nghị.
Doan dai bieu tham Mat-xco-va
Tệp phải ở đúng format quy định.
Cho phép xuất dữ liệu ở định dạng format .docx
Mất điện toàn xã từ 7 giờ đến 11 giờ.
MẶT TRẬN TỔ QUỐC
Mặt
MẤT
Mắt
Bệnh này không phổ biến ở vùng cao.
Cách làm này chưa phổ biến, không phổ biến như trồng xen.
BỆNH HIẾM GẶP, KHÔNG PHỔ BIẾN Ở TRẺ EM
Giống lúa không phổ biến tại địa phương vẫn được lưu giữ.
Tài liệu thu hồi đất được niêm yết tại nhà văn hóa thôn.
Thông báo thu hồi đất để làm đường
TÀI LIỆU THU HỒI ĐẤT ĐÃ NIÊM YẾT
Thu hồi giấy phép kinh doanh của ba cơ sở.
Thủ thư nhắc bạn đọc xem xong trả lại sách đúng giá.
Khách xem xong trả lại hiện vật cho hướng dẫn viên.
Đoàn kết nội bộ là sức mạnh của chi bộ.
Quy chế chi tiêu nội bộ năm nay
KIỂM TOÁN NỘI BỘ
Bộ phận kiểm soát nội bộ
Mạng nội bộ đã được nâng cấp.
Giải bóng chuyền nội bộ cơ quan
Công tác bảo vệ chính trị nội bộ
Đánh giá nội bộ hệ thống ISO 9001
Tiền lưu hành trên thị trường đủ mệnh giá.
Giấy phép lưu hành xe quá khổ
Thuốc được phép lưu hành toàn quốc.
Khẩn trương khắc phục hậu quả mưa lũ
Tình trạng khẩn cấp
Đề nghị các hộ khẩn trương thu hoạch lúa.
Nhà bia ghi công dân khai khẩn đất hoang.
Số: 15/KH-MTTQ
Số: 21/QĐ-UBND
Số: 08/TB-TTPVHCC
Nghị định số 30/2020/NĐ-CP về công tác văn thư
Đề tài M-12 nghiệm thu loại khá
Khổ giấy A4, cỡ chữ 14
M.A.T là tên viết tắt của câu lạc bộ
a, b, c, d, e
Điện thoại 0260 3862 000
Sao chụp giấy tờ miễn phí cho người cao tuổi
Được sao chụp hồ sơ vụ án theo quy định tại điều 15.
Công an xã bóc gỡ đường dây lô đề.
Chỉ người có tên mới được vào phòng thi.
Khám bệnh gan mật miễn phí cho người nghèo
Hội thảo phòng chống sỏi đường mật
Cánh đồng bờ xôi ruộng mật
Bánh mật, kẹo lạc được bán ở phiên chợ.
Kiểm tra hành chính kẻ khả nghi mật báo cho địch trong truyện lịch sử.
Hệ thống camera bảo đảm tính bí mật, toàn vẹn và sẵn sàng.
Xác thực hai lớp: mật khẩu và mã OTP
Dữ liệu được mã hóa, bảo mật nhiều lớp
An ninh, bảo mật, an toàn thông tin
""".strip().splitlines()

# Written after the rules, to measure them on sentences they had not seen (5 of 95 were taken for marks then).
HELD_OUT = """
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
