from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        from django.db.models.signals import pre_delete

        from search import index
        from search.models import Entry

        pre_delete.connect(index.forget_postings, sender=Entry)
