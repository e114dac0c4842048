"""Money that somebody has to look at before it counts: listed, and settled with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import select

from cpd_desktop.domain.billing.outward import Doubt
from cpd_desktop.domain.errors import Invalid, NotAllowed, NotFound
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.tables import money_doubt, payment, sales_order

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Row

    from cpd_desktop.domain.changes import Changes
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.store.database import Database, Transaction

NO_DOUBT = Sentence("billing", "There is no doubt {doubt}.")
SETTLED_BEFORE = Sentence("billing", "This was settled before.")
NO_REASON = Sentence("billing", "Say how it was settled.")

SAYS = {
    Doubt.OTHER_AMOUNT: Sentence("billing", "Another amount came than was asked for."),
    Doubt.NO_PLACE: Sentence("billing", "A payment came for a place that is not held."),
    Doubt.PAID_TWICE: Sentence("billing", "A payment came for what was paid already."),
    Doubt.OTHER_ACCOUNT: Sentence("billing", "It belongs to another account at Stripe."),
    Doubt.DISPUTED: Sentence("billing", "The payment is disputed."),
}


class OpenDoubt(NamedTuple):
    """Something about money that nobody settled yet."""

    id: int
    kind: Doubt
    order: str
    payment: int | None
    raised_at: datetime
    about: str = ""
    person: int | None = None
    told: Sentence | None = None
    live: bool = True

    @property
    def says(self) -> Sentence:
        """Return what is in doubt."""
        return self.told or SAYS[self.kind]


@dataclass(frozen=True, slots=True)
class Doubts:
    """Lists what is in doubt, and settles it."""

    db: Database
    clock: Clock

    def listed(self) -> list[OpenDoubt]:
        """Return what nobody settled yet, the oldest first."""
        c = money_doubt.c
        wanted = (
            select(money_doubt, sales_order.c.number, payment.c.live)
            .outerjoin(sales_order, sales_order.c.id == c.sales_order_id)
            .outerjoin(payment, payment.c.id == c.payment_id)
            .where(c.settled_at.is_(None))
            .order_by(c.raised_at, c.id)
        )
        with self.db.reading() as connection:
            return [_doubt(row) for row in connection.execute(wanted)]

    def settle(self, key: int, why: str) -> Changes:
        """Note how a doubt was settled; raises ``NotFound``, ``Invalid`` and ``NotAllowed``."""
        if not why.strip():
            raise Invalid({"why": NO_REASON})
        with self.db.writing("doubt.settle", about=("money_doubt", key)) as tx:
            row = tx.execute(select(money_doubt).where(money_doubt.c.id == key)).first()
            if row is None:
                raise NotFound(NO_DOUBT.filled(doubt=key))
            if row.settled_at is not None:
                raise NotAllowed(SETTLED_BEFORE)
            tx.update(
                money_doubt,
                key,
                settled_at=self.clock.now(),
                settled_by=self.db.who,
                why=why.strip(),
            )
        return tx.changes


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


def _doubt(row: Row[Any]) -> OpenDoubt:
    return OpenDoubt(
        id=row.id,
        kind=Doubt(row.kind),
        order=row.number or "",
        payment=row.payment_id,
        raised_at=row.raised_at,
        about=row.about,
        person=row.person_id,
        told=Sentence.of_kept(row.says) if row.says else None,
        live=row.live != 0,
    )
