"""The fixed word lists of procedures; official terms stand as the national database writes them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """Cấp thực hiện; the district level is historic since 01/07/2025."""

    MINISTRY = "bo", "Cấp bộ"
    PROVINCE = "tinh", "Cấp tỉnh"
    DISTRICT = "huyen", "Cấp huyện"
    COMMUNE = "xa", "Cấp xã"
    OTHER = "khac", "Cơ quan khác"


class Audience(models.TextChoices):
    """Đối tượng thực hiện."""

    CITIZEN = "cong-dan", "Công dân Việt Nam"
    OVERSEAS = "kieu-bao", "Người Việt Nam định cư ở nước ngoài"
    FOREIGNER = "nguoi-nuoc-ngoai", "Người nước ngoài"
    RESIDENT_FOREIGNER = "nguoi-nuoc-ngoai-cu-tru", "Người nước ngoài cư trú tại Việt Nam"
    OFFICIAL = "can-bo", "Cán bộ, công chức, viên chức"
    BUSINESS = "doanh-nghiep", "Doanh nghiệp"
    DOMESTIC_BUSINESS = "doanh-nghiep-viet-nam", "Doanh nghiệp Việt Nam"
    FOREIGN_BUSINESS = "doanh-nghiep-fdi", "Doanh nghiệp có vốn đầu tư nước ngoài"
    ORGANISATION = "to-chuc", "Tổ chức (không bao gồm doanh nghiệp, HTX)"
    FOREIGN_ORGANISATION = "to-chuc-nuoc-ngoai", "Tổ chức nước ngoài"
    COOPERATIVE = "hop-tac-xa", "Hợp tác xã"
    PARTY_MEMBER = "dang-vien", "Đảng viên"
    PARTY_ORGANISATION = "to-chuc-dang", "Tổ chức Đảng"


class Kind(models.TextChoices):
    """Loại thủ tục."""

    DELEGATED = "giao-luat", "TTHC được giao luật quy định chi tiết"
    NOT_DELEGATED = "khong-giao", "TTHC không được luật giao cho địa phương quy định"
    OTHER = "khac", "Loại khác"


class Channel(models.TextChoices):
    """Hình thức nộp."""

    COUNTER = "truc-tiep", "Trực tiếp"
    ONLINE = "truc-tuyen", "Trực tuyến"
    POST = "buu-chinh", "Dịch vụ bưu chính"


class Service(models.TextChoices):
    """Degree of online service: Decree 224/2026 article 14, and the four historic ones of Decree 43/2011."""

    FULL = "toan-trinh", _("Fully online")
    PARTIAL = "mot-phan", _("Partly online")
    INFORMATION = "thong-tin", _("Information only")
    DEGREE_4 = "muc-4", _("Degree 4 (until 2022)")
    DEGREE_3 = "muc-3", _("Degree 3 (until 2022)")
    DEGREE_2 = "muc-2", _("Degree 2 (until 2022)")
    DEGREE_1 = "muc-1", _("Degree 1 (until 2022)")

    @property
    def can_be_filed_online(self) -> bool:
        return self in (Service.FULL, Service.PARTIAL, Service.DEGREE_4, Service.DEGREE_3)


class Status(models.TextChoices):
    IN_FORCE = "con-hieu-luc", _("In force")
    AMENDED = "sua-doi", _("Amended")
    REPEALED = "bai-bo", _("Repealed")


class Completeness(models.TextChoices):
    FULL = "day-du", _("All official fields")
    LISTED = "danh-muc", _("In the list only, without details")
