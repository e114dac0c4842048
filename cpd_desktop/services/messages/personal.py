"""Mails to one person that belong to no event, frozen and kept as all others are."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from cpd_desktop.domain.errors import Invalid, NotAllowed
from cpd_desktop.domain.messages.addresses import NO_ADDRESS, Address, header_line
from cpd_desktop.domain.messages.mime import Letter, frame_of, new_message_id
from cpd_desktop.domain.messages.states import State
from cpd_desktop.domain.messages.texts import MISSING, MailText, fields_of
from cpd_desktop.services.messages.freezing import kept_of
from cpd_desktop.services.messages.rows import messages_from, read_message
from cpd_desktop.services.person_rows import read_person
from cpd_desktop.store.tables import message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpd_desktop.domain.changes import Done
    from cpd_desktop.domain.messages.accounts import MailAccount
    from cpd_desktop.domain.messages.message import Message
    from cpd_desktop.domain.messages.purposes import Purpose
    from cpd_desktop.domain.people import Person
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.messages.accounts import MailAccounts
    from cpd_desktop.services.messages.ports import Stationery
    from cpd_desktop.store.database import Database
    from cpd_desktop.store.files import ContentStore


class Words(NamedTuple):
    """What is written; ``document`` tells one occasion from the next, so that each goes once."""

    purpose: Purpose
    document: str
    text: MailText
    language: str
    values: Mapping[str, str]


class Way(NamedTuple):
    """Who is written to, where, and through which account."""

    who: Person
    address: str
    account: MailAccount


@dataclass(frozen=True, slots=True)
class PersonalMail:
    """Makes mails for people, whether or not they have a place on an event."""

    db: Database
    clock: Clock
    files: ContentStore
    accounts: MailAccounts
    stationery: Stationery

    def way_to(self, person: int) -> Way:
        """Return how somebody is reached.

        Raises ``NotFound``, ``NotAllowed`` without an account or an address, and ``Invalid`` for
        one that no server takes.
        """
        account = self.accounts.called()
        account.require_valid()
        with self.db.reading() as connection:
            who = read_person(connection, person)
        if not who.email:
            raise NotAllowed(NO_ADDRESS.filled(name=who.name))
        return Way(who, self.stationery.address(who.email), account)

    def write(self, way: Way, words: Words) -> Done[Message]:
        """Make the mail, which goes as soon as it can; one that was made before is returned.

        Raises ``Invalid`` for a text that cannot be or shows a field as nothing.
        """
        letter = self._letter(way, words)
        frame = frame_of(letter)
        row = kept_of(letter, frame, way.account)
        name, person = self.files.keep(frame), way.who.id
        same = select(message).where(
            message.c.purpose == words.purpose, message.c.person_id == person,
            message.c.document == words.document, message.c.state != State.CANCELLED,
        )  # fmt: skip
        with self.db.writing("message.prepare", about=("person", person)) as tx:
            there = messages_from(tx, same)
            key = there[0].id if there else tx.insert(
                message, **row, frame=name, purpose=words.purpose, document=words.document,
                person_id=person, state=State.QUEUED, due_at=letter.at,
            )  # fmt: skip
            made = read_message(tx, key)
        return tx.done(made)

    def _letter(self, way: Way, words: Words) -> Letter:
        account, who = way.account, way.who
        words.text.require_valid(self.stationery.fields(words.text), words.purpose)
        known = {"name": who.name, "email": who.email, **words.values}
        values = {name: known.get(name, "") for name in fields_of(words.purpose)}
        rendered = self.stationery.writer(words.text, words.language).written(values)
        if rendered.missing:
            says = MISSING.filled(name=who.name, field=rendered.missing[0])
            raise Invalid({"text": says})
        return Letter(
            new_message_id(secrets.token_hex(16), account.sender),
            account.from_address,
            Address(way.address, header_line(who.name)),
            rendered.subject,
            rendered.text,
            rendered.html,
            self.clock.now(),
            account.reply_to,
        )
