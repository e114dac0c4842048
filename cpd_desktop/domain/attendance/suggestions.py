"""Who a doubtful participant may be: ranked, with plain reasons, never decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from cpd_desktop.domain.attendance.letters import in_latin, lacks_vowels
from cpd_desktop.domain.attendance.likeness import Bond, alike
from cpd_desktop.domain.attendance.roster import NOBODY_AT_ALL, Ids
from cpd_desktop.domain.attendance.shown_names import read_name
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cpd_desktop.domain.attendance.directory import Directory
    from cpd_desktop.domain.attendance.likeness import Alike, Closeness
    from cpd_desktop.domain.attendance.memory import Memory
    from cpd_desktop.domain.attendance.participants import Participant
    from cpd_desktop.domain.attendance.roster import Roster
    from cpd_desktop.domain.attendance.shown_names import Tokens

MOST_SHOWN = 5
ENOUGH = 45  # points from which somebody is worth asking about
FAINT = 40  # and from which worth showing where nobody is asked
HIGHEST = 99  # for the full name, as it is
TAKEN = 2  # points less for who is there already under another name
AWAY = 3  # and for who holds no place

OWN_LINK = Sentence("attendance", "Joined by their personal link.")
OWN_ADDRESS = Sentence("attendance", "Joined as {email}, an address of theirs.")
OWN_PHONE = Sentence("attendance", "Called from their telephone number.")
OWN_DEVICE = Sentence("attendance", "Was on a device called “{shown}” before.")
REMEMBERED_AS = Sentence("attendance", "Was “{shown}” when you decided it before.")
SPELLS = Sentence("attendance", "The address {email} spells their name.")
RUN_TOGETHER = Sentence("attendance", "“{shown}” is their name run together.")
SAME = Sentence("attendance", "“{shown}” is their full name.")
SCRIPT = Sentence("attendance", "“{shown}” is their name in other letters.")
SHORT_FORM = Sentence("attendance", "“{shown}” has a short or other form of their name.")
SOUND = Sentence("attendance", "“{shown}” sounds like their name.")
SLIP = Sentence("attendance", "“{shown}” differs from their name in few letters.")
INITIAL = Sentence("attendance", "“{shown}” has an initial of their name.")
IN_PART = Sentence("attendance", "“{shown}” is their name in part.")
HERE_ALREADY = Sentence("attendance", "They are there under another name as well.")
NO_PLACE = Sentence("attendance", "They hold no place.")

_BONDS = {
    Bond.SAME: SAME,
    Bond.SCRIPT: SCRIPT,
    Bond.SHORT_FORM: SHORT_FORM,
    Bond.SOUND: SOUND,
    Bond.SLIP: SLIP,
    Bond.ROUGH: SLIP,
    Bond.CUT: IN_PART,
    Bond.INITIAL: INITIAL,
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody a participant may be; ``lead`` is how far ahead of the next best, in points."""

    registration: int
    points: int
    reasons: tuple[Sentence, ...]
    lead: int = 0


class _Shown(NamedTuple):
    """The names that a participant shows as they can be read, and whose full names they are."""

    readings: list[tuple[tuple[Tokens, ...], str]]
    exactly: Ids


@dataclass(frozen=True, slots=True)
class Proposer:
    """Ranks those whom doubtful participants of one event may be."""

    roster: Roster
    directory: Directory
    memory: Memory
    closeness: Closeness
    here: Ids

    def suggestions(
        self, each: Participant, candidates: Ids = NOBODY_AT_ALL
    ) -> tuple[Suggestion, ...]:
        """Return the likeliest, the likeliest first; those in doubt are always among them."""
        told = {key: list(self._told(each, key)) for key in candidates}
        for key, weight, reason in self._beside_the_name(each):
            told.setdefault(key, []).append((weight, reason))
        for reading in self._readings(each):
            for key in self.directory.near(reading):
                told.setdefault(key, [])
        if not told:
            told = {key: [] for key in self._bearers(each)}
        shown = _Shown(
            [(read_name(text).readings, text) for text in each.names],
            NOBODY_AT_ALL.union(*map(self.roster.called, each.shown)),
        )
        found = [self._weighed(shown, key, reasons) for key, reasons in told.items()]
        kept = [one for one in found if one.points >= FAINT or one.registration in candidates]
        kept.sort(key=lambda one: (-one.points, one.registration))
        rest = [one.points for one in kept[1:]] + [0]
        return tuple(
            Suggestion(one.registration, one.points, one.reasons, one.points - following)
            for one, following in zip(kept[:MOST_SHOWN], rest, strict=False)
        )

    def comparable(self, each: Participant) -> bool:
        """Say whether the name is full and in letters that those registered can be compared in."""
        full = bool(each.full_names) and not any(shown.several for shown in each.shown)
        words = [word for shown in each.shown for word in shown.tokens]
        latin = all(in_latin(word).isascii() and not lacks_vowels(word) for word in words)
        return full and (latin or self.directory.foreign)

    def _readings(self, each: Participant) -> Iterable[tuple[str, ...]]:
        return dict.fromkeys(reading for shown in each.shown for reading in shown.readings)

    def _bearers(self, each: Participant) -> Iterable[int]:
        """Return some of a crowd that shares a name, those who are not there yet first."""
        words = {word for reading in self._readings(each) for word in reading}
        bearers = NOBODY_AT_ALL.union(*map(self.directory.bearing, words))
        return sorted(bearers, key=lambda key: (key in self.here, key))[: 10 * MOST_SHOWN]

    def _told(self, each: Participant, key: int) -> Iterator[tuple[int, Sentence]]:
        """Yield what ids and addresses say for somebody who is in doubt."""
        roster = self.roster
        if any(key in roster.by_link.get(link, ()) for link in each.links):
            yield 95, OWN_LINK
        for email in each.addresses:
            if key in roster.reached_at(email):
                yield 85, OWN_ADDRESS.filled(email=email)
                return

    def _beside_the_name(self, each: Participant) -> Iterator[tuple[int, int, Sentence]]:
        for phone in each.phones:
            for key in self.roster.by_phone.get(phone, ()):
                yield key, 88, OWN_PHONE
        for email in each.addresses:
            for key in self.directory.spelt_by(email):
                yield key, 70, SPELLS.filled(email=email)
        for word in {one.tokens[0] for one in each.shown if len(one.tokens) == 1}:
            for key in self.directory.spelt_by(word):
                yield key, 70, RUN_TOGETHER.filled(shown=word)
        shown = each.names[0] if each.names else ""
        for persons, reason in (
            (self.memory.owners(each), OWN_DEVICE),
            (self.memory.persons(each), REMEMBERED_AS),
        ):
            for person in persons:
                for key in self.roster.by_person.get(person, ()):
                    yield key, 75, reason.filled(shown=shown)

    def _weighed(
        self, shown_as: _Shown, key: int, told: Iterable[tuple[int, Sentence]]
    ) -> Suggestion:
        weighed = list(told)
        if named := self._named(shown_as, key):
            points, shown = named[0].points, named[1]
            part = named[0].left_out and named[0].bond is Bond.SAME
            reason = IN_PART if part else _BONDS[named[0].bond]
            weighed.append((points, reason.filled(shown=shown)))
        missing = 100
        for points, _ in weighed:
            missing = missing * (100 - min(points, 98)) // 100
        points = HIGHEST if key in shown_as.exactly else min(100 - missing, HIGHEST - 1)
        if len(weighed) > 1:
            weighed.sort(key=lambda one: (-one[0], str(one[1])))
            weighed = list({str(one[1]): one for one in weighed}.values())
        reasons = [reason for _, reason in weighed]
        if key in self.here:
            points -= TAKEN
            reasons.append(HERE_ALREADY)
        if not self.roster.registrants[key].expected:
            points -= AWAY
            reasons.append(NO_PLACE)
        return Suggestion(key, max(0, points), tuple(reasons))

    def _named(self, shown: _Shown, key: int) -> tuple[Alike, str] | None:
        """Return what the shown names have in common with the registered ones, at best."""
        found = [
            (like, text)
            for readings, text in shown.readings
            for reading in readings
            for name in self.roster.names[key]
            if (like := alike(reading, name.tokens, self.closeness))
        ]
        return max(found, default=None)
