"""Wagtail's rights by collection, and the rule that a file is hidden with the drafts that use it."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy
from wagtail.permissions import register_permission_policy

from assets import drafts
from assets.models import FileKind, Stored

RIGHTS_OF = {
    FileKind.IMAGE: "wagtailimages.Image",
    FileKind.DOCUMENT: "wagtaildocs.Document",
    FileKind.MEDIA: "wagtailmedia.Media",
}


class FilePolicy(CollectionOwnershipPermissionPolicy):
    """Lists, choosers, forms, searches and the serving of files ask it."""

    def __init__(self, kind: FileKind) -> None:
        super().__init__(kind.model, auth_model=RIGHTS_OF[kind], owner_field_name="uploaded_by_user")
        self.kind = kind

    def instances_user_has_any_permission_for(self, user: Any, actions: Any) -> QuerySet:
        return drafts.shown_to(user, super().instances_user_has_any_permission_for(user, actions), self.kind)

    def user_has_any_permission_for_instance(self, user: Any, actions: Any, instance: Stored) -> bool:
        has_right = super().user_has_any_permission_for_instance(user, actions, instance)
        return has_right and drafts.may_see(user, instance)


def register() -> None:
    """For the exact models, so that Wagtail's own, registered later, do not take their place."""
    for kind in FileKind:
        register_permission_policy(kind.model, FilePolicy(kind), exact_class=True)
