"""Keeps out a binding that loses references to ``None`` until the interpreter aborts."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QRunnable,
    QSortFilterProxyModel,
    QThreadPool,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Callable

NO_INDEX = QModelIndex()
TIMES = 400
# PySide6 6.11.3 keeps references here, with every object gone: a gain aborts nothing, a loss does.
KNOWN_GAIN = {
    "QVBoxLayout.addWidget": 6,
    "connection of a new action": 1,
    "click on a new button": 1,
}


class Model(QAbstractTableModel):
    """A model whose every answer is ``None``."""

    def rowCount(self, _parent: Any = NO_INDEX) -> int:
        return 10

    def columnCount(self, _parent: Any = NO_INDEX) -> int:
        return 2

    def data(self, _index: Any, _role: int = 0) -> Any:
        return None

    def reset(self) -> None:
        self.beginResetModel()
        self.endResetModel()


class Speaker(QObject):
    said = Signal(object)


class Errand(QRunnable):
    def run(self) -> None:
        return None


def ignore(*_: object) -> None:
    """Take whatever comes."""


class Rig:
    """One of everything, kept alive while its calls are counted."""

    def __init__(self) -> None:
        self.table, self.list, self.tree = QTableWidget(10, 2), QListWidget(), QTreeWidget()
        self.items, self.model = QStandardItemModel(10, 2), Model()
        self.index = self.model.index(0, 0)
        self.label, self.combo, self.view = QLabel(), QComboBox(), QTableView()
        self.button, self.action = QPushButton(), QAction()
        self.speaker = Speaker()
        self.speaker.said.connect(ignore)
        self.sorted = QSortFilterProxyModel()
        self.sorted.setSourceModel(self.model)
        self.pool = QThreadPool()

    def speak(self) -> None:
        self.speaker.said.emit(None)

    def connect_new(self) -> None:
        action = QAction()
        action.triggered.connect(ignore)

    def connect_same(self) -> None:
        self.action.triggered.connect(ignore)
        self.action.triggered.disconnect(ignore)

    def click_new(self) -> None:
        button = QPushButton()
        button.click()

    def orphan(self) -> None:
        widget = QWidget()
        widget.setParent(None)

    def lay_out(self) -> None:
        # Made anew each time: a label that lives on rightly holds references of its own.
        box, inside = QWidget(), QLabel("x")
        QVBoxLayout(box).addWidget(inside)

    def calls(self) -> dict[str, Callable[[], object]]:
        return {
            "QTableWidgetItem": lambda: QTableWidgetItem("x"),
            "QTableWidget.setItem": lambda: self.table.setItem(0, 0, QTableWidgetItem("x")),
            "QListWidget.addItem(str)": lambda: self.list.addItem("x"),
            "QListWidget.addItem(item)": lambda: self.list.addItem(QListWidgetItem("x")),
            "QStandardItemModel.setItem": lambda: self.items.setItem(0, 0, QStandardItem("x")),
            "QTreeWidget.add": lambda: self.tree.addTopLevelItem(QTreeWidgetItem(["x"])),
            "index.data": lambda: self.index.data(0),
            "model.index": lambda: self.model.index(0, 0),
            "QLabel.setText": lambda: self.label.setText("x"),
            "QVBoxLayout.addWidget": self.lay_out,
            "signal of None": self.speak,
            "dataChanged": lambda: self.model.dataChanged.emit(self.index, self.index, []),
            "reset of a model": self.model.reset,
            "QComboBox.addItem": lambda: self.combo.addItem("x", None),
            "QDialog(None)": lambda: QDialog(None),
            "connection of an action": self.connect_same,
            "connection of a new action": self.connect_new,
            "click": lambda: self.button.click(),  # noqa: PLW0108 - bound anew each time
            "click on a new button": self.click_new,
            "setParent(None)": self.orphan,
            "QTimer.singleShot": lambda: QTimer.singleShot(0, ignore),
            "QThreadPool.start": lambda: self.pool.start(Errand()),
            "setModel": lambda: self.view.setModel(self.model),
            "proxy.sort": lambda: self.sorted.sort(0),
        }


def gained_per_call(call: Callable[[], object], times: int = TIMES) -> float:
    """Return by how much the count of references to ``None`` drifts with each call."""
    gc.collect()
    before = sys.getrefcount(None)
    for _ in range(times):
        call()
    QApplication.processEvents()
    gc.collect()
    return (sys.getrefcount(None) - before) / times


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal there")
def test_calls_into_qt_lose_no_references_to_none(qapp: QApplication) -> None:
    gc.collect()
    gc.freeze()  # else each of the many collections looks through all tests before
    rig = Rig()
    drift: dict[str, float] = {}
    for name, call in rig.calls().items():
        call()
        gained = min(gained_per_call(call), gained_per_call(call), key=abs)
        rig.pool.waitForDone()
        if not -0.01 < gained < KNOWN_GAIN.get(name, 0) + 0.01:
            drift[name] = gained
    assert drift == {}


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal there")
def test_the_measurement_notices_a_leak(qapp: QApplication) -> None:
    kept: list[None] = []
    assert gained_per_call(lambda: kept.append(None)) == pytest.approx(1, abs=0.05)
