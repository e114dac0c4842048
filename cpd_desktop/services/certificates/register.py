"""The register of certificates: found by anything they say, read, and taken out as files."""

from __future__ import annotations

import os
import zipfile
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import func, select

from cpd_desktop.domain.certificates.file_names import file_name
from cpd_desktop.domain.certificates.register import Status
from cpd_desktop.domain.errors import NotFound
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.certificates.expiring import left_of
from cpd_desktop.services.certificates.rows import certificates_from, joined_certificates
from cpd_desktop.store.database import among, ids_of
from cpd_desktop.store.faults import disk_in_words
from cpd_desktop.store.files import write_whole
from cpd_desktop.store.folder import WRITING
from cpd_desktop.store.tables import certificate, certificate_template, event, registration

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from cpd_desktop.domain.certificates.register import Certificate
    from cpd_desktop.services.certificates.trust import Trust
    from cpd_desktop.services.work import Work
    from cpd_desktop.store.database import Database, Transaction
    from cpd_desktop.store.files import ContentStore

NO_CERTIFICATE = Sentence("certificates", "There is no certificate {number}.")
ERASED = Sentence(
    "certificates", "Certificate {number} was erased on {day}, as it had to be kept no longer."
)
EXPORTING = Sentence("progress", "Writing certificates")
_OLDEST = (1980, 1, 1, 0, 0, 0)
# As it was issued, which only the snapshot tells.
_SAID = {
    "name": func.json_extract(certificate.c.snapshot, "$.person_name").collate("NOCASE"),
    "title": func.json_extract(certificate.c.snapshot, "$.event_title").collate("NOCASE"),
    "date": func.json_extract(certificate.c.snapshot, "$.starts"),
}


class ChosenEvent(NamedTuple):
    """An event of which there are certificates, and how many."""

    id: int
    title: str
    certificates: int


@dataclass(frozen=True, slots=True)
class RegisterChoices:
    """What the register can be narrowed down by; templates with their ids."""

    counts: Mapping[Status, int]
    events: tuple[ChosenEvent, ...]
    templates: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class CertificateRegister:
    """Every certificate that was ever issued."""

    db: Database
    files: ContentStore
    trust: Trust

    def ids(
        self,
        search: str = "",
        *,
        event_id: int | None = None,
        person_id: int | None = None,
        status: Status | None = None,
        template_id: int | None = None,
        since: datetime | None = None,
        sort: str = "number",
        descending: bool = True,
    ) -> Sequence[int]:
        """Return which certificates a search finds, the newest first unless sorted otherwise.

        Words are sought in numbers, codes, names and titles, as they were issued.
        """
        of = certificate.c
        key = {"number": of.id, "status": of.status, **_SAID}[sort]
        statement = select(of.id).order_by(key.desc() if descending else key, of.id.desc())
        if event_id is not None or person_id is not None:
            statement = statement.join(registration)
        for column, wanted in (
            (registration.c.event_id, event_id),
            (registration.c.person_id, person_id),
            (of.status, status),
            (of.certificate_template_id, template_id),
        ):
            if wanted is not None:
                statement = statement.where(column == wanted)
        if since is not None:
            statement = statement.where(of.issued_at >= since)
        for word in folded(search).split():
            statement = statement.where(func.instr(of.sought, word) > 0)
        with self.db.reading() as connection:
            return ids_of(connection, statement)

    def choices(self) -> RegisterChoices:
        """Return what the certificates can be narrowed down by."""
        of = certificate.c
        counts = select(of.status, func.count()).group_by(of.status)
        events = (
            select(event.c.id, event.c.title, func.count())
            .join(registration, registration.c.event_id == event.c.id)
            .join(certificate, certificate.c.registration_id == registration.c.id)
            .group_by(event.c.id)
            .order_by(event.c.id.desc())
        )
        used = select(of.certificate_template_id).distinct()
        templates = (
            select(certificate_template.c.id, certificate_template.c.name)
            .where(certificate_template.c.id.in_(used))
            .order_by(certificate_template.c.name)
        )
        with self.db.reading() as connection:
            return RegisterChoices(
                {Status(status): count for status, count in connection.execute(counts)},
                tuple(ChosenEvent(*row) for row in connection.execute(events)),
                tuple((key, name) for key, name in connection.execute(templates)),
            )

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
            raise NotFound(self._nowhere(text))
        return found[0]

    def _nowhere(self, told: str) -> Sentence:
        with self.db.reading() as connection:
            left = left_of(connection, told)
        if left is None:
            return NO_CERTIFICATE.filled(number=told)
        return ERASED.filled(number=left.number, day=left.erased_at.date())

    def pdf(self, issued: Certificate) -> bytes:
        """Return the file exactly as it was issued; raises ``NotFound`` or ``Damaged``."""
        return self.files.get(issued.sha256)

    def badge(self, issued: Certificate) -> bytes:
        """Return a picture of it with its badge inside; raises ``NotFound`` or ``Damaged``."""
        return self.trust.badge(self.pdf(issued))

    def write_badge(self, issued: Certificate, path: Path) -> None:
        """Write that picture into a file; raises as ``badge`` does, and ``Unavailable``."""
        write_whole(path, self.badge(issued))

    def write_pdf(self, issued: Certificate, path: Path) -> None:
        """Write the file under another name; raises as ``pdf`` does, and ``Unavailable``."""
        write_whole(path, self.pdf(issued))

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
