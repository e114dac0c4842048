"""A program that is killed at a point of a test's choosing: around each call and each commit."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cpd_desktop.store.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpd_desktop.adapters.zoom.calls import ZoomCalls
    from cpd_desktop.store.database import Transaction


class Killed(Exception):
    """The program is no more."""


@dataclass
class Steps:
    """Counts down to the kill; without a number nobody is killed."""

    left: int | None = None

    def take(self) -> None:
        if self.left is None:
            return
        self.left -= 1
        if self.left < 0:
            self.left = None
            raise Killed


class StumblingZoom:
    """Calls Zoom; may be killed before it is asked, and before the answer is heard."""

    def __init__(self, zoom: ZoomCalls, steps: Steps) -> None:
        self._zoom = zoom
        self._steps = steps

    def during(self, _work: object) -> StumblingZoom:
        return self

    def __getattr__(self, name: str) -> Any:
        asked = getattr(self._zoom, name)

        def ask(*args: Any, **more: Any) -> Any:
            self._steps.take()
            answer = asked(*args, **more)
            self._steps.take()
            return answer

        return ask


class StumblingDatabase(Database):
    """Keeps what it is given; may be killed before or after it is kept."""

    steps = Steps()

    @contextmanager
    def writing(self, deed: str, **more: Any) -> Iterator[Transaction]:
        self.steps.take()
        with super().writing(deed, **more) as tx:
            yield tx
            self.steps.take()
        self.steps.take()
