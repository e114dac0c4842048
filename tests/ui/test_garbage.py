from __future__ import annotations

import gc
import threading
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from cpd_desktop.ui.garbage import GarbageCollector
from cpd_desktop.ui.jobs import JobRunner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from cpd_desktop.services.work import Work


class Ring:
    """A widget held in a cycle, as closures and signals make them."""

    def __init__(self, ended: list[threading.Thread]) -> None:
        self.widget = QWidget()
        self.me = self
        weakref.finalize(self, lambda: ended.append(threading.current_thread()))


@pytest.fixture
def collector() -> Iterator[GarbageCollector]:
    collector = GarbageCollector(milliseconds=5)
    collector.begin()
    yield collector
    collector.close()


def test_a_widget_in_a_cycle_dies_on_the_thread_of_the_window(
    qtbot: QtBot, collector: GarbageCollector
) -> None:
    ended: list[threading.Thread] = []
    for _ in range(50):
        Ring(ended)
    due: list[list[int]] = [[] for _ in range(2 * gc.get_threshold()[0])]

    def allocate(_work: Work) -> int:
        return sum(len([[] for _ in range(1000)]) for _ in range(200))

    runner = JobRunner()
    try:
        runner.run(allocate)
        qtbot.waitUntil(lambda: not runner.live and len(ended) == 50, timeout=10_000)
    finally:
        runner.shut_down()
    assert set(ended) == {threading.main_thread()}
    assert due


def test_nothing_is_collected_before_it_is_due(qtbot: QtBot, collector: GarbageCollector) -> None:
    gc.collect()
    ended: list[threading.Thread] = []
    Ring(ended)
    collector.collect_due()
    assert ended == []
    gc.collect()
    assert ended == [threading.main_thread()]


def test_the_start_is_not_held_up_by_collecting_what_it_makes(qtbot: QtBot) -> None:
    ended: list[threading.Thread] = []
    Ring(ended)
    collector = GarbageCollector(milliseconds=1)
    many = [[each] for each in range(2 * gc.get_threshold()[0])]
    try:
        qtbot.wait(20)
        assert ended == []
    finally:
        collector.close()
    gc.collect()
    assert len(ended) == 1
    assert many


def test_closing_gives_collecting_back(qtbot: QtBot) -> None:
    assert gc.isenabled()
    collector = GarbageCollector()
    assert not gc.isenabled()
    collector.begin()
    assert gc.get_freeze_count() > 0
    collector.close()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_a_collector_that_was_off_stays_off(qtbot: QtBot) -> None:
    gc.disable()
    try:
        GarbageCollector().close()
        assert not gc.isenabled()
    finally:
        gc.enable()
