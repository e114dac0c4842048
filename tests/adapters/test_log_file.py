"""The log on disk: nothing secret in it, nothing lost, never in the way."""

from __future__ import annotations

import faulthandler
import logging
import os
import stat
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from cpd_desktop.adapters import log_file
from cpd_desktop.adapters.log_file import start_log, stop_log, tail

if TYPE_CHECKING:
    from collections.abc import Iterator

CRASH = """
import ctypes, sys
from pathlib import Path
from cpd_desktop.adapters.log_file import start_log
print(start_log(Path(sys.argv[1])).crash, flush=True)
ctypes.string_at(0)
"""
WRITE = """
import logging, sys
from pathlib import Path
from cpd_desktop.adapters import log_file
log_file.LARGEST, log_file.OLDER = 3000, 99
log_file.start_log(Path(sys.argv[1]), "command")
print("started", flush=True)
sys.stdin.readline()
for number in range(300):
    logging.info("%s wrote line %d.", sys.argv[2], number)
"""
NOT_ALLOWED = """
import logging, os, sys
from pathlib import Path
from cpd_desktop.adapters.log_file import start_log
if os.getuid() == 0:  # who may write anywhere
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
started = start_log(Path(sys.argv[1]))
logging.error("password=hunter2")
print(started.notice)
"""
DISK_FULL = """
import logging, resource, sys
from pathlib import Path
from cpd_desktop.adapters.log_file import start_log
start_log(Path(sys.argv[1]))
logging.info("before")
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
for _ in range(5):
    logging.info("password=hunter2 " * 10)
print("still working")
"""


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    root = logging.getLogger()
    level = root.level
    yield
    stop_log()
    root.setLevel(level)
    faulthandler.enable(2)


def test_a_line_tells_when_how_bad_and_where(tmp_path: Path) -> None:
    started = start_log(tmp_path / "logs")
    logging.getLogger("cpd_desktop.store").warning("kept %d events", 3)
    assert started.path == tmp_path / "logs" / "cpd-window.log"
    time, level, process, where, *words = started.path.read_text("utf-8").split()
    assert time.endswith("Z")
    assert (level, process, where) == ("WARNING", str(os.getpid()), "cpd_desktop.store:")
    assert words == ["kept", "3", "events"]


def test_no_secret_gets_in_by_message_argument_or_traceback(tmp_path: Path) -> None:
    path = start_log(tmp_path).path
    log = logging.getLogger("cpd_desktop.zoom")
    log.info("answer %s", {"access_token": "planted-1", "mail": "planted.jane@example.org"})
    log.info("token=planted-2")
    try:
        raise ValueError('{"password": "planted-3"}')  # noqa: TRY301 - the words are the test
    except ValueError:
        log.exception("Authorization: Bearer planted-4")
    log.info("folder %s", Path("/home/planted-7/CPD"), stack_info=True)
    with warnings.catch_warnings():
        warnings.simplefilter("default")
        warnings.warn("client_secret=planted-8", UserWarning, stacklevel=1)
    text = path.read_text("utf-8")
    assert "planted" not in text
    assert "ValueError: " in text
    assert "UserWarning: client_secret=…" in text
    assert text.count("\n") > 10


def test_arguments_that_do_not_fit_are_not_shown(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = start_log(tmp_path).path
    words = ("cpd_desktop.zoom", logging.INFO, "sync.py", 7, "kept %d", ("planted",), None)
    for handler in logging.getLogger().handlers:
        if isinstance(handler, log_file._LogFile):
            handler.handle(logging.LogRecord(*words))
    assert path.read_text("utf-8") == "INFO cpd_desktop.zoom: kept %d (TypeError)\n"
    assert capfd.readouterr() == ("", "")


def test_debug_chatter_is_left_out_and_starting_twice_writes_once(tmp_path: Path) -> None:
    start_log(tmp_path)
    path = start_log(tmp_path).path
    logging.getLogger("keyring").debug("chatter")
    logging.getLogger("cpd_desktop").info("once")
    assert path.read_text("utf-8").count("\n") == 1


def test_any_text_can_be_logged(tmp_path: Path) -> None:
    path = start_log(tmp_path).path
    logging.info("你好 🙂 \udcff end")  # noqa: LOG015 - as any library may
    assert path.read_text("utf-8").endswith("你好 🙂 \\udcff end\n")


def test_the_log_is_for_its_owner_and_opened_by_the_first_line(tmp_path: Path) -> None:
    path = start_log(tmp_path).path
    assert not path.exists()
    logging.getLogger("cpd_desktop").info("first")
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_old_logs_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_file, "LARGEST", 1000)
    path = start_log(tmp_path).path
    for number in range(200):
        logging.getLogger("cpd_desktop").info("line %d of the whole", number)
    kept = sorted(file.name for file in tmp_path.glob("cpd-window.log*") if file.suffix != ".lock")
    assert kept == ["cpd-window.log", *(f"cpd-window.log.{n}" for n in range(1, 6))]
    assert all(file.stat().st_size < 1200 for file in tmp_path.iterdir())
    lines = [
        line.rpartition("line ")[2]
        for n in (5, 4, 3, 2, 1, None)
        for line in path.with_name(f"cpd-window.log{f'.{n}' if n else ''}").read_text().splitlines()
    ]
    assert lines == [f"{n} of the whole" for n in range(200 - len(lines), 200)]


def test_a_log_that_cannot_be_moved_loses_no_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_file, "LARGEST", 1000)
    path = start_log(tmp_path).path
    for number in range(1, 6):
        (tmp_path / f"cpd-window.log.{number}").write_text(f"older {number}")

    def refused(*_: object) -> None:
        raise PermissionError  # as Windows does while another program has the file open

    monkeypatch.setattr(Path, "rename", refused)
    for number in range(50):
        logging.getLogger("cpd_desktop").info("line %d of the whole", number)
    assert path.read_text("utf-8").count("\n") == 50
    assert (tmp_path / "cpd-window.log.5").read_text() == "older 5"


def test_a_crash_between_two_renames_loses_no_file(tmp_path: Path) -> None:
    path = tmp_path / "cpd-window.log"
    path.write_text("now")
    path.with_name("cpd-window.log.0").write_text("before the crash")
    path.with_name("cpd-window.log.1").write_text("older")
    log_file._shift(path)
    assert path.read_text() == "now"
    assert path.with_name("cpd-window.log.1").read_text() == "before the crash"
    assert path.with_name("cpd-window.log.2").read_text() == "older"


def test_commands_at_once_lose_no_line(tmp_path: Path, spawn: Any) -> None:
    writers = [spawn(WRITE, str(tmp_path), who, stdin=subprocess.PIPE) for who in ("ann", "bob")]
    for writer in writers:
        assert writer.stdout.readline() == "started\n"
    for writer in writers:
        writer.stdin.write("go\n")
        writer.stdin.flush()
    for writer in writers:
        assert writer.communicate(timeout=60) == ("", "")
    files = list(tmp_path.glob("cpd-command.log*"))
    assert len(files) > 10
    text = "".join(file.read_text("utf-8") for file in files)
    for who in ("ann", "bob"):
        assert all(text.count(f"{who} wrote line {number}.\n") == 1 for number in range(300))


def test_a_deleted_log_folder_stops_nobody(tmp_path: Path) -> None:
    path = start_log(tmp_path / "logs").path
    logging.getLogger("cpd_desktop").info("first")
    for file in path.parent.iterdir():
        file.unlink()
    path.parent.rmdir()
    logging.getLogger("cpd_desktop").info("second")
    path.parent.mkdir()
    logging.getLogger("cpd_desktop").info("third")
    assert path.read_text("utf-8").endswith("third\n")


@pytest.mark.skipif(sys.platform == "win32", reason="modes are of the other systems")
def test_a_read_only_folder_makes_the_log_silent(spawn: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o555)
        out, err = spawn(NOT_ALLOWED, f"{folder}/logs").communicate(timeout=60)
    assert (out, err) == ("No log is written: Permission denied.\n", "")


@pytest.mark.skipif(sys.platform == "win32", reason="the limit is of the other systems")
def test_a_full_disk_makes_the_log_silent(tmp_path: Path, spawn: Any) -> None:
    out, err = spawn(DISK_FULL, str(tmp_path)).communicate(timeout=60)
    assert (out, err) == ("still working\n", "")
    assert b"before" in (tmp_path / "cpd-window.log").read_bytes()


def test_a_crash_is_told_at_the_next_start_once(tmp_path: Path, spawn: Any) -> None:
    crashed = spawn(CRASH, str(tmp_path))
    assert crashed.communicate(timeout=60)[0] == "None\n"
    assert crashed.returncode != 0
    started = start_log(tmp_path)
    assert started.crash is not None
    assert "string_at" in started.crash
    assert "The last run crashed:" in started.path.read_text("utf-8")
    assert start_log(tmp_path).crash is None


def test_a_crash_file_is_kept_small_and_redacted(tmp_path: Path) -> None:
    path = tmp_path / "crash-window.txt"
    path.write_text("x y\n" * 200_000 + 'File "/home/jane/cpd.py"\n', "utf-8")
    crash = start_log(tmp_path).crash
    assert crash is not None
    assert len(crash) <= log_file.LARGEST_CRASH
    assert crash.endswith('File "/home/…/cpd.py"\n')
    assert path.stat().st_size == 0


def test_the_doctor_sees_the_last_lines_of_both_faces(tmp_path: Path) -> None:
    assert tail(tmp_path / "none", 5) == ""
    (tmp_path / "cpd-window.log.1").write_text("1\n2\n3\n", "utf-8")
    (tmp_path / "cpd-window.log").write_bytes(b"4\npassword=x\n\xff\n")
    (tmp_path / "cpd-command.log").write_text("c\n", "utf-8")
    assert tail(tmp_path, 4) == ("cpd-window.log\n3\n4\npassword=…\n\ufffd\n\ncpd-command.log\nc\n")
