"""The statement of all credits that a person earned in a period."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from cpd_desktop.domain.certificates.register import Status
from cpd_desktop.domain.credit import CreditLine
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.papers import STATEMENT_TITLE, CreditStatement, EarnedRow, PaperWords
from cpd_desktop.domain.settings import Provider
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.person_rows import read_person
from cpd_desktop.store.files import write_whole

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from cpd_desktop.domain.certificates.register import Certificate
    from cpd_desktop.services.certificates.register import CertificateRegister
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.papers import Papers
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.store.database import Database

ENDS_FIRST = Sentence("certificates", "The period ends before it begins.")


@dataclass(frozen=True, slots=True)
class Statements:
    """Lists what somebody earned, by the certificates that count."""

    db: Database
    clock: Clock
    settings: Settings
    register: CertificateRegister
    papers: Papers

    def earned(self, person_id: int, first: date, last: date) -> list[Certificate]:
        """Return the certificates that count, of events that began in the period.

        Of several for the same place the newest stands for all: the credit was earned once.
        """
        newest = {
            each.registration: each
            for each in self.register.of_person(person_id)
            if each.status is Status.ISSUED and first <= each.claims.first <= last
        }
        return sorted(newest.values(), key=lambda each: (each.claims.first, each.id))

    def pdf(self, person_id: int, first: date, last: date) -> bytes:
        """Return the statement as PDF.

        Raises ``NotFound``, ``Invalid`` for a period that cannot be, and ``Unprintable``.
        """
        if last < first:
            raise Invalid({"period": ENDS_FIRST})
        with self.db.reading() as connection:
            who = read_person(connection, person_id)
        found, provider = self.earned(person_id, first, last), self.settings.get(Provider)
        totals: dict[str, Decimal] = defaultdict(Decimal)
        for line in (line for each in found for line in each.claims.credit):
            totals[line.type] += line.amount
        statement = CreditStatement(
            who.name,
            ", ".join(" ".join(filter(None, each)) for each in who.licences),
            f"{first} – {last}",  # noqa: RUF001 - a range
            provider.provider,
            ", ".join(filter(None, map(str.strip, provider.address.splitlines()))),
            tuple(
                EarnedRow(each.date.replace("/", " "), each.title, each.credit, each.number)
                for each in found
            ),
            tuple(str(CreditLine(kind, amount)) for kind, amount in totals.items()),
            PaperWords(str(STATEMENT_TITLE), self.clock.now()),
        )
        return self.papers.credit_statement(statement)

    def write(self, person_id: int, first: date, last: date, path: Path) -> None:
        """Write the statement into a file; raises as ``pdf`` does, and ``Unavailable``."""
        write_whole(path, self.pdf(person_id, first, last))
