from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from cpd_desktop.domain.credit import CreditLine
from cpd_desktop.domain.custom_fields import CustomField, FieldKind
from cpd_desktop.domain.events import Speaking
from cpd_desktop.domain.sessions import Break
from cpd_desktop.domain.speakers import SpeakerDraft
from cpd_desktop.ui.event.credit import CreditSection
from cpd_desktop.ui.event.history import HistorySection
from cpd_desktop.ui.event.items import DETAILS, WARNING
from cpd_desktop.ui.event.materials import MaterialsSection
from cpd_desktop.ui.event.questions import QuestionsSection
from cpd_desktop.ui.event.sessions import SessionsSection
from cpd_desktop.ui.event.speakers import SpeakersSection
from tests.drafts import STARTS, a_draft

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.clock import FixedClock
    from tests.desk import TestDesk


from tests.ui.event.planning import Plan, changed_elsewhere, fill, row


def sessions(plan: Plan) -> SessionsSection:
    section = plan.stage.sections["sessions"]
    assert isinstance(section, SessionsSection)
    return section


def test_a_session_shows_its_true_length_and_what_it_clashes_with(plan: Plan) -> None:
    one, two = plan.kept.sessions
    pause = Break(STARTS + timedelta(minutes=60), STARTS + timedelta(minutes=75))
    draft = replace(
        plan.kept.draft(),
        sessions=(replace(one, room="Hall", breaks=(pause,)), replace(two, room="hall")),
    )
    plan.desk.services.events.change(plan.event, draft)
    plan.open()
    view = sessions(plan).list.view
    assert "105 minute(s) without the breaks" in row(view, 0, DETAILS)
    assert "are both in Hall" in row(view, 0, WARNING)
    assert "are both in Hall" in row(view, 1, WARNING)
    assert plan.kept.sessions[0].room == "Hall"  # it is shown and stands in nobody's way


def test_a_session_is_added_edited_duplicated_and_removed(plan: Plan) -> None:
    section = sessions(plan)
    section.list.add.click()
    fill(section.dialog, title="Three", room="Hall", breaks=[["14:30", "14:45"]])
    plan.settle()
    added = plan.kept.sessions[-1]
    assert (added.title, added.starts) == ("Three", STARTS + timedelta(days=1))
    assert added.breaks[0].starts == STARTS + timedelta(days=1, minutes=30)
    section.list.view.setCurrentRow(2)
    section.list.edit.click()
    fill(section.dialog, title="Third", mandatory=True)
    plan.settle()
    assert plan.kept.sessions[-1].id == added.id
    assert row(section.list.view, 2) == "Third (mandatory)"
    section.duplicate.click()
    fill(section.dialog)
    plan.settle()
    assert len(plan.kept.sessions) == 4
    assert plan.kept.sessions[-1].breaks[0].starts == STARTS + timedelta(days=2, minutes=30)
    section.list.view.setCurrentRow(0)
    section.list.remove.click()
    plan.settle()
    assert [each.title for each in plan.kept.sessions] == ["Two", "Third", "Third"]


def test_a_session_that_ends_before_it_starts_is_told_in_the_dialog(plan: Plan) -> None:
    section = sessions(plan)
    section.list.view.setCurrentRow(0)
    section.list.edit.click()
    fill(section.dialog, ends="2026-12-01T13:00")
    assert section.dialog is not None
    assert section.dialog.isVisible()
    assert "ends before it starts" in section.dialog._trouble.text()
    section.dialog.reject()
    plan.settle()


def test_delete_in_the_list_removes_the_session_and_not_the_event(plan: Plan) -> None:
    section = sessions(plan)
    plan.stage.show_section("sessions")
    action = QAction("Delete event", plan.stage)
    action.setShortcut("Del")
    deleted: list[bool] = []
    action.triggered.connect(lambda: deleted.append(True))
    plan.stage.addAction(action)
    section.list.view.setFocus()
    section.list.view.setCurrentRow(0)
    QTest.keyClick(section.list.view, Qt.Key.Key_Delete)
    plan.settle()
    assert [each.title for each in plan.kept.sessions] == ["Two"]
    QTest.keyClick(section.list.view, Qt.Key.Key_Delete)
    plan.settle()
    assert [each.title for each in plan.kept.sessions] == ["Two"]  # the last one stays
    assert deleted == []


def test_the_last_session_cannot_be_removed(desk: TestDesk, qtbot: QtBot) -> None:
    plan = Plan(desk, qtbot, a_draft("Alone"))
    sessions(plan).list.view.setCurrentRow(0)
    assert not sessions(plan).list.remove.isEnabled()
    plan.close()


def speakers(plan: Plan) -> SpeakersSection:
    section = plan.stage.sections["speakers"]
    assert isinstance(section, SpeakersSection)
    return section


def test_a_new_speaker_is_named_and_their_missing_disclosure_pointed_out(plan: Plan) -> None:
    section = speakers(plan)
    section.list.add.click()
    assert section.chooser is not None
    plan.settle()
    section.chooser.new.click()
    fill(section.dialog, name="Ana Ruiz", role="Chair")
    plan.settle()
    plan.settle()
    (speaker,) = plan.desk.services.speakers.all()
    assert plan.kept.speakers == (Speaking(speaker.id, "Chair"),)
    assert row(section.list.view, 0, WARNING) == "No conflict-of-interest statement is on file."
    section.list.view.setCurrentRow(0)
    section.list.edit.click()
    fill(section.dialog, disclosed_on="2026-11-01", role="Speaker")
    plan.settle()
    plan.settle()
    assert row(section.list.view, 0, WARNING) == ""
    assert plan.kept.speakers == (Speaking(speaker.id, "Speaker"),)


def test_somebody_who_spoke_before_is_chosen_and_only_the_unused_are_removed(plan: Plan) -> None:
    services = plan.desk.services
    ana = services.speakers.add(SpeakerDraft("Ana Ruiz")).value
    zoe = services.speakers.add(SpeakerDraft("Zoë Müller")).value
    services.events.add(replace(a_draft("Other"), speakers=(Speaking(zoe.id),)))
    section = speakers(plan)
    section.list.add.click()
    plan.settle()
    chooser = section.chooser
    assert chooser is not None
    chooser.list.setCurrentRow(1)
    chooser.remove.click()
    plan.settle()
    assert "Zoë Müller cannot be removed" in chooser._trouble.text()
    chooser.list.setCurrentRow(0)
    chooser.accept_button.click()
    plan.settle()
    assert plan.kept.speakers == (Speaking(ana.id),)


def test_a_speaker_who_leaves_the_event_leaves_its_sessions(plan: Plan) -> None:
    ana = plan.desk.services.speakers.add(SpeakerDraft("Ana Ruiz")).value
    one, two = plan.kept.sessions
    draft = replace(
        plan.kept.draft(),
        speakers=(Speaking(ana.id),),
        sessions=(replace(one, speakers=(ana.id,)), two),
    )
    plan.desk.services.events.change(plan.event, draft)
    plan.open()
    section = speakers(plan)
    section.list.view.setCurrentRow(0)
    section.list.remove.click()
    plan.settle()
    assert plan.kept.speakers == ()
    assert plan.kept.sessions[0].speakers == ()


def test_credit_is_added_ordered_and_removed(plan: Plan) -> None:
    section = plan.stage.sections["credit"]
    assert isinstance(section, CreditSection)
    for amount, kind in (("1,5", "CPD hours"), ("2", "AMA PRA Category 1")):
        section.list.add.click()
        fill(section.dialog, amount=amount, type=kind, accreditor="Royal College")
        plan.settle()
    section.list.view.setCurrentRow(1)
    section.list.up.click()
    plan.settle()
    assert [str(each) for each in plan.kept.credits] == ["2 AMA PRA Category 1", "1.5 CPD hours"]
    assert row(section.list.view, 0, DETAILS) == "Royal College\nAs the whole event asks."
    section.list.view.setCurrentRow(0)
    section.list.remove.click()
    plan.settle()
    assert [each.amount for each in plan.kept.credits] == [Decimal("1.5")]


def test_credit_that_is_no_number_is_told_at_the_amount(plan: Plan) -> None:
    section = plan.stage.sections["credit"]
    assert isinstance(section, CreditSection)
    section.list.add.click()
    fill(section.dialog, amount="many")
    dialog = section.dialog
    assert dialog is not None
    assert "not between 0.01" in dialog.entries["amount"].problem.text()
    fill(dialog, amount="2", type=" ")
    assert "has no type" in dialog.entries["type"].problem.text()
    dialog.reject()
    assert plan.kept.credits == ()


def questions(plan: Plan) -> QuestionsSection:
    section = plan.stage.sections["questions"]
    assert isinstance(section, QuestionsSection)
    return section


@pytest.mark.parametrize("kind", FieldKind)
def test_every_kind_of_question_can_be_asked_and_is_seen(plan: Plan, kind: FieldKind) -> None:
    section = questions(plan)
    section.list.add.click()
    options = "Nurse\nDoctor" if kind.value.startswith(("choice", "buttons")) else ""
    fill(section.dialog, kind=kind.value, label="Question?", options=options, required=True)
    plan.settle()
    (field,) = plan.kept.fields
    assert (field.kind, field.required) == (kind, True)
    section.turn.click()
    named = [
        each for each in section.preview.findChildren(QWidget)
        if each.accessibleDescription() == "Question?"
    ]  # fmt: skip
    assert named


def test_what_is_wrong_with_a_question_stands_beside_its_field(plan: Plan) -> None:
    section = questions(plan)
    section.list.add.click()
    dialog = section.dialog
    assert dialog is not None
    fill(dialog, kind="choice", label="Trade", options="Nurse")
    assert "at least two" in dialog.entries["options"].problem.text()
    fill(dialog, kind="number", lowest="9", highest="x")
    assert dialog.entries["highest"].problem.text() == "“x” is not a whole number such as 40."
    fill(dialog, highest="3")
    assert "above the highest" in dialog.entries["highest"].problem.text()
    fill(dialog, lowest="-3")
    plan.settle()
    assert (plan.kept.fields[0].lowest, plan.kept.fields[0].highest) == (-3, 3)
    section.list.add.click()
    fill(section.dialog, label="trade")
    assert section.dialog is not None
    assert "is there twice" in section.dialog.entries["label"].problem.text()
    section.dialog.reject()


def test_a_question_that_was_answered_is_not_removed(plan: Plan) -> None:
    from tests.drafts import somebody

    services = plan.desk.services
    asked = replace(plan.kept.draft(), fields=(CustomField(FieldKind.TEXT, "Diet"),))
    field = services.events.change(plan.event, asked).value.fields[0]
    assert field.id is not None
    services.registrations.add(plan.event, somebody("Zoë", answers={field.id: "None"}))
    plan.open()
    section = questions(plan)
    section.list.view.setCurrentRow(0)
    section.list.remove.click()
    plan.settle()
    assert len(plan.kept.fields) == 1
    (failure,) = plan.desk.failures
    assert "1 person answered it" in str(failure)
    plan.desk.failures.clear()


def materials(plan: Plan) -> MaterialsSection:
    section = plan.stage.sections["materials"]
    assert isinstance(section, MaterialsSection)
    return section


def test_a_dropped_file_becomes_a_material_and_keeps_every_version(
    plan: Plan, tmp_path: Path
) -> None:
    path = tmp_path / "Hand-out.pdf"
    path.write_bytes(b"one")
    section = materials(plan)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    section.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    plan.settle()
    plan.settle()
    (kept,) = plan.desk.services.materials.on(plan.event)
    path.write_bytes(b"two")
    section.add_version(kept.id, str(path))
    plan.settle()
    plan.settle()
    assert row(section.list.view, 0) == "Hand-out"
    assert row(section.list.view, 0, DETAILS).splitlines()[0].startswith("Version 2: Hand-out.pdf")
    section.list.view.setCurrentRow(0)
    assert len(section.versions.actions()) == 2
    assert section.older.isEnabled()
    section.list.remove.click()
    plan.settle()
    plan.settle()
    assert plan.desk.services.materials.on(plan.event) == []
    assert section.list.nothing.isVisibleTo(section)


def test_a_version_is_opened_as_a_copy(
    plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtGui import QDesktopServices

    opened: list[str] = []
    # The system's own programs cannot be there.
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    path = tmp_path / "Slides.pdf"
    path.write_bytes(b"slides")
    section = materials(plan)
    section.add(str(path))
    plan.settle()
    plan.settle()
    section.list.view.setCurrentRow(0)
    section.open.click()
    plan.settle()
    (copy,) = opened
    assert copy != str(path)
    assert copy.endswith("Slides.pdf")


def test_the_history_tells_in_words_what_was_changed_also_after_the_event(
    plan: Plan, clock: FixedClock
) -> None:
    plan.enter("title", "Burns")
    clock.move(days=30)
    credit = replace(plan.kept.draft(), credits=(CreditLine("CPD hours", Decimal(2)),))
    plan.desk.services.events.change(plan.event, credit)
    plan.open()
    plan.stage.show_section("history")
    plan.settle()
    section = plan.stage.sections["history"]
    assert isinstance(section, HistorySection)
    assert row(section.view, 0).startswith("Event changed")
    assert row(section.view, 0).endswith("after the event")
    assert row(section.view, 0, DETAILS) == "Credit added: CPD hours"
    assert row(section.view, 1, DETAILS) == "Title: Wound care → Burns"
    assert row(section.view, 2).startswith("Event added")


@pytest.mark.parametrize(("answer", "kept"), [("Keep mine", "Mine"), ("Take theirs", "Theirs")])
def test_a_session_changed_on_both_sides_is_asked_about(plan: Plan, answer: str, kept: str) -> None:
    section = sessions(plan)
    section.list.view.setCurrentRow(0)
    section.list.edit.click()
    one, two = plan.kept.sessions
    changed_elsewhere(plan, sessions=(replace(one, title="Theirs"), two))
    fill(section.dialog, title="Mine")
    plan.settle()
    question = plan.stage.part_question
    assert question is not None
    assert plan.kept.sessions[0].title == "Theirs"
    (chosen,) = [each for each in question.buttons() if each.text() == answer]
    chosen.click()
    plan.settle()
    assert [each.title for each in plan.kept.sessions] == [kept, "Two"]


def test_a_session_removed_elsewhere_comes_back_if_it_is_kept(plan: Plan) -> None:
    section = sessions(plan)
    section.list.view.setCurrentRow(0)
    section.list.edit.click()
    changed_elsewhere(plan, sessions=plan.kept.sessions[1:])
    fill(section.dialog, title="Mine")
    plan.settle()
    question = plan.stage.part_question
    assert question is not None
    question.buttons()[0].click()
    plan.settle()
    assert sorted(each.title for each in plan.kept.sessions) == ["Mine", "Two"]


def test_what_was_typed_in_a_dialog_survives_a_crash(plan: Plan) -> None:
    drafts = plan.desk.services.drafts
    editor = f"event:{plan.event}/session:{plan.kept.sessions[0].id}"
    drafts.keep(editor, {"title": "Half typed"})  # as the crash left it
    section = sessions(plan)
    section.list.view.setCurrentRow(0)
    section.list.edit.click()
    plan.settle()
    dialog = section.dialog
    assert dialog is not None
    assert dialog.unfinished.text.text() == "Unsaved changes from 10:00."
    dialog.unfinished.first.click()
    assert dialog.entries["title"].raw() == "Half typed"
    plan.qtbot.waitUntil(lambda: dialog.entries["title"].touched)
    fill(dialog)
    plan.settle()
    plan.settle()
    assert plan.kept.sessions[0].title == "Half typed"
    assert drafts.of(editor) is None


def test_typing_in_a_dialog_is_kept_after_a_moment_and_dropped_by_cancel(plan: Plan) -> None:
    drafts, editor = plan.desk.services.drafts, f"event:{plan.event}/credit:new"
    section = plan.stage.sections["credit"]
    assert isinstance(section, CreditSection)
    section.list.add.click()
    dialog = section.dialog
    assert dialog is not None
    dialog.entries["amount"].show_raw("7")
    dialog.entries["amount"].typed.emit()
    plan.qtbot.waitUntil(lambda: drafts.of(editor) is not None)
    dialog.reject()
    plan.settle()
    assert drafts.of(editor) is None
