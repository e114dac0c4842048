"""One call of the interface: where it leads, what the key must be allowed, what came with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.fakes.stripe.declared import checked
from tests.fakes.stripe.listing import page
from tests.fakes.stripe.wire import Json, nested

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from tests.fakes.stripe.book import Book
    from tests.fakes.stripe.keys import Key
    from tests.fakes.zoom.wire import Asked


@dataclass(frozen=True, slots=True)
class Call:
    """A call that passed the gate: whose key, the words of the path, the checked parameters."""

    key: Key
    book: Book
    path: str
    words: Mapping[str, str]
    given: Json

    @property
    def id(self) -> str:
        return self.words["id"]

    def page(self, items: Iterable[Json]) -> Json:
        return page(self.path, items, self.given)

    def those(self, kind: str, *names: str) -> Json:
        """Return a page of the objects in which these parameters are as asked."""
        wanted = {name: self.given[name] for name in names if name in self.given}
        return self.page(
            each
            for each in self.book.all(kind)
            if all(each[name] == value for name, value in wanted.items())
        )


@dataclass(frozen=True, slots=True)
class Route:
    """One operation: the permission that it needs, and the library's name for its parameters."""

    method: str
    pattern: str
    permission: str
    params: str
    answer: Callable[[Call], Json]

    def match(self, method: str, path: str) -> dict[str, str] | None:
        """Return the words of the path, or None if it leads elsewhere."""
        here, there = path.strip("/").split("/"), self.pattern.strip("/").split("/")
        if method != self.method or len(here) != len(there):
            return None
        words = {}
        for word, part in zip(here, there, strict=True):
            if part == "{id}":
                words["id"] = word
            elif part != word:
                return None
        return words

    def checked(self, asked: Asked) -> Json:
        form = asked.body.decode() if asked.method == "POST" else asked.query
        return checked(self.params, nested(form))


def given(call: Call, *names: str) -> dict[str, Any]:
    """Return those of the parameters that came, where an empty one clears."""
    return {name: call.given[name] or None for name in names if name in call.given}
