"""Where Stripe is, and which addresses are given to it or opened."""

from __future__ import annotations

import os
from typing import Final
from urllib.parse import urlsplit

from cpd_desktop.adapters.sign_in.safe_addresses import UNSAFE, UNSAFE_ADVICE, is_safe
from cpd_desktop.domain.errors import Invalid, Unavailable
from cpd_desktop.domain.words import Sentence

API_URL: Final = "https://api.stripe.com"
VARIABLE: Final = "CPD_STRIPE_API_URL"

NOT_SAFE = Sentence("stripe", "The address {address} is not one that begins with https.")
STRANGE = Sentence("stripe", "Stripe told an address that is not safe to open.")


def api_address() -> str:
    """Return Stripe's own address, or where the environment moves it; raises ``Invalid``."""
    address = os.environ.get(VARIABLE, "").rstrip("/") or API_URL
    if not is_safe(address):
        error = Invalid({VARIABLE: UNSAFE.filled(name=VARIABLE, address=address)})
        error.advice = UNSAFE_ADVICE
        raise error
    return address


def given(name: str, address: str) -> str:
    """Return an address that Stripe may send a browser to; raises ``Invalid``."""
    if not _opens(address):
        raise Invalid({name: NOT_SAFE.filled(address=address)})
    return address


def told(address: str) -> str:
    """Return an address of Stripe's that a browser may open; raises ``Unavailable``."""
    if address and not _opens(address):
        raise Unavailable(STRANGE)
    return address


def _opens(address: str) -> bool:
    """Say whether it is safe, whatever page of the place is meant."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return address.isprintable() and is_safe(parts._replace(query="", fragment="").geturl())
