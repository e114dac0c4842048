"""A message as it is kept: frozen, addressed to one person, with its fate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.domain.messages.purposes import Purpose
    from cpd_desktop.domain.messages.states import Outcome, State
    from cpd_desktop.domain.words import Sentence


class Attached(NamedTuple):
    """A file that goes with a message, by its SHA-256 among the kept files."""

    name: str
    sha256: str
    size: int
    kind: str = "application/pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message; ``frame`` names by its hash what goes out, but for the files attached to it."""

    id: int
    purpose: Purpose
    document: str
    account: int
    message_id: str
    to: str
    to_name: str
    subject: str
    frame: str
    size: int
    attachments: tuple[Attached, ...]
    state: State
    attempts: int
    due: datetime | None
    says: Sentence | None
    made_at: datetime
    person: int | None = None
    event: int | None = None
    registration: int | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """One time a message was handed over, to whom, and what came of it."""

    number: int
    at: datetime
    to: str
    outcome: Outcome | None
    ended_at: datetime | None = None
    says: Sentence | None = None
