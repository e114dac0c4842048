"""Signs that somebody was awake, such as answers to polls, and whose they are."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from cpd_desktop.domain.attendance.letters import bare
from cpd_desktop.domain.attendance.roster import address_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpd_desktop.domain.attendance.findings import Findings
    from cpd_desktop.domain.attendance.roster import Roster


class Interaction(NamedTuple):
    """An answer or a question, under the name and address that were shown."""

    instance: int
    kind: str
    name: str
    email: str
    question: str


def counted(told: Iterable[Interaction], findings: Findings, roster: Roster) -> dict[int, int]:
    """Return how often each registration answered or asked; what may be two people's is nobody's.

    Answering one question twice is one sign.
    """
    by_address: dict[str, set[int]] = defaultdict(set)
    by_name: dict[str, set[int]] = defaultdict(set)
    for number, owned in findings.by_registration().items():
        for each in owned:
            for address in each.participant.addresses:
                by_address[address].add(number)
            for name in each.participant.names:
                by_name[bare(name)].add(number)
    signs: dict[int, set[tuple[int, str, str]]] = defaultdict(set)
    for sign in told:
        email = address_of(sign.email)
        owners = by_address.get(email) or (roster.reached_at(email) if email else set())
        owners = owners or by_name.get(bare(sign.name), set())
        if len(owners) == 1:
            signs[next(iter(owners))].add((sign.instance, sign.kind, sign.question))
    return {number: len(those) for number, those in signs.items()}
