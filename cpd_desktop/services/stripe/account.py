"""Whose account at Stripe is used: connected by a key, looked at, and given up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from cpd_desktop.domain.billing.outward import Doubt
from cpd_desktop.domain.changes import Changes, Done
from cpd_desktop.domain.errors import Conflict, NeedsSignIn, NotAllowed
from cpd_desktop.domain.settings import StripeAccount as Kept
from cpd_desktop.domain.stripe.errors import TrialsLeft
from cpd_desktop.domain.stripe.keys import kind_of, masked
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.billing.doubts import raise_doubt
from cpd_desktop.services.billing.set_aside import left_behind, set_aside
from cpd_desktop.services.billing.trials import payments_left, places_left

if TYPE_CHECKING:
    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.domain.stripe.keys import Permission
    from cpd_desktop.services.billing.payments import Payments
    from cpd_desktop.services.billing.set_aside import LeftBehind
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.services.stripe.ports import Stripe, StripeConnection
    from cpd_desktop.services.work import Work
    from cpd_desktop.store.database import Database

NOT_CONNECTED = Sentence("stripe", "Stripe is not connected.")
CONNECT = Sentence("stripe", "Open Settings, Accounts, and enter a restricted key.")
ANOTHER = Sentence("stripe", "Stripe is connected already, with another account or another mode.")
DISCONNECT_FIRST = Sentence("stripe", "Disconnect first. Nothing was changed.")
FREE_BY_TRIAL = Sentence(
    "stripe", "Places cost nothing because of a code or payment of the test mode ({count})."
)
CHARGE_AGAIN = Sentence(
    "stripe",
    "Note for each of them that it is due, then connect for real. Or keep trials in a data folder"
    " of their own. Nothing was changed.",
)
REAL_MONEY = Sentence("stripe", "Real card payments are booked here ({count}).")
TRY_ELSEWHERE = Sentence(
    "stripe", "Try the test mode in a data folder of its own. Nothing was changed."
)
OTHER_KEY = Sentence(
    "stripe", "The key in the keychain belongs to another account or mode ({account})."
)
NOTHING_TAKEN = Sentence(
    "stripe", "Nothing was asked or taken over. Disconnect, then connect with the right key."
)


class Own(NamedTuple):
    """The account that is connected here, and calls to it."""

    stripe: Stripe
    account: str
    live: bool


@dataclass(frozen=True, slots=True)
class StripeStanding:
    """How the connection stands; ``shown`` is the key with its middle hidden."""

    connected: bool
    shown: str = ""
    account: str = ""
    name: str = ""
    live: bool = False
    since: str = ""


class Connected(NamedTuple):
    """What a key turned out to be: whose it is, and which permissions it lacks."""

    standing: StripeStanding
    lacking: tuple[Permission, ...] = ()


@dataclass(frozen=True, slots=True)
class StripeAccount:
    """Connects one account, in test or for real. All of it may wait."""

    db: Database
    settings: Settings
    clock: Clock
    connection: StripeConnection
    payments: Payments

    def connect(self, key: Secret, *, aside: int = 0) -> Done[Connected]:
        """Keep a key that Stripe accepts, after asking whose it is and what it lacks.

        Before real money is taken, as many payments of the test mode as ``aside`` says are set
        aside; it must be all of them. Raises ``Invalid``, ``TrialsLeft``, ``Conflict`` while
        another account or mode is connected, real money is booked or a trial made a place free,
        and what Stripe raises.
        """
        live = kind_of(key).live
        if not (live and aside):
            self._require_unmixed(live=live)
        account, lacking = self.connection.check(key)
        kept = self.settings.get(Kept)
        if kept.account and (kept.account, kept.live) != (account.id, live):
            raise Conflict(ANOTHER, DISCONNECT_FIRST)
        gone = self._set_aside(aside) if live and aside else Changes()
        self._require_unmixed(live=live)
        self.connection.connect(key)
        changes = self.settings.put(
            Kept(
                account=account.id,
                person=account.name,
                live=live,
                shown=masked(key),
                since=kept.since or self.clock.now().isoformat(),
                began=kept.began,
            )
        )
        return Done(Connected(self.status(), lacking), gone.merged(changes))

    def left_behind(self) -> list[LeftBehind]:
        """Return the payments of the test mode that are booked here still."""
        with self.db.reading() as connection:
            return left_behind(connection)

    def status(self) -> StripeStanding:
        """Return how it stands, without asking Stripe; raises as the keychain does."""
        kept = self.settings.get(Kept)
        if not kept.account:
            return StripeStanding(connected=False)
        shown = self.connection.shown()
        return StripeStanding(bool(shown), shown, kept.account, kept.person, kept.live, kept.since)

    def lacking(self) -> tuple[Permission, ...]:
        """Ask Stripe which permissions the key lacks."""
        return self.own().stripe.lacking()

    def disconnect(self) -> Changes:
        """Forget the key and whose it was; it stays good at Stripe until it is deleted there."""
        self.connection.disconnect()
        return self.settings.put(Kept())

    def own(self, work: Work | None = None) -> Own:
        """Return calls to the account that was connected.

        Raises ``NeedsSignIn`` without one, and ``NotAllowed`` if the key became another account's:
        then it is noted for review, and nothing is asked.
        """
        kept = self.settings.get(Kept)
        if not kept.account:
            raise NeedsSignIn(NOT_CONNECTED, CONNECT)
        stripe = self.connection.stripe()
        if self.connection.shown() != kept.shown:
            account = stripe.account()
            if (account.id, stripe.live) != (kept.account, kept.live):
                self._flag(account.id)
                raise NotAllowed(OTHER_KEY.filled(account=account.id), NOTHING_TAKEN)
            self.settings.put(replace(kept, shown=self.connection.shown()))
        return Own(stripe.during(work) if work else stripe, kept.account, kept.live)

    def _set_aside(self, count: int) -> Changes:
        with self.db.writing("billing.set_aside") as tx:
            there = payments_left(tx, live=False)
            if there != count:
                raise TrialsLeft(there)
            set_aside(tx, self.payments)
        return tx.changes

    def _require_unmixed(self, *, live: bool) -> None:
        with self.db.reading() as connection:
            count = payments_left(connection, live=not live)
            free = places_left(connection) if live else 0
        if count and live:
            raise TrialsLeft(count)
        if free:
            raise Conflict(FREE_BY_TRIAL.filled(count=free), CHARGE_AGAIN)
        if count:
            raise Conflict(REAL_MONEY.filled(count=count), TRY_ELSEWHERE)

    def _flag(self, account: str) -> None:
        says = OTHER_KEY.filled(account=account)
        with self.db.writing("billing.doubt") as tx:
            raise_doubt(tx, Doubt.OTHER_ACCOUNT, f"account {account}", self.clock.now(), says)
