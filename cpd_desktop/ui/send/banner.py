"""The line that says how a sending goes, with the one way to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from cpd_desktop.ui.certificates.stage_banner import StageBanner

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.send.deeds import SendDeeds
    from cpd_desktop.ui.widgets import Tone


class SendBanner(StageBanner):
    """Follows a sending until it is closed; ``closed`` is called then."""

    def __init__(self, desk: Desk, deeds: SendDeeds, closed: Callable[[], object]) -> None:
        super().__init__()
        self._desk = desk
        self._deeds = deeds
        self._closed = closed
        self._ways: tuple[str, ...] = ()

        deeds.said.connect(self._follow)

    @property
    def is_told(self) -> bool:
        """Say whether a sending is told of."""
        return bool(self._ways)

    def clear(self) -> None:
        """Tell of no sending any more."""
        self._ways = ()
        self.say("", "neutral")

    def _follow(self, text: str, tone: str, ways: tuple[str, ...]) -> None:
        if ways and ways == self._ways:
            # The buttons stay: one of them may be pressed at this moment.
            self.text.setText(text)
            return
        self._ways = ways
        known: dict[str, tuple[str, Callable[[], object]]] = {
            "undo": (self.tr("Undo"), self._deeds.take_back),
            "outbox": (self.tr("Open the outbox"), self._open_outbox),
            "close": (self.tr("Close"), self._close),
        }
        self.say(text, cast("Tone", tone), *(known[each] for each in ways))
        if "undo" in ways:
            self.buttons[0].setFocus()  # one key takes it back

    def _close(self) -> None:
        self.clear()
        self._closed()

    def _open_outbox(self) -> None:
        self._desk.places.go("outbox")
