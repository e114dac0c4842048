"""The templates to choose from, each with a picture, and what can be done with them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from cpd_desktop.domain.certificates.editing import free_name
from cpd_desktop.domain.certificates.editing_pages import empty_template
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.settings import Certificates
from cpd_desktop.ui.certificates.editor import TemplateEditor
from cpd_desktop.ui.certificates.preview_feed import image_of
from cpd_desktop.ui.file_questions import ask_for_file, ask_where_to_save
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.jobs import Lane
from cpd_desktop.ui.widgets import GRID, button, label, restyle
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QImage

    from cpd_desktop.domain.certificates.template import Template
    from cpd_desktop.domain.changes import Done
    from cpd_desktop.services.certificates.ports import Raster
    from cpd_desktop.services.certificates.templates import KeptTemplate
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk

THUMB: Final = QSize(GRID * 24, GRID * 17)
FILES: Final = " (*.cpdtemplate *.json)"
_KEPT: Final = Qt.ItemDataRole.UserRole


class TemplateGallery(QWidget):
    """Lists the templates; ``chosen`` comes with the one that is marked.

    One that came with the application is edited as a copy. ``event_id`` is whose people the
    editor previews.
    """

    chosen = Signal(object)
    edited = Signal(object)

    def __init__(self, desk: Desk, event_id: int | None = None) -> None:
        super().__init__()
        self._desk, self.event_id = desk, event_id
        self._pictures: dict[str, QIcon] = {}
        self._wanted: int | None = None
        self.editor: TemplateEditor | None = None
        self.templates = QListWidget()
        self.new = button(self.tr("New template"), "primary")
        self.edit = button(self.tr("Edit"))
        self.copy = button(self.tr("Duplicate"))
        self.bring = button(self.tr("Import…"))
        self.export = button(self.tr("Export…"))
        self.hide_one = button(self.tr("Hide"), "quiet")
        self.trouble = label("", "caption")
        self._lay_out()
        self.templates.itemSelectionChanged.connect(self._choose)
        self.templates.itemActivated.connect(self.edit.click)
        self.new.clicked.connect(self.begin)
        self.edit.clicked.connect(self._edit)
        self.copy.clicked.connect(self._duplicate)
        self.bring.clicked.connect(self._ask_for_file)
        self.export.clicked.connect(self._ask_where)
        self.hide_one.clicked.connect(self._hide)
        desk.theme.changed.connect(self.refresh)

    @property
    def kept(self) -> KeptTemplate | None:
        """Return the template that is marked."""
        item: QListWidgetItem | None = self.templates.currentItem()
        found: KeptTemplate | None = item.data(_KEPT) if item is not None else None
        return found

    def refresh(self) -> None:
        """Show the templates as they are kept now."""
        services = self._desk.services
        self._desk.operations.look_up(lambda _work: services.templates.listed(), self._show)

    def choose(self, name: str) -> None:
        """Mark the template of this name."""
        for at in range(self.templates.count()):
            kept: KeptTemplate = self.templates.item(at).data(_KEPT)
            if name in {kept.name, kept.built_in}:
                self.templates.setCurrentRow(at)

    def mark(self, template_id: int) -> None:
        """Mark the template with this number, as soon as it is listed."""
        self._wanted = template_id
        self.refresh()

    def begin(self) -> None:
        """Make a new template from an empty page."""
        name = free_name(self.tr("My certificate"), self._names())
        language = self._desk.services.settings.get(Certificates).language or "en-GB"
        self._open(empty_template(name, language), None)

    def take(self, path: str) -> None:
        """Keep the template in a file as one's own."""
        self._desk.operations.carry_out(
            partial(_bring, self._desk.services, Path(path)),
            origin=self,
            text=self.tr("Template imported"),
            then=self._kept_one,
            otherwise=self._refuse,
        )

    def write(self, path: str) -> None:
        """Write the marked template as one file."""
        kept, services = self.kept, self._desk.services
        if kept is not None:
            self._desk.operations.carry_out(
                partial(_write, services, kept, Path(path)),
                origin=self,
                text=self.tr("Template exported"),
            )

    def _lay_out(self) -> None:
        view = self.templates
        view.setAccessibleName(self.tr("Templates"))
        view.setProperty("data", True)
        view.setViewMode(QListWidget.ViewMode.IconMode)
        view.setResizeMode(QListWidget.ResizeMode.Adjust)
        view.setMovement(QListWidget.Movement.Static)
        view.setIconSize(THUMB)
        view.setSpacing(GRID)
        view.setWordWrap(True)
        self.trouble.hide()
        restyle(self.trouble, tone="bad")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(
            FlowRow(self.new, self.edit, self.copy, self.bring, self.export, self.hide_one)
        )
        layout.addWidget(self.trouble)
        layout.addWidget(view, 1)
        self._choose()

    def _show(self, listed: list[KeptTemplate]) -> None:
        before = self.kept
        self.templates.clear()
        for kept in listed:
            words = kept.name
            if kept.issued:
                words += "\n" + self.tr("%n certificate(s)", "", kept.issued)
            elif not kept.built_in:
                words += "\n" + self.tr("Version {number}").format(number=kept.version)
            item = QListWidgetItem(self._picture(kept), words, self.templates)
            item.setData(_KEPT, kept)
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
            # A fresh copy of the same name is the same template to whoever looks.
            if (self._wanted is None and before is not None and kept.name == before.name) or (
                self._wanted is not None and kept.id == self._wanted
            ):
                self.templates.setCurrentItem(item)
        self._wanted = None
        if self.templates.currentItem() is None and listed:
            self.templates.setCurrentRow(0)

    def _picture(self, kept: KeptTemplate) -> QIcon:
        if kept.sha256 not in self._pictures:
            blank = QPixmap(THUMB)
            blank.fill(Qt.GlobalColor.transparent)
            self._pictures[kept.sha256] = QIcon(blank)
            ratio = self.devicePixelRatioF()
            call = partial(_drawn, self._desk.services, kept, ratio)
            job = self._desk.jobs.run(call, lane=Lane.PICTURES)
            job.succeeded.connect(self._drawn)
        return self._pictures[kept.sha256]

    def _drawn(self, drawn: Any) -> None:
        sha256, ratio, raster = drawn
        shown = _framed(image_of(raster), ratio)
        icon = self._pictures[sha256] = QIcon(shown)
        icon.addPixmap(shown, QIcon.Mode.Selected)  # a page keeps its colours
        for at in range(self.templates.count()):
            item = self.templates.item(at)
            if item.data(_KEPT).sha256 == sha256:
                item.setIcon(self._pictures[sha256])

    def _choose(self) -> None:
        kept = self.kept
        for each in (self.edit, self.copy, self.export):
            each.setEnabled(kept is not None)
        self.edit.setText(self.tr("Edit a copy") if kept and kept.built_in else self.tr("Edit"))
        self.hide_one.setEnabled(kept is not None and not kept.built_in)
        if kept is not None:
            self.chosen.emit(kept)

    def _edit(self) -> None:
        kept = self.kept
        if kept is None:
            return
        if kept.built_in:
            self._duplicate()
        else:
            self._read(kept, lambda template: self._open(template, kept.id))

    def _duplicate(self) -> None:
        kept = self.kept
        if kept is not None:
            wanted = self.tr("{name}, copy").format(name=kept.name)
            name = free_name(wanted, self._names())
            self._read(kept, lambda template: self._open(replace(template, name=name), None))

    def _hide(self) -> None:
        kept, templates = self.kept, self._desk.services.templates
        if kept is not None and kept.id is not None:
            number = kept.id
            self._desk.operations.carry_out(
                lambda _work: templates.hide(number),
                origin=self,
                text=self.tr("Template hidden"),
                then=lambda _changes: self.refresh(),
            )

    def _read(self, kept: KeptTemplate, then: Any) -> None:
        templates = self._desk.services.templates
        self._desk.operations.look_up(lambda _work: templates.read(kept), then)

    def _open(self, template: Template, template_id: int | None) -> None:
        self.editor = TemplateEditor(self._desk, self, template, template_id, self.event_id)
        self.editor.kept.connect(self._kept_one)
        self.editor.destroyed.connect(self._closed)
        self.editor.show()

    def _closed(self, _editor: QObject | None = None) -> None:
        self.editor = None

    def _kept_one(self, kept: Any) -> None:
        self.trouble.hide()
        item = QListWidgetItem(kept.name, self.templates)
        item.setData(_KEPT, kept)
        self.templates.setCurrentItem(item)
        self.edited.emit(kept)
        self.refresh()

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, Invalid):
            self.trouble.setText(" ".join(in_words(each) for each in error.problems.values()))
            self.trouble.show()
        else:
            self._desk.operations.failed.emit(error)

    def _ask_for_file(self) -> None:
        kind = self.tr("Certificate templates") + FILES
        ask_for_file(self.window(), self.tr("Import template"), kind, self.take)

    def _ask_where(self) -> None:
        if self.kept is not None:
            name = f"{self.kept.name}.cpdtemplate"
            kind = self.tr("Certificate templates") + FILES
            ask_where_to_save(self.window(), self.tr("Export template"), name, kind, self.write)

    def _names(self) -> set[str]:
        rows = range(self.templates.count())
        return {self.templates.item(at).data(_KEPT).name for at in rows}


def _drawn(
    services: Services, kept: KeptTemplate, ratio: float, _work: Work
) -> tuple[str, float, Raster]:
    template = services.templates.read(kept)
    page = template.pages[0]
    scale = min((THUMB.width() - 8) / page.width, (THUMB.height() - 8) / page.height) * ratio
    sample = services.previews.sample(template.language)
    return kept.sha256, ratio, services.previews.picture(template, 0, sample, scale)


def _bring(services: Services, path: Path, _work: Work) -> Done[KeptTemplate]:
    template = services.previews.read(path)
    taken = {each.name for each in services.templates.listed()}
    return services.templates.keep(replace(template, name=free_name(template.name, taken)))


def _write(services: Services, kept: KeptTemplate, path: Path, _work: Work) -> None:
    services.previews.write(services.templates.read(kept), path)


def _framed(page: QImage, ratio: float) -> QPixmap:
    """Return a page in the middle of the room that all have, with an edge like paper."""
    whole = QPixmap(THUMB * ratio)
    whole.fill(Qt.GlobalColor.transparent)
    painter = QPainter(whole)
    x, y = (whole.width() - page.width()) // 2, (whole.height() - page.height()) // 2
    painter.drawImage(x, y, page)
    painter.setPen(QColor(128, 136, 148, 120))
    painter.drawRect(x, y, page.width() - 1, page.height() - 1)
    painter.end()
    whole.setDevicePixelRatio(ratio)
    return whole
