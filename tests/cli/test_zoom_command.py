"""`cpd zoom` and `cpd network` as a script runs them, against a Zoom on loopback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.adapters.zoom.trainer import TrainerAtBrowser
from tests.fakes.zoom.server import FakeZoom
from tests.zoom_here import CLIENT_ID

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.fakes.zoom.apps import App

PROGRAM = [sys.executable, "-m", "cpd_desktop.cli.command"]


class Cpd:
    """Runs ``cpd`` on one data folder, with a vault and without a browser."""

    def __init__(self, zoom: FakeZoom, place: Path) -> None:
        self.zoom, self.data = zoom, place / "data"
        passphrase = place / "passphrase"
        passphrase.write_text("a long passphrase")
        passphrase.chmod(0o600)
        self.environment = os.environ | {
            "CPD_DATA": str(self.data),
            "CPD_VAULT_PASSPHRASE_FILE": str(passphrase),
            "CPD_ZOOM_AUTH_URL": zoom.address,
            "CPD_ZOOM_API_URL": zoom.address,
            "CPD_ZOOM_CLIENT_ID": CLIENT_ID,
            "BROWSER": "",
        }
        for name in ("DISPLAY", "WAYLAND_DISPLAY"):
            self.environment.pop(name, None)
        self.said: list[str] = []

    def __call__(self, *arguments: str, code: int = 0) -> Any:
        done = subprocess.run(
            [*PROGRAM, "--json", *arguments],
            capture_output=True, text=True, check=False, env=self.environment,
        )  # fmt: skip
        self.said += [done.stdout, done.stderr]
        assert done.returncode == code, done.stderr
        return json.loads(done.stdout)

    def connect(self, *arguments: str, secret: str = "", choice: str = "allow") -> tuple[int, Any]:
        """Sign in at the address that is printed."""
        trainer = TrainerAtBrowser(choice)
        with subprocess.Popen(
            [*PROGRAM, "--json", "zoom", "connect", *arguments],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True, env=self.environment,
        ) as running:  # fmt: skip
            assert running.stdin
            assert running.stderr
            running.stdin.write(f"{secret}\n")
            running.stdin.close()
            told = running.stderr.readline()
            assert told == (
                "No browser could be opened. Open this address yourself, on this computer:\n"
            )
            trainer.open(running.stderr.readline().strip())
            trainer.leave()
            assert running.stdout
            self.said += [told, running.stdout.read(), running.stderr.read()]
        return running.returncode, json.loads(self.said[-2])


@pytest.fixture
def zoom() -> Iterator[FakeZoom]:
    with FakeZoom() as running:  # the command has a clock of its own
        running.add_user("anna@example.com", first_name="Anna", last_name="Weber")
        running.add_public_app(client_id=CLIENT_ID)
        yield running


@pytest.fixture
def cpd(zoom: FakeZoom, tmp_path: Path) -> Cpd:
    return Cpd(zoom, tmp_path)


def secrets_of(zoom: FakeZoom, *apps: App) -> set[str]:
    grants = (grant.refresh_token for grant in zoom.oauth.grants)
    return {*zoom.oauth.tokens, *zoom.oauth.codes, *grants, *(app.secret for app in apps)} - {""}


@pytest.mark.slow
def test_the_whole_round_leaves_no_token_in_any_file(cpd: Cpd, zoom: FakeZoom) -> None:
    assert cpd("zoom", "status", code=3)["state"] == "not connected"
    code, account = cpd.connect()
    assert (code, account["state"], account["email"]) == (0, "connected", "anna@example.com")
    assert cpd("zoom", "status") == account
    own = zoom.add_confidential_app()
    code, account = cpd.connect("--client-id", own.client_id, "--secret", secret=own.secret)
    assert (code, account["app"], account["client_id"]) == (0, "own", own.client_id)
    assert cpd("network", "--limit", "2")[0]["address"] == f"{zoom.address}/v2/users/me"
    found = [path for path in cpd.data.rglob("*") if path.is_file()]
    assert {"cpd.db", "vault", "network.jsonl", "cpd-command.log"} <= {each.name for each in found}
    contents = {str(path): path.read_bytes() for path in found}
    contents["said"] = "".join(cpd.said).encode()
    secrets = secrets_of(zoom, own)
    assert len(secrets) >= 6
    for name, content in contents.items():
        for secret in secrets:
            assert secret.encode() not in content, name
            assert secret.encode("utf-16-le") not in content, name
    assert cpd("zoom", "disconnect") == {"state": "not connected", "zoom_told": True}
    assert cpd("zoom", "status", code=3)["client_id"] == own.client_id


@pytest.mark.slow
def test_a_connection_that_ended_asks_for_signing_in_by_its_exit_code(
    cpd: Cpd, zoom: FakeZoom
) -> None:
    cpd.connect()
    assert zoom.oauth.browsing
    zoom.oauth.allow(zoom.oauth.apps[CLIENT_ID], zoom.oauth.browsing)
    status = cpd("zoom", "status", code=3)
    assert status["state"] == "signed in elsewhere"
    assert "Zoom keeps only the latest sign-in" in status["message"]


def test_declining_in_the_browser_is_said(cpd: Cpd) -> None:
    code, told = cpd.connect(choice="deny")
    assert (code, told["error"]) == (1, "NotAllowed")
    assert "did not allow" in told["message"]


def test_an_app_of_the_account_connects_by_its_options_alone(cpd: Cpd, zoom: FakeZoom) -> None:
    app = zoom.add_server_app()
    done = subprocess.run(
        [
            *(*PROGRAM, "--json", "zoom", "connect", "--client-id", app.client_id, "--secret"),
            *("--account", app.account_id, "--host", "anna@example.com"),
        ],
        input=app.secret, capture_output=True, text=True, check=False, env=cpd.environment,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    account = json.loads(done.stdout)
    assert (account["app"], account["name"]) == ("server", "Anna Weber")
    assert done.stderr == ""


def test_what_the_options_lack_is_named_by_field(cpd: Cpd) -> None:
    told = cpd("zoom", "connect", "--account", "acc-1", code=1)
    assert set(told["problems"]) == {"client_id", "secret", "host"}


def test_without_any_call_the_log_is_empty(cpd: Cpd) -> None:
    assert cpd("network") == []
