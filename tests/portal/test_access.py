"""Every role at every address: what the matrix says is what happens."""

import pytest
from django.db import transaction

from tests import access
from tests.world import ROLES, make_world

pytestmark = pytest.mark.django_db


def said(row, world, role):
    """The answer, with whatever it did undone."""
    mark = transaction.savepoint()
    answer = access.answer(row.ask(world, role))
    transaction.savepoint_rollback(mark)
    return answer


@pytest.mark.parametrize("role", ROLES)
def test_a_role_reaches_what_the_matrix_says_and_nothing_else(role):
    world = make_world()
    answers = {row: said(row, world, role) for row in access.MATRIX}
    wrong = [
        (row.url(world), answer) for row, answer in answers.items() if not access.fits(row, role, answer)
    ]
    assert wrong == []


def test_the_matrix_asks_every_address():
    assert access.unasked() == set()


def test_nothing_is_left_out_that_is_not_there():
    names = access.every_name()
    gone = [name for name in access.LEFT_OUT if not any(other.startswith(name) for other in names)]
    assert [name for name in gone if name != "gallery"] == []
