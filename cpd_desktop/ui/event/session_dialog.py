"""The dialog that edits one session."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from cpd_desktop.domain.sessions import SessionDraft
from cpd_desktop.ui.event.dialog import EntryDialog
from cpd_desktop.ui.event.entries import Entry, LineEntry, TextEntry, TickEntry
from cpd_desktop.ui.event.times import BreaksEntry, MomentEntry
from cpd_desktop.ui.wall_clock import python_time, qt_time

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QDateTime

    from cpd_desktop.domain.speakers import Speaker
    from cpd_desktop.domain.words import Sentence


class SpeakersEntry(Entry):
    """Who of the event's speakers speaks here, by ticks."""

    def __init__(self, name: str, words: str, speakers: Sequence[Speaker], *, note: str) -> None:
        boxes = QWidget()
        inside = QVBoxLayout(boxes)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        super().__init__(name, words, boxes, note=note)
        self.boxes: dict[int, QCheckBox] = {}
        for each in speakers:
            box = QCheckBox(each.name.replace("&", "&&"))
            box.setAccessibleName(each.name)
            box.setProperty("data", True)
            self.boxes[each.id] = box
            inside.addWidget(box)
        self.setFocusProxy(next(iter(self.boxes.values())))

    def raw(self) -> list[int]:
        """Return the ids of those who are ticked."""
        return [key for key, box in self.boxes.items() if box.isChecked()]

    def show_raw(self, raw: Sequence[int]) -> None:
        """Tick these."""
        for key, box in self.boxes.items():
            box.setChecked(key in raw)

    def raw_of(self, value: Sequence[int]) -> list[int]:
        """Return the ids."""
        return list(value)

    def value(self) -> Any:
        """Return the ids."""
        return tuple(self.raw())


class SessionDialog(EntryDialog):
    """Edits a ``SessionDraft``. Moving the start moves the end with it."""

    offered = Signal(SessionDraft)

    def __init__(
        self,
        parent: QWidget,
        session: SessionDraft,
        zone: str,
        speakers: Sequence[Speaker],
        *,
        new: bool,
    ) -> None:
        translate = QCoreApplication.translate
        title = LineEntry(
            "title",
            translate("SessionDialog", "&Title"),
            note=translate("SessionDialog", "Empty: as the event."),
        )
        self._starts = MomentEntry("starts", translate("SessionDialog", "&Starts"))
        self._ends = MomentEntry("ends", translate("SessionDialog", "&Ends"))
        rows: list[list[Entry]] = [
            [title],
            [self._starts, self._ends],
            [BreaksEntry("breaks", translate("SessionDialog", "Breaks"), self._starts)],
            [
                LineEntry("room", translate("SessionDialog", "&Room")),
                LineEntry("place", translate("SessionDialog", "&Place")),
            ],
            [
                LineEntry("track", translate("SessionDialog", "Tra&ck")),
                LineEntry("host", translate("SessionDialog", "&Zoom host (e-mail)")),
            ],
            [LineEntry("link", translate("SessionDialog", "&Link to the meeting"))],
            [
                TickEntry(
                    "mandatory",
                    translate("SessionDialog", "Who wants a certificate &must be there"),
                )
            ],
            [TextEntry("description", translate("SessionDialog", "&Description"))],
        ]
        if speakers:
            note = translate("SessionDialog", "They come from the event's list of speakers.")
            rows.insert(
                3,
                [
                    SpeakersEntry(
                        "speakers", translate("SessionDialog", "Spea&kers"), speakers, note=note
                    )
                ],
            )
        super().__init__(parent, session, rows, _problems, zone=zone)
        self.setWindowTitle(self.tr("New session") if new else self.tr("Edit session"))
        self.accept_button.setText(self.tr("Add session") if new else self.tr("Keep session"))
        self._length = session.ends - session.starts

        self._starts.edit.dateTimeChanged.connect(self._move_end)
        self._ends.edit.dateTimeChanged.connect(self._note_length)

    def _move_end(self, starts: QDateTime) -> None:
        if self._length > timedelta(0):
            self._ends.edit.setDateTime(qt_time(python_time(starts) + self._length))

    def _note_length(self) -> None:
        self._length = self._ends.wall() - self._starts.wall()


def _problems(session: SessionDraft) -> Mapping[str, Sentence]:
    problem = session.problem()
    return {"session": problem} if problem else {}
