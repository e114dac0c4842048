"""Reading a list of people: which column tells what, and what a row says."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from cpd_desktop.domain.column_words import Field
from cpd_desktop.domain.columns import guessed, joined_name
from cpd_desktop.domain.custom_fields import FieldKind
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.people import (
    LONG_WORDS,
    NOTES_LIMIT,
    SHORT_LIMIT,
    Licence,
    PersonDraft,
    normal_email,
    tidy,
)
from cpd_desktop.domain.registrations import (
    REFERENCE_LIMIT,
    Entered,
    Newcomer,
    Payment,
    RegistrationStatus,
    Source,
)
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.written_dates import DateOrder, date_in, orders_that_fit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpd_desktop.domain.custom_fields import CustomField

NO_NAME_COLUMN = Sentence("list", "No column tells the names. Say which one does.")
NO_COLUMN = Sentence("list", "There is no column “{column}”. The columns are: {columns}.")
NO_FIELD = Sentence("list", "There is no field “{field}”. The fields are: {fields}.")
UNKNOWN_STATUS = Sentence("list", "“{text}” is no status such as confirmed, pending or cancelled.")
UNKNOWN_PAYMENT = Sentence("list", "“{text}” is no payment such as paid, due or waived.")
LONG_REFERENCE = Sentence("list", "The reference is longer than {limit} characters.")

ERRORS_KEPT = 1000

# Whose column tells what, in the order in which the screen offers them and a row is read.
FIELDS = (
    *(Field.FULL_NAME, Field.FIRST_NAME, Field.LAST_NAME, Field.EMAIL, Field.REFERENCE),
    *(Field.ORGANISATION, Field.JOB_TITLE, Field.PHONE, Field.LICENCE_BODY),
    *(Field.LICENCE_NUMBER, Field.STATUS, Field.PAYMENT, Field.GROUP, Field.DISCOUNT_CODE),
    *(Field.TAGS, Field.NOTES),
)

S, P = RegistrationStatus, Payment
# What people write in such columns; anything else is asked about rather than guessed.
STATUSES = {
    S.CONFIRMED: "confirmed registered approved yes attending bestätigt confirmé confirmado"
    " confermato bevestigd potwierdzony onaylandi",
    S.PENDING: "pending tentative invited offen ausstehend en-attente pendiente pendente in-attesa",
    S.WAITLISTED: "waitlisted waitlist waiting warteliste liste-d'attente lista-de-espera",
    S.CANCELLED: "cancelled canceled declined denied no abgesagt storniert annulé cancelado"
    " annullato geannuleerd anulowany iptal",
    S.NO_SHOW: "no-show absent",
}
PAYMENTS = {
    P.PAID: "paid yes bezahlt payé pagado pago pagato betaald zapłacone ödendi complete completed",
    P.DUE: "due unpaid no open offen outstanding pending impayé pendiente",
    P.WAIVED: "waived free complimentary kostenlos gratuit gratis",
    P.REFUNDED: "refunded erstattet remboursé reembolsado rimborsato",
    P.NOTHING_DUE: "nothing-due n/a none",
}


@lru_cache(maxsize=256)
def _plain(text: str) -> str:
    return folded(text.replace("-", " ").replace("_", " "))


_STATUS_WORDS = {_plain(word): each for each, text in STATUSES.items() for word in text.split()}
_PAYMENT_WORDS = {_plain(word): each for each, text in PAYMENTS.items() for word in text.split()}


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Which column, counted from 0, tells which field or answers which question."""

    fields: Mapping[Field, int] = field(default_factory=dict)
    answers: Mapping[int, int] = field(default_factory=dict)
    dates: DateOrder | None = None  # how 05/06/2026 is read; without it, not at all

    def require_names(self) -> None:
        """Raise ``Invalid`` unless some column tells names."""
        if not {Field.FULL_NAME, Field.FIRST_NAME, Field.LAST_NAME} & set(self.fields):
            raise Invalid({"map": NO_NAME_COLUMN})

    def with_answers(self, other: ColumnMap) -> ColumnMap:
        """Return it with the other's columns for the questions, where they tell nothing else.

        The questions of another event are others, even if they are called the same.
        """
        taken = {*self.fields.values(), *self.answers.values()}
        more = {key: column for key, column in other.answers.items() if column not in taken}
        return replace(self, answers=more | dict(self.answers))

    def kept(self) -> dict[str, Any]:
        """Return what is written down."""
        fields = {str(name): column for name, column in self.fields.items()}
        answers = {str(key): column for key, column in self.answers.items()}
        return {"fields": fields, "answers": answers, "dates": self.dates}


def map_kept(kept: Mapping[str, Any], questions: Sequence[CustomField]) -> ColumnMap:
    """Return a map that was written down; questions that are gone are left out."""
    known = {each.id for each in questions}
    answers = {int(key): column for key, column in kept.get("answers", {}).items()}
    return ColumnMap(
        {Field(name): column for name, column in kept.get("fields", {}).items()},
        {key: column for key, column in answers.items() if key in known},
        DateOrder(kept["dates"]) if kept.get("dates") else None,
    )


def map_guessed(headers: Sequence[str], questions: Sequence[CustomField]) -> ColumnMap:
    """Return which columns speak for themselves, those with an event's own questions among them."""
    named = {folded(header): column for column, header in enumerate(headers)}
    answers = {
        each.id: named[folded(each.label)]
        for each in questions
        if each.id is not None and folded(each.label) in named
    }
    fields = {name: column for name, column in guessed(headers).items() if name in FIELDS}
    taken = set(answers.values())
    return ColumnMap({name: at for name, at in fields.items() if at not in taken}, answers)


def map_with(
    found: ColumnMap,
    chosen: Sequence[str],
    headers: Sequence[str],
    questions: Sequence[CustomField],
) -> ColumnMap:
    """Return the map changed by choices such as ``email=Work e-mail``; raises ``Invalid``.

    An empty column takes a field out of the map.
    """
    fields, answers = dict(found.fields), dict(found.answers)
    at = {folded(header): column for column, header in enumerate(headers)}
    labels = {folded(each.label): each.id for each in questions if each.id is not None}
    for choice in chosen:
        name, _, column = choice.partition("=")
        if column.strip() and folded(column) not in at:
            listed = ", ".join(headers)
            raise Invalid({"map": NO_COLUMN.filled(column=column.strip(), columns=listed)})
        place = at.get(folded(column))
        question = labels.get(folded(name))
        key = name.strip().lower().replace("-", "_")
        key = "full_name" if key == "name" else key
        if question is not None:
            answers |= {question: -1 if place is None else place}
        elif key in FIELDS:
            fields |= {Field(key): -1 if place is None else place}
        else:
            listed = ", ".join([*FIELDS, *(each.label for each in questions)])
            raise Invalid({"map": NO_FIELD.filled(field=name.strip(), fields=listed)})
    return ColumnMap(
        {name: place for name, place in fields.items() if place >= 0},
        {key: place for key, place in answers.items() if place >= 0},
        found.dates,
    )


def dates_asked(questions: Sequence[CustomField]) -> frozenset[int]:
    """Return the ids of the questions that ask for a date."""
    return frozenset(each.id for each in questions if each.id and each.kind is FieldKind.DATE)


def unclear_dates(
    rows: Sequence[Sequence[str]], columns: ColumnMap, questions: Sequence[CustomField]
) -> tuple[str, ...]:
    """Return the dates among these rows that are two different days, as one reads them."""
    asked = dates_asked(questions)
    told = {column for key, column in columns.answers.items() if key in asked}
    cells = dict.fromkeys(row[at].strip() for row in rows for at in sorted(told) if at < len(row))
    return tuple(each for each in cells if len(orders_that_fit([each])) > 1)


@dataclass(frozen=True, slots=True)
class RowError:
    """What is wrong with a row of a list, and where in it."""

    row: int
    column: str
    message: Sentence


@dataclass(frozen=True, slots=True)
class Told:
    """What became of a list: the five numbers add up to ``read``."""

    read: int = 0
    counts: Mapping[Entered, int] = field(default_factory=dict)
    errors: tuple[RowError, ...] = ()
    refused: int = 0

    def count(self, entered: Entered) -> int:
        """Return how many rows ended so."""
        return self.counts.get(entered, 0)


class ListReader:
    """Reads the rows of a list; which column tells what is looked up once, and not for each row.

    ``dates`` are the questions whose answers are dates, which are written in many ways.
    """

    def __init__(self, columns: ColumnMap, dates: frozenset[int] = frozenset()) -> None:
        self._answers = columns.answers
        self._order = columns.dates
        self._dates = dates
        self._width = 1 + max((*columns.fields.values(), *columns.answers.values()), default=0)
        # Before the first cell an empty one is put, for all that no column tells.
        self._of = itemgetter(*(columns.fields.get(name, -1) + 1 for name in FIELDS))

    def newcomer(self, cells: Sequence[str]) -> Newcomer:
        """Return whom a row tells of; raises ``Invalid`` naming the field that cannot be."""
        row = ["", *cells, *[""] * (self._width - len(cells))]
        (
            whole, first, last, email, reference, organisation, job_title, phone, body, number,
            status, payment, party, code, tags, note,
        ) = map(str.strip, self._of(row))  # fmt: skip
        person = PersonDraft(
            joined_name(whole, first, last),
            normal_email(email),
            tidy(organisation),
            tidy(job_title),
            tidy(phone),
        )
        if tags or number:
            licences = (Licence(body, number),)
            person = replace(person, tags=tuple(_listed(tags)), licences=licences).tidied()
        if len(reference) > REFERENCE_LIMIT:
            raise Invalid({Field.REFERENCE: LONG_REFERENCE.filled(limit=REFERENCE_LIMIT)})
        if len(note) > NOTES_LIMIT:
            raise Invalid({Field.NOTES: LONG_WORDS.filled(limit=NOTES_LIMIT)})
        if len(party) > SHORT_LIMIT:
            raise Invalid({Field.GROUP: LONG_WORDS.filled(limit=SHORT_LIMIT)})
        return Newcomer(
            person=person,
            reference=reference or None,
            status=_status(status),
            payment=_payment(payment),
            note=note,
            answers=self._answers_in(row) if self._answers else {},
            source=Source.FILE,
            party=tidy(party),
            code=code,
        )

    def _answers_in(self, row: Sequence[str]) -> dict[int, str]:
        return {
            key: _iso(row[column + 1], self._order) if key in self._dates else row[column + 1]
            for key, column in self._answers.items()
        }


def _iso(text: str, order: DateOrder | None) -> str:
    """Return a date as it is kept, or the text as it is if it is none or two different ones."""
    orders = DateOrder if order is None else (order,)
    found = {each.isoformat() for one in orders if (each := date_in(text, one))}
    return found.pop() if len(found) == 1 else text


def _status(text: str) -> RegistrationStatus | None:
    if not text:
        return None
    found = _STATUS_WORDS.get(_plain(text))
    if found is None:
        raise Invalid({Field.STATUS: UNKNOWN_STATUS.filled(text=text)})
    return found


def _payment(text: str) -> Payment | None:
    if not text:
        return None
    found = _PAYMENT_WORDS.get(_plain(text))
    if found is None:
        raise Invalid({Field.PAYMENT: UNKNOWN_PAYMENT.filled(text=text)})
    return found


def _listed(text: str) -> list[str]:
    return [part for part in text.replace(";", ",").split(",") if part.strip()]
