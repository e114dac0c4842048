"""What services may rely on about meetings, against a Zoom that refuses what Zoom does."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
import requests

from cpd_desktop.domain.errors import Conflict, Invalid, NotAllowed
from cpd_desktop.domain.meeting_changes import LABELS, differences
from cpd_desktop.domain.meeting_series import Every, Series
from cpd_desktop.domain.meetings import (
    Approval,
    Kind,
    MeetingNumber,
    Recorded,
    Rhythm,
)
from cpd_desktop.domain.registrants import Applicant
from cpd_desktop.domain.zoom_errors import GoneAtZoom, MissingPlan
from cpd_desktop.domain.zoom_profile import Plan
from cpd_desktop.services.work import Work
from tests.adapters.zoom.calls.waiting import STARTS, GivenAccess, a_meeting, calling

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.adapters.zoom.calls import ZoomCalls
    from cpd_desktop.services.zoom.ports import Zoom
    from tests.adapters.zoom.calls.waiting import Waiting
    from tests.fakes.zoom.server import FakeZoom

KINDS = list(Kind)
ANN = Applicant("ann@clinic.example", "Ann", "Novák")


def test_it_is_the_port_that_services_know(calls: ZoomCalls) -> None:
    port: Zoom = calls
    assert port.during(Work()).profile() == port.profile()


def test_who_is_signed_in_is_told_with_the_plan(calls: ZoomCalls) -> None:
    profile = calls.profile()
    assert (profile.name, profile.email) == ("Host Example", "host@example.com")
    assert (profile.plan, profile.role) == (Plan.LICENSED, "Owner")
    assert (profile.zone, profile.account) == ("Europe/London", "acc-1")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"starts": None},
        {"series": Series(Every.DAY, 2, times=5)},
        {"series": Series(Every.WEEK, 1, (1, 3), times=6)},
        {"series": Series(Every.MONTH, 1, month_day=1, times=3)},
        {"series": Series(Every.MONTH, 1, (1,), week=1, until=datetime(2027, 4, 1, tzinfo=UTC))},
    ],
)
def test_what_is_made_is_found_as_it_was_wanted(
    calls: ZoomCalls, kind: Kind, changes: dict[str, object]
) -> None:
    draft = replace(a_meeting(kind, recorded=Recorded.CLOUD), **changes)  # type: ignore[arg-type] # fields by name
    made = calls.create(draft)
    found = calls.read(made.at)
    assert differences(draft, draft, found.draft) == []
    assert found.draft.rhythm is draft.rhythm
    assert found.join_link
    assert found.registration_link
    assert bool(found.occurrences) == (draft.rhythm is Rhythm.SERIES)
    assert found.draft.settings.passcode  # chosen by Zoom
    assert not found.running


@pytest.mark.parametrize("approval", Approval)
@pytest.mark.parametrize("kind", KINDS)
def test_settings_are_found_as_they_were_wanted(
    calls: ZoomCalls, server: FakeZoom, kind: Kind, approval: Approval
) -> None:
    server.add_user("tom@example.com")
    draft = a_meeting(
        kind, approval=approval, waiting_room=False, join_before_host=True, passcode="abc-12",
        alternative_hosts=("tom@example.com",), recorded=Recorded.LOCAL, emails_in_report=False,
    )  # fmt: skip
    found = calls.read(calls.create(draft).at).draft
    assert differences(draft, draft, found) == []
    assert bool(calls.meetings(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_reaches_zoom_and_nothing_else_is_touched(calls: ZoomCalls, kind: Kind) -> None:
    made = calls.create(a_meeting(kind))
    wanted = replace(
        made.draft, topic="Airway", agenda="", starts=STARTS + timedelta(days=1), minutes=45,
        zone="America/New_York",
        settings=replace(made.draft.settings, approval=Approval.MANUAL, passcode="new-1",
                         waiting_room=False, recorded=Recorded.LOCAL, emails_in_report=False),
    )  # fmt: skip
    for name in LABELS:
        before = calls.read(made.at).draft
        calls.change(made.at, wanted, [name])
        after = calls.read(made.at).draft
        changed = {each.field for each in differences(after, before, before)}
        # Start and zone go together, as one means nothing without the other.
        assert changed <= ({"starts", "zone"} if name in {"starts", "zone", "series"} else {name})
    assert differences(wanted, wanted, calls.read(made.at).draft) == []


def test_a_meeting_becomes_a_series_and_one_date_of_it_is_moved(calls: ZoomCalls) -> None:
    made = calls.create(a_meeting())
    series = replace(made.draft, series=Series(Every.WEEK, days=(1,), times=3))
    calls.change(made.at, series)
    second = calls.read(made.at).occurrences[1]
    assert second.starts == STARTS + timedelta(days=7)
    moved = replace(series, starts=second.starts + timedelta(hours=2), minutes=30)
    calls.change(made.at, moved, LABELS, occurrence=second.id)
    found = calls.read(made.at)
    assert [(each.starts, each.minutes) for each in found.occurrences] == [
        (STARTS, 90),
        (STARTS + timedelta(days=7, hours=2), 30),
        (STARTS + timedelta(days=14), 90),
    ]
    calls.delete(made.at, occurrence=second.id)
    assert [each.deleted for each in calls.read(made.at).occurrences] == [False, True, False]


def test_changing_nothing_asks_nothing(calls: ZoomCalls, server: FakeZoom) -> None:
    made = calls.create(a_meeting(Kind.WEBINAR))
    asked = len(server.asked)
    calls.change(made.at, made.draft, [])
    calls.change(made.at, made.draft, ["waiting_room"])
    assert len(server.asked) == asked


def test_what_zoom_would_refuse_is_not_sent(calls: ZoomCalls, server: FakeZoom) -> None:
    with pytest.raises(Invalid, match="no topic"):
        calls.create(replace(a_meeting(), topic=""))
    assert server.asked == []


def test_a_host_that_zoom_does_not_know_is_named_by_its_field(calls: ZoomCalls) -> None:
    with pytest.raises(Invalid) as told:
        calls.create(a_meeting(alternative_hosts=("stranger@example.com",)))
    assert list(told.value.problems) == ["settings.alternative_hosts"]


@pytest.mark.parametrize("kind", KINDS)
def test_everything_planned_is_listed(calls: ZoomCalls, kind: Kind) -> None:
    made = [
        calls.create(a_meeting(kind)),
        calls.create(replace(a_meeting(kind), starts=None)),
        calls.create(replace(a_meeting(kind), series=Series(Every.WEEK, days=(1,), times=3))),
    ]
    lines = calls.meetings(kind)
    assert {each.at for each in lines} == {each.at for each in made}
    assert {each.rhythm for each in lines} == set(Rhythm)
    assert {each.topic for each in lines} == {"Wound care"}


def test_a_long_list_of_meetings_is_listed_to_its_end(calls: ZoomCalls, server: FakeZoom) -> None:
    made = calls.create(a_meeting())
    template = server.site.book.meetings[made.at.number]
    for number in range(1, 650):
        server.site.book.meetings[number] = replace(template, id=number)
    assert len({each.at for each in calls.meetings(Kind.MEETING)}) == 650
    assert len([each for each in server.asked if each.method == "GET"]) == 3


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_deleted_is_gone(calls: ZoomCalls, kind: Kind) -> None:
    made = calls.create(a_meeting(kind))
    calls.delete(made.at, tell=True)
    assert calls.meetings(kind) == []
    for late in (
        lambda: calls.read(made.at),
        lambda: calls.delete(made.at),
        lambda: calls.start_link(made.at),
        lambda: calls.change(made.at, made.draft),
        lambda: calls.register(made.at, ANN),
    ):
        with pytest.raises(GoneAtZoom):
            late()


@pytest.mark.parametrize("kind", KINDS)
def test_a_running_one_is_ended_and_only_then_deleted(
    calls: ZoomCalls, server: FakeZoom, kind: Kind
) -> None:
    made = calls.create(a_meeting(kind))
    server.start_meeting(made.at.number)
    assert calls.read(made.at).running is (True if kind is Kind.MEETING else None)
    with pytest.raises(NotAllowed, match="end it first"):
        calls.delete(made.at)
    calls.end(made.at)
    assert not calls.read(made.at).running
    calls.delete(made.at)


def test_the_start_link_is_fresh_and_shows_itself_nowhere(calls: ZoomCalls) -> None:
    made = calls.create(a_meeting())
    link = calls.start_link(made.at)
    assert link.reveal().startswith("http")
    assert link.reveal() not in f"{link!r}{made!r}"
    assert link.reveal().partition("?")[2] not in str(calls.client._log.latest(9))


def test_a_webinar_is_not_taken_for_a_meeting(calls: ZoomCalls) -> None:
    made = calls.create(a_meeting(Kind.WEBINAR))
    with pytest.raises(Conflict, match="is a webinar"):
        calls.read(MeetingNumber(Kind.MEETING, made.at.number))


def test_an_app_of_the_account_names_the_user_whose_meetings_it_makes(
    server: FakeZoom, tmp_path: Path, waiting: Waiting
) -> None:
    app = server.add_server_app()
    grant = {"grant_type": "account_credentials", "account_id": "acc-1"}
    answer = requests.post(
        f"{server.address}/oauth/token", grant, auth=(app.client_id, app.secret), timeout=5
    )
    access = GivenAccess(server.api_url, lambda: str(answer.json()["access_token"]))
    access.user = "host@example.com"
    with calling(access, tmp_path, waiting) as calls:
        made = calls.create(a_meeting())
        assert [each.at for each in calls.meetings(Kind.MEETING)] == [made.at]
        assert calls.profile().email == "host@example.com"
        assert calls.recordings(date(2026, 11, 1), date(2026, 11, 30)) == []


def test_a_plan_without_webinars_is_told_as_that(calls: ZoomCalls, server: FakeZoom) -> None:
    assert server.oauth.browsing
    server.oauth.browsing.webinars = False
    with pytest.raises(MissingPlan, match="does not include webinars"):
        calls.meetings(Kind.WEBINAR)
