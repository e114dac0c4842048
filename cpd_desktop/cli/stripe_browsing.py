"""Pages of Stripe in the browser of this computer, until somebody comes back from them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from cpd_desktop.cli.answer import shown_work

if TYPE_CHECKING:
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.stripe.checkout import OpenPage

LOOK_EVERY = 30.0  # seconds until Stripe is asked, though no browser came back
LONGEST = 1800.0  # seconds that somebody stays on their own page


def watch_page(core: Services, page: OpenPage) -> None:
    """Open a page in the browser, and ask Stripe until it was paid or is closed."""
    show(page.url)
    while any(each.page == page.page for each in core.checkout.pages(still_open=True)):
        core.outside.doorstep.wait(LOOK_EVERY)
        core.stripe_sync.sync(shown_work())


def visit(core: Services, address: str) -> None:
    """Open a page from which somebody comes back when they like, and ask Stripe then."""
    show(address)
    core.outside.doorstep.wait(LONGEST)
    core.stripe_sync.sync(shown_work())


def show(address: str) -> None:
    """Open an address in the browser, and tell it for whoever has none."""
    from cpd_desktop.adapters.browser import SystemBrowser

    opened = SystemBrowser().open(address)
    says = "Go on in the browser. If there is none:" if opened else "Open this address yourself:"
    print(f"{says}\n{address}", file=sys.stderr, flush=True)
