from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest

from cpd_desktop.domain.errors import Unavailable
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.work import Progress
from cpd_desktop.ui.job_bar import JobBar, JobRow
from cpd_desktop.ui.jobs import Job, JobRunner, Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from cpd_desktop.services.work import Work

    Stage = Callable[..., QWidget]


class Gate:
    """A job that reports and then waits until it is let through or stopped."""

    def __init__(self, done: int = 18, total: int | None = 28) -> None:
        self.open = threading.Event()
        self._done, self._total = done, total

    def call(self, work: Work) -> int:
        work.report(0, self._total)
        work.pause(0.06)
        work.report(self._done, self._total)
        while not self.open.is_set():
            work.pause(0.005)
        return self._done


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[JobRunner]:
    QLocale.setDefault(QLocale("en_GB"))
    runner = JobRunner()
    yield runner
    runner.shut_down()
    QLocale.setDefault(QLocale())


@pytest.fixture
def bar(runner: JobRunner, stage: Stage) -> JobBar:
    bar = JobBar(runner, shown_after=0.1, stays_for=0.2)
    stage(bar)
    bar.setVisible(False)
    return bar


def only(bar: JobBar, qtbot: QtBot) -> JobRow:
    qtbot.waitUntil(lambda: len(bar.rows) == 1)
    return bar.rows[0]


def test_a_long_job_shows_how_far_it_is_and_then_goes(
    bar: JobBar, runner: JobRunner, qtbot: QtBot
) -> None:
    gate = Gate()
    runner.run(gate.call, title="Issuing 28 certificates")
    row = only(bar, qtbot)
    qtbot.waitUntil(lambda: row.status.text().startswith("18 of 28 · "))
    assert row.status.text().endswith("s left")
    assert row.title.text() == "Issuing 28 certificates"
    assert row.progress.value() * 28 // row.progress.maximum() == 17
    assert bar.isVisible()
    gate.open.set()
    qtbot.waitUntil(lambda: row.status.text() == "Done")
    qtbot.waitUntil(lambda: not bar.isVisible())
    assert bar.rows == []


def test_a_quick_job_never_shows(bar: JobBar, runner: JobRunner, qtbot: QtBot) -> None:
    for _ in range(10):
        runner.run(lambda _: None, title="Saving")
    qtbot.waitUntil(lambda: not runner.live)
    assert bar.rows == []
    assert not bar.isVisible()


def test_a_job_without_a_title_never_shows(bar: JobBar, runner: JobRunner, qtbot: QtBot) -> None:
    gate = Gate()
    runner.run(gate.call)
    qtbot.wait(300)
    assert bar.rows == []
    gate.open.set()


def test_stop_stops_and_says_so(bar: JobBar, runner: JobRunner, qtbot: QtBot) -> None:
    runner.run(Gate().call, title="Sending")
    row = only(bar, qtbot)
    assert row.stop.accessibleName() == "Stop: Sending"
    row.stop.setFocus()
    QTest.keyClick(row.stop, Qt.Key.Key_Space)
    assert not row.stop.isEnabled()
    qtbot.waitUntil(lambda: row.status.text() == "Stopped")
    assert not runner.live


def test_a_failure_stays_until_it_is_dismissed(
    bar: JobBar, runner: JobRunner, qtbot: QtBot
) -> None:
    def call(_work: Work) -> None:
        raise Unavailable(Sentence("test", "The mail server does not answer."))

    runner.run(call, title="Sending")
    row = only(bar, qtbot)
    assert row.status.text() == (
        "The mail server does not answer. Nothing was lost. Try again in a moment."
    )
    qtbot.wait(500)
    assert bar.rows == [row]
    assert row.stop.text() == "Dismiss"
    QTest.keyClick(row.stop, Qt.Key.Key_Space)
    assert bar.rows == []
    assert not bar.isVisible()


def test_no_failure_is_pushed_out_by_later_jobs(
    bar: JobBar, runner: JobRunner, qtbot: QtBot
) -> None:
    def fail(_work: Work) -> None:
        raise Unavailable(Sentence("test", "The mail server does not answer."))

    for number in range(6):
        runner.run(fail, title=f"Sending {number}")
        bar.offer(runner.run(lambda _: None, title="Saving"), "Saved", "Open", lambda: None)
    qtbot.waitUntil(lambda: not runner.live)
    assert sum(row.failed for row in bar.rows) == 6
    assert sum(not row.failed for row in bar.rows) == 3


def test_a_result_is_offered_even_by_a_quick_job(
    bar: JobBar, runner: JobRunner, qtbot: QtBot
) -> None:
    opened: list[str] = []
    job = runner.run(lambda _: 28, title="Issuing")

    def offer(count: object) -> None:
        bar.offer(job, f"{count} certificates issued", "Open", lambda: opened.append("folder"))

    job.succeeded.connect(offer)
    row = only(bar, qtbot)
    qtbot.waitUntil(lambda: not runner.live)
    qtbot.wait(500)
    assert row.status.text() == "28 certificates issued"
    assert row.result.text() == "Open"
    QTest.mouseClick(row.result, Qt.MouseButton.LeftButton)
    assert opened == ["folder"]
    assert bar.rows == []


def test_many_jobs_show_a_few_rows_and_how_many_wait(
    bar: JobBar, runner: JobRunner, qtbot: QtBot
) -> None:
    gates = [Gate() for _ in range(9)]
    for gate in gates:
        runner.run(gate.call, title="Fetching", lane=Lane.NETWORK)
    qtbot.waitUntil(lambda: len(bar.rows) == 4)
    qtbot.waitUntil(lambda: bar.more.text() == "5 more waiting")
    for gate in gates:
        gate.open.set()
    qtbot.waitUntil(lambda: not bar.isVisible())


@pytest.mark.parametrize(
    ("progress", "shown"),
    [
        (Progress(1200, 5000), "1,200 of 5,000"),
        (Progress(7, None, Sentence("progress", "Reading rows")), "Reading rows · 7"),
        (Progress(0, None), "Working"),
        (Progress(0, 0), "Working"),
    ],
)
def test_progress_is_told_in_words(runner: JobRunner, progress: Progress, shown: str) -> None:
    job = Job(1, "Importing", lambda _: None)
    row = JobRow(job)
    job.note_progress(progress, job.started_at)
    row.update_from(job)
    assert row.status.text() == shown
    assert row.progress.accessibleName() == "Importing"


def test_time_left_is_told_in_seconds_or_minutes(runner: JobRunner) -> None:
    job = Job(1, "Importing", lambda _: None)
    row = JobRow(job)
    job.note_progress(Progress(0, 100), job.started_at - 10)
    job.note_progress(Progress(1, 100), job.started_at)
    row.update_from(job)
    assert row.status.text().startswith("1 of 100 · 16 min left")
