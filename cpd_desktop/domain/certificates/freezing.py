"""Makes the snapshot of one certificate from all that is known of an event and a person."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cpd_desktop.domain.certificates.claims import Claims
from cpd_desktop.domain.certificates.requirements import requirement_of
from cpd_desktop.domain.certificates.snapshot import CreditLine, Snapshot
from cpd_desktop.domain.credit import CreditLine as Earned
from cpd_desktop.domain.events import EventFormat
from cpd_desktop.domain.presets import PRESETS
from cpd_desktop.domain.zones import wall_time

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.people import Licence
    from cpd_desktop.domain.settings import Certificates, Provider, Signatory

WEBINAR: Final = "Live interactive webinar"
# The usual words; what a body prescribes stays in its own.
IN_GERMAN: Final = {WEBINAR: "Interaktives Live-Webinar", "In person": "Präsenzveranstaltung"}


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is the same on all certificates of an event; ``instructors`` are names as printed."""

    event: Event
    provider: Provider
    signatory: Signatory
    settings: Certificates
    language: str
    instructors: tuple[str, ...] = ()

    @property
    def days(self) -> tuple[date, date]:
        """Return the first and the last day, where the event takes place."""
        event = self.event
        first, last = (wall_time(each, event.zone).date() for each in (event.starts, event.ends))
        return first, last


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who earned a certificate, and the credit with the amounts that they earned."""

    registration: int
    reference: str
    name: str
    email: str = ""
    licences: tuple[Licence, ...] = ()
    credits: tuple[Earned, ...] = ()
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """What sets one certificate apart from all others."""

    number: str
    code: str
    issued: datetime
    fingerprint: str = ""
    replaces: str = ""


def snapshot_of(occasion: Occasion, holder: Holder, label: Label) -> Snapshot:
    """Return everything that the certificate says; equal facts give equal bytes."""
    event, provider, signatory = occasion.event, occasion.provider, occasion.signatory
    lines = holder.credits
    return Snapshot(
        number=label.number,
        code=label.code,
        person_name=holder.name,
        person_licence=_licence(occasion, holder),
        event_title=event.title,
        starts=event.starts,
        ends=event.ends,
        zone=event.zone,
        issued=label.issued,
        language=occasion.language,
        place=_in_language(_place(event), occasion.language),
        delivery=_in_language(
            requirement_of(event.preset).delivery(event.format), occasion.language
        ),
        activity_number=_joined(line.activity_number for line in lines),
        objectives="; ".join(each.rstrip(".; ") for each in event.objectives),
        instructors=_joined(occasion.instructors),
        credits=tuple(map(_printed, lines)),
        attended_minutes=holder.minutes,
        provider_name=provider.provider,
        provider_address=", ".join(filter(None, map(str.strip, provider.address.splitlines()))),
        provider_number=_provider_number(provider, lines),
        provider_contact=provider.contact or provider.website,
        accreditor=_joined(line.accreditor for line in lines),
        statement=" ".join(dict.fromkeys(filter(None, (line.statement for line in lines)))),
        signatory_name=signatory.person,
        signatory_title=signatory.title,
        signature=signatory.picture,
        expires=_expires(label.issued, event.zone, occasion.settings.months),
        replaces=label.replaces,
        issuer_fingerprint=label.fingerprint,
        verify_address=occasion.settings.verify_address,
    )


def claims_in(snapshot: Snapshot) -> Claims:
    """Return what is signed of a snapshot; its day of issue is that in UTC."""
    first, last = (snapshot.at_event(each).date() for each in (snapshot.starts, snapshot.ends))
    lines = (
        Earned(f"{line.type} {line.unit}".strip(), line.amount, line.accreditor,
               line.activity_number)
        for line in snapshot.credits
    )  # fmt: skip
    return Claims(
        snapshot.number,
        snapshot.person_name,
        snapshot.event_title,
        first,
        last,
        tuple(lines),
        snapshot.issued.date(),
    )


def _printed(line: Earned) -> CreditLine:
    return CreditLine(
        line.type,
        line.amount,
        category=line.category,
        accreditor=line.accreditor,
        activity_number=line.activity_number,
    )


def _joined(texts: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(filter(None, texts)))


def _provider_number(provider: Provider, lines: Iterable[Earned]) -> str:
    """Return the numbers by which those who give the credit know the provider."""
    numbers = {each.accreditor: each.provider_number for each in lines}
    if len({number or provider.number for number in numbers.values()}) < 2:  # noqa: PLR2004
        return next(filter(None, numbers.values()), provider.number)
    told = ((number or provider.number, body) for body, number in numbers.items())
    return _joined(f"{number} ({body})" if body else number for number, body in told if number)


def _licence(occasion: Occasion, holder: Holder) -> str:
    """Return the number by which those who give the credit know the person."""
    preset = PRESETS.get(occasion.event.preset)
    bodies = [occasion.event.preset, *(line.accreditor for line in holder.credits)]
    bodies.append(preset.name if preset else "")
    wanted = {word for body in bodies for word in body.casefold().split()}
    fits = [each for each in holder.licences if wanted & {*each.body.casefold().split()}]
    found = next(iter(fits or holder.licences), None)
    return " ".join(filter(None, found)) if found else ""


def _place(event: Event) -> str:
    places = (event.place, *(each.place or each.room for each in event.sessions))
    there = next(filter(None, map(str.strip, places)), "")
    if event.format is EventFormat.ONLINE:
        return WEBINAR
    return there if event.format is EventFormat.IN_PERSON else " / ".join(
        filter(None, (there, WEBINAR))
    )  # fmt: skip


def _in_language(words: str, language: str) -> str:
    if language.split("-", maxsplit=1)[0] != "de":
        return words
    return " / ".join(IN_GERMAN.get(each, each) for each in words.split(" / "))


def _expires(issued: datetime, zone: str, months: int) -> date | None:
    if not months:
        return None
    day = wall_time(issued, zone).date()
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))
