"""What the calls to Zoom need from the sign-in, so that neither knows how the other works."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from cpd_desktop.domain.secret import Secret


class Access(Protocol):
    """Gives out access tokens. All calls may wait: never on the thread of the window."""

    def token(self) -> Secret:
        """Return a token that is good for a while; raises ``NeedsSignIn`` or ``Unavailable``."""

    def refused(self, token: Secret) -> Secret:
        """Return another token because Zoom refused this one, after at most one refresh.

        Raises ``NeedsSignIn`` or ``Unavailable``.
        """

    @property
    def api(self) -> str:
        """Return the base address of the API, which ends in ``/v2``."""

    @property
    def user(self) -> str:
        """Return whose meetings: "me", or an address where the app belongs to nobody."""
