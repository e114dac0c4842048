"""What happens beside the window, if the person wishes it: an icon, news, and a start by itself."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from cpd_desktop.domain.settings import Background as Wishes
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from PySide6.QtWidgets import QMenu, QSystemTrayIcon

    from cpd_desktop.domain.changes import Changes
    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.jobs import JobRunner
    from cpd_desktop.ui.main_window import MainWindow
    from cpd_desktop.ui.theme import Theme

EVERY = 300_000  # milliseconds between looks for what is due
MOST_NAMED = 3


class Found(NamedTuple):
    """What the person wishes, and what is due by what tells it from the rest."""

    wishes: Wishes
    news: Mapping[Hashable, Sentence]


class Background(QObject):
    """Shows the icon and tells what is due; without a wish for it there is neither."""

    open_asked = Signal()
    send_asked = Signal()
    failed = Signal(Exception)

    def __init__(
        self,
        services: Services,
        jobs: JobRunner,
        window: MainWindow,
        theme: Theme,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.icon: QSystemTrayIcon | None = None
        self._menu: QMenu | None = None
        self._services, self._jobs = services, jobs
        self._window, self._theme = window, theme
        self._wishes = Wishes()
        self._told: set[Hashable] = set()
        self._often = QTimer(self, interval=EVERY)
        self._often.timeout.connect(self.look)
        window.stayed.connect(self._say_it_runs)
        window.closing.connect(self._end_with_window)
        theme.changed.connect(self._draw)

    def look(self) -> None:
        """Look what the person wishes, and what is due."""
        job = self._jobs.run(partial(found_in, self._services, self._wishes))
        job.succeeded.connect(self._take)
        job.failed.connect(self.failed)

    def heard(self, changes: Changes, _origin: object) -> None:
        """Look again if a setting was changed."""
        if changes.touches("setting"):
            self.look()

    def end(self) -> None:
        """Take the icon away; closing the window ends the application again."""
        self._often.stop()
        self._wishes = Wishes()
        self._dress()

    def _take(self, result: Any) -> None:
        found: Found = result
        self._wishes = found.wishes
        self._dress()
        new = [says for key, says in found.news.items() if key not in self._told]
        self._told.update(found.news)
        if new and self.icon is not None:
            named = [in_words(each) for each in new[:MOST_NAMED]]
            if left := len(new) - len(named):
                named.append(self.tr("and %n more", "", left))
            self.icon.showMessage(self.tr("Due in CPD Desktop"), "\n".join(named))

    def _dress(self) -> None:
        """Show the icon or take it away, and let the window stay or not, as it is wished."""
        wishes = self._wishes
        if (wishes.icon or wishes.notifies) and self.icon is None:
            self._show_icon()
        elif not (wishes.icon or wishes.notifies) and self.icon is not None:
            self.icon.hide()
            self.icon.deleteLater()
            self.icon = None
        if wishes.notifies:
            self._often.start()
        else:
            self._often.stop()
        # Without an icon nobody could get the window back.
        self._window.stays = wishes.icon and wishes.keeps_running and self.icon is not None
        QApplication.setQuitOnLastWindowClosed(not self._window.stays)

    def _show_icon(self) -> None:
        from PySide6.QtWidgets import QMenu, QSystemTrayIcon

        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        self._menu = QMenu(self._window)
        self._menu.addAction(self.tr("Open CPD Desktop"), self.open_asked.emit)
        self._menu.addAction(self.tr("Send due now"), self.send_asked.emit)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Quit"), self._quit)
        self.icon = QSystemTrayIcon(self)
        self.icon.setToolTip(self.tr("CPD Desktop"))
        self.icon.setContextMenu(self._menu)
        self.icon.activated.connect(self._touched)
        self.icon.messageClicked.connect(self.open_asked)
        self._draw()
        self.icon.show()

    def _draw(self) -> None:
        if self.icon is not None:
            self.icon.setIcon(self._theme.icon("seal", "accent"))

    def _touched(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason.name == "Trigger":
            self.open_asked.emit()

    def _quit(self) -> None:
        if self._jobs.live:
            self.open_asked.emit()  # it may have to be asked about them
        self._window.close()

    def _end_with_window(self) -> None:
        if self._window.stays:
            QTimer.singleShot(0, QApplication.quit)

    def _say_it_runs(self) -> None:
        """Say once that closing the window did not end the application."""
        if self._wishes.was_told or self.icon is None:
            return
        self._wishes = replace(self._wishes, was_told=True)
        words = self.tr("It goes on running, and sends what is due. Quit it from this icon.")
        self.icon.showMessage(self.tr("CPD Desktop"), words)
        self._jobs.run(partial(note_told, self._services)).failed.connect(self.failed)


def found_in(services: Services, before: Wishes, _work: Work) -> Found:
    """Return what is wished and what is due; starting with the session follows the wish."""
    wishes = services.settings.get(Wishes)
    start = services.outside.session_start
    if wishes.with_session:
        start.put()
    elif before.with_session or start.is_on():
        start.remove()
    return Found(wishes, news_of(services) if wishes.notifies else {})


def note_told(services: Services, _work: Work) -> Changes:
    """Keep that it was said that closing the window leaves the icon."""
    return services.settings.put(replace(services.settings.get(Wishes), was_told=True))


def news_of(services: Services) -> dict[Hashable, Sentence]:
    """Return what is due, and mail about which a person has to decide."""
    from cpd_desktop.domain.messages.reminders import Task
    from cpd_desktop.domain.messages.states import State
    from cpd_desktop.domain.words import Sentence

    found: dict[Hashable, Sentence] = {
        (each.task, each.event, each.document): each.says
        for each in services.reminding.due()
        if each.task is not Task.EVALUATION
    }
    if uncertain := services.outbox.counts()[State.UNCERTAIN]:
        says = Sentence("messages", "Nobody knows whether %n message(s) arrived. You decide.")
        found["uncertain", uncertain] = says.filled(n=uncertain)
    return found
