"""Discount codes: kept, and taken off a price only while they hold."""

from __future__ import annotations

from dataclasses import dataclass, replace
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


class CodesOfEvent:
    """Takes codes off one event's price, for as long as a transaction lasts."""

    def __init__(self, tx: Transaction, event_id: int, price: Money | None, now: datetime) -> None:
        self._tx = tx
        self._event_id = event_id
        self._price = price
        self._now = now
        self._read: dict[str, Code] = {}

    def price_with(self, code: str, person_id: int | None) -> tuple[Money | None, Code]:
        """Return what is left to pay; raises ``Invalid`` if the code does not hold."""
        found = self._called(code)
        counts = person_id is not None and found.uses_each is not None
        theirs = _uses(self._tx, found.id, person_id) if counts else 0
        refusal = found.refusal(
            self._event_id, self._price, self._now, used=found.used, used_by_them=theirs
        )
        if refusal is not None:
            raise Invalid({"code": refusal})
        return (None if self._price is None else found.left_of(self._price)), found

    def use(self, code: Code) -> None:
        """Count a use that is about to be written."""
        self._read[folded(code.code)] = replace(code, used=code.used + 1)

    def _called(self, code: str) -> Code:
        sought = folded(code)
        if sought not in self._read:
            same = discount_code.c.sought == sought
            row = self._tx.execute(select(discount_code).where(same)).first()
            if row is None:
                raise Invalid({"code": NO_SUCH_CODE.filled(code=code)})
            self._read[sought] = _code(self._tx, row)
        return self._read[sought]


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
    same = discount_code.c.sought == folded(draft.code)
    if tx.execute(select(discount_code.c.id).where(same, discount_code.c.id != but)).first():
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
