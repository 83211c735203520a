"""Search answers the questions about the demonstration as well as when that was last recorded.

The commune is built without what only officials see, on one fixed day: its documents bear the year.
"""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from datetime import UTC, datetime
from unittest.mock import patch

import pytest
from django.core.management import call_command
from django.db import transaction
from wagtail.models import Site
from wagtail.signal_handlers import disable_reference_index_auto_update

from portal.demo import masthead, scenes, waiting
from search.models import Corpus, Entry
from tests.search import judged

DAY = datetime(2026, 11, 20, 3, tzinfo=UTC)
UNSEEN = {masthead.masthead, waiting.waiting}
FALL, FALL_OF_GROUP = 0.01, 0.05  # a group is a few questions: one place of one of them moves it much
COUNTED = 987_654  # what other tests counted and remember in this process is of other pages

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


@pytest.fixture(scope="module")
def reached(django_db_setup, django_db_blocker):
    """What each question reaches in a commune that is taken away again."""
    with django_db_blocker.unblock(), transaction.atomic(), patch("django.utils.timezone.now", lambda: DAY):
        build()
        yield judged.measured(Site.objects.get())
        transaction.set_rollback(True)


def build() -> None:
    """The commune with one picture for all and no trail; the index is made at the end, not page by page."""
    fill, picture = sys.modules["portal.demo.fill"], scenes.draw("field", "")
    steps = [step for step in fill.STEPS if step[1] not in UNSEEN]
    with ExitStack() as light:
        light.enter_context(patch.object(fill, "STEPS", steps))
        light.enter_context(patch.object(scenes, "draw", lambda scene, title: picture))
        light.enter_context(patch("search.index.put"))
        light.enter_context(patch.dict("editorial.deeds.DEEDS", clear=True))
        light.enter_context(disable_reference_index_auto_update())
        call_command("setup_portal", preset="xa", demo=True, host="testserver", verbosity=0)
    call_command("rebuild_search", verbosity=0)
    Corpus.objects.update(counted=COUNTED)


def test_questions_are_answered_as_well_as_before(reached):
    now = judged.figures(reached)
    if os.environ.get("RECORD"):
        judged.record(now)
    before = judged.recorded()
    allowed = {name: FALL if name == judged.WHOLE else FALL_OF_GROUP for name in now}
    fallen = {name: (before[name], now[name]) for name in now if now[name] < before[name] - allowed[name]}
    assert not fallen, "\n".join([f"{fallen}", *judged.worst(reached, 15)])


def test_the_set_is_whole_and_every_page_it_names_is_there(reached):
    addresses = set(Entry.objects.values_list("url", flat=True))
    asked = judged.queries()
    assert len(asked) == len({one.query for one in asked}) == 150
    assert all(one.grades and set(one.grades.values()) <= {1, 2, 3} for one in asked)
    assert {address for one in asked for address in one.grades} <= addresses


def test_the_figure_is_of_the_order_and_not_of_what_is_found():
    grades = {"/a/": 3, "/b/": 1}
    assert judged.ndcg(grades, ["/a/", "/b/"]) == 1
    assert 0 < judged.ndcg(grades, ["/x/", "/b/", "/a/"]) < judged.ndcg(grades, ["/b/", "/a/"]) < 1
    assert judged.ndcg(grades, ["/x/"]) == 0
