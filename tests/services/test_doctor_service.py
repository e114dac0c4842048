from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpd_desktop.services import doctor
from tests.certified import certified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpd_desktop.services.doctor import Check
    from cpd_desktop.store.folder import DataFolder
    from tests.certified import Certified
    from tests.clock import FixedClock


@pytest.fixture
def here(folder: DataFolder, clock: FixedClock) -> Iterator[Certified]:
    with certified(folder, clock, "Zoë Ångström", "Tom Becker", "Ana Li") as made:
        yield made


def certificates(here: Certified, *, whole: bool = False) -> Check:
    found = here.core.doctor.checks(whole=whole)
    return next(each for each in found if each.what == "certificates")


def test_a_certificate_whose_file_is_gone_or_altered_is_named(here: Certified) -> None:
    before = certificates(here)
    assert (before.ok, before.says) == (True, "0 of 0 files looked at, each as it was issued")
    here.issue()
    assert certificates(here).says.startswith("3 of 3 files looked at")
    register = here.core.certificate_register
    register.place(here.of("zoe")).write_bytes(b"another")
    register.place(here.of("becker")).unlink()
    found = certificates(here)
    assert not found.ok
    assert found.says == "of 3 files: CPD-2026-000003 was altered, CPD-2026-000002 is gone"


def test_only_the_newest_are_looked_at_unless_all_are_asked_for(
    here: Certified, monkeypatch: pytest.MonkeyPatch
) -> None:
    here.issue()
    monkeypatch.setattr(doctor, "NEWEST", 2)
    here.core.certificate_register.place(here.of("ana")).unlink()
    assert certificates(here).says.startswith("2 of 3 files")
    assert not certificates(here, whole=True).ok
