"""The dialogs that choose a speaker and edit one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.speakers import SpeakerDraft
from cpd_desktop.ui.event.dialog import EntryDialog
from cpd_desktop.ui.event.entries import Entry, LineEntry
from cpd_desktop.ui.event.markdown import MarkdownEntry
from cpd_desktop.ui.event.times import DayEntry
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.form import FormDialog
from cpd_desktop.ui.row_table import SearchField
from cpd_desktop.ui.widgets import GRID, button, label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.speakers import Speaker
    from cpd_desktop.domain.words import Sentence


@dataclass(frozen=True, slots=True)
class Appearing(SpeakerDraft):
    """A speaker, and as what they speak at this event."""

    role: str = ""

    def speaker(self) -> SpeakerDraft:
        """Return the speaker alone."""
        return SpeakerDraft(**{name: getattr(self, name) for name in SpeakerDraft.__slots__})


def appearing(speaker: SpeakerDraft, role: str) -> Appearing:
    """Return a speaker together with a role."""
    values = {name: getattr(speaker, name) for name in SpeakerDraft.__slots__}
    return Appearing(**values, role=role)


class SpeakerDialog(EntryDialog):
    """Edits a speaker, for every event, and the role at this one."""

    offered = Signal(Appearing)

    def __init__(self, parent: QWidget, speaker: Appearing, today: date, *, new: bool) -> None:
        translate = QCoreApplication.translate
        rows: list[list[Entry]] = [
            [LineEntry("name", translate("SpeakerDialog", "&Name"))],
            [LineEntry("role", translate("SpeakerDialog", "&Role at this event"))],
            [
                LineEntry("email", translate("SpeakerDialog", "&E-mail")),
                LineEntry("licence", translate("SpeakerDialog", "&Licence number")),
            ],
            [LineEntry("qualifications", translate("SpeakerDialog", "&Qualifications"))],
            [MarkdownEntry("biography", translate("SpeakerDialog", "&Biography"), lines=5)],
            [
                DayEntry(
                    "disclosed_on",
                    translate("SpeakerDialog", "&Conflicts of interest declared on"),
                    today,
                )
            ],
            [
                MarkdownEntry(
                    "disclosure",
                    translate("SpeakerDialog", "&Statement on conflicts of interest"),
                    lines=3,
                    note=translate(
                        "SpeakerDialog", "Accreditors want one that is not older than a year."
                    ),
                )
            ],
        ]
        super().__init__(parent, speaker, rows, _problems)
        self.setWindowTitle(self.tr("New speaker") if new else self.tr("Edit speaker"))
        self.accept_button.setText(self.tr("Add speaker") if new else self.tr("Keep speaker"))


class ChooseSpeakerDialog(FormDialog):
    """Chooses somebody who spoke before; ``remove_asked`` wants one forgotten for good."""

    chosen = Signal(int)
    new_asked = Signal()
    remove_asked = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add a speaker"))
        self.accept_button.setText(self.tr("Add speaker"))
        self._speakers: Sequence[Speaker] = ()
        self._search = SearchField(self.tr("Search by name or e-mail"))
        self._search.setAccessibleName(self.tr("Search speakers"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Speakers"))
        self._nobody = label(self.tr("Nobody else spoke at an event yet."), "muted")
        self.new = button(self.tr("New speaker…"))
        self.remove = button(self.tr("Remove for good"), "quiet")
        for each in (self.new, self.remove):
            each.setAccessibleName(each.text())
        self.rows.addWidget(self._search, 0, 0, 1, 2)
        self.rows.addWidget(self.list, 1, 0, 1, 2)
        self.rows.addWidget(self._nobody, 2, 0, 1, 2)
        self.rows.addLayout(FlowRow(self.new, self.remove), 3, 0, 1, 2)

        self._search.searched.connect(self._show)
        self.list.currentRowChanged.connect(self._show_what_can_be_done)
        self.list.itemActivated.connect(self.offer)
        self.new.clicked.connect(self._begin_new)
        self.remove.clicked.connect(self._ask_to_remove)

    def sizeHint(self) -> QSize:
        """Show a few lines of the list."""
        return super().sizeHint().expandedTo(QSize(GRID * 64, GRID * 48))

    def show_speakers(self, speakers: Sequence[Speaker]) -> None:
        """Show who can be chosen."""
        self._speakers = speakers
        self._show(self._search.text())

    def refuse(self, says: Sentence) -> None:
        """Say why nobody was removed."""
        self.show_problems({"speaker": says})

    def offer(self) -> None:
        """Hand over who is selected."""
        if self.list.currentRow() >= 0:
            self.chosen.emit(self._found[self.list.currentRow()].id)
            self.accept()

    def _show(self, search: str) -> None:
        words = folded(search).split()
        self._found = [
            each
            for each in self._speakers
            if all(word in folded(each.name, each.email) for word in words)
        ]
        self.list.clear()
        for each in self._found:
            self.list.addItem(QListWidgetItem(" · ".join(filter(None, (each.name, each.email)))))
        self.list.setCurrentRow(0 if self._found else -1)
        self._nobody.setVisible(not self._speakers)
        self._show_what_can_be_done()

    def _show_what_can_be_done(self) -> None:
        one = self.list.currentRow() >= 0
        self.remove.setEnabled(one)
        self.accept_button.setEnabled(one)

    def _begin_new(self) -> None:
        self.reject()
        self.new_asked.emit()

    def _ask_to_remove(self) -> None:
        self.remove_asked.emit(self._found[self.list.currentRow()].id)


def _problems(speaker: Appearing) -> Mapping[str, Sentence]:
    return speaker.problems()
