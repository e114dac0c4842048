"""Those who are registered, as participants are looked up among them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from cpd_desktop.domain.attendance.letters import bare, visible
from cpd_desktop.domain.attendance.shown_names import ShownName, read_name
from cpd_desktop.domain.people import normal_email
from cpd_desktop.domain.registrations import HOLDS_A_PLACE, RegistrationStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

Key = TypeVar("Key", str, int)
Ids = frozenset[int]
NOBODY_AT_ALL: Ids = frozenset()

_DOTLESS = frozenset({"gmail.com", "googlemail.com"})
_TAGGED = _DOTLESS | {
    "outlook.com", "hotmail.com", "live.com", "icloud.com", "me.com", "mac.com",
    "fastmail.com", "proton.me", "protonmail.com", "pm.me",
}  # fmt: skip
_NOT_DIGITS = re.compile(r"\D+")
SHORTEST_PHONE = 7
PHONE_TAIL = 9  # with or without the country's code


@dataclass(frozen=True, slots=True, kw_only=True)
class Registrant:
    """A registration with everything that its person is known by."""

    id: int
    person: int
    name: str
    email: str = ""
    addresses: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    phone: str = ""
    organisation: str = ""
    status: RegistrationStatus = RegistrationStatus.CONFIRMED

    @property
    def expected(self) -> bool:
        """Say whether they hold a place."""
        return self.status in HOLDS_A_PLACE


@lru_cache(maxsize=65536)
def address_of(text: str) -> str:
    """Return an address in the form it is compared in; nothing if it is none."""
    found = "".join(normal_email(visible(text)).removeprefix("mailto:").split())
    return found if "@" in found else ""


def mailbox_of(address: str) -> str:
    """Return the mailbox that an address leads to where its provider is known to ignore parts."""
    local, _, host = address.rpartition("@")
    if host in _TAGGED:
        local = local.partition("+")[0]
    if host in _DOTLESS:
        local, host = local.replace(".", ""), "gmail.com"
    return f"{local}@{host}"


def phone_of(text: str) -> str:
    """Return the digits that tell a telephone from another; nothing if there are too few."""
    digits = _NOT_DIGITS.sub("", text)
    return digits[-PHONE_TAIL:] if len(digits) >= SHORTEST_PHONE else ""


@dataclass(frozen=True, slots=True)
class Roster:
    """All registrations of an event, by whatever a report may know of them."""

    registrants: Mapping[int, Registrant]
    names: Mapping[int, tuple[ShownName, ...]] = field(repr=False)
    by_link: Mapping[str, Ids] = field(repr=False)
    by_address: Mapping[str, Ids] = field(repr=False)
    by_mailbox: Mapping[str, Ids] = field(repr=False)
    by_name: Mapping[str, Ids] = field(repr=False)
    by_person: Mapping[int, Ids] = field(repr=False)
    by_phone: Mapping[str, Ids] = field(repr=False)
    by_word: Mapping[str, Ids] = field(repr=False)

    def reached_at(self, address: str) -> Ids:
        """Return those who are reached at an address, or else at the mailbox it leads to."""
        if not address:
            return NOBODY_AT_ALL
        exact = self.by_address.get(address)
        return exact or self.by_mailbox.get(mailbox_of(address), NOBODY_AT_ALL)

    def called(self, shown: ShownName) -> Ids:
        """Return those whose full name this certainly is one way to write."""
        found = NOBODY_AT_ALL.union(*(self.by_name.get(key, ()) for key in shown.keys))
        for key, beside in shown.beside:
            for each in self.by_name.get(key, NOBODY_AT_ALL):
                organisation = bare(self.registrants[each].organisation)
                if organisation and organisation == beside.rstrip("."):
                    found |= {each}
        return found

    def persons(self, ids: Iterable[int]) -> frozenset[int]:
        """Return the humans behind registrations."""
        return frozenset(self.registrants[each].person for each in ids)

    def the_one(self, ids: Ids) -> int | None:
        """Return the one registration that is meant, if one human is and holds one place at most.

        Who cancelled and registered again is there by the place that they hold.
        """
        if len(ids) < 2:  # noqa: PLR2004 - nothing to choose between
            return next(iter(ids), None)
        if len(self.persons(ids)) != 1:
            return None
        held = [each for each in ids if self.registrants[each].expected]
        return held[0] if len(held) == 1 else None


def roster_of(registrants: Iterable[Registrant]) -> Roster:
    """Return the registrations, ready to be looked up among."""
    everybody = {each.id: each for each in registrants}
    names = {
        key: tuple(map(read_name, dict.fromkeys((each.name, *each.spellings))))
        for key, each in everybody.items()
    }
    addresses = {key: _addresses(each) for key, each in everybody.items()}

    def found_by(keys: Callable[[int, Registrant], Iterable[Key]]) -> dict[Key, Ids]:
        found: dict[Key, set[int]] = defaultdict(set)
        for number, each in everybody.items():
            for key in keys(number, each):
                if key:
                    found[key].add(number)
        return {key: frozenset(ids) for key, ids in found.items()}

    return Roster(
        everybody,
        names,
        found_by(lambda _, each: (link.strip() for link in each.links)),
        found_by(lambda number, _: addresses[number]),
        found_by(lambda number, _: map(mailbox_of, addresses[number])),
        found_by(lambda number, _: (key for name in names[number] for key in name.keys)),
        found_by(lambda _, each: (each.person,)),
        found_by(lambda _, each: (phone_of(each.phone),)),
        found_by(lambda number, _: (word for name in names[number] for word in name.tokens)),
    )


def _addresses(each: Registrant) -> tuple[str, ...]:
    found = map(address_of, (each.email, *each.addresses))
    return tuple(dict.fromkeys(filter(None, found)))
