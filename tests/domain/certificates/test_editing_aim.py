from __future__ import annotations

from cpd_desktop.domain.certificates.editing_aim import (
    element_at,
    in_walking_order,
    is_ground,
    within_band,
)
from cpd_desktop.domain.certificates.template import (
    WHITE,
    Box,
    Form,
    Line,
    Page,
    Shape,
    Span,
    Text,
)

PAPER = Shape(name="Paper", box=Box(0, 0, 800, 600), fill=WHITE)
FRAME = Shape(name="Frame", box=Box(100, 100, 300, 200))
RULE = Line(name="Rule", box=Box(100, 400, 200, 0))
WORDS = Text(name="Words", box=Box(120, 120, 100, 20), spans=(Span("Hello"),), order=2)
ABOVE = Text(name="Above", box=Box(150, 120, 100, 20), spans=(Span("Hello"),), order=1)
PAGE = Page(800, 600, (PAPER, FRAME, RULE, WORDS, ABOVE))


def at(x: float, y: float) -> str | None:
    found = element_at(PAGE, x, y, 3)
    return found.name if found else None


def test_a_click_means_what_is_seen_uppermost() -> None:
    assert at(160, 130) == "Above"
    assert at(125, 130) == "Words"
    assert at(700, 500) == "Paper"
    assert at(900, 500) is None


def test_a_frame_is_clicked_at_its_edge_and_not_in_its_middle() -> None:
    assert at(101, 250) == "Frame"
    assert at(300, 250) == "Paper"
    ornament = Shape(name="Path", box=FRAME.box, form=Form.PATH, path="M 0 0 L 9 9")
    assert element_at(Page(800, 600, (ornament,)), 300, 250, 3) == ornament


def test_a_flat_line_can_be_clicked_a_little_beside_it() -> None:
    assert at(200, 402) == "Rule"
    assert at(200, 404) == "Paper"


def test_a_band_catches_what_lies_wholly_in_it() -> None:
    assert within_band(PAGE, Box(110, 110, 120, 40)) == ("Words",)
    assert within_band(PAGE, Box(90, 90, 400, 400)) == ("Frame", "Rule", "Words", "Above")


def test_the_paper_of_a_page_is_its_ground() -> None:
    assert is_ground(PAPER, PAGE)
    assert not is_ground(FRAME, PAGE)


def test_the_keyboard_goes_through_what_is_read_and_then_the_rest() -> None:
    assert in_walking_order(PAGE) == ["Above", "Words", "Paper", "Frame", "Rule"]
