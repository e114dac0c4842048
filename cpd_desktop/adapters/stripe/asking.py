"""What all calls share: the library behind a key, and its answers as plain objects."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Self

from cpd_desktop.adapters.stripe.errors import meant
from cpd_desktop.adapters.zoom.reading import record, records, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from stripe import StripeClient

    from cpd_desktop.adapters.stripe.wire import Wire
    from cpd_desktop.adapters.zoom.reading import Record
    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.services.work import Work

API_VERSION: Final = "2026-10-28.endive"
PAGE: Final = 100

Params = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asking:
    """A key, where Stripe is, and what carries the questions there."""

    key: Secret
    address: str
    wire: Wire

    def during(self, work: Work) -> Self:
        """Return the same, whose waiting ends when the work is stopped."""
        return replace(self, wire=replace(self.wire, pause=work.pause))

    def read(self, ask: Callable[[Any], Any]) -> Record:
        """Return one object; ``ask`` is given the library's services."""
        return record(self._asked(lambda client: ask(client.v1), changes=False).to_dict())

    def write(self, ask: Callable[[Any, Params], Any], key: str) -> Record:
        """Have something done; ``ask`` is given the services, and options that bear the key."""
        options = {"idempotency_key": key}
        return record(self._asked(lambda client: ask(client.v1, options), changes=True).to_dict())

    def each(self, path: str, **params: Any) -> Iterator[Record]:
        """Yield a list from its first page to its last, the newest first.

        Pages are taken as they come: to make objects of the library's own out of every line would
        take most of the time.
        """
        asked: Params = {"limit": PAGE, **params}
        while True:
            page = record(self._asked(partial(_page, path, asked), changes=False).data)
            found = records(page.get("data"))
            yield from found
            if not found or page.get("has_more") is not True:
                return
            asked = {**asked, "starting_after": text(found[-1].get("id"))}

    def oldest_first(self, path: str, **params: Any) -> list[Record]:
        """Return a whole list, the oldest first."""
        return list(self.each(path, **params))[::-1]

    def _asked(self, ask: Callable[[StripeClient], Any], *, changes: bool) -> Any:
        import stripe

        _be_quiet()
        client = stripe.StripeClient(
            self.key.reveal(),
            stripe_version=API_VERSION,
            base_addresses={"api": self.address},
            # It asks for no more of a carrier than this one has.
            http_client=self.wire,  # type: ignore[arg-type]
        )
        try:
            return ask(client)
        except stripe.StripeError as error:
            body = record(error.json_body)
            status, headers = error.http_status or 0, error.headers or {}
        raise meant(status, body, headers, changes=changes)


def _page(path: str, asked: Params, client: StripeClient) -> Any:
    return client.raw_request("get", path, **asked)


def _be_quiet() -> None:
    """Keep the library from writing down what is asked, and from telling how fast it went."""
    import logging

    import stripe
    import stripe._util

    stripe.enable_telemetry = False
    logging.getLogger("stripe").disabled = True
    stripe._util.STRIPE_LOG = None  # noqa: SLF001 - the environment would have it print e-mails


def created_since(since: datetime) -> Params:
    """Return what a list is asked for to begin at a moment."""
    return {"created": {"gte": int(since.timestamp())}}


def moment(value: object) -> datetime | None:
    """Return the moment that Stripe tells in seconds."""
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    try:
        return datetime.fromtimestamp(value, UTC)
    except (OverflowError, OSError, ValueError):
        return None


def certainly(value: object) -> datetime:
    """Return a moment that is always told; the epoch where it is not."""
    return moment(value) or datetime.fromtimestamp(0, UTC)


def name_of(value: object) -> str:
    """Return the id, whether it or the whole object was told."""
    return text(value.get("id")) if isinstance(value, dict) else text(value)


def reference(told: Mapping[str, Any]) -> dict[str, str]:
    """Return what links an object back to what is kept here."""
    return {name: text(value) for name, value in record(told.get("metadata")).items()}
