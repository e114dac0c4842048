"""What the app at Zoom is not allowed to do is named, and nothing else."""

from __future__ import annotations

import pytest

from cpd_desktop.adapters.zoom.scopes import FOR_REPORTS, OPTIONAL, WANTED, missing
from tests.fakes.zoom.apps import ADMIN_SCOPES, USER_SCOPES

EVERYTHING = (*WANTED, *OPTIONAL)


def names(granted: frozenset[str]) -> list[str]:
    return [scope.name for scope in missing(granted, EVERYTHING)]


def test_every_scope_is_one_that_zoom_has() -> None:
    assert {scope.name for scope in WANTED} <= USER_SCOPES
    assert {scope.name for scope in OPTIONAL} <= USER_SCOPES | ADMIN_SCOPES
    assert len({scope.name for scope in EVERYTHING}) == len(EVERYTHING)


def test_what_only_whole_accounts_can_have_is_never_wanted_of_everybody() -> None:
    assert not [scope.name for scope in WANTED if scope.name.endswith(":admin")]
    assert {scope.name for scope in FOR_REPORTS} <= ADMIN_SCOPES


def test_an_app_with_everything_lacks_nothing() -> None:
    assert names(USER_SCOPES | ADMIN_SCOPES) == []


def test_an_app_of_a_whole_account_lacks_nothing() -> None:
    assert names(ADMIN_SCOPES) == []


@pytest.mark.parametrize("lacking", [scope.name for scope in EVERYTHING])
def test_a_scope_that_was_not_granted_is_named(lacking: str) -> None:
    wide = {f"{lacking}:admin", lacking}
    assert names((USER_SCOPES | ADMIN_SCOPES) - wide) == [lacking]


def test_it_says_in_plain_words_what_a_scope_is_for() -> None:
    lacking = missing(USER_SCOPES - {"meeting:read:list_past_participants"}, WANTED)
    assert [str(scope.purpose) for scope in lacking] == ["find out who came, and for how long"]


@pytest.mark.parametrize(
    ("old", "still_lacking"),
    [
        ({"user:read", "meeting:read", "meeting:write"}, []),
        ({"user:read:admin", "meeting:write:admin"}, []),
        (
            {"user:read", "meeting:read"},
            [s.name for s in WANTED if s.name.split(":")[1] != "read"],
        ),
    ],
)
def test_an_app_from_before_2024_has_its_wide_scopes(
    old: set[str], still_lacking: list[str]
) -> None:
    assert [scope.name for scope in missing(frozenset(old), WANTED)] == still_lacking


def test_the_old_scope_for_recordings_and_reports_counts() -> None:
    old = frozenset({"recording:read", "report:read:admin"})
    lacking = names(old)
    assert not [name for name in lacking if name.startswith(("report:", "cloud_recording:"))]
