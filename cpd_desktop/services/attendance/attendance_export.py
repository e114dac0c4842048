"""The attendance of an event as a file that can be handed on: a spreadsheet or a PDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpd_desktop.domain.attendance.attendance_list import attendance_list
from cpd_desktop.domain.settings import Provider
from cpd_desktop.store.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cpd_desktop.domain.attendance.event_attendance import EventAttendance
    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.papers import Papers
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.services.sheets import Sheets
    from cpd_desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class AttendanceExport:
    """Writes attendance down for others; ``say`` puts it in their language."""

    settings: Settings
    clock: Clock
    sheets: Sheets
    papers: Papers

    def write(
        self,
        found: EventAttendance,
        path: Path,
        work: Work,
        say: Callable[[Sentence], str] = str,
        language: str = "en",
    ) -> int:
        """Write a PDF if the file is called so, else XLSX or CSV; return how many people it has.

        Raises ``Invalid`` if it does not fit the format, ``Unprintable`` naming whose name no font
        here can print, ``Unavailable`` if the disk does not take it, and ``Cancelled``; then
        nothing is written.
        """
        provider = self.settings.get(Provider).provider
        listed = attendance_list(found, provider, self.clock.now(), say, language)
        if path.suffix.lower() == ".pdf":
            write_whole(path, self.papers.attendance_sheet(listed, work))
        else:
            rows = listed.rows(work.each(listed.people, len(listed.people)))
            self.sheets.write(path, listed.headings(), rows)
        return len(listed.people)
