"""While the window is open Zoom follows what changes, and is asked for nothing that is not due."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest

from cpd_desktop.app.zoom_watch import ZoomWatch
from cpd_desktop.domain.errors import Unavailable
from cpd_desktop.domain.lifecycle import Move
from cpd_desktop.domain.settings import Zoom, ZoomApp
from cpd_desktop.domain.zoom_account import ChosenApp
from cpd_desktop.services.work import Work
from tests.desk import desk_on
from tests.drafts import a_draft
from tests.fakes.zoom import faults
from tests.fakes.zoom.holding import Person
from tests.zoom_here import browsing, zoom_here

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from cpd_desktop.adapters.zoom.connection import ZoomConnection
    from cpd_desktop.domain.changes import Changes
    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.desk import TestDesk
    from tests.fakes.zoom.record import Meeting
    from tests.fakes.zoom.server import FakeZoom


@pytest.fixture
def zoom(clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeZoom]:
    monkeypatch.setattr(Work, "pause", lambda _work, seconds: clock.move(seconds=seconds))
    with zoom_here(clock, monkeypatch) as running:
        yield running


@pytest.fixture
def desk(
    zoom: FakeZoom, folder: DataFolder, clock: FixedClock, qapp: QApplication
) -> Iterator[TestDesk]:
    with desk_on(folder, clock, qapp) as made:
        yield made


@pytest.fixture
def watch(desk: TestDesk) -> ZoomWatch:
    return ZoomWatch(desk, pause=0, every=1_000_000)


@pytest.fixture
def held_up(watch: ZoomWatch) -> list[Sentence]:
    told: list[Sentence] = []
    watch.held_up.connect(told.append)
    return told


def connect(desk: TestDesk) -> None:
    trainer = browsing(desk.services)
    try:
        desk.services.zoom_account.connect(ChosenApp(ZoomApp()), Work(), show=lambda *_: None)
    finally:
        trainer.leave()


def plan(desk: TestDesk) -> tuple[int, Changes]:
    """Plan the meeting of a published event; return the event and what that changed."""
    services = desk.services
    event = services.events.add(a_draft()).value
    services.lifecycle.move(event.id, Move.PUBLISH)
    return event.id, services.meetings.plan(event.id).changes


def at_zoom(zoom: FakeZoom) -> list[Meeting]:
    return [each for each in zoom.site.book.meetings.values() if not each.deleted]


def look(desk: TestDesk, watch: ZoomWatch, qtbot: QtBot) -> None:
    watch.look()
    desk.settle(qtbot)


def test_a_meeting_is_made_and_changed_a_moment_after_it_was_decided(
    desk: TestDesk, watch: ZoomWatch, zoom: FakeZoom, qtbot: QtBot
) -> None:
    connect(desk)
    event, changes = plan(desk)
    desk.feed.publish(changes)
    qtbot.waitUntil(lambda: len(at_zoom(zoom)) == 1)
    desk.settle(qtbot)
    draft = desk.services.events.get(event).draft()
    changed = desk.services.events.change(event, replace(draft, title="Burns"))
    desk.feed.publish(changed.changes)
    qtbot.waitUntil(lambda: at_zoom(zoom)[0].topic == "Burns")
    desk.settle(qtbot)
    assert desk.services.meetings.of(event)[0].state == "there"


def test_what_was_sent_is_shown_and_starts_nothing_more(
    desk: TestDesk, watch: ZoomWatch, zoom: FakeZoom, qtbot: QtBot
) -> None:
    connect(desk)
    _, changes = plan(desk)
    shown: list[Changes] = []
    desk.feed.changed.connect(lambda told, origin: shown.append(told) if origin is watch else None)
    desk.feed.publish(changes)
    qtbot.waitUntil(lambda: bool(shown))
    assert shown[0].touches("meeting")
    desk.settle(qtbot)
    assert not watch._pause.isActive()


def test_zoom_is_not_asked_without_a_plan_or_without_a_sign_in(
    desk: TestDesk, watch: ZoomWatch, zoom: FakeZoom, qtbot: QtBot, held_up: list[Sentence]
) -> None:
    connect(desk)
    asked = len(zoom.asked)
    look(desk, watch, qtbot)
    assert len(zoom.asked) == asked
    desk.services.zoom_account.disconnect()
    asked = len(zoom.asked)
    plan(desk)
    look(desk, watch, qtbot)
    assert len(zoom.asked) == asked
    assert held_up == []


def test_nothing_is_sent_by_itself_once_that_is_switched_off(
    desk: TestDesk, watch: ZoomWatch, zoom: FakeZoom, qtbot: QtBot
) -> None:
    connect(desk)
    plan(desk)
    desk.services.settings.put(Zoom(send=False))
    watch.follow()
    desk.settle(qtbot)
    look(desk, watch, qtbot)
    assert at_zoom(zoom) == []


def test_while_zoom_does_not_answer_that_is_said_once_until_it_does(
    desk: TestDesk, watch: ZoomWatch, zoom: FakeZoom, clock: FixedClock, qtbot: QtBot,
    held_up: list[Sentence],
) -> None:  # fmt: skip
    connect(desk)
    cast("ZoomConnection", desk.services.outside.zoom_connection)._parts().client.circuit._rest = 0
    event, _ = plan(desk)
    zoom.faults.next("/v2/", faults.DROP, times=1000)
    for _ in range(3):
        look(desk, watch, qtbot)
        clock.move(hours=1)
    assert len(held_up) == 1
    zoom.faults.waiting.clear()
    watch.follow()
    desk.settle(qtbot)
    assert at_zoom(zoom) == []
    look(desk, watch, qtbot)
    assert desk.services.meetings.of(event)[0].state == "there"


def test_an_ended_sign_in_is_said_once(
    desk: TestDesk, watch: ZoomWatch, zoom: FakeZoom, qtbot: QtBot, held_up: list[Sentence]
) -> None:
    connect(desk)
    plan(desk)
    assert zoom.oauth.browsing
    zoom.oauth.allow(next(iter(zoom.oauth.apps.values())), zoom.oauth.browsing)
    look(desk, watch, qtbot)
    look(desk, watch, qtbot)
    assert len(held_up) == 1


def test_a_keychain_that_cannot_be_used_is_said_once_and_does_not_end_the_watch(
    desk: TestDesk, watch: ZoomWatch, zoom: FakeZoom, qtbot: QtBot
) -> None:
    connect(desk)
    plan(desk)
    told: list[Exception] = []
    watch.failed.connect(told.append)
    desk.keychains._keychain = False
    look(desk, watch, qtbot)
    look(desk, watch, qtbot)
    assert [type(each) for each in told] == [Unavailable]
    desk.keychains._keychain = True
    look(desk, watch, qtbot)
    assert len(at_zoom(zoom)) == 1


def test_who_came_is_fetched_when_it_is_due(
    desk: TestDesk, watch: ZoomWatch, zoom: FakeZoom, clock: FixedClock, qtbot: QtBot
) -> None:
    connect(desk)
    event, _ = plan(desk)
    look(desk, watch, qtbot)
    (meeting,) = at_zoom(zoom)
    instance = zoom.hold_meeting(meeting.id, [Person("Ana Ruiz")])
    assert instance.ready
    clock.at = instance.ready
    look(desk, watch, qtbot)
    assert [each.rows for each in desk.services.reports.on(event)] == [2]


def test_a_running_meeting_moves_the_event_on_if_it_is_to_be_watched(
    desk: TestDesk, watch: ZoomWatch, zoom: FakeZoom, clock: FixedClock, qtbot: QtBot
) -> None:
    connect(desk)
    event, _ = plan(desk)
    look(desk, watch, qtbot)
    (meeting,) = at_zoom(zoom)
    assert meeting.start
    clock.at = meeting.start
    zoom.start_meeting(meeting.id)
    asked = len(zoom.asked)
    look(desk, watch, qtbot)
    assert len(zoom.asked) == asked
    desk.services.settings.put(Zoom(watch=True))
    look(desk, watch, qtbot)
    assert desk.services.events.get(event).status == "running"


def test_once_stopped_it_hears_nothing_more(
    desk: TestDesk, watch: ZoomWatch, zoom: FakeZoom, qtbot: QtBot
) -> None:
    connect(desk)
    _, changes = plan(desk)
    watch.stop()
    desk.feed.publish(changes)
    assert not watch._pause.isActive()
    desk.settle(qtbot)
    assert at_zoom(zoom) == []
