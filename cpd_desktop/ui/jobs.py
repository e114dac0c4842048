"""Runs the calls that take time away from the window's thread and brings their outcome back."""

from __future__ import annotations

import sys
import threading
import time
from enum import Enum
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from cpd_desktop.domain.errors import CpdError
from cpd_desktop.services.work import Cancelled, Progress, Work

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_DELIVERY_SECONDS = 0.008
_TURN_SECONDS = 0.0005  # a tenth of the usual: a paint takes many turns while a job computes


class Lane(Enum):
    """Where a job runs; the value is how many of its jobs may run at once."""

    DATABASE = 1
    PICTURES = 2
    NETWORK = 4


class _Begun(NamedTuple):
    """A thread took the job up."""

    at: float


class _Returned(NamedTuple):
    """The call came back with this value."""

    value: object


class _Raised(NamedTuple):
    """The call ended with this exception, which holds no frames any more."""

    error: BaseException


class Job(QObject):
    """One call on its way. It lives on the window's thread and its signals fire there."""

    progressed = Signal(Progress)
    succeeded = Signal(object)
    failed = Signal(Exception)
    cancelled = Signal()
    finished = Signal()

    def __init__(self, number: int, title: str, withdraw: Callable[[int], None]) -> None:
        super().__init__()
        self.number = number
        self.title = title
        self.work = Work()
        self.started_at = time.monotonic()
        self.progress: Progress | None = None
        self._withdraw = withdraw
        self._paced_from: tuple[float, int] | None = None
        self._reported_at = 0.0

    def cancel(self) -> None:
        """Ask the call to stop at its next report; one that has not begun never begins."""
        self.work.cancel()
        self._withdraw(self.number)

    def time_left(self) -> float | None:
        """Return the seconds to go at the pace so far, or nothing while that is unknown."""
        progress = self.progress
        if progress is None or progress.total is None or self._paced_from is None:
            return None
        since, done_then = self._paced_from
        done, took = progress.done - done_then, self._reported_at - since
        if done <= 0 or took <= 0:
            return None
        expected = (progress.total - progress.done) * took / done
        return max(0.0, expected - (time.monotonic() - self._reported_at))

    def note_progress(self, progress: Progress, at: float) -> None:
        """Remember the report; a new total or a step back starts the pace anew."""
        before = self.progress
        if before is None or before.total != progress.total or before.done > progress.done:
            self._paced_from = (at, progress.done)
        self.progress, self._reported_at = progress, at
        self.progressed.emit(progress)


class _Post:
    """What the threads see: calls by number, and a letter box. Nothing of Qt is in reach."""

    def __init__(self, wake: Callable[[], None]) -> None:
        self.calls: dict[int, tuple[Callable[[Work], object], Work]] = {}
        self.letters: SimpleQueue[tuple[int, object]] = SimpleQueue()
        self.ringing = False
        self._wake = wake

    def send(self, number: int, letter: object) -> None:
        self.letters.put((number, letter))
        if not self.ringing:
            self.ringing = True
            self.ring()

    def ring(self) -> None:
        try:
            self._wake()
        except RuntimeError:
            return  # the runner is gone: nobody is left to tell


class JobRunner(QObject):
    """The one place where threads are started."""

    started = Signal(Job)
    finished = Signal(Job)
    _rung = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: dict[int, Job] = {}
        # The last reference to a call is dropped here, never on a thread: it may lead to a widget.
        self._calls: dict[int, object] = {}
        self._number = 0
        self._closed = False
        self._queues: dict[Lane, SimpleQueue[int]] = {lane: SimpleQueue() for lane in Lane}
        self._threads: dict[Lane, list[threading.Thread]] = {lane: [] for lane in Lane}
        self._post = _Post(self._rung.emit)
        self._rung.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        sys.setswitchinterval(_TURN_SECONDS)

    @property
    def live(self) -> tuple[Job, ...]:
        """Return the jobs that have not finished."""
        return tuple(self._jobs.values())

    def run(self, call: Callable[[Work], T], *, title: str = "", lane: Lane = Lane.DATABASE) -> Job:
        """Start the call in its lane and return the job to listen to."""
        self._number += 1
        number, post = self._number, self._post
        job = Job(number, title, self._withdraw)

        def listen(progress: Progress) -> None:
            post.send(number, progress)

        job.work = Work(listen)
        self._jobs[number] = job
        self._calls[number] = call
        post.calls[number] = (call, job.work)
        if self._closed:
            job.cancel()
        else:
            self._enlist(lane)
            self._queues[lane].put(number)
        self.started.emit(job)
        return job

    def stop_all(self) -> None:
        """Ask every job to stop; each still says how it ended."""
        for job in self.live:
            job.cancel()

    def shut_down(self) -> None:
        """Stop every job and wait for the threads; later calls are cancelled at once."""
        self._closed = True
        self.stop_all()
        for lane, threads in self._threads.items():
            for _ in threads:
                self._queues[lane].put(0)
            for thread in threads:
                thread.join()
            threads.clear()
        while not self._post.letters.empty():
            self._deliver()

    def _enlist(self, lane: Lane) -> None:
        threads = self._threads[lane]
        if len(threads) < lane.value:
            name = f"{lane.name.lower()}-{len(threads) + 1}"
            arguments = (self._queues[lane], self._post)
            threads.append(threading.Thread(None, _serve, name, arguments, daemon=True))
            threads[-1].start()

    def _withdraw(self, number: int) -> None:
        # Whoever takes the call out of the box answers for it: a thread, or this.
        if self._post.calls.pop(number, None) is not None:
            self._post.send(number, _Raised(Cancelled()))

    def _deliver(self) -> None:
        self._post.ringing = False
        letters, until = self._post.letters, time.monotonic() + _DELIVERY_SECONDS
        while not letters.empty():
            self._hand_over(*letters.get())
            if time.monotonic() > until:
                # The rest comes with the next turn of the event loop, after clicks and paints.
                self._post.ringing = True
                self._post.ring()
                return

    def _hand_over(self, number: int, letter: object) -> None:
        job = self._jobs.get(number)
        if job is None:
            return
        match letter:
            case Progress():
                job.note_progress(letter, time.monotonic())
            case _Begun(at):
                job.started_at = at
            case _:
                self._conclude(number, job, letter)

    def _conclude(self, number: int, job: Job, letter: object) -> None:
        del self._jobs[number]
        self._calls.pop(number, None)
        match letter:
            case _Returned(value):
                job.succeeded.emit(value)
            case _Raised(Cancelled()):
                job.cancelled.emit()
            case _Raised(Exception() as error):
                job.failed.emit(error)
            case _Raised(error):
                job.failed.emit(RuntimeError(repr(error)))
        job.finished.emit()
        self.finished.emit(job)


def _serve(numbers: SimpleQueue[int], post: _Post) -> None:
    """Take numbers until told to go home."""
    while number := numbers.get():
        letter = _attempt(number, post)
        if letter is not None:
            post.send(number, letter)
        del letter


def _attempt(number: int, post: _Post) -> object:
    """Make the call; on return nothing here refers to it, nor to what it touched."""
    call, work = post.calls.pop(number, (None, None))
    if call is None or work is None:
        return None
    post.send(number, _Begun(time.monotonic()))
    try:
        return _Returned(call(work))
    except BaseException as error:  # noqa: BLE001 - the window hears of every end
        if not isinstance(error, (CpdError, Cancelled)):
            _record(error)
        _forget_frames(error)
        return _Raised(error)


def _record(error: BaseException) -> None:
    import logging  # costs start-up, needed for a defect only
    import traceback  # the same

    # As text: a log record that holds the exception would keep its frames.
    text = "".join(traceback.format_exception(error))
    logging.getLogger(__name__).error("A job failed\n%s", text.rstrip())


def _forget_frames(error: BaseException) -> None:
    """Let go of every frame the exception and its causes hold: their variables end here."""
    waiting: list[Any] = [error]
    seen: set[int] = set()
    while waiting:
        each = waiting.pop()
        if each is None or id(each) in seen:
            continue
        seen.add(id(each))
        each.__traceback__ = None
        waiting += (each.__cause__, each.__context__, *getattr(each, "exceptions", ()))
