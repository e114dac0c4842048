"""What was planned: the event with its agenda, those who taught, what was given out, the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.domain.binder import Part, Section, Table
from cpd_desktop.domain.retention import plain_day
from cpd_desktop.domain.sessions import taught
from cpd_desktop.domain.zones import wall_time
from cpd_desktop.services.binder.telling import seconds_in_words, yes_no

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from sqlalchemy import Row

    from cpd_desktop.domain.binder import Cell
    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.sessions import Session
    from cpd_desktop.services.binder.evidence import Evidence
    from cpd_desktop.services.binder.telling import Telling


def the_event(told: Evidence, telling: Telling) -> Section:
    """Tell what was offered, by whom, when, and for what credit."""
    event, provider = told.event, told.provider
    kept = filter(None, (told.retention.says(), told.retention.hold_says()))
    facts = (
        ("Title", event.title),
        ("Number", str(event.id)),
        ("Status", " · ".join(filter(None, (event.status, event.status_why)))),
        ("Kind", f"{event.kind}, {event.format.replace('_', ' ')}"),
        ("Place", event.place),
        ("Times are those of", event.zone),
        ("Provider", provider.provider),
        ("Address", provider.address),
        ("Contact", provider.contact),
        ("Places", str(event.capacity or "")),
        ("Price", str(event.price or "")),
        ("Early price", str(event.early or "")),
        ("Summary", event.summary),
        ("Description", event.description),
        ("Objectives", "\n".join(event.objectives)),
        ("Records", " ".join(map(str, kept))),
    )
    credit = [(str(each), each.accreditor, each.activity_number) for each in event.credits]
    tables = (
        _agenda(told, telling),
        Table("Credit", ("As advertised", "Accreditor", "Activity number"), credit, "credit"),
    )
    return Section("event", "The event", facts=_said(facts), tables=tables)


def _agenda(told: Evidence, telling: Telling) -> Table:
    headers = ("Session", "Starts", "Ends", "Breaks", "Time taught", "Place", "Speakers", "Notes")
    rows = [_session_row(told, telling, each) for each in told.event.sessions]
    return Table("Agenda", headers, rows, "agenda")


def _session_row(told: Evidence, telling: Telling, each: Session) -> tuple[str, ...]:
    breaks = "; ".join(
        f"{telling.moment(one.starts)} to {telling.moment(one.ends)[-5:]}" for one in each.breaks
    )
    where = ", ".join(filter(None, (each.place, each.room)))
    names = ", ".join(told.speakers[key].name for key in each.speakers if key in told.speakers)
    notes = " · ".join(filter(None, (each.track, "mandatory" if each.mandatory else "")))
    taught_for = seconds_in_words(int(taught(each).total_seconds()))
    starts, ends = telling.moment(each.starts), telling.moment(each.ends)
    return (each.title, starts, ends, breaks, taught_for, where, names, notes)


def speakers(told: Evidence, _telling: Telling) -> Section:
    """Tell who taught, why they may, and what they declared."""
    roles = {each.speaker_id: each.role for each in told.event.speakers}
    ends = told.event.ends.date()
    parts = tuple(_speaker(row, roles.get(key, "")) for key, row in told.speakers.items())
    lines = () if parts else ("No speakers are on file.",)
    late = [
        f"{row.name}: the declaration is of a day after the event."
        for row in told.speakers.values()
        if row.disclosed_on and row.disclosed_on > ends
    ]
    rows = [
        (row.name, roles.get(key, ""), row.qualifications, row.licence, row.email,
         str(row.disclosed_on or ""), row.disclosure, row.biography)
        for key, row in told.speakers.items()
    ]  # fmt: skip
    headers = ("Name", "Role", "Qualifications", "Licence", "E-mail", "Declared on",
               "Conflicts of interest", "Biography")  # fmt: skip
    table = Table("Speakers", headers, rows, "speakers", shown=False)
    return Section("speakers", "Speakers", (*lines, *late), tables=(table,), parts=parts)


def _speaker(row: Row[Any], role: str) -> Part:
    declared = f"Declared on {plain_day(row.disclosed_on)}" if row.disclosed_on else "Not on file"
    facts = (
        ("Role", role),
        ("Qualifications", row.qualifications),
        ("Licence", row.licence),
        ("E-mail", row.email),
        ("Biography", row.biography),
        ("Conflicts of interest", ". ".join(filter(None, (declared, row.disclosure)))),
    )
    return Part(f"speaker-{row.id}", row.name, facts=_said(facts))


def materials(told: Evidence, telling: Telling) -> Section:
    """Tell what was given out, with every version."""
    rows = [
        (row.title, str(row.number), telling.original("materials", row.file_name, row.sha256),
         str(row.size), telling.moment(row.added_at), row.sha256)
        for row in told.materials
    ]  # fmt: skip
    headers = ("Material", "Version", "File", "Bytes", "Added", "SHA-256")
    table = Table("Versions", headers, rows, "materials", figures=frozenset({1, 3}))
    lines = () if rows else ("No materials are on file.",)
    return Section("materials", "Materials", lines, tables=(table,))


def learning(told: Evidence, telling: Telling) -> Section:
    """Tell what was to be learnt beside the sessions, what was asked, and who did it how well."""
    pieces = [
        (module.title, str(piece.kind), piece.title, _content(piece, telling), piece.body)
        for module in told.modules
        for piece in module.pieces
    ]
    titles = {each.id: each.title for each in told.modules}
    tasks = [
        (each.title, titles.get(each.module_id or 0, ""), telling.moment(each.due_at),
         str(each.attempts), str(each.most), str(each.pass_mark), yes_no(each.required),
         "; ".join(f"{one.words}: {one.points}" for one in each.rubric), each.instructions)
        for each in told.assignments
    ]  # fmt: skip
    tables = (
        Table("Content", ("Module", "Kind", "Title", "File or link", "Text"), pieces, "content"),
        Table(
            "Assignments",
            ("Assignment", "Module", "Due", "Attempts", "Points", "To pass", "Required",
             "Rubric", "Instructions"),
            tasks,
            "assignments",
            figures=frozenset({3, 4, 5}),
        ),
        Table(
            "Results",
            ("Assignment", "Reference", "Name", "Attempt", "Status", "Mark", "Handed in",
             "Marked", "File", "Text", "Feedback"),
            list(_results(told, telling)),
            "assignment-results",
            figures=frozenset({3, 5}),
        ),
    )  # fmt: skip
    title = "Modules and assignments"
    if not pieces and not tasks:
        return Section("learning", title, ("There are no modules and no assignments.",))
    return Section("learning", title, tables=tables)


def _content(piece: Any, telling: Telling) -> Cell:
    return (
        telling.original("content", piece.file_name, piece.sha256) if piece.sha256 else piece.link
    )


def _results(told: Evidence, telling: Telling) -> Iterator[tuple[Cell, ...]]:
    titles = {each.id: each.title for each in told.assignments}
    places = {row.id: row for row in told.places}
    for each in told.submissions:
        place = places[each.registration_id]
        yield (
            titles[each.assignment_id],
            place.reference or place.number,
            place.name,
            str(each.attempt),
            each.status.replace("_", " "),
            "" if each.mark is None else str(each.mark),
            telling.moment(each.submitted_at),
            telling.moment(each.graded_at),
            telling.original("work", each.file_name, each.sha256),
            each.body,
            each.feedback,
        )


def _said(facts: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((name, text) for name, text in facts if text)


def heading_of(event: Event) -> tuple[str, ...]:
    """Return what stands below the title of the whole binder."""
    starts, ends = (wall_time(at, event.zone) for at in (event.starts, event.ends))
    until = "" if starts.date() == ends.date() else f"{plain_day(ends.date())}, "
    when = f"{plain_day(starts.date())}, {starts:%H:%M} to {until}{ends:%H:%M} ({event.zone})"
    return tuple(filter(None, (when, ", ".join(map(str, event.credits)))))
