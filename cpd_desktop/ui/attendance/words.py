"""What is said about lines, connections and reports, each in a few words."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from cpd_desktop.domain.attendance.presences import Origin
from cpd_desktop.domain.attendance.spans import moment_of
from cpd_desktop.domain.attendance.stays import MINUTE
from cpd_desktop.domain.presets import rule_for
from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.attendance.lines import Standing, View
from cpd_desktop.ui.attendance.strips import devices_of
from cpd_desktop.ui.dates import clock_time, day
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cpd_desktop.domain.attendance.event_attendance import PersonAttendance
    from cpd_desktop.domain.attendance.reconciliation import Reconciliation
    from cpd_desktop.domain.attendance.stays import Attested, Stay
    from cpd_desktop.domain.events import Event
    from cpd_desktop.ui.attendance.content import AttendanceContent
    from cpd_desktop.ui.attendance.lines import Line
    from cpd_desktop.ui.widgets import Tone

MOST_CONNECTIONS = 20

DEVICES = Sentence("attendance", "%n device(s)")
ROWS = Sentence("attendance", "%n row(s) read")
MATCHED = Sentence("attendance", "%n matched")
GUESTS = Sentence("attendance", "%n guest(s)")
HOSTS = Sentence("attendance", "%n host(s)")
IGNORED = Sentence("attendance", "%n ignored")
TO_REVIEW = Sentence("attendance", "%n to review")
FURTHER = Sentence("attendance", "and %n more")

S = Standing
TONES: dict[Standing, Tone] = {
    S.REVIEW: "warn",
    S.OPEN: "warn",
    S.ATTENDED: "good",
    S.SHORT: "bad",
    S.ABSENT: "neutral",
    S.TOLD_MET: "good",
    S.TOLD_NOT_MET: "bad",
    S.GUEST: "neutral",
    S.HOST: "neutral",
    S.IGNORED: "neutral",
    S.SETTLED: "info",
}


def standing_words(standing: Standing) -> str:
    """Return how somebody stands, with a sign that sets it apart without colour."""
    translate = QCoreApplication.translate
    return {
        S.REVIEW: translate("attendance", "? Review"),
        S.OPEN: translate("attendance", "… Open"),
        S.ATTENDED: translate("attendance", "✓ Attended"),
        S.SHORT: translate("attendance", "✕ Not met"),
        S.ABSENT: translate("attendance", "– Absent"),  # noqa: RUF001 - a dash, as on paper
        S.TOLD_MET: translate("attendance", "✓ Overridden"),
        S.TOLD_NOT_MET: translate("attendance", "✕ Overridden"),
        S.GUEST: translate("attendance", "Guest"),
        S.HOST: translate("attendance", "Host"),
        S.IGNORED: translate("attendance", "Ignored"),
        S.SETTLED: translate("attendance", "✓ Decided"),
    }[standing]


def result_words(line: Line, event: Event) -> str:
    """Return what stands in the column of results: of who fell short, by how much."""
    if line.standing is S.SHORT and line.person is not None:
        return short_words(line.person, event) or standing_words(S.SHORT)
    return standing_words(line.standing)


def short_words(person: PersonAttendance, event: Event) -> str:
    """Return how much of the time that is needed somebody was there; nothing if that is met."""
    result = person.results[0]
    rule, outcome = rule_for(event, result.line), result.outcome
    if rule.minimum_percent is not None and outcome.percent < rule.minimum_percent:
        text = QCoreApplication.translate("attendance", "{percent} % of {needed} %")
        return text.format(percent=outcome.percent, needed=rule.minimum_percent)
    if rule.minimum_minutes is not None and outcome.minutes < rule.minimum_minutes:
        text = QCoreApplication.translate("attendance", "{minutes} of {needed} min")
        return text.format(minutes=outcome.minutes, needed=rule.minimum_minutes)
    return ""


def view_words(view: View) -> str:
    """Return what a view shows."""
    translate = QCoreApplication.translate
    return {
        View.REVIEW: translate("attendance", "To review"),
        View.ALL: translate("attendance", "All"),
        View.ATTENDED: translate("attendance", "Attended"),
        View.NOT_MET: translate("attendance", "Not met"),
        View.ABSENT: translate("attendance", "Absent"),
        View.ASIDE: translate("attendance", "Guests and others"),
    }[view]


def joined_words(line: Line) -> str:
    """Return the names that were shown, and from how many devices."""
    translate = QCoreApplication.translate
    if not line.rows:
        if line.seconds:
            return translate("attendance", "signed in")
        return translate("attendance", "did not join")
    shown = " · ".join(line.shown) or translate("attendance", "no name")
    count = devices_of(line.rows)
    return f"{shown} ({in_words(DEVICES.filled(n=count))})" if count > 1 else shown


def maybe_words(line: Line) -> str:
    """Return who else the participant of a line may be."""
    if not line.maybe:
        if line.name or not line.in_doubt:
            return ""
        return QCoreApplication.translate("attendance", "Nobody fits")
    names = QCoreApplication.translate("attendance", " or ").join(line.maybe)
    if line.name:
        return QCoreApplication.translate("attendance", "or {names}?").format(names=names)
    return QCoreApplication.translate("attendance", "{names}?").format(names=names)


def times_words(stays: Iterable[Stay], zone: str) -> str:
    """Return when somebody was there, as far as that counts."""
    found: list[str] = []
    for each in stays:
        if each.moments_known:
            found += (_from_to(*span, zone) for span in each.spans)
        elif each.seconds:
            text = QCoreApplication.translate("attendance", "{minutes} min, times unknown")
            found.append(text.format(minutes=number_words(each.seconds // MINUTE)))
    return ", ".join(found)


def connection_words(rows: Sequence[Attested], event: Event) -> list[str]:
    """Return a text for each connection: from when to when, what was shown, from what device."""
    ordered = sorted(rows, key=lambda row: (row.span() or (0, 0), row.presence.name))
    days = len({each.starts.date() for each in event.sessions}) > 1
    texts = [_connection(each, event.zone, dated=days) for each in ordered[:MOST_CONNECTIONS]]
    if len(ordered) > MOST_CONNECTIONS:
        texts.append(in_words(FURTHER.filled(n=len(ordered) - MOST_CONNECTIONS)))
    return texts


def as_tooltip(texts: Sequence[str]) -> str:
    """Return lines as a tooltip that takes nothing in them for markup."""
    return "<br>".join(f"<span style='white-space:pre'>{escape(each)}</span>" for each in texts)


def sum_words(told: Reconciliation) -> str:
    """Return what became of rows, as a sum that adds up."""
    parts = (
        *((MATCHED, told.matched), (GUESTS, told.guests), (HOSTS, told.hosts)),
        *((IGNORED, told.ignored), (TO_REVIEW, told.to_review)),
    )
    became = [in_words(says.filled(n=count)) for says, count in parts if count]
    rows = in_words(ROWS.filled(n=told.read))
    return f"{rows} = {' + '.join(became)}" if became else rows


def stage_words(content: AttendanceContent) -> str:
    """Return how attendance stands, in a few words; nothing before anything is known."""
    if content.found is None:
        return ""
    left = content.found.unreviewed
    parts = [(MATCHED, content.matched), *([(TO_REVIEW, left)] if left else [])]
    return " · ".join(in_words(says.filled(n=count)) for says, count in parts)


def origin_words(origin: Origin) -> str:
    """Return what wrote a report."""
    translate = QCoreApplication.translate
    return {
        Origin.ZOOM_MEETING: translate("attendance", "Zoom report"),
        Origin.ZOOM_WEBINAR: translate("attendance", "Zoom webinar report"),
        Origin.ZOOM_ANSWER: translate("attendance", "Fetched from Zoom"),
        Origin.TEAMS: translate("attendance", "Teams report"),
        Origin.MEET: translate("attendance", "Google Meet report"),
        Origin.WEBEX: translate("attendance", "Webex report"),
        Origin.NAMES: translate("attendance", "List of names"),
        Origin.SIGN_IN_SHEET: translate("attendance", "Sign-in sheet"),
    }[origin]


def number_words(number: int) -> str:
    """Return a number in the person's own form."""
    return QLocale().toString(number)


def _connection(row: Attested, zone: str, *, dated: bool) -> str:
    translate = QCoreApplication.translate
    told, span = row.presence, row.span()
    if span is not None:
        when = _from_to(*span, zone)
        if dated:
            when = f"{day(moment_of(span.starts), zone)} {when}"
    elif row.signed:
        when = translate("attendance", "signed in")
    else:
        text = translate("attendance", "{minutes} min, times unknown")
        when = text.format(minutes=number_words(told.seconds // MINUTE))
    names = told.name or translate("attendance", "no name")
    waited = translate("attendance", "waiting room") if told.waiting else ""
    more = (told.email, told.device, told.room, waited, origin_words(row.origin))
    return "  ".join((when, " · ".join(filter(None, (names, *more)))))


def _from_to(starts: int, ends: int, zone: str) -> str:
    first, last = (clock_time(moment_of(each), zone) for each in (starts, ends))
    return f"{first}–{last}"  # noqa: RUF001 - the dash of a span
