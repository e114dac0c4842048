"""`cpd stripe portal|subscribe|cancel|reactivate|change|offers|coupons|codes|links|cards …`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpd_desktop.cli.answer import Answer, shown_work
from cpd_desktop.cli.stripe_browsing import visit, watch_page
from cpd_desktop.cli.stripe_words import (
    card_content,
    code_content,
    coupon_content,
    invoice_content,
    membership_content,
    membership_line,
    offer_content,
    offer_line,
    page_content,
)
from cpd_desktop.domain.billing.amounts import read_amount
from cpd_desktop.domain.billing.outward import OfferKind
from cpd_desktop.domain.stripe.objects import Period, Rhythm
from cpd_desktop.domain.stripe.orders import CodeDraft, CouponDraft

if TYPE_CHECKING:
    import argparse

    from cpd_desktop.domain.messages.message import Message
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.stripe.rows import KeptMembership


def add_member_commands(action: Any) -> None:
    """Add the commands about memberships, offers and discounts."""
    portal = action("portal", "the page on which somebody looks after their membership", _portal)
    portal.add_argument("person", type=int, metavar="PERSON")
    way = portal.add_mutually_exclusive_group()
    way.add_argument("--open", action="store_true", help="in the browser; waits for them")
    way.add_argument("--mail", action="store_true", help="where they sign in, into the outbox")
    subscribe = action("subscribe", "a page, or a card, by which a membership begins", _subscribe)
    subscribe.add_argument("person", type=int, metavar="PERSON")
    subscribe.add_argument("offer", type=int, metavar="OFFER")
    way = subscribe.add_mutually_exclusive_group()
    way.add_argument("--open", action="store_true", help="in the browser; waits until paid")
    way.add_argument("--mail", action="store_true", help="as a link in a mail, into the outbox")
    way.add_argument("--card", metavar="ID", help="begin at once, paid by this card")
    listed = action("memberships", "memberships as Stripe told them last", _memberships)
    listed.add_argument("person", type=int, nargs="?", metavar="PERSON")
    for name, text, run in (
        ("cancel", "end a membership with what is paid for", _cancel),
        ("reactivate", "let one go on that was to end", _reactivate),
        ("change", "put it on another offer", _change),
    ):
        one = action(name, text, run)
        one.add_argument("membership", type=int, metavar="MEMBERSHIP")
        if name == "cancel":
            one.add_argument("--now", action="store_true", help="at once")
        if name == "change":
            one.add_argument("offer", type=int, metavar="OFFER")
            one.add_argument("--no-settling", action="store_true", help="charge it next time")
    _add_offers(action)
    for name, text, run in (
        ("cards", "the cards that somebody left with Stripe", _cards),
        ("invoices", "the invoices that Stripe made for somebody", _invoices),
    ):
        action(name, text, run).add_argument("person", type=int, metavar="PERSON")


def _add_offers(action: Any) -> None:
    action("offers", "what is on offer", _offers)
    offer = action("offer", "put something on offer", _offer)
    offer.add_argument("name", metavar="NAME")
    offer.add_argument("price", metavar="PRICE", help="such as '9.00 GBP'")
    offer.add_argument("--every", choices=("week", "month", "year"), help="else it is paid once")
    offer.add_argument("--every-count", type=int, default=1, metavar="N")
    offer.add_argument("--trial-days", type=int, default=0, metavar="N")
    offer.add_argument("--course", action="store_true", help="a course and no membership")
    offer.add_argument("--event", type=int, metavar="E")
    reprice = action("reprice", "give an offer a new price", _reprice)
    reprice.add_argument("offer", type=int, metavar="OFFER")
    reprice.add_argument("price", metavar="PRICE")
    withdraw = action("withdraw", "stop offering something", _withdraw)
    withdraw.add_argument("offer", type=int, metavar="OFFER")
    link = action("link", "a page on which anybody can buy an offer", _link)
    link.add_argument("offer", type=int, metavar="OFFER")
    link.add_argument("--quantity", type=int, default=1, metavar="N")
    end = action("end-link", "let a link count no more", _end_link)
    end.add_argument("link", metavar="ID")
    action("coupons", "discounts", _coupons)
    coupon = action("coupon", "make a discount", _coupon)
    coupon.add_argument("name", metavar="NAME")
    off = coupon.add_mutually_exclusive_group(required=True)
    off.add_argument("--percent", type=float, metavar="N")
    off.add_argument("--amount", metavar="AMOUNT")
    coupon.add_argument("--uses", type=int, metavar="N")
    action("codes", "letters for discounts", _codes)
    code = action("code", "make letters for a discount", _code)
    code.add_argument("coupon", metavar="COUPON")
    code.add_argument("code", metavar="LETTERS")
    code.add_argument("--uses", type=int, metavar="N")


def _portal(core: Services, options: argparse.Namespace) -> Answer:
    if options.mail:
        return _mailed(core.member_letters.portal(options.person).value)
    back = core.outside.doorstep.doors().left if options.open else ""
    url = core.memberships.portal(options.person, back).value.reveal()
    if options.open:
        visit(core, url)
        return _memberships(core, options)
    return Answer({"url": url, "person": options.person}, [url])


def _subscribe(core: Services, options: argparse.Namespace) -> Answer:
    if options.card:
        return _one(core.memberships.begin(options.person, options.offer, options.card).value)
    if options.mail:
        return _mailed(core.member_letters.begin(options.person, options.offer).value)
    doors = core.outside.doorstep.doors() if options.open else None
    page = core.memberships.page(options.person, options.offer, doors).value
    if options.open:
        watch_page(core, page)
        return _memberships(core, options)
    return Answer(page_content(page), [page.url])


def _mailed(made: Message) -> Answer:
    return Answer({"messages": [made.id], "to": made.to}, [f"{made.to}: {made.state}"])


def _memberships(core: Services, options: argparse.Namespace) -> Answer:
    found = core.memberships.listed(options.person)
    lines = [*map(membership_line, found)] or ["There are no memberships."]
    return Answer([membership_content(each) for each in found], lines)


def _cancel(core: Services, options: argparse.Namespace) -> Answer:
    done = core.memberships.cancel(options.membership, at_period_end=not options.now)
    return _one(done.value)


def _reactivate(core: Services, options: argparse.Namespace) -> Answer:
    return _one(core.memberships.reactivate(options.membership).value)


def _change(core: Services, options: argparse.Namespace) -> Answer:
    done = core.memberships.change(
        options.membership, options.offer, settle=not options.no_settling
    )
    return _one(done.value)


def _one(each: KeptMembership) -> Answer:
    return Answer(membership_content(each), [membership_line(each)])


def _offers(core: Services, options: argparse.Namespace) -> Answer:
    _ = options
    found = core.offers.listed()
    lines = [*map(offer_line, found)] or ["Nothing is on offer."]
    return Answer([offer_content(each) for each in found], lines)


def _offer(core: Services, options: argparse.Namespace) -> Answer:
    from cpd_desktop.services.stripe.offers import OfferWanted

    kind = OfferKind.COURSE if options.course else OfferKind.MEMBERSHIP
    rhythm = Rhythm(Period(options.every), options.every_count) if options.every else None
    wanted = OfferWanted(
        name=options.name,
        price=read_amount(options.price),
        kind=kind if rhythm else OfferKind.PLACE,
        rhythm=rhythm,
        trial_days=options.trial_days,
        event=options.event,
    )
    made = core.offers.add(wanted).value
    return Answer(offer_content(made), [offer_line(made)])


def _reprice(core: Services, options: argparse.Namespace) -> Answer:
    made = core.offers.reprice(options.offer, read_amount(options.price)).value
    return Answer(offer_content(made), [offer_line(made)])


def _withdraw(core: Services, options: argparse.Namespace) -> Answer:
    core.offers.withdraw(options.offer)
    return _offers(core, options)


def _link(core: Services, options: argparse.Namespace) -> Answer:
    made = core.offers.link(options.offer, quantity=options.quantity).value
    return Answer({"id": made.id, "url": made.url}, [made.url])


def _end_link(core: Services, options: argparse.Namespace) -> Answer:
    core.offers.end_link(options.link)
    return Answer({"id": options.link}, ["The link counts no more."])


def _coupons(core: Services, options: argparse.Namespace) -> Answer:
    _ = options
    found = core.offers.coupons()
    lines = [f"{each.id}  {each.name}" for each in found] or ["There are no coupons."]
    return Answer([coupon_content(each) for each in found], lines)


def _coupon(core: Services, options: argparse.Namespace) -> Answer:
    amount = read_amount(options.amount) if options.amount else None
    draft = CouponDraft(options.name, options.percent, amount, options.uses)
    made = core.offers.make_coupon(draft).value
    return Answer(coupon_content(made), [f"{made.id}  {made.name}"])


def _codes(core: Services, options: argparse.Namespace) -> Answer:
    _ = options
    found = core.offers.codes()
    lines = [f"{each.id}  {each.code}" for each in found] or ["There are no codes."]
    return Answer([code_content(each) for each in found], lines)


def _code(core: Services, options: argparse.Namespace) -> Answer:
    made = core.offers.make_code(CodeDraft(options.coupon, options.code, options.uses)).value
    return Answer(code_content(made), [f"{made.id}  {made.code}"])


def _cards(core: Services, options: argparse.Namespace) -> Answer:
    found = core.customers.cards(options.person, shown_work())
    lines = [f"{each.id}  {each.brand} …{each.last4}" for each in found]
    return Answer([card_content(each) for each in found], lines or ["No card was left."])


def _invoices(core: Services, options: argparse.Namespace) -> Answer:
    found = core.memberships.invoices(options.person, shown_work())
    lines = [f"{each.number}  {each.total}  {each.state}" for each in found]
    return Answer([invoice_content(each) for each in found], lines or ["There are no invoices."])
