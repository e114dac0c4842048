"""What Stripe's refusals mean in plain words."""

from __future__ import annotations

import re
from datetime import timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from cpd_desktop.adapters.zoom.reading import record, text
from cpd_desktop.domain.errors import CpdError, Invalid, NotAllowed, Unavailable
from cpd_desktop.domain.stripe.errors import (
    AlreadyRefunded,
    AskedDifferently,
    Declined,
    GoneAtStripe,
    KeyRefused,
    MissingPermission,
    StripeBusy,
    StripeUnclear,
)
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

UNAUTHORISED, DECLINED, NO_RIGHT, NOT_FOUND = 401, 402, 403, 404
REFUSAL, TOO_MANY, BROKEN = 400, 429, 500
LONGEST_WORDS: Final = 200

REFUSED_KEY = Sentence("stripe", "Stripe does not know this key, or it has ended.")
DECLINED_SAYS = Sentence("stripe", "The card was declined: {words}")
GARBLED = Sentence("stripe", "The answer of Stripe cannot be read.")
GONE = Sentence("stripe", "Stripe does not know this, or not any more: {words}")
OTHER_WORDS = Sentence(
    "stripe", "This operation was sent to Stripe before, with other values than now."
)
STILL_AT_IT = Sentence("stripe", "Stripe is still at work on this very operation.")
TOO_OFTEN = Sentence("stripe", "Stripe says that it was asked too often.")
BROKEN_THERE = Sentence("stripe", "Stripe has a fault of its own at the moment ({status}).")
MAYBE_DONE = Sentence(
    "stripe", "Stripe has a fault of its own at the moment and may have done this or not."
)
REFUNDED = Sentence("stripe", "Stripe says that this payment was refunded in full already.")
DISPUTED = Sentence(
    "stripe", "The payer's bank has taken this payment back, so it cannot be refunded."
)
WRONG_VALUE = Sentence("stripe", "Stripe does not take this as it is: {words}")
REFUSED = Sentence("stripe", "Stripe refused this: {words}")

_PERMISSION = re.compile(r"\b(rak_\w+)")
_ACCOUNT = re.compile(r"\b(acct_\w+)")
# Numbers of cards and letters of keys have no place in our words, whoever wrote them.
_PRIVATE = re.compile(r"[\w.+-]+@[\w.-]+|\b(?:[rsp]k|whsec)_\w+\**\w*|\b\d(?:[ -]?\d){11,18}\b")

# What Stripe says by a code, whatever the status.
CODES: Final[Mapping[str, Callable[[], CpdError]]] = MappingProxyType(
    {
        "charge_already_refunded": lambda: AlreadyRefunded(REFUNDED),
        "charge_disputed": lambda: NotAllowed(DISPUTED),
        "idempotency_key_in_use": lambda: StripeUnclear(STILL_AT_IT),
    }
)


def meant(
    status: int, body: Mapping[str, Any], headers: Mapping[str, str], *, changes: bool
) -> CpdError:
    """Return the error that a refusal stands for; ``changes`` says whether it was to do something.

    Status and code decide, the words only tell more.
    """
    told = record(body.get("error"))
    message = text(told.get("message"))
    if status == TOO_MANY or told.get("code") == "rate_limit":
        return _busy(headers)
    if status < REFUSAL:
        return StripeUnclear(GARBLED) if changes else Unavailable(GARBLED)
    if status >= BROKEN:
        broken = Unavailable(BROKEN_THERE.filled(status=status))
        return StripeUnclear(MAYBE_DONE) if changes else broken
    if status == NO_RIGHT:
        return _no_right(message)
    if status == UNAUTHORISED:
        return KeyRefused(REFUSED_KEY)
    return _refusal(status, told, _shown(message))


def _shown(message: str) -> str:
    return " ".join(_PRIVATE.sub("…", message).split())[:LONGEST_WORDS] or "…"


def _busy(headers: Mapping[str, str]) -> StripeBusy:
    after = headers.get("Retry-After", "")
    wait = timedelta(seconds=int(after[:6])) if after.isascii() and after.isdecimal() else None
    return StripeBusy(TOO_OFTEN, wait)


def _no_right(message: str) -> CpdError:
    permission, account = _PERMISSION.search(message), _ACCOUNT.search(message)
    if permission is None and account is None:
        return NotAllowed(REFUSED.filled(words=_shown(message)))
    return MissingPermission(permission[1] if permission else "", account[1] if account else "")


def _refusal(status: int, told: Mapping[str, Any], words: str) -> CpdError:
    code, param = text(told.get("code")), text(told.get("param"))
    if known := CODES.get(code):
        return known()
    if told.get("type") == "idempotency_error":
        return AskedDifferently(OTHER_WORDS)
    if status == DECLINED:
        return Declined(DECLINED_SAYS.filled(words=words))
    if status == NOT_FOUND or code == "resource_missing":
        return GoneAtStripe(GONE.filled(words=words))
    if param:
        return Invalid({param: WRONG_VALUE.filled(words=words)})
    return NotAllowed(REFUSED.filled(words=words))
