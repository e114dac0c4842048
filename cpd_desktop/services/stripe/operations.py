"""What is asked of Stripe: written down first, asked outside of any transaction, then kept.

The key of the row is what makes Stripe do it once: whoever is killed in between asks again with
the same key, and is told what was made the first time.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import uuid4

from sqlalchemy import select

from cpd_desktop.domain.billing.outward import Doubt, OperationState
from cpd_desktop.domain.changes import Changes, Done
from cpd_desktop.domain.errors import (
    Conflict,
    CpdError,
    Invalid,
    NeedsSignIn,
    NotAllowed,
    NotFound,
    Unavailable,
)
from cpd_desktop.domain.stripe.errors import MissingPermission, StripeUnclear
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.billing.doubts import raise_doubt
from cpd_desktop.store.tables import operation

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from sqlalchemy import ColumnElement, Row

    from cpd_desktop.services.billing.rows import Reader
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.stripe.account import Own
    from cpd_desktop.services.stripe.ports import Stripe
    from cpd_desktop.services.work import Work
    from cpd_desktop.store.database import Database, Transaction

REMEMBERED = timedelta(hours=23)  # Stripe forgets the keys of operations after a day
NO_OPERATION = Sentence("stripe", "There is no operation {key}.")
NOT_KNOWN = Sentence(
    "stripe", "It is not known whether Stripe did this, and too late to ask as the same operation."
)

DONE_THERE = Sentence("stripe", "Stripe did {what}, which could not be booked here: {why}")

S = OperationState
UNFINISHED = (S.OPEN, S.UNCERTAIN)
# Why something that happened cannot be booked; all else is tried again.
UNBOOKABLE = (Conflict, Invalid, NotAllowed, NotFound)
# These say that it was not asked now, and nothing of an earlier try.
NOT_ASKED = (Unavailable, NeedsSignIn, MissingPermission)


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """Something asked of Stripe, as kept."""

    id: int
    key: str
    kind: str
    parameters: Mapping[str, Any]
    state: OperationState
    person: int | None
    order: int | None
    payment: int | None
    live: bool
    account: str
    made_at: datetime
    tries: int
    answer: str
    link: str
    link_until: datetime | None
    says: Sentence | None


class About(NamedTuple):
    """Whom and what an operation is about."""

    person: int | None = None
    order: int | None = None
    payment: int | None = None


class Made(NamedTuple):
    """What there is at Stripe after it: an id, and perhaps a page until some moment."""

    answer: str
    link: str = ""
    until: datetime | None = None


class Errand(NamedTuple):
    """One kind of operation: how it is asked, and what its answer means here."""

    ask: Callable[[Stripe, Operation], Any]
    keep: Callable[[Transaction, Operation, Any], Made]


@dataclass(frozen=True, slots=True)
class Operations:
    """Asks Stripe for changes, each once."""

    db: Database
    clock: Clock
    errands: Mapping[str, Errand]

    def ask(
        self, own: Own, kind: str, parameters: Mapping[str, Any], about: About | None = None
    ) -> Done[Any]:
        """Write it down, ask, and keep the answer, which is returned.

        What is unfinished with the same words goes on as the same operation. Raises what Stripe
        raises; after ``StripeUnclear`` it is asked again by ``resume``.
        """
        with self.db.writing("billing.ask") as tx:
            key = self.write_in(tx, own, kind, parameters, about)
        return self.finish(own, key)

    def write_in(
        self,
        tx: Transaction,
        own: Own,
        kind: str,
        parameters: Mapping[str, Any],
        about: About | None = None,
    ) -> str:
        """Write it down inside a transaction and return its key; see ``ask``."""
        c, about = operation.c, about or About()
        same = select(c.key, c.parameters).where(
            _of(own), c.kind == kind, c.state.in_(UNFINISHED), c.person_id.is_(about.person),
            c.sales_order_id.is_(about.order), c.payment_id.is_(about.payment),
            c.made_at > self.clock.now() - REMEMBERED,
        )  # fmt: skip
        for row in tx.execute(same).all():
            if row.parameters == dict(parameters):
                return str(row.key)
        key = str(uuid4())
        tx.insert(
            operation,
            key=key,
            kind=kind,
            parameters=dict(parameters),
            person_id=about.person,
            sales_order_id=about.order,
            payment_id=about.payment,
            live=int(own.live),
            account=own.account,
            made_at=self.clock.now(),
        )
        return key

    def finish(self, own: Own, key: str) -> Done[Any]:
        """Ask for what was written down, and keep the answer; see ``ask``."""
        with self.db.writing("billing.try") as tx:
            each = operation_called(tx, key)
            tx.update(
                operation, each.id,
                state=S.UNCERTAIN, tries=each.tries + 1, tried_at=self.clock.now(),
            )  # fmt: skip
        errand = self.errands[each.kind]
        try:
            answer = errand.ask(own.stripe, each)
        except CpdError as error:
            unclear = isinstance(error, StripeUnclear)
            if not (unclear or (each.tries and isinstance(error, NOT_ASKED))):
                self._fail(each, error.says)
            raise
        try:
            with self.db.writing("billing.done") as tx:
                now_is = operation_called(tx, key)
                if now_is.state is not S.DONE:  # nobody else was told the same meanwhile
                    close_in(tx, now_is, errand.keep(tx, now_is, answer))
        except UNBOOKABLE as error:
            return Done(answer, self._doubt(each, str(getattr(answer, "id", key)), error))
        return tx.done(answer)

    def resume(self, own: Own, work: Work, *, order: int | None = None) -> Changes:
        """Ask again for all that was begun and is not known to be done, or that of an order.

        What Stripe refuses is kept as failed. Raises ``StripeUnclear`` and all else that says
        Stripe cannot be asked now.
        """
        c = operation.c
        wanted = select(c.key, c.made_at, c.parameters).where(_of(own), c.state.in_(UNFINISHED))
        if order is not None:
            wanted = wanted.where(c.sales_order_id == order)
        with self.db.reading() as connection:
            rows = connection.execute(wanted.order_by(c.id)).all()
        changes = Changes()
        for row in work.each(rows):
            # The words of somebody who was erased are gone: nothing is left to ask.
            if not row.parameters or row.made_at <= self.clock.now() - REMEMBERED:
                self._fail(self.get(row.key), NOT_KNOWN)
                continue
            try:
                changes = changes.merged(self.finish(own, row.key).changes)
            except NOT_ASKED:
                raise
            except CpdError:  # it is kept with the operation
                continue
        return changes

    def get(self, key: str) -> Operation:
        """Return an operation; raises ``NotFound``."""
        with self.db.reading() as connection:
            return operation_called(connection, key)

    def listed(self, *where: ColumnElement[bool]) -> list[Operation]:
        """Return operations, the newest first."""
        wanted = select(operation).where(*where).order_by(operation.c.id.desc())
        with self.db.reading() as connection:
            return [_operation(row) for row in connection.execute(wanted)]

    def _doubt(self, each: Operation, made: str, error: CpdError) -> Changes:
        """Keep that Stripe did it, and that somebody has to look what it means here."""
        with self.db.writing("billing.doubt") as tx:
            close_in(tx, each, Made(made))
            raise_doubt(
                tx, Doubt.OTHER_AMOUNT, made, self.clock.now(),
                DONE_THERE.filled(what=made, why=error.says),
                person_id=each.person, sales_order_id=each.order, payment_id=each.payment,
            )  # fmt: skip
        return tx.changes

    def _fail(self, each: Operation, says: Sentence) -> None:
        with self.db.writing("billing.failed") as tx, suppress(NotFound):
            if operation_called(tx, each.key).state is not S.DONE:
                tx.update(operation, each.id, state=S.FAILED, says=says.kept())


def close_in(tx: Transaction, each: Operation, made: Made) -> None:
    """Keep that an operation was done, and what it made."""
    tx.update(
        operation, each.id,
        state=S.DONE, answer=made.answer, link=made.link, link_until=made.until, says={},
    )  # fmt: skip


def operation_called(reader: Reader, key: str) -> Operation:
    """Return an operation by its key; raises ``NotFound``."""
    row = reader.execute(select(operation).where(operation.c.key == key)).first()
    if row is None:
        raise NotFound(NO_OPERATION.filled(key=key))
    return _operation(row)


def operation_of(reader: Reader, own: Own, key: str) -> Operation | None:
    """Return the operation to which something at Stripe refers, if it is one of ours."""
    if not key:
        return None
    row = reader.execute(select(operation).where(operation.c.key == key, _of(own))).first()
    return _operation(row) if row else None


def _of(own: Own) -> ColumnElement[bool]:
    return (operation.c.account == own.account) & (operation.c.live == int(own.live))


def _operation(row: Row[Any]) -> Operation:
    return Operation(
        id=row.id,
        key=row.key,
        kind=row.kind,
        parameters=row.parameters,
        state=S(row.state),
        person=row.person_id,
        order=row.sales_order_id,
        payment=row.payment_id,
        live=bool(row.live),
        account=row.account,
        made_at=row.made_at,
        tries=row.tries,
        answer=row.answer or "",
        link=row.link,
        link_until=row.link_until,
        says=Sentence.of_kept(row.says) if row.says else None,
    )
