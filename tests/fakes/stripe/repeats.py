"""Idempotency: the same key gives the same answer, once."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tests.fakes.stripe.wire import Refusal, nested

if TYPE_CHECKING:
    from tests.fakes.stripe.keys import Key
    from tests.fakes.stripe.wire import Json
    from tests.fakes.zoom.wire import Answer, Asked

KEPT = timedelta(hours=24)


@dataclass(slots=True)
class Done:
    question: tuple[str, Json]
    at: datetime
    answer: Answer | None = None


@dataclass(slots=True)
class Repeats:
    """What was asked under which key. A key in use is refused until its first question is over."""

    done: dict[tuple[bool, str], Done] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def before(self, key: Key, asked: Asked) -> Answer | None:
        """Return what was answered the first time, or note that the work begins."""
        name = asked.headers.get("idempotency-key", "")
        if not 1 <= len(name) <= 255:
            raise Refusal(
                400, "This stand-in wants an Idempotency-Key of at most 255 letters on each POST."
            )
        question = (asked.path, nested(asked.body.decode()))
        with self.lock:
            known = self.done.get((key.live, name))
            if known is None or asked.at - known.at > KEPT:
                self.done[key.live, name] = Done(question, asked.at)
                return None
            if known.question != question:
                raise Refusal(
                    400,
                    "Keys for idempotent requests can only be used with the same parameters they "
                    f"were first used with. Try using a key other than '{name}' if you meant to "
                    "execute a different request.",
                    kind="idempotency_error",
                )
            if known.answer is None:
                raise Refusal(
                    409,
                    "There is currently another in-progress request using this Idempotent Key.",
                    code="idempotency_key_in_use",
                    kind="idempotency_error",
                )
            return known.answer.with_headers({"Idempotent-Replayed": "true"})

    def after(self, key: Key, asked: Asked, answer: Answer | None) -> None:
        """Keep the answer; without one, the work never began and the key is free again."""
        name = (key.live, asked.headers["idempotency-key"])
        with self.lock:
            if answer is None:
                self.done.pop(name, None)
            else:
                self.done[name].answer = answer
