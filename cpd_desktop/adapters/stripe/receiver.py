"""Takes what Stripe sends through a tunnel, writes it down at once and answers; nothing else."""

from __future__ import annotations

from http import HTTPStatus

from cpd_desktop.adapters.stripe.webhook import event_in
from cpd_desktop.adapters.zoom.receiver import Receiver
from cpd_desktop.domain.errors import CpdError, NotAllowed


class StripeReceiver(Receiver):
    """Listens on loopback while it is entered; ``hear`` writes down what Stripe tells."""

    SIGNED = ("Stripe-Signature", "Date")

    def take(self, body: bytes, signature: str, timestamp: str) -> tuple[HTTPStatus, bytes]:
        """Return what to answer to a message; it is written down before that."""
        _ = timestamp  # it stands in the signature
        try:
            happening = event_in(body, signature, self.secret, self.clock.now())
        except NotAllowed:
            return HTTPStatus.UNAUTHORIZED, b""
        try:
            self.hear(happening)
        except CpdError:
            return HTTPStatus.SERVICE_UNAVAILABLE, b""  # Stripe sends it again
        self.notice()
        return HTTPStatus.NO_CONTENT, b""
