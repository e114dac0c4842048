"""Which rows are one human's: by ids, by address and name, by name alone where it is unique."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cpd_desktop.domain.attendance.likeness import may_be_one
from cpd_desktop.domain.attendance.name_words import DEVICE_WORD, NOBODY, ORGANISATION
from cpd_desktop.domain.attendance.participants import (
    Evidence,
    Participant,
    evidence_of,
    named_for_good,
    once_each,
)
from cpd_desktop.domain.attendance.roster import NOBODY_AT_ALL
from cpd_desktop.domain.attendance.shown_names import is_full
from cpd_desktop.domain.attendance.spans import length, united

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from cpd_desktop.domain.attendance.roster import Roster
    from cpd_desktop.domain.attendance.shown_names import Tokens
    from cpd_desktop.domain.attendance.spans import Span, Spans
    from cpd_desktop.domain.attendance.stays import Attested

Group = list[int]

SHORT = 2


class Joining:
    """Numbers that are joined to groups; the least number stands for its group."""

    def __init__(self, count: int) -> None:
        self._above = list(range(count))

    def head(self, number: int) -> int:
        """Return the number that stands for the group."""
        while self._above[number] != number:
            self._above[number] = self._above[self._above[number]]
            number = self._above[number]
        return number

    def join(self, numbers: Iterable[int]) -> None:
        """Make one group of the groups that the numbers are in."""
        heads = {self.head(number) for number in numbers}
        least = min(heads, default=0)
        for head in heads:
            self._above[head] = least

    def groups(self, among: Iterable[int] | None = None) -> list[Group]:
        """Return all groups, or those of some of the numbers."""
        found: dict[int, Group] = defaultdict(list)
        for number in range(len(self._above)) if among is None else among:
            found[self.head(number)].append(number)
        return list(found.values())


def participants_of(rows: Iterable[Attested], roster: Roster) -> tuple[Participant, ...]:
    """Return the participants whom the rows tell of; a row that is there twice counts once."""
    seen = evidence_of(once_each(rows))
    joining = Joining(len(seen))
    _join_by_link(seen, joining)

    def address(each: Evidence) -> object:
        reached = roster.reached_at(each.address)
        several = len(reached) > 1 and len(roster.persons(reached)) > 1
        return (each.address, each.said.name) if several else each.address

    for of in (lambda each: each.account, address, lambda each: each.phone):
        _join_by_identity(seen, joining, roster, of)
    _join_by_connection(seen, joining)
    _join_by_name(seen, joining, roster)
    _join_short_names(seen, joining, roster)
    return named_for_good([seen[number] for number in group] for group in joining.groups())


def _sharing(seen: Sequence[Evidence], of: Callable[[Evidence], object]) -> Iterator[Group]:
    """Yield the rows that have the same of something, where they have it."""
    found: dict[object, Group] = defaultdict(list)
    for number, each in enumerate(seen):
        if key := of(each):
            found[key].append(number)
    return (group for group in found.values() if len(group) > 1)


def _join_by_link(seen: Sequence[Evidence], joining: Joining) -> None:
    """Join rows of one personal link, unless two full names were there by it at once."""
    for group in _sharing(seen, lambda each: each.link):
        families = _families(seen, group)
        stays = [united(filter(None, (seen[each].row.span() for each in one))) for one in families]
        at_once = not _apart(stays)
        for family in families if at_once else [group]:
            joining.join(family)


def _apart(stays: Sequence[Spans]) -> bool:
    """Say whether no two of the stays were at once."""
    whole = united(span for each in stays for span in each)
    return sum(map(length, stays)) == length(whole)


def _join_by_identity(
    seen: Sequence[Evidence],
    joining: Joining,
    roster: Roster,
    of: Callable[[Evidence], object],
) -> None:
    """Join rows of one account or address, unless links or full names tell two humans."""
    for group in _sharing(seen, of):
        own = [number for number in group if not _on_anothers(seen[number], roster)]
        links = {seen[number].link for number in own} - {""}
        unlinked = [number for number in own if not seen[number].link]
        for family in _families(seen, unlinked if len(links) > 1 else own):
            joining.join(family)


def _on_anothers(each: Evidence, roster: Roster) -> bool:
    """Say whether somebody came by their own link, but on the account of somebody registered."""
    linked = roster.by_link.get(each.link, NOBODY_AT_ALL)
    reached = roster.reached_at(each.address)
    return bool(linked) and bool(reached) and linked.isdisjoint(reached)


def _families(seen: Sequence[Evidence], group: Group) -> list[Group]:
    """Return rows in groups whose full names may be one human's.

    Those without a full name go with the only human there is, else each is left alone.
    """
    by_name: dict[Tokens, Group] = defaultdict(list)
    nameless: Group = []
    for number in group:
        full = _full_name(seen[number])
        (by_name[full] if full else nameless).append(number)
    names = list(by_name)
    if len(names) < 2:  # noqa: PLR2004 - nobody to be told from
        return [group]
    alike = Joining(len(names))
    for at, name in enumerate(names):
        for other in range(at):
            if may_be_one(name, names[other]):
                alike.join((at, other))
    families = [[row for at in each for row in by_name[names[at]]] for each in alike.groups()]
    return families if len(families) > 1 else [group]


def _full_name(each: Evidence) -> Tokens:
    """Return the full name that a row shows; an organisation's is nobody's."""
    full = (shown.tokens for shown in each.names if shown.keys and is_full(shown.tokens))
    persons = (tokens for tokens in full if ORGANISATION.isdisjoint(tokens))
    return tuple(sorted(next(persons, ())))


def _join_by_connection(seen: Sequence[Evidence], joining: Joining) -> None:
    """Join rows of one connection of one meeting: renamed on the way, or gone to another room."""

    def connection(each: Evidence) -> object:
        told = each.row.presence
        return told.connection and (each.row.source, told.instance, told.connection)

    def device(each: Evidence) -> object:
        told = each.row.presence
        if each.known or not told.device or DEVICE_WORD.search(told.device):
            return None
        specific = any(letter.isdigit() for letter in told.device) and len(told.device) > 7  # noqa: PLR2004 - a kind is shorter than a number
        return specific and (each.row.source, told.instance, told.device, each.said.name)

    for of in (connection, device):
        for group in _sharing(seen, of):
            for family in _families(seen, group) if _one_identity(seen, group) else ():
                joining.join(family)


def _one_identity(seen: Sequence[Evidence], group: Group) -> bool:
    """Say whether no two of the rows name different links, accounts or addresses."""
    told = [seen[number] for number in group]
    kinds = ((each.link for each in told), (each.account for each in told))
    addresses = (each.address for each in told)
    return all(len(set(kind) - {""}) < 2 for kind in (*kinds, addresses))  # noqa: PLR2004 - two differ


def _linking_names(each: Evidence, roster: Roster) -> frozenset[str]:
    """Return the full names that a row may be joined by: none if it shows two people's.

    Two characters may be a given name only, and an organisation's name is everybody's there,
    unless somebody is registered by just these.
    """
    full = [shown.tokens for shown in each.names if shown.keys]
    if len(full) > 1 and not may_be_one(full[0], full[1]):
        return frozenset()
    keys = (key for shown in each.names for key in shown.keys)
    return frozenset(
        key
        for key in keys
        if key in roster.by_name or (len(key) > SHORT and ORGANISATION.isdisjoint(key.split()))
    )


def _all_linking(
    seen: Sequence[Evidence], joining: Joining, roster: Roster
) -> Iterator[tuple[int, Evidence, frozenset[str]]]:
    """Yield groups with each way of telling whose they are, and the names to be joined by."""
    found: dict[int, frozenset[str]] = {}
    told: set[tuple[int, str, int]] = set()
    for number, each in enumerate(seen):
        said = id(each.said)
        way = (joining.head(number), each.link, said)
        if way in told:
            continue
        told.add(way)
        if said not in found:
            found[said] = _linking_names(each, roster)
        yield way[0], each, found[said]


def _join_by_name(seen: Sequence[Evidence], joining: Joining, roster: Roster) -> None:
    """Join rows that have only a name to those of the same full name, where one human has it.

    Whoever is known to be registered is joined by the names they are registered under only.
    """
    bearing: dict[str, set[int]] = defaultdict(set)
    owners: dict[int, set[int | None]] = defaultdict(set)
    for head, each, keys in _all_linking(seen, joining, roster):
        registered = roster.by_link.get(each.link) or roster.reached_at(each.address)
        for key in keys:
            if not registered or not registered.isdisjoint(roster.by_name.get(key, ())):
                bearing[key].add(head)
        if each.known:
            owners[head].add(roster.the_one(registered))

    def humans(heads: Iterable[int]) -> set[Hashable]:
        """Return the humans that ids and addresses tell of, registered ones by registration."""
        known = [head for head in heads if head in owners]
        owned = {head: owners[head] - {None} for head in known}
        return {(*owned[head], "registered") if len(owned[head]) == 1 else head for head in known}

    wanted, several = Joining(len(seen)), set[int]()
    for key, heads in bearing.items():
        unique = len(heads) > 1 and len(roster.persons(roster.by_name.get(key, ()))) <= 1
        if unique and len(humans(heads)) <= 1:
            wanted.join(heads)
            several |= heads
    for group in wanted.groups(several):
        if len(humans(group)) <= 1:
            joining.join(group)


def _join_short_names(seen: Sequence[Evidence], joining: Joining, roster: Roster) -> None:
    """Join what returns under one given name in one meeting, unless it may be two people's."""

    def short(each: Evidence) -> object:
        if each.known or each.phone or any(shown.keys for shown in each.names):
            return None
        name = each.said.name
        words = {word for shown in each.names for word in shown.tokens}
        bearers = {one for word in words for one in roster.by_word.get(word, ())}
        if NOBODY.match(name) or len(roster.persons(bearers)) > 1:
            return None
        return (each.row.source, each.row.presence.instance, name)

    for group in _sharing(seen, short):
        spans: dict[int, list[Span]] = defaultdict(list)
        for number in group:
            if span := seen[number].row.span():
                spans[joining.head(number)].append(span)
        if _apart([united(each) for each in spans.values()]):
            joining.join(group)
