"""Connecting to Zoom: through the person's own browser, or by an app that signs in by itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cpd_desktop.adapters.loopback import LIMIT
from cpd_desktop.adapters.sign_in.browser_trip import BrowserTrip
from cpd_desktop.adapters.zoom.apps import ServerToServerApp, checked

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.adapters.zoom.apps import App
    from cpd_desktop.adapters.zoom.grant import Grant
    from cpd_desktop.adapters.zoom.grants import Grants
    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.services.browser import Browser
    from cpd_desktop.services.work import Work


def connect(
    app: App,
    grants: Grants,
    browser: Browser,
    work: Work,
    *,
    show: Callable[[str, bool], None],
    say: Callable[[Sentence], str] = str,
    language: str = "en",
    limit: float = LIMIT,
) -> Grant:
    """Connect to Zoom and return the grant, which is kept by then.

    ``show`` is told the address to copy and whether a browser opened it; ``say`` puts the page in
    the browser into the person's language. Raises ``Invalid`` if the app lacks something,
    ``NotAllowed`` if the person declines, ``NeedsSignIn`` if no secret can be kept,
    ``Unavailable`` and ``Cancelled``.
    """
    app, authority = checked(app), grants.authority
    grants.kept()  # a locked keychain is found out before the person has signed in for nothing
    if isinstance(app, ServerToServerApp):
        return grants.begin(app, partial(authority.enter, app))
    trip = BrowserTrip(browser, work, show, say, language, limit)
    errand, code = trip.bring(partial(authority.errand, app))
    return grants.begin(app, partial(authority.exchange, app, errand, code))
