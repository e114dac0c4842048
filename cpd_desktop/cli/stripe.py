"""`cpd stripe connect|status|disconnect|checkout|refund|sync|receive|disputes …`."""

from __future__ import annotations

import sys
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Protocol

from cpd_desktop.cli.answer import Answer, shown_work
from cpd_desktop.cli.billing_words import payment_content, payment_line
from cpd_desktop.cli.secrets import secret_from_stdin
from cpd_desktop.cli.stripe_browsing import LOOK_EVERY, watch_page
from cpd_desktop.cli.stripe_members import add_member_commands
from cpd_desktop.cli.stripe_words import (
    IN_PART,
    dispute_content,
    event_content,
    page_content,
    standing_content,
    standing_line,
    synced_content,
    synced_line,
)
from cpd_desktop.domain.billing.amounts import read_amount
from cpd_desktop.domain.billing.outward import EventFate
from cpd_desktop.domain.billing.payments import PlaceFate, RefundDraft
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.stripe.objects import EVENTS_KEPT, RefundReason
from cpd_desktop.domain.stripe.orders import Discount
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    import argparse

    from cpd_desktop.services.services import Services
    from cpd_desktop.services.stripe.checkout import OpenPage, PageOptions

SECRET = "stripe/messages"  # noqa: S105 - what it is kept under
NO_SECRET = Sentence(
    "stripe",
    "There is no signing secret yet. Copy it at Stripe from the page of the destination for "
    "events, and hand it over with --secret.",
)
WHAT_TO_ENTER = """Listening at {address} until Ctrl-C.
Let a tunnel lead there, and enter its https address at Stripe, Developers, Webhooks.
Subscribe to:
  {events}"""


class Action(Protocol):
    """Adds a command to those of Stripe."""

    def __call__(self, name: str, text: str, run: Any) -> argparse.ArgumentParser:
        """Return the command's parser."""


def add_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands of this page to the parser."""
    area = commands.add_parser("stripe", help="payments and memberships through Stripe")
    actions = area.add_subparsers(metavar="ACTION", required=True)

    def action(name: str, text: str, run: Any) -> argparse.ArgumentParser:
        parser: argparse.ArgumentParser = actions.add_parser(name, help=text, parents=[common])
        parser.set_defaults(on_core=run)
        return parser

    connect = action("connect", "keep a restricted key, read from stdin, in the keychain", _connect)
    connect.add_argument(
        "--set-aside", type=int, default=0, metavar="N",
        help="all N payments of the test mode, whose key is lost; see trials",
    )  # fmt: skip
    action("trials", "payments of the test mode that keep real money out", _trials)
    action("status", "whose account it is", _status)
    action("disconnect", "forget the key", _disconnect)
    checkout = action("checkout", "a page on which a place is paid", _checkout)
    checkout.add_argument("event", type=int, metavar="E")
    checkout.add_argument("registration", metavar="R", help="reference, number or id")
    way = checkout.add_mutually_exclusive_group()
    way.add_argument("--open", action="store_true", help="in the browser; waits until it is paid")
    way.add_argument("--mail", action="store_true", help="as a link in a mail, into the outbox")
    _add_page_options(checkout)
    action("pages", "pages on which something can be paid", _pages)
    refund = action("refund", "give money back that came through Stripe", _refund)
    refund.add_argument("payment", type=int, metavar="PAYMENT")
    refund.add_argument("--amount", metavar="AMOUNT", help="else all that is left of it")
    refund.add_argument("--why", default="Refunded on request", metavar="T")
    refund.add_argument("--reason", choices=[each.value for each in RefundReason])
    refund.add_argument("--cancel-place", action="store_true", help="the places are given up, too")
    receipt = action("receipt", "a payment at Stripe, with its receipt there", _receipt)
    receipt.add_argument("payment", type=int, metavar="PAYMENT")
    action("sync", "finish what was begun, and fetch what happened", _sync)
    events = action("events", "what Stripe told, with its fate", _events)
    events.add_argument("--limit", type=int, default=50, metavar="N")
    receive = action("receive", "listen on this computer to what Stripe tells", _receive)
    receive.add_argument("--port", type=int, required=True, metavar="N", help="0: any free one")
    receive.add_argument(
        "--secret", action="store_true", help="read the signing secret from stdin, and keep it"
    )
    disputes = action("disputes", "payments that banks want back", _disputes)
    disputes.add_argument("--days", type=int, default=365, metavar="N")
    add_member_commands(action)


def _add_page_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--coupon", default="", metavar="ID", help="a coupon that is taken off")
    parser.add_argument("--code", default="", metavar="ID", help="a promotion code, by its id")
    parser.add_argument("--typed-codes", action="store_true", help="payers can type a code")
    parser.add_argument("--tax", action="store_true", help="Stripe counts the tax")
    parser.add_argument("--invoice", action="store_true", help="Stripe makes an invoice")
    parser.add_argument("--minutes", type=int, metavar="N", help="how long it is open")


def _page_options(options: argparse.Namespace) -> PageOptions:
    from cpd_desktop.services.stripe.checkout import LONGEST, PageOptions

    return PageOptions(
        Discount(options.coupon, options.code, options.typed_codes),
        tax=options.tax,
        invoice=options.invoice,
        minutes=options.minutes if options.minutes is not None else LONGEST,
    )


def _connect(core: Services, options: argparse.Namespace) -> Answer:
    key = secret_from_stdin("Restricted key: ")
    told = core.stripe_account.connect(key, aside=options.set_aside).value
    if not _needed(told.lacking):
        core.stripe_sync.sync(shown_work())
    content = standing_content(told.standing)
    content["lacking"] = [each.name for each in told.lacking]
    lines = [standing_line(told.standing)]
    lines += [f"Lacks {each.resource}: {each.purpose}" for each in told.lacking]
    return Answer(content, lines, IN_PART if _needed(told.lacking) else 0)


def _trials(core: Services, options: argparse.Namespace) -> Answer:
    _ = options
    found = core.stripe_account.left_behind()
    lines = [f"{each.amount}  {each.name}  {each.order}".rstrip() for each in found]
    content = [
        {"name": each.name, "order": each.order, "amount": str(each.amount)} for each in found
    ]
    return Answer(content, lines or ["No payment of the test mode is left."])


def _needed(lacking: Any) -> bool:
    return any(not each.optional for each in lacking)


def _status(core: Services, options: argparse.Namespace) -> Answer:
    _ = options
    told = core.stripe_account.status()
    return Answer(standing_content(told), [standing_line(told)])


def _disconnect(core: Services, options: argparse.Namespace) -> Answer:
    core.stripe_account.disconnect()
    return _status(core, options)


def _checkout(core: Services, options: argparse.Namespace) -> Answer:
    place = core.registrations.called(options.event, options.registration)
    wanted = _page_options(options)
    if options.mail:
        letter = core.checkout.letter(place.id, wanted).value
        made = core.preparing.prepare(shown_work(), letter, hold=timedelta(0)).value
        return Answer(
            {
                "messages": [each.id for each in made.made],
                "lacking": [str(each.says) for each in made.lacking],
            },
            [f"{len(made.made)} messages wait in the outbox."],
            IN_PART if made.lacking else 0,
        )
    doors = core.outside.doorstep.doors() if options.open else None
    page = core.checkout.for_place(place.id, doors, wanted).value
    if not options.open:
        return Answer(page_content(page), [page.url])
    return _watched(core, page)


def _watched(core: Services, page: OpenPage) -> Answer:
    """Open a page in the browser, and tell what was paid on it."""
    watch_page(core, page)
    assert page.order is not None  # noqa: S101 - a page of a place has an order
    paid = core.payments.of_order(page.order)
    content = page_content(page) | {"payments": [payment_content(each) for each in paid]}
    return Answer(content, [*map(payment_line, paid)] or ["The page was closed unpaid."])


def _pages(core: Services, options: argparse.Namespace) -> Answer:
    _ = options
    found = core.checkout.pages(still_open=True)
    lines = [f"{each.amount or ''}  {each.url}" for each in found] or ["No page is open."]
    return Answer([page_content(each) for each in found], lines)


def _refund(core: Services, options: argparse.Namespace) -> Answer:
    paid = core.payments.get(options.payment)
    amount = read_amount(options.amount, paid.amount.currency) if options.amount else paid.left
    fate = PlaceFate.CANCEL if options.cancel_place else PlaceFate.KEEP
    draft = RefundDraft(amount=amount, why=options.why, place=fate)
    reason = RefundReason(options.reason) if options.reason else None
    now_is = core.stripe_refunds.refund(paid.id, draft, reason).value
    return Answer(payment_content(now_is), [f"{amount} refunded", payment_line(now_is)])


def _receipt(core: Services, options: argparse.Namespace) -> Answer:
    told = core.stripe_refunds.receipt(options.payment, shown_work())
    content = {"id": told.id, "amount": str(told.amount), "url": told.receipt}
    return Answer(content, [told.receipt])


def _sync(core: Services, options: argparse.Namespace) -> Answer:
    _ = options
    told = core.stripe_sync.sync(shown_work())
    doubts = len(core.doubts.listed())
    lines = [synced_line(told), *([f"{doubts} to look at: cpd billing doubts"] if doubts else [])]
    return Answer(
        synced_content(told) | {"doubts": doubts},
        lines,
        IN_PART if told.fates.get(EventFate.FLAGGED) else 0,
    )


def _events(core: Services, options: argparse.Namespace) -> Answer:
    found = core.stripe_sync.events(limit=options.limit)
    lines = [f"{each.made:%Y-%m-%d %H:%M}  {each.kind}  {each.fate}" for each in found]
    return Answer([event_content(each) for each in found], lines or ["Nothing was told yet."])


def _receive(core: Services, options: argparse.Namespace) -> Answer:
    from cpd_desktop.adapters.stripe.receiver import StripeReceiver
    from cpd_desktop.services.stripe.reading import KINDS

    secret = secret_from_stdin("Signing secret: ") if options.secret else core.keychains.get(SECRET)
    if secret is None or not secret.reveal():
        raise Invalid({"secret": NO_SECRET})
    core.keychains.put(SECRET, secret)
    heard = 0

    def hear(happening: Any) -> None:
        nonlocal heard
        heard += core.stripe_sync.hear(happening)

    with StripeReceiver(secret, core.clock, hear, port=options.port) as receiver:
        address = f"http://127.0.0.1:{receiver.port}"
        says = WHAT_TO_ENTER.format(address=address, events="\n  ".join(KINDS))
        with suppress(KeyboardInterrupt):  # what is written down is not lost by it
            print(says, file=sys.stderr, flush=True)
            while True:
                core.stripe_sync.work_off(shown_work())
                receiver.wait(LOOK_EVERY)
    return Answer({"address": address, "heard": heard}, [f"Stopped. {heard} heard."])


def _disputes(core: Services, options: argparse.Namespace) -> Answer:
    since = core.clock.now() - max(timedelta(days=options.days), EVENTS_KEPT)
    found = core.stripe_refunds.disputes(since, shown_work())
    lines = [f"{each.id}  {each.amount}  {each.reason}  {each.state}" for each in found]
    return Answer([dispute_content(each) for each in found], lines or ["No bank wants any back."])
