"""A file of any length that only a passphrase opens: sealed piece by piece, never held whole."""

from __future__ import annotations

import hashlib
import hmac
import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.passphrases import fields_of, fresh_header, key_of, require_long
from cpd_desktop.domain.errors import Damaged, NeedsSignIn, NewerData, NotFound, Unavailable
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.files import write_pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import BinaryIO

    from cpd_desktop.domain.secret import Secret

FORMAT: Final = 1
PIECE: Final = 1 << 20
_CHECK, _PREFIX, _TAG = 16, 7, 16
_LONGEST_HEADER: Final = 1000

NOT_THERE = Sentence("moving", "There is no file {path}.")
NOT_READ = Sentence("moving", "The file {path} cannot be read: {reason}.")
NO_MOVE = Sentence("moving", "{path} was not made by “Move to another computer”.")
OTHER_FILE = Sentence("moving", "Choose the file that CPD Desktop wrote. Nothing was changed.")
NEWER = Sentence("moving", "The file {path} was written by a later version of CPD Desktop.")
WRONG = Sentence("moving", "The passphrase does not open this file.")
TRY_AGAIN = Sentence(
    "moving", "Type it as on the other computer, capitals and spaces too. Nothing was changed."
)
BROKEN = Sentence("moving", "The file {path} is damaged: it was cut off or altered.")
COPY_AGAIN = Sentence(
    "moving", "Copy it from the other computer again, or make it anew there. Nothing was changed."
)


@dataclass(frozen=True, slots=True)
class SealedFiles:
    """Seals pieces with AES-256-GCM, each under its number, the last one marked as the last.

    So no piece can be altered, left out, put elsewhere or cut off without notice (STREAM).
    """

    def seal(self, path: Path, passphrase: Secret, pieces: Iterable[bytes]) -> None:
        """Write a file, whole or not at all; raises ``Invalid`` (too short) or ``Unavailable``."""
        require_long(passphrase)
        header = fresh_header(move=FORMAT)
        key, check = _keys(header, passphrase)
        head = header + check + os.urandom(_PREFIX)
        write_pieces(path, _sealed(head, key, pieces))

    def unseal(self, path: Path, passphrase: Secret) -> Iterator[bytes]:
        """Yield what was sealed, at most ``PIECE`` bytes at once.

        Raises ``NotFound``, ``NeedsSignIn`` (wrong passphrase), ``NewerData``, ``Unavailable``, and
        ``Damaged``, perhaps only after much of it was yielded.
        """
        with _reading(path) as file:
            header = file.readline(_LONGEST_HEADER)
            _require_known(header, path)
            check, prefix = file.read(_CHECK), file.read(_PREFIX)
            try:
                key, expected = _keys(header, passphrase)
            except ValueError:
                raise Damaged(BROKEN.filled(path=path), COPY_AGAIN) from None
            if len(check + prefix) < _CHECK + _PREFIX:
                raise Damaged(BROKEN.filled(path=path), COPY_AGAIN)
            if not hmac.compare_digest(check, expected):
                raise NeedsSignIn(WRONG, TRY_AGAIN)
            yield from _unsealed(file, header + check + prefix, key, path)


def _keys(header: bytes, passphrase: Secret) -> tuple[bytes, bytes]:
    """Return what seals, and what tells a wrong passphrase from a damaged file."""
    key = key_of(header, passphrase)
    seals, tells = (hmac.digest(key, use, hashlib.sha256) for use in (b"seal", b"check"))
    return seals, tells[:_CHECK]


def _sealed(head: bytes, key: bytes, pieces: Iterable[bytes]) -> Iterator[bytes]:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    yield head
    cipher, number, waiting = AESGCM(key), 0, bytearray()
    for piece in pieces:
        waiting += piece
        while len(waiting) > PIECE:
            yield cipher.encrypt(_nonce(head, number, last=False), bytes(waiting[:PIECE]), head)
            del waiting[:PIECE]
            number += 1
    yield cipher.encrypt(_nonce(head, number, last=True), bytes(waiting), head)


def _unsealed(file: BinaryIO, head: bytes, key: bytes, path: Path) -> Iterator[bytes]:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cipher, number, piece = AESGCM(key), 0, file.read(PIECE + _TAG)
    while True:
        following = file.read(PIECE + _TAG)
        try:
            yield cipher.decrypt(_nonce(head, number, last=not following), piece, head)
        except InvalidTag:
            raise Damaged(BROKEN.filled(path=path), COPY_AGAIN) from None
        if not following:
            return
        piece, number = following, number + 1


def _nonce(head: bytes, number: int, *, last: bool) -> bytes:
    return head[-_PREFIX:] + number.to_bytes(4) + bytes([last])


@contextmanager
def _reading(path: Path) -> Iterator[BinaryIO]:
    try:
        with path.open("rb") as file:
            yield file
    except FileNotFoundError:
        raise NotFound(NOT_THERE.filled(path=path), OTHER_FILE) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise Unavailable(NOT_READ.filled(path=path, reason=reason)) from error


def _require_known(header: bytes, path: Path) -> None:
    try:
        version = fields_of(header).get("move")
    except ValueError:
        version = None
    if not isinstance(version, int) or version < 1:
        raise Damaged(NO_MOVE.filled(path=path), OTHER_FILE)
    if version > FORMAT:
        raise NewerData(NEWER.filled(path=path))
