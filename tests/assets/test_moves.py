"""Moving a file survives failures, crashes and two workers at once."""

import os
import time
from datetime import timedelta
from functools import partial
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from assets import leftovers, moves, usage
from assets.models import CustomImage, FileMove, FileUse
from assets.storage import PortalStorage
from tests.assets.owners import lies_in, readable
from tests.builders import make_holding, make_image, make_media, make_person
from tests.writers import at_once

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def run_jobs(monkeypatch):
    """Runs what is queued on commit at once: inside a test nothing is ever committed."""
    monkeypatch.setattr(transaction, "on_commit", lambda work, **kwargs: work())


@pytest.fixture
def broken(monkeypatch):
    """A storage that fails until `broken.clear()`."""
    failing = {"copy"}
    copy = PortalStorage.copy_to_twin

    def fail(storage, name):
        if failing:
            raise OSError("disk full")
        return copy(storage, name)

    monkeypatch.setattr(PortalStorage, "copy_to_twin", fail)
    return failing


def owner_of(image):
    person = make_person(portrait=image)
    usage.record(person, public=True)
    return person


def repair(*options: str) -> str:
    output = StringIO()
    call_command("repair_files", *options, stdout=output, stderr=output)
    return output.getvalue()


def test_a_failed_move_is_noted_and_shows_nothing_wrong_to_visitors(broken):
    image = make_image()
    owner_of(image)
    move = FileMove.objects.get()
    assert (move.attempts, move.last_error) == (1, "OSError: disk full")
    assert move.next_attempt > timezone.now()
    assert lies_in(image) == {"private"}
    assert readable(image) >= {image.file.url}


def test_a_failed_move_is_tried_again_when_due(broken):
    image = make_image()
    owner_of(image)
    repair("--due")
    assert FileMove.objects.get().attempts == 1, "not due yet"
    FileMove.objects.update(next_attempt=timezone.now() - timedelta(seconds=1))
    repair("--due")
    assert FileMove.objects.get().attempts == 2
    broken.clear()
    FileMove.objects.update(next_attempt=timezone.now() - timedelta(seconds=1))
    repair("--due")
    assert not FileMove.objects.exists()
    assert lies_in(image) == {"public"}


def test_pauses_grow_up_to_a_limit(broken):
    owner_of(make_image())
    waits = []
    for attempts in (0, 1, 5, 40):
        FileMove.objects.update(attempts=attempts)
        moves.attempt(FileMove.objects.get())
        waits.append(FileMove.objects.get().next_attempt - timezone.now())
    assert waits == sorted(waits)
    assert waits[0] < timedelta(minutes=2) and waits[-1] <= timedelta(hours=6)


def test_a_failure_half_way_leaves_no_public_copy(monkeypatch):
    image = make_image()
    copy = PortalStorage.copy_to_twin

    def fail_at_renditions(storage, name):
        if "/images/" in name:
            raise OSError("connection lost")
        return copy(storage, name)

    monkeypatch.setattr(PortalStorage, "copy_to_twin", fail_at_renditions)
    owner_of(image)
    assert lies_in(image) == {"private"}


def test_a_crash_after_the_move_leaves_no_public_copy_for_long(monkeypatch, media_root):
    image = make_image()
    person = owner_of(image)
    with monkeypatch.context() as patch:
        patch.setattr(PortalStorage, "drop_twin", lambda *args: (_ for _ in ()).throw(OSError("lost")))
        usage.record(person, public=False)
        assert lies_in(image) == {"public", "private"}
        assert FileMove.objects.get().attempts == 1
    repair()
    assert lies_in(image) == {"private"}


def test_a_move_asked_for_while_another_runs_is_not_lost(monkeypatch):
    image = make_image()
    person = make_person(portrait=image)
    carry_out = moves.carry_out

    def withdraw_meanwhile(row):
        monkeypatch.setattr(moves, "carry_out", carry_out)
        carry_out(row)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(transaction, "on_commit", lambda work, **kwargs: None)
            usage.record(person, public=False)

    monkeypatch.setattr(moves, "carry_out", withdraw_meanwhile)
    usage.record(person, public=True)
    assert FileMove.objects.exists()
    repair()
    assert lies_in(image) == {"private"}


def test_repair_says_what_it_would_do_and_does_nothing():
    image = make_image()
    make_holding(person=make_person(portrait=image))
    CustomImage.objects.update(is_public=False)
    said = repair("--dry-run")
    assert "files with a wrong right: 1" in said
    image.refresh_from_db()
    assert not image.is_public
    repair()
    image.refresh_from_db()
    assert image.is_public


def test_repair_forgets_owners_that_vanished():
    image = make_image()
    person = owner_of(image)
    type(person).objects.filter(pk=person.pk)._raw_delete("default")
    repair()
    assert not FileUse.objects.exists()
    assert lies_in(image) == {"private"}


def test_repair_asks_again_what_depends_on_the_day():
    image = make_image()
    holding = make_holding(person=make_person(portrait=image))
    assert lies_in(image) == {"public"}
    type(holding).objects.update(valid_to=timezone.localdate() - timedelta(days=1))
    repair()
    assert lies_in(image) == {"private"}


def forgotten(media_root: Path, name: str, days: int) -> Path:
    path = media_root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x")
    moment = (timezone.now() - timedelta(days=days)).timestamp()
    os.utime(path, (moment, moment))
    return path


def test_repair_removes_what_nobody_owns_but_nothing_young_or_strange(media_root):
    image = make_image()
    old = forgotten(media_root, "public/images/cu.webp", days=2)
    kept = [
        forgotten(media_root, "public/images/moi.webp", days=0),
        forgotten(media_root, "private/khac/don.pdf", days=9),
    ]
    assert "public/images/cu.webp" in repair("--dry-run")
    assert old.exists()
    repair()
    assert not old.exists()
    assert all(path.exists() for path in kept)
    assert lies_in(image) == {"private"}


def test_a_file_in_use_is_never_swept_away():
    media = make_media()
    assert not leftovers.remove(media.file.name)
    assert lies_in(media) == {"private"}


@pytest.mark.two_writers
def test_two_pages_published_and_withdrawn_at_once_agree_on_the_file(monkeypatch):
    """One owner goes public while the other leaves: the file must end public."""
    monkeypatch.undo()
    image = make_image()
    leaving, coming = make_person(portrait=image), make_person(portrait=image)
    usage.record(leaving, public=True)
    settle = usage.settle

    def settle_slowly(files):
        time.sleep(0.3)
        settle(files)

    monkeypatch.setattr(usage, "settle", settle_slowly)

    at_once(partial(usage.record, leaving, public=False), partial(usage.record, coming, public=True))
    assert lies_in(image) == {"public"}
    image.refresh_from_db()
    assert image.is_public
