"""How the connection to Zoom stands, in words that hold no secret."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.domain.settings import ZoomApp
    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.domain.zoom_profile import Profile


class AppKind(StrEnum):
    """Through what kind of app at Zoom CPD Desktop signs in."""

    PUBLIC = "public"
    OWN = "own"
    SERVER = "server"


class Standing(StrEnum):
    """Whether there is a connection."""

    NOT_CONNECTED = "not connected"
    CONNECTED = "connected"
    ENDED = "ended"
    ELSEWHERE = "signed in elsewhere"


@dataclass(frozen=True, slots=True)
class ChosenApp:
    """An app to sign in through; without a secret, the one known of the app counts."""

    app: ZoomApp
    secret: Secret | None = None


@dataclass(frozen=True, slots=True)
class Right:
    """What an app at Zoom must be allowed for a purpose, by the names that Zoom gives it."""

    purpose: Sentence
    scopes: tuple[str, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class SignIn:
    """What is kept of a sign-in: whether it still holds, else why not, and which rights it lacks.

    ``app`` is the one that it was made with; its secret stays in the keychain.
    """

    app: ZoomApp
    standing: Standing
    why: tuple[Sentence, Sentence] | None = None
    lacks: tuple[Right, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """The connection as a person is shown it; ``profile`` is as Zoom told it last."""

    standing: Standing
    app: ZoomApp
    profile: Profile | None = None
    since: datetime | None = None
    why: tuple[Sentence, Sentence] | None = None
    lacks: tuple[Right, ...] = ()

    @property
    def is_connected(self) -> bool:
        """Say whether Zoom can be asked."""
        return self.standing is Standing.CONNECTED
