"""Who may see and change the registers of the agency: the one place that says so (decision 3).

Two things are needed: the Django permission of the action, given to a group, and to answer for the site of
the row. An account answers for the sites its groups have page permissions on, and for that of its own unit.
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import AnonymousUser
from django.db.models import Model, Q, QuerySet
from wagtail.models import GroupPagePermission, Site

from agency.models import User

Account = User | AnonymousUser


def sites_of(user: Account) -> list[Site]:
    """The sites `user` answers for; asked of the database once for each user object."""
    return _scope(user)[0]


def answers_for_all(user: Account) -> bool:
    """Whether `user` answers for every site, as is needed for rows that hold for all."""
    return _scope(user)[1]


def _scope(user: Account) -> tuple[list[Site], bool]:
    known = vars(user)
    if "_agency_scope" not in known:
        sites = list(Site.objects.select_related("root_page").order_by("-is_default_site", "pk"))
        mine = sites if user.is_superuser else _among(sites, user)
        known["_agency_scope"] = mine, len(mine) == len(sites)
    return known["_agency_scope"]


def _among(sites: list[Site], user: Account) -> list[Site]:
    granted = set(
        GroupPagePermission.objects.filter(group__user=user).values_list("page__path", flat=True).distinct()
    )
    own = set(Site.objects.filter(units__people__user=user).values_list("pk", flat=True))
    return [site for site in sites if site.pk in own or _reaches(granted, site.root_page.path)]


def _reaches(granted: set[str], root: str) -> bool:
    """Whether a page permission stands on the site's root page, above it or below it."""
    return any(root.startswith(path) or path.startswith(root) for path in granted)


def may(user: Account, action: str, model: type[Model]) -> bool:
    """Whether `user` has the permission "view", "add", "change" or "delete" on the register of `model`."""
    options = model._meta
    return user.has_perm(f"{options.app_label}.{get_permission_codename(action, options)}")


def may_list(user: Account, model: type[Model]) -> bool:
    """Whether `user` may open the register: any permission on it will do."""
    return any(may(user, action, model) for action in ("view", "add", "change", "delete"))


def may_see(user: Account, row: Model) -> bool:
    """Whether `user` may read `row` in its register."""
    return may_list(user, type(row)) and (site_of(row) is None or site_of(row) in sites_of(user))


def may_do(user: Account, action: str, row: Model) -> bool:
    """Whether `user` may "change" or "delete" `row`."""
    return may(user, action, type(row)) and _answers(user, row)


def _answers(user: Account, row: Model) -> bool:
    site = site_of(row)
    if site is None:
        return getattr(row, "open_without_site", False) or answers_for_all(user)
    return site in sites_of(user)


def site_of(row: Any) -> Site | None:
    """The site `row` belongs to by its model's `site_path`; None when it belongs to no single site."""
    value = row
    for name in row.site_path.split("__"):
        value = getattr(value, name, None) if value else None
    return value


def visible(user: Account, rows: QuerySet) -> QuerySet:
    """The rows of the sites `user` answers for, and those of no single site."""
    path = rows.model.site_path
    return rows.filter(Q(**{f"{path}__in": sites_of(user)}) | Q(**{f"{path}__isnull": True}))
