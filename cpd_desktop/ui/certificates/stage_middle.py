"""The middle of the stage: the preview or the list, and what can be done with who is chosen."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.domain.certificates.register import Certificate
from cpd_desktop.ui.certificates.stage_content import State
from cpd_desktop.ui.certificates.stage_people import StagePeople
from cpd_desktop.ui.certificates.stage_preview import StagePreview
from cpd_desktop.ui.certificates.stage_words import chain_words, number_words, state_words
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.register.view_button import say, view_button
from cpd_desktop.ui.widgets import GRID, button, label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

    from cpd_desktop.ui.certificates.stage_content import Line, StageContent
    from cpd_desktop.ui.desk import Desk

PREVIEW, PEOPLE = range(2)
WIDE = 130  # characters: with so much room both are seen


class StageMiddle(QWidget):
    """Shows people one at a time or all of them; the signals carry who or what is meant."""

    issue_asked = Signal(list)
    open_asked = Signal(Certificate)
    save_asked = Signal(list)
    print_asked = Signal(list)
    drag_asked = Signal(QWidget, list)
    replace_asked = Signal(Certificate)
    revoke_asked = Signal(Certificate)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._content: StageContent | None = None
        self.preview = StagePreview(desk)
        self.people = StagePeople()
        self.ways = QButtonGroup(self)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.says = label("", "caption", data=True)
        self.issue = button("")
        self.open = button(self.tr("Open PDF"))
        self.save = button(self.tr("Save…"))
        self.more = button(self.tr("More"))
        self.further = QMenu(self)
        self.print = self.further.addAction(self.tr("Print…"))
        self.replace = self.further.addAction(self.tr("Replace…"))
        self.revoke = self.further.addAction(self.tr("Revoke…"))

        self._lay_out()

        self._connect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show list and preview side by side where there is room for both."""
        super().resizeEvent(event)
        self._arrange()

    def show_content(self, content: StageContent) -> None:
        """Show people; of another event the first one is chosen."""
        before, self._content = self._content, content
        self.preview.show_content(content)  # first: what is chosen below is looked up there
        self.people.show_content(content)
        say(self.ways.button(PEOPLE), self._people_words(len(content.lines)))
        if before is None or before.event.id != content.event.id:
            first = next(iter(content.of(State.READY, State.HELD, State.ISSUED)), None)
            if first is not None:
                self.people.table.select_id(first.id)
        self._follow()

    def show_only(self, registrations: Iterable[int]) -> None:
        """List those whom a check is about."""
        self._open(PEOPLE)
        self.people.show_only(registrations)
        self.people.table.setFocus()

    def show_state(self, state: State) -> None:
        """List those who stand so."""
        self._open(PEOPLE)
        self.people.open_state(state)
        self.people.table.setFocus()

    def choose(self, registration: int) -> None:
        """Show somebody."""
        self.people.select(registration)

    def chosen(self) -> list[Line]:
        """Return whom the buttons are about."""
        return self.people.selected()

    def certificates(self) -> list[Certificate]:
        """Return their certificates that count."""
        return [each.issued for each in self.chosen() if each.issued is not None]

    def ask_to_print(self) -> None:
        """Print the certificates of who is chosen."""
        if found := self.certificates():
            self.print_asked.emit(found)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GRID // 2)
        for number, text in enumerate((self.tr("Preview"), self.tr("People"))):
            made = view_button()
            say(made, text)
            self.ways.addButton(made, number)
            row.addWidget(made)
        row.addStretch(1)
        row.addWidget(self.people.search, 2)
        self.ways.button(PREVIEW).setChecked(True)
        self.more.setMenu(self.further)
        buttons = (self.issue, self.open, self.save, self.more)
        for each in buttons:
            each.setAccessibleName(each.text().replace("…", ""))
        self.more.setAccessibleName(self.tr("More about these certificates"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, 0, GRID, 0)
        layout.setSpacing(GRID)
        layout.addLayout(row)
        layout.addWidget(self.split, 1)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.people)
        self.split.addWidget(self.preview)
        layout.addWidget(self.says)
        layout.addLayout(FlowRow(*buttons))
        self._order_by_tab()

    def _order_by_tab(self) -> None:
        """Lead the Tab key from top to bottom, whichever was made first."""
        preview, people = self.preview, self.people
        order = (
            *self.ways.buttons(),
            people.search,
            *(preview.previous, preview.person, preview.next, preview.sheet),
            *(preview.page_back, preview.page_on),
            *people.views.buttons(),
            people.table,
            *(self.issue, self.open, self.save, self.more),
        )
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)

    def _connect(self) -> None:
        self.ways.idClicked.connect(self._open)
        self.people.selection_changed.connect(self._follow)
        self.people.chosen.connect(self._show_preview)
        self.people.table.drag_asked.connect(self._drag_from_list)
        self.preview.sheet.drag_asked.connect(self._drag_from_sheet)
        self.preview.chosen.connect(self.choose)
        self.preview.step_asked.connect(self.people.step)
        self.issue.clicked.connect(self._issue)
        self.open.clicked.connect(self._open_file)
        self.save.clicked.connect(self._save)
        self.print.triggered.connect(self.ask_to_print)
        self.replace.triggered.connect(self._replace)
        self.revoke.triggered.connect(self._revoke)

    def _people_words(self, count: int) -> str:
        return self.tr("People {count}").format(count=number_words(count))

    def _open(self, way: int) -> None:
        self.ways.button(way).setChecked(True)
        self._arrange()
        self._follow()

    def _show_preview(self, _registration: int) -> None:
        self._open(PREVIEW)

    def _arrange(self) -> None:
        wide = self.width() > self.fontMetrics().averageCharWidth() * WIDE
        way = self.ways.checkedId()
        for each in self.ways.buttons():
            each.setVisible(not wide)
        self.preview.setVisible(wide or way == PREVIEW)
        self.people.setVisible(wide or way == PEOPLE)
        self.people.search.setVisible(wide or way == PEOPLE)

    def _follow(self) -> None:
        """Show who is chosen, and what can be done with them."""
        lines, content = self.chosen(), self._content
        if content is None:
            return
        current = content.by_id.get(self.people.table.current_id() or 0)
        self.preview.show_line(current if current in lines else next(iter(lines), None))
        ready = [each for each in lines if each.state is State.READY]
        found = self.certificates()
        self.issue.setVisible(bool(ready))
        self.issue.setText(self.tr("Issue to %n selected", "", len(ready)))
        self.issue.setAccessibleName(self.issue.text())
        self.open.setVisible(len(found) == 1)
        self.replace.setEnabled(len(found) == 1)
        self.revoke.setEnabled(len(found) == 1)
        for each in (self.save, self.more):
            each.setVisible(bool(found))
        self.says.setText(self._words(content, lines))

    def _words(self, content: StageContent, lines: list[Line]) -> str:
        if len(lines) != 1:
            return self.tr("%n person(s) selected", "", len(lines)) if lines else ""
        line = lines[0]
        chain = content.chains.get(line.id, ())
        told = chain_words(chain, content.event.zone)
        if told and line.state is State.ISSUED:
            return f"{line.name}: {told}"
        text = f"{line.name}: {state_words(line)}"
        return f"{text}\n{told}" if told else text

    def _issue(self) -> None:
        lines = [each for each in self.chosen() if each.state is State.READY]
        self.issue_asked.emit([each.id for each in lines])

    def _open_file(self) -> None:
        for each in self.certificates()[:1]:
            self.open_asked.emit(each)

    def _save(self) -> None:
        self.save_asked.emit(self.certificates())

    def _replace(self) -> None:
        for each in self.certificates()[:1]:
            self.replace_asked.emit(each)

    def _revoke(self) -> None:
        for each in self.certificates()[:1]:
            self.revoke_asked.emit(each)

    def _drag_from_list(self) -> None:
        self._drag(self.people.table)

    def _drag_from_sheet(self) -> None:
        self._drag(self.preview.sheet)

    def _drag(self, source: QWidget) -> None:
        if found := self.certificates():
            self.drag_asked.emit(source, found)
