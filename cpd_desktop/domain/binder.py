"""An audit binder before it is written: what an auditor reads, and the originals behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

PAGE, MANIFEST = "index.html", "MANIFEST.sha256"
TABLES = "tables"

LOST = Sentence("binder", "The original {name} is not kept here any more, so it is not inside.")
ALTERED = Sentence(
    "binder", "The original {name} is inside, but was altered since it was taken in: {file}."
)


class Link(NamedTuple):
    """Words that lead to a file of the binder, or to a place on its page."""

    text: str
    to: str


Cell: TypeAlias = str | Link


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below headings; ``file`` names the table that programs read, without its ending.

    One that is not ``shown`` is for programs only: the page says the same in another form.
    """

    caption: str
    headers: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]
    file: str = ""
    shown: bool = True
    figures: frozenset[int] = frozenset()  # columns that are read from the right

    @property
    def path(self) -> str:
        """Return where its file lies in the binder."""
        return f"{TABLES}/{self.file}.csv"


@dataclass(frozen=True, slots=True)
class Part:
    """A passage of its own that can be pointed at: one person, one speaker."""

    anchor: str
    title: str
    lines: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    tables: tuple[Table, ...] = ()
    stamp: str = ""
    good: bool | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One chapter of the binder."""

    key: str
    title: str
    lines: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    tables: tuple[Table, ...] = ()
    parts: tuple[Part, ...] = ()


class Original(NamedTuple):
    """A file as it came: where it lies in the binder, what it was called, what it must hash to."""

    path: str
    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Binder:
    """Everything that goes into one binder, in order; ``state`` says as of when."""

    title: str
    subtitle: tuple[str, ...]
    state: str
    sections: tuple[Section, ...]
    originals: tuple[Original, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """A binder that was written; ``sha256`` is its manifest's, ``faults`` what is not as it was."""

    files: int
    size: int
    sha256: str
    faults: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of checking a binder: whole if there are no problems."""

    files: int
    sha256: str
    problems: tuple[Sentence, ...] = ()
