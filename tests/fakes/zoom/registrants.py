"""Who registered at Zoom, with a join link of their own, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.fakes.zoom.calls import Route
from tests.fakes.zoom.limits import Label
from tests.fakes.zoom.record import RECURRING_FIXED, Meeting, Registrant
from tests.fakes.zoom.registrant_shapes import (
    BATCH,
    CHANGE,
    LISTED,
    NEW,
    NEW_AT_WEBINAR,
    ONE_OCCURRENCE,
    QUESTIONS,
    SOME_OCCURRENCES,
    STANDARD,
)
from tests.fakes.zoom.shapes import flag, inside
from tests.fakes.zoom.wire import Refusal, utc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fakes.zoom.calls import Call
    from tests.fakes.zoom.site import Site
    from tests.fakes.zoom.wire import Json

MOST = 4999
AUTOMATIC = 0
BECOMES = {"approve": "approved", "cancel": "denied", "deny": "denied"}


@dataclass(frozen=True, slots=True)
class Registrants:
    """The calls about those who registered for meetings, or for webinars."""

    site: Site
    webinar: bool = False

    def routes(self) -> Iterator[Route]:
        kind = "webinar" if self.webinar else "meeting"
        all_of = f"/{kind}s/{{id}}/registrants"
        one = f"{all_of}/{{registrant}}"
        batch = inside(
            BATCH if self.webinar else {**BATCH, "registrants_confirmation_email": flag},
            ("registrants",),
        )
        which = ONE_OCCURRENCE if self.webinar else {}
        light, medium = Label.LIGHT, Label.MEDIUM
        # The fixed words come before the open one, for the first that fits is taken.
        yield Route(
            "GET",
            f"{all_of}/questions",
            light,
            f"{kind}:read:list_registration_questions",
            self.questions,
        )
        yield Route(
            "PATCH",
            f"{all_of}/questions",
            light,
            f"{kind}:update:registration_question",
            self.ask_questions,
            body=QUESTIONS,
        )
        yield Route(
            "PUT",
            f"{all_of}/status",
            medium,
            f"{kind}:update:registrant_status",
            self.change,
            ONE_OCCURRENCE,
            CHANGE,
        )
        yield Route(
            "POST",
            all_of,
            light,
            f"{kind}:write:registrant",
            self.register,
            SOME_OCCURRENCES,
            NEW_AT_WEBINAR if self.webinar else NEW,
            201,
        )
        yield Route("GET", all_of, medium, f"{kind}:read:list_registrants", self.listing, LISTED)
        yield Route("GET", one, light, f"{kind}:read:registrant", self.read, which)
        yield Route("DELETE", one, light, f"{kind}:delete:registrant", self.remove, ONE_OCCURRENCE)
        yield Route(
            "POST",
            f"/{kind}s/{{id}}/batch_registrants",
            Label.HEAVY,
            f"{kind}:write:batch_registrants",
            self.register_many,
            {},
            batch,
            201,
        )

    def register(self, call: Call) -> Json:
        meeting = self._open(call)
        wanted = call.query.get("occurrence_ids", "")
        chosen = tuple(wanted.split(",")) if wanted else ()
        self._check_chosen(meeting, chosen)
        self._check_answers(meeting, call.body)
        self.site.limits.count_registration(call.body["email"])
        person = self._add(call, meeting, call.body, chosen)
        told: Json = {
            "id": meeting.id,
            "topic": meeting.topic,
            "registrant_id": person.id,
            **_way_in(meeting, person),
        }
        if meeting.start is not None:
            told["start_time"] = utc(meeting.start)
        if meeting.occurrences:
            told["occurrences"] = [
                each.shown()
                for each in meeting.occurrences
                if not person.occurrences or each.id in person.occurrences
            ]
        return told

    def register_many(self, call: Call) -> Json:
        meeting = self._open(call, code=404)
        if meeting.type not in {2, 5}:
            raise Refusal(
                400,
                303,
                "This API can only be used for scheduled meeting(meeting type: 2). Batch "
                "registration is not supported for other meeting types.",
            )
        told = []
        for said in call.body["registrants"]:
            self.site.limits.count_registration(said["email"])
            auto = {"auto_approve": call.body.get("auto_approve", False)}
            person = self._add(call, meeting, said | auto, ())
            told.append(
                {"registrant_id": person.id, "email": person.email} | _way_in(meeting, person)
            )
        return {"registrants": told}

    def listing(self, call: Call) -> Json:
        meeting = self.site.book.named(call, webinar=self.webinar)
        wanted = call.query.get("status", "approved")
        found = [
            person
            for person in meeting.registrants.values()
            if person.status == wanted and _comes(person, call.query.get("occurrence_id"))
        ]
        return self.site.pages.page(call, "registrants", found, shown)

    def read(self, call: Call) -> Json:
        return shown(self._person(self.site.book.named(call, webinar=self.webinar), call))

    def remove(self, call: Call) -> None:
        meeting = self._open(call)
        person = self._person(meeting, call)
        del meeting.registrants[person.id]

    def change(self, call: Call) -> None:
        meeting = self.site.book.named(call, webinar=self.webinar)
        if wanted := call.query.get("occurrence_id"):
            meeting.occurrence(wanted)
        people = []
        for said in call.body["registrants"]:
            person = meeting.registrants.get(said["id"])
            if person is None or person.email.casefold() != said["email"].casefold():
                raise _no_such_registrant()
            people.append(person)
        for person in people:
            self.site.limits.count_status_change(person.id)
            person.status = BECOMES[call.body["action"]]

    def questions(self, call: Call) -> Json:
        return dict(self.site.book.named(call, webinar=self.webinar).asked_for)

    def ask_questions(self, call: Call) -> None:
        meeting = self._open(call)
        for number, each in enumerate(call.body.get("custom_questions", [])):
            if each["type"] == "single" and not each.get("answers"):
                field = f"custom_questions[{number}].answers"
                raise Refusal(400, 300, "Validation Failed.", ((field, "Is required."),))
        meeting.asked_for |= call.body

    def _open(self, call: Call, code: int = 300) -> Meeting:
        """Find the meeting, and refuse it unless people can register for it now."""
        meeting = self.site.book.named(call, webinar=self.webinar)
        if meeting.host.type == 1:
            raise Refusal(400, 200, f"Only available for paid users: {meeting.host.id}.")
        if not meeting.takes_registrations:
            raise Refusal(
                400, code, f"Registration has not been enabled for this meeting: {meeting.id}."
            )
        return meeting

    def _add(
        self, call: Call, meeting: Meeting, said: Json, occurrences: tuple[str, ...]
    ) -> Registrant:
        known = next(
            (
                each
                for each in meeting.registrants.values()
                if each.email.casefold() == said["email"].casefold()
            ),
            None,
        )
        if known is not None and known.status == "denied":
            raise Refusal(400, 3000, "This registrant has been denied by the host.")
        if known is not None:
            return known
        end = meeting.last_end()
        if meeting.settings["close_registration"] or (end is not None and end < call.now):
            raise Refusal(
                400,
                3038,
                f"{meeting.word} is over, you can not register now. If you have any questions, "
                "please contact the Meeting host.",
            )
        if len(meeting.registrants) >= (
            meeting.settings.get("registrants_restrict_number") or MOST
        ):
            raise Refusal(400, 3043, f"{meeting.word} has reached maximum attendee capacity.")
        book = self.site.book
        person = Registrant(
            id=book.new_token(),
            answers={key: value for key, value in said.items() if key != "auto_approve"},
            status="approved"
            if meeting.settings["approval_type"] == AUTOMATIC or said.get("auto_approve")
            else "pending",
            created=call.now,
            join_url=f"{self.site.address}/w/{meeting.id}?tk={book.new_token(24)}&pwd=1",
            pin=book.dice.randrange(100_000, 999_999),
            occurrences=occurrences,
        )
        meeting.registrants[person.id] = person
        return person

    def _check_chosen(self, meeting: Meeting, chosen: tuple[str, ...]) -> None:
        each_on_its_own = meeting.settings.get("registration_type", 1) != 1
        if meeting.type in RECURRING_FIXED and each_on_its_own != bool(chosen):
            raise Refusal(400, 300, "Invalid parameter: occurrence_ids.")
        for wanted in chosen:
            meeting.occurrence(wanted)

    def _check_answers(self, meeting: Meeting, said: Json) -> None:
        """Refuse answers to what nobody asked, and missing ones to what must be answered."""
        custom = {each["title"]: each for each in meeting.asked_for["custom_questions"]}
        given = {each["title"]: each["value"] for each in said.get("custom_questions", [])}
        wrong = [
            (each["field_name"], "This field is required.")
            for each in meeting.asked_for["questions"]
            if each.get("required") and not said.get(each["field_name"])
        ]
        wrong += [("custom_questions", f"Unknown question: {t}.") for t in given.keys() - custom]
        for title, question in custom.items():
            value = given.get(title, "")
            if question.get("required") and not value:
                wrong.append(("custom_questions", f"This question is required: {title}."))
            if value and question["type"] == "single" and value not in question["answers"]:
                wrong.append(("custom_questions", f"Not one of the answers: {title}."))
        if wrong:
            raise Refusal(400, 300, "Validation Failed.", tuple(wrong))

    def _person(self, meeting: Meeting, call: Call) -> Registrant:
        person = meeting.registrants.get(call.path["registrant"])
        if person is None:
            raise _no_such_registrant()
        return person


def _no_such_registrant() -> Refusal:
    return Refusal(
        400,
        300,
        "The value that you entered for the Registrant ID field is invalid. Enter a valid value "
        "and try again.",
    )


def _way_in(meeting: Meeting, person: Registrant) -> Json:
    """Tell how to get in, which is nothing yet for somebody who waits for approval."""
    told: Json = {} if meeting.webinar else {"participant_pin_code": person.pin}
    return told | ({"join_url": person.join_url} if person.status == "approved" else {})


def _comes(person: Registrant, occurrence: str | None) -> bool:
    return not occurrence or not person.occurrences or occurrence in person.occurrences


def shown(person: Registrant) -> Json:
    told = {
        **dict.fromkeys(STANDARD, ""),
        "custom_questions": [],
        **{key: value for key, value in person.answers.items() if key != "language"},
        "id": person.id,
        "status": person.status,
        "create_time": utc(person.created),
    }
    if person.status == "approved":
        told["join_url"] = person.join_url
    return told
