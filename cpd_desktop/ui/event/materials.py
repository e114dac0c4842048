"""The files that go with an event, and every version of each."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QTemporaryDir, QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QMenu

from cpd_desktop.ui.dates import day_and_time
from cpd_desktop.ui.event.items import Item, ItemList
from cpd_desktop.ui.event.section import Section
from cpd_desktop.ui.file_questions import ask_for_file
from cpd_desktop.ui.widgets import button

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.events import Event
    from cpd_desktop.services.materials import Material, Version
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk


class MaterialsSection(Section):
    """Lists the files; a dropped one becomes a new material."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._materials: list[Material] = []
        self._copies: QTemporaryDir | None = None
        self.list = ItemList(
            self.tr("Materials"),
            desk.theme,
            self,
            add=self.tr("Add file…"),
            edit=self.tr("New version…"),
            nothing=self.tr("No files yet. They can be dropped here."),
        )
        self.open = button(self.tr("Open"))
        self.older = button(self.tr("Open a version"))
        self.versions = QMenu(self)
        self.older.setMenu(self.versions)
        self.list.add_button(self.open)
        self.list.add_button(self.older)
        self.column.addWidget(self.list, 1)
        self.setAcceptDrops(True)

        self.list.add_asked.connect(self._ask_for_new)
        self.list.edit_asked.connect(self._ask_for_version)
        self.list.remove_asked.connect(self._remove)
        self.list.view.currentRowChanged.connect(self._show_what_can_be_done)
        self.open.clicked.connect(self._open_newest)

    def show_event(self, event: Event) -> None:
        """Show the files of the event."""
        if self.kept is None or self.kept.id != event.id:
            self._show(event.id, [], event=event)
        super().show_event(event)
        self.refresh()

    def refresh(self) -> None:
        """Read the files again."""
        if self.kept is not None:
            materials, key = self.desk.services.materials, self.kept.id
            self.desk.operations.look_up(lambda _work: materials.on(key), partial(self._show, key))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep each file that was dropped."""
        for url in event.mimeData().urls():
            self.add(url.toLocalFile())

    def add(self, path: str) -> None:
        """Keep a file as a new material."""
        assert self.kept is not None  # noqa: S101 - the section shows an event
        materials, key = self.desk.services.materials, self.kept.id
        text = self.tr("File added: {name}").format(name=Path(path).name)
        self._change(lambda _work: materials.add(key, Path(path)), text)

    def add_version(self, material: int, path: str) -> None:
        """Keep a file as a newer version."""
        materials = self.desk.services.materials
        text = self.tr("New version: {name}").format(name=Path(path).name)
        self._change(lambda _work: materials.add_version(material, Path(path)), text)

    def open_version(self, version: Version) -> None:
        """Show a copy of a version in the program that the system has for it."""
        if self._copies is None:
            self._copies = QTemporaryDir()
        materials, folder = self.desk.services.materials, Path(self._copies.path())
        self.desk.operations.look_up(lambda _work: materials.copy(version, folder), _open)

    def _show(self, key: int, found: list[Material], *, event: Event | None = None) -> None:
        if event is None and (self.kept is None or self.kept.id != key):
            return
        self._materials = found
        self.list.show_items([Item(each.title, self._details(each)) for each in found])
        self._show_what_can_be_done()

    def _details(self, material: Material) -> str:
        return "\n".join(self._words(each) for each in material.versions)

    def _words(self, version: Version) -> str:
        return self.tr("Version {number}: {file}, {size}, {when}").format(
            number=version.number,
            file=version.file_name,
            size=QLocale().formattedDataSize(
                version.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat
            ),
            when=day_and_time(version.added_at, self.desk.local_zone),
        )

    def _show_what_can_be_done(self) -> None:
        row = self.list.row()
        versions = self._materials[row].versions if 0 <= row < len(self._materials) else ()
        self.open.setEnabled(bool(versions))
        self.older.setEnabled(len(versions) > 1)
        self.versions.clear()
        for each in versions:
            action = QAction(self._words(each).replace("&", "&&"), self.versions)
            action.triggered.connect(partial(self._open_this, each))
            self.versions.addAction(action)

    def _open_this(self, version: Version, _checked: object = None) -> None:
        self.open_version(version)

    def _open_newest(self) -> None:
        self.open_version(self._materials[self.list.row()].versions[0])

    def _ask_for_new(self) -> None:
        ask_for_file(self.window(), self.tr("Add file"), self.tr("All files") + " (*)", self.add)

    def _ask_for_version(self, row: int) -> None:
        then = partial(self.add_version, self._materials[row].id)
        ask_for_file(self.window(), self.tr("New version"), self.tr("All files") + " (*)", then)

    def _remove(self, row: int) -> None:
        materials, gone = self.desk.services.materials, self._materials[row]
        text = self.tr("File removed: {name}").format(name=gone.title)
        self._change(lambda _work: materials.remove(gone.id), text)

    def _change(self, call: Callable[[Work], Any], text: str) -> None:
        self.desk.operations.carry_out(call, origin=self, text=text, then=self._changed)

    def _changed(self, _result: object) -> None:
        self.refresh()


def _open(copy: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))
