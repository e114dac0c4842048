"""Keeps the sign-in to Zoom alive: one grant in the keychain for the window and for commands.

Zoom accepts each refresh token once and only the newest, so two programs that renew at once, or
an answer used before it was kept, would lose the sign-in for good.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from cpd_desktop.adapters.sign_in.safe_addresses import is_safe
from cpd_desktop.adapters.sign_in.token_source import AnswerLost, Unheard
from cpd_desktop.adapters.sign_in.turns import PATIENCE, Turns
from cpd_desktop.adapters.zoom.apps import API_URL, OwnApp, PublicApp, ServerToServerApp
from cpd_desktop.adapters.zoom.authority import Refused
from cpd_desktop.adapters.zoom.grant import End, Grant
from cpd_desktop.domain.errors import CpdError, NeedsSignIn
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from cpd_desktop.adapters.sign_in.token_source import Answer
    from cpd_desktop.adapters.zoom.apps import App, BrowserApp
    from cpd_desktop.adapters.zoom.authority import Authority
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.keychain import Keychain

NAME: Final = "zoom/grant"

NOT_CONNECTED = Sentence("zoom", "CPD Desktop is not connected to Zoom.")
NOT_CONNECTED_ADVICE = Sentence("zoom", "Connect to Zoom in Settings, Accounts.")


@dataclass(slots=True)
class Grants:
    """Gives out access tokens and renews them in time; it is the ``Access`` of the calls.

    Everything in it may raise ``NeedsSignIn`` or ``Unavailable``, also because of the keychain.
    """

    keychain: Keychain
    lock: Path
    authority: Authority
    clock: Clock
    now: Callable[[], float] = time.monotonic
    patience: float = PATIENCE
    # The grant last seen and until when its token is good by ``now``, which no one can set back.
    _known: tuple[Grant, float] | None = field(default=None, init=False, repr=False)
    # A grant that the keychain would not take, and the token of the one it comes after.
    _unkept: tuple[Secret | None, Grant] | None = field(default=None, init=False, repr=False)
    _turns: Turns = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._turns = Turns("Zoom", self.lock)

    def kept(self) -> Grant | None:
        """Return what the keychain keeps, good or ended; nothing if there is none."""
        return Grant.from_secret(self.keychain.get(NAME))

    def token(self) -> Secret:
        """Return a token that is good for five more minutes."""
        known = self._known
        if known and known[0].access and self._is_good(known[0]):
            return known[0].access
        return self._renewed(lambda grant: not self._is_good(grant))

    def refused(self, token: Secret) -> Secret:
        """Return another token because Zoom refused this one, after at most one refresh."""
        return self._renewed(lambda grant: grant.access == token)

    @property
    def api(self) -> str:
        """Return the base address of the API: the one for this account, as far as known."""
        place = self.authority.addresses.api
        told = self._known[0].api_url.rstrip("/") if self._known else ""
        if place == API_URL and is_safe(told):
            host = urlsplit(told).hostname or ""
            place = told if host.endswith(".zoom.us") else place
        return f"{place}/v2"

    @property
    def user(self) -> str:
        """Return whose meetings: "me", or an address where the app belongs to nobody."""
        grant = self._known[0] if self._known else self.kept()
        return grant.app.host if grant and isinstance(grant.app, ServerToServerApp) else "me"

    def begin(self, app: App, ask: Callable[[], Answer]) -> Grant:
        """Keep a new grant in the place of an older one and return it."""
        with self._alone():
            old, at = self.kept(), self._time()
            try:
                grant = Grant(app).renewed(ask(), at)
            except Refused as refused:
                why = End.of(refused, in_doubt=False)
                if why in {End.APP, End.FORBIDDEN}:
                    raise NeedsSignIn(why.says, why.advice) from refused
                raise
            return self._keep_after(old, grant)

    def disconnect(self) -> bool:
        """Forget the grant; say whether Zoom was told too, which needs the network."""
        with self._alone():
            grant = self.kept()
            try:
                return grant is not None and self._revoked(grant)
            finally:
                self._known = self._unkept = None
                self.keychain.forget(NAME)

    def _revoked(self, grant: Grant) -> bool:
        try:
            if not self._is_good(grant):
                grant = self._refreshed(grant)
            if grant.access:
                self.authority.revoke(grant.app, grant.access)
        except CpdError:
            return False
        return True

    def _renewed(self, is_stale: Callable[[Grant], bool]) -> Secret:
        with self._alone():
            # Read only now: whoever had the turn before may have renewed it already.
            grant = self._connected()
            if is_stale(grant):
                grant = self._refreshed(grant)
            if grant.access is None:
                raise NeedsSignIn(NOT_CONNECTED, NOT_CONNECTED_ADVICE)
            if not self._known or self._known[0].access != grant.access:
                self._known = (grant, self.now() + grant.good_for(self._time()))
            return grant.access

    def _connected(self) -> Grant:
        grant = self.kept()
        if self._unkept and _token_of(grant) == self._unkept[0]:
            grant = self._keep_after(grant, self._unkept[1])
        self._unkept = None
        if grant is None:
            raise NeedsSignIn(NOT_CONNECTED, NOT_CONNECTED_ADVICE)
        if grant.ended:
            raise NeedsSignIn(grant.ended.says, grant.ended.advice)
        return grant

    def _refreshed(self, grant: Grant) -> Grant:
        at = self._time()  # before the question: the computer may sleep until the answer is read
        return self._keep_after(grant, grant.renewed(self._answer(grant), at))

    def _answer(self, grant: Grant) -> Answer:
        match grant:
            case Grant(app=ServerToServerApp() as app):
                try:
                    return self.authority.enter(app)
                except Refused as refused:
                    raise self._end(grant, refused) from refused
            case Grant(app=PublicApp() | OwnApp() as app, refresh=Secret() as refresh):
                return self._exchanged(grant, app, refresh)
        raise NeedsSignIn(NOT_CONNECTED, NOT_CONNECTED_ADVICE)

    def _exchanged(self, grant: Grant, app: BrowserApp, refresh: Secret) -> Answer:
        # Kept first, so that whoever comes after a crash knows; and a keychain that keeps nothing
        # is found out before the one refresh token is spent.
        self._keep(grant.doubted())
        in_doubt = grant.in_doubt
        try:
            try:
                return self.authority.refresh(app, refresh)
            except AnswerLost:
                in_doubt = True
                return self.authority.refresh(app, refresh)
        except Unheard:
            if not in_doubt:
                self._keep(grant)
            raise
        except Refused as refused:
            raise self._end(grant, refused, in_doubt=in_doubt) from refused

    def _end(self, grant: Grant, refused: Refused, *, in_doubt: bool = False) -> CpdError:
        """Forget a grant that Zoom ended, but not why; return what the person reads."""
        if not refused.ends_the_grant:
            return refused
        why = End.of(refused, in_doubt=in_doubt)
        self._keep(grant.over(why))
        return NeedsSignIn(why.says, why.advice)

    def _is_good(self, grant: Grant) -> bool:
        known = self._known
        left = grant.good_for(self._time())
        if known and known[0].access == grant.access:
            left = min(left, known[1] - self.now())
        return left > 0

    def _keep_after(self, old: Grant | None, grant: Grant) -> Grant:
        """Keep a grant that Zoom gives only once; should that fail, the next call tries again."""
        self._unkept = (_token_of(old), grant)
        self._keep(grant)
        self._unkept = None
        return grant

    def _keep(self, grant: Grant) -> None:
        self._known = None
        self.keychain.put(NAME, grant.as_secret())

    def _time(self) -> float:
        return self.clock.now().timestamp()

    def _alone(self) -> AbstractContextManager[None]:
        """Let one thread of one program at a time ask Zoom for tokens."""
        return self._turns.alone(self.patience)


def _token_of(grant: Grant | None) -> Secret | None:
    return grant.access if grant else None
