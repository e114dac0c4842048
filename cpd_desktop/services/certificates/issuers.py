"""The issuers that somebody knows: their cards, and their lists of revoked certificates."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from cpd_desktop.domain.certificates.known import Known
from cpd_desktop.domain.errors import Conflict, Invalid, NotFound
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.taking_in import read_file
from cpd_desktop.store.tables import issuer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import Connection

    from cpd_desktop.domain.certificates.issuer_card import IssuerCard
    from cpd_desktop.domain.certificates.status_list import StatusList
    from cpd_desktop.domain.changes import Changes, Done
    from cpd_desktop.services.certificates.trust import Trust
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.store.database import Database, Transaction

LARGEST_CARD, LARGEST_LIST = 1, 64

NO_ISSUER = Sentence("certificates", "There is no known issuer {issuer}.")
OLDER_CARD = Sentence(
    "certificates", "This card of {issuer} is of {day}; a newer one is kept. Nothing was changed."
)
OLDER_LIST = Sentence(
    "certificates", "This list of {issuer} is of {day}; a newer one is kept. Nothing was changed."
)
OWN_CARD = Sentence("certificates", "This is your own card; it is known already.")
NOBODYS = Sentence(
    "certificates",
    "No issuer that you know signed a list of revoked certificates like this. "
    "Take in the issuer's card first.",
)


@dataclass(frozen=True, slots=True)
class KnownIssuer:
    """An issuer whose certificates can be told from others'."""

    id: int
    card: IssuerCard
    status: StatusList | None
    added_at: datetime
    is_own: bool


@dataclass(frozen=True, slots=True)
class KnownIssuers:
    """What can be done with the cards and lists of issuers."""

    db: Database
    trust: Trust
    clock: Clock

    def all(self) -> tuple[KnownIssuer, ...]:
        """Return all issuers that are known, one's own first."""
        with self.db.reading() as connection:
            return self.read(connection)

    def look(self, path: Path) -> IssuerCard:
        """Return whose card it is, without knowing them; raises as ``add`` does."""
        return self.trust.card(read_file(path, LARGEST_CARD, "card"))

    def add(self, path: Path) -> Done[KnownIssuer]:
        """Know an issuer by a card, or better by a newer card of the same issuer.

        Raises ``Invalid`` if it is no card or altered, ``Conflict`` for an older card or one's own.
        """
        content = read_file(path, LARGEST_CARD, "card")
        card = self.trust.card(content)
        with self.db.writing("issuer.add") as tx:
            known = next((each for each in self.read(tx) if _same(each.card, card)), None)
            text = content.decode()
            if known is None:
                key = tx.insert(issuer, card=text, added_at=self.clock.now())
            else:
                _require_newer(known, card)
                key = known.id
                kept_list = tx.execute(
                    select(issuer.c.status_list).where(issuer.c.id == key)
                ).scalar_one()
                still = self._still_good(kept_list, card)
                tx.update(issuer, key, card=text, status_list=still)
            (kept,) = [each for each in self.read(tx) if each.id == key]
        return tx.done(kept)

    def add_list(self, path: Path) -> Done[KnownIssuer]:
        """Take in a list of revoked certificates of an issuer that is known.

        Raises ``Invalid`` if it is none or nobody's that is known, ``Conflict`` for an older one.
        """
        content = read_file(path, LARGEST_LIST, "list")
        with self.db.writing("issuer.list") as tx:
            known, status = self._signer(self.read(tx), content)
            if known.status is not None and known.status.dated > status.dated:
                name, day = known.card.provider.name, status.dated.date()
                raise Conflict(OLDER_LIST.filled(issuer=name, day=day))
            tx.update(issuer, known.id, status_list=content.decode())
        return tx.done(KnownIssuer(known.id, known.card, status, known.added_at, known.is_own))

    def forget(self, issuer_id: int) -> Changes:
        """Do not know an issuer any more; raises ``NotFound``, also for oneself."""
        with self.db.writing("issuer.forget") as tx:
            if all(each.is_own or each.id != issuer_id for each in self.read(tx)):
                raise NotFound(NO_ISSUER.filled(issuer=issuer_id))
            tx.delete(issuer, issuer_id)
        return tx.changes

    def read(self, reader: Connection | Transaction) -> tuple[KnownIssuer, ...]:
        """Return all issuers inside a transaction."""
        rows = reader.execute(select(issuer).order_by(issuer.c.is_own.desc(), issuer.c.id))
        found = []
        for row in rows:
            card = self.trust.card(row.card.encode())
            status = (
                self.trust.status_list(row.status_list.encode(), card) if row.status_list else None
            )
            found.append(KnownIssuer(row.id, card, status, row.added_at, bool(row.is_own)))
        return tuple(found)

    def _signer(
        self, known: Sequence[KnownIssuer], content: bytes
    ) -> tuple[KnownIssuer, StatusList]:
        for each in known:
            if not each.is_own:
                with suppress(Invalid):
                    return each, self.trust.status_list(content, each.card)
        raise Invalid({"list": NOBODYS})

    def _still_good(self, status_list: str, card: IssuerCard) -> str:
        """Return the list if it is good by a newer card, too."""
        with suppress(Invalid):
            self.trust.status_list(status_list.encode(), card)
            return status_list
        return ""


def known_by(issuers: Sequence[KnownIssuer]) -> Known:
    """Return the issuers the way that a certificate is compared with them."""
    lists = {each.card.fingerprint: each.status for each in issuers if each.status}
    return Known(tuple(each.card for each in issuers), lists)


def _same(one: IssuerCard, other: IssuerCard) -> bool:
    return one.continues(other) or other.continues(one)


def _require_newer(known: KnownIssuer, card: IssuerCard) -> None:
    if known.is_own:
        raise Conflict(OWN_CARD)
    if known.card.made > card.made:
        name, day = known.card.provider.name, card.made.date()
        raise Conflict(OLDER_CARD.filled(issuer=name, day=day))
