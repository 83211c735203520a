from questions.models.inbox import Question, QuestionFile, Status
from questions.models.pages import AnswerListPage, AnswerPage

__all__ = ["AnswerListPage", "AnswerPage", "Question", "QuestionFile", "Status"]
