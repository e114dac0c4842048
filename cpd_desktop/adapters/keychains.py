"""Which place keeps the secrets here: the system's keychain, or the encrypted vault."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from cpd_desktop.domain.errors import NeedsSignIn, Unavailable
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.services.keychain import Keychain

LOCKED = Sentence("keychain", "The vault with your sign-ins is locked.")
LOCKED_ADVICE = Sentence(
    "keychain",
    "Open it with its passphrase in Settings, Secrets.",
)
PORTABLE = Sentence(
    "keychain", "CPD Desktop is portable here, so the keychain of this computer is not used."
)
PORTABLE_ADVICE = Sentence("keychain", "Make an encrypted vault in Settings, under Secrets.")
VAULT_LOCKED = Sentence("keychain", "The encrypted vault keeps the secrets; it is locked.")


class Keychains:
    """The keychain port for one data folder. A vault there, once made, is what is used.

    The vault opens by a passphrase file, which also makes it, or by ``open_vault``; nothing else
    unlocks it. A portable folder uses no keychain, which would stay behind on each computer.
    """

    def __init__(
        self, vault: Path, *, passphrase_file: str | None = None, is_portable: bool = False
    ) -> None:
        self._path = vault
        self._is_portable = is_portable
        named = passphrase_file or os.environ.get("CPD_VAULT_PASSPHRASE_FILE")
        self._passphrase_file = Path(named) if named else None
        self._lock = threading.Lock()
        self._opened: Keychain | None = None

    def get(self, name: str) -> Secret | None:
        """Return the secret, or nothing if none is kept under the name."""
        return self._chosen().get(name)

    def put(self, name: str, secret: Secret) -> None:
        """Keep the secret under the name, instead of an older one."""
        self._chosen().put(name, secret)

    def forget(self, name: str) -> None:
        """Remove the secret; nothing happens if there is none."""
        self._chosen().forget(name)

    def state(self) -> Sentence:
        """Say in one sentence what keeps the secrets, or why nothing can."""
        try:
            return self._chosen().state()
        except NeedsSignIn:
            return VAULT_LOCKED
        except Unavailable as error:
            return error.says

    @property
    def has_vault(self) -> bool:
        """Say whether a vault was made in this data folder."""
        return self._path.exists()

    def make_vault(self, passphrase: Secret) -> None:
        """Make the encrypted vault, which keeps the secrets from now on."""
        from cpd_desktop.adapters.vault import VaultFile

        with self._lock:
            self._opened = VaultFile.create(self._path, passphrase)

    def open_vault(self, passphrase: Secret) -> None:
        """Open the vault; raises ``NeedsSignIn`` if the passphrase does not fit."""
        from cpd_desktop.adapters.vault import VaultFile

        with self._lock:
            self._opened = VaultFile.open(self._path, passphrase)

    def _chosen(self) -> Keychain:
        with self._lock:
            if self._opened is None:
                self._opened = self._found()
            return self._opened

    def _found(self) -> Keychain:
        from cpd_desktop.adapters.keychain import OsKeychain
        from cpd_desktop.adapters.vault import vault_from_file

        if self._passphrase_file is not None:
            return vault_from_file(self._path, self._passphrase_file)
        if self.has_vault:
            raise NeedsSignIn(LOCKED, LOCKED_ADVICE)
        if self._is_portable:
            raise Unavailable(PORTABLE, PORTABLE_ADVICE)
        return OsKeychain()
