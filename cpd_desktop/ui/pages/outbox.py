"""Every message with its fate, exactly what it says, and what a person may decide about it."""

from __future__ import annotations

import json
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer

from cpd_desktop.domain.errors import CpdError
from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.domain.messages.reading import ReadMail, read_mail
from cpd_desktop.ui.listing import Listing, Shape
from cpd_desktop.ui.outbox.deeds import OutboxDeeds
from cpd_desktop.ui.outbox.filters import ASKED, BACK, FAILED, Choices, OutboxFilters
from cpd_desktop.ui.outbox.inspector import OutboxInspector
from cpd_desktop.ui.outbox.news import NewsBar, look
from cpd_desktop.ui.outbox.rows import OutboxRows
from cpd_desktop.ui.page import Page, header, page_layout
from cpd_desktop.ui.row_table import Column, RowTable
from cpd_desktop.ui.widgets import GRID, EmptyState, button
from cpd_desktop.ui.wording import explain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import ClassVar

    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.messages.message import Attempt, Message
    from cpd_desktop.domain.messages.reminders import Due
    from cpd_desktop.services.messages.outbox import Line
    from cpd_desktop.services.messages.returns import KeptReturn
    from cpd_desktop.services.work import Progress, Work
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.jobs import Job
    from cpd_desktop.ui.outbox.news import News

    Told = tuple[Sequence[Attempt], Sequence[KeptReturn]]

SHAPE = Shape(widths=(80, 52), shares=(3, 2), readable=84, lines=8)
OF_PERSON = "person "
SOON = 1000  # milliseconds
PARTS = {"to decide": ASKED, "came back": BACK, "failed": FAILED}


class OutboxPage(Page):
    """The list with its filters, what stands in the way above it, and one message beside it."""

    kinds: ClassVar[frozenset[str]] = frozenset({"message", "mail_account", "setting", "event"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._outbox = desk.services.outbox
        self.deeds = OutboxDeeds(desk, self)
        self.rows = OutboxRows(self._outbox, self._columns(), desk.local_zone)
        self.table = RowTable(self.rows, filled=False)
        self.table.setAccessibleName(self.tr("Messages"))
        self.table.sort_by("at", descending=True)
        self.filters = OutboxFilters()
        self.inspector = OutboxInspector(desk.local_zone)
        self.news = NewsBar(desk.services.clock.now, desk.local_zone)
        self.news.hide()
        self.send_now = button(self.tr("Send now"), "primary")
        self.pause = button(self.tr("Pause"))
        self._to_events = button(self.tr("Open Events"))
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        for each in (self.send_now, self.pause, self._to_events):
            each.setAccessibleName(each.text())

        self.listing = self._lay_out()
        self._listen()

    def refresh(self) -> None:
        """Read the list and how it stands again."""
        self.listing.reload()
        self._look_up_standing()

    def open_item(self, item: int) -> None:
        """Select a message, whatever the filters say."""
        self.listing.show_row(item)

    def open_part(self, part: str) -> None:
        """List a person's messages (“person 5”), or those of one of the ``PARTS``."""
        if part.startswith(OF_PERSON):
            person, people = int(part.removeprefix(OF_PERSON)), self.desk.services.people
            self.filters.clear()
            self.desk.operations.look_up(
                lambda _work: people.get(person).name, partial(self.filters.show_person, person)
            )
        elif part in PARTS:
            self.filters.clear()
            self.filters.show_view(PARTS[part])

    def focus_search(self) -> None:
        """Go to the search field."""
        self.filters.search.setFocus()

    def keep_state(self, kept: QSettings) -> None:
        """Write down the widths of the columns."""
        kept.setValue("outbox/table", json.dumps(self.table.state()))

    def find_state(self, kept: QSettings) -> None:
        """Find the widths of the columns."""
        self.table.restore_state(json.loads(str(kept.value("outbox/table", "{}"))))

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("to", self.tr("To"), width=150),
            Column("state", self.tr("State"), width=104),
            Column("at", self.tr("When"), width=150),
            Column("subject", self.tr("Subject"), width=210),
            Column("says", self.tr("Reason"), width=200, sortable=False),
            Column("event", self.tr("Event"), width=150, sortable=False),
            Column("purpose", self.tr("For"), width=130),
        )

    def _lay_out(self) -> Listing:
        layout = page_layout(self)
        layout.setSpacing(GRID)
        layout.addLayout(header(self.tr("Outbox"), "", self.pause, self.send_now))
        layout.addWidget(self.news)
        made = Listing(
            *(self, self.rows, self.table, self.filters, self.inspector),
            name=self.tr("Outbox"),
            shape=SHAPE,
        )
        made.tell_when_empty(
            self.tr("No message fits these words and choices."),
            EmptyState(
                self.tr("No messages"),
                self.tr(
                    "Every message to the people of an event is listed here, with exactly what it"
                    " said and what became of it. Messages are made at the Send stage of an event."
                ),
                self._to_events,
            ),
        )
        layout.addWidget(made, 1)
        return made

    def _listen(self) -> None:
        inspector, deeds, news = self.inspector, self.deeds, self.news
        self.listing.reloaded.connect(self._show_count)
        self.table.selection_changed.connect(self._show_selected)
        self.table.failed.connect(self.desk.operations.failed)
        self.desk.jobs.started.connect(self._watch)
        for job in self.desk.jobs.live:
            self._watch(job)
        self._soon.timeout.connect(self._look_again)
        deeds.changed.connect(self.refresh)
        self.send_now.clicked.connect(deeds.send)
        self.pause.clicked.connect(deeds.pause)
        for made, deed in (
            (inspector.release, deeds.release),
            (inspector.hasten, deeds.hasten),
            (inspector.retry, deeds.retry),
            (inspector.arrived, deeds.note_arrived),
            (inspector.lost, deeds.send_lost),
            (inspector.resend, deeds.resend),
            (inspector.cancel, deeds.cancel),
        ):
            made.clicked.connect(partial(self._with_selected, deed))
        inspector.to_event.clicked.connect(self._go_to_event)
        inspector.person.clicked.connect(self._list_person)
        news.undo_asked.connect(deeds.cancel_ids)
        news.hold_over.connect(self.refresh)
        news.resume.clicked.connect(deeds.resume)
        news.to_accounts.clicked.connect(partial(self.desk.places.go, "settings", None, "accounts"))
        news.to_settings.clicked.connect(partial(self.desk.places.go, "settings", None, "mail"))
        news.remind_asked.connect(self._remind)
        news.put_off_asked.connect(self._put_off)
        self._to_events.clicked.connect(partial(self.desk.places.go, "events", None, ""))

    def _show_count(self, count: int) -> None:
        self.listing.found.setText(self.tr("%n message(s)", "", count))
        self._show_selected()

    def _watch(self, job: Job) -> None:
        job.progressed.connect(self._follow)

    def _follow(self, progress: Progress) -> None:
        """Show soon what became of messages while more of them go."""
        from cpd_desktop.services.messages.sending import SENDING

        if progress.note == SENDING and self.isVisible() and not self._soon.isActive():
            self._soon.start()

    def _look_again(self) -> None:
        self.table.rows.reread()
        self._look_up_standing()

    def _look_up_standing(self) -> None:
        services = self.desk.services

        def find(_work: Work) -> tuple[Choices, News]:
            outbox = services.outbox
            accounts = services.mail_accounts.listed()
            back = outbox.count_back()
            return Choices(outbox.counts(), outbox.events(), accounts, back), look(services)

        self.desk.operations.look_up(find, self._show_standing)

    def _show_standing(self, found: tuple[Choices, News]) -> None:
        choices, news = found
        self.listing.show_choices(choices)
        self.news.show_news(news)
        self.pause.setVisible(not news.paused)
        self.send_now.setEnabled(not news.paused)

    def _show_selected(self) -> None:
        ids = self.table.selected_ids()
        if not ids:
            self.inspector.show_nothing()
            return
        if len(ids) > 1:
            found = self._outbox.listed(ids).values()
            self.inspector.show_several([each.state for each in found])
            return
        self.desk.operations.look_up(partial(self._read, ids[0]), partial(self._show_one, ids))

    def _read(self, key: int, _work: Work) -> tuple[Line | None, Told, ReadMail | CpdError | None]:
        line = self._outbox.lines([key]).get(key)
        if line is None:
            return None, ((), ()), None
        try:
            mail: ReadMail | CpdError = read_mail(self._outbox.content(line.message))
        except CpdError as error:  # erased, or a file of it is gone: the rest is shown all the same
            mail = error
        told = self._outbox.attempts(key), self.desk.services.returns.of_message(key)
        return line, told, mail

    def _show_one(
        self,
        ids: list[int],
        found: tuple[Line | None, Told, ReadMail | CpdError | None],
    ) -> None:
        line, told, mail = found
        if self.table.selected_ids() != ids:
            return  # another one was selected meanwhile
        if line is None or mail is None:
            self.inspector.show_nothing()
            return
        self.inspector.show_one(line, *told)
        if isinstance(mail, CpdError):
            words = explain(mail)
            self.inspector.mail.show_words(f"{words.says} {words.advice}".strip())
        else:
            self.inspector.mail.show_mail(mail)

    def _with_selected(self, deed: Callable[[Sequence[Message]], None], *_: Any) -> None:
        found = self._outbox.listed(self.table.selected_ids())
        deed([found[key] for key in sorted(found)])

    def _go_to_event(self) -> None:
        if self.inspector.line is not None:
            self.desk.places.go("events", self.inspector.line.message.event)

    def _list_person(self) -> None:
        message = self.inspector.line.message if self.inspector.line is not None else None
        if message is not None and message.person is not None:
            self.filters.show_person(message.person, message.to_name or message.to)

    def _remind(self, due: Due) -> None:
        from cpd_desktop.services.messages.preparing import Wanted as Writing

        writing = Writing(event=due.event, purpose=Purpose.REMINDER, document=due.document)
        self.desk.operations.carry_out(
            lambda work: self.desk.services.preparing.prepare(work, writing, hold=timedelta(0)),
            origin=self,
            title=self.tr("Making reminders"),
            then=self._reminded,
        )

    def _put_off(self, due: Due) -> None:
        reminding = self.desk.services.reminding
        self.desk.operations.carry_out(lambda _work: reminding.put_off(due.document), origin=self)

    def _reminded(self, prepared: Any) -> None:
        self.refresh()
        text = self.tr("Going: %n reminder(s)", "", len(prepared.made))
        if prepared.lacking:
            text += ", " + self.tr(
                "%n person(s) could not be written to", "", len(prepared.lacking)
            )
        self.desk.operations.told.emit(text, False)
