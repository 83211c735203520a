"""Taking back what was public, with an explanation that its address keeps giving."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from editorial import trail
from editorial.chain.digest import digest_of
from editorial.checks import gate
from editorial.models.corrections import Withdrawal
from editorial.models.decisions import Action
from editorial.models.pages import EditorialPage


@transaction.atomic
def withdraw(page: EditorialPage, user: Any, explanation: str, keeps_text: bool) -> None:
    """Readers are told why; without `keeps_text` the page is taken down as well. Raises `ValidationError`."""
    page = type(page).objects.select_for_update(of=("self",)).get(pk=page.pk)
    if not page.live:
        raise ValidationError(_("The page is not public, so there is nothing to withdraw."))
    if not keeps_text and page.get_children().live().exists():
        raise ValidationError(_("There are public pages below this one. Withdraw or move them first."))
    if reasons := gate.refused_words(explanation):
        raise ValidationError({"explanation": reasons})
    Withdrawal.objects.update_or_create(
        page_id=page.pk, defaults={"explanation": explanation, "keeps_text": keeps_text}
    )
    trail.record(
        page,
        Action.WITHDRAWN,
        user=user,
        digest=digest_of(page),
        revision=page.live_revision_id,
        comment=explanation,
        data={"keeps_text": keeps_text},
    )
    if not keeps_text:
        page.unpublish(user=user)


def gone(request: HttpRequest, notice: Withdrawal) -> HttpResponse:
    """The answer at the address of a text that was taken down: what was said for readers, nothing else."""
    context = {"withdrawal": notice}
    return TemplateResponse(request, "editorial/withdrawn.html", context, status=410)
