"""The Attendance stage: doubts settled by keys, shown at once, found out anew, taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from cpd_desktop.domain.attendance.outcomes import Result
from cpd_desktop.domain.attendance.reconciliation import Fate
from cpd_desktop.services.work import Work
from cpd_desktop.ui.attendance.choose_dialog import ChooseDialog
from cpd_desktop.ui.attendance.line_rows import MINUTES, PRESENT, RESULT
from cpd_desktop.ui.attendance.lines import Standing, View
from cpd_desktop.ui.attendance.override_dialog import OverrideDialog
from cpd_desktop.ui.attendance.presence_dialog import PresenceDialog
from cpd_desktop.ui.pages.event_attendance import EMPTY, LIST, MATRIX
from tests.drafts import STARTS, a_draft, a_session

if TYPE_CHECKING:
    from tests.ui.attendance.attendance_desk import Attending

Key = Qt.Key
TOM, LISA, JANE, JANET = "Tom Becker", "Lisa Klein", "Jane Smith", "Janet Smith"
AT_ALL = (("Tom Becker", "tom.becker@x.example", 0, 120), ("Lis Klein", "", 0, 110))
J_SMITH = ("J Smith", "", 0, 100)
STRANGER = ("Galaxy S23", "", 5, 115)
GUEST = ("Maureen Featherstone", "", 4, 50)


def test_before_anything_is_known_the_stage_teaches_and_offers_a_report(
    attending: Attending,
) -> None:
    attending.hold(TOM, LISA)
    attending.open()
    stage = attending.stage
    assert stage.stack.currentIndex() == EMPTY
    assert stage.first_import.isVisible()
    assert stage.first_fetch.isHidden()
    assert attending.bar_text == "Attendance\n—"
    attending.stage.import_report(attending.report(*AT_ALL))
    attending.import_shown()
    assert stage.stack.currentIndex() == LIST
    assert attending.selected == "Lis Klein"  # the first doubt, so that keys settle it at once


def test_three_doubts_are_settled_by_keys_alone(attending: Attending) -> None:
    attending.hold(TOM, LISA, JANE, JANET)
    attending.bring(*AT_ALL, J_SMITH, STRANGER)
    attending.open()
    assert attending.bar_text == "Attendance\n1 matched · 3 to review"
    assert len(attending.listing.doubts()) == 3
    seen: set[str] = set()
    for _ in range(3):
        shown = attending.selected
        seen.add(shown)
        attending.press({"J Smith": Key.Key_2, "Galaxy S23": Key.Key_G}.get(shown, Key.Key_Return))
    assert seen == {"Lis Klein", "J Smith", "Galaxy S23"}
    assert attending.listing.doubts() == []
    attending.settle()
    assert attending.bar_text == "Attendance\n3 matched"
    assert attending.found.unreviewed == 0
    assert attending.person(LISA).result is Result.ATTENDED
    assert {attending.person(each).result for each in (JANE, JANET)} == {
        *(Result.ATTENDED, Result.ABSENT)
    }
    fates = [each.fate for each in attending.found.findings.findings]
    assert fates.count(Fate.GUEST) == 1


def test_a_decision_is_seen_before_it_is_written(attending: Attending) -> None:
    attending.hold(TOM, LISA)
    attending.bring(*AT_ALL)
    attending.open()
    assert attending.shown[0] == ("Lisa Klein", "? Review")
    attending.press(Key.Key_Return)
    assert ("Lisa Klein", "✓ Decided") in attending.shown
    assert attending.desk.jobs.live  # nothing came back yet
    attending.settle()
    assert attending.shown == [("Lisa Klein", "✓ Attended"), ("Tom Becker", "✓ Attended")]
    assert attending.selected == LISA


def test_who_was_just_chosen_is_not_offered_first_again(attending: Attending) -> None:
    attending.hold(JANE, JANET)
    attending.bring(J_SMITH, ("Jan Smith", "", 0, 90))
    attending.open()
    attending.press(Key.Key_Return)
    attending.press(Key.Key_Return)
    first, second = (each.owners for each in attending.lines)
    assert {*first, *second} == {attending.places[each] for each in (JANE, JANET)}
    attending.settle()


def test_a_decision_is_taken_back_by_a_key_and_by_undo(attending: Attending) -> None:
    attending.hold(TOM, LISA)
    attending.bring(*AT_ALL)
    attending.open()
    attending.press(Key.Key_Return)
    attending.press(Key.Key_U)
    assert attending.shown[0] == ("Lisa Klein", "? Review")
    assert attending.selected == "Lis Klein"
    attending.settle()
    assert attending.found.unreviewed == 1
    attending.press(Key.Key_G)
    attending.settle()
    assert attending.found.unreviewed == 0
    attending.desk.operations.undo()
    attending.settle()
    assert attending.shown[0] == ("Lisa Klein", "? Review")


def test_each_view_shows_its_lines_and_counts_them(attending: Attending) -> None:
    attending.hold(TOM, LISA, JANE, JANET)
    attending.bring(*AT_ALL, ("Jane Smith", "", 0, 60), GUEST, ("Otter.ai", "", 0, 120))
    attending.open()
    bar = attending.listing.bar
    texts = [bar.views.button(each).text() for each in View]
    assert texts == [
        *("To review 1", "All 4", "Attended 1", "Not met 1", "Absent 1", "Guests and others 2"),
    ]
    bar.views.button(View.NOT_MET).click()
    assert attending.shown == [("Jane Smith", "50 % of 80 %")]
    bar.views.button(View.ASIDE).click()
    assert [each.called for each in attending.lines] == ["Maureen Featherstone", "Otter.ai"]
    attending.listing.table.selectRow(1)
    assert "takes notes" in attending.listing.inspector.doubt.why.text()
    bar.views.button(View.REVIEW).click()
    attending.listing.table.selectRow(0)
    attending.press(Key.Key_Return)
    assert attending.shown == []
    attending.settle()


def test_a_name_shown_or_registered_is_found_while_it_is_typed(attending: Attending) -> None:
    attending.hold(TOM, LISA)
    attending.bring(*AT_ALL)
    attending.open()
    attending.listing.bar.search.setText("lis kl")
    attending.listing.bar.search.returnPressed.emit()
    assert [each.called for each in attending.lines] == ["Lis Klein"]
    attending.listing.bar.search.setText("")


def test_what_is_certain_is_accepted_at_once_and_the_button_says_how_many(
    attending: Attending,
) -> None:
    attending.hold(TOM, LISA, JANE, JANET)
    attending.bring(*AT_ALL, J_SMITH)
    attending.open()
    button = attending.stage.main_button
    assert button.text() == "Accept 1 certain"
    assert "Lis Klein → Lisa Klein" in button.toolTip()
    button.click()
    assert button.text() == "Review 1"
    attending.settle()
    assert attending.person(LISA).result is Result.ATTENDED
    attending.select("J Smith")
    attending.press(Key.Key_G)
    assert button.text() == "Go on to certificates"
    attending.settle()
    button.click()
    assert attending.workspace._stack.currentIndex() == 4
    assert button.isHidden()


def test_one_screen_is_split_onto_two_with_a_reason(attending: Attending) -> None:
    attending.hold(TOM, LISA)
    attending.bring(("Tom and Lisa", "", 0, 120))
    attending.open()
    attending.press(Key.Key_S)
    dialog = attending.dialog(ChooseDialog)
    for row in range(2):
        dialog.list.itemActivated.emit(dialog.list.item(row))
    assert not dialog.accept_button.isEnabled()
    dialog.why.setText("one laptop")
    dialog.accept_button.click()
    attending.settle()
    assert {attending.person(each).result for each in (TOM, LISA)} == {Result.ATTENDED}
    assert "one laptop" in str(attending.person(TOM).evidence[0])


def test_anybody_who_is_registered_can_be_looked_up_for_a_doubt(attending: Attending) -> None:
    attending.hold(TOM, LISA)
    attending.bring(STRANGER)
    attending.open()
    attending.press(Key.Key_O)
    dialog = attending.dialog(ChooseDialog)
    dialog.search.setText("lisa")
    dialog.search.returnPressed.emit()
    assert dialog.list.count() == 1
    dialog.accept_button.click()
    attending.settle()
    assert attending.person(LISA).names == ("Galaxy S23",)


def test_two_participants_are_made_one(attending: Attending) -> None:
    attending.hold(TOM)
    attending.bring(("Tom Becker", "tom.becker@x.example", 0, 60), ("Galaxy S23", "", 60, 120))
    attending.open()
    attending.select("Galaxy S23")
    attending.press(Key.Key_M)
    attending.dialog(ChooseDialog).accept_button.click()
    attending.settle()
    assert attending.person(TOM).outcome.minutes == 120


def test_a_result_is_overridden_with_a_reason_and_explained(attending: Attending) -> None:
    attending.hold(TOM)
    attending.bring(("Tom Becker", "tom.becker@x.example", 0, 60))
    attending.open()
    attending.select(TOM)
    panel = attending.listing.inspector.person
    assert panel.reasons.text() == "50 % of 120 minutes; 80 % needed; left at 15:00."
    panel.override.click()
    dialog = attending.dialog(OverrideDialog)
    dialog.accept_button.click()
    assert attending.stage.questions.dialog is dialog  # it asks for the reason first
    dialog.why.setText("was there by telephone")
    dialog.accept_button.click()
    assert attending.shown == [("Tom Becker", "✓ Overridden")]
    attending.settle()
    assert "was there by telephone" in panel.reasons.text()


def test_somebody_matched_by_mistake_is_asked_about_again(attending: Attending) -> None:
    attending.hold(TOM, LISA)
    attending.bring(*AT_ALL)
    attending.open()
    attending.select(TOM)
    attending.listing.inspector.person.changes[0].click()
    assert attending.listing.inspector.asks
    attending.listing.inspector.doubt.guest.click()
    attending.settle()
    assert attending.person(TOM).result is Result.ABSENT


def test_several_doubts_are_made_guests_in_one_step(attending: Attending) -> None:
    attending.hold(TOM)
    attending.bring(STRANGER, ("iPhone", "", 0, 20))
    attending.open()
    attending.listing.table.selectAll()
    several = attending.listing.inspector.several
    assert several.guests.text() == "Mark 2 as guest(s)"
    assert several.override.text() == "Override 1 result(s)…"
    several.guests.click()
    attending.settle()
    assert attending.found.unreviewed == 0
    attending.desk.operations.undo()
    attending.settle()
    assert attending.found.unreviewed == 2


def test_the_sum_of_the_rows_is_told_for_all_and_for_each_report(attending: Attending) -> None:
    attending.hold(TOM, LISA)
    attending.bring(*AT_ALL, GUEST)
    attending.open()
    total = attending.listing.sum
    assert total.sum.text() == "3 rows read = 1 matched + 1 guest + 1 to review"
    assert total.reports.isHidden()
    total.unfold.click()
    assert total.reports.text().startswith("report.csv · Zoom report · version 1 · ")


def test_a_report_of_another_time_is_warned_of(attending: Attending) -> None:
    attending.hold(TOM)
    attending.bring(("Tom Becker", "", -3000, -2900), zone="Europe/London")
    attending.open()
    assert "Nobody in this report was there" in attending.listing.sum.warnings.text()


def test_another_event_is_shown_from_its_beginning(attending: Attending) -> None:
    attending.hold(TOM, LISA)
    attending.bring(*AT_ALL)
    attending.open()
    attending.listing.bar.views.button(View.ATTENDED).click()
    attending.hold(JANE, JANET)
    attending.bring(J_SMITH)
    attending.open()
    assert attending.bar_text == "Attendance\n0 matched · 1 to review"
    assert attending.selected == "J Smith"
    assert attending.listing.rows.view is View.ALL


def test_a_report_dropped_on_the_stage_is_imported(attending: Attending) -> None:
    attending.hold(TOM, LISA)
    attending.open()
    file = attending.path / "dropped.csv"
    file.write_text("Name\nTom Becker\n", encoding="utf-8")
    attending.workspace.table_dropped.emit(file)
    attending.import_shown()
    assert ("Tom Becker", "✓ Attended") in attending.shown


def test_the_sample_is_reviewed_from_its_own_report(attending: Attending) -> None:
    core = attending.desk.services
    file = attending.path / "sample.csv"
    attending.event_id = core.sample.write_report(core.sample.fill().value, file)
    core.report_import.bring_in(attending.event_id, file, Work())
    attending.open()
    assert attending.bar_text.endswith(f"{attending.found.unreviewed} to review")
    attending.press(Key.Key_Return, times=attending.found.unreviewed)
    attending.settle()
    assert attending.found.unreviewed == 0


def test_of_ten_thousand_people_those_in_sight_are_drawn_and_a_decision_sorts_nothing(
    attending: Attending,
) -> None:
    attending.hold(TOM)
    attending.bring(AT_ALL[0])
    attending.open()
    content = attending.workspace._reader.content
    assert content is not None
    (line,) = content.lines
    crowd = tuple(replace(line, id=number) for number in range(1, 10_001))
    attending.stage.show_content(replace(content, lines=crowd))
    listing, rows = attending.listing, attending.listing.rows
    assert listing.table.rows.rowCount() == 10_000
    listing.table.viewport().repaint()
    in_sight = listing.table.viewport().height() // listing.table.rowHeight(0) + 1
    assert 0 < len(rows._drawn) <= in_sight
    before = dict(rows._ordered)
    listing.repaint_decided({5: replace(crowd[4], standing=Standing.TOLD_MET)}, {5})
    assert len(rows._drawn) <= in_sight
    assert rows._ordered.keys() == before.keys()
    assert all(rows._ordered[how] is order for how, order in before.items())
    assert listing.table.rows.data(listing.table.rows.index(4, RESULT)) == "✓ Overridden"


def test_a_deleted_event_is_not_looked_at_again(attending: Attending) -> None:
    attending.hold(TOM, LISA)
    attending.bring(*AT_ALL)
    attending.open()
    attending.workspace.delete()
    attending.settle()
    assert attending.workspace._reader.content is None


def test_a_strip_tells_each_connection(attending: Attending) -> None:
    attending.hold(TOM)
    attending.bring(
        ("Tom Becker", "tom.becker@x.example", 0, 60),
        ("<b>Tom</b> Becker", "tom.becker@x.example", 62, 119),
    )
    attending.open()
    told = attending.listing.table.tooltip_at(0, PRESENT)
    assert "14:00\N{EN DASH}15:00" in told
    assert "&lt;b&gt;Tom&lt;/b&gt; Becker" in told
    assert attending.shown[0][0] == TOM


def test_the_time_in_one_session_is_told_by_itself(attending: Attending) -> None:
    day = timedelta(days=1)
    draft = a_draft("Wound care", a_session("Day 1"), a_session("Day 2", starts=STARTS + day))
    attending.hold(TOM, draft=draft)
    attending.clock.at = STARTS + 2 * day
    attending.bring(
        ("Tom Becker", "tom.becker@x.example", 0, 120),
        ("Tom Becker", "tom.becker@x.example", 24 * 60, 24 * 60 + 30),
    )
    attending.open()
    bar, rows = attending.listing.bar, attending.listing.table.rows
    assert rows.data(rows.index(0, MINUTES)) == "150"
    assert [bar.sessions.itemText(each)[:5] for each in range(3)] == ["All s", "Day 1", "Day 2"]
    bar.sessions.setCurrentIndex(2)
    assert rows.data(rows.index(0, MINUTES)) == "30"
    assert rows.headerData(PRESENT, Qt.Orientation.Horizontal) == "Present 14:00\N{EN DASH}16:00"


def test_a_decision_that_cannot_be_kept_is_shown_as_not_made(attending: Attending) -> None:
    attending.hold(TOM, LISA)
    imported = attending.bring(*AT_ALL)
    attending.open()
    attending.desk.services.history.undo(imported)  # by another program, unheard of so far
    attending.press(Key.Key_Return)
    assert attending.listing.doubts() == []
    attending.qtbot.waitUntil(lambda: not attending.desk.jobs.live)
    (failure,) = attending.desk.failures
    assert "tell of no participant" in str(failure)
    attending.desk.failures.clear()
    assert attending.selected == "Lis Klein"
    assert len(attending.listing.doubts()) == 1


def test_everybody_is_seen_by_sessions_and_one_of_them_in_the_list_again(
    attending: Attending,
) -> None:
    draft = a_draft(
        "Two mornings", a_session("One"), a_session("Two", starts=STARTS + timedelta(days=1))
    )
    attending.hold(TOM, LISA, draft=draft)
    attending.bring(*AT_ALL)
    attending.open()
    stage = attending.stage
    stage.matrix_button.click()
    assert stage.stack.currentIndex() == MATRIX
    stage.matrix.chosen.emit(attending.places[TOM])
    assert stage.stack.currentIndex() == LIST
    assert attending.selected == TOM
    stage.matrix_button.click()
    stage.matrix.chosen.emit(attending.places[LISA])
    assert attending.selected == "Lis Klein"  # who may be her


def test_what_is_noted_by_hand_is_offered_for_those_who_are_selected(attending: Attending) -> None:
    attending.hold(TOM, LISA)
    attending.bring(*AT_ALL)
    attending.open()
    tools = attending.stage.tools
    attending.listing.table.clearSelection()
    tools.menu.aboutToShow.emit()
    assert not tools.presence.isEnabled()
    attending.select(TOM)
    tools.menu.aboutToShow.emit()
    tools.presence.trigger()
    (form,) = attending.workspace.window().findChildren(PresenceDialog)
    form.reject()
