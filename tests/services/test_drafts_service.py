from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.services.drafts import Drafts

if TYPE_CHECKING:
    from cpd_desktop.services.history import History
    from cpd_desktop.store.database import Database
    from tests.clock import FixedClock


@pytest.fixture
def drafts(db: Database, clock: FixedClock) -> Drafts:
    return Drafts(db, clock)


def test_what_was_typed_last_comes_back_with_its_time(drafts: Drafts, clock: FixedClock) -> None:
    drafts.keep("event:5", {"title": ""})
    clock.move(minutes=1)
    drafts.keep("event:5", {"title": "", "price": "abc"})
    found = drafts.of("event:5")
    assert found is not None
    assert found.content == {"title": "", "price": "abc"}
    assert found.at == clock.at


def test_each_editor_has_a_draft_of_its_own(drafts: Drafts) -> None:
    drafts.keep("event:5", {"title": "Five"})
    drafts.keep("event:6", {"title": "Six"})
    drafts.drop("event:5")
    assert drafts.of("event:5") is None
    found = drafts.of("event:6")
    assert found is not None
    assert found.content == {"title": "Six"}


def test_a_draft_leaves_no_trace_in_the_journal(
    drafts: Drafts, history: History, clock: FixedClock
) -> None:
    drafts.keep("event:5", {"title": "x"})
    clock.at += timedelta(hours=1)
    drafts.drop("event:5")
    assert history.entries() == []
