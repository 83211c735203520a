"""Terms in working hours: over lunch, nights, Tết and the days the Government moves, by each site's hours."""

from datetime import date, datetime, time

import pytest
from django.urls import reverse

from agency import working_hours
from agency.models import CalendarDay, WorkingHours
from tests import builders

pytestmark = pytest.mark.django_db


def at(*moment):
    return datetime(*moment, tzinfo=working_hours.ZONE)


@pytest.mark.parametrize(
    ("begin", "hours", "end"),
    [
        (at(2026, 11, 17, 8, 0), 1, at(2026, 11, 17, 9, 0)),
        (at(2026, 11, 17, 11, 0), 1, at(2026, 11, 17, 13, 30)),
        (at(2026, 11, 17, 12, 10), 1, at(2026, 11, 17, 14, 0)),
        (at(2026, 11, 17, 22, 0), 4, at(2026, 11, 18, 11, 30)),
        (at(2026, 11, 27, 16, 0), 2, at(2026, 11, 30, 8, 30)),
        (at(2027, 2, 3, 16, 0), 2, at(2027, 2, 11, 8, 30)),
    ],
    ids=["in the morning", "over lunch", "from lunch", "from the night", "over the week-end", "over Tết"],
)
def test_only_hours_worked_are_counted(begin, hours, end):
    assert working_hours.add(begin, hours) == end
    assert working_hours.add(working_hours.subtract(end, hours), hours) == end


def test_a_day_worked_in_exchange_counts_and_a_day_off_does_not():
    CalendarDay.objects.create(date=date(2026, 12, 31), kind=CalendarDay.Kind.OFF, reason="Hoán đổi")
    CalendarDay.objects.create(date=date(2027, 1, 2), kind=CalendarDay.Kind.WORK, reason="Làm bù")
    assert working_hours.add(at(2026, 12, 30, 16, 0), 2) == at(2027, 1, 2, 8, 30)


def test_each_site_works_by_its_own_hours():
    site, other = builders.make_site(), builders.make_site(hostname="so.example.vn")
    WorkingHours.objects.create(site=site, morning_from=time(7), afternoon_from=time(13, 30))
    begin = at(2026, 11, 17, 11, 0)
    assert working_hours.add(begin, 1, site=site) == at(2026, 11, 17, 14, 0)
    assert working_hours.add(begin, 1, site=other) == working_hours.add(begin, 1) == at(2026, 11, 17, 13, 30)


def form(**given):
    hours = {
        "morning_from": "07:00",
        "morning_to": "11:00",
        "afternoon_from": "13:30",
        "afternoon_to": "17:30",
    }
    return hours | given


def test_an_administrator_sets_them_and_the_next_term_follows(world):
    url = reverse("wagtailsettings:edit", args=["agency", "workinghours", world.site.pk])
    assert world.clients["quantri"].post(url, form()).status_code == 302
    assert working_hours.add(at(2026, 11, 17, 10, 30), 1, site=world.site) == at(2026, 11, 17, 14, 0)


def test_hours_in_disorder_are_refused_and_kept_in_the_form(world):
    url = reverse("wagtailsettings:edit", args=["agency", "workinghours", world.site.pk])
    answer = world.clients["quantri"].post(url, form(morning_to="14:00")).content.decode()
    assert "theo thứ tự trong ngày" in answer and "14:00" in answer
    assert not WorkingHours.objects.filter(morning_to=time(14)).exists()
