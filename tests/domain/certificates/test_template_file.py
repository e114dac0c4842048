from __future__ import annotations

import base64
import json
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.certificates.template import (
    KINDS,
    Align,
    Asset,
    Box,
    Code,
    Colour,
    CreditTable,
    Element,
    Family,
    Fit,
    Form,
    Line,
    Page,
    Picture,
    Rise,
    Role,
    Seal,
    Shape,
    Signature,
    Span,
    Template,
    Text,
)
from cpd_desktop.domain.certificates.template_file import read_template, template_bytes
from cpd_desktop.domain.errors import CpdError, Invalid, NewerData

if TYPE_CHECKING:
    from collections.abc import Callable

BOX = Box(10, 20.5, 300, 40)
RED = Colour(200, 10, 7)
ELEMENTS: tuple[Element, ...] = (
    Text(
        name="Name",
        box=BOX,
        spans=(Span("To {person_name}\n", bold=True, colour=RED), Span("ünd {}", italic=True)),
        role=Role.HEADING,
        order=2,
        family=Family.SERIF,
        size=30,
        smallest=12,
        align=Align.CENTRE,
        rise=Rise.MIDDLE,
        fit=Fit.SHRINK,
        colour=RED,
        optional=True,
    ),
    Picture(name="Logo", box=BOX, asset="logo", alt="Our logo"),
    Line(name="Rule", box=BOX, colour=RED, thickness=0.5),
    Shape(name="Frame", box=BOX, edge=RED, radius=4),
    Shape(name="Wave", box=BOX, form=Form.PATH, path="M0 0L-7.5,8C1 2 3 4 5 6 L9 9Z", fill=RED),
    Signature(name="Hand", box=BOX, alt="Signature", optional=True),
    Seal(name="Seal", box=BOX, colour=RED),
    Code(name="Code", box=BOX, alt="Code of {certificate_number}", order=5),
    CreditTable(name="Credit", box=BOX, headings=("A", "B", "C")),
)
TEMPLATE = Template(
    "Attendance",
    (Page(841.89, 595.28, ELEMENTS, RED, "sky"), Page(595.28, 841.89)),
    "cy",
    "{person_name}",
    (Asset("logo", "image/png", b"\x89PNG"), Asset("sky", "image/jpeg", b"\xff\xd8")),
)


def entry() -> Any:
    return json.loads(template_bytes(TEMPLATE))


def refused(change: Callable[[Any], object]) -> str:
    found = entry()
    change(found)
    with pytest.raises(Invalid) as problem:
        read_template(json.dumps(found).encode())
    return str(problem.value.says)


def test_a_template_comes_out_of_its_file_as_it_went_in() -> None:
    assert {type(each) for each in ELEMENTS} == set(KINDS.values())
    assert read_template(template_bytes(TEMPLATE)) == TEMPLATE
    assert template_bytes(read_template(template_bytes(TEMPLATE))) == template_bytes(TEMPLATE)


def test_a_page_may_name_its_paper() -> None:
    found = entry()
    del found["pages"][1]["width"], found["pages"][1]["height"]
    found["pages"][1] |= {"paper": "Letter", "lying": True}
    page = read_template(json.dumps(found).encode()).pages[1]
    assert (page.width, page.height) == (792, 612)
    found["pages"][1]["paper"] = "Napkin"
    with pytest.raises(Invalid, match="A4, Letter"):
        read_template(json.dumps(found).encode())


def element(found: Any, at: int = 0) -> Any:
    return found["pages"][0]["elements"][at]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda t: t.update(macro="x"), "template: a template has no “macro”"),
        (lambda t: t["pages"][0].update(zoom=1), "pages 1: a template has no “zoom”"),
        (lambda t: element(t).update(onload="x"), "“Name”: a template has no “onload”"),
        (lambda t: element(t).pop("spans"), "“Name”: “spans” is missing"),
        (lambda t: element(t).update(kind="video"), "“kind” must be one of: text, picture"),
        (lambda t: element(t).update(size=1e9), "“size” must lie between 4 and 400"),
        (lambda t: element(t).update(size=float("inf")), "“size” must lie between"),
        (lambda t: element(t).update(size=float("nan")), "“size” must lie between"),
        (lambda t: element(t).update(size=10**400), "“size” must lie between"),
        (lambda t: element(t).update(size=True), "“size” has a value of the wrong kind"),
        (lambda t: element(t).update(smallest=31), "“smallest” must lie between 4 and 30"),
        (lambda t: element(t).update(order=1.5), "“order” has a value of the wrong kind"),
        (lambda t: element(t).update(colour="red"), "“colour” must be a colour"),
        (lambda t: element(t).update(colour="#12345"), "“colour” must be a colour"),
        (lambda t: element(t).update(align="justify"), "“align” must be one of: left"),
        (lambda t: element(t).update(align=["left"]), "“align” must be one of"),
        (lambda t: element(t).update(box=[0, 0, 1]), "“box” has a value of the wrong kind"),
        (lambda t: element(t).update(box=[0, 0, -1, 1]), "“width” must lie between 0"),
        (lambda t: element(t).update(box=[0, 0, None, 1]), "“width” has a value of the wrong"),
        (lambda t: element(t)["spans"][0].update(text="a" * 5001), "longer than 5000"),
        (lambda t: element(t)["spans"][0].update(text="a\x00b"), "“text” has a value of the"),
        (lambda t: element(t)["spans"][0].update(bold=1), "“bold” has a value of the wrong"),
        (lambda t: element(t)["spans"][0].update(scale=9), "“scale” must lie between 0.25 and 4"),
        (lambda t: element(t)["spans"][0].update(scale="2"), "“scale” has a value of the wrong"),
        (lambda t: element(t).update(spans=[]), "“spans” must lie between 1 and 60"),
        (lambda t: element(t).update(spans=[7]), "spans 1"),
        (lambda t: element(t).update(role="figure"), "“role” must be one of: heading"),
        (lambda t: element(t, 1).update(alt=" "), "“Logo”: “alt” is missing"),
        (lambda t: element(t, 1).update(asset="else"), "the picture “else” is not in"),
        (lambda t: t["pages"][0].update(background="else"), "the picture “else” is not in"),
        (lambda t: element(t, 4).update(path="M0 0 A1 2"), "“path” may hold M, L, C and Z"),
        (lambda t: element(t, 8).update(headings=["A"]), "“headings” has a value of the"),
        (lambda t: element(t, 8).update(role="text"), "“role” must be one of: table"),
        (lambda t: element(t, 1).update(name="Name"), "another one has the same name"),
        (lambda t: t.update(pages=[]), "“pages” must lie between 1 and 20"),
        (lambda t: t.update(pages={}), "“pages” has a value of the wrong kind"),
        (lambda t: t["pages"][0].update(elements=[{}] * 301), "between 0 and 300"),
        (lambda t: t["pages"][0].update(width=20_000), "“width” must lie between 72"),
        (lambda t: t["assets"][0].update(media="image/svg+xml"), "only JPEG and PNG"),
        (lambda t: t["assets"][0].update(data="a?"), "“data” has a value of the wrong kind"),
        (lambda t: t["assets"][0].update(data=7), "“data” has a value of the wrong kind"),
        (lambda t: t.update(language="en_GB; DROP"), "“language” has a value of the wrong"),
        (lambda t: t.update(what="spreadsheet"), "is not a certificate template"),
    ],
)
def test_a_template_from_a_stranger_is_refused_naming_the_element(
    change: Callable[[Any], object], says: str
) -> None:
    assert says in refused(change)


def test_a_template_of_a_later_version_says_so() -> None:
    found = entry() | {"format": 2}
    with pytest.raises(NewerData):
        read_template(json.dumps(found).encode())


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", b"[]", b"{", b"[" * 100_000, b'{"what": 1, "what": 2}', b"%PDF-1.7"]
)
def test_what_is_no_template_at_all_is_refused(data: bytes) -> None:
    with pytest.raises(Invalid, match="not a certificate template"):
        read_template(data)


def test_a_template_too_large_is_refused_before_it_is_read() -> None:
    with pytest.raises(Invalid, match="larger than 40 MB"):
        read_template(b" " * 40_000_001)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=4,
)
PLACES: list[tuple[Any, ...]] = [
    (),
    ("pages", 0),
    ("assets", 0),
    *(("pages", 0, "elements", at) for at in range(len(ELEMENTS))),
    ("pages", 0, "elements", 0, "spans", 0),
]


@given(st.sampled_from(PLACES), st.data(), ANYTHING)
def test_no_value_at_any_place_of_a_file_breaks_the_reader(
    place: tuple[Any, ...], data: st.DataObject, value: Any
) -> None:
    whole = found = entry()
    for key in place:
        found = found[key]
    found[data.draw(st.sampled_from(sorted(found)))] = value
    with suppress(CpdError):
        read_template(json.dumps(whole).encode())


def test_pictures_come_out_of_the_file_byte_for_byte() -> None:
    every = bytes(range(256))
    template = replace(TEMPLATE, assets=(*TEMPLATE.assets, Asset("all", "image/png", every)))
    assert base64.b64encode(every) in template_bytes(template)
    found = read_template(template_bytes(template)).asset("all")
    assert found is not None
    assert found.data == every
