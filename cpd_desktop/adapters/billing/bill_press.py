"""Prints invoices, receipts and credit notes with the pen that writes certificates.

So they are archived and tagged as certificates are, and the same document has the same bytes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.billing.bill_words import money_in, rate_in, words_in
from cpd_desktop.adapters.certificates.compiled import CertificateWriter
from cpd_desktop.adapters.certificates.faces import Faces
from cpd_desktop.adapters.certificates.setting import Setter
from cpd_desktop.domain.billing.documents import DocumentKind
from cpd_desktop.domain.billing.tax import Treatment
from cpd_desktop.domain.certificates.snapshot import Snapshot
from cpd_desktop.domain.certificates.template import (
    A4,
    Align,
    Box,
    Colour,
    Element,
    Line,
    Page,
    Role,
    Span,
    Template,
    Text,
)
from cpd_desktop.domain.certificates.written_days import written_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from cpd_desktop.adapters.lettering.fonts import FontShelf
    from cpd_desktop.domain.billing.documents import Document, DocumentLine

_LEFT: Final = 56.0
_RIGHT: Final = A4[0] - 56.0
_FOOT: Final = A4[1] - 60.0
_WIDTH: Final = _RIGHT - _LEFT
_SOFT: Final = Colour(90, 90, 90)
_RULE: Final = Colour(170, 170, 170)
# Where the columns begin, and how wide they are.
_COLUMNS: Final = ((0, 250), (254, 32), (290, 74), (368, 42), (414, _WIDTH - 414))
_LETTERS: Final = 46  # so many fit on a line of the first column
_STEP: Final = 13.0
_LANGUAGES: Final = {"de": "de-DE"}
_BRACES: Final = re.compile(r"(\{)")


@dataclass(slots=True)
class BillPress:
    """Prints documents about money with the fonts of a shelf."""

    shelf: FontShelf
    _setters: list[Setter] = field(default_factory=list, init=False, repr=False)

    def pdf(self, document: Document) -> bytes:
        """Return the document as PDF; raises ``Invalid`` for letters that no font has."""
        language = _LANGUAGES.get(document.language, "en-GB")
        template = _Sheets(document).template(language)
        return self._written(template, document.number, document.issued, language)

    def table(
        self,
        title: str,
        headings: Sequence[str],
        rows: Sequence[Sequence[str]],
        made: date,
        *,
        amounts: int,
    ) -> bytes:
        """Return a report as PDF; raises ``Invalid`` for letters that no font has."""
        from cpd_desktop.adapters.billing.table_pages import table_pages

        pages = table_pages(title, headings, rows, amounts, "en-GB")
        return self._written(pages, title, made, "en-GB")

    def _written(self, template: Template, number: str, day: date, language: str) -> bytes:
        if not self._setters:
            self._setters.append(Setter(Faces(self.shelf)))
        at = datetime(*day.timetuple()[:3], tzinfo=UTC)
        frame = Snapshot(
            number=number, code="", person_name="", event_title="", starts=at, ends=at, zone="UTC",
            issued=at, language=language,
        )  # fmt: skip
        return CertificateWriter(template, self._setters[0]).write(frame).data


class _Sheets:
    """One document as it is laid out on pages."""

    def __init__(self, document: Document) -> None:
        self._told = document
        self._words = words_in(document.language)
        self._pages: list[list[Element]] = [[]]
        self._down = 56.0
        self._count = 0

    def template(self, language: str) -> Template:
        """Return all pages."""
        told = self._told
        self._head()
        self._table()
        self._sums()
        self._notes()
        for at, page in enumerate(self._pages, 1):
            text = self._words["page"].format(page=at, pages=len(self._pages))
            box = Box(_LEFT, _FOOT + 18, _WIDTH, 14)
            page.append(self._element(f"{told.number} \N{MIDDLE DOT} {text}", box, 8, soft=True))
        pages = tuple(Page(*A4, tuple(each)) for each in self._pages)
        title = f"{self._words[told.kind]} {told.number}"
        return Template(title, pages, language, title)

    def _head(self) -> None:
        told, words = self._told, self._words
        seller = [told.seller, *told.seller_address.splitlines(), told.seller_contact]
        if told.seller_tax_number:
            seller.append(f"{words['tax_number']}: {told.seller_tax_number}")
        self._block([line for line in seller if line.strip()], bold_first=True)
        self._down += 16
        buyer = [told.buyer, *told.buyer_address.splitlines()]
        if told.buyer_tax_number:
            buyer.append(f"{words['tax_number']}: {told.buyer_tax_number}")
        self._write(words["to"], 8, soft=True)
        self._block([line for line in buyer if line.strip()])
        self._down += 16
        box = Box(_LEFT, self._down, _WIDTH, 28)
        self._add(self._element(words[told.kind], box, 20, role=Role.HEADING, bold=True))
        self._down += 32
        if told.trial:
            self._write(words["trial"], 9.5, bold=True)
        for name, value in self._facts():
            self._write(f"{name}: {value}", 9.5)
        self._down += 10

    def _facts(self) -> Iterator[tuple[str, str]]:
        told, words = self._told, self._words
        yield words["number"], told.number
        yield words["issued"], self._day(told.issued)
        yield words["order"], told.order
        if told.supplied:
            yield words["supplied"], self._day(told.supplied)
        if told.about:
            yield words["about"], told.about
        if told.why:
            yield words["why"], told.why
        if told.method:
            name = "bank_transfer" if told.method == "bank" else told.method
            yield words["method"], words[name]

    def _table(self) -> None:
        self._headings()
        for each in self._told.lines:
            height = _STEP * max(1, -(-len(self._text_of(each)) // _LETTERS)) + 6
            if self._down + height > _FOOT:
                self._turn()
                self._headings()
            self._row(
                (
                    self._text_of(each),
                    str(each.quantity),
                    self._money(each.unit),
                    rate_in(self._told.language, each.hundredths) if each.hundredths else "",
                    self._money(self._shown(each)),
                ),
                height,
            )

    def _headings(self) -> None:
        names = ("text", "quantity", "unit", "rate", "amount")
        self._row([self._words[name] for name in names], _STEP + 6, bold=True)

    def _row(self, texts: Sequence[str], height: float, *, bold: bool = False) -> None:
        for at, (text, (left, width)) in enumerate(zip(texts, _COLUMNS, strict=True)):
            if text:
                box = Box(_LEFT + left, self._down + 3, width, height - 4)
                align = Align.RIGHT if at else Align.LEFT
                self._add(self._element(text, box, 9, bold=bold, align=align))
        self._down += height
        rule = Box(_LEFT, self._down, _WIDTH, 0)
        self._add(Line(name=f"rule {self._next()}", box=rule, colour=_RULE, thickness=0.5))

    def _sums(self) -> None:
        told, words = self._told, self._words
        taxes = [each for each in told.taxes() if each.hundredths]
        rows = [(words["net"], sum(each.net for each in told.lines))] if taxes else []
        for each in taxes:
            rate, net = rate_in(told.language, each.hundredths), self._money(each.net)
            rows.append((words["tax"].format(rate=rate, net=net), each.tax))
        last = "credited" if told.kind is DocumentKind.CREDIT_NOTE else "total"
        rows.append((words[last], told.total))
        if told.kind is DocumentKind.RECEIPT:
            rows.append((words["received"], told.paid))
        elif told.kind is DocumentKind.INVOICE and told.paid:
            rows += [(words["paid"], told.paid), (words["open"], max(0, told.total - told.paid))]
        self._room(len(rows) * _STEP + 20)
        self._down += 6
        for name, minor in rows:
            bold = name == words[last]
            left, right = Box(_LEFT + 150, self._down, 210, _STEP + 2), _COLUMNS[4]
            self._add(self._element(name, left, 9.5, bold=bold, align=Align.RIGHT))
            box = Box(_LEFT + right[0] - 40, self._down, right[1] + 40, _STEP + 2)
            self._add(self._element(self._money(minor), box, 9.5, bold=bold, align=Align.RIGHT))
            self._down += _STEP + 2
        self._down += 14

    def _notes(self) -> None:
        told, words = self._told, self._words
        taxed = any(each.hundredths for each in told.lines)
        notes = [words["inclusive"]] if taxed and told.inclusive else []
        if told.treatment == Treatment.REVERSE_CHARGE:
            notes.append(words["reverse_charge"])
        notes += told.exempt_note.splitlines()
        if told.due_on:
            notes.append(words["due"].format(day=self._day(told.due_on)))
        if told.bank_details:
            notes += [words["bank"], *told.bank_details.splitlines()]
        for text in (*notes, *told.foot.splitlines()):
            if text.strip():
                self._room(_STEP + 2)
                self._write(text, 9.5)

    def _text_of(self, each: DocumentLine) -> str:
        if not each.discount:
            return each.text
        return f"{each.text}, {self._words['discount']} {self._money(each.discount)}"

    def _shown(self, each: DocumentLine) -> int:
        return each.gross if self._told.inclusive else each.net

    def _money(self, minor: int) -> str:
        return money_in(self._told.language, minor, self._told.currency)

    def _day(self, day: date) -> str:
        return written_day(day, {"de": "de-DE"}.get(self._told.language, "en-GB"))

    def _block(self, lines: Sequence[str], *, bold_first: bool = False) -> None:
        for at, text in enumerate(lines):
            self._write(text, 10, bold=bold_first and not at)

    def _write(self, text: str, size: float, *, bold: bool = False, soft: bool = False) -> None:
        height = _STEP * max(1, -(-len(text) // 95)) + 1
        box = Box(_LEFT, self._down, _WIDTH, height)
        self._add(self._element(text, box, size, bold=bold, soft=soft))
        self._down += height

    def _room(self, height: float) -> None:
        if self._down + height > _FOOT:
            self._turn()

    def _turn(self) -> None:
        self._pages.append([])
        self._down = 56.0

    def _add(self, element: Element) -> None:
        self._pages[-1].append(element)

    def _next(self) -> int:
        self._count += 1
        return self._count

    def _element(
        self,
        text: str,
        box: Box,
        size: float,
        *,
        role: Role = Role.TEXT,
        bold: bool = False,
        soft: bool = False,
        align: Align = Align.LEFT,
    ) -> Text:
        order = self._next()
        # A brace stands alone, so that no text is read as a field of a certificate.
        parts = tuple(Span(part, bold=bold) for part in _BRACES.split(text) if part)
        return Text(
            name=f"text {order}", box=box, role=role, order=order, spans=parts, size=size,
            smallest=5.5, leading=1.25, align=align, colour=_SOFT if soft else Colour(),
        )  # fmt: skip
