from __future__ import annotations

import threading
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from zxingcpp import BarcodeFormat, create_barcode

from cpd_desktop.adapters.qr_reader import codes_in
from cpd_desktop.ui.camera import SECONDS_AWAY, CameraView
from cpd_desktop.ui.jobs import JobRunner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from cpd_desktop.services.code_reader import CodeReader, GreyPicture

needs_multimedia = pytest.mark.skipif(
    find_spec("PySide6.QtMultimedia") is None, reason="the extra “camera” is not installed"
)
# Qt tries libraries of the system that a machine without a camera need not have.
tries_libraries = pytest.mark.qt_log_ignore(
    "Couldn't (load|resolve)", "No RHI backend", "does not support propagateSizeHints"
)


class Watch:
    """A watch that is set by hand."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


class Desk:
    """A camera view whose pictures are painted."""

    def __init__(self, qtbot: QtBot, jobs: JobRunner, read: CodeReader = codes_in) -> None:
        self.watch, self.jobs, self.said = Watch(), jobs, list[str]()
        self.view = CameraView(read, jobs, seconds=self.watch)
        self.view.code_seen.connect(self.said.append)
        self.qtbot = qtbot
        qtbot.addWidget(self.view)

    def hold_up(self, *codes: str) -> None:
        self.view.look_at(painted(*codes))
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.jobs.live)


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[JobRunner]:
    runner = JobRunner()
    yield runner
    runner.shut_down()


def painted(*codes: str) -> QImage:
    """Paint a table with badges on it, as a camera sees them."""
    image = QImage(641, 480, QImage.Format.Format_RGB32)
    image.fill(QColor("#b08d57"))
    painter = QPainter(image)
    for number, code in enumerate(codes):
        dots = memoryview(create_barcode(code, BarcodeFormat.QRCode).to_image(scale=6))  # type: ignore[arg-type] # the stubs do not say that it has the buffer protocol
        height, width = dots.shape or (0, 0)
        drawn = QImage(bytes(dots), width, height, width, QImage.Format.Format_Grayscale8)
        painter.drawImage(QRect(20 + number * 310, 60 + number * 20, 280, 280), drawn)
    painter.end()
    return image


def test_a_badge_held_up_is_seen_once(qtbot: QtBot, jobs: JobRunner) -> None:
    desk = Desk(qtbot, jobs)
    for _ in range(3):
        desk.hold_up("CPD one")
    assert desk.said == ["CPD one"]


def test_two_badges_in_one_picture_are_both_seen(qtbot: QtBot, jobs: JobRunner) -> None:
    desk = Desk(qtbot, jobs)
    desk.hold_up("CPD one", "CPD two")
    assert sorted(desk.said) == ["CPD one", "CPD two"]


def test_a_badge_is_seen_again_after_it_was_away(qtbot: QtBot, jobs: JobRunner) -> None:
    desk = Desk(qtbot, jobs)
    desk.hold_up("CPD one")
    desk.watch.now += SECONDS_AWAY - 0.1
    desk.hold_up("CPD one")
    assert desk.said == ["CPD one"]
    desk.watch.now += SECONDS_AWAY
    desk.hold_up("CPD one")
    assert desk.said == ["CPD one", "CPD one"]


def test_pictures_that_come_while_one_is_read_are_left_out(qtbot: QtBot, jobs: JobRunner) -> None:
    let_go, read = threading.Event(), list[int]()

    def slow(picture: GreyPicture) -> tuple[str, ...]:
        read.append(threading.get_ident())
        let_go.wait(30)
        return ()

    desk = Desk(qtbot, jobs, slow)
    for _ in range(5):
        desk.view.look_at(painted())
    let_go.set()
    desk.settle()
    desk.view.look_at(painted())
    desk.settle()

    assert len(read) == 2
    assert threading.get_ident() not in read


@pytest.mark.skipif(find_spec("PySide6.QtMultimedia") is not None, reason="it is installed")
def test_without_multimedia_the_view_points_to_other_ways(qtbot: QtBot, jobs: JobRunner) -> None:
    desk = Desk(qtbot, jobs)
    desk.view.start()
    assert not desk.view.running
    assert desk.view.words.text() == (
        "Scanning by camera is not installed here. Use a scanner, or search for the name."
    )


@needs_multimedia
@tries_libraries
def test_without_a_camera_the_view_points_to_other_ways(
    qtbot: QtBot, jobs: JobRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtMultimedia import QCameraDevice, QMediaDevices

    monkeypatch.setattr(QMediaDevices, "defaultVideoInput", QCameraDevice)
    desk = Desk(qtbot, jobs)
    desk.view.start()
    assert not desk.view.running
    assert desk.view.words.text() == (
        "There is no camera on this computer. Use a scanner, or search for the name."
    )


@needs_multimedia
@tries_libraries
def test_frames_of_a_camera_are_shown_and_read(qtbot: QtBot, jobs: JobRunner) -> None:
    from PySide6.QtMultimedia import QVideoFrame, QVideoSink

    desk, sink = Desk(qtbot, jobs), QVideoSink()
    desk.view.watch(sink)
    desk.view.resize(640, 480)
    with qtbot.waitSignal(desk.view.code_seen) as seen:
        sink.setVideoFrame(QVideoFrame(painted("CPD one")))
    desk.settle()

    assert seen.args == ["CPD one"]
    shown = desk.view.grab().toImage()
    assert shown.pixelColor(5, 5) == QColor("#b08d57")


@needs_multimedia
@tries_libraries
def test_a_frame_that_comes_after_the_camera_is_off_is_not_shown(
    qtbot: QtBot, jobs: JobRunner
) -> None:
    from PySide6.QtMultimedia import QVideoFrame, QVideoSink

    desk, sink = Desk(qtbot, jobs), QVideoSink()
    desk.view.watch(sink)
    desk.view.show()
    desk.view.hide()
    sink.setVideoFrame(QVideoFrame(painted("CPD one")))
    desk.settle()
    assert desk.said == []
    assert desk.view.picture.isHidden()
