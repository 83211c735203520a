"""Our own sentences for the gate of secrecy: papers that bear a mark, and texts that only look like it.

A new mark or a new false alarm is one line here.
"""

import re
import unicodedata

TITLE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"

# Papers as they reach an editor: a header, a number, a stamp, a few words.
PAPERS = [
    f"UBND XÃ TÂN HƯNG\nMẬT\n{TITLE}\n{MOTTO}\nBÁO CÁO\nTình hình an ninh quý III",
    f"{TITLE}\n{MOTTO}\n\nTỐI MẬT\n\nKẾ HOẠCH\nDiễn tập khu vực phòng thủ năm nay",
    "CÔNG AN TỈNH\nPHÒNG THAM MƯU\nTUYỆT MẬT\nSố: 14/BC-PTM",
    f"UBND HUYỆN PHÚ LỘC   MẬT   {TITLE}",
    f"HỘI ĐỒNG NHÂN DÂN XÃ BÌNH AN TỐI MẬT {TITLE}",
    f"MẬT {MOTTO}",
    f"{MOTTO} MẬT",
    f"{TITLE} (MẬT)",
    f"{TITLE}\n{MOTTO} | TUYỆT MẬT",
    "Số: 27/KH-UBND   MẬT",
    "Số: 09/TTr-STC TỐI MẬT",
    "Số: 131/CV-BCH - MẬT\nV/v bố trí lực lượng trực Tết",
    "MẬT\nSố: 08/PA-BCHQS",
    "Độ mật: Mật\nNơi nhận: Thường trực Đảng ủy",
    "Mức độ mật: Tối mật",
    "Dấu chỉ độ mật: TUYỆT MẬT",
    "Độ mật : MẬT        Độ khẩn : Thường",
    "ĐỘ MẬT: TỐI MẬT\nBẢN SỐ: 03",
    "ĐỘ MẬT: TUYỆT",
    "Độ mật: Tối\nĐộ khẩn: Thường",
    "Mức độ mật (TUYỆT); bản số 02",
    "Độ mật: TUYỆT        Độ khẩn: Thường",
    "Độ mật: TỐI - Bản số 3",
    "Độ mật: A        Độ khẩn: Hỏa tốc",
    "Phân loại: Mật",
    "Cấp độ: Tuyệt mật",
    "Báo cáo nhanh tình hình khiếu kiện đông người (Mật)",
    "Phương án bảo vệ kỳ họp [MẬT]",
    "{TỐI MẬT} Danh sách mục tiêu trọng điểm",
    "Phụ lục II <MẬT>",
    "«TUYỆT MẬT» Sơ đồ bố trí trận địa",
    "*** MẬT ***",
    "--- TỐI MẬT ---",
    "★ TUYỆT MẬT ★",
    "TÀI LIỆU MẬT",
    "Tài liệu tối mật",
    "Hồ sơ tuyệt mật",
    "Văn bản mật\n\nKính gửi: Ban Chỉ huy quân sự xã",
    "VĂN BẢN MẬT VỀ CÔNG TÁC CÁN BỘ",
    "KẾ HOẠCH MẬT BẢO VỆ ĐOÀN KHÁCH CẤP CAO",
    "Tài liệu này thuộc độ Tối mật, chỉ phát cho thành viên Ban Chỉ đạo.",
    "Văn bản này được đóng dấu mật, đề nghị các đồng chí bảo quản cẩn thận.",
    "Báo cáo kèm theo thuộc loại mật, đề nghị không chuyển tiếp.",
    "Bản đồ này đã được xác định độ Mật.",
    "Nội dung trên được xếp vào loại tuyệt mật, chỉ người trực tiếp thực hiện được biết.",
    "Công văn gửi kèm là tài liệu Tối mật của Huyện ủy.",
    "Kính chuyển đồng chí Bí thư tài liệu tuyệt mật số 5 để xem xét.",
    "Số: 12/MẬT-UBND",
    "Số: 05/BC-UBND-MẬT",
    "Căn cứ Kế hoạch số 31/KH-CAX(MẬT) ngày 02 tháng 3",
    "Số: 44/BC-CAT-M",
    "Số: 07/KH-BCH-TM",
    "LƯU HÀNH NỘI BỘ",
    "Sổ tay công tác tổ chức\n(Lưu hành nội bộ)",
    "Tài liệu lưu hành nội bộ, không đưa lên mạng xã hội.",
    "Bản tin tháng này in 200 cuốn, lưu hành nội bộ.",
    "Phạm vi lưu hành: Nội bộ",
    "TÀI LIỆU NỘI BỘ",
    "KHÔNG PHỔ BIẾN",
    "Tài liệu hội nghị\n(Không phổ biến)",
    "Tài liệu này không được phổ biến ra ngoài cơ quan.",
    "TÀI LIỆU THU HỒI\nHội nghị Ban Chấp hành lần thứ 12",
    "Dự thảo nghị quyết (Tài liệu thu hồi)",
    "(Thu hồi sau hội nghị)",
    "KHÔNG ĐƯỢC SAO CHỤP",
    "Tài liệu này không được sao chụp dưới mọi hình thức.",
    "KHÔNG SAO, CHỤP",
    "XEM XONG TRẢ LẠI",
    "Xem xong trả lại\nVăn phòng Đảng ủy",
    "Đề nghị đồng chí nhận tài liệu này xem xong trả lại.",
    "CHỈ NGƯỜI CÓ TÊN MỚI ĐƯỢC BÓC BÌ",
    "Gửi đồng chí Phạm Quang Vinh. Chỉ người có tên mới được bóc bì.",
    "BẢN SAO BÍ MẬT NHÀ NƯỚC",
    "BÍ MẬT CÔNG TÁC",
    "Ký hiệu độ mật: A",
    "Độ mật: (C)\nSố: 40/BC-CAX",
    "Mức độ mật;Tối mật\nSố trang;6",
    "T0I MAT\nSo: 9/KH-CAH",
    "TUYỆT MẶT",
    "mat\nSo: 6/BC-CAX",
    "MẬT (chỉ in hai bản)",
    "TT | Tên hồ sơ | Ghi chú\n1 | Sơ đồ kho đạn | Tuyệt mật\n2 | Bảng trực ban | Mật",
    "Kính chuyển đồng chí báo cáo mật số 9 về nhân sự khóa tới.",
    "Số: 18/QĐ-TTg-M",
    "lưu hành nội bộ (tài liệu tập huấn)",
    "Tài liệu chỉ dùng trong nội bộ ngành",
    "Lưu hành trong nội bộ Đảng bộ",
    "Chỉ phổ biến trong nội bộ",
    "Không phổ biến, không trích dẫn",
    "Không phổ biến trên phương tiện thông tin đại chúng",
    "Nghiêm cấm sao chụp văn bản này",
    "Tài liệu thu hồi sau phiên họp",
    "Người nhận đọc xong trả lại",
    "Chỉ người có tên trên bì mới được bóc bì",
]  # fmt: skip

# Every mark is put into every dress below.
MARKS = [
    "MẬT", "TỐI MẬT", "TUYỆT MẬT", "LƯU HÀNH NỘI BỘ", "KHÔNG PHỔ BIẾN", "TÀI LIỆU THU HỒI",
    "KHÔNG ĐƯỢC SAO CHỤP", "XEM XONG TRẢ LẠI", "CHỈ NGƯỜI CÓ TÊN MỚI ĐƯỢC BÓC BÌ",
]  # fmt: skip


def without_accents(text: str) -> str:
    pieces = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    return "".join(piece for piece in pieces if not unicodedata.combining(piece))


def spread(text: str, between: str = " ", words: str = "   ") -> str:
    return words.join(between.join(word) for word in text.split())


SMALL_CAPITALS = str.maketrans("ABCDEFGHIJKLMNOPRSTUVWYZ", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ")


def small_capitals(text: str) -> str:
    """Where a letter has no small capital of its own, writers take the small one."""
    return "".join(
        c.translate(SMALL_CAPITALS) if c in "ABCDEFGHIJKLMNOPRSTUVWYZ" else c.lower() for c in text
    )


def slipped(text: str) -> str:
    """Dots below on the letter behind their vowel."""
    pieces = re.sub("\u0323(\u0302?)([A-Z])", "\\1\\2\u0323", unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFC", pieces)


DRESSES = {
    "as it is": lambda mark: mark,
    "small": str.lower,
    "first letter": str.capitalize,
    "each word": str.title,
    "spaced": spread,
    "spaced evenly": lambda mark: spread(mark, words=" "),
    "spaced wide": lambda mark: spread(mark, "  ", "      "),
    "dots": lambda mark: spread(mark, "."),
    "dashes": lambda mark: spread(mark, "-", " "),
    "underscores": lambda mark: spread(mark, "_", "_"),
    "stars": lambda mark: spread(mark, "*", "  "),
    "one letter a line": lambda mark: spread(mark, "\n", "\n\n"),
    "one word a line": lambda mark: mark.replace(" ", "\n"),
    "words by underscores": lambda mark: mark.replace(" ", "_"),
    "words by dashes": lambda mark: mark.replace(" ", " - "),
    "decomposed": lambda mark: unicodedata.normalize("NFD", mark),
    "decomposed, spaced": lambda mark: unicodedata.normalize("NFD", spread(mark)),
    "without accents": without_accents,
    "without accents, small": lambda mark: without_accents(mark).lower(),
    "without accents, spaced": lambda mark: spread(without_accents(mark)),
    "without accents, over lines": lambda mark: without_accents(mark).replace(" ", "\n"),
    "brackets": lambda mark: f"({mark})",
    "square brackets, small": lambda mark: f"[{mark.lower()}]",
    "brackets, spaced": lambda mark: f"( {spread(mark)} )",
    "brackets, without accents": lambda mark: f"[{without_accents(mark)}]",
    "signs": lambda mark: f"\U0001f512 {mark} \ufffd",
    "bullet of a word processor": lambda mark: f"\uf0b7\t{mark}",
    "frame": lambda mark: f"+-------+\n| {mark} |\n+-------+",
    "zero width": lambda mark: "\u200b".join(mark),
    "soft hyphens": lambda mark: "\u00ad".join(mark),
    "no-break spaces": lambda mark: spread(mark, "\u00a0", "\u00a0\u00a0\u00a0"),
    "thin spaces": lambda mark: spread(mark, "\u2009", "\u2003"),
    "Cyrillic": lambda mark: mark.translate(str.maketrans("MTCHO", "МТСНО")),
    "full width": lambda mark: "".join(chr(ord(c) + 0xFEE0) if "A" <= c <= "Z" else c for c in mark),
    "small capitals": small_capitals,
    "small capitals, decomposed": lambda mark: small_capitals(unicodedata.normalize("NFD", mark)),
    "dots below the next letter": slipped,
    "underlined": lambda mark: "".join(f"{c}\u0332" for c in mark),
    "beside the title": lambda mark: f"{mark}     {TITLE}",
    "beside the title, one space": lambda mark: f"{mark} {TITLE}",
    "behind the motto": lambda mark: f"{MOTTO} {mark}",
    "beside the title, without accents": lambda mark: without_accents(f"UBND XÃ TRÀ CÚ  {mark}  {TITLE}"),
    "beside the title, decomposed": lambda mark: unicodedata.normalize("NFD", f"{mark}\t{TITLE}"),
    "below the motto, spaced": lambda mark: f"{TITLE}\n{MOTTO}\n\n      {spread(mark)}\n\nBÁO CÁO",
    "behind the number": lambda mark: f"Số: 15/BC-VP    {mark}",
    "behind a label": lambda mark: f"Độ mật: {mark}",
    "behind a label, small": lambda mark: f"Mức độ mật: {mark.lower()}",
    "behind a label, without accents": lambda mark: without_accents(f"Độ mật: {mark}"),
}

DRESSED = [(f"{name}: {mark}", dress(mark)) for name, dress in DRESSES.items() for mark in MARKS]

# Where on a page a stamp may stand; written after the rules, as a second set.
PLACES = [
    "SỞ NỘI VỤ\nPHÒNG TỔ CHỨC\n\n{}\n\nBáo cáo công tác cán bộ quý I\nKính gửi: Ban Thường vụ",
    "Cộng hòa xã hội chủ nghĩa Việt Nam\n{}\nĐộc lập – Tự do – Hạnh phúc\n\nTờ trình",
    "ĐẢNG CỘNG SẢN VIỆT NAM\n{}\nHuyện ủy Ea Kar, ngày 3 tháng 5 năm 2026",
    "{}\n\nBIÊN BẢN HỌP BAN CHỈ ĐẠO",
    "Trang 1\n\n\t{}\n\nI. TÌNH HÌNH CHUNG\n1. Thuận lợi",
    "Nội dung họp giao ban tuần.\r\n{}\r\nThành phần dự họp: lãnh đạo các phòng.",
    "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\n{}",
]

# Fonts of before Unicode: TCVN3, then VNI.
LEGACY = ["TuyÖt mËt", "TUYÖT MËT", "Tèi mËt", "MËT", "TUYEÄT MAÄT", "TOÁI MAÄT", "Tuyeät maät", "MAÄT"]
LEGACY += [
    "§é mËt: MËt",
    "L\xadu hµnh néi bé",
    "Kh«ng phæ biÕn",
    "Ñoä maät: Maät",
    "LÖU HAØNH NOÄI BOÄ",
    "Khoâng phoå bieán",
    "CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM\n§é mËt: Tèi mËt\nSè: 12/BC-UBND",
    "Theo báo cáo kèm theo\nMËT\nSố: 4/BC-UBND",
]
# What reading a scan leaves of the accents.
HALF_READ = ["TUYÊT MÂT", "TÔI MÂT", "MÂT", "MẠT", "TUYỆT MAT", "TUYET MẬT", "LƯU HANH NÔI BÔ"]

MARKED = [(paper, paper) for paper in PAPERS] + DRESSED + [(text, text) for text in LEGACY + HALF_READ]
