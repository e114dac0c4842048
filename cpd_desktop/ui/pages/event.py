"""An event's workspace: its header, its six stages, and the stage that is open."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.domain.lifecycle import next_stage
from cpd_desktop.ui.attendance.reader import AttendanceReader
from cpd_desktop.ui.dates import span
from cpd_desktop.ui.dropped_files import TakesTables, copied_list
from cpd_desktop.ui.event.moves import EventMoves
from cpd_desktop.ui.event.stage_bar import StageBar
from cpd_desktop.ui.event.stage_stack import StageStack
from cpd_desktop.ui.file_questions import ask_for_file
from cpd_desktop.ui.flow import FlowRow, stack_if_narrow
from cpd_desktop.ui.meet.content import overview
from cpd_desktop.ui.page import page_layout
from cpd_desktop.ui.register.content import RegisterContent, register_content
from cpd_desktop.ui.states import status_tone, status_words
from cpd_desktop.ui.widgets import GRID, button, card, chip, label, restyle

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from cpd_desktop.domain.events import Event
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.zoom.overview import Standing
    from cpd_desktop.ui.attendance.content import AttendanceContent
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.pages.event_attendance import AttendanceStage
    from cpd_desktop.ui.pages.event_certificates import CertificatesStage
    from cpd_desktop.ui.pages.event_meet import MeetStage
    from cpd_desktop.ui.pages.event_plan import PlanStage
    from cpd_desktop.ui.pages.event_register import RegisterStage
    from cpd_desktop.ui.pages.event_send import SendStage

PLAN, REGISTER, MEET, ATTENDANCE, CERTIFICATES, SEND = range(6)
STAGES = ("plan", "register", "meet", "attendance", "certificates", "send")


class EventWorkspace(TakesTables):
    """Shows one event; ``left`` asks to go back to the list."""

    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.event_id: int | None = None
        self._is_new = False  # and no stage of it was asked for
        self._back = button(self.tr("All events"), "quiet")
        self._title = label("", "title", data=True)
        self._status = chip("")
        self._when = label("", "muted", data=True)
        self._moves = EventMoves(desk)
        self._add = button(self.tr("Add a person…"), "primary")
        for each in (self._back, self._add):
            each.setAccessibleName(each.text())
        self._name = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._deeds = FlowRow(self._status, self._moves, self._add)
        self._stages = StageBar()
        self._reader = AttendanceReader(desk, self)
        self._content: RegisterContent | None = None
        self._issued = 0
        self._frames: list[QVBoxLayout] = []
        self._stack = StageStack()

        self._lay_out()

        self.table_dropped.connect(self._take_dropped)
        self._back.clicked.connect(self.left)
        self._moves.delete_asked.connect(self.delete)
        self._moves.moved.connect(self.refresh)
        self._moves.opened.connect(self.show_event)
        self._add.clicked.connect(self._add_person)
        self._stages.chosen.connect(self._open_stage)
        self._reader.found.connect(self._show_attendance)
        self._reader.failed.connect(desk.operations.failed)

    @cached_property
    def plan(self) -> PlanStage:
        """Return the Plan stage, which is made when it is first opened."""
        from cpd_desktop.ui.pages.event_plan import PlanStage

        made = PlanStage(self._desk, self._frames[PLAN].parentWidget())
        self._frames[PLAN].addWidget(made)
        if self._content is not None:
            made.show_event(self._content.event)
        return made

    @cached_property
    def register(self) -> RegisterStage:
        """Return the Register stage, which is made when it is first opened."""
        from cpd_desktop.ui.pages.event_register import RegisterStage

        made = RegisterStage(self._desk, self, self._frames[REGISTER].parentWidget())
        self._frames[REGISTER].addWidget(made)
        made.import_asked.connect(self._ask_for_list)
        made.paste_asked.connect(self._import_copied)
        if self._content is not None:
            made.show_content(self._content)
        return made

    @cached_property
    def meet(self) -> MeetStage:
        """Return the Meet stage, which is made when it is first opened."""
        from cpd_desktop.ui.pages.event_meet import MeetStage

        made = MeetStage(self._desk, self, self._frames[MEET].parentWidget())
        self._frames[MEET].addWidget(made)
        if self._content is not None:
            made.show_event(self._content.event)
        return made

    @cached_property
    def attendance(self) -> AttendanceStage:
        """Return the Attendance stage, which is made when it is first opened."""
        from cpd_desktop.ui.pages.event_attendance import AttendanceStage

        frame = self._frames[ATTENDANCE].parentWidget()
        made = AttendanceStage(self._desk, self, self._reader, frame)
        self._frames[ATTENDANCE].addWidget(made)
        self._deeds.addWidget(made.main_button)
        made.next_asked.connect(self._go_to_certificates)
        made.show_content(self._reader.content)
        return made

    @cached_property
    def certificates(self) -> CertificatesStage:
        """Return the Certificates stage, which is made when it is first opened."""
        from cpd_desktop.ui.pages.event_certificates import CertificatesStage

        made = CertificatesStage(self._desk, self._frames[CERTIFICATES].parentWidget())
        self._frames[CERTIFICATES].addWidget(made)
        self._deeds.addWidget(made.main_button)
        made.main_button.hide()
        made.found.connect(self._say_certificates)
        made.section_asked.connect(self._open_section)
        made.stage_asked.connect(self.open_stage)
        return made

    @cached_property
    def send(self) -> SendStage:
        """Return the Send stage, which is made when it is first opened."""
        from cpd_desktop.ui.pages.event_send import SendStage

        made = SendStage(self._desk, self._frames[SEND].parentWidget())
        self._frames[SEND].addWidget(made)
        made.found.connect(self._say_mail)
        made.stage_asked.connect(self.open_stage)
        return made

    @property
    def stage(self) -> str:
        """Return the name of the stage that is open."""
        return STAGES[self._stack.currentIndex()]

    def show_event(self, event: int) -> None:
        """Open an event at its next useful stage."""
        other = event != self.event_id
        self.event_id = event
        if other:
            self._content = None
            self._stages.set_state(ATTENDANCE, "")
            self._stages.set_state(CERTIFICATES, "")
            self._stages.set_state(SEND, "")
        self.refresh()
        self._reader.open(event)
        if other and self._made("attendance"):
            self.attendance.show_content(self._reader.content)
        self._is_new = self._is_new or other
        if other and self._made("register"):
            self.register.open_view(0)
        self._stages.setFocus()

    def open_plan(self) -> None:
        """Open the plan, where everything about the event is edited."""
        self._open_stage(PLAN)
        self.plan.setFocus()

    def open_stage(self, name: str) -> None:
        """Open a stage by its name."""
        self._open_stage(STAGES.index(name))

    def refresh(self) -> None:
        """Read the event again."""
        event = self.event_id
        if event is not None:
            services = self._desk.services
            self._desk.operations.look_up(lambda _work: _read(services, event), self._show)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the title a line of its own where it is narrow."""
        super().resizeEvent(event)
        stack_if_narrow(self._name, self)

    def showEvent(self, event: QShowEvent) -> None:
        """Find out what changed about attendance while another page was shown."""
        super().showEvent(event)
        self._reader.catch_up()

    def _take_dropped(self, path: Path) -> None:
        """Take a file for a report where attendance is shown, else for a list of people."""
        if self._stack.currentIndex() == ATTENDANCE:
            self.attendance.import_report(path)
        else:
            self._import(path)

    def _ask_for_list(self) -> None:
        kinds = self.tr("Tables (*.csv *.tsv *.tab *.txt *.xlsx)")
        ask_for_file(self, self.tr("Import a list of people"), kinds, self._import_file)

    def _import_copied(self) -> None:
        self._import(copied_list())

    def _import_file(self, chosen: str) -> None:
        self._import(Path(chosen))

    def _import(self, source: Path | str) -> None:
        """Open a list, a file's path or copied text, for the event that is shown."""
        if self.event_id is not None:
            from cpd_desktop.ui.import_dialog import ImportDialog

            self._open_stage(REGISTER)
            ImportDialog(self._desk, self.window(), self.event_id, source).open()

    def delete(self) -> None:
        """Put the event in the trash and go back to the list."""
        event = self.event_id
        if event is None:
            return
        self.event_id = None
        self._reader.close()
        self._desk.operations.carry_out(
            lambda _work: self._desk.services.events.trash([event]),
            origin=self,
            text=self.tr("%n event(s) deleted", "", 1),
        )
        self.left.emit()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._back)
        top.addStretch(1)
        policy = self._title.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)  # it takes what the buttons leave
        self._title.setSizePolicy(policy)
        self._name.addWidget(self._title, 1)
        self._name.addLayout(self._deeds)
        self._name.setSpacing(GRID)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the focus of what is inside
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(area)
        sheet = QWidget()
        area.setWidget(sheet)
        layout = page_layout(sheet)
        layout.setSpacing(GRID)
        layout.addLayout(top)
        layout.addLayout(self._name)
        layout.addWidget(self._when)
        layout.addWidget(self._stages)
        for _stage in STAGES:
            frame = card()
            self._frames.append(QVBoxLayout(frame))
            self._stack.addWidget(frame)
        layout.addWidget(self._stack, 1)

    def _show(self, read: tuple[RegisterContent, Standing, int]) -> None:
        found, meetings, issued = read
        event, places = found.event, found.overview.places
        if event.id != self.event_id:
            return  # another one was opened meanwhile
        self._title.setText(event.title)
        trashed = event.trashed_at is not None
        self._status.setText(self.tr("In the trash") if trashed else status_words(event.status))
        restyle(self._status, tone="warn" if trashed else status_tone(event.status))
        self._when.setText(span(event.starts, event.ends, event.zone))
        self._moves.show_event(event)
        self._content = found
        if self._made("plan"):
            self.plan.show_event(event)
        if self._made("register"):
            self.register.show_content(found)
        if self._made("meet"):
            self.meet.show_event(event)
        count = len(event.sessions)
        self._stages.set_state(PLAN, self.tr("%n session(s)", "", count))
        self._stages.set_state(REGISTER, self._places(event, places.held))
        self._stages.set_state(MEET, self._meetings(meetings))
        self._issued = issued
        self._say_certificates()
        if self._made("send"):
            self.send.show_event(event.id)
        if self._is_new:
            self.open_stage(next_stage(event, self._desk.services.clock.now()))

    def _places(self, event: Event, registered: int) -> str:
        if event.capacity is None:
            return self.tr("%n registered", "", registered)
        text = self.tr("%n of {places}", "", registered)
        return text.format(places=QLocale().toString(event.capacity))

    def _meetings(self, found: Standing) -> str:
        if found.to_decide:
            return self.tr("%n to decide", "", found.to_decide)
        if found.reports_due:
            return self.tr("report due")
        return self.tr("%n meeting(s)", "", found.meetings) if found.meetings else ""

    def _open_stage(self, stage: int) -> None:
        self._is_new = False
        self._stages.open(stage)
        if stage == PLAN:
            self.plan.show()
        elif stage == REGISTER:
            self.register.let_offers_lapse()
        elif stage == MEET:
            self.meet.show()
        elif stage == ATTENDANCE:
            self.attendance.show()
        elif stage == CERTIFICATES and self.event_id is not None:
            self.certificates.show_event(self.event_id)
        elif stage == SEND and self.event_id is not None:
            self.send.show_event(self.event_id)
        self._stack.show_stage(stage)
        if self._made("attendance"):
            self._show_main_button()
        if self._made("certificates"):
            self.certificates.main_button.setVisible(stage == CERTIFICATES)
        self._add.setVisible(stage == REGISTER)

    def _show_attendance(self, found: AttendanceContent) -> None:
        from cpd_desktop.ui.attendance.words import stage_words

        self._stages.set_state(ATTENDANCE, stage_words(found))
        self._say_certificates()
        if self._made("attendance"):
            self.attendance.show_content(found)
            self._show_main_button()

    def _show_main_button(self) -> None:
        known = self._reader.content is not None and self._reader.content.found is not None
        shown = self._stack.currentIndex() == ATTENDANCE
        self.attendance.main_button.setVisible(shown and known)

    def _say_certificates(self) -> None:
        """Say in the bar who has a certificate, or could have one."""
        from cpd_desktop.ui.certificates.stage_words import bar_words

        known = self.certificates.content if self._made("certificates") else None
        if known is not None and known.event.id == self.event_id:
            words = bar_words(known.eligible, len(known.issued))
        else:
            found = self._reader.content
            eligible = found.eligible if found is not None else 0
            words = bar_words(max(0, eligible - self._issued), self._issued)
        self._stages.set_state(CERTIFICATES, words)

    def _say_mail(self, mail: Any) -> None:
        from cpd_desktop.ui.send.words import bar_words

        if mail.event.id == self.event_id:
            self._stages.set_state(SEND, bar_words(mail))

    def _open_section(self, name: str) -> None:
        self.open_plan()
        self.plan.show_section(name)

    def _go_to_certificates(self) -> None:
        self.open_stage("certificates")

    def _add_person(self) -> None:
        self.register.add_person()

    def _made(self, stage: str) -> bool:
        return stage in self.__dict__


def _read(services: Services, event_id: int) -> tuple[RegisterContent, Standing, int]:
    from cpd_desktop.domain.certificates.register import Status

    found = register_content(services, services.events.get(event_id))
    issued = services.certificate_register.ids(event_id=event_id, status=Status.ISSUED)
    return found, overview(services).standing(event_id), len(issued)
