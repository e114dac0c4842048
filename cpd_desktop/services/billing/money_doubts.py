"""Money that somebody has to look at before it counts as settled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from cpd_desktop.domain.billing.outward import Doubt
from cpd_desktop.domain.errors import Invalid, NotFound
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.tables import money_doubt

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Row

    from cpd_desktop.domain.changes import Done
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.store.database import Database, Transaction

NO_DOUBT = Sentence("billing", "There is no question {question} about money.")
SAY_WHY = Sentence("billing", "Say what was found out.")
LONG = Sentence("billing", "It is longer than {limit} characters.")
LONGEST = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyDoubt:
    """What has to be looked at, about what, and what was found out."""

    id: int
    kind: Doubt
    about: str
    person: int | None
    order: int | None
    payment: int | None
    says: Sentence | None
    raised_at: datetime
    settled_at: datetime | None
    settled_by: str
    why: str


@dataclass(frozen=True, slots=True)
class MoneyDoubts:
    """Lists what has to be looked at, and keeps what was found out."""

    db: Database
    clock: Clock

    def listed(self, *, settled: bool = False) -> list[MoneyDoubt]:
        """Return what is open, or what was settled; the newest first."""
        there = money_doubt.c.settled_at.is_not(None) if settled else (
            money_doubt.c.settled_at.is_(None)
        )  # fmt: skip
        wanted = select(money_doubt).where(there).order_by(money_doubt.c.id.desc())
        with self.db.reading() as connection:
            return [_doubt(row) for row in connection.execute(wanted)]

    def settle(self, key: int, why: str) -> Done[None]:
        """Keep that somebody looked, and what they found; raises ``Invalid`` and ``NotFound``."""
        words = why.strip()
        if not words:
            raise Invalid({"why": SAY_WHY})
        if len(words) > LONGEST:
            raise Invalid({"why": LONG.filled(limit=LONGEST)})
        with self.db.writing("billing.settle") as tx:
            mine = select(money_doubt.c.id).where(money_doubt.c.id == key)
            if tx.execute(mine).first() is None:
                raise NotFound(NO_DOUBT.filled(question=key))
            tx.update(
                money_doubt,
                key,
                settled_at=self.clock.now(),
                settled_by=self.db.who,
                why=words,
            )
        return tx.done(None)


def raise_doubt(
    tx: Transaction, kind: Doubt, about: str, now: datetime, says: Sentence, **whose: int | None
) -> None:
    """Have somebody look at something, once; ``whose`` are columns of the row."""
    same = (money_doubt.c.kind == kind, money_doubt.c.about == about)
    if not tx.execute(select(money_doubt.c.id).where(*same)).first():
        tx.insert(money_doubt, kind=kind, about=about, raised_at=now, says=says.kept(), **whose)


def close_doubt(tx: Transaction, kind: Doubt, about: str, now: datetime, why: str) -> None:
    """Keep that a question answered itself."""
    mine = select(money_doubt.c.id).where(
        money_doubt.c.kind == kind,
        money_doubt.c.about == about,
        money_doubt.c.settled_at.is_(None),
    )
    for key in tx.execute(mine).scalars().all():
        tx.update(money_doubt, key, settled_at=now, settled_by="Stripe", why=why)


def _doubt(row: Row[Any]) -> MoneyDoubt:
    return MoneyDoubt(
        id=row.id,
        kind=Doubt(row.kind),
        about=row.about,
        person=row.person_id,
        order=row.sales_order_id,
        payment=row.payment_id,
        says=Sentence.of_kept(row.says) if row.says else None,
        raised_at=row.raised_at,
        settled_at=row.settled_at,
        settled_by=row.settled_by,
        why=row.why,
    )
