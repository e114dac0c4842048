"""What goes over the wire: a question, an answer, a refusal in Zoom's words."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, unquote

Json = dict[str, Any]
Now = Callable[[], datetime]


def utc(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it came; the header names are in lower case."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes
    at: datetime

    @property
    def fields(self) -> dict[str, str]:
        return dict(parse_qsl(self.query, keep_blank_values=True))

    @property
    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.body.decode(), keep_blank_values=True))


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)

    def with_headers(self, more: Mapping[str, str]) -> Answer:
        return Answer(self.status, self.body, {**self.headers, **more})


def as_json(status: int, body: object) -> Answer:
    return Answer(
        status, json.dumps(body).encode(), {"Content-Type": "application/json;charset=UTF-8"}
    )


def as_page(html: str, status: int = 200) -> Answer:
    return Answer(status, html.encode(), {"Content-Type": "text/html; charset=utf-8"})


def elsewhere(address: str) -> Answer:
    return Answer(302, b"", {"Location": address})


class Refused(Exception):
    """Zoom says no; the answer says how."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(f"{answer.status} {answer.body.decode()}")
        self.answer = answer


class Refusal(Refused):
    """A status, a code that means several things, and words."""

    def __init__(
        self,
        status: int,
        code: int,
        message: str,
        errors: tuple[tuple[str, str], ...] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        body: Json = {"code": code, "message": message}
        if errors:
            body["errors"] = [{"field": field, "message": words} for field, words in errors]
        super().__init__(as_json(status, body).with_headers(headers or {}))


def segments(path: str) -> list[str]:
    """Undo the first encoding, which the gateway does before anybody reads the path."""
    return [unquote(part) for part in path.strip("/").split("/")]
