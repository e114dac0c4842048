"""What the Certificates stage shows of an event, found out in one go away from the window."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cached_property
from typing import TYPE_CHECKING

from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cpd_desktop.domain.certificates.completeness import Gap
    from cpd_desktop.domain.certificates.freezing import Holder
    from cpd_desktop.domain.certificates.register import Certificate
    from cpd_desktop.domain.events import Event
    from cpd_desktop.services.certificates.planning import Plan
    from cpd_desktop.services.certificates.signing_keys import OwnIssuer
    from cpd_desktop.services.certificates.templates import KeptTemplate
    from cpd_desktop.services.messages.event_mail import EventMail
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.work import Work

OTHER_NAME = Sentence("certificates", "It says {kept}; the name is now {now}.")
OTHER_TITLE = Sentence("certificates", "It says “{kept}”; the event is now called “{now}”.")
OTHER_DATE = Sentence("certificates", "It says {kept}; the event is now on {now}.")
OTHER_CREDIT = Sentence("certificates", "It says {kept}; the attendance now gives {now}.")
NO_LONGER = Sentence("certificates", "The attendance now gives no certificate.")


class State(IntEnum):
    """How somebody stands, in the order of what needs a person."""

    CHANGED = 0
    HELD = 1
    READY = 2
    ISSUED = 3
    REFUSED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One person of the event, by their registration; ``says`` tells why they stand so.

    ``issued`` is the certificate that counts, ``holder`` what a new one would be made of.
    """

    id: int
    name: str
    state: State
    says: tuple[Sentence, ...] = ()
    issued: Certificate | None = None
    holder: Holder | None = None
    sought: str = ""


@dataclass(frozen=True)
class StageContent:
    """Who has a certificate, who would get one, and what is missing.

    ``chains`` are all certificates by registration, the oldest first; ``numbers`` the first and
    the last that issuing to everybody would take.
    """

    plan: Plan
    lines: tuple[Line, ...]
    templates: tuple[KeptTemplate, ...]
    chains: Mapping[int, tuple[Certificate, ...]]
    numbers: tuple[str, str]
    own: OwnIssuer | None
    mail: EventMail | None = None

    @property
    def event(self) -> Event:
        """Return the event."""
        return self.plan.occasion.event

    @cached_property
    def by_id(self) -> dict[int, Line]:
        """Return the lines by registration."""
        return {each.id: each for each in self.lines}

    def of(self, *states: State) -> list[Line]:
        """Return those who stand so."""
        return [each for each in self.lines if each.state in states]

    @cached_property
    def counts(self) -> dict[State, int]:
        """Return how many stand in each way."""
        found = dict.fromkeys(State, 0)
        for each in self.lines:
            found[each.state] += 1
        return found

    @property
    def eligible(self) -> int:
        """Return how many earned a certificate that they do not have."""
        return self.counts[State.READY] + self.counts[State.HELD]

    @cached_property
    def issued(self) -> list[Certificate]:
        """Return the certificates of this template that count, by number."""
        found = [each.issued for each in self.lines if each.issued is not None]
        return sorted(found, key=lambda each: each.id)

    @property
    def unmailed(self) -> tuple[int, ...]:
        """Return the registrations whose certificate was not mailed yet, where mail can go out."""
        return self.mail.of(Purpose.CERTIFICATE).left if self.mail is not None else ()

    @property
    def unsafe(self) -> bool:
        """Say whether the keys that signed could be lost."""
        return self.own is not None and self.own.backed_up_at is None


def stage_content(services: Services, event_id: int, template: str, work: Work) -> StageContent:
    """Find out how everybody stands, with the template used last if none is named.

    Raises ``NotFound``, and ``Mismatch``.
    """
    template = template or _used_last(services, event_id)
    plan = services.certificates.plan(event_id, template, work=work)
    chains: dict[int, list[Certificate]] = defaultdict(list)
    for each in services.certificate_register.of_event(event_id):
        chains[each.registration].append(each)
    people = services.people.listed({each.person for each in plan.already})
    names = {key: each.name for key, each in people.items()}
    lines = sorted(_lines(plan, names), key=lambda each: (each.sought, each.id))
    return StageContent(
        plan,
        tuple(lines),
        tuple(services.templates.listed()),
        {key: tuple(each) for key, each in chains.items()},
        services.certificates.numbers(plan),
        services.signing_keys.own(),
        _mail(services, event_id),
    )


def _mail(services: Services, event_id: int) -> EventMail | None:
    """Return whose certificate was mailed, where there is a way to do so."""
    from cpd_desktop.services.messages.event_mail import ABOUT_CERTIFICATES

    if not services.mail_accounts.listed():
        return None
    return services.event_mails.of(event_id, ABOUT_CERTIFICATES)


def _used_last(services: Services, event_id: int) -> str:
    """Return the template of the newest certificate, if it is still offered."""
    register = services.certificate_register
    newest = register.listed(register.ids(event_id=event_id)[:1])
    offered = {each.id for each in services.templates.listed()}
    return next((str(each.template) for each in newest.values() if each.template in offered), "")


def narrowed(content: StageContent, registrations: Iterable[int]) -> Plan:
    """Return the plan for some of those who would get a certificate."""
    wanted = set(registrations)
    ready = tuple(each for each in content.plan.to_issue if each.registration in wanted)
    return replace(content.plan, to_issue=ready)


def _lines(plan: Plan, names: Mapping[int, str]) -> Iterator[Line]:
    everybody = [each.says for each in plan.missing if each.registration is None]
    own: dict[int, list[Sentence]] = defaultdict(list)
    for gap in plan.missing:
        if gap.registration is not None:
            own[gap.registration].append(gap.says)
    for holder in plan.to_issue:
        yield _of_holder(holder, State.READY)
    for holder in plan.held_back:
        yield _of_holder(holder, State.HELD, (*own[holder.registration], *everybody))
    credit = {each.says.values["number"]: each for each in plan.differing}
    for issued in plan.already:
        name = names.get(issued.person, issued.name)
        says = tuple(_changed(plan, issued, name, credit.get(issued.number)))
        yield Line(
            id=issued.registration,
            name=name,
            state=State.CHANGED if says else State.ISSUED,
            says=says,
            issued=issued,
            sought=folded(name, issued.name, issued.number, issued.reference),
        )
    for each in plan.not_eligible:
        yield Line(
            id=each.registration,
            name=each.name or each.reference,
            state=State.REFUSED,
            says=each.reasons,
            sought=folded(each.name, each.reference),
        )


def _of_holder(holder: Holder, state: State, says: tuple[Sentence, ...] = ()) -> Line:
    return Line(
        id=holder.registration,
        name=holder.name or holder.reference,
        state=state,
        says=says,
        holder=holder,
        sought=folded(holder.name, holder.reference, holder.email),
    )


def _changed(plan: Plan, issued: Certificate, name: str, gap: Gap | None) -> Iterator[Sentence]:
    """Yield what a certificate says other than what is known now."""
    event = plan.occasion.event
    if gap is not None:
        now = gap.says.values.get("now")
        yield OTHER_CREDIT.filled(kept=issued.credit, now=now) if now else NO_LONGER
    if name != issued.name:
        yield OTHER_NAME.filled(kept=issued.name, now=name)
    if event.title != issued.title:
        yield OTHER_TITLE.filled(kept=issued.title, now=event.title)
    days = tuple(each.isoformat() for each in plan.occasion.days)
    kept = (issued.claims.first.isoformat(), issued.claims.last.isoformat())
    if days != kept:
        told = [" / ".join(dict.fromkeys(each)) for each in (kept, days)]
        yield OTHER_DATE.filled(kept=told[0], now=told[1])
