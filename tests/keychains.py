"""Keychains in memory, for tests of those who use one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.domain.errors import Invalid, NeedsSignIn, Unavailable
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from cpd_desktop.domain.secret import Secret

NONE = Sentence("test", "There is no keychain on this computer.")
LOCKED = Sentence("test", "The vault is locked.")
WRONG = Sentence("test", "The passphrase is wrong.")
SHORT = Sentence("test", "The passphrase is too short.")


class MemoryKeychains:
    """Keeps secrets in memory: a keychain, or no keychain and perhaps a vault."""

    def __init__(self, *, keychain: bool = True) -> None:
        self.kept: dict[str, Secret] = {}
        self.forgetful = False
        self._keychain = keychain
        self._passphrase: Secret | None = None
        self._is_open = False

    def get(self, name: str) -> Secret | None:
        self._check()
        return None if self.forgetful else self.kept.get(name)

    def put(self, name: str, secret: Secret) -> None:
        self._check()
        self.kept[name] = secret

    def forget(self, name: str) -> None:
        self._check()
        self.kept.pop(name, None)

    def state(self) -> Sentence:
        return Sentence("test", "Secrets are kept in memory.")

    @property
    def has_vault(self) -> bool:
        return self._passphrase is not None

    def make_vault(self, passphrase: Secret) -> None:
        if len(passphrase.reveal()) < 12:
            raise Invalid({"passphrase": SHORT})
        self._passphrase, self._is_open = passphrase, True

    def open_vault(self, passphrase: Secret) -> None:
        if passphrase != self._passphrase:
            raise NeedsSignIn(WRONG)
        self._is_open = True

    def lock(self) -> None:
        self._is_open = False

    def _check(self) -> None:
        if self.has_vault:
            if not self._is_open:
                raise NeedsSignIn(LOCKED)
        elif not self._keychain:
            raise Unavailable(NONE)
