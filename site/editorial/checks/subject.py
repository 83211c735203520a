"""A page as the checks read it: every word that would become public, by its place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cached_property
from html import unescape
from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Field
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.fields import StreamField
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import policy_registry

from assets import reading, usage
from assets.models import CustomDocument, CustomImage, CustomMedia, FileKind
from editorial.chain.digest import NOT_TEXT

if TYPE_CHECKING:
    from editorial.models.pages import EditorialPage

ADDRESS = re.compile(r"https?://[^\s\"'<>\\\\]+")
# The tags that rich text is stored with; those that say more than their name say it in attributes.
BREAK = re.compile(r"(?i:<br ?/?>|<hr ?/?>|</(?:p|li|h[1-6]|blockquote|tr|td|th)>)")
TAG = re.compile(
    r"(?i:</?(?:p|li|ul|ol|h[1-6]|b|strong|i|em|u|s|sup|sub|code|blockquote|table|tbody|tr|td|th) ?>"
    r"|</?(?:a|embed|span)>|<(?:p|a|embed|span|li|td|th|h[1-6])(?:\s+[a-z-]+=\"[^\"]*\")+ ?/?>)"
)
KEYS = frozenset({"id", "type", "pk", "page", "sort_order", "slug", "url", "link"})


class Subject:
    """`page` is the text as it stands in memory, saved or not."""

    def __init__(self, page: EditorialPage) -> None:
        self.page = page

    @cached_property
    def texts(self) -> dict[str, str]:
        """Plain text by the name of its field, then of the pictures, recordings and names of attachments.

        What stands in the attachments themselves is in `editorial.checks.files`.
        """
        return {**self.fields, **self.pictures, **self.recordings, **self.file_names}

    @cached_property
    def fields(self) -> dict[str, str]:
        content = self.page.serializable_data().items()
        found = {name: "\n".join(self.words(name, value)) for name, value in content if name not in NOT_TEXT}
        return {self.label(name): text for name, text in found.items() if text}

    def words(self, name: str, value: Any) -> Iterator[str]:
        is_stream = isinstance(self.page._meta.get_field(name), StreamField)
        return words(json.loads(value) if is_stream and isinstance(value, str) else value)

    def label(self, name: str) -> str:
        field = self.page._meta.get_field(name)
        shown = field.verbose_name if isinstance(field, Field) else field.related_model._meta.verbose_name
        return str(capfirst(shown))

    @cached_property
    def addresses(self) -> set[str]:
        """Addresses outside that the text links to or names."""
        content = json.dumps(self.page.serializable_data(), cls=DjangoJSONEncoder, ensure_ascii=False)
        return {unescape(found).rstrip(".,;:)") for found in ADDRESS.findall(content)}

    @cached_property
    def linked_drafts(self) -> list[int]:
        """The numbers of the pages the text links to that visitors cannot read."""
        ours = ContentType.objects.get_for_model(Page).pk
        found = ReferenceIndex._extract_references_from_object(self.page)
        ids = {int(pk) for type_id, pk, path, _content in found if type_id == ours and path != "alias_of"}
        return sorted(Page.objects.filter(pk__in=ids, live=False).values_list("pk", flat=True))

    @cached_property
    def files(self) -> dict[str, list[int]]:
        """The numbers of the files the text uses, by their kind."""
        return {kind: sorted(ids) for kind, ids in usage.by_kind(usage.references(self.page)).items()}

    @cached_property
    def images(self) -> list[CustomImage]:
        return list(CustomImage.objects.filter(pk__in=self.files.get(FileKind.IMAGE, [])).order_by("pk"))

    @cached_property
    def documents(self) -> list[CustomDocument]:
        wanted = CustomDocument.objects.filter(pk__in=self.files.get(FileKind.DOCUMENT, []))
        return list(wanted.select_related("reading").order_by("pk"))

    @cached_property
    def pictures(self) -> dict[str, str]:
        """What stands at the pictures themselves; the words of their use stand in the fields."""
        return {f"{_('Picture')} “{image.title}”": said_at(image) for image in self.images}

    @cached_property
    def recordings(self) -> dict[str, str]:
        """What stands at sound and film, what is said in them included."""
        wanted = CustomMedia.objects.filter(pk__in=self.files.get(FileKind.MEDIA, [])).order_by("pk")
        return {f"{_('Recording')} “{media.title}”": said_in(media) for media in wanted}

    @cached_property
    def file_names(self) -> dict[str, str]:
        return {file_place(file): f"{file.title}\n{file.filename}" for file in self.documents}


def files_as_read(page: EditorialPage, user: Any) -> list[CustomDocument]:
    """The attachments of `page` with what was read in each, and whether `user` may have it read again."""
    files = list(reading.with_what_was_read(Subject(page).documents))
    policy = policy_registry.get_by_type(CustomDocument)
    changeable = policy.instances_user_has_permission_for(user, "change").filter(pk__in=[f.pk for f in files])
    mine = set(changeable.values_list("pk", flat=True)) if files else set()
    for file in files:
        file.may_change = file.pk in mine
    return files


def said_at(image: CustomImage) -> str:
    return "\n".join(filter(None, (image.title, image.description, image.caption, image.credit)))


def said_in(media: CustomMedia) -> str:
    return "\n".join(filter(None, (media.title, media.filename, media.transcript)))


def file_place(document: CustomDocument) -> str:
    return f"{_('File')} “{document.title}”"


def page_place(document: CustomDocument, number: int) -> str:
    return _("File “%(title)s”, page %(number)s") % {"title": document.title, "number": number}


def words(value: Any) -> Iterator[str]:
    """Every text inside a value of a revision: blocks without their numbers, rich text without its tags."""
    if isinstance(value, str):
        if plain := without_tags(value).strip():
            yield plain
    elif isinstance(value, dict):
        for name, part in value.items():
            if name not in KEYS:
                yield from words(part)
    elif isinstance(value, list):
        for part in value:
            yield from words(part)


def without_tags(value: str) -> str:
    """`value` as readers see it: what only looks like a tag, such as a word in angle brackets, stays."""
    if "<" not in value:
        return value
    return unescape(TAG.sub("", BREAK.sub("\n", value)))
