"""A language that is nobody's: it shows which text was never translated, and which has no room."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QTreeView,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

PLAIN = "ABCDEFGHIJKLMNOPRSTUVWYZabcdefghijklmnoprstuvwyz"
STRANGE = "ÅƁĆĎĒƑĜĤĨĴĶĹṀŃŌƤŔŠŦŨṼŴŶŽåƀćďēƒĝĥĩĵķĺṁńōƥŕšŧũṽŵŷž"
LETTERS = str.maketrans(PLAIN, STRANGE)
# What must come through as it is: places, mnemonics, entities, tags, plural marks.
KEPT = re.compile(r"(%L?\d+|%L?n|\{[^}]*\}|&\w+;|&&|&|<[^>]+>|\((?:s|es)\))")
BRACKETED = re.compile(r"\[[^\[\]]*\]")
LETTER = re.compile(r"[^\W\d_]")
KEY_NAMES = "QShortcut"


def strange(text: str) -> str:
    """Return the text as this language writes it, a third longer."""
    words, tab, shortcut = text.partition("\t")
    parts = KEPT.split(words)
    made = "".join(part if KEPT.fullmatch(part) else part.translate(LETTERS) for part in parts)
    longer = " ".join(["~" * 5] * (len(words) // 20)) or "~"
    return f"[{made} {longer}]{tab}{shortcut}"


class PseudoLanguage(QTranslator):
    """Translates everything except the names of keys."""

    def translate(  # type: ignore[override] # nothing means: ask the next translator
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,  # noqa: ARG002 - Qt hands it over
        n: int = -1,  # noqa: ARG002 - the same
    ) -> str | None:
        return None if context == KEY_NAMES or not source else strange(source)

    def isEmpty(self) -> bool:
        return False


def untranslated(widget: QWidget) -> list[str]:
    """Return every text in the shown tree that did not come through a translation."""
    return [
        f"{_name(each)} {kind}: {text}"
        for each in _shown(widget)
        if not _is_data(each)
        for kind, text in _texts(each)
        if _is_foreign(text)
    ]


def clipped(widget: QWidget) -> list[str]:
    """Return every text in the shown tree that needs more room than it has."""
    return [f"{_name(each)}: {text}" for each in _shown(widget) for text in _cut(each)]


def _is_foreign(text: str) -> bool:
    left, before = text, ""
    while left != before:
        before, left = left, BRACKETED.sub("", left)
    return LETTER.search(left) is not None


def _shown(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    for each in widget.findChildren(QWidget):
        if each.isVisibleTo(widget) and not each.size().isEmpty():
            yield each


def _is_data(widget: QWidget) -> bool:
    each: QWidget | None = widget
    while each is not None:
        if each.property("data"):
            return True
        each = each.parentWidget()
    return False


def _texts(widget: QWidget) -> Iterator[tuple[str, str]]:
    yield "tool tip", widget.toolTip()
    yield "accessible name", widget.accessibleName()
    yield "accessible description", widget.accessibleDescription()
    if widget.isWindow():
        yield "title", widget.windowTitle()
    match widget:
        case QLabel():
            yield "label", widget.text()
        case QAbstractButton():
            yield "button", widget.text()
        case QGroupBox():
            yield "group", widget.title()
        case QLineEdit() | QPlainTextEdit() | QTextEdit():
            yield "placeholder", widget.placeholderText()
        case QTabBar():
            yield from (("tab", widget.tabText(tab)) for tab in range(widget.count()))
        case QHeaderView():
            yield from (("header", text) for _, text in _titles(widget))
        case QMenu():
            yield "menu", widget.title()
    yield from (("action", action.text().partition("\t")[0]) for action in widget.actions())


def _titles(header: QHeaderView) -> Iterator[tuple[int, str]]:
    if header.orientation() == Qt.Orientation.Vertical:
        return
    model = header.model()
    for section in range(header.count()):
        if not header.isSectionHidden(section):
            yield section, str(model.headerData(section, header.orientation()) or "")


def _cut(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() if widget.text() and (_is_cramped(widget) or _is_outside(widget)):
            yield widget.text()
        case QAbstractButton() if widget.text() and (_lacks(widget) or _is_outside(widget)):
            yield widget.text()
        case QLineEdit():
            room = widget.contentsRect().width() - 2 * widget.fontMetrics().averageCharWidth()
            if widget.fontMetrics().horizontalAdvance(widget.placeholderText()) > room:
                yield widget.placeholderText()
        case QTabBar():
            yield from _cut_tabs(widget)
        case QHeaderView():
            for section, text in _titles(widget):
                if widget.sectionSizeHint(section) > widget.sectionSize(section):
                    yield text


def _cut_tabs(bar: QTabBar) -> Iterator[str]:
    for tab in range(bar.count()):
        needed = bar.fontMetrics().horizontalAdvance(bar.tabText(tab))
        if needed > bar.tabRect(tab).width():
            yield bar.tabText(tab)


def _is_cramped(widget: QLabel) -> bool:
    if widget.wordWrap():
        return (
            widget.heightForWidth(widget.width()) > widget.height()
            or _widest_word(widget) > widget.contentsRect().width()
        )
    return _lacks(widget)


def _widest_word(widget: QLabel) -> int:
    letters = widget.fontMetrics()
    return max(map(letters.horizontalAdvance, widget.text().split()), default=0)


def _lacks(widget: QWidget) -> bool:
    needed = widget.sizeHint()
    return needed.width() > widget.width() or needed.height() > widget.height()


def _is_outside(widget: QWidget) -> bool:
    """Say whether a parent cuts it off, other than one that can be scrolled."""
    parent = widget.parentWidget()
    area = QRect(widget.rect())
    each = widget
    while parent is not None and not each.isWindow():
        if isinstance(parent.parentWidget(), QAbstractScrollArea | QTreeView):
            return False
        area = QRect(widget.mapTo(parent, widget.rect().topLeft()), widget.size())
        if not parent.rect().contains(area):
            return True
        each, parent = parent, parent.parentWidget()
    return False


def _name(widget: QWidget) -> str:
    return widget.objectName() or type(widget).__name__
