"""What can be done with issued certificates: taken out as files, and ended with a reason."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTemporaryDir, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from cpd_desktop.domain.certificates.file_names import file_name
from cpd_desktop.domain.certificates.register import Status
from cpd_desktop.domain.changes import Changes
from cpd_desktop.domain.errors import CpdError
from cpd_desktop.services.work import Work
from cpd_desktop.ui.certificates.register_dialogs import ReasonDialog
from cpd_desktop.ui.certificates.register_online import OnlineCopies
from cpd_desktop.ui.certificates.register_stamps import TimeStamping
from cpd_desktop.ui.certificates.statement_output import StatementOutput
from cpd_desktop.ui.file_questions import ask_for_folder, ask_where_to_save
from cpd_desktop.ui.jobs import Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.certificates.register import Certificate
    from cpd_desktop.ui.certificates.register_dialogs import Deed
    from cpd_desktop.ui.desk import Desk

MOST_DRAGGED = 50  # so many are copied within a moment; for more there is the export


class RegisterDeeds(QObject):
    """Asks, carries out off the window's thread, and says so; ``changed`` once some ended."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._widget = parent
        self._register = desk.services.certificate_register
        self._copies = QTemporaryDir()
        self.statement = StatementOutput(desk, parent)
        self.stamps = TimeStamping(desk, self)
        self.online = OnlineCopies(desk, parent)

        self.stamps.changed.connect(self.changed)

    def open(self, issued: Certificate) -> None:
        """Show a copy in the program that the system has for PDF files."""
        self._desk.operations.carry_out(
            lambda work: self._register.export([issued], self._folder, work)[0],
            origin=self,
            then=self._show,
            lane=Lane.NETWORK,
        )

    def copies(self, ids: Sequence[int]) -> list[Path]:
        """Return copies of certificates for another program; none of too many."""
        if len(ids) > MOST_DRAGGED:
            self._desk.operations.told.emit(
                self.tr("More than %n certificates: use Export.", "", MOST_DRAGGED), False
            )
            return []
        try:
            found = list(self._register.listed(ids).values())
            return self._register.export(found, self._folder, Work())
        except CpdError as error:
            self._desk.operations.failed.emit(error)
            return []

    def save(self, issued: Certificate) -> None:
        """Ask where a copy of the PDF file is to go."""
        write = partial(self._register.write_pdf, issued)
        self._ask(self.tr("Save the certificate"), file_name(issued), "PDF (*.pdf)", write)

    def save_badge(self, issued: Certificate) -> None:
        """Ask where the picture with the badge is to go."""
        name = str(Path(file_name(issued)).with_suffix(".png"))
        write = partial(self._register.write_badge, issued)
        self._ask(self.tr("Save the badge"), name, "PNG (*.png)", write)

    def save_proven(self, issued: Certificate) -> None:
        """Ask where the badge as JSON-LD with a proof is to go."""
        name = str(Path(file_name(issued)).with_suffix(".json"))
        write = partial(self._desk.services.badges.write_proven, issued)
        self._ask(self.tr("Save the badge"), name, "JSON-LD (*.json)", write)

    def export(self, ids: Sequence[int], chosen: str, *, stamped: bool = False) -> None:
        """Write them into this folder or ZIP file, ``stamped`` with the time stamps they have."""
        out, register = Path(chosen), self._register
        pdf = self._desk.services.time_stamps.pdf if stamped else None

        def write(work: Work) -> int:
            found = register.listed(ids)
            named = [found[key] for key in ids if key in found]
            return len(register.export(named, out, work, pdf))

        self._desk.operations.carry_out(
            write,
            origin=self,
            title=self.tr("Writing %n certificate(s)", "", len(ids)),
            then=partial(self._exported, out),
            # Files only; the database is free meanwhile.
            lane=Lane.NETWORK,
        )

    def end(self, deed: Deed, chosen: Sequence[Certificate]) -> ReasonDialog | None:
        """Ask why those of the chosen that count are to end."""
        counting = [each for each in chosen if each.status is Status.ISSUED]
        if not counting:
            return None
        dialog = ReasonDialog(self._widget.window(), deed, counting)
        dialog.offered.connect(partial(self._end, deed, counting))
        dialog.open()
        return dialog

    @property
    def _folder(self) -> Path:
        return Path(self._copies.path())

    def open_place(self, path: Path) -> bool:
        """Open a file as the system does; say whether that worked."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _end(self, deed: Deed, chosen: Sequence[Certificate], why: str) -> None:
        certificates = self._desk.services.certificates
        call = certificates.revoke if deed == "revoke" else certificates.replace
        count = len(chosen)
        done = (
            self.tr("%n certificate(s) revoked", "", count)
            if deed == "revoke"
            else self.tr("%n certificate(s) replaced", "", count)
        )

        def end(work: Work) -> Changes:
            changes = Changes()
            for each in work.each(chosen, note=done):
                changes = changes.merged(call(each.number, why).changes)
            return changes

        # Without a text it does not become a step that Undo would offer to take back.
        self._desk.operations.carry_out(
            end,
            origin=self,
            title=self.tr("Ending certificates"),
            then=partial(self._ended, done),
            otherwise=self._not_all_ended,
        )

    def _ended(self, text: str, _changes: Changes) -> None:
        self.changed.emit()
        self._desk.operations.told.emit(text, False)

    def _not_all_ended(self, error: Exception) -> None:
        self.changed.emit()
        self._desk.operations.failed.emit(error)

    def _ask(self, title: str, name: str, kind: str, write: Callable[[Path], object]) -> None:
        ask_where_to_save(self._widget, title, name, kind, partial(self.write, write))

    def write(self, write: Callable[[Path], object], chosen: str) -> None:
        """Write one file."""
        path = Path(chosen)
        self._desk.operations.carry_out(
            lambda _work: write(path),
            origin=self,
            title=self.tr("Writing {name}").format(name=path.name),
            then=partial(self._say, path),
            lane=Lane.NETWORK,
        )

    def ask_for_folder(self, ids: list[int], *, stamped: bool = False) -> None:
        """Ask into which folder they are to be written."""
        title = self.tr("Folder of the certificates")
        ask_for_folder(self._widget, title, partial(self.export, ids, stamped=stamped))

    def ask_for_zip(self, ids: list[int], *, stamped: bool = False) -> None:
        """Ask into which ZIP file they are to be written."""
        name, title = self.tr("Certificates") + ".zip", self.tr("Export certificates")
        export = partial(self.export, ids, stamped=stamped)
        ask_where_to_save(self._widget, title, name, "ZIP (*.zip)", export)

    def _exported(self, out: Path, count: int) -> None:
        text = self.tr("%n certificate(s) written: {path}", "", count).format(path=out)
        self._desk.operations.told.emit(text, False)

    def _say(self, path: Path, _result: Any) -> None:
        self._desk.operations.told.emit(self.tr("Written: {path}").format(path=path), False)

    def _show(self, path: Path) -> None:
        if not self.open_place(path):
            text = self.tr("Nothing on this computer shows PDF files. Save it instead.")
            self._desk.operations.told.emit(text, False)
