"""Pages whose things do not exist yet: they say what will be here and how it gets there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.ui.page import Page, header, page_layout
from cpd_desktop.ui.widgets import EmptyState, button

if TYPE_CHECKING:
    from cpd_desktop.ui.desk import Desk


class EmptyPage(Page):
    """A page that has nothing to show, and the way to where its things begin."""

    def __init__(self, desk: Desk, title: str, empty_title: str, empty_text: str) -> None:
        super().__init__(desk)
        self._to_events = button(self.tr("Open Events"))
        self._to_events.setAccessibleName(self.tr("Open Events"))
        layout = page_layout(self)
        layout.addLayout(header(title, ""))
        layout.addWidget(EmptyState(empty_title, empty_text, self._to_events), 1)
        self._to_events.clicked.connect(self._go)

    def _go(self) -> None:
        self.desk.places.go("events")


class BillingPage(EmptyPage):
    """Every payment."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            self.tr("Billing"),
            self.tr("No payments"),
            self.tr("Every payment for a place on an event is listed here."),
        )
