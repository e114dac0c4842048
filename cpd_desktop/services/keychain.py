"""The port to the place where secrets are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.domain.words import Sentence


class Keychain(Protocol):
    """Keeps secrets by name. All calls may block: never on the thread of the window.

    Raises ``NeedsSignIn`` while locked and ``Unavailable`` when there is none that can be trusted.
    """

    def get(self, name: str) -> Secret | None:
        """Return the secret, or nothing if none is kept under the name."""

    def put(self, name: str, secret: Secret) -> None:
        """Keep the secret under the name, instead of an older one."""

    def forget(self, name: str) -> None:
        """Remove the secret; nothing happens if there is none."""

    def state(self) -> Sentence:
        """Say in one sentence what keeps the secrets, or why nothing can."""


class Keychains(Keychain, Protocol):
    """The keychain port, and the vault that a person can make and open."""

    @property
    def has_vault(self) -> bool:
        """Say whether a vault was made in this data folder."""

    def make_vault(self, passphrase: Secret) -> None:
        """Make the encrypted vault, which keeps the secrets from now on."""

    def open_vault(self, passphrase: Secret) -> None:
        """Open the vault; raises ``NeedsSignIn`` if the passphrase does not fit."""
