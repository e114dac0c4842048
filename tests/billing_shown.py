"""The page of billing as a test looks at it: its lists, their columns, and one line of them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from cpd_desktop.ui.billing.payment_box import PaymentBox
from cpd_desktop.ui.pages.billing import BillingPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from cpd_desktop.ui.billing.section import Section
    from tests.desk import TestDesk


@contextmanager
def billing_page(qtbot: QtBot, desk: TestDesk) -> Iterator[BillingPage]:
    """Show the page, and take all of it away afterwards."""
    made = BillingPage(desk)
    made.resize(1100, 720)
    with qtbot.waitExposed(made):
        made.show()
    desk.settle(qtbot)
    yield made
    made.close()
    made.deleteLater()
    desk.settle(qtbot)


@contextmanager
def payment_boxes(qtbot: QtBot, desk: TestDesk) -> Iterator[Callable[[int], PaymentBox]]:
    """Open the payment box of a place as the roster does; close those that are left."""
    window = QWidget()
    qtbot.addWidget(window)
    opened: list[PaymentBox] = []

    def show(place: int) -> PaymentBox:
        box = PaymentBox(window, desk, place)
        box.open()
        desk.settle(qtbot)
        opened.append(box)
        box.destroyed.connect(lambda: opened.remove(box))
        return box

    yield show
    for box in [*opened]:
        box.reject()
    desk.settle(qtbot)


def show_list(page: BillingPage, desk: TestDesk, qtbot: QtBot, name: str) -> Any:
    """Show a list of the page."""
    page.show_list(name)
    desk.settle(qtbot)
    return page.sections[name]


def column(section: Section, key: str) -> list[str]:
    """Return what a column shows, from its first line to its last."""
    rows = section.table.rows
    number = [each.key for each in rows.columns].index(key)
    return [str(rows.cell(row, number)) for row in range(rows.rowCount())]


def select(section: Section, cell: str, key: str = "name") -> None:
    """Select the line that shows this."""
    row = column(section, key).index(cell)
    section.table.select_id(section.table.rows.ids[row])
