"""Trouble on order: what the next request meets instead of a good answer."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from tests.fakes.zoom.wire import Answer, as_json, as_page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.fakes.zoom.wire import Asked


class Harm(Enum):
    """Where the harm is done: the question is lost, the answer is lost, or it is cut short."""

    LOSE_QUESTION = auto()
    LOSE_ANSWER = auto()
    CUT_ANSWER = auto()
    REPLACE = auto()
    WAIT = auto()


@dataclass(frozen=True, slots=True)
class Fault:
    harm: Harm
    seconds: float = 0
    answer: Answer | None = None


DROP = Fault(Harm.LOSE_QUESTION)
DROP_ANSWER = Fault(Harm.LOSE_ANSWER)
TRUNCATED = Fault(Harm.CUT_ANSWER)
GARBAGE = Fault(
    Harm.REPLACE,
    answer=Answer(200, b"\x00\xff{]%garbage\x80", {"Content-Type": "application/json"}),
)
CAPTIVE_PORTAL = Fault(
    Harm.REPLACE,
    answer=as_page("<html><body><h1>Hotel Wi-Fi</h1><form>Room number</form></body></html>"),
)


def delay(seconds: float) -> Fault:
    return Fault(Harm.WAIT, seconds=seconds)


def status(code: int) -> Fault:
    return Fault(Harm.REPLACE, answer=Answer(code, b"<html>trouble</html>"))


def too_many(headers: Mapping[str, str] | None = None, message: str = "Too many requests") -> Fault:
    answer = as_json(429, {"code": 429, "message": message}).with_headers(headers or {})
    return Fault(Harm.REPLACE, answer=answer)


def answering(code: int, body: object) -> Fault:
    return Fault(Harm.REPLACE, answer=as_json(code, body))


@dataclass(slots=True)
class Ordered:
    prefix: str
    method: str | None
    fault: Fault
    left: int


@dataclass(slots=True)
class Faults:
    """Faults wait in line; the first one whose place fits strikes."""

    waiting: list[Ordered] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def next(self, prefix: str, fault: Fault, *, times: int = 1, method: str | None = None) -> None:
        with self.lock:
            self.waiting.append(Ordered(prefix, method, fault, times))

    def striking(self, asked: Asked) -> Fault | None:
        with self.lock:
            for ordered in self.waiting:
                if asked.path.startswith(ordered.prefix) and ordered.method in {None, asked.method}:
                    ordered.left -= 1
                    if not ordered.left:
                        self.waiting.remove(ordered)
                    return ordered.fault
        return None
