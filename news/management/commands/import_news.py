from editorial.imports.command import ImportCommand
from news.imports import ArticleMapping


class Command(ImportCommand):
    mapping = ArticleMapping()
