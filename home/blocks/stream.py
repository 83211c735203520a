"""The blocks an editor arranges the front page from, without a developer (K15)."""

from wagtail import blocks

from editorial.blocks.media import GalleryBlock
from editorial.blocks.people import LinksBlock, PeopleBlock
from editorial.blocks.text import CalloutBlock, TextBlock
from home.blocks.banners import BannersBlock
from home.blocks.doors import SearchBlock
from home.blocks.lists import ChosenBlock, NewestBlock
from home.blocks.news import LeadBlock, SectionNewsBlock, TopicsBlock


class FrontBlocks(blocks.StreamBlock):
    search = SearchBlock()
    lead = LeadBlock()
    newest = NewestBlock()
    section_news = SectionNewsBlock()
    chosen = ChosenBlock()
    topics = TopicsBlock()
    banners = BannersBlock()
    text = TextBlock()
    callout = CalloutBlock()
    gallery = GalleryBlock()
    people = PeopleBlock()
    links = LinksBlock()
