"""The certificate as anybody of the event: as it was issued, or as it would be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from cpd_desktop.domain.errors import CpdError
from cpd_desktop.services.certificates.previews import sample_holder
from cpd_desktop.ui.calm import CalmComboBox
from cpd_desktop.ui.certificates.preview_feed import image_of
from cpd_desktop.ui.certificates.stage_sheet import StageSheet
from cpd_desktop.ui.jobs import Lane
from cpd_desktop.ui.widgets import GRID, button, label
from cpd_desktop.ui.wording import explain

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from cpd_desktop.services.certificates.ports import Raster
    from cpd_desktop.services.services import Services
    from cpd_desktop.ui.certificates.stage_content import Line, StageContent
    from cpd_desktop.ui.desk import Desk


class Wanted(NamedTuple):
    """The page that is asked for; without a line it is nobody's."""

    content: StageContent
    line: Line | None
    at: int
    scale: float


class StagePreview(QWidget):
    """Shows one person's certificate; ``chosen`` carries the registration of another."""

    chosen = Signal(int)
    step_asked = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._content: StageContent | None = None
        self._line: Line | None = None
        self._at = 0
        self._shown: Wanted | None = None
        self._drawing = False
        self.sheet = StageSheet()
        self.person = CalmComboBox()
        self.previous = button("◂")
        self.next = button("▸")
        self.page_back = button(self.tr("Page before"), "quiet")
        self.page_on = button(self.tr("Next page"), "quiet")
        self.says = label("", "caption")

        self._lay_out()

        self.person.activated.connect(self._choose)
        self.previous.clicked.connect(self._step_back)
        self.next.clicked.connect(self._step_on)
        self.page_back.clicked.connect(self._turn_back)
        self.page_on.clicked.connect(self._turn_on)
        self.sheet.resized.connect(self._draw)
        self.sheet.step_asked.connect(self.step_asked)

    def show_content(self, content: StageContent) -> None:
        """Take other people and another template."""
        before, self._content = self._content, content
        if before is None or before.lines != content.lines:
            with QSignalBlocker(self.person):
                self.person.clear()
                self.person.addItems([each.name for each in content.lines])
        if before is None or before.event.id != content.event.id:
            self._line, self._at = None, 0
        if self._line is not None:
            self._line = content.by_id.get(self._line.id)
        self._show_line()

    def show_line(self, line: Line | None) -> None:
        """Show somebody's certificate; the first who could have one if it is nobody's."""
        if line is not None and self._line is not None and line.id != self._line.id:
            self._at = 0
        self._line = line
        self._show_line()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was chosen while something else was shown."""
        super().showEvent(event)
        self._draw()

    @property
    def line(self) -> Line | None:
        """Return whose certificate is shown."""
        return self._line

    def _lay_out(self) -> None:
        self.person.setAccessibleName(self.tr("Show the certificate of"))
        self.person.setEditable(True)
        self.person.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.person.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.person.setMinimumContentsLength(12)
        completer = self.person.completer()
        assert completer is not None  # noqa: S101 - an editable one has it
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.previous.setAccessibleName(self.tr("Person before"))
        self.next.setAccessibleName(self.tr("Next person"))
        for each in (self.previous, self.next):
            each.setToolTip(each.accessibleName())
        for each in (self.page_back, self.page_on):
            each.setAccessibleName(each.text())
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(self.previous)
        top.addWidget(self.person, 1)
        top.addWidget(self.next)
        foot = QHBoxLayout()
        foot.addWidget(self.page_back)
        foot.addWidget(self.says, 1)
        foot.addWidget(self.page_on)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(top)
        layout.addWidget(self.sheet, 1)
        layout.addLayout(foot)

    def _show_line(self) -> None:
        content, line = self._content, self._line
        if content is None:
            return
        with QSignalBlocker(self.person):
            place = content.lines.index(line) if line is not None else -1
            self.person.setCurrentIndex(place)
        pages = len(content.plan.drawn.pages)
        self._at = min(self._at, pages - 1)
        self.page_back.setEnabled(self._at > 0)
        self.page_on.setEnabled(self._at < pages - 1)
        for each in (self.page_back, self.page_on):
            each.setVisible(pages > 1)
        self.sheet.drags = line is not None and line.issued is not None
        words = self._words(line)
        self.says.setText(words)
        usual = line is not None and (line.issued is not None or line.holder is not None)
        self.says.setVisible(pages > 1 or not usual)
        self.sheet.setToolTip(self.tr("Drag it out to copy the file") if self.sheet.drags else "")
        self._draw()

    def _words(self, line: Line | None) -> str:
        if line is None:
            return self.tr("A sample: nobody is chosen")
        if line.issued is not None:
            return self.tr("{number}, as issued").format(number=line.issued.number)
        if line.holder is not None:
            return self.tr("As it would be issued now")
        return self.tr("Not eligible: shown as if all of the credit were earned")

    def _draw(self) -> None:
        content = self._content
        if content is None or self._drawing or not self.isVisible():
            return
        page = content.plan.drawn.pages[self._at]
        room = self.sheet.room()
        scale = min(room.width() / page.width, room.height() / page.height)
        wanted = Wanted(content, self._line, self._at, scale * self.devicePixelRatioF())
        if scale <= 0 or wanted == self._shown:
            return
        self._drawing, self._shown = True, wanted
        services = self._desk.services
        job = self._desk.jobs.run(lambda _work: _drawn(services, wanted), lane=Lane.PICTURES)
        job.succeeded.connect(self._show_picture)
        job.failed.connect(self._say_why)
        job.finished.connect(self._ended)

    def _show_picture(self, raster: Any) -> None:
        picture = QPixmap.fromImage(image_of(raster))
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        name = self._line.name if self._line else self.tr("nobody")
        text = self.tr("Certificate of {person}. {says}")
        self.sheet.show_picture(picture, text.format(person=name, says=self.says.text()))

    def _say_why(self, error: Exception) -> None:
        words = explain(error)
        if not isinstance(error, CpdError):
            self._desk.operations.failed.emit(error)
        self.sheet.show_text(f"{words.says} {words.advice}")

    def _ended(self) -> None:
        self._drawing = False
        self._draw()  # what was asked for meanwhile

    def _choose(self, place: int) -> None:
        if self._content is not None and 0 <= place < len(self._content.lines):
            self.chosen.emit(self._content.lines[place].id)

    def _step_back(self) -> None:
        self.step_asked.emit(-1)

    def _step_on(self) -> None:
        self.step_asked.emit(1)

    def _turn_back(self) -> None:
        self._at -= 1
        self._show_line()

    def _turn_on(self) -> None:
        self._at += 1
        self._show_line()


def _drawn(services: Services, wanted: Wanted) -> Raster:
    content, line, at, scale = wanted
    previews = services.previews
    if line is not None and line.issued is not None:
        return previews.issued(line.issued, at, scale)
    occasion = content.plan.occasion
    holder = line.holder if line is not None else None
    if holder is None:
        holder = sample_holder(occasion, line.name if line is not None else occasion.event.title)
    return previews.draft(occasion, content.plan.drawn, holder, at, scale)
