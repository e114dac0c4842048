"""Follows a listing to its end, and makes sure that the end is where Zoom said it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from cpd_desktop.adapters.zoom.errors import PageTokenExpired
from cpd_desktop.adapters.zoom.reading import records, text
from cpd_desktop.domain.errors import Unavailable
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cpd_desktop.adapters.zoom.reading import Record
    from cpd_desktop.adapters.zoom.reply import Reply

PAGE_SIZE: Final = 300

INCOMPLETE = Sentence("zoom", "Zoom speaks of {total} rows but gave {rows}.")
RESTLESS = Sentence("zoom", "The list at Zoom changes faster than it can be read.")


class Page(NamedTuple):
    """One page: its number, what came, its rows, and how many rows Zoom says there are."""

    number: int
    content: bytes
    rows: list[Record]
    total: int | None


def pages(fetch: Callable[[dict[str, str | int]], Reply], name: str) -> Iterator[Page]:
    """Yield the pages of the list called ``name``; number 1 comes again if it must begin anew.

    That happens once. Raises ``Unavailable`` if the list is not whole even then.
    """
    try:
        yield from _once(fetch, name)
    except (PageTokenExpired, _Incomplete):
        try:
            yield from _once(fetch, name)
        except PageTokenExpired:
            raise Unavailable(RESTLESS) from None
        except _Incomplete as gap:
            raise Unavailable(INCOMPLETE.filled(total=gap.total, rows=gap.rows)) from None


def collected(fetch: Callable[[dict[str, str | int]], Reply], name: str) -> list[Record]:
    """Return all rows of the list."""
    found: list[Record] = []
    for page in pages(fetch, name):
        if page.number == 1:
            found = []
        found += page.rows
    return found


class _Incomplete(Exception):
    def __init__(self, total: int, rows: int) -> None:
        self.total, self.rows = total, rows


def _once(fetch: Callable[[dict[str, str | int]], Reply], name: str) -> Iterator[Page]:
    query: dict[str, str | int] = {"page_size": PAGE_SIZE}
    seen, number, rows = {""}, 0, 0
    while True:
        reply = fetch(query)
        number += 1
        page = Page(number, reply.content, records(reply.told.get(name)), _total(reply))
        rows += len(page.rows)
        yield page
        token = text(reply.told.get("next_page_token"))
        if not token:
            break
        if token in seen:  # it would go on for ever
            raise PageTokenExpired
        seen.add(token)
        query = query | {"next_page_token": token}
    if page.total is not None and rows < page.total:
        raise _Incomplete(page.total, rows)


def _total(reply: Reply) -> int | None:
    """Return how many rows there are; what is no whole number says nothing."""
    total = reply.told.get("total_records")
    return total if isinstance(total, int) else None
