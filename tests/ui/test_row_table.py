from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractItemView

from cpd_desktop.domain.errors import Unavailable
from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.row_table import Column, RowModel, RowTable, SearchField

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    Stage = Callable[..., QWidget]

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


class People:
    """A list of people that sorts and searches itself, as a database would."""

    columns: Sequence[Column] = (
        Column("name", "Name"),
        Column("minutes", "Minutes", align="right", width=90),
        Column("result", "Result", sortable=False),
    )

    def __init__(self, people: dict[int, tuple[str, int, str | None]]) -> None:
        self.people = people
        self.reads: list[int] = []

    def ids(self, search: str, sort: str, descending: bool) -> Sequence[int]:  # noqa: FBT001 - as given
        column = [each.key for each in self.columns].index(sort)
        fitting = [
            item for item, row in self.people.items() if search.casefold() in row[0].casefold()
        ]
        return sorted(fitting, key=lambda i: self.people[i][:2][column], reverse=descending)

    def rows(self, ids: Sequence[int]) -> dict[int, Sequence[object]]:
        self.reads.append(len(ids))
        return {item: self.people[item] for item in ids if item in self.people}


class Crowd(People):
    """A hundred thousand rows that cost nothing to sort."""

    def __init__(self, count: int = 100_000) -> None:
        super().__init__({})
        self.count = count

    def ids(self, search: str, sort: str, descending: bool) -> Sequence[int]:  # noqa: ARG002, FBT001 - as given
        step = 10 if search else 1
        order = range(1, self.count + 1, step)
        return order[::-1] if descending else order

    def rows(self, ids: Sequence[int]) -> dict[int, Sequence[object]]:
        self.reads.append(len(ids))
        return {item: (f"Person {item}", item % 120, "Attended") for item in ids}


def few() -> People:
    return People(
        {
            7: ("Zoë Müller", 118, "Attended"),
            3: ("Robert Okafor", 110, "Attended"),
            5: ("Jane Smith", 108, "Review"),
            9: ("Tom Becker", 0, None),
        }
    )


def many(count: int) -> People:
    return People({n: (f"Person {n:04}", n % 50, "Attended") for n in range(1, count + 1)})


def drawn(model: RowModel) -> str:
    lines = [
        " | ".join(
            str(model.headerData(c, Qt.Orientation.Horizontal)) for c in range(model.columnCount())
        )
    ]
    lines += [
        " | ".join(model.index(row, c).data() for c in range(model.columnCount()))
        for row in range(model.rowCount())
    ]
    return "\n".join(lines)


def test_the_table_shows_what_the_source_says(stage: Stage) -> None:
    table = RowTable(few())
    stage(table)
    assert drawn(table.rows) == (
        "Name | Minutes | Result\n"
        "Jane Smith | 108 | Review\n"
        "Robert Okafor | 110 | Attended\n"
        "Tom Becker | 0 | \n"
        "Zoë Müller | 118 | Attended"
    )


def test_a_click_on_a_title_sorts_and_another_turns_round(stage: Stage) -> None:
    table = RowTable(few())
    stage(table)
    header = table.horizontalHeader()
    at = header.sectionViewportPosition(1) + 8

    def click(x: int) -> list[int]:
        middle = header.viewport().rect().center()
        middle.setX(x)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        return list(table.rows.ids)

    assert click(at) == [9, 5, 3, 7]
    assert header.sortIndicatorSection() == 1
    assert click(at) == [7, 3, 5, 9]
    assert header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
    assert click(header.sectionViewportPosition(2) + 8) == [7, 3, 5, 9], "this one does not sort"
    assert header.sortIndicatorSection() == 1


def test_sorting_works_from_the_keyboard_and_is_spoken(stage: Stage) -> None:
    table = RowTable(few())
    stage(table)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(table, Qt.Key.Key_Right, both)
    assert list(table.rows.ids) == [9, 5, 3, 7]
    QTest.keyClick(table, Qt.Key.Key_Down, both)
    assert list(table.rows.ids) == [7, 3, 5, 9]
    spoken = table.rows.headerData(1, Qt.Orientation.Horizontal, SPOKEN)
    assert spoken == "Minutes, sorted, last first"
    assert table.rows.headerData(0, Qt.Orientation.Horizontal, SPOKEN) == "Name"
    QTest.keyClick(table, Qt.Key.Key_Right, both)
    assert list(table.rows.ids) == [5, 3, 9, 7]


def test_the_model_keeps_every_promise_to_qt(qtbot: QtBot) -> None:
    source = many(250)
    model = RowModel(source)
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    tester = QAbstractItemModelTester(model, mode)
    model.reload()
    source.people.clear()
    model.search = "nobody"
    model.reload()
    assert model.rowCount() == 0
    assert tester.model() is model
    assert model.rowCount(model.index(0, 0)) == 0


def test_a_hundred_thousand_rows_never_hold_more_than_five_thousand(stage: Stage) -> None:
    source = Crowd()
    table = RowTable(source)
    stage(table).resize(600, 500)
    assert table.rows.rowCount() == 100_000
    for row in range(0, 100_000, 100):
        assert table.rows.index(row, 0).data() == f"Person {row + 1}"
        assert table.rows.rows_held <= 5_000
    assert table.rows.rows_held == 5_000
    assert max(source.reads) == 100


def test_rows_looked_at_lately_are_not_read_again(qtbot: QtBot) -> None:
    source = Crowd()
    model = RowModel(source)
    model.reload()
    for row in range(0, 6_000, 100):
        model.index(0, 0).data()
        model.index(row, 0).data()
    assert len(source.reads) == 60


def test_only_what_is_on_screen_is_read(stage: Stage) -> None:
    source = Crowd()
    table = RowTable(source)
    stage(table).resize(600, 500)
    table.grab()
    assert sum(source.reads) <= 200
    table.scrollToBottom()
    table.grab()
    assert sum(source.reads) <= 400


def test_sorting_and_searching_a_hundred_thousand_rows_is_quick(stage: Stage) -> None:
    table = RowTable(Crowd())
    stage(table).resize(600, 500)
    took: list[float] = []
    for turn in range(7):
        began = time.perf_counter()
        table.sort_by("minutes", descending=turn % 2 == 0)
        table.search("x" * (turn % 2))
        table.grab()
        took.append(time.perf_counter() - began)
    assert statistics.median(took) < 0.15


def test_selecting_everything_asks_the_model_no_more_than_selecting_little(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = 0
    count_rows = RowModel.rowCount

    def counted(model: RowModel, parent: QModelIndex | None = None) -> int:
        nonlocal calls
        calls += 1
        return count_rows(model, parent)

    # Before the table is made: the binding looks a method up once for each object.
    monkeypatch.setattr(RowModel, "rowCount", counted)
    table = RowTable(Crowd())
    stage(table).resize(600, 500)
    calls = 0
    table.selectAll()
    table.grab()
    table.horizontalHeader().grab()
    assert 0 < calls < 5_000
    assert len(table.selected_ids()) == 100_000


def test_selection_and_place_stay_with_their_rows(stage: Stage, qtbot: QtBot) -> None:
    source = many(1000)
    table = RowTable(source)
    stage(table).resize(500, 400)
    table.select_id(500)
    with qtbot.waitSignal(table.selection_changed):
        mode = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        table.selectionModel().select(table.rows.index(501, 0), mode)
    assert table.selected_ids() == [500, 502]
    y = table.rowViewportPosition(499)
    source.people = {n: p for n, p in source.people.items() if n > 10}
    with qtbot.assertNotEmitted(table.selection_changed):
        table.reload()
    assert table.selected_ids() == [500, 502]
    assert table.current_id() == 500
    assert table.rowViewportPosition(489) == y


def test_a_selected_row_that_vanishes_is_told(stage: Stage, qtbot: QtBot) -> None:
    source = many(20)
    table = RowTable(source)
    stage(table)
    table.select_id(5)
    del source.people[5]
    with qtbot.waitSignal(table.selection_changed):
        table.reload()
    assert table.selected_ids() == []
    assert table.select_id(5) is False


def test_showing_a_row_while_ctrl_is_held_does_not_deselect_it(stage: Stage) -> None:
    table = RowTable(few())
    stage(table)
    QTest.keyPress(table, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    try:
        assert table.select_id(5)
        assert table.select_id(5)
        assert table.selected_ids() == [5]
    finally:
        QTest.keyRelease(table, Qt.Key.Key_Control)


def test_a_large_selection_survives_another_order(stage: Stage) -> None:
    table = RowTable(many(300))
    stage(table)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(table.selected_ids()) == 300
    table.sort_by("name", descending=True)
    assert table.selected_ids() == list(range(300, 0, -1))
    table.search("Person 029")
    assert table.selected_ids() == list(range(299, 289, -1))


def test_a_row_deleted_meanwhile_shows_nothing(stage: Stage) -> None:
    source = many(20)
    table = RowTable(source)
    del source.people[1]
    stage(table)
    table.grab()
    assert [table.rows.index(0, column).data() for column in range(3)] == ["", "", ""]
    table.select_id(1)
    table.copy_selected()
    assert QGuiApplication.clipboard().text() == "\t\t"


def test_a_source_that_fails_is_told_and_what_was_shown_stays(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = many(300)
    table = RowTable(source)
    stage(table).resize(500, 400)
    table.grab()

    def locked(*_: object) -> list[int]:
        raise Unavailable(Sentence("test", "The data is locked."))

    monkeypatch.setattr(source, "ids", locked)
    monkeypatch.setattr(source, "rows", locked)
    with qtbot.waitSignal(table.failed) as told:
        table.reload()
    assert str(told.args[0]).startswith("The data is locked.")
    assert table.rows.index(0, 0).data() == "Person 0001"
    with qtbot.waitSignal(table.failed):
        assert table.rows.index(299, 0).data() == ""


def test_enter_and_double_click_choose_a_row(stage: Stage, qtbot: QtBot) -> None:
    table = RowTable(few())
    stage(table)
    table.setFocus()
    chosen: list[int] = []
    table.chosen.connect(chosen.append)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    where = table.visualRect(table.rows.index(2, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert len(chosen) == 2
    assert chosen[1] == 9


def test_copied_rows_paste_into_a_spreadsheet(stage: Stage) -> None:
    source = few()
    source.people[3] = ("Robert\tOkafor\nRN", 110, "Attended")
    table = RowTable(source)
    stage(table)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == (
        "Jane Smith\t108\tReview\nRobert Okafor RN\t110\tAttended\n"
        "Tom Becker\t0\t\nZoë Müller\t118\tAttended"
    )


def test_tab_leaves_the_table(stage: Stage, qtbot: QtBot) -> None:
    table, field = RowTable(few()), SearchField("Search")
    stage(table, field)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Tab)
    qtbot.waitUntil(field.hasFocus)


def test_an_empty_table_says_what_will_be_here(stage: Stage) -> None:
    table = RowTable(People({}))
    stage(table).resize(500, 400)
    bare = table.grab().toImage()
    table.set_empty_text("Nobody is registered yet.")
    assert table.grab().toImage() != bare
    assert table.accessibleDescription() == "Nobody is registered yet."


def test_widths_and_order_are_remembered(stage: Stage) -> None:
    table = RowTable(few())
    stage(table)
    table.setColumnWidth(0, 321)
    table.sort_by("minutes", descending=True)
    again = RowTable(few())
    again.restore_state(table.state())
    assert again.columnWidth(0) == 321
    assert list(again.rows.ids) == [7, 3, 5, 9]


def test_widths_kept_in_large_text_show_as_much_in_small_text_and_back(stage: Stage) -> None:
    small = RowTable(few())
    stage(small)
    small.setColumnWidth(0, 320)
    large = RowTable(few())
    font = large.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    large.setFont(font)
    large.restore_state(small.state())
    stage(large)
    larger = large.fontMetrics().height() / small.fontMetrics().height()
    assert large.columnWidth(0) == round(320 * larger)
    again = RowTable(few())
    again.restore_state(large.state())
    stage(again)
    assert abs(again.columnWidth(0) - 320) <= 1


def test_columns_follow_a_change_of_the_text_while_they_are_seen(stage: Stage) -> None:
    table = RowTable(few())
    stage(table)
    table.setColumnWidth(0, 320)
    before = table.fontMetrics().height()
    font = table.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    table.setFont(font)
    assert table.columnWidth(0) == round(320 * table.fontMetrics().height() / before)


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"widths": 3, "sort": 9},
        {"widths": {"name": "wide", "gone": 40}, "sort": "gone"},
        {"sort": "result"},
    ],
)
def test_a_state_that_does_not_fit_is_left_alone(stage: Stage, state: dict[str, object]) -> None:
    table = RowTable(few())
    before = table.state()
    table.restore_state(state)
    assert table.state() == before


def test_rows_grow_with_the_text_and_have_one_height(stage: Stage) -> None:
    table = RowTable(few())
    stage(table)
    before = table.rowHeight(0)
    font = table.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    table.setFont(font)
    assert table.rowHeight(0) > before
    assert {table.rowHeight(row) for row in range(4)} == {table.rowHeight(0)}
    assert table.rowHeight(0) >= table.fontMetrics().height()
    assert table.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectRows


def test_columns_have_room_for_their_titles_in_large_text(stage: Stage) -> None:
    table = RowTable(few())
    font = table.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    table.setFont(font)
    stage(table)
    header = table.horizontalHeader()
    assert table.columnWidth(0) > 160
    for column in range(3):
        assert header.sectionSize(column) >= header.sectionSizeHint(column)
    font.setPointSizeF(font.pointSizeF() * 2)
    table.setFont(font)
    for column in range(3):
        assert header.sectionSize(column) >= header.sectionSizeHint(column)


def test_a_search_waits_for_a_pause_in_typing(stage: Stage, qtbot: QtBot) -> None:
    field = SearchField("Search people")
    stage(field)
    heard: list[str] = []
    field.searched.connect(heard.append)
    QTest.keyClicks(field, "zo")
    assert heard == []
    qtbot.waitUntil(lambda: heard == ["zo"])
    QTest.keyClicks(field, "x")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert heard == ["zo"], "the same search is not made twice"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert heard == ["zo", ""]
    assert field.accessibleName() == "Search people"


class Counted(People):
    """A list that remembers how it was asked."""

    def __init__(self, people: dict[int, tuple[str, int, str | None]]) -> None:
        super().__init__(people)
        self.asked: list[tuple[str, str, bool]] = []

    def ids(self, search: str, sort: str, descending: bool) -> Sequence[int]:  # noqa: FBT001 - as given
        self.asked.append((search, sort, descending))
        return super().ids(search, sort, descending)


def test_a_page_that_fills_its_table_later_sorts_as_it_was_left_and_reads_once(
    qtbot: QtBot,
) -> None:
    source = Counted(few().people)
    table = RowTable(source, filled=False)
    qtbot.addWidget(table)
    table.restore_state({"sort": "minutes", "down": True})
    assert (table.rows.rowCount(), source.asked) == (0, [])
    table.reload()
    assert source.asked == [("", "minutes", True)]
    assert table.rows.rowCount() == len(source.people)


def test_what_a_row_is_called_gets_the_room_that_is_left(stage: Stage) -> None:
    table = RowTable(few())
    table.setMinimumWidth(800)
    stage(table)
    widths = [table.columnWidth(section) for section in range(table.model().columnCount())]
    assert sum(widths) == table.viewport().width()
    assert widths[0] == max(widths)
