from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.meeting_changes import (
    LABELS,
    ChangedBy,
    differences,
    fields,
    settled,
)
from cpd_desktop.domain.meeting_series import Every, Series
from cpd_desktop.domain.meetings import (
    Approval,
    Kind,
    MeetingDraft,
    MeetingSettings,
    Recorded,
    Rhythm,
)

STARTS = datetime(2026, 12, 1, 14, 0, tzinfo=UTC)
DRAFT = MeetingDraft(Kind.MEETING, "Wound care", "Europe/London", STARTS, 90)
WEEKLY = Series(Every.WEEK, days=(1,), times=4)


def test_people_register_unless_somebody_decides_otherwise() -> None:
    assert DRAFT.settings.approval is Approval.AUTOMATIC
    assert DRAFT.settings.emails_in_report
    assert DRAFT.settings.lost is None
    assert "join link of their own" in str(MeetingSettings(approval=Approval.NONE).lost)


def test_the_rhythm_follows_from_start_and_series() -> None:
    assert DRAFT.rhythm is Rhythm.ONCE
    assert replace(DRAFT, starts=None).rhythm is Rhythm.NO_FIXED_TIME
    assert replace(DRAFT, series=WEEKLY).rhythm is Rhythm.SERIES


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("topic", {"topic": " "}),
        ("topic", {"topic": "a" * 201}),
        ("agenda", {"agenda": "a" * 2001}),
        ("minutes", {"minutes": 0}),
        ("minutes", {"minutes": 1441}),
        ("zone", {"zone": "Europe/Nowhere"}),
        ("starts", {"series": WEEKLY, "starts": None}),
        ("series", {"series": replace(WEEKLY, times=61)}),
        ("passcode", {"settings": MeetingSettings(passcode="a" * 11)}),
        ("passcode", {"settings": MeetingSettings(passcode="with space")}),
        ("join_before_host", {"settings": MeetingSettings(join_before_host=True)}),
        ("alternative_hosts", {"settings": MeetingSettings(alternative_hosts=("tom",))}),
    ],
)
def test_what_zoom_would_refuse_is_said_before(field: str, changes: dict[str, object]) -> None:
    wrong = replace(DRAFT, **changes)  # type: ignore[arg-type] # fields by name
    assert set(wrong.problems()) == {field}
    with pytest.raises(Invalid):
        wrong.require_valid()


def test_everything_at_its_limit_is_taken() -> None:
    settings = MeetingSettings(
        passcode="a1@-_*!#$%", alternative_hosts=("tom@clinic.example",), recorded=Recorded.CLOUD
    )
    most = replace(DRAFT, topic="a" * 200, agenda="a" * 2000, minutes=1440, settings=settings)
    assert most.problems() == {}
    assert replace(most, starts=None, minutes=1).problems() == {}


def test_a_passcode_is_not_shown_by_accident() -> None:
    assert "s3cr3t" not in repr(MeetingSettings(passcode="s3cr3t"))


def test_a_start_in_the_past_is_told_because_zoom_would_start_at_once() -> None:
    assert DRAFT.too_late(STARTS) is None
    assert DRAFT.too_late(STARTS + timedelta(minutes=1))
    assert replace(DRAFT, starts=None).too_late(STARTS) is None


def test_whose_change_it_is_is_told_field_by_field() -> None:
    ours = replace(DRAFT, topic="Ours", minutes=60, agenda="Same")
    theirs = replace(
        DRAFT, topic="Theirs", agenda="Same", settings=MeetingSettings(approval=Approval.MANUAL)
    )
    found = {each.field: each.changed_by for each in differences(ours, DRAFT, theirs)}
    assert found == {
        "topic": ChangedBy.CONFLICT,
        "minutes": ChangedBy.US,
        "approval": ChangedBy.ZOOM,
    }


def test_the_passcode_that_zoom_chose_is_no_change() -> None:
    chosen = replace(DRAFT, settings=MeetingSettings(passcode="873511"))
    assert differences(DRAFT, DRAFT, chosen) == []
    wanted = replace(DRAFT, settings=MeetingSettings(passcode="ours"))
    assert [each.field for each in differences(wanted, chosen, chosen)] == ["passcode"]


def test_a_waiting_room_is_not_compared_where_there_is_none() -> None:
    webinar = replace(DRAFT, kind=Kind.WEBINAR)
    assert "waiting_room" in fields(DRAFT)
    assert not {"waiting_room", "join_before_host"} & set(fields(webinar))


def test_line_ends_and_the_order_of_hosts_are_no_changes() -> None:
    hosts = ("tom@clinic.example", "Ann@clinic.example")
    ours = replace(DRAFT, agenda="a\nb", settings=MeetingSettings(alternative_hosts=hosts))
    turned = MeetingSettings(alternative_hosts=("ann@clinic.example", "tom@clinic.example"))
    assert differences(ours, DRAFT, replace(DRAFT, agenda="a\r\nb\r\n", settings=turned)) == []


_settings = st.builds(
    MeetingSettings,
    approval=st.sampled_from(Approval),
    waiting_room=st.booleans(),
    passcode=st.sampled_from(["one", "two"]),
    recorded=st.sampled_from(Recorded),
)
_drafts = st.builds(
    MeetingDraft,
    st.just(Kind.MEETING),
    st.sampled_from(["Wound care", "Airway"]),
    st.sampled_from(["UTC", "Europe/London"]),
    st.sampled_from([STARTS, STARTS + timedelta(hours=1)]),
    st.sampled_from([60, 90]),
    series=st.sampled_from([None, WEEKLY]),
    settings=_settings,
)


@given(_drafts, _drafts, _drafts)
def test_taking_every_field_of_theirs_leaves_no_difference(
    ours: MeetingDraft, seen: MeetingDraft, theirs: MeetingDraft
) -> None:
    found = differences(ours, seen, theirs)
    assert differences(settled(ours, theirs, LABELS), seen, theirs) == []
    conflicts = {each.field for each in found if each.changed_by is ChangedBy.CONFLICT}
    kept = settled(ours, theirs, conflicts)
    assert not conflicts & {each.field for each in differences(kept, seen, theirs)}
    assert all(str(each.label) for each in found)


@given(_drafts, _drafts)
def test_what_only_one_side_changed_is_never_a_conflict(
    ours: MeetingDraft, seen: MeetingDraft
) -> None:
    assert {each.changed_by for each in differences(ours, seen, seen)} <= {ChangedBy.US}
    assert {each.changed_by for each in differences(seen, seen, ours)} <= {ChangedBy.ZOOM}
    assert differences(ours, seen, ours) == []
