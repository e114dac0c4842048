from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.network_log import NetworkLogFile
from cpd_desktop.adapters.safe_file import only_one
from cpd_desktop.domain.network import NetworkCall, shown_address

if TYPE_CHECKING:
    from pathlib import Path

CALL = NetworkCall(
    datetime(2026, 11, 21, 9, 0, tzinfo=UTC), "Zoom", "GET",
    "https://api.zoom.us/v2/users/me", 200, 0.125,
)  # fmt: skip


def _numbered(number: int) -> NetworkCall:
    return replace(CALL, at=CALL.at + timedelta(seconds=number), status=number)


def test_the_latest_call_of_either_program_is_read_first(tmp_path: Path) -> None:
    window, command = NetworkLogFile(tmp_path / "logs"), NetworkLogFile(tmp_path / "logs")
    assert window.latest(5) == []
    window.note(CALL)
    command.note(replace(CALL, status=None, outcome="ConnectTimeout"))
    window.note(_numbered(3))
    assert command.latest(2) == [_numbered(3), replace(CALL, status=None, outcome="ConnectTimeout")]
    assert command.latest(9)[-1] == CALL


def test_the_file_stays_small_and_the_latest_calls_stay_in_it(tmp_path: Path) -> None:
    log = NetworkLogFile(tmp_path, largest=1000)
    for number in range(100):
        log.note(_numbered(number))
        assert sum(each.stat().st_size for each in tmp_path.iterdir()) <= 2000
    assert log.latest(8) == [_numbered(number) for number in range(99, 91, -1)]


def test_a_line_cut_off_by_a_kill_costs_only_itself(tmp_path: Path) -> None:
    log = NetworkLogFile(tmp_path)
    log.note(CALL)
    with (tmp_path / "network.jsonl").open("ab") as file:
        file.write(b'\n["2026-11-21T09:00:0')
    log.note(_numbered(1))
    assert log.latest(9) == [_numbered(1), CALL]


def test_a_log_that_cannot_be_written_is_in_nobodys_way(tmp_path: Path) -> None:
    (tmp_path / "logs").write_bytes(b"a file in the place of the folder")
    log = NetworkLogFile(tmp_path / "logs")
    log.note(CALL)
    assert log.latest(1) == []


def test_calls_from_many_threads_are_all_there_whole(tmp_path: Path) -> None:
    logs = [NetworkLogFile(tmp_path, largest=6000) for _ in range(4)]
    threads = [
        threading.Thread(target=lambda log=log: [log.note(CALL) for _ in range(25)]) for log in logs
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert logs[0].latest(200) == [CALL] * 100


def test_a_line_waits_until_the_other_program_has_written_its_own(tmp_path: Path) -> None:
    log = NetworkLogFile(tmp_path)
    writing = threading.Thread(target=log.note, args=(CALL,))
    with only_one(tmp_path / "network.lock"):
        writing.start()
        writing.join(0.1)
        assert writing.is_alive()
        assert log.latest(1) == []
    writing.join()
    assert log.latest(1) == [CALL]


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        (
            "https://api.zoom.us/v2/meetings/123/registrants?status=approved&next_page_token=abc",
            "https://api.zoom.us/v2/meetings/123/registrants?status=…&next_page_token=…",
        ),
        ("https://anna:s3cr3t@zoom.us/oauth", "https://zoom.us/oauth"),
        ("https://zoom.us/oauth/token?code=abc#top", "https://zoom.us/oauth/token?code=…"),
        ("https://zoom.us/v2/users/ann@clinic.example", "https://zoom.us/v2/users/a…@….example"),
        ("smtp.clinic.example:587", "smtp.clinic.example:587"),
    ],
)
def test_an_address_is_shown_without_what_is_personal(address: str, shown: str) -> None:
    assert shown_address(address) == shown


def test_no_secret_reaches_the_file(tmp_path: Path) -> None:
    NetworkLogFile(tmp_path).note(
        replace(
            CALL,
            address="https://a:s3cr3t1@zoom.us/x?email=tom@clinic.example&token=s3cr3t2",
            outcome="token=s3cr3t3 for\ntom@clinic.example",
        )
    )
    content = (tmp_path / "network.jsonl").read_text("utf-8")
    assert "s3cr3t" not in content
    assert "tom" not in content
