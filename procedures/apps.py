from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProceduresConfig(AppConfig):
    name = "procedures"
    verbose_name = _("Administrative procedures")

    def ready(self) -> None:
        from procedures.cards import card
        from procedures.models import Audience, Level, Service, lists
        from search import cards, facets, kinds, nothing

        kinds.register("procedure", _("Procedure"), _("Procedures"), order=10)
        cards.register("procedure", card)
        nothing.register(lists.way_on, order=20)
        only = ("procedure",)
        facets.register("level", _("Level"), kinds=only, labels=dict(Level.choices))
        facets.register("audience", _("Who it is for"), kinds=only, labels=dict(Audience.choices))
        facets.register("service", _("Online service"), kinds=only, labels=dict(Service.choices))
