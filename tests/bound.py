"""An event of which everything is known, its binder, and what stands in it."""

from __future__ import annotations

import csv
import zipfile
from dataclasses import dataclass, replace
from datetime import date, timedelta
from io import StringIO
from typing import TYPE_CHECKING

from cpd_desktop.adapters.binder.bindery import ZipBindery
from cpd_desktop.adapters.closeness import MeasuredCloseness
from cpd_desktop.domain.attendance.decisions import Verdict
from cpd_desktop.domain.attendance.marks import MarkKind
from cpd_desktop.domain.credit import read_credit
from cpd_desktop.domain.events import Speaking
from cpd_desktop.domain.sessions import Break
from cpd_desktop.domain.speakers import SpeakerDraft
from cpd_desktop.services.binder.binders import Binders
from cpd_desktop.services.materials import Materials
from cpd_desktop.services.speakers import Speakers
from cpd_desktop.services.work import Work
from tests.attended import zoom_csv

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.domain.binder import Written
    from tests.attended import Scene

TOM = ("Tom Becker", "tom@x.example")
LISA = ("Lisa Klein", "lisa@x.example")
MAI = ("Mai Nguyen", "mai@x.example")
STAYS = (
    ("Tom Becker", "tom@x.example", -5, 40),
    ("Tom Becker", "tom@x.example", 30, 130),
    ("Lis Klein", "", 0, 50),
    ("Maureen Visitor", "m@v.example", 5, 100),
)


@dataclass(slots=True)
class Bound:
    """Writes binders of one event and reads what is in them."""

    scene: Scene

    @property
    def binders(self) -> Binders:
        return Binders(self.scene.db, self.scene.files, MeasuredCloseness(), ZipBindery())

    @property
    def path(self) -> Path:
        return self.scene.path / "binder.zip"

    def write(self, work: Work | None = None) -> Written:
        return self.binders.write(self.scene.event, self.path, work or Work())

    def read(self, name: str) -> bytes:
        with zipfile.ZipFile(self.path) as archive:
            return archive.read(name)

    def names(self) -> list[str]:
        with zipfile.ZipFile(self.path) as archive:
            return archive.namelist()

    def page(self) -> str:
        return self.read("index.html").decode()

    def table(self, name: str) -> list[dict[str, str]]:
        text = self.read(f"tables/{name}.csv").decode("utf-8-sig")
        return list(csv.DictReader(StringIO(text, newline="")))

    def hold(self) -> None:
        """Plan, hold and review the event, with something for every section."""
        scene = self.scene
        helena = SpeakerDraft("Helena Marsh", "h@x.example", "RN", "Twelve years of it.", "88A",
                              date(2026, 3, 1), "None to declare.")  # fmt: skip
        speaker = Speakers(scene.db).add(helena).value.id
        draft = scene.events.get(scene.event).draft()
        (sitting,) = draft.sessions
        pause = (sitting.starts + timedelta(minutes=each) for each in (60, 75))
        sitting = replace(sitting, breaks=(Break(*pause),), speakers=(speaker,))
        draft = replace(
            draft, sessions=(sitting,), preset="ancc", credits=(read_credit("2 CPD hours"),),
            objectives=("Name the five moments",), speakers=(Speaking(speaker, "Tutor"),),
        )  # fmt: skip
        scene.events.change(scene.event, draft)
        scene.register(TOM, LISA, MAI)
        slides = scene.path / "Slides für alle.pdf"
        slides.write_bytes(b"%PDF slides")
        Materials(scene.db, scene.files, scene.clock).add(scene.event, slides)
        scene.bring(zoom_csv(*STAYS))
        scene.decide("Lis Klein", Verdict.IS, LISA[1], why="She rang.")
        scene.attendance.undo(scene.event)
        scene.decide("Lis Klein", Verdict.IS, LISA[1], why="She wrote.")
        places = [scene.places[each[1]] for each in (TOM, LISA)]
        scene.attendance.note(scene.event, places, MarkKind.EVALUATION, 1, "Form")
        scene.attendance.override(scene.event, places[1:], Verdict.MET, "Power cut.")
