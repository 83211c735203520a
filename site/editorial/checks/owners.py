"""Words that tell what a number is and whose: small letters without accents, alternatives apart by ";"."""

import re

from .speech import alternatives, said

# The label before a number. "other" are labels of what is no person's; "date" those of a day.
LABELS = {
    "identity": r"""
        can cuoc; \bcccd\b; dinh danh ca nhan; \bso dinh danh; \bddcn\b
        \b(?:so|the)? ?cc\b(?=\W{0,3}\d|\W{0,3}$); \bcmn?d\b; \bcmtn?d?\b; \bcmqd\b
        chung minh (?:nhan dan|thu); (?:giay|so) chung minh\b; giay to tuy than; \bso giay to; \bgttt\b
        \bid (?:no|number|card)\b
    """,
    "licence": r"""
        \bgplx\b; giay phep lai xe; bang lai
    """,
    "passport": r"""
        ho chieu; passport; \bso hc\b; \bhc so\b
    """,
    "tax": r"""
        ma so thue; \bmst\b; \bma thue; tax code; \bmsth\b
    """,
    "social": r"""
        \bbhxh\b; bao hiem xa hoi
    """,
    "health": r"""
        \bbhyt\b; bao hiem y te; the bao hiem
    """,
    "bank": r"""
        \bstk\b; \batm\b; tai khoan; \bso tk\b; \btk\b(?=\W{0,3}(?:so\b|\d|$)); \baccount\b; \ba/c\b
        chuyen khoan
    """,
    "phone": r"""
        dien thoai; \bd[dt]\b; \bs?dt(?:dd)?\b; \bdtdd\b; di dong; mobile; \btel\b; phone; zalo
        lien he; lien lac; viber; whatsapp; so may\b
    """,
    "other": r"""
        \bisbn\b; \bissn\b; ma (?:so )?ho so; so lo\b; so luong; gia tri; dien tich; san luong
        ma san pham; ma vach; barcode; \bimei\b; so khung[^\n]{0,40}so may\b; so khung
        \bseri; serial; ma giao dich
        ma van don; ma don hang; toa do; ma thu tuc; ma tthc; bien nhan; ma (?:so )?doanh nghiep
        dang ky kinh doanh; ma so hop tac xa; hoa don; quan he ngan sach; so tien; tri gia; kinh phi
        \bfax\b; ma (?:so )?du an; so thua; to ban do; (?:no|co) tk\b; van don; ma qr; ma buu
        ma so (?:lop|truong|hang); ky hieu; ma tai san; ma so giay; so hieu
    """,
    "home": r"""
        dia chi; noi o\b; cho o\b; thuong tru; noi cu tru
    """,
    "date": r"""
        \b(?:cap|lap|ky|sinh|tu|den) ngay; ngay (?:cap|sinh); noi cap
    """,
}
LABEL = re.compile("|".join(f"(?P<{name}>{alternatives(words)})" for name, words in LABELS.items()))

# What is counted or paid, behind a number.
MEASURED = re.compile(
    r"^\s?(?:dong|d\b|vnd|nghin|trieu|ty|usd|ha\b|m2|m3|km|kg|tan|ta|lit|kwh|%|cay|con|cai|chiec|nguoi|luot|suat)"
)
ORGANISATION = said(r"""
    cong ty; doanh nghiep; hop tac xa; htx; chi nhanh; kho bac; kbnn; ubnd; hdnd; uy ban; ubmttq
    mttq; mat tran; ban (?:cuu tro|to chuc|chi dao|tri su|bao tro|lien lac); quy \W?\w+; ban van dong
    truong (?:thpt|thcs|tieu hoc|mam non|dai hoc|cao dang|trung cap); nha truong; benh vien; trung tam
    phong \w+; chi cuc; cuc \w+
    so (?:tai chinh|tai nguyen|noi vu|y te|xay|nong|giao|tu phap|cong|van hoa|khoa|ngoai|du lich)\w*
    so (?:ke hoach|thong tin|lao dong)\w*; ban quan ly; van phong
    hoi (?:chu thap do|nong dan|phu nu|cuu chien binh|khuyen hoc); don vi; co quan; to chuc
    nha xuat ban; toa soan; ngan sach; hoc vien; tong cong ty; tnhh; co phan; dntn; tap doan
    cong doan; mot cua
    bo (?:xay|noi|tai|y te|cong an|quoc|ngoai|giao|tu phap|van|khoa|nong|dan toc)\w*; tham my
    cua hang; nha hang; khach san; co so (?:san|kinh|y te|giao); toa nha; dai ly
    bao hiem xa hoi (?:tinh|huyen|khu vuc); thu phi; tam giu; tram y te; dien luc; cong an
    toa an; thue (?:tinh|co so)
""")
# Read with accents: without them these are also three, stop, only.
PEOPLE = re.compile(
    r"\b(?<!đường )(?<!phố )(?<!thờ )(?:ông|bà|\d\d tuổi(?=[,)])|anh|chị|cháu|em|cô|chú|bác|cá nhân|vợ|chồng"
    r"|bị cáo|bị can|đối tượng|công dân|hộ ông|hộ bà"
    r"|chủ (?:tài khoản|tk)|tôi (?:tên )?là|(?:nhà|gia đình) tôi"
    r"|người (?:nộp|nhận|thụ hưởng|lao động|khiếu nại|tố cáo|dân|bệnh|đại diện|mua|bán|gửi))\b"
)
PEOPLE_PLAIN = said(r"""
    ho (?:va )?ten; chu tai khoan; chu tk; ho kinh doanh; ho gia dinh; ca nhan; tncn; nguoi nop
    nguoi nhan; (?<!mat )ong; nguoi gui; nguyen (?:thi|van); tran (?:thi|van); le (?:thi|van)
    pham (?:thi|van); hoang (?:thi|van); sinh nam; sn; benh nhan
""")
# A telephone of these is meant for the public.
HOTLINE = said(r"""
    duong day nong; hotline; tong dai; truc ban; truc (?:chi huy|lanh dao|24); so truc; cuu ho; cuu nan
    cap cuu; ung pho; tiep nhan phan anh; tiep nhan (?:thong tin|tin bao|to giac); phan anh, kien nghi
    tin bao; ho tro khach hang; cskh; dau moi tiep nhan; dien thoai co quan; so may co quan; dt co quan
    ban truc; truc tiep cong dan
""")
# People who answer the public by their post.
OFFICIAL = said(r"""
    chuyen vien; can bo; cong chuc; vien chuc; truong phong; pho (?:truong )?phong; chu tich; bi thu
    chanh van phong; giam doc; truong (?:ban|thon|cong an|tram|khoa); dong chi; d/c; ke toan; van thu
    phu trach; dau moi; thu truong; hieu truong; to truong; bien tap vien; phong vien; can bo mot cua
    giao vien
""")
