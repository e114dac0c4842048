"""CSV, TSV and their like, streamed: one block of the file is in memory, never more."""

from __future__ import annotations

import codecs
import csv
import re
from io import StringIO
from itertools import chain, islice
from typing import TYPE_CHECKING

from cpd_desktop.adapters.sheets.delimiters import declared_delimiter, delimiter_of
from cpd_desktop.adapters.sheets.encodings import (
    encoding_of,
    known_encoding,
    mark_length,
)
from cpd_desktop.adapters.sheets.table import (
    ANOTHER_FILE,
    NO_ROWS,
    NOTHING_IMPORTED,
    Table,
    gone,
    refused,
)
from cpd_desktop.domain.formulas import MAYBE_ESCAPED
from cpd_desktop.domain.sheets import COLUMN_LIMIT, Source, place_in
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from cpd_desktop.domain.errors import Invalid

LINE_LIMIT = 1 << 20
_BLOCK = 1 << 17
_HEAD = 1 << 18
_END_OF_FILE = "\x1a"  # very old programs end a text with it
_CELL_LIMIT = csv.field_size_limit()

BAD_BYTES = Sentence("sheet", "What stands in {place} is not written in {encoding}.")
BAD_BYTES_ADVICE = Sentence(
    "sheet", "Choose another encoding, or save the file as CSV UTF-8. Nothing was imported."
)
NO_DELIMITER = Sentence("sheet", "“{delimiter}” cannot stand between cells: choose one character.")
NULL = Sentence("sheet", "What stands in {place} is no text.")
LONG_LINE = Sentence("sheet", "The line in {place} is longer than {limit} characters.")
LONG_CELL = Sentence("sheet", "The cell in {place} is longer than {limit} characters.")
OPEN_QUOTE = Sentence(
    "sheet", "A quotation mark in {place} is not closed, or text follows where it closes."
)
LONG_ROW = Sentence("sheet", "The row that begins in {place} does not end.")


class TextSheet(Table):
    """A table in a text file; what is not given is found out, or ``Invalid`` is raised."""

    def __init__(
        self,
        file: BinaryIO,
        name: str,
        size: int,
        *,
        encoding: str | None = None,
        delimiter: str | None = None,
        header_row: int | None = None,
    ) -> None:
        super().__init__(Source(name, ()), size)
        if delimiter is not None and (len(delimiter) != 1 or delimiter in '\r\n"\0'):
            raise refused(NO_DELIMITER.filled(delimiter=delimiter))
        self._file = file
        file.seek(0)
        if not size:
            raise refused(NO_ROWS.filled(name=name), ANOTHER_FILE)
        head = file.read(_HEAD)
        self._encoding = known_encoding(encoding, head) if encoding else encoding_of(file, name)
        self._start = mark_length(head, self._encoding)
        lines = self._head_lines(head[self._start :])
        declared = declared_delimiter(lines[0]) if lines else ""
        self._hidden_lines = 1 if declared else 0
        self._delimiter = delimiter or declared or delimiter_of(lines)
        # Some write a space before each quote; the library then takes neither for what it is.
        # Inside of a cell in quotes, such a quote is followed by another or by the cell's end.
        mark = re.escape(self._delimiter)
        spaced = re.compile(rf'{mark} "[^"{mark}\r\n]')
        self._spaced = any(map(spaced.search, lines))
        self.source = Source(name, (), encoding=self._encoding, delimiter=self._delimiter)
        try:
            self._find_header(header_row)
        except csv.Error as error:
            raise self._misquoted(error) from error
        self._take_samples()

    @property
    def _width_is_sure(self) -> bool:
        return False

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Yield the rows below the header; raises ``Invalid`` where one cannot be read."""
        try:
            yield from super().rows()
        except csv.Error as error:
            raise self._misquoted(error) from error

    def _records(self, lines: Iterator[str] | None = None) -> Iterator[list[str]]:
        return csv.reader(
            lines or self._lines(),
            delimiter=self._delimiter,
            skipinitialspace=self._spaced,
            strict=True,
        )

    def _lines(self) -> Iterator[str]:
        # StringIO splits only where a file does, not at every separator that Unicode has.
        pieces = (StringIO(block, newline="") for block in self._blocks())
        return islice(chain.from_iterable(pieces), self._hidden_lines, None)

    def _blocks(self) -> Iterator[str]:
        """Yield the text in blocks of whole lines; raises ``Invalid`` where it stops being text."""
        decoder = codecs.getincrementaldecoder(self._encoding)()
        self._file.seek(self._start)
        self.position = self._start
        rest, row, row_began = "", -1, 0
        more = True
        while more:
            block = self._read_block()
            more = bool(block)
            self.position += len(block)
            if row != self._row:
                row, row_began = self._row, self.position
            elif self.position - row_began > 4 * LINE_LIMIT:
                raise self._stopped(LONG_ROW)
            text, stop = _decoded(decoder, block, self._encoding)
            text = rest + text
            if not more and not stop:
                yield text.rstrip(_END_OF_FILE)
                return
            cut = 1 + max(text.rfind("\n"), text.rfind("\r", 0, len(text) - 1))
            whole, rest = text[:cut], text[cut:]
            if MAYBE_ESCAPED.search(text):
                self._maybe_escaped = True
            if whole:
                yield whole
            if stop:
                raise self._stopped(stop, rest)
            if len(rest) > LINE_LIMIT:
                raise self._stopped(LONG_LINE.filled(limit=LINE_LIMIT))

    def _read_block(self) -> bytes:
        try:
            return self._file.read(_BLOCK)
        except OSError as error:  # a stick that was pulled out, a share that is gone
            raise gone(self.source.name, error) from error

    def _head_lines(self, head: bytes) -> list[str]:
        text = codecs.getincrementaldecoder(self._encoding)("replace").decode(head)
        lines = list(StringIO(text, newline=""))
        return lines[:-1] if len(lines) > 1 and len(head) + self._start >= _HEAD else lines

    def _stopped(self, says: Sentence, line: str | None = None) -> Invalid:
        """Return the error for the row after the last one that was read whole."""
        column = None
        if line is not None:
            column, _ = _trouble(line, self._delimiter)
        place = place_in(self.source.headers, self._row + 1, column).sentence()
        advice = BAD_BYTES_ADVICE if says is BAD_BYTES else NOTHING_IMPORTED
        return refused(says.filled(place=place, encoding=self._encoding.upper()), advice)

    def _misquoted(self, error: csv.Error) -> Invalid:
        lines, good_rows, self._row = self._lines(), self._row, 0
        for _ in islice(self._records(lines), good_rows):
            self._row += 1
        characters = islice(chain.from_iterable(lines), 2 * _CELL_LIMIT)
        column, quoted = _trouble(characters, self._delimiter)
        place = place_in(self.source.headers, self._row + 1, column).sentence()
        if "field larger" in str(error) and not quoted:
            return refused(LONG_CELL.filled(place=place, limit=_CELL_LIMIT))
        return refused(OPEN_QUOTE.filled(place=place))


def _decoded(
    decoder: codecs.IncrementalDecoder, block: bytes, encoding: str
) -> tuple[str, Sentence | None]:
    """Return the text, up to where it stops being one, and why it does."""
    stop = None
    try:
        text = decoder.decode(block, final=not block)
    except UnicodeDecodeError as error:
        text, stop = error.object[: error.start].decode(encoding, "ignore"), BAD_BYTES
    if "\0" in text:
        text, stop = text[: text.index("\0")], NULL
    return text, stop


def _trouble(characters: Iterable[str], delimiter: str) -> tuple[int, bool]:
    """Return the column in which a row goes wrong, and whether its cell began with a quote."""
    column, state = 0, "start"
    for character in characters:
        if state == "quoted":
            state = "closed" if character == '"' else state
        elif character == delimiter:
            column, state = column + 1, "start"
        elif character in "\r\n" or (state == "closed" and character != '"'):
            break
        elif character == '"' and state in {"start", "closed"}:
            state = "quoted"
        else:
            state = "plain"
    return min(column, COLUMN_LIMIT), state in {"quoted", "closed"}
