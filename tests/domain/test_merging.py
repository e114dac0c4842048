from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.merging import merged
from cpd_desktop.domain.people import Consent, Licence, PersonDraft

ADA = PersonDraft("Ada Byron", "ada@x.example", organisation="St Anne", tags=("nurse",))
KING = PersonDraft(
    "Ada King",
    "king@y.example",
    organisation="St Mary",
    phone="123456",
    notes="Vegetarian",
    tags=("nurse", "speaker"),
    addresses=("ada@x.example",),
    spellings=("A. King",),
    licences=(Licence("NMC", "12"),),
)


def test_the_first_stays_and_the_other_becomes_a_spelling_and_an_address() -> None:
    made, differs = merged(ADA, KING)
    assert made == replace(
        ADA,
        phone="123456",
        notes="St Mary\nVegetarian",
        tags=("nurse", "speaker"),
        addresses=("king@y.example",),
        spellings=("Ada King", "A. King"),
        licences=(Licence("NMC", "12"),),
    )
    assert differs == ("St Mary",)


def test_whoever_is_not_to_be_written_to_stays_so() -> None:
    made, _ = merged(ADA, replace(KING, do_not_mail=True))
    assert made.do_not_mail


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        (Consent.GIVEN, Consent.WITHDRAWN, Consent.WITHDRAWN),
        (Consent.WITHDRAWN, Consent.GIVEN, Consent.WITHDRAWN),
        (Consent.UNKNOWN, Consent.GIVEN, Consent.GIVEN),
    ],
)
def test_consent_withdrawn_once_stays_withdrawn(
    one: Consent, other: Consent, kept: Consent
) -> None:
    days = {one: date(2026, 1, 1), other: date(2026, 2, 2)}
    made, _ = merged(
        replace(ADA, consent=one, consent_on=days[one]),
        replace(KING, consent=other, consent_on=days[other]),
    )
    assert (made.consent, made.consent_on) == (kept, days[kept])


_WORDS = st.sampled_from(["", "Ada", "Bo Li", "x@y.example", "St Anne"])
_LISTS = st.lists(_WORDS, max_size=2).map(tuple)
_DRAFTS = st.builds(
    PersonDraft,
    _WORDS, _WORDS, _WORDS, _WORDS, _WORDS, _WORDS, _LISTS, _LISTS, _LISTS,
    st.lists(st.builds(Licence, _WORDS, _WORDS), max_size=2).map(tuple),
).map(PersonDraft.tidied)  # fmt: skip


@given(_DRAFTS, _DRAFTS)
def test_nothing_of_either_is_lost(one: PersonDraft, other: PersonDraft) -> None:
    made, _ = merged(one, other)
    everything = str([getattr(made, each.name) for each in fields(made)])
    for draft in (one, other):
        for each in (draft.name, draft.email, draft.organisation, draft.phone, draft.job_title):
            assert each in everything
        for name in ("tags", "addresses", "spellings", "licences"):
            assert all(str(line) in everything for line in getattr(draft, name))
