"""Planted secrets are looked for in every file that the application wrote."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

PASSPHRASE = "correct-horse-PLANTED-battery"
TOKEN = "PLANTED-token-0123456789abcdef0123456789abcdef"

SCRIPT = """
import logging, sys
from pathlib import Path
from cpd_desktop.adapters.keychains import Keychains
from cpd_desktop.adapters.log_file import start_log
from cpd_desktop.app.core import opened
from cpd_desktop.domain.secret import Secret
from cpd_desktop.store.folder import DataFolder

folder = DataFolder(Path(sys.argv[1]))
token = Secret(sys.stdin.readline().strip())
keychains = Keychains(folder.vault, passphrase_file=sys.argv[2])
folder.make()
start_log(folder.logs)
with opened(folder, face="test", keychains=keychains) as core:
    keychains.put("zoom", token)
    assert keychains.get("zoom") == token
    log = logging.getLogger("test")
    log.warning("the secret is %s and %r", token, [token])
    log.warning("access_token=%s", token.reveal())
    try:
        raise RuntimeError(f"Authorization: Bearer {token.reveal()}")
    except RuntimeError:
        log.exception("refused with password=%s", token.reveal())
    core.sample.fill()
    core.backups.create()
    core.backups.create(Path(sys.argv[3]))
    Path(sys.argv[4]).write_text(core.doctor.report())
    print(repr(token), f"{token}", keychains.state(), vars(keychains))
"""


@pytest.fixture
def planted(tmp_path: Path) -> tuple[Path, str]:
    passphrase = tmp_path / "elsewhere" / "passphrase"
    passphrase.parent.mkdir()
    passphrase.write_text(f"{PASSPHRASE}\n")
    passphrase.chmod(0o600)
    written = tmp_path / "written"
    written.mkdir()
    done = subprocess.run(
        [
            *(sys.executable, "-c", SCRIPT, str(written / "data"), str(passphrase)),
            *(str(written / "whole.cpdbackup"), str(written / "report.txt")),
        ],
        input=f"{TOKEN}\n", capture_output=True, text=True, check=False, env=dict(os.environ),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return written, done.stdout + done.stderr


def test_no_file_and_no_output_shows_a_secret(planted: tuple[Path, str]) -> None:
    written, said = planted
    files = [path for path in written.rglob("*") if path.is_file()]
    assert {"cpd.db", "vault", "cpd-window.log", "report.txt"} <= {path.name for path in files}
    contents = {str(path): path.read_bytes() for path in files} | {"said": said.encode()}
    for name, content in contents.items():
        for secret in (TOKEN, PASSPHRASE):
            assert secret.encode() not in content, name
            assert secret.encode("utf-16-le") not in content, name


def test_the_log_did_say_something(planted: tuple[Path, str]) -> None:
    written, _ = planted
    log = (written / "data" / "logs" / "cpd-window.log").read_text()
    assert "the secret is Secret(…)" in log
    assert "refused with password=" in log
