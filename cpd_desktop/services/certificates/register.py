"""The register of certificates: found by anything they say, read, and taken out as files."""

from __future__ import annotations

import os
import zipfile
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from cpd_desktop.domain.certificates.file_names import file_name
from cpd_desktop.domain.errors import NotFound
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.certificates.rows import certificates_from, joined_certificates
from cpd_desktop.store.database import among, ids_of
from cpd_desktop.store.faults import disk_in_words
from cpd_desktop.store.files import write_whole
from cpd_desktop.store.folder import WRITING
from cpd_desktop.store.tables import certificate, registration

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sqlalchemy import Connection

    from cpd_desktop.domain.certificates.register import Certificate, Status
    from cpd_desktop.services.work import Work
    from cpd_desktop.store.database import Database, Transaction
    from cpd_desktop.store.files import ContentStore

NO_CERTIFICATE = Sentence("certificates", "There is no certificate {number}.")
EXPORTING = "Writing certificates"
_OLDEST = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class CertificateRegister:
    """Every certificate that was ever issued."""

    db: Database
    files: ContentStore

    def ids(
        self,
        search: str = "",
        *,
        event_id: int | None = None,
        person_id: int | None = None,
        status: Status | None = None,
    ) -> Sequence[int]:
        """Return which certificates a search finds, the newest first.

        Words are sought in numbers, codes, names and titles, as they were issued.
        """
        statement = select(certificate.c.id).order_by(certificate.c.id.desc())
        if event_id is not None or person_id is not None:
            statement = statement.join(registration)
        if event_id is not None:
            statement = statement.where(registration.c.event_id == event_id)
        if person_id is not None:
            statement = statement.where(registration.c.person_id == person_id)
        if status is not None:
            statement = statement.where(certificate.c.status == status)
        for word in folded(search).split():
            statement = statement.where(func.instr(certificate.c.sought, word) > 0)
        with self.db.reading() as connection:
            return ids_of(connection, statement)

    def listed(self, ids: Iterable[int]) -> dict[int, Certificate]:
        """Return the certificates of these ids; missing ones are left out."""
        statement = joined_certificates().where(among(certificate.c.id, ids))
        with self.db.reading() as connection:
            return {each.id: each for each in certificates_from(connection, statement)}

    def of_event(self, event_id: int) -> list[Certificate]:
        """Return all certificates of an event, by number as they were issued."""
        found = self.listed(self.ids(event_id=event_id))
        return sorted(found.values(), key=lambda each: each.id)

    def of_person(self, person_id: int) -> list[Certificate]:
        """Return all certificates of a person, as they were issued."""
        found = self.listed(self.ids(person_id=person_id))
        return sorted(found.values(), key=lambda each: each.id)

    def called(self, number: str, reader: Connection | Transaction | None = None) -> Certificate:
        """Return the certificate of this number or code; raises ``NotFound``."""
        text = number.strip()
        statement = joined_certificates().where(
            (certificate.c.number == text) | (certificate.c.code == text.upper())
        )
        if reader is None:
            with self.db.reading() as connection:
                found = certificates_from(connection, statement)
        else:
            found = certificates_from(reader, statement)
        if not found:
            raise NotFound(NO_CERTIFICATE.filled(number=text))
        return found[0]

    def pdf(self, issued: Certificate) -> bytes:
        """Return the file exactly as it was issued; raises ``NotFound`` or ``Damaged``."""
        return self.files.get(issued.sha256)

    def place(self, issued: Certificate) -> Path:
        """Return where the file is kept; it must not be changed."""
        return self.files.place(issued.sha256)

    def export(
        self,
        chosen: Sequence[Certificate],
        out: Path,
        work: Work,
        pdf: Callable[[Certificate], bytes] | None = None,
    ) -> list[Path]:
        """Write files named by person, event and number into a folder, or into one ZIP file.

        They are as they were issued, or what ``pdf`` gives instead. What is there under these
        names is written over. Returns where each is, inside of the ZIP file below its path. Raises
        ``NotFound``, ``Damaged`` or ``Unavailable``.
        """
        named, read = [(each, file_name(each)) for each in chosen], pdf or self.pdf
        if out.suffix.lower() == ".zip":
            _export_packed(named, out, work, read)
        else:
            for issued, name in work.each(named, note=EXPORTING):
                write_whole(out / name, read(issued))
        return [out / name for _, name in named]


def _export_packed(
    named: Sequence[tuple[Certificate, str]],
    out: Path,
    work: Work,
    read: Callable[[Certificate], bytes],
) -> None:
    with disk_in_words():
        out.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=out.parent, prefix=WRITING, delete=False) as made:
            temporary = Path(made.name)
            try:
                with zipfile.ZipFile(made, "w") as packed:
                    for issued, name in work.each(named, note=EXPORTING):
                        at = max(_OLDEST, issued.issued_at.timetuple()[:6])
                        packed.writestr(zipfile.ZipInfo(name, at), read(issued))
                made.flush()
                os.fsync(made.fileno())
            except BaseException:
                made.close()
                temporary.unlink(missing_ok=True)
                raise
        temporary.replace(out)
