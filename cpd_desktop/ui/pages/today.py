"""The first page: what is next, and what needs the trainer. Painted before the services load."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cpd_desktop.ui.dates import span
from cpd_desktop.ui.page import header, page_layout
from cpd_desktop.ui.widgets import GRID, EmptyState, button, card, chip, label
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from cpd_desktop.domain.today import Need, NextEvent, Today

NOON, EVENING = 12, 18
MOST_SHOWN = 12


class TodayPage(QWidget):
    """Shows a ``Today`` value; every button leads to where the thing is settled."""

    event_chosen = Signal(int, str)  # and where on it
    new_event_asked = Signal()
    page_chosen = Signal(str)
    settings_asked = Signal(str)
    sample_removal_asked = Signal()
    first_steps_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._now = datetime.fromtimestamp(0, UTC)
        self._shown: Today | None = None
        self._scrolls = False
        self._layout = page_layout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._content: QWidget | None = None
        self._below: tuple[QVBoxLayout, QWidget] | None = None  # what is under the header, in what

    def let_scroll(self) -> None:
        """Give what is shown a way to be longer than the window; the first paint does without."""
        self._scrolls = True
        if self._below is not None:
            inside, sheet = self._below
            inside.removeWidget(sheet)
            inside.addWidget(self._scroll_area(sheet), 1)

    def show_today(self, today: Today, now: datetime) -> None:
        """Show what is next and what waits, unless all of it is shown already."""
        same_part_of_day = self._now.date() == now.date() and self._now.hour == now.hour
        self._now = now
        if today == self._shown and same_part_of_day:
            return
        self._shown = today
        new = button(self.tr("New event"), "primary")
        new.setAccessibleName(self.tr("New event"))
        new.clicked.connect(self.new_event_asked)
        content = QWidget()
        inside = page_layout(content)
        inside.addLayout(header(self._greeting(), self._subtitle(), new))
        body = QVBoxLayout()
        body.setSpacing(GRID * 2)
        if today.next_event is None and not today.events:
            body.addWidget(self._first_event(), 1)
        else:
            row = QHBoxLayout()
            row.setSpacing(GRID * 2)
            row.addWidget(self._next(today.next_event), 3)
            row.addWidget(self._number(self.tr("People"), today.people), 1)
            row.addWidget(self._number(self.tr("Registrations"), today.registrations), 1)
            body.addLayout(row)
        if today.needs or today.events:
            body.addWidget(self._needs(today.needs), 1)
        body.setContentsMargins(0, 0, 0, 0)
        sheet = QWidget()
        sheet.setLayout(body)
        inside.addWidget(self._scroll_area(sheet) if self._scrolls else sheet, 1)
        self._below = (inside, sheet)
        if self._content is not None:
            self._layout.removeWidget(self._content)
            self._content.deleteLater()
        self._content = content
        self._layout.addWidget(content, 1)

    def _greeting(self) -> str:
        hour = self._now.astimezone().hour
        if hour < NOON:
            return self.tr("Good morning")
        return self.tr("Good afternoon") if hour < EVENING else self.tr("Good evening")

    def _subtitle(self) -> str:
        local = self._now.astimezone()
        date = QDate(local.year, local.month, local.day)
        text = self.tr("{day} · everything is saved on this computer")
        return text.format(day=QLocale().toString(date, QLocale.FormatType.LongFormat))

    def _first_event(self) -> QWidget:
        first = button(self.tr("Plan the first event"), "primary")
        first.clicked.connect(self.new_event_asked)
        steps = button(self.tr("Or take the first steps"), "quiet")
        steps.clicked.connect(self.first_steps_asked)
        return EmptyState(
            self.tr("No events yet"),
            self.tr("Your next event and everything that waits for you will be here."),
            first,
            second_button=steps,
        )

    def _next(self, coming: NextEvent | None) -> QFrame:
        made, layout = _card()
        if coming is None:
            layout.addWidget(label(self.tr("NEXT EVENT"), "caption"))
            layout.addWidget(label(self.tr("Nothing is planned"), "heading"))
            layout.addStretch(1)
            return made
        running = coming.starts <= self._now
        caption = self.tr("RUNNING NOW") if running else self.tr("NEXT EVENT")
        layout.addWidget(label(caption, "caption"))
        layout.addWidget(label(coming.title, "heading", data=True))
        layout.addWidget(label(span(coming.starts, coming.ends, coming.zone), "muted", data=True))
        layout.addWidget(label(self._places(coming), "muted"))
        row = QHBoxLayout()
        row.addWidget(self._to_event(self.tr("Open"), coming.id, coming.title, primary=True))
        row.addStretch(1)
        layout.addSpacing(GRID)
        layout.addLayout(row)
        return made

    def _places(self, coming: NextEvent) -> str:
        if coming.capacity is None:
            return self.tr("%n registered", "", coming.registered)
        text = self.tr("%n registered of {places}", "", coming.registered)
        return text.format(places=QLocale().toString(coming.capacity))

    def _number(self, caption: str, number: int) -> QFrame:
        made, layout = _card()
        layout.addWidget(label(caption, "caption"))
        layout.addWidget(label(QLocale().toString(number), "title", data=True))
        layout.addStretch(1)
        return made

    def _needs(self, needs: tuple[Need, ...]) -> QFrame:
        made, layout = _card()
        layout.addWidget(label(self.tr("Needs you"), "heading"))
        if not needs:
            layout.addWidget(label(self.tr("Nothing waits for you."), "muted"))
        for need in needs[:MOST_SHOWN]:
            layout.addLayout(self._need(need))
        if len(needs) > MOST_SHOWN:
            more = self.tr("And %n more.", "", len(needs) - MOST_SHOWN)
            layout.addWidget(label(more, "muted"))
        layout.addStretch(1)
        return made

    def _scroll_area(self, sheet: QWidget) -> QWidget:
        from PySide6.QtWidgets import QScrollArea

        made = QScrollArea()
        made.setAccessibleName(self.tr("What is next, and what needs you"))
        made.setWidgetResizable(True)
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setWidget(sheet)
        return made

    def _need(self, need: Need) -> QHBoxLayout:
        texts = QVBoxLayout()
        texts.setSpacing(0)
        titles = {
            "backup": self.tr("Backups"),
            "keys": self.tr("Signing keys"),
            "folder": self.tr("Data folder"),
            "events": self.tr("Events"),
        }
        title: QLabel = label(
            titles.get(need.kind, need.title), "plain", data=need.event is not None
        )
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        texts.addWidget(title)
        texts.addWidget(label(in_words(need.says), "muted"))
        row = QHBoxLayout()
        row.setSpacing(GRID * 2)
        row.addWidget(chip("!", "warn"))
        row.addLayout(texts, 1)
        row.addWidget(self._settling(need))
        return row

    def _settling(self, need: Need) -> QPushButton:
        """Return the button that settles it, or leads to where that is done."""
        if need.event is not None and need.kind != "sample":
            parts = {"plan": self.tr("Open Plan"), "register": self.tr("Open Register")}
            made = self._to_event(parts.get(need.part, self.tr("Open")), need.event, need.title)
            made.setProperty("part", need.part)
            return made
        if need.kind == "events":
            return self._to_page(self.tr("Open Events"), "events")
        if need.kind == "sample":
            made = button(self.tr("Remove the sample"))
            made.setAccessibleName(self.tr("Remove the sample"))
            made.clicked.connect(self.sample_removal_asked)
            return made
        special = {
            "keys": (self.tr("Back up…"), self.tr("Back up the signing keys")),
            "folder": (self.tr("What to do"), self.tr("What to do about the data folder")),
        }
        if need.kind not in special:
            return self._to_page(self.tr("Open Settings"), "settings")
        text, name = special[need.kind]
        made = button(text)
        made.setAccessibleName(name)
        made.clicked.connect(partial(self.settings_asked.emit, need.kind))
        return made

    def _to_event(self, text: str, event: int, title: str, *, primary: bool = False) -> QPushButton:
        made = button(text, "primary" if primary else "plain")
        made.setAccessibleName(self.tr("Open {title}").format(title=title))
        made.setProperty("event", event)
        made.clicked.connect(self._open_event)
        return made

    def _to_page(self, text: str, page: str) -> QPushButton:
        made = button(text)
        made.setAccessibleName(text)
        made.clicked.connect(partial(self.page_chosen.emit, page))
        return made

    def _open_event(self) -> None:
        settle = self.sender()
        self.event_chosen.emit(settle.property("event"), settle.property("part") or "")


def _card() -> tuple[QFrame, QVBoxLayout]:
    made = card()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
    layout.setSpacing(GRID // 2)
    return made, layout
