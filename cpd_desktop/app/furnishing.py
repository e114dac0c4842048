"""What comes after the first paint: the services, the pages, the actions, the housekeeping."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, QTimer, Signal

from cpd_desktop.app.pages import PAGES
from cpd_desktop.domain.today import BACKUP_OLD_DAYS, NO_BACKUP, Need

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cpd_desktop.adapters.log_file import StartedLog
    from cpd_desktop.app.desktop import Desktop
    from cpd_desktop.app.single import RaiseListener
    from cpd_desktop.app.watches import Watches
    from cpd_desktop.domain.changes import Changes
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.main_window import MainWindow

TURN = 1  # millisecond; with 0 the event loop takes two steps in one turn
LISTEN_EVERY = 1500  # milliseconds between looks for what other programs changed
LOOK_EVERY = 60_000
RESTED = 500  # after all is ready: the start is over, and nobody waits for anything

# Imported one at a time between two turns of the event loop: together they would hold the window
# up. Classes of Qt are made on the window's thread only. The services load beside it only then,
# since two threads that import at once wait for one another.
AHEAD = (
    "cpd_desktop.app.single",
    "cpd_desktop.ui.operations",
    "cpd_desktop.ui.desk",
    "cpd_desktop.ui.actions",
    "cpd_desktop.ui.commands",
)
# What the first click on a page, an event or a list needs, while nobody waits for anything.
LATER = (
    "PySide6.QtSvg",
    "cpd_desktop.ui.form",
    "cpd_desktop.ui.event_dialog",
    "cpd_desktop.ui.row_table",
    "cpd_desktop.ui.pages.event_list",
    "cpd_desktop.ui.pages.events",
    "cpd_desktop.ui.pages.people",
    "cpd_desktop.domain.recurrence",
    "cpd_desktop.domain.assignments",
    "cpd_desktop.ui.event.amounts",
    "cpd_desktop.ui.event.materials",
    "cpd_desktop.ui.event.speaker_dialogs",
    "cpd_desktop.ui.pages.event_plan",
    "cpd_desktop.ui.pages.event",
    "cpd_desktop.services.parties",
    "cpd_desktop.ui.learning.marking_dialog",
    "cpd_desktop.ui.pages.event_register",
    "cpd_desktop.ui.pages.event_meet",
    "cpd_desktop.domain.column_words",
    "cpd_desktop.ui.import_dialog",
    "cpd_desktop.ui.calendar_month",
    "cpd_desktop.ui.pages.event_calendar",
    "cpd_desktop.ui.pages.person",
    "cpd_desktop.services.merging",
    "cpd_desktop.services.certificates.register",
    "cpd_desktop.services.certificates.statements",
    "cpd_desktop.ui.pages.certificates",
    "cpd_desktop.ui.pages.outbox",
    "cpd_desktop.ui.pages.billing",
    "cpd_desktop.services.zoom.finding",
)


class Furnishing(QObject):
    """Loads the services off the window's thread and hands them to the window."""

    furnished = Signal()

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        assert desktop.window is not None  # noqa: S101 - there is something to furnish
        self._desktop = desktop
        self.window: MainWindow = desktop.window
        self.core: Services | None = None
        self.desk: Desk | None = None
        self._log: StartedLog | None = None
        self._needs: tuple[Need, ...] = ()
        self._seen = 0
        self._version = 0
        self._listening = QTimer(self)
        self._looking = QTimer(self)
        self._resting = QTimer(self, singleShot=True, interval=RESTED)
        self._listener: RaiseListener | None = None
        self.watches: Watches | None = None
        self._steps = self._first_to_last()
        self._resting.timeout.connect(self._clear_up)
        self.window.equip(desktop.jobs)
        QTimer.singleShot(TURN, self, self._go_on)

    def clear_away(self) -> None:
        """Stop listening and let go of the database and of the network."""
        self._steps = iter(())
        self._listening.stop()
        self._looking.stop()
        self._resting.stop()
        if self._listener is not None:
            self._listener.close()
        if self.watches is not None:
            self.watches.end()
        if self.core is not None:
            self.core.close()

    def _first_to_last(self) -> Iterator[Callable[[], object]]:
        yield from (partial(import_module, each) for each in AHEAD)
        yield self._load_services

    def _go_on(self) -> None:
        if step := next(self._steps, None):
            step()
            QTimer.singleShot(TURN, self, self._go_on)

    def _load_services(self) -> None:
        job = self._desktop.jobs.run(self._load)
        job.succeeded.connect(self._take)
        job.failed.connect(self._could_not)

    def _load(self, work: Work) -> tuple[Services, str]:
        from cpd_desktop.adapters.clock import SystemClock, local_zone
        from cpd_desktop.adapters.keychains import Keychains
        from cpd_desktop.adapters.log_file import start_log
        from cpd_desktop.app.core import assembled, backups_of
        from cpd_desktop.services.backups import MIGRATION
        from cpd_desktop.store.schema import bring_up

        _ = work
        folder = self._desktop.folder
        self._log = start_log(folder.logs)
        bring_up(folder, partial(backups_of(folder).create, reason=MIGRATION))
        keychains = Keychains(folder.vault, is_portable=folder.is_portable)
        core = assembled(folder, "window", keychains, SystemClock())
        core.surroundings.enter()
        _ = core.history  # loaded here rather than on the window's thread
        return core, local_zone()

    def _could_not(self, error: Exception) -> None:
        self._desktop.fail(error)

    def _take(self, loaded: Any) -> None:
        from cpd_desktop.app.resources import resources
        from cpd_desktop.app.single import RaiseListener
        from cpd_desktop.ui.actions import Actions
        from cpd_desktop.ui.change_feed import ChangeFeed
        from cpd_desktop.ui.commands import Commands
        from cpd_desktop.ui.desk import Desk
        from cpd_desktop.ui.operations import Operations
        from cpd_desktop.ui.undo import UndoStack

        core, zone = cast("tuple[Services, str]", loaded)
        self.core = core
        self._listener = RaiseListener(self._desktop.folder, self)
        self._listener.asked.connect(self._come_forward)
        self._feed, self._undo = ChangeFeed(), UndoStack()
        jobs, theme = self._desktop.jobs, self._desktop.theme
        operations = Operations(jobs, self._feed, self._undo, core.history, self)
        actions = Actions(theme.icon, self)
        self.desk = Desk(
            services=core,
            jobs=jobs,
            feed=self._feed,
            operations=operations,
            actions=actions,
            theme=theme,
            places=self.window,
            local_zone=zone,
            manual=resources() / "manual",
        )
        if self._desktop.look is not None and self._desktop.look.connection is None:
            self._desktop.look_again()
            self._look()
        self._commands = Commands(self.window, self.desk, self._undo)
        self.window.furnish(self.desk, PAGES)
        self._feed.changed.connect(self._changed)
        self.window.restart_asked.connect(self._desktop.restart)
        self.window.restore_asked.connect(self._desktop.restore)
        self.window.move_in_asked.connect(self._desktop.move_in)
        self._listening.timeout.connect(self._listen)
        self._listening.start(LISTEN_EVERY)
        self._looking.timeout.connect(self._look)
        self._looking.start(LOOK_EVERY)
        job = jobs.run(self._first_steps)
        job.succeeded.connect(self._begin)
        self.furnished.emit()

    def _first_steps(self, work: Work) -> tuple[bool, int, list[str]]:
        from cpd_desktop.domain.settings import Start

        _ = work
        assert self.core is not None  # noqa: S101 - taken before
        start = self.core.settings.get(Start)
        notices = [str(each) for each in self.core.settings.notices()]
        return start.welcomed, self.core.history.latest(), notices

    def _begin(self, found: Any) -> None:
        welcomed, self._seen, notices = found
        if self._log is not None and self._log.crash:
            words = self.tr("CPD Desktop ended unexpectedly the last time. What you saved is safe.")
            self.window.banner.say(words, "warn")
        for notice in notices:
            self.window.banner.say(notice, "warn")
        if not welcomed:
            self._commands.first_steps()
        self._desktop.garbage.begin()
        job = self._desktop.jobs.run(self._keep_house)
        job.succeeded.connect(self._kept_house)

    def _keep_house(self, work: Work) -> tuple[Need, ...]:
        """Back up once a day, look around for what the person should know; be ready for a click."""
        from cpd_desktop.domain.errors import CpdError
        from cpd_desktop.domain.settings import Backups

        assert self.core is not None  # noqa: S101 - taken before
        core = self.core
        needs = []
        needs += [Need("folder", "", each.says) for each in core.surroundings.findings()]
        try:
            core.backups.daily(core.settings.get(Backups))
        except CpdError as error:
            needs.append(Need("backup", "", error.says))
        work.report(1, 2)
        dated = core.backups.list()
        if dated:
            days = (core.clock.now() - dated[0].manifest.made).days
            if days >= BACKUP_OLD_DAYS:
                needs.append(Need("backup", "", NO_BACKUP.filled(n=days)))
        _ = core.event_lists, core.people  # with their tables: what the first click asks
        return tuple(needs)

    def _kept_house(self, needs: Any) -> None:
        self._needs = needs
        self._watch()
        self._resting.start()
        if self._needs:
            self._look()

    def _watch(self) -> None:
        from cpd_desktop.app.watches import Watches

        assert self.desk is not None  # noqa: S101 - the house was kept with it
        self.watches = Watches(self.desk, self.window, self)
        self.watches.open_asked.connect(self._come_forward)
        self.watches.begin()

    def _clear_up(self) -> None:
        """Do what nobody waits for; then load what is to be opened first."""
        job = self._desktop.jobs.run(self._clear_out)
        job.succeeded.connect(self._cleared_out)
        job.finished.connect(self._load_rest)

    def _clear_out(self, _work: Work) -> Changes:
        """Let offers lapse, and empty the trash of what lay long."""
        assert self.core is not None  # noqa: S101 - taken before
        return self.core.registrations.lapse_offers().merged(self.core.events.empty_trash())

    def _cleared_out(self, found: Any) -> None:
        changes: Changes = found
        if changes:
            self._feed.publish(changes, self)

    def _load_rest(self) -> None:
        self._steps = (partial(import_module, each) for each in LATER)
        self._go_on()
        if self.watches is not None:
            self.watches.begin_rest()

    def _changed(self, changes: Changes, _origin: object) -> None:
        if changes.entry is not None:
            self._seen = max(self._seen, changes.entry)
        self._look()

    def _look(self) -> None:
        look = self._desktop.look
        if look is not None and (today := look.again()) is not None:
            self.window.show_today(replace(today, needs=self._needs + today.needs), look.now)

    def _listen(self) -> None:
        """Notice what `cpd` or anybody else wrote meanwhile."""
        look = self._desktop.look
        if look is None or self.desk is None or look.version() == self._version:
            return
        self._version = look.version()
        history, seen = self.desk.services.history, self._seen
        self.desk.operations.look_up(lambda _work: history.changes_since(seen), self._heard)

    def _heard(self, changes: Changes) -> None:
        if changes and changes.entry is not None and changes.entry > self._seen:
            self._feed.publish(changes, None)

    def _come_forward(self, file: str = "") -> None:
        self.window.showNormal() if self.window.isMinimized() else self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        if file:
            self.window.open_file(file)
