"""What is wrong with the template; each line leads to the element that it is about."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from cpd_desktop.ui.jobs import Lane
from cpd_desktop.ui.widgets import GRID, chip, label, restyle
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from cpd_desktop.domain.certificates.checks import Finding
    from cpd_desktop.domain.certificates.snapshot import Snapshot
    from cpd_desktop.domain.certificates.template import Template
    from cpd_desktop.services.certificates.previews import Previews
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk

PAUSE_MILLISECONDS = 250
_WHERE = Qt.ItemDataRole.UserRole


class ChecksList(QWidget):
    """Looks through the template when there is a pause, off the window's thread."""

    sought = Signal(int, str)  # the page, from 1, and the element

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._wanted: tuple[Template, Snapshot] | None = None
        self._looking = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._look)
        self.state = chip("")
        self.state.hide()
        self.found = QListWidget()
        self.found.setAccessibleName(self.tr("Checks"))
        self.found.setProperty("data", True)
        self.found.setWordWrap(True)
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found.setMaximumHeight(GRID * 22)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(label(self.tr("Checks"), "caption"))
        layout.addWidget(self.state)
        layout.addWidget(self.found)
        self.found.itemActivated.connect(self._seek)
        self.found.itemClicked.connect(self._seek)
        desk.theme.changed.connect(self._draw_icons)

    def look_at(self, template: Template, snapshot: Snapshot) -> None:
        """Look through the template once nobody types or drags."""
        self._wanted = template, snapshot
        self._pause.start()

    def _look(self) -> None:
        if self._wanted is None or self._looking:
            return
        (template, snapshot), self._wanted, self._looking = self._wanted, None, True
        call = partial(_findings, self._desk.services.previews, template, snapshot)
        job = self._desk.jobs.run(call, lane=Lane.PICTURES)
        job.succeeded.connect(self._show)
        job.failed.connect(self._desk.operations.failed)
        job.finished.connect(self._looked)

    def _looked(self) -> None:
        self._looking = False
        if self._wanted is not None and not self._pause.isActive():
            self._look()

    def _show(self, findings: Any) -> None:
        self.found.clear()
        for each in sorted(findings, key=lambda each: not each.forbids):
            item = QListWidgetItem(in_words(each.says), self.found)
            item.setData(_WHERE, (each.page, each.element, each.forbids))
            kind = self.tr("Must be put right") if each.forbids else self.tr("Worth a look")
            item.setToolTip(kind)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, kind)
        self._draw_icons()
        self.found.setVisible(bool(findings))
        must = sum(each.forbids for each in findings)
        if must:
            words, tone = self.tr("%n thing(s) to put right", "", must), "bad"
        elif findings:
            words, tone = self.tr("%n thing(s) worth a look", "", len(findings)), "warn"
        else:
            words, tone = self.tr("All is well"), "good"
        self.state.setText(words)
        restyle(self.state, tone=tone)
        self.state.show()

    def _draw_icons(self) -> None:
        for at in range(self.found.count()):
            item = self.found.item(at)
            forbids = item.data(_WHERE)[2]
            icon = ("error", "bad") if forbids else ("warning", "warn")
            item.setIcon(self._desk.theme.icon(*icon))

    def _seek(self, item: QListWidgetItem) -> None:
        page, element, _ = item.data(_WHERE)
        self.sought.emit(page, element)


def _findings(
    previews: Previews, template: Template, snapshot: Snapshot, _work: Work
) -> list[Finding]:
    return previews.findings(template, snapshot)
