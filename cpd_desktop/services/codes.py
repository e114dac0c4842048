"""Discount codes: kept, and taken off a price only while they hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from cpd_desktop.domain.codes import Code, CodeDraft
from cpd_desktop.domain.errors import Conflict, Invalid, NotFound
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.registrations import RegistrationStatus
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.tables import discount_code, registration

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from cpd_desktop.domain.changes import Changes, Done
    from cpd_desktop.store.database import Database, Transaction

NO_SUCH_CODE = Sentence("code", "There is no code {code}.")
CODE_TAKEN = Sentence("code", "There is a code {code} already.")
IN_USE = Sentence("code", "The code {code} was used %n time(s); switch it off instead.")


@dataclass(frozen=True, slots=True)
class Codes:
    """What can be done with discount codes."""

    db: Database

    def add(self, draft: CodeDraft) -> Done[Code]:
        """Keep a new code; raises ``Invalid``, ``Conflict`` if there is one of the name."""
        draft.require_valid()
        with self.db.writing("code.add") as tx:
            _require_free(tx, draft)
            key = tx.insert(discount_code, **_columns(draft))
        return tx.done(self.get(key))

    def change(self, code_id: int, draft: CodeDraft) -> Done[Code]:
        """Keep an edited code; what was taken off before stays taken off."""
        draft.require_valid()
        with self.db.writing("code.change", about=("discount_code", code_id)) as tx:
            _row(tx, code_id)
            _require_free(tx, draft, but=code_id)
            tx.update(discount_code, code_id, **_columns(draft))
        return tx.done(self.get(code_id))

    def remove(self, code_id: int) -> Changes:
        """Remove a code that nobody used; raises ``Conflict`` otherwise."""
        with self.db.writing("code.remove", about=("discount_code", code_id)) as tx:
            row = _row(tx, code_id)
            if used := _uses(tx, code_id):
                raise Conflict(IN_USE.filled(code=row.code, n=used))
            tx.delete(discount_code, code_id)
        return tx.changes

    def get(self, code_id: int) -> Code:
        """Return a code; raises ``NotFound``."""
        with self.db.reading() as connection:
            return _code(connection, _row(connection, code_id))

    def listed(self, event_id: int | None = None) -> list[Code]:
        """Return the codes, or those that hold for one event."""
        statement = select(discount_code).order_by(discount_code.c.sought)
        if event_id is not None:
            everywhere = discount_code.c.event_id.is_(None)
            statement = statement.where(everywhere | (discount_code.c.event_id == event_id))
        with self.db.reading() as connection:
            return [_code(connection, row) for row in connection.execute(statement).all()]


def price_with_code(
    reader: Connection | Transaction,
    code: str,
    *,
    event_id: int,
    price: Money | None,
    person_id: int | None,
    now: datetime,
    about_to_use: Mapping[int, int] | None = None,
) -> tuple[Money | None, int]:
    """Return what is left to pay and the code's id; raises ``Invalid`` if it does not hold.

    A code of the event itself goes before one for all events. ``about_to_use`` counts, by code,
    the uses that are not written yet.
    """
    mine = func.coalesce(discount_code.c.event_id == event_id, 0).desc()
    statement = (
        select(discount_code)
        .where(discount_code.c.sought == folded(code))
        .order_by(mine, discount_code.c.event_id.is_(None).desc())
    )
    row = reader.execute(statement).first()
    if row is None:
        raise Invalid({"code": NO_SUCH_CODE.filled(code=code)})
    found = _code(reader, row)
    used = found.used + (about_to_use or {}).get(row.id, 0)
    theirs = 0 if person_id is None else _uses(reader, row.id, person_id)
    refusal = found.refusal(event_id, price, now, used=used, used_by_them=theirs)
    if refusal is not None:
        raise Invalid({"code": refusal})
    return (None if price is None else found.left_of(price)), found.id


def left_with_code(
    reader: Connection | Transaction, code_id: int, price: Money | None
) -> Money | None:
    """Return what is left to pay for somebody who has the code already, whether it still holds."""
    found = _code(reader, _row(reader, code_id))
    if price is None or (found.amount and found.amount.currency != price.currency):
        return price
    return found.left_of(price)


def _uses(reader: Connection | Transaction, code_id: int, person_id: int | None = None) -> int:
    """Return how often the code is in use; who cancels gives their use back."""
    statement = select(func.count()).where(
        registration.c.discount_code_id == code_id,
        registration.c.status != RegistrationStatus.CANCELLED,
    )
    if person_id is not None:
        statement = statement.where(registration.c.person_id == person_id)
    return int(reader.execute(statement).scalar_one())


def _row(reader: Connection | Transaction, code_id: int) -> Row[Any]:
    row = reader.execute(select(discount_code).where(discount_code.c.id == code_id)).first()
    if row is None:
        raise NotFound(NO_SUCH_CODE.filled(code=code_id))
    return row


def _require_free(tx: Transaction, draft: CodeDraft, but: int = 0) -> None:
    statement = select(discount_code.c.id).where(
        discount_code.c.sought == folded(draft.code),
        discount_code.c.event_id.is_not_distinct_from(draft.event_id),
        discount_code.c.id != but,
    )
    if tx.execute(statement).first():
        raise Conflict(CODE_TAKEN.filled(code=draft.code.strip()))


def _code(reader: Connection | Transaction, row: Row[Any]) -> Code:
    return Code(
        row.code,
        row.percent,
        None if row.minor is None else Money(row.minor, row.currency),
        row.event_id,
        row.opens_at,
        row.closes_at,
        row.uses,
        row.uses_each,
        bool(row.active),
        id=row.id,
        used=_uses(reader, row.id),
    )


def _columns(draft: CodeDraft) -> dict[str, object]:
    return {
        "code": draft.code.strip(),
        "sought": folded(draft.code),
        "event_id": draft.event_id,
        "percent": draft.percent,
        "minor": draft.amount.minor if draft.amount else None,
        "currency": draft.amount.currency if draft.amount else None,
        "opens_at": draft.opens_at,
        "closes_at": draft.closes_at,
        "uses": draft.uses,
        "uses_each": draft.uses_each,
        "active": int(draft.active),
    }
