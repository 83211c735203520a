"""The closed lists of the documents app: families, classes, validity and relations (domain 4.1, 4.6, 4.7)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Family(models.TextChoices):
    """Kinds of law a document stands under; never mixed in one list."""

    NORMATIVE = "normative", _("Normative document")
    ADMINISTRATIVE = "administrative", _("Administrative document")
    CONSOLIDATED = "consolidated", _("Consolidated text")


class ReaderClass(models.TextChoices):
    """What a reader looks for (C04, K07, T18), whatever the type."""

    DIRECTION = "direction", _("Direction and administration")
    PLAN = "plan", _("Plan")
    PLANNING = "planning", _("Spatial or sector planning")
    CONCLUSION = "conclusion", _("Notice of conclusions")
    REPORT = "report", _("Report")
    OTHER = "other", _("Other")


class Validity(models.TextChoices):
    NOT_YET = "not_yet", _("Not yet in force")
    IN_FORCE = "in_force", _("In force")
    PARTLY = "partly", _("Expired in part")
    EXPIRED = "expired", _("Expired")
    SUSPENDED = "suspended", _("Suspended")
    SUSPENDED_PARTLY = "suspended_partly", _("Suspended in part")
    UNSUITABLE = "unsuitable", _("No longer suitable")
    UNKNOWN = "unknown", _("Not determined")


TONES: dict[str, str] = {
    Validity.NOT_YET: "warn",
    Validity.IN_FORCE: "good",
    Validity.PARTLY: "warn",
    Validity.EXPIRED: "bad",
    Validity.SUSPENDED: "bad",
    Validity.SUSPENDED_PARTLY: "warn",
    Validity.UNSUITABLE: "bad",
}


class RelationKind(models.TextChoices):
    """What a document does to another one; `REVERSE` says it from the other side."""

    AMENDS = "amends", _("Amends")
    REPLACES = "replaces", _("Replaces")
    ABROGATES = "abrogates", _("Abrogates")
    CORRECTS = "corrects", _("Corrects")
    GUIDES = "guides", _("Guides or details")
    BASED_ON = "based_on", _("Based on")
    CITES = "cites", _("Refers to")
    CONSOLIDATES = "consolidates", _("Consolidates")
    SUSPENDS = "suspends", _("Suspends")
    EXPLAINS = "explains", _("Explains")
    PUBLISHES = "publishes", _("Announces")
    RELATED = "related", _("Related in content")


REVERSE = {
    RelationKind.AMENDS: _("Amended by"),
    RelationKind.REPLACES: _("Replaced by"),
    RelationKind.ABROGATES: _("Abrogated by"),
    RelationKind.CORRECTS: _("Corrected by"),
    RelationKind.GUIDES: _("Guided or detailed by"),
    RelationKind.BASED_ON: _("Is the basis of"),
    RelationKind.CITES: _("Referred to by"),
    RelationKind.CONSOLIDATES: _("Consolidated in"),
    RelationKind.SUSPENDS: _("Suspended by"),
    RelationKind.EXPLAINS: _("Explained by"),
    RelationKind.PUBLISHES: _("Announced by"),
    RelationKind.RELATED: _("Related in content"),
}

ENDING = (RelationKind.REPLACES, RelationKind.ABROGATES)


class FileKind(models.TextChoices):
    ORIGINAL = "original", _("Signed original")
    TEXT = "text", _("Text")
    ANNEX = "annex", _("Annex")
    FORM = "form", _("Form")
