"""Draws a small picture of each template, one after the other, away from the window's thread."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from cpd_desktop.services.certificates.previews import sample_holder
from cpd_desktop.ui.certificates.preview_feed import image_of
from cpd_desktop.ui.certificates.stage_templates import HEIGHT, WIDTH, key_of
from cpd_desktop.ui.jobs import Lane

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.services.certificates.ports import Raster
    from cpd_desktop.services.certificates.templates import KeptTemplate
    from cpd_desktop.services.services import Services
    from cpd_desktop.ui.certificates.stage_content import StageContent
    from cpd_desktop.ui.desk import Desk


class StageThumbnails(QObject):
    """Draws each version once; ``drawn`` carries the key of a template and its picture."""

    drawn = Signal(str, QPixmap)

    def __init__(self, desk: Desk, stage: QWidget) -> None:
        super().__init__(stage)
        self._desk = desk
        self._stage = stage
        self._known: set[tuple[str, str]] = set()

    def draw(self, content: StageContent) -> None:
        """Draw those that were not drawn yet."""
        services = self._desk.services
        ratio = self._stage.devicePixelRatioF()
        for each in content.templates:
            key = (key_of(each), each.sha256)
            if key in self._known:
                continue
            self._known.add(key)
            name = self.tr("Name of the person")
            job = self._desk.jobs.run(
                partial(_picture, services, content, each, name, ratio), lane=Lane.PICTURES
            )
            # A template that cannot be drawn is told of where it is chosen.
            job.succeeded.connect(partial(self._tell, key[0], ratio))

    def _tell(self, key: str, ratio: float, raster: Any) -> None:
        picture = QPixmap.fromImage(image_of(raster))
        picture.setDevicePixelRatio(ratio)
        self.drawn.emit(key, picture)


def _picture(
    services: Services,
    content: StageContent,
    kept: KeptTemplate,
    name: str,
    ratio: float,
    _work: object,
) -> Raster:
    template, occasion = services.templates.read(kept), content.plan.occasion
    page = template.pages[0]
    scale = min(WIDTH / page.width, HEIGHT / page.height) * ratio
    holder = sample_holder(occasion, name)
    return services.previews.draft(occasion, template, holder, 0, scale)
