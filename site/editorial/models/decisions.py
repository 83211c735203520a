"""The trail: what was done to a page, by whom, for whom, when and from where (decision 9, V18)."""

from __future__ import annotations

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class TrailIsAppendOnly(TypeError):
    """Somebody tried to change or delete an entry of the trail."""


class Action(models.TextChoices):
    """What an entry says was done."""

    SUBMITTED = "submitted", _("Sent for approval")
    RESUBMITTED = "resubmitted", _("Sent again")
    TAKEN = "taken", _("Taken at the desk")
    ASSIGNED = "assigned", _("Assigned")
    APPROVED = "approved", pgettext_lazy("trail", "Approved")
    PASSED_ON = "passed-on", _("Corrected and passed on")
    RETURNED = "returned", _("Returned")
    REFUSED = "refused", _("Refused")
    SKIPPED = "skipped", _("Stage left out")
    CANCELLED = "cancelled", _("Taken back")
    EDITED = "edited", _("Text changed")
    VIEWED = "viewed", _("Restricted draft read")
    PREVIEWED = "previewed", _("Preview opened from outside")
    LINKED = "linked", _("Preview link made or revoked")
    CLEARED = "cleared", _("Cleared by a second person")
    DELEGATED = "delegated", pgettext_lazy("trail", "Delegated")
    DELEGATION_CHANGED = "delegation-changed", _("Delegation changed")
    DELEGATION_ENDED = "delegation-ended", _("Delegation ended")
    SCHEDULED = "scheduled", _("Scheduled")
    UNSCHEDULED = "unscheduled", _("Schedule cancelled")
    PUBLISHED = "published", pgettext_lazy("trail", "Published")
    EMERGENCY = "emergency", _("Emergency publication asked for")
    FORCED = "forced", _("Published in an emergency")
    REVIEWED = "reviewed", _("Emergency publication reviewed")
    CORRECTED = "corrected", _("Correction added")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    UNPUBLISHED = "unpublished", pgettext_lazy("trail", "Unpublished")
    MOVED = "moved", pgettext_lazy("trail", "Moved")
    COPIED = "copied", pgettext_lazy("trail", "Copied")
    ALIASED = "aliased", _("Alias made")
    UNALIASED = "unaliased", _("Alias made a page of its own")
    LOCKED = "locked", pgettext_lazy("trail", "Locked")
    UNLOCKED = "unlocked", pgettext_lazy("trail", "Unlocked")
    PRIVACY = "privacy", _("Kept from the public")
    OPENED = "opened", _("Opened to the public")
    DELETED = "deleted", pgettext_lazy("trail", "Deleted")


class Channel(models.TextChoices):
    """The way a deed came."""

    ADMIN = "admin", _("administration")
    MAIL = "mail", _("link in a mail")
    PAPER = "paper", _("decision on paper")
    PREVIEW = "preview", _("link for outsiders")
    COMMAND = "command", _("command or timer")


class DecisionQuerySet(models.QuerySet):
    def on(self, page_id: int) -> DecisionQuerySet:
        """Entries about the page with this number, the oldest first; also when the page is gone."""
        return self.filter(page=page_id).order_by("at", "pk")

    def update(self, **kwargs: Any) -> NoReturn:
        raise TrailIsAppendOnly

    def delete(self) -> NoReturn:
        raise TrailIsAppendOnly

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TrailIsAppendOnly

    def bulk_create(self, objs: Any, *args: Any, **kwargs: Any) -> list:
        """New rows only: `update_conflicts` would write over old ones."""
        if kwargs.get("update_conflicts") or any(row.pk for row in objs):
            raise TrailIsAppendOnly
        return super().bulk_create(objs, *args, **kwargs)


class Decision(models.Model):
    """One deed, with the names as they were then: it outlives page, revision, account and post."""

    wagtail_reference_index_ignore = True

    at = models.DateTimeField(_("when"), default=timezone.now, db_index=True, editable=False)
    action = models.CharField(_("what"), max_length=20, choices=Action)
    page = models.ForeignKey(
        "editorial.EditorialPage", models.DO_NOTHING, db_constraint=False, related_name="+", null=True
    )
    title = models.TextField(_("title"), blank=True)
    address = models.TextField(_("address"), blank=True)
    unit = models.ForeignKey(
        "agency.Unit", models.DO_NOTHING, db_constraint=False, related_name="+", null=True
    )
    unit_name = models.CharField(_("unit"), max_length=255, blank=True)
    stage = models.CharField(_("stage"), max_length=255, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.DO_NOTHING, db_constraint=False, related_name="+", null=True
    )
    person_name = models.CharField(_("who"), max_length=150, blank=True)
    post_name = models.CharField(_("post"), max_length=255, blank=True)
    for_name = models.CharField(_("for whom"), max_length=150, blank=True)
    for_post = models.CharField(_("post of that person"), max_length=255, blank=True)
    channel = models.CharField(_("way"), max_length=10, choices=Channel, default=Channel.ADMIN)
    origin = models.CharField(
        _("from where"), max_length=45, blank=True, help_text=_("Network address without its last part.")
    )
    revision = models.PositiveBigIntegerField(_("version"), null=True)
    digest = models.CharField(_("digest of the text"), max_length=64, blank=True)
    reason = models.CharField(_("reason"), max_length=255, blank=True)
    comment = models.TextField(_("comment"), blank=True)
    data = models.JSONField(default=dict, blank=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry of the trail")
        verbose_name_plural = _("trail")
        ordering = ["-at", "-pk"]
        base_manager_name = "objects"
        indexes = [
            models.Index(fields=["page", "at"], name="decision_by_page"),
            models.Index(fields=["user", "at"], name="decision_by_user"),
        ]

    def __str__(self) -> str:
        return f"{self.get_action_display()}: {self.title}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk:
            raise TrailIsAppendOnly
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TrailIsAppendOnly
