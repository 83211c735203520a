from procedures.models.choices import Audience, Channel, Completeness, Kind, Level, Service, Status
from procedures.models.lists import ProcedureListPage
from procedures.models.pages import ProcedurePage
from procedures.models.rows import LegalBasis, OnlineLevel, Outcome, Paper, RelatedProcedure, Way

__all__ = [
    "Audience",
    "Channel",
    "Completeness",
    "Kind",
    "LegalBasis",
    "Level",
    "OnlineLevel",
    "Outcome",
    "Paper",
    "ProcedureListPage",
    "ProcedurePage",
    "RelatedProcedure",
    "Service",
    "Status",
    "Way",
]
