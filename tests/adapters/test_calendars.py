"""Calendar files, read back by the library and by a reader that knows nothing of it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event

from cpd_desktop.adapters.calendars import CalendarFiles
from cpd_desktop.domain.errors import Invalid, Unavailable
from cpd_desktop.domain.invitations import CalendarEntry, Contact, EntryStatus, Method

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 9, 1, 8, tzinfo=UTC)
ANNA, ZOE = Contact("Anna Trainer", "anna@example.org"), Contact("Zoë Müller", "zoe@example.com")
ENTRY = CalendarEntry(
    uid="session-7@8f14e45f.cpd-desktop",
    sequence=0,
    title="Airway management",
    starts=datetime(2026, 10, 13, 17, tzinfo=UTC),
    ends=datetime(2026, 10, 13, 19, tzinfo=UTC),
    zone="Europe/London",
    modified=NOW,
    description="Bring a stethoscope.\nDoors open at 17:30.",
    location="Room 4, Main Building; second floor",
    url="https://example.org/join?a=1&b=2",
    organiser=ANNA,
    attendee=ZOE,
    categories=("CPD", "Nursing, acute"),
)
ZONES = (
    "Europe/London",
    "America/New_York",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Europe/Dublin",
    "America/Sao_Paulo",
    "Asia/Kathmandu",
)

Line = tuple[str, dict[str, str], str]


def checked(content: bytes) -> list[Line]:
    """Return name, parameters and value of each line; fail where RFC 5545 is broken."""
    assert content.endswith(b"\r\n")
    physical = content[:-2].split(b"\r\n")
    assert all(len(line) <= 75 for line in physical), "a line is longer than 75 octets"
    assert not any(b"\r" in line or b"\n" in line for line in physical), "a bare line end"
    for line in physical:
        line.decode()  # no character is cut in two
    lines = [parted(line) for line in content.decode().replace("\r\n ", "")[:-2].split("\r\n")]
    check_components(lines)
    return lines


def parted(line: str) -> Line:
    head = re.match(r'((?:[^":;]|;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):', line)
    assert head is not None, f"no content line: {line[:80]}"
    assert not re.search(r"[\x00-\x08\x0a-\x1f\x7f]", line), "a control character"
    name, *found = re.findall(r'(?:[^";]|"[^"]*")+', head[1])
    assert re.fullmatch(r"[A-Z-]+", name), name
    parameters = dict(each.split("=", 1) for each in found)
    return name, parameters, line[head.end() :]


def check_components(lines: list[Line]) -> None:
    required = {
        "VCALENDAR": {"VERSION", "PRODID", "METHOD"},
        "VTIMEZONE": {"TZID"},
        "STANDARD": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"},
        "DAYLIGHT": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"},
        "VEVENT": {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "STATUS"},
    }
    open_ones: list[tuple[str, list[str]]] = []
    defined: set[str] = set()
    for name, parameters, value in lines:
        if name == "BEGIN":
            open_ones.append((value, []))
        elif name == "END":
            component, names = open_ones.pop()
            assert component == value
            assert required[component] <= set(names), component
            assert len(names) == len(set(names)), f"a property stands twice in {component}"
        else:
            open_ones[-1][1].append(name)
            if name == "TZID":
                defined.add(value)
            if "TZID" in parameters:
                assert parameters["TZID"] in defined, "a zone is used that is not defined"
    assert open_ones == []


def unescaped(text: str) -> str:
    return re.sub(r"\\([nN,;\\])", lambda m: "\n" if m[1] in "nN" else m[1], text)


def written(entry: CalendarEntry, method: Method = Method.REQUEST) -> list[Line]:
    return checked(CalendarFiles().written([entry], method, "CPD"))


def event_values(lines: list[Line]) -> dict[str, str]:
    begin, end = lines.index(("BEGIN", {}, "VEVENT")), lines.index(("END", {}, "VEVENT"))
    return {name: value for name, _, value in lines[begin + 1 : end]}


def offset(text: str) -> timedelta:
    sign = -1 if text[0] == "-" else 1
    hours, minutes, seconds = int(text[1:3]), int(text[3:5]), int(text[5:7] or 0)
    return sign * timedelta(hours=hours, minutes=minutes, seconds=seconds)


def shown_at(lines: list[Line], name: str) -> datetime:
    """Return the moment of a property, by nothing but the zone that the file itself defines."""
    _, parameters, value = [line for line in lines if line[0] == name][-1]
    if value.endswith("Z"):
        return datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    local = datetime.strptime(value, "%Y%m%dT%H%M%S")  # noqa: DTZ007 - the zone follows
    return (local - in_force(lines, parameters["TZID"], local)).replace(tzinfo=UTC)


def in_force(lines: list[Line], zone: str, local: datetime) -> timedelta:
    best: tuple[datetime, timedelta] | None = None
    current, onset, onset_from = "", datetime.min, timedelta(0)  # noqa: DTZ901
    for name, _, value in lines:
        if name == "TZID":
            current = value
        elif current == zone and name == "DTSTART":
            onset = datetime.strptime(value[:15], "%Y%m%dT%H%M%S")  # noqa: DTZ007
        elif current == zone and name == "TZOFFSETTO":
            to = offset(value)
            # Of a time that is shown twice the earlier is meant: the change counts from its end.
            counts_from = onset + max(timedelta(0), to - onset_from)
            if counts_from <= local and (best is None or onset > best[0]):
                best = (onset, to)
        elif current == zone and name == "TZOFFSETFROM":
            onset_from = offset(value)
        if (name, value) == ("END", "VTIMEZONE"):
            current = ""
    assert best is not None
    return best[1]


def test_a_session_is_written_with_all_that_calendars_show() -> None:
    lines = written(ENTRY)
    values = {name: unescaped(value) for name, value in event_values(lines).items()}
    assert values == {
        "UID": ENTRY.uid,
        "SEQUENCE": "0",
        "DTSTAMP": "20260901T080000Z",
        "LAST-MODIFIED": "20260901T080000Z",
        "DTSTART": "20261013T180000",
        "DTEND": "20261013T200000",
        "SUMMARY": ENTRY.title,
        "STATUS": "CONFIRMED",
        "TRANSP": "OPAQUE",
        "DESCRIPTION": ENTRY.description,
        "LOCATION": ENTRY.location,
        "URL": ENTRY.url,
        "CATEGORIES": "CPD,Nursing, acute",
        "ORGANIZER": "mailto:anna@example.org",
        "ATTENDEE": "mailto:zoe@example.com",
    }
    assert ("METHOD", {}, "REQUEST") in lines
    assert ("DTSTART", {"TZID": "Europe/London"}, "20261013T180000") in lines


def test_the_library_reads_back_what_was_written() -> None:
    read = Calendar.from_ical(CalendarFiles().written([ENTRY], Method.REQUEST, "CPD"))
    (event,) = read.walk("VEVENT")
    assert event["SUMMARY"] == ENTRY.title
    assert event["DESCRIPTION"] == ENTRY.description
    assert event.decoded("DTSTART") == ENTRY.starts
    assert event.decoded("DTEND") == ENTRY.ends
    assert event["ATTENDEE"].params["CN"] == ZOE.name
    assert isinstance(event, Event)
    assert event.categories == list(ENTRY.categories)


def test_a_feed_has_a_name_and_says_how_often_to_look_and_names_nobody() -> None:
    lines = checked(CalendarFiles().written([ENTRY], Method.PUBLISH, "Anna\u2019s events"))
    assert ("X-WR-CALNAME", {}, "Anna\u2019s events") in lines
    assert ("REFRESH-INTERVAL", {"VALUE": "DURATION"}, "PT1H") in lines
    assert not [line for line in lines if line[0] == "ATTENDEE"]
    assert b"zoe" not in CalendarFiles().written([ENTRY], Method.PUBLISH, "")


def test_an_empty_feed_is_a_calendar_too() -> None:
    assert ("END", {}, "VCALENDAR") in checked(CalendarFiles().written([], Method.PUBLISH, "x"))


def test_equal_entries_give_equal_bytes() -> None:
    entries = [replace(ENTRY, zone=zone, uid=zone) for zone in ZONES]
    one, other = (CalendarFiles().written(entries, Method.PUBLISH, "x") for _ in range(2))
    assert one == other


def test_a_cancellation_is_about_the_same_entry_and_newer() -> None:
    gone = ENTRY.cancelled(NOW + timedelta(days=1))
    before, after = event_values(written(ENTRY)), event_values(written(gone, Method.CANCEL))
    assert after["UID"] == before["UID"]
    assert int(after["SEQUENCE"]) == int(before["SEQUENCE"]) + 1
    assert after["LAST-MODIFIED"] > before["LAST-MODIFIED"]
    assert after["STATUS"] == EntryStatus.CANCELLED
    assert after["DTSTART"] == before["DTSTART"]


def test_a_cancelling_mail_never_says_that_the_session_takes_place() -> None:
    assert event_values(written(ENTRY, Method.CANCEL))["STATUS"] == "CANCELLED"


@pytest.mark.parametrize("zone", ZONES)
def test_a_program_that_knows_no_zones_shows_every_hour_of_the_year_right(zone: str) -> None:
    first = datetime(2026, 1, 1, tzinfo=UTC)
    starts = [first + timedelta(hours=29 * number) for number in range(300)]
    near = [at + timedelta(minutes=m) for at in changes(zone) for m in range(-120, 121, 15)]
    for at in starts + near:
        lines = written(replace(ENTRY, zone=zone, starts=at, ends=at + timedelta(hours=2)))
        assert shown_at(lines, "DTSTART") == at
        assert shown_at(lines, "DTEND") == at + timedelta(hours=2)


def changes(zone: str) -> list[datetime]:
    hours = [datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=30 * n) for n in range(17520)]
    offsets = [at.astimezone(ZoneInfo(zone)).utcoffset() for at in hours]
    return [
        at
        for at, before, after in zip(hours[1:], offsets, offsets[1:], strict=False)
        if before != after
    ]


def test_the_hour_that_comes_twice_is_told_apart() -> None:
    for hour in (0, 1):
        at = datetime(2026, 10, 25, hour, 30, tzinfo=UTC)
        assert f"{at.astimezone(ZoneInfo('Europe/London')):%H:%M}" == "01:30"
        lines = written(replace(ENTRY, starts=at, ends=at + timedelta(hours=1)))
        assert shown_at(lines, "DTSTART") == at


def test_the_changes_of_the_clocks_are_those_that_people_know() -> None:
    lines = written(ENTRY)
    begin = lines.index(("BEGIN", {}, "VTIMEZONE"))
    zone = lines[begin : lines.index(("END", {}, "VTIMEZONE"))]
    onsets = [value for name, _, value in zone if name == "DTSTART"]
    assert {"20260329T010000", "20261025T020000"} <= set(onsets)
    names = [value for name, _, value in zone if name == "BEGIN"]
    assert names[onsets.index("20260329T010000") + 1] == "DAYLIGHT"
    assert names[onsets.index("20261025T020000") + 1] == "STANDARD"


def test_every_zone_is_defined_once_for_all_its_entries() -> None:
    later = replace(ENTRY, uid="b", starts=ENTRY.starts.replace(year=2029))
    later = replace(later, ends=later.starts + timedelta(hours=1))
    other = replace(ENTRY, uid="c", zone="America/New_York")
    world = replace(ENTRY, uid="d", zone="UTC")
    lines = checked(CalendarFiles().written([ENTRY, later, other, world], Method.PUBLISH, "x"))
    assert [v for n, _, v in lines if n == "TZID"] == ["America/New_York", "Europe/London"]
    assert ("DTSTART", {}, "20261013T170000Z") in lines
    onsets = [v for n, _, v in lines if n == "DTSTART"]
    assert "20290325T010000" in onsets


HOSTILE = (
    "Line\r\nATTACH:file:///etc/passwd",
    "Line\nEND:VEVENT\rBEGIN:VALARM",
    'Quote " caret ^n comma , semicolon ; colon : backslash \\ \\n',
    "\u202eright to left \u05d0\u05d1\u05d2 \u0627\u0644\u0637\u0628",
    "\U0001f468\u200d\u2695\ufe0f" * 40,
    "\x00\x1b\x85\u2028\u2029 control",
    "\ud800 half a character",
    "\u00fc" * 10_000,
    "a b " * 2_500,
)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_breaks_out_of_its_line(text: str) -> None:
    plain = event_values(written(ENTRY))
    entry = replace(
        ENTRY,
        uid=f"x{text}",
        title=text,
        description=text,
        location=text,
        url=f"https://example.org/{text}",
        organiser=Contact(text, f"a{text}@example.org"),
        attendee=Contact(text, "b@example.org"),
        categories=(text, text),
    )
    lines = checked(CalendarFiles().written([entry], Method.REQUEST, text))
    assert set(event_values(lines)) == set(plain)
    assert [name for name, _, _ in lines] == [name for name, _, _ in written(ENTRY)]
    Calendar.from_ical(CalendarFiles().written([entry], Method.REQUEST, text))


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=300))
@settings(deadline=None)
def test_a_description_is_read_back_as_it_was_written(text: str) -> None:
    text = f"{text}\nend"
    lines = written(replace(ENTRY, description=text))
    assert unescaped(event_values(lines)["DESCRIPTION"]) == text


@pytest.mark.parametrize(
    ("entry", "method", "why"),
    [
        (replace(ENTRY, uid=" "), Method.PUBLISH, "no identity"),
        (replace(ENTRY, ends=ENTRY.starts - timedelta(hours=1)), Method.PUBLISH, "before it"),
        (replace(ENTRY, zone="Mars/Olympus"), Method.PUBLISH, "no time zone"),
        (replace(ENTRY, organiser=None), Method.REQUEST, "sender"),
        (replace(ENTRY, attendee=None), Method.CANCEL, "invites nobody"),
    ],
)
def test_what_calendars_would_refuse_is_not_written(
    entry: CalendarEntry, method: Method, why: str
) -> None:
    with pytest.raises(Invalid, match=why):
        CalendarFiles().written([entry], method, "x")


def test_a_feed_is_replaced_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "feeds" / "events.ics"
    CalendarFiles().write_feed(path, [ENTRY], "CPD")
    CalendarFiles().write_feed(path, [ENTRY, replace(ENTRY, uid="b")], "CPD")
    assert len(Calendar.from_ical(path.read_bytes()).walk("VEVENT")) == 2
    assert list(path.parent.iterdir()) == [path]


def test_a_feed_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "events.ics"
    CalendarFiles().write_feed(path, [ENTRY], "CPD")
    before = path.read_bytes()
    with pytest.raises(Invalid):
        CalendarFiles().write_feed(path, [replace(ENTRY, uid="")], "CPD")
    assert path.read_bytes() == before
    (tmp_path / "folder.ics").mkdir()
    with pytest.raises(Unavailable):
        CalendarFiles().write_feed(tmp_path / "folder.ics", [ENTRY], "CPD")
    assert {each.name for each in tmp_path.iterdir()} == {"events.ics", "folder.ics"}
