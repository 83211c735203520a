"""An administrator arranges stages: nothing goes public, and no page gets lost, by switching one off."""

import pytest
from django.urls import reverse

from editorial.models import Chain, Decision, StageTaskState
from news.models import ArticlePage

pytestmark = pytest.mark.django_db


def disable(world, what, thing):
    url = reverse(f"wagtailadmin_workflows:{what}", args=[world.key(thing)])
    return world.clients["quantri"].post(url, follow=True).content.decode()


def state_of(world):
    return StageTaskState.objects.open().filter(page=world.key("submitted")).first()


def test_a_stage_at_which_a_text_stands_stays(world):
    before = Decision.objects.count()
    assert "đang ở bước" in disable(world, "disable_task", "task")
    world.things["task"].refresh_from_db()
    assert world.things["task"].active and state_of(world).task == world.things["task"]
    assert not ArticlePage.objects.get(pk=world.key("submitted")).live
    assert Decision.objects.count() == before


def test_a_stage_at_which_nothing_stands_can_be_switched_off(world):
    state_of(world).workflow_state.cancel(user=world.users["congtacvien"])
    disable(world, "disable_task", "task")
    world.things["task"].refresh_from_db()
    assert not world.things["task"].active


def test_stages_that_a_section_goes_through_stay(world):
    assert "đi qua các bước này" in disable(world, "disable", "workflow")
    world.things["workflow"].refresh_from_db()
    assert world.things["workflow"].active and state_of(world), "and no text is taken out"
    Chain.objects.update(workflow=None)
    disable(world, "disable", "workflow")
    world.things["workflow"].refresh_from_db()
    assert not world.things["workflow"].active
