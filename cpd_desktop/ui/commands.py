"""Everything the window can do, declared once; menus, palette and shortcuts come from here."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from cpd_desktop.domain.settings import Appearance, Planning
from cpd_desktop.domain.zones import moment, zone_called
from cpd_desktop.ui.actions import Action
from cpd_desktop.ui.dates import day_and_time

if TYPE_CHECKING:
    from datetime import date

    from cpd_desktop.domain.events import Event, EventDraft
    from cpd_desktop.domain.presets import Preset
    from cpd_desktop.services.search import Hit
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.command_palette import CommandPalette, Found
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.main_window import MainWindow
    from cpd_desktop.ui.pages.events import EventsPage
    from cpd_desktop.ui.undo import UndoStack

SOON = timedelta(days=7)  # when a new event is, unless a day was chosen


class Commands(QObject):
    """The window's actions, and the few flows that start from anywhere."""

    def __init__(self, window: MainWindow, desk: Desk, undo: UndoStack) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._undo = undo
        self._palette: CommandPalette | None = None
        self._declare()
        self._fill_menus()
        window.new_event_asked.connect(self.new_event)
        window.today.sample_removal_asked.connect(self._remove_sample)
        window.today.first_steps_asked.connect(self.first_steps)
        window.page_made.connect(self._wire)
        window.page_shown.connect(desk.actions.refresh)
        undo.changed.connect(desk.actions.refresh)
        desk.theme.changed.connect(desk.actions.redraw)

    def new_event(self) -> None:
        """Open the dialog on a draft that has the usual times."""
        self._desk.operations.look_up(self._usual, self._plan)

    def new_event_on(self, day: date) -> None:
        """Open the dialog on a draft that has the usual times on a day."""
        self._desk.operations.look_up(self._usual, partial(self._plan, day=day))

    def event_of_list(self) -> None:
        """Ask for a list of people, and make an event that they are registered for."""
        from cpd_desktop.ui.file_questions import ask_for_file

        kinds = self.tr("Tables (*.csv *.tsv *.tab *.txt *.xlsx)")
        ask_for_file(self._window, self.tr("A list of people"), kinds, self.plan_for_list)

    def plan_for_list(self, path: str) -> None:
        """Open the dialog on a draft for this list, which is brought in once the event is there."""
        self._desk.operations.look_up(self._usual, partial(self._plan, people=Path(path)))

    def event_from_zoom(self) -> None:
        """Ask which of the meetings at Zoom is to become an event."""
        from cpd_desktop.ui.meet.existing_dialog import ExistingDialog

        ExistingDialog(self._window, self._desk).open()

    def edit_event(self, event: int) -> None:
        """Open an event at its plan."""
        self._window.go("events", event)
        if (page := self._events_page()) is not None:
            page.workspace.open_plan()

    def first_steps(self) -> None:
        """Open the first steps."""
        from cpd_desktop.ui.wizard import FirstSteps

        steps = FirstSteps(self._desk, self._window)
        steps.ended.connect(self._first_steps_ended)
        steps.open()

    def open_manual(self) -> None:
        """Open the manual where it tells of the page or the stage that is shown."""
        from cpd_desktop.ui.manual import manual_page, open_manual

        folder, page = self._desk.manual, self._window.page
        if (events := self._events_page()) is not None:
            page = events.stage() or page
        if not open_manual(folder, page):
            text = self.tr("The manual could not be opened. It lies here: {path}")
            self._window.banner.say(text.format(path=manual_page(folder, page)), "bad")

    def open_palette(self) -> None:
        """Open the palette that finds any command, event, person or registration."""
        from cpd_desktop.ui.command_palette import CommandPalette

        if self._palette is None:
            self._palette = CommandPalette(
                self._desk.actions,
                self._window,
                finders=[self._leads, self._found],
                icon=self._desk.theme.icon,
            )
        self._palette.open()

    def _declare(self) -> None:
        go = partial(partial, self._window.go)
        operations = self._desk.operations
        file, edit = self.tr("File"), self.tr("Edit")
        view, about = self.tr("Go"), self.tr("Help")
        self._desk.actions.add(
            Action("new", self.tr("&New event…"), "Ctrl+N", "add", self.new_event, section=file),
            Action(
                "event-from-zoom", self.tr("New event from a &Zoom meeting…"), "", "calendar",
                self.event_from_zoom, section=file,
            ),
            Action("quit", self.tr("&Quit"), "Ctrl+Q", "close", self._window.close, section=file),
            Action(
                "undo", self.tr("&Undo"), "Ctrl+Z", "undo", operations.undo,
                lambda: self._undo.next_undo is not None, section=edit,
            ),
            Action(
                "redo", self.tr("&Redo"), "Ctrl+Shift+Z", "redo", operations.redo,
                lambda: self._undo.next_redo is not None, section=edit,
            ),
            Action(
                "edit", self.tr("&Edit event"), "F2", "edit", self._edit_selected,
                lambda: self._selected() is not None, section=edit,
            ),
            Action(
                "delete", self.tr("&Delete event"), "Del", "trash", self._delete_selected,
                lambda: self._events_page() is not None, section=edit,
            ),
            Action(
                "find", self.tr("&Find on this page"), "Ctrl+F", "search", self._focus_search,
                lambda: hasattr(self._window.shown_page(), "focus_search"), section=edit,
            ),
            Action(
                "palette", self.tr("Find &anything…"), "Ctrl+K", "search", self.open_palette,
                section=view, keywords=self.tr("command event person registration"),
            ),
            Action("today", self.tr("&Today"), "Ctrl+1", "today", go("today"), section=view),
            Action("events", self.tr("&Events"), "Ctrl+2", "events", go("events"), section=view),
            Action("people", self.tr("&People"), "Ctrl+3", "people", go("people"), section=view),
            Action(
                "certificates", self.tr("&Certificates"), "Ctrl+4", "certificates",
                go("certificates"), section=view,
            ),
            Action("outbox", self.tr("&Outbox"), "Ctrl+5", "outbox", go("outbox"), section=view),
            Action(
                "billing", self.tr("&Billing"), "Ctrl+6", "billing", go("billing"), section=view,
                keywords=self.tr("money payments invoices orders memberships Stripe"),
            ),
            Action(
                "settings", self.tr("&Settings"), "Ctrl+,", "settings", go("settings"),
                section=view, keywords=self.tr("preferences backup vault"),
            ),
            *self._colours(),
            Action(
                "backup", self.tr("&Back up now"), "", "backup", self._back_up, section=file
            ),
            Action(
                "shortcuts", self.tr("&Keyboard shortcuts"), "F1", "keyboard", go("shortcuts"),
                section=about,
            ),
            Action(
                "manual", self.tr("&Manual"), "Shift+F1", "help", self.open_manual, section=about,
                keywords=self.tr("help guide documentation"),
            ),
            Action(
                "first-steps", self.tr("&First steps…"), "", "help", self.first_steps,
                section=about,
            ),
        )  # fmt: skip

    def _colours(self) -> tuple[Action, ...]:
        section = self.tr("Colours")
        choices = (
            ("system", self.tr("Colours as this computer")),
            ("light", self.tr("Light colours")),
            ("dark", self.tr("Dark colours")),
        )
        return tuple(
            Action(f"theme-{name}", text, "", "", partial(self._set_theme, name), section=section)
            for name, text in choices
        )

    def _fill_menus(self) -> None:
        actions, menus = self._desk.actions, self._window.menus
        contents: dict[str, tuple[str | None, ...]] = {
            "file": ("new", "event-from-zoom", None, "backup", None, "quit"),
            "edit": ("undo", "redo", None, "edit", "delete", None, "find"),
            "go": (
                "palette", None, "today", "events", "people", "certificates", "outbox", "billing",
                None, "settings",
            ),
            "help": ("manual", "shortcuts", "first-steps"),
        }  # fmt: skip
        for menu, ids in contents.items():
            for each in ids:
                if each is None:
                    menus[menu].addSeparator()
                else:
                    menus[menu].addAction(actions.qaction(each))
            menus[menu].aboutToShow.connect(actions.show_up)

    def _wire(self, name: str) -> None:
        if name == "events" and (page := self._events_page()) is not None:
            page.new_asked.connect(self.new_event)
            page.new_on_asked.connect(self.new_event_on)
            page.edit_asked.connect(self.edit_event)
            page.selection_changed.connect(self._desk.actions.refresh)

    def _events_page(self) -> EventsPage | None:
        if self._window.page != "events":
            return None  # without loading the page only to ask whether it is this one
        return cast("EventsPage", self._window.shown_page())

    def _selected(self) -> int | None:
        page = self._events_page()
        return None if page is None else page.selected_event()

    def _edit_selected(self) -> None:
        if (event := self._selected()) is not None:
            self.edit_event(event)

    def _delete_selected(self) -> None:
        if (page := self._events_page()) is not None:
            page.delete_selected()

    def _focus_search(self) -> None:
        getattr(self._window.shown_page(), "focus_search", lambda: None)()

    def _usual(self, _work: Work) -> tuple[Planning, Preset | None]:
        services = self._desk.services
        return services.settings.get(Planning), services.presets.usual()

    def _plan(
        self,
        usual: tuple[Planning, Preset | None],
        day: date | None = None,
        people: Path | None = None,
    ) -> None:
        from cpd_desktop.domain.events import TITLE_LIMIT, EventDraft
        from cpd_desktop.domain.presets import with_rule
        from cpd_desktop.domain.sessions import SessionDraft
        from cpd_desktop.ui.event_dialog import EventDialog

        planning, preset = usual
        zone = planning.zone or self._desk.local_zone
        if day is None:
            day = (self._desk.services.clock.now() + SOON).astimezone(zone_called(zone)).date()
        starts = moment(datetime.combine(day, time(planning.start_hour)), zone)
        session = SessionDraft("", starts, starts + timedelta(minutes=planning.minutes))
        title = people.stem.replace("_", " ").strip()[:TITLE_LIMIT] if people else ""
        draft = EventDraft(title, zone, (session,))
        if preset is not None:
            draft = with_rule(draft, preset.rule, preset)
        dialog = EventDialog(self._window, draft)
        dialog.offered.connect(partial(self._add_event, people))
        dialog.open()

    def _add_event(self, people: Path | None, draft: EventDraft) -> None:
        self._desk.operations.carry_out(
            lambda _work: self._desk.services.events.add(draft),
            origin=self,
            text=self.tr("Event added"),
            then=partial(self._show_event, people),
        )

    def _show_event(self, people: Path | None, event: Event) -> None:
        self._window.go("events", event.id)
        if people is not None:
            from cpd_desktop.ui.import_dialog import ImportDialog

            ImportDialog(self._desk, self._window, event.id, people).open()

    def _set_theme(self, choice: str) -> None:
        self._desk.theme.choice = choice  # type: ignore[assignment]
        settings = self._desk.services.settings
        self._desk.operations.carry_out(
            lambda _work: settings.put(replace(settings.get(Appearance), theme=choice)),
            origin=self,
        )

    def _back_up(self) -> None:
        self._desk.operations.carry_out(
            lambda _work: self._desk.services.backups.create(),
            origin=self,
            title=self.tr("Backing up"),
            text=self.tr("Backup made and checked"),
        )

    def _first_steps_ended(self, choice: str) -> None:
        if choice == "event":
            self.new_event()
        elif choice == "list":
            self.event_of_list()
        elif choice == "move":
            self._window.go("settings", None, "moving")
        elif choice == "sample":
            self._desk.operations.carry_out(
                lambda _work: self._desk.services.sample.add_one(),
                origin=self,
                text=self.tr("Sample event added"),
                then=partial(self._window.go, "events"),
            )

    def _remove_sample(self) -> None:
        self._desk.operations.carry_out(
            lambda _work: self._desk.services.sample.remove_one(),
            origin=self,
            text=self.tr("Sample event removed"),
        )

    def _leads(self, typed: str) -> list[Found]:
        from cpd_desktop.ui.leads import leads

        return leads(typed, self._window.go)

    def _found(self, typed: str) -> list[Found]:
        # Not as a job: it takes a few milliseconds, and must not wait for an import.
        return [self._line(hit) for hit in self._desk.services.search.find(typed)]

    def _line(self, hit: Hit) -> Found:
        from cpd_desktop.ui.command_palette import Found

        go = self._window.go
        if hit.kind == "person":
            return Found(hit.title, hit.detail, "people", partial(go, "people", hit.id))
        if hit.kind in {"registration", "certificate"}:
            run = partial(go, "events", hit.event_id, "register")
            return Found(hit.title, hit.detail, "check", run)
        when = day_and_time(hit.starts, hit.zone) if hit.starts else ""
        return Found(hit.title, when, "events", partial(go, "events", hit.id))
