"""Amounts as people read and type them: their own marks for thousands and decimals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimeZone

from cpd_desktop.domain.money import decimals, read_money

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.domain.money import Money

CURRENCIES = ("EUR", "GBP", "USD", "CHF", "CAD", "AUD", "NZD", "SEK", "NOK", "DKK", "PLN", "JPY")

# Between the thousands of some languages stands a space; which one nobody can see.
_SPACE_OF_THOUSANDS = re.compile(r"(?<=\d)\s(?=\d{3}(?!\d))")

_KEPT = re.compile(r"\d{1,9}(?:\.\d{2,3})? [A-Z]{3}")  # as “Money” writes itself


def amount_words(money: Money) -> str:
    """Return an amount with its currency, such as “1,234.50 GBP”."""
    return f"{number_words(money)} {money.currency}"


def number_words(money: Money) -> str:
    """Return an amount for where its currency stands already."""
    places = decimals(money.currency)
    return QLocale().toString(money.minor / 10**places, "f", places)


def kept_words(text: str) -> str:
    """Return an amount that was written down as text as people read it; other texts as they are."""
    return amount_words(read_money(text)) if _KEPT.fullmatch(text) else text


def plain_amount(text: str) -> str:
    """Return what was typed as ``read_money`` reads it: no marks for thousands, a decimal point.

    What is written neither way stays as it is, and is refused there.
    """
    joined = _SPACE_OF_THOUSANDS.sub("", text)
    return " ".join(map(_plain_number, joined.split()))


def currencies(used: Sequence[str] = (), zone: str = "") -> list[str]:
    """Return the currencies to choose from: those in use first, then that of the country."""
    here = [_currency(each) for each in (*_locales_of(zone), QLocale())]
    known = sorted(used, key=lambda each: each not in here)
    return [*dict.fromkeys(filter(None, (*known, *here, *CURRENCIES)))]


def _locales_of(zone: str) -> list[QLocale]:
    country = QTimeZone(zone.encode()).territory()
    if country == QLocale.Country.AnyCountry:
        return []
    any_language, any_script = QLocale.Language.AnyLanguage, QLocale.Script.AnyScript
    return QLocale.matchingLocales(any_language, any_script, country)[:1]


def _currency(locale: QLocale) -> str:
    return locale.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)


def _plain_number(text: str) -> str:
    locale = QLocale()
    mark, point = locale.groupSeparator(), locale.decimalPoint()
    # In some countries only the last group has three digits.
    whole = rf"\d{{1,3}}(?:{re.escape(mark)}\d{{2,3}})*{re.escape(mark)}\d{{3}}"
    grouped = re.fullmatch(rf"{whole}(?:{re.escape(point)}\d+)?", text)
    plain = text.replace(mark, "") if grouped else text
    plain = plain.replace(point, ".").replace(",", ".")
    return plain if re.fullmatch(r"\d+(?:\.\d+)?", plain) else text
