from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.errors import Conflict, Invalid, NotFound
from cpd_desktop.services.saved_views import SavedViews

if TYPE_CHECKING:
    from cpd_desktop.services.history import History
    from cpd_desktop.store.database import Database

CHOSEN = {"status": "published"}


@pytest.fixture
def views(db: Database) -> SavedViews:
    return SavedViews(db)


def names(views: SavedViews, page: str = "events") -> list[str]:
    return [each.name for each in views.on(page)]


def test_views_belong_to_their_page_and_keep_their_order(views: SavedViews) -> None:
    for name in ("Open", "  Alle\n offenen "):
        views.add("events", name, CHOSEN)
    views.add("people", "Open", {})
    assert names(views) == ["Open", "Alle offenen"]
    assert views.on("events")[0].filter == CHOSEN
    assert names(views, "people") == ["Open"]


def test_a_view_is_renamed_changed_and_removed_and_undo_brings_each_back(
    views: SavedViews, history: History
) -> None:
    view = views.add("events", "Open", CHOSEN).value
    steps = [
        views.rename(view.id, "Out"),
        views.change(view.id, {"tag": "Ward"}),
        views.remove(view.id),
    ]
    assert views.on("events") == []
    seen = []
    for changes in reversed(steps):
        assert changes.entry is not None
        history.undo(changes.entry)
        (now,) = views.on("events")
        seen.append((now.name, now.filter))
    assert seen == [("Out", {"tag": "Ward"}), ("Out", CHOSEN), ("Open", CHOSEN)]


def test_a_name_is_needed_and_is_given_once(views: SavedViews) -> None:
    view = views.add("events", "Open", CHOSEN).value
    for name, error in (("  ", Invalid), ("x" * 61, Invalid), ("Open", Conflict)):
        with pytest.raises(error):
            views.add("events", name, {})
    other = views.add("events", "Other", {}).value
    with pytest.raises(Conflict):
        views.rename(other.id, "Open")
    views.rename(view.id, "Open")
    assert names(views) == ["Open", "Other"]


def test_a_view_that_is_gone_is_said_to_be_gone(views: SavedViews) -> None:
    with pytest.raises(NotFound):
        views.rename(9, "X")
    with pytest.raises(NotFound):
        views.change(9, {})
    with pytest.raises(NotFound):
        views.remove(9)
