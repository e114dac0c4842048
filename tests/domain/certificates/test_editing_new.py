from __future__ import annotations

from dataclasses import replace

import pytest

from cpd_desktop.domain.certificates.checks import template_findings
from cpd_desktop.domain.certificates.editing import added, with_asset
from cpd_desktop.domain.certificates.editing_new import (
    fitted,
    free_place,
    new_element,
    new_picture,
    new_text,
)
from cpd_desktop.domain.certificates.editing_pages import empty_template
from cpd_desktop.domain.certificates.template import Asset, Box, Page
from cpd_desktop.domain.certificates.template_file import read_template, template_bytes

EMPTY = empty_template("Mine", "en-GB")


@pytest.mark.parametrize("kind", ["line", "shape", "signature", "seal", "code", "table"])
def test_a_new_element_can_be_kept_and_has_nothing_wrong_with_it(kind: str) -> None:
    made = new_element(kind, EMPTY.pages[0], "New")
    template, _ = added(EMPTY, 0, [made])
    assert read_template(template_bytes(template)) == template
    assert template_findings(template) == []


@pytest.mark.parametrize("field", ["", "person_name", "event_title", "credits"])
def test_a_new_text_can_be_kept_and_read(field: str) -> None:
    made = new_text(EMPTY.pages[0], "New", "{person_name}", field)
    template, _ = added(EMPTY, 0, [made])
    assert read_template(template_bytes(template)) == template
    assert template_findings(template) == []


def test_a_new_picture_keeps_its_proportions() -> None:
    template, asset = with_asset(EMPTY, Asset("logo", "image/png", b"dots"))
    made = new_picture(template.pages[0], "Logo", asset, 3)
    assert made.box.width == pytest.approx(3 * made.box.height)
    template, _ = added(template, 0, [made])
    assert read_template(template_bytes(template)) == template


@pytest.mark.parametrize(("ratio", "size"), [(4, (100, 25)), (0.5, (25, 50)), (2, (100, 50))])
def test_a_picture_is_as_large_as_its_box_allows(ratio: float, size: tuple[float, float]) -> None:
    assert fitted(ratio, 100, 50) == size


def test_new_elements_do_not_hide_one_another() -> None:
    page = Page(800, 600)
    places: list[Box] = []
    for number in range(3):
        box = free_place(page, 100, 50)
        places.append(box)
        made = replace(new_element("line", page, str(number)), box=box)
        page = replace(page, elements=(*page.elements, made))
    assert len({(each.x, each.y) for each in places}) == 3
