"""Where elements go when they are dragged, resized, aligned and spread: rules of boxes alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from cpd_desktop.domain.certificates.template import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MARGIN: Final = 36.0
FAR: Final = 14_400.0  # no page of a PDF reaches further
_SAME: Final = 1e-6


class Side(StrEnum):
    """Along what elements are aligned."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Handle(NamedTuple):
    """What is taken hold of to resize: -1 the left or upper side, 1 the right or lower one."""

    across: int
    down: int


HANDLES: Final = tuple(
    Handle(across, down) for down in (-1, 0, 1) for across in (-1, 0, 1) if across or down
)


@dataclass(frozen=True, slots=True)
class Guide:
    """A line that shows along what something snapped: ``upright`` at x, otherwise at y."""

    upright: bool
    at: float


@dataclass(frozen=True, slots=True)
class Snap:
    """How far something moves after all, and the lines that it then lies on."""

    dx: float
    dy: float
    guides: tuple[Guide, ...] = ()


def around(boxes: Iterable[Box]) -> Box:
    """Return the smallest box that holds all of these, of which there is at least one."""
    known = list(boxes)
    x, y = min(each.x for each in known), min(each.y for each in known)
    return Box(x, y, max(e.right for e in known) - x, max(e.bottom for e in known) - y)


def moved(box: Box, dx: float, dy: float) -> Box:
    """Return the box that far away, and still where a page can be."""
    return replace(box, x=_within(box.x + dx), y=_within(box.y + dy))


def snapped(
    box: Box, by: tuple[float, float], others: Sequence[Box], page: Box, *, reach: float
) -> Snap:
    """Return how a dragged box moves if it snaps to others, to the page and its margins."""
    wanted = moved(box, *by)
    across = _nearest(_across(wanted), _lines_across(others, page), reach)
    down = _nearest(_down(wanted), _lines_down(others, page), reach)
    landed = moved(wanted, across, down)
    guides = _guides(landed, others, page)
    return Snap(landed.x - box.x, landed.y - box.y, guides)


def snapped_handle(
    box: Box,
    handle: Handle,
    by: tuple[float, float],
    others: Sequence[Box],
    page: Box,
    *,
    reach: float,
) -> Snap:
    """Return how a dragged handle moves if the sides that it moves snap."""
    dx, dy = by
    x = box.x if handle.across < 0 else box.right
    y = box.y if handle.down < 0 else box.bottom
    guides: list[Guide] = []
    if handle.across:
        lines = _lines_across(others, page)
        dx += _nearest((x + dx,), lines, reach)
        guides += [Guide(upright=True, at=at) for at in _met((x + dx,), lines)]
    if handle.down:
        lines = _lines_down(others, page)
        dy += _nearest((y + dy,), lines, reach)
        guides += [Guide(upright=False, at=at) for at in _met((y + dy,), lines)]
    return Snap(dx, dy, tuple(guides))


def resized(
    box: Box, handle: Handle, dx: float, dy: float, *, keep_ratio: bool = False, least: float = 4
) -> Box:
    """Return the box with one of its handles moved; the side across from it stays."""
    width = _length(box.width + handle.across * dx, min(least, box.width))
    height = _length(box.height + handle.down * dy, min(least, box.height))
    if keep_ratio and box.width > 0 and box.height > 0:
        scale = _scale(handle, width / box.width, height / box.height)
        scale = max(scale, min(1.0, least / min(box.width, box.height)))
        width, height = box.width * scale, box.height * scale
    else:
        width = width if handle.across else box.width
        height = height if handle.down else box.height
    x = box.right - width if handle.across < 0 else box.x
    y = box.bottom - height if handle.down < 0 else box.y
    return Box(x, y, width, height)


def stretched(box: Box, before: Box, after: Box) -> Box:
    """Return where a box goes if what it is a part of is resized."""
    across = after.width / before.width if before.width else 1.0
    down = after.height / before.height if before.height else 1.0
    return Box(
        after.x + (box.x - before.x) * across,
        after.y + (box.y - before.y) * down,
        box.width * across,
        box.height * down,
    )


def aligned(boxes: Sequence[Box], side: Side, within: Box | None = None) -> list[Box]:
    """Return the boxes along one side of all of them, or of what they lie within."""
    ground = within or around(boxes)
    return [_aligned(each, ground, side) for each in boxes]


def spread(boxes: Sequence[Box], *, upright: bool) -> list[Box]:
    """Return the boxes with equal gaps, downwards or across; the outermost two stay."""
    if upright:
        turned = spread([_turned(each) for each in boxes], upright=False)
        return [_turned(each) for each in turned]
    row = sorted(range(len(boxes)), key=lambda at: (boxes[at].x, boxes[at].right))
    if len(row) < 3:  # noqa: PLR2004 - with two there is one gap
        return list(boxes)
    first, last = boxes[row[0]], boxes[row[-1]]
    between = sum(boxes[at].width for at in row[1:-1])
    gap = (last.x - first.right - between) / (len(row) - 1)
    found, x = list(boxes), first.right + gap
    for at in row[1:-1]:
        found[at] = replace(boxes[at], x=x)
        x += boxes[at].width + gap
    return found


def _aligned(box: Box, ground: Box, side: Side) -> Box:
    middle_x = ground.x + (ground.width - box.width) / 2
    middle_y = ground.y + (ground.height - box.height) / 2
    match side:
        case Side.LEFT:
            return replace(box, x=ground.x)
        case Side.CENTRE:
            return replace(box, x=middle_x)
        case Side.RIGHT:
            return replace(box, x=ground.right - box.width)
        case Side.TOP:
            return replace(box, y=ground.y)
        case Side.MIDDLE:
            return replace(box, y=middle_y)
        case Side.BOTTOM:
            return replace(box, y=ground.bottom - box.height)


def _turned(box: Box) -> Box:
    return Box(box.y, box.x, box.height, box.width)


def _within(at: float) -> float:
    return max(-FAR, min(FAR, at))


def _length(wanted: float, least: float) -> float:
    return max(least, min(FAR, wanted))


def _scale(handle: Handle, across: float, down: float) -> float:
    if handle.across and handle.down:
        return max(across, down)
    return across if handle.across else down


def _across(box: Box) -> tuple[float, ...]:
    return (box.x, box.x + box.width / 2, box.right)


def _down(box: Box) -> tuple[float, ...]:
    return (box.y, box.y + box.height / 2, box.bottom)


def _lines_across(others: Sequence[Box], page: Box) -> list[float]:
    lines = [*_across(page), page.x + MARGIN, page.right - MARGIN]
    return lines + [line for each in others for line in _across(each)]


def _lines_down(others: Sequence[Box], page: Box) -> list[float]:
    lines = [*_down(page), page.y + MARGIN, page.bottom - MARGIN]
    return lines + [line for each in others for line in _down(each)]


def _nearest(points: Iterable[float], lines: Sequence[float], reach: float) -> float:
    """Return how far to go so that one of the points lies on a line; nothing if all are far."""
    ways = (line - point for point in points for line in lines)
    way = min(ways, key=abs, default=0.0)
    return way if abs(way) <= reach else 0.0


def _guides(box: Box, others: Sequence[Box], page: Box) -> tuple[Guide, ...]:
    across = _met(_across(box), _lines_across(others, page))
    down = _met(_down(box), _lines_down(others, page))
    return (
        *(Guide(upright=True, at=at) for at in across),
        *(Guide(upright=False, at=at) for at in down),
    )


def _met(points: Sequence[float], lines: Iterable[float]) -> list[float]:
    return sorted({line for line in lines if any(abs(line - p) < _SAME for p in points)})
