"""Ends the asking of Stripe in the middle: before it is asked, or before the answer is kept."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from cpd_desktop.services.stripe.operations import Errand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpd_desktop.services.stripe.errands import Kind
    from tests.paid_by_stripe import AtStripe


class Cut(BaseException):
    """The program ends here."""


@contextmanager
def cut(shop: AtStripe, kind: Kind, error: BaseException, *, after: bool) -> Iterator[None]:
    """Let the operation of a kind that follows end like this."""
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
    with pytest.raises(type(error)):
        yield
    errands[kind] = whole
