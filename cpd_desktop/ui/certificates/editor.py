"""The editor of certificate templates, in a window of its own."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QMessageBox,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.domain.certificates.editing import free_name
from cpd_desktop.domain.certificates.editing_places import Side
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.ui.certificates.checks_list import ChecksList
from cpd_desktop.ui.certificates.editing import Editing
from cpd_desktop.ui.certificates.editor_actions import EditorActions
from cpd_desktop.ui.certificates.insert_panel import InsertPanel
from cpd_desktop.ui.certificates.insertion import Insertion
from cpd_desktop.ui.certificates.page_panel import PagePanel
from cpd_desktop.ui.certificates.page_view import PageView, tool
from cpd_desktop.ui.certificates.picture_intake import PictureChooser
from cpd_desktop.ui.certificates.properties import ElementPanel
from cpd_desktop.ui.certificates.subjects import SubjectBox
from cpd_desktop.ui.certificates.template_draft import TemplateDraft
from cpd_desktop.ui.dates import clock_time
from cpd_desktop.ui.event.question import Question
from cpd_desktop.ui.file_questions import ask_where_to_save
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.widgets import GRID, ToolButton, button, card, label, restyle
from cpd_desktop.ui.wording import explain, in_words

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QShowEvent

    from cpd_desktop.domain.certificates.template import Template
    from cpd_desktop.domain.changes import Done
    from cpd_desktop.services.certificates.templates import KeptTemplate, Templates
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk

LEFT, RIGHT = GRID * 24, GRID * 34
CHARACTERS = 26  # of a line on the right, where the text is large


class TemplateEditor(QDialog):
    """Edits a template; ``kept`` comes with what lies in the data folder after each save.

    ``template_id`` is that of one's own template, or nothing for a new one; people of the event
    can be chosen to preview it as. Closing it with unsaved changes asks.
    """

    kept = Signal(object)

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        template: Template,
        template_id: int | None = None,
        event_id: int | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Certificate template"))
        self._desk, self._window, self._id = desk, parent, template_id
        self._saving = self._closes_then = False
        self.question: QMessageBox | None = None
        self.editing = Editing(template, self)
        self.view = PageView(desk, self.editing)
        self.actions_of = EditorActions(desk, self.editing, self.view, self)
        self.pictures = PictureChooser(desk, self.editing, self)
        self.insert = InsertPanel(desk.theme)
        self.element = ElementPanel(self.editing, desk.theme)
        self.page = PagePanel(self.editing)
        self.checks = ChecksList(desk)
        self.subject = SubjectBox(desk, template.language, event_id)
        self.name = QLineEdit(template.name)
        self.state = label("", "caption")
        self.trouble = label("", "caption")
        self.save = button(self.tr("Save"), "primary")
        self.more = ToolButton()
        self.leave = button(self.tr("Close"))
        self.restored = Question(self.tr("Keep it"), self.tr("Go back to the saved one"))
        self._lay_out()
        self._connect()
        editor = f"certificate template:{template_id or template.name}"
        self.draft = TemplateDraft(desk, self.editing, editor)
        self.draft.found.connect(self._restore)
        self._show_subject()
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the place of the window that it belongs to."""
        super().showEvent(event)
        self.view.canvas.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask what becomes of unsaved changes."""
        if self._saving:  # what it says when it comes back is shown here
            event.ignore()
            self._closes_then = True
            return
        if self.editing.is_changed:
            event.ignore()
            self._ask_before_leaving()
            return
        self.draft.keep()
        event.accept()

    def reject(self) -> None:
        """Lead Escape from a field back to the page, and from there close as the button does."""
        focus = self.focusWidget()
        if self.element.isAncestorOf(focus):
            self.view.canvas.setFocus()
        else:
            self.close()

    def keep(self, *, then_close: bool = False) -> None:
        """Keep the template as its next version."""
        self._closes_then = then_close
        self._keep(self._id)

    def keep_as(self, name: str) -> None:
        """Keep it as a new template of another name."""
        self.editing.change(replace(self.editing.template, name=name), self.tr("Rename"))
        self._keep(None)

    def write(self, path: str) -> None:
        """Write it as one file, for another computer."""
        previews, template = self._desk.services.previews, self.editing.template
        name = Path(path).name
        self._desk.operations.carry_out(
            lambda _work: previews.write(template, Path(path)),
            origin=self,
            then=lambda _done: self._say(self.tr("Exported as {name}").format(name=name)),
        )

    def _lay_out(self) -> None:
        body = QHBoxLayout()
        body.setSpacing(GRID + GRID // 2)
        body.addWidget(self._side(self.insert, LEFT))
        middle = card()
        inside = QVBoxLayout(middle)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addLayout(self._tools())
        inside.addWidget(self.view, 1)
        body.addWidget(middle, 1)
        body.addWidget(self._properties())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID + GRID // 2, GRID * 2, GRID * 2)
        layout.setSpacing(GRID + GRID // 2)
        layout.addLayout(self._header())
        layout.addWidget(self.trouble)
        layout.addWidget(self.restored)
        layout.addLayout(body, 1)
        self.trouble.hide()
        restyle(self.trouble, tone="bad")
        out, into = (tool(self.actions_of.all[name]) for name in ("zoom out", "zoom in"))
        self.view.percent.setMenu(self.actions_of.menu("fit", "whole"))
        self.view.add_to_foot(self._page_menu(), out, self.view.percent, into)
        self.resize(self._window.window().size())

    def _header(self) -> QHBoxLayout:
        self.name.setAccessibleName(self.tr("Name of the template"))
        self.name.setMaxLength(80)
        self.name.setMinimumWidth(GRID * 20)
        self.name.setProperty("data", True)
        self.state.setWordWrap(False)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.name, 2)
        row.addWidget(self.state, 1)
        self.more.setProperty("role", "field")
        self.more.setText(self.tr("More"))
        self.more.setPopupMode(ToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.more)
        self.save_as = QAction(self.tr("Save as a new template"), self)
        self.export = QAction(self.tr("Export…"), self)
        menu.addActions([self.save_as, self.export])
        self.more.setMenu(menu)
        for each in (self.subject, self.more, self.save, self.leave):
            row.addWidget(each)
        return row

    def _tools(self) -> FlowRow:
        names = ["undo", "redo", "duplicate", "delete"]
        names += [f"align {side}" for side in Side]
        names += ["spread across", "spread down", "forward", "backward"]
        row = FlowRow(*(self._tool(name) for name in names))
        row.setSpacing(2)
        row.setContentsMargins(GRID // 2, GRID // 2, GRID // 2, GRID // 2)
        return row

    def _tool(self, name: str) -> ToolButton:
        made = tool(self.actions_of.all[name])
        made.setAccessibleName(self.actions_of.all[name].text())
        return made

    def _page_menu(self) -> ToolButton:
        made = ToolButton()
        made.setProperty("role", "field")
        made.setText(self.tr("Pages"))
        made.setPopupMode(ToolButton.ToolButtonPopupMode.InstantPopup)
        made.setMenu(self.actions_of.menu("add page", "remove page", "page earlier", "page later"))
        return made

    def _side(self, inside: QWidget, width: int) -> QFrame:
        made = card()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.addWidget(inside)
        inside.setMinimumWidth(max(width, inside.minimumWidth()))
        made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        return made

    def _properties(self) -> QFrame:
        both = QWidget()
        inside = QVBoxLayout(both)
        inside.setContentsMargins(GRID // 2, 0, GRID, 0)
        inside.addWidget(self.element)
        inside.addWidget(self.page)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(both)
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(area, 1)
        layout.addWidget(self.checks)
        wide = self.fontMetrics().averageCharWidth() * CHARACTERS
        return self._side(whole, max(RIGHT, wide))

    def _connect(self) -> None:
        editing = self.editing
        editing.changed.connect(self._refresh)
        editing.chosen.connect(self._refresh)
        editing.turned.connect(self._refresh)
        self.view.canvas.opened.connect(self.element.edit_words)
        Insertion(self)
        self.element.picture_wanted.connect(self.pictures.choose_picture)
        self.page.background_wanted.connect(self.pictures.choose_background)
        self.pictures.refused.connect(self._refuse)
        self.checks.sought.connect(self._seek)
        self.subject.changed.connect(lambda _snapshot: self._show_subject())
        self.name.editingFinished.connect(self._rename)
        self.save.clicked.connect(partial(self.keep, then_close=False))
        self.save_as.triggered.connect(self._keep_as_new)
        self.export.triggered.connect(self._ask_where)
        self.leave.clicked.connect(self.close)
        self.restored.second.clicked.connect(self._go_back)

    def _refresh(self) -> None:
        chosen = bool(self.editing.names)
        self.element.setVisible(chosen)
        self.page.setVisible(not chosen)
        (self.element if chosen else self.page).refresh()
        if self.name.text() != self.editing.template.name and not self.name.isModified():
            self.name.setText(self.editing.template.name)
        changed = self.editing.is_changed
        self.save.setEnabled(changed or self._id is None)
        self._say(self.tr("Not saved") if changed else "")
        self.subject.speak(self.editing.template.language)
        if self.view.snapshot is not None:
            self.checks.look_at(self.editing.template, self.view.snapshot)

    def _show_subject(self) -> None:
        snapshot = self.subject.snapshot
        self.insert.show_values(snapshot)
        self.view.show_for(snapshot)
        self.checks.look_at(self.editing.template, snapshot)

    def _seek(self, page: int, element: str) -> None:
        self.editing.turn_to(page - 1)
        self.editing.choose((element,))
        self.view.canvas.setFocus()

    def _rename(self) -> None:
        if self.name.isModified():
            self.name.setModified(False)
            made = replace(self.editing.template, name=self.name.text().strip())
            self.editing.change(made, self.tr("Rename"))

    def _keep(self, template_id: int | None) -> None:
        if self._saving:
            return
        self._rename()
        template = self.editing.template
        call = partial(_keep, self._desk.services.templates, template, template_id)
        self._saving = True
        self.save.setEnabled(False)
        self._desk.operations.carry_out(
            call,
            origin=self,
            then=partial(self._was_kept, template),
            otherwise=self._was_refused,
        )

    def _was_kept(self, template: Template, kept: KeptTemplate) -> None:
        self._saving = False
        self.draft.drop()
        self._id = kept.id
        self.draft.editor = f"certificate template:{kept.id}"
        self.editing.note_kept(template)
        self.trouble.hide()
        self._refresh()
        self._say(self.tr("Saved as version {number}").format(number=kept.version))
        self.kept.emit(kept)
        if self._closes_then:
            self.close()

    def _was_refused(self, error: Exception) -> None:
        self._saving = self._closes_then = False
        self._refuse(error)

    def _refuse(self, error: Exception) -> None:
        says = explain(error).says
        if isinstance(error, Invalid):
            says = " ".join(in_words(each) for each in error.problems.values())
        self.trouble.setText(says)
        self.trouble.show()
        self._refresh()

    def _say(self, words: str) -> None:
        self.state.setText(words)

    def _restore(self, template: Any, at: Any) -> None:
        self.editing.change(template, self.tr("Restore"))
        time = clock_time(at, self._desk.local_zone)
        words = self.tr("Restored your unsaved template from {time}.")
        self.restored.ask(words.format(time=time))

    def _go_back(self) -> None:
        self.editing.undo()
        self.draft.keep()

    def _keep_as_new(self) -> None:
        names = {each.name for each in self._desk.services.templates.listed()}
        self.keep_as(free_name(self.editing.template.name, names))

    def _ask_where(self) -> None:
        name = f"{self.editing.template.name}.cpdtemplate"
        kind = self.tr("Certificate templates") + " (*.cpdtemplate)"
        ask_where_to_save(self, self.tr("Export template"), name, kind, self.write)

    def _ask_before_leaving(self) -> None:
        asked = QMessageBox(self)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.setText(self.tr("The template has changes that are not saved."))
        save = asked.addButton(self.tr("Save"), QMessageBox.ButtonRole.AcceptRole)
        leave = asked.addButton(self.tr("Discard changes"), QMessageBox.ButtonRole.DestructiveRole)
        asked.addButton(self.tr("Keep editing"), QMessageBox.ButtonRole.RejectRole)
        save.clicked.connect(lambda: self.keep(then_close=True))
        leave.clicked.connect(self._discard)
        self.question = asked
        asked.open()

    def _discard(self) -> None:
        self.editing.note_kept(self.editing.template)
        self.draft.drop()
        self.close()


def _keep(
    templates: Templates, template: Template, template_id: int | None, _work: Work
) -> Done[KeptTemplate]:
    return templates.keep(template, template_id)
