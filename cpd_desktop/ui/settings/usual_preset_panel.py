"""Which body's rules a new event begins from."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cpd_desktop.domain.presets import AID, PRESETS
from cpd_desktop.domain.settings import UsualRule
from cpd_desktop.ui.calm import CalmComboBox
from cpd_desktop.ui.settings.panel import Panel
from cpd_desktop.ui.widgets import label
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.changes import Changes
    from cpd_desktop.domain.presets import Preset
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk

CHARACTERS = 48


class UsualPresetPanel(Panel):
    """Keeps the choice at once; events that are there already stay as they are."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._settings = desk.services.settings
        self._presets = desk.services.presets
        self._known: dict[str, Preset] = {}
        self.box = CalmComboBox()
        self.box.setMaximumWidth(self.fontMetrics().averageCharWidth() * CHARACTERS)
        self.box.setAccessibleName(self.tr("Rules for credit begin from"))
        caption = label(self.box.accessibleName())
        caption.setBuddy(self.box)
        self.told = label("", "muted")
        for each in (caption, self.box, self.told, label(in_words(AID), "caption"), self.note):
            self.rows.addWidget(each)
        self._fill([], "")
        self.box.activated.connect(self._choose)

    def refresh(self) -> None:
        """Look which one is kept."""
        self.run(self._look, self._show)

    def _look(self, _work: Work) -> tuple[list[Preset], str]:
        return self._presets.own(), self._settings.get(UsualRule).preset

    def _show(self, kept: tuple[list[Preset], str]) -> None:
        self._fill(*kept)

    def _fill(self, own: list[Preset], key: str) -> None:
        self._known = {each.key: each for each in (*own, *PRESETS.values())}
        self.box.clear()
        self.box.addItem(self.tr("None in particular"), "")
        for each in self._known.values():
            self.box.addItem(each.name, each.key)
        self.box.setCurrentIndex(max(0, self.box.findData(key)))
        self._tell()

    def _tell(self) -> None:
        found = self._known.get(self.box.currentData())
        told = in_words(found.told) if found is not None and found.told else ""
        self.told.setText(told or self.tr("Each event gets the rule you give it."))

    def _choose(self) -> None:
        self._tell()
        key = str(self.box.currentData())
        self.run(partial(_keep, self._settings, key), self._kept)

    def _kept(self, _changes: Changes) -> None:
        self.note.say(self.tr("Saved. New events begin from it."), "good")


def _keep(settings: Settings, key: str, _work: Work) -> Changes:
    return settings.put(UsualRule(key))
