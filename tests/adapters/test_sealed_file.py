from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters import sealed_file
from cpd_desktop.adapters.sealed_file import SealedFiles
from cpd_desktop.domain.errors import (
    CpdError,
    Damaged,
    Invalid,
    NeedsSignIn,
    NewerData,
    NotFound,
    Unavailable,
)
from cpd_desktop.domain.secret import Secret

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WORDS = Secret("nine sheep jump over")
PIECE = 1000


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed_file, "PIECE", PIECE)
    cheap = {"kdf": "argon2id", "memory_kib": 64, "passes": 1, "lanes": 1}
    monkeypatch.setattr("cpd_desktop.adapters.passphrases._COST", cheap)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.cpdmove"


def sealed(path: Path, content: bytes, *, by: int = 300) -> bytes:
    pieces = (content[at : at + by] for at in range(0, len(content), by))
    SealedFiles().seal(path, WORDS, pieces)
    return path.read_bytes()


def unsealed(path: Path, passphrase: Secret = WORDS) -> bytes:
    return b"".join(SealedFiles().unseal(path, passphrase))


@pytest.mark.parametrize("length", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 7])
def test_what_was_sealed_comes_out_whatever_its_length(path: Path, length: int) -> None:
    content = bytes(number % 251 for number in range(length))
    assert content[:16] not in sealed(path, content)[200:] or length < 16
    assert unsealed(path) == content
    assert list(path.parent.iterdir()) == [path]


def test_another_passphrase_is_told_from_a_damaged_file(path: Path) -> None:
    sealed(path, b"a" * 3000)
    with pytest.raises(NeedsSignIn, match="does not open this file"):
        unsealed(path, Secret("nine sheep jump below"))
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    with pytest.raises(Damaged, match="cut off or altered"):
        unsealed(path)


def test_no_byte_can_be_altered_without_notice(path: Path) -> None:
    whole = sealed(path, b"roster" * 300)
    for at in range(0, len(whole), 7):
        altered = bytearray(whole)
        altered[at] ^= 0x20
        path.write_bytes(altered)
        with pytest.raises(CpdError):
            unsealed(path)


def test_no_piece_can_be_left_out_put_elsewhere_cut_off_or_added(path: Path) -> None:
    whole = sealed(path, b"a" * PIECE + b"b" * PIECE + b"c" * 10)
    step = PIECE + 16
    end = len(whole) - 26
    head, one, two, last = (
        whole[: end - 2 * step], whole[end - 2 * step : end - step], whole[end - step : end],
        whole[end:],
    )  # fmt: skip
    for parts in (
        (head, one, two),
        (head, one, last),
        (head, two, one, last),
        (head, one, two, last, last),
        (head, one, two, two, last),
        (head,),
        (head[:-3],),
    ):
        path.write_bytes(b"".join(parts))
        with pytest.raises(Damaged):
            unsealed(path)
    path.write_bytes(head + one + two + last)
    assert len(unsealed(path)) == 2 * PIECE + 10


@pytest.mark.parametrize("content", [b"", b"Dear Ann", b"[1]\n", b"{}\n", b"\xff" * 2000])
def test_a_file_of_another_kind_is_called_so(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(Damaged, match="was not made by"):
        unsealed(path)


def test_a_file_of_a_later_version_asks_for_a_newer_program(path: Path) -> None:
    path.write_bytes(b'{"move": 2}\n')
    with pytest.raises(NewerData, match="later version"):
        unsealed(path)


def test_a_header_that_asks_for_all_memory_is_refused(path: Path) -> None:
    whole = sealed(path, b"")
    path.write_bytes(whole.replace(b'"memory_kib": 64', b'"memory_kib": 99999999'))
    with pytest.raises(Damaged):
        unsealed(path)


def test_a_short_passphrase_is_refused_before_anything_is_written(path: Path) -> None:
    read: list[bool] = []

    def pieces() -> Iterator[bytes]:
        read.append(True)
        yield b""

    with pytest.raises(Invalid, match="12 characters"):
        SealedFiles().seal(path, Secret("short"), pieces())
    assert not read
    assert not path.exists()


def test_what_goes_wrong_while_writing_leaves_the_old_file_and_nothing_else(path: Path) -> None:
    before = sealed(path, b"older")

    def pieces() -> Iterator[bytes]:
        yield b"x" * 5000
        raise OSError(28, "No space left on device")

    with pytest.raises(Unavailable, match="No space left"):
        SealedFiles().seal(path, WORDS, pieces())
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_missing_file_is_said_to_be_missing(path: Path) -> None:
    with pytest.raises(NotFound):
        unsealed(path)
