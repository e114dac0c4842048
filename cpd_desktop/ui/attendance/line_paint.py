"""Draws the lines: who is in doubt, the strip of presence, and the result as a chip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cpd_desktop.ui.attendance.line_rows import JOINED, NAME, PRESENT, RESULT
from cpd_desktop.ui.attendance.strips import Ink, Piece
from cpd_desktop.ui.attendance.words import TONES, joined_words, maybe_words, result_words
from cpd_desktop.ui.widgets import GRID

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
    from PySide6.QtGui import QFont

    from cpd_desktop.ui.attendance.line_rows import LineRows
    from cpd_desktop.ui.palette import Tokens
    from cpd_desktop.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

PADDING = 12
STRIP = 8  # the height of a strip
USUAL_TEXT = 15  # the height of the text that goes with it
NARROWEST = 2.0  # so that a minute is seen
AMBER = {False: "#e3ad4b", True: "#b98526"}  # by whether all around is dark


class LinePainter(QStyledItemDelegate):
    """Paints a cell from the plain values of its line."""

    def __init__(self, rows: LineRows, theme: Theme) -> None:
        super().__init__()
        self._rows = rows
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell; the style sheet would take ten times as long for the same."""
        number = index.model().ids[index.row()]  # type: ignore[attr-defined] # of the row model
        line, content = self._rows.line(number), self._rows.content
        if line is None or content is None:
            return
        tokens = self._theme.tokens
        painter.save()
        self._paint_ground(painter, option)
        rect: QRect = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        match index.column():
            case column if column == NAME:
                hidden = option.widget.isColumnHidden(JOINED)
                beside = maybe_words(line)
                if hidden and (line.in_doubt or not line.name):
                    beside = joined_words(line)
                self._paint_name(painter, rect, option.font, (line.name, beside))
            case column if column == JOINED:
                colour = tokens.text if line.rows else tokens.muted
                _write(painter, rect, option.font, colour, joined_words(line))
            case column if column == PRESENT:
                high = STRIP * max(1.0, option.fontMetrics.height() / USUAL_TEXT)
                room = QRectF(rect).adjusted(0, (rect.height() - high) / 2, 0, 0)
                room.setHeight(high)
                paint_strip(painter, room, self._rows.drawn(number), tokens)
            case column if column == RESULT:
                text = result_words(line, content.event)
                self._paint_chip(painter, rect, option.font, text, TONES[line.standing])
            case _:
                _write(
                    painter, rect, option.font, tokens.text, self._rows.minutes(line), right=True
                )
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """Paint what tells selected lines, the one under the pointer and the one with the focus."""
        tokens, state, rect = self._theme.tokens, option.state, option.rect
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.accent_soft))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(tokens.raised))
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        colour, high = (tokens.accent, 2) if focused else (tokens.border, 1)
        below = QRectF(rect.x(), rect.bottom() + 1 - high, rect.width(), high)
        painter.fillRect(below, QColor(colour))

    def _paint_name(
        self, painter: QPainter, rect: QRect, font: QFont, texts: tuple[str, str]
    ) -> None:
        tokens = self._theme.tokens
        name, beside = texts
        bold = painter.font()
        bold.setPointSizeF(font.pointSizeF())
        bold.setBold(True)
        taken = 0
        if name:
            letters = QFontMetrics(bold)
            _write(painter, rect, bold, tokens.text, name)
            taken = letters.horizontalAdvance(name) + GRID
        if beside and taken < rect.width():
            _write(painter, rect.adjusted(taken, 0, 0, 0), font, tokens.muted, beside)

    def _paint_chip(
        self, painter: QPainter, rect: QRect, font: QFont, text: str, tone: str
    ) -> None:
        tokens = self._theme.tokens
        bold = painter.font()
        bold.setPointSizeF(font.pointSizeF() * 0.9)
        bold.setBold(True)
        letters = QFontMetrics(bold)
        wide = min(letters.horizontalAdvance(text) + 2 * GRID + 2, rect.width())
        high = letters.height() + GRID // 2
        chip = QRectF(rect.x(), rect.y() + (rect.height() - high) / 2, wide, high)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(tokens, f"{tone}_soft")))
        painter.drawRoundedRect(chip, GRID, GRID)
        inside = chip.adjusted(GRID, 0, -GRID, 0).toRect()
        _write(painter, inside, bold, getattr(tokens, tone), text)


def paint_strip(painter: QPainter, room: QRectF, pieces: Iterable[Piece], tokens: Tokens) -> None:
    """Draw a strip: what counts is a bar, what does not a thin line, a break is hatched."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    round_by = room.height() / 3
    for piece in pieces:
        left = room.x() + piece.starts * room.width()
        wide = max(NARROWEST, (piece.ends - piece.starts) * room.width())
        rect = QRectF(left, room.y(), wide, room.height())
        match piece.ink:
            case Ink.TAUGHT:
                _fill(painter, rect, tokens.neutral_soft, round_by)
            case Ink.BREAK:
                painter.fillRect(rect, QBrush(QColor(tokens.outline), Qt.BrushStyle.BDiagPattern))
            case Ink.UNCOUNTED:
                thin = room.height() / 2.8
                painter.fillRect(rect.adjusted(0, thin, 0, -thin), QColor(tokens.outline))
            case Ink.COUNTED:
                _fill(painter, rect, tokens.accent, round_by)
            case Ink.UNTIMED:
                painter.setPen(QPen(QColor(tokens.accent), 1))
                painter.setBrush(QBrush(QColor(tokens.accent), Qt.BrushStyle.Dense4Pattern))
                painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), round_by, round_by)
            case Ink.DOUBTFUL:
                painter.setPen(QPen(QColor(tokens.warn), 1))
                painter.setBrush(QColor(AMBER[tokens.dark]))
                painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), round_by, round_by)


def _fill(painter: QPainter, rect: QRectF, colour: str, round_by: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(rect, round_by, round_by)


def _write(
    painter: QPainter, rect: QRect, font: QFont, colour: str, text: str, *, right: bool = False
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    fitting = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(rect, flags, fitting)
