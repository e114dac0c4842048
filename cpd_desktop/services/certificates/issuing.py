"""Issues certificates, each in one transaction, and ends those that no longer count."""

from __future__ import annotations

import secrets
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

from sqlalchemy import select

from cpd_desktop.domain.certificates import issuer_card
from cpd_desktop.domain.certificates.completeness import Gap, Where
from cpd_desktop.domain.certificates.freezing import Label, snapshot_of
from cpd_desktop.domain.certificates.numbers import read_pattern, verification_code
from cpd_desktop.domain.certificates.register import Status, required_reason
from cpd_desktop.domain.changes import Changes, Done
from cpd_desktop.domain.errors import CpdError, Invalid, NotAllowed
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.settings import Signatory
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zones import wall_time
from cpd_desktop.services.certificates.ports import Order
from cpd_desktop.services.certificates.rows import certificates_from, joined_certificates
from cpd_desktop.services.numbering import next_number, take_numbers
from cpd_desktop.services.pictures import LARGEST
from cpd_desktop.services.taking_in import read_file
from cpd_desktop.services.work import Cancelled, Work
from cpd_desktop.store.database import among
from cpd_desktop.store.many_files import ManyFiles
from cpd_desktop.store.tables import certificate, registration

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from concurrent.futures import Executor
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import Connection

    from cpd_desktop.domain.certificates.freezing import Holder
    from cpd_desktop.domain.certificates.register import Certificate
    from cpd_desktop.domain.certificates.snapshot import Snapshot
    from cpd_desktop.services.certificates.planning import Plan, Planning
    from cpd_desktop.services.certificates.ports import Batch, Issuer, Press
    from cpd_desktop.services.certificates.register import CertificateRegister
    from cpd_desktop.services.certificates.signing_keys import SigningKeys
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.store.database import Database, Transaction
    from cpd_desktop.store.files import ContentStore

ISSUING = Sentence("progress", "Issuing certificates")
LOT = 100  # certificates that share a transaction
AT_ONCE = 8  # files that the disk is given at once
CRITERIA = Sentence("certificates", "Attended at least {minimum} of “{title}”.")
ENDED = Sentence("certificates", "Certificate {number} was {status} on {day}.")
ISSUE_ANEW = Sentence(
    "certificates", "Nothing was changed. Issue a new one if they should have one again."
)
NO_LONGER = Sentence("certificates", "{name} would get no certificate now: {reason}")
REVOKE = Sentence("certificates", "Revoke it if it should not count. Nothing was changed.")
NOTHING_TELLS = Sentence("certificates", "nothing tells that they were there.")
STOPPED = Sentence("certificates", "Stopped. What was issued until then stays; go on at any time.")


@dataclass(frozen=True, slots=True)
class Issued:
    """What issuing did: ``plan`` is what was found out before, ``made`` what was made of it.

    ``failed`` names who could not get one after all; ``issuer`` is nothing if nobody had to sign.
    ``stopped`` says why the rest was left, if somebody stopped it or the disk did not take more.
    """

    plan: Plan
    made: tuple[Certificate, ...] = ()
    failed: tuple[Gap, ...] = ()
    issuer: Issuer | None = None
    stopped: Sentence | None = None


@dataclass(frozen=True, slots=True)
class _Run:
    plan: Plan
    batch: Batch
    fingerprint: str
    pool: Executor


@dataclass(frozen=True, slots=True)
class _Page:
    holder: Holder
    snapshot: Snapshot
    size: int


@dataclass(slots=True)
class _Lot:
    """What one transaction issued; ``last`` if nobody is left."""

    made: list[Certificate] = field(default_factory=list)
    last: bool = False
    stopped: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Certificates:
    """What can be done with certificates; what was issued is never changed by any of it."""

    db: Database
    clock: Clock
    files: ContentStore
    planning: Planning
    register: CertificateRegister
    press: Press
    keys: SigningKeys

    def plan(
        self,
        event_id: int,
        template: str = "",
        to: Collection[int] | None = None,
        work: Work | None = None,
    ) -> Plan:
        """Return what issuing would do, for all or for some; raises ``NotFound``."""
        return self.planning.plan(event_id, template, to, work=work or Work())

    def numbers(self, plan: Plan) -> tuple[str, str]:
        """Return the first and the last number that issuing to all of a plan would take now."""
        with self.db.reading() as connection:
            numbers = _Numbers(connection, plan, self._now())
            first = numbers.next
            numbers.used = max(0, len(plan.to_issue) - 1)
            return first, numbers.next

    def issue(
        self, work: Work, event_id: int, template: str = "", to: Collection[int] | None = None
    ) -> Done[Issued]:
        """Issue to all who earned one, or to some; who has one already keeps that.

        Each is whole by itself: stopped or cut off anywhere, those issued stay, no number is lost
        or given twice, and doing it again goes on. Raises ``NotFound``, ``NeedsSignIn``,
        ``NotAllowed`` while the clock cannot be right, and if none was issued yet ``Cancelled`` or
        ``Unavailable``.
        """
        plan = self.plan(event_id, template, to, work)
        if not plan.to_issue:
            return Done(Issued(plan), Changes())
        signer = self.keys.signer()
        made: list[Certificate] = []
        failed: list[Gap] = []
        changes = signer.changes
        holders = work.each(plan.to_issue, note=ISSUING)
        lot = _Lot()
        with self._run(plan, signer.value) as run:
            while not lot.last and lot.stopped is None:
                try:
                    done = self._issue(run, holders, failed)
                except CpdError as error:
                    if not made:
                        raise
                    lot = _Lot(stopped=error.says)
                    break
                lot, changes = done.value, changes.merged(done.changes)
                made += lot.made
        if lot.stopped is STOPPED and not made:
            raise Cancelled
        return Done(Issued(plan, tuple(made), tuple(failed), signer.value, lot.stopped), changes)

    def revoke(self, number: str, why: str) -> Done[Certificate]:
        """End a certificate for good.

        Raises ``NotFound``, ``Invalid`` without a reason, ``NotAllowed`` if it ended before.
        """
        told = required_reason(why)
        with self.db.writing("certificate.revoke") as tx:
            old = self._ongoing(tx, number)
            self._end(tx, old, Status.REVOKED, told)
        return tx.done(self.register.called(old.number))

    def replace(self, number: str, why: str) -> Done[Certificate]:
        """Issue a corrected certificate with a new number, and end the old one in its favour.

        It says what is known now, in the newest version of its template. Raises ``NotFound``,
        ``Invalid`` without a reason or if something is missing, and ``NotAllowed`` if it ended
        before or would not be issued now.
        """
        told = required_reason(why)
        old = self.register.called(number)
        with self.db.reading() as connection:
            self._ongoing(connection, old.number)
        plan = self.planning.plan(
            old.event, str(old.template), [old.registration], work=Work(), replacing=old.number
        )
        holder = next(iter((*plan.to_issue, *plan.held_back)), None)
        if holder is None:
            reasons = plan.not_eligible[0].reasons if plan.not_eligible else ()
            reason = next(iter(reasons), NOTHING_TELLS)
            raise NotAllowed(NO_LONGER.filled(name=old.name, reason=str(reason)), REVOKE)
        if plan.missing:
            raise Invalid({each.field: each.says for each in plan.missing})
        signer = self.keys.signer()
        with (
            self._run(plan, signer.value) as run,
            self.db.writing("certificate.replace") as tx,
            ManyFiles(self.files, run.pool) as kept,
        ):
            self._ongoing(tx, old.number)
            numbers = _Numbers(tx, plan, now := self._now())
            label = Label(numbers.next, _code(), now, run.fingerprint, old.number)
            page = _made(run, holder, label, kept)
            self._end(tx, old, Status.REPLACED, told, replaced_by=label.number)
            numbers.take(tx, 1)
            self._write(tx, run, [page], kept.names())
        return Done(self.register.called(label.number), signer.changes.merged(tx.changes))

    def keep_signature(self, path: Path) -> Changes:
        """Keep a picture of the signature, for certificates that are issued from now on.

        Raises ``Invalid`` if it is too large or none, ``Unavailable`` if it cannot be read.
        """
        settings = self.planning.settings
        picture = self.press.signature_picture(read_file(path, LARGEST, "picture"))
        kept = self.files.keep(picture)
        return settings.put(replace(settings.get(Signatory), picture=kept))

    def forget_signature(self) -> Changes:
        """Print no picture of the signature from now on."""
        settings = self.planning.settings
        return settings.put(replace(settings.get(Signatory), picture=""))

    def signature(self) -> bytes:
        """Return the picture of the signature, nothing without one.

        Raises ``NotFound`` or ``Damaged`` if its file is not as it was kept.
        """
        picture = self.planning.settings.get(Signatory).picture
        return self.files.get(picture) if picture else b""

    @contextmanager
    def _run(self, plan: Plan, issuer: Issuer) -> Iterator[_Run]:
        from concurrent.futures import ThreadPoolExecutor

        occasion = plan.occasion
        provider, picture = occasion.provider, occasion.signatory.picture
        order = Order(
            plan.drawn,
            issuer_card.Provider(provider.provider, provider.address, provider.website),
            str(CRITERIA.filled(minimum=occasion.event.minimum, title=occasion.event.title)),
            self._now(),
            {picture: self.files.get(picture)} if picture else {},
        )
        # The disk is waited for while the next ones are made.
        with ThreadPoolExecutor(AT_ONCE) as pool:
            yield _Run(plan, self.press.batch(order), issuer.fingerprint, pool)

    def _issue(self, run: _Run, holders: Iterator[Holder], failed: list[Gap]) -> Done[_Lot]:
        """Issue to the next few; what was made before somebody stopped it is kept.

        Each is whole by itself, but they share a transaction, because each waits for the disk.
        """
        lot, event = _Lot(last=True), run.plan.occasion.event.id
        pages: list[_Page] = []
        # Drawn before files are written: asking for chance lets those who write go first.
        codes = [_code() for _ in range(LOT)]
        # The files are on the disk before the transaction ends.
        with (
            self.db.writing("certificate.issue", about=("event", event)) as tx,
            ManyFiles(self.files, run.pool) as kept,
        ):
            template_id, _ = self.planning.templates.settled(tx, run.plan.template)
            there = (
                select(certificate.c.registration_id)
                .join(registration)
                .where(
                    registration.c.event_id == event,
                    certificate.c.certificate_template_id == template_id,
                    certificate.c.status == Status.ISSUED,
                )
            )
            known = set(tx.execute(there).scalars())
            numbers = _Numbers(tx, run.plan, now := self._now())
            try:
                for at, holder in enumerate(islice(holders, LOT), 1):
                    lot.last = at < LOT
                    if holder.registration not in known:
                        label = Label(numbers.next, codes.pop(), now, run.fingerprint)
                        try:
                            pages.append(_made(run, holder, label, kept))
                        except Invalid as error:
                            failed.append(_failure(error, holder))
                        else:
                            numbers.used += 1
            except Cancelled:
                lot.stopped = STOPPED
            numbers.take(tx, len(pages))
            ids = self._write(tx, run, pages, kept.names())
            mine = joined_certificates().where(among(certificate.c.id, ids))
            snapshots = {each.snapshot.number: each.snapshot for each in pages}
            lot.made = certificates_from(tx, mine.order_by(certificate.c.id), snapshots)
        return tx.done(lot)

    def _write(
        self, tx: Transaction, run: _Run, pages: Sequence[_Page], names: Sequence[str]
    ) -> Sequence[int]:
        template_id, version = self.planning.templates.settled(tx, run.plan.template)
        rows = [
            {
                "registration_id": each.holder.registration,
                "certificate_template_id": template_id,
                "template_version": version,
                "number": each.snapshot.number,
                "code": each.snapshot.code,
                "issued_at": each.snapshot.issued,
                "issued_by": self.db.who,
                "snapshot": each.snapshot.as_json().decode(),
                "sha256": name,
                "size": each.size,
                "sought": _sought(each.snapshot),
            }
            for each, name in zip(pages, names, strict=True)
        ]
        return tx.insert_all(certificate, rows)

    def _ongoing(self, reader: Connection | Transaction, number: str) -> Certificate:
        found = self.register.called(number, reader)
        if found.status is not Status.ISSUED:
            day = found.ended_at.date() if found.ended_at else ""
            says = ENDED.filled(number=found.number, status=found.status, day=day)
            raise NotAllowed(says, ISSUE_ANEW)
        return found

    def _end(
        self,
        tx: Transaction,
        old: Certificate,
        status: Status,
        why: str,
        replaced_by: str | None = None,
    ) -> None:
        tx.update(
            certificate,
            old.id,
            status=status,
            ended_at=self._now(),
            why=why,
            replaced_by=replaced_by,
        )

    def _now(self) -> datetime:
        return self.clock.now().replace(microsecond=0)


class _Numbers:
    """The next numbers of a run; they are taken at the end, as many as were used."""

    def __init__(self, reader: Connection | Transaction, plan: Plan, now: datetime) -> None:
        pattern = read_pattern(plan.occasion.settings.pattern)
        assert pattern is not None  # noqa: S101 - the settings keep no other
        self._pattern = pattern
        self._year = wall_time(now, plan.occasion.event.zone).year
        self._run = f"certificates {pattern.run(self._year)}"
        self._first = next_number(reader, self._run)
        self.used = 0

    @property
    def next(self) -> str:
        """Return the number after those that were used."""
        return self._pattern.number(self._year, self._first + self.used)

    def take(self, tx: Transaction, count: int) -> None:
        """Take so many."""
        if count:
            take_numbers(tx, self._run, count)


def _made(run: _Run, holder: Holder, label: Label, kept: ManyFiles) -> _Page:
    """Return one certificate that is being kept; raises ``Invalid`` or ``Damaged``."""
    snapshot = snapshot_of(run.plan.occasion, holder, label)
    pdf = run.batch.pdf(snapshot, holder.email)
    kept.add(pdf)
    return _Page(holder, snapshot, len(pdf))


def _failure(error: Invalid, holder: Holder) -> Gap:
    name, says = next(iter(error.problems.items()))
    return Gap(name, says, Where.PERSON, registration=holder.registration)


def _sought(snapshot: Snapshot) -> str:
    return folded(snapshot.number, snapshot.code, snapshot.person_name, snapshot.event_title)


def _code() -> str:
    return verification_code(secrets.randbelow)
