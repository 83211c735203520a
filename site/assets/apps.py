from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssetsConfig(AppConfig):
    name = "assets"
    verbose_name = _("Files")

    def ready(self) -> None:
        from agency.models import Holding, Person
        from assets import checks, pictures, policies, signals, usage  # noqa: F401 (checks register themselves)

        pictures.limit_pixels()
        policies.register()
        signals.connect()
        usage.track(Person, is_public=lambda person: person.holdings.current().exists())
        usage.follow(Holding, lambda holding: holding.person)
