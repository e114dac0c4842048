from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.certificates.editing_places import (
    HANDLES,
    Guide,
    Handle,
    Side,
    aligned,
    around,
    moved,
    resized,
    snapped,
    snapped_handle,
    spread,
    stretched,
)
from cpd_desktop.domain.certificates.template import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

PAGE = Box(0, 0, 842, 595)
places = st.integers(-500, 1500).map(lambda each: each / 2)
lengths = st.integers(10, 800).map(lambda each: each / 2)
boxes = st.builds(Box, places, places, lengths, lengths)
several = st.lists(boxes, min_size=1, max_size=6)
ways = st.tuples(places, places)


@given(boxes, ways, st.lists(boxes, max_size=5), st.floats(0, 20))
def test_snapping_never_moves_further_than_its_reach(
    box: Box, by: tuple[float, float], others: list[Box], reach: float
) -> None:
    found = snapped(box, by, others, PAGE, reach=reach)
    assert abs(found.dx - by[0]) <= reach + 1e-6
    assert abs(found.dy - by[1]) <= reach + 1e-6


@given(boxes, ways, st.lists(boxes, max_size=5))
def test_every_guide_lies_on_the_box_and_on_what_it_snapped_to(
    box: Box, by: tuple[float, float], others: list[Box]
) -> None:
    found = snapped(box, by, others, PAGE, reach=6)
    landed = moved(box, found.dx, found.dy)
    for guide in found.guides:
        start, length = (landed.x, landed.width) if guide.upright else (landed.y, landed.height)
        assert min(abs(guide.at - start - length * part) for part in (0, 0.5, 1)) < 1e-5


def test_a_box_near_the_middle_of_the_page_is_centred_and_says_so() -> None:
    found = snapped(Box(0, 0, 100, 50), (368, 100), [], PAGE, reach=6)
    assert found.dx == pytest.approx(371)
    assert Guide(upright=True, at=421) in found.guides


def test_a_handle_snaps_only_the_side_that_it_moves() -> None:
    other = Box(300, 300, 50, 50)
    found = snapped_handle(Box(10, 10, 100, 20), Handle(1, 0), (188, 280), [other], PAGE, reach=6)
    assert (found.dx, found.dy) == (190, 280)
    assert found.guides == (Guide(upright=True, at=300),)


def test_a_left_handle_snaps_the_left_side() -> None:
    found = snapped_handle(Box(40, 40, 100, 20), Handle(-1, -1), (-2, -3), [], PAGE, reach=6)
    assert (found.dx, found.dy) == (-4, -4)


@given(boxes, st.sampled_from(HANDLES), places, places, st.booleans())
def test_resizing_keeps_the_other_side_and_never_turns_a_box_inside_out(
    box: Box,
    handle: Handle,
    dx: float,
    dy: float,
    keep: bool,  # noqa: FBT001 - Hypothesis hands it over
) -> None:
    found = resized(box, handle, dx, dy, keep_ratio=keep)
    assert found.width >= 4 - 1e-6
    assert found.height >= 4 - 1e-6
    if handle.across >= 0:
        assert found.x == pytest.approx(box.x)
    if handle.across <= 0 and handle.down and handle.across:
        assert found.right == pytest.approx(box.right)
    if handle.down >= 0:
        assert found.y == pytest.approx(box.y)
    else:
        assert found.bottom == pytest.approx(box.bottom)


@given(boxes, st.sampled_from(HANDLES), places, places)
def test_with_shift_a_box_keeps_its_proportions(
    box: Box, handle: Handle, dx: float, dy: float
) -> None:
    found = resized(box, handle, dx, dy, keep_ratio=True)
    assert found.width * box.height == pytest.approx(found.height * box.width)


def test_a_line_without_height_is_made_longer_and_stays_flat() -> None:
    line = Box(10, 10, 100, 0)
    assert resized(line, Handle(1, 0), 50, 9) == Box(10, 10, 150, 0)
    assert resized(line, Handle(1, 0), 50, 9, keep_ratio=True) == Box(10, 10, 150, 0)


@given(several, lengths, lengths)
def test_a_group_that_is_resized_stays_within_its_new_place(
    group: list[Box], width: float, height: float
) -> None:
    before = around(group)
    after = Box(before.x + 5, before.y - 5, width, height)
    grown = [stretched(each, before, after) for each in group]
    whole = around(grown)
    for name in ("x", "y", "width", "height"):
        assert getattr(whole, name) == pytest.approx(getattr(after, name), abs=1e-6)


@given(several, st.sampled_from(Side))
def test_aligning_moves_one_way_only_and_again_changes_nothing(
    group: list[Box], side: Side
) -> None:
    found = aligned(group, side)
    assert aligned(found, side, around(group)) == pytest.approx(found)
    across = side in {Side.LEFT, Side.CENTRE, Side.RIGHT}
    for old, new in zip(group, found, strict=True):
        assert (new.width, new.height) == (old.width, old.height)
        assert (new.y if across else new.x) == (old.y if across else old.x)


@pytest.mark.parametrize(
    ("side", "place"),
    [
        (Side.LEFT, (0, 30)),
        (Side.CENTRE, (371, 30)),
        (Side.RIGHT, (742, 30)),
        (Side.TOP, (20, 0)),
        (Side.MIDDLE, (20, 272.5)),
        (Side.BOTTOM, (20, 545)),
    ],
)
def test_one_element_is_aligned_with_its_page(side: Side, place: tuple[float, float]) -> None:
    (found,) = aligned([Box(20, 30, 100, 50)], side, PAGE)
    assert (found.x, found.y) == place


@given(st.lists(boxes, min_size=3, max_size=6), st.booleans())
def test_spreading_makes_equal_gaps_and_leaves_the_outermost(
    group: list[Box],
    upright: bool,  # noqa: FBT001 - Hypothesis hands it over
) -> None:
    found = spread(group, upright=upright)
    gaps = _gaps(group, found, upright=upright)
    assert gaps == pytest.approx([gaps[0]] * len(gaps), abs=1e-6)
    assert sum(old == new for old, new in zip(group, found, strict=True)) >= 2


def test_two_elements_cannot_be_spread() -> None:
    pair = [Box(0, 0, 10, 10), Box(50, 0, 10, 10)]
    assert spread(pair, upright=False) == pair


def _gaps(before: Sequence[Box], after: Sequence[Box], *, upright: bool) -> list[float]:
    if upright:
        before = [Box(e.y, e.x, e.height, e.width) for e in before]
        after = [Box(e.y, e.x, e.height, e.width) for e in after]
    row = sorted(range(len(before)), key=lambda at: (before[at].x, before[at].right))
    return [after[b].x - after[a].right for a, b in itertools.pairwise(row)]
