"""The start of the window: painted from one quick read, then furnished with everything else."""

from __future__ import annotations

import sys
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QObject, QSettings, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from cpd_desktop import __version__
from cpd_desktop.app.first_look import FirstLook, take_a_look
from cpd_desktop.app.resources import resources
from cpd_desktop.domain.errors import CpdError
from cpd_desktop.store.folder import DataFolder, data_folder
from cpd_desktop.store.locks import FolderLock
from cpd_desktop.ui.garbage import GarbageCollector
from cpd_desktop.ui.main_window import MainWindow
from cpd_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.app.furnishing import Furnishing
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.crash import CrashReporter
    from cpd_desktop.ui.jobs import JobRunner
    from cpd_desktop.ui.trouble import TroubleWindow


FURNISH_UNSEEN = 2000  # milliseconds
TURN = 1  # millisecond; with 0 the event loop takes two steps in one turn


def run(chosen: str | None, file: str = "") -> int:
    """Open the window on the data folder asked for, and a file in it; return the exit code."""
    # Set as an option, the style does not load the class of styles: 9 ms of enumerations.
    application = QApplication([*sys.argv[:1], "-style", "fusion"])
    application.setApplicationName("CPD Desktop")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("cpd-desktop")
    return Desktop(application, data_folder(chosen)).start(file)


class Desktop(QObject):
    """The running application: it opens the folder, shows the window, and closes both."""

    def __init__(self, application: QApplication, folder: DataFolder) -> None:
        super().__init__()
        self.application = application
        self.folder = folder
        self.window: MainWindow | None = None
        self.furnishing: Furnishing | None = None
        self._trouble: TroubleWindow | None = None
        self._window_lock = FolderLock(folder.window_open)
        self._in_use = FolderLock(folder.in_use)
        self.look: FirstLook | None = None
        self._crashes: CrashReporter | None = None
        self._reports = False  # a test hears of what goes wrong by itself
        self.garbage = GarbageCollector(self)
        self._translators = _translators()
        self.theme = Theme(resources() / "icons")

    @cached_property
    def jobs(self) -> JobRunner:
        """Return what runs long work; the first paint does without."""
        from cpd_desktop.ui.jobs import JobRunner

        return JobRunner(self)

    def start(self, file: str = "") -> int:
        """Show the window, and a file in it, until it is closed; return the exit code."""
        if not self.show(file):
            return 0
        self._reports = True
        code = self.application.exec()
        self.close()
        if self._crashes is not None:
            self._crashes.uninstall()
        return int(code)

    def show(self, file: str = "") -> bool:
        """Show the window, or raise the one that is open already; say whether it is this one.

        Either opens the file, if one is named.
        """
        try:
            self.folder.make()
            if not self._window_lock.hold():
                from cpd_desktop.app.single import raise_other

                raise_other(self.folder, file)
                return False
            self._open()
        except CpdError as error:
            self._show_trouble(error)
        if file and self.window is not None:
            self.window.open_file(file)
        return True

    def close(self) -> None:
        """Stop every job, let go of the folder, and give words and garbage collection back."""
        from cpd_desktop.adapters.log_file import stop_log

        self.jobs.shut_down()
        self._shut_window()
        self._window_lock.release()
        self.garbage.close()
        for translator in self._translators:
            QApplication.removeTranslator(translator)
        stop_log()

    def look_again(self) -> None:
        """Look at the folder again, now that there is something to see."""
        if self.look is not None:
            self.look.close()
        self.look = take_a_look(self.folder, self._in_use)

    def fail(self, error: Exception) -> None:
        """Give the window up: the folder could not be opened after all."""
        self._shut_window()
        if not isinstance(error, CpdError):
            raise error
        self._show_trouble(error)

    def restart(self) -> None:
        """Close the folder and open it again."""
        self._shut_window()
        self._begin()

    def restore(self, path: Any) -> None:
        """Let go of the data, put a backup in its place while the window waits, and open it."""
        from cpd_desktop.app.core import backups_of

        backups = backups_of(self.folder)
        self._replace(lambda _work: backups.restore(path), self.tr("Restoring the backup"))

    def move_in(self, path: Any, passphrase: Any) -> None:
        """Do the same with what was packed on another computer."""
        from cpd_desktop.app.core import moving_of

        if self.furnishing is None or self.furnishing.core is None:
            return
        moving = moving_of(self.folder, self.furnishing.core.keychains)
        self._replace(partial(moving.unpack, path, passphrase), self.tr("Moving in"))

    def _replace(self, call: Callable[[Work], Any], title: str) -> None:
        if self.window is None:
            return
        self.window.wait()
        self._let_go()
        job = self.jobs.run(call, title=title)
        job.succeeded.connect(self.restart)
        job.failed.connect(self.fail)

    def _begin(self) -> None:
        try:
            self._open()
        except CpdError as error:
            self._show_trouble(error)

    def _open(self) -> None:
        """Paint the window from one quick read; what takes longer comes after the paint."""
        self.look = take_a_look(self.folder, self._in_use)
        self.theme.choice = self.look.theme
        kept = QSettings(str(self.folder.window), QSettings.Format.IniFormat)
        window = MainWindow(self.theme, kept)
        if self.look.today is not None:
            window.show_today(self.look.today, self.look.now)
        window.find_place()
        window.painted.connect(self._prepare)
        window.show()
        self.window = window
        # A window that starts minimised is not painted, and has work to do all the same.
        QTimer.singleShot(FURNISH_UNSEEN, self._prepare)

    def _prepare(self) -> None:
        """Load what work needs; the rest comes in another turn, so that no click waits long."""
        if self.furnishing is None:
            self._heed_signals()
            self._catch_crashes()
            QTimer.singleShot(TURN, self._furnish)

    def _furnish(self) -> None:
        if self.window is not None and self.furnishing is None:
            from cpd_desktop.app.furnishing import Furnishing

            self.furnishing = Furnishing(self)

    def _show_trouble(self, error: CpdError) -> None:
        from cpd_desktop.app.core import backups_of
        from cpd_desktop.ui.trouble import TroubleWindow

        self._in_use.release()
        self.garbage.begin()
        self._trouble = TroubleWindow(error, backups_of(self.folder), self.jobs, self.theme)
        self._trouble.retry.connect(self._try_again)
        self._trouble.restored.connect(self._try_again)
        self._trouble.folder_chosen.connect(self._try_folder)
        self._trouble.show()

    def _try_again(self) -> None:
        if self._trouble is not None:
            self._trouble.close()
            self._trouble = None
        try:
            self.folder.make()
            self._window_lock.hold()
        except CpdError as error:
            self._show_trouble(error)
            return
        self._begin()

    def _try_folder(self, chosen: str) -> None:
        self._window_lock.release()
        self.folder = DataFolder(Path(chosen))
        self._window_lock = FolderLock(self.folder.window_open)
        self._in_use = FolderLock(self.folder.in_use)
        self._try_again()

    def _shut_window(self) -> None:
        self._let_go()
        if self.window is not None:
            self.window.hide()
            self.window.deleteLater()
            self.window = None

    def _let_go(self) -> None:
        """Close the data, so that somebody else may have it alone."""
        if self.window is not None:
            for timer in self.window.findChildren(QTimer):
                timer.stop()  # what waits for a moment has nothing left to ask
        if self.furnishing is not None:
            self.furnishing.clear_away()
            self.furnishing = None
        if self.look is not None:
            self.look.close()
            self.look = None
        self._in_use.release()

    def _log_tail(self, lines: int) -> str:
        from cpd_desktop.adapters.log_file import tail

        return tail(self.folder.logs, lines)

    def _catch_crashes(self) -> None:
        if self._reports and self._crashes is None:
            from cpd_desktop.ui.crash import CrashReporter

            self._crashes = CrashReporter(self._log_tail)
            self._crashes.install()

    def _heed_signals(self) -> None:
        import signal

        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._asked_to_end)

    def _asked_to_end(self, *_: object) -> None:
        self.application.closeAllWindows()


def _translators() -> list[QTranslator]:
    """Install the words of the person's language where there are some, over the English ones."""
    installed = []
    folder = str(resources() / "i18n")
    for locale in (QLocale(QLocale.Language.English), QLocale()):
        translator = QTranslator()
        if translator.load(locale, "cpd_desktop", "_", folder):
            QApplication.installTranslator(translator)
            installed.append(translator)
    return installed
