from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.errors import NotFound
from cpd_desktop.domain.events import EventStatus
from cpd_desktop.domain.settings import Provider, Signatory, Start
from cpd_desktop.services.lifecycle import Lifecycle
from cpd_desktop.services.sample import Sample
from tests.drafts import a_draft, somebody

if TYPE_CHECKING:
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.history import History
    from cpd_desktop.services.people import People
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.store.database import Database
    from tests.clock import FixedClock


@pytest.fixture
def sample(
    db: Database,
    events: Events,
    registrations: Registrations,
    settings: Settings,
    clock: FixedClock,
) -> Sample:
    return Sample(db, events, registrations, Lifecycle(db, clock), settings, clock)


def test_the_sample_goes_whole_and_takes_nothing_else_with_it(
    sample: Sample,
    events: Events,
    registrations: Registrations,
    people: People,
    settings: Settings,
) -> None:
    made = sample.add_one().value
    mine = events.add(a_draft("Mine")).value.id
    kept = registrations.on(made)[0]
    registrations.add(mine, somebody(kept.name, kept.email))
    registrations.add(mine, somebody("Somebody else"))
    assert settings.get(Start).sample_event == made

    sample.remove_one()

    assert list(events.ids()) == [mine]
    assert list(events.ids(trashed=True)) == []
    assert len(people.ids()) == 2
    assert settings.get(Start).sample_event == 0


def test_a_removed_sample_comes_back_in_one_step(
    sample: Sample, registrations: Registrations, history: History
) -> None:
    made = sample.add_one().value
    before = registrations.on(made)
    changes = sample.remove_one()
    assert changes.entry is not None
    history.undo(changes.entry)
    assert registrations.on(made) == before


def test_without_a_sample_there_is_nothing_to_remove(sample: Sample) -> None:
    with pytest.raises(NotFound):
        sample.remove_one()


def test_the_sample_is_the_same_on_every_computer(sample: Sample, events: Events) -> None:
    ids = sample.fill().value
    assert [events.get(each).title for each in ids] == [
        "Wound care update for community nurses",
        "Airway management, part 2",
        "Infection control refresher",
        "Leadership day",
        "Supervision in practice",
    ]


def test_who_signed_up_for_a_sample_event_did_so_for_a_published_one(
    sample: Sample, events: Events, registrations: Registrations
) -> None:
    for each in sample.fill().value:
        published = events.get(each).status is EventStatus.PUBLISHED
        assert published == bool(registrations.on(each))


def test_with_the_sample_goes_who_offered_and_signed_in_it(
    sample: Sample, settings: Settings, history: History
) -> None:
    sample.fill()
    assert settings.get(Provider).provider == "Sample Training"
    sample.add_one()
    removed = sample.remove_one()
    assert (settings.get(Provider), settings.get(Signatory)) == (Provider(), Signatory())
    assert removed.entry is not None
    history.undo(removed.entry)
    assert settings.get(Provider).provider == "Sample Training"


def test_a_provider_of_ones_own_stays_when_the_sample_goes(
    sample: Sample, settings: Settings
) -> None:
    sample.add_one()
    mine = Provider("Northern Training Ltd", number="ST-204")
    settings.put(mine)
    sample.remove_one()
    assert settings.get(Provider) == mine
