"""Everything that one account has at Stripe, in test or in live, and what happened to it."""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.fakes.stripe.wire import Json, ident, missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fakes.stripe.baskets import Basket
    from tests.fakes.zoom.wire import Now

SHAPES: dict[str, dict[str, str]] = json.loads(
    Path(__file__).with_name("shapes.json").read_text("utf-8")
)
EVENTS_KEPT = timedelta(days=30)
PREFIXES = {
    "customer": "cus",
    "product": "prod",
    "price": "price",
    "coupon": "co",
    "promotion_code": "promo",
    "checkout.session": "cs",
    "billing_portal.configuration": "bpc",
    "billing_portal.session": "bps",
    "subscription": "sub",
    "subscription_item": "si",
    "payment_method": "pm",
    "payment_link": "plink",
    "payment_intent": "pi",
    "charge": "ch",
    "refund": "re",
    "invoice": "in",
    "line_item": "il",
    "item": "li",
    "discount": "di",
    "dispute": "dp",
    "balance_transaction": "txn",
    "event": "evt",
}
_EMPTY = {"array": list, "boolean": bool}
# Given only to who asks for them.
ON_REQUEST = {"charge": {"refunds"}}


@dataclass(slots=True)
class Book:
    """What is kept under one kind of key."""

    clock: Now
    live: bool
    address: str = ""
    account: str = ""
    kept: dict[str, dict[str, Json]] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    idempotency_key: str | None = None
    # What Stripe keeps and does not tell: baskets of sessions, questions of payment links.
    baskets: dict[str, tuple[Basket, Json]] = field(default_factory=dict)
    portal_ready: bool = True
    questions: dict[str, Json] = field(default_factory=dict)

    @property
    def now(self) -> int:
        return int(self.clock().timestamp())

    def blank(self, kind: str, **known: Any) -> Json:
        """Return an object with every key that Stripe's has, and nothing in it."""
        shape = SHAPES[kind]
        leave = ON_REQUEST.get(kind, set())
        made: Json = {
            name: _EMPTY.get(what, _nothing)() for name, what in shape.items() if name not in leave
        }
        prefix = PREFIXES.get(kind, kind)
        if kind == "checkout.session":
            prefix += "_live" if self.live else "_test"
        stamped = {"object": kind, "id": ident(prefix), "created": self.now, "livemode": self.live}
        for name, value in (stamped | {"metadata": {}}).items():
            if name in shape:
                made[name] = value
        unknown = known.keys() - shape.keys()
        assert not unknown, f"{kind} has no {unknown}"
        return made | known

    def add(self, kind: str, **known: Any) -> Json:
        """Keep a new object."""
        made = self.blank(kind, **known)
        self.kept.setdefault(kind, {})[made["id"]] = made
        self.owners[made["id"]] = kind
        return made

    def all(self, kind: str) -> list[Json]:
        return list(self.kept.get(kind, {}).values())

    def get(self, kind: str, name: str, param: str = "id") -> Json:
        found = self.kept.get(kind, {}).get(name)
        if found is None:
            raise missing(kind, name, param)
        return found

    def find(self, name: str) -> Json | None:
        kind = self.owners.get(name)
        return self.kept[kind].get(name) if kind else None

    def drop(self, kind: str, name: str) -> Json:
        """Delete an object; its id never means anything again."""
        del self.kept[kind][name]
        return {"id": name, "object": kind, "deleted": True}

    def tell(self, what: str, about: Json, **before: Any) -> Json:
        """Write down that something happened, with the object as it is now."""
        data: Json = {"object": copy.deepcopy(about)}
        if before:
            data["previous_attributes"] = before
        request = {"id": None, "idempotency_key": self.idempotency_key}
        return self.add("event", type=what, data=data, request=request, pending_webhooks=0)

    def change(self, what: str, about: Json, **changes: Any) -> Json:
        """Change an object and tell of it, if anything became different."""
        before = {name: about.get(name) for name in changes if about.get(name) != changes[name]}
        about.update(changes)
        if before:
            self.tell(what, about, **before)
        return about

    def events(self) -> Iterator[Json]:
        """Yield the events of the last thirty days."""
        oldest = int((self.clock() - EVENTS_KEPT).timestamp())
        return (each for each in self.all("event") if each["created"] >= oldest)


def _nothing() -> None:
    return None


def with_metadata(kept: Json, given: Json) -> Json:
    """Return the metadata after a change: an empty value takes a key away."""
    if "metadata" not in given:
        return dict(kept)
    merged = {**kept, **(given["metadata"] or {})} if given["metadata"] != "" else {}
    return {name: value for name, value in merged.items() if value != ""}
