"""The ports to the issuer's keys, and to what reads and judges what others signed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from cpd_desktop.domain.certificates.issuer_card import IssuerCard, Provider
    from cpd_desktop.domain.certificates.known import Known
    from cpd_desktop.domain.certificates.status_list import StatusList
    from cpd_desktop.domain.certificates.verdicts import Verification
    from cpd_desktop.domain.secret import Secret


class IssuerKeys(Protocol):
    """The keys that sign. All calls may block, as the keychain does, and raise what it raises."""

    def are_there(self) -> bool:
        """Say whether there are keys."""

    def make(self, name: str) -> None:
        """Make keys for the provider of this name; raises ``Conflict`` if there are some."""

    def renew(self, name: str) -> None:
        """Make new keys, and keep the old ones for what they signed."""

    def bring_in(self, p12: bytes, password: Secret) -> None:
        """Sign PDF files by a certificate of one's own from now on; raises ``Invalid``."""

    def back_up(self, path: Path, passphrase: Secret) -> None:
        """Write an encrypted backup; raises ``Invalid``, ``Conflict`` or ``Unavailable``."""

    def restore(self, path: Path, passphrase: Secret, *, instead: bool = False) -> None:
        """Take the keys out of a backup; raises ``Conflict``, ``NeedsSignIn`` or ``Damaged``.

        ``Conflict`` is raised if there are others, unless they are to come ``instead`` of those.
        """

    def card(self, provider: Provider, moment: datetime) -> bytes:
        """Return the signed card of the provider.

        Raises ``NotFound`` without keys, and ``NotAllowed`` for a wrong clock.
        """

    def status_list(self, status: StatusList) -> bytes:
        """Return the signed list; raises ``NotFound`` without keys."""


class Trust(Protocol):
    """Reads cards and lists with distrust, and says what is proven about certificates."""

    def card(self, content: bytes) -> IssuerCard:
        """Read a card; raises ``Invalid`` if it is none or was changed."""

    def status_list(self, content: bytes, card: IssuerCard) -> StatusList:
        """Read a list; raises ``Invalid`` if it is none, or not of this issuer."""

    def verify(self, shown: bytes, known: Known, *, second: bool = True) -> Verification:
        """Say what is proven, after a ``second`` opinion if wished; it raises nothing."""

    def codes_in(self, picture: bytes) -> tuple[str, ...]:
        """Return the text of every code in a picture; nothing if it is none."""

    def badge(self, pdf: bytes) -> bytes:
        """Return the first page as a PNG with the badge of the file in it.

        Raises ``NotFound`` if the file has no badge, ``Damaged`` if it cannot be drawn.
        """

    def page(self, cards: Sequence[bytes], lists: Sequence[bytes]) -> str:
        """Return verify.html, which knows these cards and lists."""

    def write(self, path: Path, content: bytes) -> None:
        """Write a file, whole or not at all; raises ``Unavailable``."""
