"""Trouble on order, in Stripe's words; the rest of it is in the faults of the other stand-in."""

from __future__ import annotations

from tests.fakes.stripe.wire import Refusal
from tests.fakes.zoom.faults import Fault, Harm


def _refusing(status: int, message: str, kind: str, code: str = "", **headers: str) -> Fault:
    refusal = Refusal(status, message, kind=kind, code=code)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Fault(Harm.REPLACE, answer=refusal.answer.with_headers(named))


TOO_MANY = _refusing(
    429, "Too many requests hit the API too quickly.", "invalid_request_error", "rate_limit"
)
BROKEN = _refusing(500, "Something went wrong on Stripe's end.", "api_error")
BROKEN_FOR_GOOD = _refusing(
    500, "Something went wrong on Stripe's end.", "api_error", Stripe_Should_Retry="false"
)
IN_USE = _refusing(
    409, "Another request uses this key.", "idempotency_error", "idempotency_key_in_use"
)
