"""What the board adds to the editor: the checks beside the form, afresh with every draft that is saved."""

from __future__ import annotations

from typing import Any

from django.forms import Media
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.viewsets.pages import PageViewSet

from assets.models import CustomDocument
from editorial.checks import gate, subject
from editorial.models import EditorialPage


class GatePanel(BaseSidePanel):
    """What the checks say about the draft; Wagtail draws the panel anew when the draft saves itself."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Checks")
        icon_name = "glasses"
        counter_classname = "w-bg-critical-200"

        def get_context_data(self, parent_context: Any) -> dict[str, Any]:
            return {**super().get_context_data(parent_context), "count": self.panel.stops}

    name = "gate"
    title = _("Checks")
    template_name = "editorial/checks/side_panel.html"
    order = 150

    @cached_property
    def verdicts(self) -> list[gate.Verdict]:
        return gate.verdicts(self.object)

    @property
    def files(self) -> list[CustomDocument]:
        return subject.files_as_read(self.object, self.request.user)

    @property
    def stops(self) -> int:
        return sum(1 for verdict in self.verdicts if verdict.holds_back)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context = {"verdicts": self.verdicts, "stops": self.stops, "files": self.files}
        return {**super().get_context_data(parent_context), **context}

    @property
    def media(self) -> Media:
        return Media()


class WithChecks:
    """Needs: page."""

    page: EditorialPage
    request: Any

    def get_side_panels(self) -> MediaContainer:
        panels = list(super().get_side_panels())  # type: ignore[misc]
        return MediaContainer([*panels, GatePanel(self.page, self.request)])


class ChecksEditView(WithChecks, EditView):
    pass


class ChecksCreateView(WithChecks, CreateView):
    pass


class EditorialPageViewSet(PageViewSet):
    model = EditorialPage
    icon = "doc-full"
    add_view_class = ChecksCreateView
    edit_view_class = ChecksEditView
    # The explorer goes on listing all kinds of pages.
    parent_models: list[type] = []


editorial_pages = EditorialPageViewSet()
