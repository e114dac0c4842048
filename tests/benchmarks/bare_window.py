"""The floor of the start: a QMainWindow with one table of text, and nothing else."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget, QTableWidgetItem

from tests.benchmarks.watching import FirstPaint, memory, since_start, tell

ROWS, COLUMNS = 20, 3
SIZE = (1280, 800)


def main() -> int:
    """Show the window until it is painted, tell the figures, and end."""
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    table = QTableWidget(ROWS, COLUMNS)
    for row in range(ROWS):
        for column in range(COLUMNS):
            table.setItem(row, column, QTableWidgetItem(f"{row}, {column}"))
    window.setCentralWidget(table)
    window.resize(*SIZE)

    def painted() -> None:
        at = since_start()
        tell({"painted": at, "memory at paint": memory()})
        application.quit()

    FirstPaint(window).seen.connect(painted)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
