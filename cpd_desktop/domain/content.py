"""What is learnt beside the sessions: modules of content, and assignments."""

from __future__ import annotations

from enum import StrEnum


class Release(StrEnum):
    """When a module opens for somebody."""

    AT_ONCE = "at_once"
    ON_DATE = "on_date"
    AFTER_DAYS = "after_days"
    AFTER_MODULE = "after_module"


class ContentKind(StrEnum):
    """What a piece of content is."""

    DOCUMENT = "document"
    VIDEO = "video"
    TEXT = "text"
    QUIZ = "quiz"


class SubmissionStatus(StrEnum):
    """Where a person's answer to an assignment stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    GRADED = "graded"
    NEEDS_REVISION = "needs_revision"
    APPROVED = "approved"
