"""The page on which a buyer pays, cancels, or reads that it is too late."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from tests.fakes.stripe import checkout, links
from tests.fakes.stripe.dress import page
from tests.fakes.stripe.wire import Refusal
from tests.fakes.zoom.wire import elsewhere

if TYPE_CHECKING:
    from tests.fakes.stripe.book import Book
    from tests.fakes.stripe.site import Site
    from tests.fakes.stripe.wire import Json
    from tests.fakes.zoom.wire import Answer, Asked


def answer(site: Site, asked: Asked) -> Answer:
    kind, name = asked.path.strip("/").split("/")[:2]
    book = site.book_of(name)
    found = book.find(name) if book else None
    if book is None or found is None:
        return page("Not found", "<p>This page does not exist.</p>", 404)
    if kind == "link":
        if not found["active"]:
            return page("Not active", "<p>This link is no longer active.</p>", 410)
        return elsewhere(f"/pay/{links.follow(book, found)['id']}")
    if found["status"] != "open":
        words = {"complete": "You have paid already.", "expired": "This page has expired."}
        return page("Too late", f"<p>{words[found['status']]}</p>", 410)
    if asked.method == "POST":
        return _paid(book, found, asked.form)
    return _form(found)


def _paid(book: Book, session: Json, form: dict[str, str]) -> Answer:
    try:
        if code := form.get("promotion_code"):
            checkout.use_code(book, session, code)
        number = form.get("card", "").replace(" ", "")
        checkout.pay(book, session["id"], number, form.get("email", ""))
    except Refusal:
        return _form(session, "This code is invalid.")
    if session["status"] != "complete":
        return _form(session, "Your card was declined.")
    address = session["success_url"]
    if not address:
        return page("Thanks for your payment", "<p>A payment was made.</p>")
    return elsewhere(address.replace("{CHECKOUT_SESSION_ID}", session["id"]))


def _form(session: Json, wrong: str = "") -> Answer:
    amount = f"{session['amount_total']} {session['currency'].upper()} (smallest unit)"
    code = '<label>Code <input name="promotion_code" id="code"></label>'
    back = session["cancel_url"]
    return page(
        "Pay",
        f'<p id="amount">{escape(amount)}</p><p class="wrong" id="wrong">{escape(wrong)}</p>'
        f'<form method="post"><label>E-mail <input name="email" id="email" '
        f'value="{escape(session["customer_email"] or "")}"></label>'
        '<label>Card <input name="card" id="card" value="4242 4242 4242 4242"></label>'
        f"{code if session['allow_promotion_codes'] else ''}"
        '<p><button id="pay">Pay</button></p></form>'
        + (f'<a class="button" id="cancel" href="{escape(back)}">Back</a>' if back else ""),
    )
