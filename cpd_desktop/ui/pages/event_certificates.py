"""The Certificates stage: who gets one, what it looks like, what is missing; then it is issued."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cpd_desktop.ui.certificates.stage_banner import StageBanner
from cpd_desktop.ui.certificates.stage_checks import StageChecks
from cpd_desktop.ui.certificates.stage_content import State
from cpd_desktop.ui.certificates.stage_deeds import StageDeeds
from cpd_desktop.ui.certificates.stage_files import StageFiles
from cpd_desktop.ui.certificates.stage_issuing import StageIssuing
from cpd_desktop.ui.certificates.stage_mailing import StageMailing
from cpd_desktop.ui.certificates.stage_middle import StageMiddle
from cpd_desktop.ui.certificates.stage_reader import StageReader
from cpd_desktop.ui.certificates.stage_templates import StageTemplates, key_of
from cpd_desktop.ui.certificates.stage_thumbnails import StageThumbnails
from cpd_desktop.ui.certificates.stage_waiting import StageWaiting
from cpd_desktop.ui.certificates.stage_ways import StageWays
from cpd_desktop.ui.certificates.stage_words import count_words, number_words
from cpd_desktop.ui.flow import Parts
from cpd_desktop.ui.widgets import GRID, EmptyState, button

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from cpd_desktop.domain.certificates.register import Certificate
    from cpd_desktop.ui.certificates.stage_banner import Way
    from cpd_desktop.ui.certificates.stage_checks import Check
    from cpd_desktop.ui.certificates.stage_content import StageContent
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.widgets import Tone

UNREAD, EMPTY, OPEN = range(3)
LEFT_CHARACTERS, RIGHT_CHARACTERS = 24, 30
LINES = 13  # of text that each part needs
ROOM_FOR_TWO = GRID * 60  # where the stage is lower, one banner waits for the other to be closed


class CertificatesStage(QWidget):
    """Shows and issues the certificates of one event.

    ``found`` carries what is known; ``section_asked`` leads to a section of the plan,
    ``stage_asked`` to another stage.
    """

    found = Signal(object)
    section_asked = Signal(str)
    stage_asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.reader = StageReader(desk, self)
        self.issuing = StageIssuing(desk, self)
        self.mailing = StageMailing(desk, self)
        self.files = StageFiles(desk, self)
        self.deeds = StageDeeds(desk, self)
        self.ways = StageWays(desk, self)
        self.thumbnails = StageThumbnails(desk, self)
        self.main_button = button("", "primary")
        self.templates = StageTemplates()
        self.middle = StageMiddle(desk)
        self.checks = StageChecks()
        self.backup_banner = StageBanner()
        self.banner = StageBanner()
        self.to_attendance = button(self.tr("Go to Attendance"), "primary")
        self.waiting = StageWaiting()
        self.stack = QStackedWidget()
        self._told = False
        self._stopped = False

        self._lay_out()

        self._connect()

    @property
    def content(self) -> StageContent | None:
        """Return what is shown."""
        return self.reader.content

    def show_event(self, event_id: int) -> None:
        """Show an event; it is read when it is looked at."""
        if self.content is None or self.content.event.id != event_id:
            self.waiting.begin()
            self.stack.setCurrentIndex(UNREAD)
            self._say("", "neutral")
            self._told = False
            self.mailing.forget()
        self.reader.open(event_id)
        self._name_main_button()

    def showEvent(self, event: QShowEvent) -> None:
        """Find out what changed while another stage was open."""
        super().showEvent(event)
        self.reader.catch_up()

    def issue_to(self, registrations: list[int]) -> None:
        """Ask whether some should get their certificates."""
        if self.content is not None and self._settled:
            self.issuing.ask(self.content, registrations)

    def save_all(self) -> None:
        """Ask where all certificates that count are to go."""
        if self.content is not None:
            self._save(self.content.issued)

    def _lay_out(self) -> None:
        self.to_attendance.setAccessibleName(self.to_attendance.text())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        self.stack.addWidget(self.waiting)
        self.stack.addWidget(
            EmptyState(
                self.tr("Nobody has earned a certificate yet"),
                self.tr(
                    "Whoever the attendance finds eligible is listed here, with a preview of their"
                    " certificate and what is missing before it can be issued."
                ),
                self.to_attendance,
            )
        )
        inside = QWidget()
        self.stack.addWidget(inside)
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GRID)
        rows.addWidget(self.backup_banner)
        rows.addWidget(self.banner)
        rows.addWidget(self.mailing.banner)
        split = Parts(lines=LINES)
        rows.addWidget(split, 1)
        split.add(self.templates, self.middle, self.checks)
        split.setStretchFactor(1, 1)
        letters = self.fontMetrics().averageCharWidth()
        self.templates.setMinimumWidth(letters * LEFT_CHARACTERS)
        self.checks.setMinimumWidth(letters * RIGHT_CHARACTERS)
        split.setSizes([letters * LEFT_CHARACTERS, 10_000, letters * RIGHT_CHARACTERS])

    def _connect(self) -> None:
        self.reader.found.connect(self._show)
        self.reader.progressed.connect(self.waiting.show_progress)
        self.reader.failed.connect(self._desk.operations.failed)
        self.main_button.clicked.connect(self._go_on)
        self.to_attendance.clicked.connect(self._go_to_attendance)
        self.templates.chosen.connect(self._choose_template)
        self.templates.edit_asked.connect(self.ways.open_templates)
        self.thumbnails.drawn.connect(self.templates.show_picture)
        self.checks.way_asked.connect(self._lead)
        self.checks.people_asked.connect(self.middle.show_only)
        self.ways.section_asked.connect(self.section_asked)
        self.ways.stage_asked.connect(self.stage_asked)
        self.issuing.begun.connect(self._name_main_button)
        self.issuing.ended.connect(self._say_issued)
        self.files.saved.connect(self._say_saved)
        self.mailing.register_asked.connect(self._go_to_register)
        self.deeds.changed.connect(self.reader.read_again)
        self.middle.issue_asked.connect(self.issue_to)
        self.middle.open_asked.connect(self.files.open)
        self.middle.save_asked.connect(self._save)
        self.middle.print_asked.connect(self.files.print_out)
        self.middle.drag_asked.connect(self._drag)
        self.middle.replace_asked.connect(self.deeds.ask_to_replace)
        self.middle.revoke_asked.connect(self.deeds.ask_to_revoke)
        QShortcut(
            QKeySequence.StandardKey.Print,
            self,
            self.middle.ask_to_print,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )

    def _show(self, content: StageContent) -> None:
        nobody = not content.eligible and not content.chains
        self.templates.show_templates(content.templates, content.plan.template)
        self.templates.counts.setText(count_words(content))
        self.checks.show_content(content)
        self.middle.show_content(content)
        if self._stopped:
            self._say_stopped(content)
        self._show_banners(content)
        self.mailing.show_content(content)
        self.stack.setCurrentIndex(EMPTY if nobody else OPEN)
        self.thumbnails.draw(content)  # after the page, which is waited for
        self._name_main_button()
        self.found.emit(content)

    def _show_banners(self, content: StageContent) -> None:
        text = ""
        if content.unsafe:
            text = self.tr("The keys that sign your certificates have no backup yet.")
        way = (self.tr("Back them up now…"), self.issuing.ask_for_backup)
        self.backup_banner.say(text, "warn", way)
        changed = content.counts[State.CHANGED]
        if changed and not self._told:
            text = self.tr(
                "Something else is known now than stands on %n certificate(s). What was issued"
                " stays as it is until you replace it.",
                "",
                changed,
            )
            self._say(text, "warn", (self.tr("Show them"), self._show_changed))
        elif not self._told:
            self._say("", "neutral")
        self._make_room()

    def _name_main_button(self) -> None:
        content = self.content
        self.main_button.setEnabled(self._settled and self.issuing.job is None)
        if content is None:
            self._say_on_button(self.tr("Issue certificates"))
            return
        ready, held = content.counts[State.READY], content.counts[State.HELD]
        text = self.tr("Save %n PDF(s)…", "", len(content.issued))
        if self.issuing.job is not None:
            text = self.tr("Issuing…")
        elif ready and content.mail is not None:
            text = self.tr("Issue and email %n", "", ready)
        elif ready:
            text = self.tr("Issue %n certificate(s)", "", ready)
        elif content.unmailed:
            text = self.tr("Email %n certificate(s)…", "", len(content.unmailed))
        elif held:
            text = self.tr("Show what is missing")
        elif not content.issued:
            text = self.tr("Go to Attendance")
        self._say_on_button(text)

    def _say_on_button(self, text: str) -> None:
        self.main_button.setText(text)
        self.main_button.setAccessibleName(text.replace("…", ""))

    @property
    def _settled(self) -> bool:
        """Say whether what is known is about the template that is chosen."""
        content, chosen = self.content, self.reader.template
        return content is not None and chosen in {"", key_of(content.plan.template)}

    def _choose_template(self, key: str) -> None:
        self.reader.choose(key)
        self._name_main_button()

    def _go_on(self) -> None:
        """Do what is next: issue, email, else show what is missing, else save what was issued."""
        content = self.content
        if content is None:
            return
        if content.counts[State.READY]:
            self.issuing.ask(content)
        elif content.unmailed:
            self.mailing.ask(content.unmailed)
        elif content.counts[State.HELD]:
            self.checks.focus_first()
        elif content.issued:
            self.save_all()
        else:
            self._go_to_attendance()

    def _say_issued(self, issued: Any) -> None:
        """Say what was issued, and offer what can be done with it."""
        self.reader.read_again()
        self._name_main_button()
        self._told = True
        self._stopped = issued is None
        if issued is None:
            return  # how many have one is being found out
        made = issued.made
        text = self.tr("%n certificate(s) issued", "", len(made))
        if made:
            text = f"{text}: {made[0].number} – {made[-1].number}"  # noqa: RUF001 - the dash of a span
        if issued.failed:
            text += ". " + self.tr("%n could not be issued.", "", len(issued.failed))
        ways: list[tuple[str, Any]] = []
        if made:
            ways.append((self.tr("Save %n PDF(s)…", "", len(made)), lambda: self._save(list(made))))
            if self.issuing.mails:
                self.mailing.ask([each.registration for each in made])
            ways.append((self.tr("Go on to Send"), self._go_to_send))
        ways.append((self.tr("Close"), self._close_banner))
        self._say(text, "warn" if issued.failed else "good", *ways)

    def _say_stopped(self, content: StageContent) -> None:
        """Say how far issuing came, and offer to go on."""
        self._stopped = False
        asked = [content.by_id[key] for key in self.issuing.asked if key in content.by_id]
        left = [each.id for each in asked if each.issued is None]
        told = self.tr("Stopped: {count} of %n issued. They count, and no number is lost.", "",
                       len(asked))  # fmt: skip
        text = told.format(count=number_words(len(asked) - len(left)))
        on = (self.tr("Go on"), partial(self.issue_to, left))
        self._say(text, "info", on, (self.tr("Close"), self._close_banner))

    def _say_saved(self, count: int, path: Path) -> None:
        self._told = True
        text = self.tr("%n PDF(s) saved in {path}", "", count).format(path=path)
        ways = (
            (self.tr("Open the folder"), lambda: self.files.open_folder(path)),
            (self.tr("Go on to Send"), self._go_to_send),
            (self.tr("Close"), self._close_banner),
        )
        self._say(text, "good", *ways)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show two banners only where that leaves room for the preview."""
        super().resizeEvent(event)
        self._make_room()

    def _say(self, text: str, tone: Tone, *ways: Way) -> None:
        self.banner.say(text, tone, *ways)
        self._make_room()

    def _make_room(self) -> None:
        both = self.height() >= ROOM_FOR_TWO or not self.banner.text.text()
        self.backup_banner.setVisible(both and bool(self.backup_banner.text.text()))

    def _close_banner(self) -> None:
        self._told = False
        self._say("", "neutral")
        if self.content is not None:
            self._show_banners(self.content)

    def _show_changed(self) -> None:
        self.middle.show_state(State.CHANGED)

    def _save(self, chosen: list[Certificate]) -> None:
        if self.content is not None:
            self.files.ask_where(chosen, self.content.event.title)

    def _drag(self, source: QWidget, chosen: list[Certificate]) -> None:
        self.files.drag(source, chosen)

    def _lead(self, check: Check) -> None:
        if self.content is not None:
            self.ways.lead(check, self.content)

    def _go_to_attendance(self) -> None:
        self.stage_asked.emit("attendance")

    def _go_to_register(self) -> None:
        self.stage_asked.emit("register")

    def _go_to_send(self) -> None:
        self.stage_asked.emit("send")
