"""Files that somebody hands over, kept by their content and remembered by their name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cpd_desktop.domain.errors import NotAllowed, Unavailable
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.store.files import ContentStore

LARGEST = 200_000_000

NOT_READ = Sentence("files", "The file {name} could not be read: {reason}.")
NOT_READ_ADVICE = Sentence("files", "Check that it is there and may be read. Nothing was changed.")
TOO_LARGE = Sentence("files", "The file {name} is larger than {limit} MB.")
TOO_LARGE_ADVICE = Sentence("files", "Put it on the web and add its link. Nothing was changed.")


class TakenIn(NamedTuple):
    """A kept file: the name of its bytes, and the name it came with."""

    sha256: str
    file_name: str


def take_in(files: ContentStore, path: Path) -> TakenIn:
    """Keep a file; raises ``Unavailable`` if it cannot be read, ``NotAllowed`` if too large."""
    try:
        if path.stat().st_size > LARGEST:
            says = TOO_LARGE.filled(name=path.name, limit=LARGEST // 1_000_000)
            raise NotAllowed(says, TOO_LARGE_ADVICE)
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        says = NOT_READ.filled(name=path.name, reason=reason)
        raise Unavailable(says, NOT_READ_ADVICE) from error
    return TakenIn(files.keep(content), path.name)
