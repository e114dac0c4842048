"""What the watches tell leads to where it is settled, and is not told there as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.app.desktop import Desktop
    from cpd_desktop.store.folder import DataFolder


def test_reminders_are_told_of_wherever_they_are_not_asked_about(
    start: Callable[[DataFolder], Desktop], welcomed: DataFolder
) -> None:
    desktop = start(welcomed)
    assert desktop.furnishing is not None
    assert desktop.furnishing.watches is not None
    assert desktop.window is not None
    window, reminders = desktop.window, desktop.furnishing.watches.mail.reminders
    reminders.emit(2)
    assert window.banner.text.text() == "2 reminders due: send or leave out."
    assert window.banner.isVisible()
    window.banner.action.click()
    assert window.page == "outbox"
    assert not window.banner.isVisible()
    reminders.emit(3)
    assert not window.banner.isVisible()
    window.go("today")
    reminders.emit(1)
    assert window.banner.isVisible()
    window.go("outbox")
    assert not window.banner.isVisible()
