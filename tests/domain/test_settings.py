from __future__ import annotations

import json
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.settings import SECTIONS, Appearance, Backups, Planning, Section, read


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_comes_back_as_it_was_kept(section: type[Section]) -> None:
    kept = section()
    assert read(section, section.version, kept.content()) == (kept, [])
    assert kept.problems() == {}


@pytest.mark.parametrize(
    "bad", [{"days": 0}, {"days": "ten"}, {"days": True}, {"days": None}, {"days": 10**9}]
)
def test_a_value_that_cannot_be_becomes_the_default_with_a_notice(bad: dict[str, object]) -> None:
    found, notices = read(Backups, 1, json.dumps({"months": 6} | bad))
    assert (found.days, found.months) == (10, 6)
    assert len(notices) == 1
    assert "Days kept" in str(notices[0])


@given(st.text() | st.sampled_from(["[]", "null", "{}", '{"theme": "pink"}', "1"]))
def test_any_rubbish_still_gives_settings_that_work(content: str) -> None:
    found, _ = read(Appearance, 1, content)
    assert found.problems() == {}


def test_settings_of_a_later_version_are_not_guessed_at() -> None:
    found, notices = read(Appearance, 2, '{"theme": "dark"}')
    assert found == Appearance()
    assert notices


def test_a_setting_that_is_new_has_its_default_without_a_notice() -> None:
    assert read(Planning, 1, '{"minutes": 60}') == (Planning(minutes=60), [])


def test_what_cannot_be_is_named_at_its_field() -> None:
    assert set(Planning(zone="Mars/X", start_hour=24, minutes=1).problems()) == {
        "zone", "start_hour", "minutes",
    }  # fmt: skip
    assert "theme" in replace(Appearance(), theme="pink").problems()


@pytest.mark.parametrize("section", SECTIONS)
def test_every_setting_has_words(section: type[Section]) -> None:
    assert str(section.label)
    assert all(str(each.metadata["limits"].label) for each in fields(section))
