"""What is printed for the registration desk: the sign-in sheet and the badges."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from datetime import datetime

NO_BADGES = Sentence("papers", "There is nobody to print a badge for.")
NO_COLUMNS = Sentence("papers", "The sign-in sheet has no columns.")
NO_GLYPH = Sentence("papers", "No font on this computer can print {letters}, needed for {name}.")
NO_FONT = Sentence("papers", "There is no TrueType font on this computer to print with.")
GET_A_FONT = Sentence(
    "papers",
    "Install a font that has it, such as Noto Sans, then print again. Nothing was changed.",
)


class Unprintable(Invalid):
    """Some texts need letters that no font here has; ``problems`` says which and whose."""

    title = Sentence("errors", "Some letters cannot be printed")
    advice = GET_A_FONT


class SheetColumn(StrEnum):
    """What a column of the sign-in sheet is for."""

    NUMBER = "number"
    NAME = "name"
    ORGANISATION = "organisation"
    LICENCE = "licence"
    SIGN_IN = "sign in"
    SIGN_OUT = "sign out"


HEADINGS = {
    SheetColumn.NUMBER: Sentence("papers", "No."),
    SheetColumn.NAME: Sentence("papers", "Name"),
    SheetColumn.ORGANISATION: Sentence("papers", "Organisation"),
    SheetColumn.LICENCE: Sentence("papers", "Licence no."),
    SheetColumn.SIGN_IN: Sentence("papers", "Signature in"),
    SheetColumn.SIGN_OUT: Sentence("papers", "Signature out"),
}
PAGE_OF = Sentence("papers", "Page {page} of {pages}")
SHEET_TITLE = Sentence("papers", "Sign-in sheet")
STATEMENT_TITLE = Sentence("papers", "Statement of credits")
STATEMENT_HEADINGS = (
    Sentence("papers", "Date"),
    Sentence("papers", "Event"),
    Sentence("papers", "Credit"),
    Sentence("papers", "Certificate"),
)
TOTAL = Sentence("papers", "Total")
NOTHING_EARNED = Sentence("papers", "No certificates in this period.")
BADGES_TITLE = Sentence("papers", "Badges")
CARDS = Sentence("papers", "Cards to cut, {width} by {height} mm, {page}")
LABELS = Sentence("papers", "Labels, {width} by {height} mm, {page}")


@dataclass(frozen=True, slots=True)
class PageSize:
    """A sheet of paper, upright, in millimetres."""

    name: str
    width: float
    height: float


A4 = PageSize("A4", 210, 297)
LETTER = PageSize("Letter", 215.9, 279.4)
PAGE_SIZES = (A4, LETTER)


@dataclass(frozen=True, slots=True)
class PaperWords:
    """The paper's own words in the language of its readers, and the date it is made."""

    title: str
    made: datetime
    language: str = "en"
    headings: tuple[tuple[SheetColumn, str], ...] = tuple(
        (column, str(words)) for column, words in HEADINGS.items()
    )
    page_of: str = PAGE_OF.template


@dataclass(frozen=True, slots=True)
class SignInRow:
    """One person expected."""

    number: str
    name: str
    organisation: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class SignInSheet:
    """A session's sheet on which people sign when they come and go.

    It has the columns that ``words`` has headings for; ``when`` names the zone.
    """

    event: str
    session: str
    when: str
    place: str
    provider: str
    rows: tuple[SignInRow, ...]
    words: PaperWords
    blank_rows: int = 0
    page: PageSize = A4

    def require_printable(self) -> None:
        """Raise ``Invalid`` if there would be nothing on the paper."""
        if not self.words.headings:
            raise Invalid({"columns": NO_COLUMNS})


@dataclass(frozen=True, slots=True)
class Badge:
    """What one person wears: who they are, and the code that checks them in."""

    name: str
    organisation: str
    role: str
    event: str
    code: str


@dataclass(frozen=True, slots=True)
class BadgeLayout:
    """How badges lie on a sheet, in millimetres from its left upper corner."""

    kind: Sentence
    page: PageSize
    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    gap_across: float = 0
    gap_down: float = 0
    cut_marks: bool = False

    @property
    def words(self) -> Sentence:
        """Return what it is called in a list to choose from."""
        return self.kind.filled(width=self.width, height=self.height, page=self.page.name)

    @property
    def on_sheet(self) -> int:
        """Return how many badges one sheet takes."""
        return self.columns * self.rows

    def corner(self, place: int) -> tuple[float, float]:
        """Return where the badge at this place on its sheet begins: from the left, from the top."""
        row, column = divmod(place, self.columns)
        across = self.left + column * (self.width + self.gap_across)
        return across, self.top + row * (self.height + self.gap_down)


CARDS_A4 = BadgeLayout(CARDS, A4, 2, 5, 90, 54, 15, 13.5, cut_marks=True)
CARDS_LETTER = BadgeLayout(CARDS, LETTER, 2, 5, 90, 54, 17.95, 4.7, cut_marks=True)
LABELS_A4 = BadgeLayout(LABELS, A4, 2, 4, 99.1, 67.7, 4.65, 13.1, gap_across=2.5)
LAYOUTS = (CARDS_A4, CARDS_LETTER, LABELS_A4)


@dataclass(frozen=True, slots=True)
class EarnedRow:
    """One certificate on a statement."""

    date: str
    event: str
    credit: str
    number: str


@dataclass(frozen=True, slots=True)
class CreditStatement:
    """All that one person earned in a period; ``totals`` has a line for each kind of credit.

    ``headings``, ``total`` and ``nothing`` are words in the language of its reader.
    """

    person: str
    licences: str
    period: str
    provider: str
    address: str
    rows: tuple[EarnedRow, ...]
    totals: tuple[str, ...]
    words: PaperWords
    headings: tuple[str, ...] = tuple(map(str, STATEMENT_HEADINGS))
    total: str = str(TOTAL)
    nothing: str = str(NOTHING_EARNED)
    page: PageSize = A4
