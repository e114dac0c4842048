"""What the stage asks in a form before it settles something."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cpd_desktop.domain.attendance.decisions import Verdict
from cpd_desktop.domain.folding import folded
from cpd_desktop.services.attendance.attendance import Choice
from cpd_desktop.ui.attendance.choose_dialog import Asked, Choosable, ChooseDialog
from cpd_desktop.ui.attendance.lines import Line
from cpd_desktop.ui.attendance.override_dialog import OverrideDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QDialog, QWidget

    from cpd_desktop.domain.attendance.event_attendance import EventAttendance
    from cpd_desktop.ui.attendance.content import AttendanceContent

AT_ONE_SCREEN = 2


class AttendanceQuestions(QObject):
    """Opens the forms; ``decided`` carries line, choice and names, ``overridden`` the verdict."""

    decided = Signal(Line, Choice, list)
    overridden = Signal(list, Verdict, str)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.dialog: QDialog | None = None

    def ask_who(self, line: Line, content: AttendanceContent) -> None:
        """Ask which of all who are registered a participant is."""
        asked = Asked(self.tr("Who is “{name}”?").format(name=line.called), self.tr("It is them"))
        self._ask(line, content, asked, Verdict.IS)

    def ask_to_split(self, line: Line, content: AttendanceContent) -> None:
        """Ask who all was there under one name, and how that is known."""
        asked = Asked(
            self.tr("Who was there as “{name}”?").format(name=line.called),
            self.tr("Split"),
            AT_ONE_SCREEN,
            why=True,
        )
        self._ask(line, content, asked, Verdict.SPLIT)

    def ask_to_merge(self, line: Line, content: AttendanceContent) -> None:
        """Ask which other participant is the same human."""
        if content.found is None:
            return
        asked = Asked(
            self.tr("Who else is “{name}”?").format(name=line.called), self.tr("The same person")
        )
        others = _participants(content.found, line.key)
        names = {each.key: each.text for each in others}
        dialog = ChooseDialog(self._page.window(), asked, others)
        dialog.offered.connect(partial(self._merge, line, names))
        self._open(dialog)

    def ask_to_override(self, lines: Sequence[Line]) -> None:
        """Ask what holds against the computation, and why."""
        people = [each for each in lines if each.person is not None]
        dialog = OverrideDialog(self._page.window(), [each.name for each in people])
        dialog.offered.connect(partial(self._override, people))
        self._open(dialog)

    def _ask(self, line: Line, content: AttendanceContent, asked: Asked, verdict: Verdict) -> None:
        if content.found is None:
            return
        places = content.found.facts.places
        people = [
            Choosable(
                str(each.registrant.id),
                " · ".join(
                    filter(None, (each.registrant.name, each.reference, each.registrant.email))
                ),
                folded(each.registrant.name, each.reference, each.registrant.email),
            )
            for each in sorted(places, key=lambda one: folded(one.registrant.name))
        ]
        names = {str(each.registrant.id): each.registrant.name for each in places}
        dialog = ChooseDialog(self._page.window(), asked, people)
        dialog.offered.connect(partial(self._choose, line, verdict, names))
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        self.dialog = None

    def _choose(
        self, line: Line, verdict: Verdict, names: dict[str, str], keys: list[str], why: str
    ) -> None:
        choice = Choice(line.key, verdict, tuple(map(int, keys)), why)
        self.decided.emit(line, choice, [names[key] for key in keys])

    def _merge(self, line: Line, names: dict[str, str], keys: list[str], why: str) -> None:
        (other,) = keys
        choice = Choice(line.key, Verdict.MERGE, why=why, other=other)
        self.decided.emit(line, choice, [names[other]])

    def _override(self, lines: list[Line], verdict: Verdict, why: str) -> None:
        self.overridden.emit(lines, verdict, why)


def _participants(found: EventAttendance, but: str) -> list[Choosable]:
    """Return everybody whom the reports tell of, but for one."""
    told = [each.participant for each in found.findings.findings if each.participant.key != but]
    shown = [
        (each.key, (*each.names, *each.addresses, *each.phones) or (each.key,)) for each in told
    ]
    made = [Choosable(key, " · ".join(names), folded(*names)) for key, names in shown]
    return sorted(made, key=lambda each: each.sought)
