"""Names within a binder that every system can unpack."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.safe_names import LONGEST, is_safe, safe_name, unused_name

NAMES = st.one_of(
    st.text(max_size=200),
    st.sampled_from(["con", "NUL.csv", "a/../b", "..", "C:\\x\\y.pdf", "é" * 300, ".", "com1.tar"]),
)


@given(NAMES)
def test_whatever_a_file_was_called_its_name_can_be_unpacked(name: str) -> None:
    assert is_safe(f"originals/reports/{safe_name(name)}")


@given(st.lists(NAMES, max_size=30))
def test_no_two_files_share_a_name_even_where_case_does_not_count(names: list[str]) -> None:
    taken: set[str] = set()
    for name in names:
        path = unused_name("originals/reports", name, taken)
        assert is_safe(path)
        assert path.casefold() not in taken
        taken.add(path.casefold())


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Teilnehmer März.csv", "Teilnehmer-Marz.csv"),
        ("participants_8123.csv", "participants_8123.csv"),
        ("C:\\Users\\anna\\list.xlsx", "list.xlsx"),
        ("名簿.csv", "file.csv"),
        ("aux.txt", "_aux.txt"),
        ("archive.tar.gz", "archive.tar.gz"),
    ],
)
def test_a_name_stays_as_it_was_as_far_as_it_can(name: str, made: str) -> None:
    assert safe_name(name) == made


@pytest.mark.parametrize(
    "path",
    ["/etc/passwd", "../x", "a/../b", "a//b", "con", "a/nul.txt", "a\\b", "a:b", "", "x.", " x",
     ".hidden", "-" + "x" * LONGEST],
)  # fmt: skip
def test_a_path_that_leads_out_or_cannot_be_made_is_not_safe(path: str) -> None:
    assert not is_safe(path)
