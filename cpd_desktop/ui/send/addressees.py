"""Whom a free message can go to: by place, attendance and payment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cpd_desktop.domain.registrations import HOLDS_A_PLACE, Payment, RegistrationStatus
from cpd_desktop.ui.calm import CalmComboBox
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.states import payment_words, status_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.domain.attendance.outcomes import Result
    from cpd_desktop.services.services import Services

WITH_A_PLACE, EVERYBODY = "place", ""


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody on the event, and by what they can be chosen."""

    registration: int
    status: RegistrationStatus
    payment: Payment
    result: Result | None


def addressees(services: Services, event_id: int) -> list[Addressee]:
    """Return everybody on an event."""
    results = {each.registration: each.result for each in services.attendance.of(event_id).people}
    return [
        Addressee(each.id, each.status, each.payment, results.get(each.id))
        for each in services.registrations.on(event_id)
    ]


class AddresseeFilter(QWidget):
    """Chooses among them; ``changed`` comes with each choice."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._people: Sequence[Addressee] = ()
        self.status, self.result, self.payment = (CalmComboBox() for _ in range(3))
        for box, name in (
            (self.status, self.tr("Place")),
            (self.result, self.tr("Attendance")),
            (self.payment, self.tr("Payment")),
        ):
            box.setAccessibleName(name)
            box.setMinimumContentsLength(16)
            box.currentIndexChanged.connect(self.changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(FlowRow(self.status, self.result, self.payment))
        self.setEnabled(False)
        self._offer()

    def show_people(self, people: Sequence[Addressee]) -> None:
        """Choose among these."""
        self._people = people
        self.setEnabled(True)
        self.result.setVisible(any(each.result is not None for each in people))
        self.payment.setVisible(len({each.payment for each in people}) > 1)
        self.changed.emit()

    def chosen(self) -> list[int]:
        """Return the registrations that fit."""
        status, result, payment = (
            box.currentData() for box in (self.status, self.result, self.payment)
        )
        return [
            each.registration
            for each in self._people
            if (not status or each.status == status
                or (status == WITH_A_PLACE and each.status in HOLDS_A_PLACE))
            and (not result or each.result == result)
            and (not payment or each.payment == payment)
        ]  # fmt: skip

    def _offer(self) -> None:
        from cpd_desktop.domain.attendance.outcomes import Result

        self.status.addItem(self.tr("Everybody with a place"), WITH_A_PLACE)
        self.status.addItem(self.tr("Everybody on the list"), EVERYBODY)
        for status in RegistrationStatus:
            self.status.addItem(status_words(status), status.value)
        self.result.addItem(self.tr("Any attendance"), "")
        for result, words in (
            (Result.ATTENDED, self.tr("Attended")),
            (Result.PARTIAL, self.tr("Attended in part")),
            (Result.ABSENT, self.tr("Was not there")),
            (Result.REVIEW, self.tr("To review")),
            (Result.OVERRIDE, self.tr("Decided by hand")),
        ):
            self.result.addItem(words, result.value)
        self.payment.addItem(self.tr("Any payment"), "")
        for payment in Payment:
            self.payment.addItem(payment_words(payment), payment.value)
