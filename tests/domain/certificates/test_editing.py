from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.certificates.editing import (
    Depth,
    added,
    changed,
    excerpt,
    free_name,
    offered_roles,
    pasted,
    placed,
    read_at,
    renamed,
    restacked,
    with_asset,
    with_role,
    without,
)
from cpd_desktop.domain.certificates.editing_history import EditHistory, Edition
from cpd_desktop.domain.certificates.editing_pages import (
    empty_template,
    page_added,
    page_moved,
    page_removed,
    page_sized,
    paper_of,
    with_background,
)
from cpd_desktop.domain.certificates.editing_spans import joined, text_of
from cpd_desktop.domain.certificates.outlines import outline
from cpd_desktop.domain.certificates.template import (
    LETTER,
    Asset,
    Box,
    Code,
    Colour,
    CreditTable,
    Form,
    Line,
    Picture,
    Role,
    Shape,
    Span,
    Template,
    Text,
)
from cpd_desktop.domain.certificates.template_file import read_template, template_bytes

BOX = Box(10, 10, 100, 20)
LOGO = Asset("logo", "image/png", b"dots")
EMPTY = empty_template("Mine", "en-GB")


def text(name: str, **values: object) -> Text:
    return replace(Text(name=name, box=BOX, spans=(Span("Hello"),)), **values)  # type: ignore[arg-type]


def names(template: Template, page: int = 0) -> list[str]:
    return [each.name for each in template.pages[page].elements]


def read(template: Template) -> list[str]:
    return [each.name for each in template.pages[0].in_reading_order()]


@pytest.fixture
def three() -> Template:
    return added(EMPTY, 0, [text("A"), text("B"), text("C")])[0]


def test_new_elements_are_drawn_and_read_last_under_names_of_their_own(three: Template) -> None:
    found, new = added(three, 0, [text("B"), Line(name="Rule", box=BOX)])
    assert new == ("B 2", "Rule")
    assert names(found) == ["A", "B", "C", "B 2", "Rule"]
    assert read(found) == ["A", "B", "C", "B 2"]


@given(st.text(min_size=1, max_size=100), st.sets(st.text(max_size=90), max_size=4))
def test_a_free_name_is_free_and_fits(wanted: str, taken: set[str]) -> None:
    name = free_name(wanted, taken | {wanted[:80]})
    assert name not in taken
    assert len(name) <= 80


def test_elements_are_moved_by_name_to_hundredths_of_a_point(three: Template) -> None:
    found = placed(three, 0, {"B": Box(1.23456, 2, 3, 4)})
    assert [each.box for each in found.pages[0].elements] == [BOX, Box(1.23, 2, 3, 4), BOX]


@pytest.mark.parametrize(
    ("depth", "stacked"),
    [
        (Depth.FRONT, "BDAC"),
        (Depth.BACK, "ACBD"),
        (Depth.FORWARD, "BDAC"),
        (Depth.BACKWARD, "ABCD"),
    ],
)
def test_elements_are_drawn_before_or_behind_others(depth: Depth, stacked: str) -> None:
    four = added(EMPTY, 0, [text(each) for each in "BADC"])[0]
    found = restacked(four, 0, {"A", "C"}, depth)
    assert "".join(names(found)) == stacked


@given(st.permutations("ABCDE"), st.sets(st.sampled_from("ABCDE")), st.sampled_from(Depth))
def test_restacking_loses_nothing_and_keeps_each_sides_own_order(
    row: list[str], chosen: set[str], depth: Depth
) -> None:
    template = added(EMPTY, 0, [text(each) for each in row])[0]
    found = names(restacked(template, 0, chosen, depth))
    assert [each for each in found if each in chosen] == [each for each in row if each in chosen]
    assert [each for each in found if each not in chosen] == [e for e in row if e not in chosen]


@given(st.sampled_from("ABC"), st.integers(-2, 5))
def test_the_reading_order_is_changed_without_moving_anything(name: str, place: int) -> None:
    template = added(EMPTY, 0, [text(each) for each in "ABC"])[0]
    found = read_at(template, 0, name, place)
    assert read(found)[max(0, min(2, place))] == name
    assert sorted(read(found)) == list("ABC")
    assert names(found) == names(template)


def test_what_is_not_read_has_no_place_in_the_order(three: Template) -> None:
    rule = added(three, 0, [Line(name="Rule", box=BOX)])[0]
    assert read_at(rule, 0, "Rule", 0) == rule


def test_what_becomes_a_figure_gets_words_and_is_read_last(three: Template) -> None:
    rule = added(three, 0, [Line(name="Rule", box=BOX)])[0]
    found = with_role(rule, 0, "Rule", Role.FIGURE, "A rule")
    assert read(found) == ["A", "B", "C", "Rule"]
    assert found.pages[0].elements[-1].alt == "A rule"
    assert read(with_role(found, 0, "A", Role.HEADING, "")) == ["A", "B", "C", "Rule"]


def test_offered_roles_are_those_that_a_file_may_have() -> None:
    for made in (
        text("T"),
        Code(name="Q", box=BOX, alt="Code"),
        CreditTable(name="C", box=BOX),
    ):
        for role in offered_roles(made):
            template = added(EMPTY, 0, [replace(made, role=role)])[0]
            assert read_template(template_bytes(template)) == template


def test_two_elements_never_share_a_name(three: Template) -> None:
    found, own = renamed(three, 0, "A", " B ")
    assert own == "B 2"
    assert names(found) == ["B 2", "B", "C"]
    assert renamed(three, 0, "A", "  ")[1] == "A"


def test_a_copy_in_another_template_brings_its_pictures_and_is_not_on_top_of_it() -> None:
    picture = Picture(name="Logo", box=BOX, asset="logo", alt="Logo")
    with_logo = replace(EMPTY, assets=(LOGO,))
    source = added(with_logo, 0, [text("A"), picture, text("B")])[0]
    copied = excerpt(source, 0, {"Logo", "B"})
    other = replace(EMPTY, assets=(Asset("logo", "image/png", b"others"),))
    other = added(other, 0, [text("B"), replace(picture, name="Seal")])[0]
    found, new = pasted(other, 0, copied)
    assert new == ("Logo", "B 2")
    logo = next(each for each in found.pages[0].elements if each.name == "Logo")
    assert isinstance(logo, Picture)
    shown = found.asset(logo.asset)
    assert shown is not None
    assert (shown.name, shown.data) == ("logo 2", b"dots")
    assert (logo.box.x, logo.box.y) == (22, 22)


def test_pasting_keeps_what_is_drawn_before_what_and_what_is_read_first() -> None:
    row = [text("A", order=2), text("B", order=1)]
    source = replace(EMPTY, pages=(replace(EMPTY.pages[0], elements=tuple(row)),))
    found, _ = pasted(EMPTY, 0, excerpt(source, 0, {"A", "B"}), shift=0)
    assert names(found) == ["A", "B"]
    assert read(found) == ["B", "A"]


def test_pictures_leave_with_the_last_element_that_shows_them() -> None:
    first, second = (Picture(name=n, box=BOX, asset="logo", alt="Logo") for n in "AB")
    template, name = with_asset(EMPTY, LOGO)
    assert name == "logo"
    assert with_asset(template, LOGO) == (template, "logo")
    template = added(template, 0, [first, second])[0]
    template = without(template, 0, {"A"})
    assert template.assets == (LOGO,)
    assert without(template, 0, {"B"}).assets == ()


def test_pages_are_added_moved_and_removed_but_never_the_last(three: Template) -> None:
    two = page_added(three, 0)
    assert [len(page.elements) for page in two.pages] == [3, 0]
    turned = page_moved(two, 1, 0)
    assert [len(page.elements) for page in turned.pages] == [0, 3]
    assert page_removed(turned, 0) == three
    assert page_removed(three, 0) == three


def test_a_page_knows_its_paper_whichever_way_it_lies() -> None:
    assert paper_of(EMPTY.pages[0]) == "A4"
    assert paper_of(page_sized(EMPTY, 0, *LETTER).pages[0]) == "Letter"
    assert paper_of(page_sized(EMPTY, 0, 300, 300).pages[0]) == ""


def test_a_background_is_replaced_and_taken_away() -> None:
    with_sky = with_background(EMPTY, 0, Asset("sky", "image/jpeg", b"sky"))
    with_sea = with_background(with_sky, 0, Asset("sea", "image/jpeg", b"sea"))
    assert [each.name for each in with_sea.assets] == ["sea"]
    assert with_background(with_sea, 0, None) == EMPTY


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(["", "drag"])), max_size=12))
def test_undo_leads_back_to_the_beginning_and_redo_to_the_end(
    steps: list[tuple[int, str]],
) -> None:
    history = EditHistory(Edition(EMPTY))
    for number, joins in steps:
        history = history.changed(replace(EMPTY, name=str(number)), "Renamed", joins)
    end, back = history.now.template, history
    while back.past:
        back = back.undone()
    assert back.now.template == EMPTY
    while back.future:
        back = back.redone()
    assert back.now.template == end
    assert back.undone().redone() == replace(back, joins="") or not back.past


def test_a_drag_is_one_step_back_and_the_next_drag_another() -> None:
    history = EditHistory(Edition(EMPTY))
    for name in ("1", "2"):
        history = history.changed(replace(EMPTY, name=name), "Moved", "drag")
    history = history.parted().changed(replace(EMPTY, name="3"), "Moved", "drag")
    assert [each.template.name for each in history.past] == ["Mine", "2"]
    assert history.changed(history.now.template, "Nothing") == history
    left = history.given_up()
    assert (left.now.template.name, left.future) == ("2", ())
    assert EditHistory(Edition(EMPTY)).undone().redone() == EditHistory(Edition(EMPTY))


LETTERS = st.text("ab{} ", max_size=6)
SPANS = st.lists(st.builds(Span, LETTERS, st.booleans(), st.booleans()), max_size=5)


@given(SPANS)
def test_words_are_kept_in_as_few_parts_as_can_be(spans: list[Span]) -> None:
    found = joined(spans)
    assert found
    assert joined(found) == found
    looks = [(each.bold, each.italic) for each in found]
    assert all(one != other for one, other in itertools.pairwise(looks))
    letters = [(span.bold, span.italic, letter) for span in spans for letter in span.text]
    assert [(e.bold, e.italic, letter) for e in found for letter in e.text] == letters
    assert text_of(found) == text_of(spans)


@given(st.floats(4, 600), st.floats(4, 600))
def test_a_drawing_becomes_as_large_as_its_box(width: float, height: float) -> None:
    path = "M 0 0 L 100 0 C 100 10 90 20 50 20 Z"
    drawn = Shape(name="Wave", box=BOX, form=Form.PATH, path=path, fill=Colour())
    template = placed(added(EMPTY, 0, [drawn])[0], 0, {"Wave": Box(30, 40, width, height)})
    (found,) = template.pages[0].elements
    assert isinstance(found, Shape)
    ends = [numbers[-2:] for _, numbers in outline(found) if numbers]
    assert max(x for x, _ in ends) == pytest.approx(30 + found.box.width, abs=0.01)
    assert max(y for _, y in ends) == pytest.approx(40 + found.box.height, abs=0.01)
    assert read_template(template_bytes(template)) == template
    only_moved = placed(template, 0, {"Wave": replace(found.box, x=0.0)})
    assert only_moved.pages[0].elements[0].path == found.path  # type: ignore[attr-defined] # a shape


def test_an_element_is_replaced_where_it_was(three: Template) -> None:
    found = changed(three, 0, {"B": text("D")})
    assert names(found) == ["A", "D", "C"]
