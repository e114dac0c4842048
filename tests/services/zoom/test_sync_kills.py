"""Wherever the program is killed, the next run ends as if nothing had happened, and only once."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cpd_desktop.domain.errors import NotAllowed
from cpd_desktop.domain.lifecycle import Move
from cpd_desktop.domain.meeting_state import MeetingState
from cpd_desktop.domain.meetings import Approval, MeetingSettings
from cpd_desktop.domain.registrations import RegistrationStatus
from cpd_desktop.services.work import Work
from cpd_desktop.services.zoom.meetings import Meetings
from cpd_desktop.services.zoom.sync import Sync
from tests.drafts import a_draft, a_session, somebody
from tests.fakes.zoom.faults import DROP, DROP_ANSWER
from tests.services.zoom.stumbling import Killed, Steps, StumblingDatabase, StumblingZoom

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cpd_desktop.adapters.zoom.calls import ZoomCalls
    from cpd_desktop.domain.meeting_state import MeetingCard
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.lifecycle import Lifecycle
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.services.zoom.ports import Zoom
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.fakes.zoom.record import Meeting
    from tests.fakes.zoom.server import FakeZoom

pytestmark = pytest.mark.slow

ENOUGH = 60
BY_HAND = MeetingSettings(approval=Approval.MANUAL)


@dataclass
class World:
    """One event after another, over each of which the program is killed at another point."""

    sync: Sync
    meetings: Meetings
    events: Events
    registrations: Registrations
    lifecycle: Lifecycle
    server: FakeZoom
    steps: Steps
    clock: FixedClock
    wait: Callable[[float], None]
    event: int = 0
    number: int = 0
    before: frozenset[int] = frozenset()
    people: int = 0

    def begin(self, number: int, settings: MeetingSettings | None = None) -> int:
        """Plan a meeting of a new event, which somebody is registered for."""
        self.before = frozenset(self.server.site.book.meetings)
        session = a_session(starts=self.clock.now() + timedelta(days=10))
        self.event = self.events.add(a_draft(f"Event {number}", session)).value.id
        self.lifecycle.move(self.event, Move.PUBLISH)
        self.people = self.registrations.add(
            self.event, somebody("Ann Novak", f"ann{number}@clinic.example")
        ).value.id
        (key,) = self.meetings.plan(self.event, settings=settings).value
        return key

    def run(self) -> None:
        self.sync.run(Work(), event_id=self.event)

    def card(self) -> MeetingCard:
        (found,) = self.meetings.of(self.event)
        return found

    def at_zoom(self) -> list[Meeting]:
        """Return the meetings of this event at Zoom that are not deleted."""
        everything = self.server.site.book.meetings.values()
        return [each for each in everything if each.id not in self.before and not each.deleted]

    def standings(self) -> list[str]:
        (found,) = self.at_zoom()
        return [each.status for each in found.registrants.values()]

    def happen(self, deed: str | int) -> None:
        """Let something happen, to the event, at Zoom or on the way; a number is a kill."""
        match deed:
            case "stray":
                known = {card.number for card in self.meetings.of(self.event)}
                for each in self.at_zoom():
                    each.topic = "Stray" if each.id in known else each.topic
            case "offline" | "lost":
                fault = DROP if deed == "offline" else DROP_ANSWER
                self.server.faults.next("/v2", fault, times=2)
                self.run()
            case int() | "":
                self.steps.left = deed if isinstance(deed, int) else None
                with suppress(Killed):
                    self.run()
                self.steps.left = None
            case _:
                self.decide(deed)

    def decide(self, deed: str) -> None:
        """Let the trainer change something."""
        draft = self.events.get(self.event).draft()
        (session,) = draft.sessions
        by = timedelta(hours=1)
        later = replace(session, starts=session.starts + by, ends=session.ends + by)
        place = self.registrations.get(self.people).status
        match deed:
            case "rename":
                self.events.change(self.event, replace(draft, title=f"{draft.title}+"))
            case "move":
                self.events.change(self.event, replace(draft, sessions=(later,)))
            case "give up":
                for card in self.meetings.of(self.event):
                    self.meetings.give_up(card.id, keep_at_zoom=False)
            case "plan":
                with suppress(NotAllowed):
                    self.meetings.plan(self.event)
            case "cancel" if place is RegistrationStatus.CONFIRMED:
                self.registrations.change_status([self.people], RegistrationStatus.CANCELLED)
            case "confirm" if place is RegistrationStatus.CANCELLED:
                self.registrations.confirm([self.people])

    def killed_everywhere(self, prepare: Callable[[int], None], check: Callable[[], None]) -> None:
        """Kill the program at its first point, its second and so on, until it gets through."""
        for number in range(ENOUGH):
            self.steps.left = None
            prepare(number)
            self.steps.left = number
            try:
                self.run()
            except Killed:
                self.run()
                check()
            else:
                self.steps.left = None
                check()
                assert number > 3  # it was killed at some points at least
                return
        pytest.fail("it never got through")


@pytest.fixture
def world(
    folder: DataFolder, clock: FixedClock, zoom: ZoomCalls, server: FakeZoom, events: Events,
    registrations: Registrations, lifecycle: Lifecycle,
) -> Iterator[World]:  # fmt: skip
    steps = Steps()
    db = StumblingDatabase(folder.database, now=clock.now, who="anna (test)")
    db.steps = steps
    stumbling = cast("Zoom", StumblingZoom(zoom, steps))
    sync = Sync(db, clock, stumbling)
    yield World(
        sync,
        Meetings(db, clock),
        events,
        registrations,
        lifecycle,
        server,
        steps,
        clock,
        zoom.pause,
    )
    db.close()


def test_a_meeting_is_made_once_and_everybody_gets_one_seat(world: World) -> None:
    def check() -> None:
        assert world.standings() == ["approved"]
        card = world.card()
        assert (card.state, card.seats, card.to_push) == (MeetingState.THERE, 1, 0)
        assert world.sync.waiting(world.event) == []

    world.killed_everywhere(lambda number: void(world.begin(number)), check)


def test_a_change_arrives(world: World) -> None:
    def prepare(number: int) -> None:
        world.begin(number)
        world.run()
        draft = world.events.get(world.event).draft()
        (session,) = draft.sessions
        later = replace(session, ends=session.ends + timedelta(hours=1))
        world.events.change(
            world.event, replace(draft, title=f"{draft.title} new", sessions=(later,))
        )

    def check() -> None:
        (found,) = world.at_zoom()
        assert found.topic == world.events.get(world.event).title
        assert found.duration == 180
        assert world.card().state is MeetingState.THERE

    world.killed_everywhere(prepare, check)


def test_what_is_given_up_is_deleted(world: World) -> None:
    def prepare(number: int) -> None:
        key = world.begin(number)
        world.run()
        world.meetings.give_up(key, keep_at_zoom=False)

    def check() -> None:
        assert world.at_zoom() == []
        assert world.meetings.of(world.event) == []

    world.killed_everywhere(prepare, check)


def test_what_is_given_up_while_zoom_makes_it_is_deleted(world: World) -> None:
    for number in range(8):
        key = world.begin(number)
        world.steps.left = number
        with suppress(Killed):
            world.run()
        world.steps.left = None
        world.meetings.give_up(key, keep_at_zoom=False)
        world.run()
        assert world.at_zoom() == []
        assert world.meetings.of(world.event) == []


def test_who_cancels_while_zoom_registers_them_has_no_seat_there(world: World) -> None:
    heard = set()
    for number in range(16):
        world.begin(number)
        world.steps.left = number
        with suppress(Killed):
            world.run()
        world.steps.left = None
        heard.add(bool(world.at_zoom() and world.standings()))
        world.registrations.change_status([world.people], RegistrationStatus.CANCELLED)
        world.run()
        assert world.standings() in (["denied"], [])
    assert heard == {True, False}


def test_who_cancelled_is_cancelled(world: World) -> None:
    def prepare(number: int) -> None:
        world.begin(number)
        world.run()
        world.registrations.change_status([world.people], RegistrationStatus.CANCELLED)

    def check() -> None:
        assert world.standings() == ["denied"]
        assert (world.card().seats, world.card().to_push) == (0, 0)

    world.killed_everywhere(prepare, check)


def test_who_is_confirmed_is_approved_where_zoom_waits_for_that(world: World) -> None:
    def check() -> None:
        assert world.standings() == ["approved"]
        assert (world.card().seats, world.card().to_push) == (1, 0)

    world.killed_everywhere(lambda number: void(world.begin(number, BY_HAND)), check)


NO_MATTER = settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
deeds = st.lists(
    st.sampled_from(
        (
            "rename",
            "move",
            "give up",
            "plan",
            "cancel",
            "confirm",
            "run",
            "offline",
            "lost",
            "stray",
        )
    )
    | st.integers(0, 12),
    max_size=6,
)


@NO_MATTER
@given(deeds)
@example(["lost", "cancel"])
@example(["", "stray", "move"])
def test_in_whatever_order_things_happen_both_agree_in_the_end(
    world: World, deeds: list[str | int]
) -> None:
    world.steps.left = None
    world.number += 1
    world.begin(1000 + world.number)
    for deed in deeds:
        world.happen(deed)
    world.happen("plan")
    world.server.faults.waiting.clear()
    for _ in range(4):
        world.wait(7 * 3600)
        world.sync.look(Work(), event_id=world.event)
        world.run()
        for card in world.meetings.of(world.event):
            if card.state is MeetingState.CONFLICT:
                world.meetings.settle(card.id)
            elif card.state in (MeetingState.GONE, MeetingState.UNCLEAR):
                world.meetings.make_again(card.id)
    (found,) = [each for each in world.at_zoom() if each.id == world.card().number]
    event = world.events.get(world.event)
    assert (found.topic, found.start) == (event.title, event.starts)
    assert world.card().state is MeetingState.THERE
    comes = world.registrations.get(world.people).status is RegistrationStatus.CONFIRMED
    standings = [each.status for each in found.registrants.values()]
    assert standings in ([["approved"]] if comes else [["denied"], []])
    assert len(world.at_zoom()) == 1


def void(_: object) -> None:
    """Return nothing, where a step's answer is not needed."""
