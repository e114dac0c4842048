"""The window and commands at once, killed at any moment: the sign-in to Zoom survives."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.clock import SystemClock
from cpd_desktop.adapters.keychains import Keychains
from cpd_desktop.domain.errors import NeedsSignIn
from cpd_desktop.domain.secret import Secret
from tests.adapters.zoom.trainer import grants_at, is_live, questions, sign_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpd_desktop.adapters.zoom.grants import Grants
    from tests.fakes.zoom.apps import App
    from tests.fakes.zoom.server import FakeZoom

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="kills and a keychain of Unix"),
]

HERE = Path(__file__).parent


class Programs:
    """Programs that share a data folder and the keychain."""

    def __init__(self, zoom: FakeZoom, folder: Path) -> None:
        self.zoom, self.folder = zoom, folder
        self.running: list[subprocess.Popen[str]] = []

    def start(self, rounds: int, moment: str = "-") -> subprocess.Popen[str]:
        program = subprocess.Popen(
            [
                *(sys.executable, str(HERE / "renewing.py"), self.zoom.address),
                *(str(self.folder), str(rounds), moment),
            ],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env=os.environ | {"PYTHONPATH": str(HERE.parents[2])},
        )  # fmt: skip
        self.running.append(program)
        assert program.stdout
        assert program.stdout.readline() == "ready\n"
        return program

    def here(self) -> Grants:
        keychain = Keychains(self.folder / "vault")
        return grants_at(self.zoom, keychain, self.folder / "zoom.lock", SystemClock())


@pytest.fixture(params=["system"])
def kind(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Use the system's keychain, or the vault if a test asks for it."""
    if request.param == "system":
        request.getfixturevalue("secret_service")
    else:
        passphrase = tmp_path / "passphrase"
        passphrase.write_text("a long passphrase")
        passphrase.chmod(0o600)
        monkeypatch.setenv("CPD_VAULT_PASSPHRASE_FILE", str(passphrase))
    return str(request.param)


@pytest.fixture
def programs(zoom: FakeZoom, app: App, tmp_path: Path, kind: str) -> Iterator[Programs]:
    folder = tmp_path / "data"
    folder.mkdir()
    made = Programs(zoom, folder)
    sign_in(zoom, app, made.here())
    yield made
    for program in made.running:
        program.kill()
        program.communicate()


def assert_nothing_secret_lies_in(folder: Path, zoom: FakeZoom) -> None:
    refresh = {grant.refresh_token for grant in zoom.oauth.grants}
    secrets = [*zoom.oauth.tokens, *zoom.oauth.codes, *refresh]
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert "zoom.lock" in {path.name for path in files}
    for path in files:
        content = path.read_bytes()
        assert not [each for each in secrets if each.encode() in content], path


# The vault for most of it: a keychain on the message bus takes a fifth of a second each time.
@pytest.mark.parametrize(("kind", "rounds"), [("vault", 200), ("system", 20)], indirect=["kind"])
def test_two_programs_that_renew_at_once_two_hundred_times_keep_one_grant(
    zoom: FakeZoom, programs: Programs, rounds: int
) -> None:
    both = [programs.start(rounds), programs.start(rounds)]
    for program in both:
        assert program.stdin
        program.stdin.write("\n")
        program.stdin.flush()
    last = [Secret(program.communicate()[0].strip()) for program in both]
    assert [program.returncode for program in both] == [0, 0]
    assert len(zoom.oauth.grants) == len(zoom.oauth.live_grants()) == 1
    assert all(is_live(zoom, token) for token in last)
    assert questions(zoom) > rounds
    assert len(zoom.oauth.tokens) == questions(zoom)  # none was asked for in vain
    assert is_live(zoom, programs.here().token())
    assert_nothing_secret_lies_in(programs.folder, zoom)


@pytest.mark.parametrize(("moment", "asked"), [("before 1", 2), ("after 1", 2), ("after 2", 2)])
def test_a_program_killed_while_it_renews_leaves_a_grant_that_works(
    zoom: FakeZoom, programs: Programs, moment: str, asked: int
) -> None:
    before = programs.here().token()
    killed = programs.start(1, moment)
    killed.communicate("\n")
    assert killed.returncode == -9
    after = programs.here()
    if moment == "after 2":  # the new token was kept, though nobody had used it
        assert after.token() != before
    renewed = after.refused(before)
    assert renewed != before
    assert is_live(zoom, renewed)
    assert questions(zoom) == asked
    assert_nothing_secret_lies_in(programs.folder, zoom)


def test_a_program_killed_before_it_kept_the_answer_is_told_as_what_it_is(
    zoom: FakeZoom, programs: Programs
) -> None:
    before = programs.here().token()
    killed = programs.start(1, "before 2")
    killed.communicate("\n")
    assert killed.returncode == -9
    with pytest.raises(NeedsSignIn, match="answer was lost on the way"):
        programs.here().refused(before)
