"""The dialog that edits a question, and how questions will look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QDate, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.domain.custom_fields import (
    BAD_LIMITS,
    MANY_OPTIONS,
    NO_OPTIONS,
    WITH_OPTIONS,
    CustomField,
    FieldKind,
    problem_of_fields,
)
from cpd_desktop.ui.event.amounts import WholeEntry
from cpd_desktop.ui.event.dialog import EntryDialog
from cpd_desktop.ui.event.entries import ChoiceEntry, Entry, LineEntry, LinesEntry, TickEntry
from cpd_desktop.ui.event.words import field_choices
from cpd_desktop.ui.widgets import GRID, label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpd_desktop.domain.words import Sentence


class QuestionsPreview(QWidget):
    """Questions as somebody who registers will see them."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._shown: QWidget | None = None

    def show_fields(self, fields: Sequence[CustomField]) -> None:
        """Show these questions."""
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = QWidget()
        self._shown.setProperty("data", True)
        rows = QVBoxLayout(self._shown)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GRID)
        for field in fields:
            words = self.tr("{question} (required)") if field.required else "{question}"
            if field.kind is not FieldKind.YES_NO:
                rows.addWidget(label(words.format(question=field.label)))
            for each in self._controls(field):
                option = each.text() if isinstance(each, QAbstractButton) else field.label
                each.setAccessibleName(option)
                each.setAccessibleDescription(field.label)
                rows.addWidget(each)
            if field.help:
                rows.addWidget(label(field.help, "caption"))
        self._rows.addWidget(self._shown)

    def _controls(self, field: CustomField) -> list[QWidget]:
        plain = [option.replace("&", "&&") for option in field.options]
        made: list[QWidget] = [self._line(field)]
        match field.kind:
            case FieldKind.PARAGRAPH:
                text = QPlainTextEdit()
                text.setTabChangesFocus(True)
                text.setFixedHeight(GRID * 10)
                made = [text]
            case FieldKind.DATE:
                day = QDateEdit(QDate.currentDate())
                day.setCalendarPopup(True)
                day.setMaximumWidth(GRID * 24)
                made = [day]
            case FieldKind.YES_NO:
                words = self.tr("{question} (required)") if field.required else "{question}"
                made = [QCheckBox(words.format(question=field.label.replace("&", "&&")))]
            case FieldKind.CHOICE:
                made = [_list(field.options)]
            case FieldKind.BUTTONS:
                made = self._buttons(plain)
            case FieldKind.CHOICES:
                made = [QCheckBox(option) for option in plain]
        return made

    def _line(self, field: CustomField) -> QLineEdit:
        made = QLineEdit()
        if field.kind is FieldKind.NUMBER:
            made.setMaximumWidth(GRID * 24)
            low, high = field.lowest, field.highest
            if low is not None and high is not None:
                made.setPlaceholderText(self.tr("{low} to {high}").format(low=low, high=high))
            elif low is not None:
                made.setPlaceholderText(self.tr("{low} or more").format(low=low))
            elif high is not None:
                made.setPlaceholderText(self.tr("{high} or less").format(high=high))
        return made

    def _buttons(self, options: Sequence[str]) -> list[QWidget]:
        group = QButtonGroup(self._shown)
        made: list[QWidget] = []
        for option in options:
            each = QRadioButton(option)
            group.addButton(each)
            made.append(each)
        return made


class QuestionDialog(EntryDialog):
    """Edits a ``CustomField`` among the others of the event."""

    offered = Signal(CustomField)

    def __init__(
        self, parent: QWidget, field: CustomField, others: Sequence[CustomField], *, new: bool
    ) -> None:
        translate = QCoreApplication.translate
        self._kind = ChoiceEntry(
            "kind", translate("QuestionDialog", "&Kind of answer"), field_choices()
        )
        self._options = LinesEntry(
            "options",
            translate("QuestionDialog", "&Answers to choose from"),
            note=translate("QuestionDialog", "One per line."),
        )
        self._lowest = WholeEntry("lowest", translate("QuestionDialog", "&Lowest value"))
        self._highest = WholeEntry("highest", translate("QuestionDialog", "Hi&ghest value"))
        rows: list[list[Entry]] = [
            [LineEntry("label", translate("QuestionDialog", "&Question"))],
            [self._kind],
            [self._options],
            [self._lowest, self._highest],
            [LineEntry("help", translate("QuestionDialog", "&Hint below it"))],
            [TickEntry("required", translate("QuestionDialog", "It &must be answered"))],
        ]
        self._others = others
        self.preview = QuestionsPreview()
        below = QWidget()
        inside = QVBoxLayout(below)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(label(translate("QuestionDialog", "How it will look"), "heading"))
        inside.addWidget(self.preview)
        super().__init__(parent, field, rows, self._wrong_with, below=below)
        self.setWindowTitle(self.tr("New question") if new else self.tr("Edit question"))
        self.accept_button.setText(self.tr("Add question") if new else self.tr("Keep question"))
        self._show_preview()

        for each in self.entries.values():
            each.typed.connect(self._show_preview)
            each.entered.connect(self._show_preview)

    def _wrong_with(self, field: CustomField) -> Mapping[str, Sentence]:
        problem = field.problem() or problem_of_fields((*self._others, field))
        if problem is None:
            return {}
        places = {
            NO_OPTIONS.template: "options",
            MANY_OPTIONS.template: "options",
            BAD_LIMITS.template: "highest",
        }
        return {places.get(problem.template, "label"): problem}

    def values(self) -> tuple[dict[str, Any], dict[str, Sentence]]:
        """Leave out what the kind of answer has no use for."""
        values, problems = super().values()
        kind = values["kind"]
        unused = {"lowest": None, "highest": None} if kind is not FieldKind.NUMBER else {}
        if kind not in WITH_OPTIONS:
            unused["options"] = ()  # type: ignore[assignment] # each has a nothing of its own
        problems = {name: says for name, says in problems.items() if name not in unused}
        return values | unused, problems

    def _show_preview(self) -> None:
        kind = self._kind.value()
        self._options.setVisible(kind in WITH_OPTIONS)
        for each in (self._lowest, self._highest):
            each.setVisible(kind is FieldKind.NUMBER)
        values, problems = self.values()
        if not problems:
            known = {name: values[name] for name in self.entries}
            self.preview.show_fields([CustomField(**known)])


def _list(options: Sequence[str]) -> QComboBox:
    made = QComboBox()
    made.addItems(["", *options])
    made.setMaximumWidth(GRID * 40)
    return made
