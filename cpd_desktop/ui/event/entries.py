"""The fields of a plan: each knows what is typed in it, what that means, and what was kept."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from cpd_desktop.ui.calm import CalmComboBox, CalmSpinBox, TextBox
from cpd_desktop.ui.widgets import GRID, label
from cpd_desktop.ui.wording import in_words
from cpd_desktop.ui.zone_box import ZoneBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.domain.words import Sentence

STEPPING_MILLISECONDS = 500
WIDE, NARROW = 72, 24


class Entry(QWidget):
    """A field with its words, its control, and room for what is wrong with it.

    ``typed`` tells of every keystroke, ``entered`` that the person left the field.
    """

    typed = Signal()
    entered = Signal()
    zone = "UTC"  # of the event; set before anything is shown

    def __init__(
        self, name: str, words: str, control: QWidget, *, note: str = "", width: int = WIDE
    ) -> None:
        super().__init__()
        self.name = name
        self.words = words.replace("&", "")
        self.control = control
        self._shown: Any = None
        self._note = note
        self.problem = label("", "caption")
        self.problem.setProperty("tone", "bad")
        self.problem.hide()
        control.setAccessibleName(self.words)
        control.setAccessibleDescription(note)
        character = control.fontMetrics().averageCharWidth()
        control.setMaximumWidth(character * width)
        self.setMaximumWidth(character * max(width, 2 * NARROW))
        self.setFocusProxy(control)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        if words:
            caption = label(words)
            caption.setBuddy(control)
            layout.addWidget(caption)
        layout.addWidget(control)
        if note:
            layout.addWidget(label(note, "caption"))
        layout.addWidget(self.problem)

    @abstractmethod
    def raw(self) -> Any:
        """Return what is typed, in a form that a draft can hold."""

    @abstractmethod
    def show_raw(self, raw: Any) -> None:
        """Show what was typed once."""

    @abstractmethod
    def raw_of(self, value: Any) -> Any:
        """Return how a value is typed."""

    def value(self) -> Any:
        """Return what it means; raises ``Invalid`` if it means nothing."""
        return self.raw()

    @property
    def touched(self) -> bool:
        """Say whether it holds something else than was kept."""
        return bool(self.raw() != self._shown)

    def show_value(self, value: Any) -> None:
        """Show what is kept."""
        self.show_raw(self.raw_of(value))
        self._shown = self.raw()

    def note_kept(self, value: Any) -> None:
        """Take a value for what is kept, and leave what is typed meanwhile."""
        self._shown = self.raw_of(value)

    def say(self, problem: Sentence | None) -> None:
        """Show what is wrong, or that nothing is."""
        words = "" if problem is None else in_words(problem)
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.control.setAccessibleDescription(words or self._note)


class LineEntry(Entry):
    """A line of text."""

    def __init__(self, name: str, words: str, *, note: str = "", width: int = WIDE) -> None:
        self.line = QLineEdit()
        super().__init__(name, words, self.line, note=note, width=width)
        self.line.textEdited.connect(self.typed)
        self.line.editingFinished.connect(self.entered)

    def raw(self) -> str:
        """Return the text."""
        return self.line.text()

    def show_raw(self, raw: str) -> None:
        """Show the text from its beginning."""
        self.line.setText(raw)
        self.line.setCursorPosition(0)

    def raw_of(self, value: str) -> str:
        """Return the text itself."""
        return value

    def value(self) -> str:
        """Return the text without stray spaces."""
        return " ".join(self.raw().split())


class TagsEntry(LineEntry):
    """Short words with commas between them."""

    def raw_of(self, value: Sequence[str]) -> str:
        """Return the words with commas between them."""
        return ", ".join(value)

    def value(self) -> Any:
        """Return the words, each once."""
        words = (" ".join(each.split()) for each in self.raw().split(","))
        return tuple(dict.fromkeys(filter(None, words)))


class TextEntry(Entry):
    """A text of several lines."""

    def __init__(
        self,
        name: str,
        words: str,
        *,
        lines: int = 4,
        note: str = "",
        control: QWidget | None = None,
        box: TextBox | None = None,
    ) -> None:
        self.box = box or TextBox()
        super().__init__(name, words, control or self.box, note=note)
        self.setFocusProxy(self.box)
        self.box.setAccessibleName(self.words)
        self.box.setFixedHeight(self.box.fontMetrics().lineSpacing() * lines + GRID * 3)
        self.box.textChanged.connect(self.typed)
        self.box.left.connect(self.entered)

    def raw(self) -> str:
        """Return the text."""
        return self.box.toPlainText()

    def show_raw(self, raw: str) -> None:
        """Show the text, without calling it typed."""
        self.box.blockSignals(True)
        self.box.setPlainText(raw)
        self.box.blockSignals(False)

    def raw_of(self, value: Any) -> str:
        """Return the text itself."""
        return str(value)

    def value(self) -> Any:
        """Return the text without spaces around it."""
        return self.raw().strip()


class LinesEntry(TextEntry):
    """A list, one line each."""

    def raw_of(self, value: Sequence[str]) -> str:
        """Return the lines."""
        return "\n".join(value)

    def value(self) -> Any:
        """Return the lines that have words."""
        lines = (" ".join(line.split()) for line in self.raw().splitlines())
        return tuple(filter(None, lines))


class ChoiceEntry(Entry):
    """One of a few choices, each a word as it is kept and as it is said."""

    def __init__(
        self, name: str, words: str, choices: Sequence[tuple[Any, str]], *, note: str = ""
    ) -> None:
        self.choices = CalmComboBox()
        super().__init__(name, words, self.choices, note=note, width=NARROW * 2)
        self._values = [value for value, _ in choices]
        self.choices.addItems([said for _, said in choices])
        self.choices.activated.connect(self.entered)

    def raw(self) -> str:
        """Return the choice as it is kept."""
        return str(self._values[self.choices.currentIndex()])

    def show_raw(self, raw: str) -> None:
        """Show the choice."""
        self.choices.setCurrentIndex([str(each) for each in self._values].index(raw))

    def raw_of(self, value: Any) -> str:
        """Return the choice as it is kept."""
        return str(value)

    def value(self) -> Any:
        """Return the choice."""
        return self._values[self.choices.currentIndex()]


class ZoneEntry(Entry):
    """A time zone."""

    def __init__(self, name: str, words: str, *, note: str = "") -> None:
        self.zones = ZoneBox()
        super().__init__(name, words, self.zones, note=note, width=NARROW * 2)
        self.zones.line.setAccessibleName(self.words)
        self.zones.line.textEdited.connect(self.typed)
        self.zones.line.editingFinished.connect(self.entered)
        self.zones.activated.connect(self.entered)

    def raw(self) -> str:
        """Return what is typed."""
        return self.zones.currentText()

    def show_raw(self, raw: str) -> None:
        """Show what was typed."""
        self.zones.show_zone(raw)

    def raw_of(self, value: str) -> str:
        """Return the zone as it is called."""
        return value

    def value(self) -> str:
        """Return the zone as it is called, however it was typed."""
        return self.zones.zone()


class NumberEntry(Entry):
    """A whole number; ``none`` are the words for its absence, if it may be absent."""

    def __init__(
        self, name: str, words: str, highest: int, *, none: str = "", note: str = ""
    ) -> None:
        self.number = CalmSpinBox()
        super().__init__(name, words, self.number, note=note, width=NARROW)
        self._optional = bool(none)
        self.number.setRange(0 if none else 1, highest)
        if none:
            self.number.setSpecialValueText(none)
        self.number.setKeyboardTracking(False)
        # Stepping through ten values is one change, not ten.
        self._stepping = QTimer(self)
        self._stepping.setSingleShot(True)
        self._stepping.setInterval(STEPPING_MILLISECONDS)
        self._stepping.timeout.connect(self.entered)
        self.number.valueChanged.connect(self._step)
        self.number.editingFinished.connect(self._enter)

    def raw(self) -> int:
        """Return the number."""
        return self.number.value()

    def show_raw(self, raw: int) -> None:
        """Show the number."""
        self.number.setValue(raw)
        self._stepping.stop()

    def raw_of(self, value: int | None) -> int:
        """Return the number, nothing as 0."""
        return value or 0

    def value(self) -> int | None:
        """Return the number, or nothing."""
        self.number.interpretText()
        return self.raw() or None if self._optional else self.raw()

    def _step(self) -> None:
        self._stepping.start()
        self.typed.emit()

    def _enter(self) -> None:
        self._stepping.stop()
        self.entered.emit()


class TickEntry(Entry):
    """Something that is so or not; its words stand beside the box."""

    def __init__(self, name: str, words: str, *, note: str = "") -> None:
        self.box = QCheckBox(words)
        self.box.setProperty("role", "field")  # begins where the others do
        super().__init__(name, "", self.box, note=note)
        self.words = words.replace("&", "")
        self.box.setAccessibleName(self.words)
        self.box.clicked.connect(self.entered)

    def raw(self) -> bool:
        """Return whether the box is ticked."""
        return self.box.isChecked()

    def show_raw(self, raw: bool) -> None:  # noqa: FBT001 - the one thing it shows
        """Show whether it is so."""
        self.box.setChecked(raw)

    def raw_of(self, value: bool) -> bool:  # noqa: FBT001 - the same
        """Return whether it is so."""
        return value
