"""Who we are: accounts, persons, units, posts and who holds them, and the calendar (decision 4)."""

from agency.models.calendar import CalendarDay
from agency.models.dated import Dated, DatedQuerySet
from agency.models.hours import WorkingHours
from agency.models.people import Person, User
from agency.models.posts import Holding, Post
from agency.models.units import Unit, UnitKind

__all__ = [
    "CalendarDay",
    "Dated",
    "DatedQuerySet",
    "Holding",
    "Person",
    "Post",
    "Unit",
    "UnitKind",
    "User",
    "WorkingHours",
]
