"""The page and the document: what is changed while nothing on the page is chosen."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from cpd_desktop.domain.certificates.editing import with_page
from cpd_desktop.domain.certificates.editing_pages import (
    PAPERS,
    page_sized,
    paper_of,
    with_background,
)
from cpd_desktop.ui.certificates.properties import used_colours
from cpd_desktop.ui.certificates.property_fields import (
    ChoiceField,
    ColourField,
    MeasureField,
    add_row,
    form,
)
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.widgets import GRID, button, label

if TYPE_CHECKING:
    from cpd_desktop.ui.certificates.editing import Editing

LANGUAGES: Final = (
    ("en-GB", "English (United Kingdom)"),
    ("en-US", "English (United States)"),
    ("ar", "العربية"),
    ("de", "Deutsch"),
    ("es", "Español"),
    ("fr", "Français"),
    ("it", "Italiano"),
    ("nl", "Nederlands"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("vi", "Tiếng Việt"),
    ("zh", "中文"),
)
_LEAST, _MOST = 72, 14_400


class PagePanel(QWidget):
    """Shows and changes the size of a page, its ground, and what the document says of itself."""

    background_wanted = Signal()

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        papers = [(name, name) for name in PAPERS]
        self.paper = ChoiceField([*papers, ("", self.tr("Own size"))])
        self.lying = ChoiceField(((True, self.tr("Landscape")), (False, self.tr("Portrait"))))
        self.page_width = MeasureField(_LEAST, _MOST)
        self.page_height = MeasureField(_LEAST, _MOST)
        self.colour = ColourField(partial(used_colours, editing))
        self.choose = button(self.tr("Choose background…"))
        self.remove = button(self.tr("Remove"), "quiet")
        self.title = QLineEdit()
        self.language = ChoiceField(LANGUAGES)
        self._lay_out()
        self.paper.entered.connect(self._enter_paper)
        self.lying.entered.connect(self._enter_lying)
        self.page_width.entered.connect(self._enter_size)
        self.page_height.entered.connect(self._enter_size)
        self.colour.entered.connect(self._enter_colour)
        self.choose.clicked.connect(self.background_wanted)
        self.remove.clicked.connect(self._remove_background)
        self.title.editingFinished.connect(self._enter_title)
        self.language.entered.connect(self._enter_language)

    def refresh(self) -> None:
        """Show what holds now."""
        page, template = self._editing.page, self._editing.template
        self.paper.show_value(paper_of(page))
        self.lying.show_value(page.width > page.height)
        self.page_width.show_value(page.width)
        self.page_height.show_value(page.height)
        self.colour.show_value(page.colour)
        self.remove.setVisible(bool(page.background))
        if self.title.text() != template.title:
            self.title.setText(template.title)
        known = {code for code, _ in LANGUAGES}
        own = () if template.language in known else ((template.language, template.language),)
        self.language.offer((*own, *LANGUAGES))
        self.language.show_value(template.language)

    def _lay_out(self) -> None:
        page = form()
        for words, field in (
            (self.tr("Paper"), self.paper),
            (self.tr("Direction"), self.lying),
            (self.tr("Width"), self.page_width),
            (self.tr("Height"), self.page_height),
            (self.tr("Colour"), self.colour),
        ):
            add_row(page, words, field)
        self.title.setMaxLength(200)
        self.title.setProperty("data", True)
        self.title.setAccessibleName(self.tr("Title of the file"))
        self.language.setAccessibleName(self.tr("Language"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(label(self.tr("Page"), "heading"))
        layout.addLayout(page)
        layout.addLayout(FlowRow(self.choose, self.remove))
        layout.addWidget(label(self.tr("PDF, PNG, JPEG or SVG; it fills the page."), "caption"))
        layout.addSpacing(GRID)
        layout.addWidget(label(self.tr("Document"), "heading"))
        layout.addWidget(label(self.tr("Title of the file"), "caption"))
        layout.addWidget(self.title)
        layout.addWidget(label(self.tr("Language"), "caption"))
        layout.addWidget(self.language)
        layout.addStretch(1)

    def _enter_paper(self, name: Any) -> None:
        if name in PAPERS:
            self._size(*PAPERS[name], lying=self._editing.page.width > self._editing.page.height)
        else:
            self.page_width.setFocus()

    def _enter_lying(self, lying: Any) -> None:
        page = self._editing.page
        self._size(page.width, page.height, lying=lying)

    def _size(self, one: float, other: float, *, lying: bool) -> None:
        short, long = sorted((one, other))
        width, height = (long, short) if lying else (short, long)
        made = page_sized(self._editing.template, self._editing.at, width, height)
        self._editing.change(made, self.tr("Page size"))

    def _enter_size(self, _value: float) -> None:
        made = page_sized(
            self._editing.template,
            self._editing.at,
            self.page_width.points,
            self.page_height.points,
        )
        self._editing.change(made, self.tr("Page size"), "page size")

    def _enter_colour(self, colour: Any) -> None:
        page = replace(self._editing.page, colour=colour)
        made = with_page(self._editing.template, self._editing.at, page)
        self._editing.change(made, self.tr("Page colour"))

    def _remove_background(self) -> None:
        made = with_background(self._editing.template, self._editing.at, None)
        self._editing.change(made, self.tr("Remove background"))

    def _enter_title(self) -> None:
        if self.title.text() != self._editing.template.title:
            made = replace(self._editing.template, title=self.title.text())
            self._editing.change(made, self.tr("Title of the file"))

    def _enter_language(self, language: Any) -> None:
        made = replace(self._editing.template, language=language)
        self._editing.change(made, self.tr("Language"))
