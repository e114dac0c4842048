"""The statement of all credits of a person, from the register and from the person alike."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cpd_desktop.domain.zones import wall_time
from cpd_desktop.ui.file_questions import ask_where_to_save

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.ui.certificates.register_dialogs import StatementDialog
    from cpd_desktop.ui.desk import Desk


_NEVER = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


class StatementOutput(QObject):
    """Asks for the period and the file, and writes it off the window's thread."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._widget = parent

    def ask(self, person: int, name: str) -> StatementDialog:
        """Ask for which period."""
        from cpd_desktop.ui.certificates.register_dialogs import StatementDialog

        today = wall_time(self._desk.services.clock.now(), self._desk.local_zone).date()
        dialog = StatementDialog(self._widget.window(), name, today)
        dialog.offered.connect(partial(self._ask_where, person, name))
        dialog.open()
        return dialog

    def save(self, person: int, first: date, last: date, chosen: str) -> None:
        """Write the statement into this file."""
        path, statements = Path(chosen), self._desk.services.statements
        self._desk.operations.carry_out(
            lambda _work: statements.write(person, first, last, path),
            origin=self,
            title=self.tr("Writing {name}").format(name=path.name),
            then=partial(self._say, path),
        )

    def _ask_where(self, person: int, name: str, first: date, last: date) -> None:
        what = self.tr("Statement of credits")
        ask_where_to_save(
            self._widget,
            what,
            f"{_NEVER.sub(' ', name)[:80]} - {what}.pdf",
            "PDF (*.pdf)",
            partial(self.save, person, first, last),
        )

    def _say(self, path: Path, _result: object) -> None:
        self._desk.operations.told.emit(self.tr("Written: {path}").format(path=path), False)
