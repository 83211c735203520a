"""Documents are served only to those who may read them; their list says whether their text was read."""

from django.http import Http404, HttpRequest
from django.urls import URLPattern, path
from wagtail import hooks

from assets import usage
from assets.documents import DocumentIndexView
from assets.models import CustomDocument
from assets.serving import may_read


@hooks.register("before_serve_document", order=-1)
def check_document(document: CustomDocument, request: HttpRequest) -> None:
    """A document nobody public uses does not exist for visitors; what its collection asks, Wagtail checks."""
    if not (usage.is_used(document) or may_read(request.user, document)):
        raise Http404


@hooks.register("register_admin_urls", order=-1)
def document_list() -> list[URLPattern]:
    """Before Wagtail's own addresses, so that its list shows one column more."""
    return [
        path("documents/", DocumentIndexView.as_view()),
        path("documents/results/", DocumentIndexView.as_view(results_only=True)),
    ]
