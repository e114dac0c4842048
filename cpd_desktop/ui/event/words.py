"""Words for the kinds of events and of questions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cpd_desktop.domain.custom_fields import FieldKind
from cpd_desktop.domain.events import EventFormat, EventKind


def kind_choices() -> list[tuple[EventKind, str]]:
    """Return what sort of event it can be."""
    translate = QCoreApplication.translate
    return [
        (EventKind.WEBINAR, translate("kinds", "Webinar")),
        (EventKind.WORKSHOP, translate("kinds", "Workshop")),
        (EventKind.TRAINING, translate("kinds", "Training")),
        (EventKind.LECTURE, translate("kinds", "Lecture")),
        (EventKind.COURSE, translate("kinds", "Course")),
        (EventKind.CONFERENCE, translate("kinds", "Conference")),
        (EventKind.SUPERVISION, translate("kinds", "Supervision")),
        (EventKind.OTHER, translate("kinds", "Other")),
    ]


def format_choices() -> list[tuple[EventFormat, str]]:
    """Return where people can take part."""
    translate = QCoreApplication.translate
    return [
        (EventFormat.ONLINE, translate("kinds", "Online")),
        (EventFormat.IN_PERSON, translate("kinds", "In person")),
        (EventFormat.HYBRID, translate("kinds", "Online and in person")),
    ]


def field_choices() -> list[tuple[FieldKind, str]]:
    """Return what kinds of answers can be asked for."""
    translate = QCoreApplication.translate
    return [
        (FieldKind.TEXT, translate("kinds", "A line of text")),
        (FieldKind.PARAGRAPH, translate("kinds", "A longer text")),
        (FieldKind.NUMBER, translate("kinds", "A number")),
        (FieldKind.DATE, translate("kinds", "A date")),
        (FieldKind.YES_NO, translate("kinds", "Yes or no")),
        (FieldKind.CHOICE, translate("kinds", "One answer from a list")),
        (FieldKind.BUTTONS, translate("kinds", "One answer, all of them seen")),
        (FieldKind.CHOICES, translate("kinds", "Several answers")),
    ]
