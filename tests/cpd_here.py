"""The command on a folder of its own, with a vault that a file opens."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cpd_desktop.cli.run import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

PASSPHRASE = "correct horse battery staple"


@dataclass(frozen=True)
class Cpd:
    """Runs ``cpd`` and answers with what it printed as JSON."""

    folder: Path
    printed: pytest.CaptureFixture[str]

    def __call__(self, *words: object, code: int = 0) -> Any:
        ended = run(["--data", str(self.folder), "--json", *map(str, words)])
        out, err = self.printed.readouterr()
        assert ended == code, f"{ended}: {err}{out}"
        return json.loads(out)

    def lines(self, *words: object, code: int = 0) -> str:
        """Return what a person is told instead."""
        ended = run(["--data", str(self.folder), *map(str, words)])
        out, err = self.printed.readouterr()
        assert ended == code, f"{ended}: {err}{out}"
        return out

    def elsewhere(self, name: str) -> Cpd:
        """Return the command of somebody else, on a folder beside this one."""
        return Cpd(self.folder.parent / name, self.printed)


def on_vault(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Let commands open a vault by a passphrase in a file of the folder."""
    passphrase = folder / "passphrase"
    passphrase.write_text(f"{PASSPHRASE}\n")
    passphrase.chmod(0o600)
    patch.setenv("CPD_VAULT_PASSPHRASE_FILE", str(passphrase))


def cpd_on_sample(
    folder: Path, sample: Path, printed: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch
) -> Cpd:
    """Return the command on a copy of the sample data."""
    on_vault(folder, patch)
    return Cpd(shutil.copytree(sample, folder / "data"), printed)
