from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.errors import Conflict, Invalid, NotFound
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.registrations import RegistrationStatus
from cpd_desktop.services.parties import Parties, PartyDraft
from tests.drafts import a_draft, somebody

if TYPE_CHECKING:
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.store.database import Database
    from tests.clock import FixedClock


@pytest.fixture
def parties(db: Database, clock: FixedClock) -> Parties:
    return Parties(db, clock)


@pytest.fixture
def event(events: Events) -> int:
    return events.add(replace(a_draft(), price=Money(7500, "GBP"))).value.id


def test_a_group_owes_what_its_members_with_a_place_owe(
    parties: Parties, registrations: Registrations, event: int
) -> None:
    for name in ("Ann", "Ben"):
        registrations.add(event, somebody(name, party="Ward 4"))
    gone = registrations.add(event, somebody("Cem", party="Ward 4")).value.id
    registrations.change_status([gone], RegistrationStatus.CANCELLED)
    (ward,) = parties.listed(event)
    assert (ward.name, ward.members) == ("Ward 4", ("Ann", "Ben", "Cem"))
    assert ward.due == (Money(15000, "GBP"),)
    parties.mark_paid(ward.id)
    assert parties.listed(event)[0].due == ()
    with pytest.raises(Conflict, match="Nothing is due from the group “Ward 4”"):
        parties.mark_paid(ward.id)


def test_a_group_has_a_payer_and_a_name_of_its_own(parties: Parties, event: int) -> None:
    key = parties.add(event, PartyDraft(" Ward  4 ")).value
    parties.change(key, PartyDraft("Ward 5", "Mx Payer", "Bill@X.example"))
    (ward,) = parties.listed(event)
    assert (ward.name, ward.payer, ward.email) == ("Ward 5", "Mx Payer", "bill@x.example")
    with pytest.raises(Conflict, match="“Ward 5” on this event already"):
        parties.add(event, PartyDraft("Ward 5"))
    with pytest.raises(Invalid, match="no name"):
        parties.add(event, PartyDraft(" "))
    with pytest.raises(Invalid, match="not an e-mail"):
        parties.change(key, PartyDraft("Ward 5", email="bill"))


def test_only_an_empty_group_is_removed(
    parties: Parties, registrations: Registrations, event: int
) -> None:
    ann = registrations.add(event, somebody("Ann", party="Ward 4")).value.id
    (ward,) = parties.listed(event)
    with pytest.raises(Conflict, match="has 1 member"):
        parties.remove(ward.id)
    registrations.move([ann], "")
    parties.remove(ward.id)
    assert parties.listed(event) == []
    with pytest.raises(NotFound):
        parties.remove(ward.id)
