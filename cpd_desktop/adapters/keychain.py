"""The keychain of the operating system, and only a real one."""

from __future__ import annotations

import os
import re
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeVar

from cpd_desktop.adapters.system import (
    HERE,
    MACOS_KEYCHAIN,
    SECRET_SERVICE,
    WINDOWS_CREDENTIALS,
)
from cpd_desktop.domain.errors import CpdError, Invalid, NeedsSignIn, Unavailable
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from keyring.backend import KeyringBackend

T = TypeVar("T")

_KEEPERS: Final = {
    SECRET_SERVICE: Sentence("keychain", "Secrets are kept in the keychain of this desktop."),
    WINDOWS_CREDENTIALS: Sentence("keychain", "Secrets are kept in Windows Credential Manager."),
    MACOS_KEYCHAIN: Sentence("keychain", "Secrets are kept in the macOS Keychain."),
}
_MAKE_A_VAULT: Final = Sentence("keychain", "Create an encrypted vault in Settings.")
_TRY_OR_MAKE_A_VAULT: Final = Sentence(
    "keychain", "Try again, or create an encrypted vault in Settings."
)
_UNLOCK: Final = Sentence(
    "keychain", "Unlock it where it asks for its password, then try again. Nothing was changed."
)
# These live in libraries that exist on one system only, so they are known by name.
_LOCKED_ERRORS: Final = {"KeyringLocked", "LockedException", "PromptDismissedException"}
_VANISHED: Final = "ItemNotFoundException"

UNITS_IN_PART: Final = 1000
_WHOLE, _PART, _MANIFEST = "=", "+", "#"
_MANIFEST_FORM = re.compile(r"#([0-9a-f]{16}) (\d{1,6})")
_RESERVED = re.compile(r"[^a-z0-9._/\-]")


def in_parts(text: str, units: int = UNITS_IN_PART) -> list[str]:
    """Cut the text so that no part has more UTF-16 units; a surrogate pair stays together."""
    coded = text.encode("utf-16-le")
    parts, start = [], 0
    while start < len(coded):
        end = min(start + 2 * units, len(coded))
        if end < len(coded) and 0xDC <= coded[end + 1] <= 0xDF:  # noqa: PLR2004 - a second half
            end -= 2
        parts.append(coded[start:end].decode("utf-16-le"))
        start = end
    return parts


def keepable(secret: Secret) -> str:
    """Return the text of the secret; raises ``Invalid`` if some keychain would alter it."""
    text = secret.reveal()
    if "\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise Invalid(
            {"secret": Sentence("keychain", "This holds characters that no keychain can keep.")}
        )
    return text


def entry_name(name: str) -> str:
    """Return the name in lower-case letters and signs that every keychain tells apart.

    Windows takes no account of case, and ``~`` is left free for the names of parts.
    """
    return _RESERVED.sub(lambda found: "".join(f"%{byte:02x}" for byte in found[0].encode()), name)


@dataclass(frozen=True, slots=True)
class OsKeychain:
    """Keeps secrets in Secret Service, macOS Keychain or Windows Credential Manager.

    A long secret is cut into parts, because Windows keeps 1,280 UTF-16 units in one entry. The
    parts come first and the entry that names them last, so a crash leaves the old secret whole.
    """

    service: str = "CPD Desktop"
    timeout: float = 20.0
    # Held by whichever call is under way, also by one that nobody waits for any more: a locked
    # keychain then has one question open on the screen, not one for each attempt.
    _busy: threading.Lock = field(
        default_factory=threading.Lock, init=False, repr=False, compare=False
    )

    def get(self, name: str) -> Secret | None:
        """Return the secret, or nothing if there is none or a part of it is missing."""
        backend, entry = self._trusted(), entry_name(name)
        kept, before = self._read(backend, entry), None
        # Read again if a part is missing: another process may be replacing the secret just now.
        while kept != before:
            text = self._joined(backend, entry, kept)
            if text is not None:
                return Secret(text)
            before, kept = kept, self._read(backend, entry)
        return None

    def put(self, name: str, secret: Secret) -> None:
        """Keep the secret under the name, instead of an older one."""
        text = keepable(secret)
        backend, entry = self._trusted(), entry_name(name)
        # Reading first also finds a locked keychain, so that a call given up here writes nothing
        # when the person unlocks it an hour later.
        old = self._read(backend, entry)
        parts = in_parts(text)
        if len(parts) > 1:
            generation = os.urandom(8).hex()
            for number, part in enumerate(parts):
                self._write(backend, f"{entry}~{generation}~{number}", _PART + part)
            self._write(backend, entry, f"{_MANIFEST}{generation} {len(parts)}")
        else:
            self._write(backend, entry, _WHOLE + text)
        # The new secret is safe; parts of the old one left behind can be read by no name.
        with suppress(CpdError):
            self._sweep(backend, entry, old)

    def forget(self, name: str) -> None:
        """Remove the secret with all its parts; nothing happens if there is none."""
        backend, entry = self._trusted(), entry_name(name)
        old = self._read(backend, entry)
        if old is not None:
            # The entry goes last: until then another try still finds the parts.
            self._sweep(backend, entry, old)
            self._remove(backend, entry)

    def state(self) -> Sentence:
        """Say in one sentence what keeps the secrets, or why nothing can."""
        try:
            return _KEEPERS[_kind(self._trusted())]
        except CpdError as error:
            return error.says

    def _trusted(self) -> KeyringBackend:
        return self._in_time(_trusted_backend)

    def _joined(self, backend: KeyringBackend, entry: str, kept: str | None) -> str | None:
        if kept is not None and kept.startswith(_WHOLE):
            return kept[1:]
        parts = [self._read(backend, part) for part in _part_names(entry, kept)]
        whole = [part[1:] for part in parts if part is not None and part.startswith(_PART)]
        return "".join(whole) if parts and len(whole) == len(parts) else None

    def _sweep(self, backend: KeyringBackend, entry: str, old: str | None) -> None:
        for part in _part_names(entry, old):
            self._remove(backend, part)

    # Each entry has a service of its own: under a shared one the Windows backend moves the entry
    # of another name aside on every write, and two processes could lose one.
    def _read(self, backend: KeyringBackend, entry: str) -> str | None:
        def read() -> str | None:
            return backend.get_password(f"{self.service}/{entry}", entry)

        return self._in_time(lambda: _looked_for_again(read))

    def _write(self, backend: KeyringBackend, entry: str, text: str) -> None:
        self._in_time(lambda: backend.set_password(f"{self.service}/{entry}", entry, text))

    def _remove(self, backend: KeyringBackend, entry: str) -> None:
        from keyring.errors import PasswordDeleteError

        def remove() -> None:
            try:
                backend.delete_password(f"{self.service}/{entry}", entry)
            except PasswordDeleteError:
                # Said of an entry that is not there, and on macOS of every other trouble too.
                if backend.get_password(f"{self.service}/{entry}", entry) is not None:
                    raise

        self._in_time(lambda: _looked_for_again(remove))

    def _in_time(self, call: Callable[[], T]) -> T:
        """Return what the call returns; a keychain that waits for a person raises in the end."""
        results: list[T] = []
        errors: list[Exception] = []

        def run() -> None:
            try:
                results.append(call())
            except Exception as error:  # noqa: BLE001 - raised again by the thread that waits
                errors.append(error)
            finally:
                self._busy.release()

        if not self._busy.acquire(timeout=self.timeout):
            raise self._no_answer()
        # A daemon: the interpreter does not wait for it at its end, and nothing in it has to be
        # put away. It sits in one system call, holds no file of ours, and ends with the process.
        thread = threading.Thread(target=run, name="keychain", daemon=True)
        thread.start()
        thread.join(self.timeout)
        if errors:
            raise _in_our_words(errors[0]) from errors[0]
        if not results:
            raise self._no_answer()
        return results[0]

    def _no_answer(self) -> NeedsSignIn:
        return NeedsSignIn(
            Sentence(
                "keychain", "The keychain is locked: it has not answered for {seconds} seconds."
            ).filled(seconds=f"{self.timeout:g}"),
            _UNLOCK,
        )


def _looked_for_again(call: Callable[[], T]) -> T | None:
    """Return what the call returns; an entry that vanishes after it was found counts as gone."""
    for _ in range(3):
        try:
            return call()
        except Exception as error:
            # Another process took it away between the search for it and its reading.
            if type(error).__name__ != _VANISHED:
                raise
    return None


def _part_names(entry: str, kept: str | None) -> list[str]:
    manifest = _MANIFEST_FORM.fullmatch(kept or "")
    if manifest is None:
        return []
    return [f"{entry}~{manifest[1]}~{number}" for number in range(int(manifest[2]))]


def _kind(backend: object) -> str:
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


def _trusted_backend() -> KeyringBackend:
    """Return the chosen backend, or that of the system; raises ``Unavailable`` if not real."""
    # keyring.get_keyring() would also load what any other package offers, and remember for good
    # that there was no keychain when it was first asked.
    from keyring import core

    backend = core.load_env() or core.load_config()
    if backend is None:
        backend = core.load_keyring(HERE.keychain)
    for candidate in (backend, *_chained(backend)):
        if _kind(candidate) in _KEEPERS:
            return candidate
    raise Unavailable(
        Sentence("keychain", "{found} is no keychain that keeps secrets safe.").filled(
            found=_kind(backend)
        ),
        _MAKE_A_VAULT,
    )


def _chained(backend: KeyringBackend) -> list[KeyringBackend]:
    from keyring.backends.chainer import ChainerBackend

    # The real one in the chain is used directly: the chain itself may fall back to plain text.
    return list(backend.backends) if isinstance(backend, ChainerBackend) else []


def _in_our_words(error: Exception) -> CpdError:
    if isinstance(error, CpdError):
        return error
    from cpd_desktop.domain.redaction import redacted

    words = redacted(str(error)) or type(error).__name__
    if type(error).__name__ in _LOCKED_ERRORS or "IsLocked" in words:
        return NeedsSignIn(Sentence("keychain", "The keychain is locked."), _UNLOCK)
    # The system's own words help whoever helps; to a trainer they say nothing.
    import logging

    logging.getLogger(__name__).info("No keychain: %s", words)
    return Unavailable(
        Sentence("keychain", "There is no keychain here that can be used."), _TRY_OR_MAKE_A_VAULT
    )
