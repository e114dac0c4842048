"""The outbox shows what became of each message and lets a person decide."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from cpd_desktop.domain.lifecycle import Move
from cpd_desktop.domain.messages.refusals import PASSWORD
from cpd_desktop.domain.messages.states import State
from cpd_desktop.domain.settings import Mail
from cpd_desktop.services.messages.sending import SENDING
from cpd_desktop.services.work import Work
from cpd_desktop.ui.jobs import Lane
from cpd_desktop.ui.listing import NONE
from cpd_desktop.ui.outbox import deeds
from cpd_desktop.ui.outbox.filters import ASKED, BACK, FAILED, WAITING
from cpd_desktop.ui.pages.outbox import OutboxPage
from tests.bounces import a_bounce
from tests.desk import TestDesk, desk_on
from tests.drafts import STARTS
from tests.keychains import MemoryKeychains
from tests.mail_here import MailServer, mail_here
from tests.mailing import mailing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock

NAMES = ("Ana Ruiz", "Tom Becker", "Zoë Ångström")


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_here() as running:
        yield running
        running.wait_until_idle()


@pytest.fixture
def desk(
    server: MailServer, folder: DataFolder, clock: FixedClock, qapp: QApplication
) -> Iterator[TestDesk]:
    keychains = MemoryKeychains()
    with mailing(folder, clock, *NAMES, port=server.port, keychains=keychains) as post:
        post.prepare()
    with desk_on(folder, clock, qapp, keychains=keychains) as made:
        yield made


@pytest.fixture
def page(qtbot: QtBot, desk: TestDesk) -> Iterator[OutboxPage]:
    made = OutboxPage(desk)
    made.resize(1100, 720)
    with qtbot.waitExposed(made):
        made.show()
        made.activateWindow()
    desk.settle(qtbot)
    yield made
    assert desk.failures == []
    made.close()
    made.deleteLater()
    desk.settle(qtbot)


def messages(desk: TestDesk) -> list[int]:
    return sorted(desk.services.outbox.ids())


def send(desk: TestDesk, *ids: int) -> None:
    desk.services.outbox.queue(ids)
    desk.services.sending.send(Work())


def show(page: OutboxPage, desk: TestDesk, qtbot: QtBot, *ids: int) -> None:
    page.refresh()
    desk.settle(qtbot)
    page.table._select(list(ids))
    page._show_selected()
    desk.settle(qtbot)


def press(button: QPushButton, desk: TestDesk, qtbot: QtBot) -> None:
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.settle(qtbot)
    desk.settle(qtbot)


def state(desk: TestDesk, key: int) -> State:
    return desk.services.outbox.get(key).state


def test_each_message_is_listed_with_its_state_in_words(
    page: OutboxPage, desk: TestDesk, qtbot: QtBot
) -> None:
    first, second, _ = messages(desk)
    send(desk, second)
    show(page, desk, qtbot, second)
    rows = page.table.rows
    cells = {str(rows.cell(row, 0)): str(rows.cell(row, 1)) for row in range(rows.rowCount())}
    outbox = desk.services.outbox
    assert cells[outbox.get(second).to_name] == "✓ Sent"
    assert cells[outbox.get(first).to_name] == "○ Draft"
    assert rows.data(rows.index(rows.row_of(second) or 0, 1), 11) == "Sent"


def test_exactly_what_was_sent_is_shown(page: OutboxPage, desk: TestDesk, qtbot: QtBot) -> None:
    first = messages(desk)[0]
    send(desk, first)
    show(page, desk, qtbot, first)
    mail, message = page.inspector.mail, desk.services.outbox.get(first)
    assert message.to_name in mail.text.toPlainText()
    assert message.to_name in mail.html.toPlainText()
    assert message.message_id in mail.headers.toPlainText()
    content = desk.services.outbox.content(message).decode()
    assert mail.source.toPlainText() == content.replace("\r\n", "\n")


def test_a_picture_that_a_mail_names_is_not_fetched(page: OutboxPage) -> None:
    kind = QTextDocument.ResourceType.ImageResource.value
    for place in ("https://tracker.example/1.png", "file:///etc/passwd"):
        assert page.inspector.mail.html.loadResource(kind, QUrl(place)).isEmpty()


def test_a_failed_message_tells_the_servers_words_and_can_go_again(
    page: OutboxPage, desk: TestDesk, server: MailServer, qtbot: QtBot
) -> None:
    first = messages(desk)[0]
    server.answers[desk.services.outbox.get(first).to] = ["550 5.1.1 No such user here"]
    send(desk, first)
    show(page, desk, qtbot, first)
    assert "No such user here" in page.inspector.reason.text()
    press(page.inspector.retry, desk, qtbot)
    assert state(desk, first) is State.QUEUED
    press(page.send_now, desk, qtbot)
    assert state(desk, first) is State.SENT


def test_an_uncertain_message_goes_again_only_by_a_persons_word(
    page: OutboxPage, desk: TestDesk, server: MailServer, qtbot: QtBot
) -> None:
    first, second, _ = messages(desk)
    server.dies = ["after"]
    send(desk, first)
    server.dies = ["after"]
    send(desk, second)
    show(page, desk, qtbot, first)
    assert page.inspector.explained.isVisible()
    press(page.inspector.arrived, desk, qtbot)
    assert state(desk, first) is State.SENT
    show(page, desk, qtbot, second)
    press(page.inspector.lost, desk, qtbot)
    assert state(desk, second) is State.QUEUED


def test_a_sent_message_goes_again_only_after_a_question(
    page: OutboxPage, desk: TestDesk, server: MailServer, qtbot: QtBot
) -> None:
    first = messages(desk)[0]
    send(desk, first)
    show(page, desk, qtbot, first)
    press(page.inspector.resend, desk, qtbot)
    assert page.deeds.question is not None
    page.deeds.question.reject()
    desk.settle(qtbot)
    assert state(desk, first) is State.SENT
    press(page.inspector.resend, desk, qtbot)
    assert page.deeds.question is not None
    again = next(
        each for each in page.deeds.question.buttons() if each.text().startswith("Send again")
    )
    again.click()
    desk.settle(qtbot)
    press(page.send_now, desk, qtbot)
    assert len(server.arrived) == 2
    assert server.arrived[0].content == server.arrived[1].content


def test_several_drafts_are_sent_or_cancelled_together(
    page: OutboxPage, desk: TestDesk, qtbot: QtBot
) -> None:
    first, second, third = messages(desk)
    show(page, desk, qtbot, first, second)
    press(page.inspector.release, desk, qtbot)
    assert state(desk, first) is state(desk, second) is State.QUEUED
    show(page, desk, qtbot, second, third)
    press(page.inspector.cancel, desk, qtbot)
    assert state(desk, second) is state(desk, third) is State.CANCELLED
    assert state(desk, first) is State.QUEUED


def test_a_refused_sign_in_is_told_and_leads_to_the_account(
    page: OutboxPage, desk: TestDesk, qtbot: QtBot
) -> None:
    desk.services.outbox.pause(PASSWORD.filled(server="smtp.example", words="535 no"))
    show(page, desk, qtbot)
    assert "535 no" in page.news.paused.text.text()
    assert not page.send_now.isEnabled()
    press(page.news.to_accounts, desk, qtbot)
    assert desk.noted.went == ["settings accounts"]
    press(page.news.resume, desk, qtbot)
    assert not desk.services.outbox.is_paused()
    desk.settle(qtbot)
    assert page.news.paused.isHidden()


def test_a_held_sending_counts_down_and_can_be_undone(
    page: OutboxPage, desk: TestDesk, clock: FixedClock, qtbot: QtBot
) -> None:
    ids = messages(desk)
    desk.services.outbox.queue(ids, hold=timedelta(seconds=10))
    show(page, desk, qtbot)
    assert page.news.holding.text.text() == "Going in 10 seconds: 3 message(s)."
    clock.move(seconds=4)
    page.news._tick()
    assert "6 seconds" in page.news.holding.text.text()
    press(page.news.undo, desk, qtbot)
    assert {state(desk, key) for key in ids} == {State.CANCELLED}


def test_what_goes_tomorrow_and_the_test_mode_are_told(
    page: OutboxPage, desk: TestDesk, qtbot: QtBot
) -> None:
    account = desk.services.mail_accounts.listed()[0]
    limits = account.limits._replace(per_day=2)
    draft = type(account.draft())(**{
        name: getattr(account, name) for name in account.draft().__dataclass_fields__
    } | {"limits": limits})  # fmt: skip
    desk.services.mail_accounts.change(account.id, draft)
    desk.services.settings.put(Mail(to_myself=True))
    desk.services.outbox.queue(messages(desk))
    show(page, desk, qtbot)
    assert "2 of 3 messages go now" in page.news.paces.text()
    assert page.news.test.isVisible()


def test_messages_are_found_by_state_person_and_words(
    page: OutboxPage, desk: TestDesk, server: MailServer, qtbot: QtBot
) -> None:
    first, second, _ = messages(desk)
    server.dies = ["after"]
    send(desk, first)
    page.refresh()
    desk.settle(qtbot)
    page.open_part("to decide")
    assert list(page.table.rows.ids) == [first]
    assert page.filters.chips[ASKED].text() == "To decide 1"
    page.filters.show_view(FAILED)
    assert list(page.table.rows.ids) == []
    page.open_item(second)
    assert page.table.selected_ids() == [second]
    desk.settle(qtbot)
    page.open_part(f"person {desk.services.outbox.get(second).person}")
    desk.settle(qtbot)
    assert list(page.table.rows.ids) == [second]


def test_what_became_of_messages_is_seen_while_more_of_them_go(
    page: OutboxPage, desk: TestDesk, qtbot: QtBot
) -> None:
    first, second, _ = messages(desk)
    desk.services.outbox.queue([first, second])
    page.refresh()
    desk.settle(qtbot)
    seen = threading.Event()

    def send_slowly(work: Work) -> None:
        desk.services.sending.send(work, limit=1)
        while not seen.wait(0.01):
            work.report(1, 2, SENDING)
        desk.services.sending.send(work)

    page._soon.setInterval(0)
    desk.jobs.run(send_slowly, lane=Lane.NETWORK)
    rows = page.table.rows
    qtbot.waitUntil(lambda: str(rows.cell(rows.row_of(first) or 0, 1)) == "✓ Sent")
    qtbot.waitUntil(lambda: page.filters.chips[WAITING].text() == "Waiting 1")
    assert str(rows.cell(rows.row_of(second) or 0, 1)) == "… Waiting"
    seen.set()
    desk.settle(qtbot)


def test_where_nothing_waits_it_is_said_instead_of_a_count(
    page: OutboxPage, desk: TestDesk, qtbot: QtBot
) -> None:
    told: list[str] = []
    desk.operations.told.connect(lambda text, _undoable: told.append(text))
    press(page.send_now, desk, qtbot)
    assert told == ["Nothing waits to be sent now."]
    desk.services.outbox.queue([messages(desk)[0]])
    press(page.send_now, desk, qtbot)
    assert told[1].startswith("1 message")


def test_tab_leads_from_the_choices_to_the_list_and_on_to_the_message(page: OutboxPage) -> None:
    chain: list[QWidget | None] = [page.filters.search]
    while (each := chain[-1]) is not None and each.nextInFocusChain() is not chain[0]:
        chain.append(each.nextInFocusChain())
    assert chain.index(page.table) < chain.index(page.inspector) < chain.index(page.inspector.mail)
    assert chain.index(page.inspector.mail) < chain.index(page.pause)  # the top of the page, again


def test_an_outbox_without_messages_says_what_comes_there(
    folder: DataFolder, clock: FixedClock, qapp: QApplication, qtbot: QtBot
) -> None:
    with desk_on(folder, clock, qapp) as desk:
        page = OutboxPage(desk)
        page.show()
        desk.settle(qtbot)
        assert page.listing.currentIndex() == NONE
        page.close()
        page.deleteLater()


def test_a_bounce_is_seen_in_the_list_beside_it_and_by_a_filter(
    page: OutboxPage, desk: TestDesk, qtbot: QtBot
) -> None:
    first, second, _ = messages(desk)
    send(desk, first, second)
    assert not page.filters.chips[BACK].isVisible()
    desk.services.returns.note(a_bounce(desk.services.outbox.get(first).message_id))
    show(page, desk, qtbot, first)
    row = page.table.rows.row_of(first)
    assert row is not None
    assert str(page.table.rows.cell(row, 1)) == "✓ Sent ↩"
    assert page.table.rows.data(page.table.rows.index(row, 1), 11) == "Sent, It did not arrive"
    assert "550 no such user" in page.inspector.back.text()
    press(page.filters.chips[BACK], desk, qtbot)
    assert list(page.table.rows.ids) == [first]
    person = desk.services.outbox.get(first).person
    page.open_part(f"person {person}")
    desk.settle(qtbot)
    assert list(page.table.rows.ids) == [first]
    show(page, desk, qtbot, first)
    assert page.inspector.back.isVisible()
    page.open_part("came back")
    desk.settle(qtbot)
    show(page, desk, qtbot, first)
    page.filters.clear()
    show(page, desk, qtbot, second)
    assert not page.inspector.back.isVisible()


def test_not_now_is_remembered_for_that_reminder(
    page: OutboxPage, desk: TestDesk, clock: FixedClock, qtbot: QtBot
) -> None:
    clock.at = STARTS - timedelta(days=1)
    desk.services.lifecycle.move(desk.services.events.ids()[0], Move.PUBLISH)
    page.refresh()
    desk.settle(qtbot)
    (skip,) = (each for each in page.news.findChildren(QPushButton) if each.text() == "Not now")
    press(skip, desk, qtbot)
    assert desk.services.reminding.due() == []
    page.refresh()
    desk.settle(qtbot)
    assert page.news._reminders.count() == 0


def test_more_than_200_go_again_only_once_their_number_was_typed(
    page: OutboxPage, desk: TestDesk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(deeds, "MOST_WITHOUT_TYPING", 2)
    ids = messages(desk)
    send(desk, *ids)
    show(page, desk, qtbot, *ids)
    press(page.inspector.resend, desk, qtbot)
    dialog = page.deeds.typing
    assert dialog is not None
    assert page.deeds.question is None
    dialog.typed.setText("2")
    press(dialog.accept_button, desk, qtbot)
    assert dialog._problems["count"].isVisible()
    assert {state(desk, key) for key in ids} == {State.SENT}
    dialog.typed.setText("3")
    press(dialog.accept_button, desk, qtbot)
    assert {state(desk, key) for key in ids} == {State.QUEUED}
    assert page.deeds.typing is None
