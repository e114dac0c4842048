from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.mail.folder import FolderPostman
from cpd_desktop.domain.errors import NotAllowed
from cpd_desktop.domain.messages.states import Outcome
from cpd_desktop.services.messages.ports import Parcel

if TYPE_CHECKING:
    from pathlib import Path

MAIL = (
    b'From: ada@northern.example\r\nTo: "Anna Nowak" <anna@clinic.example>\r\n'
    b"Subject: =Your certificate\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n'
    b"Hello\r\n--b\r\nContent-Type: application/pdf\r\n"
    b'Content-Disposition: attachment; filename="a.pdf"\r\n\r\nPDF\r\n--b--\r\n'
)


def a_parcel(number: int) -> Parcel:
    return Parcel(f"<{number}@northern.example>", "ada@northern.example",
                  "anna@clinic.example", MAIL)  # fmt: skip


def rows(folder: Path) -> list[dict[str, str]]:
    with (folder / "mail-merge.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_each_mail_is_a_file_and_a_row_of_the_list_however_often_it_is_written(
    tmp_path: Path,
) -> None:
    for _ in range(2):
        postman = FolderPostman(tmp_path)
        postman.connect()
        for number in range(2):
            assert postman.hand_over(a_parcel(number)).outcome is Outcome.SENT
        postman.close()
    assert [path.read_bytes() for path in tmp_path.glob("*.eml")] == [MAIL, MAIL]
    first, second = rows(tmp_path)
    assert (first["Email"], first["Name"]) == ("anna@clinic.example", "Anna Nowak")
    assert first["Text"].strip() == "Hello"
    assert (tmp_path / first["Attachments"]).read_bytes().strip() == b"PDF"
    assert first["Attachments"] != second["Attachments"]


def test_a_subject_cannot_run_as_a_formula_in_the_list(tmp_path: Path) -> None:
    postman = FolderPostman(tmp_path)
    postman.hand_over(a_parcel(1))
    postman.close()
    assert rows(tmp_path)[0]["Subject"] == "'=Your certificate"


def test_a_folder_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotAllowed, match="nowhere"):
        FolderPostman(tmp_path / "nowhere").connect()
