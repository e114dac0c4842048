"""Lists in pages by cursor, and objects in the place of their ids."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from tests.fakes.stripe.wire import Json, Refusal, invalid

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.fakes.stripe.book import Book

MOST = 100
DEPTH = 4


def page(path: str, items: Iterable[Json], asked: Json) -> Json:
    """Return one page of a list, the newest first."""
    found = list(items)[::-1]
    limit = asked.get("limit", 10)
    if not 1 <= limit <= MOST:
        raise invalid(f"Invalid limit: must be between 1 and {MOST}", "limit")
    after, before = asked.get("starting_after"), asked.get("ending_before")
    if after and before:
        raise invalid("You can only provide one of starting_after and ending_before.")
    if created := asked.get("created"):
        found = [each for each in found if _within(each["created"], created)]
    if after:
        found = found[_place(found, after, "starting_after") + 1 :]
        cut = found[:limit]
    elif before:
        found = found[: _place(found, before, "ending_before")]
        cut = found[-limit:]
    else:
        cut = found[:limit]
    return {"object": "list", "url": path, "has_more": len(found) > len(cut), "data": cut}


def _place(found: list[Json], name: str, param: str) -> int:
    for at, each in enumerate(found):
        if each["id"] == name:
            return at
    raise Refusal(400, f"No such object: '{name}'", code="resource_missing", param=param)


def _within(moment: int, asked: int | dict[str, int]) -> bool:
    if isinstance(asked, int):
        return moment == asked
    return (
        moment > asked.get("gt", -1)
        and moment >= asked.get("gte", 0)
        and moment < asked.get("lt", moment + 1)
        and moment <= asked.get("lte", moment)
    )


def expanded(book: Book, answer: Json, wanted: Iterable[str]) -> Json:
    """Put objects where their ids stood; the objects that are kept stay as they are."""
    answer = copy.deepcopy(answer)
    for path in wanted:
        parts = path.split(".")
        if len(parts) > DEPTH:
            raise invalid(f"You cannot expand more than {DEPTH} levels of a property.", "expand")
        _expand(book, answer, parts, path)
    return answer


def _expand(book: Book, at: Json, parts: list[str], path: str) -> None:
    name, rest = parts[0], parts[1:]
    if name not in at:
        raise invalid(f"This property cannot be expanded ({path}).", "expand")
    value = at[name]
    if isinstance(value, str):
        found = book.find(value)
        if found is None:
            raise invalid(f"This property cannot be expanded ({path}).", "expand")
        value = at[name] = copy.deepcopy(found)
    if not rest or value is None:
        return
    for each in value if isinstance(value, list) else [value]:
        _expand(book, each, rest, path)
