"""Files are named by person, event and number, whatever letters those have."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.certificates.claims import Claims
from cpd_desktop.domain.certificates.file_names import file_name
from cpd_desktop.domain.certificates.register import Certificate, Status
from tests.domain.certificates.occasions import NOW

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

TEXTS: SearchStrategy[str] = st.text(max_size=300)
DAY = date(2026, 12, 1)


def issued(name: str, title: str) -> Certificate:
    claims = Claims("CPD-2026-000001", name, title, DAY, DAY, (), DAY)
    return Certificate(
        id=1, number=claims.number, code="A", status=Status.ISSUED, registration=1, reference="R",
        person=1, event=1, template=1, version=1, claims=claims, issued_at=NOW, issued_by="anna",
        sha256="0" * 64, size=1,
    )  # fmt: skip


def test_a_name_says_whose_it_is_and_for_what() -> None:
    named = file_name(issued("王小明", "Wound care: “part 2”"))
    assert named == "王小明 - Wound care “part 2” - CPD-2026-000001.pdf"


def test_a_name_cannot_lead_elsewhere_or_turn_around() -> None:
    named = file_name(issued("../../etc\u202efdp", "CON\x00."))
    assert named == "etc fdp - CON - CPD-2026-000001.pdf"


@given(TEXTS, TEXTS)
def test_every_file_system_takes_every_name(name: str, title: str) -> None:
    named = file_name(issued(name, title))
    assert len(named.encode()) <= 255
    assert not set(named) & set('<>:"/\\|?*\0\n')
    assert named.endswith("CPD-2026-000001.pdf")
    assert not named.startswith((".", " "))
