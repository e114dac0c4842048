"""`cpd mail` with accounts that one signs in to, and with what came back."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from cpd_desktop.cli.run import run
from tests.fakes.mail_providers import API_KEY, CLIENT_ID, SENDER, brevo_here, microsoft_here
from tests.keychains import MemoryKeychains
from tests.mail_providers_here import SomebodyAtBrowser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock

    Cpd = Callable[..., Any]


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Iterator[SomebodyAtBrowser]:
    made = SomebodyAtBrowser()
    monkeypatch.setattr("cpd_desktop.adapters.browser.SystemBrowser", lambda: made)
    yield made
    made.leave()


@pytest.fixture
def cpd(
    folder: DataFolder,
    clock: FixedClock,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Cpd:
    keychains = MemoryKeychains()
    monkeypatch.setattr("cpd_desktop.app.core.SystemClock", lambda: clock)
    monkeypatch.setattr("cpd_desktop.adapters.keychains.Keychains", lambda *_, **__: keychains)
    monkeypatch.setattr("cpd_desktop.adapters.log_file.start_log", lambda *_: None)

    def asked(*words: object, code: int = 0) -> Any:
        ended = run(["--data", str(folder.path), "--json", *map(str, words)])
        out, err = capsys.readouterr()
        assert ended == code, f"{ended}: {err}{out}"
        return json.loads(out)

    return asked


def test_signing_in_at_microsoft_is_all_it_takes_to_send(
    cpd: Cpd, browser: SomebodyAtBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    with microsoft_here() as provider:
        monkeypatch.setenv("CPD_MICROSOFT_URL", provider.address)
        added = cpd("mail", "account", "add", "Work", "--microsoft", "--from", SENDER,
                    "--client-id", CLIENT_ID)  # fmt: skip
        assert (added["kind"], added["pause"]) == ("microsoft", 2.1)
        cpd("mail", "test", "Work", code=3)
        connected = cpd("mail", "connect", "Work")
        assert (connected["user"], connected["note"]) == (SENDER, "")
        assert cpd("mail", "test", "Work")["sent"]
        assert provider.told() == [SENDER]
        assert not cpd("mail", "disconnect", "Work")["told"]
        cpd("mail", "test", "Work", code=3)


def test_who_signs_in_as_somebody_else_is_told_so(
    cpd: Cpd, browser: SomebodyAtBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    with microsoft_here() as provider:
        monkeypatch.setenv("CPD_MICROSOFT_URL", provider.address)
        monkeypatch.setenv("CPD_MICROSOFT_CLIENT_ID", CLIENT_ID)
        cpd("mail", "account", "add", "Work", "--microsoft", "--from", "info@northern.example")
        assert f"signed in as {SENDER}" in cpd("mail", "connect", "Work")["note"]


def test_the_key_of_brevo_is_read_from_stdin(cpd: Cpd, monkeypatch: pytest.MonkeyPatch) -> None:
    with brevo_here() as provider:
        monkeypatch.setenv("CPD_BREVO_URL", provider.address)
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{API_KEY}\n"))
        cpd("mail", "account", "add", "Brevo", "--brevo", "--from", SENDER)
        assert cpd("mail", "test", "Brevo")["sent"]
        calls = cpd("network")
        assert {each["service"] for each in calls} == {"Mail"}


def test_an_account_with_a_password_is_not_signed_in_to(cpd: Cpd) -> None:
    cpd("mail", "account", "add", "N", "--smtp", "127.0.0.1:25", "--tls", "none", "--from", SENDER)
    refused = cpd("mail", "connect", "N", code=1)
    assert "not an account that one signs in to" in refused["message"]


def test_without_a_mailbox_a_saved_mail_can_be_read(cpd: Cpd, tmp_path: Path) -> None:
    assert cpd("mail", "returns")["mailboxes"] == 0
    saved = tmp_path / "bounce.eml"
    saved.write_bytes(b"From: shop@example.org\n\nBuy")
    assert cpd("mail", "returns", "--file", saved)["messages"] == []
    assert cpd("mail", "returns", "--person", 1) == []


def test_a_mailbox_belongs_to_an_account(cpd: Cpd) -> None:
    added = cpd("mail", "account", "add", "N", "--smtp", "127.0.0.1:25", "--tls", "none",
                "--from", SENDER, "--imap", "imap.northern.example", "--copy-sent")  # fmt: skip
    assert added["imap"] == "imap.northern.example:993"
