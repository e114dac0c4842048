"""Lists in pages: a token that lives a quarter of an hour and fits one question only."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from tests.fakes.zoom.wire import Json, Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.fakes.zoom.calls import Call

T = TypeVar("T")
TOKEN_LIFE = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Next:
    question: str
    offset: int
    until: datetime


@dataclass(slots=True)
class Pages:
    tokens: dict[str, Next] = field(default_factory=dict)

    def page(self, call: Call, name: str, items: Sequence[T], show: Callable[[T], Json]) -> Json:
        """Cut the page that was asked for.

        The old `page_number` is taken and always gives the first page, as many have found out.
        """
        question = _question(call, name)
        start = self._offset(call, question)
        end = start + call.page_size
        token = ""
        if end < len(items):
            token = secrets.token_urlsafe(24)
            self.tokens[token] = Next(question, end, call.now + TOKEN_LIFE)
        return {
            "page_count": -(-len(items) // call.page_size),
            "page_size": call.page_size,
            "total_records": len(items),
            "next_page_token": token,
            name: [show(item) for item in items[start:end]],
        }

    def _offset(self, call: Call, question: str) -> int:
        token = call.query.get("next_page_token", "")
        if not token:
            return 0
        known = self.tokens.get(token)
        if known is None or known.question != question or call.now >= known.until:
            raise Refusal(400, 300, "The next page token is invalid or expired.")
        return known.offset


def _question(call: Call, name: str) -> str:
    asked = {key: value for key, value in call.query.items() if key != "next_page_token"}
    return f"{id(call.grant.app)} {name} {sorted(call.path.items())} {sorted(asked.items())}"
