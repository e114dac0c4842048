"""Whatever is done in whatever order: places are never given twice, and the line is kept."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from cpd_desktop.domain.errors import Conflict, CpdError
from cpd_desktop.domain.registrations import HOLDS_A_PLACE, RegistrationStatus
from cpd_desktop.services.events import Events
from cpd_desktop.services.history import History
from cpd_desktop.services.registrations import Registrations
from cpd_desktop.services.room import no_more_than_fit
from cpd_desktop.store.database import Database
from tests.clock import FixedClock
from tests.drafts import a_draft, somebody

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.domain.changes import Changes

S = RegistrationStatus


class Roster(RuleBasedStateMachine):
    """People come, go, wait, are offered places, and what was done is undone."""

    empty: ClassVar[Path]
    people = Bundle("people")

    @initialize(capacity=st.integers(1, 3), limit=st.none() | st.integers(1, 3))
    def plan(self, capacity: int, limit: int | None) -> None:
        self.place = Path(mkdtemp())
        shutil.copy(self.empty, self.place / "cpd.db")
        self.clock = FixedClock()
        self.db = Database(self.place / "cpd.db", now=self.clock.now, who="anna (test)")
        self.registrations = Registrations(self.db, self.clock)
        self.history = History(self.db, (no_more_than_fit,))
        draft = replace(a_draft(), capacity=capacity, waitlist_limit=limit, offer_hours=2)
        self.event = Events(self.db, self.clock).add(draft).value.id
        self.capacity = capacity
        self.numbered = 0

    def teardown(self) -> None:
        if hasattr(self, "db"):
            self.db.close()
            shutil.rmtree(self.place)

    @rule(target=people, status=st.sampled_from([S.CONFIRMED, S.PENDING]))
    def comes(self, status: S) -> int:
        self.numbered += 1
        name = f"Person {self.numbered}"
        try:
            given = somebody(name, f"{self.numbered}@x.example", status=status)
            return self.registrations.add(self.event, given).value.id
        except Conflict:
            self.numbered -= 1
            return 0

    @rule(who=people, wanted=st.sampled_from(S), out_of_turn=st.booleans())
    def anything_is_tried(self, who: int, wanted: S, out_of_turn: bool) -> None:  # noqa: FBT001 - drawn
        self.is_changed(who, wanted, out_of_turn=out_of_turn)

    def is_changed(self, who: int, wanted: S, *, out_of_turn: bool) -> None:
        before = self.waiting()
        refused = self.tried(
            lambda: self.registrations.change_status([who], wanted, out_of_turn=out_of_turn)
        )
        gets_a_place = who in before and wanted in HOLDS_A_PLACE
        if gets_a_place and not refused and not out_of_turn:
            ahead = before[: before.index(who)]
            free = self.registrations.places(self.event).free
            assert free is not None
            assert free >= len([key for key in ahead if not self.offered(key)])

    @rule()
    def the_first_in_line_is_confirmed(self) -> None:
        for key in self.waiting()[:1]:
            self.is_changed(key, S.CONFIRMED, out_of_turn=False)

    @rule(who=people)
    def cancels(self, who: int) -> None:
        self.is_changed(who, S.CANCELLED, out_of_turn=False)

    @rule(who=people)
    def comes_back(self, who: int) -> None:
        if self.status(who) is S.CANCELLED and not self.tried(
            lambda: self.registrations.confirm([who]).changes
        ):
            assert self.status(who) in (S.CONFIRMED, S.WAITLISTED)

    @rule()
    def places_are_offered(self) -> None:
        self.registrations.lapse_offers()
        before = [key for key in self.waiting() if not self.offered(key)]
        with suppress(CpdError):
            offered = self.registrations.offer(self.event).value
            assert offered == before[: len(offered)]

    @rule(who=people)
    def accepts(self, who: int) -> None:
        self.tried(lambda: self.registrations.accept(who))

    @rule(who=people)
    def declines(self, who: int) -> None:
        if not self.tried(lambda: self.registrations.decline(who)):
            assert self.waiting()[-1] == who

    @rule(hours=st.integers(1, 3))
    def time_goes_by(self, hours: int) -> None:
        self.clock.move(hours=hours)
        self.registrations.lapse_offers()

    @rule(back=st.integers(0, 3))
    def is_undone(self, back: int) -> None:
        entry = self.history.latest() - back
        if entry > 1:  # the first is the event itself
            self.tried(lambda: self.history.undo(entry))

    @invariant()
    def nobody_sits_on_a_place_that_is_not_there(self) -> None:
        places = self.registrations.places(self.event)
        assert places.held + places.offered <= self.capacity

    @invariant()
    def everybody_waits_at_a_place_of_their_own(self) -> None:
        queue = [each.queue for each in self.registrations.waiting(self.event)]
        assert None not in queue
        assert len(set(queue)) == len(queue)

    @invariant()
    def numbers_have_no_gaps(self) -> None:
        numbers = sorted(each.number for each in self.registrations.on(self.event))
        last = [int(number.rsplit("-", 1)[1]) for number in numbers]
        assert len(set(last)) == len(last)
        self.gaps_are_of_undone_places_only(last)

    def gaps_are_of_undone_places_only(self, last: list[int]) -> None:
        undone = any(each.deed == "undo" for each in self.history.entries(limit=10_000))
        assert undone or last == list(range(1, len(last) + 1))

    def waiting(self) -> list[int]:
        return [each.id for each in self.registrations.waiting(self.event)]

    def offered(self, key: int) -> bool:
        until = self.registrations.get(key).offered_until
        return until is not None and until > self.clock.now()

    def status(self, key: int) -> S | None:
        found = self.registrations.listed([key])
        return found[key].status if found else None

    def tried(self, deed: Callable[[], Changes]) -> CpdError | None:
        try:
            deed()
        except CpdError as error:
            return error
        return None


@pytest.mark.slow
def test_places_are_never_given_twice_and_the_line_is_kept(empty_database: Path) -> None:
    machine: Any = type("RosterHere", (Roster,), {"empty": empty_database})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=40,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
