"""A Stripe on loopback: state behind a real HTTP server, stricter than Stripe itself."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

import stripe

from tests.fakes.stripe import checkout_pages, pages
from tests.fakes.stripe.calls import Call
from tests.fakes.stripe.keys import Keys
from tests.fakes.stripe.listing import expanded
from tests.fakes.stripe.repeats import Repeats
from tests.fakes.stripe.rooms import ROUTES
from tests.fakes.stripe.site import Site
from tests.fakes.stripe.wire import Json, Refusal, told
from tests.fakes.zoom.faults import Faults
from tests.fakes.zoom.web import Server
from tests.fakes.zoom.wire import Answer, Asked, Refused, as_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

    from tests.fakes.stripe.book import Book
    from tests.fakes.stripe.calls import Route
    from tests.fakes.stripe.keys import Key
    from tests.fakes.zoom.wire import Now

VERSION: str = stripe.api_version
KEY = "rk_test_51StandInAccount0000000000000000000000"
LIVE_KEY = "rk_live_51StandInAccount0000000000000000000000"
ACCOUNT = "acct_1StandInAccount00"


def wall_clock() -> datetime:
    return datetime.now(UTC)


class FakeStripe:
    """Stripe as far as the app needs it; a context manager that leaves no thread behind."""

    def __init__(self, clock: Now = wall_clock, *, port: int = 0, account: str = ACCOUNT) -> None:
        self.clock = clock
        self.asked: list[Asked] = []
        self.faults = Faults()
        self.defects: list[str] = []
        self.lock = threading.RLock()
        self.stopping = threading.Event()
        self.keys = Keys(account)
        self.keys.add(KEY)
        self.keys.add(LIVE_KEY)
        self.repeats = Repeats()
        self._held: dict[str, tuple[threading.Event, threading.Event]] = {}
        self._server = Server(("127.0.0.1", port), self)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.005,))
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}"
        self.site = Site(clock, self.address, account)

    @property
    def book(self) -> Book:
        """Return what there is in test."""
        return self.site.books[False]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stopping.set()
        self._server.shutdown()
        self._server.hang_up()
        self._server.server_close()
        self._thread.join()
        if self.defects and error is None:
            raise AssertionError("the fake itself broke:\n" + "\n".join(self.defects))

    @contextmanager
    def holding(self, path: str) -> Iterator[threading.Event]:
        """Keep whoever asks for this path waiting in the middle of the work, until the end."""
        arrived, go = threading.Event(), threading.Event()
        self._held[path] = (arrived, go)
        try:
            yield arrived
        finally:
            del self._held[path]
            go.set()

    def answer(self, asked: Asked) -> Answer:
        """Answer one request."""
        try:
            if asked.path.startswith("/v1/"):
                return told(self._call(asked), **{"Stripe-Version": VERSION})
            with self.lock:
                self.site.catch_up()
                return self._page(asked)
        except Refused as refused:
            return told(refused.answer)

    def _page(self, asked: Asked) -> Answer:
        if asked.path.startswith(("/pay/", "/link/")):
            return checkout_pages.answer(self.site, asked)
        return pages.answer(self.site, asked)

    def _call(self, asked: Asked) -> Answer:
        key = self.keys.of(asked)
        if asked.headers.get("stripe-version") != VERSION:
            raise Refusal(400, f"This stand-in wants Stripe-Version {VERSION} on each request.")
        route, words = _route(asked)
        self.keys.check(key, route)
        given = route.checked(asked)
        book = self.site.books[key.live]
        wanted = given.pop("expand", [])

        def work() -> Json:
            with self.lock:
                self.site.catch_up()
                book.idempotency_key = asked.headers.get("idempotency-key")
                try:
                    made = route.answer(Call(key, book, asked.path, words, given))
                    return expanded(book, made, wanted)
                finally:
                    book.idempotency_key = None

        if asked.method != "POST":
            return as_json(200, work())
        return self._once(key, asked, work)

    def _once(self, key: Key, asked: Asked, work: Callable[[], Json]) -> Answer:
        again = self.repeats.before(key, asked)
        if again is not None:
            return again
        answer: Answer | None = None
        try:
            if held := self._held.get(asked.path):
                held[0].set()
                held[1].wait(30)
            try:
                answer = as_json(200, work())
            except Refused as refused:
                answer = refused.answer
            return answer
        finally:
            self.repeats.after(key, asked, answer)


def _route(asked: Asked) -> tuple[Route, dict[str, str]]:
    for route in ROUTES:
        words = route.match(asked.method, asked.path)
        if words is not None:
            return route, words
    raise Refusal(404, f"Unrecognized request URL ({asked.method}: {asked.path}).")
