"""What is missing or odd before issuing, by field, each with the way to where it is put right."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cpd_desktop.domain.certificates.completeness import Where
from cpd_desktop.ui.certificates.stage_words import field_words, way_words
from cpd_desktop.ui.widgets import GRID, button, chip, label
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpd_desktop.domain.certificates.completeness import Gap
    from cpd_desktop.ui.certificates.stage_content import StageContent


@dataclass(frozen=True, slots=True)
class Check:
    """Gaps that are about the same field; the first one stands for all of them."""

    gaps: tuple[Gap, ...]

    @property
    def first(self) -> Gap:
        """Return the first."""
        return self.gaps[0]

    @property
    def people(self) -> tuple[int, ...]:
        """Return whom it is about, if it is not the same for everybody."""
        found = (each.registration for each in self.gaps if each.registration is not None)
        return tuple(dict.fromkeys(found))


def checks_of(gaps: Iterable[Gap]) -> list[Check]:
    """Return the gaps by what they are about, what forbids issuing first."""
    grouped: dict[tuple[object, ...], list[Gap]] = {}
    for gap in gaps:
        shared = gap.says.template if gap.registration is not None else str(gap.says)
        key = (not gap.forbids, gap.where, gap.field, shared)
        grouped.setdefault(key, []).append(gap)
    found = [Check(tuple(each)) for each in grouped.values()]
    return sorted(found, key=lambda each: not each.first.forbids)


class StageChecks(QScrollArea):
    """Lists the checks; ``way_asked`` carries one, ``people_asked`` whom one is about."""

    way_asked = Signal(Check)
    people_asked = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.checks: list[Check] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Checks"))

    def show_content(self, content: StageContent) -> None:
        """Show what was found, and what is well."""
        plan = content.plan
        self.checks = checks_of((*plan.missing, *plan.notes))
        inside = QWidget(self.viewport())
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, GRID, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(label(self.tr("Checks"), "caption"))
        if not plan.missing:
            layout.addWidget(chip(self.tr("✓ Nothing is missing"), "good"))
        if content.eligible and not any(each.where is Where.PERSON for each in plan.gaps):
            layout.addWidget(chip(self.tr("✓ Every name fits"), "good"))
        for each in self.checks:
            layout.addSpacing(GRID)
            layout.addLayout(self._check(each))
        layout.addStretch(1)
        place = self.verticalScrollBar().value()
        self.setWidget(inside)
        self.verticalScrollBar().setValue(place)

    def focus_first(self) -> None:
        """Go to the button of the first check."""
        found = self.findChild(QWidget, "way")
        if found is not None:
            found.setFocus()
            self.ensureWidgetVisible(found)

    def _check(self, check: Check) -> QVBoxLayout:
        gap, people = check.first, check.people
        heading = field_words(gap.field, gap.where)
        mark = chip(
            self.tr("! Missing") if gap.forbids else self.tr("i Worth a look"),
            "warn" if gap.forbids else "info",
        )
        says = in_words(gap.says)
        if len(people) > 1:
            says = self.tr("{first} And %n more.", "", len(people) - 1).format(first=says)
        layout = QVBoxLayout()
        layout.setSpacing(GRID // 2)
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(label(heading, data=True))
        layout.addWidget(label(says, "muted", data=True))
        way = button(way_words(gap.where))
        way.setObjectName("way")
        way.setAccessibleName(
            self.tr("{field}: {says} {way}").format(field=heading, says=says, way=way.text())
        )
        way.clicked.connect(partial(self._ask_way, check))
        layout.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
        if people:
            these = button(self.tr("Show %n person(s)", "", len(people)), "quiet")
            these.setAccessibleName(f"{heading}: {these.text()}")
            these.clicked.connect(partial(self._ask_people, people))
            layout.addWidget(these, 0, Qt.AlignmentFlag.AlignLeft)
        return layout

    def _ask_way(self, check: Check) -> None:
        self.way_asked.emit(check)

    def _ask_people(self, people: tuple[int, ...]) -> None:
        self.people_asked.emit(list(people))
