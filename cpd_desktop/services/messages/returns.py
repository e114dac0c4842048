"""What comes back for messages: bounces, answers, and who wants no news any more."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import select

from cpd_desktop.domain.messages.returns import Returned, ReturnKind, read_return
from cpd_desktop.store.tables import mail_return, message

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Row

    from cpd_desktop.domain.messages.accounts import MailAccount
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.messages.accounts import MailAccounts
    from cpd_desktop.services.messages.outbox import Outbox
    from cpd_desktop.services.messages.ports import Mailboxes
    from cpd_desktop.services.work import Work
    from cpd_desktop.store.database import Database, Transaction

LOOKING = "Looking for mail that came back"
SEEN = "mailbox_seen"
UNSUBSCRIBED = "unsubscribed by mail"


class KeptReturn(NamedTuple):
    """What came back for one message, as it is kept."""

    message: int
    kind: ReturnKind
    status: str
    words: str
    at: datetime


@dataclass(frozen=True, slots=True)
class LookReport:
    """How many mails of which kind came back, for which messages, from how many mailboxes."""

    kinds: Counter[ReturnKind] = field(default_factory=Counter)
    messages: list[int] = field(default_factory=list)
    looked: int = 0


@dataclass(frozen=True, slots=True)
class Returns:
    """Finds what came back and attaches it to the message, and so to the person."""

    db: Database
    clock: Clock
    accounts: MailAccounts
    outbox: Outbox
    mailboxes: Mailboxes

    def look(self, work: Work) -> LookReport:
        """Look into the mailboxes of all accounts that have one, from where the last look ended.

        Only headers are read, and all of a mail that may be about one of ours. Raises
        ``NeedsSignIn``, ``NotAllowed``, ``Unavailable`` and ``Cancelled``; what was found is kept.
        """
        report = LookReport()
        looked = 0
        for account in self.accounts.listed():
            mailbox = self.mailboxes.mailbox_of(account)
            if mailbox is None:
                continue
            looked += 1
            try:
                mailbox.connect()
                seen = account.settings.get(SEEN, "")
                for mark, content in mailbox.arrived(seen, self._concerns):
                    work.report(len(report.messages), None, LOOKING)
                    self._note(content, report)
                    seen = mark
            finally:
                mailbox.close()
            self._remember(account, seen)
        return replace(report, looked=looked)

    def note(self, content: bytes) -> LookReport:
        """Attach what one mail says, such as one that a person saved as a file."""
        report = LookReport()
        self._note(content, report)
        return report

    def of_message(self, key: int) -> list[KeptReturn]:
        """Return what came back for a message, the first one first."""
        return self._listed(mail_return.c.message_id == key)

    def of_person(self, key: int) -> list[KeptReturn]:
        """Return what came back for everything that was written to a person."""
        return self._listed(message.c.person_id == key)

    def _listed(self, wanted: Any) -> list[KeptReturn]:
        statement = select(mail_return).join(message).where(wanted).order_by(mail_return.c.id)
        with self.db.reading() as connection:
            return [_kept(row) for row in connection.execute(statement)]

    def _concerns(self, head: bytes) -> bool:
        """Say whether a mail with these headers may be about one of ours."""
        found = read_return(head)
        if found is None:
            return False
        if found.kind in (ReturnKind.BOUNCED, ReturnKind.UNSUBSCRIBED):
            return True
        with self.db.reading() as connection:
            theirs = select(message.c.id).where(message.c.message_id.in_(found.about))
            return connection.execute(theirs).first() is not None

    def _note(self, content: bytes, report: LookReport) -> None:
        found = read_return(content)
        if found is None:
            return
        with self.db.writing("message.returned") as tx:
            rows = tx.execute(_meant(found)).all()
            new = [row for row in rows if not _is_known(tx, row.id, found.source)]
            for row in new:
                tx.insert(
                    mail_return,
                    message_id=row.id,
                    kind=found.kind,
                    source=found.source,
                    status=found.status,
                    words=found.words,
                    at=self.clock.now(),
                )
        for row in new:
            report.kinds[found.kind] += 1
            report.messages.append(row.id)
            if found.kind is ReturnKind.UNSUBSCRIBED and row.recipient:
                self.outbox.silence(row.recipient, UNSUBSCRIBED)

    def _remember(self, account: MailAccount, seen: str) -> None:
        if seen != account.settings.get(SEEN, ""):
            settings = {**account.settings, SEEN: seen}
            self.accounts.change(account.id, replace(account.draft(), settings=settings))


def _meant(found: Returned) -> Any:
    """Return what finds the messages that a mail means: by what only their readers can know."""
    rows = select(message.c.id, message.c.recipient)
    if found.kind is ReturnKind.UNSUBSCRIBED:
        return rows.where(message.c.message_id.startswith(f"<{found.token}@", autoescape=True))
    return rows.where(message.c.message_id.in_(found.about))


def _is_known(tx: Transaction, key: int, source: str) -> bool:
    of = mail_return.c
    known = select(of.id).where(of.message_id == key, of.source == source)
    return tx.execute(known).first() is not None


def _kept(row: Row[Any]) -> KeptReturn:
    return KeptReturn(row.message_id, ReturnKind(row.kind), row.status, row.words, row.at)
