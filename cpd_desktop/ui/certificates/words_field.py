"""The words of a text element, with their formatting and their fields, as they are typed."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTextEdit, QVBoxLayout, QWidget

from cpd_desktop.domain.certificates.editing_spans import MOST_LETTERS, joined, text_of
from cpd_desktop.domain.certificates.fields import FIELDS, PLACE
from cpd_desktop.domain.certificates.template import Colour, Span
from cpd_desktop.domain.certificates.template_file import SCALES
from cpd_desktop.ui.certificates.property_fields import ColourField, NumberField
from cpd_desktop.ui.widgets import GRID, ToolButton
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QMimeData

    from cpd_desktop.ui.theme import Theme

_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_BREAKS: Final = str.maketrans({"\u2029": "\n", "\u2028": "\n", "\ufffc": ""})


class WordsField(QWidget):
    """Edits spans; ``entered`` comes with each letter."""

    entered = Signal(object)

    def __init__(self, theme: Theme, used: Callable[[], list[Colour]]) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Span, ...] = ()
        self.text = _PlainPaste()
        self.text.setAccessibleName(self.tr("Text"))
        self.text.setTabChangesFocus(True)
        self.text.setProperty("data", True)
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * 4 + GRID * 2)
        self.marks = _FieldMarks(self.text.document(), theme)
        self.bold = self._button(self.tr("Bold"), "Ctrl+B")
        self.italic = self._button(self.tr("Italic"), "Ctrl+I")
        self.colour = ColourField(used, may_be_none=True)
        self.colour.setAccessibleName(self.tr("Colour of the selected words"))
        self.colour.setToolTip(self.colour.accessibleName())
        least, most = SCALES
        self.scale = NumberField(100 * least, 100 * most, step=10, digits=0)
        self.scale.setSuffix(" %")
        self.scale.setAccessibleName(self.tr("Size of the selected words"))
        self.scale.setToolTip(self.tr("Size of the selected words, in percent of the text's size"))
        self.field = ToolButton()
        self.field.setProperty("role", "field")
        self.field.setText(self.tr("Insert field"))
        self.field.setPopupMode(ToolButton.ToolButtonPopupMode.InstantPopup)
        self.field.setMenu(self._field_menu())
        self._lay_out()
        self.bold.clicked.connect(self._make_bold)
        self.italic.clicked.connect(self._make_italic)
        self.colour.entered.connect(self._paint_words)
        self.scale.entered.connect(self._scale_words)
        self.text.textChanged.connect(self._typed)
        self.text.currentCharFormatChanged.connect(self._show_style)
        theme.changed.connect(self._draw_icons)
        self.setFocusProxy(self.text)
        self._draw_icons()

    def show_value(self, spans: Sequence[Span]) -> None:
        """Show these words, unless they are those already there."""
        if tuple(spans) == self._shown:
            return
        self._shown = tuple(spans)
        at = self.text.textCursor().position()
        self.text.blockSignals(True)
        document = self.text.document()
        document.clear()
        cursor = QTextCursor(document)
        for span in spans:
            cursor.insertText(span.text, self._look(span))
        cursor.setPosition(min(at, document.characterCount() - 1))
        self.text.setTextCursor(cursor)
        self.text.blockSignals(False)
        self._show_style(self.text.currentCharFormat())

    def spans(self) -> tuple[Span, ...]:
        """Return the words as they are formatted."""
        found: list[Span] = []
        block = self.text.document().begin()
        while block.isValid():
            if found:
                found.append(replace(found[-1], text="\n"))
            parts = block.begin()
            while not parts.atEnd():
                part = parts.fragment()
                look = part.charFormat()
                words = _CONTROLS.sub("", part.text().translate(_BREAKS))
                found.append(Span(words, *_style(look)))
                parts += 1
            if not found:
                found.append(Span("", *_style(block.charFormat())))
            block = block.next()
        return joined(found)

    def insert_field(self, name: str) -> None:
        """Put a field where the cursor is."""
        self.text.textCursor().insertText("{" + name + "}")
        self.text.setFocus()

    def _draw_icons(self) -> None:
        self.bold.setIcon(self._theme.icon("bold"))
        self.italic.setIcon(self._theme.icon("italic"))

    def _button(self, words: str, keys: str) -> ToolButton:
        made = ToolButton()
        made.setCheckable(True)
        made.setIconSize(QSize(20, 20))
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        made.setToolTip(self.tr("{what} ({keys})").format(what=words, keys=shown))
        made.setAccessibleName(words)
        shortcut = QShortcut(QKeySequence(keys), self.text)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(made.click)
        return made

    def _field_menu(self) -> QMenu:
        menu = QMenu(self)
        for name, field in FIELDS.items():
            menu.addAction(in_words(field.words), partial(self.insert_field, name))
        return menu

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(0)
        for each in (self.bold, self.italic, self.colour, self.scale):
            tools.addWidget(each)
        tools.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.text)
        layout.addLayout(tools)
        layout.addWidget(self.field, 0, Qt.AlignmentFlag.AlignLeft)

    def _look(self, span: Span) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.Bold if span.bold else QFont.Weight.Normal)
        look.setFontItalic(span.italic)
        if span.colour is not None:
            look.setProperty(_COLOUR, str(span.colour))
            look.setUnderlineColor(QColor(str(span.colour)))
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        _resize(look, span.scale)
        return look

    def _make_bold(self) -> None:
        look = QTextCharFormat()
        heavy = self.bold.isChecked()
        look.setFontWeight(QFont.Weight.Bold if heavy else QFont.Weight.Normal)
        self._format(look)

    def _make_italic(self) -> None:
        look = QTextCharFormat()
        look.setFontItalic(self.italic.isChecked())
        self._format(look)

    def _paint_words(self, colour: Any) -> None:
        look = QTextCharFormat()
        look.setProperty(_COLOUR, str(colour or ""))
        style = QTextCharFormat.UnderlineStyle
        look.setUnderlineStyle(style.SingleUnderline if colour else style.NoUnderline)
        look.setUnderlineColor(QColor(str(colour)) if colour else QColor())
        self._format(look)

    def _scale_words(self, percent: float) -> None:
        look = QTextCharFormat()
        _resize(look, percent / 100)
        self._format(look)

    def _format(self, look: QTextCharFormat) -> None:
        """Format what is selected; where nothing is, all of it."""
        cursor = self.text.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeCharFormat(look)
        self.text.mergeCurrentCharFormat(look)
        self._typed()

    def _typed(self) -> None:
        spans = self.spans()
        if len(text_of(spans)) > MOST_LETTERS:
            before, self._shown = self._shown, ()
            self.show_value(before)
            return
        if spans != self._shown:
            self._shown = spans
            self.entered.emit(spans)

    def _show_style(self, look: QTextCharFormat) -> None:
        bold, italic, colour, scale = _style(look)
        self.bold.setChecked(bold)
        self.italic.setChecked(italic)
        self.colour.show_value(colour)
        self.scale.show_value(scale * 100)


_COLOUR: Final = QTextFormat.Property.UserProperty.value + 1
_SCALE: Final = _COLOUR + 1


def _style(look: QTextCharFormat) -> tuple[bool, bool, Colour | None, float]:
    said = str(look.property(_COLOUR) or "")
    colour = Colour(*bytes.fromhex(said[1:])) if said else None
    scale = float(look.property(_SCALE) or 1)
    return look.fontWeight() >= QFont.Weight.DemiBold, look.fontItalic(), colour, scale


def _resize(look: QTextCharFormat, scale: float) -> None:
    """Keep how large the words are; where they are typed they look a step larger or smaller."""
    look.setProperty(_SCALE, scale)
    step = (scale > 1) - (scale < 1)
    look.setProperty(QTextFormat.Property.FontSizeAdjustment.value, step)


class _PlainPaste(QTextEdit):
    """Takes over words from elsewhere without their looks, and leaves undo to the editor."""

    def __init__(self) -> None:
        super().__init__()
        self.setUndoRedoEnabled(False)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            if event.matches(keys.Undo) or event.matches(keys.Redo):
                event.ignore()
                return False
        return super().event(event)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        self.textCursor().insertText(source.text())


class _FieldMarks(QSyntaxHighlighter):
    """Shows fields in colour, and those that are not known as wrong."""

    def __init__(self, document: object, theme: Theme) -> None:
        super().__init__(document)  # type: ignore[call-overload] # a document, as Qt asks
        self._theme = theme
        theme.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - Qt's name
        tokens = self._theme.tokens
        for found in PLACE.finditer(text):
            look = QTextCharFormat()
            known = found[1] in FIELDS
            look.setForeground(QColor(tokens.accent_text if known else tokens.bad))
            look.setBackground(QColor(tokens.accent_soft if known else tokens.bad_soft))
            self.setFormat(found.start(), len(found[0]), look)
