"""What is chosen, with all of its values: the right side of the editor."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.domain.certificates.editing import offered_roles
from cpd_desktop.domain.certificates.editing_places import FAR, around, stretched
from cpd_desktop.domain.certificates.template import (
    BLACK,
    WHITE,
    Box,
    Colour,
    CreditTable,
    Picture,
    Role,
    Text,
)
from cpd_desktop.ui.certificates.property_fields import ChoiceField, MeasureField, add_row, form
from cpd_desktop.ui.certificates.property_list import role_words, shared_properties
from cpd_desktop.ui.certificates.words_field import WordsField
from cpd_desktop.ui.widgets import GRID, button, label

if TYPE_CHECKING:
    from cpd_desktop.domain.certificates.template import Element
    from cpd_desktop.ui.certificates.editing import Editing
    from cpd_desktop.ui.certificates.property_list import Field, Property
    from cpd_desktop.ui.theme import Theme

SIDES: Final = ("x", "y", "width", "height")
_LONGEST: Final = 1_000
_HEADING: Final = 200


class ElementPanel(QWidget):
    """Shows and changes the values of the chosen elements."""

    picture_wanted = Signal()

    def __init__(self, editing: Editing, theme: Theme) -> None:
        super().__init__()
        self._editing = editing
        self.title = label("", "heading", data=True)
        self.sides = {name: MeasureField(-FAR if name in "xy" else 0, FAR) for name in SIDES}
        self.unit = ChoiceField((("pt", self.tr("points")), ("mm", self.tr("millimetres"))))
        self.words = WordsField(theme, partial(used_colours, editing))
        self.values: dict[str, Field] = {}
        self.replace_picture = button(self.tr("Replace picture…"))
        self.headings = [QLineEdit() for _ in range(3)]
        self.name = QLineEdit()
        self.role = ChoiceField(())
        self.order = QSpinBox()
        self.alt = QLineEdit()
        self.only = QLineEdit()
        self._own = form()
        self._shown: list[Property] = []
        self._tables = QWidget()
        self._reading = QWidget()
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show the values of what is chosen now."""
        chosen = self._editing.elements
        if not chosen:
            return
        properties = shared_properties(chosen)
        if properties != self._shown:
            self._shown = properties
            self._rebuild(properties)
        single = chosen[0] if len(chosen) == 1 else None
        self.title.setText(single.name if single else self.tr("%n element(s)", "", len(chosen)))
        whole = around(each.box for each in chosen)
        for name, side in self.sides.items():
            side.show_value(getattr(whole, name))
        for name, field in self.values.items():
            field.show_value(getattr(chosen[0], name))
        self._show_single(single)

    def edit_words(self) -> None:
        """Go to the words of the chosen element; where it has none, to its place."""
        if self.words.isVisibleTo(self):
            self.words.text.setFocus()
            self.words.text.selectAll()
        else:
            self.sides["x"].setFocus()

    def _show_single(self, single: Element | None) -> None:
        self.words.setVisible(isinstance(single, Text))
        if isinstance(single, Text):
            self.words.show_value(single.spans)
        self._tables.setVisible(isinstance(single, CreditTable))
        if isinstance(single, CreditTable):
            for field, words in zip(self.headings, single.headings, strict=True):
                _show_text(field, words)
        self.replace_picture.setVisible(isinstance(single, Picture))
        self._reading.setVisible(single is not None)
        if single is None:
            return
        _show_text(self.name, single.name)
        roles = offered_roles(single)
        self.role.offer((each, role_words(each)) for each in roles)
        self.role.show_value(single.role)
        self.role.setEnabled(len(roles) > 1)
        read = [each.name for each in self._editing.page.in_reading_order()]
        is_read = single.name in read
        self.order.blockSignals(True)
        self.order.setRange(1, max(1, len(read)))
        self.order.setValue(read.index(single.name) + 1 if is_read else 1)
        self.order.blockSignals(False)
        self._reading_rows.setRowVisible(self.order, is_read)
        self._reading_rows.setRowVisible(self.alt, single.role is Role.FIGURE)
        _show_text(self.alt, single.alt)
        _show_text(self.only, single.only)

    def _rebuild(self, properties: list[Property]) -> None:
        while self._own.rowCount():
            self._own.removeRow(0)
        self.values.clear()
        for each in properties:
            field = each.field(partial(used_colours, self._editing))
            self.values[each.name] = field
            if each.is_tick:
                self._own.addRow(field)
            else:
                add_row(self._own, each.words, field)
            field.entered.connect(partial(self._enter, each.name, each.words))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID + GRID // 2)
        layout.addWidget(self.title)
        layout.addWidget(self.words)
        layout.addWidget(self.replace_picture)
        layout.addWidget(self._tables)
        layout.addLayout(self._own)
        layout.addWidget(label(self.tr("Position and size"), "caption"))
        layout.addLayout(self._place_grid())
        layout.addWidget(self._reading)
        layout.addStretch(1)
        headings = QVBoxLayout(self._tables)
        headings.setContentsMargins(0, 0, 0, 0)
        headings.addWidget(label(self.tr("Headings"), "caption"))
        names = (self.tr("Heading of the type"), self.tr("Heading of the category"),
                 self.tr("Heading of the amount"))  # fmt: skip
        for field, name in zip(self.headings, names, strict=True):
            field.setMaxLength(_HEADING)
            field.setAccessibleName(name)
            headings.addWidget(field)
        self._reading_rows = form(self._reading)
        self._reading_rows.setContentsMargins(0, 0, 0, 0)
        self._reading_rows.addRow(label(self.tr("For readers and lists"), "caption"))
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Name"), self.name),
            (self.tr("Read as"), self.role),
            (self.tr("Read number"), self.order),
            (self.tr("Description"), self.alt),
            (self.tr("Only for credit"), self.only),
        )
        for words, row in rows:
            add_row(self._reading_rows, words, row)

    def _place_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID)
        names = {
            "x": self.tr("Left"),
            "y": self.tr("Top"),
            "width": self.tr("Width"),
            "height": self.tr("Height"),
        }
        for at, (name, field) in enumerate(self.sides.items()):
            caption = label(names[name], "caption")
            field.setAccessibleName(names[name])
            grid.addWidget(caption, at // 2 * 2, at % 2)
            grid.addWidget(field, at // 2 * 2 + 1, at % 2)
        self.unit.setAccessibleName(self.tr("Unit"))
        grid.addWidget(self.unit, 4, 0, 1, 2)
        return grid

    def _connect(self) -> None:
        for name, field in self.sides.items():
            field.entered.connect(partial(self._place, name))
        self.unit.entered.connect(self._change_unit)
        self.words.entered.connect(self._enter_words)
        self.replace_picture.clicked.connect(self.picture_wanted)
        for heading in self.headings:
            heading.editingFinished.connect(self._enter_headings)
        self.name.setMaxLength(80)
        self.name.editingFinished.connect(self._rename)
        self.role.entered.connect(self._enter_role)
        self.order.setKeyboardTracking(False)
        self.order.lineEdit().setTextMargins(GRID, 0, 0, 0)
        self.order.valueChanged.connect(self._enter_order)
        self.alt.setMaxLength(_LONGEST)
        self.alt.editingFinished.connect(self._enter_alt)
        self.only.setMaxLength(_HEADING)
        self.only.setPlaceholderText(self.tr("All credit"))
        self.only.setToolTip(
            self.tr("A credit type or an accreditor: who has no such credit does not get this.")
        )
        self.only.editingFinished.connect(self._enter_only)

    def _enter(self, name: str, words: str, value: Any) -> None:
        self._editing.set_values(words, f"value {name}", **{name: value})

    def _enter_words(self, spans: object) -> None:
        self._editing.set_values(self.tr("Change the text"), "words", spans=spans)

    def _enter_headings(self) -> None:
        texts = tuple(field.text() for field in self.headings)
        self._editing.set_values(self.tr("Change the headings"), headings=texts)

    def _place(self, name: str, value: float) -> None:
        chosen = self._editing.elements
        before = around(each.box for each in chosen)
        sides = {side: getattr(before, side) for side in SIDES} | {name: value}
        after = Box(**sides)
        boxes = {each.name: stretched(each.box, before, after) for each in chosen}
        self._editing.place(boxes, self.tr("Position and size"), f"side {name}")

    def _change_unit(self, unit: Any) -> None:
        for field in self.sides.values():
            field.set_unit(unit)

    def _rename(self) -> None:
        if self.name.isModified():
            self._editing.rename(self.name.text())
            self.name.setModified(False)

    def _enter_role(self, role: Any) -> None:
        self._editing.set_role(role, " ".join(self._editing.names))

    def _enter_order(self, place: int) -> None:
        self._editing.read_at(place - 1)

    def _enter_alt(self) -> None:
        if self.alt.text().strip():
            self._editing.set_values(self.tr("Describe"), alt=self.alt.text())
        else:
            self.refresh()  # a picture that is read cannot be without

    def _enter_only(self) -> None:
        if self.only.isModified():
            self.only.setModified(False)
            self._editing.set_values(self.tr("Limit to a credit"), only=self.only.text().strip())


def used_colours(editing: Editing) -> list[Colour]:
    """Return the colours of the template, each once, beside black and white."""
    found = dict.fromkeys((BLACK, WHITE))
    for page in editing.template.pages:
        found[page.colour] = None
        for element in page.elements:
            for name in ("colour", "fill", "edge", "inner", "rule"):
                if isinstance(value := getattr(element, name, None), Colour):
                    found[value] = None
            for span in getattr(element, "spans", ()):
                if span.colour:
                    found[span.colour] = None
    return list(found)[:_MOST_COLOURS]


_MOST_COLOURS: Final = 16


def _show_text(field: QLineEdit, text: str) -> None:
    if field.text() != text:
        field.setText(text)
        field.setModified(False)
