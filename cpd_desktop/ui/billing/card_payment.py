"""A place is paid by card at the desk: the browser shows Stripe's page, Stripe says when it is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout

from cpd_desktop.domain.changes import Done
from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.jobs import Lane
from cpd_desktop.ui.widgets import GRID, button, chip, label

if TYPE_CHECKING:
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.stripe.checkout import OpenPage
    from cpd_desktop.services.work import Progress, Work
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.jobs import Job

LOOK_EVERY = 20  # seconds until Stripe is asked though no browser came back
WAITING = Sentence("billing", "Waiting for Stripe to tell")


class _Opened(NamedTuple):
    """Where the browser was sent, whether it seems to have gone there, and came back unpaid."""

    address: str
    worked: bool
    came_back: bool = False


class CardPayment(QFrame):
    """Shows how far a payment by card is, while one is; ``ended`` once it is over."""

    began = Signal()
    ended = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._desk = desk
        self._job: Job | None = None
        self._shown: _Opened | None = None
        self.mark = chip(self.tr("Asking Stripe for a page"), "info")
        self.says = label("")
        self.copy = button(self.tr("Copy the address"))
        self.stop = button(self.tr("Stop waiting"))
        for each in (self.copy, self.stop):
            each.setAccessibleName(each.text())
        layout = QVBoxLayout(self)
        layout.setSpacing(GRID)
        layout.addWidget(self.mark)
        layout.addWidget(self.says)
        layout.addLayout(FlowRow(self.copy, self.stop))
        self.hide()

        self.copy.clicked.connect(self._copy)
        self.stop.clicked.connect(self._stop)

    @property
    def waits(self) -> bool:
        """Say whether a payment is under way."""
        return self._job is not None

    def begin(self, registration: int) -> None:
        """Open the page on which a place is paid, and wait until Stripe says that it was."""
        if self._job is not None:
            return
        told: list[_Opened] = []
        self._shown = None
        self.mark.setText(self.tr("Asking Stripe for a page"))
        self.says.setText("")
        self.copy.hide()
        self.show()
        self._job = self._desk.operations.carry_out(
            partial(_pay_at_the_desk, self._desk.services, registration, told),
            origin=self._desk.operations,  # this may be gone by then
            title=self.tr("Payment by card"),
            then=self._paid,
            otherwise=self._failed,
            lane=Lane.NETWORK,
        )
        self._job.progressed.connect(partial(self._show_opened, told))
        self._job.cancelled.connect(self._stopped)
        self.began.emit()

    def leave(self) -> None:
        """Stop waiting, because nobody sees this any more; the page stays open."""
        if (job := self._job) is not None:
            self._stopped()
            job.cancel()

    def _show_opened(self, told: list[_Opened], _progress: Progress) -> None:
        if not told or told[-1] == self._shown or self._job is None:
            return
        self._shown = told[-1]
        self.mark.setText(self.tr("Waiting for Stripe to tell"))
        if self._shown.came_back:
            text = self.tr("Stripe says: not paid yet. The page is still open.")
        elif self._shown.worked:
            text = self.tr("The page is open in the browser.")
        else:
            text = self.tr("No browser opened: copy the address and open it yourself.")
        rest = self.tr("Nothing counts as paid before Stripe says so.")
        self.says.setText(f"{text} {rest}")
        self.copy.show()

    def _paid(self, paid: bool) -> None:  # noqa: FBT001 - as the use case answers
        if self._job is None:
            return
        self._end()
        text = self.tr("Paid by card") if paid else self.tr("The page was closed unpaid")
        self._desk.operations.told.emit(text, False)

    def _failed(self, error: Exception) -> None:
        if self._job is not None:
            self._end()
        self._desk.operations.failed.emit(error)

    def _stopped(self) -> None:
        if self._job is None:
            return
        self._end()
        text = self.tr("Not waiting any more. A payment on the page is still noticed.")
        self._desk.operations.told.emit(text, False)

    def _end(self) -> None:
        self._job = None
        self.hide()
        self.ended.emit()

    def _copy(self) -> None:
        if self._shown is not None:
            QGuiApplication.clipboard().setText(self._shown.address)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()


def _pay_at_the_desk(
    services: Services, registration: int, told: list[_Opened], work: Work
) -> Done[bool]:
    # On the job's thread nothing of the window is touched: it looks at each report what was told.
    step = services.outside.doorstep
    made = services.checkout.for_place(registration, step.doors())
    page, changes = made.value, made.changes
    told.append(_Opened(page.url, services.outside.browser.open(page.url)))
    while _is_open(services, page):
        came = False
        for second in range(LOOK_EVERY):
            work.report(second, None, WAITING)
            if came := step.wait(1.0):
                break
        changes = changes.merged(services.stripe_sync.sync(work).changes)
        if came:
            told.append(told[-1]._replace(came_back=True))
    assert page.order is not None  # noqa: S101 - a page of a place has an order
    return Done(services.orders.get(page.order).open.minor <= 0, changes)


def _is_open(services: Services, page: OpenPage) -> bool:
    return any(each.page == page.page for each in services.checkout.pages(still_open=True))
