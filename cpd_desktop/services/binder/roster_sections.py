"""Who registered, agreed to what and answered what, and what somebody did while they were there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.domain.binder import Section, Table
from cpd_desktop.domain.custom_fields import answer_in_words
from cpd_desktop.domain.money import Money
from cpd_desktop.services.binder.telling import utc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpd_desktop.domain.attendance.sightings import Seen
    from cpd_desktop.services.binder.evidence import Evidence
    from cpd_desktop.services.binder.telling import Telling

PLACE_HEADERS = (
    *(
        "Number",
        "Own reference",
        "Name",
        "E-mail",
        "Organisation",
        "Job title",
        "Licences",
        "Status",
    ),
    *("Registered", "Came by", "Payment", "Price", "Consent to mail", "Consent given on"),
)
CHECK_IN_HEADERS = ("Reference", "Name", "Session", "At", "At (UTC)")
SEEN_HEADERS = ("Reference", "Name", "Session", "There", "Noted by", "At", "Why")
MARK_HEADERS = ("Reference", "Name", "What", "Number", "Noted by", "At", "Why")


def registrations(told: Evidence, telling: Telling) -> Section:
    """Tell who has a place, with consent, answers and what was noted at the door."""
    questions = [each for each in told.event.fields if each.id is not None]
    headers = (*PLACE_HEADERS, *(each.label for each in questions))
    rows: list[tuple[str, ...]] = []
    for row in told.places:
        answers = told.answers.get(row.id, {})
        rows.append(
            (
                row.number, row.reference or "", row.name, row.email, row.organisation,
                row.job_title,
                "; ".join(
                    " ".join(filter(None, (one.body, one.number)))
                    for one in told.licences.get(row.person_id, ())
                ),
                row.status.replace("_", " "), telling.moment(row.registered_at),
                row.source.replace("_", " "), row.payment.replace("_", " "),
                str(Money(row.price_minor, row.currency)) if row.currency else "",
                row.consent, str(row.consent_on or ""),
                *(answer_in_words(each, answers.get(each.id or 0, "")) for each in questions),
            )
        )  # fmt: skip
    tables = (
        Table("Registrations", headers, rows, "registrations"),
        Table("Lists that were imported", ("File", "At", "Bytes", "SHA-256"), [
            (telling.original("lists", row.file_name, row.sha256), telling.moment(row.at),
             str(row.size), row.sha256)
            for row in told.lists
        ], "lists", figures=frozenset({2})),
        Table("Check-ins at the door", CHECK_IN_HEADERS, list(_check_ins(told, telling)),
              "check-ins"),
        Table("Who was there, as noted by hand", SEEN_HEADERS, list(_seen(told, telling)),
              "seen"),
    )  # fmt: skip
    return Section("registrations", "Registrations and consent", tables=tables)


def _check_ins(told: Evidence, telling: Telling) -> Iterator[tuple[str, ...]]:
    titles = {each.id: each.title for each in told.event.sessions}
    for place in told.found.facts.places:
        for each in place.check_ins:
            at = (telling.second(each.at), utc(each.at))
            yield place.reference, place.registrant.name, titles[each.session], *at


def _seen(told: Evidence, telling: Telling) -> Iterator[tuple[str, ...]]:
    titles = {each.id: each.title for each in told.event.sessions}
    for place in told.found.facts.places:
        for each in place.sightings:
            yield (
                place.reference, place.registrant.name, titles[each.session],
                _how_long(each.seen, telling), each.who, telling.moment(each.at), each.why,
            )  # fmt: skip


def _how_long(seen: Seen, telling: Telling) -> str:
    if not seen.in_part:
        return "not at all" if seen.absent else "all of it"
    came = f"from {telling.moment(seen.came)}" if seen.came else ""
    left = f"to {telling.moment(seen.left)}" if seen.left else ""
    return " ".join(filter(None, (came, left)))


def interactions(told: Evidence, telling: Telling) -> Section:
    """Tell what people answered and asked, and what was noted of them by hand."""
    answered = [
        (row.kind, row.name, row.email, row.question, row.answer, telling.second(row.at),
         utc(row.at), row.uuid)
        for row in told.interactions
    ]  # fmt: skip
    noted = [
        (place.reference, place.registrant.name, str(each.kind), str(each.number), each.who,
         telling.moment(each.at), each.why)
        for place in told.found.facts.places
        for each in sorted(place.marks.values(), key=lambda one: one.kind)
    ]  # fmt: skip
    headers = ("Kind", "Name", "E-mail", "Question", "Answer", "At", "At (UTC)", "Meeting instance")
    tables = (
        Table("Answers to polls and questions at Zoom", headers, answered, "interactions"),
        Table("Noted by hand", MARK_HEADERS, noted, "marks", figures=frozenset({3})),
    )
    lines = () if answered or noted else ("No interactions were told of, and none were noted.",)
    return Section("interactions", "Polls, codes and other signs", lines, tables=tables)
