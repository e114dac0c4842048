"""Everything that can be done in the editor by a button, a menu or a key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QPointF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from cpd_desktop.domain.certificates.editing import Depth
from cpd_desktop.domain.certificates.editing_places import Side
from cpd_desktop.domain.errors import CpdError

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.ui.certificates.editing import Editing
    from cpd_desktop.ui.certificates.page_view import PageView
    from cpd_desktop.ui.desk import Desk

COPIED = "application/x-cpd-certificate-elements"


class EditorActions(QObject):
    """The actions by name; ``refresh`` says which can be done now."""

    def __init__(self, desk: Desk, editing: Editing, view: PageView, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._editing, self._view, self._window = desk, editing, view, window
        self._icons: dict[QAction, str] = {}
        self.all: dict[str, QAction] = {}
        self._add_history()
        self._add_clipboard()
        self._add_places()
        self._add_pages()
        on_page = ("cut", "copy", "paste", "duplicate", "delete", "select all")
        view.canvas.add_keys(*(self.all[name] for name in on_page))
        window.addActions([each for name, each in self.all.items() if name not in on_page])
        view.canvas.menu_wanted.connect(self._show_menu)
        editing.changed.connect(self.refresh)
        editing.chosen.connect(self.refresh)
        editing.turned.connect(self.refresh)
        desk.theme.changed.connect(self._draw_icons)
        self._draw_icons()
        self.refresh()

    def refresh(self) -> None:
        """Say which actions can be done now, and what undo would undo."""
        editing, chosen = self._editing, len(self._editing.names)
        undo, redo = self.all["undo"], self.all["redo"]
        undo.setEnabled(bool(editing.undoes))
        redo.setEnabled(bool(editing.redoes))
        names = ("undo", self.tr("Undo"), self.tr("Undo: {what}"), editing.undoes), (
            "redo", self.tr("Redo"), self.tr("Redo: {what}"), editing.redoes
        )  # fmt: skip
        for name, plain, what, deed in names:
            self.all[name].setToolTip(what.format(what=deed) if deed else plain)
        for name in ("cut", "copy", "duplicate", "delete", "forward", "backward", "front", "back"):
            self.all[name].setEnabled(chosen > 0)
        for side in Side:
            self.all[f"align {side}"].setEnabled(chosen > 0)
        for name in ("spread across", "spread down"):
            self.all[name].setEnabled(chosen > 2)  # noqa: PLR2004 - two have one gap
        pages = len(editing.template.pages)
        self.all["remove page"].setEnabled(pages > 1)
        self.all["page earlier"].setEnabled(editing.at > 0)
        self.all["page later"].setEnabled(editing.at < pages - 1)

    def copy(self) -> None:
        """Put the chosen elements on the clipboard."""
        if self._editing.names:
            data = QMimeData()
            data.setData(COPIED, self._editing.copied())
            QGuiApplication.clipboard().setMimeData(data)

    def paste(self) -> None:
        """Put what was copied, here or in another template, on the page."""
        data = QGuiApplication.clipboard().mimeData()
        if not data.hasFormat(COPIED):
            return
        try:
            self._editing.paste(bytes(data.data(COPIED).data()))
        except CpdError as error:  # another program may have put it there
            self._desk.operations.failed.emit(error)

    def cut(self) -> None:
        """Take the chosen elements from the page to the clipboard."""
        self.copy()
        self._editing.remove()

    def menu(self, *names: str, title: str = "") -> QMenu:
        """Return a menu of these actions; nothing stands for a line between them."""
        made = QMenu(title, self._window)
        for name in names:
            if name:
                made.addAction(self.all[name])
            else:
                made.addSeparator()
        return made

    def _add(
        self, name: str, words: str, run: Callable[[], object], keys: str = "", icon: str = ""
    ) -> None:
        made = QAction(words, self)
        if keys:
            made.setShortcut(QKeySequence(keys))
            made.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        made.triggered.connect(lambda _checked=False: run())
        if icon:
            self._icons[made] = icon
        shown = made.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        hint = self.tr("{what} ({keys})").format(what=words, keys=shown)
        made.setToolTip(hint if shown else words)
        self.all[name] = made

    def _add_history(self) -> None:
        view = self._view
        self._add("undo", self.tr("Undo"), self._editing.undo, "Ctrl+Z", "undo")
        self._add("redo", self.tr("Redo"), self._editing.redo, "Ctrl+Shift+Z", "redo")
        self._add("zoom in", self.tr("Zoom in"), view.zoom_in, "Ctrl++", "zoom-in")
        self._add("zoom out", self.tr("Zoom out"), view.zoom_out, "Ctrl+-", "zoom-out")
        self._add("whole", self.tr("As large as on paper"), view.zoom_whole, "Ctrl+1")
        self._add("fit", self.tr("Fit"), view.fit, "Ctrl+0")

    def _add_clipboard(self) -> None:
        editing = self._editing
        self._add("cut", self.tr("Cut"), self.cut, "Ctrl+X")
        self._add("copy", self.tr("Copy"), self.copy, "Ctrl+C")
        self._add("paste", self.tr("Paste"), self.paste, "Ctrl+V")
        self._add("duplicate", self.tr("Duplicate"), editing.duplicate, "Ctrl+D", "copy")
        self._add("delete", self.tr("Delete"), editing.remove, "Del", "trash")
        self._add("select all", self.tr("Select all"), self._choose_all, "Ctrl+A")

    def _add_places(self) -> None:
        editing = self._editing
        sides = {
            Side.LEFT: self.tr("Align left"),
            Side.CENTRE: self.tr("Centre across"),
            Side.RIGHT: self.tr("Align right"),
            Side.TOP: self.tr("Align at the top"),
            Side.MIDDLE: self.tr("Centre from top to bottom"),
            Side.BOTTOM: self.tr("Align at the bottom"),
        }
        for side, words in sides.items():
            run = partial(editing.align, side)
            self._add(f"align {side}", words, run, icon=f"align-{side}")
        across, down = (partial(editing.spread, upright=each) for each in (False, True))
        self._add("spread across", self.tr("Equal gaps across"), across, icon="spread-across")
        self._add("spread down", self.tr("Equal gaps down"), down, icon="spread-down")
        for name, words, depth, keys, icon in (
            ("forward", self.tr("Forward"), Depth.FORWARD, "Ctrl+PgUp", "forward"),
            ("backward", self.tr("Backward"), Depth.BACKWARD, "Ctrl+PgDown", "backward"),
            ("front", self.tr("To the front"), Depth.FRONT, "Ctrl+Shift+PgUp", ""),
            ("back", self.tr("To the back"), Depth.BACK, "Ctrl+Shift+PgDown", ""),
        ):
            self._add(name, words, partial(editing.restack, depth), keys, icon)

    def _add_pages(self) -> None:
        editing = self._editing
        self._add("add page", self.tr("Add page"), editing.add_page, icon="add")
        self._add("remove page", self.tr("Delete page"), editing.remove_page)
        self._add("page earlier", self.tr("Move page earlier"), partial(self._move_page, -1))
        self._add("page later", self.tr("Move page later"), partial(self._move_page, 1))

    def _move_page(self, step: int) -> None:
        self._editing.move_page(self._editing.at + step)

    def _choose_all(self) -> None:
        self._editing.choose(each.name for each in self._editing.page.elements)

    def _show_menu(self, where: QPointF) -> None:
        menu = self.menu(
            "cut", "copy", "paste", "duplicate", "delete", "",
            "front", "forward", "backward", "back", "", "select all",
        )  # fmt: skip
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where.toPoint())

    def _draw_icons(self) -> None:
        for action, name in self._icons.items():
            action.setIcon(self._desk.theme.icon(name))
