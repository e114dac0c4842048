"""Nothing is issued that lacks what the law or the template wants, and each lack has a name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.certificates.completeness import (
    Where,
    gaps_of_event,
    gaps_of_person,
    same_names,
)
from cpd_desktop.domain.certificates.freezing import snapshot_of
from cpd_desktop.domain.certificates.requirements import REQUIREMENTS
from cpd_desktop.domain.events import EventStatus
from cpd_desktop.domain.presets import PRESETS
from cpd_desktop.domain.sample_provider import SAMPLE_PROVIDER
from cpd_desktop.domain.settings import Provider
from tests.domain.certificates.occasions import HOLDER, LABEL, LINE, NOW, occasion

if TYPE_CHECKING:
    from cpd_desktop.domain.certificates.completeness import Gap
    from cpd_desktop.domain.certificates.freezing import Holder, Occasion


def gaps(here: Occasion, holder: Holder = HOLDER, *printed: str) -> list[Gap]:
    return list(gaps_of_person(here, holder, snapshot_of(here, holder, LABEL), printed))


def forbidding(found: list[Gap]) -> set[tuple[str, Where]]:
    return {(each.field, each.where) for each in found if each.forbids}


def test_nothing_is_missing_where_all_is_known() -> None:
    assert gaps(occasion()) == []


def test_every_preset_says_what_it_wants_on_a_certificate() -> None:
    assert set(REQUIREMENTS) == set(PRESETS)
    for key in PRESETS:
        assert all(isinstance(str(each.says), str) for each in gaps(occasion(preset=key)))


def test_each_missing_fact_says_where_it_is_put_right() -> None:
    line = replace(LINE, category="", statement="", activity_number="")
    here = replace(occasion(preset="nasba"), provider=Provider("Northern Training"))
    assert forbidding(gaps(here, replace(HOLDER, credits=(line,)))) == {
        ("provider_address", Where.PROVIDER),
        ("provider_number", Where.PROVIDER),
        ("accreditor_statement", Where.CREDIT),
        ("category", Where.CREDIT),
        ("statement", Where.CREDIT),
    }


def test_whose_licence_is_missing_is_named() -> None:
    (gap,) = (each for each in gaps(occasion(preset="racgp")) if each.where is Where.PERSON)
    assert str(gap.says) == (
        "Licence number of Zoë Ångström is missing, which RACGP CPD wants on the certificate."
    )
    assert gap.registration == HOLDER.registration


def test_what_only_the_template_prints_is_asked_for_too() -> None:
    here = occasion()
    assert forbidding(gaps(here, HOLDER, "objectives", "signature")) == {
        ("objectives", Where.EVENT),
        ("signature", Where.SIGNATORY),
    }


@pytest.mark.parametrize(
    ("begins", "ends", "approved"),
    [
        (date(2026, 12, 1), date(2026, 12, 1), True),
        (None, date(2026, 11, 30), False),
        (date(2026, 12, 2), None, False),
        (None, None, True),
    ],
)
def test_credit_is_only_certified_while_its_approval_holds(
    begins: date | None, ends: date | None, *, approved: bool
) -> None:
    line = replace(LINE, approved_from=begins, approved_until=ends)
    found = forbidding(gaps(occasion(), replace(HOLDER, credits=(line,))))
    assert found == (set() if approved else {("approval", Where.CREDIT)})


def test_a_category_must_be_one_that_the_body_knows() -> None:
    line = replace(LINE, category="Clinical")
    found = gaps(occasion(preset="bacb"), replace(HOLDER, credits=(line,)))
    assert any("Learning, Ethics, Supervision" in str(each.says) for each in found)
    line = replace(LINE, category="Ethics")
    assert "category" not in {
        each.field for each in gaps(occasion(preset="bacb"), replace(HOLDER, credits=(line,)))
    }


def test_usual_practice_is_told_but_stops_nobody() -> None:
    (gap,) = gaps(occasion(preset="cpd"))
    assert (gap.field, gap.forbids) == ("objectives", False)


def test_nobody_gets_a_certificate_before_the_end_or_of_a_cancelled_event() -> None:
    assert list(gaps_of_event(occasion(), NOW)) == []
    early = list(gaps_of_event(occasion(), NOW - timedelta(days=1)))
    assert [str(each.says) for each in early] == [
        "The event is not over: its last session ends on 2026-12-01."
    ]
    assert list(gaps_of_event(occasion(status=EventStatus.CANCELLED), NOW))
    assert list(gaps_of_event(occasion(trashed_at=NOW), NOW))


def test_issuing_later_than_the_body_wants_is_told() -> None:
    later = NOW + timedelta(days=60)
    (gap,) = gaps_of_event(occasion(preset="nasba"), later)
    assert not gap.forbids
    assert "60 days" in str(gap.says)


def test_two_people_of_one_name_are_pointed_out_once() -> None:
    other = replace(HOLDER, registration=8, name="zoe angstrom")
    (gap,) = same_names([HOLDER, other, replace(HOLDER, registration=9, name="Ana")])
    assert not gap.forbids
    assert "2 people" in str(gap.says)


def test_whoever_would_certify_as_the_sample_does_is_told_so() -> None:
    (gap,) = gaps_of_event(replace(occasion(), provider=SAMPLE_PROVIDER), NOW)
    assert (gap.where, gap.forbids) == (Where.PROVIDER, False)
    assert "Sample Training" in str(gap.says)
