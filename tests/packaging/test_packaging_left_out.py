"""The program gets along without what the bundle leaves out."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from installers import chosen

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
_IMPORT = re.compile(
    r"^ *(?:from (?P<package>[\w.]+) )?import (?P<names>\([^)]*\)|[^(\n#]+)", re.MULTILINE
)
# Python reads it at every start, in worker processes too.
BLOCKED = f"""
import sys

class LeftOut:
    names = {chosen.NOT_USED!r}

    def find_spec(self, name, path=None, target=None):
        if any(f"{{name}}.".startswith(f"{{each}}.") for each in self.names):
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

sys.meta_path.insert(0, LeftOut())
"""


def test_no_page_or_command_needs_a_module_that_is_left_out() -> None:
    left_out = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in (ROOT / "cpd_desktop").rglob("*.py")
        for name in _imported(path)
        if any(f"{name}.".startswith(f"{each}.") for each in chosen.NOT_USED)
    ]
    assert not left_out


def _imported(path: Path) -> Iterator[str]:
    for found in _IMPORT.finditer(path.read_text(encoding="utf-8")):
        package = f"{found['package']}." if found["package"] else ""
        yield from (
            f"{package}{each.split()[0]}"
            for each in re.split("[,()]", found["names"])
            if each.strip()
        )


@pytest.mark.slow
def test_certificates_mail_and_stripe_work_without_what_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(BLOCKED, encoding="utf-8")
    places = {"HOME": str(tmp_path), "PYTHONPATH": os.pathsep.join((str(tmp_path), str(ROOT)))}
    asked = subprocess.run(
        [sys.executable, "-c", "import stripe.params"],
        check=False, capture_output=True, text=True, env=os.environ | places,
    )  # fmt: skip
    assert "ModuleNotFoundError: No module named 'stripe.params'" in asked.stderr
    tried = subprocess.run(
        [sys.executable, "-m", "cpd_desktop.cli.command", "self-test"],
        check=False, capture_output=True, text=True, env=os.environ | places,
    )  # fmt: skip
    assert tried.returncode == 0, tried.stdout + tried.stderr
    assert "ok  Stripe: " in tried.stdout
