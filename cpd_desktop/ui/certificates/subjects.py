"""For whom the template is shown: nobody in particular, or anybody of the event."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from cpd_desktop.ui.widgets import GRID

if TYPE_CHECKING:
    from cpd_desktop.domain.certificates.snapshot import Snapshot
    from cpd_desktop.services.certificates.previews import Previews, Subject
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk


class SubjectBox(QComboBox):
    """Lets somebody be chosen; ``changed`` comes with what their certificate would say."""

    changed = Signal(object)

    def __init__(self, desk: Desk, language: str, event_id: int | None) -> None:
        super().__init__()
        self._sample = desk.services.previews.sample(language)
        self._subjects: list[Subject] = []
        self.setAccessibleName(self.tr("Preview as"))
        self.setToolTip(self.tr("Preview as"))
        self.setMinimumWidth(GRID * 18)
        self.setMaximumWidth(GRID * 32)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToContents)
        self.addItem(self.tr("As a sample person"))
        self.currentIndexChanged.connect(lambda _at: self.changed.emit(self.snapshot))
        if event_id is not None:
            call = partial(_people, desk.services.previews, event_id)
            desk.operations.look_up(call, self._offer)

    @property
    def snapshot(self) -> Snapshot:
        """Return what the certificate of whoever is chosen would say."""
        at = self.currentIndex()
        return self._subjects[at - 1].snapshot if at > 0 else self._sample

    def speak(self, language: str) -> None:
        """Let the sample be in the language of the template."""
        if language != self._sample.language:
            self._sample = replace(self._sample, language=language)
            if self.currentIndex() == 0:
                self.changed.emit(self._sample)

    def _offer(self, subjects: list[Subject]) -> None:
        self._subjects = subjects
        self.addItems([each.name for each in subjects])


def _people(previews: Previews, event_id: int, work: Work) -> list[Subject]:
    return previews.people(event_id, work)
