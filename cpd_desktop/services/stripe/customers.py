"""Who is which customer at Stripe: one for each person, with the cards that they left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from cpd_desktop.domain.changes import Changes, Done
from cpd_desktop.domain.errors import CpdError, NotAllowed
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.stripe.errors import GoneAtStripe
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.person_rows import read_person
from cpd_desktop.services.stripe.errands import Kind
from cpd_desktop.services.stripe.operations import NOT_ASKED, REMEMBERED, About
from cpd_desktop.services.stripe.rows import customer_of, keep_customer, person_of
from cpd_desktop.services.stripe.straying import strayed
from cpd_desktop.store.tables import person as people
from cpd_desktop.store.tables import stripe_customer

if TYPE_CHECKING:
    from cpd_desktop.domain.people import Person
    from cpd_desktop.domain.stripe.objects import Card, Customer
    from cpd_desktop.services.billing.rows import Reader
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.stripe.account import Own, StripeAccount
    from cpd_desktop.services.stripe.operations import Operations
    from cpd_desktop.services.work import Work
    from cpd_desktop.store.database import Database

NO_CUSTOMER = Sentence("stripe", "{name} never paid through Stripe, so there is no page for them.")
SEND_A_PAGE = Sentence("stripe", "Send a page to pay on first.")
NO_ADDRESS = Sentence("stripe", "{name} has no e-mail address, which Stripe needs.")


@dataclass(frozen=True, slots=True)
class Customers:
    """Finds or makes the customer that somebody is."""

    db: Database
    clock: Clock
    account: StripeAccount
    operations: Operations

    def ensure(self, own: Own, person: int) -> Done[str]:
        """Return somebody's customer: known here, found at Stripe, or made.

        One of another person with the same address is not taken; where people share one, the name
        tells whose it is. Raises ``NotFound``, and ``NotAllowed`` without an address.
        """
        with self.db.reading() as connection:
            who = read_person(connection, person)
            known = customer_of(connection, own, person)
        if known:
            return Done(known, Changes())
        if not who.email:
            raise NotAllowed(NO_ADDRESS.filled(name=who.name))
        asked = own.stripe.customers(who.email)
        with self.db.reading() as connection:
            others = {each.id for each in asked if person_of(connection, own, each.id) is not None}
            shared = _is_shared(connection, who.email)
        left = [each for each in asked if each.id not in others]
        found = _theirs(left, who, shared=shared)
        if found:
            with self.db.writing("billing.customer", about=("person", person)) as tx:
                keep_customer(tx, own, person, found, self.clock.now())
            return tx.done(found)
        words = {"name": who.name, "email": who.email, "language": ""}
        made = self.operations.ask(own, Kind.CUSTOMER, words, About(person))
        with self.db.reading() as connection:
            return Done(customer_of(connection, own, person) or made.value.id, made.changes)

    def known(self, own: Own, person: int) -> str:
        """Return somebody's customer; raises ``NotAllowed`` for who has none."""
        with self.db.reading() as connection:
            known = customer_of(connection, own, person)
            if not known:
                who = read_person(connection, person)
                raise NotAllowed(NO_CUSTOMER.filled(name=who.name), SEND_A_PAGE)
        return known

    def forget_gone(self, own: Own, person: int) -> bool:
        """Forget who somebody was at Stripe if they were deleted there; say whether they were."""
        with self.db.reading() as connection:
            known = customer_of(connection, own, person)
        if not known:
            return False
        try:
            told = own.stripe.customer(known)
        except GoneAtStripe:
            told = None
        if told is not None and (told.name or told.email):  # of the deleted only the id is told
            return False
        with self.db.writing("billing.customer", about=("person", person)) as tx:
            row = select(stripe_customer.c.id).where(stripe_customer.c.customer == known)
            for key in tx.execute(row).scalars().all():
                tx.delete(stripe_customer, key)
        return True

    def follow(self, own: Own, work: Work) -> Changes:
        """Tell Stripe of those whose name or address is another one now; see ``strayed``.

        What Stripe refuses is kept with the operation and asked again a day later, so that one
        customer keeps back no other.
        """
        with self.db.reading() as connection:
            rows = strayed(connection, own, self.clock.now() - REMEMBERED)
        changes = Changes()
        for row in work.each(rows):
            words = {
                "customer": row.customer, "name": row.name, "email": row.email, "language": "",
            }  # fmt: skip
            try:
                about = About(row.person_id)
                done = self.operations.ask(own, Kind.CHANGE_CUSTOMER, words, about)
            except NOT_ASKED:
                break
            except CpdError:
                continue
            changes = changes.merged(done.changes)
        return changes

    def cards(self, person: int, work: Work | None = None) -> list[Card]:
        """Return the cards that somebody left with Stripe."""
        own = self.account.own(work)
        return own.stripe.cards(self.known(own, person))

    def preferred(self, person: int, work: Work | None = None) -> str:
        """Return the card that somebody's memberships are paid by, if one was chosen."""
        own = self.account.own(work)
        return own.stripe.customer(self.known(own, person)).default_method

    def attach(self, person: int, card: str) -> Done[None]:
        """Give a card to a person."""
        return self._about_card(Kind.ATTACH_CARD, person, card)

    def detach(self, person: int, card: str) -> Done[None]:
        """Let Stripe forget that a card is somebody's."""
        return self._about_card(Kind.DETACH_CARD, person, card)

    def prefer(self, person: int, card: str) -> Done[None]:
        """Make a card the one that somebody's memberships are paid by."""
        return self._about_card(Kind.PREFER_CARD, person, card)

    def _about_card(self, kind: Kind, person: int, card: str) -> Done[None]:
        own = self.account.own()
        words = {"customer": self.known(own, person), "card": card}
        done = self.operations.ask(own, kind, words, About(person))
        return Done(None, done.changes)


def _is_shared(reader: Reader, email: str) -> bool:
    mine = select(func.count()).where(people.c.email == email, people.c.erased_at.is_(None))
    return int(reader.execute(mine).scalar_one()) > 1


def _theirs(found: list[Customer], who: Person, *, shared: bool) -> str:
    """Return the customer that is this person; else one that nobody here is."""
    ours = [each for each in found if each.reference.get("person") == str(who.id)]
    free = [each for each in found if "person" not in each.reference]
    if shared:
        free = [each for each in free if folded(each.name) == folded(who.name)]
    return next((each.id for each in [*ours[::-1], *free[::-1]]), "")
