from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Home")

    def ready(self) -> None:
        from assets import renditions, usage
        from home import signals
        from home.cards import person
        from home.models import Banner, SiteIdentity
        from search import cards, kinds

        kinds.register("page", _("Page"), _("Pages"), order=80)
        cards.register_finder("page", person)
        renditions.register("emblem", ["max-112x112", "max-224x224"], "56px")
        renditions.register("logo", ["max-240x96", "max-480x192"], "160px")
        usage.track(SiteIdentity, is_public=lambda identity: True)
        usage.track(Banner, is_public=Banner.has_public_files)
        signals.connect()
