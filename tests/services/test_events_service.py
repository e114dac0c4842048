from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.errors import Conflict, Invalid, NotFound
from cpd_desktop.domain.events import EventStatus
from tests.drafts import STARTS, a_draft, a_session, somebody

if TYPE_CHECKING:
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.history import History
    from cpd_desktop.services.registrations import Registrations
    from tests.clock import FixedClock


def listed(events: Events, search: str = "", sort: str = "starts", **how: bool) -> list[str]:
    ids = events.ids(search, sort, **how)
    found = events.summaries(ids)
    return [found[number].title for number in ids]


def test_a_new_event_is_a_draft_with_its_session(events: Events) -> None:
    done = events.add(replace(a_draft("  Wound   care "), capacity=60))
    event = done.value
    assert (event.title, event.status, event.capacity) == ("Wound care", EventStatus.DRAFT, 60)
    assert [(each.title, each.starts) for each in event.sessions] == [("Wound care", STARTS)]
    assert done.changes.touches("event", event.id)
    assert done.changes.touches("session", event.sessions[0].id)


def test_an_event_that_breaks_a_rule_is_not_kept(events: Events) -> None:
    with pytest.raises(Invalid):
        events.add(a_draft(" "))
    assert listed(events) == []


def test_editing_keeps_sessions_adds_new_ones_and_removes_others(events: Events) -> None:
    event = events.add(a_draft("T", a_session("One"), a_session("Two"))).value
    draft = event.draft()
    third = a_session("Three", starts=STARTS.replace(day=2))
    changed = events.change(
        event.id, replace(draft, sessions=(replace(draft.sessions[0], title="First"), third))
    ).value
    assert [each.title for each in changed.sessions] == ["First", "Three"]
    assert changed.sessions[0].id == event.sessions[0].id


def test_a_session_of_another_event_is_not_taken_over(events: Events) -> None:
    other = events.add(a_draft("Other")).value
    event = events.add(a_draft("Mine")).value
    draft = event.draft()
    stolen = replace(draft.sessions[0], id=other.sessions[0].id, title="Stolen")
    events.change(event.id, replace(draft, sessions=(stolen,)))
    assert events.get(other.id) == other


def test_what_is_gone_is_said_to_be_gone(events: Events) -> None:
    for call in (
        lambda: events.get(9),
        lambda: events.change(9, a_draft()),
        lambda: events.trash([9]),
        lambda: events.restore([9]),
    ):
        with pytest.raises(NotFound, match="no event 9"):
            call()


def test_putting_several_in_the_trash_takes_all_or_none(events: Events) -> None:
    event = events.add(a_draft()).value
    with pytest.raises(NotFound):
        events.trash([event.id, 99])
    assert listed(events) == ["Wound care"]


def test_the_trash_gives_back_what_it_holds(events: Events) -> None:
    event = events.add(a_draft()).value
    events.trash([event.id])
    assert listed(events) == []
    assert listed(events, trashed=True) == ["Wound care"]
    events.restore([event.id])
    assert listed(events) == ["Wound care"]


def test_the_trash_is_emptied_after_thirty_days_and_not_before(
    events: Events, registrations: Registrations, clock: FixedClock, history: History
) -> None:
    kept, gone = events.add(a_draft("Kept")).value, events.add(a_draft("Gone")).value
    registrations.add(gone.id, somebody("Zoë"))
    events.trash([gone.id])
    clock.move(days=29, hours=23)
    assert not events.empty_trash()
    events.trash([kept.id])
    clock.move(hours=1)
    changes = events.empty_trash()
    assert changes.touches("event", gone.id)
    assert not changes.touches("event", kept.id)
    assert listed(events, trashed=True) == ["Kept"]
    assert changes.entry is not None
    history.undo(changes.entry)
    assert len(registrations.on(gone.id)) == 1


def test_only_what_lies_in_the_trash_is_removed_for_good(events: Events) -> None:
    event = events.add(a_draft()).value
    assert not events.empty_trash([event.id])
    assert listed(events) == ["Wound care"]


def test_events_are_listed_in_the_order_asked_for(
    events: Events, registrations: Registrations
) -> None:
    early = events.add(a_draft("b early", a_session(starts=STARTS.replace(hour=8)))).value
    events.add(a_draft("Á late", a_session(starts=STARTS.replace(hour=20))))
    registrations.add(early.id, somebody("Zoë"))
    assert listed(events, sort="title") == ["Á late", "b early"]
    assert listed(events, sort="starts") == ["b early", "Á late"]
    assert listed(events, sort="registered", descending=True) == ["b early", "Á late"]
    assert listed(events, sort="status") == ["b early", "Á late"]


@pytest.mark.parametrize("search", ["zoe", "ZOË  w", "wound", "care zoe"])
def test_a_search_finds_every_word_in_any_order(events: Events, search: str) -> None:
    events.add(a_draft("Wound care with Zoë"))
    events.add(a_draft("Airway"))
    assert listed(events, search) == ["Wound care with Zoë"]


def test_a_search_for_percent_signs_finds_percent_signs(events: Events) -> None:
    events.add(a_draft("100% safe"))
    events.add(a_draft("Other_name"))
    assert listed(events, "%") == ["100% safe"]
    assert listed(events, "_") == ["Other_name"]


def test_an_edit_of_what_somebody_else_changed_meanwhile_is_refused(events: Events) -> None:
    event = events.add(a_draft("T")).value
    began = event.draft()
    events.change(event.id, replace(began, summary="Theirs"))
    with pytest.raises(Conflict, match="changed elsewhere"):
        events.change(event.id, replace(began, summary="Mine"), was=began)
    assert events.get(event.id).summary == "Theirs"
    now = events.get(event.id).draft()
    assert events.change(event.id, replace(now, title="U"), was=now).value.title == "U"
