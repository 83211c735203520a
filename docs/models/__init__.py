from docs.models.documents import DocumentFile, DocumentPage, Signature
from docs.models.lists import DocumentListPage
from docs.models.registers import DocumentType, Issuer
from docs.models.relations import Relation

__all__ = [
    "DocumentFile",
    "DocumentListPage",
    "DocumentPage",
    "DocumentType",
    "Issuer",
    "Relation",
    "Signature",
]
