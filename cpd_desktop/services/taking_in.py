"""Files that somebody hands over, kept by their content and remembered by their name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cpd_desktop.domain.errors import Invalid, Unavailable
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.store.files import ContentStore

LARGEST = 100

NOT_READ = Sentence("files", "The file {name} could not be read: {reason}.")
NOT_READ_ADVICE = Sentence("files", "Check that it is there and may be read. Nothing was changed.")
TOO_LARGE = Sentence("files", "The file {name} is larger than {limit} MB.")
EMPTY = Sentence("files", "The file {name} is empty.")


class TakenIn(NamedTuple):
    """A kept file: the name of its bytes, the name it came with, and its size."""

    sha256: str
    file_name: str
    size: int


def take_in(files: ContentStore, path: Path) -> TakenIn:
    """Keep a file; raises what ``read_file`` does."""
    content = read_file(path)
    return TakenIn(files.keep(content), path.name, len(content))


def read_file(path: Path, megabytes: int = LARGEST, field: str = "file") -> bytes:
    """Return a file's bytes; raises ``Invalid`` under ``field``, or ``Unavailable``."""
    try:
        if path.stat().st_size > megabytes << 20:
            raise Invalid({field: TOO_LARGE.filled(name=path.name, limit=megabytes)})
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        says = NOT_READ.filled(name=path.name, reason=reason)
        raise Unavailable(says, NOT_READ_ADVICE) from error
    if not content:
        raise Invalid({field: EMPTY.filled(name=path.name)})
    return content
