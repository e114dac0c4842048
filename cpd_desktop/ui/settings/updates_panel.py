"""Whether there is a new version, what is new in it, and the way to its download."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from cpd_desktop import __version__
from cpd_desktop.ui.dates import day_of
from cpd_desktop.ui.jobs import Lane
from cpd_desktop.ui.settings.panel import Panel
from cpd_desktop.ui.widgets import button, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.release_notes import ReleaseNote
    from cpd_desktop.services.updates import Updates
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk


class UpdatesPanel(Panel):
    """Asks when the button is pressed, whatever was chosen for every day."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._service = desk.services.updates
        self._found: ReleaseNote | None = None
        self.version = label(self.tr("This is CPD Desktop {version}.").format(version=__version__))
        self.news = label("", "heading")
        self.changes = label("")
        self.address = label("", "caption")
        self.address.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.look_button = button(self.tr("Look &now"))
        self.open_button = button(self.tr("&Open the download"), "primary")

        for shown in (self.version, self.news, self.changes, self.address):
            self.rows.addWidget(shown)
        self.add_buttons(self.open_button, self.look_button)
        self.rows.addWidget(self.note)
        self._show_news(None)

        self.look_button.clicked.connect(self._look)
        self.open_button.clicked.connect(self._open)

    def refresh(self) -> None:
        """Show what was found, by itself perhaps; nobody is asked."""
        self._show_news(self._service.news)

    def _look(self) -> None:
        self.note.say(self.tr("Asking…"))
        self.run(partial(_look, self._service), self._looked, lane=Lane.NETWORK)

    def _looked(self, found: ReleaseNote | None) -> None:
        self._show_news(found)
        self.note.say("" if found else self.tr("There is no newer version."), "good")

    def _show_news(self, found: ReleaseNote | None) -> None:
        self._found = found
        for each in (self.news, self.changes, self.address, self.open_button):
            each.setVisible(found is not None)
        if found is not None:
            on = day_of(found.published)
            text = self.tr("New in version {version}, of {day}")
            self.news.setText(text.format(version=found.version, day=on))
            self.changes.setText("\n".join(f"• {each}" for each in found.changes))
            self.address.setText(found.page)

    def _open(self) -> None:
        if self._found is not None:
            call = partial(_open, self._service, self._found)
            self.run(call, self._opened, lane=Lane.NETWORK)

    def _opened(self, opened: bool) -> None:  # noqa: FBT001 - as the service answers
        if opened:
            self.note.say(
                self.tr(
                    "Your browser shows the download. Close CPD Desktop before you install it;"
                    " your data stays where it is."
                ),
                "good",
            )
        else:
            self.note.say(self.tr("No browser opened. Copy the address above instead."), "warn")


def _look(service: Updates, _work: Work) -> ReleaseNote | None:
    return service.look()


def _open(service: Updates, note: ReleaseNote, _work: Work) -> bool:
    return service.open_page(note)
