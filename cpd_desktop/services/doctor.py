"""What somebody needs to know who helps: the state of everything, without names or secrets."""

from __future__ import annotations

import platform
import shutil
import sys
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from cpd_desktop import __version__
from cpd_desktop.domain.errors import CpdError, Damaged, NotFound
from cpd_desktop.domain.redaction import redacted
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.work import Work
from cpd_desktop.store.files import ContentStore
from cpd_desktop.store.tables import certificate

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.services.backups import Backups
    from cpd_desktop.services.history import History
    from cpd_desktop.services.keychain import Keychain
    from cpd_desktop.services.surroundings import Surroundings
    from cpd_desktop.store.database import Database
    from cpd_desktop.store.folder import DataFolder

LOOKING = Sentence("progress", "Looking")
AT_CERTIFICATES = Sentence("progress", "Looking at certificates")
NEWEST = 200  # certificates whose files are looked at, unless all are asked for
NAMED = 5


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at, whether it is well, and what was seen."""

    what: str
    ok: bool
    says: str


@dataclass(frozen=True, slots=True)
class Doctor:
    """Looks at everything and reports."""

    folder: DataFolder
    db: Database
    history: History
    backups: Backups
    keychain: Keychain
    surroundings: Surroundings
    log_tail: Callable[[int], str]

    def checks(self, work: Work | None = None, *, whole: bool = False) -> list[Check]:
        """Look at everything there is to look at; a fault is a finding, never an error.

        The ``whole`` takes longer: the files of all certificates instead of the newest.
        """
        work = work or Work()
        looks: list[tuple[str, Callable[[], str]]] = [
            ("versions", _versions),
            ("data folder", self._folder),
            ("place of the data", self._place),
            ("database", self._database),
            ("audit trail", lambda: f"{self.history.verify(work)} entries, whole"),
            ("certificates", partial(self._certificates, work, whole=whole)),
            ("backups", self._backups),
            ("keychain", lambda: str(self.keychain.state())),
        ]
        return [_look(what, look) for what, look in work.each(looks, note=LOOKING)]

    def report(self, work: Work | None = None, *, whole: bool = False) -> str:
        """Return the report as text, fit to be shown and sent."""
        checks = self.checks(work, whole=whole)
        lines = [f"{'ok' if c.ok else '!!'}  {c.what}: {c.says}" for c in checks]
        return redacted("\n".join([*lines, "", "Last lines of the log:", self.log_tail(200)]))

    def _folder(self) -> str:
        free = shutil.disk_usage(self.folder.path).free // 2**20
        portable = ", portable beside the program" if self.folder.is_portable else ""
        return f"{self.folder.path}{portable}; {free} MB free"

    def _place(self) -> str:
        if found := self.surroundings.findings():
            raise RuntimeError(" ".join(f"{each.says} {each.advice}" for each in found))
        return "on this computer, used by no other"

    def _database(self) -> str:
        with self.db.reading() as connection:
            fault = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one()
            version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
            counts = {
                name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()  # noqa: S608
                for name in ("event", "session", "person", "registration", "journal")
            }
        if fault != "ok":
            raise RuntimeError(fault)
        size = self.folder.database.stat().st_size // 1024
        rows = ", ".join(f"{count} {name}" for name, count in counts.items())
        return f"sound, format {version}, {size} kB; {rows}"

    def _certificates(self, work: Work, *, whole: bool) -> str:
        """Compare the file of each certificate with the hash that the register has."""
        newest = select(certificate.c.number, certificate.c.sha256).order_by(
            certificate.c.id.desc()
        )
        with self.db.reading() as connection:
            count = connection.execute(select(func.count(certificate.c.id))).scalar_one()
            rows = connection.execute(newest if whole else newest.limit(NEWEST)).all()
        kept, faults = ContentStore(self.folder.files), []
        for number, sha256 in work.each(rows, note=AT_CERTIFICATES):
            try:
                kept.get(sha256)
            except NotFound:
                faults.append(f"{number} is gone")
            except Damaged:
                faults.append(f"{number} was altered")
        if faults:
            more = f" and {len(faults) - NAMED} more" if len(faults) > NAMED else ""
            msg = f"of {len(rows)} files: {', '.join(faults[:NAMED])}{more}"
            raise RuntimeError(msg)
        return f"{len(rows)} of {count} files looked at, each as it was issued"

    def _backups(self) -> str:
        dated = self.backups.list()
        if not dated:
            msg = "none yet"
            raise RuntimeError(msg)
        self.backups.verify(dated[0].path)
        return f"{len(dated)}, the latest of {dated[0].manifest.made_at} checked"


def _look(what: str, look: Callable[[], Any]) -> Check:
    try:
        return Check(what, ok=True, says=look())
    except CpdError as error:
        return Check(what, ok=False, says=str(error))
    except (OSError, RuntimeError) as error:
        return Check(what, ok=False, says=str(error))


def _versions() -> str:
    return (
        f"CPD Desktop {__version__}, Python {platform.python_version()}, "
        f"{platform.platform()}, {'installed' if hasattr(sys, 'frozen') else 'from source'}"
    )
