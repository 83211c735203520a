from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    name = "editorial"
    verbose_name = _("Editorial board")

    def ready(self) -> None:
        from editorial import entries, signals
        from search import facets, index, kinds

        signals.connect()
        index.register_provider(entries.public_entries)
        kinds.register("section", _("Section"), _("Sections"), order=90)
        facets.register("field", _("Field of work"))
        facets.register("unit", _("Unit"))
