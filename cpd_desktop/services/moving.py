"""Moving to another computer: everything in one encrypted file, and out of it again."""

from __future__ import annotations

import base64
import json
import tempfile
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from cpd_desktop.domain.certificates.issuer_card import KEYS_SUFFIX
from cpd_desktop.domain.errors import Conflict, Damaged, NotFound, Unavailable
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store import backup
from cpd_desktop.store.connection import connect
from cpd_desktop.store.faults import disk_in_words, in_words
from cpd_desktop.store.folder import CHECKING, WRITING
from cpd_desktop.store.glance import has_signing_keys

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.services.backups import Backups
    from cpd_desktop.services.certificates.trust import IssuerKeys
    from cpd_desktop.services.work import Work
    from cpd_desktop.store.backup import Backup

SUFFIX = ".cpdmove"
MOVE = "move"  # why the backup inside was made
KEYS = "signing-keys-before-move"
PIECE = 1 << 20
PACKED, CHECKED, UNPACKED = "Packing", "Checking", "Unpacking"

ODD = Sentence("moving", "The file {path} holds something else than a move.")
OTHER_FILE = Sentence("moving", "Choose the file that CPD Desktop wrote. Nothing was changed.")


class Sealed(Protocol):
    """Files of any length that only a passphrase opens."""

    def seal(self, path: Path, passphrase: Secret, pieces: Iterable[bytes]) -> None:
        """Write a file, whole or not at all; raises ``Invalid`` (too short) or ``Unavailable``."""

    def unseal(self, path: Path, passphrase: Secret) -> Iterator[bytes]:
        """Yield what was sealed in pieces; what is wrong may be raised after many of them.

        Raises ``NotFound``, ``NeedsSignIn``, ``Damaged``, ``NewerData`` and ``Unavailable``.
        """


@dataclass(frozen=True, slots=True)
class Told:
    """What a move says of itself: when and where it was made, and whether keys are in it."""

    made_at: str
    computer: str
    keys: str  # a backup of the signing keys, under the same passphrase

    @property
    def made(self) -> datetime:
        """Return when it was made."""
        return datetime.fromisoformat(self.made_at)

    @property
    def has_keys(self) -> bool:
        """Say whether the signing keys are in it."""
        return bool(self.keys)


@dataclass(frozen=True, slots=True)
class Moving:
    """Packs all data, files, settings and signing keys; sign-ins and their tokens stay behind.

    Like backups it needs no open database. Calls that need the keys may block, as keychains do.
    """

    backups: Backups
    keys: IssuerKeys
    sealed: Sealed
    computer: str

    def pack(self, path: Path, passphrase: Secret, work: Work) -> Told:
        """Write the one file, whole or not at all, and read it again.

        Raises ``Invalid`` for a short passphrase, ``Unavailable`` without room or keychain,
        ``NeedsSignIn`` for a locked one, ``Damaged`` if the data is.
        """
        draft = path.with_name(f"{WRITING}{path.name}")
        with disk_in_words():
            try:
                with closing(self._pieces(passphrase, work)) as pieces:
                    self.sealed.seal(draft, passphrase, pieces)
                told = self.look(draft, passphrase, work)
                draft.replace(path)
            finally:
                draft.unlink(missing_ok=True)
        return told

    def look(self, path: Path, passphrase: Secret, work: Work) -> Told:
        """Check every byte of a move and return what it says; raises as ``Sealed.unseal`` does."""
        pieces = self.sealed.unseal(path, passphrase)
        told, _ = _opened(path, pieces)
        size = path.stat().st_size
        for number, _piece in enumerate(pieces, 1):
            work.report(min(number * PIECE, size), size, CHECKED)
        work.report(size, size, CHECKED)
        return told

    def unpack(self, path: Path, passphrase: Secret, work: Work) -> Backup | None:
        """Put everything in the place of what is here, which is kept as a backup.

        Returns that backup. Everything is checked beforehand; signing keys that are here and are
        others are written into a backup under the same passphrase. Raises as ``look`` and as
        ``Backups.restore`` do, before anything is changed.
        """
        folder = self.backups.folder
        folder.make()
        with disk_in_words(), _own_place(folder.path, CHECKING) as place:
            packed = place / f"packed{backup.SUFFIX}"
            told = self._unsealed(path, passphrase, packed, work)
            take = partial(self._take_keys, told, passphrase, place)
            return self.backups.restore(packed, alone=take)

    def _pieces(self, passphrase: Secret, work: Work) -> Generator[bytes]:
        folder = self.backups.folder
        with disk_in_words(), _own_place(folder.path, WRITING) as place:
            now = self.backups.clock.now()
            keys = base64.b64encode(self._packed_keys(passphrase, place)).decode()
            told = Told(now.isoformat(), self.computer, keys)
            yield json.dumps(asdict(told)).encode() + b"\n"
            work.report(0)
            made = backup.write(
                folder, place / f"packed{backup.SUFFIX}", at=now, reason=MOVE, whole=True
            )
            done = 0
            with made.path.open("rb") as file:
                while piece := file.read(PIECE):
                    work.report(done, made.size, PACKED)
                    yield piece
                    done += len(piece)

    def _packed_keys(self, passphrase: Secret, place: Path) -> bytes:
        """Return a backup of the signing keys; nothing if there never were any."""
        path = place / "keys"
        try:
            self.keys.back_up(path, passphrase)
        except (NotFound, Unavailable):
            with in_words(), closing(connect(self.backups.folder.database, read_only=True)) as here:
                if has_signing_keys(here):
                    raise
            return b""
        return path.read_bytes()

    def _unsealed(self, path: Path, passphrase: Secret, to: Path, work: Work) -> Told:
        pieces = self.sealed.unseal(path, passphrase)
        told, rest = _opened(path, pieces)
        size = path.stat().st_size
        with to.open("wb") as file:
            file.write(rest)
            for piece in pieces:
                work.report(file.tell(), size, UNPACKED)
                file.write(piece)
        work.report(size, size, UNPACKED)
        return told

    def _take_keys(self, told: Told, passphrase: Secret, place: Path) -> None:
        """Put the keys that came along into the keychain; others are backed up first."""
        if not told.has_keys:
            return
        path = place / "keys"
        path.write_bytes(base64.b64decode(told.keys))
        try:
            self.keys.restore(path, passphrase)
        except Conflict:
            at = self.backups.clock.now()
            self.backups.folder.backups.mkdir(mode=0o700, exist_ok=True)
            kept = self.backups.folder.backups / f"{KEYS}_{at:%Y-%m-%d_%H-%M-%S}{KEYS_SUFFIX}"
            with suppress(Conflict):  # written by a try of the same second
                self.keys.back_up(kept, passphrase)
            self.keys.restore(path, passphrase, instead=True)


def _opened(path: Path, pieces: Iterator[bytes]) -> tuple[Told, bytes]:
    """Return what a move says of itself, and what follows of its first piece."""
    line, _, rest = next(pieces).partition(b"\n")
    try:
        kept: dict[str, Any] = json.loads(line)
        told = Told(**kept)
        _ = told.made
    except (ValueError, TypeError) as error:
        raise Damaged(ODD.filled(path=path), OTHER_FILE) from error
    return told, rest


@contextmanager
def _own_place(folder: Path, prefix: str) -> Iterator[Path]:
    """Give a folder for what is not to be left behind; ``tidy_up`` finds it after a kill."""
    with tempfile.TemporaryDirectory(
        dir=folder, prefix=prefix, ignore_cleanup_errors=True
    ) as place:
        yield Path(place)
