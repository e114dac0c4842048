"""How it stands with the money: sums by currency, and what waits for a person."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cpd_desktop.domain.billing.entries import Sums
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.settings import StripeAccount
from cpd_desktop.ui.money import amount_words, number_words
from cpd_desktop.ui.widgets import GRID, button, card, chip, label, restyle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpd_desktop.services.services import Services
    from cpd_desktop.services.work import Work


_FIRST_SUM = 2  # the row below the currency and its mode
_RIGHT = Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class Standing:
    """What the overview tells."""

    sums: Mapping[tuple[str, bool], Sums]  # by currency, and whether it is of the test mode
    owing: int
    refunds: int
    doubts: int
    stripe: StripeAccount

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was booked or is open yet."""
        return not (self.sums or self.owing)


def look(services: Services, _work: Work) -> Standing:
    """Return how it stands; nobody outside is asked."""
    sums: dict[tuple[str, bool], list[int]] = {}
    for row in services.ledger.revenue():
        kept = sums.setdefault((row.currency, row.trial), [0, 0, 0, 0])
        parts = (row.sums.charged, row.sums.credited, row.sums.paid, row.sums.refunded)
        for at, minor in enumerate(parts):
            kept[at] += minor
    return Standing(
        {of: Sums(*parts) for of, parts in sorted(sums.items())},
        len(services.billing_lists.owing()),
        len(services.billing_lists.refunds()),
        len(services.doubts.listed()),
        services.settings.get(StripeAccount),
    )


class Overview(QWidget):
    """Shows sums and leads to what waits; ``wanted`` names the list, or ``accounts``."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._sums = QGridLayout()
        self._sums.setHorizontalSpacing(GRID * 3)
        self._sums.setVerticalSpacing(GRID)
        self.mark = chip("")
        self.stripe = label("")
        self.to_accounts = button("")
        self.owing, self.refunds, self.doubts = button(""), button(""), button("")
        self.calm = label(self.tr("Nothing waits for you."), "muted")
        self._lay_out()
        for made, name in (
            (self.owing, "owing"),
            (self.refunds, "refunds"),
            (self.doubts, "doubts"),
            (self.to_accounts, "accounts"),
        ):
            made.clicked.connect(partial(self.wanted.emit, name))

    def show_standing(self, found: Standing) -> None:
        """Show how it stands."""
        self._show_sums(found.sums)
        for made, count, text in (
            (self.doubts, found.doubts, self.tr("%n to look at", "", found.doubts)),
            (self.refunds, found.refunds, self.tr("%n to refund", "", found.refunds)),
            (self.owing, found.owing, self.tr("%n unpaid", "", found.owing)),
        ):
            made.setText(text)
            made.setAccessibleName(text)
            made.setVisible(bool(count))
        self.calm.setVisible(not (found.doubts or found.refunds or found.owing))
        self._show_stripe(found.stripe)

    def _show_sums(self, sums: Mapping[tuple[str, bool], Sums]) -> None:
        while item := self._sums.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        titles = (
            *(self.tr("Charged"), self.tr("Taken back"), self.tr("Paid")),
            *(self.tr("Refunded"), self.tr("Open")),
        )
        for row, title in enumerate(titles, _FIRST_SUM):
            caption = label(title, "muted")
            caption.setWordWrap(False)
            self._sums.addWidget(caption, row, 0)
        for column, ((currency, trial), each) in enumerate(sums.items(), 1):
            self._sums.addWidget(label(currency, "heading"), 0, column, _RIGHT)
            if trial:
                self._sums.addWidget(chip(self.tr("Test mode"), "info"), 1, column, _RIGHT)
            parts = (each.charged, each.credited, each.paid, each.refunded, each.open)
            for row, (title, minor) in enumerate(zip(titles, parts, strict=True), _FIRST_SUM):
                money = Money(minor, currency)
                shown = label(number_words(money), "heading" if title == titles[-1] else "plain")
                shown.setAccessibleName(f"{title}: {amount_words(money)}")
                shown.setWordWrap(False)
                self._sums.addWidget(shown, row, column, _RIGHT)

    def _show_stripe(self, kept: StripeAccount) -> None:
        if kept.account:
            self.mark.setText(self.tr("Real money") if kept.live else self.tr("Test mode"))
            restyle(self.mark, tone="good" if kept.live else "info")
            name = kept.person or kept.account
            self.stripe.setText(self.tr("Stripe is connected as {name}.").format(name=name))
            self.to_accounts.setText(self.tr("Account…"))
        else:
            self.mark.setText(self.tr("Not connected"))
            restyle(self.mark, tone="neutral")
            self.stripe.setText(
                self.tr("People can pay by card once Stripe is connected. Bank and cash work now.")
            )
            self.to_accounts.setText(self.tr("Connect Stripe…"))
        self.to_accounts.setAccessibleName(self.to_accounts.text().replace("…", ""))

    def _lay_out(self) -> None:
        inside = QWidget()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(self.tr("Overview"))
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(area)
        area.setWidget(inside)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID * 2)
        sums = QVBoxLayout()
        grid = QHBoxLayout()
        grid.addLayout(self._sums)
        grid.addStretch(1)
        sums.addLayout(grid)
        layout.addWidget(_titled(self.tr("Since the beginning"), sums))
        waits = QVBoxLayout()
        waits.addWidget(self.calm)
        for each in (self.doubts, self.refunds, self.owing):
            waits.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(_titled(self.tr("Waiting for you"), waits))
        stripe = QVBoxLayout()
        stripe.addWidget(self.mark)
        stripe.addWidget(self.stripe)
        stripe.addWidget(self.to_accounts, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(_titled(self.tr("Card payments"), stripe))
        layout.addStretch(1)


def _titled(title: str, inside: QVBoxLayout) -> QWidget:
    sheet = card()
    layout = QVBoxLayout(sheet)
    layout.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
    layout.setSpacing(GRID)
    layout.addWidget(label(title, "heading"))
    layout.addLayout(inside)
    return sheet
