"""What invoices, receipts and credit notes say, in their languages."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from cpd_desktop.domain.billing.documents import DocumentKind
from cpd_desktop.domain.billing.tax import rate_in_words
from cpd_desktop.domain.money import decimals

if TYPE_CHECKING:
    from collections.abc import Mapping

_ENGLISH: Final = {
    DocumentKind.INVOICE: "Invoice",
    DocumentKind.RECEIPT: "Receipt",
    DocumentKind.CREDIT_NOTE: "Credit note",
    "number": "Number",
    "order": "Order",
    "trial": "Stripe's test mode: no money was paid.",
    "issued": "Date",
    "supplied": "Date of the event",
    "to": "To",
    "tax_number": "Tax number",
    "text": "Description",
    "quantity": "Qty",
    "unit": "Price",
    "rate": "Tax",
    "amount": "Amount",
    "discount": "discount",
    "net": "Without tax",
    "tax": "Tax {rate} on {net}",
    "total": "Total",
    "credited": "Credited",
    "paid": "Paid",
    "received": "Received",
    "open": "To be paid",
    "due": "Payable by {day}",
    "method": "Paid by",
    "about": "Corrects invoice",
    "why": "Reason",
    "inclusive": "Prices contain the tax.",
    "reverse_charge": "Reverse charge: the recipient accounts for the tax.",
    "bank": "Bank account",
    "page": "Page {page} of {pages}",
    "stripe": "card", "bank_transfer": "bank transfer", "cash": "cash", "paypal": "PayPal",
    "other": "other means",
}  # fmt: skip
_GERMAN: Final = {
    DocumentKind.INVOICE: "Rechnung",
    DocumentKind.RECEIPT: "Zahlungsbeleg",
    DocumentKind.CREDIT_NOTE: "Rechnungskorrektur",
    "number": "Nummer",
    "order": "Bestellung",
    "trial": "Testmodus von Stripe: Es wurde kein Geld gezahlt.",
    "issued": "Datum",
    "supplied": "Leistungsdatum",
    "to": "An",
    "tax_number": "Steuernummer",
    "text": "Leistung",
    "quantity": "Anz.",
    "unit": "Preis",
    "rate": "USt.",
    "amount": "Betrag",
    "discount": "Rabatt",
    "net": "Netto",
    "tax": "USt. {rate} auf {net}",
    "total": "Summe",
    "credited": "Gutgeschrieben",
    "paid": "Bezahlt",
    "received": "Erhalten",
    "open": "Zu zahlen",
    "due": "Zahlbar bis {day}",
    "method": "Bezahlt mit",
    "about": "Berichtigt Rechnung",
    "why": "Grund",
    "inclusive": "Die Preise enthalten die Steuer.",
    "reverse_charge": "Steuerschuldnerschaft des Leistungsempfängers (Reverse Charge).",
    "bank": "Bankverbindung",
    "page": "Seite {page} von {pages}",
    "stripe": "Karte", "bank_transfer": "Überweisung", "cash": "bar", "paypal": "PayPal",
    "other": "auf anderem Weg",
}  # fmt: skip


def words_in(language: str) -> Mapping[str, str]:
    """Return the words of a language; English where there are none."""
    return _GERMAN if language.lower().startswith("de") else _ENGLISH


def money_in(language: str, minor: int, currency: str) -> str:
    """Return an amount as it is written in a language."""
    places = decimals(currency)
    written = f"{Decimal(minor).scaleb(-places):,.{places}f}"
    if language.lower().startswith("de"):
        written = written.translate(str.maketrans(",.", ".,"))
    return f"{written} {currency}"


def rate_in(language: str, hundredths: int) -> str:
    """Return a tax rate as it is written in a language."""
    written = rate_in_words(hundredths)
    german = language.lower().startswith("de")
    return written.replace(".", ",").replace("%", " %") if german else written
