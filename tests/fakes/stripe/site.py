"""What the rooms share: both books, the account, the passing of time, and how things are paid."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.fakes.stripe import checkout, subscriptions
from tests.fakes.stripe.book import Book

if TYPE_CHECKING:
    from tests.fakes.zoom.wire import Now


@dataclass(slots=True)
class Site:
    clock: Now
    address: str
    account: str
    books: dict[bool, Book] = field(init=False)

    def __post_init__(self) -> None:
        self.books = {
            live: Book(self.clock, live, self.address, self.account) for live in (False, True)
        }

    def catch_up(self) -> None:
        """Let happen what was due since somebody last looked."""
        for book in self.books.values():
            checkout.expire_due(book)
            subscriptions.renew_due(book)

    def book_of(self, name: str) -> Book | None:
        """Return the book in which there is an object of this id."""
        return next((each for each in self.books.values() if each.find(name)), None)
