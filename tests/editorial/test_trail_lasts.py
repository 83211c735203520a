"""No entry of the trail can be changed, and entries outlive what they tell of."""

import pytest
from django.core.management import call_command
from wagtail.models import Page

from editorial.models import Decision, StageTaskState
from editorial.models.decisions import Action, TrailIsAppendOnly
from news.models import ArticlePage

pytestmark = pytest.mark.django_db


def attempts():
    rows = Decision.objects.all
    return {
        "save": lambda: rows()[0].save(),
        "delete": lambda: rows()[0].delete(),
        "update": lambda: rows().update(title="Khác"),
        "update of a filter": lambda: rows().filter(pk__gt=0).order_by("pk").update(title="Khác"),
        "delete in bulk": lambda: rows().delete(),
        "update in bulk": lambda: Decision.objects.bulk_update(list(rows()), ["title"]),
        "base manager": lambda: Decision._base_manager.all().delete(),
        "update or create": lambda: Decision.objects.update_or_create(
            pk=rows()[0].pk, defaults={"title": "Khác"}
        ),
        "conflicts": lambda: Decision.objects.bulk_create(
            [Decision(pk=rows()[0].pk, action="edited", title="Khác")],
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=["title"],
        ),
    }


@pytest.mark.parametrize("attempt", attempts())
def test_no_entry_can_be_changed_or_deleted(world, attempt):
    before = list(Decision.objects.order_by("pk").values())
    with pytest.raises(TrailIsAppendOnly):
        attempts()[attempt]()
    assert list(Decision.objects.order_by("pk").values()) == before


def test_entries_outlive_revision_page_unit_and_account(world):
    page, user = world.things["submitted"], world.users["congtacvien"]
    draft = ArticlePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    StageTaskState.objects.all().delete()
    world.things["workflow_state"].delete()
    draft.title = "Tin chờ duyệt, bản hai"
    draft.save_revision(user=user)
    kept = list(Decision.objects.on(page.pk).values())
    call_command("purge_revisions")
    Page.objects.get(pk=page.pk).delete()
    ArticlePage.objects.filter(owner=user).update(owner=None, unit=None)
    user.person.delete()
    user.delete()
    entries = list(Decision.objects.on(page.pk).values())
    assert entries[: len(kept)] == kept
    assert entries[-1]["action"] == Action.DELETED and kept[0]["person_name"] == "Người congtacvien"
