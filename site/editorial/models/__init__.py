from editorial.models.claims import KeyClaim, KeyTaken
from editorial.models.credits import Credit, CreditRole
from editorial.models.decisions import Action, Channel, Decision, TrailIsAppendOnly
from editorial.models.imported import ImportedRow
from editorial.models.pages import EditorialPage, Licence
from editorial.models.sections import SectionPage
from editorial.models.taxonomy import Field, Genre

__all__ = [
    "Action",
    "Channel",
    "Credit",
    "CreditRole",
    "Decision",
    "EditorialPage",
    "Field",
    "Genre",
    "ImportedRow",
    "KeyClaim",
    "KeyTaken",
    "Licence",
    "SectionPage",
    "TrailIsAppendOnly",
]
