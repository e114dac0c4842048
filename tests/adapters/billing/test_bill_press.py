"""Invoices are archived and tagged as certificates are, and say what they should."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cpd_desktop.adapters.billing.bill_press import BillPress
from cpd_desktop.adapters.lettering.fonts import FontShelf, system_folders
from cpd_desktop.domain.billing.documents import (
    Document,
    DocumentKind,
    DocumentLine,
    document_from,
)
from cpd_desktop.domain.billing.tax import Treatment
from tests.adapters.certificates.archive_rules import broken_rules

RESOURCES = Path(__file__).parents[3] / "resources"
LINE = DocumentLine("Wound care, Ada Löß {person_name}", 1, 7500, 0, 1900, 6303, 1197)
INVOICE = Document(
    kind=DocumentKind.INVOICE, number="INV-2026-0001", order="ORD-2026-0001",
    issued=date(2026, 11, 21), supplied=date(2026, 12, 1), language="en", currency="EUR",
    seller="Northern Training Ltd", seller_address="4 Mill Lane\nLeeds",
    seller_tax_number="GB123", buyer="St Mary's", lines=(LINE,), paid=2500,
    due_on=date(2026, 12, 5), bank_details="IBAN X",
)  # fmt: skip


@pytest.fixture(scope="module")
def press() -> BillPress:
    return BillPress(FontShelf(RESOURCES / "fonts", system_folders()))


def text_of(pdf: bytes) -> str:
    import pypdfium2  # type: ignore[import-untyped]

    read = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in read)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("kind", list(DocumentKind))
def test_each_kind_keeps_the_rules_of_archives_and_of_reading_aloud(
    press: BillPress, kind: DocumentKind, language: str
) -> None:
    assert broken_rules(press.pdf(replace(INVOICE, kind=kind, language=language))) == []


def test_an_invoice_says_who_sells_what_to_whom_with_its_tax(press: BillPress) -> None:
    text = text_of(press.pdf(INVOICE))
    for said in (
        "Invoice", "INV-2026-0001", "ORD-2026-0001", "Northern Training Ltd", "GB123", "St Mary's",
        "Wound care, Ada Löß {person_name}", "19%", "63.03 EUR", "11.97 EUR", "75.00 EUR",
        "25.00 EUR", "50.00 EUR", "5 December 2026", "IBAN X", "1 December 2026",
    ):  # fmt: skip
        assert said in text


def test_a_german_credit_note_says_it_in_german(press: BillPress) -> None:
    note = replace(
        INVOICE, kind=DocumentKind.CREDIT_NOTE, language="de", about="INV-2026-0001", why="Krank"
    )
    text = text_of(press.pdf(note))
    for said in ("Rechnungskorrektur", "Berichtigt Rechnung: INV-2026-0001", "75,00 EUR", "19 %"):
        assert said in text


def test_why_there_is_no_tax_is_said(press: BillPress) -> None:
    free = DocumentLine("Place", 1, 7500, 0, 0, 7500, 0)
    reverse = replace(INVOICE, lines=(free,), treatment=Treatment.REVERSE_CHARGE)
    assert "Reverse charge" in text_of(press.pdf(reverse))
    exempt = replace(INVOICE, lines=(free,), exempt_note="Training is exempt.")
    assert "Training is exempt." in text_of(press.pdf(exempt))


def test_yen_and_dinars_have_their_own_decimals(press: BillPress) -> None:
    line = DocumentLine("Place", 2, 1500, 500, 0, 2500, 0)
    yen = text_of(press.pdf(replace(INVOICE, currency="JPY", lines=(line,), paid=0)))
    assert "2,500 JPY" in yen
    assert "2.500 KWD" in text_of(press.pdf(replace(INVOICE, currency="KWD", lines=(line,))))


def test_a_bill_of_60_places_takes_more_pages_and_loses_none(press: BillPress) -> None:
    lines = tuple(replace(LINE, text=f"Place number {at:03}") for at in range(60))
    pdf = press.pdf(replace(INVOICE, lines=lines))
    text = text_of(pdf)
    assert all(f"Place number {at:03}" in text for at in range(60))
    assert "Page 2 of" in text
    assert broken_rules(pdf) == []


def test_the_same_document_has_the_same_bytes_also_after_it_was_kept(press: BillPress) -> None:
    kept = document_from(INVOICE.as_json())
    assert kept == INVOICE
    other = BillPress(FontShelf(RESOURCES / "fonts", system_folders()))
    assert other.pdf(kept) == press.pdf(INVOICE)
