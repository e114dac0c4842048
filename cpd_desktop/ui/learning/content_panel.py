"""What is learnt at an event beside its sessions: modules, their content, and assignments."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cpd_desktop.domain.assignments import AssignmentDraft
from cpd_desktop.domain.content import ContentKind, ModuleDraft, PieceDraft, may_wait_for
from cpd_desktop.domain.errors import Conflict, CpdError
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.learning.assignment_dialog import AssignmentDialog
from cpd_desktop.ui.learning.content_tree import ASSIGNMENT, MODULE, PIECE, ContentTree, Thing
from cpd_desktop.ui.learning.module_dialog import ModuleDialog, PieceDialog
from cpd_desktop.ui.page import Page
from cpd_desktop.ui.questions import Question
from cpd_desktop.ui.settings.note import Note
from cpd_desktop.ui.widgets import GRID, EmptyState, button
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from cpd_desktop.domain.assignments import Assignment
    from cpd_desktop.domain.content import Module, Piece
    from cpd_desktop.domain.events import Event
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk


class ContentPanel(Page):
    """Shows and changes the modules, content and assignments of one event."""

    kinds: ClassVar[frozenset[str]] = frozenset({"module", "content", "assignment"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._event: Event | None = None
        self._modules: dict[int, Module] = {}
        self._tasks: dict[int, Assignment] = {}
        self._wanted: Thing | None = None
        self.question: Question | None = None
        self.tree = ContentTree()
        self.note = Note()
        self.add_module_button = button(self.tr("Add module…"))
        self.add_piece_button = button(self.tr("Add content…"))
        self.add_task_button = button(self.tr("Add assignment…"))
        self.edit_button = button(self.tr("Edit…"))
        self.remove_button = button(self.tr("Remove"))
        self.up_button = button(self.tr("Move up"))
        self.down_button = button(self.tr("Move down"))
        first = button(self.tr("Add the first module…"), "primary")
        self._buttons = (
            self.add_module_button,
            self.add_piece_button,
            self.add_task_button,
            self.edit_button,
            self.remove_button,
            self.up_button,
            self.down_button,
        )
        for each in (*self._buttons, first):
            each.setAccessibleName(each.text().replace("…", ""))

        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        listing = QWidget()
        self._stack.addWidget(listing)
        inside = QVBoxLayout(listing)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GRID)
        inside.addLayout(FlowRow(*self._buttons))
        inside.addWidget(self.note)
        inside.addWidget(self.tree, 1)
        empty = EmptyState(
            self.tr("No learning content"),
            self.tr(
                "Documents, videos, texts and quizzes go into modules, which open at once or one"
                " after the other. An event without any is complete, too."
            ),
            first,
        )
        self._stack.addWidget(empty)

        first.clicked.connect(self.add_module)
        self.add_module_button.clicked.connect(self.add_module)
        self.add_piece_button.clicked.connect(self.add_piece)
        self.add_task_button.clicked.connect(self.add_assignment)
        self.edit_button.clicked.connect(self.edit)
        self.remove_button.clicked.connect(self.remove)
        self.up_button.clicked.connect(self._step_up)
        self.down_button.clicked.connect(self._step_down)
        self.tree.chosen.connect(self.edit)
        self.tree.removal_asked.connect(self.remove)
        self.tree.step_asked.connect(self.step)
        self.tree.moved.connect(self._move)
        self.tree.files_dropped.connect(self.add_files)
        self.tree.currentItemChanged.connect(self._enable)

    def show_event(self, event: Event) -> None:
        """Show the content of an event."""
        self._event = event
        self.refresh()

    def refresh(self) -> None:
        """Read the content again."""
        if self._event is not None:
            event = self._event.id
            learning = self.desk.services.learning
            self.desk.operations.look_up(
                lambda _work: (event, learning.modules(event), learning.assignments(event)),
                self._show,
            )

    def add_module(self) -> None:
        """Ask for a new module."""
        if self._event is not None:
            self._ask_module(ModuleDraft(""), None, self._add_module)

    def add_piece(self) -> None:
        """Ask for content for the selected module."""
        if (module := self._module_here()) is not None:
            dialog = PieceDialog(self.window(), PieceDraft(ContentKind.DOCUMENT, ""), new=True)
            dialog.offered.connect(partial(self._add_piece, module.id))
            dialog.open()

    def add_assignment(self) -> None:
        """Ask for an assignment in the selected module."""
        if self._event is not None:
            module = self._module_here()
            draft = AssignmentDraft("", module_id=None if module is None else module.id)
            self._ask_assignment(draft, self._add_assignment, new=True)

    def add_files(self, thing: object, paths: Sequence[Path]) -> None:
        """Put files as documents into the module that they were dropped on, else the last."""
        module = self._module_of(thing if isinstance(thing, Thing) else None)
        module = module or next(reversed(self._modules.values()), None)
        if module is None or not paths:
            return
        learning, key = self.desk.services.learning, module.id
        text = self.tr("%n document(s) added", "", len(paths))
        self._carry_out(lambda _work: learning.add_documents(key, paths), text)

    def edit(self) -> None:
        """Ask for changes to what is selected."""
        thing = self.tree.current_thing()
        if thing is None:
            return
        learning = self.desk.services.learning
        if thing.kind == MODULE:
            draft = self._modules[thing.id].draft()
            self._ask_module(draft, thing.id, partial(self._change, learning.change_module, thing))
        elif thing.kind == ASSIGNMENT:
            change = partial(self._change, learning.change_assignment, thing)
            self._ask_assignment(self._tasks[thing.id].draft(), change, new=False)
        else:
            piece = self._piece(thing.id)
            dialog = PieceDialog(self.window(), piece.draft(), new=False)
            dialog.offered.connect(partial(self._change, learning.change_piece, thing))
            dialog.open()

    def remove(self) -> None:
        """Remove what is selected; if modules wait for it, ask what becomes of them."""
        thing = self.tree.current_thing()
        if thing is None:
            return
        learning = self.desk.services.learning
        if thing.kind == MODULE:
            self._carry_out(
                lambda _work: learning.remove_module(thing.id),
                self.tr("Module removed"),
                otherwise=partial(self._ask_about_waiting, thing.id),
            )
        elif thing.kind == PIECE:
            removed = self.tr("Content removed")
            self._carry_out(lambda _work: learning.remove_piece(thing.id), removed)
        else:
            removed = self.tr("Assignment removed")
            self._carry_out(lambda _work: learning.remove_assignment(thing.id), removed)

    def step(self, by: int) -> None:
        """Move what is selected one place up or down among its likes."""
        thing = self.tree.current_thing()
        if thing is None:
            return
        likes = self._likes(thing)
        place = likes.index(thing.id) + by
        if 0 <= place < len(likes):
            self._move(thing, Thing(thing.kind, likes[place]), below=by > 0)

    def _step_up(self) -> None:
        self.step(-1)

    def _step_down(self) -> None:
        self.step(1)

    def _move(self, what: Thing, target: Thing, below: bool) -> None:  # noqa: FBT001 - a signal's
        """Put a thing above or below another, or into another module."""
        learning = self.desk.services.learning
        module = self._module_of(target)
        if what == target or (what.kind != ASSIGNMENT and module is None):
            return
        if what.kind == MODULE and module is not None:
            place = _place(list(self._modules), what.id, module.id, below=below)
            call: Callable[[], Any] = partial(learning.move_module, what.id, place)
        elif what.kind == PIECE and module is not None:
            inside = [each.id for each in module.pieces]
            place = len(inside)
            if target.kind == PIECE:
                place = _place(inside, what.id, target.id, below=below)
            call = partial(learning.move_piece, what.id, place, module.id)
        elif target.kind == ASSIGNMENT and self._tasks[target.id].module_id == (
            self._tasks[what.id].module_id
        ):
            place = _place(list(self._tasks), what.id, target.id, below=below)
            call = partial(learning.move_assignment, what.id, place)
        else:
            into = None if module is None else module.id
            draft = replace(self._tasks[what.id].draft(), module_id=into)
            call = partial(learning.change_assignment, what.id, draft)
        self._carry_out(lambda _work: call(), self.tr("Content moved"))

    def _likes(self, thing: Thing) -> list[int]:
        """Return the things among which this one can be moved, in order."""
        if thing.kind == MODULE:
            return list(self._modules)
        if thing.kind == PIECE:
            module = self._modules[self._piece(thing.id).module_id]
            return [each.id for each in module.pieces]
        here = self._tasks[thing.id].module_id
        return [each.id for each in self._tasks.values() if each.module_id == here]

    def _ask_module(
        self, draft: ModuleDraft, module: int | None, then: Callable[[ModuleDraft], None]
    ) -> None:
        event = self._event
        assert event is not None  # noqa: S101 - asked for only where an event is shown
        dialog = ModuleDialog(
            self.window(),
            draft,
            zone=event.zone,
            usual=event.starts,
            before=may_wait_for(self._modules.values(), module),
            new=module is None,
        )
        dialog.offered.connect(then)
        dialog.open()

    def _ask_assignment(
        self, draft: AssignmentDraft, then: Callable[[AssignmentDraft], None], *, new: bool
    ) -> None:
        event = self._event
        assert event is not None  # noqa: S101 - asked for only where an event is shown
        modules = list(self._modules.values())
        dialog = AssignmentDialog(
            self.window(), draft, zone=event.zone, usual=event.ends, modules=modules, new=new
        )
        dialog.offered.connect(then)
        dialog.open()

    def _add_module(self, draft: ModuleDraft) -> None:
        learning, event = self.desk.services.learning, self._event
        if event is not None:
            text = self.tr("Module added")
            add = partial(learning.add_module, event.id, draft)
            self._carry_out(lambda _work: add(), text, partial(self._added, MODULE))

    def _add_piece(self, module: int, draft: PieceDraft, file: Path | None) -> None:
        add = partial(self.desk.services.learning.add_piece, module, draft, file)
        text = self.tr("Content added")
        self._carry_out(lambda _work: add(), text, partial(self._added, PIECE))

    def _add_assignment(self, draft: AssignmentDraft) -> None:
        learning, event = self.desk.services.learning, self._event
        if event is not None:
            text = self.tr("Assignment added")
            add = partial(learning.add_assignment, event.id, draft)
            self._carry_out(lambda _work: add(), text, partial(self._added, ASSIGNMENT))

    def _change(self, change: Callable[..., Any], thing: Thing, *offered: object) -> None:
        self._carry_out(lambda _work: change(thing.id, *offered), self.tr("Content changed"))

    def _carry_out(
        self,
        call: Callable[[Work], Any],
        text: str,
        then: Callable[[Any], None] | None = None,
        otherwise: Callable[[Exception], None] | None = None,
    ) -> None:
        self.note.say("")
        self.desk.operations.carry_out(
            call,
            origin=self,
            text=text,
            then=then or self._changed,
            otherwise=otherwise or self._refused,
        )

    def _changed(self, _result: object) -> None:
        self.refresh()

    def _added(self, kind: str, added: Module | Piece | Assignment) -> None:
        self._wanted = Thing(kind, added.id)
        self.refresh()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, CpdError):
            self.note.say_error(error)
            self.refresh()
        else:
            self.desk.operations.failed.emit(error)

    def _ask_about_waiting(self, module: int, error: Exception) -> None:
        if not isinstance(error, Conflict):
            self._refused(error)
            return
        box = Question(
            self.window(),
            self.tr("Remove module"),
            in_words(error.says),
            self.tr("They open when it would have opened. Undo brings it back."),
            yes=self.tr("Remove module"),
            no=self.tr("Cancel"),
        )
        box.accepted.connect(partial(self._remove_waited_for, module))
        self.question = box
        box.open()

    def _remove_waited_for(self, module: int) -> None:
        learning = self.desk.services.learning
        self._carry_out(
            lambda _work: learning.remove_module(module, open_waiting=True),
            self.tr("Module removed"),
        )

    def _show(self, found: tuple[int, list[Module], list[Assignment]]) -> None:
        event, modules, tasks = found
        if self._event is None or event != self._event.id:
            return  # another one was opened meanwhile
        self._modules = {each.id: each for each in modules}
        self._tasks = {each.id: each for each in tasks}
        self.tree.show_content(modules, tasks, self._event.zone)
        if self._wanted is not None and self.tree.select(self._wanted):
            self._wanted = None
        self._stack.setCurrentIndex(0 if modules or tasks else 1)
        self._enable()

    def _enable(self) -> None:
        thing = self.tree.current_thing()
        likes = [] if thing is None else self._likes(thing)
        here = None if thing is None else thing.id
        self.add_piece_button.setEnabled(self._module_here() is not None)
        for each in (self.edit_button, self.remove_button):
            each.setEnabled(bool(likes))
        self.up_button.setEnabled(bool(likes) and likes[0] != here)
        self.down_button.setEnabled(bool(likes) and likes[-1] != here)

    def _module_here(self) -> Module | None:
        return self._module_of(self.tree.current_thing())

    def _module_of(self, thing: Thing | None) -> Module | None:
        """Return the module that a thing is or lies in."""
        if thing is None:
            return None
        if thing.kind == PIECE:
            return self._modules.get(self._piece(thing.id).module_id)
        if thing.kind == MODULE:
            return self._modules.get(thing.id)
        into = self._tasks[thing.id].module_id
        return None if into is None else self._modules.get(into)

    def _piece(self, key: int) -> Piece:
        return next(
            each for module in self._modules.values() for each in module.pieces if each.id == key
        )


def _place(order: Sequence[int], what: int, target: int, *, below: bool) -> int:
    """Return where a thing stands once it was taken out and put beside another."""
    left = [each for each in order if each != what]
    return left.index(target) + below
