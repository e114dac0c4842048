from __future__ import annotations

import math
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.errors import Invalid, Unavailable
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.crew import Crew, _portable, _revived
from cpd_desktop.services.work import Cancelled, Progress, Work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOTS, FEW = Sentence("progress", "Roots"), Sentence("progress", "Few")


@pytest.fixture(scope="module")
def crew() -> Iterator[Crew]:
    with Crew(2, at_least=8) as crew:
        yield crew
    assert multiprocessing.active_children() == []


class Counted:
    """Counts how many items were taken from it; it does not know its length."""

    def __init__(self, stop: int) -> None:
        self.taken, self._stop = 0, stop

    def __iter__(self) -> Iterator[int]:
        for number in range(self._stop):
            self.taken += 1
            yield number


def test_results_come_in_order_with_progress(crew: Crew) -> None:
    seen: list[Progress] = []
    work = Work(seen.append, every=0)
    assert list(crew.each(work, math.sqrt, range(200), note=ROOTS)) == [
        math.sqrt(n) for n in range(200)
    ]
    assert seen[0] == Progress(0, 200, ROOTS)
    assert seen[-1] == Progress(200, 200, ROOTS)
    assert {report.done for report in seen} == set(range(201))


def test_work_runs_in_other_processes_and_they_are_used_again(crew: Crew) -> None:
    first = {child.pid for child in multiprocessing.active_children()}
    assert list(crew.each(Work(), abs, range(-50, 0))) == list(range(50, 0, -1))
    children = {child.pid for child in multiprocessing.active_children()}
    assert len(children) == 2
    assert first <= children
    assert os.getpid() not in children


def test_a_few_items_start_no_process() -> None:
    seen: list[Progress] = []
    with Crew(2, at_least=8) as crew:
        before = len(multiprocessing.active_children())
        made = crew.each(Work(seen.append, every=0), lambda n: n + 1, iter(range(7)), note=FEW)
        assert list(made) == list(range(1, 8))
        assert len(multiprocessing.active_children()) == before
    assert seen[-1] == Progress(7, None, FEW)


def test_nothing_to_do_is_fine(crew: Crew) -> None:
    assert list(crew.each(Work(), math.sqrt, [])) == []


def test_a_long_supply_is_not_read_ahead_without_bound(crew: Crew) -> None:
    supply = Counted(1_000_000)
    made = crew.each(Work(), math.sqrt, supply)
    for _ in range(100):
        next(made)
    assert supply.taken < 400
    made.close()  # type: ignore[attr-defined] # an iterator that is a generator
    assert supply.taken < 400


def test_an_exception_of_the_function_comes_after_the_results_before_it(crew: Crew) -> None:
    made = crew.each(Work(), math.sqrt, [4.0] * 30 + [-1.0] + [4.0] * 30)
    got = [next(made) for _ in range(30)]
    assert got == [2.0] * 30
    with pytest.raises(ValueError, match="math domain error") as raised:
        next(made)
    assert "In a worker process" in "".join(raised.value.__notes__)


def test_an_error_with_words_arrives_with_its_words() -> None:
    says = Sentence("test", "{name} is missing.").filled(name="The title")
    error = _revived(_portable(Invalid({"title": says})))
    assert isinstance(error, Invalid)
    assert error.problems == {"title": says}
    assert str(error) == str(Invalid({"title": says}))


def test_an_error_that_cannot_travel_still_tells_its_words() -> None:
    error = ValueError("no room")
    error.lock = Path.cwd  # type: ignore[attr-defined] # a thing that can travel
    assert isinstance(_revived(_portable(error)), ValueError)
    error.lock = lambda: None  # type: ignore[attr-defined] # and one that cannot
    assert "no room" in str(_revived(_portable(error)))


def test_a_result_that_cannot_travel_is_an_error_not_a_hang(crew: Crew) -> None:
    look: Callable[[bytes], object] = memoryview
    with pytest.raises(TypeError, match="pickle"):
        list(crew.each(Work(), look, [b"x"] * 20))


def test_a_worker_that_dies_is_told_in_words(crew: Crew) -> None:
    with pytest.raises(Unavailable, match="ended before its work was done"):
        list(crew.each(Work(), os._exit, [3] * 20))
    assert multiprocessing.active_children() == []
    assert sum(crew.each(Work(), abs, [1] * 20)) == 20, "the next run starts new workers"


def test_stopping_is_prompt_and_leaves_no_process() -> None:
    before = set(multiprocessing.active_children())
    with Crew(2, at_least=2) as crew:
        work = Work()
        made = crew.each(work, time.sleep, [0] * 2 + [60] * 6)
        assert next(made) is None
        work.cancel()
        began = time.monotonic()
        with pytest.raises(Cancelled):
            list(made)
        assert time.monotonic() - began < 2
        assert set(multiprocessing.active_children()) <= before


def test_cancel_at_every_report_leaves_the_crew_usable(crew: Crew) -> None:
    for stop_at in range(0, 21, 5):
        work = Work(every=0)
        made = crew.each(work, abs, [1] * 20)
        for _ in range(stop_at):
            next(made)
        work.cancel()
        with pytest.raises(Cancelled):
            list(made)
    assert sum(crew.each(Work(), abs, [1] * 20)) == 20


def test_ctrl_c_in_the_terminal_does_not_reach_the_workers(crew: Crew) -> None:
    made = crew.each(Work(), time.sleep, [0.01] * 40)
    next(made)
    for child in multiprocessing.active_children():
        assert child.pid is not None
        os.kill(child.pid, signal.SIGINT)
    assert len(list(made)) == 39


MAIN = """
import multiprocessing, sys, time
from cpd_desktop.services.crew import Crew
from cpd_desktop.services.work import Work

def main():
    made = Crew(2, at_least=2).each(Work(), time.sleep, [0, 0, 600, 600, 600, 600, 600, 600])
    next(made)
    print(*(child.pid for child in multiprocessing.active_children()), flush=True)
    next(made)
    next(made)

if __name__ == "__main__":
    main()
"""


def running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks into /proc")
def test_workers_end_when_the_application_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "main.py"
    script.write_text(MAIN, encoding="utf-8")
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        workers = [int(pid) for pid in parent.stdout.readline().split()]
        assert len(workers) == 2
        assert all(running(pid) for pid in workers)
        parent.kill()
    deadline = time.monotonic() + 10
    while any(running(pid) for pid in workers) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert [pid for pid in workers if running(pid)] == []


BUNDLE = """
import sys
sys.frozen = True
sys.executable = {launcher!r}
from cpd_desktop.services.crew import Crew
from cpd_desktop.services.work import Work

Crew.freeze_support()
with open({starts!r}, "a") as starts:
    starts.write("started\\n")

def main():
    with Crew(2, at_least=2) as crew:
        print(sum(crew.each(Work(), abs, range(-20, 0))))

if __name__ == "__main__":
    main()
"""


@pytest.mark.skipif(os.name != "posix", reason="the stand-in for a bundle is a shell script")
def test_in_a_bundle_workers_are_workers_and_not_more_windows(tmp_path: Path) -> None:
    launcher, script, starts = tmp_path / "cpd-desktop", tmp_path / "main.py", tmp_path / "starts"
    launcher.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{script}" "$@"\n', encoding="utf-8")
    launcher.chmod(0o755)
    text = BUNDLE.format(launcher=str(launcher), starts=str(starts))
    script.write_text(text, encoding="utf-8")
    made = subprocess.run([launcher], capture_output=True, text=True, check=False, timeout=60)
    assert made.stdout.strip() == "210", made.stderr
    assert made.stderr == ""
    assert starts.read_text(encoding="utf-8").split() == ["started"]


def test_starting_the_application_does_not_load_process_support() -> None:
    code = (
        "import sys; from cpd_desktop.services.crew import Crew; Crew.freeze_support(); Crew();"
        "print([m for m in ('multiprocessing', 'concurrent', 'logging') if m in sys.modules])"
    )
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert made.stdout.strip() == "[]"
