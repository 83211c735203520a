"""How often a network may ask and look up, without a cookie (decision 18)."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest
from django.utils import timezone

from agency import throttle
from questions.models import Question

MOST_QUESTIONS_AN_HOUR = 5
MOST_LOOKUPS_AN_HOUR = 20


def fingerprint(request: HttpRequest) -> str:
    """Stands for the network a question came from, on the day it came."""
    return throttle.fingerprint(request, "questions.sender")


def too_many(request: HttpRequest) -> bool:
    """Whether this network has sent its questions of the hour; counted over all processes."""
    since = timezone.now() - timedelta(hours=1)
    sent = Question.objects.filter(sender=fingerprint(request), created_at__gte=since)
    return sent.count() >= MOST_QUESTIONS_AN_HOUR


def too_many_lookups(request: HttpRequest) -> bool:
    return throttle.too_many(f"questions.lookups.{fingerprint(request)}", MOST_LOOKUPS_AN_HOUR)
