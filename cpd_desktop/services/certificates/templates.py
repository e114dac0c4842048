"""Templates of certificates: those that came along and one's own, every version kept."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from cpd_desktop.domain.certificates.template_file import read_template, template_bytes
from cpd_desktop.domain.errors import Invalid, NotAllowed, NotFound
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.tables import certificate, certificate_template, template_version

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from cpd_desktop.domain.certificates.template import Template
    from cpd_desktop.domain.changes import Changes, Done
    from cpd_desktop.services.certificates.ports import Press
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.store.database import Database, Transaction
    from cpd_desktop.store.files import ContentStore

NO_TEMPLATE = Sentence("certificates", "There is no template “{template}”. There are: {names}.")
NAME_TAKEN = Sentence("certificates", "Another template is called “{name}”.")
NO_NAME = Sentence("certificates", "The template has no name.")
CAME_ALONG = Sentence(
    "certificates", "“{name}” came with the application. Keep what you changed under another name."
)


@dataclass(frozen=True, slots=True)
class KeptTemplate:
    """A template in its newest version; ``id`` is nothing while one that came along is unused.

    ``built_in`` is the name of its file if it came with the application, ``sha256`` that of what
    is kept, and ``issued`` how many certificates were issued with any version.
    """

    name: str
    sha256: str
    id: int | None = None
    version: int = 1
    built_in: str = ""
    issued: int = 0


@dataclass(frozen=True, slots=True)
class Templates:
    """What can be done with templates; a version that was kept is never changed."""

    db: Database
    files: ContentStore
    clock: Clock
    press: Press

    def listed(self) -> list[KeptTemplate]:
        """Return all templates, those that came along first."""
        with self.db.reading() as connection:
            own = _rows(connection)
        used = {each.built_in: each for each in own if each.built_in}
        found = []
        for key, content in self.press.built_in().items():
            name, sha256 = _template(content).name, hashlib.sha256(content).hexdigest()
            kept = used.get(key)
            if kept is None:
                found.append(KeptTemplate(name, sha256, built_in=key))
            elif kept.sha256 == sha256:
                found.append(kept)
            else:  # the application was updated: its next use makes a version
                version = kept.version + 1
                found.append(KeptTemplate(name, sha256, kept.id, version, key, kept.issued))
        return [*found, *(each for each in own if not each.built_in)]

    def called(self, text: str) -> KeptTemplate:
        """Return the template with this id, file name or name; raises ``NotFound``."""
        listed, wanted = self.listed(), text.strip().casefold()
        for each in listed:
            if wanted in {str(each.id), each.built_in.casefold(), each.name.casefold()} - {""}:
                return each
        names = ", ".join(each.built_in or each.name for each in listed)
        raise NotFound(NO_TEMPLATE.filled(template=text, names=names))

    def read(self, kept: KeptTemplate) -> Template:
        """Return what it looks like; raises ``NotFound`` or ``Damaged`` if its file is gone."""
        content = self.press.built_in().get(kept.built_in, b"")
        if hashlib.sha256(content).hexdigest() != kept.sha256:
            content = self.files.get(kept.sha256)
        return _template(content)

    def version(self, template_id: int, number: int) -> Template:
        """Return a version as it was kept, also an old one; raises ``NotFound``."""
        statement = select(template_version.c.sha256).where(
            template_version.c.certificate_template_id == template_id,
            template_version.c.number == number,
        )
        with self.db.reading() as connection:
            sha256 = connection.execute(statement).scalar()
        if sha256 is None:
            raise NotFound(NO_TEMPLATE.filled(template=template_id, names=""))
        return read_template(self.files.get(sha256))

    def keep(self, template: Template, template_id: int | None = None) -> Done[KeptTemplate]:
        """Keep a new template, or a new version of one's own; the same again makes none.

        Raises ``Invalid`` for its name, ``NotFound``, and ``NotAllowed`` for one that came along.
        """
        listed, name = self.listed(), template.name.strip()
        if not name:
            raise Invalid({"name": NO_NAME})
        others = [each for each in listed if each.built_in or each.id != template_id]
        if name.casefold() in {each.name.casefold() for each in others}:
            raise Invalid({"name": NAME_TAKEN.filled(name=name)})
        content = template_bytes(template)
        read_template(content)
        sha256 = self.files.keep(content)
        with self.db.writing("template.keep") as tx:
            if template_id is None:
                template_id = tx.insert(certificate_template, name=name)
            else:
                was = next((each for each in listed if each.id == template_id), None)
                if was is None:
                    raise NotFound(NO_TEMPLATE.filled(template=template_id, names=""))
                if was.built_in:
                    raise NotAllowed(CAME_ALONG.filled(name=was.name))
                tx.update(certificate_template, template_id, name=name)
            _add_version(tx, template_id, sha256, self.clock)
        return tx.done(next(each for each in self.listed() if each.id == template_id))

    def hide(self, template_id: int) -> Changes:
        """Take one's own template out of the list; what was issued with it stays as it is.

        Raises ``NotFound``.
        """
        if all(each.id != template_id or each.built_in for each in self.listed()):
            raise NotFound(NO_TEMPLATE.filled(template=template_id, names=""))
        with self.db.writing("template.hide") as tx:
            tx.update(certificate_template, template_id, hidden_at=self.clock.now())
        return tx.changes

    def settled(self, tx: Transaction, kept: KeptTemplate) -> tuple[int, int]:
        """Return the id and the version as they are written on a certificate.

        A template that came along gets its row, or its next version, when it is first used.
        """
        if not kept.built_in:
            assert kept.id is not None  # noqa: S101 - one's own always has a row
            return kept.id, kept.version
        mine = select(certificate_template.c.id).where(
            certificate_template.c.built_in == kept.built_in
        )
        found = tx.execute(mine).scalar()
        if found is None:
            found = tx.insert(certificate_template, name=kept.name, built_in=kept.built_in)
        known = select(template_version.c.number).where(
            template_version.c.certificate_template_id == found,
            template_version.c.sha256 == kept.sha256,
        )
        number = tx.execute(known).scalar()
        if number is None:
            self.files.keep(self.press.built_in()[kept.built_in])
            number = _add_version(tx, found, kept.sha256, self.clock)
        return found, number


@lru_cache(maxsize=16)  # each list of templates reads all that came along
def _template(content: bytes) -> Template:
    return read_template(content)


def _add_version(tx: Transaction, template_id: int, sha256: str, clock: Clock) -> int:
    latest = (
        select(template_version)
        .where(template_version.c.certificate_template_id == template_id)
        .order_by(template_version.c.number.desc())
        .limit(1)
    )
    last = tx.execute(latest).first()
    if last and last.sha256 == sha256:
        return int(last.number)
    number = last.number + 1 if last else 1
    tx.insert(
        template_version,
        certificate_template_id=template_id,
        number=number,
        sha256=sha256,
        added_at=clock.now(),
    )
    return number


def _rows(connection: Connection) -> list[KeptTemplate]:
    issued = (
        select(func.count(certificate.c.id))
        .where(certificate.c.certificate_template_id == certificate_template.c.id)
        .scalar_subquery()
    )
    last = func.max(template_version.c.number)  # SQLite takes the other columns from its row
    statement = (
        select(
            certificate_template.c.id,
            certificate_template.c.name,
            certificate_template.c.built_in,
            template_version.c.sha256,
            last.label("version"),
            issued.label("issued"),
        )
        .join(template_version)
        .where(certificate_template.c.hidden_at.is_(None))
        .group_by(certificate_template.c.id)
        .order_by(certificate_template.c.name)
    )
    return [
        KeptTemplate(row.name, row.sha256, row.id, row.version, row.built_in, row.issued)
        for row in connection.execute(statement)
    ]
