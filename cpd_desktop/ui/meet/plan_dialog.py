"""What is asked before meetings are planned: how many, of which kind, and how people get in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.meeting_plan import series_of_sessions
from cpd_desktop.domain.meetings import Kind, MeetingSettings, Rhythm
from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.form import READABLE, FormDialog
from cpd_desktop.ui.meet.entrance import Entrance
from cpd_desktop.ui.meet.words import kind_words
from cpd_desktop.ui.widgets import GRID, label
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.meeting_state import MeetingCard


@dataclass(frozen=True, slots=True)
class Planned:
    """What was chosen."""

    kind: Kind
    rhythm: Rhythm
    settings: MeetingSettings


class PlanDialog(FormDialog):
    """Offers only what the sessions allow; ``offered`` carries what was chosen."""

    offered = Signal(Planned)

    def __init__(
        self, parent: QWidget, event: Event, cards: Sequence[MeetingCard], left: int
    ) -> None:
        """Plan for so many sessions that are left, beside the meetings that are there."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Plan meetings at Zoom"))
        self.accept_button.setText(self.tr("Plan"))
        self.rhythms = {
            Rhythm.ONCE: QRadioButton(self.tr("A &meeting for each session (%n)", "", left)),
            Rhythm.SERIES: QRadioButton(self.tr("One &recurring meeting, on the same link")),
            Rhythm.NO_FIXED_TIME: QRadioButton(self.tr("One &link for all sessions, at any time")),
        }
        self.kinds = {each: QRadioButton(kind_words(each)) for each in Kind}
        series = series_of_sessions(event.sessions, event.zone)
        self._why_not = series if isinstance(series, Sentence) else None
        self._lay_out(alone=len(event.sessions) == 1 or bool(cards))
        self.entrance = Entrance(self, MeetingSettings())
        self.resize(self.fontMetrics().averageCharWidth() * READABLE, 0)

        self._kinds.buttonClicked.connect(self._show_kind)
        self._show_kind()

    def offer(self) -> None:
        """Hand over what was chosen, if nothing is wrong with it."""
        settings = self.entrance.settings()
        if not self.show_problems(settings.problems()):
            self.accept_button.setEnabled(False)
            self.offered.emit(Planned(self._kind(), self._rhythm(), settings))

    def refuse(self, error: Exception) -> None:
        """Show what is wrong, and let it be offered again."""
        self.accept_button.setEnabled(True)
        if isinstance(error, Invalid):
            self.show_problems(error.problems)
        else:
            self.show_problems({"rhythm": getattr(error, "says", Sentence("meet", ""))})

    def _lay_out(self, *, alone: bool) -> None:
        self._rhythms, self._kinds = QButtonGroup(self), QButtonGroup(self)
        rhythms = QVBoxLayout()
        rhythms.setSpacing(GRID // 2)
        for rhythm, choice in self.rhythms.items():
            choice.setAccessibleName(choice.text().replace("&", ""))
            self._rhythms.addButton(choice)
            choice.setVisible(rhythm is Rhythm.ONCE or not alone)
            rhythms.addWidget(choice)
            if rhythm is Rhythm.SERIES and self._why_not is not None and not alone:
                choice.setEnabled(False)
                rhythms.addWidget(label(in_words(self._why_not), "caption"))
        self.rhythms[Rhythm.ONCE].setChecked(True)
        kinds = QVBoxLayout()
        kinds.setSpacing(GRID // 2)
        for choice in self.kinds.values():
            choice.setAccessibleName(choice.text())
            self._kinds.addButton(choice)
            kinds.addWidget(choice)
        self.kinds[Kind.MEETING].setChecked(True)
        self._webinar = label(self.tr("A webinar needs a webinar plan at Zoom."), "caption")
        kinds.addWidget(self._webinar)
        self.add_rows("rhythm", self.tr("For the sessions"), rhythms)
        self.add_rows("kind", self.tr("At Zoom it is a"), kinds)

    def _show_kind(self, *_: Any) -> None:
        self._webinar.setVisible(self._kind() is Kind.WEBINAR)
        self.entrance.show_kind(self._kind())

    def _kind(self) -> Kind:
        return next(kind for kind, choice in self.kinds.items() if choice.isChecked())

    def _rhythm(self) -> Rhythm:
        return next(each for each, choice in self.rhythms.items() if choice.isChecked())


class SettingsDialog(FormDialog):
    """Asks how people get in to a meeting that is planned; ``offered`` carries the settings."""

    offered = Signal(MeetingSettings)

    def __init__(self, parent: QWidget, card: MeetingCard) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings of the meeting"))
        self.accept_button.setText(self.tr("Keep"))
        self._kept = card.settings
        self.entrance = Entrance(self, card.settings)
        self.entrance.show_kind(card.kind)
        self.resize(self.fontMetrics().averageCharWidth() * READABLE, 0)

    def offer(self) -> None:
        """Hand over the settings, if they are well and anything changed."""
        settings = self.entrance.settings()
        if self.show_problems(settings.problems()):
            return
        if settings != self._kept:
            self.offered.emit(settings)
        self.accept()
