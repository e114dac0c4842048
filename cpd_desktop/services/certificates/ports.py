"""The ports to whoever draws certificates, signs them and checks what was made."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime

    from cpd_desktop.domain.certificates.checks import Finding
    from cpd_desktop.domain.certificates.issuer_card import Provider
    from cpd_desktop.domain.certificates.snapshot import Snapshot
    from cpd_desktop.domain.certificates.template import Asset, Box, Page, Template
    from cpd_desktop.domain.errors import Invalid

    DrawSvg = Callable[[bytes, int, int], bytes]


class Issuer(NamedTuple):
    """By what others know who signed, as people compare it; ``made`` if the keys are new."""

    fingerprint: str
    made: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """What all certificates of a batch share; ``signatures`` are pictures by their SHA-256.

    ``criteria`` says in a sentence what they were earned by.
    """

    template: Template
    provider: Provider
    criteria: str
    at: datetime
    signatures: Mapping[str, bytes] = field(default_factory=dict, repr=False)


class Batch(Protocol):
    """Makes one certificate after the other, with keys that were looked at once."""

    def pdf(self, snapshot: Snapshot, email: str) -> bytes:
        """Return the signed file, after it was verified to say just this.

        Raises ``Invalid`` if no font has a letter of it, ``Damaged`` if it does not verify.
        """


class Proofreader(Protocol):
    """Looks at one certificate after the other."""

    def read(self, snapshot: Snapshot) -> Iterator[Finding]:
        """Yield what does not fit, shrinks or cannot be printed."""


class Press(Protocol):
    """Lays certificates out, signs them with the keys in the keychain, and verifies them."""

    def built_in(self) -> Mapping[str, bytes]:
        """Return the templates that come with the application, as files by their names."""

    def proofreader(self, template: Template) -> Proofreader:
        """Return what looks at certificates before they are made."""

    def batch(self, order: Order) -> Batch:
        """Return what makes the certificates of a batch.

        Raises ``NotFound`` without keys, ``NeedsSignIn``, ``Unavailable``, and ``NotAllowed`` for
        a wrong clock.
        """

    def signature_picture(self, content: bytes) -> bytes:
        """Return a picture of a signature as it is printed; raises ``Invalid``."""


class Raster(NamedTuple):
    """A page drawn in dots, four bytes each: blue, green, red, and one that means nothing.

    ``unprintable`` says why a text was left out: no font has a letter of it.
    """

    width: int
    height: int
    dots: bytes
    unprintable: Invalid | None = None


class Studio(Protocol):
    """Draws pages for the screen, and takes pictures into templates."""

    def picture(
        self,
        template: Template,
        at: int,
        snapshot: Snapshot,
        signatures: Mapping[str, bytes],
        scale: float,
    ) -> Raster:
        """Return a page as its certificate will look, in so many dots a point."""

    def page(self, pdf: bytes, at: int, scale: float) -> Raster:
        """Return a page of a file, in so many dots a point; raises ``Damaged`` if it is none."""

    def background(self, data: bytes, name: str, page: Page, draw_svg: DrawSvg) -> Asset:
        """Return the background of a page; raises ``Invalid`` or ``Unavailable``."""

    def logo(self, data: bytes, name: str, box: Box, draw_svg: DrawSvg) -> Asset:
        """Return a picture as large as it is printed; raises as a background does."""

    def shape_of(self, asset: Asset) -> tuple[int, int]:
        """Return how many dots wide and high a picture is."""

    def imported(self, template: Template) -> Template:
        """Return a stranger's template with its pictures looked at; raises ``Invalid``."""
