"""The log of network calls on disk: bounded, shared by window and command, without secrets."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.safe_file import only_one, patiently
from cpd_desktop.domain.errors import Conflict
from cpd_desktop.domain.network import NetworkCall, shown_address
from cpd_desktop.domain.redaction import redacted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST: Final = 512_000
PATIENCE: Final = 1.0


class NetworkLogFile:
    """Appends one line for each call; when the file is full it begins another and keeps one older.

    Each line is written by itself under a lock, so that two programs never mix theirs.
    """

    def __init__(self, folder: Path, largest: int = LARGEST) -> None:
        self._path = folder / "network.jsonl"
        self._older = folder / "network.1.jsonl"
        self._lock = folder / "network.lock"
        self._largest = largest

    def note(self, call: NetworkCall) -> None:
        """Add a call; nothing is added where that cannot be done."""
        with suppress(OSError, Conflict):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            line = _line(call)
            with only_one(self._lock, PATIENCE):
                self._make_room(len(line))
                flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
                file = os.open(self._path, flags, 0o600)
                try:
                    os.write(file, line)
                finally:
                    os.close(file)

    def latest(self, count: int) -> list[NetworkCall]:
        """Return so many of the latest calls of all programs, the newest first."""
        lines = chain.from_iterable(map(_lines_from_end, (self._path, self._older)))
        return list(islice((call for line in lines if (call := _call(line))), count))

    def _make_room(self, coming: int) -> None:
        with suppress(FileNotFoundError):
            if self._path.stat().st_size + coming > self._largest:
                patiently(lambda: self._path.replace(self._older))


def _line(call: NetworkCall) -> bytes:
    shown = replace(
        call, address=shown_address(call.address), outcome=" ".join(redacted(call.outcome).split())
    )
    told = [
        shown.at.isoformat(),
        shown.service,
        shown.method,
        shown.address,
        shown.status,
        round(shown.seconds, 3),
        shown.outcome,
    ]
    # A line that a kill or a full disk cut off is not continued by the next.
    return b"\n" + json.dumps(told, ensure_ascii=False).encode()


def _lines_from_end(path: Path) -> Iterator[bytes]:
    try:
        content = path.read_bytes()
    except OSError:
        return
    yield from reversed(content.split(b"\n"))


def _call(line: bytes) -> NetworkCall | None:
    try:
        at, service, method, address, status, seconds, outcome = json.loads(line)
        return NetworkCall(
            datetime.fromisoformat(at), service, method, address, status, seconds, outcome
        )
    except (ValueError, TypeError):
        return None
