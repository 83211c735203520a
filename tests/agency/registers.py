"""The registers as the tests of them reach for them: addresses, clerks, forms."""

from django.contrib.auth.models import Group, Permission
from django.test import Client
from wagtail.models import GroupPagePermission

from agency.models import CalendarDay, Holding, Person, Post, Unit
from tests import builders

PATHS = {
    Unit: "don-vi",
    Person: "can-bo",
    Post: "chuc-vu",
    Holding: "giu-chuc-vu",
    CalendarDay: "lich-lam-viec",
}
MODELS = list(PATHS)
ALL = [f"agency.{act}_{model._meta.model_name}" for act in ("add", "change", "delete") for model in MODELS]


def address(model, action="", row=None):
    parts = [PATHS[model], action, str(row.pk) if row else ""]
    return "/quan-tri/to-chuc/" + "/".join(part for part in parts if part) + "/"


def clerk(site, permissions=ALL, name=""):
    """An account with `permissions` whose group works on the pages of `site`."""
    user = builders.make_user(name, permissions=["wagtailadmin.access_admin", *permissions])
    group = Group.objects.create(name=f"Biên tập {user.username}")
    change = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    GroupPagePermission.objects.create(group=group, page=site.root_page, permission=change)
    user.groups.add(group)
    return user


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def unit_form(site, **changes):
    empty = "null"
    form = {"name": "Phòng Kinh tế", "site": site.pk, "kind": "phong", "sort_order": 1, "functions": empty}
    return {**form, **changes}


def holding_form(person, post, **changes):
    return {"person": person.pk, "post": post.pk, "duties": "null", **changes}


def post_form(unit, **changes):
    return {"name": "Phó Chánh Văn phòng", "unit": unit.pk, "rank": 3, **changes}
