"""What the mouse does to a page from press to release: move, resize, or draw a band around."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QCoreApplication, Qt

from cpd_desktop.domain.certificates.editing_aim import within_band
from cpd_desktop.domain.certificates.editing_places import (
    around,
    moved,
    resized,
    snapped,
    snapped_handle,
    stretched,
)
from cpd_desktop.domain.certificates.template import Box

if TYPE_CHECKING:
    from cpd_desktop.domain.certificates.editing_places import Guide, Handle
    from cpd_desktop.ui.certificates.editing import Editing

REACH: Final = 6.0  # dots of the screen within which something snaps
SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
ALT: Final = Qt.KeyboardModifier.AltModifier


class Gesture(Protocol):
    """What goes on between a press and a release; places are points of the page."""

    guides: tuple[Guide, ...]
    band: Box | None

    def move(self, x: float, y: float, keys: Qt.KeyboardModifier) -> None:
        """Follow the mouse."""

    def end(self) -> None:
        """Let go."""

    def give_up(self) -> None:
        """Have everything as it was before."""


class _Drag:
    """Changes places of the chosen elements, as one step back."""

    def __init__(self, editing: Editing, x: float, y: float, zoom: float) -> None:
        self.guides: tuple[Guide, ...] = ()
        self.band: Box | None = None
        self._editing, self._from, self._reach = editing, (x, y), REACH / zoom
        self._boxes = {each.name: each.box for each in editing.elements}
        self._whole = around(self._boxes.values())
        others = (each for each in editing.page.elements if each.name not in self._boxes)
        self._others = [each.box for each in others]
        self._moved = False
        editing.part()

    def end(self) -> None:
        self.guides = ()
        self._editing.part()

    def give_up(self) -> None:
        self.end()
        if self._moved:
            self._editing.give_up()

    def _place(self, boxes: dict[str, Box], deed: str) -> None:
        self._moved = self._moved or boxes != self._boxes
        self._editing.place(boxes, deed, "drag")


class Move(_Drag):
    """Drags the chosen elements; with Shift in one direction, with Alt without snapping."""

    def move(self, x: float, y: float, keys: Qt.KeyboardModifier) -> None:
        """Follow the mouse."""
        dx, dy = x - self._from[0], y - self._from[1]
        if keys & SHIFT:
            dx, dy = (dx, 0.0) if abs(dx) >= abs(dy) else (0.0, dy)
        self.guides = ()
        if not keys & ALT:
            page = self._editing.page.box
            found = snapped(self._whole, (dx, dy), self._others, page, reach=self._reach)
            if keys & SHIFT:  # only along the way that is free
                dx, dy = (found.dx if dx else 0.0), (found.dy if dy else 0.0)
            else:
                dx, dy = found.dx, found.dy
            self.guides = found.guides
        boxes = {name: moved(box, dx, dy) for name, box in self._boxes.items()}
        self._place(boxes, QCoreApplication.translate("Gestures", "Move"))


class Resize(_Drag):
    """Drags a handle; with Shift in proportion, with Alt without snapping."""

    def __init__(
        self, editing: Editing, handle: Handle, x: float, y: float, *, zoom: float
    ) -> None:
        super().__init__(editing, x, y, zoom)
        self._handle = handle

    def move(self, x: float, y: float, keys: Qt.KeyboardModifier) -> None:
        """Follow the mouse."""
        dx, dy = x - self._from[0], y - self._from[1]
        self.guides = ()
        if not keys & (ALT | SHIFT):
            page = self._editing.page.box
            found = snapped_handle(
                self._whole, self._handle, (dx, dy), self._others, page, reach=self._reach
            )
            dx, dy, self.guides = found.dx, found.dy, found.guides
        whole = resized(self._whole, self._handle, dx, dy, keep_ratio=bool(keys & SHIFT))
        boxes = {name: stretched(box, self._whole, whole) for name, box in self._boxes.items()}
        self._place(boxes, QCoreApplication.translate("Gestures", "Resize"))


class Band:
    """Chooses what lies within a rectangle, beside what was chosen before."""

    def __init__(self, editing: Editing, x: float, y: float, *, beside: tuple[str, ...]) -> None:
        self.guides: tuple[Guide, ...] = ()
        self.band: Box | None = None
        self._editing, self._from, self._beside = editing, (x, y), beside

    def move(self, x: float, y: float, _keys: Qt.KeyboardModifier) -> None:
        """Follow the mouse."""
        left, top = min(x, self._from[0]), min(y, self._from[1])
        self.band = Box(left, top, abs(x - self._from[0]), abs(y - self._from[1]))
        self._editing.choose((*self._beside, *within_band(self._editing.page, self.band)))

    def end(self) -> None:
        """Let go."""
        self.band = None

    def give_up(self) -> None:
        """Have everything as it was before."""
        self.band = None
        self._editing.choose(self._beside)
