"""The pages besides paying: portal, invoice, receipt, and an overview for whoever looks in."""

from __future__ import annotations

from datetime import UTC, datetime
from html import escape
from typing import TYPE_CHECKING

from tests.fakes.stripe.dress import page
from tests.fakes.stripe.subscriptions import ENDED
from tests.fakes.zoom.wire import Answer, elsewhere

if TYPE_CHECKING:
    from tests.fakes.stripe.book import Book
    from tests.fakes.stripe.site import Site
    from tests.fakes.stripe.wire import Json
    from tests.fakes.zoom.wire import Asked

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def answer(site: Site, asked: Asked) -> Answer:
    parts = asked.path.strip("/").split("/")
    if parts == [""]:
        return _overview(site)
    name = parts[1] if len(parts) > 1 else ""
    book = site.book_of(name)
    found = book.find(name) if book else None
    if book is None or found is None:
        return page("Not found", "<p>This page does not exist.</p>", 404)
    if parts[0] == "portal":
        return _portal(book, found, asked)
    if parts[0] == "invoices" and parts[2:] == ["pdf"]:
        return Answer(200, PDF, {"Content-Type": "application/pdf"})
    title = "Invoice" if parts[0] == "invoices" else "Receipt"
    return page(title, f"<p>{escape(found['id'])}: {found.get('total', found.get('amount'))}</p>")


def _portal(book: Book, session: Json, asked: Asked) -> Answer:
    own = [
        each
        for each in book.all("subscription")
        if each["customer"] == session["customer"] and each["status"] not in ENDED
    ]
    if asked.method == "POST":
        named = asked.form.get("subscription", "")
        ending = asked.form.get("deed") == "cancel"
        for each in own:
            if each["id"] == named:
                period = each["items"]["data"][0]["current_period_end"]
                book.change(
                    "customer.subscription.updated",
                    each,
                    cancel_at_period_end=ending,
                    cancel_at=period if ending else None,
                    canceled_at=book.now if ending else None,
                )
        return elsewhere(asked.path)
    back = session["return_url"]
    link = f'<a class="button" id="back" href="{escape(back)}">Back</a>' if back else ""
    return page("Your memberships", "".join(map(_membership, own)) + link)


def _membership(each: Json) -> str:
    ends = datetime.fromtimestamp(each["items"]["data"][0]["current_period_end"], UTC)
    ending = each["cancel_at_period_end"]
    deed = "resume" if ending else "cancel"
    words = f"Ends on {ends:%d %B %Y}" if ending else f"Renews on {ends:%d %B %Y}"
    return (
        f'<form method="post"><p class="state">{words}</p>'
        f'<input type="hidden" name="subscription" value="{each["id"]}">'
        f'<button name="deed" value="{deed}" id="{deed}">{deed.title()}</button></form>'
    )


def _overview(site: Site) -> Answer:
    book = site.books[False]
    rows = "".join(
        f"<li>{escape(each['type'])} {escape(each['data']['object'].get('id', ''))}</li>"
        for each in book.all("event")[::-1][:50]
    )
    return page("Stripe on loopback", f"<p>What happened, the latest first:</p><ul>{rows}</ul>")
