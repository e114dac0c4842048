"""Erasing a person who asks for it: what goes, what must stay, and both said beforehand."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, or_, select, update

from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.people import PersonDraft
from cpd_desktop.domain.registrations import HOLDS_A_PLACE, Source
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.billing.moving import count_booked, forget_asked
from cpd_desktop.services.messages.moving import erase_messages, messages_of
from cpd_desktop.services.person_rows import read_person, write_person
from cpd_desktop.services.person_trail import trail_of
from cpd_desktop.services.work import Work
from cpd_desktop.store.files import ContentStore
from cpd_desktop.store.tables import (
    alias,
    answer,
    certificate,
    draft,
    errand,
    event,
    happening,
    interaction,
    message,
    metadata,
    party,
    person,
    presence,
    registration,
    seat,
    session,
    source_file,
    speaker,
    submission,
    told_apart,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from sqlalchemy import Column, ColumnElement, Connection, Select, Table

    from cpd_desktop.domain.changes import Done
    from cpd_desktop.domain.people import Person
    from cpd_desktop.services.backups import Backups
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.store.database import Database, Transaction

SHORTEST = 4  # a shorter name is part of too many words

GOES_PERSON = Sentence(
    "erasure",
    "Name, addresses, spellings, licence numbers, phone, organisation, job title, tags, consent "
    "and notes are erased. The name becomes “{name}”.",
)
GOES_ANSWERS = Sentence("erasure", "What is erased: %n answer(s) given when registering.")
GOES_WORK = Sentence("erasure", "The text and files of %n piece(s) of work are erased.")
GOES_PLACES = Sentence("erasure", "Notes and your own references on %n place(s) are erased.")
GOES_MAILS = Sentence(
    "erasure",
    "What is emptied, and goes out no more: %n message(s) to them. What was sent, and when, stays "
    "known.",
)
GOES_TRAIL = Sentence(
    "erasure",
    "The audit trail forgets what %n step(s) changed. What was changed so cannot be undone any "
    "more, also for others in the same step.",
)
GOES_SEARCH = Sentence("erasure", "The search and the free space of the database forget them.")
STAYS_PLACES = Sentence(
    "erasure",
    "What stays is %n place(s) with number, dates, status, check-ins, marks and amounts: your "
    "accounts and the credit you gave must remain provable.",
)
GOES_INTERACTIONS = Sentence(
    "erasure", "What is erased: %n answer(s) and question(s) of theirs during meetings."
)
STAYS_REPORTS = Sentence(
    "erasure",
    "What stays as it came is %n report(s) of who was at a meeting, with the name: it proves the "
    "credit that you gave.",
)
STAYS_CERTIFICATES = Sentence(
    "erasure",
    "The register keeps %n certificate(s) with the name, as issued: whoever is shown one must be "
    "able to ask you whether it is true.",
)
STAYS_BOOKED = Sentence(
    "erasure",
    "What stays in the ledger: %n line(s), with the orders, invoices and receipts as issued, and "
    "the name on them: the law wants accounts kept.",
)
STAYS_TRAIL = Sentence(
    "erasure", "The audit trail keeps that something was done, when and by whom."
)
STAYS_NOTHING = Sentence("erasure", "Only the number of the entry stays, and that it was erased.")
BACKUPS = Sentence(
    "erasure",
    "They are still in %n backup(s) in the data folder, until newer ones take that place. Backups "
    "made by hand or kept elsewhere stay until you delete them.",
)
NO_BACKUPS = Sentence(
    "erasure", "Backups that you keep elsewhere still hold them until you delete them."
)
FILES = Sentence("erasure", "%n imported file(s) may still name them: {names}.")
SPEAKER = Sentence("erasure", "The speaker {name} has the same address and stays.")
COMING = Sentence(
    "erasure", "They hold %n place(s) on sessions to come. Cancel these first if need be."
)
AT_ZOOM = Sentence(
    "erasure", "Zoom keeps %n registration(s) of theirs; delete them there if need be."
)
LEFT_OVER = Sentence(
    "erasure",
    "Traces may be left in the database file, because another program had it open. Close it and "
    "erase this person again.",
)
ERASED_NAME = Sentence("erasure", "Erased person {person}")


@dataclass(frozen=True, slots=True)
class Report:
    """What goes, what stays and why, and what somebody has to see to themselves."""

    person: Person
    goes: tuple[Sentence, ...]
    stays: tuple[Sentence, ...]
    see_to: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Erasure:
    """Erases people on request, and says what that does."""

    db: Database
    clock: Clock
    backups: Backups

    def erasure_preview(self, person_id: int, work: Work | None = None) -> Report:
        """Return what erasing a person would do; raises ``NotFound``."""
        with self.db.reading() as connection:
            who = read_person(connection, person_id)
            deeds = trail_of(connection, person_id, _texts(who), work or Work()).deeds
            return self._report(connection, who, deeds)

    def erase(self, person_id: int, why: str = "", work: Work | None = None) -> Done[Report]:
        """Erase a person for good, keeping what must stay; raises ``NotFound``, ``Invalid``.

        This cannot be undone. Somebody erased before is cleared of traces that were left over.
        """
        about = ("person", person_id)
        with self.db.writing("person.erase", about=about, detailed=False) as tx:
            who = read_person(tx, person_id)
            trail = trail_of(tx, person_id, _texts(who), work or Work())
            report = self._report(tx, who, trail.deeds)
            files = _files(tx, who)
            if who.erased_at is None:
                self._clear(tx, who, why)
            trail.forget(tx)
            files -= _files(tx)
        store = ContentStore(self.backups.folder.files)
        for name in files:
            store.place(name).unlink(missing_ok=True)
        if not self.db.scrub():
            report = Report(who, report.goes, report.stays, (LEFT_OVER, *report.see_to))
        return tx.done(report)

    def _clear(self, tx: Transaction, who: Person, why: str) -> None:
        name = str(ERASED_NAME.filled(person=who.id))
        left = PersonDraft(name, notes=why, do_not_mail=True).tidied()
        left.require_valid()
        write_person(tx, who.id, left)
        tx.update(person, who.id, erased_at=self.clock.now())
        for row in tx.execute(_places(who)).all():
            tx.update(registration, row.id, reference=None, note="")
        for key in _ids(tx, answer, who):
            tx.delete(answer, key)
        for key in _ids(tx, seat, who):
            tx.update(seat, key, join_link="")
        for key in _ids(tx, submission, who):
            tx.update(submission, key, body="", feedback="", sha256=None, file_name="")
        erase_messages(tx, who.id)
        forget_asked(tx, who.id)
        _forget_likeness(tx, who)
        for row in tx.execute(select(party)).all():
            if row.email in _addresses(who) or folded(row.payer) in _names(who):
                tx.update(party, row.id, payer="", email="")
        _clear_texts(tx, draft, draft.c.content, who)
        _clear_texts(tx, errand, errand.c.says, who)
        _clear_texts(tx, happening, happening.c.content, who)
        nobody = {"name": "", "email": "", "question": "", "answer": ""}
        tx.execute(update(interaction).where(_said_by(interaction, who)).values(nobody))

    def _report(self, reader: Connection | Transaction, who: Person, deeds: int) -> Report:
        places = list(reader.execute(_places(who)).all())
        answers, work = (len(_ids(reader, table, who)) for table in (answer, submission))
        said = _count(reader, interaction.c.id, _said_by(interaction, who))
        mails = sum(bool(each.frame) for each in messages_of(reader, who.id))
        named = _count(reader, presence.c.report_id.distinct(), _said_by(presence, who))
        noted = sum(bool(row.note or row.reference) for row in places)
        name = ERASED_NAME.filled(person=who.id)
        goes = (
            (GOES_PERSON.filled(name=name), who.erased_at is None),
            (GOES_ANSWERS.filled(n=answers), answers),
            (GOES_WORK.filled(n=work), work),
            (GOES_PLACES.filled(n=noted), noted),
            (GOES_INTERACTIONS.filled(n=said), said),
            (GOES_MAILS.filled(n=mails), mails),
            (GOES_TRAIL.filled(n=deeds), deeds),
            (GOES_SEARCH, True),
        )
        stays = [STAYS_PLACES.filled(n=len(places)) if places else STAYS_NOTHING]
        stays += [STAYS_REPORTS.filled(n=named)] if named else []
        issued = len(_ids(reader, certificate, who))
        stays += [STAYS_CERTIFICATES.filled(n=issued)] if issued else []
        booked = count_booked(reader, who.id)
        stays += [STAYS_BOOKED.filled(n=booked)] if booked else []
        return Report(
            who,
            tuple(says for says, holds in goes if holds),
            (*stays, STAYS_TRAIL),
            tuple(self._see_to(reader, who)),
        )

    def _see_to(self, reader: Connection | Transaction, who: Person) -> Iterator[Sentence]:
        if coming := reader.execute(_coming(who, self.clock.now())).scalar_one():
            yield COMING.filled(n=coming)
        if seats := len(_ids(reader, seat, who)):
            yield AT_ZOOM.filled(n=seats)
        files = reader.execute(_imports(who)).scalars().all()
        if files:
            yield FILES.filled(n=len(files), names=", ".join(files))
        for row in reader.execute(select(speaker.c.name, speaker.c.email)).all():
            if row.email in _addresses(who):
                yield SPEAKER.filled(name=row.name)
        kept = len(self.backups.list())
        yield BACKUPS.filled(n=kept) if kept else NO_BACKUPS


def _forget_likeness(tx: Transaction, who: Person) -> None:
    """Forget who they were taken for, and under which names and addresses they came."""
    for table, theirs in ((alias, alias.c.person_id == who.id), (told_apart, _of_pair(who))):
        for key in tx.execute(select(table.c.id).where(theirs)).scalars().all():
            tx.delete(table, key)


def _count(reader: Connection | Transaction, what: Any, where: ColumnElement[bool]) -> int:
    return int(reader.execute(select(func.count(what)).where(where)).scalar_one())


def _said_by(table: Table, who: Person) -> ColumnElement[bool]:
    """Find rows that came from Zoom under the person's name or address."""
    names = (who.name, *who.spellings) if who.erased_at is None else ()
    addresses = func.lower(table.c.email).in_(sorted(_addresses(who)))
    return or_(addresses, table.c.name.in_(names))


def _places(who: Person) -> Select[Any]:
    return select(registration).where(registration.c.person_id == who.id)


def _ids(reader: Connection | Transaction, table: Table, who: Person) -> Sequence[int]:
    """Return the rows that belong to the person's places."""
    theirs = select(registration.c.id).where(registration.c.person_id == who.id)
    mine = select(table.c.id).where(table.c.registration_id.in_(theirs))
    return reader.execute(mine).scalars().all()


def _coming(who: Person, now: datetime) -> Select[Any]:
    held = registration.c.status.in_(HOLDS_A_PLACE)
    later = select(session.c.event_id).where(session.c.ends_at > now)
    theirs = registration.c.person_id == who.id
    return select(func.count()).where(theirs, held, registration.c.event_id.in_(later))


def _imports(who: Person) -> Select[Any]:
    """Find the files from which the person may have come."""
    events = select(registration.c.event_id).where(
        registration.c.person_id == who.id, registration.c.source == Source.FILE
    )
    mine = source_file.c.event_id.in_(events)
    return select(source_file.c.file_name).where(mine).order_by(source_file.c.id)


def _of_pair(who: Person) -> ColumnElement[bool]:
    return or_(told_apart.c.lower_id == who.id, told_apart.c.higher_id == who.id)


def _files(reader: Connection | Transaction, who: Person | None = None) -> set[str]:
    """Return the kept files that work of the person, or that anything, refers to."""
    if who is not None:
        theirs = submission.c.id.in_(_ids(reader, submission, who))
        rows = reader.execute(select(submission.c.sha256).where(theirs)).scalars()
        frames = (each.frame for each in messages_of(reader, who.id))
        return set(filter(None, (*rows, *frames)))
    columns = [table.c.sha256 for table in metadata.tables.values() if "sha256" in table.c]
    found: set[str] = set()
    for column in (*columns, event.c.image, message.c.frame):
        found.update(filter(None, reader.execute(select(column)).scalars()))
    return found


def _addresses(who: Person) -> set[str]:
    return {who.email, *who.addresses} - {""}


def _names(who: Person) -> set[str]:
    return {folded(name) for name in (who.name, *who.spellings)}


def _texts(who: Person) -> tuple[str, ...]:
    """Return what names the person wherever it stands."""
    if who.erased_at is not None:
        return ()
    names = (name for name in (who.name, *who.spellings) if len(name) >= SHORTEST)
    return (*_addresses(who), *names)


def _clear_texts(tx: Transaction, table: Table, column: Column[Any], who: Person) -> None:
    """Remove what was typed or told about the person beside the record."""
    for row in tx.execute(select(table.c.id, column.label("content"))).all():
        if _tells(json.dumps(row.content, ensure_ascii=False), _texts(who)):
            tx.delete(table, row.id)


def _tells(content: str, texts: tuple[str, ...]) -> bool:
    return any(text.casefold() in content.casefold() for text in texts)
