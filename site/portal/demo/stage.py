"""What every builder of the demonstration stands on: site, people, words, and adding a page only once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Collection, Page

from agency.models import Person, Unit
from agency.working_days import is_working_day
from assets import reading
from assets.models import CustomDocument, CustomImage
from editorial.guard import warrant
from editorial.models import EditorialPage, Field, SectionPage
from editorial.slugs import slug_of
from portal.demo import scenes
from portal.presets.build import Built, draft
from portal.roles import collection_of

P = TypeVar("P", bound=EditorialPage)
POSTED_AT = (8, 9, 10, 14, 15, 16)


@dataclass
class Stage:
    """One run: where content goes and how many things it made."""

    built: Built
    people: dict[str, Person] = field(default_factory=dict)
    today: date = field(default_factory=timezone.localdate)
    made: int = 0

    @property
    def home(self) -> Page:
        return self.built.site.root_page

    @property
    def folder(self) -> Collection:
        return collection_of(self.built.site)

    def section(self, path: str) -> SectionPage:
        """The section at `path` below the home page, such as "tin-tuc/kinh-te"."""
        return Page.objects.get(url_path=f"{self.home.url_path}{path}/").specific

    def day(self, days: int) -> date:
        """The day so many days ago, negative for one to come."""
        return self.today - timedelta(days=days)

    def working_day(self, days: int) -> date:
        """The same, or the last working day before it."""
        day = self.day(days)
        while not is_working_day(day, site=self.built.site):
            day -= timedelta(days=1)
        return day

    def moment(self, days: int, order: int = 0) -> datetime:
        """An hour of office time so many days ago, never one to come."""
        hour = POSTED_AT[order % len(POSTED_AT)]
        moment = datetime.combine(self.day(days), time(hour, 7 * order % 60), timezone.get_current_timezone())
        return min(moment, timezone.now())

    def fields(self, names: Iterable[str]) -> list[Field]:
        return list(Field.objects.filter(name__in=list(names)))

    def unit_of(self, name: str) -> Unit | None:
        return self.people[name].unit

    def picture(self, scene: str, title: str, alt: str, caption: str, credit: str) -> CustomImage:
        """The drawn picture of that title, made when it is missing."""
        image = CustomImage.objects.filter(collection=self.folder, title=title).first()
        if image:
            return image
        file = ContentFile(scenes.draw(scene, title), name=f"{slug_of(title)}.jpg")
        self.made += 1
        return CustomImage.objects.create(
            title=title,
            file=file,
            collection=self.folder,
            description=alt,
            caption=caption,
            credit=credit,
            consent=True,
        )

    def file(self, title: str, content: Callable[[], bytes]) -> CustomDocument:
        """The PDF of that title, made and read when it is missing."""
        found = CustomDocument.objects.filter(collection=self.folder, title=title).first()
        if found:
            return found
        self.made += 1
        file = ContentFile(content(), name=f"{slug_of(title)}.pdf")
        document = CustomDocument.objects.create(title=title, file=file, collection=self.folder)
        reading.read_now([document])
        return document

    def held(self, parent: Page, title: str) -> Page | None:
        """The page of that title below `parent`, a draft or moved to another title included."""
        return parent.get_children().filter(slug=slug_of(title)).first()

    def publish(self, parent: Page, page: P, moment: datetime) -> P:
        """Adds `page` and publishes it as if at `moment`."""
        page.first_published_at = moment
        with warrant("demonstration"):
            self.add(parent, page).get_latest_revision().publish(skip_permission_checks=True)
        type(page).objects.filter(pk=page.pk).update(last_published_at=moment)
        page.refresh_from_db()
        return page

    def add(self, parent: Page, page: P) -> P:
        """Adds `page` as a draft with all that was set on it."""
        self.made += 1
        page.slug = page.slug or slug_of(page.title)
        page.full_clean(exclude=["path", "depth", "slug"])
        return draft(parent, page)


def paragraphs(*texts: str) -> str:
    """Rich text of plain paragraphs."""
    return "".join(f"<p>{text}</p>" for text in texts)
