"""Invoices, receipts and credit notes: frozen when they are issued, numbered without gaps."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from cpd_desktop.domain.billing.orders import TaxSum, tax_sums
from cpd_desktop.domain.billing.tax import Treatment
from cpd_desktop.domain.certificates.numbers import read_pattern

if TYPE_CHECKING:
    from cpd_desktop.domain.certificates.numbers import Pattern


class DocumentKind(StrEnum):
    """What a document is."""

    INVOICE = "invoice"
    RECEIPT = "receipt"
    CREDIT_NOTE = "credit_note"


ORDERS: Final = "order"
PATTERNS: Final = {
    ORDERS: "ORD-{year}-{number:04}",
    DocumentKind.INVOICE: "INV-{year}-{number:04}",
    DocumentKind.RECEIPT: "REC-{year}-{number:04}",
    DocumentKind.CREDIT_NOTE: "CRN-{year}-{number:04}",
}


def pattern_of(what: str, *, trial: bool = False) -> Pattern:
    """Return how orders or a kind of document are numbered; trials have numbers of their own."""
    found = read_pattern(f"TEST-{PATTERNS[what]}" if trial else PATTERNS[what])
    assert found is not None  # noqa: S101 - each of them is one
    return found


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A line as it is printed; amounts in minor units."""

    text: str
    quantity: int
    unit: int
    discount: int
    hundredths: int
    net: int
    tax: int

    @property
    def gross(self) -> int:
        """Return what is paid for it."""
        return self.net + self.tax


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Everything that is printed on one document. Nothing else may appear on its pages."""

    kind: DocumentKind
    number: str
    order: str
    issued: date
    supplied: date | None
    language: str
    currency: str
    seller: str
    seller_address: str = ""
    seller_tax_number: str = ""
    seller_contact: str = ""
    bank_details: str = ""
    buyer: str = ""
    buyer_address: str = ""
    buyer_tax_number: str = ""
    lines: tuple[DocumentLine, ...] = ()
    treatment: str = Treatment.STANDARD
    exempt_note: str = ""
    inclusive: bool = True
    paid: int = 0
    due_on: date | None = None
    method: str = ""
    about: str = ""  # the invoice that a credit note corrects
    why: str = ""
    foot: str = ""
    trial: bool = False  # of Stripe's test mode

    @property
    def total(self) -> int:
        """Return what it comes to, with tax."""
        return sum(each.gross for each in self.lines)

    def taxes(self) -> tuple[TaxSum, ...]:
        """Return net amount and tax by rate."""
        return tax_sums((each.hundredths, each.net, each.tax) for each in self.lines)

    def as_json(self) -> str:
        """Return it as it is kept; equal documents give equal text."""
        return json.dumps(
            asdict(self), default=str, ensure_ascii=False, sort_keys=True, separators=(",", ":")
        )


def document_from(kept: str) -> Document:
    """Return the document that was kept as this text."""
    found: dict[str, Any] = json.loads(kept)
    for name in ("issued", "supplied", "due_on"):
        found[name] = date.fromisoformat(found[name]) if found[name] else None
    found["kind"] = DocumentKind(found["kind"])
    found["lines"] = tuple(DocumentLine(**each) for each in found["lines"])
    return Document(**found)
