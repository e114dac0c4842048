"""Says below the pages how the account at Zoom is, once there was one, and which others need one.

Of Stripe and of mail nothing is said while all is well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject

from cpd_desktop.ui.jobs import Lane

if TYPE_CHECKING:
    from cpd_desktop.app.stripe_watch import StripeWatch
    from cpd_desktop.domain.changes import Changes
    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.domain.zoom_account import Account
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.stripe.account import StripeStanding
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.jobs import JobRunner
    from cpd_desktop.ui.navigation import Navigation


class Found(NamedTuple):
    """How the accounts are: Zoom's, Stripe's if one is connected, and which of mail are refused."""

    zoom: Account | None
    stripe: StripeStanding | None
    refused: dict[str, Sentence]


class AccountWatch(QObject):
    """Reads how the accounts are off the window's thread: the keychain may take its time."""

    def __init__(
        self,
        services: Services,
        jobs: JobRunner,
        navigation: Navigation,
        stripe: StripeWatch,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._navigation = navigation
        self._stripe = stripe
        stripe.held_up.connect(self.look)
        stripe.came_through.connect(self.look)

    def look(self, *_: object) -> None:
        """Look how they are now."""
        job = self._jobs.run(self._read, lane=Lane.NETWORK)
        job.succeeded.connect(self._show)
        job.failed.connect(self._say_unknown)

    def heard(self, changes: Changes, _origin: object) -> None:
        """Look again if a setting was changed: connecting and being refused are among them."""
        if changes.touches("setting") or changes.touches("mail_account"):
            self.look()

    def _read(self, _work: Work) -> Found:
        from cpd_desktop.domain.settings import StripeAccount, ZoomAccount

        services = self._services
        # Nobody who never connected is asked to open a keychain.
        zoom = services.zoom_account.status() if services.settings.get(ZoomAccount).since else None
        connected = services.settings.get(StripeAccount).account
        stripe = services.stripe_account.status() if connected else None
        refused = services.mail_accounts.refused.all()
        names = {each.id: each.name for each in services.mail_accounts.listed()}
        return Found(
            zoom, stripe, {names[key]: why for key, why in refused.items() if key in names}
        )

    def _say_unknown(self, _error: Exception) -> None:
        self._navigation.show_accounts(self.tr("Accounts: not known"))

    def _show(self, result: Any) -> None:
        from cpd_desktop.ui.settings.zoom_words import standing_words
        from cpd_desktop.ui.wording import in_words

        found: Found = result
        words = []
        if found.zoom is not None:
            state = standing_words(found.zoom.standing)
            words.append(self.tr("Zoom: {state}").format(state=state))
        stripe = found.stripe
        if stripe is not None and (self._stripe.wants_sign_in or not stripe.connected):
            words.append(self.tr("Stripe: connect again"))
        if found.refused:
            words.append(self.tr("E-mail: refused"))
        why = [f"{name}: {in_words(says)}" for name, says in found.refused.items()]
        self._navigation.show_accounts("\n".join(words), "\n".join(why))
