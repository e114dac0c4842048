"""Messages as the command tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cpd_desktop.domain.messages.message import Attempt, Message
    from cpd_desktop.services.messages.returns import KeptReturn


def message_content(found: Message) -> dict[str, Any]:
    """Return a message as scripts read it."""
    return {
        "id": found.id,
        "to": found.to,
        "name": found.to_name,
        "subject": found.subject,
        "purpose": found.purpose.value,
        "state": found.state.value,
        "attempts": found.attempts,
        "says": str(found.says) if found.says else "",
        "event": found.event,
        "person": found.person,
        "registration": found.registration,
        "document": found.document,
        "message_id": found.message_id,
        "due": found.due.isoformat() if found.due else None,
        "size": found.size,
        "frame": found.frame,
        "attachments": [
            {"name": each.name, "sha256": each.sha256, "size": each.size}
            for each in found.attachments
        ],
    }


def attempt_content(attempt: Attempt) -> dict[str, Any]:
    """Return one attempt as scripts read it."""
    return {
        "number": attempt.number,
        "at": attempt.at.isoformat(),
        "to": attempt.to,
        "outcome": attempt.outcome.value if attempt.outcome else None,
        "says": str(attempt.says) if attempt.says else "",
    }


def return_content(each: KeptReturn) -> dict[str, Any]:
    """Return what came back for a message as scripts read it."""
    return {
        "message": each.message,
        "kind": each.kind.value,
        "status": each.status,
        "words": each.words,
        "at": each.at.isoformat(),
    }


def return_line(each: KeptReturn) -> str:
    """Return what came back in one line."""
    return f"       {each.at:%Y-%m-%d %H:%M} UTC  {each.kind}  {each.status} {each.words}".rstrip()


def message_line(found: Message) -> str:
    """Return a message in one line."""
    says = f": {found.says}" if found.says else ""
    return f"{found.id:>5}  {found.state:<9}  {found.to}  {found.subject}{says}"
