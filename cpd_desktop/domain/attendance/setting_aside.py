"""Rows that are no participant's, and those who run the meeting: recognised, kept visible."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from cpd_desktop.domain.attendance.name_words import BOT, DIAL_IN
from cpd_desktop.domain.attendance.presences import Origin, Role
from cpd_desktop.domain.attendance.roster import address_of
from cpd_desktop.domain.attendance.shown_names import read_name
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from cpd_desktop.domain.attendance.participants import Participant
    from cpd_desktop.domain.attendance.presences import Presence
    from cpd_desktop.domain.attendance.stays import Attested

LONGEST_CONNECTION = 24 * 3600

WAITED = Sentence("attendance", "In the waiting room, which never counts.")
NOTE_TAKER = Sentence("attendance", "“{name}” is a program that takes notes, not a person.")
LEFT_FIRST = Sentence("attendance", "The report says they left before they joined.")
NOT_YET = Sentence("attendance", "The report says they joined at a time that is yet to come.")
TOO_LONG = Sentence("attendance", "The report says they stayed longer than 24 hours.")
STAYED_AWAY = Sentence("attendance", "The report lists them as not having come.")
RUNS_IT = Sentence("attendance", "{name} runs the event.")
HOSTED = Sentence("attendance", "The report says they were the host.")
COHOSTED = Sentence("attendance", "The report says they were a co-host.")
SPOKE = Sentence("attendance", "The report says they were a panelist.")


@dataclass(frozen=True, slots=True)
class CrewMember:
    """Somebody who runs the event: the own Zoom user, an alternative host, a speaker."""

    name: str
    addresses: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Crew:
    """Everybody who runs the event, as a report may know them."""

    addresses: dict[str, str]
    accounts: dict[str, str]
    names: dict[str, str]

    def recognised(self, each: Participant) -> Sentence | None:
        """Return why a participant runs the event, if an id or the address of a row says so."""
        ids = self.accounts.keys() & each.accounts or self.addresses.keys() & each.addresses
        for row in each.rows if ids else ():
            account, address = row.presence.account, address_of(row.presence.email)
            if known := self.accounts.get(account) or self.addresses.get(address):
                return RUNS_IT.filled(name=known)
        return None

    def named(self, keys: Iterable[str]) -> Sentence | None:
        """Return why a full name is of somebody who runs the event."""
        known = next((self.names[key] for key in sorted(keys) if key in self.names), None)
        return RUNS_IT.filled(name=known) if known else None


def crew_of(members: Iterable[CrewMember]) -> Crew:
    """Return those who run the event, ready to be looked up among."""
    everybody = tuple(members)
    return Crew(
        {address_of(text): each.name or text for each in everybody for text in each.addresses
         if address_of(text)},
        {text: each.name or text for each in everybody for text in each.accounts if text},
        {key: each.name for each in everybody for key in read_name(each.name).keys},
    )  # fmt: skip


def role_of(rows: Sequence[Attested]) -> Sentence | None:
    """Return why a participant's rows are of somebody who ran the meeting, by their role.

    Who was let in as an attendee, too, was one. Teams calls everybody of the own house a
    presenter, so there only the host is taken for one.
    """
    told = [row.presence.role for row in rows]
    if Role.HOST in told:
        return HOSTED
    if Role.UNTOLD in told or Role.ATTENDEE in told:
        return None
    roles = {Role.UNTOLD if row.origin is Origin.TEAMS else row.presence.role for row in rows}
    if roles <= {Role.COHOST, Role.PANELIST}:
        return COHOSTED if Role.COHOST in roles else SPOKE
    return None


@lru_cache(maxsize=65536)
def is_note_taker(name: str) -> bool:
    """Say whether a program that takes notes shows itself under this name."""
    return BOT.search(name) is not None


def is_dial_in(presence: Presence) -> bool:
    """Say whether somebody called by telephone and is known by nothing else."""
    return _calls(presence.name) or bool(presence.phone and not read_name(presence.name).tokens)


@lru_cache(maxsize=65536)
def _calls(name: str) -> bool:
    return DIAL_IN.match(name) is not None


def ignored_because(presence: Presence) -> Sentence | None:
    """Return why a row is of no participant, if it is of none."""
    if presence.waiting:
        return WAITED
    if is_note_taker(presence.name):
        return NOTE_TAKER.filled(name=presence.name)
    return None


def rejected_because(row: Attested, now: datetime | None) -> Sentence | None:
    """Return why a row cannot be true, so that a person must look at it."""
    joined = row.presence.joined
    if joined is not None and now is not None and joined > now:
        return NOT_YET
    span = row.span()
    if span is not None and span.ends < span.starts:
        return LEFT_FIRST
    if span is not None and span.ends - span.starts > LONGEST_CONNECTION:
        return TOO_LONG
    return None
