"""The short dialog that begins an event; everything else about it is edited in its Plan stage."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.events import CAPACITY_LIMIT, EventDraft
from cpd_desktop.domain.sessions import SessionDraft
from cpd_desktop.domain.zones import moment, wall_time
from cpd_desktop.ui.form import FormDialog
from cpd_desktop.ui.wall_clock import python_time, qt_time, time_edit
from cpd_desktop.ui.widgets import GRID, button
from cpd_desktop.ui.zone_box import ZoneBox

if TYPE_CHECKING:
    from cpd_desktop.domain.words import Sentence


class EventDialog(FormDialog):
    """Asks for title, times and places; ``offered`` carries a draft that keeps every rule."""

    offered = Signal(EventDraft)

    def __init__(self, parent: QWidget, draft: EventDraft) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New event"))
        self.accept_button.setText(self.tr("Add event"))
        self._rows: list[_SessionRow] = []
        self._draft = draft
        self._minutes = _minutes(draft)

        self._title = QLineEdit(draft.title)
        self._title.setPlaceholderText(self.tr("What people will learn about"))
        self._zone = ZoneBox(draft.zone)
        self._capacity = QSpinBox()
        self._capacity.setRange(0, CAPACITY_LIMIT)
        self._capacity.setSpecialValueText(self.tr("No limit"))
        self._capacity.setValue(draft.capacity or 0)
        # The stylesheet's padding does not reach the line inside.
        self._capacity.lineEdit().setTextMargins(GRID, 0, GRID, 0)
        self._sessions = QVBoxLayout()
        self._sessions.setSpacing(GRID)
        self._add = button(self.tr("Add session"), "quiet")

        self.add_field("title", self.tr("&Title"), self._title)
        self.add_field("zone", self.tr("Time &zone"), self._zone)
        self.add_field("capacity", self.tr("&Places"), self._capacity)
        sessions = QVBoxLayout()
        sessions.addLayout(self._sessions)
        under = QHBoxLayout()
        under.addWidget(self._add)
        under.addStretch(1)
        sessions.addLayout(under)
        self.add_rows("sessions", self.tr("Sessions"), sessions)
        for session in draft.sessions:
            self._add_row(session, draft.zone)
        self._title.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)

        self._add.clicked.connect(self._add_another)
        self._title.setFocus()

    def offer(self) -> None:
        """Hand over the draft if it keeps every rule, else show what is wrong."""
        zone = self._zone.zone()
        problems: dict[str, Sentence] = {}
        sessions = []
        for row in self._rows:
            try:
                sessions.append(row.draft(zone))
            except Invalid as error:
                problems |= {"zone" if "zone" in error.problems else "sessions": error.says}
        draft = replace(
            self._draft,
            title=self._title.text(),
            zone=zone,
            sessions=tuple(sessions),
            capacity=self._capacity.value() or None,
        )
        if not self.show_problems(draft.problems() | problems):
            self.offered.emit(draft)
            self.accept()

    def _add_another(self) -> None:
        last = self._rows[-1].times() if self._rows else None
        starts = last[0] + timedelta(days=1) if last else _next_full_hour()
        ends = last[1] + timedelta(days=1) if last else starts + timedelta(minutes=self._minutes)
        self._show_row(_SessionRow(_Times("", starts, ends, None)))
        self._rows[-1].starts.setFocus()

    def _add_row(self, session: SessionDraft, zone: str) -> None:
        starts, ends = wall_time(session.starts, zone), wall_time(session.ends, zone)
        self._show_row(_SessionRow(_Times(session.title, starts, ends, session.id)))

    def _show_row(self, row: _SessionRow) -> None:
        self._rows.append(row)
        self._sessions.addWidget(row)
        row.removed.connect(self._remove)
        self._show_which_can_go()

    def _remove(self, row: QWidget) -> None:
        self._rows = [each for each in self._rows if each is not row]
        self._sessions.removeWidget(row)
        row.deleteLater()
        self._show_which_can_go()
        self._add.setFocus()

    def _show_which_can_go(self) -> None:
        for row in self._rows:
            row.remove.setEnabled(len(self._rows) > 1)


@dataclass(frozen=True, slots=True)
class _Times:
    """A session as the clock on the wall shows it."""

    title: str
    starts: datetime
    ends: datetime
    id: int | None


class _SessionRow(QWidget):
    """One session: its title, start and end. Moving the start moves the end with it."""

    removed = Signal(QWidget)

    def __init__(self, times: _Times) -> None:
        super().__init__()
        self._id = times.id
        self._length = times.ends - times.starts
        self._title = QLineEdit(times.title)
        self._title.setPlaceholderText(self.tr("Same as the event"))
        self._title.setAccessibleName(self.tr("Session title"))
        self.starts = time_edit(times.starts, self.tr("Starts"))
        self.ends = time_edit(times.ends, self.tr("Ends"))
        self.remove: QPushButton = button(self.tr("Remove"), "quiet")
        self.remove.setAccessibleName(self.tr("Remove session"))

        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(self._title, 1)
        top.addWidget(self.remove)
        below = QHBoxLayout()
        below.setSpacing(GRID)
        below.addWidget(self.starts)
        below.addWidget(QLabel(self.tr("to")))
        below.addWidget(self.ends)
        below.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addLayout(top)
        layout.addLayout(below)

        self.starts.dateTimeChanged.connect(self._move_end)
        self.ends.dateTimeChanged.connect(self._note_length)
        self.remove.clicked.connect(self._ask_to_go)

    def times(self) -> tuple[datetime, datetime]:
        """Return start and end as the clock on the wall shows them."""
        return python_time(self.starts.dateTime()), python_time(self.ends.dateTime())

    def draft(self, zone: str) -> SessionDraft:
        """Return the session; raises ``Invalid`` for a time that the clocks skip."""
        starts, ends = self.times()
        return SessionDraft(self._title.text(), moment(starts, zone), moment(ends, zone), self._id)

    def _move_end(self, starts: QDateTime) -> None:
        if self._length > timedelta(0):
            self.ends.setDateTime(qt_time(python_time(starts) + self._length))

    def _note_length(self) -> None:
        starts, ends = self.times()
        self._length = ends - starts

    def _ask_to_go(self) -> None:
        self.removed.emit(self)


def _minutes(draft: EventDraft) -> int:
    lengths = [each.ends - each.starts for each in draft.sessions]
    return int(lengths[0].total_seconds() // 60) if lengths else 60


def _next_full_hour() -> datetime:
    return python_time(QDateTime.currentDateTime().addSecs(3600)).replace(minute=0)
