"""Everybody the trainer knows."""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.page import Page, header, page_layout
from cpd_desktop.ui.pages.duplicates import DuplicatesView
from cpd_desktop.ui.pages.person import PersonView
from cpd_desktop.ui.person_actions import PersonActions
from cpd_desktop.ui.row_table import Column, RowTable, SearchField
from cpd_desktop.ui.widgets import GRID, EmptyState, button, card

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import ClassVar

    from PySide6.QtCore import QPoint, QSettings
    from PySide6.QtWidgets import QPushButton

    from cpd_desktop.services.people import People
    from cpd_desktop.ui.desk import Desk

EVERYBODY, PAIRS = 0, 1
ONE = 1  # the page on top of the list
PAIR = 2
QUICKLY_COMPARED = 20_000  # so many cost the window nothing; more are compared when asked for
DO_NOT_MAIL = 1  # the second line of the filter; the tags follow


class PeopleRows:
    """Everybody, or those that a filter lets through, for a table."""

    def __init__(self, people: People, columns: Sequence[Column]) -> None:
        self._people = people
        self.columns = columns
        self.tag = ""
        self.do_not_mail = False

    def ids(self, search: str, sort: str, descending: bool) -> Sequence[int]:  # noqa: FBT001
        """Return who fits, in order."""
        return self._people.ids(
            search, sort, descending=descending, tag=self.tag, do_not_mail=self.do_not_mail
        )

    def rows(self, ids: Sequence[int]) -> dict[int, Sequence[object]]:
        """Return their cells."""
        found = self._people.listed(ids)
        return {
            key: (each.name, each.email, each.organisation, QLocale().toString(each.events))
            for key, each in found.items()
        }


class PeoplePage(Page):
    """Lists, searches and filters people, offers possible duplicates, and opens one person."""

    kinds: ClassVar[frozenset[str]] = frozenset({
        *("person", "registration", "told_apart", "ledger_entry", "membership"),
    })  # fmt: skip

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._actions = PersonActions(desk, self)
        self._search = SearchField(self.tr("Search by name, e-mail, licence or organisation"))
        self._search.setAccessibleName(self.tr("Search people"))
        self._rows = PeopleRows(desk.services.people, self._columns())
        self._table = RowTable(self._rows, filled=False)
        self._table.setAccessibleName(self.tr("People"))
        self._table.set_empty_text(self.tr("Nobody fits."))
        self._filter = QComboBox()
        self._filter.setAccessibleName(self.tr("Show"))
        self._everybody = button(self.tr("People"), "nav")
        self._pairs = button(self.tr("Possible duplicates"), "nav")
        self._add, self._open = button(self.tr("Add a person…"), "primary"), button(self.tr("Open"))
        self._edit, self._merge = button(self.tr("Edit…")), button(self.tr("Merge…"))
        self._merge.setToolTip(self.tr("Select two entries of one person to merge them."))
        self._remove, self._erase = button(self.tr("Delete")), button(self.tr("Erase…"), "danger")
        self._to_events = button(self.tr("Open Events"))
        for each in (*self._tools(), self._everybody, self._pairs, self._add, self._to_events):
            each.setAccessibleName(each.text())

        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self._table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)

        self._lay_out()
        self._fill_filter({})

        self._search.searched.connect(self._table.search)
        self._filter.activated.connect(self._apply_filter)
        self._views.idClicked.connect(self._show_view)
        self._table.chosen.connect(self.open_item)
        self._table.selection_changed.connect(self._show_buttons)
        self._table.customContextMenuRequested.connect(self._show_menu)
        delete.activated.connect(self.delete_selected)
        self._add.clicked.connect(self._actions.add)
        self._open.clicked.connect(self._open_selected)
        self._edit.clicked.connect(self._edit_selected)
        self._merge.clicked.connect(self._merge_selected)
        self._remove.clicked.connect(self.delete_selected)
        self._erase.clicked.connect(self._erase_selected)
        self._to_events.clicked.connect(self._go_to_events)
        self._actions.changed.connect(self.refresh)
        self._actions.gone.connect(self._leave)

    @cached_property
    def _person(self) -> PersonView:
        """Return the view of one person, made when the first one is opened."""
        made = PersonView(self.desk, self._actions)
        self._pages.addWidget(made)
        made.left.connect(self.show_list)
        return made

    @cached_property
    def _duplicates(self) -> DuplicatesView:
        """Return the view of pairs, made when they are first looked for."""
        made = DuplicatesView(self.desk, self._actions)
        made.search(self._search.text())
        self._inside.addWidget(made)
        self._search.searched.connect(made.search)
        made.counted.connect(self._show_count)
        return made

    def refresh(self) -> None:
        """Read the list, and the person that is open, again."""
        self.desk.operations.look_up(
            lambda _work: self.desk.services.people.tags(), self._fill_filter
        )
        self._table.reload()
        nobody = not self._table.rows.rowCount() and not self._search.text()
        unfiltered = not (self._rows.tag or self._rows.do_not_mail)
        self._stack.setCurrentIndex(1 if nobody and unfiltered else 0)
        if self._pages.currentIndex() == ONE:
            self._person.refresh()
        shown = self._inside.currentIndex() == PAIRS
        if shown or len(self._table.rows.ids) <= QUICKLY_COMPARED:
            self._duplicates.refresh()
        self._show_buttons()

    def open_item(self, item: int) -> None:
        """Open a person."""
        self._person.show_person(item)
        self._pages.setCurrentWidget(self._person)

    def open_part(self, part: str) -> None:
        """Show the possible duplicates."""
        if part == "duplicates":
            self.show_list()
            self._show_view(PAIRS)

    def show_list(self) -> None:
        """Go back to the list."""
        self._pages.setCurrentIndex(0)
        if self._person.person_id is not None:
            self._table.select_id(self._person.person_id)
        self._table.setFocus()

    def delete_selected(self) -> None:
        """Remove the selected people, if they never had a place."""
        if ids := self._table.selected_ids():
            self._actions.remove(ids)

    def focus_search(self) -> None:
        """Go to the search field."""
        self._pages.setCurrentIndex(0)
        self._search.setFocus()

    def keep_state(self, kept: QSettings) -> None:
        """Write down the columns' widths."""
        kept.setValue("people/table", json.dumps(self._table.state()))

    def find_state(self, kept: QSettings) -> None:
        """Find the columns' widths."""
        self._table.restore_state(json.loads(str(kept.value("people/table", "{}"))))

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("name", self.tr("Name"), width=240),
            Column("email", self.tr("E-mail"), width=260),
            Column("organisation", self.tr("Organisation"), width=200),
            Column("events", self.tr("Events"), "right", width=80),
        )

    def _tools(self) -> tuple[QPushButton, ...]:
        return (self._open, self._edit, self._merge, self._remove, self._erase)

    def _lay_out(self) -> None:
        self._views = QButtonGroup(self)
        for number, each in enumerate((self._everybody, self._pairs)):
            each.setCheckable(True)
            self._views.addButton(each, number)
        self._everybody.setChecked(True)
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._pages = QStackedWidget()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._pages)
        first = QWidget()
        self._pages.addWidget(first)
        layout = page_layout(first)
        layout.addLayout(header(self.tr("People"), "", self._add))
        self._stack = QStackedWidget()
        layout.addWidget(self._stack, 1)
        listing = card()
        self._stack.addWidget(listing)
        inside = QVBoxLayout(listing)
        inside.setSpacing(GRID)
        inside.addLayout(FlowRow(self._everybody, self._pairs, self._filter))
        inside.addWidget(self._search)
        self._inside = QStackedWidget()
        inside.addWidget(self._inside, 1)
        everybody = QWidget()
        self._inside.addWidget(everybody)
        within = QVBoxLayout(everybody)
        within.setContentsMargins(0, 0, 0, 0)
        within.setSpacing(GRID)
        within.addWidget(self._table, 1)
        within.addLayout(FlowRow(*self._tools()))
        self._stack.addWidget(
            EmptyState(
                self.tr("Nobody yet"),
                self.tr("People appear here as soon as they are registered for an event."),
                self._to_events,
            )
        )

    def _fill_filter(self, tags: dict[str, int]) -> None:
        kept = self._filter.currentData()
        self._filter.clear()
        self._filter.addItem(self.tr("Everybody"), "")
        self._filter.addItem(self.tr("Not to be written to"), "")
        for tag, count in tags.items():
            text = self.tr("Tag {tag} ({count})")
            self._filter.addItem(text.format(tag=tag, count=QLocale().toString(count)), tag)
        if self._rows.do_not_mail:
            self._filter.setCurrentIndex(DO_NOT_MAIL)
        elif kept and (place := self._filter.findData(kept)) > 0:
            self._filter.setCurrentIndex(place)
        if self._rows.tag != self._filter.currentData():  # the last who had it lost it
            self._apply_filter(self._filter.currentIndex())

    def _apply_filter(self, line: int) -> None:
        self._rows.do_not_mail = line == DO_NOT_MAIL
        self._rows.tag = self._filter.itemData(line)
        self._table.reload()
        self._show_view(EVERYBODY)

    def _show_view(self, number: int) -> None:
        self._views.button(number).setChecked(True)
        if number == PAIRS and (
            not self._inside.widget(PAIRS) or len(self._table.rows.ids) > QUICKLY_COMPARED
        ):
            self._duplicates.refresh()
        self._inside.setCurrentIndex(number)

    def _show_count(self, count: int) -> None:
        text = self.tr("Possible duplicates (%n)", "", count)
        self._pairs.setText(text if count else self.tr("Possible duplicates"))
        self._pairs.setAccessibleName(self._pairs.text())
        # The one that is open is bold, and must not need more room than before.
        bold = self._pairs.font()
        bold.setBold(True)
        wide = QFontMetrics(bold).horizontalAdvance(self._pairs.text()) + GRID * 3
        self._pairs.setMinimumWidth(wide)

    def _show_buttons(self) -> None:
        count = len(self._table.selected_ids())
        for each in (self._open, self._edit, self._erase):
            each.setEnabled(count == 1)
        self._merge.setEnabled(count == PAIR)
        self._remove.setEnabled(count > 0)

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        for each in self._tools():
            if each.isEnabled():
                menu.addAction(each.text(), each.click)
        if not menu.isEmpty():
            menu.popup(self._table.viewport().mapToGlobal(place))

    def _open_selected(self) -> None:
        self.open_item(self._table.selected_ids()[0])

    def _edit_selected(self) -> None:
        self._actions.edit(self._table.selected_ids()[0])

    def _merge_selected(self) -> None:
        self._actions.merge(*self._table.selected_ids())

    def _erase_selected(self) -> None:
        self._actions.erase(self._table.selected_ids()[0])

    def _leave(self, person: int) -> None:
        if self._pages.currentIndex() == ONE and person == self._person.person_id:
            self._person.person_id = None
            self._pages.setCurrentIndex(0)

    def _go_to_events(self) -> None:
        self.desk.places.go("events")
