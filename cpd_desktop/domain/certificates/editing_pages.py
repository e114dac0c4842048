"""Pages of a template while it is edited: how large they are, how many, and what lies behind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from cpd_desktop.domain.certificates.editing import tidied, with_asset, with_page
from cpd_desktop.domain.certificates.template import A4, LETTER, Page, Template

if TYPE_CHECKING:
    from cpd_desktop.domain.certificates.template import Asset

PAPERS: Final = {"A4": A4, "Letter": LETTER}
_SAME: Final = 1.0  # point: as near as papers are cut


def empty_template(name: str, language: str) -> Template:
    """Return a template to begin with: one empty page, A4 and lying."""
    width, height = A4
    return Template(name, (Page(height, width),), language)


def paper_of(page: Page) -> str:
    """Return what paper a page has, upright or lying; nothing if it is of its own size."""
    sides = sorted((page.width, page.height))
    for name, paper in PAPERS.items():
        if all(abs(a - b) < _SAME for a, b in zip(sides, paper, strict=True)):
            return name
    return ""


def page_sized(template: Template, at: int, width: float, height: float) -> Template:
    """Return the template with a page of another size; its elements stay where they are."""
    return with_page(template, at, replace(template.pages[at], width=width, height=height))


def page_added(template: Template, after: int) -> Template:
    """Return the template with an empty page after this one, as large and of its colour."""
    page = replace(template.pages[after], elements=(), background="")
    pages = (*template.pages[: after + 1], page, *template.pages[after + 1 :])
    return replace(template, pages=pages)


def page_removed(template: Template, at: int) -> Template:
    """Return the template without a page; the last one stays."""
    if len(template.pages) == 1:
        return template
    return tidied(replace(template, pages=template.pages[:at] + template.pages[at + 1 :]))


def page_moved(template: Template, at: int, to: int) -> Template:
    """Return the template with a page in another place."""
    pages = list(template.pages)
    page = pages.pop(at)
    pages.insert(max(0, to), page)
    return replace(template, pages=tuple(pages))


def with_background(template: Template, at: int, asset: Asset | None) -> Template:
    """Return the template with another picture behind a page, or none."""
    name = ""
    if asset is not None:
        template, name = with_asset(template, asset)
    page = replace(template.pages[at], background=name)
    return tidied(with_page(template, at, page))
