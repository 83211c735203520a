"""News of the invented commune."""

from portal.demo.articles import earlier, recent
from portal.demo.articles.article import Article

__all__ = ["ARTICLES", "Article"]

ARTICLES = recent.ARTICLES + earlier.ARTICLES
