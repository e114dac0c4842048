"""Shows who would get a mail, what it says to each, and how it goes; then it may be sent."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.domain.errors import CpdError
from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.ui.calm import CalmComboBox
from cpd_desktop.ui.flow import FlowRow, Upright
from cpd_desktop.ui.row_table import RowTable, SearchField
from cpd_desktop.ui.send.addressees import AddresseeFilter, addressees
from cpd_desktop.ui.send.plan_rows import PlanRows
from cpd_desktop.ui.send.words import pace_words
from cpd_desktop.ui.settings.note import Note
from cpd_desktop.ui.texts.preview import MailPreview
from cpd_desktop.ui.texts.previewing import Previewing, is_there
from cpd_desktop.ui.texts.text_fields import TextFields
from cpd_desktop.ui.texts.words import language_words
from cpd_desktop.ui.widgets import GRID, button, label
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.domain.messages.pacing import Pace
    from cpd_desktop.services.messages.event_mail import EventMail
    from cpd_desktop.services.messages.preparing import MailPlan, Wanted
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk

MOST_WITHOUT_TYPING = 200
WIDE, HIGH = 130, 34  # characters and lines
LINES = 6  # of the table that are seen at least


class SendDialog(QDialog):
    """Asks before anything is sent; ``confirmed`` carries what is wanted.

    ``text_asked`` leads to the editor of texts, ``register_asked`` to the people's addresses.
    """

    confirmed = Signal(object, int)
    text_asked = Signal(object)
    register_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget, mail: EventMail, wanted: Wanted) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._mail = mail
        self._asked = wanted
        self._latest = 0
        self._pace: Pace | None = None
        self.plan: MailPlan | None = None
        self.is_free = wanted.purpose is Purpose.MESSAGE
        self.heading = label("", "heading")
        self.test = label("", "muted")
        self.account = CalmComboBox()
        self.language = CalmComboBox()
        self.link = QLineEdit()
        self.choice = AddresseeFilter()
        self.rows = PlanRows()
        self.table = RowTable(self.rows, filled=False)
        self.search = SearchField(self.tr("Search people"))
        self.leave_out = button(self.tr("Leave out"))
        self.edit = button(self.tr("Edit the text…"))
        self.mend = button(self.tr("Show them in Register"))
        self.lacks = Note()
        self.preview = MailPreview()
        self.text = TextFields()
        self.previewing = Previewing(desk, self)
        self.pace = label("", "muted")
        self.typed = QLineEdit()
        self.typed_problem = Note()
        self.accept_button = button("", "primary")
        self.cancel_button = button(self.tr("Cancel"))

        self._offer()
        self._lay_out()
        self._connect()

        if self.is_free:
            services, event = desk.services, wanted.event
            desk.operations.look_up(lambda _work: addressees(services, event), self._offer_people)
            self.text.setFocus()
        self._name()
        self.read_again()

    @property
    def wanted(self) -> Wanted:
        """Return what is wanted, as chosen now, for everybody who may get it."""
        link = self.link.text().strip()
        to = self.choice.chosen() if self.is_free and self.choice.isEnabled() else self._asked.to
        more = None
        if link and self.plan is not None:
            known = [each.place.id for each, _, _ in self.plan.ready]
            known += [each.registration for each in self.plan.lacking]
            more = {each: {"evaluation_link": link} for each in known}
        return replace(
            self._asked,
            to=to,
            account=str(self.account.currentData() or ""),
            language=str(self.language.currentData() or ""),
            text=self.text.text if self.is_free else self._asked.text,
            more=more,
        )

    def read_again(self) -> None:
        """Find out anew who would get it."""
        self._latest += 1
        wanted, preparing = self.wanted, self._desk.services.preparing
        outbox = self._desk.services.outbox

        def find(work: Work) -> tuple[MailPlan, Pace]:
            plan = preparing.plan(wanted, work)
            return plan, outbox.pace(plan.account, len(plan.ready))

        job = self._desk.jobs.run(find)
        job.succeeded.connect(partial(self._show, self._latest))
        job.failed.connect(partial(self._refuse, self._latest))

    def offer(self) -> None:
        """Agree, if so many were meant."""
        going = self.rows.going
        typed = "".join(each for each in self.typed.text() if each.isdigit())
        if len(going) > MOST_WITHOUT_TYPING and typed != str(len(going)):
            asked = self.tr("Type {count}, the number of mails.").format(count=len(going))
            self.typed_problem.say(asked, "bad")
            self.typed.setFocus()
        elif going:
            self.confirmed.emit(replace(self.wanted, to=going), len(going))
            self.accept()

    def _offer(self) -> None:
        for account in self._mail.accounts:
            self.account.addItem(f"{account.name} · {account.sender}", account.name)
        usual = self._asked.account or (self._mail.account.name if self._mail.account else "")
        self.account.setCurrentIndex(max(0, self.account.findData(usual)))
        texts = self._desk.services.mail_texts
        from cpd_desktop.domain.settings import Mail

        usual = self._asked.language or self._desk.services.settings.get(Mail).language
        for language in dict.fromkeys((*texts.languages(), usual)):
            self.language.addItem(language_words(language), language)
        self.language.setCurrentIndex(max(0, self.language.findData(usual)))

    def _offer_people(self, people: Any) -> None:
        if is_there(self):
            self.choice.show_people(people)

    def _lay_out(self) -> None:
        for box, name in (
            (self.account, self.tr("Through the account")),
            (self.language, self.tr("Language")),
            (self.link, self.tr("Link to the evaluation")),
            (self.typed, self.tr("Number of mails")),
        ):
            box.setAccessibleName(name)
        for each in (self.leave_out, self.edit, self.mend, self.cancel_button):
            each.setAccessibleName(each.text().replace("…", ""))
        self.account.setMinimumContentsLength(28)
        self.link.setPlaceholderText(self.tr("Link to the evaluation, if there is one"))
        self.link.setMinimumWidth(self.fontMetrics().averageCharWidth() * 40)
        self.link.setVisible(self._asked.purpose is Purpose.EVALUATION)
        self.choice.setVisible(self.is_free)
        self.edit.setVisible(not self.is_free)
        self.mend.hide()
        self.test.setVisible(self._mail.to_myself)
        self.test.setText(self.tr("Test mode: everything goes to yourself, nobody else gets mail."))
        self.test.setProperty("tone", "warn")
        self.table.setAccessibleName(self.tr("Who gets it"))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self._left())
        split.addWidget(self._right())
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        layout.setSpacing(GRID)
        layout.addWidget(self.heading)
        layout.addWidget(self.test)
        layout.addLayout(FlowRow(self.account, self.language, self.link))
        layout.addWidget(self.choice)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setWidget(split)
        layout.addWidget(scrolled, 1)
        layout.addWidget(self.lacks)
        layout.addWidget(self.pace)
        layout.addWidget(self.typed_problem)
        self.typed.setMaximumWidth(self.fontMetrics().averageCharWidth() * 30)
        self.typed.hide()
        self.typed.setMinimumWidth(self.fontMetrics().averageCharWidth() * 24)
        buttons = QDialogButtonBox()
        buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.ApplyRole)
        buttons.addButton(self.cancel_button, QDialogButtonBox.ButtonRole.RejectRole)
        foot = QHBoxLayout()
        foot.addWidget(self.typed)
        foot.addWidget(buttons, 1)
        layout.addLayout(foot)
        metrics = self.fontMetrics()
        wide, high = metrics.averageCharWidth() * WIDE, metrics.lineSpacing() * HIGH
        room = self.screen().availableGeometry().size()
        self.resize(min(wide, room.width() - 48), min(high, room.height() - 64))

    def _left(self) -> QWidget:
        made = Upright()
        self.table.setMinimumHeight(self.fontMetrics().lineSpacing() * LINES)
        inside = QVBoxLayout(made)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GRID)
        inside.addWidget(self.search)
        inside.addWidget(self.table, 1)
        inside.addLayout(FlowRow(self.leave_out, self.edit, self.mend))
        return made

    def _right(self) -> QWidget:
        if not self.is_free:
            return self.preview
        self.tabs = QTabWidget()
        for each in (self.text, self.preview):
            inside = each.layout()
            assert inside is not None  # noqa: S101 - both have one
            inside.setContentsMargins(GRID, GRID, GRID, GRID)
        self.tabs.addTab(self.text, self.tr("&Write"))
        self.tabs.addTab(self.preview, self.tr("&Preview"))
        return self.tabs

    def _connect(self) -> None:
        self.account.currentIndexChanged.connect(self.read_again)
        self.language.currentIndexChanged.connect(self.read_again)
        self.link.editingFinished.connect(self.read_again)
        self.choice.changed.connect(self._choose)
        self.text.edited.connect(self.read_again)
        self.search.searched.connect(self.table.search)
        self.table.selection_changed.connect(self._follow)
        self.leave_out.clicked.connect(self._leave_out)
        # Later: the table is not done yet with the row whose box was touched.
        self.table.rows.ticked.connect(self._tick, Qt.ConnectionType.QueuedConnection)
        self.edit.clicked.connect(self._edit)
        self.mend.clicked.connect(self._mend)
        self.previewing.found.connect(self.preview.show_mail)
        self.previewing.refused.connect(self._say_trouble)
        self.accept_button.clicked.connect(self.offer)
        self.cancel_button.clicked.connect(self.reject)
        self.accept_button.setDefault(True)
        if self.is_free:
            self._take_built_in()

    def _take_built_in(self) -> None:
        from cpd_desktop.domain.messages.texts import fields_of

        texts, wanted = self._desk.services.mail_texts, self._asked
        language = str(self.language.currentData() or "en")
        self.text.show_text(texts.current(wanted.purpose, language, wanted.event).text)
        self.text.offer_fields(fields_of(wanted.purpose), {})

    def _choose(self) -> None:
        self.rows.left_out.clear()
        self.read_again()

    def _show(self, number: int, found: Any) -> None:
        if not is_there(self) or number != self._latest:
            return  # closed, or asked anew meanwhile
        plan, pace = found
        self.plan = plan
        self._pace = pace
        self.rows.show_plan(plan)
        self.text.say_problem("")
        lacking: Sequence[Any] = plan.lacking
        words = ""
        if lacking:
            first = in_words(lacking[0].says)
            words = self.tr("No mail for %n person(s). {first}", "", len(lacking))
            words = words.format(first=first)
        self.lacks.say(words, "warn")
        self.mend.setVisible(bool(lacking) and not self.is_free)
        self.table.reload()
        if self.table.current_id() is None and self.rows.going:
            self.table.select_id(self.rows.going[0])
        self._name()
        self._follow()

    def _refuse(self, number: int, error: Exception) -> None:
        if not is_there(self) or number != self._latest:
            return  # closed, or asked anew meanwhile
        self.plan = self._pace = None
        self.rows.show_plan(None)
        self.table.reload()
        self._name()
        if isinstance(error, CpdError):
            self._say_trouble(in_words(error.says), in_words(error.advice))
        else:
            self._desk.operations.failed.emit(error)

    def _say_trouble(self, says: str, advice: str = "") -> None:
        if self.is_free:
            self.text.say_problem(says)
        self.lacks.say(f"{says} {advice}".strip(), "bad")

    def _name(self) -> None:
        count = len(self.rows.going)
        what = in_words(self._asked.purpose.label)
        text = self.tr("{what}: %n person(s)", "", count).format(what=what)
        self.setWindowTitle(what)
        self.heading.setText(text)
        self.accept_button.setText(self.tr("Send %n now", "", count) if count else self.tr("Send"))
        self.accept_button.setAccessibleName(self.accept_button.text())
        self.accept_button.setEnabled(count > 0)
        many = count > MOST_WITHOUT_TYPING
        self.typed.setVisible(many)
        asked = self.tr("Type {count} to confirm").format(count=count)
        self.typed.setPlaceholderText(asked)
        pace = pace_words(self._pace) if self._pace is not None and count else ""
        if self._mail.paused and pace:
            paused = self.tr("Sending is paused: they wait until you resume it in the Outbox.")
            pace = f"{paused} {pace}"
        self.pace.setText(pace)

    def _follow(self) -> None:
        """Show the mail to whoever is selected."""
        chosen = self.table.selected_ids()
        ready = [each for each in chosen if self.rows.is_ready(each)]
        out = bool(ready) and all(each in self.rows.left_out for each in ready)
        self.leave_out.setEnabled(bool(ready))
        words = self.tr("Take in again") if out else self.tr("Leave out")
        self.leave_out.setText(words)
        self.leave_out.setAccessibleName(words)
        current = self.table.current_id()
        if self.plan is None or (current is None and not chosen):
            return
        person = current if current in chosen or not chosen else chosen[0]
        said = next((s for each, _, s in self.plan.ready if each.place.id == person), None)
        if said is not None:
            self.previewing.forget()
            self.preview.show_mail(said)
        elif person is not None:
            self.previewing.ask(self.wanted, person)

    def _leave_out(self) -> None:
        self._turn(self.table.selected_ids())

    def _tick(self, number: int) -> None:
        chosen = self.table.selected_ids()
        self._turn(chosen if number in chosen else [number])

    def _turn(self, numbers: Sequence[int]) -> None:
        self.rows.turn(numbers)
        with QSignalBlocker(self.table):
            self.table.reload()
        self._name()
        self._follow()

    def _edit(self) -> None:
        self.text_asked.emit(self.table.current_id())

    def _mend(self) -> None:
        self.register_asked.emit()
        self.reject()
