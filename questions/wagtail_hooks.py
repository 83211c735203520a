"""What questions and answers add to Wagtail's admin."""

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail_modeladmin.options import modeladmin_register

from questions import answering
from questions.registers import QuestionAdmin

modeladmin_register(QuestionAdmin)


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern]:
    return [
        path("hoi-dap/<int:question_id>/tra-loi/", answering.make_answer, name="questions_make_answer"),
        path("hoi-dap/tep/<int:file_id>/", answering.download, name="questions_file"),
    ]
