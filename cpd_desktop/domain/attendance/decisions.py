"""What people decided about participants: kept apart from reports, replayed over every match."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cpd_desktop.domain.attendance.outcomes import NO_REASON, Override
from cpd_desktop.domain.attendance.participants import evidence_of, participant_of
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from cpd_desktop.domain.attendance.participants import Participant

NOBODY_DECIDED = Sentence("attendance", "The decision does not say who took it.")
ONE_NEEDED = Sentence("attendance", "The decision names no registration, or more than one.")
TWO_NEEDED = Sentence("attendance", "To split a participant, name at least two registrations.")
OTHER_NEEDED = Sentence("attendance", "To merge participants, name another one.")
NOTHING_UNDONE = Sentence("attendance", "The decision to undo is not named.")

NOT_FOUND = Sentence("attendance", "The newest reports do not tell for certain whom it was about.")
NOT_REGISTERED = Sentence("attendance", "The registration it named is gone.")


class Verdict(StrEnum):
    """What was decided."""

    IS = "is"
    GUEST = "guest"
    SPLIT = "split"
    MERGE = "merge"
    UNDO = "undo"
    MET = "met"
    NOT_MET = "not met"
    CLEAR = "clear"


OVERRIDES = frozenset({Verdict.MET, Verdict.NOT_MET, Verdict.CLEAR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What somebody decided, when and why; never changed, only undone by another one.

    It is about a participant, or overrides what was computed for one registration.
    """

    id: int
    verdict: Verdict
    who: str
    at: datetime
    participant: str = ""
    registrations: tuple[int, ...] = ()
    other: str = ""
    undoes: int | None = None
    why: str = ""

    def problem(self) -> Sentence | None:
        """Return what is wrong with it, if anything."""
        count = len(set(self.registrations))
        wrong = (
            (NOBODY_DECIDED, not self.who.strip()),
            (ONE_NEEDED, self.verdict in {Verdict.IS, *OVERRIDES} and count != 1),
            (NO_REASON, self.verdict in OVERRIDES and not self.why.strip()),
            (TWO_NEEDED, self.verdict is Verdict.SPLIT and count < 2),  # noqa: PLR2004 - as it says
            (OTHER_NEEDED, self.verdict is Verdict.MERGE and self.other in {"", self.participant}),
            (NOTHING_UNDONE, self.verdict is Verdict.UNDO and self.undoes is None),
        )
        return next((says for says, is_wrong in wrong if is_wrong), None)

    def require_valid(self) -> None:
        """Raise ``Invalid`` if it cannot be kept."""
        if problem := self.problem():
            raise Invalid({"decision": problem})


@dataclass(frozen=True, slots=True)
class Unapplied:
    """A decision that the newest reports leave nothing to apply to, and why."""

    decision: Decision
    reason: Sentence


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return what was decided and not undone, oldest first; undoing can itself be undone."""
    undone: set[int] = set()
    kept: list[Decision] = []
    for each in sorted(decisions, key=lambda one: one.id, reverse=True):
        if each.id in undone:
            continue
        if each.verdict is Verdict.UNDO:
            undone.add(each.undoes or 0)
        else:
            kept.append(each)
    return tuple(reversed(kept))


def merged(
    participants: Sequence[Participant], decisions: Iterable[Decision]
) -> tuple[tuple[Participant, ...], tuple[Unapplied, ...]]:
    """Return the participants with those joined that somebody decided to be one human."""
    found = list(participants)
    left_over: list[Unapplied] = []
    for each in decisions:
        if each.verdict is not Verdict.MERGE:
            continue
        one, other = _meant(found, each.participant), _meant(found, each.other)
        if one is None or other is None:
            left_over.append(Unapplied(each, NOT_FOUND))
        elif one is not other:
            found = [kept for kept in found if kept is not one and kept is not other]
            found.append(_joined(other, one))
    return tuple(found), tuple(left_over)


def decided(
    participants: Sequence[Participant], decisions: Iterable[Decision], registered: Iterable[int]
) -> tuple[dict[str, Decision], tuple[Unapplied, ...]]:
    """Return the last decision about each participant, by key, and those that find nobody."""
    found: dict[str, Decision] = {}
    left_over: list[Unapplied] = []
    about = [each for each in decisions if each.verdict not in {Verdict.MERGE, *OVERRIDES}]
    told = participants if about else ()  # nobody's handles are needed where nothing was decided
    by_handle = {handle: each.key for each in told for handle in each.handles}
    known = frozenset(registered)
    for each in about:
        key = by_handle.get(each.participant)
        if key is None:
            left_over.append(Unapplied(each, NOT_FOUND))
        elif not known.issuperset(each.registrations):
            left_over.append(Unapplied(each, NOT_REGISTERED))
        else:
            found[key] = each
    return found, tuple(left_over)


def overrides(decisions: Iterable[Decision]) -> dict[int, Override]:
    """Return what holds against the computation, by registration; what is cleared does not."""
    found: dict[int, Override] = {}
    for each in in_force(decisions):
        if each.verdict not in OVERRIDES:
            continue
        (registration,) = each.registrations
        found.pop(registration, None)
        if each.verdict is not Verdict.CLEAR:
            met = each.verdict is Verdict.MET
            found[registration] = Override(met, each.who, each.at, each.why)
    return found


def _meant(participants: Iterable[Participant], key: str) -> Participant | None:
    return next((each for each in participants if key in each.handles), None)


def _joined(kept: Participant, other: Participant) -> Participant:
    rows = evidence_of((*kept.rows, *other.rows))
    return participant_of(rows, kept.called | other.called, kept.key)
