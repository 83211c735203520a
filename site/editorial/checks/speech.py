"""How officials speak of a marked paper, and of marks in general: small letters without accents."""

import re


def alternatives(text: str) -> str:
    """The alternatives of `text`, which stand apart by ";" or a new line, as a pattern."""
    return "|".join(part.strip() for part in re.split(r"[;\n]", text) if part.strip())


def said(text: str) -> re.Pattern[str]:
    """A pattern for the alternatives of `text` as whole words."""
    return re.compile(rf"\b(?:{alternatives(text)})\b")


PAPERS = (
    "tai lieu|van ban|cong van|cong dien|dien|ho so|bao cao|ke hoach|phuong an|to trinh|nghi quyet|de an"
    "|du thao|ban ve|ban do|bien ban|chi thi|quyet dinh|thong bao|noi dung|thong tin|phong bi|bi thu"
)
NOUNS = rf"(?:(?:{PAPERS})\s+)"

ITSELF = said(rf"""
    (?:{PAPERS})\s+(?:nay|kem theo|tren day|duoi day|gui kem); day la (?:{PAPERS})
""")
# What is asked of the readers of a paper; also what is asked of officials in general.
ASKED = said("de nghi (?!cap|phe|xem xet)\\w+; yeu cau (?:nguoi|cac)")
STAMPED = said("""
    thuoc (?:dien|loai|do|pham vi|muc|cap); (?:duoc|da|bi) (?:xac dinh|dong dau|xep|an dinh)
    (?:dong|mang|gan|co|in) dau; chi danh cho; nguoi (?:nhan|du hop); dai bieu
""")
RULE = said(rf"""
    luat; bo luat; phap lenh; nghi dinh; thong tu; quy dinh; dieu \d+; khoan \d+; nguyen tac
    thoi han; danh muc; phan loai; cac loai; tung loai; khac nhau; cac do; ba do; 0?3 do
    vat chua bi mat; bi mat nha nuoc,? (?:thuoc )?do; tham quyen; trach nhiem; truong hop; hanh vi
    phai duoc; buu gui; co quan, to chuc; chung thuc; cong chung; tuyen truyen; tap huan
    quan triet; hoc tap; ky nang; kien thuc; cau hoi; the nao; gi\?; cong tac bao ve; xu phat
    phat tien; lam lo; lo lot; bi lo; pham toi; bi can; bi cao; may tinh; mang internet; phim
    bo phim; tieu thuyet; cuon sach; truyen; lich su; khang chien; chien dich; tinh bao; giai mat
    lau nam goc; giu kin; giu tuyet; duoc giu; lua dao; khoi to; nam tu; an tu; lam gia; khoa hoc
    cach (?:dong|ghi); mau so; mau dau; nghiep vu; van thu; cac cot; huong dan; nghiem cam
    khong (?:duoc )?(?:soan|luu tru|gui|trao doi|xu ly|thao luan)
    khong (?:duoc )?(?:dang|dang tai|dua|cong khai|cung cap|mang|tiet lo|chia se) (?:cac |nhung )?(?:{PAPERS})
    nao (?:sau day|duoi day|duoc|phai|thuoc|la); cap (?:giay )?phep; viec dong dau; vi sao; tai sao; lam dung
""")
DENIAL = said("""
    khong (?:phai|thuoc|co|mang|dong|chua|ap dung)
    chua (?:phai|dong); chang phai; ngoai tru; loai tru
    tru (?:cac|nhung|van ban|tai lieu|truong hop|thong tin)
""")
LABELS = said("""
    (?:muc |muc do |dau chi )?do mat; muc mat; cap do; muc do; do bao mat; muc bao mat; cap mat
    phan loai(?: mat)?; loai mat; pham vi luu hanh; pham vi pho bien; che do(?: mat)?; dau mat
    ky hieu mat; dau; tinh chat
""")
LABEL = re.compile(
    rf"(?:{LABELS.pattern}\s*(?:la)?\s*(?:[:=>-]{{1,3}}|;$)|\b(?:muc )?do mat\s{{1,4}}(?:la\s)?)[\s\"“(\[]*$"
)
