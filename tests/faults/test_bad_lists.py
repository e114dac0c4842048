"""What strangers send instead of a list: a sentence that says where, and nothing half-imported."""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.errors import CpdError
from tests.lists import as_csv, numbers, said

if TYPE_CHECKING:
    from cpd_desktop.services.registrations import Registrations
    from tests.lists import Lists

PLAIN = ("Name", "E-mail")
PEOPLE = [(f"P{number}", f"p{number}@x.example") for number in range(3000)]
GOOD = as_csv(PLAIN, PEOPLE).encode()


def with_line(number: int, line: bytes) -> bytes:
    """Return a good list in which one row is another."""
    lines = GOOD.split(b"\r\n")
    lines[number - 1] = line
    return b"\r\n".join(lines)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"\r\n \r\n\t\r\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"%PDF-1.7 \x00\x01", "is a document or a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Excel file"),
        (b"PK\x03\x04" + bytes(600), "is damaged"),
        (b"a," * 1_000_000, "row 1"),
        (b"a," * 1000, "more than 256 columns, in row 1"),
        (b"Name,E-mail\r\n" + b"Ann," * 1_000_000, "row 2"),
        (with_line(2500, b'"P,p@x.example'), "row 2500"),
        (with_line(2500, b"P\x00,p@x.example"), "row 2500"),
        (with_line(2500, b"P" * 3_000_000 + b",p@x.example"), "row 2500"),
        (with_line(2500, b"P," * 300), "row 2500"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_list_is_refused_in_words_and_leaves_nothing(
    lists: Lists, content: bytes, says: str
) -> None:
    before = lists.state()
    with pytest.raises(CpdError, match=says) as raised:
        lists.bring(content)
    assert "Nothing was imported." in str(raised.value)
    assert lists.state() == before
    assert lists.kept() == []


def test_a_list_in_another_encoding_than_was_said_leaves_nothing(lists: Lists) -> None:
    before = lists.state()
    with pytest.raises(CpdError, match=r"row 2500, column A .Name.*UTF-8"):
        lists.bring(with_line(2500, "Zoë,z@x.example".encode("cp1252")), encoding="utf-8")
    assert lists.state() == before
    assert numbers(lists.bring(with_line(2500, "Zoë,z@x.example".encode("cp1252")))) == {
        "added": 3000
    }


@pytest.mark.parametrize("seed", range(8))
def test_binary_junk_leaves_nothing(lists: Lists, seed: int) -> None:
    junk = random.Random(seed).randbytes(50_000)  # noqa: S311 - junk, the same every time
    before = lists.state()
    with pytest.raises(CpdError):
        lists.bring(junk)
    assert lists.state() == before


def test_a_gigabyte_of_nothing_is_refused_at_once(lists: Lists) -> None:
    path = lists.path / "huge.csv"
    with path.open("wb") as file:
        file.write(GOOD)
        file.truncate(1 << 30)
    before = lists.state()
    with pytest.raises(CpdError, match="larger than 200 MB"):
        lists.bring(path)
    assert lists.state() == before


def test_a_file_that_may_not_be_read_is_told(lists: Lists) -> None:
    path = lists.path / "gone.csv"
    with pytest.raises(CpdError, match=r"no file “gone\.csv”"):
        lists.bring(path)
    os.mkfifo(path)
    with pytest.raises(CpdError, match="no file that can be read"):
        lists.bring(path)


def test_columns_of_the_same_name_are_told_apart_and_none_is_guessed(
    lists: Lists, registrations: Registrations
) -> None:
    text = as_csv(("Name", "E-mail", "e-mail"), [("Ann", "a@x.example", "b@x.example")])
    lists.bring(text)
    assert registrations.on(lists.event)[0].email == ""
    lists.bring(text, "email=e-mail (2)")
    assert {each.email for each in registrations.on(lists.event)} == {"", "b@x.example"}


NAMES = [
    *("王芳", "שָׂרָה כהן", "محمد علي", "Ζωή", "Anna 🙂👩‍⚕️", "O'Brien-Łukasz", "e\u0301lan"),
    *("\u202eevil", "=1+1", "Robert'); DROP TABLE person;--", "ẞ", "İstanbul"),
]


def test_names_of_every_script_are_kept_as_they_are_written(
    lists: Lists, registrations: Registrations
) -> None:
    rows = [(name, f"p{number}@x.example") for number, name in enumerate(NAMES)]
    text = as_csv(PLAIN, rows)
    assert numbers(lists.bring(text)) == {"added": len(NAMES)}
    assert {each.name for each in registrations.on(lists.event)} == set(NAMES)
    assert numbers(lists.bring(text)) == {"unchanged": len(NAMES)}


@pytest.mark.parametrize(
    "headers", [("Name", "Phone"), ("Name", "Organisation"), ("Name", "Notes"), ("Name", "Group"),
                ("Name", "Tags"), ("Name", "Licence number"), ("Name", "Discount code")],
)  # fmt: skip
def test_a_cell_of_ten_thousand_characters_is_kept_or_refused_by_name(
    lists: Lists, headers: tuple[str, str]
) -> None:
    told = lists.bring(as_csv(headers, [("Ann", "ü" * 10_001), ("x" * 10_000, ""), ("Ben", "")]))
    assert [(row, column) for row, column, _ in said(told.errors)] == [(2, headers[1]), (3, "Name")]
    assert numbers(told) == {"added": 1, "refused": 2}
