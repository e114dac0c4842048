"""Who of an event would get a certificate, who has one, who does not, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import select

from cpd_desktop.domain.certificates.checks import (
    personal_elements,
    printed_fields,
    template_findings,
)
from cpd_desktop.domain.certificates.completeness import (
    Where,
    differing,
    gap_of_finding,
    gaps_of_event,
    gaps_of_person,
    same_names,
)
from cpd_desktop.domain.certificates.freezing import Holder, Label, Occasion, snapshot_of
from cpd_desktop.domain.certificates.issuer_card import shown_fingerprint
from cpd_desktop.domain.certificates.numbers import read_pattern
from cpd_desktop.domain.settings import Certificates, Provider, Signatory
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.certificates.rows import valid_certificates
from cpd_desktop.services.event_rows import read_event
from cpd_desktop.services.person_rows import read_people
from cpd_desktop.store.tables import speaker

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from sqlalchemy import Connection

    from cpd_desktop.domain.attendance.event_attendance import PersonAttendance
    from cpd_desktop.domain.certificates.completeness import Gap
    from cpd_desktop.domain.certificates.register import Certificate
    from cpd_desktop.domain.certificates.snapshot import Snapshot
    from cpd_desktop.domain.certificates.template import Template
    from cpd_desktop.domain.events import Event
    from cpd_desktop.services.attendance.attendance import Attendance
    from cpd_desktop.services.certificates.ports import Press, Proofreader
    from cpd_desktop.services.certificates.templates import KeptTemplate, Templates
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.services.work import Work
    from cpd_desktop.store.database import Database

NO_PLACE = Sentence("certificates", "They have no place on this event, and nobody saw them there.")
ERASED = Sentence("certificates", "They were erased on request: there is no name to certify.")
PLANNING = Sentence("progress", "Looking through")
# Whoever comes first: what is missing for everybody is missing for them.
ANYBODY = Holder(0, "", "Somebody", minutes=60)


@dataclass(frozen=True, slots=True)
class NotEligible:
    """Somebody who gets no certificate, and why."""

    registration: int
    reference: str
    name: str
    reasons: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What issuing would do: ``to_issue`` has nobody whom something missing holds back.

    ``gaps`` are what is missing or worth seeing; ``differing`` are certificates that count and say
    other than is found out now.
    """

    occasion: Occasion
    template: KeptTemplate
    drawn: Template = field(repr=False)
    to_issue: tuple[Holder, ...] = ()
    held_back: tuple[Holder, ...] = ()
    already: tuple[Certificate, ...] = ()
    not_eligible: tuple[NotEligible, ...] = ()
    gaps: tuple[Gap, ...] = ()
    differing: tuple[Gap, ...] = ()

    @property
    def missing(self) -> tuple[Gap, ...]:
        """Return what must be put right first."""
        return tuple(each for each in self.gaps if each.forbids)

    @property
    def notes(self) -> tuple[Gap, ...]:
        """Return what should be seen, but stops nobody."""
        return (*(each for each in self.gaps if not each.forbids), *self.differing)


@dataclass(frozen=True, slots=True)
class Planning:
    """Finds out what issuing would do, without doing any of it."""

    db: Database
    clock: Clock
    settings: Settings
    attendance: Attendance
    templates: Templates
    press: Press

    def plan(
        self,
        event_id: int,
        template: str = "",
        to: Collection[int] | None = None,
        *,
        work: Work,
        replacing: str = "",
    ) -> Plan:
        """Return what issuing would do, for all or for the registrations in ``to``.

        The certificate ``replacing`` counts as if it were not there. Raises ``NotFound`` for the
        event or the template.
        """
        found = self.attendance.of(event_id)
        kept = self.templates.called(template or self.settings.get(Certificates).template)
        with self.db.reading() as connection:
            occasion = self._occasion(connection, event_id, kept)
            valid = valid_certificates(connection, event_id, replacing)
            standing, certified = found.by_registration, [each.registration for each in valid]
            wanted = dict.fromkeys((*standing, *certified) if to is None else to)
            mine = {each.registration: each for each in valid if each.template == kept.id}
            earned = [
                standing[key]
                for key in wanted
                if key in standing and key not in mine and _eligible(standing[key])
            ]
            holders = _holders(connection, earned)
        settled = {*mine, *(each.registration for each in holders)}
        plan = Plan(
            occasion,
            kept,
            self.templates.read(kept),
            already=tuple(mine[key] for key in wanted if key in mine),
            not_eligible=tuple(
                _refused(key, standing.get(key)) for key in wanted if key not in settled
            ),
            differing=tuple(
                gap
                for each in valid
                if each.registration in wanted
                for gap in differing(each, _credit_now(standing.get(each.registration)))
            ),
        )
        return self._looked_through(plan, holders, work)

    def _occasion(self, connection: Connection, event_id: int, kept: KeptTemplate) -> Occasion:
        event, settings = read_event(connection, event_id), self.settings.get(Certificates)
        return Occasion(
            event,
            self.settings.get(Provider),
            self.settings.get(Signatory),
            settings,
            settings.language or self.templates.read(kept).language,
            tuple(_instructors(connection, event)),
        )

    def _looked_through(self, plan: Plan, holders: Sequence[Holder], work: Work) -> Plan:
        occasion, drawn = plan.occasion, plan.drawn
        gaps = [
            *gaps_of_event(occasion, self.clock.now()),
            *(gap_of_finding(each) for each in template_findings(drawn)),
        ]
        nobody = any(each.forbids for each in gaps)
        theirs, reader = personal_elements(drawn), self.press.proofreader(drawn)
        gaps_of = partial(self._gaps_of, occasion, printed_fields(drawn), theirs, reader)
        ready: list[Holder] = []
        held_back: list[Holder] = []
        if not holders and not plan.already:
            anybody = replace(ANYBODY, credits=occasion.event.credits)
            gaps += [each for each in gaps_of(anybody) if each.where is not Where.PERSON]
        for holder in work.each(holders, note=PLANNING):
            found = gaps_of(holder)
            stays = nobody or any(each.forbids for each in found)
            (held_back if stays else ready).append(holder)
            gaps += found
        gaps += same_names(holders)
        once = {each.key: each for each in reversed(gaps)}
        return replace(
            plan,
            to_issue=tuple(ready),
            held_back=tuple(held_back),
            gaps=tuple(reversed(once.values())),
        )

    def _gaps_of(
        self,
        occasion: Occasion,
        printed: Collection[str],
        theirs: Collection[str],
        reader: Proofreader,
        holder: Holder,
    ) -> list[Gap]:
        """Return what the certificate of one person lacks, or what does not fit in it."""
        snapshot = preview_of(occasion, holder, self.clock)
        found = [*gaps_of_person(occasion, holder, snapshot, printed)]
        for each in reader.read(snapshot):
            key = holder.registration if each.element in theirs else None
            found.append(gap_of_finding(each, key))
        return found


def preview_of(occasion: Occasion, holder: Holder, clock: Clock) -> Snapshot:
    """Return what a certificate would say, with a number, code and issuer as long as real ones."""
    pattern, now = read_pattern(occasion.settings.pattern), clock.now()
    number = pattern.number(now.year, 0) if pattern else ""
    return snapshot_of(
        occasion, holder, Label(number, "0000-0000", now, shown_fingerprint("0" * 64))
    )


def _holders(connection: Connection, earned: Sequence[PersonAttendance]) -> list[Holder]:
    """Return who earned one, all but those who were erased."""
    people = read_people(connection, [each.place.registrant.person for each in earned])
    found = []
    for each in earned:
        who = people[each.place.registrant.person]
        if who.erased_at is not None:
            continue
        lines = tuple(
            replace(line, amount=outcome.credit)
            for line, outcome in each.results
            if line.type and outcome.eligible
        )
        found.append(
            Holder(
                each.registration,
                each.place.reference,
                who.name,
                who.email,
                who.licences,
                lines,
                each.outcome.seconds // 60,
            )
        )
    return found


def _eligible(each: PersonAttendance) -> bool:
    return any(result.outcome.eligible for result in each.results)


def _credit_now(each: PersonAttendance | None) -> str | None:
    """Return the credit somebody would get now; nothing if they would get no certificate."""
    return each.credit if each is not None and _eligible(each) else None


def _refused(key: int, each: PersonAttendance | None) -> NotEligible:
    if each is None:
        return NotEligible(key, "", "", (NO_PLACE,))
    who, reasons = each.place, (ERASED,) if _eligible(each) else each.reasons
    return NotEligible(key, who.reference, who.registrant.name, reasons)


def _instructors(connection: Connection, event: Event) -> Iterable[str]:
    ids = [each.speaker_id for each in event.speakers]
    ids += [each for session in event.sessions for each in session.speakers]
    rows = connection.execute(select(speaker).where(speaker.c.id.in_(ids))).all()
    known = {row.id: row for row in rows}
    for key in dict.fromkeys(ids):
        if key in known:
            yield ", ".join(filter(None, (known[key].name, known[key].qualifications)))
