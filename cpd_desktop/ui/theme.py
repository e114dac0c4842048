"""How the window looks: colours that follow the system, one stylesheet, and line icons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from cpd_desktop.ui.palette import DARK, LIGHT, Tokens
from cpd_desktop.ui.stylesheet import stylesheet

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import Qt
    from PySide6.QtGui import QIcon

__all__ = ["DARK", "LIGHT", "Choice", "Theme", "Tokens"]

Choice = Literal["system", "light", "dark"]

_ICON_SIZES = (20, 40, 80)

_HALF_LIGHT = 128


class Theme(QObject):
    """Dresses the application and changes its clothes when the person or the system asks."""

    changed = Signal()

    def __init__(
        self, icons: Path, choice: Choice = "system", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._app = QApplication.instance()
        self._icons = icons
        self._choice: Choice = choice
        self._drawn: dict[tuple[str, str], QIcon] = {}
        self._hints = self._app.styleHints()
        self._tell_system()
        self._tokens = self._wanted(system_dark=self._system_is_dark())
        self._points = self._font_points()
        self._dress()
        self._hints.colorSchemeChanged.connect(self._follow)
        self._app.fontChanged.connect(self._resize)

    @property
    def tokens(self) -> Tokens:
        """Return the colours in use."""
        return self._tokens

    @property
    def choice(self) -> Choice:
        """Return what the person chose: ``system``, ``light`` or ``dark``."""
        return self._choice

    @choice.setter
    def choice(self, choice: Choice) -> None:
        if choice != self._choice:
            self._choice = choice
            self._tell_system()
            self._follow(self._hints.colorScheme())

    def icon(self, name: str, colour: str = "text") -> QIcon:
        """Return the line icon in a colour of the palette, named as a token; keep no copy.

        After ``changed`` the same call returns it in the new colours. Raises
        ``FileNotFoundError`` for a name that was never drawn.
        """
        key = (name, getattr(self._tokens, colour))
        if key not in self._drawn:
            svg = (self._icons / f"{name}.svg").read_text(encoding="utf-8")
            self._drawn[key] = _drawn(svg.replace("currentColor", key[1]))
        return self._drawn[key]

    def _tell_system(self) -> None:
        # So that title bars and the file dialogs of the system agree with the window.
        if self._choice == "system":
            self._hints.unsetColorScheme()
        else:
            from PySide6.QtCore import Qt

            schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
            self._hints.setColorScheme(schemes[self._choice])

    def _system_is_dark(self) -> bool:
        # The hints would say so too, but in an enumeration of Qt, whose load is too slow here.
        self._app.setPalette(QPalette())  # back to the system's
        return self._app.palette().window().color().lightness() < _HALF_LIGHT

    def _wanted(self, *, system_dark: bool) -> Tokens:
        if self._choice == "system":
            return DARK if system_dark else LIGHT
        return DARK if self._choice == "dark" else LIGHT

    def _follow(self, system: Qt.ColorScheme) -> None:
        from PySide6.QtCore import Qt

        wanted = self._wanted(system_dark=system == Qt.ColorScheme.Dark)
        if wanted is not self._tokens:
            self._tokens = wanted
            self._dress()
            self.changed.emit()

    def _font_points(self) -> float:
        return QFontInfo(self._app.font()).pointSizeF()

    def _resize(self) -> None:
        # The stylesheet itself sets fonts: only a new size is news.
        points = self._font_points()
        if points != self._points:
            self._points = points
            self._dress()
            self.changed.emit()

    def _dress(self) -> None:
        sheet = stylesheet(self._tokens, self._points, self._icons / "controls")
        self._app.setPalette(_qt_palette(self._tokens))
        self._app.setStyleSheet(sheet)


def _qt_palette(tokens: Tokens) -> QPalette:
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette(QColor(tokens.surface), QColor(tokens.window))
    for which, colour in (
        (role.Window, tokens.window),
        (role.WindowText, tokens.text),
        (role.Base, tokens.surface),
        (role.AlternateBase, tokens.raised),
        (role.Text, tokens.text),
        (role.Button, tokens.surface),
        (role.ButtonText, tokens.text),
        (role.BrightText, tokens.bad),
        (role.ToolTipBase, tokens.surface),
        (role.ToolTipText, tokens.text),
        (role.PlaceholderText, tokens.muted),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.on_accent),
        (role.Accent, tokens.accent),
        (role.Link, tokens.accent_text),
        (role.LinkVisited, tokens.accent_text),
        (role.Mid, tokens.border),
        (role.Midlight, tokens.raised),
        (role.Dark, tokens.outline),
        (role.Light, tokens.surface),
        (role.Shadow, tokens.outline),
    ):
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, which, QColor(tokens.muted))
    palette.setColor(group.Disabled, role.Highlight, QColor(tokens.border))
    return palette


def _drawn(svg: str) -> QIcon:
    from PySide6.QtCore import QByteArray, Qt
    from PySide6.QtGui import QIcon, QPainter, QPixmap
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(svg.encode()))
    icon = QIcon()
    for size in _ICON_SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        icon.addPixmap(pixmap)
    return icon
