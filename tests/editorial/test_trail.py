"""The trail: every deed leaves an entry that says who, when, from where and in which version."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from editorial.chain import actions
from editorial.chain.refusals import PublicationRefused
from editorial.guard import granted
from editorial.models import Decision, Delegation, StageTaskState
from editorial.models.decisions import Action, Channel
from editorial.trail import shortened
from news.models import ArticlePage
from tests import builders

pytestmark = pytest.mark.django_db
PAGES = "wagtailadmin_pages"


def told(page_id):
    return [entry.action for entry in Decision.objects.on(page_id)]


def last(**wanted):
    return Decision.objects.filter(**wanted).order_by("pk").last()


def post(world, role, name, *things, **data):
    url = reverse(f"{PAGES}:{name}", args=[world.key(thing) for thing in things])
    return world.clients[role].post(url, data, REMOTE_ADDR="203.0.113.77")


def delete(world):
    post(world, "quantri", "delete", "live")


def move(world):
    post(world, "quantri", "move_confirm", "live", "third_section")


def unpublish(world):
    post(world, "quantri", "unpublish", "live")


def lock(world):
    post(world, "quantri", "lock", "live")


def unlock(world):
    lock(world)
    post(world, "quantri", "unlock", "live")


def keep_from_public(world):
    post(world, "quantri", "set_privacy", "live", restriction_type="login")


def open_to_public(world):
    keep_from_public(world)
    post(world, "quantri", "set_privacy", "live", restriction_type="none")


def delete_in_bulk(world):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    world.clients["quantri"].post(f"{url}?id={world.key('live')}", REMOTE_ADDR="203.0.113.77")


DEEDS = [
    (delete, Action.DELETED),
    (delete_in_bulk, Action.DELETED),
    (move, Action.MOVED),
    (unpublish, Action.UNPUBLISHED),
    (lock, Action.LOCKED),
    (unlock, Action.UNLOCKED),
    (keep_from_public, Action.PRIVACY),
    (open_to_public, Action.OPENED),
]


@pytest.mark.parametrize(("deed", "action"), DEEDS, ids=lambda one: getattr(one, "__name__", str(one)))
def test_a_deed_says_who_when_from_where_and_in_which_version(world, deed, action):
    page = world.things["live"]
    before = timezone.now()
    deed(world)
    entry = Decision.objects.on(page.pk).last()
    assert entry.action == action
    assert (entry.user_id, entry.person_name) == (world.users["quantri"].pk, "Người quantri")
    assert (entry.title, entry.unit_name) == ("Xã khởi công cầu", world.things["unit"].name)
    assert entry.origin == "203.0.113.0/24" and entry.channel == Channel.ADMIN
    assert len(entry.digest) == 64 and entry.at >= before


def test_a_move_says_from_where_to_where(world):
    move(world)
    assert last(action=Action.MOVED).comment == "Tin tức – Sự kiện → Văn hóa – Xã hội"


def test_copies_and_aliases_are_told(world):
    live, user = world.things["live"], world.users["quantri"]
    copy = live.copy(update_attrs={"slug": "ban-sao"}, keep_live=False, user=user)
    assert Action.COPIED in told(copy.pk)
    assert told(world.key("alias")) == [Action.ALIASED]
    post(world, "quantri", "convert_alias", "alias")
    assert Action.UNALIASED in told(world.key("alias"))


def test_what_runs_by_itself_says_so(world):
    Page.objects.filter(pk=world.key("live")).update(expire_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled")
    entry = last(page=world.key("live"))
    assert (entry.action, entry.channel, entry.user_id) == (Action.UNPUBLISHED, Channel.COMMAND, None)


def test_deleting_a_section_tells_of_every_page_in_it(world):
    section = world.things["third_section"]
    inside = builders.make_article("Tin trong mục", parent=section)
    section.delete(user=world.users["quantri"])
    for pk in (section.pk, inside.pk):
        entry = Decision.objects.on(pk).last()
        assert (entry.action, entry.person_name) == (Action.DELETED, "Người quantri")


def test_a_text_taken_back_is_told(world):
    world.things["workflow_state"].cancel(user=world.users["congtacvien"])
    assert told(world.key("submitted"))[-2:] == [Action.SUBMITTED, Action.CANCELLED]


def test_a_change_says_the_version_before_and_after(world):
    page, user = ArticlePage.objects.get(pk=world.key("draft")), world.users["congtacvien"]
    page.title = "Dự thảo sửa lần một"
    first = page.save_revision(user=user)
    page.title = "Dự thảo sửa lần hai"
    second = page.save_revision(user=user)
    one, two = Decision.objects.on(page.pk).filter(action=Action.EDITED)
    assert (one.revision, two.revision) == (first.pk, second.pk)
    assert two.data["before"] == one.digest != two.digest


def test_a_draft_that_saves_itself_is_one_sitting_and_no_version_is_missing(world):
    page, user = ArticlePage.objects.get(pk=world.key("draft")), world.users["congtacvien"]
    revision = None
    for number in range(4):
        page.title = f"Dự thảo {number}"
        revision = page.save_revision(user=user, overwrite_revision=revision)
    entries = Decision.objects.on(page.pk).filter(action=Action.EDITED)
    assert entries.count() == 1
    page.title = "Dự thảo của người khác sửa"
    page.save_revision(user=world.users["bientap"])
    now = entries.last()
    assert now.data["before"] not in {"", entries.first().digest}


def test_saving_without_a_change_is_no_deed(world):
    page = ArticlePage.objects.get(pk=world.key("draft"))
    before = told(page.pk)
    page.save_revision(user=world.users["congtacvien"])
    assert told(page.pk) == before


SHOWN = [
    (f"{PAGES}:edit", "draft"),
    (f"{PAGES}:view_draft", "draft"),
    (f"{PAGES}:revisions_view", "draft", "draft_revision"),
    (f"{PAGES}:revisions_revert", "draft", "draft_revision"),
    (f"{PAGES}:revisions_compare", "draft", "earliest", "latest"),
]


@pytest.mark.parametrize("address", SHOWN, ids=lambda address: address[0])
def test_reading_a_restricted_draft_is_told_once_a_sitting(world, address):
    ArticlePage.objects.filter(pk=world.key("draft")).update(restricted=True)
    url = reverse(address[0], args=[world.key(thing) for thing in address[1:]])
    for _again in range(2):
        assert world.clients["congtacvien"].get(url).status_code == 200
    entry = Decision.objects.get(page=world.key("draft"), action=Action.VIEWED)
    assert (entry.person_name, entry.revision) == ("Người congtacvien", world.key("draft_revision"))


@pytest.mark.parametrize("name", ["editorial_decide", "editorial_decide_text"])
def test_reading_a_restricted_draft_at_its_stage_is_told(world, name):
    ArticlePage.objects.filter(pk=world.key("submitted")).update(restricted=True)
    world.clients["truongphong"].get(reverse(name, args=[world.key("state")]))
    entry = Decision.objects.get(page=world.key("submitted"), action=Action.VIEWED)
    assert entry.person_name == "Người truongphong" and entry.post_name


def test_who_is_refused_has_read_nothing_and_open_drafts_are_not_watched(world):
    url = reverse(f"{PAGES}:edit", args=[world.key("draft")])
    world.clients["congtacvien"].get(url)
    ArticlePage.objects.filter(pk=world.key("draft")).update(restricted=True)
    world.clients["xuatban"].get(url)
    assert not Decision.objects.filter(action=Action.VIEWED).exists()


def test_a_delegation_is_told_when_made_changed_and_ended(world):
    giver, receiver = world.users["truongphong"].person, world.users["bientap"].person
    today = timezone.localdate()
    before = set(Decision.objects.values_list("pk", flat=True))
    delegation = Delegation.objects.create(
        giver=giver, receiver=receiver, valid_from=today, valid_to=today + timedelta(days=3), basis="12/UQ"
    )
    delegation.save()
    delegation.valid_to = today + timedelta(days=5)
    delegation.save()
    delegation.delete()
    entries = Decision.objects.exclude(pk__in=before).order_by("pk")
    assert [entry.action for entry in entries] == [
        Action.DELEGATED,
        Action.DELEGATION_CHANGED,
        Action.DELEGATION_ENDED,
    ]
    first = entries[0]
    assert (first.for_name, first.reason) == ("Người truongphong", "12/UQ")
    assert first.title == "Người truongphong → Người bientap" and f"{today:%d/%m/%Y}" in first.comment


def test_a_network_is_kept_not_an_address():
    assert shortened("203.0.113.77") == "203.0.113.0/24"
    assert shortened("2001:db8:1:2::7") == "2001:db8:1::/48"
    assert shortened("unix:") == ""


def test_a_publication_is_told_once(world):
    assert told(world.key("live")).count(Action.PUBLISHED) == 1
    state = world.things["state"]
    for role in ("truongphong", "kiemduyet", "truongban"):
        state = StageTaskState.objects.open().get(page=world.key("submitted"))
        actions.decide(state, world.users[role], "approve")
    assert told(world.key("submitted")).count(Action.PUBLISHED) == 1


def test_wagtails_own_schedule_grants_nothing_that_a_chain_binds(world):
    page = ArticlePage.objects.get(pk=world.key("draft"))
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish(user=world.users["quantri"], skip_permission_checks=True)
    assert Action.SCHEDULED not in told(page.pk) and granted(page.pk) == ""


def test_what_was_unpublished_needs_the_chain_again(world):
    unpublish(world)
    assert granted(world.key("live")) == ""
    page = ArticlePage.objects.get(pk=world.key("live"))
    with pytest.raises(PublicationRefused):
        page.get_latest_revision().publish(skip_permission_checks=True)
