"""Keeps what is being edited, so that a crash does not take it away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from cpd_desktop.domain.certificates.template_file import read_template, template_bytes
from cpd_desktop.domain.errors import CpdError

if TYPE_CHECKING:
    from cpd_desktop.domain.certificates.template import Template
    from cpd_desktop.services.drafts import Drafts, Unfinished
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.certificates.editing import Editing
    from cpd_desktop.ui.desk import Desk

PAUSE_MILLISECONDS = 1000
_FILE = "template"


class TemplateDraft(QObject):
    """Stands beside an editor; ``found`` brings what the last one was left with, and when."""

    found = Signal(object, object)

    def __init__(self, desk: Desk, editing: Editing, editor: str) -> None:
        super().__init__(editing)
        self._desk, self._editing = desk, editing
        self.editor = editor
        self._is_kept = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self.keep)
        editing.changed.connect(self._pause.start)
        drafts = desk.services.drafts
        desk.operations.look_up(lambda _work: drafts.of(editor), self._offer)

    def keep(self) -> None:
        """Keep what differs from the kept template now; if nothing does, no draft is needed."""
        self._pause.stop()
        if self._editing.is_changed:
            self._is_kept = True
            call = partial(_keep, self._desk.services.drafts, self.editor, self._editing.template)
            self._desk.operations.carry_out(call, origin=self)
        elif self._is_kept:
            self.drop()

    def drop(self) -> None:
        """Forget it: it was kept as a template, or nobody wants it."""
        self._pause.stop()
        self._is_kept = False
        drafts, editor = self._desk.services.drafts, self.editor
        self._desk.operations.carry_out(
            lambda _work: drafts.drop(editor), origin=self._desk.operations
        )

    def _offer(self, unfinished: Unfinished | None) -> None:
        if unfinished is None or self._editing.is_changed:
            return
        try:
            template = read_template(str(unfinished.content.get(_FILE, "")).encode())
        except CpdError:  # of a later version: it stays where it is
            return
        if template != self._editing.template:
            self._is_kept = True
            self.found.emit(template, unfinished.at)


def _keep(drafts: Drafts, editor: str, template: Template, _work: Work) -> None:
    drafts.keep(editor, {_FILE: template_bytes(template).decode()})
