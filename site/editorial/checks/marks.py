"""The marks that hold a document back, and the words that only look like them.

Degrees: Law 29/2018/QH14 on state secrets, art. 8. Scope, stamps and urgency: Decree 30/2020/NĐ-CP, art. 8
k.3b. A new mark is one `Mark` below and one sentence in `tests/editorial/secrets_corpus.py`.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Mark:
    """A phrase stamped on documents.

    ``plain`` means that the phrase alone gives the document away wherever it is said. Any other is a mark
    only where it stands as a stamp does (alone, in brackets, in capitals, or said of the document itself),
    because the same words are ordinary speech elsewhere ("bệnh này không phổ biến"). A ``common`` one must
    stand all alone.
    """

    kind: str
    phrase: str
    plain: bool = False
    common: bool = False
    blocking: bool = True


MARKS = (
    Mark("luu-hanh-noi-bo", "lưu hành nội bộ", plain=True),
    Mark("luu-hanh-noi-bo", "lưu hành trong nội bộ", plain=True),
    Mark("luu-hanh-noi-bo", "chỉ phổ biến trong nội bộ", plain=True),
    Mark("luu-hanh-noi-bo", "chỉ phổ biến nội bộ", plain=True),
    Mark("luu-hanh-noi-bo", "chỉ lưu hành trong"),
    Mark("luu-hanh-noi-bo", "không lưu hành ra ngoài"),
    Mark("luu-hanh-noi-bo", "tài liệu nội bộ", common=True),
    Mark("luu-hanh-noi-bo", "chỉ sử dụng nội bộ"),
    Mark("luu-hanh-noi-bo", "chỉ dùng trong nội bộ"),
    Mark("luu-hanh-noi-bo", "sử dụng nội bộ", common=True),
    Mark("luu-hanh-noi-bo", "nội bộ", common=True),
    Mark("khong-pho-bien", "không phổ biến"),
    Mark("khong-pho-bien", "không được phổ biến"),
    Mark("khong-pho-bien", "cấm phổ biến"),
    Mark("khong-pho-bien", "hạn chế phổ biến"),
    Mark("tai-lieu-thu-hoi", "tài liệu thu hồi"),
    Mark("tai-lieu-thu-hoi", "thu hồi sau hội nghị"),
    Mark("tai-lieu-thu-hoi", "thu hồi sau khi họp"),
    Mark("tai-lieu-thu-hoi", "thu hồi sau cuộc họp"),
    Mark("tai-lieu-thu-hoi", "thu lại sau hội nghị"),
    Mark("tai-lieu-thu-hoi", "thu lại sau cuộc họp"),
    Mark("khong-sao-chup", "không được sao chụp"),
    Mark("khong-sao-chup", "không sao chụp"),
    Mark("khong-sao-chup", "cấm sao chụp"),
    Mark("khong-sao-chup", "không được sao, chụp"),
    Mark("khong-sao-chup", "không sao, chụp"),
    Mark("khong-sao-chup", "cấm sao, chụp"),
    Mark("khong-sao-chup", "không được sao chép, chụp"),
    Mark("xem-xong-tra-lai", "xem xong trả lại"),
    Mark("xem-xong-tra-lai", "đọc xong trả lại"),
    Mark("xem-xong-tra-lai", "xem xong đề nghị trả lại"),
    Mark("xem-xong-tra-lai", "xem xong nộp lại"),
    Mark("boc-bi", "chỉ người có tên mới được bóc bì", plain=True),
    Mark("boc-bi", "người có tên mới được bóc bì", plain=True),
    Mark("boc-bi", "người có tên mới được mở bì", plain=True),
    Mark("boc-bi", "người có tên mới được bóc phong bì", plain=True),
    Mark("boc-bi", "người nhận mới được bóc bì", plain=True),
    Mark("boc-bi", "người có tên được bóc bì", plain=True),
    Mark("boc-bi", "người có tên trên bì mới được", plain=True),
    Mark("boc-bi", "người có tên trên phong bì mới được", plain=True),
    Mark("ban-sao-bi-mat", "bản sao bí mật nhà nước", common=True),
    Mark("ban-sao-bi-mat", "bí mật nhà nước", common=True),
    Mark("ban-sao-bi-mat", "tài liệu bí mật", common=True),
    Mark("bi-mat-cong-tac", "bí mật công tác", common=True),
    Mark("khan", "hỏa tốc", common=True, blocking=False),
    Mark("khan", "thượng khẩn", common=True, blocking=False),
    Mark("khan", "khẩn", common=True, blocking=False),
)


# What else stands beside a stamp: the number of the copy or page, and stamps in other languages.
FILLERS = (
    r"(?:ban(?: sao)? so|trang|so|tr|page)\s*:?\s*\d{1,3}(?:\s*/\s*\d{1,3})?|\d{1,3}"
    r"|top secret|secret|confidential"
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words with which "mật" is honey, gall, a name, or another kind of closeness; never a degree.
BEFORE = _words("""
    acid axit ruộng tấn kg ký như tẩm ngào bảo bí cơ thân cẩn túi gấu ong đường gan trăng rỉ gỉ rỷ chu
    nghiêm ẩn trù hoa giải sỏi ống dịch tuyến muối lấy hút nếm nuốt giọt ngọt mía nước hũ chai thùng quay
    bánh kẹo chè mít chuối kiến ruồi sáp táu sến gụ đinh khoai lít cốc ly thu vắt rót thìa muỗng cổ tắc
    men kín tiết mất lợi cỏ củ giấm vay chế phấn pha ngậm đổ vàng tím viện lớn dăm lọ can sữa viêm vỡ hái
    làm bán mua giá nuôi uống quyện rưới chấm bưởi xoài mứt
""")
# Middle names and forms of address: before a capital they make "Mật" somebody's name.
NAMES = frozenset(["thị", "văn", "đức", "hữu", "xuân", "bà", "ông", "chị", "anh"])
AFTER = _words("""
    độ khẩu ong mía mã thiết thư báo vụ thám lệnh hiệu danh đàm ước tông ngọt nhân gấu phục tập kích nghị
    ngữ tấu dụ hoa đắng tịch thất tiếp đường gừng bò lợn heo cá gà rừng vàng sơn dừa chuối nhãn keo bạc
    vải tự giáo
""")
# Without accents "mat" is also mất, mặt, mắt, mát.
BARE_BEFORE = _words("""
    ra gap mo be giam co vang choi that to ngu rua chong nhat xay ren toi bo lam danh mat cay chi an tien
    doi nuoc dau ngoai kem gio troi ho khuon bi phan chan thay trong thuong mi sau hai bat bao than can
    tui gau ong duong gan trang ri xe cat
""")
BARE_AFTER = _words("""
    tran bang duong nuoc tien xe ngu kinh xich cat mua hang me do khau ong mia ma thiet thu bao vu tham
    lenh hieu danh dat bien trai phai cua giay viec can ngoai sau truoc tich vung trang dien hong mui
    nhieu het ca bac di nguoi con chong vo lop so thang tieng cam ket long tac uy doan nan na sac ta mau
    lanh xoa doc oxy quyen goc tai uoc tong ngot nhan son trong tren duoi
""")
# "mật" followed by one of the left words is a compound, unless the right word makes another of it.
REJOINED = frozenset(
    [
        ("phục", "vụ"),
        ("kính", "gửi"),
        ("độ", "khẩn"),
        ("độ", "mật"),
        ("khẩu", "hiệu"),
        ("báo", "cáo"),
        ("danh", "sách"),
        ("danh", "mục"),
        ("thiết", "kế"),
        ("thiết", "bị"),
        ("mã", "số"),
        ("hiệu", "lực"),
        ("ngữ", "văn"),
        ("tập", "trung"),
        ("tập", "đoàn"),
        ("tự", "do"),
    ]
)
