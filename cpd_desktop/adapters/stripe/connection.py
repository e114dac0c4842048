"""The key for Stripe in the keychain, and calls made with it."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.stripe.addresses import api_address
from cpd_desktop.adapters.stripe.calls import StripeCalls
from cpd_desktop.adapters.stripe.wire import Timing, Wire
from cpd_desktop.adapters.web_calls import Sessions
from cpd_desktop.domain.errors import NeedsSignIn
from cpd_desktop.domain.stripe.keys import kind_of, masked
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.domain.stripe.keys import Permission
    from cpd_desktop.domain.stripe.objects import Account
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.keychain import Keychain
    from cpd_desktop.services.network_log import NetworkLog

ENTRY: Final = "stripe"

NOT_CONNECTED = Sentence("stripe", "There is no key for Stripe yet.")
CONNECT = Sentence("stripe", "Open Settings, Accounts, and enter a restricted key.")


@dataclass(frozen=True, slots=True)
class KeyInKeychain:
    """Calls to Stripe by the key in the keychain."""

    keychain: Keychain
    log: NetworkLog
    clock: Clock
    timing: Timing = field(default_factory=Timing)
    sessions: Sessions = field(default_factory=Sessions)

    def close(self) -> None:
        """Close all connections to Stripe."""
        self.sessions.close()

    def check(self, key: Secret) -> tuple[Account, tuple[Permission, ...]]:
        """Ask Stripe whose key it is and what it lacks; keeps nothing."""
        kind_of(key)
        calls = self._calls(key)
        return calls.account(), calls.lacking()

    def connect(self, key: Secret) -> Account:
        """Keep a key that Stripe accepts, in the place of an older one."""
        kind_of(key)
        account = self._calls(key).account()
        self.keychain.put(ENTRY, key)
        return account

    def disconnect(self) -> None:
        """Forget the key; it stays good at Stripe until it is deleted there."""
        self.keychain.forget(ENTRY)

    def shown(self) -> str:
        """Return the key with its middle hidden, empty without one."""
        key = self.keychain.get(ENTRY)
        return masked(key) if key else ""

    def stripe(self) -> StripeCalls:
        """Return the calls; raises ``NeedsSignIn`` without a key."""
        key = self.keychain.get(ENTRY)
        if key is None:
            raise NeedsSignIn(NOT_CONNECTED, CONNECT)
        return self._calls(key)

    def _calls(self, key: Secret) -> StripeCalls:
        wire = Wire(self.log, self.clock, time.sleep, self.timing, self.sessions)
        return StripeCalls(key, api_address(), wire)
