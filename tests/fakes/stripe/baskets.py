"""What is in a Checkout session: lines, discount and tax, added up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.fakes.stripe import coupons, products
from tests.fakes.stripe.wire import invalid

if TYPE_CHECKING:
    from tests.fakes.stripe.book import Book
    from tests.fakes.stripe.wire import Json

# With automatic tax, what the stand-in takes: 20 % on top.
TAX_PERCENT = 20


@dataclass(slots=True)
class Basket:
    """Lines of price and quantity in one currency, and the coupon on them."""

    lines: list[tuple[Json, int]]
    taxed: bool = False
    coupon: str | None = None
    code: str | None = None

    @property
    def currency(self) -> str:
        return str(self.lines[0][0]["currency"])

    @property
    def recurring(self) -> Json | None:
        return next((price for price, _ in self.lines if price["recurring"]), None)

    @property
    def subtotal(self) -> int:
        return sum(price["unit_amount"] * count for price, count in self.lines)

    def discount(self, book: Book) -> int:
        if self.coupon is None:
            return 0
        return coupons.discount(book.get("coupon", self.coupon), self.subtotal, self.currency)

    def tax(self, book: Book) -> int:
        net = self.subtotal - self.discount(book)
        return round(net * TAX_PERCENT / 100) if self.taxed else 0

    def sums(self, book: Book) -> Json:
        """Return the amounts as a session tells them."""
        off, tax = self.discount(book), self.tax(book)
        return {
            "amount_subtotal": self.subtotal,
            "amount_total": self.subtotal - off + tax,
            "currency": self.currency,
            "total_details": {"amount_discount": off, "amount_shipping": 0, "amount_tax": tax},
        }


def read(book: Book, said: Json, *, subscription: bool) -> Basket:
    """Return the basket that was asked for; refuses what does not go together."""
    items = said.get("line_items", [])
    if not 1 <= len(items) <= 100:
        raise invalid("line_items must hold between 1 and 100 items.", "line_items")
    lines = [_line(book, item, f"line_items[{at}]") for at, item in enumerate(items)]
    basket = Basket(lines, said.get("automatic_tax", {}).get("enabled", False))
    if len({price["currency"] for price, _ in lines}) > 1:
        raise invalid("All prices must be in one currency.", "line_items")
    if subscription != (basket.recurring is not None):
        raise invalid("Recurring prices go with subscription mode, and only with it.", "line_items")
    _discount(book, said, basket)
    return basket


def _line(book: Book, item: Json, path: str) -> tuple[Json, int]:
    count = item.get("quantity", 0)
    if count < 1:
        raise invalid("Quantity is required.", f"{path}[quantity]", "parameter_missing")
    if ("price" in item) == ("price_data" in item):
        raise invalid("You must provide one of price and price_data.", path)
    if "price" in item:
        price = book.get("price", item["price"], f"{path}[price]")
        if not price["active"]:
            raise invalid("The price specified is inactive.", f"{path}[price]")
        return price, count
    data = item["price_data"]
    if ("product" in data) == ("product_data" in data):
        raise invalid("You must provide one of product and product_data.", path)
    if "product" in data:
        product = book.get("product", data["product"], f"{path}[price_data][product]")
    else:
        product = products.make_product(book, dict(data["product_data"]))
    words = {name: value for name, value in data.items() if name not in {"product", "product_data"}}
    return products.make_price(book, product["id"], words | {"active": False}), count


def _discount(book: Book, said: Json, basket: Basket) -> None:
    given = said.get("discounts", [])
    if given and "allow_promotion_codes" in said:
        raise invalid(
            "You may only specify one of these parameters: allow_promotion_codes, discounts."
        )
    if len(given) > 1:
        raise invalid("You can only apply one discount.", "discounts")
    for each in given:
        basket.coupon = each.get("coupon")
        if code := each.get("promotion_code"):
            found = book.get("promotion_code", code, "discounts[0][promotion_code]")
            if not found["active"]:
                raise invalid("This promotion code is not active.", "discounts")
            basket.code, basket.coupon = code, found["promotion"]["coupon"]
        coupons.usable(book, basket.coupon or "", "discounts[0]")
        basket.discount(book)
