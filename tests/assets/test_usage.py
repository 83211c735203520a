"""A file is public exactly while a public owner uses it."""

from datetime import date

import pytest

from assets import usage
from assets.models import FileMove, FileUse
from tests.builders import make_holding, make_image, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def run_jobs(django_capture_on_commit_callbacks):
    """Runs what is queued on commit, as a request outside a test would."""
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        yield callbacks


def public(file) -> bool:
    file.refresh_from_db()
    return file.is_public


def test_an_upload_is_private():
    image = make_image()
    assert not image.is_public
    assert image.file.name.startswith("private/")


def test_a_used_file_is_public_until_its_last_use_ends():
    image = make_image()
    first, second = make_person(portrait=image), make_person(portrait=image)
    usage.record(first, public=True)
    usage.record(second, public=True)
    usage.record(first, public=False)
    assert public(image)
    usage.record(second, public=False)
    assert not public(image)
    assert not FileUse.objects.exists()


def test_recording_twice_changes_nothing(django_assert_num_queries):
    person = make_person(portrait=make_image())
    usage.record(person, public=True)
    with django_assert_num_queries(1):
        usage.record(person, public=True)


def test_another_file_takes_the_place_of_the_first():
    first, second = make_image(), make_image()
    person = make_person(portrait=first)
    usage.record(person, public=True)
    person.portrait = second
    usage.record(person, public=True)
    assert (public(first), public(second)) == (False, True)


def test_forgetting_an_owner_makes_its_files_private():
    image = make_image()
    person = make_person(portrait=image)
    usage.record(person, public=True)
    usage.forget(type(person), [person.pk])
    assert not public(image)


def test_a_portrait_is_public_while_its_person_holds_a_post():
    image = make_image()
    holding = make_holding(person=make_person(portrait=image))
    assert public(image)
    holding.valid_to = date(2020, 1, 1)
    holding.save()
    assert not public(image)


def test_deleting_the_owner_or_the_file_leaves_no_rows():
    image, other = make_image(), make_image()
    person = make_person(portrait=image)
    make_holding(person=make_person(portrait=other))
    usage.record(person, public=True)
    person.delete()
    assert not public(image)
    other.delete()
    assert not FileUse.objects.exists()
    assert not FileMove.objects.filter(file_id=other.pk).exists()
