"""Time stamps of issued certificates: asked for on request, kept beside, and only ever added."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from sqlalchemy import select

from cpd_desktop.domain import settings
from cpd_desktop.domain.certificates.time_stamp import TimeStamp
from cpd_desktop.domain.changes import Changes, Done
from cpd_desktop.domain.errors import NotAllowed
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.database import among
from cpd_desktop.store.tables import time_stamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cpd_desktop.domain.certificates.register import Certificate
    from cpd_desktop.services.certificates.register import CertificateRegister
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.services.work import Work
    from cpd_desktop.store.database import Database
    from cpd_desktop.store.files import ContentStore

STAMPING = Sentence("progress", "Adding time stamps")
NO_SERVICE = Sentence(
    "certificates", "No time stamp service is set up, and none is asked by itself."
)
SET_ONE_UP = Sentence(
    "certificates", "Enter its address in the settings under Certificates. Nothing was changed."
)


class Stamper(Protocol):
    """Gets time stamps from a service, and puts them behind files."""

    def stamp(self, issued: bytes, address: str) -> bytes:
        """Return a token for a copy of the file; raises ``Unavailable`` or ``NotAllowed``."""

    def read(self, issued: bytes, token: bytes) -> TimeStamp:
        """Return what a token says of the file; raises ``Damaged`` if it is not of it."""

    def stamped(self, issued: bytes, token: bytes) -> bytes:
        """Return a copy of the file with the token after it."""


@dataclass(frozen=True, slots=True)
class TimeStamps:
    """What can be done with time stamps. The issued file stays as it is; copies carry the stamp."""

    db: Database
    clock: Clock
    files: ContentStore
    settings: Settings
    register: CertificateRegister
    stamper: Stamper

    def add(self, work: Work, chosen: Sequence[Certificate]) -> Done[dict[int, TimeStamp]]:
        """Ask the service that is set up for a stamp of each that has none; return the new ones.

        Each is kept as it comes: stopped or cut off anywhere, doing it again goes on. Raises
        ``NotAllowed`` without a service or if it refuses, ``NotFound``, ``Damaged`` and
        ``Unavailable``.
        """
        address = self.settings.get(settings.Certificates).time_stamps
        if not address:
            raise NotAllowed(NO_SERVICE, SET_ONE_UP)
        there, made, changes = self.of(each.id for each in chosen), {}, Changes()
        for issued in work.each([each for each in chosen if each.id not in there], note=STAMPING):
            pdf = self.register.pdf(issued)
            token = self.stamper.stamp(pdf, address)
            done = self._keep(issued, token, self.stamper.read(pdf, token))
            made[issued.id], changes = done.value, changes.merged(done.changes)
        return Done(made, changes)

    def of(self, ids: Iterable[int]) -> dict[int, TimeStamp]:
        """Return the stamps of the certificates of these ids that have one."""
        statement = select(time_stamp).where(among(time_stamp.c.certificate_id, ids))
        with self.db.reading() as connection:
            return {
                row.certificate_id: TimeStamp(row.authority, row.stamped_at)
                for row in connection.execute(statement)
            }

    def pdf(self, issued: Certificate) -> bytes:
        """Return a copy with its stamp, or the file as it was issued if it has none.

        Raises ``NotFound`` or ``Damaged``.
        """
        pdf = self.register.pdf(issued)
        statement = select(time_stamp.c.sha256).where(time_stamp.c.certificate_id == issued.id)
        with self.db.reading() as connection:
            name = connection.execute(statement).scalar_one_or_none()
        return pdf if name is None else self.stamper.stamped(pdf, self.files.get(name))

    def _keep(self, issued: Certificate, token: bytes, stamp: TimeStamp) -> Done[TimeStamp]:
        name, of = self.files.keep(token), time_stamp.c.certificate_id
        with self.db.writing("certificate.time_stamp") as tx:
            # Another program may have been faster; the first one stays.
            if tx.execute(select(time_stamp.c.id).where(of == issued.id)).first() is None:
                tx.insert(
                    time_stamp,
                    certificate_id=issued.id,
                    sha256=name,
                    authority=stamp.authority,
                    stamped_at=stamp.at,
                    added_at=self.clock.now(),
                )
        return tx.done(stamp)
