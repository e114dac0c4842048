"""Asks for a file or folder in the system's own dialog, without stopping the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    Then = Callable[[str], None]


def ask_where_to_save(parent: QWidget, title: str, name: str, kind: str, then: Then) -> QFileDialog:
    """Ask for a file to write; the system asks before an existing one is replaced."""
    dialog = _dialog(parent, title)
    dialog.fileSelected.connect(then)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilter(kind)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    dialog.open()
    return dialog


def ask_for_file(parent: QWidget, title: str, kind: str, then: Then) -> QFileDialog:
    """Ask for a file that exists."""
    dialog = _dialog(parent, title)
    dialog.fileSelected.connect(then)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(kind)
    dialog.open()
    return dialog


def ask_for_files(
    parent: QWidget, title: str, kind: str, then: Callable[[list[str]], None]
) -> QFileDialog:
    """Ask for files that exist, one or several."""
    dialog = _dialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilter(kind)
    dialog.filesSelected.connect(then)
    dialog.open()
    return dialog


def ask_for_folder(parent: QWidget, title: str, then: Then) -> QFileDialog:
    """Ask for a folder."""
    dialog = _dialog(parent, title)
    dialog.fileSelected.connect(then)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()
    return dialog


def _dialog(parent: QWidget, title: str) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(Path.home()))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
