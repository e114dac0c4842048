"""The port to whatever finds QR codes in a picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class GreyPicture:
    """A picture of one byte per dot; a line takes ``stride`` bytes."""

    width: int
    height: int
    stride: int
    dots: bytes


class CodeReader(Protocol):
    """Finds the codes in a picture. It takes a while: never on the thread of the window."""

    def __call__(self, picture: GreyPicture) -> tuple[str, ...]:
        """Return the text of every code that can be read."""
