"""The calendar: public holidays, days in lieu, and the register that overrides them."""

from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from agency.models import CalendarDay
from agency.working_days import (
    WorkingDays,
    add_working_days,
    calendar,
    is_working_day,
    public_holidays,
    working_days_between,
)
from tests import builders

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]

OFF, WORK = CalendarDay.Kind.OFF, CalendarDay.Kind.WORK


def days_off(first: date, last: date) -> list[int]:
    """Days of the month not worked."""
    span = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [day.day for day in span if not is_working_day(day)]


def special(day: date, kind: str, **fields) -> CalendarDay:
    return CalendarDay.objects.create(date=day, kind=kind, reason="Hoán đổi ngày làm việc", **fields)


def test_tet_2026_is_off_from_saturday_to_the_sunday_after():
    assert days_off(date(2026, 2, 13), date(2026, 2, 23)) == [14, 15, 16, 17, 18, 19, 20, 21, 22]


def test_tet_2027_gives_days_in_lieu_of_the_week_end():
    assert days_off(date(2027, 2, 1), date(2027, 2, 12)) == [4, 5, 6, 7, 8, 9, 10]


def test_the_death_anniversary_of_the_hung_kings_follows_the_moon():
    assert not is_working_day(date(2025, 4, 7))
    assert not is_working_day(date(2026, 4, 27)), "26/04/2026 is a Sunday: Monday in lieu"
    assert not is_working_day(date(2027, 4, 16))


def test_reunification_and_labour_day():
    assert days_off(date(2026, 4, 28), date(2026, 5, 4)) == [30, 1, 2, 3]
    assert days_off(date(2028, 4, 29), date(2028, 5, 3)) == [29, 30, 1, 2]


def test_national_day_is_two_days():
    assert not is_working_day(date(2026, 9, 1))
    assert not is_working_day(date(2026, 9, 2))
    assert is_working_day(date(2026, 9, 3))


def test_days_exchanged_by_the_government_are_known():
    assert is_working_day(date(2026, 8, 22)), "a Saturday worked"
    assert not is_working_day(date(2026, 8, 31)), "the Monday given for it"


def test_years_end():
    assert add_working_days(date(2026, 12, 31), 1) == date(2027, 1, 4)
    assert add_working_days(date(2027, 1, 4), -1) == date(2026, 12, 31)
    assert working_days_between(date(2027, 12, 30), date(2028, 1, 4)) == 2


def test_holidays_are_known_for_years_to_come():
    assert all(len(public_holidays(year)) >= 12 for year in range(2026, 2046))
    assert public_holidays(2026)[date(2026, 2, 17)] == "Tết Nguyên Đán"


def test_the_register_moves_a_working_day():
    special(date(2027, 3, 12), OFF)
    special(date(2027, 3, 13), WORK)
    assert not is_working_day(date(2027, 3, 12))
    assert is_working_day(date(2027, 3, 13))
    assert add_working_days(date(2027, 3, 11), 1) == date(2027, 3, 13)


def test_the_register_can_call_back_a_public_holiday():
    special(date(2027, 2, 4), WORK)
    assert is_working_day(date(2027, 2, 4))


def test_a_day_of_one_site_leaves_the_others_alone():
    site, other = builders.make_site(), builders.make_site(hostname="b.example.vn")
    special(date(2027, 3, 12), OFF, site=site)
    assert not is_working_day(date(2027, 3, 12), site=site)
    assert is_working_day(date(2027, 3, 12), site=other)
    assert is_working_day(date(2027, 3, 12))


def test_the_day_of_a_site_wins_over_the_day_of_all():
    site = builders.make_site()
    special(date(2027, 3, 12), WORK, site=site)
    special(date(2027, 3, 12), OFF)
    assert is_working_day(date(2027, 3, 12), site=site)
    assert not is_working_day(date(2027, 3, 12))


def test_fifteen_working_days_from_a_question_received_before_tet():
    assert add_working_days(date(2026, 2, 10), 15) == date(2026, 3, 10)


def test_no_days_means_today_or_the_next_working_day():
    assert add_working_days(date(2026, 11, 23), 0) == date(2026, 11, 23)
    assert add_working_days(date(2026, 11, 21), 0) == date(2026, 11, 23)


@pytest.mark.parametrize("n", [-40, -5, -1, 1, 5, 40, 260])
def test_adding_and_counting_agree(n):
    start = date(2026, 12, 28)
    assert working_days_between(start, add_working_days(start, n)) == n


def test_an_absurd_distance_is_refused():
    with pytest.raises(ValueError, match="farther"):
        add_working_days(date(2026, 1, 1), 10**9)


@contextmanager
def a_request():
    """What the handler does around a view, without closing the connection of the test."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    request_started.send(sender=None, environ={})
    try:
        yield
    finally:
        request_finished.send(sender=None)
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)


def test_a_request_reads_the_register_once(django_assert_num_queries):
    with a_request():
        with django_assert_num_queries(1):
            for n in range(50):
                is_working_day(date(2026, 1, 1) + timedelta(days=n))
        special(date(2027, 3, 12), OFF)
        assert not is_working_day(date(2027, 3, 12)), "a change is seen at once"
    assert calendar() is not calendar(), "nothing is kept outside a request"


def test_a_calendar_in_hand_needs_no_query(django_assert_num_queries):
    days = WorkingDays(builders.make_site())
    with django_assert_num_queries(0):
        assert days.between(date(2026, 1, 1), date(2026, 12, 31)) > 240
