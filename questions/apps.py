from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QuestionsConfig(AppConfig):
    name = "questions"
    verbose_name = _("Questions and answers")

    def ready(self) -> None:
        from questions import offers
        from search import kinds, nothing

        nothing.register(offers.way_on, order=10)
        kinds.register("answer", _("Answer"), _("Questions and answers"), order=40)
