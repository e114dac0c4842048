"""An event's roster as a table, with the columns that bringing a list in reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpd_desktop.domain.column_words import Field
from cpd_desktop.domain.custom_fields import answer_in_words
from cpd_desktop.domain.people import Licence
from cpd_desktop.services.event_rows import fields_of, require_event
from cpd_desktop.services.person_rows import read_people

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from cpd_desktop.domain.custom_fields import CustomField
    from cpd_desktop.domain.people import Person
    from cpd_desktop.domain.registrations import Registration
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.services.sheets import Sheets
    from cpd_desktop.services.work import Work
    from cpd_desktop.store.database import Database

CHUNK = 1000

# The questions stand between the two, so that one called “Phone” is read as the question it is.
FIRST = {
    Field.FULL_NAME: "Name",
    Field.EMAIL: "E-mail",
    Field.REFERENCE: "Reference",
    Field.STATUS: "Status",
}
LAST = {
    Field.ORGANISATION: "Organisation",
    Field.JOB_TITLE: "Job title",
    Field.PHONE: "Phone",
    Field.LICENCE_BODY: "Licence body",
    Field.LICENCE_NUMBER: "Licence number",
    Field.PAYMENT: "Payment",
    Field.GROUP: "Group",
    Field.DISCOUNT_CODE: "Discount code",
    Field.TAGS: "Tags",
    Field.NOTES: "Notes",
}


@dataclass(frozen=True, slots=True)
class RegistrationExport:
    """Writes rosters."""

    db: Database
    registrations: Registrations
    sheets: Sheets

    def write(self, event_id: int, path: Path, work: Work) -> int:
        """Write everybody with a place as CSV or XLSX and return how many they are.

        Raises ``NotFound`` for the event, ``Invalid`` if they do not fit the format,
        ``Unavailable`` if the disk does not take it, ``Cancelled``; then nothing is written.
        """
        with self.db.reading() as connection:
            require_event(connection, event_id)
            questions = fields_of(connection, event_id)
        ids = self.registrations.ids(event_id)
        headers = (*FIRST.values(), *(each.label for each in questions), *LAST.values())
        self.sheets.write(path, headers, work.each(self._rows(ids, questions), len(ids)))
        return len(ids)

    def _rows(self, ids: Sequence[int], questions: Sequence[CustomField]) -> Iterator[list[str]]:
        for start in range(0, len(ids), CHUNK):
            keys = ids[start : start + CHUNK]
            places = self.registrations.listed(keys)
            with self.db.reading() as connection:
                people = read_people(connection, [each.person_id for each in places.values()])
            for place in (places[key] for key in keys if key in places):
                told = _told(place, people[place.person_id])
                answers = [
                    answer_in_words(each, place.answers.get(each.id or 0, "")) for each in questions
                ]
                yield [*(told[name] for name in FIRST), *answers, *(told[name] for name in LAST)]


def _told(place: Registration, person: Person) -> Mapping[Field, str]:
    licence = person.licences[0] if person.licences else Licence("", "")
    return {
        Field.FULL_NAME: person.name,
        Field.EMAIL: person.email,
        Field.REFERENCE: place.reference,
        Field.STATUS: place.status,
        Field.ORGANISATION: person.organisation,
        Field.JOB_TITLE: person.job_title,
        Field.PHONE: person.phone,
        Field.LICENCE_BODY: licence.body,
        Field.LICENCE_NUMBER: licence.number,
        Field.PAYMENT: place.payment,
        Field.GROUP: place.party or "",
        Field.DISCOUNT_CODE: place.code or "",
        Field.TAGS: "; ".join(person.tags),
        Field.NOTES: place.note,
    }
