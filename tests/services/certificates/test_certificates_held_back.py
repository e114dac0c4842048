"""What keeps certificates from being issued, named once and to whom it belongs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from cpd_desktop.domain.certificates.completeness import Where
from cpd_desktop.domain.lifecycle import Move
from cpd_desktop.domain.people import PersonDraft
from cpd_desktop.domain.settings import Provider, Signatory
from tests.certified import LINE, certified

if TYPE_CHECKING:
    from cpd_desktop.store.folder import DataFolder
    from tests.certified import Certified
    from tests.clock import FixedClock


def test_what_is_missing_is_named_once_and_holds_everybody_back(here: Certified) -> None:
    here.core.settings.put(Signatory())
    here.core.settings.put(Provider())
    issued = here.issue()
    assert issued.made == ()
    missing = {(each.field, each.where) for each in issued.plan.missing}
    assert missing >= {
        ("provider_name", Where.PROVIDER),
        ("signatory_name", Where.SIGNATORY),
    }
    assert len(issued.plan.missing) == len({each.field for each in issued.plan.missing})
    assert len(issued.plan.held_back) == 2


def test_what_is_missing_is_told_before_anybody_earned_one(
    folder: DataFolder, clock: FixedClock
) -> None:
    with certified(folder, clock) as here:
        here.register("Ana Absent", met=False)
        here.core.settings.put(Provider())
        here.core.settings.put(Signatory())
        here.change_event(preset="nasba")
        plan = here.core.certificates.plan(here.event)
        wanted = {(each.field, each.where) for each in plan.missing}
        assert wanted >= {
            ("provider_name", Where.PROVIDER),
            ("provider_number", Where.PROVIDER),
            ("signatory_name", Where.SIGNATORY),
            ("category", Where.CREDIT),
        }
        assert all(each.where is not Where.PERSON for each in plan.gaps)
        assert plan.held_back == ()


def test_whose_licence_is_missing_is_held_back_alone(here: Certified) -> None:
    here.change_event(
        preset="racgp", credits=(replace(LINE, type="RACGP CPD hours", activity_number="1"),)
    )
    here.core.people.change(
        here.core.people.ids("becker")[0],
        PersonDraft("Tom Becker", licences=(("RACGP", "77"),)),  # type: ignore[arg-type]
    )
    issued = here.issue()
    assert [each.name for each in issued.made] == ["Tom Becker"]
    assert [each.registration for each in issued.plan.missing] == [here.places["Zoë Ångström"]]


def test_a_name_that_no_font_has_holds_back_only_whose_it_is(here: Certified) -> None:
    here.register("Nobody \U00012000\U0001f9ff")
    issued = here.issue()
    assert len(issued.made) == 2
    assert [each.where for each in issued.plan.missing] == [Where.PERSON]


def test_before_the_event_is_over_nobody_gets_one(here: Certified, clock: FixedClock) -> None:
    clock.at = datetime(2026, 12, 1, 15, tzinfo=UTC)
    issued = here.issue()
    assert issued.made == ()
    assert [each.field for each in issued.plan.missing] == ["event"]


def test_a_cancelled_event_certifies_nobody(here: Certified) -> None:
    here.core.lifecycle.move(here.event, Move.CANCEL)
    assert here.issue().made == ()
