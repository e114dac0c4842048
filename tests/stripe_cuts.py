"""Ends the asking of Stripe in the middle: before it is asked, or before the answer is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpd_desktop.services.stripe.operations import Errand

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.services.stripe.errands import Kind
    from tests.paid_by_stripe import AtStripe


class Cut(BaseException):
    """The program ends here."""


def cut(shop: AtStripe, kind: Kind, error: BaseException, *, after: bool) -> Callable[[], None]:
    """Let the next operation of a kind end like this; returns what mends it."""
    errands: Any = shop.core.stripe_operations.errands
    whole = errands[kind]

    def fail(*_words: object) -> Any:
        raise error

    def asked(stripe: Any, each: Any) -> Any:
        made = whole.ask(stripe, each)
        if isinstance(error, Cut):
            return made
        raise error

    if after and isinstance(error, Cut):
        errands[kind] = Errand(asked, fail)
    else:
        errands[kind] = Errand(asked if after else fail, whole.keep)
    return lambda: errands.__setitem__(kind, whole)
