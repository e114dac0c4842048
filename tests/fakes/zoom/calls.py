"""One call of the interface: where it leads, what it needs, and what came with it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.fakes.zoom.shapes import Rule, Shape, check, inside
from tests.fakes.zoom.wire import Answer, Json, Refusal, segments

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from tests.fakes.zoom.limits import Label
    from tests.fakes.zoom.oauth import Grant
    from tests.fakes.zoom.wire import Asked

Reply = Json | Answer | None


@dataclass(frozen=True, slots=True)
class Call:
    """A call that passed the gate: who asks, the words of the path, the checked query and body."""

    grant: Grant
    path: Mapping[str, str]
    query: Mapping[str, str]
    body: Json
    now: datetime

    @property
    def page_size(self) -> int:
        return int(self.query.get("page_size", "30"))


@dataclass(frozen=True, slots=True)
class Route:
    """One operation: its label for the rate limits, its scope, its shapes."""

    method: str
    pattern: str
    label: Label
    scope: str
    answer: Callable[[Call], Reply]
    query: Shape = field(default_factory=dict)
    body: Rule | None = None
    status: int = 200
    admin_only: bool = False

    def match(self, method: str, path: str) -> dict[str, str] | None:
        """Return the words of the path, or None if it leads elsewhere."""
        if method != self.method:
            return None
        here, there = segments(path), self.pattern.strip("/").split("/")
        if len(here) != len(there):
            return None
        words = {}
        for word, part in zip(here, there, strict=True):
            if part.startswith("{"):
                words[part[1:-1]] = word
            elif part != word:
                return None
        return words

    def checked_query(self, asked: Asked) -> dict[str, str]:
        check(asked.fields, inside(self.query))
        return asked.fields

    def checked_body(self, asked: Asked) -> Json:
        if self.body is None:
            if asked.body:
                raise Refusal(400, 300, "This operation takes no request body.")
            return {}
        if not asked.headers.get("content-type", "").startswith("application/json"):
            raise Refusal(415, 300, "Unsupported Content-Type.")
        try:
            body = json.loads(asked.body)
        except ValueError:
            raise Refusal(400, 300, "Request Body should be a valid JSON object.") from None
        return check(body, self.body)
