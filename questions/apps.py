from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QuestionsConfig(AppConfig):
    name = "questions"
    verbose_name = _("Questions and answers")

    def ready(self) -> None:
        from search import kinds

        kinds.register("answer", _("Answer"), _("Questions and answers"), order=40)
