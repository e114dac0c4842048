"""The Plan stage: everything that the event consists of, kept as it is entered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.services.copies import Scope
from cpd_desktop.ui.dates import clock_time
from cpd_desktop.ui.event.basics import BasicsSection
from cpd_desktop.ui.event.credit import CreditSection
from cpd_desktop.ui.event.history import HistorySection
from cpd_desktop.ui.event.keeper import Keeper
from cpd_desktop.ui.event.materials import MaterialsSection
from cpd_desktop.ui.event.question import Question
from cpd_desktop.ui.event.questions import QuestionsSection
from cpd_desktop.ui.event.registration import RegistrationSection
from cpd_desktop.ui.event.section import ScrolledSection, Section
from cpd_desktop.ui.event.series_bar import SeriesBar
from cpd_desktop.ui.event.sessions import SessionsSection
from cpd_desktop.ui.event.speakers import SpeakersSection
from cpd_desktop.ui.learning.content_panel import ContentPanel
from cpd_desktop.ui.settings.note import Note
from cpd_desktop.ui.widgets import GRID

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QHideEvent, QShowEvent

    from cpd_desktop.domain.changes import Changes
    from cpd_desktop.domain.events import Event
    from cpd_desktop.ui.desk import Desk

KINDS = (
    "event",
    "session",
    "session_speaker",
    "event_speaker",
    "speaker",
    "credit_line",
    "custom_field",
    "material",
    "material_version",
)


class PlanStage(QWidget):
    """The sections of the plan, one at a time."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.part_question: QMessageBox | None = None
        self._order: list[str] = []
        self._titles: list[str] = []
        self._wrong: list[str] = []
        self.sections: dict[str, Section] = {}
        self.names = QListWidget()
        self.names.setAccessibleName(self.tr("Sections of the plan"))
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.saved = Note()
        self.stack = QStackedWidget()
        self.series = SeriesBar(desk)
        self.unfinished = Question(self.tr("Use them"), self.tr("Drop them"))
        self.collision = Question(self.tr("Keep mine"), self.tr("Take theirs"))
        self._lay_out()
        self._add("basics", self.tr("Basics"), BasicsSection)
        self._add("sessions", self.tr("Sessions"), SessionsSection)
        self._add("speakers", self.tr("Speakers"), SpeakersSection)
        self._add("credit", self.tr("Credit"), CreditSection)
        self._add("registration", self.tr("Registration"), RegistrationSection)
        self._add("questions", self.tr("Questions"), QuestionsSection)
        self._add("materials", self.tr("Materials"), MaterialsSection)
        self.content = ContentPanel(desk, self.stack)
        self._add_page("content", self.tr("Content"), self.content)
        self._add("history", self.tr("History"), HistorySection)
        self.entries = {
            entry.name: entry for section in self.sections.values() for entry in section.entries
        }
        self.keeper = Keeper(desk, self.entries, self)
        self.keeper.shown.connect(self.series.show_event)

        self.names.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.names.setCurrentRow(0)
        self.series.chosen.connect(self._set_scope)
        self.unfinished.first.clicked.connect(self.keeper.use_unfinished)
        self.unfinished.second.clicked.connect(self.keeper.drop_unfinished)
        self.collision.first.clicked.connect(self.keeper.keep_mine)
        self.collision.second.clicked.connect(self.keeper.take_theirs)
        for section in self.sections.values():
            section.edited.connect(self.keeper.edit)
            self.keeper.shown.connect(section.show_event)
        self.keeper.saved.connect(self._say_saved)
        self.keeper.not_saved.connect(self._say_not_saved)
        self.keeper.found_wrong.connect(self._say_wrong)
        self.keeper.found_unfinished.connect(self._offer)
        self.keeper.collided.connect(self._ask_which)
        self.keeper.part_collided.connect(self._ask_about_part)
        desk.feed.changed.connect(self._heard)
        desk.theme.changed.connect(self._fit_names)

    def show_event(self, event: Event) -> None:
        """Show an event as it is kept."""
        if self.keeper.kept is None or self.keeper.kept.id != event.id:
            self.saved.say("")
            self.unfinished.hide()
            self.collision.hide()
        self.keeper.show(event)
        self.content.show_event(event)

    def show_section(self, name: str) -> None:
        """Open a section."""
        self.names.setCurrentRow(self._order.index(name))

    def leave(self) -> None:
        """Keep what is typed."""
        self.keeper.leave()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the list of sections the room it needs in the clothes of now."""
        super().showEvent(event)
        self._fit_names()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed: leaving the stage leaves its fields."""
        self.leave()
        super().hideEvent(event)

    def _add(self, name: str, title: str, made: Callable[[Desk, QWidget], Section]) -> None:
        page = ScrolledSection(made, self._desk, self.stack)
        self.sections[name] = page.section
        self._add_page(name, title, page)

    def _add_page(self, name: str, title: str, page: QWidget) -> None:
        self._order.append(name)
        self._titles.append(title)
        self.names.addItem(QListWidgetItem(title))
        self.stack.addWidget(page)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(GRID)
        left.addWidget(self.names, 1)
        left.addWidget(self.saved)
        right = QVBoxLayout()
        right.setSpacing(GRID)
        right.addWidget(self.series)
        right.addWidget(self.unfinished)
        right.addWidget(self.collision)
        right.addWidget(self.stack, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID * 2)
        layout.addLayout(left)
        layout.addLayout(right, 1)

    def _fit_names(self) -> None:
        # An item's size is asked for once, and the clothes that it depends on come later.
        self.names.doItemsLayout()
        width = self.names.sizeHintForColumn(0) + GRID * 4
        self.names.setFixedWidth(width)
        self.saved.setMaximumWidth(width)

    def _say_saved(self) -> None:
        if self._wrong:
            return  # that is more important
        now = clock_time(self._desk.services.clock.now(), self._desk.local_zone)
        self.saved.say(self.tr("Saved {time}").format(time=now), "good")

    def _say_not_saved(self) -> None:
        self.saved.say(self.tr("Not saved"), "bad")

    def _say_wrong(self, wrong: list[str]) -> None:
        self._wrong = wrong
        for name, section in self.sections.items():
            row = self._order.index(name)
            count = sum(entry.name in wrong for entry in section.entries)
            marked = self.tr("{section} ({count} to correct)")
            title = self._titles[row]
            text = marked.format(section=title, count=count) if count else title
            self.names.item(row).setText(text)
        self._fit_names()
        if wrong:
            self.saved.say(self.tr("%n field(s) not saved", "", len(wrong)), "bad")

    def _set_scope(self, scope: object) -> None:
        self.keeper.scope = scope if isinstance(scope, Scope) else None

    def _offer(self, words: list[str], at: datetime) -> None:
        text = self.tr("Unsaved changes from {time}: {fields}.")
        time = clock_time(at, self._desk.local_zone)
        self.unfinished.ask(text.format(time=time, fields=", ".join(words)))

    def _ask_which(self, words: list[str]) -> None:
        text = self.tr("Somebody else changed this meanwhile: {fields}.")
        self.collision.ask(text.format(fields=", ".join(words)))

    def _ask_about_part(self, anyway: object, text: str) -> None:
        box = QMessageBox(self.window())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setText(self.tr("Somebody else changed this meanwhile: {fields}.").format(fields=text))
        mine = box.addButton(self.tr("Keep mine"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Take theirs"), QMessageBox.ButtonRole.RejectRole)
        mine.clicked.connect(partial(self.keeper.edit, anyway, text))
        self.part_question = box
        box.open()

    def _heard(self, changes: Changes, origin: object) -> None:
        event = self.keeper.kept
        if event is None or origin is self or not any(map(changes.touches, KINDS)):
            return
        events = self._desk.services.events
        self._desk.operations.look_up(lambda _work: events.get(event.id), self._show_again)

    def _show_again(self, event: Event) -> None:
        if self.keeper.kept is not None and self.keeper.kept.id == event.id:
            self.keeper.show(event)
