from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.release_notes import LARGEST, numbers, read_note
from tests.fakes.releases import PAGE, note_of

VERSIONS = st.lists(st.integers(0, 99999), min_size=2, max_size=4)


def test_a_note_is_read() -> None:
    note = read_note(note_of("1.10.2", 7, changes=["One", "Two"]))
    assert (note.version, note.serial, note.page) == ("1.10.2", 7, PAGE)
    assert note.changes == ("One", "Two")
    assert note.published.isoformat() == "2026-11-20"


@given(VERSIONS, VERSIONS)
def test_versions_are_compared_as_numbers_and_zeros_at_the_end_do_not_count(
    one: list[int], other: list[int]
) -> None:
    told = [".".join(map(str, each)) for each in (one, other)]
    padded = [[*each, 0, 0, 0][:4] for each in (one, other)]
    assert (numbers(told[0]) > numbers(told[1])) == (padded[0] > padded[1])
    assert read_note(note_of(told[0])).is_news(told[1]) == (padded[0] > padded[1])


@pytest.mark.parametrize(
    "changed",
    [
        {"version": "1"},
        {"version": "1.2-beta"},
        {"version": 12},
        {"serial": 0},
        {"serial": True},
        {"serial": "7"},
        {"published": "yesterday"},
        {"page": "http://downloads.example.org"},
        {"page": "file:///etc/passwd"},
        {"page": "https://a@b.example"},
        {"page": None},
        {"changes": []},
        {"changes": [""]},
        {"changes": ["x" * 501]},
        {"changes": [1]},
        {"changes": "One"},
    ],
)
def test_a_note_that_cannot_be_is_refused(changed: dict[str, object]) -> None:
    told = json.loads(note_of()) | changed
    with pytest.raises(ValueError, match=r"note|version|Invalid"):
        read_note(json.dumps(told).encode())


@pytest.mark.parametrize("content", [b"", b"[]", b"null", b"{}", b"\xff", b"[" * 50_000])
def test_anything_else_is_no_note(content: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever is wrong with it
        read_note(content)


def test_a_note_without_end_is_refused() -> None:
    with pytest.raises(ValueError, match="too long"):
        read_note(b" " * (LARGEST + 1))
