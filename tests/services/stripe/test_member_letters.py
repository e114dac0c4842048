"""Pages of memberships go by mail to anybody with an address, each once."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.errors import Conflict, NotAllowed
from cpd_desktop.domain.messages.states import State
from cpd_desktop.domain.people import PersonDraft
from tests.fakes.stripe.portal import let_sign_in
from tests.mailing import an_account
from tests.paid_by_stripe import at_stripe

if TYPE_CHECKING:
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.paid_by_stripe import AtStripe


def somebody(shop: AtStripe, name: str = "Tom", email: str = "tom@b.example") -> int:
    return shop.core.people.add(PersonDraft(name, email=email)).value.id


def said(shop: AtStripe, message: int) -> str:
    """Return what a mail says, out of its exact bytes."""
    outbox = shop.core.outbox
    mail = message_from_bytes(outbox.content(outbox.get(message)), policy=default)
    assert "List-Unsubscribe" not in mail
    body = mail.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def test_a_page_goes_by_mail_to_who_never_had_a_place(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch) as shop:
        shop.core.mail_accounts.add(an_account(), None)
        tom, offer = somebody(shop), shop.an_offer()
        made = shop.core.member_letters.begin(tom, offer.id).value
        [page] = shop.core.checkout.pages(still_open=True)
        assert (made.to, made.person, made.event) == ("tom@b.example", tom, None)
        assert (made.state, made.document) == (State.QUEUED, page.page)
        assert page.url in said(shop, made.id)
        assert "9.00 GBP each month" in said(shop, made.id)
        assert shop.core.member_letters.begin(tom, offer.id).value.id == made.id
        shop.pay(page)
        with pytest.raises(Conflict, match="not known here yet"):
            shop.core.member_letters.begin(tom, offer.id)
        shop.sync()
        assert len(shop.core.memberships.listed(tom)) == 1


def test_nothing_is_asked_of_stripe_for_who_cannot_be_written_to(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch) as shop:
        tom, offer = somebody(shop), shop.an_offer()
        with pytest.raises(NotAllowed, match="mail account"):
            shop.core.member_letters.begin(tom, offer.id)
        shop.core.mail_accounts.add(an_account(), None)
        with pytest.raises(NotAllowed, match="no e-mail address"):
            shop.core.member_letters.begin(somebody(shop, "Zed", ""), offer.id)
        assert shop.stripe.book.all("checkout.session") == []


def test_a_member_is_sent_where_to_sign_in_once_a_day(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        shop.core.mail_accounts.add(an_account(), None)
        member, letters = shop.a_member("Ada"), shop.core.member_letters
        with pytest.raises(NotAllowed, match="switched off at Stripe"):
            letters.portal(member.person)
        url = let_sign_in(shop.stripe.book)
        made = letters.portal(member.person).value
        assert url in said(shop, made.id)
        assert letters.portal(member.person).value.id == made.id
        clock.move(days=1)
        assert letters.portal(member.person).value.id != made.id
        with pytest.raises(NotAllowed, match="never paid through Stripe"):
            letters.portal(somebody(shop))
