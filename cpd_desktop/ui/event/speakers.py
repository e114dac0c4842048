"""The speakers of an event, and what an auditor would miss of them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from cpd_desktop.domain.errors import CpdError
from cpd_desktop.domain.events import Speaking
from cpd_desktop.domain.speakers import Speaker, SpeakerDraft
from cpd_desktop.domain.zones import wall_time
from cpd_desktop.ui.event.edits import move_in
from cpd_desktop.ui.event.items import Item, ItemList
from cpd_desktop.ui.event.section import Section
from cpd_desktop.ui.event.speaker_dialogs import (
    Appearing,
    ChooseSpeakerDialog,
    SpeakerDialog,
    appearing,
)
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.changes import Changes
    from cpd_desktop.domain.events import Event, EventDraft
    from cpd_desktop.ui.desk import Desk


class SpeakersSection(Section):
    """Lists who speaks; each is kept once for all events."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.dialog: SpeakerDialog | None = None
        self.chooser: ChooseSpeakerDialog | None = None
        self._speakers: dict[int, Speaker] = {}
        self.list = ItemList(
            self.tr("Speakers"),
            desk.theme,
            self,
            add=self.tr("Add a speaker…"),
            edit=self.tr("Edit…"),
            nothing=self.tr("Nobody is named as a speaker of this event."),
            moves=True,
        )
        self.column.addWidget(self.list, 1)

        self.list.add_asked.connect(self._choose)
        self.list.edit_asked.connect(self._edit)
        self.list.remove_asked.connect(self._remove)
        self.list.move_asked.connect(self._move)

    def show_event(self, event: Event) -> None:
        """Show the speakers in order."""
        super().show_event(event)
        self._show()
        self._read()

    def _read(self) -> None:
        speakers = self.desk.services.speakers
        self.desk.operations.look_up(lambda _work: speakers.all(), self._show_found)

    def _show_found(self, found: list[Speaker]) -> None:
        self._speakers = {each.id: each for each in found}
        self._show()
        if self.chooser is not None and self.kept is not None:
            there = {each.speaker_id for each in self.kept.speakers}
            self.chooser.show_speakers([each for each in found if each.id not in there])

    def _show(self) -> None:
        if self.kept is not None:
            self.list.show_items([self._item(each) for each in self.kept.speakers])

    def _item(self, speaking: Speaking) -> Item:
        speaker = self._speakers.get(speaking.speaker_id)
        if speaker is None:
            return Item("…")
        gap = speaker.disclosure_gap(self._today())
        parts = [speaking.role, speaker.qualifications, speaker.email]
        if (declared := speaker.disclosed_on) is not None:
            on = QDate(declared.year, declared.month, declared.day)
            words = self.tr("conflicts of interest declared on {day}")
            parts.append(words.format(day=QLocale().toString(on, "d MMM yyyy")))
        details = " · ".join(filter(None, parts))
        return Item(speaker.name, details, in_words(gap) if gap else "")

    def _today(self) -> date:
        return wall_time(self.desk.services.clock.now(), self.desk.local_zone).date()

    def _choose(self) -> None:
        self.chooser = ChooseSpeakerDialog(self.window())
        self.chooser.chosen.connect(self._add)
        self.chooser.new_asked.connect(self._begin_new)
        self.chooser.remove_asked.connect(self._forget)
        self.chooser.finished.connect(self._chose)
        self.chooser.show_speakers([])
        self.chooser.open()
        self._read()

    def _chose(self) -> None:
        self.chooser = None

    def _begin_new(self) -> None:
        self._open(appearing(SpeakerDraft(""), ""), None)

    def _edit(self, row: int) -> None:
        assert self.kept is not None  # noqa: S101 - a row is there
        speaking = self.kept.speakers[row]
        if speaker := self._speakers.get(speaking.speaker_id):
            self._open(appearing(speaker.draft(), speaking.role), speaker)

    def _open(self, who: Appearing, speaker: Speaker | None) -> None:
        self.dialog = SpeakerDialog(self.window(), who, self._today(), new=speaker is None)
        if speaker is None:
            self.dialog.offered.connect(self._keep_new)
        else:
            self.dialog.offered.connect(partial(self._keep, speaker))
        self.open_dialog(self.dialog, f"speaker:{speaker.id if speaker else 'new'}")

    def _keep_new(self, who: Appearing) -> None:
        speakers = self.desk.services.speakers
        self.desk.operations.carry_out(
            lambda _work: speakers.add(who.speaker()),
            origin=self,
            text=self.tr("Speaker added: {name}").format(name=who.name),
            then=partial(self._added, who.role),
        )

    def _added(self, role: str, speaker: Speaker) -> None:
        self._speakers[speaker.id] = speaker
        self._add(speaker.id, role)

    def _add(self, key: int, role: str = "") -> None:
        self.edited.emit(partial(_with, Speaking(key, role)), self.tr("Speakers"))

    def _keep(self, speaker: Speaker, who: Appearing) -> None:
        speakers, draft = self.desk.services.speakers, who.speaker()
        if draft != speaker.draft():
            self.desk.operations.carry_out(
                lambda _work: speakers.change(speaker.id, draft),
                origin=self,
                text=self.tr("Speaker changed: {name}").format(name=who.name),
                then=self._changed,
            )
        self.edited.emit(partial(_changed, Speaking(speaker.id, who.role)), self.tr("Speakers"))

    def _changed(self, speaker: Speaker) -> None:
        self._speakers[speaker.id] = speaker
        self._show()

    def _remove(self, row: int) -> None:
        assert self.kept is not None  # noqa: S101 - the same
        key = self.kept.speakers[row].speaker_id
        self.edited.emit(partial(_without, key), self.tr("Speakers"))

    def _move(self, row: int, to: int) -> None:
        self.edited.emit(move_in("speakers", row, to), self.tr("Order of the speakers"))

    def _forget(self, key: int) -> None:
        speakers = self.desk.services.speakers
        text = self.tr("Speaker removed: {name}").format(name=self._speakers[key].name)
        self.desk.operations.carry_out(
            lambda _work: speakers.remove(key),
            origin=self,
            text=text,
            then=self._forgot,
            otherwise=self._refused,
        )

    def _forgot(self, _changes: Changes) -> None:
        self._read()

    def _refused(self, error: Exception) -> None:
        if self.chooser is not None and isinstance(error, CpdError):
            self.chooser.refuse(error.says)
        else:
            self.desk.operations.failed.emit(error)


def _with(speaking: Speaking, draft: EventDraft) -> EventDraft:
    return replace(draft, speakers=(*draft.speakers, speaking))


def _changed(speaking: Speaking, draft: EventDraft) -> EventDraft:
    key = speaking.speaker_id
    changed = tuple(speaking if each.speaker_id == key else each for each in draft.speakers)
    return replace(draft, speakers=changed)


def _without(key: int, draft: EventDraft) -> EventDraft:
    sessions = tuple(
        replace(session, speakers=tuple(each for each in session.speakers if each != key))
        for session in draft.sessions
    )
    left = tuple(each for each in draft.speakers if each.speaker_id != key)
    return replace(draft, speakers=left, sessions=sessions)
