"""What the search adds to the admin."""

from __future__ import annotations

from django.templatetags.static import static
from django.urls import URLPattern, path
from django.utils.html import format_html
from wagtail import hooks
from wagtail_modeladmin.options import modeladmin_register

from search.explanation.view import NAME, ExplanationView
from search.learning.reports import NothingFound, NothingOpened, QuestionsReport
from search.steering.registers import SearchRegisters

modeladmin_register(SearchRegisters)
PATHS = {"": QuestionsReport, "khong-thay/": NothingFound, "khong-mo/": NothingOpened}


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern]:
    reports = [url for part, report in PATHS.items() for url in _urls(f"tim-kiem/thong-ke/{part}", report)]
    return [*reports, path("tim-kiem/giai-thich/", ExplanationView.as_view(), name=NAME)]


@hooks.register("insert_global_admin_css")
def styles() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("search/admin.css"))


def _urls(address: str, report: type[QuestionsReport]) -> list[URLPattern]:
    results = report.as_view(results_only=True)
    return [
        path(address, report.as_view(), name=report.name),
        path(f"{address}ket-qua/", results, name=f"{report.name}_results"),
    ]
