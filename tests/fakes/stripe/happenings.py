"""Events of the last thirty days, and disputes, which come from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes.stripe.calls import Route
from tests.fakes.stripe.wire import invalid, missing

if TYPE_CHECKING:
    from tests.fakes.stripe.book import Book
    from tests.fakes.stripe.calls import Call
    from tests.fakes.stripe.wire import Json

MOST_TYPES = 20


def list_events(call: Call) -> Json:
    types = call.given.get("types", [])
    if len(types) > MOST_TYPES or (types and "type" in call.given):
        raise invalid(f"You may only name {MOST_TYPES} types, or one type.", "types")
    wanted = set(types) | ({call.given["type"]} if "type" in call.given else set())
    return call.page(each for each in call.book.events() if not wanted or each["type"] in wanted)


def retrieve_event(call: Call) -> Json:
    found = next((each for each in call.book.events() if each["id"] == call.id), None)
    if found is None:
        raise missing("event", call.id)
    return found


def dispute(book: Book, charge: str, reason: str = "fraudulent") -> Json:
    """Let the buyer's bank take a payment back."""
    paid = book.get("charge", charge)
    made = book.add(
        "dispute",
        amount=paid["amount"],
        charge=charge,
        currency=paid["currency"],
        evidence={},
        evidence_details={"due_by": book.now + 7 * 86400, "has_evidence": False, "past_due": False},
        is_charge_refundable=False,
        payment_intent=paid["payment_intent"],
        reason=reason,
        status="needs_response",
    )
    paid["disputed"] = True
    book.tell("charge.dispute.created", made)
    return made


def close_dispute(book: Book, name: str, *, won: bool) -> Json:
    made = book.get("dispute", name)
    made["status"] = "won" if won else "lost"
    if won:
        book.get("charge", made["charge"])["disputed"] = False
    book.tell("charge.dispute.closed", made)
    return made


def retrieve_dispute(call: Call) -> Json:
    return call.book.get("dispute", call.id)


def list_disputes(call: Call) -> Json:
    return call.those("dispute", "charge", "payment_intent")


ROUTES = (
    Route("GET", "/v1/events", "rak_event_read", "EventListParams", list_events),
    Route("GET", "/v1/events/{id}", "rak_event_read", "EventRetrieveParams", retrieve_event),
    Route("GET", "/v1/disputes", "rak_dispute_read", "DisputeListParams", list_disputes),
    Route(
        "GET", "/v1/disputes/{id}", "rak_dispute_read", "DisputeRetrieveParams", retrieve_dispute
    ),
)
