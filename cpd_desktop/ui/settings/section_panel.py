"""A section of the settings as fields; each is kept as soon as it is left."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cpd_desktop.domain.settings import Section, limits_of
from cpd_desktop.ui.settings.fields import OfferedField, field_for
from cpd_desktop.ui.widgets import GRID

if TYPE_CHECKING:
    from cpd_desktop.ui.settings.fields import Offered, SettingField


class SectionPanel(QWidget):
    """Shows a section; ``edited`` carries it with each new value that can be."""

    edited = Signal(Section)

    def __init__(
        self, section: type[Section], parent: QWidget | None = None, **offered: Offered
    ) -> None:
        """Make its fields; ``offered`` is what there is to choose for some of them."""
        super().__init__(parent)
        self.section = section()
        self.fields: dict[str, SettingField] = {
            each.name: OfferedField(each, offered[each.name])
            if each.name in offered
            else field_for(each)
            for each in fields(section)
            if not limits_of(each).hidden
        }
        for name, field in self.fields.items():
            field.show_value(getattr(self.section, name))

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID * 2)
        for field in self.fields.values():
            layout.addWidget(field)

        for field in self.fields.values():
            field.entered.connect(self._take)

    def show_section(self, kept: Section) -> None:
        """Show what is kept; a field whose kept value is the same is left as it is."""
        before, self.section = self.section, kept
        for name, field in self.fields.items():
            value = getattr(kept, name)
            if value != getattr(before, name):
                field.show_value(value)
                field.is_well()

    def commit(self) -> None:
        """Take over what was entered and not left yet."""
        for name in self.fields:
            self._take(name)

    def _take(self, name: str) -> None:
        field = self.fields[name]
        if not field.is_well():
            return
        value = field.value()
        if value != getattr(self.section, name):
            self.section = replace(self.section, **{name: value})
            self.edited.emit(self.section)
