"""What a correction would change, what is seen of a certificate, and which numbers come next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.attendance.decisions import Verdict
from cpd_desktop.domain.errors import NotFound
from cpd_desktop.domain.settings import Certificates, Provider
from tests.certified import certified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpd_desktop.store.folder import DataFolder
    from tests.certified import Certified
    from tests.clock import FixedClock

TOM, ZOE = "Tom Becker", "Zoë Ångström"


@pytest.fixture
def here(folder: DataFolder, clock: FixedClock) -> Iterator[Certified]:
    with certified(folder, clock, TOM, ZOE) as made:
        yield made


def told(here: Certified, number: str) -> dict[str, tuple[str, str]]:
    facts = here.core.corrections.of(number).facts
    return {str(each.field): (each.was, each.becomes) for each in facts if each.differs}


def test_a_correction_names_only_what_it_changes(here: Certified) -> None:
    here.issue()
    number = here.of("zoe").number
    assert told(here, number) == {}
    here.change_event(title="Wound care, part 2")
    person = here.core.people.get(here.of("zoe").person)
    here.core.people.change(person.id, replace(person.draft(), name="Zoë Klein"))
    assert told(here, number) == {
        "Name": (ZOE, "Zoë Klein"),
        "Event": ("Wound care", "Wound care, part 2"),
    }
    assert len(here.core.certificate_register.of_event(here.event)) == 2  # none was issued


def test_a_correction_says_what_is_missing_and_why_there_would_be_none(here: Certified) -> None:
    here.issue(TOM)
    number = here.of("tom").number
    here.core.settings.put(Provider())
    assert [each.field for each in here.core.corrections.of(number).missing] == ["provider_name"]
    here.core.attendance.override(here.event, [here.places[TOM]], Verdict.NOT_MET, "Left")
    correction = here.core.corrections.of(number)
    assert "Left" in str(correction.why_not)
    assert correction.facts == ()
    with pytest.raises(NotFound):
        here.core.corrections.of("CPD-1999-000001")


def test_the_numbers_that_are_told_are_those_that_are_taken(here: Certified) -> None:
    certificates = here.core.certificates
    told_before = certificates.numbers(certificates.plan(here.event))
    assert told_before == ("CPD-2026-000001", "CPD-2026-000002")
    assert certificates.numbers(certificates.plan(here.event)) == told_before  # none was taken
    made = here.issue().made
    assert (made[0].number, made[-1].number) == told_before
    here.core.settings.put(replace(here.core.settings.get(Certificates), pattern="N{number:03}"))
    here.register("Ada Byron")
    assert certificates.numbers(certificates.plan(here.event)) == ("N001", "N001")


def test_what_was_issued_is_shown_as_it_was_also_when_the_name_is_another_now(
    here: Certified,
) -> None:
    previews, plan = here.core.previews, here.core.certificates.plan(here.event)
    drafts = [previews.draft(plan.occasion, plan.drawn, holder, 0, 0.3) for holder in plan.to_issue]
    assert drafts[0] != drafts[1]
    here.issue(TOM)
    issued = here.of("tom")
    before = previews.issued(issued, 0, 0.3)
    person = here.core.people.get(issued.person)
    here.core.people.change(person.id, replace(person.draft(), name="Thomas Becker"))
    assert previews.issued(here.of("tom"), 0, 0.3) == before
