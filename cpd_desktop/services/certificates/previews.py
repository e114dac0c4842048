"""Shows what was issued and what a template would make of it, and moves templates in files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from cpd_desktop.domain.certificates.checks import snapshot_findings, template_findings
from cpd_desktop.domain.certificates.freezing import Holder
from cpd_desktop.domain.certificates.sample import sample_snapshot
from cpd_desktop.domain.certificates.template_file import (
    MEGABYTE,
    MOST_BYTES,
    read_template,
    template_bytes,
)
from cpd_desktop.domain.errors import NotFound
from cpd_desktop.domain.settings import Provider, Signatory
from cpd_desktop.services.certificates.planning import preview_of
from cpd_desktop.services.taking_in import read_file
from cpd_desktop.store.files import write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.domain.certificates.checks import Finding
    from cpd_desktop.domain.certificates.freezing import Occasion
    from cpd_desktop.domain.certificates.register import Certificate
    from cpd_desktop.domain.certificates.snapshot import Snapshot
    from cpd_desktop.domain.certificates.template import Asset, Box, Page, Template
    from cpd_desktop.services.certificates.planning import Planning
    from cpd_desktop.services.certificates.ports import DrawSvg, Press, Raster, Studio
    from cpd_desktop.services.certificates.register import CertificateRegister
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.services.work import Work
    from cpd_desktop.store.files import ContentStore

_MOST_MEGABYTES = 60


class Subject(NamedTuple):
    """Somebody for whom a template is shown, and what their certificate would say."""

    name: str
    snapshot: Snapshot


@dataclass(frozen=True, slots=True)
class Previews:
    """What can be seen of certificates, and of templates before anything is issued with them."""

    clock: Clock
    files: ContentStore
    settings: Settings
    planning: Planning
    register: CertificateRegister
    press: Press
    studio: Studio

    def sample(self, language: str) -> Snapshot:
        """Return what the certificate of nobody says."""
        provider, signatory = self.settings.get(Provider), self.settings.get(Signatory)
        return sample_snapshot(provider, signatory, language, self.clock.now())

    def people(self, event_id: int, work: Work) -> list[Subject]:
        """Return those of an event who earned a certificate; raises ``NotFound``."""
        plan = self.planning.plan(event_id, work=work)
        holders = (*plan.to_issue, *plan.held_back)
        return [
            Subject(each.name, preview_of(plan.occasion, each, self.clock))
            for each in sorted(holders, key=lambda each: each.name.casefold())
        ]

    def picture(self, template: Template, at: int, snapshot: Snapshot, scale: float) -> Raster:
        """Return a page as its certificate will look, in so many dots a point."""
        return self.studio.picture(template, at, snapshot, self._signatures(snapshot), scale)

    def draft(
        self, occasion: Occasion, template: Template, holder: Holder, at: int, scale: float
    ) -> Raster:
        """Return a page as somebody would get it now, with a number and a code of nobody.

        Raises ``Invalid`` if no font has a letter of it.
        """
        drawn = self.picture(template, at, preview_of(occasion, holder, self.clock), scale)
        if drawn.unprintable:
            raise drawn.unprintable
        return drawn

    def issued(self, certificate: Certificate, at: int, scale: float) -> Raster:
        """Return a page of what was issued; raises ``NotFound`` or ``Damaged``."""
        return self.studio.page(self.register.pdf(certificate), at, scale)

    def findings(self, template: Template, snapshot: Snapshot) -> list[Finding]:
        """Return what is wrong with a template, and with what it says of somebody."""
        return [
            *template_findings(template),
            *snapshot_findings(template, snapshot),
            *self.press.proofreader(template).read(snapshot),
        ]

    def background(self, path: Path, page: Page, draw_svg: DrawSvg) -> Asset:
        """Return a file as background of a page; raises ``Invalid`` or ``Unavailable``."""
        content = read_file(path, _MOST_MEGABYTES, "picture")
        return self.studio.background(content, path.stem[:70], page, draw_svg)

    def logo(self, path: Path, box: Box, draw_svg: DrawSvg) -> tuple[Asset, float]:
        """Return a file as a picture to print no larger than this, and its width by its height.

        Raises ``Invalid`` or ``Unavailable``.
        """
        content = read_file(path, _MOST_MEGABYTES, "picture")
        asset = self.studio.logo(content, path.stem[:70], box, draw_svg)
        width, height = self.studio.shape_of(asset)
        return asset, width / height

    def read(self, path: Path) -> Template:
        """Return the template in a file; raises ``Invalid``, ``NewerData`` or ``Unavailable``."""
        content = read_file(path, MOST_BYTES // MEGABYTE, "template")
        return self.studio.imported(read_template(content))

    def write(self, template: Template, path: Path) -> None:
        """Write a template as one file; raises ``Unavailable``."""
        write_whole(path, template_bytes(template))

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
