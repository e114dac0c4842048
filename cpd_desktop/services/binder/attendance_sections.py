"""Who was there by which report, whom that was taken to be, by which rule, and who decided what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.domain.attendance.decisions import in_force
from cpd_desktop.domain.attendance.rule_words import rule_words
from cpd_desktop.domain.binder import Link, Part, Section, Table
from cpd_desktop.domain.presets import AID, PRESETS, rule_of_event
from cpd_desktop.services.binder.telling import seconds_in_words, utc, yes_no

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cpd_desktop.domain.attendance.credit_rules import CreditRule
    from cpd_desktop.domain.attendance.decisions import Decision
    from cpd_desktop.domain.attendance.findings import Finding
    from cpd_desktop.domain.binder import Cell
    from cpd_desktop.domain.presets import Preset
    from cpd_desktop.services.binder.evidence import Evidence
    from cpd_desktop.services.binder.telling import Telling

FOR_ALL, FOR_ONE = "all credit without a rule of its own", "this line of credit only"
ONE_THING = (
    "Each row that was read became exactly one thing: matched, guest, host, ignored or still to be "
    "reviewed."
)
ONE_HUMAN = (
    "A participant is one human, with all of their connections. What people decided outranks what "
    "was found out."
)
SUMS = ("Report", "Rows", "Matched", "Guests", "Hosts", "Ignored", "To review")
INTERVALS = (
    *("Report", "Row", "Name", "Renamed from", "E-mail", "Joined (UTC)", "Left (UTC)", "Seconds"),
    *("Role", "Waiting room", "Did not come", "Registrant", "Account", "Device", "Phone"),
    *("Instance", "Room", "Reference"),
)
DECISIONS = ("No.", "At", "By", "Decided", "About", "Registrations", "Why", "Stands")
MATCHES = ("Participant", "Names shown", "Addresses", "Time in sessions", "Became", "Registrations",
           "How", "Sure", "Why")  # fmt: skip


def rules(told: Evidence, _telling: Telling) -> Section:
    """Tell each rule in words, with its version and where it comes from."""
    event = told.event
    usual = rule_of_event(event)
    parts = [_rule("rule-event", "What the event asks", usual, FOR_ALL)]
    parts += [
        _rule(f"rule-{number}", str(line), line.rule, FOR_ONE)
        for number, line in enumerate(event.credits, 1)
        if line.rule is not None
    ]
    lines = tuple(_began_as(PRESETS.get(event.preset), usual))
    return Section("rules", "Credit rules", lines, parts=tuple(parts))


def _began_as(preset: Preset | None, rule: CreditRule) -> Iterator[str]:
    if preset is None:
        yield "The rule did not begin as any accrediting body's preset."
        return
    yield f"The rule began as the preset “{preset.name}”."
    if preset.told:
        yield f"Read at {preset.source} on {preset.checked_on}: {preset.told}"
    if preset.unverified:
        yield f"Found in no source: {preset.unverified}"
    yield str(AID)
    if rule != preset.rule:
        yield "It was changed for this event."


def _rule(anchor: str, title: str, rule: CreditRule, scope: str) -> Part:
    facts = (("Version", rule.version), ("Holds for", scope))
    return Part(anchor, title, tuple(map(str, rule_words(rule))), facts)


def results(told: Evidence, _telling: Telling) -> Section:
    """Tell how everybody stands, and lead to how that was computed."""
    people = told.found.people
    rows = [
        (each.place.reference, Link(each.place.registrant.name, f"#person-{each.registration}"),
         str(each.outcome.minutes), f"{each.outcome.percent} %", str(each.result), each.credit,
         " ".join(map(str, each.reasons)))
        for each in people
    ]  # fmt: skip
    headers = ("Reference", "Name", "Minutes", "Of the time", "Result", "Credit", "Why")
    eligible = sum(each.outcome.eligible for each in people)
    lines = [f"{eligible} of {len(people)} earned credit."]
    if told.found.unreviewed:
        lines.append(f"{told.found.unreviewed} participants wait for somebody's decision.")
    table = Table("Results", headers, rows, "results", figures=frozenset({2, 3}))
    return Section("results", "Who earned credit", tuple(lines), tables=(table,))


def reports(told: Evidence, telling: Telling) -> Section:
    """Tell which reports there are, what became of each row, and every row as it was read."""
    titles = {each.id: each.title for each in told.event.sessions}
    names = {row.id: _name(row.id) for row in told.reports}
    listed: list[tuple[Cell, ...]] = [
        (names[row.id], telling.original("reports", row.file_name, row.sha256), str(row.origin),
         row.meeting, titles.get(row.session_id, ""), telling.moment(row.added_at), str(row.rows),
         "counts" if row.replaced_by is None else f"replaced by {names[row.replaced_by]}",
         yes_no(row.ready), yes_no(row.totals_only), row.sha256)
        for row in told.reports
    ]  # fmt: skip
    headers = ("Report", "File", "Kind", "Meeting", "Session", "Taken in", "Rows", "Stands",
               "Ready", "Totals only", "SHA-256")  # fmt: skip
    intervals = [
        (names[row.report_id], str(row.row), row.name, row.renamed_from, row.email, utc(row.joined),
         utc(row.left), str(row.seconds), row.role, yes_no(row.waiting), yes_no(row.absent),
         row.registrant, row.account, row.device, row.phone, row.instance, row.room, row.reference)
        for row in told.presences
    ]  # fmt: skip
    tables = (
        Table("Reports", headers, listed, "reports", figures=frozenset({6})),
        Table("What became of each row", SUMS, list(_sums(told)), "reconciliation",
              figures=frozenset(range(1, 7))),
        Table("Rows that count for nobody", ("Report", "Row", "Name", "Became", "Why"),
              list(_set_aside(told)), "set-aside"),
        Table("Every row as it was read", INTERVALS, intervals, "intervals", shown=False),
    )  # fmt: skip
    return Section("reports", "Reports of who came", (ONE_THING,), tables=tables)


def _name(report: int) -> str:
    return f"Report {report}"


def _sums(told: Evidence) -> Iterator[tuple[str, ...]]:
    found = told.found
    counted = [(_name(each), found.sum_of(each)) for each in found.facts.reports]
    for name, each in (*counted, ("All that count", found.reconciliation)):
        if each is not None:
            sums = (each.read, each.matched, each.guests, each.hosts, each.ignored, each.to_review)
            yield (name, *map(str, sums))


def _set_aside(told: Evidence) -> Iterator[tuple[str, ...]]:
    names = [_name(each) for each in told.found.facts.reports]
    for each in told.found.findings.set_aside:
        row = each.row.presence
        yield names[each.row.source], str(row.row), row.name, str(each.fate), str(each.reason)


def matches(told: Evidence, telling: Telling) -> Section:
    """Tell whom each participant was taken to be and why, and everything that people decided."""
    who = _Registered(told)
    found = told.found.findings
    rows = [_match(told, each, who) for each in found.findings]
    decisions = list(_decisions(told, telling, who))
    unapplied = [(str(each.decision.id), str(each.reason)) for each in found.unapplied]
    tables = (
        Table("Participants", MATCHES, rows, "participants"),
        Table("Decisions, also those taken back", DECISIONS, decisions, "decisions",
              figures=frozenset({0})),
        Table("Decisions that the newest reports leave nothing to apply to", ("No.", "Why"),
              unapplied, "decisions-unapplied"),
    )  # fmt: skip
    lines = (f"Found out by version {found.version} of the matching.", ONE_HUMAN)
    return Section("matches", "Who was who", lines, tables=tables)


class _Registered:
    """Registrations by name, for those that are still there."""

    def __init__(self, told: Evidence) -> None:
        self._known = {row.id: f"{row.name} ({row.reference or row.number})" for row in told.places}

    def named(self, keys: Iterable[int]) -> str:
        """Return who they are."""
        return "; ".join(self._known.get(key, f"registration {key}, gone") for key in keys)


def _match(told: Evidence, each: Finding, who: _Registered) -> tuple[str, ...]:
    participant, match = each.participant, each.match
    seconds = sum(stay.seconds for stay in told.found.stays(each))
    return (
        participant.key,
        "; ".join(participant.names),
        "; ".join((*participant.addresses, *participant.phones)),
        seconds_in_words(seconds),
        str(each.fate),
        who.named(match.registrations) if match else "",
        str(match.method) if match else "",
        f"{match.confidence} %" if match else "",
        str(each.reason),
    )


def _decisions(told: Evidence, telling: Telling, who: _Registered) -> Iterator[tuple[str, ...]]:
    known = told.found.facts.known.decisions
    standing = {each.id for each in in_force(known)}
    undone = {each.undoes: each for each in known if each.undoes is not None}
    for each in known:
        stands = "in force" if each.id in standing else "noted"
        if each.id in undone:
            by = undone[each.id]
            stands = f"taken back by {by.who} on {telling.moment(by.at)} (no. {by.id})"
        yield (
            str(each.id), telling.moment(each.at), each.who, _decided(each),
            " = ".join(filter(None, (each.participant, each.other))),
            who.named(each.registrations), each.why, stands,
        )  # fmt: skip


def _decided(each: Decision) -> str:
    return f"{each.verdict} {each.undoes}" if each.undoes is not None else str(each.verdict)
