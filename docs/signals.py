"""A relation of a live page changes what is known of the other document (decision 12)."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.signals import post_delete, post_save
from wagtail.signals import page_unpublished

from docs.models import DocumentPage, DocumentType, Issuer, Relation
from editorial import publication


def touched(rows: QuerySet[Relation]) -> QuerySet[DocumentPage]:
    """Live documents that `rows` speak of."""
    keys = rows.exclude(target_key="").values("target_key")
    named = Q(pk__in=rows.exclude(target=None).values("target")) | Q(number_key__in=keys)
    return DocumentPage.objects.live().filter(named)


def on_relation(instance: Relation, **kwargs: Any) -> None:
    if instance.is_passive or not (instance.target_id or instance.target_key):
        return
    named = Q(pk=instance.target_id) if instance.target_id else Q(number_key=instance.target_key)
    publication.refresh_later(DocumentPage.objects.live().filter(named))


def on_unpublished(instance: DocumentPage, **kwargs: Any) -> None:
    publication.refresh_later(touched(Relation.objects.filter(page=instance.pk, is_passive=False)))


def on_renamed(instance: Issuer | DocumentType, created: bool = False, **kwargs: Any) -> None:
    if not created:
        publication.refresh_later(instance.documents.live())


def connect() -> None:
    post_save.connect(on_relation, sender=Relation)
    post_delete.connect(on_relation, sender=Relation)
    page_unpublished.connect(on_unpublished, sender=DocumentPage)
    for model in (Issuer, DocumentType):
        post_save.connect(on_renamed, sender=model)
