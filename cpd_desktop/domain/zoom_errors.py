"""What Zoom refuses, where a use case must tell one refusal from another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.domain.errors import NeedsSignIn, NotAllowed, NotFound, Unavailable
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from datetime import datetime

MISSING_SCOPES = Sentence("zoom", "The app at Zoom may not do this. It lacks: {scopes}.")


class MissingScopes(NeedsSignIn):
    """The app was not given a right that the call needs; ``scopes`` names them."""

    title = Sentence("errors", "The app at Zoom may not do this")
    advice = Sentence(
        "zoom", "Add them to the app at Zoom, then open Settings, Accounts, and sign in again."
    )

    def __init__(self, scopes: tuple[str, ...]) -> None:
        self.scopes = scopes
        super().__init__(MISSING_SCOPES.filled(scopes=", ".join(scopes)))


class MissingPlan(NotAllowed):
    """The plan at Zoom does not include it."""

    title = Sentence("errors", "The plan at Zoom does not include this")
    advice = Sentence("zoom", "Change the plan at Zoom, or go on without it. Nothing was changed.")


class GoneAtZoom(NotFound):
    """Zoom has it not, not yet, or not any more."""

    title = Sentence("errors", "Zoom does not have it")
    advice = Sentence("zoom", "Look it up at Zoom. Everything kept here is still here.")


class TooOften(Unavailable):
    """A limit at Zoom is used up; it opens again at ``until``, where that is known."""

    title = Sentence("errors", "Zoom asks to wait")
    advice = Sentence("zoom", "It waits here and can be sent later. Nothing was lost.")

    def __init__(self, says: Sentence, until: datetime | None = None) -> None:
        self.until = until
        super().__init__(says)


class Offline(Unavailable):
    """Zoom does not answer; nothing reached it."""

    title = Sentence("errors", "Zoom does not answer")
    advice = Sentence("zoom", "Everything else works meanwhile. Check the internet connection.")


class Unclear(Unavailable):
    """The connection was lost after asking: Zoom may have done it or not."""

    title = Sentence("errors", "Zoom may have done it or not")
    advice = Sentence("zoom", "Look at Zoom what is there before asking again.")
