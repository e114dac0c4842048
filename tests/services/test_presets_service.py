from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.attendance.credit_rules import CreditRule
from cpd_desktop.domain.errors import Conflict, Invalid, NotFound
from cpd_desktop.domain.presets import preset_called, preset_of
from cpd_desktop.domain.settings import OwnPresets
from cpd_desktop.services.presets import Presets

if TYPE_CHECKING:
    from cpd_desktop.services.history import History
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.store.database import Database

RULE = CreditRule(minimum_percent=90, quiz=True)


@pytest.fixture
def presets(db: Database, settings: Settings) -> Presets:
    return Presets(db, settings)


def test_a_saved_preset_is_there_again_and_can_be_taken_back(
    presets: Presets, history: History
) -> None:
    done = presets.keep("  My  college ", "CPD hours", RULE)
    (mine,) = presets.own()
    assert done.value == [mine]
    assert (mine.name, mine.credit_type, mine.rule) == ("My college", "CPD hours", RULE)
    assert preset_called("my college", presets.own()) == mine
    assert preset_of(RULE, own=presets.own()) == mine
    assert done.changes.entry is not None
    history.undo(done.changes.entry)
    assert presets.own() == []


def test_saving_under_the_same_name_replaces_only_that_one(presets: Presets) -> None:
    presets.keep("One", "CPD hours", RULE)
    presets.keep("Two", "CPD hours", RULE)
    presets.keep("ONE", "CE", CreditRule())
    assert [(each.name, each.rule) for each in presets.own()] == [
        ("ONE", CreditRule()), ("Two", RULE),
    ]  # fmt: skip


def test_a_preset_is_renamed_and_forgotten(presets: Presets) -> None:
    presets.keep("One", "CPD hours", RULE)
    presets.keep("Two", "CPD hours", RULE)
    presets.rename("one", "One again")
    assert [each.name for each in presets.own()] == ["One again", "Two"]
    with pytest.raises(Conflict, match="called “two” already"):
        presets.rename("one again", "two")
    presets.remove("two")
    assert [each.name for each in presets.own()] == ["One again"]
    with pytest.raises(NotFound, match="no preset “two”"):
        presets.remove("two")


@pytest.mark.parametrize("name", ["nasba", "RACGP cpd"])
def test_no_own_preset_hides_one_that_comes_with_the_application(
    presets: Presets, name: str
) -> None:
    with pytest.raises(Conflict):
        presets.keep(name, "CPE", RULE)


@pytest.mark.parametrize(("name", "says"), [(" ", "a name"), ("x" * 61, "longer than 60")])
def test_a_preset_needs_a_name_of_reasonable_length(presets: Presets, name: str, says: str) -> None:
    with pytest.raises(Invalid, match=says):
        presets.keep(name, "CPE", RULE)


def test_a_damaged_preset_is_left_out_and_the_others_stay(
    presets: Presets, settings: Settings
) -> None:
    presets.keep("One", "CPD hours", RULE)
    kept = settings.get(OwnPresets).own
    settings.put(
        OwnPresets(kept.replace("[{", '[7, {"name": "x"}, {"name": "y", "rule": {"step": "z"}}, {'))
    )
    assert [each.name for each in presets.own()] == ["One"]
    settings.put(OwnPresets("nothing"))
    assert presets.own() == []
