"""The issuer's keys as the services know them: what they sign, and never the keys themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpd_desktop.domain.errors import NotFound

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from cpd_desktop.adapters.trust.identity_safe import IdentitySafe
    from cpd_desktop.domain.certificates.issuer_card import Provider
    from cpd_desktop.domain.certificates.status_list import StatusList
    from cpd_desktop.domain.secret import Secret


@dataclass(frozen=True, slots=True)
class SafeKeys:
    """Signs with the identity in the safe."""

    safe: IdentitySafe

    def are_there(self) -> bool:
        """Say whether there are keys."""
        try:
            self.safe.identity()
        except NotFound:
            return False
        return True

    def make(self, name: str) -> None:
        """Make keys for the provider of this name; raises ``Conflict`` if there are some."""
        self.safe.make(name)

    def renew(self, name: str) -> None:
        """Make new keys, and keep the old ones for what they signed."""
        self.safe.renew(name)

    def bring_in(self, p12: bytes, password: Secret) -> None:
        """Sign PDF files by a certificate of one's own from now on; raises ``Invalid``."""
        self.safe.bring_in(p12, password)

    def back_up(self, path: Path, passphrase: Secret) -> None:
        """Write an encrypted backup; raises ``Invalid``, ``Conflict`` or ``Unavailable``."""
        self.safe.back_up(path, passphrase)

    def restore(self, path: Path, passphrase: Secret, *, instead: bool = False) -> None:
        """Take the keys out of a backup; raises ``Conflict``, ``NeedsSignIn`` or ``Damaged``."""
        self.safe.restore(path, passphrase, instead=instead)

    def card(self, provider: Provider, moment: datetime) -> bytes:
        """Return the signed card of the provider; see the port."""
        from cpd_desktop.adapters.trust.documents import write_card
        from cpd_desktop.adapters.trust.identity import require_clock

        require_clock(moment)
        identity = self.safe.identity()
        return write_card(identity.card(provider, moment), identity)

    def status_list(self, status: StatusList) -> bytes:
        """Return the signed list; raises ``NotFound`` without keys."""
        from cpd_desktop.adapters.trust.documents import write_status_list

        return write_status_list(status, self.safe.identity())
