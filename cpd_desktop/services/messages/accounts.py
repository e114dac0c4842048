"""Mail accounts: added, tested, chosen and removed; their secrets go to the keychain only."""

from __future__ import annotations

import secrets
from contextlib import closing
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING

from sqlalchemy import select

from cpd_desktop.domain.errors import Conflict, CpdError, NotAllowed, NotFound, Unavailable
from cpd_desktop.domain.messages.mime import Letter, frame_of, new_message_id
from cpd_desktop.domain.messages.states import Outcome
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.messages.ports import Delivery, Parcel
from cpd_desktop.services.messages.rows import (
    NO_ACCOUNT,
    account_columns,
    account_from,
    read_account,
)
from cpd_desktop.store.tables import mail_account, message

if TYPE_CHECKING:
    from cpd_desktop.domain.changes import Changes, Done
    from cpd_desktop.domain.messages.accounts import AccountDraft, MailAccount
    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.keychain import Keychain
    from cpd_desktop.services.messages.ports import Postmen
    from cpd_desktop.services.messages.refused import RefusedAccounts
    from cpd_desktop.store.database import Database, Transaction

NAME_TAKEN = Sentence("mail account", "There is an account “{name}” already.")
NONE_YET = Sentence("mail account", "There is no mail account yet.")
ADD_ONE = Sentence("mail account", "Add one in Settings, Accounts. Nothing was sent.")
STILL_NEEDED = Sentence(
    "mail account", "“{name}” still has to send %n message(s). Send or cancel what waits first."
)
TEST_SUBJECT = Sentence("mail account", "Test of CPD Desktop")
TEST_TEXT = Sentence(
    "mail account", "This is a test. Mail from {sender} goes out through the account “{name}”."
)
NOT_GONE = Sentence("mail account", "The test message did not go.")


@dataclass(frozen=True, slots=True)
class MailAccounts:
    """The accounts through which mail goes out."""

    db: Database
    clock: Clock
    keychain: Keychain
    postmen: Postmen
    refused: RefusedAccounts

    def listed(self) -> list[MailAccount]:
        """Return the accounts, by name."""
        there = select(mail_account).where(mail_account.c.removed_at.is_(None))
        with self.db.reading() as connection:
            rows = connection.execute(there.order_by(mail_account.c.name)).all()
        return [account_from(row) for row in rows]

    def get(self, key: int) -> MailAccount:
        """Return one, also one that was removed; raises ``NotFound``."""
        with self.db.reading() as connection:
            return read_account(connection, key)

    def called(self, name: str = "") -> MailAccount:
        """Return the account of this name, or the usual one; raises ``NotFound``.

        Without any account it raises ``NotAllowed``.
        """
        found = self.listed()
        if not found:
            raise NotAllowed(NONE_YET, ADD_ONE)
        if not name:
            return next((each for each in found if each.is_default), found[0])
        for each in found:
            if name in (each.name, str(each.id)):
                return each
        raise NotFound(NO_ACCOUNT.filled(account=name))

    def add(self, draft: AccountDraft, secret: Secret | None = None) -> Done[MailAccount]:
        """Keep a new account; the first one is the usual one.

        Raises ``Invalid``, also for a sender that receivers would refuse, and ``Conflict`` for a
        name that is taken. If the keychain does not take the secret, nothing is kept.
        """
        draft.require_valid()
        is_first = not self.listed()
        with self.db.writing("mail_account.add") as tx:
            _require_free(tx, draft.name)
            key = tx.insert(mail_account, **account_columns(draft), is_default=int(is_first))
            made = read_account(tx, key)
            if secret is not None:
                self.keychain.put(made.secret_name, secret)
        return tx.done(made)

    def change(
        self, key: int, draft: AccountDraft, secret: Secret | None = None
    ) -> Done[MailAccount]:
        """Keep what was edited; without a secret the kept one stays.

        Raises ``Invalid``, ``NotFound`` and ``Conflict``. Messages that are made already keep
        their sender.
        """
        draft.require_valid()
        with self.db.writing("mail_account.change") as tx:
            read_account(tx, key)
            _require_free(tx, draft.name, key)
            tx.update(mail_account, key, **account_columns(draft))
            made = read_account(tx, key)
            if secret is not None:
                self.keychain.put(made.secret_name, secret)
        return tx.done(made)

    def choose(self, key: int) -> Changes:
        """Make it the usual one; raises ``NotFound``."""
        with self.db.writing("mail_account.choose") as tx:
            read_account(tx, key)
            for (other,) in tx.execute(select(mail_account.c.id).where(mail_account.c.is_default)):
                tx.update(mail_account, other, is_default=0)
            tx.update(mail_account, key, is_default=1)
        return tx.changes

    def remove(self, key: int) -> Changes:
        """Use it no more and forget its secret; messages that went through it stay.

        Raises ``NotFound``, and ``NotAllowed`` while messages wait for it.
        """
        with self.db.writing("mail_account.remove") as tx:
            found = read_account(tx, key)
            waiting = select(message.c.id).where(
                message.c.mail_account_id == key, message.c.state.in_(("queued", "sending"))
            )
            if count := len(tx.execute(waiting).all()):
                raise NotAllowed(STILL_NEEDED.filled(n=count, name=found.name))
            tx.update(mail_account, key, removed_at=self.clock.now(), is_default=0)
            self.keychain.forget(found.secret_name)
        return tx.changes

    def test(self, key: int, to: str = "") -> Delivery:
        """Send a message to oneself now, past the outbox; say and keep what came of it.

        Raises ``NotFound``, and as ``Postman.connect`` does.
        """
        account = self.get(key)
        sender = account.from_address
        named = {"name": account.name, "sender": account.sender}
        text = str(TEST_TEXT.filled(**named))
        letter = Letter(
            new_message_id(secrets.token_hex(16), account.sender),
            sender,
            replace(sender, mail=to) if to else sender,
            str(TEST_SUBJECT),
            text,
            f"<p>{escape(text)}</p>",
            self.clock.now(),
        )
        parcel = Parcel(letter.message_id, sender.mail, letter.to.mail, frame_of(letter))
        try:
            with closing(self.postmen.of(account)) as postman:
                postman.connect()
                came = postman.hand_over(parcel)
        except CpdError as error:
            if not isinstance(error, Unavailable):  # that is no matter of the account
                self.refused.note(key, error.says)
            raise
        self.refused.note(key, None if came.outcome is Outcome.SENT else came.says or NOT_GONE)
        return came


def _require_free(tx: Transaction, name: str, but: int = 0) -> None:
    of = mail_account.c
    same = select(of.id).where(of.name == name.strip(), of.removed_at.is_(None), of.id != but)
    if tx.execute(same).first():
        raise Conflict(NAME_TAKEN.filled(name=name.strip()))
