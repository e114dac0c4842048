"""An editor on a desk, and the short ways by which tests use its mouse and keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from cpd_desktop.adapters.certificates.studio import CertificateStudio
from cpd_desktop.adapters.lettering.fonts import FontShelf, system_folders
from cpd_desktop.app.resources import resources
from cpd_desktop.domain.certificates.editing_pages import empty_template
from cpd_desktop.domain.certificates.fields import FIELDS
from cpd_desktop.ui.certificates.editor import TemplateEditor
from cpd_desktop.ui.certificates.insert_panel import NAME
from cpd_desktop.ui.pages.event_certificates import CertificatesStage
from tests.desk import desk_on
from tests.ui.certificates.stage_desk import Certifying

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from cpd_desktop.domain.certificates.template import Element, Template
    from cpd_desktop.store.folder import DataFolder
    from cpd_desktop.ui.certificates.canvas import PageCanvas
    from cpd_desktop.ui.certificates.editing import Editing
    from tests.clock import FixedClock
    from tests.desk import TestDesk

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@dataclass(frozen=True, slots=True)
class Hand:
    """Somebody who uses the editor."""

    editor: TemplateEditor
    desk: TestDesk
    settle: Callable[[], None]

    @property
    def editing(self) -> Editing:
        return self.editor.editing

    @property
    def canvas(self) -> PageCanvas:
        return self.editor.view.canvas

    def element(self, name: str) -> Element:
        return next(each for each in self.editing.page.elements if each.name == name)

    def insert(self, kind: str) -> str:
        QTest.mouseClick(self.editor.insert.kinds[kind], LEFT)
        return self.editing.names[0] if self.editing.names else ""

    def insert_field(self, name: str) -> str:
        fields = self.editor.insert.fields
        row = list(FIELDS).index(name)
        assert fields.item(row).data(NAME) == name
        fields.setFocus()
        fields.setCurrentRow(row)
        QTest.keyClick(fields, Qt.Key.Key_Return)
        return self.editing.names[0]

    def at(self, x: float, y: float) -> QPoint:
        """Return where a point of the page lies on the widget."""
        zoom = self.canvas.zoom
        origin = self.canvas.on_screen(self.editing.page.box).topLeft()
        return (origin + QPointF(x * zoom, y * zoom)).toPoint()

    def middle(self, name: str) -> QPoint:
        return self.canvas.on_screen(self.element(name).box).center().toPoint()

    def click(self, name: str, keys: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.mouseClick(self.canvas, LEFT, keys, self.middle(name))

    def drag(
        self,
        start: QPoint,
        way: tuple[float, float],
        keys: Qt.KeyboardModifier = PLAIN,
        *,
        lets_go: bool = True,
    ) -> None:
        """Drag by this way in points of the page, in several steps."""
        zoom = self.canvas.zoom
        end = start + QPoint(round(way[0] * zoom), round(way[1] * zoom))
        QTest.mousePress(self.canvas, LEFT, keys, start)
        for step in range(1, 6):
            between = start + (end - start) * step / 5
            self.canvas.mouseMoveEvent(_moved_to(between, keys))
        if lets_go:
            QTest.mouseRelease(self.canvas, LEFT, keys, end)

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = PLAIN) -> None:
        self.canvas.setFocus()
        QTest.keyClick(self.canvas, key, keys)


def _moved_to(point: QPoint, keys: Qt.KeyboardModifier) -> QMouseEvent:
    place = QPointF(point)
    return QMouseEvent(QEvent.Type.MouseMove, place, place, Qt.MouseButton.NoButton, LEFT, keys)


@pytest.fixture(scope="session")
def studio() -> CertificateStudio:
    """Return the real one, which opens its fonts for all tests once."""
    return CertificateStudio(FontShelf(resources() / "fonts", system_folders()))


@pytest.fixture
def desk(
    folder: DataFolder, clock: FixedClock, qapp: QApplication, studio: CertificateStudio
) -> Iterator[TestDesk]:
    with desk_on(folder, clock, qapp, zone="Europe/London") as made:
        vars(made.services.outside)["studio"] = studio
        yield made


@pytest.fixture
def settle(desk: TestDesk, qtbot: QtBot) -> Callable[[], None]:
    """Wait until nothing is under way; what comes back may ask for more."""

    def wait() -> None:
        for _ in range(3):
            desk.settle(qtbot)
            qtbot.wait(1)

    return wait


@pytest.fixture
def open_editor(
    desk: TestDesk, qtbot: QtBot, settle: Callable[[], None]
) -> Iterator[Callable[..., Hand]]:
    """Open the editor on a template, at first an empty one."""
    window = QWidget()
    window.resize(1280, 800)
    opened: list[TemplateEditor] = []

    def show(template: Template | None = None, **where: int | None) -> Hand:
        template = template or empty_template("My certificate", "en-GB")
        editor = TemplateEditor(desk, window, template, **where)
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        editor.checks._pause.stop()
        editor.checks._pause.setInterval(60_000)  # a test that wants them says so
        opened.append(editor)
        with qtbot.waitExposed(editor):
            editor.show()
            editor.activateWindow()
        qtbot.waitUntil(editor.isActiveWindow)
        settle()
        return Hand(editor, desk, settle)

    yield show
    for editor in filter(isValid, opened):
        editor.editing.note_kept(editor.editing.template)
        editor.close()
    settle()
    window.close()
    window.deleteLater()  # and the editors with it: the next desk would dress them again
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def hand(open_editor: Callable[..., Hand]) -> Hand:
    """Return somebody before an empty page."""
    return open_editor()


@pytest.fixture
def certifying(
    desk: TestDesk, qtbot: QtBot, clock: FixedClock, stage: Callable[..., QWidget]
) -> Iterator[Certifying]:
    """Return a stage without an event yet."""
    alone = CertificatesStage(desk)
    stage(alone, alone.main_button).resize(1100, 800)
    made = Certifying(desk, qtbot, clock, alone)
    yield made
    made.settle()
    assert desk.failures == []
    alone.setParent(None)
    alone.deleteLater()
    QApplication.sendPostedEvents(alone, QEvent.Type.DeferredDelete)
