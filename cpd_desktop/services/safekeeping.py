"""Whether secrets can be kept here, found out by trying and told in words."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from cpd_desktop.domain.errors import CpdError, NeedsSignIn, Unavailable
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from cpd_desktop.services.keychain import Keychain

TRIAL = "trial"

KEPT = Sentence("safekeeping", "Sign-ins are kept there, never in the data folder's database.")
DIFFERS = Sentence("safekeeping", "The keychain did not give back what was put into it.")
DIFFERS_ADVICE = Sentence("safekeeping", "Unlock it, or sign in to this computer again.")


class Place(Enum):
    """How it stands with the place that keeps secrets."""

    READY = "ready"
    LOCKED = "locked"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found, and the words for it."""

    place: Place
    says: Sentence
    advice: Sentence


def look(keychain: Keychain) -> Seen:
    """Find out whether secrets can be read; a locked keychain may ask the person to unlock it."""
    try:
        keychain.get(TRIAL)
    except NeedsSignIn as error:
        return Seen(Place.LOCKED, error.says, error.advice)
    except CpdError as error:
        return Seen(Place.MISSING, error.says, error.advice)
    return Seen(Place.READY, keychain.state(), KEPT)


def try_out(keychain: Keychain) -> None:
    """Put, read and remove a trial entry; raises what the keychain raises, or ``Unavailable``."""
    trial = Secret(secrets.token_hex(16))
    keychain.put(TRIAL, trial)
    try:
        if keychain.get(TRIAL) != trial:
            raise Unavailable(DIFFERS, DIFFERS_ADVICE)
    finally:
        keychain.forget(TRIAL)
