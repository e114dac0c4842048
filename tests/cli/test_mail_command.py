"""`cpd mail …` and `cpd outbox …`, from the account to what arrived."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from cpd_desktop.cli.run import run
from tests.keychains import MemoryKeychains
from tests.mail_here import mail_here

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.mail_here import MailServer


@dataclass(frozen=True)
class Cpd:
    """Runs ``cpd`` on one folder and answers with what it printed as JSON."""

    folder: Path
    printed: pytest.CaptureFixture[str]

    def __call__(self, *words: object, code: int = 0) -> Any:
        ended = run(["--data", str(self.folder), "--json", *map(str, words)])
        out, err = self.printed.readouterr()
        assert ended == code, f"{ended}: {err}{out}"
        return json.loads(out)

    def lines(self, *words: object) -> str:
        assert run(["--data", str(self.folder), *map(str, words)]) == 0
        return self.printed.readouterr().out


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_here() as made:
        yield made


@pytest.fixture
def cpd(
    folder: DataFolder,
    clock: FixedClock,
    server: MailServer,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Cpd:
    keychains = MemoryKeychains()
    monkeypatch.setattr("cpd_desktop.app.core.SystemClock", lambda: clock)
    monkeypatch.setattr("cpd_desktop.adapters.keychains.Keychains", lambda *_, **__: keychains)
    monkeypatch.setattr("cpd_desktop.adapters.log_file.start_log", lambda *_: None)
    made = Cpd(folder.path, capsys)
    event = made("event", "add", "--title", "Wound care", "--zone", "Europe/London",
                 "--start", "2026-12-01T14:00", "--end", "2026-12-01T16:00")  # fmt: skip
    made("event", "publish", event["id"])
    for name in ("Anna Nowak", "Ben Ode"):
        email = f"{name.split()[0].lower()}@example.org"
        made("registration", "add", event["id"], "--name", name, "--email", email)
    made("mail", "account", "add", "Northern", "--smtp", f"127.0.0.1:{server.port}",
         "--tls", "none", "--from", "ada@northern.example")  # fmt: skip
    return made


def test_messages_are_prepared_sent_shown_and_sent_again(
    cpd: Cpd, server: MailServer, tmp_path: Path
) -> None:
    made = cpd("mail", "prepare", 1, "--purpose", "joining")["messages"]
    wanted = {"id", "to", "subject", "purpose", "state", "attempts", "says"}
    assert all(wanted <= each.keys() for each in made)
    assert [(each["to"], each["state"], each["attempts"]) for each in made] == [
        ("anna@example.org", "queued", 0),
        ("ben@example.org", "queued", 0),
    ]
    sent = cpd("outbox", "send", "--limit", 1)
    assert {name: sent[name] for name in ("sent", "failed", "uncertain", "left")} == {
        "sent": 1, "failed": 0, "uncertain": 0, "left": 1,
    }  # fmt: skip
    cpd("outbox", "send")
    assert [each["state"] for each in cpd("outbox", "list")] == ["sent", "sent"]
    copy = tmp_path / "anna.eml"
    shown = cpd("outbox", "show", made[0]["id"], "--out", copy)
    assert [each["outcome"] for each in shown["history"]] == ["sent"]
    assert copy.read_bytes() == server.arrived[0].content
    assert cpd("outbox", "resend", made[0]["id"])["state"] == "queued"
    cpd("outbox", "send")
    assert server.told() == ["anna@example.org", "ben@example.org", "anna@example.org"]


def test_a_dry_run_and_a_second_run_make_nothing(cpd: Cpd) -> None:
    assert len(cpd("mail", "prepare", 1, "--purpose", "reminder", "--dry-run")["made"]) == 2
    assert cpd("outbox", "list") == []
    cpd("mail", "prepare", 1, "--purpose", "reminder", "--to", "REG-2026-0001")
    again = cpd("mail", "prepare", 1, "--purpose", "reminder")
    assert (len(again["messages"]), len(again["already"])) == (1, 1)


def test_a_paused_outbox_says_so(cpd: Cpd) -> None:
    cpd("mail", "prepare", 1, "--purpose", "joining")
    cpd("outbox", "pause")
    held = cpd("outbox", "send", code=1)
    assert (held["sent"], held["left"], held["stopped"]) == (0, 2, "Sending is paused.")
    assert cpd("outbox", "resume")["left"] == 2
    assert cpd("outbox", "send")["sent"] == 2


def test_what_a_server_refuses_is_told_and_shows_in_the_exit_code(
    cpd: Cpd, server: MailServer
) -> None:
    server.answers["ben@example.org"] = ["550 5.1.1 No such user"]
    cpd("mail", "prepare", 1, "--purpose", "joining")
    assert cpd("outbox", "send", code=4)["failed"] == 1
    (failed,) = cpd("outbox", "list", "--state", "failed")
    assert "No such user" in failed["says"]
    assert "There is no such mailbox" in cpd.lines("outbox", "show", failed["id"])


def test_a_test_goes_to_oneself_past_the_outbox(cpd: Cpd, server: MailServer) -> None:
    assert cpd("mail", "test", "Northern")["sent"]
    assert server.told() == ["ada@northern.example"]
    assert cpd("outbox", "list") == []


def test_a_password_is_read_from_stdin_and_kept_nowhere_else(
    cpd: Cpd, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("open sesame\n"))
    added = cpd("mail", "account", "add", "Second", "--smtp", "smtp.example.org",
                "--user", "ada", "--from", "ada@northern.example")  # fmt: skip
    assert (added["port"], added["tls"], added["default"]) == (587, "starttls", False)
    assert b"open sesame" not in (cpd.folder / "cpd.db").read_bytes()
    assert "sesame" not in json.dumps(cpd("mail", "account", "list"))


def test_an_account_that_receivers_would_refuse_is_not_kept(cpd: Cpd) -> None:
    refused = cpd("mail", "account", "add", "Wrong", "--smtp", "smtp.example.org:587",
                  "--from", "ada@gmail.com", code=1)  # fmt: skip
    assert "may only go out through" in refused["problems"]["sender"]


def test_the_list_says_through_which_account_nothing_went_the_last_time(
    cpd: Cpd, server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("open sesame\n"))
    cpd("mail", "account", "add", "Locked", "--smtp", f"localhost:{server.port}", "--tls", "none",
        "--user", "ada", "--from", "ada@northern.example")  # fmt: skip
    cpd("mail", "test", "Locked", code=3)
    told = {each["name"]: each["refused"] for each in cpd("mail", "account", "list")}
    assert told.pop("Locked").startswith("localhost offers no way to sign in")
    assert set(told.values()) == {None}
    assert "  refused: localhost offers no way" in cpd.lines("mail", "account", "list")


def test_without_a_server_mails_are_files_in_a_folder(cpd: Cpd, tmp_path: Path) -> None:
    out = tmp_path / "mails"
    out.mkdir()
    cpd("mail", "account", "add", "Files", "--folder", out, "--from", "ada@northern.example")
    text = tmp_path / "text.md"
    text.write_text("News of {{ event }}\n\nHello {{ name }},\n")
    cpd("mail", "prepare", 1, "--purpose", "message", "--text", text, "--account", "Files")
    assert cpd("outbox", "send")["sent"] == 2
    assert len(list(out.glob("*.eml"))) == 2
    assert "Hello Anna Nowak," in (out / "mail-merge.csv").read_text(encoding="utf-8-sig")


def test_a_cancelled_message_does_not_go(cpd: Cpd, server: MailServer) -> None:
    made = cpd("mail", "prepare", 1, "--purpose", "joining")["messages"]
    assert cpd("outbox", "cancel", made[0]["id"])["state"] == "cancelled"
    assert cpd("outbox", "send")["sent"] == 1
    assert server.told() == ["ben@example.org"]


def test_a_saved_bounce_shows_with_the_message_it_is_about(cpd: Cpd, tmp_path: Path) -> None:
    made = cpd("mail", "prepare", 1, "--purpose", "joining", "--to", "REG-2026-0001")["messages"]
    cpd("outbox", "send")
    saved = tmp_path / "bounce.eml"
    saved.write_text(
        "From: MAILER-DAEMON@mx.example\nMessage-ID: <1@mx.example>\n"
        'Content-Type: multipart/report; boundary="b"\n\n--b\n'
        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\n"
        "Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 no such user\n\n--b\n"
        f"Content-Type: text/rfc822-headers\n\nMessage-ID: {made[0]['message_id']}\n\n--b--\n"
    )
    assert cpd("mail", "returns", "--file", saved)["kinds"] == {"bounced": 1}
    shown = cpd("outbox", "show", made[0]["id"])
    assert shown["state"] == "sent"
    assert [(each["kind"], each["words"]) for each in shown["returns"]] == [
        ("bounced", "550 no such user")
    ]
    assert "bounced  5.1.1 550 no such user" in cpd.lines("mail", "returns", "--person", 1)
