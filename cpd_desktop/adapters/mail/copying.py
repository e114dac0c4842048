"""Keeps a copy of what was sent in the person's own mailbox, where the server does not do so."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cpd_desktop.domain.errors import CpdError
from cpd_desktop.domain.messages.states import Outcome

if TYPE_CHECKING:
    from cpd_desktop.services.messages.ports import Delivery, Mailbox, Parcel, Postman


@dataclass(slots=True)
class CopyingPostman:
    """Another postman, and a mailbox. A copy that cannot be kept keeps no message from going."""

    postman: Postman
    mailbox: Mailbox
    _is_open: bool = field(default=False, init=False)

    @property
    def is_ready(self) -> bool:
        """Say whether the next message can be handed over at once."""
        return self.postman.is_ready

    def connect(self) -> None:
        """Get ready, signed in; see the port."""
        self.postman.connect()
        self._is_open = False
        with suppress(CpdError):
            self.mailbox.connect()
            self._is_open = True

    def announce(self, parcel: Parcel) -> None:
        """Bring a message as far as it can be taken back; see the port."""
        self.postman.announce(parcel)

    def hand_over(self, parcel: Parcel) -> Delivery:
        """Hand one message over, and keep a copy of it if it was taken."""
        came = self.postman.hand_over(parcel)
        if came.outcome is Outcome.SENT and self._is_open:
            try:
                self.mailbox.keep_sent(parcel.content)
            except CpdError:
                self._is_open = False
        return came

    def close(self) -> None:
        """Let go of both connections."""
        self.postman.close()
        self.mailbox.close()
