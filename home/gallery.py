"""The components of the theme on one page, to look at them; served only where DEBUG is on and in tests."""

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

LONG = (
    "Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền của Việt Nam cấp "
    "hoặc chứng nhận; sửa đổi, bổ sung trường hợp giấy tờ ở xã Ẩm Thượng, phường Đệ Ngữ, đặc khu Phú Mỹ"
)
ROWS = [
    {
        "mark": "23/11/2026",
        "title": "Xã công khai kết quả giải quyết hồ sơ tháng mười",
        "url": "#1",
        "summary": "Bộ phận Một cửa tiếp nhận 412 hồ sơ, trả trước hạn 96 phần trăm.",
        "meta": "Văn phòng Ủy ban",
    },
    {
        "mark": "38/TB-UBND",
        "title": LONG,
        "url": "#2",
        "summary": LONG,
        "badge": "Còn hiệu lực",
        "badge_tone": "good",
    },
    {
        "mark": "164/QĐ-UBND",
        "title": "Quyết định về phân công nhiệm vụ",
        "url": "#3",
        "badge": "Hết hiệu lực một phần",
        "badge_tone": "warn",
    },
    {
        "mark": "1.001193",
        "title": "Đăng ký khai sinh",
        "url": "#4",
        "badge": "Hết hiệu lực",
        "badge_tone": "bad",
    },
]
FACTS = [
    {
        "label": "Thời hạn",
        "value": "03 ngày làm việc",
        "icon": "clock",
        "note": "Sau 15 giờ tính ngày kế tiếp",
    },
    {"label": "Lệ phí", "value": "Miễn phí", "icon": "banknote"},
    {"label": "Nơi nộp", "value": "Trung tâm Phục vụ hành chính công", "icon": "map-pin"},
    {
        "label": "Mức độ trực tuyến",
        "value": "Toàn trình",
        "icon": "monitor-check",
        "note": "Kiểm tra 01/11/2026",
    },
]
TABLE = {
    "caption": "Văn bản mới",
    "columns": ["Số, ký hiệu", "Ngày ban hành", "Trích yếu", "Tình trạng"],
    "rows": [
        [
            {"text": "33/2026/QĐ-UBND", "url": "#a"},
            "01/11/2026",
            LONG,
            {"text": "Còn hiệu lực", "badge": "good"},
        ],
        [
            {"text": "1628/QĐ-UBND", "url": "#b"},
            "12/09/2026",
            "Về kế hoạch chuyển đổi số",
            {"text": "Chưa có hiệu lực", "badge": "warn"},
        ],
    ],
}
FACET = [
    {"label": f"Lĩnh vực {n}", "count": n * 3, "url": f"?linh-vuc={n}", "selected": n == 2}
    for n in range(1, 12)
]
CONTENTS = [
    {"anchor": "a", "text": "Trình tự thực hiện"},
    {"anchor": "b", "text": "Thành phần hồ sơ"},
    {"anchor": "c", "text": "Giấy tờ phải nộp", "level": "h3"},
]


class SampleForm(forms.Form):
    name = forms.CharField(label="Họ và tên", help_text="Không hiển thị công khai.")
    field = forms.ChoiceField(label="Lĩnh vực", choices=[("a", "Hộ tịch"), ("b", "Đất đai")])
    when = forms.ChoiceField(
        label="Cách nhận trả lời",
        choices=[("a", "Thư điện tử"), ("b", "Điện thoại")],
        widget=forms.RadioSelect,
    )
    question = forms.CharField(label="Nội dung câu hỏi", widget=forms.Textarea)
    file = forms.FileField(label="Tệp kèm theo", required=False)
    consent = forms.BooleanField(label="Tôi đồng ý cho cơ quan dùng dữ liệu này để trả lời.")


def gallery(request: HttpRequest) -> HttpResponse:
    """Every component once, with ordinary and with long words."""
    context = {
        "rows": ROWS,
        "facts": FACTS,
        "table": TABLE,
        "facet": FACET,
        "contents": CONTENTS,
        "long": LONG,
        "form": SampleForm({"name": "", "field": "a"}),
        "list_page": Paginator(range(400), 20).get_page(request.GET.get("page", 7)),
    }
    return render(request, "home/gallery.html", context)
