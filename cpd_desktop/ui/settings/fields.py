"""One control for each kind of setting, made from what the setting says of itself."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.domain.settings import limits_of
from cpd_desktop.domain.zones import zone_names
from cpd_desktop.ui.calm import CalmComboBox, CalmSpinBox, PercentBox, TextBox
from cpd_desktop.ui.file_questions import ask_for_folder
from cpd_desktop.ui.widgets import GRID, button, label
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from dataclasses import Field

    from PySide6.QtGui import QShowEvent

    Offered: TypeAlias = Callable[[], Iterable[tuple[str, str]]]

STEPPING_MILLISECONDS = 500
CHARACTERS_SHOWN = 40
MOST_CHARACTERS_SHOWN = 72


class SettingField(QWidget):
    """A setting with its words, its control, and room for what is wrong with the value."""

    entered = Signal(str)

    def __init__(self, setting: Field[Any], control: QWidget) -> None:
        super().__init__()
        self.name = setting.name
        self.control = control
        self._limits = limits_of(setting)
        self._like = setting.default
        self._help = in_words(self._limits.help) if self._limits.help else ""
        words = in_words(self._limits.label)
        self.label = label(words)
        self.label.setBuddy(control)
        self.help = label(self._help, "caption")
        if not self._help:
            self.help.hide()  # shown before it is in its place, it would be a window
        self.problem = label("", "caption")
        self.problem.setProperty("tone", "bad")
        self.problem.hide()
        control.setAccessibleName(words)
        control.setAccessibleDescription(self._help)
        self.setFocusProxy(control)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.label)
        layout.addWidget(control)
        layout.addWidget(self.help)
        layout.addWidget(self.problem)

    @abstractmethod
    def value(self) -> Any:
        """Return what is entered now."""

    @abstractmethod
    def show_value(self, value: Any) -> None:
        """Show a value that is kept."""

    def is_well(self) -> bool:
        """Say whether the value can be kept; if not, say why under it."""
        problem = self._limits.problem(self.value(), self._like)
        words = in_words(problem) if problem else ""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.control.setAccessibleDescription(words or self._help)
        return problem is None

    def _enter(self) -> None:
        self.entered.emit(self.name)


class TextField(SettingField):
    """A line of text."""

    def __init__(self, setting: Field[Any]) -> None:
        self._line = QLineEdit()
        super().__init__(setting, self._line)
        self._line.setMaximumWidth(_characters_wide(self._line, MOST_CHARACTERS_SHOWN))
        self._line.editingFinished.connect(self._enter)

    def value(self) -> str:
        """Return the text without spaces around it."""
        return self._line.text().strip()

    def show_value(self, value: str) -> None:
        """Show the text from its beginning."""
        self._line.setText(value)
        self._line.setCursorPosition(0)


class FolderField(TextField):
    """A folder, chosen in the system's own dialog or typed."""

    def __init__(self, setting: Field[Any]) -> None:
        super().__init__(setting)
        self.choose = button(self.tr("Choose…"))
        self.choose.setAccessibleName(self.tr("Choose the folder"))
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)  # noqa: S101 - as every field has it
        layout.insertWidget(2, self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        self.choose.clicked.connect(self._ask)

    def _ask(self) -> None:
        ask_for_folder(self, self.tr("Folder of the file"), self._take)

    def _take(self, folder: str) -> None:
        self.show_value(folder)
        self._enter()


class LongTextField(SettingField):
    """A text of several lines."""

    def __init__(self, setting: Field[Any]) -> None:
        self._text = TextBox()
        super().__init__(setting, self._text)
        lines = limits_of(setting).lines + 1
        self._text.setFixedHeight(self._text.fontMetrics().lineSpacing() * lines + GRID * 3)
        self._text.setMaximumWidth(_characters_wide(self._text, MOST_CHARACTERS_SHOWN))
        self._text.left.connect(self._enter)

    def value(self) -> str:
        """Return the text without spaces around it."""
        return self._text.toPlainText().strip()

    def show_value(self, value: str) -> None:
        """Show the text."""
        self._text.setPlainText(value)


class NumberField(SettingField):
    """A whole number within its limits."""

    def __init__(self, setting: Field[Any]) -> None:
        limits = limits_of(setting)
        self._number = PercentBox() if limits.percent else CalmSpinBox()
        super().__init__(setting, self._number)
        self._number.setRange(limits.lowest, limits.highest)
        self._number.setKeyboardTracking(False)
        self._number.setMaximumWidth(_characters_wide(self._number) // 2)
        # Stepping through ten values is one change, not ten.
        self._stepping = QTimer(self)
        self._stepping.setSingleShot(True)
        self._stepping.setInterval(STEPPING_MILLISECONDS)
        self._stepping.timeout.connect(self._enter)
        self._number.valueChanged.connect(self._stepping.start)
        self._number.editingFinished.connect(self._enter)

    def value(self) -> int:
        """Return the number."""
        self._number.interpretText()
        return self._number.value()

    def show_value(self, value: int) -> None:
        """Show the number."""
        self._number.setValue(value)
        self._stepping.stop()

    def _enter(self) -> None:
        self._stepping.stop()
        super()._enter()


class ChoiceField(SettingField):
    """One of a few choices."""

    def __init__(self, setting: Field[Any]) -> None:
        self._choices = CalmComboBox()
        super().__init__(setting, self._choices)
        for choice, words in limits_of(setting).choices:
            self._choices.addItem(in_words(words), choice)
        self._choices.setMaximumWidth(_characters_wide(self._choices))
        self._choices.activated.connect(self._enter)

    def value(self) -> str:
        """Return the choice as it is kept."""
        return str(self._choices.currentData())

    def show_value(self, value: str) -> None:
        """Show the choice."""
        self._choices.setCurrentIndex(self._choices.findData(value))


class OfferedField(ChoiceField):
    """One of what there is to choose just now; what is kept is offered though it be gone."""

    def __init__(self, setting: Field[Any], offered: Offered) -> None:
        super().__init__(setting)
        self._offered = offered

    def show_value(self, value: str) -> None:
        """Look what there is to choose, and show the choice."""
        offered = dict(self._offered())
        offered.setdefault(value, value)
        self._choices.clear()
        for choice, words in offered.items():
            self._choices.addItem(words, choice)
        super().show_value(value)

    def showEvent(self, event: QShowEvent) -> None:
        """Look again, as it may have changed."""
        super().showEvent(event)
        self.show_value(self.value())


class ZoneField(SettingField):
    """A time zone, found by typing any part of its name."""

    def __init__(self, setting: Field[Any]) -> None:
        self._zones = CalmComboBox()
        super().__init__(setting, self._zones)
        self._line = QLineEdit()
        self._zones.setEditable(True)
        self._zones.setLineEdit(self._line)
        self._zones.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._zones.addItems(["", *zone_names()])
        self._zones.setMaximumWidth(_characters_wide(self._zones))
        completer = QCompleter(zone_names(), self._zones)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self._zones.setCompleter(completer)
        self._line.setAccessibleName(self._zones.accessibleName())
        self._line.editingFinished.connect(self._enter)
        self._zones.activated.connect(self._enter)

    def value(self) -> str:
        """Return the zone as it is called, however it was typed."""
        typed = self._zones.currentText().strip()
        wanted = typed.replace(" ", "_").casefold()
        return next((name for name in zone_names() if name.casefold() == wanted), typed)

    def show_value(self, value: str) -> None:
        """Show the zone."""
        self._zones.setCurrentIndex(self._zones.findText(value))
        self._zones.setEditText(value)
        self._line.setCursorPosition(0)

    def is_well(self) -> bool:
        """Say whether there is such a zone, and spell it as it is called."""
        if well := super().is_well():
            self.show_value(self.value())
        return well


class TickField(SettingField):
    """Something that is so or not; its words stand beside the box."""

    def __init__(self, setting: Field[Any]) -> None:
        self._box = QCheckBox(in_words(limits_of(setting).label).replace("&", "&&"))
        self._box.setProperty("role", "field")
        super().__init__(setting, self._box)
        self.label.hide()
        self._box.clicked.connect(self._enter)

    def value(self) -> bool:
        """Return whether the box is ticked."""
        return self._box.isChecked()

    def show_value(self, value: bool) -> None:  # noqa: FBT001 - the one thing it shows
        """Show whether it is so."""
        self._box.setChecked(value)


def field_for(setting: Field[Any]) -> SettingField:
    """Return the control that fits the kind of the setting."""
    limits = limits_of(setting)
    if limits.choices:
        return ChoiceField(setting)
    if limits.folder:
        return FolderField(setting)
    if limits.zone:
        return ZoneField(setting)
    if isinstance(setting.default, bool):
        return TickField(setting)
    if isinstance(setting.default, int):
        return NumberField(setting)
    return LongTextField(setting) if limits.lines > 1 else TextField(setting)


def _characters_wide(widget: QWidget, characters: int = CHARACTERS_SHOWN) -> int:
    return widget.fontMetrics().averageCharWidth() * characters
