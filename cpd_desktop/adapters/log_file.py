"""The log on disk: redacted, bounded, and never in the way of the work it tells about."""

from __future__ import annotations

import faulthandler
import logging
import os
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.safe_file import only_one
from cpd_desktop.domain.errors import CpdError
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from io import FileIO, TextIOWrapper
    from pathlib import Path

# Each face writes a file of its own: on Windows a file that another program has open cannot be
# renamed, so a window left open for days would keep `cpd` from ever starting a new file.
FACES: Final = ("window", "command")
LARGEST: Final = 1_000_000
OLDER: Final = 5
LARGEST_CRASH: Final = 256_000
_FORM: Final = "%(asctime)s.%(msecs)03dZ %(levelname)s %(process)d %(name)s: %(message)s"

_crash_file: FileIO | None = None


@dataclass(frozen=True, slots=True)
class StartedLog:
    """Where the log is written, why it is not, and how the last run ended if it crashed."""

    path: Path
    notice: Sentence | None = None
    crash: str | None = None


def start_log(folder: Path, face: str = "window") -> StartedLog:
    """Send everything that is logged to a file of this face; a second call starts anew.

    Where nothing can be written the log is silent, and the notice says so once.
    """
    stop_log()
    path = folder / f"cpd-{face}.log"
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    logging.captureWarnings(capture=True)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        crash = _watch_for_crashes(folder / f"crash-{face}.txt")
    except OSError as error:
        # Without any handler logging would print to the terminal, unredacted.
        root.addHandler(_Nowhere())
        notice = Sentence("log", "No log is written: {reason}.").filled(reason=error.strerror)
        return StartedLog(path, notice)
    root.addHandler(_LogFile(path))
    if crash:
        logging.getLogger(__name__).error("The last run crashed:\n%s", crash)
    return StartedLog(path, crash=crash)


def stop_log() -> None:
    """Close what ``start_log`` opened."""
    global _crash_file  # noqa: PLW0603 - faulthandler is one for the process, and so is its file
    root = logging.getLogger()
    for known in [known for known in root.handlers if isinstance(known, (_LogFile, _Nowhere))]:
        root.removeHandler(known)
        with suppress(OSError):  # the last line may find a full disk
            known.close()
        logging.captureWarnings(capture=False)
    if _crash_file is not None:
        faulthandler.disable()
        _crash_file.close()
        _crash_file = None


def tail(folder: Path, lines: int) -> str:
    """Return the last lines of each face for a report, redacted once more."""
    found = []
    for face in FACES:
        path = folder / f"cpd-{face}.log"
        last: deque[str] = deque(maxlen=lines)
        for part in (_numbered(path, 1), path):
            try:
                with part.open(encoding="utf-8", errors="replace") as file:
                    last.extend(file)
            except OSError:
                continue
        if last:
            found.append(f"{path.name}\n{''.join(last)}")
    return _hidden("\n".join(found))


class _Nowhere(logging.NullHandler):
    """Takes every record and keeps none."""


class _Redacting(logging.Formatter):
    """Hides secrets in the finished text, so that arguments and tracebacks are covered too."""

    def formatTime(  # noqa: N802 - the library's name
        self, record: logging.LogRecord, datefmt: str | None = None
    ) -> str:
        return time.strftime(datefmt or "%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))

    def format(self, record: logging.LogRecord) -> str:
        try:
            text = super().format(record)
        except Exception as error:  # noqa: BLE001 - any argument may fail to become text
            text = f"{record.levelname} {record.name}: {record.msg} ({type(error).__name__})"
        return _hidden(text)


class _LogFile(logging.FileHandler):
    """Appends to a file and starts a new one when it is full.

    Own, because the library's rotating file loses the record, and in the end every older file,
    when a rename is refused (Windows, a reader), and knows of no second process.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path, encoding="utf-8", errors="backslashreplace", delay=True)
        self._path = path
        self.setFormatter(_Redacting(_FORM))

    def emit(self, record: logging.LogRecord) -> None:
        with suppress(OSError, CpdError):
            self._make_room()
        with suppress(OSError):
            super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the library's name
        """Stay silent: the library would print the arguments, unredacted, to the terminal."""

    def _open(self) -> TextIOWrapper:
        return open(self._path, "a", encoding=self.encoding, errors=self.errors, opener=_for_owner)

    def _make_room(self) -> None:
        """Let go of a full file, or of one that another process has renamed."""
        if self.stream is None:
            return
        open_file = os.fstat(self.stream.fileno())
        if open_file.st_size < LARGEST and _is(open_file, self._path):
            return
        stream, self.stream = self.stream, None
        stream.close()
        with only_one(self._path.with_name(f"{self._path.name}.lock"), patience=1):
            if self._path.exists() and self._path.stat().st_size >= LARGEST:
                _shift(self._path)


def _is(open_file: os.stat_result, path: Path) -> bool:
    try:
        return os.path.samestat(open_file, path.stat())
    except FileNotFoundError:
        return False


def _hidden(text: str) -> str:
    # Its rules take 5 ms to build, which the first paint need not wait for.
    from cpd_desktop.domain.redaction import redacted

    return redacted(text)


def _for_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _numbered(path: Path, number: int) -> Path:
    return path.with_name(f"{path.name}.{number}")


def _shift(path: Path) -> None:
    """Make the file the first of the older ones; if it cannot be moved, nothing is."""
    first = _numbered(path, 0)
    if not first.exists():  # or a crash came between the two steps
        path.rename(first)
    for number in range(OLDER - 1, -1, -1):
        older = _numbered(path, number)
        if older.exists():
            older.replace(_numbered(path, number + 1))


def _watch_for_crashes(path: Path) -> str | None:
    """Let a crash of the interpreter be written down; return what the last run left."""
    global _crash_file  # noqa: PLW0603 - see stop_log
    crash = None
    file = open(  # noqa: SIM115 - see above; it stays open for faulthandler
        path, "a+b", buffering=0, opener=_for_owner
    )
    size = file.tell()
    if size:
        file.seek(max(0, size - LARGEST_CRASH))
        crash = _hidden(file.read().decode("utf-8", "replace"))
        file.truncate(0)
    _crash_file = file
    faulthandler.enable(file)
    return crash
