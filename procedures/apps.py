from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProceduresConfig(AppConfig):
    name = "procedures"
    verbose_name = _("Administrative procedures")

    def ready(self) -> None:
        from procedures.models import Audience, Level, Service
        from search import facets, kinds

        kinds.register("procedure", _("Procedure"), _("Procedures"), order=10)
        only = ("procedure",)
        facets.register("level", _("Level"), kinds=only, labels=dict(Level.choices))
        facets.register("audience", _("Who it is for"), kinds=only, labels=dict(Audience.choices))
        facets.register("service", _("Online service"), kinds=only, labels=dict(Service.choices))
