"""A site, a clerk who keeps its registers, and one row of each."""

from datetime import date

import pytest

from agency.models import CalendarDay
from tests import builders
from tests.agency.registers import MODELS, clerk, signed_in


@pytest.fixture
def site():
    return builders.make_site()


@pytest.fixture
def admin(site):
    return signed_in(clerk(site))


@pytest.fixture
def rows(site):
    """One row of each register, on the default site."""
    unit = builders.make_unit("Văn phòng", site=site)
    person = builders.make_person("Đặng Thị Hồng", unit=unit)
    post = builders.make_post("Chánh Văn phòng", unit=unit)
    holding = builders.make_holding(person=person, post=post)
    day = CalendarDay.objects.create(date=date(2027, 3, 12), reason="Hoán đổi", site=site)
    return dict(zip(MODELS, [unit, person, post, holding, day], strict=True))
