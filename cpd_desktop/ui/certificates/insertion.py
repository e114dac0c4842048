"""Puts what was asked for on the page: in its middle, or where it fell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cpd_desktop.domain.certificates.editing_new import new_element, new_text
from cpd_desktop.domain.certificates.fields import FIELDS
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from cpd_desktop.domain.certificates.template import Element
    from cpd_desktop.ui.certificates.editor import TemplateEditor


class Insertion(QObject):
    """Listens to the list beside the page, and to what is dropped on it."""

    def __init__(self, editor: TemplateEditor) -> None:
        super().__init__(editor)
        self._editor, self._editing = editor, editor.editing
        editor.insert.kind_wanted.connect(self._insert)
        editor.insert.field_wanted.connect(self._insert_field)
        editor.view.canvas.dropped.connect(self._drop_field)

    def _insert(self, kind: str) -> None:
        page = self._editing.page
        words = self._editor.insert.kinds[kind].text()
        if kind == "picture":
            self._editing.choose(())
            self._editor.pictures.choose_picture()
        elif kind == "text":
            self._add(new_text(page, words, self.tr("New text")), words)
            self._editor.element.edit_words()
        else:
            self._add(new_element(kind, page, words), words)

    def _insert_field(self, name: str) -> None:
        words = in_words(FIELDS[name].words)
        self._add(new_text(self._editing.page, words, "{" + name + "}", name), words)

    def _drop_field(self, name: str, x: float, y: float) -> None:
        if name in FIELDS:
            words = in_words(FIELDS[name].words)
            made = new_text(self._editing.page, words, "{" + name + "}", name)
            box = replace(made.box, x=x - made.box.width / 2, y=y - made.box.height / 2)
            self._add(replace(made, box=box), words)

    def _add(self, element: Element, words: str) -> None:
        self._editing.add([element], self.tr("Insert {kind}").format(kind=words))
        self._editor.view.canvas.setFocus()
