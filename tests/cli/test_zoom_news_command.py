"""`cpd zoom receive` and `inbox`: what Zoom tells by itself, and what became of it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from cpd_desktop.adapters.zoom.receiver import Receiver
from cpd_desktop.domain.secret import Secret

if TYPE_CHECKING:
    import pytest

    from tests.cli.conftest import CommandAtZoom

TOKEN = "the-secret-token"


def listening(cpd: CommandAtZoom, monkeypatch: pytest.MonkeyPatch, *numbers: int) -> None:
    """Let Zoom tell that these meetings began, while the command listens, and then press Ctrl-C."""
    waits = iter([True, False])

    def wait(receiver: Receiver, seconds: float) -> bool:
        if not next(waits):
            raise KeyboardInterrupt
        hook = cpd.zoom.hook(f"http://127.0.0.1:{receiver.port}/", TOKEN)
        assert hook.validate()
        assert all(hook.tell("meeting.started", each).arrived for each in numbers)
        return True

    monkeypatch.setattr(Receiver, "wait", wait)


def test_what_zoom_tells_moves_the_event_on_until_ctrl_c(
    cpd: CommandAtZoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    cpd.connect()
    event, session = cpd.an_event()
    number = cpd("zoom", "meeting", "create", session)["number"]
    cpd.clock.at = cpd.clock.at.replace(month=12, day=1, hour=14)
    listening(cpd, monkeypatch, number)
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{TOKEN}\n"))
    told = cpd("zoom", "receive", "--port", "0", "--secret")
    assert (told["heard"], told["inbox"]) == (1, {"done": 1, "ignored": 0, "failed": 0})
    assert f"Listening at {told['address']} until Ctrl-C." in cpd.said
    assert "meeting.participant_joined" in cpd.said
    assert TOKEN not in cpd.said
    assert cpd("event", "show", event)["status"] == "running"
    (message,) = cpd("zoom", "inbox")
    assert (message["kind"], message["source"], message["fate"]) == (
        "meeting.started",
        "receiver",
        "done",
    )
    assert cpd("zoom", "inbox", "--again", message["id"])[0]["fate"] == "done"
    assert "meeting.started  done" in cpd.lines("zoom", "inbox")


def test_the_secret_token_is_kept_for_the_next_time(
    cpd: CommandAtZoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = cpd("zoom", "receive", "--port", "0", code=1)
    assert told["message"].startswith("There is no secret token yet.")
    cpd.keychains.put("zoom/messages", Secret(TOKEN))
    listening(cpd, monkeypatch)
    assert cpd("zoom", "receive", "--port", "0")["heard"] == 0


def test_a_message_that_is_not_there_is_said(cpd: CommandAtZoom) -> None:
    assert cpd.lines("zoom", "inbox") == "Nothing was told yet.\n"
    assert cpd("zoom", "inbox", "--again", 7, code=1)["error"] == "NotFound"
