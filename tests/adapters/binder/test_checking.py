"""A binder that comes from anywhere is checked without being believed, and told in words."""

from __future__ import annotations

import hashlib
import io
import stat
import struct
import warnings
import zipfile
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.adapters.binder.checking import check_binder
from cpd_desktop.domain.errors import Damaged, NotFound
from cpd_desktop.services.work import Work

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

CONTENT = {
    "originals/reports/report.csv": b"Name,Minutes\n",
    "tables/results.csv": b"Ada\n",
    "index.html": b"<!DOCTYPE html>",
}


def manifest(content: dict[str, bytes]) -> bytes:
    lines = (f"{hashlib.sha256(each).hexdigest()}  {name}\n" for name, each in content.items())
    return "".join(lines).encode()


def a_zip(
    content: Iterable[tuple[str | zipfile.ZipInfo, bytes]], method: int = zipfile.ZIP_STORED
) -> bytes:
    made = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # that a name is there twice is the point
        with zipfile.ZipFile(made, "w", method) as archive:
            for name, each in content:
                archive.writestr(name, each)
    return made.getvalue()


def whole() -> list[tuple[str | zipfile.ZipInfo, bytes]]:
    return [*CONTENT.items(), ("MANIFEST.sha256", manifest(CONTENT))]


def problems(path: Path, content: bytes) -> list[str]:
    file = path / "binder.zip"
    file.write_bytes(content)
    return [str(each) for each in check_binder(file, Work()).problems]


def refused(path: Path, content: bytes) -> str:
    with pytest.raises(Damaged) as raised:
        problems(path, content)
    return str(raised.value)


def test_a_whole_binder_has_no_problems(tmp_path: Path) -> None:
    assert problems(tmp_path, a_zip(whole())) == []


def test_a_file_that_was_changed_is_named(tmp_path: Path) -> None:
    changed = CONTENT | {"tables/results.csv": b"Eve\n"}
    listed = [*changed.items(), ("MANIFEST.sha256", manifest(CONTENT))]
    (said,) = problems(tmp_path, a_zip(listed))
    assert said == "tables/results.csv was changed: it does not fit the hash that is listed."


def test_a_flipped_byte_anywhere_is_found(tmp_path: Path) -> None:
    content = a_zip(whole())
    for at in range(len(content)):
        torn = bytearray(content)
        torn[at] ^= 0x20
        try:
            found = problems(tmp_path, bytes(torn))
        except Damaged:
            continue
        # What is left says when and on what system it was packed, and nothing about content.
        if not found:
            with zipfile.ZipFile(io.BytesIO(bytes(torn))) as archive:
                assert {each: archive.read(each) for each in CONTENT} == CONTENT


def test_a_missing_and_an_added_file_are_named(tmp_path: Path) -> None:
    listed = [each for each in whole() if each[0] != "tables/results.csv"]
    said = problems(tmp_path, a_zip([*listed, ("tables/other.csv", b"")]))
    assert said == [
        "tables/results.csv is listed and not there.",
        "tables/other.csv is there and not listed.",
    ]


@pytest.mark.parametrize("name", ["../x", "/etc/passwd", "a\\b", "con.txt", "C:x", "a/" + "b" * 99])
def test_a_name_that_leads_out_is_never_opened(tmp_path: Path, name: str) -> None:
    said = problems(tmp_path, a_zip([*whole(), (name, b"")]))
    assert any("must not be unpacked" in each for each in said)


def test_a_file_that_is_there_twice_is_named(tmp_path: Path) -> None:
    said = problems(tmp_path, a_zip([*whole(), ("INDEX.html", b"another")]))
    assert "index.html is there more than once." in said


def test_a_link_is_no_file(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("tables/link.csv")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    said = problems(tmp_path, a_zip([*whole(), (link, b"/etc/passwd")]))
    assert "tables/link.csv is a folder, a link or locked, and no file." in said


def test_a_bomb_is_not_opened(tmp_path: Path) -> None:
    bomb = CONTENT | {"tables/bomb.csv": bytes(50_000_000)}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, each in (*CONTENT.items(), ("MANIFEST.sha256", manifest(bomb))):
            archive.writestr(name, each)
        archive.writestr("tables/bomb.csv", bomb["tables/bomb.csv"], zipfile.ZIP_DEFLATED)
    (said,) = problems(tmp_path, made.getvalue())
    assert said == "tables/bomb.csv is compressed, which no binder's files are; it was not opened."


def test_files_that_overlap_are_refused(tmp_path: Path) -> None:
    content = bytearray(a_zip(whole()))
    first = content.index(b"PK\x01\x02")
    second = content.index(b"PK\x01\x02", first + 4)
    content[second + 42 : second + 46] = struct.pack("<I", 0)  # both begin where the first does
    assert "overlap" in refused(tmp_path, bytes(content))


@pytest.mark.parametrize("made", [
    b"#!/bin/sh\n" + a_zip(whole()),
    a_zip(whole()) + b"more",
    a_zip(whole())[:-2] + b"\x04\x00more",
])  # fmt: skip
def test_something_before_or_after_the_files_is_refused(tmp_path: Path, made: bytes) -> None:
    refused(tmp_path, made)


def test_a_list_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    listed = manifest(CONTENT) + b"not a line\n" + manifest(CONTENT)
    said = problems(tmp_path, a_zip([*CONTENT.items(), ("MANIFEST.sha256", listed)]))
    assert said == ["Line 4 of the list of files cannot be read.",
                    *(f"{name} is listed more than once." for name in CONTENT)]  # fmt: skip


def test_without_a_page_or_a_list_it_is_no_binder(tmp_path: Path) -> None:
    rest = {name: each for name, each in CONTENT.items() if name != "index.html"}
    listed = [*rest.items(), ("MANIFEST.sha256", manifest(rest))]
    assert problems(tmp_path, a_zip(listed)) == [
        "The page to read it by, index.html, is missing."
    ]  # fmt: skip
    assert "no list of its files" in refused(tmp_path, a_zip(CONTENT.items()))


def test_what_is_no_zip_is_refused_in_words(tmp_path: Path) -> None:
    for content in (b"", b"PK", b"<html>", a_zip(whole())[:-30]):
        assert "is not an audit binder" in refused(tmp_path, content)
    with pytest.raises(NotFound, match="Check the name"):
        check_binder(tmp_path / "nothing.zip", Work())


@given(st.binary(max_size=300), st.integers(0, 600))
def test_whatever_comes_is_said_in_words(
    tmp_path_factory: pytest.TempPathFactory, junk: bytes, at: int
) -> None:
    content = a_zip(whole())
    path = tmp_path_factory.getbasetemp()
    with suppress(Damaged):
        problems(path, content[:at] + junk + content[at + len(junk) :])
