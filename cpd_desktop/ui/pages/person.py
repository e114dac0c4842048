"""One person: all that is known of them, and all they took part in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.domain.folding import folded
from cpd_desktop.services.billing.lists import Wanted
from cpd_desktop.ui.billing.words import membership_words, tested
from cpd_desktop.ui.dates import day, day_and_time
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.money import amount_words
from cpd_desktop.ui.page import page_layout
from cpd_desktop.ui.row_table import Column, RowTable
from cpd_desktop.ui.states import consent_words, payment_words, status_words
from cpd_desktop.ui.widgets import GRID, button, card, chip, label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QPushButton

    from cpd_desktop.domain.money import Money
    from cpd_desktop.domain.people import Person
    from cpd_desktop.services.billing.ledger import PersonMoney
    from cpd_desktop.services.billing.lists import MemberLine
    from cpd_desktop.services.person_history import PastPlace
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.person_actions import PersonActions

READABLE = 32  # characters of a line


class Known(NamedTuple):
    """What is told of somebody."""

    who: Person
    places: list[PastPlace]
    money: list[PersonMoney]
    memberships: list[MemberLine]


class PlaceRows:
    """A person's places on events, for a table; they are few enough to be held."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.columns = columns
        self.places: dict[int, PastPlace] = {}

    def ids(self, search: str, sort: str, descending: bool) -> Sequence[int]:  # noqa: FBT001
        """Return the places in order; they are not searched."""
        _ = search
        found = sorted(
            self.places.values(), key=lambda each: folded(str(getattr(each, sort) or ""))
        )
        return [each.registration_id for each in (reversed(found) if descending else found)]

    def rows(self, ids: Sequence[int]) -> dict[int, Sequence[object]]:
        """Return their cells."""
        return {key: self._cells(each) for key in ids if (each := self.places.get(key))}

    def _cells(self, each: PastPlace) -> Sequence[object]:
        count = QLocale().toString
        payment = payment_words(each.payment)
        return (
            each.title,
            day_and_time(each.starts, each.zone) if each.starts else "",
            status_words(each.status),
            f"{count(each.checked_in)} / {count(each.sessions)}",
            f"{payment} ({amount_words(each.price)})"
            if each.price and each.price.minor
            else payment,
            each.reference,
        )


class PersonView(QWidget):
    """Shows one person; ``left`` asks to go back to the list."""

    left = Signal()

    def __init__(self, desk: Desk, actions: PersonActions) -> None:
        super().__init__()
        self._desk = desk
        self._actions = actions
        self.person_id: int | None = None
        self._back = button(self.tr("All people"), "quiet")
        self._name = label("", "title", data=True)
        self._chips = (chip(self.tr("Do not write"), "warn"), chip(self.tr("Erased"), "neutral"))
        self._edit = button(self.tr("Edit…"), "primary")
        self._remove = button(self.tr("Delete"))
        self._erase = button(self.tr("Erase…"), "danger")
        self._open = button(self.tr("Open event"))
        self._certificates = button(self.tr("Certificates"))
        self._messages = button(self.tr("Messages"))
        self._money = button(self.tr("Money"))
        self._memberships = button(self.tr("Memberships"))
        self._statement = button(self.tr("Statement of credits…"))
        for each in (self._back, *self._buttons(), self._open):
            each.setAccessibleName(each.text())
        self._facts = QGridLayout()
        self._rows = PlaceRows(self._columns())
        self._table = RowTable(self._rows)
        self._table.setAccessibleName(self.tr("History"))
        self._table.set_empty_text(self.tr("No place on any event yet."))
        self._table.sort_by("starts", descending=True)

        self._lay_out()

        self._back.clicked.connect(self.left)
        self._edit.clicked.connect(self._ask_to_edit)
        self._remove.clicked.connect(self._ask_to_remove)
        self._erase.clicked.connect(self._ask_to_erase)
        self._open.clicked.connect(self._open_selected)
        self._certificates.clicked.connect(self._list_certificates)
        self._messages.clicked.connect(self._list_messages)
        self._money.clicked.connect(self._list_money)
        self._memberships.clicked.connect(self._list_memberships)
        self._statement.clicked.connect(self._ask_for_statement)
        self._table.chosen.connect(self._open_event)
        self._table.selection_changed.connect(self._show_buttons)

    def show_person(self, person: int) -> None:
        """Open a person."""
        self.person_id = person
        self.refresh()
        self._edit.setFocus()

    def refresh(self) -> None:
        """Read the person again."""
        if self.person_id is not None:
            call = partial(_read, self._desk.services, self.person_id)
            self._desk.operations.look_up(call, self._show)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("title", self.tr("Event"), width=220),
            Column("starts", self.tr("Starts"), width=170),
            Column("status", self.tr("Status"), width=100),
            Column("checked_in", self.tr("Checked in"), "right", width=90),
            Column("payment", self.tr("Payment"), width=130),
            Column("reference", self.tr("Reference"), width=120),
        )

    def _buttons(self) -> tuple[QPushButton, ...]:
        listing = (self._certificates, self._messages, self._money, self._memberships)
        return (self._edit, *listing, self._statement, self._remove, self._erase)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._back)
        top.addStretch(1)
        name = QHBoxLayout()
        name.setSpacing(GRID)
        name.addWidget(self._name, 1)
        for each in self._chips:
            name.addWidget(each)
        self._facts.setHorizontalSpacing(GRID * 2)
        self._facts.setVerticalSpacing(GRID)
        self._facts.setColumnStretch(1, 1)
        inside = QWidget()
        around = QVBoxLayout(inside)
        around.setContentsMargins(0, 0, 0, 0)
        around.addLayout(self._facts)
        around.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(self.tr("What is known"))
        area.setWidget(inside)
        area.setMinimumWidth(self.fontMetrics().averageCharWidth() * READABLE)
        facts, history = card(), card()
        QVBoxLayout(facts).addWidget(area)
        listing = QVBoxLayout(history)
        listing.addWidget(self._table, 1)
        below = QHBoxLayout()
        below.addWidget(self._open)
        below.addStretch(1)
        listing.addLayout(below)
        beside = QHBoxLayout()
        beside.setSpacing(GRID * 2)
        beside.addWidget(facts, 2)
        beside.addWidget(history, 3)
        layout = page_layout(self)
        layout.setSpacing(GRID)
        layout.addLayout(top)
        layout.addLayout(name)
        layout.addLayout(FlowRow(*self._buttons()))
        layout.addLayout(beside, 1)

    def _show(self, found: Known | None) -> None:
        if found is None:  # removed meanwhile, or the step that added them was undone
            self.person_id = None
            self.left.emit()
            return
        who, places = found.who, found.places
        if who.id != self.person_id:
            return  # another one was opened meanwhile
        self._name.setText(who.name)
        erased = who.erased_at is not None
        for each, holds in zip(self._chips, (who.do_not_mail and not erased, erased), strict=True):
            each.setVisible(holds)
        self._edit.setEnabled(not erased)
        self._remove.setEnabled(not places)
        self._erase.setEnabled(not erased)
        self._memberships.setVisible(bool(found.memberships))
        self._show_facts(found)
        self._rows.places = {each.registration_id: each for each in places}
        self._table.reload()
        self._show_buttons()

    def _show_facts(self, found: Known) -> None:
        while item := self._facts.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for row, (name, text) in enumerate(each for each in self._facts_of(found) if each[1]):
            shown = label(text, data=True)
            shown.setAccessibleName(f"{name}: {text}")
            top = Qt.AlignmentFlag.AlignTop
            self._facts.addWidget(label(name, "muted"), row, 0, top)
            self._facts.addWidget(shown, row, 1, top)

    def _facts_of(self, found: Known) -> list[tuple[str, str]]:
        who = found.who
        consent = consent_words(who.consent)
        if who.consent_on is not None:
            on = QDate(who.consent_on.year, who.consent_on.month, who.consent_on.day)
            consent += f", {QLocale().toString(on, QLocale.FormatType.LongFormat)}"
        return [
            (self.tr("E-mail"), "\n".join(filter(None, (who.email, *who.addresses)))),
            (self.tr("Spellings"), "\n".join(who.spellings)),
            (self.tr("Organisation"), who.organisation),
            (self.tr("Job title"), who.job_title),
            (self.tr("Phone"), who.phone),
            (self.tr("Licences"), "\n".join(" ".join(pair).strip() for pair in who.licences)),
            (self.tr("Tags"), ", ".join(who.tags)),
            (self.tr("Owes"), _amounts((each.owed, each.trial) for each in found.money)),
            (self.tr("Paid"), _amounts((each.paid, each.trial) for each in found.money)),
            (
                self.tr("On account"),
                _amounts((each.on_account, each.trial) for each in found.money),
            ),
            (self.tr("Memberships"), "\n".join(map(self._membership, found.memberships))),
            (self.tr("Consent"), consent),
            (self.tr("Notes"), who.notes),
        ]

    def _membership(self, each: MemberLine) -> str:
        kept = each.kept
        words = membership_words(kept.state)
        words = words if kept.live else tested(words)
        if kept.until is not None:
            until = day(kept.until, self._desk.local_zone)
            words = self.tr("{state}, paid until {day}").format(state=words, day=until)
        return f"{each.offer.name}: {words}" if each.offer else words

    def _show_buttons(self) -> None:
        self._open.setEnabled(len(self._table.selected_ids()) == 1)

    def _open_selected(self) -> None:
        self._open_event(self._table.selected_ids()[0])

    def _open_event(self, registration: int) -> None:
        self._desk.places.go("events", self._rows.places[registration].event_id)

    def _ask_to_edit(self) -> None:
        if self.person_id is not None:
            self._actions.edit(self.person_id)

    def _list_certificates(self) -> None:
        if self.person_id is not None:
            self._actions.list_certificates(self.person_id)

    def _list_messages(self) -> None:
        if self.person_id is not None:
            self._actions.list_messages(self.person_id)

    def _list_money(self) -> None:
        if self.person_id is not None:
            self._desk.places.go("billing", part=f"person {self.person_id}")

    def _list_memberships(self) -> None:
        if self.person_id is not None:
            self._desk.places.go("billing", part=f"members {self.person_id}")

    def _ask_for_statement(self) -> None:
        if self.person_id is not None:
            self._actions.ask_for_statement(self.person_id, self._name.text())

    def _ask_to_remove(self) -> None:
        if self.person_id is not None:
            self._actions.remove([self.person_id])

    def _ask_to_erase(self) -> None:
        if self.person_id is not None:
            self._actions.erase(self.person_id)


def _read(services: Services, person: int, _work: Work) -> Known | None:
    if not services.people.listed([person]):
        return None
    lists = services.billing_lists
    memberships = lists.member_lines(lists.members(wanted=Wanted(person=person)))
    return Known(
        services.people.get(person),
        services.people.history(person),
        services.ledger.of_person(person),
        [*memberships.values()],
    )


def _amounts(found: Iterable[tuple[Money, bool]]) -> str:
    shown = ((amount_words(money), trial) for money, trial in found if money.minor)
    return "\n".join(tested(words) if trial else words for words, trial in shown)
