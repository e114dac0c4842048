"""Participants: the connections that are one human's, joined only where nothing speaks against."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from cpd_desktop.domain.attendance.letters import bare
from cpd_desktop.domain.attendance.roster import address_of, phone_of
from cpd_desktop.domain.attendance.setting_aside import is_dial_in
from cpd_desktop.domain.attendance.shown_names import ShownName, read_name
from cpd_desktop.domain.people import looks_like_email

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cpd_desktop.domain.attendance.presences import Presence
    from cpd_desktop.domain.attendance.stays import Attested

Handle = tuple[str | datetime | None, ...]

NEVER = datetime.min.replace(tzinfo=UTC)

_ORDER = ("link", "account", "address", "address+name", "phone", "name", "row")


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody whom reports tell of: everything they showed, and every row of theirs.

    ``key`` stays the same when a newer report of the meeting tells more of the same human;
    ``handles`` are all keys by which decisions made earlier still find them, made of what they
    are ``called``. ``full_names`` are the keys of all full names that they showed.
    """

    key: str
    rows: tuple[Attested, ...]
    names: tuple[str, ...]
    links: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    called: frozenset[Handle] = frozenset()
    shown: tuple[ShownName, ...] = field(default=(), repr=False)
    full_names: frozenset[str] = field(default=frozenset(), repr=False)

    @property
    def handles(self) -> frozenset[str]:
        """Return every key by which a decision may have called them."""
        return frozenset((self.key, *map(_digest, self.called)))

    @property
    def known_by_more_than_a_name(self) -> bool:
        """Say whether an id or an address tells them from others of the same name."""
        return bool(self.links or self.accounts or self.addresses)


class Said(NamedTuple):
    """What the texts of a row say of whose it is; rows of the same texts share it."""

    address: str
    phone: str
    names: tuple[ShownName, ...]
    name: str


class Evidence(NamedTuple):
    """What one row says of whose it is."""

    row: Attested
    link: str
    account: str
    address: str
    said: Said

    @property
    def phone(self) -> str:
        """Return the number they called from."""
        return self.said.phone

    @property
    def names(self) -> tuple[ShownName, ...]:
        """Return the names that they showed."""
        return self.said.names

    @property
    def known(self) -> bool:
        """Say whether there is more than a name."""
        return bool(self.link or self.account or self.address)


def evidence_of(rows: Iterable[Attested]) -> list[Evidence]:
    """Return what each row says of whose it is."""
    said: dict[tuple[str, ...], Said] = {}
    found = []
    for row in rows:
        told = row.presence
        texts = (told.name, told.renamed_from, told.email, told.phone)
        if texts not in said:
            said[texts] = _said(told)
        what = said[texts]
        link, account = told.registrant.strip(), told.account.strip()
        found.append(Evidence(row, link, account, what.address, what))
    return found


def _said(told: Presence) -> Said:
    """Return what the texts of a row say; an address shown as a name is an address."""
    nameless = is_dial_in(told)
    calls = told.phone or (told.name if nameless else "")
    texts = dict.fromkeys(text for text in (told.name, told.renamed_from) if text.strip())
    shown = [text for text in texts if "@" in text and looks_like_email(text.strip())]
    phone = phone_of(calls) if "*" not in calls else ""
    return Said(
        address_of(told.email) or address_of(shown[0] if shown else ""),
        phone,
        tuple(read_name(text) for text in texts if text not in shown) if not nameless else (),
        bare(told.name),
    )


def participant_of(rows: Sequence[Evidence], called: Iterable[Handle], key: str) -> Participant:
    """Return the participant that these rows are of, the names in the order they were shown."""
    names: dict[str, None] = {}
    for each in rows:
        for text in (each.row.presence.renamed_from, each.row.presence.name):
            if text.strip():
                names[text] = None

    once = {id(each.said): each.said for each in rows}  # comparing what was read takes longer

    def told(texts: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(set(filter(None, texts))))

    shown = tuple(dict.fromkeys(name for said in once.values() for name in said.names))
    return Participant(
        key,
        tuple(each.row for each in rows),
        tuple(names),
        told(each.link for each in rows),
        told(each.account for each in rows),
        told(said.address for said in once.values()),
        told(said.phone for said in once.values()),
        frozenset(called),
        shown,
        frozenset().union(*(each.keys for each in shown)),
    )


def in_order(row: Attested) -> tuple[datetime | str | int, ...]:
    """Return what rows are sorted by and told apart by, wherever they stand in the file."""
    told = row.presence
    return (
        told.joined or NEVER, told.left or NEVER, told.name, told.email, told.registrant,
        told.account, told.connection, told.device, told.renamed_from, told.phone, told.instance,
        told.room, told.role, told.seconds, row.source, row.session or 0,
    )  # fmt: skip


def once_each(rows: Iterable[Attested]) -> list[Attested]:
    """Return the rows as they come; of those that are there twice, the last.

    Rows that stand together lie together in memory as well. To sort them here would make
    whatever goes through them wait for each one, the more of them there are.
    """
    return list({in_order(row): row for row in rows}.values())


def named_for_good(groups: Iterable[Sequence[Evidence]]) -> tuple[Participant, ...]:
    """Return participants with keys that are theirs alone, in a fixed order."""
    ordered = sorted(map(_by_time, groups), key=lambda rows: in_order(rows[0].row))
    found = [(rows, _handles(rows)) for rows in ordered]
    shared = Counter(handle for _, handles in found for handle in handles)
    made: list[Participant] = []
    for rows, handles in found:
        own = [handle for handle in handles if shared[handle] == 1]
        own = own or [("told twice", *map(str, in_order(rows[0].row)))]
        made.append(participant_of(rows, own, _digest(_steadiest(own))))
    return tuple(made)


def _by_time(rows: Sequence[Evidence]) -> Sequence[Evidence]:
    return sorted(rows, key=lambda each: in_order(each.row)) if len(rows) > 1 else rows


def key_of_row(row: Attested) -> str:
    """Return what a single row is called that is no participant's."""
    told = row.presence
    times = (str(told.joined), str(told.left))
    return _digest(("set aside", *times, bare(told.name), told.email, str(told.row)))


def _handles(rows: Sequence[Evidence]) -> set[Handle]:
    """Return everything a group can be called by."""
    found: set[Handle] = set()
    for each in rows:
        told = each.row.presence
        name = each.said.name
        if each.link:
            found.add(("link", each.link))
        if each.account:
            found.add(("account", each.account))
        if each.address:
            found.add(("address", each.address))
            found.add(("address+name", each.address, name))
        if each.phone:
            found.add(("phone", each.phone))
        if name:
            found.add(("name", name))
        found.add(("row", told.joined, told.left, name, told.connection, told.device))
    return found


def _steadiest(handles: Sequence[Handle]) -> Handle:
    """Return what changes least when a newer report tells more, and of two of a kind the first."""
    for kind in _ORDER:
        if alike := [handle for handle in handles if handle[0] == kind]:
            return min(alike, key=_text) if len(alike) > 1 else alike[0]
    return handles[0]


def _text(handle: Handle) -> str:
    return "\x1f".join(map(str, handle))


def _digest(handle: Handle) -> str:
    return hashlib.blake2b(_text(handle).encode(), digest_size=6).hexdigest()
