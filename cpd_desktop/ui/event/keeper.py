"""Keeps what is entered of an event as soon as it is left, and loses nothing that is not well."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.events import Event, EventDraft
from cpd_desktop.services.events import CHANGED_MEANWHILE
from cpd_desktop.ui.event.edits import Collided

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cpd_desktop.domain.changes import Done
    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.services.copies import Scope
    from cpd_desktop.services.drafts import Unfinished
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.event.entries import Entry

TYPING_MILLISECONDS = 1000


class Edit(NamedTuple):
    """A change of a part of the event, such as its sessions, and what it is called."""

    change: Callable[[EventDraft], EventDraft]
    text: str


class Keeper(QObject):
    """Stands between the fields of one event and the services.

    ``shown`` carries the event as it is kept, ``found_wrong`` how many fields are not well,
    ``found_unfinished`` what was typed the last time and not kept, and ``collided`` the fields
    that somebody else changed while they were being edited here; ``part_collided`` a change that
    can be made all the same of a part such as a session.
    """

    shown = Signal(Event)
    saved = Signal()
    not_saved = Signal()
    found_wrong = Signal(list)
    found_unfinished = Signal(list, datetime)
    collided = Signal(list)
    part_collided = Signal(object, str)

    def __init__(self, desk: Desk, entries: Mapping[str, Entry], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._entries = entries
        self._origin = parent
        self.kept: Event | None = None
        self.scope: Scope | None = None  # which other dates of its series change alike
        self._edits: deque[Edit] = deque()
        self._sent: dict[str, Any] | None = None  # what is on its way, as it was typed
        self._under_way: Edit | None = None
        self._again = False
        self._theirs: list[str] = []
        self._draft_kept = False
        self._left_well: set[int] = set()  # events that were left without anything wrong
        self._unfinished: Unfinished | None = None
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MILLISECONDS)
        self._typing.timeout.connect(self.keep_draft)
        for entry in entries.values():
            entry.entered.connect(self.commit)
            entry.typed.connect(self._typing.start)

    def show(self, event: Event) -> None:
        """Show an event as it is kept now; what is typed and differs from that stays."""
        before = self.kept
        if before is None or before.id != event.id:
            self._open(event)
            return
        self.kept = event
        collided = []
        for name, entry in self._entries.items():
            entry.zone = event.zone
            old, new = getattr(before, name), getattr(event, name)
            if not entry.touched:
                entry.show_value(new)
            elif new != old and not self._means(entry, new):
                collided.append(name)
            elif new != old:
                entry.show_value(new)
        if collided:
            self._theirs = list(dict.fromkeys((*self._theirs, *collided)))
            self.collided.emit([self._entries[name].words for name in self._theirs])
        self.shown.emit(event)

    def commit(self) -> None:
        """Keep every field that is well, together; the others wait in the draft."""
        event = self.kept
        if event is None or self._theirs:
            return
        if self._sent is not None:
            self._again = True
            return
        values, problems = self._entered(event)
        draft, found = self._merged(event.draft(), values)
        problems |= found
        for name, entry in self._entries.items():
            entry.say(problems.get(name))
        self.found_wrong.emit([name for name in self._entries if name in problems])
        if draft != event.draft():
            taken = [name for name, value in values.items() if getattr(draft, name) == value]
            sent = {name: self._entries[name].raw() for name in taken}
            words = ", ".join(self._entries[name].words for name in sent)
            self._send(event, draft, words, sent)
        else:
            self.keep_draft()

    def edit(self, change: Any, text: str) -> None:
        """Change a part of the event, after all that is on its way."""
        self._edits.append(Edit(change, text))
        self._go_on()

    def keep_draft(self) -> None:
        """Keep what is typed and not kept, so that nothing can take it away."""
        self._typing.stop()
        event = self.kept
        if event is None:
            return
        drafts, editor = self._desk.services.drafts, f"event:{event.id}"
        content = {name: each.raw() for name, each in self._entries.items() if each.touched}
        if self._unfinished is not None:  # nobody decided about it yet
            content = self._unfinished.content | content
        if content:
            self._draft_kept = True
            self._run(lambda _work: drafts.keep(editor, content))
        elif self._draft_kept:
            self._draft_kept = False
            self._run(lambda _work: drafts.drop(editor))

    def use_unfinished(self) -> None:
        """Go on with what was typed the last time."""
        if self._unfinished is not None:
            for name, raw in self._unfinished.content.items():
                self._entries[name].show_raw(raw)
        self._settle_unfinished()

    def drop_unfinished(self) -> None:
        """Forget what was typed the last time."""
        self._settle_unfinished()

    def leave(self) -> None:
        """Keep what is typed now, as far as it is well, and the rest as a draft."""
        self.commit()
        if self._sent is not None or self._theirs:
            self.keep_draft()

    def keep_mine(self) -> None:
        """Keep what is typed here instead of what somebody else entered."""
        self._theirs = []
        self.commit()

    def take_theirs(self) -> None:
        """Show what somebody else entered instead of what is typed here."""
        assert self.kept is not None  # noqa: S101 - somebody changed it
        for name in self._theirs:
            self._entries[name].show_value(getattr(self.kept, name))
        self._theirs = []
        self.commit()

    def _open(self, event: Event) -> None:
        if self.kept is not None:
            self._close(self.kept)
        self.kept = event
        self._unfinished = None
        self._sent, self._again, self._theirs, self._draft_kept = None, False, [], False
        self.scope = None
        for name, entry in self._entries.items():
            entry.zone = event.zone
            entry.show_value(getattr(event, name))
            entry.say(None)
        self.found_wrong.emit([])
        self.shown.emit(event)
        drafts = self._desk.services.drafts
        self._desk.operations.look_up(
            lambda _work: drafts.of(f"event:{event.id}"), partial(self._found, event.id)
        )

    def _close(self, event: Event) -> None:
        """Send off all that is still to be kept, before another event is shown."""
        waits = self._sent is not None and not self._theirs
        self.leave()
        values, problems = self._entered(event)
        if waits:
            names = ", ".join(self._entries[name].words for name in values)
            self._edits.append(Edit(lambda draft: self._merged(draft, values)[0], names))
        if not problems and not self._theirs and not self._merged(event.draft(), values)[1]:
            self._left_well.add(event.id)
        else:
            self._left_well.discard(event.id)
        while self._edits:
            change, what = self._edits.popleft()
            self._desk.operations.carry_out(
                partial(_change_anew, self._desk.services, event.id, change, self.scope),
                origin=self._origin,
                text=self.tr("Event changed: {what}").format(what=what),
            )

    def _settle_unfinished(self) -> None:
        self._unfinished, self._draft_kept = None, True
        self.commit()

    def _found(self, event: int, unfinished: Unfinished | None) -> None:
        if unfinished is None or self.kept is None or self.kept.id != event:
            return
        content = {
            name: unfinished.content[name]
            for name, entry in self._entries.items()
            if name in unfinished.content and entry.raw() != unfinished.content[name]
        }
        self._draft_kept = True
        if not content:
            self.keep_draft()
            return
        self._unfinished = unfinished._replace(content=content)
        words = [self._entries[name].words for name in content]
        self.found_unfinished.emit(words, unfinished.at)

    def _entered(self, event: Event) -> tuple[dict[str, Any], dict[str, Sentence]]:
        values: dict[str, Any] = {}
        problems: dict[str, Sentence] = {}
        for name, entry in self._entries.items():
            if not entry.touched:
                continue
            try:
                value = entry.value()
            except Invalid as error:
                problems[name] = error.says
                continue
            if value == getattr(event, name):
                entry.show_value(value)
            else:
                values[name] = value
        return values, problems

    def _merged(
        self, draft: EventDraft, values: dict[str, Any]
    ) -> tuple[EventDraft, dict[str, Sentence]]:
        """Return the draft with those values that are well, and what is wrong with the others."""
        values = dict(values)
        found: dict[str, Sentence] = {}
        if "zone" in values:
            try:
                draft = draft.in_zone(values.pop("zone"))
            except Invalid as error:
                found["zone"] = error.says
        wanted = replace(draft, **values)
        wrong = wanted.problems()
        if wrong:
            wanted = replace(draft, **{n: v for n, v in values.items() if n not in wrong})
        # What is wrong only together with another field holds up all of them.
        return (draft if wanted.problems() else wanted), found | wrong

    def _go_on(self) -> None:
        event = self.kept
        if event is None or self._sent is not None:
            return
        if self._edits:
            edit = self._edits.popleft()
            try:
                draft = edit.change(event.draft())
            except Collided as collided:
                self.part_collided.emit(collided.anyway, edit.text)
                draft = event.draft()
            if draft != event.draft():
                self._under_way = edit
                self._send(event, draft, edit.text, {})
            else:
                self._go_on()
        elif self._again:
            self._again = False
            self.commit()

    def _send(self, event: Event, draft: EventDraft, what: str, sent: dict[str, Any]) -> None:
        self._sent = sent
        words = self.tr("Event changed: {what}").format(what=what)
        self._desk.operations.carry_out(
            partial(_change, self._desk.services, event, draft, self.scope),
            origin=self._origin,
            text=words,
            then=partial(self._landed, event.id),
            otherwise=partial(self._refused, event.id),
        )

    def _landed(self, key: int, event: Event) -> None:
        if self.kept is None or self.kept.id != key:
            if key in self._left_well:
                drafts = self._desk.services.drafts
                self._run(lambda _work: drafts.drop(f"event:{key}"))
            return
        sent, self._sent, self._under_way = self._sent or {}, None, None
        for name, raw in sent.items():
            entry = self._entries[name]
            if entry.raw() == raw:
                entry.show_value(getattr(event, name))
            else:
                entry.note_kept(getattr(event, name))
        self.kept = event
        for name, entry in self._entries.items():
            entry.zone = event.zone
            if not entry.touched:
                entry.show_value(getattr(event, name))
        self.saved.emit()
        self.shown.emit(event)
        self.keep_draft()
        self._go_on()

    def _refused(self, key: int, error: Exception) -> None:
        if self.kept is None or self.kept.id != key:
            self._desk.operations.failed.emit(error)
            return
        self._sent, edit, self._under_way = None, self._under_way, None
        self.keep_draft()
        if getattr(error, "says", None) == CHANGED_MEANWHILE:
            if edit is not None:
                self._edits.appendleft(edit)
            else:
                self._again = True
            events = self._desk.services.events
            self._desk.operations.look_up(lambda _work: events.get(key), self._look_again)
            return
        self.not_saved.emit()
        self._desk.operations.failed.emit(error)
        self._go_on()

    def _look_again(self, event: Event) -> None:
        self.show(event)
        self._go_on()

    def _means(self, entry: Entry, value: object) -> bool:
        try:
            return bool(entry.value() == value)
        except Invalid:
            return False

    def _run(self, call: Callable[[Work], None]) -> None:
        self._desk.operations.carry_out(call, origin=self._origin)


def _change(
    services: Services, event: Event, draft: EventDraft, scope: Scope | None, _work: Work
) -> Done[Event]:
    if scope is None:
        return services.events.change(event.id, draft, was=event.draft())
    return services.copies.change(event.id, draft, scope, was=event.draft())


def _change_anew(
    services: Services,
    key: int,
    change: Callable[[EventDraft], EventDraft],
    scope: Scope | None,
    work: Work,
) -> Done[Event]:
    event = services.events.get(key)
    return _change(services, event, change(event.draft()), scope, work)
