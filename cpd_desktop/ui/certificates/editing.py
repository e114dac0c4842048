"""The template that is being edited: what is chosen of it, what was done, what can be undone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from cpd_desktop.domain.certificates import editing as deeds
from cpd_desktop.domain.certificates.editing_history import EditHistory, Edition
from cpd_desktop.domain.certificates.editing_pages import page_added, page_moved, page_removed
from cpd_desktop.domain.certificates.editing_places import aligned, moved, spread
from cpd_desktop.domain.certificates.template import Text
from cpd_desktop.domain.certificates.template_file import read_template, template_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cpd_desktop.domain.certificates.editing import Depth
    from cpd_desktop.domain.certificates.editing_places import Side
    from cpd_desktop.domain.certificates.template import Box, Element, Page, Role, Template


class Editing(QObject):
    """Carries out every deed of the editor on one row of editions.

    ``changed`` comes with every new edition, ``chosen`` when other elements are, and ``turned``
    with another page.
    """

    changed = Signal()
    chosen = Signal()
    turned = Signal()

    def __init__(self, template: Template, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = EditHistory(Edition(template))
        self._kept = template
        self._names: tuple[str, ...] = ()
        self.at = 0

    @property
    def template(self) -> Template:
        """Return the template as it is now."""
        return self._history.now.template

    @property
    def page(self) -> Page:
        """Return the page that is shown."""
        return self.template.pages[self.at]

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the chosen elements."""
        return self._names

    @property
    def elements(self) -> list[Element]:
        """Return the chosen elements, lowest first."""
        return [each for each in self.page.elements if each.name in self._names]

    @property
    def is_changed(self) -> bool:
        """Say whether anything differs from what was kept last."""
        return self.template != self._kept

    @property
    def undoes(self) -> str:
        """Return what undo would take back; nothing if there is nothing."""
        return self._history.now.deed if self._history.past else ""

    @property
    def redoes(self) -> str:
        """Return what redo would do again; nothing if there is nothing."""
        return self._history.future[0].deed if self._history.future else ""

    def note_kept(self, template: Template) -> None:
        """Take note of what lies in the data folder now."""
        self._kept = template

    def change(self, template: Template, deed: str, joins: str = "") -> None:
        """Make another edition; those of the same ``joins`` in a row are one step back."""
        self._show(self._history.changed(template, deed, joins))

    def part(self) -> None:
        """End a row of changes that are one step back, such as a drag."""
        self._history = self._history.parted()

    def undo(self) -> None:
        """Go one step back."""
        self._show(self._history.undone())

    def give_up(self) -> None:
        """Have it as it was before the latest change, which nothing can do again."""
        self._show(self._history.given_up())

    def redo(self) -> None:
        """Go one step forward again."""
        self._show(self._history.redone())

    def choose(self, names: Iterable[str]) -> None:
        """Choose these elements of the page, and no others."""
        there = {each.name for each in self.page.elements}
        wanted = tuple(dict.fromkeys(name for name in names if name in there))
        if wanted != self._names:
            self._names = wanted
            self.part()
            self.chosen.emit()

    def turn_to(self, at: int) -> None:
        """Show another page."""
        at = max(0, min(at, len(self.template.pages) - 1))
        if at != self.at:
            self.at = at
            self.part()
            self.choose(())
            self.turned.emit()

    def place(self, boxes: Mapping[str, Box], deed: str, joins: str = "") -> None:
        """Put elements into other places."""
        self.change(deeds.placed(self.template, self.at, boxes), deed, joins)

    def nudge(self, dx: float, dy: float) -> None:
        """Move the chosen elements a little; many nudges are one step back."""
        boxes = {each.name: moved(each.box, dx, dy) for each in self.elements}
        self.place(boxes, self.tr("Move"), "nudge")

    def align(self, side: Side) -> None:
        """Align the chosen elements with each other; a single one with its page."""
        chosen = self.elements
        within = self.page.box if len(chosen) == 1 else None
        if chosen:
            boxes = aligned([each.box for each in chosen], side, within)
            self._place_all(chosen, boxes, self.tr("Align"))

    def spread(self, *, upright: bool) -> None:
        """Make the gaps between the chosen elements equal."""
        chosen = self.elements
        boxes = spread([each.box for each in chosen], upright=upright)
        self._place_all(chosen, boxes, self.tr("Spread"))

    def restack(self, depth: Depth) -> None:
        """Draw the chosen elements before or behind others."""
        made = deeds.restacked(self.template, self.at, self._names, depth)
        self.change(made, self.tr("Change what is in front"))

    def set_values(self, deed: str, joins: str = "", **values: Any) -> None:
        """Change what the chosen elements look like, as far as they have these values."""
        made = {}
        for each in self.elements:
            own = {name: value for name, value in values.items() if hasattr(each, name)}
            if isinstance(each, Text) and own.get("size", each.size) < each.smallest:
                own.setdefault("smallest", own["size"])
            if isinstance(each, Text) and "smallest" in own:
                own["smallest"] = min(own["smallest"], own.get("size", each.size))
            made[each.name] = replace(each, **own)
        self.change(deeds.changed(self.template, self.at, made), deed, joins)

    def set_role(self, role: Role, alt: str) -> None:
        """Change what the chosen elements are to who hears the page."""
        made = self.template
        for name in self._names:
            made = deeds.with_role(made, self.at, name, role, alt)
        self.change(made, self.tr("Change the role"))

    def read_at(self, place: int) -> None:
        """Let the chosen element be read as the first (0), second … of its page."""
        for name in self._names[:1]:
            made = deeds.read_at(self.template, self.at, name, place)
            self.change(made, self.tr("Change the reading order"))

    def rename(self, wanted: str) -> None:
        """Call the chosen element otherwise."""
        for name in self._names[:1]:
            made, own = deeds.renamed(self.template, self.at, name, wanted)
            self._names = (own,)
            self.change(made, self.tr("Rename"))

    def add(self, elements: Iterable[Element], deed: str) -> None:
        """Put new elements on the page and choose them."""
        self.add_with(self.template, elements, deed)

    def add_with(self, template: Template, elements: Iterable[Element], deed: str) -> None:
        """Put new elements on the page of a template that has the pictures they need."""
        made, names = deeds.added(template, self.at, elements)
        self.change(made, deed)
        self.choose(names)

    def remove(self) -> None:
        """Take the chosen elements away."""
        made = deeds.without(self.template, self.at, self._names)
        self.change(made, self.tr("Delete"))

    def copied(self) -> bytes:
        """Return the chosen elements as a template of their own."""
        return template_bytes(deeds.excerpt(self.template, self.at, self._names))

    def paste(self, copied: bytes) -> None:
        """Put copied elements on the page; raises ``Invalid`` if these are none."""
        self._paste(read_template(copied), self.tr("Paste"))

    def duplicate(self) -> None:
        """Put the chosen elements on the page once more."""
        self._paste(deeds.excerpt(self.template, self.at, self._names), self.tr("Duplicate"))

    def add_page(self) -> None:
        """Add an empty page after this one and show it."""
        self.change(page_added(self.template, self.at), self.tr("Add page"))
        self.turn_to(self.at + 1)

    def remove_page(self) -> None:
        """Take this page away."""
        self.change(page_removed(self.template, self.at), self.tr("Delete page"))

    def move_page(self, to: int) -> None:
        """Put this page into another place, and go on showing it."""
        if 0 <= to < len(self.template.pages) and to != self.at:
            made, self.at = page_moved(self.template, self.at, to), to
            self.change(made, self.tr("Move page"))
            self.turned.emit()

    def _paste(self, copied: Template, deed: str) -> None:
        made, names = deeds.pasted(self.template, self.at, copied)
        self.change(made, deed)
        self.choose(names)

    def _place_all(self, chosen: list[Element], boxes: list[Box], deed: str) -> None:
        names = [each.name for each in chosen]
        self.place(dict(zip(names, boxes, strict=True)), deed)

    def _show(self, history: EditHistory) -> None:
        if history is self._history:
            return
        self._history = history
        pages = len(self.template.pages)
        turned, self.at = self.at >= pages, min(self.at, pages - 1)
        there = {each.name for each in self.page.elements}
        left = tuple(name for name in self._names if name in there)
        chosen, self._names = left != self._names, left
        self.changed.emit()
        if turned:
            self.turned.emit()
        if chosen:
            self.chosen.emit()
