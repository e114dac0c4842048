"""The one model of a certificate's pages, which the editor changes and both writers draw."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

FORMAT: Final = 1


class Role(StrEnum):
    """What an element is to somebody who hears the page instead of seeing it."""

    HEADING = "heading"
    SUBHEADING = "subheading"
    TEXT = "text"
    FIGURE = "figure"
    TABLE = "table"
    DECORATION = "decoration"


class Family(StrEnum):
    """The kind of letters a text is set in."""

    SANS = "sans"
    SERIF = "serif"


class Align(StrEnum):
    """Where lines lie in their box."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Rise(StrEnum):
    """Where a text that does not fill its box lies in it."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Fit(StrEnum):
    """What a long text does first: become smaller on its line, or take more lines."""

    SHRINK = "shrink"
    WRAP = "wrap"


class Form(StrEnum):
    """The kinds of shape."""

    RECTANGLE = "rectangle"
    ELLIPSE = "ellipse"
    PATH = "path"


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour of the screen, each part from 0 to 255."""

    red: int = 0
    green: int = 0
    blue: int = 0

    def __str__(self) -> str:
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"

    @property
    def parts(self) -> tuple[float, float, float]:
        """Return its parts from 0 to 1."""
        return self.red / 255, self.green / 255, self.blue / 255

    @property
    def luminance(self) -> float:
        """Return how light it is, from 0 to 1, as contrast is measured."""
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB
            for part in self.parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def contrast(self, other: Colour) -> float:
        """Return the contrast to another colour, from 1 to 21."""
        dark, light = sorted((self.luminance, other.luminance))
        return (light + 0.05) / (dark + 0.05)


BLACK: Final = Colour()
WHITE: Final = Colour(255, 255, 255)


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the page in points, from its left upper corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return where it ends across."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Return where it ends below."""
        return self.y + self.height

    def overlap(self, other: Box) -> float:
        """Return the area that both share."""
        across = min(self.right, other.right) - max(self.x, other.x)
        down = min(self.bottom, other.bottom) - max(self.y, other.y)
        return max(0.0, across) * max(0.0, down)

    def holds(self, other: Box) -> bool:
        """Say whether the other lies inside."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and self.right >= other.right
            and self.bottom >= other.bottom
        )


@dataclass(frozen=True, slots=True)
class Span:
    """Some text in one style, with fields in braces; ``scale`` times as large as its element's."""

    text: str
    bold: bool = False
    italic: bool = False
    colour: Colour | None = None
    scale: float = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """What every element has: a name, a place, and its part in the reading of the page.

    One that is ``only`` for a credit type or an accreditor is left out where no credit is of it.
    """

    name: str
    box: Box
    role: Role = Role.DECORATION
    order: int = 0
    alt: str = ""
    only: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Element):
    """Words, with fields and simple formatting; an optional one needs all of its fields."""

    spans: tuple[Span, ...]
    role: Role = Role.TEXT
    family: Family = Family.SANS
    size: float = 12
    smallest: float = 8
    leading: float = 1.3
    align: Align = Align.LEFT
    rise: Rise = Rise.TOP
    fit: Fit = Fit.WRAP
    colour: Colour = BLACK
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture(Element):
    """An image that came with the template, as large as its box allows."""

    asset: str
    role: Role = Role.FIGURE


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Element):
    """A line from the left upper to the right lower corner of its box."""

    colour: Colour = BLACK
    thickness: float = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape(Element):
    """A form with or without fill and edge; a path is drawn in points from the box's corner."""

    form: Form = Form.RECTANGLE
    fill: Colour | None = None
    edge: Colour | None = None
    thickness: float = 1
    radius: float = 0
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature(Element):
    """The handwritten signature of whoever signs."""

    role: Role = Role.FIGURE
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal(Element):
    """A drawn seal."""

    colour: Colour = BLACK
    inner: Colour = WHITE


@dataclass(frozen=True, slots=True, kw_only=True)
class Code(Element):
    """The QR code by which anybody can verify the certificate."""

    role: Role = Role.FIGURE
    colour: Colour = BLACK


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditTable(Element):
    """A row for each credit line, under headings."""

    role: Role = Role.TABLE
    headings: tuple[str, str, str] = ("Credit type", "Category", "Amount")
    family: Family = Family.SANS
    size: float = 10
    smallest: float = 7
    colour: Colour = BLACK
    rule: Colour = Colour(190, 190, 190)


@dataclass(frozen=True, slots=True)
class Asset:
    """A picture that lies in the template, as it was taken in."""

    name: str
    media: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Page:
    """One page, in points; its elements in the order in which they are drawn."""

    width: float
    height: float
    elements: tuple[Element, ...] = ()
    colour: Colour = WHITE
    background: str = ""

    @property
    def box(self) -> Box:
        """Return the whole page as a place."""
        return Box(0, 0, self.width, self.height)

    def in_reading_order(self) -> list[Element]:
        """Return the elements that are read, first to last."""
        read = (each for each in self.elements if each.role is not Role.DECORATION)
        return sorted(read, key=lambda each: each.order)


@dataclass(frozen=True, slots=True)
class Template:
    """All pages of a kind of certificate, and the pictures they need."""

    name: str
    pages: tuple[Page, ...]
    language: str = "en-GB"
    title: str = "{event_title} - {person_name}"
    assets: tuple[Asset, ...] = ()

    def asset(self, name: str) -> Asset | None:
        """Return the picture of this name."""
        return next((each for each in self.assets if each.name == name), None)


A4: Final = (595.28, 841.89)
LETTER: Final = (612.0, 792.0)
KINDS: Final[dict[str, type[Element]]] = {
    "text": Text,
    "picture": Picture,
    "line": Line,
    "shape": Shape,
    "signature": Signature,
    "seal": Seal,
    "code": Code,
    "credits": CreditTable,
}
