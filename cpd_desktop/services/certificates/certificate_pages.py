"""Shows certificates of an event as pictures: as they were issued, or as they would be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from cpd_desktop.domain.certificates.freezing import Holder
from cpd_desktop.domain.errors import NotFound
from cpd_desktop.services.certificates.planning import preview_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpd_desktop.domain.certificates.freezing import Occasion
    from cpd_desktop.domain.certificates.register import Certificate
    from cpd_desktop.domain.certificates.snapshot import Snapshot
    from cpd_desktop.domain.certificates.template import Template
    from cpd_desktop.services.certificates.register import CertificateRegister
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.store.files import ContentStore


class PagePictures(Protocol):
    """Makes PNG pictures of pages, so many dots a point; ``at`` counts pages from 0."""

    def of_draft(
        self,
        template: Template,
        snapshot: Snapshot,
        signatures: Mapping[str, bytes],
        at: int,
        scale: float,
    ) -> bytes:
        """Return a page as it would be issued; raises ``Invalid`` if no font has a letter."""

    def of_file(self, pdf: bytes, at: int, scale: float) -> bytes:
        """Return a page of a file; raises ``Damaged`` if it is none."""


@dataclass(frozen=True, slots=True)
class CertificatePages:
    """What can be seen of certificates."""

    files: ContentStore
    register: CertificateRegister
    clock: Clock
    pictures: PagePictures

    def draft(
        self, occasion: Occasion, template: Template, holder: Holder, at: int, scale: float
    ) -> bytes:
        """Return a page as somebody would get it now, with a number and a code of nobody.

        Raises ``Invalid`` if no font has a letter of it.
        """
        snapshot = preview_of(occasion, holder, self.clock)
        signatures = self._signatures(snapshot)
        return self.pictures.of_draft(template, snapshot, signatures, at, scale)

    def issued(self, certificate: Certificate, at: int, scale: float) -> bytes:
        """Return a page of what was issued; raises ``NotFound`` or ``Damaged``."""
        return self.pictures.of_file(self.register.pdf(certificate), at, scale)

    def _signatures(self, snapshot: Snapshot) -> dict[str, bytes]:
        if not snapshot.signature:
            return {}
        try:
            return {snapshot.signature: self.files.get(snapshot.signature)}
        except NotFound:  # the doctor tells of it; a page can be shown without
            return {}


def sample_holder(occasion: Occasion, name: str) -> Holder:
    """Return somebody who earned all that an event gives."""
    return Holder(0, "", name, credits=tuple(occasion.event.credits))
