"""Makes mails: each looked at, written, and frozen before it may go anywhere."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from cpd_desktop.domain.changes import Changes, Done
from cpd_desktop.domain.errors import CpdError, Invalid
from cpd_desktop.domain.messages.addresses import NO_ADDRESS
from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.domain.messages.states import State
from cpd_desktop.domain.messages.texts import MISSING, MailText
from cpd_desktop.domain.settings import Mail
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.messages.freezing import Freezer
from cpd_desktop.services.messages.linking import FIELD, NO_PLACE, TOO_LARGE, is_linked
from cpd_desktop.services.messages.rows import messages_from
from cpd_desktop.services.work import Work
from cpd_desktop.store.database import among
from cpd_desktop.store.many_files import ManyFiles
from cpd_desktop.store.tables import message, person, suppression

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sqlalchemy import Connection

    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.messages.accounts import MailAccount
    from cpd_desktop.domain.messages.message import Message
    from cpd_desktop.domain.messages.texts import Rendered
    from cpd_desktop.services.agenda import Agenda
    from cpd_desktop.services.certificates.verifying import Verifying
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.invitations import Calendars
    from cpd_desktop.services.messages.accounts import MailAccounts
    from cpd_desktop.services.messages.linking import CertificateLinks
    from cpd_desktop.services.messages.occasions import Occasion, Occasions, Recipient
    from cpd_desktop.services.messages.ports import Stationery, TextWriter
    from cpd_desktop.services.messages.texts import MailTexts
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.store.database import Database, Transaction
    from cpd_desktop.store.files import ContentStore

PREPARING = "Preparing messages"
LOT = 200  # messages that share a transaction
HOLD = timedelta(seconds=10)  # so long a large sending can still be taken back

NO_NEWS = Sentence("messages", "{name} wants no such mail.")
# Of these only one goes for each certificate.
_SAME = frozenset({Purpose.CERTIFICATE, Purpose.CERTIFICATE_REPLACED})


class Lacking(NamedTuple):
    """Why somebody gets no mail: what is missing or wrong, in one sentence."""

    registration: int
    name: str
    says: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be written: about which event, why, to whom, and through which account.

    Without ``text`` it is what is kept for the purpose; ``document`` tells one occasion from the
    next, so that the same reminder goes once; ``more`` are fields of single registrations. With
    ``as_link`` certificates go online and mails bring a link, which ends after a week.
    """

    event: int
    purpose: Purpose
    to: Collection[int] | None = None
    account: str = ""
    language: str = ""
    text: MailText | None = None
    document: str = ""
    more: Mapping[int, Mapping[str, object]] | None = None
    as_link: bool = False


@dataclass(frozen=True, slots=True)
class MailPlan:
    """What would be made: for whom, who has it already, and who lacks something."""

    wanted: Wanted
    account: MailAccount
    occasion: Occasion
    text: MailText
    ready: tuple[tuple[Recipient, str, Rendered], ...] = ()
    already: tuple[Message, ...] = ()
    lacking: tuple[Lacking, ...] = ()


@dataclass(frozen=True, slots=True)
class Prepared:
    """What was made, and what was found out before."""

    plan: MailPlan
    made: tuple[Message, ...] = ()
    lacking: tuple[Lacking, ...] = ()


@dataclass(frozen=True, slots=True)
class Preparing:
    """Makes messages of texts and events."""

    db: Database
    clock: Clock
    files: ContentStore
    settings: Settings
    accounts: MailAccounts
    texts: MailTexts
    occasions: Occasions
    stationery: Stationery
    agenda: Agenda
    calendars: Calendars
    links: CertificateLinks
    verifying: Verifying

    def preview(self, wanted: Wanted, registration: int) -> Rendered:
        """Return what the mail says to one person, whether or not it could go.

        Raises ``NotFound``, and ``Invalid`` for a text that cannot be.
        """
        occasion, _, writer = self._written(wanted)
        one = self.occasions.recipients(occasion, wanted.purpose, "", [registration])
        values = one[0].values if one else self.occasions.values(
            occasion, wanted.purpose, registration
        )  # fmt: skip
        return writer.written({**values, **_more(wanted, registration)})

    def plan(self, wanted: Wanted, work: Work | None = None) -> MailPlan:
        """Return what would be made, without making any of it.

        Raises ``NotFound``, ``NotAllowed`` without an account, ``Invalid`` for a text that cannot
        be or a sender that receivers would refuse.
        """
        account = self.accounts.called(wanted.account)
        account.require_valid()
        occasion, text, writer = self._written(wanted)
        document = wanted.document or document_of(wanted.purpose, occasion.event, text)
        found = self.occasions.recipients(occasion, wanted.purpose, document, wanted.to)
        ready: list[tuple[Recipient, str, Rendered]] = []
        lacking: list[Lacking] = []
        with self.db.reading() as connection:
            already = _already(connection, wanted.purpose, found)
            silent = _silent(connection) if wanted.purpose.is_news else frozenset()
        for each in (work or Work()).each(found, note=PREPARING):
            if (each.place.person_id, each.document) in already:
                continue
            problems = self._look_at(each, writer, wanted, silent)
            if isinstance(problems, Lacking):
                lacking.append(problems)
            else:
                ready.append(problems)
        return MailPlan(
            wanted, account, occasion, text, tuple(ready), tuple(already.values()), tuple(lacking)
        )

    def prepare(
        self, work: Work, wanted: Wanted, *, hold: timedelta | None = None
    ) -> Done[Prepared]:
        """Make a message for everybody who lacks nothing and has none yet.

        They are drafts; with ``hold`` they go by themselves after so long. Each is whole by
        itself: stopped or cut off, those made stay, and doing it again goes on. Raises as ``plan``.
        """
        plan = self.plan(wanted, work)
        freezer = self._freezer(plan)
        made: list[Message] = []
        lacking: list[Lacking] = list(plan.lacking)
        changes = Changes()
        ready = self._with_links(plan, work, lacking)
        for start in range(0, len(ready), LOT):
            work.report(start, len(ready), PREPARING)
            done = self._make(plan, ready[start : start + LOT], freezer, hold, lacking)
            made += done.value
            changes = changes.merged(done.changes)
        work.report(len(ready), len(ready), PREPARING)
        return Done(Prepared(plan, tuple(made), tuple(lacking)), changes)

    def _with_links(
        self, plan: MailPlan, work: Work, lacking: list[Lacking]
    ) -> Sequence[tuple[Recipient, str, Rendered]]:
        """Put certificates online whose mails bring a link, and write these mails with it."""
        linked = {
            each.certificate.number: each.certificate
            for each, _, _ in plan.ready
            if each.certificate is not None and is_linked(each, plan.wanted, plan.account)
        }
        if not linked:
            return plan.ready
        says = None if plan.wanted.as_link or self.links.are_possible else TOO_LARGE
        if FIELD not in self.stationery.fields(plan.text):
            says = NO_PLACE
        online = {} if says else self.links.put(work, [*linked.values()], plan.occasion.language)
        writer, ready = self.stationery.writer(plan.text, plan.occasion.language), []
        for each, address, rendered in plan.ready:
            place, number = each.place, each.certificate.number if each.certificate else ""
            if number not in linked:
                ready.append((each, address, rendered))
            elif says is not None:
                told = {"name": place.name, "account": plan.account.name, "field": FIELD}
                lacking.append(Lacking(place.id, place.name, says.filled(**told)))
            else:
                linking = replace(each, values={**each.values, **online[number]})
                values = {**linking.values, **_more(plan.wanted, place.id)}
                ready.append((linking, address, writer.written(values)))
        return ready

    def _written(self, wanted: Wanted) -> tuple[Occasion, MailText, TextWriter]:
        language = wanted.language or self.settings.get(Mail).language
        occasion = self.occasions.of(wanted.event, language)
        text = wanted.text
        if text is None:
            text = self.texts.current(wanted.purpose, language, wanted.event).text
        text.require_valid(self.stationery.fields(text), wanted.purpose)
        return occasion, text, self.stationery.writer(text, language)

    def _look_at(
        self, each: Recipient, writer: TextWriter, wanted: Wanted, silent: Collection[str]
    ) -> Lacking | tuple[Recipient, str, Rendered]:
        place = each.place
        if not place.email:
            return Lacking(place.id, place.name, NO_ADDRESS.filled(name=place.name))
        try:
            address = self.stationery.address(place.email)
        except Invalid as error:
            return Lacking(place.id, place.name, error.says)
        if place.email in silent or address in silent:
            return Lacking(place.id, place.name, NO_NEWS.filled(name=place.name))
        rendered = writer.written({**each.values, **_more(wanted, place.id)})
        if rendered.missing:
            says = MISSING.filled(name=place.name, field=rendered.missing[0])
            return Lacking(place.id, place.name, says)
        return each, address, rendered

    def _make(
        self,
        plan: MailPlan,
        ready: Sequence[tuple[Recipient, str, Rendered]],
        freezer: Freezer,
        hold: timedelta | None,
        lacking: list[Lacking],
    ) -> Done[list[Message]]:
        rows = []
        # One thread waits for the disk: whoever makes mails would stand back for each more.
        with ThreadPoolExecutor(1) as pool, ManyFiles(self.files, pool) as kept:
            for each, address, rendered in ready:
                try:
                    frame, row = freezer.frozen(each, address, rendered)
                except CpdError as error:  # the file of its certificate is gone or was changed
                    lacking.append(Lacking(each.place.id, each.place.name, error.says))
                else:
                    kept.add(frame)
                    rows.append(row)
            names = kept.names()
        now = self.clock.now()
        state = {"state": State.QUEUED, "due_at": now + hold} if hold is not None else {
            "state": State.DRAFT, "due_at": None,
        }  # fmt: skip
        with self.db.writing("message.prepare", about=("event", plan.wanted.event)) as tx:
            # Somebody else may have made the same meanwhile.
            there = _already(tx, plan.wanted.purpose, [each for each, _, _ in ready])
            new = [
                row | state | {"frame": name}
                for row, name in zip(rows, names, strict=True)
                if (row["person_id"], row["document"]) not in there
            ]
            ids = tx.insert_all(message, new)
            mine = select(message).where(among(message.c.id, ids)).order_by(message.c.id)
            made = messages_from(tx, mine)
        return tx.done(made)

    def _freezer(self, plan: MailPlan) -> Freezer:
        wanted = plan.wanted
        is_invited = wanted.purpose.calendar is not None and bool(plan.ready)
        invitations = self.agenda.entries_of_event(wanted.event) if is_invited else ()
        return Freezer(
            *(plan.account, wanted.purpose, invitations, self.calendars),
            *(self.files, self.clock.now()),
            proof=self.verifying.proof() if wanted.purpose.brings_certificate else None,
        )


def document_of(purpose: Purpose, event: Event, text: MailText | None = None) -> str:
    """Return what tells this from other mails for the same purpose: changes call for new ones."""
    if purpose is Purpose.MESSAGE and text is not None:
        return f"event {event.id} text {_mark(text)}"
    if purpose in (Purpose.CHANGED, Purpose.POSTPONED, Purpose.REMINDER):
        steps = sum(each.sequence for each in event.sessions)
        return f"event {event.id} at {event.starts:%Y-%m-%dT%H:%M}Z change {steps}"
    return f"event {event.id}"


def _mark(text: MailText) -> str:
    return hashlib.sha256(f"{text.subject}\n{text.body}".encode()).hexdigest()[:16]


def _already(
    reader: Connection | Transaction, purpose: Purpose, found: Sequence[Recipient]
) -> dict[tuple[int, str], Message]:
    """Return the messages that some of them have for the same reason, whatever became of them."""
    same = _SAME if purpose in _SAME else {purpose}
    statement = select(message).where(
        among(message.c.person_id, {each.place.person_id for each in found}),
        message.c.purpose.in_(sorted(same)),
        message.c.state != State.CANCELLED,
    )
    asked = {(each.place.person_id, each.document) for each in found}
    had = messages_from(reader, statement)
    return {
        (each.person, each.document): each
        for each in had
        if each.person is not None and (each.person, each.document) in asked
    }


def _silent(reader: Connection) -> frozenset[str]:
    """Return the addresses that want no news."""
    said = reader.execute(select(suppression.c.address)).scalars()
    marked = select(person.c.email).where(person.c.do_not_mail == 1, person.c.email != "")
    return frozenset((*said, *reader.execute(marked).scalars()))


def _more(wanted: Wanted, registration: int) -> Mapping[str, object]:
    return (wanted.more or {}).get(registration, {})
