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
Độ mật: tuyệt đối, ai cũng phải giữ mật khẩu của mình
Độ mật: tối đa hai lớp mật khẩu
Độ mật: tuyệt, tối, mật
Cường độ mật: tối, vì hạn kéo dài
Phiên âm /mɪt ᴏf ðə deɪ/ và /ʙat/ trong sách tiếng Anh lớp 6.
Bà con Ba Na ở làng Đăk Mât̆ trồng cà phê ở độ cao 900 mét.
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
Không đăng tài liệu mật, tài liệu lưu hành nội bộ lên trang của xã.
Tài liệu nào sau đây phải đóng dấu Tối mật?
Vì sao nhiều kết luận thanh tra đóng dấu mật, đại biểu chất vấn.
Sở giải trình việc đóng dấu mật lên bản quy hoạch.
Đề nghị các đơn vị không soạn thảo văn bản mật trên máy tính nối mạng.
Không trao đổi việc tối mật qua điện thoại.
Trận đánh mở màn bằng cuộc hành quân tuyệt mật trong đêm mưa.
Chuyến đi tuyệt mật của đoàn tàu gỗ chở vũ khí
Đội tuyển giữ chiến thuật tuyệt mật trước trận chung kết.
Sở cấp giấy phép xuất bản tài liệu không kinh doanh lưu hành nội bộ.
Mức 1 (Công khai), Mức 2 (Nội bộ), Mức 3 (Hạn chế) của hệ thống thông tin
Bảo mật thông tin khách hàng và mật độ giao dịch
MËt ong rõng trµm
B¶o mËt th«ng tin
Quan hÖ mËt thiÕt víi nh©n d©n
Maät ñoä daân soá
Maät khaåu ñaêng nhaäp
Luaät Baûo veä bí maät nhaø nöôùc
Ghi vào bì ký hiệu độ mật "A", "B", "C" theo quy định.
""".strip().splitlines()
