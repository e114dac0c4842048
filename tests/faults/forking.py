"""Does something in a fork of this process, and says what became of the fork."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def became_of(deed: Callable[[], object]) -> str:
    """Return ``killed``, ``done``, or ``failed`` once its error was printed."""
    child = os.fork()
    if child == 0:
        try:
            deed()
        except BaseException:  # noqa: BLE001 - the fork must end here whatever happens
            sys.setprofile(None)
            sys.excepthook(*sys.exc_info())
            os._exit(2)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        return "killed"
    return "done" if status == 0 else "failed"
