"""Whose registration a participant is: certain in four ways and in this order, else left to ask."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cpd_desktop.domain.attendance.letters import bare
from cpd_desktop.domain.attendance.likeness import may_be_one
from cpd_desktop.domain.attendance.name_words import ORGANISATION
from cpd_desktop.domain.attendance.roster import NOBODY_AT_ALL, Ids
from cpd_desktop.domain.registrations import STATUS_WORDS
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cpd_desktop.domain.attendance.memory import Memory
    from cpd_desktop.domain.attendance.participants import Participant
    from cpd_desktop.domain.attendance.roster import Roster

BY_LINK = Sentence("attendance", "Joined by {name}'s personal link.")
BY_ADDRESS = Sentence("attendance", "Joined as {email}, an address of {name}.")
BY_SHARED = Sentence("attendance", "Joined as {email}, which several use, under the name {name}.")
REMEMBERED = Sentence("attendance", "“{shown}” was {name} when you decided it before.")
BY_NAME = Sentence("attendance", "“{shown}” is {name}'s full name, and nobody else's here.")
BY_DECISION = Sentence("attendance", "{who} decided it on {day}.")
BY_DECISION_WHY = Sentence("attendance", "{who} decided it on {day}: {why}")

LINK_AND_OTHER = Sentence("attendance", "The personal link is {name}'s, but {other} is shown.")
ADDRESS_AND_OTHER = Sentence("attendance", "The address is {name}'s, but {other} is shown.")
MEMORY_AND_OTHER = Sentence("attendance", "Remembered as {name}, but {other} is shown.")
SHARED_UNKNOWN = Sentence("attendance", "Several people use {email}, and the name settles nothing.")
SAME_NAMES = Sentence("attendance", "%n people here are called “{shown}”.")
SEVERAL_ROWS = Sentence("attendance", "Several participants are called “{shown}”.")
TWO_NAMES = Sentence("attendance", "Two people's names were shown: {names}.")
TWO_LINKS = Sentence("attendance", "The connections were made by several people's links.")
BORROWED = Sentence(
    "attendance", "The link or address is {name}'s, who is also there under the own name."
)
NOT_EXPECTED = Sentence("attendance", "{name} was there, but the registration is {status}.")
TWICE = Sentence("attendance", "{name} is registered more than once.")


class Method(StrEnum):
    """How a match came about."""

    LINK = "link"
    ADDRESS = "address"
    SHARED_ADDRESS = "shared address"
    MEMORY = "memory"
    NAME = "name"
    DECISION = "decision"


CONFIDENCE = {
    Method.DECISION: 100,
    Method.LINK: 100,
    Method.ADDRESS: 99,
    Method.SHARED_ADDRESS: 98,
    Method.MEMORY: 98,
    Method.NAME: 97,
}


@dataclass(frozen=True, slots=True)
class Match:
    """That a participant is a registration, or several at one screen: how, how surely and why."""

    registrations: tuple[int, ...]
    method: Method
    reason: Sentence
    decision: int | None = None

    @property
    def confidence(self) -> int:
        """Return how sure it is, in percent."""
        return CONFIDENCE[self.method]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a person must decide, and who must be among those to choose from."""

    reason: Sentence
    candidates: Ids = NOBODY_AT_ALL


@dataclass(frozen=True, slots=True)
class Matcher:
    """Matches participants of one event, each in sight of all others."""

    roster: Roster
    memory: Memory
    namesakes: Mapping[str, int]

    def found(self, each: Participant) -> Match | Doubt | None:
        """Return whose registration it is, or why that is in doubt; nothing if nobody's is told."""
        linked = self._union(self.roster.by_link.get(link) for link in each.links)
        reached = self._union(map(self.roster.reached_at, each.addresses))
        called = self._union(map(self.roster.called, each.shown))
        match = self._first(each, linked, reached, called)
        mentioned = self._mentioned(each)
        if mentioned and isinstance(match, Match):
            others = mentioned - self._same_person(match.registrations[0])
            if others:
                return Doubt(TWO_NAMES.filled(names=", ".join(each.names)), called | others)
        return match

    def _first(
        self, each: Participant, linked: Ids, reached: Ids, called: Ids
    ) -> Match | Doubt | None:
        if linked:
            return self._by_link(linked, reached, called)
        if reached:
            return self._by_address(each, reached, called)
        remembered = self._union(
            self.roster.by_person.get(person) for person in self.memory.persons(each)
        )
        if remembered:
            return self._by_memory(each, remembered, called)
        return self._by_name(each, called) if called else None

    def _mentioned(self, each: Participant) -> Ids:
        """Return those whose full name stands beside the name that is shown."""
        keys = (key for shown in each.shown for key in shown.mentions)
        return self._union(map(self.roster.by_name.get, keys))

    def _union(self, found: Iterable[Ids | None]) -> Ids:
        ids = list(filter(None, found))
        return ids[0] if len(ids) == 1 else NOBODY_AT_ALL.union(*ids)

    def _name(self, key: int) -> str:
        return self.roster.registrants[key].name

    def _by_link(self, linked: Ids, reached: Ids, called: Ids) -> Match | Doubt:
        one = self.roster.the_one(linked)
        if one is None:
            return Doubt(TWO_LINKS, linked)
        others = (reached | called) - self._same_person(one)
        if others and not called & self._same_person(one):
            name, other = self._name(one), self._name(min(others))
            return Doubt(LINK_AND_OTHER.filled(name=name, other=other), linked | others)
        return Match((one,), Method.LINK, BY_LINK.filled(name=self._name(one)))

    def _by_address(self, each: Participant, reached: Ids, called: Ids) -> Match | Doubt:
        email = each.addresses[0]
        if len(self.roster.persons(reached)) > 1:
            one = self.roster.the_one(reached & called)
            if one is None or len(called - self._same_person(one)) > 0:
                return Doubt(SHARED_UNKNOWN.filled(email=email), reached | called)
            reason = BY_SHARED.filled(email=email, name=self._name(one))
            return Match((one,), Method.SHARED_ADDRESS, reason)
        one = self.roster.the_one(reached)
        if one is None:
            return Doubt(TWICE.filled(name=self._name(min(reached))), reached)
        if called and not called & self._same_person(one):
            name, other = self._name(one), self._name(min(called))
            return Doubt(ADDRESS_AND_OTHER.filled(name=name, other=other), reached | called)
        reason = BY_ADDRESS.filled(email=email, name=self._name(one))
        return Match((one,), Method.ADDRESS, reason)

    def _by_memory(self, each: Participant, remembered: Ids, called: Ids) -> Match | Doubt:
        one = self.roster.the_one(remembered)
        if one is None:
            return Doubt(SEVERAL_ROWS.filled(shown=_shown(each)), remembered | called)
        if others := called - self._same_person(one):
            name, other = self._name(one), self._name(min(others))
            return Doubt(MEMORY_AND_OTHER.filled(name=name, other=other), remembered | called)
        if not each.known_by_more_than_a_name and (doubt := self._other_bearers(each, one)):
            return doubt
        reason = REMEMBERED.filled(shown=_shown(each), name=self._name(one))
        return Match((one,), Method.MEMORY, reason)

    def _by_name(self, each: Participant, called: Ids) -> Match | Doubt:
        if two := _two_names(each):
            return Doubt(two, called)
        if (count := len(self.roster.persons(called))) > 1:
            return Doubt(SAME_NAMES.filled(n=count, shown=_shown(each)), called)
        one = self.roster.the_one(called)
        if one is None:
            return Doubt(TWICE.filled(name=self._name(min(called))), called)
        own = {key for name in self.roster.names[one] for key in name.keys}
        if doubt := self._namesakes(each, own & _names_of(each), called):
            return doubt
        reason = BY_NAME.filled(shown=_shown(each), name=self._name(one))
        return Match((one,), Method.NAME, reason)

    def _namesakes(self, each: Participant, keys: Iterable[str], candidates: Ids) -> Doubt | None:
        if any(self.namesakes.get(key, 0) > 1 for key in keys):
            return Doubt(SEVERAL_ROWS.filled(shown=_shown(each)), candidates)
        return None

    def _other_bearers(self, each: Participant, one: int) -> Doubt | None:
        """Return a doubt if a remembered given name is another registered person's as well."""
        single = [shown.tokens[0] for shown in each.shown if len(shown.tokens) == 1]
        bearers = self._union(map(self.roster.by_word.get, single))
        if bearers - self._same_person(one):
            name, other = self._name(one), self._name(min(bearers - self._same_person(one)))
            return Doubt(MEMORY_AND_OTHER.filled(name=name, other=other), bearers | {one})
        return self._namesakes(each, map(bare, each.names), frozenset({one}))

    def _same_person(self, one: int) -> Ids:
        return self.roster.by_person[self.roster.registrants[one].person]


def matched(
    participants: Sequence[Participant], roster: Roster, memory: Memory
) -> dict[str, Match | Doubt | None]:
    """Return what is found for each participant, by key, consistent over the whole event."""
    first = Matcher(roster, memory, {})
    settled = {
        each.key: first.found(each) for each in participants if each.known_by_more_than_a_name
    }
    owners: dict[str, set[object]] = defaultdict(set)
    for each in participants:
        found = settled.get(each.key)
        sure = isinstance(found, Match) and found.method is not Method.NAME
        owner = found.registrations if isinstance(found, Match) and sure else each.key
        for key in _names_of(each):
            owners[key].add(owner)
    matcher = Matcher(roster, memory, {key: len(these) for key, these in owners.items()})
    found_for = {
        each.key: _expected(_again(matcher, each, settled), roster) for each in participants
    }
    return _consistent(participants, found_for, roster)


def _again(
    matcher: Matcher, each: Participant, settled: Mapping[str, Match | Doubt | None]
) -> Match | Doubt | None:
    """Return what is found in sight of all others, of whom nothing but a name alone depends."""
    found = settled.get(each.key)
    by_name = isinstance(found, Match) and found.method is Method.NAME
    return matcher.found(each) if by_name or each.key not in settled else found


def _expected(found: Match | Doubt | None, roster: Roster) -> Match | Doubt | None:
    """Return a doubt instead of a match with somebody who holds no place."""
    if isinstance(found, Match):
        registrant = roster.registrants[found.registrations[0]]
        if not registrant.expected:
            reason = NOT_EXPECTED.filled(
                name=registrant.name, status=STATUS_WORDS[registrant.status]
            )
            return Doubt(reason, frozenset(found.registrations))
    return found


def _consistent(
    participants: Sequence[Participant], found_for: dict[str, Match | Doubt | None], roster: Roster
) -> dict[str, Match | Doubt | None]:
    """Return the same with a borrowed address in doubt where its owner is there by name, too."""
    at_home: set[int] = set()
    for each in participants:
        found = found_for[each.key]
        if isinstance(found, Match) and _fits(each, found, roster):
            at_home.update(found.registrations)
    for each in participants:
        found = found_for[each.key]
        if not isinstance(found, Match) or found.method is Method.MEMORY:
            continue
        (one,) = found.registrations
        if one in at_home and _strange(each, one, roster):
            reason = BORROWED.filled(name=roster.registrants[one].name)
            found_for[each.key] = Doubt(reason, frozenset({one}))
    return found_for


def _strange(each: Participant, one: int, roster: Roster) -> bool:
    """Say whether a participant shows full names, and none that may be the registered person's."""
    full = [shown.tokens for shown in each.shown if shown.keys]
    persons = [tokens for tokens in full if ORGANISATION.isdisjoint(tokens)]
    own = [reading for name in roster.names[one] for reading in name.readings]
    return bool(persons) and not any(may_be_one(shown, name) for shown in persons for name in own)


def _fits(each: Participant, found: Match, roster: Roster) -> bool:
    names = (name for one in found.registrations for name in roster.names[one])
    return any(not name.keys.isdisjoint(each.full_names) for name in names)


def _two_names(each: Participant) -> Sentence | None:
    """Return why a participant seems to be two people, if two full names that differ were shown."""
    full = [(shown.tokens, shown) for shown in each.shown if shown.keys]
    for at, (tokens, _) in enumerate(full):
        if any(not may_be_one(tokens, other) for other, _ in full[:at]):
            return TWO_NAMES.filled(names=", ".join(each.names))
    return None


def _names_of(each: Participant) -> frozenset[str]:
    """Return everything that two participants of one name have in common."""
    beside = (key for shown in each.shown for key, _ in shown.beside)
    return each.full_names.union(beside, map(bare, each.names))


def _shown(each: Participant) -> str:
    return each.names[0] if each.names else each.key
