"""How long Zoom still tells who came, for those who have not fetched it yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cpd_desktop.domain.attendance.fetching import WEBSITE_KEEPS, ZOOM_KEEPS
from cpd_desktop.domain.today import WARN_BEFORE, WEBSITE_FORGETS, ZOOM_FORGETS

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.domain.words import Sentence


class Forgetting(NamedTuple):
    """When less will be told, and the sentence that warns of it; the date is to be filled in."""

    at: datetime
    says: Sentence


def forgetting(ended: datetime, now: datetime) -> Forgetting | None:
    """Return what Zoom forgets soon of a meeting that ended then, if anything."""
    for keeps, says in ((WEBSITE_KEEPS, WEBSITE_FORGETS), (ZOOM_KEEPS, ZOOM_FORGETS)):
        at = ended + keeps
        if at - WARN_BEFORE <= now < at:
            return Forgetting(at, says)
    return None
