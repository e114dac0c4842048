"""Reports of who came, in the words people use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cpd_desktop.domain.attendance.marks import MarkKind
from cpd_desktop.domain.attendance.presences import Origin, Role
from cpd_desktop.domain.attendance.reports.fitting import TAKEN_ZONE
from cpd_desktop.domain.attendance.reports.oddities import REJECTED
from cpd_desktop.domain.attendance.reports.words import Column
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.attendance.report_import import TAKEN_ORDER
from cpd_desktop.ui.dates import day_and_time, span
from cpd_desktop.ui.meet.words import number_words
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpd_desktop.domain.attendance.presences import Presence
    from cpd_desktop.domain.attendance.reconciliation import Reconciliation
    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.sessions import Session
    from cpd_desktop.services.attendance.reports import KeptReport
    from cpd_desktop.ui.attendance.report_reading import BroughtIn, Outlined, ReportLook

ROWS = Sentence("reports", "%n row(s)")
MATCHED = Sentence("reports", "%n matched")
GUESTS = Sentence("reports", "%n guest(s)")
HOSTS = Sentence("reports", "%n host(s)")
IGNORED = Sentence("reports", "%n ignored")
TO_REVIEW = Sentence("reports", "%n to review")
DECISIONS_KEPT = Sentence("reports", "%n decision(s) kept.")
UNAPPLIED = Sentence(
    "reports", "%n decision(s) kept, of people the reports do not tell of any more."
)

BETWEEN = " · "
_REMARKS = frozenset({TAKEN_ZONE.template, TAKEN_ORDER.template})
_FIGURES = 9  # a meeting's number at Zoom has at least as many


def origin_words(origin: Origin) -> str:
    """Return what wrote a report."""
    translate = QCoreApplication.translate
    return {
        Origin.ZOOM_MEETING: translate("reports", "Zoom participants report"),
        Origin.ZOOM_WEBINAR: translate("reports", "Zoom webinar report"),
        Origin.ZOOM_ANSWER: translate("reports", "Fetched from Zoom"),
        Origin.TEAMS: translate("reports", "Teams attendance report"),
        Origin.MEET: translate("reports", "Google Meet report"),
        Origin.WEBEX: translate("reports", "Webex report"),
        Origin.NAMES: translate("reports", "List of names"),
        Origin.SIGN_IN_SHEET: translate("reports", "Sign-in sheet"),
    }[origin]


def column_words(column: Column) -> str:
    """Return what a column of a report tells."""
    translate = QCoreApplication.translate
    return {
        Column.NAME: translate("reports", "Name"),
        Column.FIRST_NAME: translate("reports", "First name"),
        Column.LAST_NAME: translate("reports", "Last name"),
        Column.ORIGINAL_NAME: translate("reports", "Original name"),
        Column.EMAIL: translate("reports", "E-mail"),
        Column.DAY: translate("reports", "Day"),
        Column.JOINED: translate("reports", "Joined at"),
        Column.LEFT: translate("reports", "Left at"),
        Column.DURATION: translate("reports", "How long"),
        Column.ATTENDED: translate("reports", "Attended (yes or no)"),
        Column.SIGNATURE: translate("reports", "Signature"),
        Column.WAITING: translate("reports", "In the waiting room"),
        Column.ROLE: translate("reports", "Role"),
        Column.GUEST: translate("reports", "Guest (yes or no)"),
        Column.PHONE: translate("reports", "Phone"),
        Column.REFERENCE: translate("reports", "Reference"),
        Column.MEETING: translate("reports", "Meeting number"),
    }[column]


def kind_words(kind: MarkKind) -> str:
    """Return what a list can tell that people did."""
    translate = QCoreApplication.translate
    return {
        MarkKind.EVALUATION: translate("reports", "Evaluation handed in"),
        MarkKind.QUIZ: translate("reports", "Quiz passed"),
        MarkKind.INTERACTIONS: translate("reports", "Polls answered or codes given"),
        MarkKind.ASSIGNMENT: translate("reports", "Assignment done"),
    }[kind]


def rows_words(count: int) -> str:
    """Return how many rows."""
    return in_words(ROWS.filled(n=count))


def meeting_words(meeting: str) -> str:
    """Return a meeting's number as Zoom writes it, or whatever else it is called."""
    numbered = meeting.isascii() and meeting.isdigit() and len(meeting) >= _FIGURES
    shown = number_words(int(meeting)) if numbered else meeting
    return QCoreApplication.translate("reports", "meeting {number}").format(number=shown)


def what_it_is(outline: Outlined, event: Event) -> str:
    """Return “Zoom participants report · 128 rows · meeting 841 2210 9921 · …”."""
    told = outline.report
    parts = [origin_words(told.origin), rows_words(told.rows)]
    if told.meeting:
        parts.append(meeting_words(told.meeting))
    if told.topic:
        parts.append(told.topic)
    if outline.starts and outline.ends:
        parts.append(span(outline.starts, outline.ends, event.zone))
    elif outline.starts:
        parts.append(day_and_time(outline.starts, event.zone))
    return BETWEEN.join(parts)


def session_words(session: Session, event: Event) -> str:
    """Return a session by its title and when it is."""
    when = span(session.starts, session.ends, event.zone)
    return BETWEEN.join(filter(None, (session.title, when)))


def remarks(look: ReportLook) -> list[str]:
    """Return what was found out or known about a file, so that it need not be asked for."""
    told = look.looked.told.warnings
    return [in_words(each) for each in told if each.template in _REMARKS]


def in_earnest(warnings: Iterable[Sentence]) -> list[str]:
    """Return what is no mere remark; rows that were set aside are counted and listed anyway."""
    shown = {*_REMARKS, REJECTED.template}
    return [in_words(each) for each in warnings if each.template not in shown]


def cautions(look: ReportLook) -> list[str]:
    """Return what a person should know before importing, the weightiest first."""
    translate = QCoreApplication.translate
    said = in_earnest(look.looked.told.warnings)
    outline, known = look.outline, look.looked.known
    if known is not None:
        when = day_and_time(known.added_at, look.event.zone)
        text = translate(
            "reports",
            "This file was imported on {when}. To import it again changes nothing, unless it is"
            " read otherwise now.",
        )
        said.insert(0, text.format(when=when))
    if outline is None:
        return said
    if outline.report.totals_only:
        said.append(
            translate(
                "reports",
                "The report tells only how long people were there in all, and not when. Their"
                " minutes count, but nobody can see whether they were there before the session or"
                " in its breaks.",
            )
        )
    elif not looks_timed(outline):
        said.append(
            translate(
                "reports",
                "There are no times in it: everybody on it counts as there for the whole session.",
            )
        )
    return said


def looks_timed(outline: Outlined) -> bool:
    """Say whether the first rows tell moments."""
    came = [each for each, there in outline.first if there]
    return not came or any(each.joined or each.left or each.seconds for each in came)


def remark_on(row: Presence, *, came: bool) -> str:
    """Return what is special about a row."""
    translate = QCoreApplication.translate
    if not came:
        return translate("reports", "Did not come")
    if row.waiting:
        return translate("reports", "Waiting room, not counted")
    return {
        Role.HOST: translate("reports", "Host"),
        Role.COHOST: translate("reports", "Co-host"),
        Role.PANELIST: translate("reports", "Panelist"),
    }.get(row.role, "")


def sum_words(told: Reconciliation) -> str:
    """Return the sum that every report obeys."""
    counts = (
        (MATCHED, told.matched),
        (GUESTS, told.guests),
        (HOSTS, told.hosts),
        (IGNORED, told.ignored),
        (TO_REVIEW, told.to_review),
    )
    parts = (in_words(words.filled(n=count)) for words, count in counts)
    return f"{rows_words(told.read)} = {' + '.join(parts)}"


def outcome_words(told: BroughtIn) -> list[str]:
    """Return what came of bringing a report in, one sentence a line."""
    translate = QCoreApplication.translate
    kept, zone = told.taken.report, told.zone
    lines: list[str] = []
    if kept is not None and told.taken.known:
        when = day_and_time(kept.added_at, zone)
        text = translate("reports", "Nothing new: this file was imported on {when}.")
        lines.append(text.format(when=when))
    for older in told.taken.replaced:
        text = translate("reports", "It replaces the report “{file}” of {when}.")
        when = day_and_time(older.added_at, zone)
        lines.append(text.format(file=older.original.file_name, when=when))
    if told.taken.replaced and told.decisions:
        lines.append(in_words(DECISIONS_KEPT.filled(n=told.decisions)))
    if told.unapplied:
        lines.append(in_words(UNAPPLIED.filled(n=told.unapplied)))
    if kept is not None and kept.replaced_by is not None:
        lines.append(translate("reports", "A newer report of the same meeting counts instead."))
    if told.sum is not None:
        lines.append(sum_words(told.sum))
    return lines


def state_words(report: KeptReport) -> str:
    """Return how a report stands among the others."""
    translate = QCoreApplication.translate
    if report.replaced_by is not None:
        return translate("reports", "Older version")
    if not report.ready:
        return translate("reports", "Not ready")
    return translate("reports", "Totals only") if report.totals_only else ""
