"""Keeps what is typed in an open dialog, so that a crash does not take it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from cpd_desktop.ui.dates import clock_time

if TYPE_CHECKING:
    from cpd_desktop.services.drafts import Unfinished
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.event.dialog import EntryDialog

TYPING_MILLISECONDS = 1000


class DialogDraft(QObject):
    """Stands beside a dialog until it is answered; offers what the last one was left with."""

    def __init__(self, desk: Desk, dialog: EntryDialog, editor: str) -> None:
        super().__init__(dialog)
        self._desk = desk
        self._dialog = dialog
        self._editor = editor
        self._unfinished: Unfinished | None = None
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MILLISECONDS)
        self._typing.timeout.connect(self._keep)
        for entry in dialog.entries.values():
            entry.typed.connect(self._typing.start)
            entry.entered.connect(self._typing.start)
        dialog.unfinished.first.clicked.connect(self._use)
        dialog.finished.connect(self._forget)
        desk.operations.look_up(lambda _work: desk.services.drafts.of(editor), self._offer)

    def _offer(self, unfinished: Unfinished | None) -> None:
        if unfinished is None:
            return
        self._unfinished = unfinished
        time = clock_time(unfinished.at, self._desk.local_zone)
        words = self.tr("Unsaved changes from {time}.")
        self._dialog.unfinished.ask(words.format(time=time))

    def _use(self) -> None:
        assert self._unfinished is not None  # noqa: S101 - they were offered
        for name, raw in self._unfinished.content.items():
            if name in self._dialog.entries:
                self._dialog.entries[name].show_raw(raw)
                self._dialog.entries[name].typed.emit()

    def _keep(self) -> None:
        content = {name: each.raw() for name, each in self._dialog.entries.items() if each.touched}
        if content:
            drafts, editor = self._desk.services.drafts, self._editor
            self._desk.operations.carry_out(
                lambda _work: drafts.keep(editor, content), origin=self._desk.operations
            )

    def _forget(self) -> None:
        self._typing.stop()
        drafts, editor = self._desk.services.drafts, self._editor
        self._desk.operations.carry_out(
            lambda _work: drafts.drop(editor), origin=self._desk.operations
        )
