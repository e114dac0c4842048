"""How long Zoom still tells who came, for those who have not fetched it yet."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, NamedTuple

from cpd_desktop.domain.attendance.fetching import WEBSITE_KEEPS, ZOOM_KEEPS
from cpd_desktop.domain.words import Sentence

WEBSITE_SOON: Final = timedelta(days=7)
ZOOM_SOON: Final = timedelta(days=30)

WEBSITE_FORGETS = Sentence(
    "zoom", "Zoom's website shows who came only until {day}. Fetch it before that."
)
ZOOM_FORGETS = Sentence("zoom", "Zoom forgets who came on {day}. Fetch it before that.")


class Forgetting(NamedTuple):
    """A moment after which less is told, and the sentence that says so; it lacks the day."""

    at: datetime
    says: Sentence


def forgetting(ended: datetime, now: datetime) -> Forgetting | None:
    """Return what Zoom forgets soon of a meeting that ended then, if anything."""
    for keeps, soon, says in (
        (WEBSITE_KEEPS, WEBSITE_SOON, WEBSITE_FORGETS),
        (ZOOM_KEEPS, ZOOM_SOON, ZOOM_FORGETS),
    ):
        at = ended + keeps
        if at - soon <= now < at:
            return Forgetting(at, says)
    return None
