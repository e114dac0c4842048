from __future__ import annotations

import logging
import subprocess
import sys
import threading
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from cpd_desktop import __version__
from cpd_desktop.ui.crash import QUIET_SECONDS, CrashReporter
from cpd_desktop.ui.crash_dialog import CrashDialog

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QPaintEvent
    from pytestqt.qtbot import QtBot

LOGGER = "cpd_desktop.ui.crash"


class Watch:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def reporter(qapp: QApplication, watch: Watch) -> Iterator[CrashReporter]:
    hooks = (sys.excepthook, threading.excepthook)
    made = CrashReporter(lambda _lines: "the last line of the log\n", now=watch)
    made.quit_asked.disconnect()
    made.install()
    yield made
    made.uninstall()
    if made.dialog is not None:
        made.dialog.close()
    QApplication.processEvents()
    assert (sys.excepthook, threading.excepthook) == hooks


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> Iterator[list[str]]:
    """Expect a defect in the log, and nothing else of weight."""
    lines: list[str] = []
    yield lines
    records = caplog.get_records("call")
    lines += [each.getMessage() for each in records if each.name == LOGGER]
    assert lines, "a defect must be in the log"
    # Qt's own words go to the log here; the platform of the tests has some to say.
    records[:] = [each for each in records if each.name not in (LOGGER, "qt.default")]


def dialogs() -> list[CrashDialog]:
    return [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, CrashDialog) and each.isVisible()
    ]


def opened(qtbot: QtBot, reporter: CrashReporter) -> CrashDialog:
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert reporter.dialog is not None
    return reporter.dialog


def fail_once(text: str = "a plain defect", *_checked: bool) -> None:
    raise LookupError(text)


@pytest.mark.usefixtures("logged")
def test_a_defect_in_a_slot_is_told_and_the_application_goes_on(
    qtbot: QtBot, reporter: CrashReporter
) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    button.clicked.connect(partial(fail_once, "a plain defect"))
    button.click()
    dialog = opened(qtbot, reporter)
    report = dialog.report.toPlainText()
    assert "LookupError: a plain defect" in report
    assert "fail_once" in report
    assert __version__ in report
    assert "the last line of the log" in report
    assert not dialog.report.isVisible()
    assert QApplication.focusWidget() is dialog.go_on_button
    QTest.keyClick(dialog.go_on_button, Qt.Key.Key_Return)
    assert dialogs() == []
    assert reporter.dialog is None


@pytest.mark.usefixtures("logged")
def test_a_defect_in_a_timer_is_told(qtbot: QtBot, reporter: CrashReporter) -> None:
    QTimer.singleShot(0, fail_once)
    assert "LookupError" in opened(qtbot, reporter).report.toPlainText()


@pytest.mark.usefixtures("logged")
def test_a_defect_on_another_thread_is_told_on_the_thread_of_the_window(
    qtbot: QtBot, reporter: CrashReporter, qapp: QApplication
) -> None:
    thread = threading.Thread(target=fail_once)
    thread.start()
    thread.join()
    dialog = opened(qtbot, reporter)
    assert dialog.thread() is qapp.thread()
    assert "LookupError" in dialog.report.toPlainText()


def test_a_thread_that_ends_itself_is_no_defect(qtbot: QtBot, reporter: CrashReporter) -> None:
    thread = threading.Thread(target=sys.exit)
    thread.start()
    thread.join()
    QApplication.processEvents()
    assert reporter.dialog is None


def paint_again(qtbot: QtBot, widget: Broken) -> None:
    before = widget.painted
    widget.update()
    qtbot.waitUntil(lambda: widget.painted > before)
    QApplication.processEvents()


class Broken(QWidget):
    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted += 1
        fail_once("cannot be painted")


@pytest.mark.usefixtures("logged")
def test_a_page_that_cannot_be_painted_is_told_once_and_not_for_ever(
    qtbot: QtBot, reporter: CrashReporter, watch: Watch
) -> None:
    widget = Broken()
    qtbot.addWidget(widget)
    widget.show()
    dialog = opened(qtbot, reporter)
    paint_again(qtbot, widget)
    assert dialogs() == [dialog]
    assert f"({widget.painted} times)" in dialog.report.toPlainText()
    dialog.go_on_button.click()
    paint_again(qtbot, widget)
    assert dialogs() == []
    watch.at += QUIET_SECONDS
    paint_again(qtbot, widget)
    assert len(dialogs()) == 1


def test_a_second_defect_is_added_to_the_dialog_that_is_open(
    qtbot: QtBot, reporter: CrashReporter, logged: list[str]
) -> None:
    reporter.report(LookupError("the first"))
    dialog = opened(qtbot, reporter)
    reporter.report(KeyError("the second"))
    QApplication.processEvents()
    assert dialogs() == [dialog]
    report = dialog.report.toPlainText()
    assert report.index("the first") < report.index("the second")


@pytest.mark.usefixtures("logged")
def test_another_defect_is_told_right_after_the_first_was_read(
    qtbot: QtBot, reporter: CrashReporter
) -> None:
    reporter.report(LookupError("the first"))
    opened(qtbot, reporter).go_on_button.click()
    reporter.report(KeyError("the second"))
    report = opened(qtbot, reporter).report.toPlainText()
    assert "the second" in report
    assert "the first" not in report


@pytest.mark.usefixtures("logged")
def test_a_flood_of_defects_stays_bounded(qtbot: QtBot, reporter: CrashReporter) -> None:
    for number in range(500):
        reporter.report(LookupError(f"number {number}."))
    report = opened(qtbot, reporter).report.toPlainText()
    assert "number 19." in report
    assert "number 20." not in report


@pytest.mark.usefixtures("logged")
def test_the_report_names_nobody_and_no_secret(
    qtbot: QtBot, reporter: CrashReporter, tmp_path: Path
) -> None:
    reporter.report(LookupError("zoe@clinic.example password=hunter22"))
    dialog = opened(qtbot, reporter)
    dialog.copy_button.click()
    dialog.save_to(str(tmp_path / "report.txt"))
    for text in (QGuiApplication.clipboard().text(), (tmp_path / "report.txt").read_text()):
        assert "LookupError" in text
        assert "zoe@" not in text
        assert "hunter22" not in text
    assert "report.txt" in dialog.note.text()


@pytest.mark.usefixtures("logged")
def test_a_report_that_cannot_be_saved_says_so_in_the_dialog(
    qtbot: QtBot, reporter: CrashReporter, tmp_path: Path
) -> None:
    reporter.report(LookupError())
    dialog = opened(qtbot, reporter)
    dialog.save_to(str(tmp_path / "missing" / "report.txt"))
    assert "could not be saved" in dialog.note.text()
    assert dialog.isVisible()


@pytest.mark.usefixtures("logged")
def test_the_details_are_behind_a_button_and_fit(qtbot: QtBot, reporter: CrashReporter) -> None:
    reporter.report(LookupError())
    dialog = opened(qtbot, reporter)
    dialog.details_button.click()
    dialog.copy_button.click()
    assert dialog.report.isVisible()
    for each in (dialog.report, dialog.note, dialog.go_on_button, dialog.quit_button):
        assert dialog.rect().contains(each.geometry())
    assert not dialog.note.geometry().intersects(dialog.report.geometry())


@pytest.mark.usefixtures("logged")
def test_quit_is_passed_on_after_the_dialog_is_gone(qtbot: QtBot, reporter: CrashReporter) -> None:
    asked: list[int] = []
    reporter.quit_asked.connect(lambda: asked.append(len(dialogs())))
    reporter.report(LookupError())
    opened(qtbot, reporter).quit_button.click()
    assert asked == [0]


def test_a_report_that_fails_itself_is_logged_and_does_not_go_round(
    qtbot: QtBot, qapp: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    def no_log(_lines: int) -> str:
        raise OSError("the log is gone")

    reporter = CrashReporter(no_log)
    reporter.report(LookupError("the defect"))
    QApplication.processEvents()
    assert reporter.dialog is None
    assert "The report could not be shown" in caplog.text
    assert "the defect" in caplog.text
    caplog.clear()


@pytest.mark.qt_log_level_fail("CRITICAL")
def test_what_qt_complains_about_is_in_the_log(
    reporter: CrashReporter, caplog: pytest.LogCaptureFixture
) -> None:
    qWarning("Something of Qt's own")
    QApplication.processEvents()
    found = [(each.levelno, each.getMessage()) for each in caplog.records]
    assert (logging.WARNING, "Something of Qt's own") in found
    assert reporter.dialog is None
    caplog.clear()


def test_watching_for_defects_costs_nothing_at_start() -> None:
    code = (
        "import sys; from cpd_desktop.ui.crash import CrashReporter;"
        "CrashReporter(lambda _: '').install();"
        "print(*{'PySide6.QtWidgets', 'cpd_desktop.services.report',"
        " 'cpd_desktop.domain.redaction', 'platform'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
