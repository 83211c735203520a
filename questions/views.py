"""The public views of the section of questions and answers; none reads or sets a cookie (decision 18)."""

from __future__ import annotations

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from agency.origin import is_own
from questions import limits
from questions.forms import QuestionForm, TrackingForm
from questions.models import AnswerListPage, Question
from questions.offers import LONGEST, WORDS


@never_cache
def ask(request: HttpRequest, page: AnswerListPage) -> HttpResponse:
    """The form, and its answer: a redirect to the receipt, or the form as it was typed with what is wrong."""
    if request.method != "POST":
        return show(request, page, QuestionForm(initial={"title": request.GET.get(WORDS, "")[:LONGEST]}))
    form = QuestionForm(request.POST, request.FILES)
    if not is_own(request):
        form.add_error(None, _("The form was sent from another site. Open this page and send it again."))
    elif form.is_valid() and limits.too_many(request):
        form.add_error(None, _("Too many questions came from your network. Try again in an hour."))
    if form.errors:
        return show(request, page, form, status=422)
    return redirect(page.get_url(request) + f"da-gui/{receive(request, page, form)}/")


def receive(request: HttpRequest, page: AnswerListPage, form: QuestionForm) -> str:
    """Stores the question and gives its code; what a robot sent gets a code and is dropped."""
    from questions.models.inbox import new_code

    if form.is_robot:
        return new_code()
    form.instance.site = page.get_site()
    form.instance.sender = limits.fingerprint(request)
    with transaction.atomic():
        return form.save().code


def show(request: HttpRequest, page: AnswerListPage, form: QuestionForm, status: int = 200) -> HttpResponse:
    return render(request, "questions/ask.html", {"page": page, "form": form}, status=status)


@never_cache
def sent(request: HttpRequest, page: AnswerListPage, code: str) -> HttpResponse:
    """The code and nothing else of the question, so that knowing the address tells nothing."""
    if len(code) != 10 or not code.isalnum():
        raise Http404
    return render(request, "questions/sent.html", {"page": page, "code": code})


@never_cache
def track(request: HttpRequest, page: AnswerListPage) -> HttpResponse:
    """Status and word to the sender, for whoever knows both the code and the e-mail."""
    form = TrackingForm(request.POST or None)
    question = None
    if request.method == "POST" and form.is_valid():
        if limits.too_many_lookups(request):
            form.add_error(None, _("Too many attempts. Try again in an hour."))
        else:
            question = find(page, form)
    context = {"page": page, "form": form, "question": question}
    return render(request, "questions/track.html", context, status=422 if form.errors else 200)


def find(page: AnswerListPage, form: TrackingForm) -> Question | None:
    given = form.cleaned_data
    questions = Question.objects.select_related("answer").filter(site=page.get_site(), code=given["code"])
    question = questions.filter(email__iexact=given["email"]).first()
    if question is None:
        form.add_error(None, _("No question has this code and this e-mail. Check both and try again."))
    return question
