from editorial.imports.command import ImportCommand
from procedures.imports import ProcedureMapping


class Command(ImportCommand):
    mapping = ProcedureMapping()
