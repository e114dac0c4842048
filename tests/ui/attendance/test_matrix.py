"""People by sessions: what the cells tell, by sight, by ear and by keyboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from cpd_desktop.domain.attendance.decisions import Verdict
from cpd_desktop.domain.attendance.event_attendance import EventAttendance
from cpd_desktop.domain.attendance.sightings import Seen
from cpd_desktop.ui.attendance.matrix import PERCENT, AttendanceMatrix, MatrixTable
from tests.drafts import STARTS, a_session

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.desk import TestDesk
    from tests.ui.attendance.held_event import Held

_DISPLAY = Qt.ItemDataRole.DisplayRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def matrix(desk: TestDesk, held: Held, stage: Callable[..., QWidget]) -> AttendanceMatrix:
    made = AttendanceMatrix(desk.theme)
    made.show_attendance(held.found())
    stage(made)
    return made


def table_of(matrix: AttendanceMatrix) -> MatrixTable:
    assert matrix.table is not None
    return matrix.table


def shown(matrix: AttendanceMatrix) -> dict[str, list[str]]:
    model = table_of(matrix).rows
    texts = model.texts(range(model.rowCount()))
    return {name: cells for name, *cells in texts}


def test_each_cell_tells_by_a_sign_and_a_figure_how_it_stands(
    matrix: AttendanceMatrix,
) -> None:
    assert shown(matrix) == {
        "Ada Byron": ["✓ ● 120", "–", "120", "✕ Not met"],  # noqa: RUF001 - a dash
        "Lisa Klein": ["?", "?", "0", "? To review"],
        "Mai Nguyen": ["–", "–", "0", "– Absent"],  # noqa: RUF001 - the same
        "Tom Becker": ["✕ 60", "–", "60", "✕ Not met"],  # noqa: RUF001 - the same
        "Zoë Müller": ["✓ 118", "✓ 120", "238", "✓ Attended"],
    }
    matrix.unit.setCurrentIndex(PERCENT)
    assert shown(matrix)["Zoë Müller"][:3] == ["✓ 98 %", "✓ 100 %", "99 %"]


def test_what_a_sign_means_is_read_aloud_in_words(matrix: AttendanceMatrix) -> None:
    model = table_of(matrix).rows
    spoken = [model.data(model.index(row, 1), _SPOKEN) for row in range(5)]
    assert spoken == [
        "120 min, 100 %, enough, in person", "Not decided yet", "Was not there",
        "60 min, 50 %, not enough", "118 min, 98 %, enough",
    ]  # fmt: skip
    assert model.data(model.index(4, 4), _SPOKEN) == "Attended"
    assert model.data(model.index(4, 0), _SPOKEN) is None
    assert "sorted" in model.headerData(0, Qt.Orientation.Horizontal, _SPOKEN)


def test_hovering_tells_every_connection_and_what_was_noted(
    matrix: AttendanceMatrix, desk: TestDesk, held: Held
) -> None:
    ada = held.places["Ada Byron"]
    left = Seen(left=STARTS + timedelta(minutes=30))
    desk.services.attendance.see(held.event.id, [ada], held.morning, left, "a <call>")
    matrix.show_attendance(held.found())
    rows = table_of(matrix)._source
    told = rows.tip(held.places["Zoë Müller"], 1).split("<br>")
    assert told[0] == "118 min, 98 %, enough"
    assert [line.partition(" · ")[2] for line in told[1:]] == [
        "Zoe · zoë@x.example", "Zoe iPad · zoë@x.example",
    ]  # fmt: skip
    assert "from 14:00 to 14:30: a &lt;call&gt;" in rows.tip(ada, 1)
    assert "Checked in at" in rows.tip(ada, 1)
    assert "50 % of" not in rows.tip(ada, 1)
    assert "of 240 minutes; 80 % needed." in rows.tip(ada, 4)
    assert rows.tip(ada, 2) == "Was not there"
    assert rows.session_tip(2).startswith("Afternoon<br>")
    assert rows.session_tip(0) == ""


def test_of_very_many_connections_a_few_are_told_and_the_rest_counted(
    matrix: AttendanceMatrix, held: Held
) -> None:
    found = held.found()
    zoe = held.places["Zoë Müller"]
    person = found.by_registration[zoe]
    (finding,) = person.findings
    many = replace(finding.participant, rows=finding.participant.rows[:1] * 23)
    person = replace(person, findings=(replace(finding, participant=many),))
    matrix.show_attendance(EventAttendance(found.facts, found.findings, (person,)))
    told = table_of(matrix)._source.tip(zoe, 1).split("<br>")
    assert (len(told), told[-1]) == (22, "and 3 more")


@pytest.mark.qt_log_ignore("does not support raise", "does not support propagateSizeHints")
def test_the_pointer_on_a_cell_or_a_title_brings_up_its_tip(matrix: AttendanceMatrix) -> None:
    table = table_of(matrix)
    for widget, place, says in (
        (table.viewport(), table.visualRect(table.rows.index(4, 1)).center(), "Zoe iPad"),
        (
            table.horizontalHeader().viewport(),
            QPoint(table.columnViewportPosition(1) + 5, 5),
            "Morning",
        ),
    ):
        where = QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place))
        QApplication.sendEvent(widget, where)
        assert says in QToolTip.text()
    QToolTip.hideText()


def test_the_names_stay_where_they_are_while_sessions_are_scrolled(
    matrix: AttendanceMatrix, qtbot: QtBot
) -> None:
    table = table_of(matrix)
    matrix.window().resize(420, 240)
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() > 0)
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    names = table._names
    assert names.width() <= table.viewport().width() // 2
    assert names.x() <= table.frameWidth()
    for row in range(table.rows.rowCount()):
        assert names.rowViewportPosition(row) == table.rowViewportPosition(row)
    table.setCurrentIndex(table.rows.index(0, 1))
    assert table.visualRect(table.rows.index(0, 1)).left() >= names.width() - 1
    table.setColumnWidth(0, 140)
    assert names.width() == 140
    names.horizontalHeader().resizeSection(0, 150)
    assert table.columnWidth(0) == 150


def test_it_is_sorted_and_searched(matrix: AttendanceMatrix, qtbot: QtBot) -> None:
    table = table_of(matrix)
    table.sort_by("session 0", descending=True)
    assert list(shown(matrix)) == [
        "Ada Byron", "Zoë Müller", "Tom Becker", "Lisa Klein", "Mai Nguyen",
    ]  # fmt: skip
    table.sort_by("together")
    assert next(iter(shown(matrix))) == "Lisa Klein"
    table.sort_by("result")
    assert next(iter(shown(matrix))) == "Zoë Müller"
    table._names.horizontalHeader().sectionClicked.emit(0)
    assert next(iter(shown(matrix))) == "Ada Byron"
    table._names.horizontalHeader().sectionClicked.emit(0)
    assert next(iter(shown(matrix))) == "Zoë Müller"
    QTest.keyClicks(matrix.search, "ipad zoe")
    QTest.keyClick(matrix.search, Qt.Key.Key_Return)
    assert list(shown(matrix)) == ["Zoë Müller"]
    matrix.search.setText("nobody like this")
    QTest.keyClick(matrix.search, Qt.Key.Key_Return)
    assert shown(matrix) == {}
    assert table.accessibleDescription() == "Nobody fits the search."


def test_the_keyboard_chooses_a_person(matrix: AttendanceMatrix, held: Held, qtbot: QtBot) -> None:
    chosen: list[int] = []
    matrix.chosen.connect(chosen.append)
    table = table_of(matrix)
    table.setFocus()
    table.setCurrentIndex(table.rows.index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert chosen == [held.places["Lisa Klein"]]
    assert matrix.selected() == chosen
    assert table._names.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_menu_is_asked_for_on_a_name_as_on_a_cell(matrix: AttendanceMatrix) -> None:
    asked: list[QPoint] = []
    matrix.menu_asked.connect(asked.append)
    table = table_of(matrix)
    at = QPoint(5, 5)
    for widget in (table.viewport(), table._names.viewport()):
        where = widget.mapToGlobal(at)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, where)
        QApplication.sendEvent(widget, event)
        assert asked[-1] == where
    assert len(asked) == 2


def test_a_new_finding_keeps_order_search_and_selection(
    matrix: AttendanceMatrix, desk: TestDesk, held: Held
) -> None:
    table, tom = table_of(matrix), held.places["Tom Becker"]
    table.sort_by("together", descending=True)
    table.select_id(tom)
    desk.services.attendance.override(held.event.id, [tom], Verdict.MET, "he was there")
    matrix.show_attendance(held.found())
    assert table_of(matrix) is table
    assert matrix.selected() == [tom]
    assert next(iter(shown(matrix))) == "Zoë Müller"
    assert shown(matrix)["Tom Becker"][-1] == "✓ Met, by decision"


def test_another_session_gets_a_column_of_its_own(
    matrix: AttendanceMatrix, desk: TestDesk, held: Held, qtbot: QtBot
) -> None:
    matrix.unit.setCurrentIndex(PERCENT)
    draft = desk.services.events.get(held.event.id).draft()
    more = a_session("A session with a title that is longer", starts=STARTS + timedelta(hours=6))
    desk.services.events.change(held.event.id, replace(draft, sessions=(*draft.sessions, more)))
    matrix.show_attendance(held.found())
    model = table_of(matrix).rows
    titles = [model.headerData(at, Qt.Orientation.Horizontal, _DISPLAY) for at in range(6)]
    assert titles == [
        "Name", "1. Morning", "2. Afternoon", "3. A session with a ti…", "Together", "Result",
    ]  # fmt: skip
    assert shown(matrix)["Zoë Müller"][3] == "66 %"


@pytest.mark.slow
def test_ten_thousand_people_are_shown_without_asking_for_more_than_is_seen(
    matrix: AttendanceMatrix, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = held.found()
    (base,) = (each for each in found.people if each.registration == held.places["Tom Becker"])

    def person(number: int) -> object:
        registrant = replace(base.place.registrant, id=number, name=f"Person {number:05}")
        return replace(base, place=replace(base.place, registrant=registrant))

    people = tuple(person(number) for number in range(1, 10_001))
    big = EventAttendance(found.facts, found.findings, people)  # type: ignore[arg-type] # they are
    asked: list[int] = []
    rows = table_of(matrix)._source
    cells = rows._cells

    def noted(each: object) -> object:
        asked.append(1)
        return cells(each)  # type: ignore[arg-type] # of the same kind

    monkeypatch.setattr(rows, "_cells", noted)
    matrix.show_attendance(big)
    table = table_of(matrix)
    table.sort_by("together", descending=True)
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum() // 2)
    QApplication.processEvents()
    assert table.rows.rowCount() == 10_000
    assert 0 < len(asked) <= 600
