"""The form that gives a person a place on an event, or changes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from cpd_desktop.domain.errors import Conflict, CpdError, Invalid
from cpd_desktop.domain.people import PersonDraft
from cpd_desktop.domain.registrations import (
    HOLDS_A_PLACE,
    STEPS,
    Newcomer,
    Places,
    Registration,
    RegistrationStatus,
)
from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.form import FormDialog
from cpd_desktop.ui.money import amount_words
from cpd_desktop.ui.register.answers import AnswerField, answer_field
from cpd_desktop.ui.register.known_people import KnownPeople
from cpd_desktop.ui.states import status_words
from cpd_desktop.ui.widgets import GRID, label, restyle
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from cpd_desktop.domain.custom_fields import CustomField
    from cpd_desktop.domain.money import Money
    from cpd_desktop.domain.prices import Prices
    from cpd_desktop.services.people import PersonSummary
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk

S = RegistrationStatus
PAUSE = 200


@dataclass(frozen=True, slots=True)
class RegistrationForm:
    """What the form must know about the event, and the place that is edited, if one is."""

    event_id: int
    fields: tuple[CustomField, ...]
    places: Places
    prices: Prices
    parties: tuple[str, ...] = ()
    kept: Registration | None = None


class RegistrationDialog(FormDialog):
    """Asks for a place; ``offered`` carries it, then ``accept`` or ``refuse`` is the answer."""

    offered = Signal(Newcomer)

    def __init__(self, parent: QWidget, desk: Desk, form: RegistrationForm) -> None:
        super().__init__(parent)
        self._desk = desk
        self.form = form
        self._person: PersonSummary | None = None
        kept = form.kept
        self.setWindowTitle(self.tr("Edit registration") if kept else self.tr("Add a person"))
        self.accept_button.setText(self.tr("Save changes") if kept else self.tr("Add person"))
        self._name = QLineEdit(kept.name if kept else "")
        self._email = QLineEdit(kept.email if kept else "")
        self._organisation = QLineEdit(kept.organisation if kept else "")
        self._reference = QLineEdit((kept.own_reference or "") if kept else "")
        self._reference.setPlaceholderText(
            kept.number if kept else self.tr("Your own; else one is given")
        )
        self._status = self._status_box()
        self._code = QLineEdit((kept.code or "") if kept else "")
        self._price = label("", "caption")
        self._party = self._party_box()
        self._note = QPlainTextEdit(kept.note if kept else "")
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(self.fontMetrics().lineSpacing() * 2 + 3 * GRID)
        self._answers: dict[int, AnswerField] = {}
        self._outlook = label("", "caption")
        self._known = [KnownPeople(desk, line) for line in (self._name, self._email)]
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)

        self._lay_out()

        for each in self._known:
            each.chosen.connect(self._take_person)
        self._code.textEdited.connect(self._wait)
        self._pause.timeout.connect(self._ask_price)
        self._status.currentIndexChanged.connect(self._show_outlook)
        self._show_outlook()
        self._at = kept.price_fixed_at if kept else desk.services.clock.now()
        price = kept.price if kept else form.prices.at(self._at)
        self._show_price((self._code.text(), price))
        self._name.setFocus()

    @property
    def goes_to_line(self) -> bool:
        """Say whether the person would wait for a place, as far as is known now."""
        return bool(self._outlook.text()) or self._status.currentData() is S.WAITLISTED

    def offer(self) -> None:
        """Hand over the place if all is well, else show what is wrong."""
        person = PersonDraft(
            self._name.text(), self._email.text(), self._organisation.text()
        ).tidied()
        problems = person.problems()
        answers: dict[int, str] = {}
        for field in self.form.fields:
            assert field.id is not None  # noqa: S101 - only kept questions are asked
            try:
                answers[field.id] = field.answer(self._answers[field.id].answer())
            except Invalid as error:
                problems |= {_answer_name(field): error.says}
        if self.show_problems(problems):
            return
        self.accept_button.setEnabled(False)
        self.offered.emit(
            Newcomer(
                person=person,
                person_id=self._same_person(person),
                reference=self._reference.text(),
                status=self._status.currentData(),
                note=self._note.toPlainText(),
                party=self._party.currentText(),
                code=self._code.text().strip(),
                answers=answers,
            )
        )

    def refuse(self, error: Exception) -> None:
        """Stay open and show why it could not be kept."""
        self.accept_button.setEnabled(True)
        if isinstance(error, Invalid):
            self.show_problems(error.problems)
        elif isinstance(error, CpdError):
            self.show_problems({"": error.says})
        else:
            self._desk.operations.failed.emit(error)

    def _lay_out(self) -> None:
        self.add_field("name", self.tr("&Name"), self._name)
        self.add_field("email", self.tr("&E-mail"), self._email)
        self.add_field("organisation", self.tr("&Organisation"), self._organisation)
        self.add_field("reference", self.tr("&Reference"), self._reference)
        self.add_field("status", self.tr("&Status"), self._status)
        self.add_field("code", self.tr("&Discount code"), self._code)
        self.rows.addWidget(self._price, self.rows.rowCount(), 1)
        self.add_field("party", self.tr("Paid with &group"), self._party)
        for field in self.form.fields:
            self._add_question(field)
        self.add_field("note", self.tr("No&te"), self._note, top=True)
        self._name.setMinimumWidth(self.fontMetrics().averageCharWidth() * 30)
        self.foot.insertWidget(0, self._outlook)

    def _add_question(self, field: CustomField) -> None:
        assert field.id is not None  # noqa: S101 - only kept questions are asked
        kept = self.form.kept
        made = answer_field(field, kept.answers.get(field.id, "") if kept else "")
        if field.help:
            made.setToolTip(field.help)
            made.setAccessibleDescription(field.help)
        self._answers[field.id] = made
        text = field.label.replace("&", "&&")
        marked = self.tr("{question} (required)").format(question=text) if field.required else text
        row = self.rows.rowCount()
        self.add_field(_answer_name(field), marked, made, top=True)
        caption = self.rows.itemAtPosition(row, 0)
        if caption is not None and isinstance(words := caption.widget(), QLabel):
            words.setWordWrap(True)  # a question may be long
            words.setMaximumWidth(self.fontMetrics().averageCharWidth() * 26)

    def _status_box(self) -> QComboBox:
        box = QComboBox()
        kept = self.form.kept
        if kept is None:
            offered = [S.CONFIRMED, S.PENDING, S.WAITLISTED]
        else:
            offered = [kept.status, *(each for each in S if each in STEPS[kept.status])]
        for each in offered:
            box.addItem(status_words(each), each)
        return box

    def _party_box(self) -> QComboBox:
        box = QComboBox()
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.addItems(["", *self.form.parties])
        kept = self.form.kept
        box.setCurrentText((kept.party or "") if kept else "")
        return box

    def _take_person(self, who: Any) -> None:
        self._person = who
        self._name.setText(who.name)
        self._email.setText(who.email)
        self._organisation.setText(who.organisation)
        self._ask_price()

    def _same_person(self, person: PersonDraft) -> int | None:
        """Return who was chosen, unless the name was changed to somebody else's."""
        who = self._person
        return who.id if who and person.name == who.name else None

    def _wait(self) -> None:
        self._pause.start()

    def _ask_price(self) -> None:
        code, event_id = self._code.text().strip(), self.form.event_id
        whom = self._person.id if self._person else None
        registrations, at = self._desk.services.registrations, self._at

        def ask(_work: Work) -> tuple[str, Money | Sentence | None]:
            try:
                return code, registrations.quote(event_id, code, whom, at=at)
            except Invalid as error:
                return code, error.says

        self._desk.operations.look_up(ask, self._show_price)

    def _show_price(self, quoted: tuple[str, Money | Sentence | None]) -> None:
        code, found = quoted
        if code != self._code.text().strip():
            return  # more was typed meanwhile
        wrong = isinstance(found, Sentence)
        full = self.form.prices.full
        if isinstance(found, Sentence):
            text = in_words(found)
        elif found is None:
            text = self.tr("Nothing is due for this event.")
        elif full is None or found == full:
            text = self.tr("Price: {price}").format(price=amount_words(found))
        else:
            text = self.tr("Price: {price} instead of {full}")
            if not code and self.form.prices.was_early(found, self._at):
                text = self.tr("Early price: {price} instead of {full}")
            text = text.format(price=amount_words(found), full=amount_words(full))
        self._price.setText(text)
        restyle(self._price, tone="bad" if wrong else "neutral")

    def _show_outlook(self) -> None:
        text = self._outlook_words()
        self._outlook.setText(text)
        self._outlook.setVisible(bool(text))
        restyle(self._outlook, tone="warn")

    def _outlook_words(self) -> str:
        """Say before OK if there is no place."""
        wanted: RegistrationStatus = self._status.currentData()
        kept, places = self.form.kept, self.form.places
        if wanted not in HOLDS_A_PLACE or (kept and kept.status in HOLDS_A_PLACE):
            return ""
        try:
            if kept:
                places.require_room(offered=kept.offered_until is not None)
                return ""
            if places.standing(wanted) is not S.WAITLISTED:
                return ""
        except Conflict as error:
            return in_words(error.says)
        text = self.tr("No place is free: goes to the waiting line as number {place}.")
        return text.format(place=QLocale().toString(places.waiting + 1))


def _answer_name(field: CustomField) -> str:
    return f"answer {field.id}"
