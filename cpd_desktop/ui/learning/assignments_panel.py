"""Who handed in what for which assignment, and how it was marked."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QLocale, QSignalBlocker
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from cpd_desktop.domain.assignments import Step
from cpd_desktop.domain.content import SubmissionStatus
from cpd_desktop.domain.errors import CpdError
from cpd_desktop.ui.dates import day_and_time
from cpd_desktop.ui.file_questions import ask_where_to_save
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.learning.marking_dialog import HandedIn, HandInDialog, MarkingDialog
from cpd_desktop.ui.learning.words import standing_words
from cpd_desktop.ui.page import Page
from cpd_desktop.ui.row_table import Column, RowTable, SearchField
from cpd_desktop.ui.settings.note import Note
from cpd_desktop.ui.widgets import GRID, EmptyState, button, label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cpd_desktop.domain.assignments import Assignment, Submission
    from cpd_desktop.domain.events import Event
    from cpd_desktop.services.submissions import Standing, Submissions
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk

    Counts = Mapping[SubmissionStatus, int]

S = SubmissionStatus


class StandingRows:
    """Everybody on an event and how their work on one assignment stands, for a table."""

    def __init__(self, submissions: Submissions, columns: Sequence[Column]) -> None:
        self._submissions = submissions
        self.columns = columns
        self.assignment: Assignment | None = None
        self.zone = "UTC"

    def ids(self, search: str, sort: str, descending: bool) -> Sequence[int]:  # noqa: FBT001
        """Return the registrations that fit, in order."""
        if self.assignment is None:
            return []
        return self._submissions.ids(self.assignment.id, search, sort, descending=descending)

    def standings(self, ids: Sequence[int]) -> dict[int, Standing]:
        """Return how these people stand."""
        if self.assignment is None:
            return {}
        return self._submissions.listed(self.assignment.id, ids)

    def rows(self, ids: Sequence[int]) -> dict[int, Sequence[object]]:
        """Return their cells."""
        return {key: self._cells(each) for key, each in self.standings(ids).items()}

    def _cells(self, each: Standing) -> Sequence[object]:
        last = each.last
        if last is None:
            return (each.name, standing_words(None))
        number = QLocale().toString
        return (
            each.name,
            standing_words(last),
            number(last.attempt),
            None if last.mark is None else number(last.mark),
            None if last.submitted_at is None else day_and_time(last.submitted_at, self.zone),
        )


class AssignmentsPanel(Page):
    """Shows the people of one event by assignment; takes in and marks their work."""

    kinds: ClassVar[frozenset[str]] = frozenset(
        {"assignment", "submission", "registration", "person"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._event: Event | None = None
        self._tasks: dict[int, Assignment] = {}
        self._counts: Mapping[int, Counts] = {}
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Assignment"))
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.setMinimumContentsLength(20)
        self.summary = label("", "muted")
        self.search = SearchField(self.tr("Search by name or e-mail"))
        self.search.setAccessibleName(self.tr("Search people"))
        columns = (
            Column("name", self.tr("Name"), width=260),
            Column("status", self.tr("Status"), width=180),
            Column("attempt", self.tr("Attempt"), "right", width=90),
            Column("mark", self.tr("Points"), "right", width=90),
            Column("submitted", self.tr("Handed in"), width=190),
        )
        self._rows = StandingRows(desk.services.submissions, columns)
        self.table = RowTable(self._rows, filled=False)
        self.table.setAccessibleName(self.tr("Work on this assignment"))
        self.note = Note()
        self.hand_in_button = button(self.tr("Hand in…"))
        self.mark_button = button(self.tr("Mark…"), "primary")
        self.approve_button = button(self.tr("Approve"))
        for each in (self.hand_in_button, self.mark_button, self.approve_button):
            each.setAccessibleName(each.text().replace("…", ""))

        self._lay_out()

        self.choice.currentIndexChanged.connect(self._choose)
        self.search.searched.connect(self._search)
        self.table.selection_changed.connect(self._enable)
        self.table.chosen.connect(self._open)
        self.table.failed.connect(desk.operations.failed)
        self.hand_in_button.clicked.connect(self.hand_in)
        self.mark_button.clicked.connect(self.mark)
        self.approve_button.clicked.connect(self.approve)

    def show_event(self, event: Event) -> None:
        """Show the assignments of an event."""
        self._event = event
        self._rows.zone = event.zone
        self.refresh()

    def refresh(self) -> None:
        """Read assignments and people again."""
        if self._event is None:
            return
        event, services = self._event.id, self.desk.services
        self.desk.operations.look_up(
            lambda _work: (event, services.learning.assignments(event),
                           services.progress.counts(event)),
            self._show,
        )  # fmt: skip

    def hand_in(self) -> None:
        """Ask for what the selected person handed in."""
        task, who = self._rows.assignment, self._selected_one()
        if task is None or who is None:
            return
        last = who.last
        draft = last if last is not None and last.status is S.DRAFT else None
        attempt = 1 if last is None else last.attempt + (draft is None)
        dialog = HandInDialog(
            self.window(),
            who.name,
            task,
            draft,
            overdue=task.is_late(self.desk.services.clock.now()),
            too_many=attempt > task.attempts,
        )
        dialog.offered.connect(partial(self._hand_in, task.id, who.registration_id))
        dialog.put_by.connect(partial(self._keep_draft, task.id, who.registration_id))
        dialog.open()

    def mark(self) -> None:
        """Show the selected person's work with the rubric."""
        task, who, event = self._rows.assignment, self._selected_one(), self._event
        if task is None or who is None or event is None:
            return
        if who.last is None or who.last.status is S.DRAFT:
            return
        dialog = MarkingDialog(self.window(), who.name, task, who.last, event.zone)
        dialog.decided.connect(partial(self._decide, who.last.id))
        dialog.copy_asked.connect(partial(self._save_copy, who.last))
        dialog.open()

    def approve(self) -> None:
        """Approve the marked work of everybody selected."""
        task, people = self._rows.assignment, self.table.selected_ids()
        if task is not None:
            submissions, key = self.desk.services.submissions, task.id
            text = self.tr("Marked work approved")
            self._carry_out(
                lambda _work: submissions.approve(submissions.marked(key, people)), text
            )

    def _lay_out(self) -> None:
        caption = QLabel(self.tr("&Assignment"))
        caption.setBuddy(self.choice)
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(caption)
        top.addWidget(self.choice, 1)
        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        listing = QWidget()
        self._stack.addWidget(listing)
        inside = QVBoxLayout(listing)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GRID)
        inside.addLayout(top)
        inside.addWidget(self.summary)
        inside.addLayout(FlowRow(self.mark_button, self.hand_in_button, self.approve_button))
        inside.addWidget(self.note)
        inside.addWidget(self.search)
        inside.addWidget(self.table, 1)
        self._stack.addWidget(
            EmptyState(
                self.tr("No assignments"),
                self.tr(
                    "Where people have to hand something in, their work is listed and marked here."
                    " Assignments are added under Plan."
                ),
            )
        )

    def _show(self, found: tuple[int, list[Assignment], Mapping[int, Counts]]) -> None:
        event, tasks, counts = found
        if self._event is None or event != self._event.id:
            return  # another one was opened meanwhile
        before = self.choice.currentData()
        self._tasks = {each.id: each for each in tasks}
        self._counts = counts
        with QSignalBlocker(self.choice):
            self.choice.clear()
            for each in tasks:
                self.choice.addItem(self._choice_text(each), each.id)
            self.choice.setCurrentIndex(max(0, self.choice.findData(before)) if tasks else -1)
        self._stack.setCurrentIndex(0 if tasks else 1)
        self._choose()

    def _choice_text(self, task: Assignment) -> str:
        waiting = self._counts.get(task.id, {}).get(S.SUBMITTED, 0)
        if not waiting:
            return task.title
        text = self.tr("{title} (%n to mark)", "", waiting)
        return text.format(title=task.title)

    def _choose(self) -> None:
        self._rows.assignment = self._tasks.get(self.choice.currentData() or 0)
        self.table.reload()
        self._say_how_many()
        self._enable()

    def _search(self, words: str) -> None:
        self.table.set_empty_text(self._nobody(words))
        self.table.search(words)

    def _say_how_many(self) -> None:
        task = self._rows.assignment
        counts = self._counts.get(0 if task is None else task.id, {})
        self.summary.setText(
            " · ".join(
                (
                    self.tr("%n to mark", "", counts.get(S.SUBMITTED, 0)),
                    self.tr("%n marked", "", counts.get(S.GRADED, 0)),
                    self.tr("%n to be revised", "", counts.get(S.NEEDS_REVISION, 0)),
                    self.tr("%n approved", "", counts.get(S.APPROVED, 0)),
                )
            )
        )
        self.table.set_empty_text(self._nobody(self.search.text()))

    def _nobody(self, words: str) -> str:
        if words:
            return self.tr("Nobody fits these words.")
        return self.tr("Nobody has a place on this event yet.")

    def _open(self, _registration: int) -> None:
        last = None if (who := self._selected_one()) is None else who.last
        if last is None or last.status is S.DRAFT:
            self.hand_in()
        else:
            self.mark()

    def _selected_one(self) -> Standing | None:
        ids = self.table.selected_ids()
        return self._rows.standings(ids).get(ids[0]) if len(ids) == 1 else None

    def _enable(self) -> None:
        who = self._selected_one()
        status = None if who is None or who.last is None else who.last.status
        can_mark = status not in (None, S.DRAFT)
        self.mark_button.setEnabled(can_mark)
        self.hand_in_button.setEnabled(
            who is not None and status in (None, S.DRAFT, S.NEEDS_REVISION)
        )
        several = len(self.table.selected_ids()) > 1
        self.approve_button.setEnabled(several or status is S.GRADED)

    def _hand_in(self, task: int, registration: int, given: HandedIn) -> None:
        submissions = self.desk.services.submissions
        self._carry_out(
            lambda _work: submissions.hand_in(
                task, registration, given.body, given.file, late=given.late, extra=given.extra
            ),
            self.tr("Work handed in"),
        )

    def _keep_draft(self, task: int, registration: int, given: HandedIn) -> None:
        submissions = self.desk.services.submissions
        self._carry_out(
            lambda _work: submissions.keep_draft(task, registration, given.body, given.file),
            self.tr("Draft kept"),
        )

    def _decide(self, work: int, step: Step, marks: list[int], feedback: str) -> None:
        submissions = self.desk.services.submissions
        if step is Step.APPROVE:
            text = self.tr("Work approved")
            self._carry_out(lambda _: submissions.mark_and_approve(work, marks, feedback), text)
        elif step is Step.ASK_REVISION:
            text = self.tr("Revision asked for")
            self._carry_out(lambda _: submissions.ask_revision(work, feedback, marks), text)
        else:
            text = self.tr("Work marked")
            self._carry_out(lambda _: submissions.mark(work, marks, feedback), text)

    def _save_copy(self, work: Submission) -> None:
        ask_where_to_save(
            self,
            self.tr("Save a copy"),
            work.file_name,
            self.tr("All files (*)"),
            partial(self._write_copy, work.id),
        )

    def _write_copy(self, work: int, path: str) -> None:
        submissions = self.desk.services.submissions
        self._carry_out(lambda _: submissions.write_file(work, Path(path)), "")

    def _carry_out(self, call: Callable[[Work], Any], text: str) -> None:
        self.note.say("")
        self.desk.operations.carry_out(
            call, origin=self, text=text, then=self._changed, otherwise=self._refused
        )

    def _changed(self, _result: object) -> None:
        self.refresh()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, CpdError):
            self.note.say_error(error)
            self.refresh()
        else:
            self.desk.operations.failed.emit(error)
