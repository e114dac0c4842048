"""The texts of mails: built in, one's own, and those of single events, each version kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from cpd_desktop.domain.messages.texts import MailText
from cpd_desktop.store.tables import mail_template

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement

    from cpd_desktop.domain.changes import Changes
    from cpd_desktop.domain.messages.purposes import Purpose
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.messages.ports import Stationery
    from cpd_desktop.store.database import Database


@dataclass(frozen=True, slots=True)
class KeptText:
    """A text with where it comes from; number 0 is the one that came with the application."""

    text: MailText
    number: int = 0
    event: int | None = None
    added_at: datetime | None = None

    @property
    def is_built_in(self) -> bool:
        """Say whether nobody wrote another one."""
        return self.number == 0


@dataclass(frozen=True, slots=True)
class MailTexts:
    """What mails say, for each purpose and language."""

    db: Database
    clock: Clock
    stationery: Stationery

    def languages(self) -> Sequence[str]:
        """Return the languages there are built-in texts in."""
        return self.stationery.languages()

    def current(self, purpose: Purpose, language: str, event_id: int | None = None) -> KeptText:
        """Return what is written now: the event's own text, else one's own, else the built-in."""
        for event in dict.fromkeys((event_id, None)):
            newest = next(iter(self.versions(purpose, language, event)), None)
            if newest is not None and newest.text.body:
                return newest
        return KeptText(self.stationery.built_in(purpose, language))

    def versions(
        self, purpose: Purpose, language: str, event_id: int | None = None
    ) -> list[KeptText]:
        """Return what was ever written for exactly this, the newest first."""
        statement = select(mail_template).where(_of(purpose, language, event_id))
        with self.db.reading() as connection:
            rows = connection.execute(statement.order_by(mail_template.c.number.desc())).all()
        return [
            KeptText(MailText(row.subject, row.body), row.number, row.event_id, row.added_at)
            for row in rows
        ]

    def keep(
        self, purpose: Purpose, language: str, text: MailText, event_id: int | None = None
    ) -> Changes:
        """Write this from now on; messages that are made already stay as they are.

        Raises ``Invalid`` for fields that are not known and for what a text may not do.
        """
        text.require_valid(self.stationery.fields(text), purpose)
        return self._add("mail_text.keep", purpose, language, text, event_id)

    def reset(self, purpose: Purpose, language: str, event_id: int | None = None) -> Changes:
        """Go back to what counts without it: one's own text for an event's, else the built-in."""
        return self._add("mail_text.reset", purpose, language, MailText("", ""), event_id)

    def _add(
        self, deed: str, purpose: Purpose, language: str, text: MailText, event_id: int | None
    ) -> Changes:
        numbers = select(mail_template.c.number).where(_of(purpose, language, event_id))
        with self.db.writing(deed) as tx:
            tx.insert(
                mail_template,
                event_id=event_id,
                purpose=purpose,
                language=language,
                number=1 + max(tx.execute(numbers).scalars(), default=0),
                subject=text.subject,
                body=text.body,
                added_at=self.clock.now(),
            )
        return tx.changes


def _of(purpose: Purpose, language: str, event_id: int | None) -> ColumnElement[bool]:
    of = mail_template.c
    return (of.purpose == purpose) & (of.language == language) & of.event_id.is_(event_id)
