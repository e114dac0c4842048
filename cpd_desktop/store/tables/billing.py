"""Orders, the ledger, payments and documents; and what is asked of Stripe and told by it."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Text, UniqueConstraint

from cpd_desktop.domain.billing.documents import DocumentKind
from cpd_desktop.domain.billing.entries import EntryKind
from cpd_desktop.domain.billing.orders import LineKind
from cpd_desktop.domain.billing.outward import (
    Doubt,
    EventFate,
    OfferKind,
    OperationState,
    RowFate,
)
from cpd_desktop.domain.billing.payments import Method
from cpd_desktop.domain.billing.tax import Treatment
from cpd_desktop.store.tables.columns import (
    Day,
    Moment,
    index,
    listed,
    may_name,
    one_of,
    part_of,
    table,
    words,
    yes_or_no,
)

# Only ever added to. Whose it is may change when two people turn out to be one; triggers refuse
# all else, here and in every table down to ``document``.
sales_order = table(
    "sales_order",
    Column("number", Text, nullable=False, unique=True),
    part_of("person"),
    may_name("event"),
    may_name("party"),
    Column("currency", Text, CheckConstraint("length(currency) = 3"), nullable=False),
    Column("ordered_at", Moment, nullable=False),
    Column("ordered_by", Text, nullable=False),
    listed("buyer", "{}"),
    Column("treatment", Text, nullable=False, server_default=Treatment.STANDARD),
    yes_or_no("inclusive", default=True),
    one_of("treatment", Treatment),
)
index(sales_order, "person_id")
index(sales_order, "event_id")

order_line = table(
    "order_line",
    part_of("sales_order"),
    Column("position", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    may_name("registration"),
    may_name("event"),
    Column("text", Text, CheckConstraint("trim(text) <> ''"), nullable=False),
    Column("quantity", Integer, CheckConstraint("quantity > 0"), nullable=False),
    Column("unit_minor", Integer, CheckConstraint("unit_minor >= 0"), nullable=False),
    Column("discount_minor", Integer, CheckConstraint("discount_minor >= 0"), nullable=False),
    Column("hundredths", Integer, CheckConstraint("hundredths BETWEEN 0 AND 10000"),
           nullable=False),
    Column("net_minor", Integer, CheckConstraint("net_minor >= 0"), nullable=False),
    Column("tax_minor", Integer, CheckConstraint("tax_minor >= 0"), nullable=False),
    UniqueConstraint("sales_order_id", "position", name="one_line_each"),
    one_of("kind", LineKind),
)  # fmt: skip
index(order_line, "registration_id")

# Money that came in; ``external`` is its number where it was made, so that it comes in once.
payment = table(
    "payment",
    part_of("person"),
    may_name("sales_order"),
    Column("method", Text, nullable=False),
    Column("minor", Integer, CheckConstraint("minor > 0"), nullable=False),
    Column("currency", Text, CheckConstraint("length(currency) = 3"), nullable=False),
    Column("received_on", Day, nullable=False),
    Column("external", Text, CheckConstraint("external <> ''"), unique=True),
    words("note"),
    yes_or_no("live", default=True),
    Column("booked_at", Moment, nullable=False),
    Column("booked_by", Text, nullable=False),
    one_of("method", Method),
)
index(payment, "person_id")
index(payment, "sales_order_id")

refund = table(
    "refund",
    part_of("payment"),
    Column("minor", Integer, CheckConstraint("minor > 0"), nullable=False),
    Column("why", Text, CheckConstraint("trim(why) <> ''"), nullable=False),
    Column("external", Text, CheckConstraint("external <> ''"), unique=True),
    Column("booked_at", Moment, nullable=False),
    Column("booked_by", Text, nullable=False),
)
index(refund, "payment_id")

# What is printed, as it was printed; the PDF is a file.
document = table(
    "document",
    Column("number", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    part_of("sales_order"),
    may_name("payment"),
    Column("about_id", Integer, ForeignKey("document.id")),
    Column("issued_at", Moment, nullable=False),
    Column("issued_by", Text, nullable=False),
    Column("snapshot", Text, nullable=False),
    Column("sha256", Text, CheckConstraint("length(sha256) = 64"), nullable=False),
    Column("size", Integer, CheckConstraint("size > 0"), nullable=False),
    one_of("kind", DocumentKind),
    CheckConstraint("(kind = 'receipt') = (payment_id IS NOT NULL)", name="receipt_of_a_payment"),
)
index(document, "sales_order_id")
Index("one_receipt_each", document.c.payment_id, unique=True,
      sqlite_where=document.c.payment_id.is_not(None))  # fmt: skip
Index("one_invoice_each", document.c.sales_order_id, unique=True,
      sqlite_where=document.c.kind == "invoice")  # fmt: skip

# What is owed counts up, what was paid down: every balance is a sum of these.
ledger_entry = table(
    "ledger_entry",
    Column("at", Moment, nullable=False),
    Column("kind", Text, nullable=False),
    Column("minor", Integer, CheckConstraint("minor <> 0"), nullable=False),
    Column("currency", Text, CheckConstraint("length(currency) = 3"), nullable=False),
    part_of("person"),
    may_name("event"),
    may_name("sales_order"),
    may_name("order_line"),
    may_name("payment"),
    may_name("refund"),
    yes_or_no("live", default=True),
    words("why"),
    one_of("kind", EntryKind),
    CheckConstraint("kind <> 'charge' OR minor > 0", name="charges_add"),
    CheckConstraint("kind <> 'credit' OR minor < 0", name="credits_take_off"),
    CheckConstraint("kind <> 'payment' OR minor < 0", name="payments_take_off"),
    CheckConstraint("kind <> 'refund' OR minor > 0", name="refunds_add"),
)
Index("ledger_entry_person", ledger_entry.c.person_id, ledger_entry.c.currency,
      ledger_entry.c.minor)  # fmt: skip
Index("ledger_entry_event", ledger_entry.c.event_id, ledger_entry.c.currency,
      ledger_entry.c.kind, ledger_entry.c.minor)  # fmt: skip
Index("ledger_entry_order", ledger_entry.c.sales_order_id, ledger_entry.c.kind,
      ledger_entry.c.minor)  # fmt: skip
Index("ledger_entry_at", ledger_entry.c.at, ledger_entry.c.event_id, ledger_entry.c.currency,
      ledger_entry.c.kind, ledger_entry.c.minor)  # fmt: skip
Index("ledger_entry_line", ledger_entry.c.order_line_id, ledger_entry.c.kind,
      ledger_entry.c.minor, sqlite_where=ledger_entry.c.order_line_id.is_not(None))  # fmt: skip
Index("ledger_entry_tried", ledger_entry.c.sales_order_id,
      sqlite_where=ledger_entry.c.live == 0)  # fmt: skip

# A row of a bank's or PayPal's list that was decided about, so that it comes in once.
bank_row = table(
    "bank_row",
    part_of("source_file"),
    Column("fingerprint", Text, nullable=False, unique=True),
    Column("fate", Text, nullable=False),
    may_name("payment"),
    Column("at", Moment, nullable=False),
    one_of("fate", RowFate),
    CheckConstraint("(fate = 'booked') = (payment_id IS NOT NULL)", name="booked_as_a_payment"),
)

# What is offered at Stripe, with its ids there once it is.
offer = table(
    "offer",
    Column("name", Text, CheckConstraint("trim(name) <> ''"), nullable=False),
    Column("kind", Text, nullable=False),
    may_name("event"),
    Column("minor", Integer, CheckConstraint("minor > 0"), nullable=False),
    Column("currency", Text, CheckConstraint("length(currency) = 3"), nullable=False),
    Column("every", Text, CheckConstraint("every IN ('', 'day', 'week', 'month', 'year')"),
           nullable=False, server_default=""),
    Column("every_count", Integer, CheckConstraint("every_count > 0"), nullable=False,
           server_default="1"),
    Column("trial_days", Integer, CheckConstraint("trial_days >= 0"), nullable=False,
           server_default="0"),
    yes_or_no("live"),
    Column("account", Text, nullable=False),
    words("product"),
    Column("price", Text, unique=True),
    yes_or_no("active", default=True),
    one_of("kind", OfferKind),
    CheckConstraint("(kind = 'place') = (every = '')", name="paid_once_or_again"),
)  # fmt: skip
index(offer, "event_id")

# Who is which customer at Stripe: one each, in test and for real, on each account. Somebody who was
# two people before stays both customers, since memberships go on under either.
stripe_customer = table(
    "stripe_customer",
    part_of("person"),
    Column("customer", Text, CheckConstraint("customer <> ''"), nullable=False, unique=True),
    yes_or_no("live"),
    Column("account", Text, nullable=False),
    Column("made_at", Moment, nullable=False),
)
index(stripe_customer, "person_id")

# As Stripe told it last; ``status`` is in Stripe's words. What is paid each time, and how often, is
# its own: an offer can have another price since, or not be known here at all.
membership = table(
    "membership",
    part_of("person"),
    may_name("offer"),
    Column("subscription", Text, CheckConstraint("subscription <> ''"), nullable=False,
           unique=True),
    Column("status", Text, nullable=False),
    yes_or_no("live"),
    Column("account", Text, nullable=False),
    Column("began_at", Moment, nullable=False),
    Column("until", Moment),
    yes_or_no("ends_then"),
    Column("ended_at", Moment),
    Column("minor", Integer, CheckConstraint("minor >= 0")),
    words("currency"),
    words("every"),
    Column("every_count", Integer, nullable=False, server_default="1"),
    Column("told_at", Moment, nullable=False),
)  # fmt: skip
index(membership, "person_id")

# Everything that is asked of Stripe, written down before it is asked: ``key`` makes it happen once.
operation = table(
    "operation",
    Column("key", Text, CheckConstraint("key <> ''"), nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    listed("parameters", "{}"),
    Column("state", Text, nullable=False, server_default=OperationState.OPEN),
    may_name("person"),
    may_name("sales_order"),
    may_name("payment"),
    yes_or_no("live"),
    Column("account", Text, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("tried_at", Moment),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("answer", Text),  # the id of what was made
    words("link"),
    Column("link_until", Moment),
    listed("says", "{}"),
    one_of("state", OperationState),
    CheckConstraint("(state = 'done') = (answer IS NOT NULL)", name="done_with_an_answer"),
)
Index("operation_unfinished", operation.c.state,
      sqlite_where=operation.c.state.in_(("open", "uncertain")))  # fmt: skip
index(operation, "sales_order_id")

stripe_event = table(
    "stripe_event",
    Column("event", Text, CheckConstraint("event <> ''"), nullable=False, unique=True),
    Column("type", Text, nullable=False),
    Column("created", Moment, nullable=False),
    Column("object", Text, nullable=False),
    yes_or_no("live"),
    Column("account", Text, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("fate", Text, nullable=False, server_default=EventFate.WAITING),
    Column("tries", Integer, nullable=False, server_default="0"),
    listed("says", "{}"),
    one_of("fate", EventFate),
)
index(stripe_event, "account", "live", "created")
Index("stripe_event_waiting", stripe_event.c.created, sqlite_where=stripe_event.c.fate == "waiting")

# What somebody has to look at. ``about`` tells one doubt from the next, so that none comes twice.
money_doubt = table(
    "money_doubt",
    Column("kind", Text, nullable=False),
    Column("about", Text, CheckConstraint("about <> ''"), nullable=False),
    may_name("person"),
    may_name("sales_order"),
    may_name("payment"),
    listed("says", "{}"),
    Column("raised_at", Moment, nullable=False),
    Column("settled_at", Moment),
    words("settled_by"),
    words("why"),
    UniqueConstraint("kind", "about", name="one_doubt_each"),
    one_of("kind", Doubt),
    CheckConstraint("(settled_at IS NULL) = (why = '')", name="settled_with_a_reason"),
)
Index("money_doubt_open", money_doubt.c.raised_at,
      sqlite_where=money_doubt.c.settled_at.is_(None))  # fmt: skip
