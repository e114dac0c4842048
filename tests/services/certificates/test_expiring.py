"""Certificates that need not be kept any more are erased, and their numbers are not missed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.certificates.verdicts import Verdict
from cpd_desktop.domain.errors import CpdError, NotAllowed, NotFound
from cpd_desktop.store.tables import certificate, erased_certificate
from tests.certified import certified
from tests.drafts import STARTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpd_desktop.store.folder import DataFolder
    from tests.certified import Certified
    from tests.clock import FixedClock

NUMBER, REVOKED = "CPD-2026-000001", "CPD-2026-000002"


@pytest.fixture
def here(folder: DataFolder, clock: FixedClock) -> Iterator[Certified]:
    with certified(folder, clock, "Zoë Ångström", "Tom Becker") as made:
        made.issue()
        made.core.certificates.revoke(REVOKED, "Issued in error")
        yield made


@pytest.fixture
def shown(here: Certified) -> dict[str, bytes]:
    """The files, as people have them."""
    register = here.core.certificate_register
    return {each.number: register.pdf(each) for each in register.of_event(here.event)}


@pytest.fixture
def years_later(clock: FixedClock, shown: dict[str, bytes]) -> None:
    assert shown
    clock.at = STARTS.replace(year=2033) + timedelta(days=1)


def test_certificates_are_not_erased_while_a_rule_or_a_hold_asks_for_them(
    here: Certified, clock: FixedClock
) -> None:
    with pytest.raises(NotAllowed, match="must be kept"):
        here.core.expiring.erase(here.event)
    clock.at = STARTS.replace(year=2033) + timedelta(days=1)
    here.core.keeping.hold(here.event, "A complaint")
    with pytest.raises(NotAllowed, match="A complaint"):
        here.core.expiring.erase(here.event)
    assert len(here.core.certificate_register.of_event(here.event)) == 2


@pytest.mark.usefixtures("years_later")
def test_when_they_are_erased_nothing_tells_of_the_people_any_more(
    here: Certified, folder: DataFolder
) -> None:
    register = here.core.certificate_register
    files = [register.place(each) for each in register.of_event(here.event)]
    codes = [each.code for each in register.of_event(here.event)]
    here.core.expiring.erase(here.event)
    assert not register.ids()
    assert not any(each.exists() for each in files)
    assert here.core.keeping.due()[0].certificates == 0
    kept = folder.database.read_bytes()
    assert not any(each.encode() in kept for each in codes)
    with here.core.db.reading() as connection:
        left = connection.execute(erased_certificate.select()).all()
    assert [(each.number, each.status) for each in left] == [
        (NUMBER, "issued"),
        (REVOKED, "revoked"),
    ]
    here.core.events.trash([here.event])
    here.core.events.empty_trash([here.event])
    with pytest.raises(NotFound):
        here.core.events.get(here.event)


@pytest.mark.usefixtures("years_later")
def test_whoever_shows_an_erased_one_is_told_so_and_what_became_of_it(
    here: Certified, shown: dict[str, bytes]
) -> None:
    code = here.core.certificate_register.called(NUMBER).code
    here.core.expiring.erase(here.event)
    good, bad = (here.core.verifying.shown(shown[each]) for each in (NUMBER, REVOKED))
    assert (good.verdict, bad.verdict) == (Verdict.VALID, Verdict.REVOKED)
    for each in (good, bad):
        assert any("Its record was erased on 2033-12-02" in str(says) for says in each.unproven)
    for told in (NUMBER, code):
        with pytest.raises(NotFound, match=f"{NUMBER} was erased on 2033-12-02"):
            here.core.certificate_register.called(told)


@pytest.mark.usefixtures("years_later")
def test_no_number_is_given_again_and_the_erasing_cannot_be_undone(
    here: Certified, clock: FixedClock
) -> None:
    changes = here.core.expiring.erase(here.event)
    assert changes.entry is not None
    with pytest.raises(NotAllowed, match="erased"):
        here.core.history.undo(changes.entry)
    clock.at = STARTS + timedelta(days=2)
    assert {each.number for each in here.issue().made} == {"CPD-2026-000003", "CPD-2026-000004"}


@pytest.mark.usefixtures("years_later")
def test_a_certificate_of_which_nothing_is_left_cannot_be_removed(here: Certified) -> None:
    with pytest.raises(CpdError), here.core.db.writing("test") as tx:
        tx.delete(certificate, 1)
    here.core.expiring.erase(here.event)
    with pytest.raises(CpdError), here.core.db.writing("test") as tx:
        tx.delete(erased_certificate, 1)
