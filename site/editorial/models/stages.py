"""A stage of the chain of approval, and a page that stands in one (decision 9; K23, K25, K28, T07)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.forms import CheckboxSelectMultiple
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.locks import WorkflowLock
from wagtail.models import Site, Task, TaskState

from agency.models import Person, Post, Unit
from agency.request_memory import remember
from editorial.models.board import Membership
from editorial.models.taxonomy import Genre

if TYPE_CHECKING:
    from wagtail.models import WorkflowState

    from agency.models import User
    from editorial.chain.turns import Hands
    from editorial.models.pages import EditorialPage


class StageKind(models.TextChoices):
    DECIDE = "duyet", _("Decides about the text")
    DESK = "tiep-nhan", _("Receives: takes, assigns, asks for more, refuses")
    PUBLISH = "dang-tin", _("Publishes what was approved")


class Decider(models.TextChoices):
    """Who decides at a stage."""

    UNIT_HEAD = "truong-don-vi", _("The head of the contributing unit")
    ASSIGNED = "phan-cong", _("Who is assigned to the unit or the section")
    BOARD = "ban-bien-tap", _("A post on the editorial board")
    POST = "chuc-vu", _("A post of the agency")
    GROUP = "nhom", _("A group of accounts")


NEEDED: dict[str, str] = {Decider.BOARD: "board_role", Decider.POST: "post", Decider.GROUP: "group"}


class StageLock(WorkflowLock):
    """Says why the text cannot be changed now, and who holds it."""

    def get_message(self, user: User) -> Any:
        from editorial.chain import explain

        return explain.lock(self.object, user) if self.for_user(user) else super().get_message(user)


class StageTask(Task):
    """One stage: who decides, in what time, and what happens when nobody can."""

    kind = models.CharField(_("what is done"), max_length=20, choices=StageKind, default=StageKind.DECIDE)
    decider = models.CharField(_("who decides"), max_length=20, choices=Decider, default=Decider.UNIT_HEAD)
    board_role = models.CharField(_("post on the board"), max_length=30, choices=Membership.Role, blank=True)
    post = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("post of the agency")
    )
    group = models.ForeignKey(
        Group,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("group of accounts"),
        help_text=_("Decides also when nobody else can, always with a warning."),
    )
    four_eyes = models.BooleanField(
        _("four eyes"),
        default=True,
        help_text=_("Who wrote or changed the text cannot decide about it here."),
    )
    term_hours = models.PositiveSmallIntegerField(
        _("term in working hours"), default=8, help_text=_("One working day has 8 hours.")
    )
    paper_allowed = models.BooleanField(
        _("a decision on paper may be recorded"),
        default=False,
        help_text=_("With the name of who decided, the day and the scanned paper."),
    )
    off_for_units = models.ManyToManyField(
        Unit, blank=True, related_name="+", verbose_name=_("left out for the units")
    )
    off_for_genres = models.ManyToManyField(
        Genre, blank=True, related_name="+", verbose_name=_("left out for the genres")
    )

    lock_class = StageLock
    admin_form_fields = [
        *Task.admin_form_fields,
        *("kind", "decider", "board_role", "post", "group", "four_eyes", "term_hours", "paper_allowed"),
        *("off_for_units", "off_for_genres"),
    ]
    admin_form_widgets = {
        "off_for_units": CheckboxSelectMultiple,
        "off_for_genres": CheckboxSelectMultiple,
    }

    class Meta:
        verbose_name = _("stage of approval")
        verbose_name_plural = _("stages of approval")

    @classmethod
    def get_task_state_class(cls) -> type[StageTaskState]:
        return StageTaskState

    @classmethod
    def get_description(cls) -> Any:
        return _("Decided by the head of the unit, an assigned moderator, a post or a group")

    def clean(self) -> None:
        super().clean()
        field = NEEDED.get(self.decider)
        if field and not getattr(self, field):
            raise ValidationError({field: _("Choose who decides at this stage.")})

    def start(self, workflow_state: WorkflowState, user: Any = None) -> TaskState:
        from editorial.chain import opening

        return opening.start(self, workflow_state, user)

    @transaction.atomic
    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        from editorial.chain import actions

        actions.decide(task_state, user, action_name, **kwargs)

    def user_can_access_editor(self, obj: EditorialPage, user: Any) -> bool:
        from editorial.chain import deciders

        return deciders.holds(obj, user)

    def locked_for_user(self, obj: EditorialPage, user: Any) -> bool:
        return self.kind == StageKind.PUBLISH or not self.user_can_access_editor(obj, user)

    def user_can_lock(self, obj: EditorialPage, user: Any) -> bool:
        return False

    def get_actions(self, obj: EditorialPage, user: Any) -> list[tuple[str, Any, bool]]:
        from editorial.chain import actions

        return actions.offered(obj, user)

    def get_form_for_action(self, action: str) -> type:
        from editorial.chain import forms

        return forms.form_for(action)

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> models.QuerySet[TaskState]:
        from editorial.chain import work

        mine = work.waiting_for(user).filter(task=self)
        return TaskState.objects.filter(pk__in=mine.values("pk"))


class StageTaskStateQuerySet(models.QuerySet):
    def open(self) -> StageTaskStateQuerySet:
        """Stages in which a page stands now."""
        return self.filter(is_open=True)

    def late(self) -> StageTaskStateQuerySet:
        return self.open().filter(due_at__lt=timezone.now())


class StageTaskState(TaskState):
    """A page at a stage; unit and section, as of the text, say who decides.

    `is_open` repeats the status, which Wagtail keeps in a table of its own and without an index: all that is
    asked of the stages of today is found here, however many were decided in former years.
    """

    wagtail_reference_index_ignore = True

    page = models.ForeignKey("editorial.EditorialPage", models.CASCADE, related_name="stages")
    site = models.ForeignKey(Site, models.CASCADE, related_name="+")
    unit = models.ForeignKey(Unit, models.SET_NULL, null=True, related_name="+")
    section = models.ForeignKey("editorial.SectionPage", models.SET_NULL, null=True, related_name="+")
    due_at = models.DateTimeField(_("due"))
    is_open = models.BooleanField(default=True, editable=False)
    digest = models.CharField(
        max_length=64, help_text="Of the text this stage was given, then decided about."
    )
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("taken by")
    )

    exclude_fields_in_copy = ["taskstate_ptr"]
    objects = StageTaskStateQuerySet.as_manager()

    class Meta:
        verbose_name = _("page at a stage")
        verbose_name_plural = _("pages at a stage")
        indexes = [models.Index(fields=["due_at"], condition=models.Q(is_open=True), name="open_by_term")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.is_open = self.status == self.STATUS_IN_PROGRESS
        super().save(*args, **kwargs)

    @property
    def path(self) -> str:
        """Where the section of the page lies in the tree."""
        return self.section.path if self.section else ""

    @cached_property
    def stage(self) -> StageTask:
        return remember(("stage", self.task_id), lambda: StageTask.objects.get(pk=self.task_id))

    @cached_property
    def hands(self) -> Hands:
        """Whose hands are in the text, as first asked of this object."""
        from editorial.chain.turns import hands_in

        return hands_in(Hand.objects.filter(page=self.page_id))[self.page_id]

    @property
    def is_late(self) -> bool:
        return self.status == self.STATUS_IN_PROGRESS and self.due_at < timezone.now()

    def text(self) -> EditorialPage:
        """The page as it stands in the draft."""
        from editorial.chain.texts import text_of

        return text_of(self.page_id)


class Hand(models.Model):
    """Who wrote a page, or changed its text since somebody else decided about it: the rule of four eyes."""

    wagtail_reference_index_ignore = True

    class Part(models.TextChoices):
        WROTE = "wrote", pgettext_lazy("hand", "wrote it")
        CHANGED = "changed", _("changed it")

    page = models.ForeignKey("editorial.EditorialPage", models.CASCADE, related_name="hands")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    person = models.ForeignKey(
        Person, models.CASCADE, null=True, related_name="+", help_text="Who wrote it without an account."
    )
    part = models.CharField(max_length=10, choices=Part)
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("hand in a text")
        constraints = [
            models.UniqueConstraint(fields=["page", "user"], name="one_hand_per_page"),
            models.UniqueConstraint(fields=["page", "person"], name="one_hand_of_a_person_per_page"),
        ]

    def __str__(self) -> str:
        return f"{self.user or self.person} {self.get_part_display()}"
