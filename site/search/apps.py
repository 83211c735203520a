from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        from search import facets, signals
        from search.former_names import units
        from search.sections import section_titles

        facets.register("section", _("Section"), labels=section_titles)
        facets.register("year", _("Year"), by_value=True)
        signals.connect()
        units.connect()
