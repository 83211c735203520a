"""Publishes articles and topics."""

from __future__ import annotations

from datetime import timedelta

from editorial.models import Credit, CreditRole, Genre
from news.models import ArticlePage, TopicPage
from portal.demo.articles import ARTICLES, Article
from portal.demo.stage import Stage, paragraphs
from portal.demo.topics import TOPICS, Topic

FEATURED_DAYS = 30


def news(stage: Stage) -> None:
    """All topics, then all articles that are missing."""
    topics = {topic.slug: put_topic(stage, topic) for topic in TOPICS}
    for order, article in enumerate(ARTICLES):
        put_article(stage, article, order, topics)


def put_topic(stage: Stage, topic: Topic) -> TopicPage:
    parent = stage.section("chuyen-de")
    held = parent.get_children().filter(slug=topic.slug).first()
    if held:
        return held.specific
    page = TopicPage(
        title=topic.title,
        slug=topic.slug,
        summary=topic.summary,
        starts=stage.day(topic.began),
        ends=stage.day(-topic.lasts),
        body=[("text", paragraphs(*topic.paragraphs))],
        picture=stage.picture(topic.scene, topic.title, topic.alt, topic.caption, ""),
        picture_alt=topic.alt,
        picture_caption=topic.caption,
    )
    return stage.publish(parent, page, stage.moment(topic.began))


def put_article(stage: Stage, article: Article, order: int, topics: dict[str, TopicPage]) -> None:
    parent = stage.section(article.section)
    if stage.held(parent, article.title):
        return
    page = build_article(stage, article)
    page.topics = [topics[article.topic]] if article.topic else []
    moment = stage.moment(article.days, order)
    if article.featured:
        page.featured_from, page.featured_until = moment, moment + timedelta(days=FEATURED_DAYS)
    stage.publish(parent, page, moment)


def build_article(stage: Stage, article: Article) -> ArticlePage:
    """An unsaved article with its picture and "Tin: … Ảnh: …"."""
    writer = stage.people[article.text_by]
    page = ArticlePage(
        title=article.title,
        summary=article.lead,
        body=[("text", paragraphs(*article.paragraphs))],
        unit=writer.unit,
        author=writer,
        genre=Genre.objects.get(slug=article.genre),
    )
    page.fields_of_work = stage.fields(article.fields)
    page.credits.add(Credit(role=CreditRole.TEXT, person=writer))
    add_picture(stage, page, article)
    return page


def add_picture(stage: Stage, page: ArticlePage, article: Article) -> None:
    page.picture = stage.picture(article.scene, article.title, article.alt, article.caption, article.photo_by)
    page.picture_alt, page.picture_caption = article.alt, article.caption
    page.credits.add(Credit(role=CreditRole.PHOTO, person=stage.people[article.photo_by]))
