"""The kinds of people whom real reports tell of, each with what can be known of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cpd_desktop.domain.attendance.letters import bare
from cpd_desktop.domain.attendance.memory import Alias
from cpd_desktop.domain.attendance.presences import Role
from cpd_desktop.domain.attendance.setting_aside import CrewMember
from cpd_desktop.domain.attendance.spans import Span
from cpd_desktop.domain.registrations import RegistrationStatus
from tests.attendance import displays
from tests.attendance.corpus import ASK, AUTOMATIC, NOBODY, UNDECIDABLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.domain.attendance.roster import Registrant
    from tests.attendance.corpus import Maker

DEVICES = ("iPhone", "Galaxy S21", "iPad (2)", "DESKTOP-4F7K2Q", "SM-G991B", "", "Zoom user")
BOTS = (
    "Otter.ai", "Fireflies.ai Notetaker", "read.ai meeting notes", "OtterPilot", "Fathom Notetaker",
    "tl;dv", "MeetGeek", "Avoma Assistant",
)  # fmt: skip


def attend(made: Maker) -> None:
    """Let everybody who is registered come in one of the ways, and strangers as well."""
    ways: list[Callable[[Maker, Registrant], None]] = [
        by_link, by_link_renamed, by_address, by_other_address, by_full_name, by_full_name,
        by_full_name, by_full_name, by_full_name, by_name_and_telephone, renamed_on_the_way,
        from_memory, short_form, initial, in_other_letters, mistyped, by_spelt_address, on_a_device,
        given_name_only, cancelled, waitlisted, stays_away, stays_away, two_devices, by_break_out,
        by_restart,
    ]  # fmt: skip
    for each in list(made.corpus.registrants):
        made.random.choice(ways)(made, each)
    for _ in range(max(1, len(made.corpus.registrants) // 40)):
        homonyms(made)
        shared_mailbox(made)
        one_screen(made)
        one_room(made)
        borrowed_login(made)
        forwarded_link(made)
    for _ in range(len(made.corpus.registrants) // 6):
        near_guest(made)
        guest(made)
    crew(made)
    not_people(made)


def _called(made: Maker, each: Registrant) -> displays.Called:
    return made.called[each.id]


def _certain(made: Maker, each: Registrant) -> str:
    return made.random.choice(displays.CERTAIN)(_called(made, each))


def _own(each: Registrant) -> frozenset[int]:
    return frozenset({each.id})


def by_link(made: Maker, each: Registrant) -> None:
    name = made.random.choice([each.name, _called(made, each).given, *DEVICES])
    made.connect(
        "personal link",
        _own(each),
        AUTOMATIC,
        _shows(name=name, registrant=each.links[0]),
    )


def by_link_renamed(made: Maker, each: Registrant) -> None:
    names = [each.name, "Acme Clinic", _called(made, each).given, "iPhone"]
    made.connect(
        "personal link, renamed",
        _own(each),
        AUTOMATIC,
        lambda at: {"name": names[at % 4], "registrant": each.links[0], "email": "x@else.example"},
    )


def by_address(made: Maker, each: Registrant) -> None:
    ways = [each.email, each.email.upper(), f"  {each.email} ", f"{each.email}\u200b"]
    email = made.random.choice([*ways, each.email.replace("@", "\uff20")])
    names = [each.name, _called(made, each).given, *DEVICES]
    name = made.random.choice(names)
    made.connect("address", _own(each), AUTOMATIC, _shows(name=name, email=email))


def by_other_address(made: Maker, each: Registrant) -> None:
    ways = (f"other.{each.id}@gmail.com", f"o.ther{each.id}+cpd@googlemail.com")
    at = made.corpus.registrants.index(each)
    made.corpus.registrants[at] = replace(each, addresses=(ways[0],))
    name = made.random.choice(["Me", each.name])
    email = made.random.choice(ways)
    made.connect("another address", _own(each), AUTOMATIC, _shows(name=name, email=email))


def by_full_name(made: Maker, each: Registrant) -> None:
    names = [_certain(made, each) for _ in range(20)]
    email = made.random.choice(["", "", f"unknown{each.id}@work.example"])
    made.connect("full name", _own(each), AUTOMATIC, lambda at: {"name": names[at], "email": email})


def two_devices(made: Maker, each: Registrant) -> None:
    made.connect(
        "signed in, and a second device",
        _own(each),
        AUTOMATIC,
        lambda at: {"name": each.name, "email": each.email if at % 2 else ""},
    )


def by_break_out(made: Maker, each: Registrant) -> None:
    made.connect(
        "break-out rooms",
        _own(each),
        AUTOMATIC,
        lambda at: {"name": each.name if at == 0 else each.name.upper(), "room": f"Room {at}"},
    )


def by_restart(made: Maker, each: Registrant) -> None:
    """The meeting was started twice; the second one counts its connections anew."""
    numbers = (str(each.id), str(1000 - each.id))
    made.connect(
        "restarted meeting",
        _own(each),
        AUTOMATIC,
        lambda at: {"name": each.name, "instance": f"{at % 2}", "connection": numbers[at % 2]},
    )


def by_name_and_telephone(made: Maker, each: Registrant) -> None:
    made.connect("full name", _own(each), AUTOMATIC, _shows(name=each.name))
    made.connect(
        "telephone",
        _own(each),
        ASK,
        _shows(name=each.phone, phone=each.phone),
        _once(made),
    )


def renamed_on_the_way(made: Maker, each: Registrant) -> None:
    was = made.random.choice(["iPhone", _called(made, each).given, "user1234"])
    made.connect(
        "renamed on the way",
        _own(each),
        AUTOMATIC,
        _shows(name=each.name, renamed_from=was),
    )


def from_memory(made: Maker, each: Registrant) -> None:
    name, email = f"Sunny{each.id} Owl", f"sunny{each.id}@home.example"
    by_mail = made.random.random() < 0.5
    known = ("address", email) if by_mail else ("name", bare(name))
    made.corpus.aliases.append(Alias(*known, each.person))
    made.connect(
        "decided before",
        _own(each),
        AUTOMATIC,
        _shows(name="Sunny" if by_mail else name, email=email if by_mail else ""),
    )


def _shows(**told: Any) -> Callable[[int], dict[str, Any]]:
    """Return that all rows tell the same."""
    return lambda _: dict(told)


def _asked(made: Maker, each: Registrant, kind: str, name: str | None, **more: Any) -> None:
    """Somebody who is to be asked about; by the full name if their name allows no such way."""
    if name is None or (name and made.taken(name)):
        by_full_name(made, each)
    else:
        made.take(name)
        made.connect(kind, _own(each), ASK, _shows(name=name, **more))


def short_form(made: Maker, each: Registrant) -> None:
    _asked(made, each, "short form", displays.shortened(_called(made, each)))


def initial(made: Maker, each: Registrant) -> None:
    called = _called(made, each)
    initials = [(other.given[0], other.family) for other in made.called.values()]
    alone = initials.count((called.given[0], called.family)) == 1
    _asked(made, each, "initial", displays.initialled(called) if alone else None)


def in_other_letters(made: Maker, each: Registrant) -> None:
    _asked(made, each, "other letters", displays.romanised(_called(made, each)))


def mistyped(made: Maker, each: Registrant) -> None:
    _asked(made, each, "slip of a key", displays.mistyped(_called(made, each), made.random))


def by_spelt_address(made: Maker, each: Registrant) -> None:
    spelt = displays.run_together(_called(made, each))
    named = made.random.choice(["iPad", ""])
    _asked(
        made,
        each,
        "address spells the name",
        named if spelt else None,
        email=f"{spelt}@home.example",
    )


def given_name_only(made: Maker, each: Registrant) -> None:
    called = _called(made, each)
    alone = [other for other in made.called.values() if bare(other.given) == bare(called.given)]
    decidable = ASK if len(alone) == 1 and not called.joined else UNDECIDABLE
    made.connect("given name only", _own(each), decidable, _shows(name=called.given), _once(made))


def on_a_device(made: Maker, each: Registrant) -> None:
    name = made.random.choice(DEVICES)
    made.connect("device only", _own(each), UNDECIDABLE, _shows(name=name), _once(made))


def cancelled(made: Maker, each: Registrant) -> None:
    _came_all_the_same(made, each, RegistrationStatus.CANCELLED)


def waitlisted(made: Maker, each: Registrant) -> None:
    _came_all_the_same(made, each, RegistrationStatus.WAITLISTED)


def _came_all_the_same(made: Maker, each: Registrant, status: RegistrationStatus) -> None:
    at = made.corpus.registrants.index(each)
    made.corpus.registrants[at] = replace(each, status=status)
    email = made.random.choice(["", each.email])
    made.connect(f"{status}", _own(each), ASK, _shows(name=each.name, email=email))


def stays_away(made: Maker, each: Registrant) -> None:
    """Nobody comes, though a near namesake may."""


def homonyms(made: Maker) -> None:
    """Two of one name: by link or address each is told, by the name alone neither."""
    called = made.new_name()
    one, other = made.register(called), made.register(called)
    made.connect(
        "homonym, by link",
        _own(one),
        AUTOMATIC,
        _shows(name=one.name, registrant=one.links[0]),
    )
    if made.random.random() < 0.5:
        made.connect(
            "homonym, by address",
            _own(other),
            AUTOMATIC,
            _shows(name=one.name, email=other.email),
        )
    else:
        made.connect(
            "homonym, name only",
            _own(other),
            UNDECIDABLE,
            _shows(name=one.name),
            _once(made),
        )


def shared_mailbox(made: Maker) -> None:
    email = f"team{made.row}@clinic.example"
    one, other, third = (made.register(email=email) for _ in range(3))
    for each in (one, other):
        name = _certain(made, each)
        made.connect(
            "shared mailbox",
            _own(each),
            AUTOMATIC,
            _shows(name=name, email=email),
        )
    made.connect(
        "shared mailbox, device",
        _own(third),
        UNDECIDABLE,
        _shows(name="iPad", email=email),
        _once(made),
    )


def one_screen(made: Maker) -> None:
    one, other = made.register(), made.register()
    both = frozenset({one.id, other.id})
    joint = made.random.choice([" & ", " and ", " + ", " | ", " / "]).join([one.name, other.name])
    made.connect("two at one screen", both, ASK, _shows(name=joint))


def one_room(made: Maker) -> None:
    """Two show the same organisation; only one of them says more."""
    one, other = made.register(), made.register()
    link = one.links[0]
    made.connect(
        "organisation, by link", _own(one), AUTOMATIC, _shows(name="Acme Clinic", registrant=link)
    )
    made.connect(
        "organisation only", _own(other), UNDECIDABLE, _shows(name="Acme Clinic"), _once(made)
    )


def borrowed_login(made: Maker) -> None:
    """Somebody registered joins on the account of somebody else who is registered."""
    owner, guest_there = made.register(), made.register()
    made.connect(
        "borrowed login",
        _own(guest_there),
        ASK,
        _shows(name=guest_there.name, email=owner.email),
    )


def forwarded_link(made: Maker) -> None:
    owner, other = made.register(), made.register()
    made.connect(
        "forwarded link",
        _own(other),
        ASK,
        _shows(name=other.name, registrant=owner.links[0]),
    )


def near_guest(made: Maker) -> None:
    """A stranger whose name is nearly that of somebody registered, there or not."""
    each = made.random.choice(made.corpus.registrants)
    name = displays.near(_called(made, each), made.random)
    if not made.taken(name):
        made.take(name)
        made.connect("near-name guest", frozenset(), NOBODY, _shows(name=name))


def guest(made: Maker) -> None:
    called = made.new_name()
    email = made.random.choice(["", f"guest{made.row}@else.example"])
    made.connect("guest", frozenset(), NOBODY, _shows(name=str(called), email=email))


def crew(made: Maker) -> None:
    host, speaker = made.new_name(), made.new_name()
    made.corpus.crew += [
        CrewMember(str(host), ("host@own.example",), ("own-user",)),
        CrewMember(str(speaker)),
    ]
    made.connect("host", frozenset(), NOBODY, _shows(name="Studio", email="HOST@own.example"))
    made.connect("host", frozenset(), NOBODY, _shows(name=f"{host}'s iPhone"))
    made.connect("speaker", frozenset(), NOBODY, _shows(name=f"Dr. {speaker}"))
    made.connect(
        "panelist",
        frozenset(),
        NOBODY,
        _shows(name=str(made.new_name()), role=Role.PANELIST),
    )


def not_people(made: Maker) -> None:
    random = made.random
    for name in random.sample(BOTS, 3):
        made.connect("note-taker", frozenset(), NOBODY, _shows(name=name))
    each = random.choice(made.corpus.registrants)
    made.connect(
        "note-taker",
        frozenset(),
        NOBODY,
        _shows(name=f"{each.name}'s Notetaker (Otter.ai)", email=each.email),
    )
    made.connect(
        "unknown telephone", frozenset(), NOBODY, lambda at: {"name": f"Call-in user {at}"}
    )
    made.connect(
        "waiting room",
        frozenset(),
        NOBODY,
        _shows(name=each.name, registrant=each.links[0], waiting=True),
    )
    starts = made.corpus.sittings[0].span.starts
    made.connect(
        "left before joining",
        frozenset(),
        NOBODY,
        _shows(name=each.name),
        [(0, Span(starts + 600, starts))],
    )


def _once(made: Maker) -> list[tuple[int, Span]]:
    return made.stretches()[:1]
