"""Chooses what a rule starts from, and keeps presets of one's own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from cpd_desktop.domain.presets import AID, PRESETS, Preset
from cpd_desktop.ui.calm import CalmComboBox
from cpd_desktop.ui.dates import day_of
from cpd_desktop.ui.event.entries import NARROW
from cpd_desktop.ui.questions import ask_for_name
from cpd_desktop.ui.widgets import GRID, button, label
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cpd_desktop.domain.attendance.credit_rules import CreditRule
    from cpd_desktop.ui.desk import Desk

FOLLOWS, OTHER = " follows", " other"  # no name begins with a space


class PresetBox(QWidget):
    """A list of presets with what is known of the chosen one; ``chosen`` carries its key.

    Besides presets there is ``OTHER``, and ``FOLLOWS`` if a rule need not be given at all.
    """

    chosen = Signal(str)
    own_read = Signal()

    def __init__(self, desk: Desk, *, follows: str = "") -> None:
        super().__init__()
        self._desk = desk
        self._follows = follows
        self.own: list[Preset] = []
        self._now: Callable[[], tuple[str, CreditRule] | None] = lambda: None
        self.box = CalmComboBox()
        self.box.setMaximumWidth(self.fontMetrics().averageCharWidth() * NARROW * 2)
        self.mine = button(self.tr("My presets"))
        self.mine.setAccessibleName(self.tr("My presets"))
        self.menu = QMenu(self)
        self.mine.setMenu(self.menu)
        self.told = label("")
        self.unverified = label("", "muted")
        self.source = button("", "quiet")
        self.aid = label(in_words(AID), "caption")
        self._lay_out()
        self._fill()

        self.box.activated.connect(self._choose)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.source.clicked.connect(self._open_source)
        self._read()

    def offers(self, now: Callable[[], tuple[str, CreditRule] | None]) -> None:
        """Take what gives the type of credit and the rule as entered, to save them."""
        self._now = now

    def key(self) -> str:
        """Return what is chosen."""
        return str(self.box.currentData())

    def preset(self) -> Preset | None:
        """Return the preset that is chosen, if one is."""
        found = {each.key: each for each in (*PRESETS.values(), *self.own)}
        return found.get(self.key())

    def show_key(self, key: str) -> None:
        """Choose, without telling."""
        at = self.box.findData(key)
        self.box.setCurrentIndex(at if at >= 0 else self.box.findData(OTHER))
        self._show_about()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.box, 1)
        row.addWidget(self.mine)
        row.addStretch(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addLayout(row)
        for each in (self.told, self.unverified):
            layout.addWidget(each)
        layout.addWidget(self.source, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.aid)
        self.setFocusProxy(self.box)

    def _fill(self) -> None:
        key = self.box.currentData()
        self.box.clear()
        if self._follows:
            self.box.addItem(self._follows, FOLLOWS)
        for each in self.own:
            self.box.addItem(self.tr("{name} (mine)").format(name=each.name), each.key)
        for each in PRESETS.values():
            self.box.addItem(each.name, each.key)
        self.box.addItem(self.tr("A rule of its own"), OTHER)
        if key is not None:
            self.show_key(key)

    def _show_about(self) -> None:
        found = self.preset()
        told = in_words(found.told) if found and found.told else ""
        self.told.setText(told)
        missing = in_words(found.unverified) if found and found.unverified else ""
        self.unverified.setText(self.tr("Unverified: {facts}").format(facts=missing))
        if found and found.source:
            on = day_of(found.checked_on)
            says = self.tr("Source: {source}, looked at on {day}")
            self.source.setText(says.format(source=QUrl(found.source).host(), day=on))
            self.source.setToolTip(found.source)
            self.source.setAccessibleName(self.source.text())
        self.told.setVisible(bool(told))
        self.unverified.setVisible(bool(missing))
        for each in (self.source, self.aid):
            each.setVisible(bool(found and found.source))

    def _choose(self, *_: object) -> None:
        self._show_about()
        self.chosen.emit(self.key())

    def _open_source(self) -> None:
        found = self.preset()
        if found is not None:
            QDesktopServices.openUrl(QUrl(found.source))

    def _fill_menu(self) -> None:
        self.menu.clear()
        now, chosen = self._now(), self.preset()
        save = self.menu.addAction(self.tr("Save as my preset…"))
        save.triggered.connect(self._ask_for_name)
        save.setEnabled(now is not None)
        for each in self.own:
            name = each.name.replace("&", "&&")
            part = self.menu.addMenu(name)
            again = part.addAction(self.tr("Put this rule in it"))
            again.triggered.connect(partial(self._keep, each.name))
            again.setEnabled(now is not None and each is not chosen)
            part.addAction(self.tr("Rename…"), partial(self._ask_to_rename, each))
            part.addAction(self.tr("Remove"), partial(self._remove, each))

    def _ask_for_name(self) -> None:
        self._ask(self.tr("Name of the preset"), "", self._keep)

    def _ask_to_rename(self, preset: Preset) -> None:
        self._ask(self.tr("New name of the preset"), preset.name, partial(self._rename, preset))

    def _ask(self, words: str, name: str, then: Callable[[str], None]) -> None:
        title, yes, no = self.tr("Preset"), self.tr("Keep"), self.tr("Cancel")
        ask_for_name(self.window(), title, words, name, then, yes=yes, no=no)

    def _keep(self, name: str, *_: object) -> None:
        now, presets = self._now(), self._desk.services.presets
        if now is not None:
            kind, rule = now
            self._carry_out(
                lambda _work: presets.keep(name, kind, rule),
                self.tr("Preset kept: {name}").format(name=name),
            )

    def _rename(self, preset: Preset, name: str) -> None:
        presets = self._desk.services.presets
        self._carry_out(lambda _work: presets.rename(preset.key, name), self.tr("Preset renamed"))

    def _remove(self, preset: Preset, *_: object) -> None:
        presets = self._desk.services.presets
        self._carry_out(lambda _work: presets.remove(preset.key), self.tr("Preset removed"))

    def _carry_out(self, call: Any, text: str) -> None:
        self._desk.operations.carry_out(call, origin=self, text=text, then=self._show_own)

    def _read(self) -> None:
        presets = self._desk.services.presets
        self._desk.operations.look_up(lambda _work: presets.own(), self._show_own)

    def _show_own(self, own: Sequence[Preset]) -> None:
        self.own = list(own)
        self._fill()
        self.own_read.emit()
