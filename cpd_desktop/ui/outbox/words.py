"""The words of the outbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cpd_desktop.domain.messages.states import Outcome, State

if TYPE_CHECKING:
    from cpd_desktop.ui.widgets import Tone

TONES: dict[State, Tone] = {
    State.DRAFT: "neutral",
    State.QUEUED: "info",
    State.SENDING: "info",
    State.SENT: "good",
    State.FAILED: "bad",
    State.UNCERTAIN: "warn",
    State.HELD: "warn",
    State.CANCELLED: "neutral",
}

translate = QCoreApplication.translate


def standing(state: State) -> str:
    """Return where a message is, with a sign that tells without the colour."""
    return {
        State.DRAFT: translate("outbox", "○ Draft"),
        State.QUEUED: translate("outbox", "… Waiting"),
        State.SENDING: translate("outbox", "→ On its way"),
        State.SENT: translate("outbox", "✓ Sent"),
        State.FAILED: translate("outbox", "✕ Failed"),
        State.UNCERTAIN: translate("outbox", "? Uncertain"),
        State.HELD: translate("outbox", "! Held"),
        State.CANCELLED: translate("outbox", "– Cancelled"),  # noqa: RUF001 - a dash, as in a list
    }[state]


def plain_standing(state: State) -> str:
    """Return the same without the sign."""
    return standing(state)[2:]


def outcome_words(outcome: Outcome | None) -> str:
    """Return what came of handing a message over once."""
    if outcome is None:
        return translate("outbox", "On its way")
    return {
        Outcome.SENT: translate("outbox", "Taken"),
        Outcome.LATER: translate("outbox", "Not taken now"),
        Outcome.REFUSED: translate("outbox", "Refused"),
        Outcome.UNCERTAIN: translate("outbox", "Not known"),
        Outcome.TESTED: translate("outbox", "Sent to yourself"),
        Outcome.HELD: translate("outbox", "Not handed over"),
    }[outcome]
