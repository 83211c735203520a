"""Documents are served only to those who may read them; the library shows files to those who may see them."""

from django.http import Http404, HttpRequest
from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.api.v2.router import WagtailAPIRouter

from assets import usage
from assets.documents import DocumentEditView, DocumentIndexView, read_again
from assets.library import BULK_ACTIONS, DocumentsAPI, ImagesAPI, media_usage
from assets.models import CustomDocument
from assets.serving import may_read


@hooks.register("before_serve_document", order=-1)
def check_document(document: CustomDocument, request: HttpRequest) -> None:
    """A document nobody public uses does not exist for visitors; what its collection asks, Wagtail checks."""
    if not (usage.is_used(document) or may_read(request.user, document)):
        raise Http404


@hooks.register("register_admin_urls", order=-1)
def library() -> list[URLPattern]:
    """Before Wagtail's own addresses; its list and its form of documents tell what was read."""
    return [
        path("documents/", DocumentIndexView.as_view()),
        path("documents/edit/<int:document_id>/", DocumentEditView.as_view()),
        path("documents/<int:document_id>/read-again/", read_again, name="assets_read_again"),
        path("documents/results/", DocumentIndexView.as_view(results_only=True)),
        path("media/usage/<int:media_id>/", media_usage),
    ]


@hooks.register("construct_admin_api", order=1)
def answers_to_programs(router: WagtailAPIRouter) -> None:
    router.register_endpoint("documents", DocumentsAPI)
    router.register_endpoint("images", ImagesAPI)


for action in BULK_ACTIONS:
    hooks.register("register_bulk_action", action, order=1)
