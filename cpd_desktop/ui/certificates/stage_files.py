"""Issued files: opened, saved, printed, and dragged out of the window."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QObject, Qt, QTemporaryDir, QUrl, Signal
from PySide6.QtGui import QCursor, QDesktopServices, QDrag
from PySide6.QtWidgets import QMenu

from cpd_desktop.domain.certificates.file_names import file_name
from cpd_desktop.domain.errors import CpdError
from cpd_desktop.services.work import Work
from cpd_desktop.ui.file_questions import ask_for_folder, ask_where_to_save
from cpd_desktop.ui.jobs import Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.certificates.register import Certificate
    from cpd_desktop.ui.desk import Desk

MOST_DRAGGED = 50


class StageFiles(QObject):
    """Writes files away from the window's thread; ``saved`` says how many, and where to."""

    saved = Signal(int, Path)

    def __init__(self, desk: Desk, stage: QWidget) -> None:
        super().__init__(stage)
        self._desk = desk
        self._stage = stage
        self._shown: QTemporaryDir | None = None

    def ask_where(self, chosen: Sequence[Certificate], title: str) -> None:
        """Ask where files are to go: one by its name, several in a folder or a ZIP file."""
        if len(chosen) == 1:
            name = file_name(chosen[0])
            then = partial(self._save_one, chosen[0])
            ask_where_to_save(self._stage, self.tr("Save PDF"), name, "PDF (*.pdf)", then)
        elif chosen:
            self._ask_which_way(chosen, title)

    def save(self, chosen: Sequence[Certificate], out: str) -> None:
        """Write files into a folder, or a ZIP file."""
        path = Path(out)
        register = self._desk.services.certificate_register

        def write(work: Work) -> list[Path]:
            return register.export(chosen, path, work)

        self._desk.operations.carry_out(
            write,
            origin=self,
            title=self.tr("Saving %n PDF(s)", "", len(chosen)),
            then=partial(self._tell_saved, len(chosen), path),
            lane=Lane.NETWORK,
        )

    def open(self, issued: Certificate) -> None:
        """Show a file in the program that the system has for it."""
        self._copy([issued], self._show)

    def print_out(self, chosen: list[Certificate]) -> None:
        """Show files where the system prints them."""
        self._copy(chosen[:MOST_DRAGGED], self._show_to_print)

    def dragged(self, chosen: Sequence[Certificate]) -> QMimeData:
        """Return what is dropped elsewhere: copies of files under their full names."""
        copies = self._desk.services.certificate_register.export(
            chosen[:MOST_DRAGGED], self._folder(), Work()
        )
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(each)) for each in copies])
        return data

    def drag(self, source: QWidget, chosen: Sequence[Certificate]) -> None:
        """Drag copies of files out of the window."""
        try:
            data = self.dragged(chosen)
        except CpdError as error:
            self._desk.operations.failed.emit(error)
            return
        drag = QDrag(source)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)

    def open_folder(self, path: Path) -> None:
        """Open the folder in the system's own window."""
        folder = path if path.is_dir() else path.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _ask_which_way(self, chosen: Sequence[Certificate], title: str) -> None:
        menu = QMenu(self._stage)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Into a folder…"), partial(self._ask_for_folder, chosen))
        menu.addAction(self.tr("Into one ZIP file…"), partial(self._ask_for_zip, chosen, title))
        menu.popup(QCursor.pos())

    def _ask_for_folder(self, chosen: Sequence[Certificate]) -> None:
        title = self.tr("Save %n PDF(s)", "", len(chosen))
        ask_for_folder(self._stage, title, partial(self.save, chosen))

    def _ask_for_zip(self, chosen: Sequence[Certificate], title: str) -> None:
        plain = "".join(" " if each in '\\/:*?"<>|' or each < " " else each for each in title)
        name = f"{plain.strip()[:100]} - {self.tr('Certificates')}.zip"
        words = self.tr("Save %n PDF(s)", "", len(chosen))
        ask_where_to_save(self._stage, words, name, "ZIP (*.zip)", partial(self.save, chosen))

    def _save_one(self, issued: Certificate, out: str) -> None:
        path, register = Path(out), self._desk.services.certificate_register

        def write(_work: Work) -> None:
            from cpd_desktop.store.files import write_whole

            write_whole(path, register.pdf(issued))

        self._desk.operations.carry_out(
            write, origin=self, then=partial(self._tell_saved, 1, path), lane=Lane.NETWORK
        )

    def _tell_saved(self, count: int, path: Path, _result: Any) -> None:
        self.saved.emit(count, path)

    def _folder(self) -> Path:
        if self._shown is None:
            self._shown = QTemporaryDir()
        return Path(self._shown.path())

    def _copy(self, chosen: Sequence[Certificate], then: Callable[[list[Path]], None]) -> None:
        """Copy files: what is kept must not be changed, and is named by its hash."""
        register, folder = self._desk.services.certificate_register, self._folder()
        self._desk.operations.carry_out(
            lambda work: register.export(chosen, folder, work),
            origin=self,
            then=then,
            lane=Lane.NETWORK,
        )

    def _show(self, paths: list[Path]) -> None:
        self._open_all(paths, "")

    def _show_to_print(self, paths: list[Path]) -> None:
        text = self.tr("%n certificate(s) open as PDF; print there.", "", len(paths))
        self._open_all(paths, text)

    def _open_all(self, paths: list[Path], text: str) -> None:
        opened = [QDesktopServices.openUrl(QUrl.fromLocalFile(str(each))) for each in paths]
        if not all(opened):
            text = self.tr("No program here opens PDF files. Save the certificate instead.")
        if text:
            self._desk.operations.told.emit(text, False)
