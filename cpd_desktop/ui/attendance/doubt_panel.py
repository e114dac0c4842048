"""Who a participant may be: candidates with reasons, and every way to settle it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cpd_desktop.domain.attendance.stays import MINUTE
from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.attendance.words import connection_words, times_words
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.widgets import GRID, button, card, chip, label, restyle
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtWidgets import QFrame

    from cpd_desktop.domain.attendance.event_attendance import EventAttendance
    from cpd_desktop.domain.attendance.suggestions import Suggestion
    from cpd_desktop.ui.attendance.content import AttendanceContent
    from cpd_desktop.ui.attendance.lines import Line

STRONG = 60  # points from which a score looks like one
MOST_LISTED = 8  # connections

CANDIDATES = Sentence("attendance", "%n candidate(s)")


class CandidateCard(QWidget):
    """One person whom a participant may be; ``chosen`` says that it is them."""

    chosen = Signal(int)

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._registration = 0
        self.name = label("", "heading", data=True)
        self.points = chip("")
        self.told = label("", "caption", data=True)
        self.reasons = label("", "caption", data=True)
        self.button = button("", "primary" if number == 0 else "plain")
        self.key = label("", "caption")
        frame: QFrame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(GRID, GRID, GRID, GRID)
        inside.setSpacing(GRID // 2)
        top = QHBoxLayout()
        top.addWidget(self.name, 1)
        top.addWidget(self.points)
        inside.addLayout(top)
        inside.addWidget(self.told)
        inside.addWidget(self.reasons)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addWidget(self.key, 1)
        inside.addLayout(row)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(frame)

        self.button.clicked.connect(self.choose)

    def show_candidate(self, found: EventAttendance, each: Suggestion, called: str) -> None:
        """Show somebody, what speaks for them, and whether they are there already."""
        self._registration = each.registration
        registrant = found.facts.known.roster.registrants[each.registration]
        person = found.by_registration.get(each.registration)
        self.name.setText(registrant.name)
        self.points.setText(self.tr("{points} %").format(points=each.points))
        tone = "info" if each.points >= STRONG else "neutral"
        if self.points.property("tone") != tone:  # it takes a while
            restyle(self.points, tone=tone)
        reference = person.place.reference if person else ""
        self.told.setText(" · ".join(filter(None, (reference, registrant.email))))
        texts = [in_words(says) for says in each.reasons]
        if person is not None and person.names:
            when = times_words(person.stays, found.facts.event.zone)
            text = self.tr("Present as “{names}” {when}")
            texts.append(text.format(names=" · ".join(person.names), when=when))
        self.reasons.setText("\n".join(texts))
        says = self.tr("It is {name}").format(name=called)
        self.button.setText(says.replace("&", "&&"))
        self.button.setAccessibleName(says)
        self.button.setAccessibleDescription(self.reasons.text())
        keys = self.tr("Enter or {key}") if self._number == 0 else self.tr("Key {key}")
        self.key.setText(keys.format(key=self._number + 1))

    def choose(self) -> None:
        """Say that it is them."""
        self.chosen.emit(self._registration)


class DoubtPanel(QWidget):
    """Asks who somebody is. Each signal is one way of answering."""

    is_asked = Signal(int)
    guest_asked = Signal()
    split_asked = Signal()
    other_asked = Signal()
    merge_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.asks = label("", "caption", data=True)
        self.title = label("", "heading")
        self.why = label("", "muted", data=True)
        self.there = label("", "caption", data=True)
        self.cards: list[CandidateCard] = []
        self.guest = button(self.tr("Guest, no certificate"))
        self.other = button(self.tr("Somebody else…"))
        self.split = button(self.tr("Split…"))
        self.merge = button(self.tr("Same as another…"))
        self.hint = label(
            self.tr(
                "G guest, S split, O somebody else, M same as another, U undo. Remembered for next"
                " time. Undo with Ctrl+Z."
            ),
            "caption",
        )
        self._column = QVBoxLayout()
        self._column.setSpacing(GRID)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        for each in (self.asks, self.title, self.why):
            layout.addWidget(each)
        layout.addLayout(self._column)
        layout.addLayout(FlowRow(self.guest, self.other, self.split, self.merge))
        layout.addWidget(self.hint)
        layout.addWidget(self.there)
        layout.addStretch(1)

        for made, asked in (
            (self.guest, self.guest_asked),
            (self.other, self.other_asked),
            (self.split, self.split_asked),
            (self.merge, self.merge_asked),
        ):
            made.setAccessibleName(made.text().replace("…", ""))
            made.clicked.connect(asked)

    def show_line(
        self, line: Line, content: AttendanceContent, taken: Collection[int] = ()
    ) -> None:
        """Show a participant or a row that waits, or that was set aside.

        Whoever was ``taken`` just now, which is not counted yet, comes after the others.
        """
        found, finding, aside = content.found, line.finding, line.aside
        if found is None:
            return
        known = finding.suggestions if finding and not line.owners else ()
        suggestions = sorted(known, key=lambda one: one.registration in taken)
        reason = finding.reason if finding else aside.reason if aside else None
        self.asks.setText(self.tr("Who is “{name}”?").format(name=line.called))
        self.why.setText(in_words(reason) if reason else "")
        self._show_title(line, len(suggestions))
        self._show_cards(found, suggestions)
        for each in (self.other, self.split, self.merge):
            each.setVisible(finding is not None)
        out = self.tr("Leave the row out")
        self.guest.setText(self.tr("Guest, no certificate") if finding else out)
        self.guest.setAccessibleName(self.guest.text())
        self.guest.setVisible(line.in_doubt and (finding is not None or bool(line.key)))
        self.hint.setVisible(finding is not None)
        connections = connection_words(line.rows, content.event)
        more = connections[:MOST_LISTED] + ["…"] * (len(connections) > MOST_LISTED)
        minutes = self.tr("%n minute(s) in all", "", line.seconds // MINUTE)
        self.there.setText("\n".join((minutes, *more)))

    def choose(self, number: int) -> None:
        """Take the candidate of that place, if there is one."""
        if number < len(self.cards) and not self.cards[number].isHidden():
            self.cards[number].choose()

    def _show_title(self, line: Line, count: int) -> None:
        if line.owners:
            self.title.setText(self.tr("It is {names}").format(names=line.name))
        elif not line.in_doubt:
            self.title.setText(self.tr("Set aside"))
        elif line.finding is None:
            self.title.setText(self.tr("A row that cannot be used"))
        else:
            nobody = self.tr("Nobody fits")
            self.title.setText(in_words(CANDIDATES.filled(n=count)) if count else nobody)

    def _show_cards(self, found: EventAttendance, suggestions: Sequence[Suggestion]) -> None:
        while len(self.cards) < len(suggestions):
            made = CandidateCard(len(self.cards))
            made.chosen.connect(self.is_asked)
            self.cards.append(made)
            self._column.addWidget(made)
        registrants = found.facts.known.roster.registrants
        names = [registrants[each.registration].name for each in suggestions]
        given = Counter(name.partition(" ")[0] for name in names)
        for number, made in enumerate(self.cards):
            made.setVisible(number < len(suggestions))
            if number < len(suggestions):
                first = names[number].partition(" ")[0]
                called = first if given[first] == 1 else names[number]
                made.show_candidate(found, suggestions[number], called)
