from __future__ import annotations

from itertools import combinations

import pytest

from cpd_desktop.domain.papers import CARDS_A4, LAYOUTS, BadgeLayout


def spans(layout: BadgeLayout) -> list[tuple[float, float, float, float]]:
    corners = [layout.corner(place) for place in range(layout.on_sheet)]
    return [(x, y, x + layout.width, y + layout.height) for x, y in corners]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: str(layout.words))
def test_no_badge_hangs_over_the_edge_of_its_sheet(layout: BadgeLayout) -> None:
    for left, top, right, bottom in spans(layout):
        assert left >= 4
        assert top >= 4
        assert right <= layout.page.width - 4
        assert bottom <= layout.page.height - 4


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: str(layout.words))
def test_no_two_badges_overlap(layout: BadgeLayout) -> None:
    for one, other in combinations(spans(layout), 2):
        apart_across = one[2] <= other[0] + 1e-9 or other[2] <= one[0] + 1e-9
        apart_down = one[3] <= other[1] + 1e-9 or other[3] <= one[1] + 1e-9
        assert apart_across or apart_down


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: str(layout.words))
def test_a_sheet_of_badges_lies_in_the_middle_of_the_paper(layout: BadgeLayout) -> None:
    taken = spans(layout)
    assert taken[0][0] == pytest.approx(layout.page.width - taken[-1][2])
    assert taken[0][1] == pytest.approx(layout.page.height - taken[-1][3])


def test_a_layout_is_called_by_its_size_and_its_paper() -> None:
    assert str(CARDS_A4.words) == "Cards to cut, 90 by 54 mm, A4"
