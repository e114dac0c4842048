"""Sets everything up and builds what a person installs, on the system that it is for."""

from __future__ import annotations

import subprocess
import sys

import environment
import strings
import system_packages


def main() -> int:
    """Build; return the exit code."""
    environment.make_ready(system_packages.BUNDLE)
    strings.compile_all()
    packaging = environment.ROOT / "packaging"
    variables = environment.variables() | {"PYTHONPATH": f"{environment.ROOT}"}
    command = [environment.program("python"), "-m", "installers", *sys.argv[1:]]
    return subprocess.run(command, check=False, cwd=packaging, env=variables).returncode


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
