from editorial.models.board import Assignment, Board, Membership
from editorial.models.chains import Chain
from editorial.models.claims import KeyClaim, KeyTaken
from editorial.models.clearances import CheckRule, Clearance
from editorial.models.corrections import Correction, Withdrawal
from editorial.models.credits import Credit, CreditRole
from editorial.models.decisions import Action, Channel, Decision, TrailIsAppendOnly
from editorial.models.delegations import Delegation, ReturnReason
from editorial.models.drafts import Draft
from editorial.models.emergencies import Emergency, EmergencySetting
from editorial.models.findings import FileFindings
from editorial.models.imported import ImportedRow
from editorial.models.letters import Hindrance, Letter, LetterKind, LetterState, MailChoice
from editorial.models.links import MailLink, PreviewLink
from editorial.models.outside_links import OutsideLink
from editorial.models.pages import EditorialPage, Licence
from editorial.models.papers import PaperDecision
from editorial.models.pins import DecidingPin
from editorial.models.sections import SectionPage
from editorial.models.stages import Hand, StageTask, StageTaskState
from editorial.models.taxonomy import Field, Genre
from editorial.models.timers import Timer, TimerRun

__all__ = [
    "Action",
    "Assignment",
    "Board",
    "Chain",
    "Channel",
    "CheckRule",
    "Clearance",
    "Correction",
    "Credit",
    "CreditRole",
    "DecidingPin",
    "Decision",
    "Delegation",
    "Draft",
    "EditorialPage",
    "Emergency",
    "EmergencySetting",
    "Field",
    "FileFindings",
    "Genre",
    "Hand",
    "Hindrance",
    "ImportedRow",
    "KeyClaim",
    "KeyTaken",
    "Letter",
    "LetterKind",
    "LetterState",
    "Licence",
    "MailChoice",
    "MailLink",
    "Membership",
    "OutsideLink",
    "PaperDecision",
    "PreviewLink",
    "ReturnReason",
    "SectionPage",
    "StageTask",
    "StageTaskState",
    "Timer",
    "TimerRun",
    "TrailIsAppendOnly",
    "Withdrawal",
]
