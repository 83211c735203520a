"""Every role at every address: what the matrix says is what happens, and what is refused changes nothing."""

from contextlib import nullcontext

import pytest
from wagtail.models import Page, get_page_models

from editorial.models import EditorialPage
from news.models import ArticlePage
from tests import access
from tests.access import chain, doors, neighbours, page_kinds, pages, registers, wrong
from tests.world import ROLES, VISITOR

pytestmark = pytest.mark.django_db
EVERYBODY = (*ROLES, *sorted(neighbours.NEIGHBOURS))
DRAWN = (VISITOR, "quantri")  # who sees least and most
ABSTRACT = {Page, EditorialPage}


@pytest.mark.parametrize("role", ROLES)
def test_a_role_reaches_what_the_matrix_says_and_nothing_else(role, world):
    with nullcontext() if role in DRAWN else doors.light():
        found = wrong(access.MATRIX, world, [role])
    assert not found, "\n".join(found)


@pytest.mark.parametrize("model", page_kinds.KINDS, ids=lambda model: model.__name__)
def test_pages_of_a_type_are_open_to_whom_the_matrix_says_and_nobody_else(model, world):
    page_kinds.put_in(world, model)
    found = doors.wrong(pages.rows(model), world, EVERYBODY)
    with doors.light():
        found += [fault for row, roles in pages.deeds(model) for fault in wrong([row], world, roles)]
    assert not found, "\n".join(found)


def test_pages_in_the_chain_are_in_the_hands_of_their_holder(world):
    chain.put_in(world)
    found = doors.wrong([row for row in chain.rows() if not row.told], world, EVERYBODY)
    with doors.light():
        found += [fault for row, roles in chain.deeds() for fault in wrong([row], world, roles)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("prefix", registers.REGISTERS)
def test_a_register_is_kept_by_whom_the_matrix_says_and_nobody_else(prefix, world):
    world.things |= registers.forms(world, prefix)
    with doors.light():
        found = wrong(registers.sending(prefix), world, ROLES)
        world.things["spare"] = registers.spare(world, prefix)
        found += wrong([registers.removing(prefix)], world, ROLES)
    world.things |= neighbours.another_portal(world)
    with doors.light():
        found += wrong(registers.of_another_portal(prefix), world, ROLES)
    assert not found, "\n".join(found)


def test_no_page_type_is_forgotten():
    assert set(page_kinds.KINDS) == set(get_page_models()) - ABSTRACT
    assert not any(model.is_creatable for model in ABSTRACT)


def test_no_register_is_forgotten():
    assert set(registers.REGISTERS) == registers.prefixes()


def test_the_matrix_asks_every_address():
    assert access.unasked([*access.MATRIX, *pages.rows(ArticlePage), *chain.rows()]) == set()


def test_nothing_is_left_out_that_is_not_there():
    names = access.every_name()
    gone = [name for name in access.LEFT_OUT if not any(other.startswith(name) for other in names)]
    assert [name for name in gone if name != "gallery"] == []
