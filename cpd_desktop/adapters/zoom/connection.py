"""The one connection to Zoom of a program: its app, its sign-in and its calls put together."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from cpd_desktop.adapters.zoom.apps import (
    OwnApp,
    PublicApp,
    ServerToServerApp,
    public_app,
)
from cpd_desktop.adapters.zoom.grant import End
from cpd_desktop.adapters.zoom.limits import FREE, rates_of
from cpd_desktop.adapters.zoom.rights import lacking, rights
from cpd_desktop.domain.network import NetworkCall
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.settings import ZoomApp
from cpd_desktop.domain.zoom_account import AppKind, ChosenApp, Right, SignIn, Standing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cpd_desktop.adapters.zoom.apps import App
    from cpd_desktop.adapters.zoom.calls import ZoomCalls
    from cpd_desktop.adapters.zoom.client import Client
    from cpd_desktop.adapters.zoom.grant import Grant
    from cpd_desktop.adapters.zoom.grants import Grants
    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.domain.zoom_profile import Plan
    from cpd_desktop.services.browser import Browser
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.keychain import Keychain
    from cpd_desktop.services.network_log import NetworkLog
    from cpd_desktop.services.work import Work

REDIRECT = "http://127.0.0.1/callback"


class _Parts(NamedTuple):
    grants: Grants
    client: Client


@dataclass(slots=True)
class ZoomConnection:
    """What ``services.zoom.account.Connection`` asks for; made when it is first needed.

    All of it raises ``Invalid`` where the environment moves Zoom to an unsafe place.
    """

    folder: Path
    keychain: Keychain
    browser: Browser
    log: NetworkLog
    clock: Clock
    _made: _Parts | None = field(default=None, init=False, repr=False)
    _making: threading.Lock = field(default_factory=threading.Lock, init=False, repr=False)

    @property
    def redirect(self) -> str:
        """Return the address that an app at Zoom must be allowed to send the browser back to."""
        return REDIRECT

    @property
    def has_built_in(self) -> bool:
        """Say whether an app comes with CPD Desktop, so that nobody needs one of their own."""
        return bool(public_app().client_id)

    @property
    def calls(self) -> ZoomCalls:
        """Return all calls, by the one client of this program."""
        from cpd_desktop.adapters.zoom.calls import ZoomCalls

        return ZoomCalls(self._parts().client, time.sleep)

    def rights(self, kind: AppKind) -> tuple[Right, ...]:
        """Return what such an app should be allowed."""
        return rights(kind)

    def connect(
        self,
        chosen: ChosenApp,
        work: Work,
        *,
        show: Callable[[str, bool], None],
        say: Callable[[Sentence], str],
        language: str,
    ) -> None:
        """Sign in and keep what was granted; see ``sign_in.connect`` for what it raises."""
        from cpd_desktop.adapters.zoom.sign_in import connect

        grants = self._parts().grants
        app = _app(chosen.app, chosen.secret or _known_secret(grants.kept(), chosen.app))
        connect(app, grants, self.browser, work, show=show, say=say, language=language)

    def kept(self) -> SignIn | None:
        """Return what is kept of the sign-in; nothing if there is none."""
        grant = self._parts().grants.kept()
        if grant is None:
            return None
        app = _chosen(grant.app)
        if grant.ended:
            elsewhere = grant.ended is End.ELSEWHERE
            standing = Standing.ELSEWHERE if elsewhere else Standing.ENDED
            return SignIn(app, standing, (grant.ended.says, grant.ended.advice))
        return SignIn(app, Standing.CONNECTED, lacks=lacking(AppKind(app.kind), grant.scopes))

    def disconnect(self) -> bool:
        """Forget the sign-in; say whether Zoom was told."""
        return self._parts().grants.disconnect()

    def expect(self, plan: Plan) -> None:
        """Ask as often as this plan allows, until Zoom tells the plan itself."""
        self._parts().client.pace.change(rates_of(plan))

    def close(self) -> None:
        """Close what is open to Zoom."""
        with self._making:
            if self._made:
                self._made.client.close()

    def _parts(self) -> _Parts:
        with self._making:
            if self._made is None:
                self._made = self._new()
            return self._made

    def _new(self) -> _Parts:
        from cpd_desktop.adapters.zoom.authority import Authority
        from cpd_desktop.adapters.zoom.client import Client
        from cpd_desktop.adapters.zoom.day_counts import DayCounts
        from cpd_desktop.adapters.zoom.grants import Grants
        from cpd_desktop.adapters.zoom.limits import Pace

        authority = Authority(noted=self._note)
        grants = Grants(self.keychain, self.folder / "zoom.lock", authority, self.clock)
        client = Client(
            grants,
            pace=Pace(FREE, time.monotonic),
            counts=DayCounts(self.folder / "zoom-today.txt", self.clock.now),
            log=self.log,
            clock=self.clock,
        )
        return _Parts(grants, client)

    def _note(
        self, method: str, address: str, status: int | None, seconds: float, trouble: str
    ) -> None:
        at = self.clock.now() - timedelta(seconds=seconds)
        self.log.note(NetworkCall(at, "Zoom", method, address, status, seconds, trouble))


def _app(chosen: ZoomApp, secret: Secret | None) -> App:
    match AppKind(chosen.kind):
        case AppKind.PUBLIC:
            return public_app(chosen.client_id)
        case AppKind.OWN:
            return OwnApp(chosen.client_id, secret or Secret(""))
        case AppKind.SERVER:
            return ServerToServerApp(
                chosen.account_id, chosen.client_id, secret or Secret(""), chosen.host
            )


def _chosen(app: App) -> ZoomApp:
    match app:
        case PublicApp():
            return ZoomApp(AppKind.PUBLIC.value, app.client_id)
        case OwnApp():
            return ZoomApp(AppKind.OWN.value, app.client_id)
        case ServerToServerApp():
            return ZoomApp(AppKind.SERVER.value, app.client_id, app.account_id, app.host)


def _known_secret(grant: Grant | None, chosen: ZoomApp) -> Secret | None:
    """Return the secret of an app that was connected before and is the one that is meant."""
    if grant is None or isinstance(grant.app, PublicApp):
        return None
    return grant.app.secret if grant.app.client_id == chosen.client_id else None
