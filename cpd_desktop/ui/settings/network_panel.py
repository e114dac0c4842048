"""What CPD Desktop said to whom over the network, for anybody who wants to see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from cpd_desktop.ui.settings.network_table import NetworkTable
from cpd_desktop.ui.settings.panel import Panel
from cpd_desktop.ui.widgets import button, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.network import NetworkCall
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk

MOST = 300


class NetworkPanel(Panel):
    """Lists the latest calls of this window and of the command, the newest first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._log = desk.services.network_log
        self.table = NetworkTable(desk.local_zone)
        self.none = label(self.tr("Nothing was contacted yet. The first call appears here."))
        self.none.hide()
        self.look_button = button(self.tr("&Look again"))
        self.copy_button = button(self.tr("&Copy"), "quiet")

        self.rows.addWidget(
            label(
                self.tr(
                    "Each call that CPD Desktop makes is listed here, without passwords, keys and"
                    " what was said. Nothing else is contacted: no statistics, nobody but the"
                    " services that you connected, and the release note if you wish it."
                ),
                "muted",
            )
        )
        self.rows.addWidget(self.table)
        self.rows.addWidget(self.none)
        self.add_buttons(self.look_button, self.copy_button)
        self.rows.addWidget(self.note)

        self.look_button.clicked.connect(self.refresh)
        self.copy_button.clicked.connect(self._copy)
        self.table.copied.connect(self._copy)

    def refresh(self) -> None:
        """Read the log again."""
        self.run(self._latest, self._show)

    def _latest(self, _work: Work) -> list[NetworkCall]:
        return self._log.latest(MOST)

    def _show(self, calls: list[NetworkCall]) -> None:
        self.table.show_calls(calls)
        self.table.setVisible(bool(calls))
        self.none.setVisible(not calls)
        self.copy_button.setEnabled(bool(calls))

    def _copy(self) -> None:
        rows = self.table.rows_to_copy()
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in rows))
        self.note.say(self.tr("The calls were copied."), "good")
