from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from cpd_desktop.ui.flow import FlowRow, Parts, fit_height
from cpd_desktop.ui.widgets import label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def row_of(qtbot: QtBot, count: int) -> tuple[QWidget, list[QPushButton], FlowRow]:
    page = QWidget()
    qtbot.addWidget(page)
    buttons = [QPushButton(f"Button {number}") for number in range(count)]
    row = FlowRow(*buttons)
    page.setLayout(row)
    return page, buttons, row


def test_buttons_stand_in_one_line_while_they_fit(qtbot: QtBot) -> None:
    page, buttons, row = row_of(qtbot, 3)
    page.resize(row.sizeHint())
    page.show()
    assert len({each.y() for each in buttons}) == 1
    assert [each.x() for each in buttons] == sorted({each.x() for each in buttons})


def test_buttons_go_on_in_the_next_line_and_none_is_cut_off(qtbot: QtBot) -> None:
    page, buttons, row = row_of(qtbot, 4)
    wide = buttons[0].sizeHint().width() * 2 + row.spacing()
    page.resize(wide, row.heightForWidth(wide))
    page.show()
    assert len({each.y() for each in buttons}) == 2
    assert all(page.rect().contains(each.geometry()) for each in buttons)


def test_a_hidden_button_leaves_no_gap(qtbot: QtBot) -> None:
    page, buttons, row = row_of(qtbot, 3)
    buttons[0].hide()
    page.resize(row.sizeHint())
    page.show()
    assert buttons[1].x() == 0


def test_a_row_is_as_high_as_its_buttons_need_now(qtbot: QtBot) -> None:
    page, buttons, row = row_of(qtbot, 2)
    page.show()
    width = row.sizeHint().width()
    one = row.heightForWidth(width)
    buttons[0].setText("A button with many more words than before")
    two = row.heightForWidth(width)
    assert two > one
    buttons[0].hide()
    assert row.heightForWidth(width) == one
    buttons[0].show()
    assert row.heightForWidth(width) == two
    assert row.heightForWidth(1) == two
    another = QPushButton("Another")
    row.addWidget(another)
    another.show()
    assert row.heightForWidth(1) > two
    row.removeWidget(buttons[0])
    assert row.heightForWidth(1) == two


def test_a_row_gives_its_items_back_in_order(qtbot: QtBot) -> None:
    _page, buttons, row = row_of(qtbot, 2)
    first = row.takeAt(0)
    assert first is not None
    assert first.widget() is buttons[0]
    assert row.count() == 1
    assert row.itemAt(7) is None


def test_a_window_grows_to_show_all_of_its_text(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    text = label("One word after another. " * 30)
    layout.addWidget(text)
    window.resize(300, 10)
    fit_height(window)
    assert window.width() == 300
    around = layout.contentsMargins()
    inside = 300 - around.left() - around.right()
    assert window.height() >= text.heightForWidth(inside) + around.top() + around.bottom()


def test_what_is_lower_stands_level_with_the_middle_of_the_line(qtbot: QtBot) -> None:
    page, buttons, row = row_of(qtbot, 2)
    buttons[0].setMinimumHeight(buttons[1].sizeHint().height() * 2)
    page.resize(row.sizeHint())
    page.show()
    tall, low = (each.geometry().center().y() for each in buttons)
    assert abs(tall - low) <= 1


def test_parts_stand_below_one_another_where_there_is_little_room(qtbot: QtBot) -> None:
    parts = Parts(lines=3)
    parts.add(label("One"), label("Other"))
    qtbot.addWidget(parts)
    parts.show()
    parts.resize(1000, 300)
    assert parts.orientation() is Qt.Orientation.Horizontal
    parts.resize(300, 300)
    assert parts.orientation() is Qt.Orientation.Vertical
