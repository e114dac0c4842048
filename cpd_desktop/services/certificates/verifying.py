"""Says what is proven about a certificate that somebody shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cpd_desktop.domain.certificates.verdicts import Verdict
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.certificates.expiring import left_of
from cpd_desktop.services.certificates.issuers import known_by
from cpd_desktop.services.taking_in import read_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import Connection

    from cpd_desktop.domain.certificates.known import Known
    from cpd_desktop.domain.certificates.status_list import StatusList
    from cpd_desktop.domain.certificates.verdicts import Verification
    from cpd_desktop.services.certificates.issuers import KnownIssuers
    from cpd_desktop.services.certificates.trust import Trust
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.store.database import Database, Transaction

LARGEST, LARGEST_CARD = 64, 1
RECORD_ERASED = Sentence(
    "certificate check",
    "Its record was erased on {day}, as it had to be kept no longer. Only that its number was"
    " given, and whether it was revoked or replaced, is still known here.",
)


@dataclass(frozen=True, slots=True)
class Verifying:
    """Compares what is shown with the issuers that are known; nothing leaves the computer.

    One's own certificates are told by the register as it stands, not by a list of some day.
    """

    db: Database
    trust: Trust
    issuers: KnownIssuers
    clock: Clock
    endings: Callable[[Connection | Transaction, datetime], StatusList]

    def file(self, path: Path, cards: Iterable[Path] = ()) -> Verification:
        """Verify a PDF file, a badge, a token in a file, or a picture of a code.

        ``cards`` are trusted this once. Raises ``Invalid`` and ``Unavailable`` for a file that
        cannot be read or a card that is none; whatever else it is, there is a verdict.
        """
        return self.shown(read_file(path, LARGEST), cards)

    def shown(self, content: bytes, cards: Iterable[Path] = ()) -> Verification:
        """Verify what somebody pasted or dropped, as ``file`` does."""
        known = self._known(cards)
        said = self.trust.verify(content, known)
        if said.verdict is not Verdict.NOT_A_CERTIFICATE:
            return self._recorded(said)
        for code in self.trust.codes_in(content):
            told = self.trust.verify(code.encode(), known)
            if told.verdict is not Verdict.NOT_A_CERTIFICATE:
                return self._recorded(told)
        return said

    def _recorded(self, said: Verification) -> Verification:
        """Add to what was said of one's own certificate that its record is no more."""
        if said.claims is None:
            return said
        with self.db.reading() as connection:
            left = left_of(connection, said.claims.number)
            own = next((each for each in self.issuers.read(connection) if each.is_own), None)
        if left is None or own is None:
            return said
        if all(key.fingerprint != said.fingerprint for key in own.card.keys):
            return said
        says = RECORD_ERASED.filled(day=left.erased_at.date())
        return replace(said, unproven=(says, *said.unproven))

    def _known(self, cards: Iterable[Path]) -> Known:
        once = tuple(self.trust.card(read_file(path, LARGEST_CARD, "card")) for path in cards)
        with self.db.reading() as connection:
            kept = self.issuers.read(connection)
            own = next((each for each in kept if each.is_own), None)
            known = known_by(kept)
            if own is not None:
                ended = self.endings(connection, self.clock.now())
                known = replace(known, lists={**known.lists, own.card.fingerprint: ended})
        return replace(known, cards=(*known.cards, *once))
