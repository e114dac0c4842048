"""Compares what the matching found with what is true, and says it in one table."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cpd_desktop.adapters.closeness import MeasuredCloseness
from cpd_desktop.domain.attendance.decisions import Decision, Verdict
from cpd_desktop.domain.attendance.findings import Finding, Findings, Known, found_out
from cpd_desktop.domain.attendance.memory import memory_of
from cpd_desktop.domain.attendance.setting_aside import crew_of
from cpd_desktop.domain.attendance.spans import moment_of
from cpd_desktop.domain.attendance.stays import stay
from tests.attendance.corpus import ASK, AUTOMATIC

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.attendance.corpus import Corpus, Truth


@dataclass
class Tally:
    """How one kind of people fared."""

    people: int = 0
    wrong: int = 0
    automatic: int = 0
    first: int = 0
    asked: int = 0
    decidable: str = ""


@dataclass
class Judgement:
    """What was right and wrong over any number of corpora."""

    kinds: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    seconds_checked: int = 0
    seconds_wrong: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def wrong(self) -> int:
        return sum(each.wrong for each in self.kinds.values())

    @property
    def decidable(self) -> tuple[int, int]:
        """Return how many were matched of those who can be, by the rules."""
        kinds = [each for each in self.kinds.values() if each.decidable == AUTOMATIC]
        return sum(each.automatic for each in kinds), sum(each.people for each in kinds)

    @property
    def suggested(self) -> tuple[int, int]:
        """Return how often the right one came first, of those that can be told at all."""
        kinds = [each for each in self.kinds.values() if each.decidable == ASK]
        return sum(each.first for each in kinds), sum(each.people for each in kinds)


def known_of(corpus: Corpus, decisions: Iterable[Decision] = ()) -> Known:
    return Known(corpus.roster, crew_of(corpus.crew), tuple(decisions), memory_of(corpus.aliases))


def found_in(corpus: Corpus, decisions: Iterable[Decision] = ()) -> Findings:
    return found_out(corpus.sources(), known_of(corpus, decisions), MeasuredCloseness())


def judge(corpora: Iterable[Corpus]) -> Judgement:
    """Judge the matching on all of them."""
    judgement = Judgement()
    for corpus in corpora:
        findings = found_in(corpus)
        by_row = {
            row.presence.row: each for each in findings.findings for row in each.participant.rows
        }
        for truth in corpus.truths:
            _judge_one(
                judgement, corpus, truth, [by_row[row] for row in truth.rows if row in by_row]
            )
        _judge_seconds(judgement, corpus, findings)
    return judgement


def _judge_one(judgement: Judgement, corpus: Corpus, truth: Truth, found: list[Finding]) -> None:
    tally = judgement.kinds[f"{truth.kind} ({truth.decidable})"]
    tally.decidable = truth.decidable
    tally.people += 1
    matches = [each.match for each in found if each.match]
    if any(not truth.owners.issuperset(match.registrations) for match in matches):
        tally.wrong += 1
        judgement.notes.append(f"{corpus.seed}: wrong: {_told(truth, found)}")
    if found and len(matches) == len(found):
        tally.automatic += 1
    elif truth.decidable == AUTOMATIC:
        judgement.notes.append(f"{corpus.seed}: not matched: {_told(truth, found)}")
    asked = [each for each in found if not each.match]
    tally.asked += bool(asked)
    right = all(
        each.suggestions and each.suggestions[0].registration in truth.owners for each in asked
    )
    if right and truth.owners:
        tally.first += 1
    elif truth.decidable == ASK:
        judgement.notes.append(f"{corpus.seed}: not first: {_told(truth, found)}")


def _told(truth: Truth, found: list[Finding]) -> str:
    return f"{truth.kind} {sorted(truth.owners)} " + "; ".join(
        f"{each.participant.names} {each.fate} {each.reason} "
        f"{each.match.registrations if each.match else ''} "
        f"{[(one.registration, one.points) for one in each.suggestions[:3]]}"
        for each in found
    )


def human_decisions(corpus: Corpus, findings: Findings) -> list[Decision]:
    """Return what somebody who knows the truth decides about everything that is open."""
    owner = {row: truth.owners for truth in corpus.truths for row in truth.rows}
    made: list[Decision] = []
    for each in findings.findings:
        truths = {owner[row.presence.row] for row in each.participant.rows}
        if each.match or len(truths) != 1:
            continue
        owners = tuple(truths.pop())
        verdict = (Verdict.GUEST, Verdict.IS, Verdict.SPLIT)[min(len(owners), 2)]
        decision = Decision(
            id=len(made) + 1,
            verdict=verdict,
            who="Ada",
            at=moment_of(0),
            participant=each.participant.key,
            registrations=owners,
            why="was there",
        )
        made.append(decision)
    return made


def _judge_seconds(judgement: Judgement, corpus: Corpus, findings: Findings) -> None:
    """Count the seconds of everybody, once somebody has settled what was open."""
    after = found_in(corpus, human_decisions(corpus, findings))
    owned = after.by_registration()
    for registrant in corpus.registrants:
        rows = [row for each in owned.get(registrant.id, ()) for row in each.participant.rows]
        counted = sum(stay(sitting, rows).seconds for sitting in corpus.sittings)
        judgement.seconds_checked += 1
        if counted != corpus.seconds(registrant.id):
            judgement.seconds_wrong += 1
            judgement.notes.append(
                f"{corpus.seed}: seconds of {registrant.id} {registrant.name}: {counted}, "
                f"true: {corpus.seconds(registrant.id)}"
            )


def table(judgement: Judgement) -> str:
    """Return the judgement in columns."""
    lines = [f"{'':44}{'people':>7}{'wrong':>7}{'matched':>9}{'asked':>7}{'right first':>13}"]
    for kind, each in sorted(judgement.kinds.items(), key=lambda one: (one[1].decidable, one[0])):
        right = f"{each.first}" if each.decidable in {ASK, AUTOMATIC} else ""
        lines.append(
            f"{kind:44}{each.people:7}{each.wrong:7}{each.automatic:9}{each.asked:7}{right:>13}"
        )
    matched, decidable = judgement.decidable
    first, ceiling = judgement.suggested
    undecidable = Counter(
        each.decidable for each in judgement.kinds.values() for _ in range(each.people)
    )
    lines += [
        "",
        f"wrong automatic matches: {judgement.wrong}",
        f"decidable and matched:   {matched} of {decidable} ({100 * matched / decidable:.2f} %)",
        f"right person first:      {first} of {ceiling} ({100 * first / ceiling:.2f} %)",
        f"nobody can decide:       {undecidable['undecidable']}",
        f"seconds not exact:       {judgement.seconds_wrong} of {judgement.seconds_checked}",
    ]
    return "\n".join(lines)
