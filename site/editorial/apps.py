from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    name = "editorial"
    verbose_name = _("Editorial board")

    def ready(self) -> None:
        from agency import request_memory
        from assets import drafts
        from editorial import deeds, entries, permissions, signals
        from editorial.chain import arranging, register, terms, work
        from editorial.checks import personal
        from editorial.mail import events
        from editorial.models import Hand, StageTask, StageTaskState
        from search import facets, index, kinds
        from search.learning import words

        signals.connect()
        arranging.connect()
        deeds.connect()
        events.connect()
        terms.connect()
        request_memory.forget_on(*register.READ, StageTask)
        request_memory.forget_on(Hand, StageTaskState, keep=("register", "stage", "text"))
        drafts.rules = drafts.Rules(work.are_decided, permissions.hidden_from)
        index.register_provider(entries.public_entries)
        kinds.register("section", _("Section"), _("Sections"), order=90)
        words.register_eraser(personal.erase)
        facets.register("field", _("Field of work"), order=20)
        facets.register("unit", _("Unit"), order=30)
        facets.register("genre", _("Genre"), order=60)
