"""What Stripe refuses, where a use case must tell one refusal from another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.domain.errors import (
    Conflict,
    NeedsSignIn,
    NotAllowed,
    NotFound,
    Unavailable,
)
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from datetime import timedelta

MISSING_PERMISSION = Sentence(
    "stripe", "The key for Stripe may not do this. It lacks the permission {permission}."
)


TRIALS_LEFT = Sentence(
    "stripe", "Payments of the test mode are still booked here ({count}), and places count as paid."
)


class KeyRefused(NeedsSignIn):
    """Stripe does not know the key, or not any more."""

    title = Sentence("errors", "Stripe does not accept the key")
    advice = Sentence("stripe", "Make a new restricted key at Stripe and enter it in Settings.")


class MissingPermission(NotAllowed):
    """The key lacks a permission, by Stripe's name; ``account`` is whose key it is, if told."""

    title = Sentence("errors", "The key for Stripe may not do this")
    advice = Sentence(
        "stripe", "Give the key this permission on Stripe's page of API keys, then try again."
    )

    def __init__(self, permission: str, account: str = "") -> None:
        self.permission = permission
        self.account = account
        super().__init__(MISSING_PERMISSION.filled(permission=permission or "…"))


class GoneAtStripe(NotFound):
    """Stripe has it not, or not any more."""

    title = Sentence("errors", "Stripe does not have it")
    advice = Sentence("stripe", "Look it up at Stripe. Everything kept here is still here.")


class Declined(NotAllowed):
    """The card was declined; no money was taken."""

    title = Sentence("errors", "The card was declined")
    advice = Sentence("stripe", "No money was taken. The payer can try another card.")


class AlreadyRefunded(Conflict):
    """The whole payment was given back before."""

    title = Sentence("errors", "This was refunded already")
    advice = Sentence("stripe", "Fetch what happened at Stripe, then look at the payment again.")


class TrialsLeft(Conflict):
    """Payments of the test mode are booked here, ``count`` of them, so no real money is taken."""

    title = Sentence("errors", "Payments of the test mode are left")
    advice = Sentence(
        "stripe",
        "Connect with the test key, refund them, then connect for real. If that key is lost, set"
        " them aside. Or keep trials in a data folder of their own. Nothing was changed.",
    )

    def __init__(self, count: int) -> None:
        self.count = count
        super().__init__(TRIALS_LEFT.filled(count=count))


class AskedDifferently(Conflict):
    """The same operation was sent to Stripe before with other words."""

    title = Sentence("errors", "Stripe was asked something else before")
    advice = Sentence("stripe", "Nothing was done twice. Begin anew to ask for the new values.")


class StripeSilent(Unavailable):
    """Stripe does not answer; nothing was done there."""

    title = Sentence("errors", "Stripe does not answer")
    advice = Sentence("stripe", "Everything else works meanwhile. Check the internet connection.")


class StripeBusy(Unavailable):
    """Stripe asks to wait, where it says so for ``wait``."""

    title = Sentence("errors", "Stripe asks to wait")
    advice = Sentence("stripe", "Nothing was lost. Try again in a minute.")

    def __init__(self, says: Sentence, wait: timedelta | None = None) -> None:
        self.wait = wait
        super().__init__(says)


class StripeUnclear(Unavailable):
    """Stripe may have done it or not; asking again as the same operation does it once."""

    title = Sentence("errors", "Stripe may have done it or not")
    advice = Sentence("stripe", "Try again: it goes out as the same operation, so it counts once.")
