"""Units, people and posts of an invented commune."""

from __future__ import annotations

from datetime import date
from typing import Any

from agency.models import Holding, Person, Post, Unit, UnitKind, User
from portal.demo.stage import Stage

SINCE = date(2025, 7, 1)
K = UnitKind

# name, short name, kind, name of the unit above, telephone
UNITS = (
    ("Đảng ủy xã Thạch Lâm Hạ", "Đảng ủy", K.PARTY, "", "0298 3861 101"),
    ("Hội đồng nhân dân xã Thạch Lâm Hạ", "HĐND xã", K.COUNCIL, "", "0298 3861 102"),
    ("Ủy ban nhân dân xã Thạch Lâm Hạ", "UBND xã", K.COMMITTEE, "", "0298 3861 100"),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam xã", "UBMTTQ xã", K.FRONT, "", "0298 3861 103"),
    ("Văn phòng HĐND và UBND", "Văn phòng", K.DEPARTMENT, "UBND xã", "0298 3861 110"),
    ("Phòng Kinh tế", "Phòng Kinh tế", K.DEPARTMENT, "UBND xã", "0298 3861 111"),
    ("Phòng Văn hóa – Xã hội", "Phòng VH-XH", K.DEPARTMENT, "UBND xã", "0298 3861 112"),
    ("Trung tâm Phục vụ hành chính công", "TTPVHCC", K.SERVICE, "UBND xã", "0298 3861 115"),
    ("Công an xã", "Công an xã", K.POLICE, "UBND xã", "0298 3861 113"),
    ("Ban Chỉ huy Quân sự xã", "BCH Quân sự", K.MILITARY, "UBND xã", "0298 3861 114"),
    ("Trung tâm Dịch vụ tổng hợp", "TTDVTH", K.SERVICE, "UBND xã", "0298 3861 116"),
    ("Trạm Y tế xã", "Trạm Y tế", K.HEALTH, "UBND xã", "0298 3861 117"),
    ("Trường Tiểu học Thạch Lâm", "TH Thạch Lâm", K.SCHOOL, "UBND xã", "0298 3861 120"),
    ("Trường Trung học cơ sở Lâm Hạ", "THCS Lâm Hạ", K.SCHOOL, "UBND xã", "0298 3861 121"),
    ("Hội Nông dân xã", "Hội Nông dân", K.UNION, "UBMTTQ xã", "0298 3861 130"),
    ("Hội Liên hiệp Phụ nữ xã", "Hội LHPN", K.UNION, "UBMTTQ xã", "0298 3861 131"),
    ("Đoàn TNCS Hồ Chí Minh xã", "Đoàn xã", K.UNION, "UBMTTQ xã", "0298 3861 132"),
    ("Hội Cựu chiến binh xã", "Hội CCB", K.UNION, "UBMTTQ xã", "0298 3861 133"),
    ("Thôn Thạch Lâm", "Thôn Thạch Lâm", K.VILLAGE, "UBND xã", ""),
    ("Thôn Đồng Hạ", "Thôn Đồng Hạ", K.VILLAGE, "UBND xã", ""),
)

# What was merged into a unit, by its short name.
FORMER = {
    "UBND xã": "Ủy ban nhân dân xã Đồng Hạ\nXã Đồng Hạ",
    "Trạm Y tế": "Trạm Y tế xã Đồng Hạ",
    "TH Thạch Lâm": "Trường Tiểu học Đồng Hạ",
}

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
    ("Dương Văn Phúc", "Phòng VH-XH", "Công chức văn hóa – thể thao", 8, False, False, "congtacvien", ""),
)
# How the number of an appointment ends where the committee of the commune does not appoint.
DECIDED_BY = {"Đảng ủy": "-QĐ/TU", "HĐND xã": "/NQ-HĐND", "UBMTTQ xã": "/QĐ-MTTQ"}
COLLABORATORS = ("congtacvien",)

DUTIES = {
    "Văn phòng": "<p>Tham mưu, tổng hợp, phục vụ hoạt động của HĐND và UBND xã; văn thư, lưu trữ; quản trị Trang "
    "thông tin điện tử.</p>",
    "Phòng Kinh tế": "<p>Quản lý nhà nước về nông nghiệp, đất đai, xây dựng, môi trường, tài chính và thương mại trên "
    "địa bàn.</p>",
    "Phòng VH-XH": "<p>Quản lý nhà nước về giáo dục, y tế, văn hóa, lao động, người có công và bảo trợ xã hội.</p>",
    "TTPVHCC": "<p>Hướng dẫn, tiếp nhận, theo dõi và trả kết quả thủ tục hành chính, không phụ thuộc địa giới.</p>",
}


def people(stage: Stage) -> None:
    """The register of the commune; what an official changed in it stays."""
    units = make_units(stage)
    for row in PEOPLE:
        stage.people[row[0]] = make_person(stage, row, units[row[1]])
    for unit in units.values():
        if not unit.focal_point_id and (head := unit.head()):
            unit.focal_point = head
            unit.save()


def make_units(stage: Stage) -> dict[str, Unit]:
    """Units by short name; the one the preset made is completed."""
    units: dict[str, Unit] = {}
    for order, (name, short, kind, above, phone) in enumerate(UNITS):
        values = {
            "site": stage.built.site,
            "name": name,
            "short_name": short,
            "kind": kind,
            "parent": units.get(above),
            "sort_order": order,
            "phone": phone,
            "functions": DUTIES.get(short, ""),
            "former_names": FORMER.get(short, ""),
            "valid_from": SINCE,
            "legal_basis": "Nghị quyết của Hội đồng nhân dân xã",
        }
        units[short] = make_unit(stage, values)
    return units


def make_unit(stage: Stage, values: dict[str, Any]) -> Unit:
    unit = Unit.objects.filter(site=stage.built.site, name=values["name"]).first()
    if unit and unit.short_name:
        return unit
    stage.made += 1
    unit = unit or Unit()
    for name, value in values.items():
        setattr(unit, name, value)
    unit.save()
    return unit


def make_person(stage: Stage, row: tuple, unit: Unit) -> Person:
    name, _short, post_name, rank, is_head, is_leader, account, duties = row
    found = Person.objects.filter(full_name=name, unit=unit).first()
    if found:
        return found
    stage.made += 1
    kind = Person.Kind.COLLABORATOR if account in COLLABORATORS else Person.Kind.OFFICIAL
    person = Person.objects.create(
        full_name=name, unit=unit, kind=kind, user=make_account(stage, name, account)
    )
    post = Post.objects.create(unit=unit, name=post_name, rank=rank, is_head=is_head, is_leader=is_leader)
    number = 100 + Holding.objects.count()
    decision = f"{number}{DECIDED_BY.get(row[1], '/QĐ-UBND')}"
    Holding.objects.create(
        person=person, post=post, valid_from=SINCE, decision_number=decision, duties=duties
    )
    return person


def make_account(stage: Stage, full_name: str, username: str) -> User | None:
    """The account of a role, which nobody can enter before `open_accounts`."""
    if not username:
        return None
    family, _space, given = full_name.rpartition(" ")
    names = {"first_name": given, "last_name": family}
    user, created = User.objects.get_or_create(username=username, defaults=names)
    if created:
        user.set_unusable_password()
        user.save()
    user.groups.add(stage.built.groups[username])
    return user
