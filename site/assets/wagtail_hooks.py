"""Documents are served only to those who may read them."""

from django.http import Http404, HttpRequest
from wagtail import hooks

from assets import usage
from assets.models import CustomDocument
from assets.serving import may_read


@hooks.register("before_serve_document", order=-1)
def check_document(document: CustomDocument, request: HttpRequest) -> None:
    """A document nobody public uses does not exist for visitors; what its collection asks, Wagtail checks."""
    if not (usage.is_used(document) or may_read(request.user, document)):
        raise Http404
