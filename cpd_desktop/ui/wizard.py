"""The first steps: a few short questions, each with an answer already, all of them skippable."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.domain.sample_provider import SAMPLE_PROVIDER
from cpd_desktop.domain.settings import Planning, Provider, Start
from cpd_desktop.ui.settings.folder_panel import FolderPanel
from cpd_desktop.ui.settings.mail_panel import MailPanel
from cpd_desktop.ui.settings.secrets_panel import SecretsPanel
from cpd_desktop.ui.settings.section_panel import SectionPanel
from cpd_desktop.ui.settings.stripe_panel import StripePanel
from cpd_desktop.ui.settings.usual_preset_panel import UsualPresetPanel
from cpd_desktop.ui.settings.zoom_panel import ZoomPanel
from cpd_desktop.ui.widgets import GRID, button, label

if TYPE_CHECKING:
    from cpd_desktop.domain.changes import Changes
    from cpd_desktop.domain.settings import Section
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk

WIDTH_CHARACTERS, HEIGHT_LINES = 90, 36
ROOM = 0.9


class FirstSteps(QDialog):
    """Asks little and keeps each answer at once; ``ended`` says what to begin with, if anything."""

    ended = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._settings = desk.services.settings
        self._choice = ""
        self._over = False
        self.setWindowTitle(self.tr("First steps"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.progress = label("", "caption")
        self.stack = QStackedWidget()
        self.provider = SectionPanel(Provider)
        self.planning = SectionPanel(Planning)
        self.preset = UsualPresetPanel(desk)
        self.secrets = SecretsPanel(desk)
        self.sample_event = QRadioButton(self.tr("Make a &sample event"))
        self.first_event = QRadioButton(self.tr("&Plan my first event"))
        self.own_list = QRadioButton(self.tr("Make an event of a &list I have"))
        self.other_computer = QRadioButton(self.tr("Bring everything from my &other computer"))
        self.look_around = QRadioButton(self.tr("&Just look around"))
        self.skip_button = button(self.tr("Skip the &rest"), "quiet")
        self.back_button = button(self.tr("&Back"))
        self.next_button = button(self.tr("&Next"), "primary")
        self.next_button.setDefault(True)

        self._lay_out_steps()
        self._lay_out()
        self._size()

        self.provider.edited.connect(self._keep)
        self.planning.edited.connect(self._keep)
        self.skip_button.clicked.connect(self.reject)
        self.back_button.clicked.connect(self._back)
        self.next_button.clicked.connect(self._next)
        self.planning.show_section(Planning(zone=desk.local_zone))
        self._show_step(0)
        self._untouched = True
        desk.operations.look_up(self._look, self._show)

    def reject(self) -> None:
        """Skip what is left; Escape and the window's close button do the same."""
        self._choice = ""
        self.done(QDialog.DialogCode.Rejected)

    def done(self, code: int) -> None:
        """Keep what was entered, remember that the steps were shown, and say what is next."""
        if self._over:
            return
        self._over = True
        self._leave()
        left = 0 if code == QDialog.DialogCode.Accepted else self.stack.currentIndex()
        self._desk.operations.carry_out(partial(_welcome, self._settings, left), origin=self)
        super().done(code)
        self.ended.emit(self._choice)

    def _lay_out_steps(self) -> None:
        self._add_step(
            self.tr("Your data stays with you"),
            self.tr(
                "CPD Desktop needs no account. What you enter lies in one folder on this computer,"
                " and a backup is made on each day that you work."
            ),
            FolderPanel(self._desk),
        )
        self._add_step(
            self.tr("Who offers the events?"),
            self.tr("This stands on certificates and in e-mails. You can change it at any time."),
            self.provider,
        )
        self._add_step(
            self.tr("What do your events count for?"),
            self.tr(
                "A new event starts from the rules of this body, such as how long somebody has to"
                " be there. Each event can differ."
            ),
            self.preset,
        )
        self._add_step(
            self.tr("How are your events, mostly?"),
            self.tr("A new event starts from this; each event can differ."),
            self.planning,
        )
        self._add_step(
            self.tr("Where are sign-ins kept?"),
            self.tr("You can sign in to Zoom, e-mail and Stripe later, when you need them."),
            self.secrets,
        )
        self._add_accounts()
        self._add_step(self.tr("What would you like to begin with?"), "", self._beginnings())

    def _add_accounts(self) -> None:
        """Add a step for each account that can be connected; none of them is needed to begin."""
        self._add_step(
            self.tr("Do you meet on Zoom?"),
            self.tr("Skip this if not, or connect later in Settings, under Accounts."),
            ZoomPanel(self._desk),
        )
        self._add_step(
            self.tr("From which address do you write?"),
            self.tr("Skip this if you like. Messages can wait, or be written to a folder."),
            MailPanel(self._desk),
        )
        self._add_step(
            self.tr("Do people pay by card?"),
            self.tr("Skip this if not, or connect later in Settings, under Accounts."),
            StripePanel(self._desk),
        )

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.skip_button)
        buttons.addStretch(1)
        for each in (self.back_button, self.next_button):
            buttons.addWidget(each)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        layout.setSpacing(GRID)
        layout.addWidget(self.progress)
        layout.addWidget(self.stack, 1)
        layout.addSpacing(GRID)
        layout.addLayout(buttons)
        for each in (self.skip_button, self.back_button, self.next_button):
            each.setAccessibleName(each.text().replace("&", ""))

    def _add_step(self, title: str, text: str, content: QWidget) -> None:
        step = QWidget()
        inside = QVBoxLayout(step)
        inside.setContentsMargins(0, 0, GRID, 0)
        inside.setSpacing(GRID * 2)
        inside.addWidget(label(title, "title"))
        if text:
            inside.addWidget(label(text, "muted"))
        inside.addWidget(content)
        inside.addStretch(1)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setAccessibleName(title)
        scrolled.setWidget(step)
        self.stack.addWidget(scrolled)

    def _beginnings(self) -> QWidget:
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        for choice, words in (
            (
                self.sample_event,
                self.tr(
                    "An event with 48 invented people to try everything on. One click removes it."
                ),
            ),
            (self.first_event, self.tr("A title and a date are enough to begin.")),
            (
                self.own_list,
                self.tr("A spreadsheet of people, such as a ticket shop or Zoom exports it."),
            ),
            (
                self.other_computer,
                self.tr("The file that “Pack everything” wrote there, and its passphrase."),
            ),
            (self.look_around, self.tr("Nothing is made. The first steps are under Help.")),
        ):
            choice.setAccessibleName(choice.text().replace("&", ""))
            choice.setAccessibleDescription(words)
            explained = label(words, "muted")
            explained.setContentsMargins(GRID * 4, 0, 0, GRID)
            layout.addWidget(choice)
            layout.addWidget(explained)
        self.sample_event.setChecked(True)
        return made

    def _size(self) -> None:
        metrics = self.fontMetrics()
        room = self.screen().availableGeometry().size() * ROOM
        self.resize(
            min(metrics.averageCharWidth() * WIDTH_CHARACTERS, room.width()),
            min(metrics.lineSpacing() * HEIGHT_LINES, room.height()),
        )

    def _look(self, _work: Work) -> tuple[Provider, Planning, int]:
        provider = self._settings.get(Provider)
        own = Provider() if provider == SAMPLE_PROVIDER else provider
        return own, self._settings.get(Planning), self._settings.get(Start).step

    def _show(self, kept: tuple[Provider, Planning, int]) -> None:
        provider, planning, step = kept
        self.provider.show_section(provider)
        self.planning.show_section(replace(planning, zone=planning.zone or self._desk.local_zone))
        if self._untouched and not self._over:
            self._show_step(min(step, self.stack.count() - 1))

    def _back(self) -> None:
        self._leave()
        self._show_step(self.stack.currentIndex() - 1)

    def _next(self) -> None:
        self._leave()
        if self.stack.currentIndex() + 1 < self.stack.count():
            self._show_step(self.stack.currentIndex() + 1)
            return
        choices = {
            "sample": self.sample_event,
            "event": self.first_event,
            "list": self.own_list,
            "move": self.other_computer,
        }
        chosen = (name for name, each in choices.items() if each.isChecked())
        self._choice = next(chosen, "")
        self.accept()

    def _leave(self) -> None:
        self._untouched = False
        step = self.stack.currentWidget()
        for panel in (self.provider, self.planning):
            if step.isAncestorOf(panel):
                panel.commit()
                if panel is self.planning:
                    self._keep(panel.section)  # the zone it came with is an answer too

    def _show_step(self, number: int) -> None:
        self.stack.setCurrentIndex(number)
        text = self.tr("Step {number} of {count}")
        self.progress.setText(text.format(number=number + 1, count=self.stack.count()))
        self.back_button.setEnabled(number > 0)
        is_last = number + 1 == self.stack.count()
        self.next_button.setText(self.tr("Be&gin") if is_last else self.tr("&Next"))
        self.next_button.setAccessibleName(self.next_button.text().replace("&", ""))
        step: QWidget = self.stack.currentWidget()
        first: QWidget = self.next_button
        for each in (
            *(self.provider.fields["provider"], self.preset.box),
            *(self.planning.fields["start_hour"], self.sample_event),
        ):
            if step.isAncestorOf(each):
                first = each
        first.setFocus()

    def _keep(self, section: Section) -> None:
        self._desk.operations.carry_out(partial(_put, self._settings, section), origin=self)


def _put(settings: Settings, section: Section, _work: Work) -> Changes | None:
    return None if settings.get(type(section)) == section else settings.put(section)


def _welcome(settings: Settings, left: int, _work: Work) -> Changes:
    return settings.put(replace(settings.get(Start), welcomed=True, step=left))
