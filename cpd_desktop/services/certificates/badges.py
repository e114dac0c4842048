"""The badges in issued certificates, written out for programs that want them by themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from cpd_desktop.store.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cpd_desktop.domain.certificates.register import Certificate


class Prover(Protocol):
    """Proves badges again, in the other form, with the key that signed them."""

    def proven(self, pdf: bytes) -> bytes:
        """Return the badge in a certificate as JSON-LD with a proof of today.

        Raises ``NotAllowed`` if what does it is not installed or the key was put aside, ``Damaged``
        without a badge, and what the keychain raises.
        """


@dataclass(frozen=True, slots=True)
class Badges:
    """What can be done with badges; those in the certificates stay as they are."""

    prover: Prover
    pdf: Callable[[Certificate], bytes]

    def write_proven(self, issued: Certificate, path: Path) -> None:
        """Write a badge as JSON-LD with a proof; raises as ``Prover``, and ``Unavailable``."""
        write_whole(path, self.prover.proven(self.pdf(issued)))
