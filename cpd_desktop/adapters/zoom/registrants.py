"""People registered at Zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.zoom.asking import Asking, path_of
from cpd_desktop.adapters.zoom.client import Call
from cpd_desktop.adapters.zoom.day_counts import Allowance
from cpd_desktop.adapters.zoom.limits import Label
from cpd_desktop.adapters.zoom.paging import collected
from cpd_desktop.adapters.zoom.reading import moment, records, text
from cpd_desktop.domain.registrants import FormQuestion, Registrant, Seat, Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.adapters.zoom.reading import Record
    from cpd_desktop.domain.meetings import MeetingNumber
    from cpd_desktop.domain.registrants import Applicant, Verdict

MOST_AT_ONCE: Final = 30
# What the form of Zoom may ask besides; answers are kept under the names Zoom has for them.
STANDARD: Final = (
    "address",
    "city",
    "state",
    "zip",
    "country",
    "industry",
    "purchasing_time_frame",
    "role_in_purchase_process",
    "no_of_employees",
    "comments",
)


class RegistrantCalls(Asking):
    """The calls about registrants; see ``services.zoom.ports.ZoomRegistrants``."""

    __slots__ = ()

    def register(self, at: MeetingNumber, applicant: Applicant) -> Seat:
        """Register somebody; who is registered already keeps the link they have."""
        applicant.require_valid()
        use = Allowance.to_register(applicant.email)
        path = path_of(at, "registrants")
        told = self.ask(Call("POST", path, Label.LIGHT, body=_body(applicant), uses=(use,))).told
        return Seat(text(told.get("registrant_id")), text(told.get("join_url")))

    def registrants(self, at: MeetingNumber, standing: Standing) -> list[Registrant]:
        """Return everybody who stands so, each once, since pages may overlap."""
        fetch = self.listing(path_of(at, "registrants"), Label.MEDIUM, status=standing.value)
        found = (read_registrant(each, standing) for each in collected(fetch, "registrants"))
        return list({each.id or each.email: each for each in found}.values())

    def decide(self, at: MeetingNumber, verdict: Verdict, whom: Sequence[tuple[str, str]]) -> None:
        """Approve, deny or cancel registrants, given as id and e-mail address."""
        for first in range(0, len(whom), MOST_AT_ONCE):
            some = whom[first : first + MOST_AT_ONCE]
            told = {
                "action": verdict.value,
                "registrants": [{"id": id, "email": email} for id, email in some],  # noqa: A001 - the trade's word
            }
            uses = tuple(Allowance.to_decide(registrant) for registrant, _ in some)
            path = path_of(at, "registrants", "status")
            self.ask(Call("PUT", path, Label.MEDIUM, body=told, uses=uses))

    def form(self, at: MeetingNumber) -> list[FormQuestion]:
        """Return what the registration form of Zoom asks besides first name and address."""
        path = path_of(at, "registrants", "questions")
        told = self.ask(Call("GET", path, Label.LIGHT)).told
        return [
            *(
                FormQuestion(text(each.get("field_name")), each.get("required") is True, own=False)
                for each in records(told.get("questions"))
            ),
            *map(_own_question, records(told.get("custom_questions"))),
        ]


def read_registrant(told: Record, standing: Standing) -> Registrant:
    """Read somebody of a list of people who stand so, unless their own row says otherwise."""
    status = text(told.get("status"))
    return Registrant(
        text(told.get("id")),
        text(told.get("email")),
        text(told.get("first_name")),
        text(told.get("last_name")),
        Standing(status) if status in set(Standing) else standing,
        text(told.get("join_url")),
        moment(told.get("create_time")),
        text(told.get("org")),
        text(told.get("job_title")),
        text(told.get("phone")),
        (
            *((name, answer) for name in STANDARD if (answer := text(told.get(name)))),
            *(
                (text(each.get("title")), text(each.get("value")))
                for each in records(told.get("custom_questions"))
            ),
        ),
    )


def _own_question(told: Record) -> FormQuestion:
    options = told.get("answers")
    return FormQuestion(
        text(told.get("title")),
        told.get("required") is True,
        own=True,
        options=tuple(map(text, options)) if isinstance(options, list) else (),
        several=told.get("type") == "multiple",
    )


def _body(applicant: Applicant) -> Record:
    optional = {
        "last_name": applicant.last_name,
        "org": applicant.organisation,
        "job_title": applicant.job_title,
        "phone": applicant.phone,
        "custom_questions": [
            {"title": title, "value": answer}
            for title, answer in applicant.answers
            if title not in STANDARD
        ],
    } | {title: answer for title, answer in applicant.answers if title in STANDARD}
    told = {"email": applicant.email, "first_name": applicant.first_name}
    return told | {name: value for name, value in optional.items() if value}
