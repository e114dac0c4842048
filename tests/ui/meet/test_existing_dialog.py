"""Meetings that are planned at Zoom already: chosen for an event, or made an event of."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from cpd_desktop.domain.meetings import Kind, MeetingDraft, MeetingNumber
from cpd_desktop.ui.meet.existing_dialog import ExistingDialog
from tests.drafts import STARTS, a_draft, a_session
from tests.fakes.zoom.faults import CAPTIVE_PORTAL

if TYPE_CHECKING:
    from datetime import datetime

    from tests.ui.meet.meeting_desk import Meet


def at_zoom(meet: Meet, topic: str, starts: datetime | None = STARTS) -> MeetingNumber:
    """Plan a meeting at Zoom as somebody does there."""
    draft = MeetingDraft(Kind.MEETING, topic, "Europe/London", starts, 120)
    return meet.desk.services.zoom.create(draft).at


def shown(dialog: ExistingDialog) -> list[str]:
    rows = dialog.table.rows
    return [str(rows.index(row, 0).data()) for row in range(rows.rowCount())]


def choose(meet: Meet, dialog: ExistingDialog, topic: str) -> None:
    meet.settle()
    dialog.table.select_id(dialog.table.rows.ids[shown(dialog).index(topic)])


def test_a_meeting_made_at_zoom_is_chosen_for_a_session(meet: Meet) -> None:
    meet.open(a_draft("Course", a_session("One"), a_session("Two", starts=STARTS.replace(day=8))))
    found = at_zoom(meet, "By hand", STARTS.replace(day=8))
    at_zoom(meet, "Another")
    meet.stage.first_existing.click()
    dialog = meet.existing_dialog
    assert not dialog.use.isEnabled()
    choose(meet, dialog, "By hand")
    dialog.session.setCurrentIndex(2)
    dialog.use.click()
    meet.settle()
    meet.settle()
    assert meet.stage.questions.dialog is None
    (card,) = meet.cards
    assert (card.at, card.session_id) == (found, meet.event.sessions[1].id)
    assert meet.box.topic.text() == "By hand"


def test_an_event_is_made_of_a_meeting(meet: Meet) -> None:
    at_zoom(meet, "By hand")
    dialog = ExistingDialog(meet.stage, meet.desk)
    dialog.open()
    assert not dialog.use.isVisible()
    choose(meet, dialog, "By hand")
    dialog.make.click()
    meet.settle()
    meet.settle()
    assert meet.desk.noted.went == ["events 1 meet"]
    made = meet.desk.services.events.get(1)
    assert (made.title, made.starts, made.ends) == ("By hand", STARTS, STARTS + timedelta(hours=2))


def test_meetings_are_found_by_topic_and_number(meet: Meet) -> None:
    first, second = at_zoom(meet, "Wound care"), at_zoom(meet, "Airways")
    dialog = ExistingDialog(meet.stage, meet.desk)
    dialog.open()
    meet.settle()
    assert shown(dialog) == ["Airways", "Wound care"]
    for text, found in (("WOUND", ["Wound care"]), (str(second.number), ["Airways"]), ("x9", [])):
        dialog.search.setText(text)
        dialog.search.returnPressed.emit()
        assert shown(dialog) == found
    assert first != second
    dialog.reject()


def test_a_meeting_without_a_time_can_be_no_event(meet: Meet) -> None:
    at_zoom(meet, "Any time", None)
    dialog = ExistingDialog(meet.stage, meet.desk)
    dialog.open()
    choose(meet, dialog, "Any time")
    assert not dialog.make.isEnabled()
    dialog.reject()


def test_what_belongs_to_an_event_already_is_refused_in_words(meet: Meet) -> None:
    meet.open(a_draft("Course", a_session("One"), a_session("Two", starts=STARTS.replace(day=8))))
    meetings = meet.desk.services.meetings
    meetings.plan(meet.event_id, session_id=meet.event.sessions[0].id)
    meet.sent()
    meet.stage.existing_button.click()
    dialog = meet.existing_dialog
    choose(meet, dialog, "Course: One")
    dialog.use.click()
    meet.settle()
    meet.settle()
    assert "belongs to an event here already" in dialog.note.text()
    assert dialog.use.isEnabled()
    dialog.reject()


def test_closing_while_zoom_is_asked_does_no_harm(meet: Meet) -> None:
    at_zoom(meet, "By hand")
    dialog = ExistingDialog(meet.stage, meet.desk)
    dialog.open()
    dialog.reject()
    meet.settle()


def test_without_an_answer_it_says_so(meet: Meet) -> None:
    meet.zoom.faults.next("/v2/users", CAPTIVE_PORTAL, times=9)
    dialog = ExistingDialog(meet.stage, meet.desk)
    dialog.open()
    meet.settle()
    assert dialog.note.isVisible()
    assert dialog.note.text()
    dialog.reject()
