"""An event of two sessions with people who were there in every way."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from cpd_desktop.domain.attendance.reports.questions import Answers
from cpd_desktop.domain.check_in import How
from cpd_desktop.domain.credit import read_credit
from cpd_desktop.services.work import Work
from tests.attended import zoom_csv
from tests.drafts import STARTS, a_draft, a_session, somebody

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.domain.attendance.event_attendance import EventAttendance
    from tests.clock import FixedClock
    from tests.desk import TestDesk

PEOPLE = ("Zoë Müller", "Tom Becker", "Lisa Klein", "Ada Byron", "Mai Nguyen")


class Held:
    """The event: all day, half of it, in doubt, in the room, and not at all."""

    def __init__(self, desk: TestDesk, clock: FixedClock, path: Path) -> None:
        self._desk = desk
        services = desk.services
        later = a_session("Afternoon", starts=STARTS + timedelta(hours=3))
        draft = a_draft("Wound care", a_session("Morning"), later)
        draft = replace(draft, credits=(read_credit("2 CPD hours"),))
        self.event = services.events.add(draft).value
        clock.at = STARTS + timedelta(days=1)
        self.places: dict[str, int] = {}
        for name in PEOPLE:
            email = f"{name.split()[0].lower()}@x.example"
            place = services.registrations.add(self.event.id, somebody(name, email)).value
            self.places[name] = place.id
        report = path / "report.csv"
        report.write_text(zoom_csv(
            ("Zoe", "zoë@x.example", 0, 60), ("Zoe iPad", "zoë@x.example", 50, 118),
            ("Zoe", "zoë@x.example", 180, 300), ("Tom Becker", "tom@x.example", 0, 60),
            ("Lis Klein", "", 0, 100),
        ), encoding="utf-8")  # fmt: skip
        answers = Answers(zone="Europe/London")
        services.report_import.bring_in(self.event.id, report, Work(), answers=answers)
        self.morning = self.event.sessions[0].id
        services.check_ins.check_in(self.morning, self.places["Ada Byron"], How.SCAN)

    def found(self) -> EventAttendance:
        return self._desk.services.attendance.of(self.event.id)
