from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cpd_desktop.domain.changes import Changes
from cpd_desktop.ui.change_feed import ChangeFeed

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Page(QObject):
    """Looks again when its events change and it was not the one to change them."""

    def __init__(self, feed: ChangeFeed) -> None:
        super().__init__()
        self.reloads = 0
        feed.changed.connect(self.look)

    def look(self, changes: Changes, origin: object) -> None:
        if changes.touches("event") and origin is not self:
            self.reloads += 1


def test_pages_hear_of_changes_that_are_theirs_and_not_their_own(qtbot: QtBot) -> None:
    feed = ChangeFeed()
    one, other = Page(feed), Page(feed)
    feed.publish(Changes(1, {"event": frozenset({3})}), one)
    feed.publish(Changes(2, {"person": frozenset({3})}), one)
    assert (one.reloads, other.reloads) == (0, 1)
    feed.publish(Changes(3, {"event": frozenset({3})}))
    assert (one.reloads, other.reloads) == (1, 2)


def test_a_page_that_is_gone_is_not_told(qtbot: QtBot) -> None:
    feed = ChangeFeed()
    page = Page(feed)
    page.deleteLater()
    with qtbot.waitSignal(page.destroyed):
        pass
    feed.publish(Changes(1, {"event": frozenset({3})}))
    assert page.reloads == 0
