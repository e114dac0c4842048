"""The place for secrets where there is no keychain: one encrypted file, opened by a passphrase."""

from __future__ import annotations

import json
import logging
import os
import stat
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from cpd_desktop.adapters.keychain import keepable
from cpd_desktop.adapters.passphrases import fields_of, fresh_header, key_of, require_long
from cpd_desktop.adapters.safe_file import only_one, patiently, replace_file
from cpd_desktop.domain.errors import (
    Conflict,
    Damaged,
    Invalid,
    NeedsSignIn,
    NewerData,
    NotFound,
    Unavailable,
)
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_log = logging.getLogger(__name__)

FORMAT: Final = 1
_NONCE: Final = 12
_TAG: Final = 16


@dataclass(frozen=True, slots=True)
class VaultFile:
    """Keeps secrets in one file: a readable header, then everything under AES-256-GCM.

    Every change reads the file again under a lock, so that the window and ``cpd`` keep each
    other's secrets. Make one by ``create`` or ``open``.
    """

    path: Path
    _header: bytes = field(repr=False)
    _key: bytes = field(repr=False, compare=False)

    @classmethod
    def create(cls, path: Path, passphrase: Secret) -> VaultFile:
        """Write an empty vault; raises ``Invalid`` (too short) or ``Conflict`` (there is one)."""
        require_long(passphrase)
        header = fresh_header(vault=FORMAT)
        made = cls(path, header, _derived(header, passphrase))
        with _changing(path):
            if path.exists():
                raise Conflict(Sentence("vault", "There is an encrypted vault already."))
            made._write({})
        return made

    @classmethod
    def open(cls, path: Path, passphrase: Secret) -> VaultFile:
        """Open the vault; raises ``NotFound``, ``NeedsSignIn``, ``Damaged`` or ``NewerData``."""
        header, sealed = _contents(path)
        opened = cls(path, header, _derived(header, passphrase))
        if _unsealed(header, opened._key, sealed) is None:
            # The seal tells that something differs, not what: key or content.
            raise NeedsSignIn(
                Sentence("vault", "Either the passphrase is wrong or the vault file was altered."),
                Sentence(
                    "vault", "Try the passphrase again. If it is right, restore the file vault."
                ),
            )
        return opened

    def change_passphrase(self, old: Secret, new: Secret) -> VaultFile:
        """Return the vault under the new passphrase; this one and other open ones stay locked."""
        require_long(new)
        opened = VaultFile.open(self.path, old)
        header = fresh_header(vault=FORMAT)
        changed = VaultFile(self.path, header, _derived(header, new))
        with _changing(self.path):
            changed._write(opened._read())  # noqa: SLF001 - of this class
        return changed

    def get(self, name: str) -> Secret | None:
        """Return the secret, or nothing if none is kept under the name."""
        return self._read().get(name)

    def put(self, name: str, secret: Secret) -> None:
        """Keep the secret under the name, instead of an older one."""
        text = keepable(secret)
        with _changing(self.path):
            self._write(self._read() | {name: Secret(text)})

    def forget(self, name: str) -> None:
        """Remove the secret; nothing happens if there is none."""
        with _changing(self.path):
            kept = self._read()
            if kept.pop(name, None) is not None:
                self._write(kept)

    def state(self) -> Sentence:
        """Say in one sentence what keeps the secrets, or why nothing can."""
        try:
            self._read()
        except (NotFound, NeedsSignIn, Damaged, NewerData, Unavailable) as error:
            return error.says
        return Sentence("vault", "Secrets are kept in an encrypted vault in the data folder.")

    def _read(self) -> dict[str, Secret]:
        header, sealed = _contents(self.path)
        if header != self._header:
            raise NeedsSignIn(
                Sentence("vault", "The passphrase of the vault was changed in the meantime."),
                Sentence("vault", "Open the vault again with the new passphrase."),
            )
        body = _unsealed(header, self._key, sealed)
        if body is None:
            raise _damaged()
        return {name: Secret(text) for name, text in json.loads(body.reveal()).items()}

    def _write(self, kept: dict[str, Secret]) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        body = json.dumps({name: secret.reveal() for name, secret in kept.items()}).encode()
        nonce = os.urandom(_NONCE)
        sealed = nonce + AESGCM(self._key).encrypt(nonce, body, self._header)
        replace_file(self.path, self._header + sealed)


def vault_from_file(path: Path, passphrase_file: Path) -> VaultFile:
    """Open or make the vault without a person; raises ``NeedsSignIn`` if it does not fit."""
    try:
        with passphrase_file.open("rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            content = file.read()
    except OSError as error:
        raise Unavailable(
            Sentence("vault", "The passphrase file cannot be read: {reason}.").filled(
                reason=error.strerror
            ),
            Sentence("vault", "Check the path and who may read it. Nothing was changed."),
        ) from error
    if sys.platform != "win32" and mode & stat.S_IROTH:
        # No refusal: containers are handed their secrets in files that everybody in them can read.
        _log.warning("Others on this computer can read the passphrase file: chmod 600 mends it.")
    try:
        text = content.decode()
    except UnicodeDecodeError:
        raise Invalid(
            {"passphrase": Sentence("vault", "The passphrase file is not text in UTF-8.")}
        ) from None
    passphrase = Secret(text.removesuffix("\n").removesuffix("\r"))
    if not path.exists():
        return VaultFile.create(path, passphrase)
    return VaultFile.open(path, passphrase)


@contextmanager
def _changing(path: Path) -> Iterator[None]:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with only_one(path.with_name(f"{path.name}.lock")):
            yield
    except OSError as error:
        raise Unavailable(
            Sentence("vault", "The vault could not be written: {reason}.").filled(
                reason=error.strerror
            ),
            Sentence(
                "vault", "The secrets kept before are still there. Make room or allow writing."
            ),
        ) from error


def _contents(path: Path) -> tuple[bytes, bytes]:
    """Return header and sealed body as they lie on the disk."""
    try:
        content = patiently(path.read_bytes)
    except FileNotFoundError:
        raise NotFound(
            Sentence("vault", "There is no encrypted vault in the data folder."),
            Sentence("vault", "Create one in Settings."),
        ) from None
    except OSError as error:
        raise Unavailable(
            Sentence("vault", "The vault cannot be read: {reason}.").filled(reason=error.strerror)
        ) from error
    line, end, sealed = content.partition(b"\n")
    _check_version(line)
    if not end or len(sealed) < _NONCE + _TAG:
        raise _damaged()
    return line + end, sealed


def _check_version(line: bytes) -> None:
    version = _fields(line).get("vault")
    if not isinstance(version, int) or version < 1:
        raise _damaged()
    if version > FORMAT:
        raise NewerData(
            Sentence("vault", "The vault was written by a later version of CPD Desktop.")
        )


def _fields(line: bytes) -> dict[str, Any]:
    try:
        return fields_of(line)
    except ValueError:
        raise _damaged() from None


def _derived(header: bytes, passphrase: Secret) -> bytes:
    try:
        return key_of(header, passphrase)
    except ValueError:
        raise _damaged() from None


def _unsealed(header: bytes, key: bytes, sealed: bytes) -> Secret | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        body = AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], header)
    except InvalidTag:
        return None
    return Secret(body.decode())


def _damaged() -> Damaged:
    return Damaged(
        Sentence("vault", "The vault file is damaged."),
        Sentence("vault", "Restore the file vault from a backup, or sign in again in a new vault."),
    )
