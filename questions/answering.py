"""From a question in the inbox to a page that may be published."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agency import policy
from editorial.slugs import free_slug
from questions.masking import masked
from questions.models import AnswerListPage, AnswerPage, Question, QuestionFile


def section_for(question: Question) -> AnswerListPage | None:
    """Where the answers of the question's site stand."""
    root = question.site.root_page
    return AnswerListPage.objects.descendant_of(root).order_by("-live", "path").first()


@transaction.atomic
def draft_answer(question: Question, section: AnswerListPage, user: policy.Account) -> AnswerPage:
    """A draft with the question, its sender's personal data left behind; one question makes one page."""
    private = (question.name, question.address, question.email, question.phone)
    title = masked(question.title, *private)
    page = AnswerPage(
        title=title,
        slug=free_slug(section, title),
        question=masked(question.content, *private),
        asked_on=timezone.localdate(question.created_at),
        unit=question.unit,
        owner=user,
        live=False,
        has_unpublished_changes=True,
    )
    page.fields_of_work = [question.field] if question.field else []
    section.add_child(instance=page)
    page.save_revision(user=user, log_action=True)
    Question.objects.filter(pk=question.pk).update(answer=page)
    return page


@require_POST
def make_answer(request: HttpRequest, question_id: int) -> HttpResponse:
    """The button in the inbox; needs the right to change the question and to add pages in the section."""
    question = get_object_or_404(Question.objects.select_related("site__root_page"), pk=question_id)
    if not policy.may_do(request.user, "change", question):
        raise PermissionDenied
    if question.answer_id:
        return redirect("wagtailadmin_pages:edit", question.answer_id)
    section = section_for(question)
    if section is None:
        messages.error(request, _("This site has no section of questions and answers yet. Create one first."))
        return redirect("wagtailadmin_explore_root")
    if not section.permissions_for_user(request.user).can_add_subpage():
        raise PermissionDenied
    page = draft_answer(question, section, request.user)
    messages.success(request, _("Read the question again before it goes on: no personal data may remain."))
    return redirect("wagtailadmin_pages:edit", page.pk)


def download(request: HttpRequest, file_id: int) -> FileResponse:
    """A file a citizen sent, for those who may see the question, never shown inside the browser."""
    file = get_object_or_404(QuestionFile.objects.select_related("question"), pk=file_id)
    if not policy.may_do(request.user, "view", file.question):
        raise PermissionDenied
    response = FileResponse(file.file.open("rb"), as_attachment=True, filename=file.name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
