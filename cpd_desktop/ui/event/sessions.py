"""The sessions of an event, with what gets in the way of what."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from cpd_desktop.domain.sessions import Break, SessionDraft, taught
from cpd_desktop.ui.dates import span
from cpd_desktop.ui.event.edits import keep_in, remove_from
from cpd_desktop.ui.event.items import Item, ItemList
from cpd_desktop.ui.event.section import Section
from cpd_desktop.ui.event.session_dialog import SessionDialog
from cpd_desktop.ui.widgets import button
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.sessions import Clash
    from cpd_desktop.domain.speakers import Speaker
    from cpd_desktop.ui.desk import Desk

DAY = timedelta(days=1)


class SessionsSection(Section):
    """Lists the sessions; each is edited in a dialog."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.dialog: SessionDialog | None = None
        self._speakers: dict[int, Speaker] = {}
        self._clashes: list[Clash] = []
        self.list = ItemList(
            self.tr("Sessions"),
            desk.theme,
            self,
            add=self.tr("Add session…"),
            edit=self.tr("Edit…"),
            nothing="",
        )
        self.duplicate = button(self.tr("Duplicate"))
        self.list.add_button(self.duplicate)
        self.column.addWidget(self.list, 1)

        self.list.add_asked.connect(self._add)
        self.list.edit_asked.connect(self._edit)
        self.list.remove_asked.connect(self._remove)
        self.duplicate.clicked.connect(self._duplicate)
        self.list.view.currentRowChanged.connect(self._show_what_can_be_done)

    def show_event(self, event: Event) -> None:
        """Show the sessions, then what they clash with."""
        if self.kept is None or self.kept.id != event.id:
            self._clashes = []
        super().show_event(event)
        self._show()
        services = self.desk.services
        self.desk.operations.look_up(
            lambda _work: (services.clashes.of(event.id), services.speakers.all()),
            partial(self._show_found, event.id),
        )

    def _show_found(self, event: int, found: tuple[list[Clash], list[Speaker]]) -> None:
        if self.kept is not None and self.kept.id == event:
            self._clashes = found[0]
            self._speakers = {each.id: each for each in found[1]}
            self._show()

    def _show(self) -> None:
        event = self.kept
        if event is None:
            return
        warnings = defaultdict(list)
        for clash in self._clashes:
            words = self._words(clash, event.zone)
            for each in {clash.first.session_id, clash.second.session_id}:
                warnings[each].append(words)
        items = [
            Item(
                self._title(session),
                self._details(session, event.zone),
                "\n".join(warnings[session.id]),
            )
            for session in event.sessions
        ]
        self.list.show_items(items)
        self._show_what_can_be_done()

    def _words(self, clash: Clash, zone: str) -> str:
        starts = max(clash.first.starts, clash.second.starts)
        ends = min(clash.first.ends, clash.second.ends)
        return in_words(
            clash.says.filled(
                first=clash.first.title,
                second=clash.second.title,
                what=clash.what,
                when=span(starts, ends, zone),
            )
        )

    def _title(self, session: SessionDraft) -> str:
        words = self.tr("{title} (mandatory)") if session.mandatory else "{title}"
        return words.format(title=session.title)

    def _details(self, session: SessionDraft, zone: str) -> str:
        minutes = int(taught(session).total_seconds()) // 60
        length = self.tr("%n minute(s)", "", minutes)
        if session.breaks:
            length = self.tr("{length} without the breaks").format(length=length)
        speakers = [self._speakers[key].name for key in session.speakers if key in self._speakers]
        host = self.tr("Zoom host {host}").format(host=session.host) if session.host else ""
        where = (session.track, session.room, session.place, host, session.link)
        return "\n".join(
            (
                f"{span(session.starts, session.ends, zone)} · {length}",
                " · ".join(filter(None, (*where, ", ".join(speakers)))),
            )
        ).strip()

    def _show_what_can_be_done(self) -> None:
        one = self.list.row() >= 0
        self.duplicate.setEnabled(one)
        self.list.remove.setEnabled(one and self.kept is not None and len(self.kept.sessions) > 1)

    def _add(self) -> None:
        assert self.kept is not None  # noqa: S101 - the button is there with an event
        last = self.kept.sessions[-1]
        starts, ends = last.starts + DAY, last.ends + DAY
        self._open(SessionDraft("", starts, ends, room=last.room, host=last.host), new=True)

    def _edit(self, row: int) -> None:
        assert self.kept is not None  # noqa: S101 - the same
        self._open(self.kept.sessions[row], new=False)

    def _open(self, session: SessionDraft, *, new: bool) -> None:
        event = self.kept
        assert event is not None  # noqa: S101 - the same
        known = [self._speakers.get(each.speaker_id) for each in event.speakers]
        speakers = [each for each in known if each is not None]
        self.dialog = SessionDialog(self.window(), session, event.zone, speakers, new=new)
        self.dialog.offered.connect(partial(self._keep, session))
        self.open_dialog(self.dialog, f"session:{session.id or 'new'}")

    def _keep(self, was: SessionDraft, session: SessionDraft) -> None:
        words = self.tr("Session added") if session.id is None else self.tr("Sessions")
        self.edited.emit(keep_in("sessions", session, was), words)

    def _remove(self, row: int) -> None:
        assert self.kept is not None  # noqa: S101 - the same
        gone = self.kept.sessions[row]
        self.edited.emit(remove_from("sessions", gone.id), self.tr("Session removed"))

    def _duplicate(self) -> None:
        assert self.kept is not None  # noqa: S101 - the same
        copied = self.kept.sessions[self.list.row()]
        names = SessionDraft.__slots__
        bare = SessionDraft(**{name: getattr(copied, name) for name in names})
        later = replace(
            bare,
            id=None,
            starts=bare.starts + DAY,
            ends=bare.ends + DAY,
            breaks=tuple(Break(*(at + DAY for at in stretch)) for stretch in bare.breaks),
        )
        self._open(later, new=True)
