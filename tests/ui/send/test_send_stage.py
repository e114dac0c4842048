"""The Send stage says what is due, and lets it go after it was looked at."""

from __future__ import annotations

import email
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cpd_desktop.domain.attendance.decisions import Verdict
from cpd_desktop.domain.lifecycle import Move
from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.domain.settings import Mail
from cpd_desktop.services.messages.preparing import Wanted
from cpd_desktop.services.messages.sending import LOCK
from cpd_desktop.services.work import Work
from cpd_desktop.store.locks import FolderLock
from cpd_desktop.ui.pages.event_send import NO_ACCOUNT, OPEN
from tests.drafts import STARTS, somebody

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from cpd_desktop.ui.send.dialog import SendDialog
    from tests.ui.send.send_desk import Posting


def banner_button(posting: Posting, text: str) -> QPushButton:
    return next(each for each in posting.stage.banner.buttons if each.text() == text)


def test_without_an_account_the_stage_leads_to_adding_one(posting: Posting) -> None:
    posting.plan("Anna Nowak", account=False)
    posting.open()
    assert posting.stage.stack.currentIndex() == NO_ACCOUNT
    posting.stage.account_button.click()
    assert posting.desk.noted.went == ["settings accounts"]


def test_what_is_due_is_marked_and_counted(posting: Posting) -> None:
    posting.plan("Anna Nowak", "Ben Ode")
    posting.open()
    assert posting.stage.stack.currentIndex() == OPEN
    row = posting.stage.rows[Purpose.JOINING]
    assert row.send.text() == "Send to 2…"
    assert row.mark.isVisible()
    assert posting.stage.rows[Purpose.REMINDER].mark.text() == "Late"
    assert not posting.stage.rows[Purpose.CANCELLATION].isVisible()
    assert "only while the application runs" in posting.stage.standing.text()


def test_after_the_event_nothing_leads_to_it_any_more(posting: Posting) -> None:
    posting.plan("Anna Nowak", "Ben Ode")
    posting.clock.at = STARTS + timedelta(days=1)
    posting.open()
    rows = posting.stage.rows
    assert not any(rows[each].isVisible() for each in (Purpose.JOINING, Purpose.REMINDER))
    assert rows[Purpose.CERTIFICATE].isVisible()
    assert not posting.stage.headings[0].isVisible()


def test_mails_go_after_they_were_seen_and_the_moment_to_take_them_back(posting: Posting) -> None:
    posting.plan("Anna Nowak", "Ben Ode")
    posting.open()
    dialog = posting.ask(Purpose.CONFIRMATION)
    assert dialog.accept_button.text() == "Send 2 now"
    assert "Anna Nowak" in dialog.preview.letter.toPlainText()
    posting.agree(dialog)
    assert posting.states() == ["queued", "queued"]
    assert "in 10 s" in posting.stage.banner.text.text()
    posting.let_go()
    assert posting.states() == ["sent", "sent"]
    assert len(list(posting.sent.glob("*.eml"))) == 2
    assert posting.stage.banner.text.text() == "2 sent."


def test_undo_within_ten_seconds_lets_nothing_go(posting: Posting) -> None:
    posting.plan("Anna Nowak")
    posting.open()
    posting.agree(posting.ask(Purpose.CONFIRMATION))
    undo = banner_button(posting, "Undo")
    assert posting.stage.window().focusWidget() is undo
    undo.click()
    posting.settle()
    assert posting.states() == ["cancelled"]
    assert posting.stage.rows[Purpose.CONFIRMATION].send.text() == "Send to 1…"


def test_what_another_sender_takes_along_is_not_called_left_behind(posting: Posting) -> None:
    posting.plan("Anna Nowak")
    posting.open()
    posting.agree(posting.ask(Purpose.CONFIRMATION))
    with FolderLock(posting.desk.services.db.path.with_name(LOCK)) as other:
        assert other.hold()
        posting.let_go()
    told = posting.stage.banner.text.text()
    assert told == "Mail is on its way already. The outbox shows how far it is."


def test_who_is_left_out_gets_nothing(posting: Posting) -> None:
    posting.plan("Anna Nowak", "Ben Ode")
    posting.open()
    dialog = posting.ask(Purpose.CONFIRMATION)
    dialog.table.select_id(posting.places["Anna Nowak"])
    dialog.leave_out.click()
    assert dialog.accept_button.text() == "Send 1 now"
    posting.agree(dialog)
    assert [each.to_name for each in posting.messages()] == ["Ben Ode"]


def test_who_lacks_an_address_is_named_before_anything_goes(posting: Posting) -> None:
    posting.plan("Anna Nowak")
    services = posting.desk.services
    services.registrations.add(posting.event_id, somebody("Cem Kaya"))
    posting.open()
    assert "1 without an address" in posting.stage.rows[Purpose.CONFIRMATION].state.text()
    dialog = posting.ask(Purpose.CONFIRMATION)
    assert "Cem Kaya has no e-mail address" in dialog.lacks.text()
    led: list[str] = []
    posting.stage.stage_asked.connect(led.append)
    dialog.mend.click()
    assert led == ["register"]


def test_more_than_two_hundred_are_confirmed_by_their_number(posting: Posting) -> None:
    posting.plan("Anna Nowak")
    many = [somebody(f"Person {each}", f"p{each}@clinic.example") for each in range(200)]
    posting.desk.services.registrations.add_all(posting.event_id, many)
    posting.open()
    dialog = posting.ask(Purpose.CONFIRMATION)
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert "201" in dialog.typed_problem.text()
    dialog.typed.setText("201")
    posting.agree(dialog)
    assert len(posting.messages()) == 201


def test_the_rest_is_told_to_go_tomorrow_before_anything_goes(posting: Posting) -> None:
    posting.plan("Anna Nowak", "Ben Ode")
    accounts = posting.desk.services.mail_accounts
    (account,) = accounts.listed()
    draft = replace(account, limits=account.limits._replace(per_day=1))
    accounts.change(account.id, draft)
    posting.open()
    dialog = posting.ask(Purpose.CONFIRMATION)
    assert "1 mail today, the rest (1) tomorrow" in dialog.pace.text()


def test_test_mode_is_told_before_anything_goes(posting: Posting) -> None:
    posting.plan("Anna Nowak")
    posting.desk.services.settings.put(Mail(to_myself=True))
    posting.open()
    assert "Test mode is on" in posting.stage.standing.text()
    dialog = posting.ask(Purpose.CONFIRMATION)
    assert dialog.test.isVisible()
    posting.agree(dialog)
    posting.let_go()
    assert posting.states() == ["held"]
    assert "as a test" in posting.stage.banner.text.text()


def test_drafts_that_were_cut_off_are_offered_again(posting: Posting) -> None:
    posting.plan("Anna Nowak")
    services = posting.desk.services
    wanted = Wanted(event=posting.event_id, purpose=Purpose.CONFIRMATION)
    services.preparing.prepare(Work(), wanted)
    posting.open()
    assert "Made and not sent: 1 message(s)." in posting.stage.drafts.text.text()
    posting.stage.drafts.buttons[0].click()
    posting.settle()
    posting.let_go()
    assert posting.states() == ["sent"]
    assert not posting.stage.drafts.isVisible()


def test_calling_the_event_off_offers_the_mail_that_takes_it_out_of_calendars(
    posting: Posting,
) -> None:
    posting.plan("Anna Nowak")
    posting.desk.services.lifecycle.move(posting.event_id, Move.CANCEL, "Too few people")
    posting.open()
    dialog = posting.ask(Purpose.CANCELLATION)
    assert "Too few people" in dialog.preview.letter.toPlainText()
    posting.agree(dialog)
    (made,) = posting.messages()
    mail = email.message_from_bytes(posting.desk.services.outbox.content(made))
    *_, entry = mail.walk()
    assert b"METHOD:CANCEL" in entry.get_payload(decode=True)


def test_a_free_message_goes_to_those_whom_a_filter_finds(posting: Posting) -> None:
    posting.plan("Anna Nowak", "Ben Ode")
    posting.clock.at = STARTS + timedelta(days=1)
    for name, verdict in (("Anna Nowak", Verdict.MET), ("Ben Ode", Verdict.NOT_MET)):
        posting.decide(name, verdict)
    posting.open()
    dialog = posting.ask(Purpose.MESSAGE)
    assert dialog.accept_button.text() == "Send 2 now"
    dialog.choice.status.setCurrentIndex(dialog.choice.status.findData("waitlisted"))
    posting.settle()
    assert not dialog.accept_button.isEnabled()
    dialog.choice.status.setCurrentIndex(0)
    dialog.text.subject.setText("Parking at {{ event }}")
    dialog.text.body.setPlainText("Hello {{ name }}, park behind the hall.")
    dialog.text.flush()
    posting.settle()
    posting.agree(dialog)
    assert [each.subject for each in posting.messages()] == ["Parking at Wound care"] * 2


def test_a_free_message_goes_to_those_who_are_ticked(posting: Posting) -> None:
    posting.plan("Anna Nowak", "Ben Ode", "Cleo Marsh")
    posting.open()
    dialog = posting.ask(Purpose.MESSAGE)
    index = dialog.table.rows.index(1, 0)
    dialog.table.setCurrentIndex(index)
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    posting.settle()
    assert [tick(dialog, row) for row in range(3)] == [True, False, True]
    assert dialog.accept_button.text() == "Send 2 now"
    posting.agree(dialog)
    assert [each.to_name for each in posting.messages()] == ["Anna Nowak", "Cleo Marsh"]


def test_ticking_one_of_the_selected_ticks_all_of_them(posting: Posting) -> None:
    posting.plan("Anna Nowak", "Ben Ode", "Cleo Marsh")
    posting.open()
    dialog = posting.ask(Purpose.MESSAGE)
    dialog.table.selectAll()
    box = dialog.table.rows.index(0, 0)
    touched = dialog.table.rows.setData(box, 0, Qt.ItemDataRole.CheckStateRole)
    posting.settle()
    assert touched
    assert not any(tick(dialog, row) for row in range(3))
    assert not dialog.accept_button.isEnabled()
    dialog.reject()


def tick(dialog: SendDialog, row: int) -> bool:
    state = dialog.table.rows.index(row, 0).data(Qt.ItemDataRole.CheckStateRole)
    return bool(state == Qt.CheckState.Checked)


def test_a_free_message_with_an_unknown_field_cannot_go(posting: Posting) -> None:
    posting.plan("Anna Nowak")
    posting.open()
    dialog = posting.ask(Purpose.MESSAGE)
    dialog.text.body.setPlainText("Hello {{ salary }}")
    dialog.text.flush()
    posting.settle()
    assert "no field “salary”" in dialog.text.problem.text()
    assert not dialog.accept_button.isEnabled()


def test_the_link_to_an_evaluation_stands_in_each_mail(posting: Posting) -> None:
    posting.plan("Anna Nowak")
    posting.clock.at = STARTS + timedelta(days=1)
    posting.decide("Anna Nowak", Verdict.MET)
    posting.open()
    dialog = posting.ask(Purpose.EVALUATION)
    dialog.link.setText("https://forms.example/1")
    dialog.link.editingFinished.emit()
    posting.settle()
    posting.agree(dialog)
    (made,) = posting.messages()
    assert b"https://forms.example/1" in posting.desk.services.outbox.content(made)
