"""What a person pastes: cells copied from a spreadsheet, or people, one in a line."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

from cpd_desktop.adapters.sheets.table import Table
from cpd_desktop.adapters.sheets.text import TextSheet
from cpd_desktop.domain.columns import guessed
from cpd_desktop.domain.people import looks_like_email
from cpd_desktop.domain.sheets import SAMPLE_ROWS, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpd_desktop.services.sheets import Sheet

NAME = "—"  # a pasted text has no name of its own
HEADERS = ("Name", "E-mail")
_MAILBOX = re.compile(r'^\s*"?(?P<name>[^<>"]*?)"?\s*<\s*(?P<email>[^<>\s]+)\s*>\s*$')
_BETWEEN_MAILBOXES = re.compile(r"(?<=>)\s*[;,]\s*")


class PeopleList(Table):
    """“Name <address>”, an address, or a name in each line."""

    def __init__(self, people: list[list[str]]) -> None:
        super().__init__(Source(NAME, HEADERS), len(people))
        self._people = people
        self._take_samples()

    def _records(self) -> Iterator[list[str]]:
        for row, person in enumerate(self._people, 1):
            self.position = row
            yield list(person)


def pasted_sheet(text: str, *, header_row: int | None = None) -> Sheet:
    """Return the table in the text; raises ``Invalid`` if there is none."""
    lines = _BETWEEN_MAILBOXES.sub("\n", text).splitlines()
    of_cells = "\t" in text
    if not of_cells and any(_MAILBOX.match(line) for line in lines):
        return PeopleList([_person(line) for line in lines])
    content = text.encode("utf-8", "replace")
    sheet = TextSheet(
        BytesIO(content),
        NAME,
        len(content),
        encoding="utf-8",
        delimiter="\t" if of_cells else None,
        header_row=header_row,
    )
    if of_cells or header_row or _has_columns(sheet):
        return sheet
    return PeopleList([_person(line) for line in lines])


def _has_columns(sheet: TextSheet) -> bool:
    """Say whether commas separate columns here, and not “Lee, Ann”."""
    if guessed(sheet.source.headers):
        return True
    return any(
        len(filled) > 1 and any(map(looks_like_email, filled))
        for _, cells in sheet.samples(SAMPLE_ROWS)
        if (filled := [cell.strip() for cell in cells if cell.strip()])
    )


def _person(line: str) -> list[str]:
    text = line.strip()
    if found := _MAILBOX.match(text):
        return [found["name"].strip(), found["email"]]
    return ["", text] if looks_like_email(text) else [text, ""]
