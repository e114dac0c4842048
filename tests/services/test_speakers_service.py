from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.errors import Conflict, Invalid, NotFound
from cpd_desktop.domain.events import Speaking
from cpd_desktop.domain.speakers import NO_DISCLOSURE, OLD_DISCLOSURE, SpeakerDraft
from cpd_desktop.services.speakers import Speakers
from tests.drafts import a_draft

if TYPE_CHECKING:
    from cpd_desktop.services.events import Events
    from cpd_desktop.store.database import Database


@pytest.fixture
def speakers(db: Database) -> Speakers:
    return Speakers(db)


def test_a_speaker_is_kept_tidy_and_listed_by_name(speakers: Speakers) -> None:
    speakers.add(SpeakerDraft("Zoë Müller"))
    done = speakers.add(
        SpeakerDraft(" Ana  Ruiz ", " Ana@X.example", disclosed_on=date(2026, 1, 5))
    )
    assert (done.value.name, done.value.email) == ("Ana Ruiz", "ana@x.example")
    assert done.value.disclosed_on == date(2026, 1, 5)
    assert [each.name for each in speakers.all()] == ["Ana Ruiz", "Zoë Müller"]


def test_a_speaker_without_a_name_or_with_a_broken_address_is_not_kept(speakers: Speakers) -> None:
    with pytest.raises(Invalid) as refused:
        speakers.add(SpeakerDraft(" ", "nobody"))
    assert set(refused.value.problems) == {"name", "email"}
    assert speakers.all() == []


def test_changing_a_speaker_changes_them_for_every_event(speakers: Speakers) -> None:
    speaker = speakers.add(SpeakerDraft("Ana Ruiz")).value
    changed = speakers.change(speaker.id, replace(speaker.draft(), licence="RN 12"))
    assert speakers.get(speaker.id).licence == "RN 12"
    assert changed.changes.touches("speaker", speaker.id)


def test_a_speaker_goes_only_when_no_event_names_them(speakers: Speakers, events: Events) -> None:
    speaker = speakers.add(SpeakerDraft("Ana Ruiz")).value
    event = events.add(replace(a_draft(), speakers=(Speaking(speaker.id),))).value
    with pytest.raises(Conflict, match="Ana Ruiz cannot be removed: still a speaker of 1 event"):
        speakers.remove(speaker.id)
    events.change(event.id, replace(event.draft(), speakers=()))
    speakers.remove(speaker.id)
    assert speakers.all() == []


def test_a_speaker_that_is_gone_is_said_to_be_gone(speakers: Speakers) -> None:
    with pytest.raises(NotFound, match="no speaker 9"):
        speakers.change(9, SpeakerDraft("Ana"))
    with pytest.raises(NotFound, match="no speaker 9"):
        speakers.remove(9)


@pytest.mark.parametrize(
    ("declared", "gap"),
    [
        (None, NO_DISCLOSURE),
        (date(2025, 11, 20), OLD_DISCLOSURE),
        (date(2025, 11, 21), None),
        (date(2026, 11, 21), None),
    ],
)
def test_a_disclosure_counts_for_a_year(declared: date | None, gap: object) -> None:
    speaker = SpeakerDraft("Ana", disclosed_on=declared)
    assert speaker.disclosure_gap(date(2026, 11, 21)) == gap
