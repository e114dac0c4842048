"""What goes out of an event as a file: sign-in sheet, badges, calendar, roster, audit binder."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from cpd_desktop.domain.papers import LAYOUTS
from cpd_desktop.ui.event.binder_output import BinderOutput
from cpd_desktop.ui.file_questions import ask_where_to_save
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu, QWidget

    from cpd_desktop.domain.events import Event
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk

    Write = Callable[[Path, Work], Any]


class EventOutputs(QObject):
    """Asks where a file is to go and writes it off the window's thread."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._widget = parent
        self.binder = BinderOutput(desk, parent)

    def add_to(self, menu: QMenu, event: Event) -> None:
        """Add an entry for each file to a menu."""
        services = self._desk.services
        papers = menu.addMenu(self.tr("Print"))
        for session in event.sessions:
            text = self.tr("Sign-in sheet, {session}…").format(session=session.title)
            sheet = partial(services.desk_papers.write_sign_in_sheet, event.id, session.id)
            name = self.tr("Sign-in sheet")
            papers.addAction(text, partial(self._ask, event, name, "pdf", sheet))
        for layout in LAYOUTS:
            text = self.tr("Badges: {layout}…").format(layout=in_words(layout.words))
            badges = partial(services.desk_papers.write_badges, event.id, layout)
            papers.addAction(text, partial(self._ask, event, self.tr("Badges"), "pdf", badges))
        files = menu.addMenu(self.tr("Save as a file"))
        calendar = partial(self._write_calendar, event.id)
        files.addAction(
            self.tr("Calendar file (.ics)…"),
            partial(self._ask, event, self.tr("Calendar"), "ics", calendar),
        )
        for kind in ("xlsx", "csv"):
            text = self.tr("Roster (.{kind})…").format(kind=kind)
            roster = partial(services.registration_export.write, event.id)
            files.addAction(text, partial(self._ask, event, self.tr("Roster"), kind, roster))
        menu.addAction(
            self.tr("Save audit binder…"), partial(self.binder.ask, event.id, event.title)
        )

    def _write_calendar(self, event_id: int, path: Path, _work: Work) -> None:
        self._desk.services.agenda.write_calendar(path, event_id=event_id)

    def _ask(self, event: Event, what: str, kind: str, write: Write) -> None:
        plain = re.sub(r'[\\/:*?"<>|\x00-\x1f]', " ", f"{event.title} - {what}").strip()
        ask_where_to_save(
            self._widget,
            what,
            f"{plain[:120]}.{kind}",
            f"{kind.upper()} (*.{kind})",
            partial(self._write, write),
        )

    def _write(self, write: Write, chosen: str) -> None:
        path = Path(chosen)
        self._desk.operations.carry_out(
            lambda work: write(path, work),
            origin=self,
            title=self.tr("Writing {name}").format(name=path.name),
            then=partial(self._say, path),
        )

    def _say(self, path: Path, _result: object) -> None:
        self._desk.operations.told.emit(self.tr("Written: {path}").format(path=path), False)
