"""Who may read a private file, and the views that ask (decision 17)."""

from __future__ import annotations

import mimetypes
import posixpath

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.exceptions import SuspiciousOperation
from django.core.files.storage import Storage, default_storage, storages
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_safe
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import policy_registry
from wagtail.users.models import UserProfile

from assets.models import FileKind, Rendition, Stored
from assets.storage import PRIVATE, PUBLIC, is_public

User = AbstractBaseUser | AnonymousUser
ACTIONS = ["choose", "change", "delete"]
PAGES_ASKED = 50


def may_read(user: User, file: Stored) -> bool:
    """Whether `user` may read the file: anybody a public one."""
    if file.is_public:
        return True
    if not (user.is_authenticated and user.is_active and user.has_perm("wagtailadmin.access_admin")):
        return False
    policy = policy_registry.get_by_type(type(file))
    return policy.user_has_any_permission_for_instance(user, ACTIONS, file) or edits_a_user_of(user, file)


def edits_a_user_of(user: User, file: Stored) -> bool:
    """Whether `user` may edit one of the pages that refer to the file."""
    sources = ReferenceIndex.get_references_to(file).filter(base_content_type__model="page")
    ids = [int(pk) for pk in sources.values_list("object_id", flat=True).distinct()[:PAGES_ASKED]]
    pages = Page.objects.filter(pk__in=ids).specific()
    return any(page.permissions_for_user(user).can_edit() for page in pages)


def owner_and_name(rest: str) -> tuple[Stored | None, str] | None:
    """The file a stored name belongs to and the name as it is now; no file for an account's picture."""
    either = [f"{PRIVATE}/{rest}", f"{PUBLIC}/{rest}"]
    for kind in FileKind:
        for field in kind.model.file_fields:
            if row := kind.model.objects.filter(**{f"{field}__in": either}).first():
                return row, getattr(row, field).name
    if rendition := Rendition.objects.select_related("image").filter(file__in=either).first():
        return rendition.image, rendition.file.name
    avatar = UserProfile.objects.filter(avatar__in=either).first()
    return (None, avatar.avatar.name) if avatar else None


@require_safe
def checked_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """Sends a private file to those who may read it, everybody else to a 404 that tells nothing."""
    found = owner_and_name(name)
    if found is None:
        raise Http404
    file, stored = found
    allowed = may_read(request.user, file) if file else request.user.has_perm("wagtailadmin.access_admin")
    if not allowed:
        raise Http404
    if is_public(stored):
        return redirect(default_storage.url(stored))
    response = send(default_storage, stored)
    response["Cache-Control"] = "private, no-store"
    return response


@require_safe
def public_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """Sends a public file where no web server does it; reaches the public root only."""
    return send(storages[PUBLIC], name)


def send(storage: Storage, name: str) -> FileResponse:
    """The file as a response that no browser runs or guesses at."""
    try:
        content = storage.open(name)
    except (OSError, ValueError, SuspiciousOperation) as error:
        raise Http404 from error
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    response = FileResponse(content, content_type=kind, filename=posixpath.basename(name))
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'"
    return response
