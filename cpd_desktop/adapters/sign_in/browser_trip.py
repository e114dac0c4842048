"""The way through the person's browser and back to this computer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpd_desktop.adapters.loopback import HOST, LIMIT, Loopback

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.adapters.sign_in.token_source import Errand
    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.services.browser import Browser
    from cpd_desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class BrowserTrip:
    """Sends a browser out and waits for what it brings.

    ``show`` is told the address to copy and whether a browser opened it; ``say`` puts the page in
    the browser into the person's language. ``host`` is what the provider knows this computer by.
    """

    browser: Browser
    work: Work
    show: Callable[[str, bool], None]
    say: Callable[[Sentence], str] = str
    language: str = "en"
    limit: float = LIMIT
    host: str = HOST

    def bring(self, errand_to: Callable[[str], Errand]) -> tuple[Errand, Secret]:
        """Return the errand and the code that came back.

        Raises ``NotAllowed`` if the person declines, ``Unavailable`` and ``Cancelled``.
        """
        with Loopback(say=self.say, language=self.language, host=self.host) as loopback:
            errand = errand_to(loopback.address)
            self.show(errand.address, self.browser.open(errand.address))
            return errand, loopback.wait(errand.state, self.work, self.limit)
