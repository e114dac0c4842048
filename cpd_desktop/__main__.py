"""Starts the window."""

from __future__ import annotations

import gc
import os
import sys

from cpd_desktop import __version__

USAGE = "usage: cpd-desktop [--data DIR] [--version] [--self-test] [FILE]"

TEMPLATE = ".cpdtemplate"


def main(argv: list[str] | None = None) -> int:
    """Start the window, or answer what was asked instead; return the exit code."""
    if getattr(sys, "frozen", False):
        from cpd_desktop.services.crew import Crew

        Crew.freeze_support()
    file = ""
    match sys.argv[1:] if argv is None else argv:
        case []:
            folder = None
        case ["--data", chosen]:
            folder = chosen
        case ["--version"]:
            print(f"cpd-desktop {__version__}")  # noqa: T201 - asked for
            return 0
        case ["--self-test"]:
            return _try_everything()
        case [named] if named.endswith(TEMPLATE):
            folder, file = None, os.path.abspath(named)  # noqa: PTH100 - quicker to load
        case _:
            print(USAGE, file=sys.stderr)  # noqa: T201 - for whoever typed it
            return 2
    # The window collects at times of its own; until then there is nothing to find, only to search.
    gc.disable()
    from cpd_desktop.app.plain_imports import import_plainly

    import_plainly()
    from cpd_desktop.app.desktop import run

    return run(folder, file)


def _try_everything() -> int:
    from cpd_desktop.app.window_self_test import self_test_with_window
    from cpd_desktop.cli.answer import checked, say_any_letter, shown_work

    say_any_letter()
    answer = checked(self_test_with_window(shown_work()))
    # A program without a console of Windows has nowhere to say it; its exit code still tells.
    answer.say(sys.stdout, as_json=False)
    return answer.code


if __name__ == "__main__":
    sys.exit(main())
