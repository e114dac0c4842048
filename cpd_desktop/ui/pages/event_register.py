"""The Register stage: who has a place, who waits, who pays together and who came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.ui.flow import FlowRow, stack_if_narrow
from cpd_desktop.ui.learning.assignments_panel import AssignmentsPanel
from cpd_desktop.ui.register.check_in import CheckIn
from cpd_desktop.ui.register.codes_dialog import CodesDialog
from cpd_desktop.ui.register.door_camera import DoorCamera
from cpd_desktop.ui.register.groups import Groups
from cpd_desktop.ui.register.places_bar import PlacesBar
from cpd_desktop.ui.register.registration_dialog import RegistrationDialog, RegistrationForm
from cpd_desktop.ui.register.roster import Roster
from cpd_desktop.ui.register.view_button import say, view_button
from cpd_desktop.ui.register.waiting_line import WaitingLine
from cpd_desktop.ui.scanner_field import ScannerField
from cpd_desktop.ui.widgets import GRID, EmptyState, button

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.registrations import Newcomer, Registration
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.register.content import RegisterContent

ROSTER, WAITING, GROUPS, DOOR, WORK = range(5)


class RegisterStage(QWidget):
    """Shows the places on an event, five ways; ``import_asked`` wants a list from a file."""

    import_asked = Signal()
    paste_asked = Signal()

    def __init__(self, desk: Desk, workspace: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._workspace = workspace
        self._content: RegisterContent | None = None
        self._dialog: RegistrationDialog | None = None
        self.bar = PlacesBar()
        self.views = QButtonGroup(self)
        self.import_list = button(self.tr("Import a list"))
        self.codes = button(self.tr("Discount codes…"))
        self._first = button(self.tr("Add the first person…"), "primary")
        self._first_list = button(self.tr("Import a list"))
        for each in (self.import_list, self.codes, self._first, self._first_list):
            each.setAccessibleName(each.text())
        self._view = QStackedWidget()
        self._stack = QStackedWidget()

        self._lay_out()

        self.roster = Roster(desk, workspace, self._view)
        self.waiting = WaitingLine(desk, workspace, self._view)
        self.groups = Groups(desk, workspace, self._view)
        self.scanner = ScannerField()
        self.camera = DoorCamera(desk)
        self.door = CheckIn(desk, workspace, self._view, scanner=self.scanner, camera=self.camera)
        self.work = AssignmentsPanel(desk, self._view)
        for view in (self.roster, self.waiting, self.groups, self.door, self.work):
            self._view.addWidget(view)
        self._stack.addWidget(self._empty())

        self.views.idClicked.connect(self.open_view)
        self.roster.edit_asked.connect(self.edit_place)
        self.waiting.confirm_asked.connect(self.roster.confirm)
        for each in (self.import_list, self._first_list):
            menu = QMenu(each)
            menu.addAction(self.tr("From a file…"), self.import_asked.emit)
            menu.addAction(self.tr("From the clipboard"), self.paste_asked.emit)
            each.setMenu(menu)
        self.scanner.scanned.connect(self.door.scan)
        self.camera.code_seen.connect(self.door.scan)
        self.codes.clicked.connect(self._open_codes)
        self._first.clicked.connect(self.add_person)

    def show_content(self, content: RegisterContent) -> None:
        """Show how it stands with an event's places."""
        self._content = content
        event, overview = content.event, content.overview
        self.bar.show_overview(overview, event.zone)
        names = [each.name for each in content.groups]
        self.roster.show_event(event, overview.counts, names)
        self.waiting.show_line(event, overview.places)
        self.groups.show_groups(event.id, content.groups)
        self.door.show_event(event, content.session_now, content.present)
        self.work.show_event(event)
        self._count_views(content)
        self._stack.setCurrentIndex(0 if overview.counts else 1)

    def open_view(self, number: int) -> None:
        """Show one of the four views."""
        self.views.button(number).setChecked(True)
        self._view.setCurrentIndex(number)
        self.bar.setVisible(number not in (DOOR, WORK))
        if number == DOOR:
            self.door.focus_search()

    def let_offers_lapse(self) -> None:
        """Let offers that ran out go to the next in line; the page hears of it."""
        registrations = self._desk.services.registrations
        self._desk.operations.carry_out(
            lambda _work: registrations.lapse_offers(), origin=self._workspace
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let what can be brought in follow below the views where it does not fit beside them."""
        super().resizeEvent(event)
        stack_if_narrow(self._top, self)

    def add_person(self) -> None:
        """Ask who gets a place."""
        if self._content is not None:
            self._ask(self._content.event, None)

    def edit_place(self, registration_id: int) -> None:
        """Ask what is to be changed about a place."""
        registrations = self._desk.services.registrations
        self._desk.operations.look_up(
            lambda _work: registrations.get(registration_id), self._ask_to_edit
        )

    def _lay_out(self) -> None:
        row = FlowRow()
        for number in range(5):
            made = view_button()
            self.views.addButton(made, number)
            row.addWidget(made)
        self.views.button(ROSTER).setChecked(True)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(GRID)
        self._top.addLayout(row, 1)
        self._top.addLayout(FlowRow(self.import_list, self.codes))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        listing = QWidget()
        self._stack.addWidget(listing)
        inside = QVBoxLayout(listing)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GRID)
        inside.addLayout(self._top)
        inside.addWidget(self.bar)
        inside.addWidget(self._view, 1)

    def _empty(self) -> QWidget:
        made = EmptyState(
            self.tr("Nobody is registered"),
            self.tr("Everybody with a place on this event is listed here."),
            self._first,
        )
        around = made.layout()
        assert isinstance(around, QVBoxLayout)  # noqa: S101 - all empty states are columns
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._first_list)
        row.addStretch(1)
        around.insertLayout(around.count() - 1, row)
        return made

    def _count_views(self, content: RegisterContent) -> None:
        registered = sum(content.overview.counts.values())
        texts = (
            self.tr("Roster (%n)", "", registered),
            self.tr("Waiting line (%n)", "", content.overview.places.waiting),
            self.tr("Groups (%n)", "", len(content.groups)),
            self.tr("Check-in"),
            self.tr("Assignments"),
        )
        for made, text in zip(self.views.buttons(), texts, strict=True):
            say(made, text)

    def _open_codes(self) -> None:
        if self._content is not None:
            CodesDialog(self.window(), self._desk, self._content.event, self._workspace).open()

    def _ask_to_edit(self, place: Registration) -> None:
        if self._content is not None and self._content.event.id == place.event_id:
            self._ask(self._content.event, place)

    def _ask(self, event: Event, kept: Registration | None) -> None:
        assert self._content is not None  # noqa: S101 - the callers looked
        form = RegistrationForm(
            event.id,
            event.fields,
            self._content.overview.places,
            event.prices,
            tuple(each.name for each in self._content.groups),
            kept,
        )
        dialog = self._dialog = RegistrationDialog(self.window(), self._desk, form)
        dialog.offered.connect(self._keep)
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def _keep(self, newcomer: Newcomer) -> None:
        if self._dialog is None:
            return
        kept, event_id = self._dialog.form.kept, self._dialog.form.event_id
        registrations = self._desk.services.registrations

        def keep(_work: Work) -> object:
            if kept is None:
                return registrations.add(event_id, newcomer)
            return registrations.change(kept.id, newcomer)

        text = self.tr("{name} registered")
        if kept is not None:
            text = self.tr("{name} changed")
        elif self._dialog.goes_to_line:
            text = self.tr("{name} is in the waiting line")
        self._desk.operations.carry_out(
            keep,
            origin=self._workspace,
            text=text.format(name=newcomer.person.name),
            then=self._kept,
            otherwise=self._refused,
        )

    def _kept(self, _place: Registration) -> None:
        if self._dialog is not None:
            self._dialog.accept()

    def _refused(self, error: Exception) -> None:
        if self._dialog is not None:
            self._dialog.refuse(error)
        else:
            self._desk.operations.failed.emit(error)

    def _forget_dialog(self) -> None:
        self._dialog = None
