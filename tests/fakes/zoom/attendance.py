"""What Zoom tells of those who came: too early nothing, then zeros, then the truth."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.fakes.zoom.wire import Refusal, utc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from tests.fakes.zoom.record import Answered, Instance, Row
    from tests.fakes.zoom.wire import Json

YEAR = timedelta(days=365)


def check_age(instance: Instance, now: datetime) -> None:
    if now - instance.start > YEAR:
        raise Refusal(400, 12702, "Can not access a meeting a year ago.")


def who(row: Row) -> str:
    return row.registrant_id or row.id or row.name


def rows_at(instance: Instance, now: datetime) -> list[Row]:
    """Return the rows known by now; a meeting of one person has none."""
    rows = instance.rows
    if all(who(row) == who(rows[0]) for row in rows):
        return []
    if instance.end is not None and instance.ready is not None:
        halfway = instance.end + (instance.ready - instance.end) / 2
        if now < halfway:
            return rows[: -(-len(rows) // 2)]
    return rows


def seconds_of(instance: Instance, now: datetime) -> Callable[[Row], int]:
    """Return how long a row lasted, which is nothing while the report is being made."""
    ready = instance.ready is None or now >= instance.ready
    return lambda row: int((row.leave - row.join).total_seconds()) if ready else 0


def past_row(row: Row, seconds: int) -> Json:
    """Tell a row as `past_…` does, with the two keys nobody documented."""
    return {
        "id": row.id,
        "user_id": row.user_id,
        "name": row.name,
        "user_email": row.user_email,
        "join_time": utc(row.join),
        "leave_time": utc(row.leave),
        "duration": seconds,
        "registrant_id": row.registrant_id,
        "failover": False,
        "status": _status(row),
        "groupId": "",
        "attentiveness_score": "",
        "internal_user": row.internal,
    }


def report_row(row: Row, seconds: int, *, with_registrant: bool) -> Json:
    """Tell a row as `report/…` does, with the registrant only on demand."""
    told: Json = {
        "id": row.id,
        "user_id": row.user_id,
        "participant_user_id": row.participant_user_id,
        "name": row.name,
        "user_email": row.user_email,
        "join_time": utc(row.join),
        "leave_time": utc(row.leave),
        "duration": seconds,
        "failover": False,
        "status": _status(row),
        "groupId": "",
        "attentiveness_score": "",
        "customer_key": "",
    }
    if row.breakout:
        told["bo_mtg_id"] = row.breakout
    if with_registrant:
        told["registrant_id"] = row.registrant_id
    return told


def _status(row: Row) -> str:
    return "in_waiting_room" if row.waiting else "in_meeting"


def past_summary(instance: Instance, now: datetime) -> Json:
    return summary(instance, now) | {
        "host_id": instance.meeting.host.id,
        "source": "Zoom",
        "has_meeting_summary": False,
    }


def summary(instance: Instance, now: datetime) -> Json:
    """Tell the whole of an instance, as reports do."""
    meeting = instance.meeting
    end = instance.end or now
    seconds = seconds_of(instance, now)
    here = [row for row in instance.rows if not row.waiting]
    return {
        "uuid": instance.uuid,
        "id": meeting.id,
        "type": meeting.type,
        "topic": meeting.topic,
        "user_name": meeting.host.display_name,
        "user_email": meeting.host.email,
        "start_time": utc(instance.start),
        "end_time": utc(end),
        "duration": int((end - instance.start).total_seconds() // 60),
        "total_minutes": sum(seconds(row) for row in here) // 60,
        "participants_count": len({who(row) for row in here}),
        "dept": "",
    }


def poll_detail(instance: Instance, given: Answered) -> Json:
    return {
        "question": given.question,
        "answer": given.answer,
        "polling_id": f"poll-{instance.meeting.id}",
        "date_time": utc(given.at),
    }


def question_detail(_instance: Instance, given: Answered) -> Json:
    return {"question": given.question, "answer": given.answer}


def reported_question(instance: Instance, given: Answered) -> Json:
    host = instance.meeting.host
    answer = {
        "user_id": host.id,
        "name": host.display_name,
        "email": host.email,
        "content": given.answer,
        "create_time": utc(given.at),
        "type": "host_answered_publicly",
    }
    return {
        "question": given.question,
        "answer": given.answer,
        "question_id": f"question-{instance.questions.index(given)}",
        "create_time": utc(given.at),
        "question_status": "answered" if given.answer else "open",
        "answer_details": [answer] if given.answer else [],
    }


def answers(
    instance: Instance,
    given: Iterable[Answered],
    detail: Callable[[Instance, Answered], Json],
) -> Json:
    """Tell polls, or questions and answers, person by person."""
    people: dict[tuple[str, str], list[Json]] = {}
    for each in given:
        people.setdefault((each.name, each.email), []).append(detail(instance, each))
    return {
        "id": instance.meeting.id,
        "uuid": instance.uuid,
        "start_time": utc(instance.start),
        "questions": [
            {"name": name, "email": email, "question_details": details}
            for (name, email), details in people.items()
        ],
    }
