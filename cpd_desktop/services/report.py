"""Reports that a person may send to somebody who helps: redacted, shown first, then saved."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from cpd_desktop import __version__
from cpd_desktop.domain.errors import Unavailable
from cpd_desktop.domain.redaction import redacted
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from pathlib import Path

NOT_SAVED = Sentence("report", "The report could not be saved: {reason}.")
NOT_SAVED_ADVICE = Sentence("report", "Choose another place. Nothing else was changed.")


def of_defect(what: str, log: str) -> str:
    """Return a report of something nobody foresaw, fit to be shown and sent."""
    versions = (
        f"CPD Desktop {__version__}, Python {platform.python_version()}, {platform.platform()}"
    )
    return redacted(f"{versions}\n\n{what.rstrip()}\n\nLast lines of the log:\n{log}")


def save(text: str, path: Path) -> None:
    """Write a report; raises ``Unavailable`` if the place does not take it."""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        reason = error.strerror or str(error)
        raise Unavailable(NOT_SAVED.filled(reason=reason), NOT_SAVED_ADVICE) from error
