"""The rows of the register, and its table, out of which certificates can be dragged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag

from cpd_desktop.ui.certificates.register_words import standing
from cpd_desktop.ui.dates import day, day_of
from cpd_desktop.ui.row_table import Column, RowTable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from cpd_desktop.domain.certificates.register import Status
    from cpd_desktop.services.certificates.register import CertificateRegister


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be listed."""

    status: Status | None = None
    since: datetime | None = None
    event: int | None = None
    template: int | None = None
    person: int | None = None


class RegisterRows:
    """Certificates for a table, as they were issued."""

    def __init__(self, register: CertificateRegister, columns: Sequence[Column], zone: str) -> None:
        self._register = register
        self._zone = zone
        self.columns = columns
        self.wanted = Wanted()

    def ids(self, search: str, sort: str, descending: bool) -> Sequence[int]:  # noqa: FBT001
        """Return those that fit, in order."""
        wanted = self.wanted
        return self._register.ids(
            search,
            event_id=wanted.event,
            person_id=wanted.person,
            status=wanted.status,
            template_id=wanted.template,
            since=wanted.since,
            sort=sort,
            descending=descending,
        )

    def rows(self, ids: Sequence[int]) -> dict[int, Sequence[object]]:
        """Return their cells."""
        found = self._register.listed(ids)
        return {
            key: (
                each.name,
                standing(each.status),
                each.number,
                each.title,
                day_of(each.claims.first),
                each.credit,
                day(each.issued_at, self._zone),
            )
            for key, each in found.items()
        }


class RegisterTable(RowTable):
    """Lets the selected certificates be dragged out of the window as files."""

    def __init__(
        self, source: RegisterRows, files: Callable[[Sequence[int]], Sequence[Path]]
    ) -> None:
        super().__init__(source, filled=False)
        self._files = files
        self.setDragEnabled(True)

    def startDrag(self, _actions: Qt.DropAction) -> None:  # noqa: N802 - Qt's name
        """Hand over copies, which the other program may keep."""
        data = self.dragged_data()
        if data.hasUrls():
            drag = QDrag(self)
            drag.setMimeData(data)
            drag.exec(Qt.DropAction.CopyAction)

    def dragged_data(self) -> QMimeData:
        """Return the selected certificates as files."""
        data = QMimeData()
        paths = self._files(self.selected_ids())
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        return data
