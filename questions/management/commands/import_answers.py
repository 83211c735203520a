from editorial.imports.command import ImportCommand
from questions.imports import AnswerMapping


class Command(ImportCommand):
    mapping = AnswerMapping()
