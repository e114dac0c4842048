"""Words for when modules open, what content is, and where work stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cpd_desktop.domain.content import ContentKind, Release, SubmissionStatus
from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.dates import day_and_time
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpd_desktop.domain.assignments import Assignment, Submission
    from cpd_desktop.domain.content import Module


def kind_words(kind: ContentKind) -> str:
    """Return what a piece of content is."""
    translate = QCoreApplication.translate
    return {
        ContentKind.DOCUMENT: translate("learning", "Document"),
        ContentKind.VIDEO: translate("learning", "Video"),
        ContentKind.TEXT: translate("learning", "Text"),
        ContentKind.QUIZ: translate("learning", "Quiz"),
    }[kind]


def release_words(release: Release) -> str:
    """Return a way of opening, for somebody who chooses one."""
    translate = QCoreApplication.translate
    return {
        Release.AT_ONCE: translate("learning", "At once"),
        Release.ON_DATE: translate("learning", "On a day"),
        Release.AFTER_DAYS: translate("learning", "Days after registration"),
        Release.AFTER_MODULE: translate("learning", "After another module"),
    }[release]


def opens_words(module: Module, modules: Mapping[int, Module], zone: str) -> str:
    """Return when a module opens for somebody who registers."""
    translate = QCoreApplication.translate
    if module.release_at is not None:
        return translate("learning", "Opens {when}").format(
            when=day_and_time(module.release_at, zone)
        )
    if module.release_days is not None:
        return in_words(
            Sentence("learning", "Opens %n day(s) after registration").filled(n=module.release_days)
        )
    if module.after_id is not None:
        return translate("learning", "Opens after “{title}”").format(
            title=modules[module.after_id].title
        )
    return translate("learning", "Opens at once")


def due_words(assignment: Assignment, zone: str) -> str:
    """Return until when an assignment is to be handed in."""
    if assignment.due_at is None:
        return QCoreApplication.translate("learning", "No due date")
    return QCoreApplication.translate("learning", "Due {when}").format(
        when=day_and_time(assignment.due_at, zone)
    )


def standing_words(last: Submission | None) -> str:
    """Return where somebody's work stands."""
    translate = QCoreApplication.translate
    if last is None:
        return translate("learning", "Nothing handed in")
    return {
        SubmissionStatus.DRAFT: translate("learning", "Draft"),
        SubmissionStatus.SUBMITTED: translate("learning", "To be marked"),
        SubmissionStatus.GRADED: translate("learning", "Marked"),
        SubmissionStatus.NEEDS_REVISION: translate("learning", "Waits for a revision"),
        SubmissionStatus.APPROVED: translate("learning", "Approved"),
    }[last.status]
