from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DocsConfig(AppConfig):
    name = "docs"
    verbose_name = _("Official documents")

    def ready(self) -> None:
        from docs import answering, signals
        from docs.cards import card
        from docs.choices import TONES, Family, ReaderClass, Validity
        from docs.models import lists
        from search import cards, facets, kinds, nothing

        signals.connect()
        answering.register()
        kinds.register("document", _("Official document"), _("Official documents"), order=20)
        cards.register("document", card)
        nothing.register(lists.way_on, order=30)
        only = ("document",)
        facets.register("family", _("Family"), kinds=only, labels=dict(Family.choices))
        facets.register("class", _("Class"), kinds=only, labels=dict(ReaderClass.choices))
        facets.register("type", _("Type of document"), kinds=only)
        facets.register("issuer", _("Issuer"), kinds=only)
        facets.register(
            facets.VALIDITY, _("Validity"), kinds=only, labels=dict(Validity.choices), tones=TONES, order=40
        )
