"""While the window is open mail goes when it is due, and what needs a person is said once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.app.mail_watch import MailWatch
from cpd_desktop.domain.lifecycle import Move
from cpd_desktop.domain.messages.states import State
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.settings import Mail
from cpd_desktop.ui.pages.outbox import OutboxPage
from tests.bounces import a_bounce
from tests.desk import desk_on
from tests.drafts import STARTS
from tests.fakes.imap import PASSWORD as IMAP_PASSWORD
from tests.fakes.imap import imap_here
from tests.keychains import MemoryKeychains
from tests.mail_here import USER, MailServer, mail_here
from tests.mailing import mailing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.desk import TestDesk

NAMES = ("Ana Ruiz", "Tom Becker")


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
def watch(desk: TestDesk) -> Iterator[MailWatch]:
    made = MailWatch(desk, pause=0, every=1_000_000)
    yield made
    made.stop()


def settle(desk: TestDesk, watch: MailWatch, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: watch._job is None and not watch._pause.isActive())
    desk.settle(qtbot)


def queue(desk: TestDesk, **more: timedelta) -> None:
    ids = desk.services.outbox.ids()
    desk.feed.publish(desk.services.outbox.queue(ids, **more))


def states(desk: TestDesk) -> set[State]:
    outbox = desk.services.outbox
    return {outbox.get(key).state for key in outbox.ids()}


def test_what_is_queued_goes_by_itself(
    desk: TestDesk, watch: MailWatch, server: MailServer, qtbot: QtBot
) -> None:
    queue(desk)
    settle(desk, watch, qtbot)
    assert states(desk) == {State.SENT}
    assert len(server.arrived) == len(NAMES)


def test_what_is_held_goes_when_its_time_has_come(
    desk: TestDesk, watch: MailWatch, server: MailServer, clock: FixedClock, qtbot: QtBot
) -> None:
    queue(desk, hold=timedelta(seconds=10))
    settle(desk, watch, qtbot)
    assert server.arrived == []
    assert watch._next.isActive()
    clock.move(seconds=10)
    watch.look()
    settle(desk, watch, qtbot)
    assert states(desk) == {State.SENT}


def test_nothing_goes_while_paused(
    desk: TestDesk, watch: MailWatch, server: MailServer, qtbot: QtBot
) -> None:
    desk.services.outbox.pause()
    queue(desk)
    settle(desk, watch, qtbot)
    assert server.arrived == []
    desk.feed.publish(desk.services.outbox.resume())
    settle(desk, watch, qtbot)
    assert states(desk) == {State.SENT}


def test_of_an_uncertain_message_a_person_is_told(
    desk: TestDesk, watch: MailWatch, server: MailServer, qtbot: QtBot
) -> None:
    told: list[int] = []
    watch.uncertain.connect(told.append)
    server.dies = ["after"]
    queue(desk)
    settle(desk, watch, qtbot)
    assert told == [1]
    assert states(desk) == {State.SENT, State.UNCERTAIN}


def test_of_a_message_that_was_not_taken_a_person_is_told(
    desk: TestDesk, watch: MailWatch, server: MailServer, qtbot: QtBot
) -> None:
    told: list[int] = []
    watch.refused.connect(told.append)
    outbox = desk.services.outbox
    server.answers = {outbox.get(min(outbox.ids())).to: ["550 5.1.1 No such user"]}
    queue(desk)
    settle(desk, watch, qtbot)
    assert told == [1]
    assert states(desk) == {State.SENT, State.FAILED}


def test_a_refused_account_is_told_once_and_nothing_more_is_tried(
    desk: TestDesk, watch: MailWatch, server: MailServer, qtbot: QtBot
) -> None:
    told: list[Sentence] = []
    watch.held_up.connect(told.append)
    server.of_sender = ["550 5.7.60 Client does not have permissions to send as this sender"]
    queue(desk)
    settle(desk, watch, qtbot)
    watch.look()
    settle(desk, watch, qtbot)
    assert ["does not let this account send" in str(each) for each in told] == [True]
    assert desk.services.outbox.is_paused()
    assert server.arrived == []


def test_nothing_is_looked_at_after_the_end(
    desk: TestDesk, server: MailServer, qtbot: QtBot
) -> None:
    watch = MailWatch(desk, pause=0, every=1_000_000)
    watch.start()
    watch.stop()
    queue(desk)
    desk.settle(qtbot)
    assert server.arrived == []


def test_what_came_back_is_told_of_and_listed(
    desk: TestDesk, watch: MailWatch, qtbot: QtBot
) -> None:
    queue(desk)
    settle(desk, watch, qtbot)
    outbox, accounts = desk.services.outbox, desk.services.mail_accounts
    first = outbox.get(outbox.ids()[0])
    told: list[int] = []
    watch.bounced.connect(told.append)
    with imap_here() as box:
        (account,) = accounts.listed()
        settings = {"imap_host": "127.0.0.1", "imap_port": str(box.port), "imap_tls": "none"}
        draft = replace(account.draft(), user=USER, settings=settings)
        accounts.change(account.id, draft, Secret(IMAP_PASSWORD))
        box.mails[1] = a_bounce(first.message_id).replace(b"\n", b"\r\n")
        watch.look_into_mailboxes()
        watch.look_into_mailboxes()
        qtbot.waitUntil(lambda: watch._mailboxes is None)
        desk.settle(qtbot)
    assert told == [1]
    assert outbox.ids(came_back=True)[:] == outbox.ids()[:1]


def test_a_mailbox_that_cannot_be_read_is_told_of_once(
    desk: TestDesk, watch: MailWatch, qtbot: QtBot
) -> None:
    accounts = desk.services.mail_accounts
    (account,) = accounts.listed()
    settings = {"imap_host": "127.0.0.1", "imap_port": "1", "imap_tls": "none"}
    accounts.change(account.id, replace(account.draft(), user=USER, settings=settings))
    told: list[Exception] = []
    watch.failed.connect(told.append)
    for _ in range(2):
        watch.look_into_mailboxes()
        qtbot.waitUntil(lambda: watch._mailboxes is None)
    assert len(told) == 1


def test_reminders_go_by_themselves_once_if_that_is_wished(
    desk: TestDesk, watch: MailWatch, server: MailServer, clock: FixedClock, qtbot: QtBot
) -> None:
    core, told = desk.services, list[int]()
    watch.reminders.connect(told.append)
    clock.at = STARTS - timedelta(days=1)
    core.lifecycle.move(core.events.ids()[0], Move.PUBLISH)
    core.settings.put(replace(core.settings.get(Mail), remind_alone=True))
    for _ in range(2):
        watch.look()
        settle(desk, watch, qtbot)
        clock.move(minutes=2)
    assert len(server.arrived) == len(NAMES)
    assert told == []


def test_reminders_are_only_told_of_until_a_person_wishes_more(
    desk: TestDesk, watch: MailWatch, server: MailServer, clock: FixedClock, qtbot: QtBot
) -> None:
    told: list[int] = []
    watch.reminders.connect(told.append)
    clock.at = STARTS - timedelta(days=1)
    desk.services.lifecycle.move(desk.services.events.ids()[0], Move.PUBLISH)
    watch.look()
    settle(desk, watch, qtbot)
    assert told == [1]
    assert server.arrived == []
    for due in desk.services.reminding.due():
        desk.feed.publish(desk.services.reminding.put_off(due.document))
    settle(desk, watch, qtbot)
    assert told == [1, 0]


def test_the_outbox_asks_about_a_reminder_that_became_due_while_it_was_looked_at(
    desk: TestDesk, watch: MailWatch, clock: FixedClock, qtbot: QtBot
) -> None:
    clock.at = STARTS - timedelta(days=20)
    desk.services.lifecycle.move(desk.services.events.ids()[0], Move.PUBLISH)
    page = OutboxPage(desk)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    watch.look()
    settle(desk, watch, qtbot)
    assert page.news._reminders.count() == 0
    clock.at = STARTS - timedelta(days=1)
    watch.look()
    settle(desk, watch, qtbot)
    assert page.news._reminders.count() == 1
