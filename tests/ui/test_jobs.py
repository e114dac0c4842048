from __future__ import annotations

import gc
import threading
import weakref
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from cpd_desktop.domain.errors import Unavailable
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.work import Cancelled, Progress, Work
from cpd_desktop.ui.jobs import Job, JobRunner, Lane

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


class Heard:
    """Writes down what a job said, in order."""

    def __init__(self, job: Job) -> None:
        self.said: list[object] = []
        job.progressed.connect(self.said.append)
        job.succeeded.connect(self.said.append)
        job.failed.connect(self.said.append)
        job.cancelled.connect(self.note_cancelled)
        job.finished.connect(self.note_finished)

    def note_cancelled(self) -> None:
        self.said.append("cancelled")

    def note_finished(self) -> None:
        self.said.append("finished")

    @property
    def over(self) -> bool:
        return "finished" in self.said


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[JobRunner]:
    runner = JobRunner()
    yield runner
    runner.shut_down()


def test_the_result_arrives_on_the_thread_of_the_window(qtbot: QtBot, runner: JobRunner) -> None:
    threads: list[object] = []

    def call(_work: Work) -> int:
        threads.append(threading.current_thread())
        return 42

    job = runner.run(call, title="Adding up")
    job.succeeded.connect(lambda _: threads.append(QThread.currentThread()))
    heard = Heard(job)
    qtbot.waitUntil(lambda: heard.over)
    assert heard.said == [42, "finished"]
    assert threads[0] is not threading.main_thread()
    assert threads[1] is QApplication.instance().thread()
    assert job.title == "Adding up"
    assert runner.live == ()


def test_a_failed_job_says_why_and_a_defect_is_logged(
    qtbot: QtBot, runner: JobRunner, caplog: pytest.LogCaptureFixture
) -> None:
    heard = Heard(runner.run(lambda _: 1 // 0))
    qtbot.waitUntil(lambda: heard.over)
    assert isinstance(heard.said[0], ZeroDivisionError)
    assert "Traceback" in caplog.text
    assert "ZeroDivisionError" in caplog.text
    assert all(record.exc_info is None for record in caplog.records)
    caplog.clear()


def test_an_error_with_words_for_people_is_not_logged(
    qtbot: QtBot, runner: JobRunner, caplog: pytest.LogCaptureFixture
) -> None:
    error = Unavailable(Sentence("test", "The disk is full."))

    def call(_work: Work) -> None:
        raise error

    heard = Heard(runner.run(call))
    qtbot.waitUntil(lambda: heard.over)
    assert heard.said == [error, "finished"]
    assert not caplog.records


def test_leaving_the_interpreter_in_a_job_is_a_failure_not_a_silence(
    qtbot: QtBot, runner: JobRunner, caplog: pytest.LogCaptureFixture
) -> None:
    def call(_work: Work) -> None:
        raise SystemExit(3)

    heard = Heard(runner.run(call))
    qtbot.waitUntil(lambda: heard.over)
    assert "SystemExit(3)" in str(heard.said[0])
    caplog.clear()


def test_a_job_can_be_stopped_at_a_report(qtbot: QtBot, runner: JobRunner) -> None:
    def call(work: Work) -> None:
        for _ in work.each(range(10**6)):
            work.pause(0.001)

    job = runner.run(call)
    heard = Heard(job)
    job.progressed.connect(job.cancel)
    qtbot.waitUntil(lambda: heard.over)
    assert isinstance(heard.said[0], Progress)
    assert heard.said[-2:] == ["cancelled", "finished"]


def test_a_waiting_job_stops_at_once_and_never_begins(qtbot: QtBot, runner: JobRunner) -> None:
    gate, begun = threading.Event(), threading.Event()
    first = Heard(runner.run(lambda _: gate.wait(10)))
    waiting = runner.run(lambda _: begun.set())
    second = Heard(waiting)
    waiting.cancel()
    qtbot.waitUntil(lambda: second.over)
    assert second.said == ["cancelled", "finished"]
    assert not first.over
    gate.set()
    qtbot.waitUntil(lambda: first.over)
    assert not begun.is_set()


def test_a_page_closed_before_the_end_is_left_in_peace(qtbot: QtBot, runner: JobRunner) -> None:
    class Page(QWidget):
        def __init__(self) -> None:
            super().__init__()
            self.label = QLabel(self)

        def show_result(self, value: object) -> None:
            self.label.setText(str(value))

    gate = threading.Event()
    page = Page()
    job = runner.run(lambda _: gate.wait(10))
    job.succeeded.connect(page.show_result)
    heard = Heard(job)
    page.deleteLater()
    del page
    QApplication.processEvents()
    gc.collect()
    gate.set()
    qtbot.waitUntil(lambda: heard.over)
    assert heard.said == [True, "finished"]


def test_a_call_that_leads_to_a_widget_is_dropped_on_the_thread_of_the_window(
    qtbot: QtBot, runner: JobRunner
) -> None:
    ended: list[threading.Thread] = []

    class Loader:
        def load(self, _work: Work) -> int:
            return 1

    for lane in Lane:
        loader = Loader()
        weakref.finalize(loader, lambda: ended.append(threading.current_thread()))
        heard = Heard(runner.run(loader.load, lane=lane))
        del loader
        qtbot.waitUntil(lambda heard=heard: heard.over)  # type: ignore[misc] # bound now
    assert ended == [threading.main_thread()] * len(Lane)


def test_a_failed_job_keeps_no_frames_alive(
    qtbot: QtBot, runner: JobRunner, caplog: pytest.LogCaptureFixture
) -> None:
    kept: list[weakref.ref[object]] = []

    class Large:
        pass

    def inner() -> None:
        large = Large()
        kept.append(weakref.ref(large))
        raise KeyError

    def call(_work: Work) -> None:
        try:
            inner()
        except KeyError as error:
            raise ExceptionGroup("two", [ValueError(), error]) from error

    heard = Heard(runner.run(call))
    qtbot.waitUntil(lambda: heard.over)
    assert isinstance(heard.said[0], ExceptionGroup)
    assert kept[0]() is None
    caplog.clear()


def test_five_thousand_jobs_at_once_all_come_back(qtbot: QtBot, runner: JobRunner) -> None:
    got: list[object] = []

    def call(_work: Work, number: int) -> int:
        return number

    for number in range(5000):
        job = runner.run(partial(call, number=number), lane=Lane.NETWORK)
        job.succeeded.connect(got.append)
    qtbot.waitUntil(lambda: len(got) == 5000, timeout=30_000)
    assert set(got) == set(range(5000))
    assert len(got) == 5000
    assert runner.live == ()


def test_the_window_breathes_while_many_results_arrive(qtbot: QtBot, runner: JobRunner) -> None:
    deliveries: list[int] = []
    jobs = [runner.run(lambda _: None, lane=Lane.NETWORK) for _ in range(20)]
    for job in jobs:
        job.succeeded.connect(lambda _: QThread.msleep(5))
    runner._rung.connect(lambda: deliveries.append(len(runner.live)))
    qtbot.waitUntil(lambda: not runner.live)
    assert len(deliveries) >= 5


def test_calls_on_the_database_never_overlap(qtbot: QtBot, runner: JobRunner) -> None:
    busy = threading.Lock()
    overlaps: list[bool] = []

    def call(work: Work) -> None:
        free = busy.acquire(blocking=False)
        overlaps.append(not free)
        work.pause(0.002)
        if free:
            busy.release()

    for _ in range(20):
        runner.run(call)
    qtbot.waitUntil(lambda: not runner.live)
    assert overlaps == [False] * 20


def test_four_network_calls_run_side_by_side(qtbot: QtBot, runner: JobRunner) -> None:
    together = threading.Barrier(4, timeout=10)
    for _ in range(4):
        runner.run(lambda _: together.wait(), lane=Lane.NETWORK).failed.connect(pytest.fail)
    qtbot.waitUntil(lambda: not runner.live)
    assert not together.broken


def test_the_runner_announces_each_job(qtbot: QtBot, runner: JobRunner) -> None:
    announced: list[tuple[str, Job]] = []
    runner.started.connect(lambda job: announced.append(("started", job)))
    runner.finished.connect(lambda job: announced.append(("finished", job)))
    job = runner.run(lambda _: None)
    qtbot.waitUntil(lambda: not runner.live)
    assert announced == [("started", job), ("finished", job)]


def test_time_left_follows_the_pace(qapp: QApplication) -> None:
    job = Job(1, "Issuing", lambda _: None)
    assert job.time_left() is None
    base = job.started_at
    job.note_progress(Progress(0, 40), base - 10)
    assert job.time_left() is None
    job.note_progress(Progress(10, 40), base)
    left = job.time_left()
    assert left is not None
    assert left == pytest.approx(30, abs=5)
    job.note_progress(Progress(5, 400), base)
    assert job.time_left() is None, "another stretch of work has another pace"
    job.note_progress(Progress(6, None), base)
    assert job.time_left() is None


def test_closing_stops_what_runs_and_says_so(qapp: QApplication) -> None:
    runner = JobRunner()
    begun = threading.Event()

    def call(work: Work) -> None:
        begun.set()
        work.pause(60)

    running, waiting = Heard(runner.run(call)), Heard(runner.run(call))
    assert begun.wait(10)
    runner.shut_down()
    assert running.said == ["cancelled", "finished"]
    assert waiting.said == ["cancelled", "finished"]
    assert runner.live == ()


def test_a_job_asked_for_after_closing_is_cancelled(qtbot: QtBot) -> None:
    runner = JobRunner()
    runner.shut_down()
    heard = Heard(runner.run(lambda _: None))
    qtbot.waitUntil(lambda: heard.over)
    assert heard.said == ["cancelled", "finished"]


def test_stopping_everything_leaves_the_runner_usable(qtbot: QtBot, runner: JobRunner) -> None:
    def call(work: Work) -> None:
        work.pause(60)

    stopped = [Heard(runner.run(call, lane=Lane.NETWORK)) for _ in range(6)]
    runner.stop_all()
    qtbot.waitUntil(lambda: not runner.live)
    assert [heard.said for heard in stopped] == [["cancelled", "finished"]] * 6
    again = Heard(runner.run(lambda _: 7))
    qtbot.waitUntil(lambda: again.over)
    assert again.said[0] == 7


def test_a_runner_that_is_gone_does_not_hurt_a_late_call(
    qapp: QApplication, capfd: pytest.CaptureFixture[str]
) -> None:
    from shiboken6 import delete  # only to do what must not be done

    runner = JobRunner()
    gate = threading.Event()
    runner.run(lambda _: gate.wait(10))
    threads, queues = runner._threads[Lane.DATABASE], runner._queues[Lane.DATABASE]
    delete(runner)  # type: ignore[no-untyped-call] # shiboken has no types
    gate.set()
    queues.put(0)
    threads[0].join(10)
    assert not threads[0].is_alive()
    assert capfd.readouterr().err == ""


def test_cancelled_is_how_a_call_may_end_by_itself(qtbot: QtBot, runner: JobRunner) -> None:
    def call(_work: Work) -> None:
        raise Cancelled

    heard = Heard(runner.run(call))
    qtbot.waitUntil(lambda: heard.over)
    assert heard.said == ["cancelled", "finished"]
