"""The connection to Zoom: made through the browser, looked at, and given up."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from cpd_desktop.domain.changes import Changes, Done
from cpd_desktop.domain.errors import CpdError, NeedsSignIn
from cpd_desktop.domain.settings import ZoomAccount as Kept
from cpd_desktop.domain.settings import ZoomApp
from cpd_desktop.domain.zoom_account import Account, Standing
from cpd_desktop.domain.zoom_profile import Plan, Profile
from cpd_desktop.services.work import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.domain.zoom_account import AppKind, ChosenApp, Right, SignIn
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.services.work import Work
    from cpd_desktop.services.zoom.ports import Zoom


class Connection(Protocol):
    """The port to the sign-in at Zoom. Everything but the first three may wait.

    All may raise ``NeedsSignIn`` while the keychain is locked, and ``Unavailable``.
    """

    @property
    def redirect(self) -> str:
        """Return the address that an app at Zoom must be allowed to send the browser back to."""

    @property
    def has_built_in(self) -> bool:
        """Say whether an app comes with CPD Desktop, so that nobody needs one of their own."""

    def rights(self, kind: AppKind) -> tuple[Right, ...]:
        """Return what such an app should be allowed."""

    @property
    def calls(self) -> Zoom:
        """Return Zoom, as whoever is signed in."""

    def connect(
        self,
        chosen: ChosenApp,
        work: Work,
        *,
        show: Callable[[str, bool], None],
        say: Callable[[Sentence], str],
        language: str,
    ) -> None:
        """Sign in and keep what was granted."""

    def kept(self) -> SignIn | None:
        """Return what is kept of the sign-in; nothing if there is none."""

    def disconnect(self) -> bool:
        """Forget the sign-in; say whether Zoom was told, which needs the network."""

    def expect(self, plan: Plan) -> None:
        """Ask as often as this plan allows, until Zoom tells the plan itself."""


@dataclass(frozen=True, slots=True)
class ZoomAccount:
    """Whose account at Zoom is used. All of it may wait: never on the thread of the window."""

    settings: Settings
    clock: Clock
    connection: Connection

    def app(self) -> ZoomApp:
        """Return the app that was chosen last."""
        return self.settings.get(ZoomApp)

    def status(self) -> Account:
        """Return how the connection stands, as far as it is known without asking Zoom."""
        signed = self.connection.kept()
        if signed is None:
            return Account(Standing.NOT_CONNECTED, self.app())
        kept = self.settings.get(Kept)
        return Account(
            signed.standing,
            signed.app,
            _profile(kept) if kept.id else None,
            datetime.fromisoformat(kept.since) if kept.since else None,
            signed.why,
            signed.lacks,
        )

    def look(self, work: Work) -> Done[Account]:
        """Ask Zoom whether the connection holds and who it is, and keep that.

        Raises ``Unavailable`` if Zoom does not answer; what was known stays known.
        """
        changes = Changes()
        if self.status().is_connected:
            # It was ended meanwhile, or may not be asked this: the status says so.
            with suppress(NeedsSignIn):
                changes = self._keep(self.connection.calls.during(work).profile())
        return Done(self.status(), changes)

    def connect(
        self,
        chosen: ChosenApp,
        work: Work,
        *,
        show: Callable[[str, bool], None],
        say: Callable[[Sentence], str] = str,
        language: str = "en",
    ) -> Done[Account]:
        """Connect through this app, and remember it.

        ``show`` is told the address to open and whether a browser opened it; ``say`` and
        ``language`` are for the page that the browser ends on. Raises ``Invalid`` if the app lacks
        something, ``NotAllowed`` if the person declines, ``NeedsSignIn``, ``Unavailable`` and
        ``Cancelled``.
        """
        self.connection.connect(chosen, work, show=show, say=say, language=language)
        since = self.clock.now().isoformat()
        with self.settings.db.writing("zoom.connect") as tx:
            self.settings.write(tx, chosen.app)
            self.settings.write(tx, Kept(since))
        try:
            asked = self._keep(self.connection.calls.during(work).profile())
        except (CpdError, Cancelled):
            asked = Changes()  # connected all the same; who it is can be asked later
        return Done(self.status(), tx.changes.merged(asked))

    def disconnect(self) -> Done[bool]:
        """Tell Zoom that the connection is over and forget it; say whether Zoom was told."""
        told = self.connection.disconnect()
        with self.settings.db.writing("zoom.disconnect") as tx:
            self.settings.write(tx, Kept())
        return Done(told, tx.changes)

    def plan(self) -> Plan:
        """Return the plan as Zoom told it last."""
        return _profile(self.settings.get(Kept)).plan

    def _keep(self, told: Profile) -> Changes:
        since = self.settings.get(Kept).since
        values = (told.id, told.name, told.email, told.zone, told.account)
        kept = Kept(since, *values, plan=told.plan.value, role=told.role)
        with self.settings.db.writing("zoom.profile") as tx:
            self.settings.write(tx, kept)
        return tx.changes


def _profile(kept: Kept) -> Profile:
    plan = Plan(kept.plan) if kept.plan in set(Plan) else Plan.UNTOLD
    return Profile(kept.id, kept.person, kept.email, kept.zone, kept.account, plan, kept.role)
