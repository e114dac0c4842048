from __future__ import annotations

import pytest

from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.work import Cancelled, Progress, Work

READING = Sentence("progress", "Reading")


def test_every_item_is_reported_before_it_and_the_end_after_it() -> None:
    seen: list[Progress] = []
    work = Work(seen.append, every=0)
    assert list(work.each("ab", note=READING)) == ["a", "b"]
    assert [(p.done, p.total, p.note) for p in seen] == [
        (0, 2, READING), (1, 2, READING), (2, 2, READING),
    ]  # fmt: skip


@pytest.mark.parametrize("at", range(4))
def test_it_stops_at_every_report(at: int) -> None:
    work = Work(lambda p: work.cancel() if p.done == at else None, every=0)
    done = []
    with pytest.raises(Cancelled):
        for item in work.each(range(100)):
            done.append(item)  # noqa: PERF402 - stopping in between is the point
    assert done == list(range(at + 1))


def test_a_listener_is_not_flooded_but_hears_the_end() -> None:
    seen: list[int] = []
    time = iter(number * 0.001 for number in range(10_000))
    work = Work(lambda p: seen.append(p.done), every=0.05, now=lambda: next(time))
    list(work.each(range(1000)))
    assert 15 <= len(seen) <= 25
    assert seen[-1] == 1000


def test_a_pause_ends_at_once_when_stopped() -> None:
    work = Work()
    work.cancel()
    with pytest.raises(Cancelled):
        work.pause(3600)
