"""Units, people and posts of an invented commune."""

from __future__ import annotations

from datetime import date

from agency.models import Holding, Person, Post, Unit, UnitKind, User
from portal.presets.build import Built

SINCE = date(2025, 7, 1)
K = UnitKind

# name, short name, kind, name of the unit above, telephone
UNITS = (
    ("Đảng ủy xã Thạch Lâm Hạ", "Đảng ủy", K.PARTY, "", "0299 3861 101"),
    ("Hội đồng nhân dân xã Thạch Lâm Hạ", "HĐND xã", K.COUNCIL, "", "0299 3861 102"),
    ("Ủy ban nhân dân xã Thạch Lâm Hạ", "UBND xã", K.COMMITTEE, "", "0299 3861 100"),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam xã", "UBMTTQ xã", K.FRONT, "", "0299 3861 103"),
    ("Văn phòng HĐND và UBND", "Văn phòng", K.DEPARTMENT, "UBND xã", "0299 3861 110"),
    ("Phòng Kinh tế", "Phòng Kinh tế", K.DEPARTMENT, "UBND xã", "0299 3861 111"),
    ("Phòng Văn hóa – Xã hội", "Phòng VH-XH", K.DEPARTMENT, "UBND xã", "0299 3861 112"),
    ("Trung tâm Phục vụ hành chính công", "TTPVHCC", K.SERVICE, "UBND xã", "0299 3861 115"),
    ("Công an xã", "Công an xã", K.POLICE, "UBND xã", "0299 3861 113"),
    ("Ban Chỉ huy Quân sự xã", "BCH Quân sự", K.MILITARY, "UBND xã", "0299 3861 114"),
    ("Trung tâm Dịch vụ tổng hợp", "TTDVTH", K.SERVICE, "UBND xã", "0299 3861 116"),
    ("Trạm Y tế xã", "Trạm Y tế", K.HEALTH, "UBND xã", "0299 3861 117"),
    ("Trường Tiểu học Thạch Lâm", "TH Thạch Lâm", K.SCHOOL, "UBND xã", "0299 3861 120"),
    ("Trường Trung học cơ sở Lâm Hạ", "THCS Lâm Hạ", K.SCHOOL, "UBND xã", "0299 3861 121"),
    ("Hội Nông dân xã", "Hội Nông dân", K.UNION, "UBMTTQ xã", "0299 3861 130"),
    ("Hội Liên hiệp Phụ nữ xã", "Hội LHPN", K.UNION, "UBMTTQ xã", "0299 3861 131"),
    ("Đoàn TNCS Hồ Chí Minh xã", "Đoàn xã", K.UNION, "UBMTTQ xã", "0299 3861 132"),
    ("Hội Cựu chiến binh xã", "Hội CCB", K.UNION, "UBMTTQ xã", "0299 3861 133"),
    ("Thôn Thạch Lâm", "Thôn Thạch Lâm", K.VILLAGE, "UBND xã", ""),
    ("Thôn Đồng Hạ", "Thôn Đồng Hạ", K.VILLAGE, "UBND xã", ""),
)

# name, short name of the unit, post, rank, head of the unit, among the leaders, account, fields in charge
PEOPLE = (
    (
        "Trần Quốc Bảo",
        "Đảng ủy",
        "Bí thư Đảng ủy",
        1,
        True,
        True,
        "",
        "Lãnh đạo toàn diện công tác của Đảng bộ xã.",
    ),
    ("Lê Thị Minh Nguyệt", "HĐND xã", "Phó Chủ tịch HĐND xã", 4, True, True, "", "Hoạt động của HĐND xã."),
    (
        "Nguyễn Hữu Thành",
        "UBND xã",
        "Chủ tịch UBND xã",
        2,
        True,
        True,
        "",
        "Lãnh đạo, điều hành chung; quy hoạch, tài chính, ngân sách; quốc phòng, an ninh.",
    ),
    (
        "Phạm Thanh Hải",
        "UBND xã",
        "Phó Chủ tịch UBND xã",
        3,
        False,
        True,
        "truongban",
        "Văn hóa, xã hội, giáo dục, y tế; Trưởng Ban biên tập Trang thông tin điện tử.",
    ),
    (
        "Đặng Thị Thu Hà",
        "UBND xã",
        "Phó Chủ tịch UBND xã phụ trách kinh tế",
        3,
        False,
        True,
        "",
        "Nông nghiệp, đất đai, xây dựng, môi trường; Giám đốc Trung tâm Phục vụ hành chính công.",
    ),
    (
        "Vũ Đình Long",
        "UBMTTQ xã",
        "Chủ tịch UBMTTQ xã",
        4,
        True,
        True,
        "",
        "Công tác Mặt trận và các đoàn thể.",
    ),
    ("Hoàng Minh Tuấn", "Văn phòng", "Chánh Văn phòng", 5, True, False, "kiemduyet", ""),
    ("Ngô Thị Lan Anh", "Văn phòng", "Chuyên viên", 8, False, False, "xuatban", ""),
    ("Đỗ Văn Khoa", "Văn phòng", "Chuyên viên công nghệ thông tin", 8, False, False, "quantri", ""),
    ("Bùi Thị Hạnh", "Phòng VH-XH", "Trưởng phòng", 6, True, False, "truongphong", ""),
    ("Lý Quang Huy", "Phòng VH-XH", "Chuyên viên", 8, False, False, "bientap", ""),
    ("Trịnh Văn Sơn", "Phòng Kinh tế", "Trưởng phòng", 6, True, False, "", ""),
    ("Mai Thị Yến", "Phòng Kinh tế", "Chuyên viên địa chính", 8, False, False, "", ""),
    ("Cao Thị Bích Ngọc", "TTPVHCC", "Phó Giám đốc", 6, True, False, "", ""),
    ("Hồ Anh Dũng", "TTPVHCC", "Công chức tư pháp – hộ tịch", 8, False, False, "", ""),
    ("Phan Trọng Nghĩa", "Công an xã", "Trưởng Công an xã", 6, True, False, "", ""),
    ("Đinh Công Mạnh", "BCH Quân sự", "Chỉ huy trưởng", 6, True, False, "", ""),
    ("Tạ Thị Kim Oanh", "Trạm Y tế", "Trưởng trạm", 6, True, False, "", ""),
    ("Nguyễn Thị Thanh Tâm", "TH Thạch Lâm", "Hiệu trưởng", 6, True, False, "", ""),
    ("Dương Văn Phúc", "Đoàn xã", "Bí thư Đoàn xã", 7, True, False, "congtacvien", ""),
)
COLLABORATORS = ("congtacvien",)


def people(built: Built, password: str) -> dict[str, Person]:
    """The register of the commune, with an account for each role; persons by name."""
    units = make_units(built)
    persons = {row[0]: make_person(row, units, built, password) for row in PEOPLE}
    for unit in units.values():
        head = Holding.objects.filter(post__unit=unit, post__is_head=True).first()
        if head and not unit.focal_point_id:
            unit.focal_point = head.person
            unit.save()
    return persons


def make_units(built: Built) -> dict[str, Unit]:
    """Units by short name; the one the preset made takes the place of the People's Committee."""
    units: dict[str, Unit] = {}
    for order, (name, short, kind, above, phone) in enumerate(UNITS):
        values = {
            "short_name": short,
            "kind": kind,
            "parent": units.get(above),
            "sort_order": order,
            "phone": phone,
            "valid_from": SINCE,
            "legal_basis": "Nghị quyết của Hội đồng nhân dân xã",
        }
        units[short], _created = Unit.objects.update_or_create(site=built.site, name=name, defaults=values)
    return units


def make_person(row: tuple, units: dict[str, Unit], built: Built, password: str) -> Person:
    name, short, post_name, rank, is_head, is_leader, account, duties = row
    unit = units[short]
    kind = Person.Kind.COLLABORATOR if account in COLLABORATORS else Person.Kind.OFFICIAL
    person, _new = Person.objects.get_or_create(full_name=name, unit=unit, defaults={"kind": kind})
    post, _new = Post.objects.get_or_create(
        unit=unit, name=post_name, defaults={"rank": rank, "is_head": is_head, "is_leader": is_leader}
    )
    Holding.objects.get_or_create(
        person=person,
        post=post,
        defaults={"valid_from": SINCE, "decision_number": f"{10 + rank}/QĐ-UBND", "duties": duties},
    )
    if account:
        give_account(person, account, built, password)
    return person


def give_account(person: Person, username: str, built: Built, password: str) -> None:
    """The account of a role; its password is set each time, so that the printed one always works."""
    user, _created = User.objects.get_or_create(username=username)
    *family, given = person.full_name.split()
    user.first_name, user.last_name = given, " ".join(family)
    user.set_password(password)
    user.save()
    user.groups.set([built.groups[username]])
    person.user = user
    person.save()
