"""What a certificate says follows from the event, the person and the settings."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from cpd_desktop.domain.certificates.claims import claims_of
from cpd_desktop.domain.certificates.freezing import WEBINAR, Holder, Label, claims_in, snapshot_of
from cpd_desktop.domain.certificates.snapshot import snapshot_from
from cpd_desktop.domain.credit import CreditLine
from cpd_desktop.domain.events import EventFormat
from cpd_desktop.domain.people import Licence
from cpd_desktop.domain.settings import Certificates
from tests.domain.certificates.occasions import HOLDER, LABEL, occasion


def test_it_says_what_the_event_the_person_and_the_provider_are_called() -> None:
    made = snapshot_of(occasion(), HOLDER, LABEL)
    assert (made.person_name, made.event_title) == ("Zoë Ångström", "Wound care")
    assert made.provider_address == "4 Mill Lane, Leeds"
    assert (made.place, made.delivery) == (WEBINAR, WEBINAR)
    assert [str(line.amount) for line in made.credits] == ["1.5"]
    assert (made.accreditor, made.activity_number) == ("CPD Standards Office", "ACT-1")
    assert made.statement == "Approved for 2 hours."


def test_the_same_facts_make_the_same_bytes_and_survive_being_kept() -> None:
    made = snapshot_of(occasion(), HOLDER, LABEL)
    assert made.as_json() == snapshot_of(occasion(), HOLDER, LABEL).as_json()
    assert snapshot_from(made.as_json()) == made


def test_nasba_calls_the_delivery_by_its_own_exact_term() -> None:
    here = occasion(preset="nasba")
    assert snapshot_of(here, HOLDER, LABEL).delivery == "Group Internet Based"
    there = occasion(preset="nasba", format=EventFormat.IN_PERSON, place="Leeds")
    assert snapshot_of(there, HOLDER, LABEL).delivery == "Group Live"
    assert snapshot_of(there, HOLDER, LABEL).place == "Leeds"


def test_a_german_certificate_says_in_german_how_it_was_given_but_keeps_prescribed_terms() -> None:
    both = replace(occasion(format=EventFormat.HYBRID, place="Köln"), language="de-DE")
    made = snapshot_of(both, HOLDER, LABEL)
    assert made.delivery == "Präsenzveranstaltung / Interaktives Live-Webinar"
    assert made.place == "Köln / Interaktives Live-Webinar"
    online = replace(occasion(preset="nasba", format=EventFormat.ONLINE), language="de")
    assert snapshot_of(online, HOLDER, LABEL).delivery == "Group Internet Based"


def test_the_licence_is_the_one_that_the_accreditor_knows() -> None:
    holder = replace(HOLDER, licences=(Licence("GMC", "1"), Licence("RACGP", "2")))
    assert snapshot_of(occasion(preset="racgp"), holder, LABEL).person_licence == "RACGP 2"
    assert snapshot_of(occasion(), holder, LABEL).person_licence == "GMC 1"
    assert snapshot_of(occasion(), HOLDER, LABEL).person_licence == ""


@pytest.mark.parametrize(
    ("months", "expected"), [(0, None), (4, date(2027, 2, 28)), (12, date(2027, 10, 31))]
)
def test_an_expiry_never_falls_on_a_day_that_there_is_not(
    months: int, expected: date | None
) -> None:
    here = replace(occasion(), settings=Certificates(months=months))
    label = replace(LABEL, issued=datetime(2026, 10, 31, 9, tzinfo=UTC))
    assert snapshot_of(here, HOLDER, label).expires == expected


def test_the_signed_claims_name_the_day_of_issue_in_utc_and_those_of_the_event_where_it_was() -> (
    None
):
    here = occasion(zone="Pacific/Auckland")
    label = Label("CPD-2026-000001", "ABCD-EFGH", datetime(2026, 12, 2, 23, 30, tzinfo=UTC))
    claims = claims_in(snapshot_of(here, HOLDER, label))
    assert claims.issued == date(2026, 12, 2)
    assert (claims.first, claims.last) == (date(2026, 12, 2), date(2026, 12, 2))
    assert claims.credit_words == "1.5 CPD hours"
    assert claims_of(claims.numbered()) == claims


def test_credit_of_two_kinds_is_listed_with_each_fact_said_once() -> None:
    two = tuple(
        CreditLine(kind, Decimal(1), "Board", "ACT-7", statement="Approved.")
        for kind in ("Ethics", "CPD hours")
    )
    made = snapshot_of(occasion(), Holder(1, "R1", "Ana", credits=two), LABEL)
    assert (made.accreditor, made.activity_number, made.statement) == (
        "Board",
        "ACT-7",
        "Approved.",
    )
    assert claims_in(made).credit_words == "1 Ethics, 1 CPD hours"


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ({"": ""}, "NT-204"),
        ({"BACB": "OP-12-3456"}, "OP-12-3456"),
        ({"BACB": "NT-204", "ASWB": ""}, "NT-204"),
        ({"BACB": "OP-12-3456", "ASWB": ""}, "OP-12-3456 (BACB), NT-204 (ASWB)"),
    ],
)
def test_each_accreditor_sees_the_number_by_which_it_knows_the_provider(
    numbers: dict[str, str], told: str
) -> None:
    lines = tuple(
        CreditLine("CE", Decimal(1), body, provider_number=number)
        for body, number in numbers.items()
    )
    made = snapshot_of(occasion(), replace(HOLDER, credits=lines), LABEL)
    assert made.provider_number == told
