"""Names of files that every system can unpack, made from names that people and programs gave."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

LONGEST = 100
LONGEST_NAME = 60
LONGEST_ENDING = 12

_OTHER = re.compile(r"[^A-Za-z0-9._-]+")
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
_PART = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*")


def safe_name(name: str) -> str:
    """Return a name of plain letters for a file that is called so; another one may get it, too.

    Letters beyond A to Z are left to whoever lists the file: not every program that unpacks writes
    them the same way.
    """
    last = re.split(r"[/\\]", name)[-1]
    plain = unicodedata.normalize("NFKD", last).encode("ascii", "ignore").decode()
    stem, dot, ending = _OTHER.sub("-", plain).strip("-").rstrip(".").rpartition(".")
    if not dot or len(ending) > LONGEST_ENDING:
        stem, dot, ending = stem + dot + ending, "", ""
    stem = stem[: LONGEST_NAME - len(dot + ending)].strip("-.") or "file"
    made = f"{stem}{dot}{ending}"
    return f"_{made}" if _RESERVED.fullmatch(made) else made


def unused_name(folder: str, name: str, taken: Container[str]) -> str:
    """Return a safe path in the folder that is not among those ``taken``, which have no case."""
    made = PurePosixPath(safe_name(name))
    path, number = f"{folder}/{made}", 2
    while path.casefold() in taken:
        path, number = f"{folder}/{made.stem}-{number}{made.suffix}", number + 1
    return path


def is_safe(path: str) -> bool:
    """Say whether a path within an archive stays within it and can be unpacked everywhere."""
    return len(path) <= LONGEST and all(
        _PART.fullmatch(part) and not part.endswith(".") and not _RESERVED.fullmatch(part)
        for part in path.split("/")
    )
