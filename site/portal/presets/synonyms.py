"""Abbreviations and everyday words of public administration a portal starts with; editors keep the list."""

from __future__ import annotations

from typing import NamedTuple

from django.db import transaction
from wagtail.models import Site

from search.models import OfferedSynonym, SteeringVersion, Synonym


class Row(NamedTuple):
    """Wordings parted by strokes: typed, and also looked for."""

    words: str
    meanings: str
    one_way: bool = False

    @property
    def key(self) -> str:
        return self.words.partition("|")[0]


SAME = (
    ("BHXH", "bảo hiểm xã hội"),
    ("BHYT", "bảo hiểm y tế"),
    ("BHTN", "bảo hiểm thất nghiệp"),
    ("UBND", "ủy ban nhân dân"),
    ("HĐND", "hội đồng nhân dân"),
    ("MTTQ", "mặt trận tổ quốc"),
    ("TTHC", "thủ tục hành chính"),
    ("DVC", "dịch vụ công"),
    ("DVCTT", "dịch vụ công trực tuyến"),
    ("CCHC", "cải cách hành chính"),
    ("CĐS", "chuyển đổi số"),
    ("VBQPPL", "văn bản quy phạm pháp luật"),
    ("KNTC", "khiếu nại, tố cáo"),
    ("TDP", "tổ dân phố"),
    ("NTM", "nông thôn mới"),
    ("OCOP", "mỗi xã một sản phẩm"),
    ("HTX", "hợp tác xã"),
    ("HKD", "hộ kinh doanh"),
    ("MST", "mã số thuế"),
    ("TNCN", "thu nhập cá nhân"),
    ("KCN", "khu công nghiệp"),
    ("BVMT", "bảo vệ môi trường"),
    ("PCCC", "phòng cháy, chữa cháy"),
    ("ATTP|VSATTP", "an toàn thực phẩm"),
    ("ATGT", "an toàn giao thông"),
    ("ANTT", "an ninh trật tự"),
    ("KCB", "khám bệnh, chữa bệnh"),
    ("THCS", "trung học cơ sở"),
    ("THPT", "trung học phổ thông"),
    ("BTXH", "bảo trợ xã hội"),
    ("NCC", "người có công"),
    ("NVQS", "nghĩa vụ quân sự"),
    ("GPMB", "giải phóng mặt bằng"),
    ("GPXD|phép xây dựng", "giấy phép xây dựng"),
    ("ĐKKD", "đăng ký kinh doanh"),
    ("GKS", "giấy khai sinh"),
    ("LLTP", "lý lịch tư pháp"),
    ("QSDĐ", "quyền sử dụng đất"),
    ("GPLX|bằng lái xe|bằng lái", "giấy phép lái xe"),
    ("CCCD|thẻ CCCD", "căn cước công dân|thẻ căn cước"),
    ("sổ đỏ|bìa đỏ|GCNQSDĐ|GCN QSDĐ", "giấy chứng nhận quyền sử dụng đất"),
    ("đất thổ cư|thổ cư", "đất ở"),
    ("tiếp dân", "tiếp công dân"),
    ("bộ phận một cửa|một cửa|TTPVHCC", "trung tâm phục vụ hành chính công"),
    ("hotline", "đường dây nóng"),
    ("lịch làm việc", "lịch công tác"),
    ("người tàn tật|NKT", "người khuyết tật"),
    ("sáp nhập xã", "sắp xếp đơn vị hành chính"),
)
WIDER = (
    ("CMND|chứng minh nhân dân|chứng minh thư", "thẻ căn cước"),
    ("định danh mức 2|VNeID", "định danh điện tử"),
    ("KT3|sổ tạm trú", "đăng ký tạm trú"),
    ("sổ hộ khẩu|hộ khẩu|nhập hộ khẩu", "đăng ký thường trú|xác nhận thông tin về cư trú"),
    ("tách khẩu", "tách hộ"),
    ("giấy xác nhận cư trú|CT07", "xác nhận thông tin về cư trú"),
    ("giấy khai sinh", "đăng ký khai sinh"),
    ("mất giấy khai sinh|làm lại giấy khai sinh", "đăng ký lại khai sinh|bản sao trích lục hộ tịch"),
    ("sửa giấy khai sinh|đổi tên", "thay đổi, cải chính hộ tịch"),
    ("giấy chứng tử|giấy báo tử", "đăng ký khai tử|trích lục khai tử"),
    ("giấy hôn thú|giấy kết hôn|đăng ký cưới", "đăng ký kết hôn"),
    ("giấy độc thân|xác nhận độc thân", "giấy xác nhận tình trạng hôn nhân"),
    ("nhận con nuôi", "đăng ký việc nuôi con nuôi"),
    ("sao y|công chứng bản sao|photo công chứng", "chứng thực bản sao từ bản chính"),
    ("công chứng chữ ký|xác nhận sơ yếu lý lịch", "chứng thực chữ ký"),
    ("sổ hồng", "giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất"),
    ("sang tên sổ đỏ|mua bán đất|sang nhượng đất", "chuyển nhượng quyền sử dụng đất"),
    ("tách sổ", "tách thửa đất"),
    ("lên thổ cư|chuyển thổ cư|chuyển đổi đất", "chuyển mục đích sử dụng đất"),
    ("tranh chấp đất", "hòa giải tranh chấp đất đai"),
    ("đền bù đất|đền bù giải tỏa", "bồi thường về đất|giải phóng mặt bằng"),
    ("thuế đất", "thuế sử dụng đất phi nông nghiệp"),
    ("xin phép xây nhà|phép xây nhà", "giấy phép xây dựng nhà ở riêng lẻ"),
    ("mở quán|mở cửa hàng|giấy phép kinh doanh", "đăng ký hộ kinh doanh"),
    ("tiền người già|trợ cấp người già", "trợ cấp hưu trí xã hội|trợ cấp người cao tuổi"),
    ("sổ hộ nghèo", "công nhận hộ nghèo, hộ cận nghèo"),
    ("mai táng phí|tiền mai táng", "hỗ trợ chi phí mai táng"),
    ("thương binh|liệt sĩ", "người có công với cách mạng"),
    ("đi bộ đội|đi lính", "nghĩa vụ quân sự|tuyển quân"),
    ("loa xã|loa phường|đài xã", "truyền thanh"),
)
ROWS = (*(Row(*pair) for pair in SAME), *(Row(*pair, one_way=True) for pair in WIDER))


@transaction.atomic
def install(site: Site) -> None:
    """The rows `site` has not been offered yet; what editors changed, switched off or deleted stays so."""
    offered = set(OfferedSynonym.objects.filter(site=site).values_list("key", flat=True))
    new = [row for row in ROWS if row.key not in offered]
    if new:
        Synonym.objects.bulk_create(synonym(row, site) for row in new)
        OfferedSynonym.objects.bulk_create(OfferedSynonym(site=site, key=row.key) for row in new)
        SteeringVersion.renew()


def synonym(row: Row, site: Site) -> Synonym:
    words, meanings = row.words.replace("|", "\n"), row.meanings.replace("|", "\n")
    return Synonym(site=site, words=words, meanings=meanings, one_way=row.one_way)
