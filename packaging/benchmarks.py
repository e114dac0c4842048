"""Sets everything up and measures, on a screen of its own where there is none and one can be."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import ExitStack

import environment
import session
import strings
import system_packages

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_FOR_A_SCREEN = ("Xvfb", "openbox", "dbus-daemon", "gnome-keyring-daemon")


def main() -> int:
    """Run the benchmarks; return their exit code."""
    environment.make_ready(system_packages.WINDOW)
    strings.compile_all()
    with ExitStack() as stack:
        variables = environment.variables()
        no_screen = not any(variables.get(name) for name in _SCREENS)
        if no_screen and all(map(shutil.which, _FOR_A_SCREEN)):
            variables = stack.enter_context(session.private_desktop(variables))
        variables["PYTHONPATH"] = str(environment.ROOT)
        command = [environment.program("python"), "-m", "tests.benchmarks.run", *sys.argv[1:]]
        done = subprocess.run(command, check=False, cwd=environment.ROOT, env=variables)
    return done.returncode


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
