"""Spreads work that keeps a processor busy over processes of its own."""

from __future__ import annotations

import os
import pickle
import sys
from collections import deque
from collections.abc import Sized
from itertools import islice
from typing import TYPE_CHECKING, Any, Self, TypeVar

from cpd_desktop.domain.errors import Unavailable
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection
    from types import TracebackType

    from cpd_desktop.services.work import Work

T = TypeVar("T")
R = TypeVar("R")

_LARGEST_CHUNK = 16
_CHUNKS_EACH = 4
_POLL_SECONDS = 0.05
_PATIENCE_SECONDS = 2.0
_TRACKER = "from multiprocessing.resource_tracker import main;main"


class Crew:
    """Keeps worker processes ready; each of them costs its start-up once."""

    def __init__(self, workers: int | None = None, *, at_least: int = 24) -> None:
        self._workers = workers or os.cpu_count() or 1
        self._at_least = at_least
        self._idle: list[_Mate] = []
        self._closed = False

    @staticmethod
    def freeze_support() -> None:
        """Turn this process into a worker if it was started as one; call it first of all."""
        if getattr(sys, "frozen", False):
            _become_what_was_asked_for()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Send the workers home and wait until they are gone."""
        self._closed = True
        self._dismiss([self._idle.pop() for _ in range(len(self._idle))])

    def each(
        self,
        work: Work,
        function: Callable[[T], R],
        items: Iterable[T],
        *,
        note: Sentence | str = "",
    ) -> Iterator[R]:
        """Yield what the function of a module makes of each item, in their order.

        Raises what the function raises, ``Cancelled``, and ``Unavailable`` when a worker dies.
        """
        total = len(items) if isinstance(items, Sized) else None
        supply = iter(items)
        first = list(islice(supply, self._at_least))
        if self._workers == 1 or len(first) < self._at_least:
            yield from self._alone(work, function, (first, supply), total, note)
            return
        ahead = self._workers * _CHUNKS_EACH
        run = _Run(function, (first, supply), size=self._chunk_size(total), ahead=ahead)
        mates: list[_Mate] = []
        done, ended_well = 0, False
        try:
            self._gather(mates)
            work.report(done, total, note)
            while not run.over:
                for mate in mates:
                    run.feed(mate)
                run.collect(mates)
                work.report(done, total, note)
                for result in run.ready():
                    work.report(done, total, note)
                    yield result
                    done += 1
            ended_well = True
        finally:
            self._part(mates, still_good=ended_well)
        work.report(done, total, note)

    def _alone(
        self,
        work: Work,
        function: Callable[[T], R],
        sources: tuple[Iterable[T], ...],
        total: int | None,
        note: Sentence | str,
    ) -> Iterator[R]:
        for item in work.each(_chained(sources), total, note):
            yield function(item)

    def _chunk_size(self, total: int | None) -> int:
        if total is None:
            return _LARGEST_CHUNK // 2
        return max(1, min(_LARGEST_CHUNK, total // (self._workers * _CHUNKS_EACH)))

    def _gather(self, mates: list[_Mate]) -> None:
        while self._idle and len(mates) < self._workers:
            mates.append(self._idle.pop())
        while len(mates) < self._workers:
            mates.append(_Mate())

    def _part(self, mates: list[_Mate], *, still_good: bool) -> None:
        if still_good and not self._closed:
            self._idle += mates
            return
        for mate in mates:
            mate.stop()
        self._dismiss(mates)

    def _dismiss(self, mates: list[_Mate]) -> None:
        for mate in mates:
            mate.line.close()
        for mate in mates:
            mate.wait()


class _Mate:
    """One worker process and the line to it."""

    def __init__(self) -> None:
        import multiprocessing  # costs start-up, needed for large work only

        context = multiprocessing.get_context("spawn")
        self.line, far_end = context.Pipe()
        self.chunk: int | None = None
        self._process = context.Process(
            target=_serve, args=(far_end,), name="cpd-worker", daemon=True
        )
        try:
            self._process.start()
        except OSError as error:
            self.line.close()
            raise Unavailable(
                Sentence("crew", "The system did not let another process start.")
            ) from error
        finally:
            # Only the worker holds its end now: when it dies, the line says so.
            far_end.close()

    def send(self, number: int, message: bytes) -> None:
        self.chunk = number
        try:
            self.line.send_bytes(message)
        except OSError as error:
            raise _worker_died() from error

    def answer(self) -> tuple[list[Any], BaseException | None]:
        """Return the results of its chunk, and what stopped it."""
        try:
            answer = self.line.recv_bytes()
        except (EOFError, OSError) as error:
            raise _worker_died() from error
        results, failure = pickle.loads(answer)  # noqa: S301 - our own process wrote it
        return results, None if failure is None else _revived(failure)

    def stop(self) -> None:
        self._process.terminate()

    def wait(self) -> None:
        self._process.join(_PATIENCE_SECONDS)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()


class _Run:
    """One pass over the items: what is under way, and what came back ahead of its turn."""

    def __init__(
        self,
        function: Callable[[Any], Any],
        sources: tuple[Iterable[Any], ...],
        *,
        size: int,
        ahead: int,
    ) -> None:
        self._function = function
        self._supply = _chained(sources)
        self._size, self._ahead = size, ahead
        self._sent = 0
        self._next = 0
        self._dry = False
        self._answers: dict[int, tuple[list[Any], BaseException | None]] = {}

    @property
    def over(self) -> bool:
        return self._dry and self._next == self._sent

    def feed(self, mate: _Mate) -> None:
        """Give an idle worker the next chunk, unless too much waits for its turn already."""
        waiting = self._sent - self._next
        if mate.chunk is not None or self._dry or waiting >= self._ahead:
            return
        chunk = list(islice(self._supply, self._size))
        if not chunk:
            self._dry = True
            return
        mate.send(self._sent, pickle.dumps((self._function, chunk)))
        self._sent += 1

    def collect(self, mates: list[_Mate]) -> None:
        from multiprocessing.connection import wait  # costs start-up

        busy = {mate.line: mate for mate in mates if mate.chunk is not None}
        for line in wait(list(busy), _POLL_SECONDS) if busy else ():
            mate = busy[line]  # type: ignore[index] # only our own lines were asked
            number, mate.chunk = mate.chunk, None
            if number is not None:
                self._answers[number] = mate.answer()

    def ready(self) -> Iterator[Any]:
        """Yield the results whose turn it is; raise where the function raised."""
        while self._next in self._answers:
            results, error = self._answers.pop(self._next)
            yield from results
            if error is not None:
                raise error
            self._next += 1


def _chained(sources: tuple[Iterable[T], ...]) -> Iterator[T]:
    """Yield from each source, letting go of every item that was passed on."""
    for source in sources:
        if isinstance(source, list):
            queue = deque(source)
            source.clear()
            while queue:
                yield queue.popleft()
        else:
            yield from source


def _worker_died() -> Unavailable:
    return Unavailable(
        Sentence("crew", "A worker process ended before its work was done."),
        Sentence("crew", "What was finished is kept. Close other programs and try again."),
    )


def _become_what_was_asked_for() -> None:
    """In a bundle there is no interpreter to start: the application starts itself again."""
    from multiprocessing.spawn import freeze_support  # costs start-up

    freeze_support()
    # Python's own helper of worker processes, which is started with a line of code.
    option, code = ["", "", *sys.argv][-2:]
    if option == "-c" and code.startswith(_TRACKER):
        from multiprocessing.resource_tracker import main

        main(int(code.removeprefix(_TRACKER).strip("()")))
        sys.exit()


def _serve(line: Connection) -> None:
    """Work for the parent, in the worker process, until the line closes."""
    import signal  # in the worker only

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _leave_with_parent()
    while True:
        try:
            message = line.recv_bytes()
        except (EOFError, OSError):
            return
        answer = _answer(message)
        try:
            line.send_bytes(answer)
        except OSError:
            return


def _leave_with_parent() -> None:
    """End this process when the parent is gone, even in the middle of an item."""
    import threading  # in the worker only
    from multiprocessing import parent_process  # the same
    from multiprocessing.connection import wait  # the same

    parent = parent_process()
    if parent is None:
        return

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _answer(message: bytes) -> bytes:
    results: list[Any] = []
    failure: object = None
    try:
        function, chunk = pickle.loads(message)  # noqa: S301 - our own process wrote it
        for item in chunk:
            results.append(function(item))  # noqa: PERF401 - what came before an error counts
        return pickle.dumps((results, None))
    except Exception as error:  # noqa: BLE001 - raised again where it was asked for
        failure = _portable(error)
    try:
        return pickle.dumps((results, failure))
    except Exception:  # noqa: BLE001 - results that cannot travel, in the chunk that failed
        return pickle.dumps(([], failure))


def _portable(error: Exception) -> tuple[Any, ...]:
    """Return the exception in a form that survives the way, whatever its constructor wants."""
    import traceback  # in the worker only

    error.add_note("In a worker process:\n" + "".join(traceback.format_exception(error)))
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - written one call ago
    except Exception:  # noqa: BLE001 - a constructor of its own: travel in parts
        parts = (type(error), error.args, error.__dict__)
    else:
        return (error,)
    try:
        pickle.dumps(parts)
    except Exception:  # noqa: BLE001 - it holds what cannot travel: its words still can
        return (RuntimeError(*error.__notes__),)
    return parts


def _revived(failure: tuple[Any, ...]) -> BaseException:
    if len(failure) == 1:
        error: BaseException = failure[0]
        return error
    kind, args, state = failure
    revived: BaseException = kind.__new__(kind, *args)
    revived.args = args
    revived.__dict__.update(state)
    return revived
