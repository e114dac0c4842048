"""How close two texts are, measured by rapidfuzz; the domain asks for it in batches."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class MeasuredCloseness:
    """Measures by the letters to change, add, drop or swap."""

    def __init__(self) -> None:
        from rapidfuzz.distance import OSA

        self._likeness = OSA.normalized_similarity

    def __call__(self, one: str, others: Sequence[str], /) -> list[int]:
        """Return the percentage for each of the others, rounded down."""
        likeness = self._likeness
        return [int(100 * likeness(one, other)) for other in others]
