"""What the editorial board adds to Wagtail's admin."""

from wagtail import hooks

from editorial.choosers import person_chooser


@hooks.register("register_admin_viewset")
def choosers() -> list:
    return [person_chooser]
