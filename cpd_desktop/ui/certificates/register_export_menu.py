"""The menu that takes the chosen certificates out of the window, as far as somebody set it up."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.ui.certificates.register_deeds import RegisterDeeds


class ExportMenu(QMenu):
    """Offers time stamps only where a service is set up, and copies with them where some are."""

    def __init__(
        self, deeds: RegisterDeeds, chosen: Callable[[], list[int]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self._chosen = chosen
        stamps = deeds.stamps
        self._add(self.tr("Into a folder…"), deeds.ask_for_folder)
        self._add(self.tr("Into one ZIP file…"), deeds.ask_for_zip)
        self._stamped = (
            self._add(
                self.tr("Into a folder, with time stamps…"),
                partial(deeds.ask_for_folder, stamped=True),
            ),
            self._add(
                self.tr("Into one ZIP file, with time stamps…"),
                partial(deeds.ask_for_zip, stamped=True),
            ),
        )
        self.addSeparator()
        self._stamp = self._add(self.tr("Add time stamps"), stamps.add)
        self._add(self.tr("Put online…"), deeds.online.ask)

        self.aboutToShow.connect(self._fit)

    def _add(self, text: str, call: Callable[[list[int]], object]) -> QAction:
        made = self.addAction(text)
        made.triggered.connect(lambda: call(self._chosen()))
        return made

    def _fit(self) -> None:
        stamps = self._deeds.stamps
        there = bool(stamps.of(self._chosen()))
        for each in self._stamped:
            each.setVisible(there)
        self._stamp.setVisible(stamps.is_set_up)
