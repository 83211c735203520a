from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        from search import facets, signals
        from search.former_names import units
        from search.learning import actions
        from search.sections import section_titles

        facets.register("section", _("Section"), labels=section_titles, order=10)
        facets.register("year", _("Year"), by_value=True, order=50)
        actions.register_action("synonym", _("Synonym"), actions.synonym)
        actions.register_action("curation", _("Choose results"), actions.curation)
        actions.register_action("write", _("To write"), actions.wanted_text)
        actions.register_action("explain", _("Explain"), actions.explained)
        signals.connect()
        units.connect()
