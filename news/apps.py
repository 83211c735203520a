from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    name = "news"
    verbose_name = _("News")

    def ready(self) -> None:
        from search import kinds

        kinds.register("news", _("News"), _("News"), order=30)
        kinds.register("topic", _("Topic"), _("Topics"), order=60)
