"""Registration at the Zoom to test against: personal links, denials that stay, daily limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.clock import FixedClock
    from tests.fakes.zoom.server import FakeZoom
    from tests.fakes.zoom_caller import Caller

ANNA = {"email": "anna@example.com", "first_name": "Anna", "last_name": "Berg"}


def place_of(caller: Caller, **settings: object) -> str:
    made = caller.meeting(settings={"approval_type": 0} | settings)
    return f"/meetings/{made['id']}/registrants"


def emails(caller: Caller, place: str, **query: object) -> list[str]:
    return [each["email"] for each in caller.call("GET", place, **query)["registrants"]]


def change(caller: Caller, place: str, action: str, person: Any) -> None:
    who = {"id": person["registrant_id"], "email": "anna@example.com"}
    caller.call("PUT", f"{place}/status", {"action": action, "registrants": [who]})


def test_everybody_gets_a_link_of_their_own_and_the_same_again(caller: Caller) -> None:
    place = place_of(caller)
    anna = caller.call("POST", place, ANNA)
    tom = caller.call("POST", place, {"email": "tom@example.com", "first_name": "Tom"})
    again = caller.call("POST", place, ANNA | {"email": "Anna@Example.com"})

    assert anna["join_url"] != tom["join_url"]
    assert again == anna
    listed = caller.call("GET", place)["registrants"]
    assert [(each["id"], each["join_url"]) for each in listed] == [
        (anna["registrant_id"], anna["join_url"]),
        (tom["registrant_id"], tom["join_url"]),
    ]
    assert caller.call("GET", f"{place}/{anna['registrant_id']}")["last_name"] == "Berg"


def test_a_meeting_without_registration_refuses_people(caller: Caller) -> None:
    place = f"/meetings/{caller.meeting()['id']}/registrants"
    status, code, message = caller.refused("POST", place, ANNA)
    assert (status, code) == (400, 300)
    assert message.startswith("Registration has not been enabled")


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"email": "nobody"}, "email"),
        ({"first_name": ""}, "first_name"),
        ({"first_name": "x" * 65}, "first_name"),
        ({"no_of_employees": "many"}, "no_of_employees"),
        ({"licence": "1"}, "licence"),
        ({"custom_questions": [{"title": "t"}]}, "custom_questions[0].value"),
    ],
)
def test_a_registration_names_the_field_that_is_wrong(
    caller: Caller, said: dict[str, object], field: str
) -> None:
    answer = caller.ask("POST", place_of(caller), ANNA | said)
    assert [error["field"] for error in answer.json()["errors"]] == [field]


def test_who_waits_for_approval_has_no_link(caller: Caller) -> None:
    place = place_of(caller, approval_type=1)
    anna = caller.call("POST", place, ANNA)
    assert "join_url" not in anna
    assert emails(caller, place) == []
    assert emails(caller, place, status="pending") == ["anna@example.com"]

    change(caller, place, "approve", anna)
    assert "join_url" in caller.call("GET", f"{place}/{anna['registrant_id']}")


def test_a_cancelled_person_is_denied_and_cannot_come_back(caller: Caller) -> None:
    place = place_of(caller)
    anna = caller.call("POST", place, ANNA)
    change(caller, place, "cancel", anna)

    assert emails(caller, place, status="denied") == ["anna@example.com"]
    assert caller.refused("POST", place, ANNA)[:2] == (400, 3000)
    caller.call("DELETE", f"{place}/{anna['registrant_id']}")
    assert caller.call("POST", place, ANNA)["registrant_id"] != anna["registrant_id"]


def test_a_status_needs_the_right_person(caller: Caller) -> None:
    place = place_of(caller)
    anna = caller.call("POST", place, ANNA)
    for who in (
        {"id": "unknown", "email": "anna@example.com"},
        {"id": anna["registrant_id"], "email": "tom@example.com"},
    ):
        body = {"action": "approve", "registrants": [who]}
        assert caller.refused("PUT", f"{place}/status", body)[:2] == (400, 300)


def test_the_fourth_registration_of_a_day_is_refused_across_meetings(
    caller: Caller, clock: FixedClock
) -> None:
    for _ in range(3):
        caller.call("POST", place_of(caller), ANNA)
    place = place_of(caller)
    assert caller.refused("POST", place, ANNA)[0] == 429
    clock.move(hours=15)
    caller.sign_in()
    caller.call("POST", place, ANNA)


def test_the_eleventh_change_of_status_is_refused(caller: Caller) -> None:
    place = place_of(caller)
    anna = caller.call("POST", place, ANNA)
    for number in range(10):
        change(caller, place, "deny" if number % 2 else "approve", anna)
    who = {"id": anna["registrant_id"], "email": "anna@example.com"}
    body = {"action": "approve", "registrants": [who]}
    assert caller.refused("PUT", f"{place}/status", body)[0] == 429


def test_questions_have_to_be_answered_as_they_were_asked(caller: Caller) -> None:
    place = place_of(caller)
    licence = {"title": "Licence", "type": "short", "required": True}
    field = {"title": "Field", "type": "single", "answers": ["Nursing", "Midwifery"]}
    caller.call(
        "PATCH",
        f"{place}/questions",
        {
            "custom_questions": [licence, field],
            "questions": [{"field_name": "org", "required": True}],
        },
    )
    assert caller.call("GET", f"{place}/questions")["custom_questions"][0] == licence

    def said(*answers: tuple[str, str]) -> dict[str, object]:
        questions = [{"title": title, "value": value} for title, value in answers]
        return ANNA | {"org": "Clinic", "custom_questions": questions}

    assert caller.refused("POST", place, ANNA)[:2] == (400, 300)
    assert caller.refused("POST", place, said())[:2] == (400, 300)
    wrong = said(("Licence", "1"), ("Field", "Law"))
    assert caller.refused("POST", place, wrong)[:2] == (400, 300)
    assert caller.refused("POST", place, said(("Licence", "1"), ("Age", "4")))[:2] == (400, 300)
    caller.call("POST", place, said(("Licence", "A-17"), ("Field", "Nursing")))
    told = caller.call("GET", place)["registrants"][0]
    assert told["custom_questions"][0] == {"title": "Licence", "value": "A-17"}


def test_thirty_people_register_at_once_but_not_for_a_series(caller: Caller) -> None:
    place = place_of(caller).replace("registrants", "batch_registrants")
    people = [{"email": f"p{n}@example.com", "first_name": f"P{n}"} for n in range(31)]
    told = caller.call("POST", place, {"registrants": people[:30]})["registrants"]
    assert len({each["join_url"] for each in told}) == 30
    assert caller.refused("POST", place, {"registrants": people})[:2] == (400, 300)

    series = caller.meeting(
        type=8, recurrence={"type": 1, "end_times": 2}, settings={"approval_type": 0}
    )
    there = f"/meetings/{series['id']}/batch_registrants"
    assert caller.refused("POST", there, {"registrants": people[:1]})[:2] == (400, 303)


def test_the_list_has_thirty_people_on_a_page(caller: Caller) -> None:
    place = place_of(caller)
    people = [{"email": f"p{n}@example.com", "first_name": f"P{n}"} for n in range(35)]
    batch = place.replace("registrants", "batch_registrants")
    caller.call("POST", batch, {"registrants": people[:30]})
    caller.call("POST", batch, {"registrants": people[30:]})

    first = caller.call("GET", place)
    assert len(first["registrants"]) == 30
    assert len(emails(caller, place, next_page_token=first["next_page_token"])) == 5
    assert len(emails(caller, place, page_number=2)) == 30


def test_occurrences_are_chosen_only_where_each_is_registered_for(caller: Caller) -> None:
    recurrence = {"type": 1, "end_times": 2}
    once = caller.meeting(type=8, recurrence=recurrence, settings={"approval_type": 0})
    each = caller.meeting(
        type=8, recurrence=recurrence, settings={"approval_type": 0, "registration_type": 2}
    )
    first = once["occurrences"][0]["occurrence_id"]

    def register(meeting: Any, **query: object) -> int:
        place = f"/meetings/{meeting['id']}/registrants"
        return caller.ask("POST", place, ANNA, **query).status_code

    assert register(once, occurrence_ids=first) == 400
    assert register(each) == 400
    assert register(once) == 201
    assert register(each, occurrence_ids=first) == 201


def test_nobody_registers_for_what_is_over_or_full(caller: Caller, clock: FixedClock) -> None:
    webinar = caller.webinar(settings={"approval_type": 0, "registrants_restrict_number": 1})
    place = f"/webinars/{webinar['id']}/registrants"
    caller.call("POST", place, ANNA)
    tom = {"email": "tom@example.com", "first_name": "Tom"}
    assert caller.refused("POST", place, tom)[:2] == (400, 3043)
    clock.move(days=4)
    caller.sign_in()
    assert caller.refused("POST", place, tom)[:2] == (400, 3038)


def test_a_basic_user_takes_no_registrations(zoom: FakeZoom, caller: Caller) -> None:
    caller.user.type = 1
    body = {"topic": "x", "settings": {"approval_type": 0}}
    assert caller.refused("POST", "/users/me/meetings", body)[:2] == (400, 200)


def test_panelists_are_invited_and_removed(caller: Caller) -> None:
    place = f"/webinars/{caller.webinar()['id']}/panelists"
    caller.call("POST", place, {"panelists": [{"name": "Dr Roy", "email": "roy@example.com"}]})
    told = caller.call("GET", place)
    assert (told["total_records"], told["panelists"][0]["name"]) == (1, "Dr Roy")
    caller.call("DELETE", f"{place}/{told['panelists'][0]['id']}")
    assert caller.call("GET", place)["panelists"] == []
