"""Payment intents, charges, refunds and what they do to the balance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes.stripe.amounts import check_amount, check_charge
from tests.fakes.stripe.book import with_metadata
from tests.fakes.stripe.calls import Route
from tests.fakes.stripe.listing import page
from tests.fakes.stripe.wire import Refusal, ident, invalid

if TYPE_CHECKING:
    from tests.fakes.stripe.book import Book
    from tests.fakes.stripe.calls import Call
    from tests.fakes.stripe.wire import Json

DECLINED = "4000000000000002"


def take(
    book: Book,
    amount: int,
    currency: str,
    method: Json,
    *,
    customer: str | None = None,
    metadata: Json | None = None,
    description: str | None = None,
    email: str | None = None,
) -> Json:
    """Take money from a card; returns the intent, which says whether that worked."""
    check_charge(amount, currency)
    declined = method["metadata"].get("declined") == "yes"
    intent = book.add(
        "payment_intent",
        amount=amount,
        amount_capturable=0,
        amount_received=0 if declined else amount,
        currency=currency,
        customer=customer,
        description=description,
        payment_method=None if declined else method["id"],
        payment_method_types=["card"],
        capture_method="automatic_async",
        confirmation_method="automatic",
        status="requires_payment_method" if declined else "succeeded",
        metadata=dict(metadata or {}),
    )
    intent["client_secret"] = f"{intent['id']}_secret_{ident('x')[2:]}"
    book.tell("payment_intent.created", intent)
    charge = _charge(book, intent, method, email, declined=declined)
    intent["latest_charge"] = charge["id"]
    word = "failed" if declined else "succeeded"
    book.tell(f"charge.{word}", charge)
    book.tell("payment_intent." + ("payment_failed" if declined else "succeeded"), intent)
    return intent


def _charge(book: Book, intent: Json, method: Json, email: str | None, *, declined: bool) -> Json:
    charge = book.add(
        "charge",
        **{name: intent[name] for name in ("amount", "currency", "customer", "description")},
        amount_captured=0 if declined else intent["amount"],
        amount_refunded=0,
        billing_details={**method["billing_details"], "email": email},
        captured=not declined,
        failure_code="card_declined" if declined else None,
        failure_message="Your card was declined." if declined else None,
        fraud_details={},
        metadata=dict(intent["metadata"]),
        outcome={"type": "issuer_declined" if declined else "authorized"},
        paid=not declined,
        payment_intent=intent["id"],
        payment_method=method["id"],
        payment_method_details={
            "type": "card",
            "card": {name: method["card"][name] for name in ("brand", "last4", "country")},
        },
        status="failed" if declined else "succeeded",
    )
    if not declined:
        charge["receipt_url"] = f"{book.address}/receipts/{charge['id']}"
        fee = round(charge["amount"] * 0.015) + 25
        charge["balance_transaction"] = _movement(book, charge, charge["amount"], fee)["id"]
    return charge


def _movement(book: Book, source: Json, amount: int, fee: int = 0) -> Json:
    return book.add(
        "balance_transaction",
        amount=amount,
        available_on=book.now + 2 * 86400,
        balance_type="payments",
        currency=source["currency"],
        fee=fee,
        net=amount - fee,
        reporting_category=source["object"],
        source=source["id"],
        status="pending",
        type=source["object"],
    )


def refund(call: Call) -> Json:
    charge = _charge_meant(call)
    left = charge["amount"] - charge["amount_refunded"]
    if not left:
        raise Refusal(
            400,
            f"Charge {charge['id']} has already been refunded.",
            code="charge_already_refunded",
        )
    if charge["disputed"]:
        raise Refusal(400, f"Charge {charge['id']} has been charged back.", code="charge_disputed")
    amount = check_amount(call.given.get("amount", left), charge["currency"], "amount")
    if not 0 < amount <= left:
        raise invalid(
            f"Refund amount ({amount}) is greater than unrefunded amount on charge ({left})",
            "amount",
        )
    made = call.book.add(
        "refund",
        amount=amount,
        charge=charge["id"],
        currency=charge["currency"],
        destination_details={"card": {"type": "refund"}, "type": "card"},
        payment_intent=charge["payment_intent"],
        reason=call.given.get("reason"),
        status="succeeded",
        metadata=call.given.get("metadata", {}),
    )
    made["balance_transaction"] = _movement(call.book, made, -amount)["id"]
    call.book.tell("refund.created", made)
    call.book.change(
        "charge.refunded",
        charge,
        amount_refunded=charge["amount_refunded"] + amount,
        refunded=amount == left,
    )
    return made


def _charge_meant(call: Call) -> Json:
    said = call.given
    if ("charge" in said) == ("payment_intent" in said):
        raise invalid("One of the following params should be provided: payment_intent or charge.")
    name = said.get("charge", "")
    if "payment_intent" in said:
        intent = call.book.get("payment_intent", said["payment_intent"], "payment_intent")
        name = intent["latest_charge"] or ""
    charge = call.book.get("charge", name, "charge")
    if not charge["paid"]:
        raise invalid(f"Charge {charge['id']} was not paid.", "charge")
    return charge


def fail_refund(book: Book, name: str) -> Json:
    """Let a refund come back, as banks do days later."""
    made = book.get("refund", name)
    charge = book.get("charge", made["charge"])
    book.change("refund.failed", made, status="failed")
    charge.update(amount_refunded=charge["amount_refunded"] - made["amount"], refunded=False)
    return made


def update_refund(call: Call) -> Json:
    found = call.book.get("refund", call.id)
    metadata = with_metadata(found["metadata"], call.given)
    return call.book.change("refund.updated", found, metadata=metadata)


def retrieve_refund(call: Call) -> Json:
    return call.book.get("refund", call.id)


def list_refunds(call: Call) -> Json:
    return call.those("refund", "charge", "payment_intent")


def retrieve_charge(call: Call) -> Json:
    charge = call.book.get("charge", call.id)
    made = [each for each in call.book.all("refund") if each["charge"] == call.id]
    return {**charge, "refunds": page(f"{call.path}/refunds", made, {})}


def list_charges(call: Call) -> Json:
    return call.those("charge", "customer", "payment_intent")


def retrieve_intent(call: Call) -> Json:
    return call.book.get("payment_intent", call.id)


def list_intents(call: Call) -> Json:
    return call.those("payment_intent", "customer")


def retrieve_movement(call: Call) -> Json:
    return call.book.get("balance_transaction", call.id)


ROUTES = (
    Route("POST", "/v1/refunds", "rak_charge_write", "RefundCreateParams", refund),
    Route("GET", "/v1/refunds", "rak_charge_read", "RefundListParams", list_refunds),
    Route("GET", "/v1/refunds/{id}", "rak_charge_read", "RefundRetrieveParams", retrieve_refund),
    Route("POST", "/v1/refunds/{id}", "rak_charge_write", "RefundUpdateParams", update_refund),
    Route("GET", "/v1/charges", "rak_charge_read", "ChargeListParams", list_charges),
    Route("GET", "/v1/charges/{id}", "rak_charge_read", "ChargeRetrieveParams", retrieve_charge),
    Route(
        "GET",
        "/v1/payment_intents",
        "rak_payment_intent_read",
        "PaymentIntentListParams",
        list_intents,
    ),
    Route(
        "GET",
        "/v1/payment_intents/{id}",
        "rak_payment_intent_read",
        "PaymentIntentRetrieveParams",
        retrieve_intent,
    ),
    Route(
        "GET",
        "/v1/balance_transactions/{id}",
        "rak_balance_read",
        "BalanceTransactionRetrieveParams",
        retrieve_movement,
    ),
)
