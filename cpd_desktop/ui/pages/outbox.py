"""Every message with its fate, exactly what it says, and what a person may decide about it."""

from __future__ import annotations

import json
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from cpd_desktop.domain.errors import CpdError
from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.domain.messages.reading import ReadMail, read_mail
from cpd_desktop.ui.outbox.deeds import OutboxDeeds
from cpd_desktop.ui.outbox.filters import ASKED, Choices, OutboxFilters
from cpd_desktop.ui.outbox.inspector import OutboxInspector
from cpd_desktop.ui.outbox.news import NewsBar, look
from cpd_desktop.ui.outbox.rows import OutboxRows, Wanted
from cpd_desktop.ui.page import Page, header, page_layout
from cpd_desktop.ui.row_table import Column, RowTable
from cpd_desktop.ui.widgets import GRID, EmptyState, button, card, label
from cpd_desktop.ui.wording import explain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import ClassVar

    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QResizeEvent

    from cpd_desktop.domain.messages.message import Attempt, Message
    from cpd_desktop.domain.messages.reminders import Due
    from cpd_desktop.services.messages.outbox import Line
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.outbox.news import News

FILLED, NONE = 0, 1
OF_PERSON, TO_DECIDE = "person ", "to decide"
READABLE = 90  # characters of a line of both beside each other
LINES = 8  # of text that are seen at least of each


class OutboxPage(Page):
    """The list with its filters, what stands in the way above it, and one message beside it."""

    kinds: ClassVar[frozenset[str]] = frozenset({"message", "mail_account", "setting", "event"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
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
        self.found = label("", "muted")
        self.send_now = button(self.tr("Send now"), "primary")
        self.pause = button(self.tr("Pause"))
        self._to_events = button(self.tr("Open Events"))
        for each in (self.send_now, self.pause, self._to_events):
            each.setAccessibleName(each.text())

        self._lay_out()
        self._listen()

    def refresh(self) -> None:
        """Read the list and how it stands again."""
        services = self.desk.services

        def find(_work: Work) -> tuple[Choices, News]:
            outbox = services.outbox
            accounts = services.mail_accounts.listed()
            return Choices(outbox.counts(), outbox.events(), accounts), look(services)

        self._reload()
        self.desk.operations.look_up(find, self._show_standing)

    def open_item(self, item: int) -> None:
        """Select a message, whatever the filters say."""
        if self.table.rows.row_of(item) is None:
            self.filters.clear()
            self._reload()
        self.table.select_id(item)
        self.table.setFocus()

    def open_part(self, part: str) -> None:
        """List a person's messages (“person 5”), or those that wait for a decision."""
        if part.startswith(OF_PERSON):
            person, people = int(part.removeprefix(OF_PERSON)), self.desk.services.people
            self.filters.clear()
            self.desk.operations.look_up(
                lambda _work: people.get(person).name, partial(self.filters.show_person, person)
            )
        elif part == TO_DECIDE:
            self.filters.clear()
            self.filters.show_view(ASKED)

    def focus_search(self) -> None:
        """Go to the search field."""
        self.filters.search.setFocus()

    def keep_state(self, kept: QSettings) -> None:
        """Write down the widths of the columns."""
        kept.setValue("outbox/table", json.dumps(self.table.state()))

    def find_state(self, kept: QSettings) -> None:
        """Find the widths of the columns."""
        self.table.restore_state(json.loads(str(kept.value("outbox/table", "{}"))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the message below the list where there is no room beside it."""
        super().resizeEvent(event)
        wide = self.width() >= self.fontMetrics().averageCharWidth() * READABLE
        way = Qt.Orientation
        self._beside.setOrientation(way.Horizontal if wide else way.Vertical)

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

    def _lay_out(self) -> None:
        self.found.setWordWrap(False)
        listing = QWidget()
        inside = QVBoxLayout(listing)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GRID)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.found)
        line = self.fontMetrics().lineSpacing()
        for each in (self.table, self.inspector):
            each.setMinimumHeight(line * LINES)
        self._beside = QSplitter(Qt.Orientation.Horizontal)
        self._beside.setChildrenCollapsible(False)
        self._beside.addWidget(listing)
        self._beside.addWidget(self.inspector)
        self._beside.setStretchFactor(0, 3)
        self._beside.setStretchFactor(1, 2)
        self._beside.setSizes([GRID * 80, GRID * 52])
        full = card()
        around = QVBoxLayout(full)
        around.setSpacing(GRID)
        around.addWidget(self.filters)
        around.addWidget(self._beside, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(full)
        self.stack.addWidget(
            EmptyState(
                self.tr("No messages"),
                self.tr(
                    "Every message to the people of an event is listed here, with exactly what it"
                    " said and what became of it. Messages are made at the Send stage of an event."
                ),
                self._to_events,
            )
        )
        layout = page_layout(self)
        layout.setSpacing(GRID)
        layout.addLayout(header(self.tr("Outbox"), "", self.pause, self.send_now))
        layout.addWidget(self.news)
        layout.addWidget(self.stack, 1)

    def _listen(self) -> None:
        inspector, deeds, news = self.inspector, self.deeds, self.news
        self.filters.changed.connect(self._reload)
        self.table.selection_changed.connect(self._show_selected)
        self.table.failed.connect(self.desk.operations.failed)
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
        self._to_events.clicked.connect(partial(self.desk.places.go, "events", None, ""))

    def _reload(self) -> None:
        self.rows.wanted = self.filters.wanted
        search = self.filters.search.text().strip()
        self.table.rows.search = search
        self.table.set_empty_text(self.tr("No message fits these words and choices."))
        self.table.reload()
        count = self.table.rows.rowCount()
        self.found.setText(self.tr("%n message(s)", "", count))
        none = not count and not search and self.rows.wanted == Wanted()
        self.stack.setCurrentIndex(NONE if none else FILLED)
        self._show_selected()

    def _show_standing(self, found: tuple[Choices, News]) -> None:
        choices, news = found
        before = self.filters.wanted
        self.filters.show_choices(choices)
        if self.filters.wanted != before:
            self._reload()
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

    def _read(
        self, key: int, _work: Work
    ) -> tuple[Line | None, Sequence[Attempt], ReadMail | CpdError | None]:
        line = self._outbox.lines([key]).get(key)
        if line is None:
            return None, (), None
        try:
            mail: ReadMail | CpdError = read_mail(self._outbox.content(line.message))
        except CpdError as error:  # erased, or a file of it is gone: the rest is shown all the same
            mail = error
        return line, self._outbox.attempts(key), mail

    def _show_one(
        self,
        ids: list[int],
        found: tuple[Line | None, Sequence[Attempt], ReadMail | CpdError | None],
    ) -> None:
        line, attempts, mail = found
        if self.table.selected_ids() != ids:
            return  # another one was selected meanwhile
        if line is None or mail is None:
            self.inspector.show_nothing()
            return
        self.inspector.show_one(line, attempts)
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

    def _reminded(self, prepared: Any) -> None:
        self.refresh()
        text = self.tr("%n reminder(s) go", "", len(prepared.made))
        if prepared.lacking:
            text += ", " + self.tr(
                "%n person(s) could not be written to", "", len(prepared.lacking)
            )
        self.desk.operations.told.emit(text, False)
