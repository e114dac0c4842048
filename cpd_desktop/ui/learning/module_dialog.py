"""The dialogs that edit a module and a piece of its content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.domain.content import (
    DAYS_LIMIT,
    ContentKind,
    ModuleDraft,
    PieceDraft,
    Release,
)
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.ui.form import FormDialog
from cpd_desktop.ui.learning.fields import FileField, ModuleBox, MomentField
from cpd_desktop.ui.learning.words import kind_words, release_words
from cpd_desktop.ui.widgets import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from cpd_desktop.domain.content import Module
    from cpd_desktop.domain.words import Sentence

WIDE, LINES = 48, 4


class ModuleDialog(FormDialog):
    """Edits a ``ModuleDraft``; ``offered`` carries one that keeps every rule."""

    offered = Signal(ModuleDraft)

    def __init__(
        self,
        parent: QWidget,
        draft: ModuleDraft,
        *,
        zone: str,
        usual: datetime,
        before: Sequence[Module],
        new: bool,
    ) -> None:
        """Start from a draft; it can wait for the modules ``before`` it, ``usual`` is a day."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("New module") if new else self.tr("Edit module"))
        self.accept_button.setText(self.tr("Add module") if new else self.tr("Save changes"))
        self.title = QLineEdit(draft.title)
        self.title.setMinimumWidth(self.fontMetrics().averageCharWidth() * WIDE)
        self.description = text_field(self, draft.description)
        self.release = QComboBox()
        for each in Release:
            if before or each is not Release.AFTER_MODULE:
                self.release.addItem(release_words(each), each)
        self.at = MomentField(draft.release_at, usual, zone)
        self.days = QSpinBox()
        self.days.setRange(0, DAYS_LIMIT)
        self.days.setValue(7 if draft.release_days is None else draft.release_days)
        self.days.lineEdit().setTextMargins(GRID, 0, GRID, 0)
        self.days.setAccessibleName(self.tr("Days after registration"))
        self.after = ModuleBox(before, draft.after_id)
        self.after.setAccessibleName(self.tr("The module before"))
        self._details = QStackedWidget()
        for field in (QWidget(), self.at, self.days, self.after):
            self._details.addWidget(field)

        self.add_field("title", self.tr("&Title"), self.title)
        self.add_field("description", self.tr("&Description"), self.description, top=True)
        self.add_field("release", self.tr("&Opens"), self.release)
        self.add_field("details", "", self._details)
        self._details.setAccessibleName(self.tr("When it opens"))

        self.release.currentIndexChanged.connect(self._show_details)
        self.release.setCurrentIndex(self.release.findData(draft.release))
        self._show_details()
        self.title.setFocus()

    def offer(self) -> None:
        """Hand over the module if all is well, else show what is wrong."""
        problems: dict[str, Sentence] = {}
        at: datetime | None = None
        release = Release(self.release.currentData())
        if release is Release.ON_DATE:
            try:
                at = self.at.moment()
            except Invalid as error:
                problems["details"] = error.says
        draft = ModuleDraft(
            self.title.text(),
            self.description.toPlainText(),
            release,
            at,
            self.days.value() if release is Release.AFTER_DAYS else None,
            self.after.currentData() if release is Release.AFTER_MODULE else None,
        )
        found = draft.problems()
        for name in ("release_at", "release_days", "after_id"):
            if name in found:
                problems.setdefault("details", found.pop(name))
        if not self.show_problems(found | problems):
            self.offered.emit(draft)
            self.accept()

    def _show_details(self) -> None:
        release = Release(self.release.currentData())
        self._details.setCurrentIndex(list(Release).index(release))
        self._details.setVisible(release is not Release.AT_ONCE)


class PieceDialog(FormDialog):
    """Edits a ``PieceDraft``; ``offered`` carries one that keeps every rule, and its new file."""

    offered = Signal(PieceDraft, object)

    def __init__(self, parent: QWidget, draft: PieceDraft, *, new: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New content") if new else self.tr("Edit content"))
        self.accept_button.setText(self.tr("Add content") if new else self.tr("Save changes"))
        self.kind = QComboBox()
        for each in ContentKind:
            self.kind.addItem(kind_words(each), each)
        self.title = QLineEdit(draft.title)
        self.title.setMinimumWidth(self.fontMetrics().averageCharWidth() * WIDE)
        self.file = FileField(draft.file_name)
        self.link = QLineEdit(draft.link)
        self.link.setPlaceholderText("https://")
        self.link.setAccessibleName(self.tr("Link"))
        self.body = text_field(self, draft.body)
        self.body.setAccessibleName(self.tr("Text"))
        self._what = QWidget()
        inside = QVBoxLayout(self._what)
        inside.setContentsMargins(0, 0, 0, 0)
        for field in (self.file, self.link, self.body):
            inside.addWidget(field)

        self.add_field("kind", self.tr("&Kind"), self.kind)
        self.add_field("title", self.tr("&Title"), self.title)
        self.add_field("what", self.tr("&Content"), self._what, top=True)

        self.kind.currentIndexChanged.connect(self._show_what)
        self.kind.setCurrentIndex(self.kind.findData(draft.kind))
        self._show_what()
        self.title.setFocus()

    def offer(self) -> None:
        """Hand over the content if all is well, else show what is wrong."""
        kind = ContentKind(self.kind.currentData())
        linked = kind in (ContentKind.VIDEO, ContentKind.QUIZ)
        document = kind is ContentKind.DOCUMENT
        file: Path | None = self.file.path if document else None
        draft = PieceDraft(
            kind,
            self.title.text() or ("" if file is None else file.stem),
            self.body.toPlainText() if kind is ContentKind.TEXT else "",
            self.link.text() if linked else "",
            self.file.line.text() if document else "",
        )
        found = draft.problems()
        for name in ("file", "link", "body"):
            if name in found:
                found["what"] = found.pop(name)
        if not self.show_problems(found):
            self.offered.emit(draft, file)
            self.accept()

    def _show_what(self) -> None:
        fields = {ContentKind.DOCUMENT: self.file, ContentKind.TEXT: self.body}
        shown = fields.get(ContentKind(self.kind.currentData()), self.link)
        for each in (self.file, self.link, self.body):
            each.setVisible(each is shown)
        self._what.setFocusProxy(shown)


def text_field(parent: QWidget, text: str) -> QPlainTextEdit:
    """Return a field for a few lines, which Tab leaves."""
    made = QPlainTextEdit(text, parent)
    made.setTabChangesFocus(True)
    made.setFixedHeight(parent.fontMetrics().lineSpacing() * LINES + 3 * GRID)
    return made
