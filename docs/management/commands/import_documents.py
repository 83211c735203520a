from docs.imports import DocumentMapping
from editorial.imports.command import ImportCommand


class Command(ImportCommand):
    mapping = DocumentMapping()
