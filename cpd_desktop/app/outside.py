"""The adapters behind the ports; each is loaded when it is first needed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cpd_desktop.adapters.calendars import CalendarFiles
    from cpd_desktop.adapters.papers.pdf_papers import PdfPapers
    from cpd_desktop.adapters.sheets.files import SheetFiles
    from cpd_desktop.services.code_reader import CodeReader
    from cpd_desktop.services.keychain import Keychains
    from cpd_desktop.store.folder import DataFolder


@dataclass(frozen=True)
class Outside:
    """What the services are given of the world."""

    folder: DataFolder
    keychains: Keychains

    @cached_property
    def sheets(self) -> SheetFiles:
        """Return what reads and writes spreadsheets."""
        from cpd_desktop.adapters.sheets.files import SheetFiles

        return SheetFiles()

    @cached_property
    def papers(self) -> PdfPapers:
        """Return what draws papers."""
        from cpd_desktop.adapters.lettering.fonts import FontShelf, system_folders
        from cpd_desktop.adapters.papers.pdf_papers import PdfPapers
        from cpd_desktop.app.resources import resources

        return PdfPapers(FontShelf(resources() / "fonts", system_folders()))

    @cached_property
    def calendars(self) -> CalendarFiles:
        """Return what writes calendar files."""
        from cpd_desktop.adapters.calendars import CalendarFiles

        return CalendarFiles()

    @property
    def read_codes(self) -> CodeReader:
        """Return what finds codes in pictures."""
        from cpd_desktop.adapters.qr_reader import codes_in

        return codes_in

    def log_tail(self, lines: int) -> str:
        """Return the last lines of the log."""
        from cpd_desktop.adapters.log_file import tail

        return tail(self.folder.logs, lines)
