"""The places on one event as rows of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cpd_desktop.domain.custom_fields import answer_in_words
from cpd_desktop.domain.registrations import HOLDS_A_PLACE, Payment
from cpd_desktop.ui.dates import day_and_time
from cpd_desktop.ui.money import amount_words
from cpd_desktop.ui.row_table import Column
from cpd_desktop.ui.states import payment_words, place_mark, status_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.domain.custom_fields import CustomField
    from cpd_desktop.domain.registrations import Registration, RegistrationStatus
    from cpd_desktop.services.register import Register


def roster_columns() -> tuple[Column, ...]:
    """Return the columns of the roster."""
    translate = QCoreApplication.translate
    return (
        Column("name", translate("roster", "Name"), width=190),
        Column("email", translate("roster", "E-mail"), width=210),
        Column("status", translate("roster", "Status"), width=130),
        Column("payment", translate("roster", "Payment"), width=150),
        Column("reference", translate("roster", "Reference"), width=130),
        Column("organisation", translate("roster", "Organisation"), width=140),
        Column("party", translate("roster", "Group"), width=110),
        Column("registered", translate("roster", "Registered"), width=160),
        Column("answers", translate("roster", "Answers"), width=240, sortable=False),
    )


class RosterRows:
    """Reads the places on one event, those of some statuses or all."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self.columns: Sequence[Column] = roster_columns()
        self.event_id: int | None = None
        self.zone = "UTC"
        self.fields: Sequence[CustomField] = ()
        self.statuses: tuple[RegistrationStatus, ...] = ()

    def ids(self, search: str, sort: str, descending: bool) -> Sequence[int]:  # noqa: FBT001
        """Return the places that fit, in order."""
        if self.event_id is None:
            return ()
        return self._register.ids(
            self.event_id, search, sort, descending=descending, statuses=self.statuses
        )

    def rows(self, ids: Sequence[int]) -> dict[int, Sequence[object]]:
        """Return their cells."""
        return {key: self._cells(each) for key, each in self._register.listed(ids).items()}

    def _cells(self, each: Registration) -> Sequence[object]:
        return (
            each.name,
            each.email,
            f"{place_mark(each.status)} {status_words(each.status)}",
            money_words(each),
            each.reference,
            each.organisation,
            each.party,
            day_and_time(each.registered_at, self.zone),
            self._answers(each),
        )

    def _answers(self, each: Registration) -> str:
        asked = [field for field in self.fields if field.required and field.id is not None]
        given = [(field, each.answers.get(field.id or 0, "")) for field in asked]
        return "; ".join(
            f"{field.label}: {answer_in_words(field, kept)}" for field, kept in given if kept
        )


def money_words(each: Registration) -> str:
    """Return how it stands with the money for a place, and how much it is."""
    words = payment_words(each.payment)
    if each.payment is Payment.NOTHING_DUE or each.price is None:
        return words
    if each.payment is Payment.DUE and each.status not in HOLDS_A_PLACE:
        return amount_words(each.price)  # what a place would cost
    return f"{words} · {amount_words(each.price)}"
