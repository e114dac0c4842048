"""Words for the deeds of the audit trail that are about an event."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def deed_words(deed: str) -> str:
    """Return what was done; of a deed that nobody named, that something was."""
    translate = QCoreApplication.translate
    group = deed.partition(".")[0]
    known = {"event": _events, "series": _events, "registration": _registrations}
    known |= dict.fromkeys(("check_in", "party", "code"), _registrations)
    known |= dict.fromkeys(("attendance", "report"), _attendance)
    known |= dict.fromkeys(("module", "content", "assignment", "submission"), _content)
    known |= dict.fromkeys(("meeting", "zoom"), _meetings)
    words = known.get(group, _files)()
    return words.get(deed, translate("deeds", "Something was changed"))


def _events() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "event.add": translate("deeds", "Event added"),
        "event.change": translate("deeds", "Event changed"),
        "event.trash": translate("deeds", "Event deleted"),
        "event.restore": translate("deeds", "Event restored"),
        "event.remove": translate("deeds", "Event deleted for good"),
        "event.from_meeting": translate("deeds", "Event made of a meeting at Zoom"),
        "event.duplicate": translate("deeds", "Event duplicated"),
        "event.postpone": translate("deeds", "Event postponed"),
        "event.publish": translate("deeds", "Event published"),
        "event.start": translate("deeds", "Event started"),
        "event.complete": translate("deeds", "Event completed"),
        "event.cancel": translate("deeds", "Event cancelled"),
        "event.archive": translate("deeds", "Event archived"),
        "event.reopen": translate("deeds", "Event reopened"),
        "event.hold": translate("deeds", "Event kept longer"),
        "event.lift": translate("deeds", "Hold lifted"),
        "series.add": translate("deeds", "Series added"),
        "series.change": translate("deeds", "Series changed"),
        "series.leave_out": translate("deeds", "Date left out of the series"),
    }


def _registrations() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "registration.add": translate("deeds", "Registered"),
        "registration.import": translate("deeds", "List imported"),
        "registration.pull": translate("deeds", "Registrations fetched from Zoom"),
        "registration.change": translate("deeds", "Registration changed"),
        "registration.move": translate("deeds", "Registration moved"),
        "registration.offer": translate("deeds", "Places offered"),
        "registration.accept": translate("deeds", "Offer accepted"),
        "registration.decline": translate("deeds", "Offer declined"),
        "registration.lapse": translate("deeds", "Offers ran out"),
        "registration.payment": translate("deeds", "Payment noted"),
        "registration.pending": translate("deeds", "Registration pending"),
        "registration.confirmed": translate("deeds", "Registration confirmed"),
        "registration.waitlisted": translate("deeds", "Put on the waiting list"),
        "registration.cancelled": translate("deeds", "Registration cancelled"),
        "registration.no_show": translate("deeds", "Did not come"),
        "check_in.add": translate("deeds", "Checked in"),
        "check_in.remove": translate("deeds", "Check-in taken back"),
        "party.add": translate("deeds", "Group added"),
        "party.change": translate("deeds", "Group changed"),
        "party.paid": translate("deeds", "Group paid"),
        "party.remove": translate("deeds", "Group removed"),
        "code.add": translate("deeds", "Discount code added"),
        "code.change": translate("deeds", "Discount code changed"),
        "code.remove": translate("deeds", "Discount code removed"),
    }


def _attendance() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "report.add": translate("deeds", "Report of who came added"),
        "report.remove": translate("deeds", "Report of who came removed"),
        "attendance.decide": translate("deeds", "Decided who somebody was"),
        "attendance.override": translate("deeds", "Attendance overridden"),
        "attendance.undo": translate("deeds", "Decision about attendance taken back"),
        "attendance.note": translate("deeds", "Noted what somebody did"),
        "attendance.see": translate("deeds", "Noted who was there"),
    }


def _meetings() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "meeting.plan": translate("deeds", "Meetings at Zoom planned"),
        "meeting.change": translate("deeds", "Meeting changed"),
        "meeting.give_up": translate("deeds", "Meeting given up"),
        "meeting.again": translate("deeds", "Meeting to be made again"),
        "meeting.adopt": translate("deeds", "Meeting at Zoom taken over"),
        "meeting.settle": translate("deeds", "Decided what holds of a meeting"),
        "zoom.made": translate("deeds", "Made at Zoom"),
        "zoom.read": translate("deeds", "Read at Zoom"),
        "zoom.deleted": translate("deeds", "Deleted at Zoom"),
        "zoom.gone": translate("deeds", "Gone at Zoom"),
    }


def _content() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "module.add": translate("deeds", "Module added"),
        "module.change": translate("deeds", "Module changed"),
        "module.move": translate("deeds", "Module moved"),
        "module.remove": translate("deeds", "Module removed"),
        "content.add": translate("deeds", "Content added"),
        "content.change": translate("deeds", "Content changed"),
        "content.move": translate("deeds", "Content moved"),
        "content.remove": translate("deeds", "Content removed"),
        "assignment.add": translate("deeds", "Assignment added"),
        "assignment.change": translate("deeds", "Assignment changed"),
        "assignment.move": translate("deeds", "Assignment moved"),
        "assignment.remove": translate("deeds", "Assignment removed"),
        "submission.draft": translate("deeds", "Submission begun"),
        "submission.hand_in": translate("deeds", "Submission handed in"),
        "submission.mark": translate("deeds", "Submission marked"),
        "submission.ask_revision": translate("deeds", "Revision asked for"),
        "submission.approve": translate("deeds", "Submission approved"),
    }


def _files() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "material.add": translate("deeds", "File added"),
        "material.version": translate("deeds", "New version of a file"),
        "material.remove": translate("deeds", "File removed"),
        "undo": translate("deeds", "Undone"),
    }
