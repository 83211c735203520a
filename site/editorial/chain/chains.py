"""Which chain holds for a page: of the nearest section that has one, for its type before one for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.contenttypes.models import ContentType

from agency.request_memory import remember
from editorial.models.chains import Chain

if TYPE_CHECKING:
    from wagtail.models import Page


def chain_of(page: Page) -> Chain | None:
    """The chain `page` goes through; None where nobody has arranged any."""
    kind = ContentType.objects.get_for_model(page.specific_class or type(page), for_concrete_model=False)
    return chain_for(page.path, kind.pk)


def chain_for(path: str, type_id: int) -> Chain | None:
    """The chain for a page of this type at `path` in the tree."""
    fitting = [
        row for row in rows() if path.startswith(row.section.path) and row.page_type_id in (None, type_id)
    ]
    return max(fitting, key=lambda row: (row.section.depth, row.page_type_id is not None), default=None)


def rows() -> list[Chain]:
    """Every chain with its section and workflow; there are a handful in an installation."""
    return remember("chains", lambda: list(Chain.objects.select_related("section", "workflow")))


def binds_below(path: str) -> bool:
    """Whether a page put below `path` needs approval, unless its type has a chain that says otherwise."""
    return binds(chain_for(path, type_id=0))


def binds(chain: Chain | None) -> bool:
    """Whether `chain` asks for approval; one without stages says that nothing needs any."""
    return chain is not None and chain.workflow_id is not None
