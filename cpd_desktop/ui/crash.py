"""Catches what nobody foresaw, on any thread, and tells the person once, in peace."""

from __future__ import annotations

import sys
import threading
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from PySide6.QtCore import QMessageLogContext

    from cpd_desktop.ui.crash_dialog import CrashDialog

LINES_OF_LOG = 200
MOST_DEFECTS = 20
QUIET_SECONDS = 5.0


class CrashReporter(QObject):
    """Writes every defect to the log and shows one dialog, to which later defects are added.

    The hooks may be called on any thread and in the middle of painting, so they only take notes;
    the dialog opens from the event loop of the window's thread.
    """

    quit_asked = Signal()
    _noted = Signal()

    def __init__(
        self,
        log_tail: Callable[[int], str],
        parent: QObject | None = None,
        *,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self.dialog: CrashDialog | None = None
        self._log_tail = log_tail
        self._now = now
        self._lock = threading.Lock()
        self._seen: dict[str, int] = {}
        self._closed: dict[str, float] = {}
        self._before: tuple[object, object, object] | None = None
        self._gave_up = False
        self._noted.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self.quit_asked.connect(QCoreApplication.quit)

    def install(self) -> None:
        """Take over from whoever else hears of errors, until ``uninstall``."""
        if self._before is None:
            before = qInstallMessageHandler(_log_message)
            self._before = (sys.excepthook, threading.excepthook, before)
            sys.excepthook = self._caught
            threading.excepthook = self._caught_in_thread

    def uninstall(self) -> None:
        """Give the hooks back."""
        if self._before is not None:
            sys.excepthook, threading.excepthook, handler = self._before  # type: ignore[assignment] # as they were found
            qInstallMessageHandler(handler)
            self._before = None

    def report(self, error: BaseException) -> None:
        """Tell of an error that somebody caught and cannot do anything about."""
        import traceback

        self._note("".join(traceback.format_exception(error)).rstrip())

    def _caught(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, (KeyboardInterrupt, SystemExit)):
            sys.__excepthook__(kind, error, trace)
            return
        self.report(error)

    def _caught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
            self.report(args.exc_value)

    def _note(self, text: str) -> None:
        import logging

        with self._lock:
            is_new = text not in self._seen
            if is_new and len(self._seen) >= MOST_DEFECTS:
                return
            self._seen[text] = self._seen.get(text, 0) + 1
        if is_new:
            logging.getLogger(__name__).critical("Nobody foresaw this:\n%s", text)
        # Without an application there is no event loop, and nobody to read a dialog.
        if QCoreApplication.instance() is not None:
            self._noted.emit()

    def _show(self) -> None:
        try:
            self._open_dialog()
        except Exception:  # a defect in here would call itself for ever
            if not self._gave_up:
                import logging

                logging.getLogger(__name__).exception("The report could not be shown")
            self._gave_up = True

    def _open_dialog(self) -> None:
        with self._lock:
            seen = dict(self._seen)
            just_closed = [t for t, at in self._closed.items() if self._now() - at < QUIET_SECONDS]
        if self._gave_up or (self.dialog is None and set(seen) <= set(just_closed)):
            # Closing the dialog uncovers what is painted wrongly: it must not open again by that.
            return
        from cpd_desktop.services.report import of_defect

        blocks = [text if n == 1 else f"{text}\n({n} times)" for text, n in seen.items()]
        report = of_defect("\n\n".join(blocks), self._log_tail(LINES_OF_LOG))
        if self.dialog is not None:
            self.dialog.show_report(report)
            return
        from cpd_desktop.ui.crash_dialog import CrashDialog

        self.dialog = CrashDialog(report)
        self.dialog.finished.connect(self._dialog_closed)
        self.dialog.quit_asked.connect(self.quit_asked)
        self.dialog.open()

    def _dialog_closed(self) -> None:
        with self._lock:
            self._closed |= dict.fromkeys(self._seen, self._now())
            self._seen.clear()
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


def _log_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    import logging

    levels = {
        QtMsgType.QtDebugMsg: logging.DEBUG,
        QtMsgType.QtInfoMsg: logging.INFO,
        QtMsgType.QtWarningMsg: logging.WARNING,
        QtMsgType.QtCriticalMsg: logging.ERROR,
        QtMsgType.QtFatalMsg: logging.CRITICAL,
    }
    category = getattr(context, "category", None) or "default"
    logging.getLogger(f"qt.{category}").log(levels.get(kind, logging.WARNING), "%s", message)
