"""What is sold, and its prices: a price is never changed, only put away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.fakes.stripe.amounts import check_address, check_amount
from tests.fakes.stripe.book import with_metadata
from tests.fakes.stripe.calls import Route, given
from tests.fakes.stripe.wire import invalid

if TYPE_CHECKING:
    from tests.fakes.stripe.book import Book
    from tests.fakes.stripe.calls import Call
    from tests.fakes.stripe.wire import Json

KNOWN = ("active", "description", "name", "statement_descriptor", "tax_code", "unit_label", "url")


def make_product(book: Book, said: Json) -> Json:
    made = book.add("product", **{"updated": book.now, "type": "service", "active": True, **said})
    book.tell("product.created", made)
    return made


def make_price(book: Book, product: str, said: Json) -> Json:
    """Keep a price; an amount that is nobody's is refused."""
    if ("unit_amount" in said) == ("unit_amount_decimal" in said):
        raise invalid("You must specify either unit_amount or unit_amount_decimal.")
    if "unit_amount" not in said:
        raise invalid("This stand-in takes whole amounts only.", "unit_amount_decimal")
    amount = check_amount(said["unit_amount"], said["currency"])
    recurring = said.get("recurring")
    if recurring is not None:
        count = recurring.get("interval_count", 1)
        most = {"day": 1095, "week": 156, "month": 36, "year": 3}[recurring["interval"]]
        if not 1 <= count <= most:
            raise invalid("Price must recur at most every three years.", "recurring")
        recurring = {
            "interval": recurring["interval"],
            "interval_count": count,
            "meter": None,
            "usage_type": "licensed",
            "trial_period_days": None,
        }
    made = book.add(
        "price",
        active=said.get("active", True),
        billing_scheme="per_unit",
        currency=said["currency"],
        product=product,
        recurring=recurring,
        tax_behavior=said.get("tax_behavior", "unspecified"),
        type="recurring" if recurring else "one_time",
        unit_amount=amount,
        unit_amount_decimal=str(amount),
        nickname=said.get("nickname"),
        lookup_key=said.get("lookup_key"),
        metadata=said.get("metadata", {}),
    )
    book.tell("price.created", made)
    return made


def create_product(call: Call) -> Json:
    price = call.given.get("default_price_data")
    if price is not None:
        check_amount(price.get("unit_amount", 0), price["currency"])
    made = make_product(call.book, _said(call, {}))
    if price is not None:
        made["default_price"] = make_price(call.book, made["id"], price)["id"]
    return made


def update_product(call: Call) -> Json:
    product = call.book.get("product", call.id)
    said: dict[str, Any] = _said(call, product["metadata"])
    if "default_price" in call.given:
        price = call.book.get("price", call.given["default_price"], "default_price")
        if price["product"] != product["id"]:
            raise invalid("The default price must belong to the product.", "default_price")
        said["default_price"] = price["id"]
    return call.book.change("product.updated", product, **said)


def retrieve_product(call: Call) -> Json:
    return call.book.get("product", call.id)


def list_products(call: Call) -> Json:
    return call.those("product", "active")


def create_price(call: Call) -> Json:
    if "product_data" in call.given:
        raise invalid("This stand-in wants a product that is there.", "product_data")
    product = call.book.get("product", call.given.get("product", ""), "product")
    return make_price(call.book, product["id"], call.given)


def update_price(call: Call) -> Json:
    price = call.book.get("price", call.id)
    said = given(call, "nickname", "lookup_key", "tax_behavior")
    if call.given.get("active") is False:
        product = call.book.get("product", price["product"])
        if product["default_price"] == price["id"]:
            raise invalid(
                "This price cannot be archived because it is the default price of its product.",
                "active",
            )
    if "active" in call.given:
        said["active"] = call.given["active"]
    said["metadata"] = with_metadata(price["metadata"], call.given)
    return call.book.change("price.updated", price, **said)


def retrieve_price(call: Call) -> Json:
    return call.book.get("price", call.id)


def list_prices(call: Call) -> Json:
    return call.those("price", "active", "product", "currency", "type")


def _said(call: Call, metadata: Json) -> Json:
    said = given(call, *KNOWN)
    if "active" in call.given:
        said["active"] = call.given["active"]
    check_address(said.get("url"), "url", live=call.book.live)
    return said | {"metadata": with_metadata(metadata, call.given)}


ROUTES = (
    Route("POST", "/v1/products", "rak_product_write", "ProductCreateParams", create_product),
    Route("GET", "/v1/products", "rak_product_read", "ProductListParams", list_products),
    Route(
        "GET", "/v1/products/{id}", "rak_product_read", "ProductRetrieveParams", retrieve_product
    ),
    Route("POST", "/v1/products/{id}", "rak_product_write", "ProductUpdateParams", update_product),
    Route("POST", "/v1/prices", "rak_plan_write", "PriceCreateParams", create_price),
    Route("GET", "/v1/prices", "rak_plan_read", "PriceListParams", list_prices),
    Route("GET", "/v1/prices/{id}", "rak_plan_read", "PriceRetrieveParams", retrieve_price),
    Route("POST", "/v1/prices/{id}", "rak_plan_write", "PriceUpdateParams", update_price),
)
