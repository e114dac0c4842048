"""What Stripe asks of amounts, currencies and addresses."""

from __future__ import annotations

from urllib.parse import urlsplit

from tests.fakes.stripe.wire import Refusal, invalid

LARGEST = 99_999_999
LEAST = {"usd": 50, "eur": 50, "gbp": 30, "chf": 50, "jpy": 50, "cad": 50, "aud": 50, "isk": 5000}
IN_TENS = frozenset({"bhd", "jod", "kwd", "omr", "tnd"})
IN_HUNDREDS = frozenset({"isk", "ugx"})
KNOWN = frozenset(
    [
        "aud",
        "bgn",
        "brl",
        "cad",
        "chf",
        "clp",
        "cny",
        "cop",
        "czk",
        "dkk",
        "eur",
        "gbp",
        "hkd",
        "huf",
        "ils",
        "inr",
        "krw",
        "mga",
        "mxn",
        "myr",
        "nok",
        "nzd",
        "php",
        "pln",
        "ron",
        "sek",
        "sgd",
        "thb",
        "twd",
        "usd",
        "vnd",
        "xaf",
        "xof",
        "xpf",
        "zar",
        "jpy",
    ]
).union(IN_TENS, IN_HUNDREDS)


def check_currency(currency: str) -> str:
    if currency not in KNOWN:
        raise invalid(f"Invalid currency: {currency}. Currencies are in small letters.", "currency")
    return currency


def check_amount(amount: int, currency: str, param: str = "unit_amount") -> int:
    check_currency(currency)
    if amount < 0:
        raise invalid("This value must be greater than or equal to 0.", param)
    if amount > LARGEST:
        raise invalid("The amount is too large.", param, "amount_too_large")
    step = 10 if currency in IN_TENS else 100 if currency in IN_HUNDREDS else 1
    if amount % step:
        raise invalid(f"Amounts in {currency} must be divisible by {step}.", param)
    return amount


def check_charge(amount: int, currency: str) -> int:
    """Refuse what is too little to be paid by card."""
    if amount and amount < LEAST.get(currency, 1):
        raise invalid("The total amount due is too small for a card.", "", "amount_too_small")
    return check_amount(amount, currency, "amount")


def check_address(address: str | None, param: str, *, live: bool) -> None:
    if address is None:
        return
    parts = urlsplit(address)
    here = parts.hostname in {"127.0.0.1", "localhost", "::1"}
    safe = parts.scheme == "https" or (parts.scheme == "http" and here and not live)
    if not safe or not parts.hostname or parts.username:
        raise Refusal(400, "Not a valid URL", code="url_invalid", param=param)
