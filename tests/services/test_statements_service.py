"""A statement adds up what somebody earned by certificates that count, each place once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pypdfium2  # type: ignore[import-untyped]
import pytest

from cpd_desktop.domain.errors import Invalid, NotFound
from tests.certified import certified

if TYPE_CHECKING:
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def words(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return text


def test_it_adds_up_what_counts_in_the_period_and_counts_a_place_once(
    folder: DataFolder, clock: FixedClock
) -> None:
    with certified(folder, clock, "Zoë Ångström", "Tom") as here:
        here.issue()
        here.issue("Zoë Ångström", template="completion")
        core, zoe = here.core, here.of("zoe")
        found = words(core.statements.pdf(zoe.person, *YEAR))
        assert "Zoë Ångström" in found
        assert "Total 2 CPD hours" in found
        assert "CPD-2026-000003" in found
        assert "CPD-2026-000002" not in found
        assert core.statements.earned(zoe.person, date(2027, 1, 1), date(2027, 12, 31)) == []
        for each in core.certificate_register.of_person(zoe.person):
            core.certificates.revoke(each.number, "In error")
        assert "No certificates" in words(core.statements.pdf(zoe.person, *YEAR))
        with pytest.raises(Invalid):
            core.statements.pdf(zoe.person, YEAR[1], YEAR[0])
        with pytest.raises(NotFound):
            core.statements.pdf(999, *YEAR)
