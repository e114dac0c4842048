"""Made-up events of which is known who was there: what the matching is judged on."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from cpd_desktop.domain.attendance.findings import Source
from cpd_desktop.domain.attendance.presences import Origin, Presence, Report, Role
from cpd_desktop.domain.attendance.roster import Registrant, roster_of
from cpd_desktop.domain.attendance.spans import Span, moment_of, second_of
from cpd_desktop.domain.attendance.stays import Sitting
from cpd_desktop.domain.registrations import RegistrationStatus
from tests.attendance import displays
from tests.attendance.displays import Called
from tests.attendance.locales import LOCALES, SHORT

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.domain.attendance.memory import Alias
    from cpd_desktop.domain.attendance.roster import Roster
    from cpd_desktop.domain.attendance.setting_aside import CrewMember

AUTOMATIC = "automatic"
ASK = "ask"
UNDECIDABLE = "undecidable"
NOBODY = "nobody"


@dataclass(frozen=True)
class Truth:
    """Who really made a group of connections, and what can be known of it at all."""

    kind: str
    owners: frozenset[int]
    decidable: str
    rows: frozenset[int]


@dataclass
class Corpus:
    """An event, its reports, and the truth about them."""

    seed: int
    registrants: list[Registrant] = field(default_factory=list)
    crew: list[CrewMember] = field(default_factory=list)
    aliases: list[Alias] = field(default_factory=list)
    sittings: list[Sitting] = field(default_factory=list)
    presences: list[list[Presence]] = field(default_factory=list)
    truths: list[Truth] = field(default_factory=list)
    spans: dict[int, list[Span]] = field(default_factory=dict)

    @property
    def roster(self) -> Roster:
        return roster_of(self.registrants)

    def sources(self) -> list[Source]:
        return [
            Source(Report(Origin.ZOOM_MEETING, tuple(rows), len(rows))) for rows in self.presences
        ]

    def seconds(self, registration: int) -> int:
        """Count second by second how long somebody was there."""
        found: set[int] = set()
        for sitting in self.sittings:
            taught = set(range(*sitting.span))
            for pause in sitting.breaks:
                taught -= set(range(*pause))
            for span in self.spans.get(registration, ()):
                found |= taught.intersection(range(*span))
        return len(found)


class Maker:
    """Makes one corpus; the same seed makes the same."""

    def __init__(self, seed: int, people: int) -> None:
        self.random = Random(seed)  # noqa: S311 - it has to be the same every time
        self.corpus = Corpus(seed)
        self.names: set[str] = set()
        self.called: dict[int, Called] = {}
        self.row = 0
        self._schedule(seed)
        for _ in range(people):
            self.register()

    def _schedule(self, seed: int) -> None:
        """Make sittings, every third time over a night when clocks change."""
        starts = [
            datetime(2026, 10, 14, 13, tzinfo=UTC),
            datetime(2026, 10, 24, 23, tzinfo=UTC),
            datetime(2026, 3, 8, 5, tzinfo=UTC),
        ][seed % 3]
        for number in range(1 + seed % 2):
            first = second_of(starts + timedelta(days=number))
            pause = Span(first + 3600, first + 4500)
            whole = Span(first, first + 7200 + 1800 * number)
            self.corpus.sittings.append(Sitting(number + 1, f"Day {number + 1}", whole, (pause,)))
            self.corpus.presences.append([])

    def new_name(self) -> Called:
        """Return a name that nobody has yet, however it is spelt."""
        while True:
            locale = self.random.choice(LOCALES)
            called = Called(
                self.random.choice(locale.given),
                self.random.choice(locale.family),
                locale.family_first,
                locale.joined,
            )
            if not self.taken(str(called)):
                self.take(str(called))
                return called

    def take(self, name: str) -> None:
        self.names.add(_plain(name))

    def taken(self, name: str) -> bool:
        return _plain(name) in self.names

    def register(self, called: Called | None = None, **more: Any) -> Registrant:
        key = len(self.corpus.registrants) + 1
        called = called or self.new_name()
        local = displays.run_together(called) or f"member{key}"
        made: dict[str, Any] = {
            "id": key,
            "person": 1000 + key,
            "name": str(called),
            "email": f"{local}.{key}@mail{key % 7}.example",
            "links": (f"link-{key}",),
            "phone": f"+44 20 7946 {key:04}",
        }
        found = Registrant(**(made | more))
        self.corpus.registrants.append(found)
        self.called[key] = called
        return found

    def stretches(self) -> list[tuple[int, Span]]:
        """Return when somebody is there, by sitting: in one go, with rejoins, or twice at once."""
        found: list[tuple[int, Span]] = []
        for number, sitting in enumerate(self.corpus.sittings):
            starts, ends = sitting.span
            at = starts + self.random.randint(-900, 1500)
            out = ends + self.random.randint(-1800, 900)
            way = self.random.randrange(4)
            if way == 0:
                found.append((number, Span(at, out)))
            elif way == 1:
                cut = self.random.randint(at + 60, out - 60)
                found += [
                    (number, Span(at, cut)),
                    (number, Span(cut + self.random.randint(0, 300), out)),
                ]
            elif way == 2:
                found += [(number, Span(at, out)), (number, Span(at + 120, out - 700))]
            else:
                edges = sorted(self.random.sample(range(at, out), 8))
                found += [(number, Span(*edges[each : each + 2])) for each in range(0, 8, 2)]
        return [(number, span) for number, span in found if span.starts < span.ends]

    def connect(
        self,
        kind: str,
        owners: frozenset[int],
        decidable: str,
        show: Callable[[int], dict[str, Any]],
        stretches: list[tuple[int, Span]] | None = None,
    ) -> None:
        """Put down the rows of one human; ``show`` says what the n-th of them tells."""
        rows: set[int] = set()
        for at, (number, span) in enumerate(self.stretches() if stretches is None else stretches):
            told = show(at)
            counts = not told.get("waiting") and told.pop("counts", True)
            rows.add(self.put(number, span, told))
            for owner in owners if counts else ():
                self.corpus.spans.setdefault(owner, []).append(span)
        self.corpus.truths.append(Truth(kind, owners, decidable, frozenset(rows)))

    def put(self, number: int, span: Span, told: dict[str, Any]) -> int:
        self.row += 1
        made: dict[str, Any] = {
            "row": self.row,
            "name": "",
            "joined": moment_of(span.starts),
            "left": moment_of(span.ends),
            "seconds": span.ends - span.starts,
            "connection": f"c{self.row}",
            "instance": f"meeting-{number}",
        }
        self.corpus.presences[number].append(Presence(**(made | told)))
        return self.row

    def finished(self) -> Corpus:
        """Return the corpus with the rows in no order at all."""
        for rows in self.corpus.presences:
            self.random.shuffle(rows)
        return self.corpus


def _plain(name: str) -> str:
    bare = displays.without_accents(unicodedata.normalize("NFC", name)).casefold()
    return " ".join(sorted(bare.replace("'", "").replace("-", " ").split()))


def a_corpus(seed: int, people: int = 120) -> Corpus:
    """Return an event with people of every kind."""
    from tests.attendance import kinds

    made = Maker(seed, people)
    kinds.attend(made)
    return made.finished()


__all__ = ["LOCALES", "SHORT", "Corpus", "Maker", "RegistrationStatus", "Role", "Truth", "a_corpus"]
