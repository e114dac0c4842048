"""What is learnt beside the sessions: modules of content, and when each opens for somebody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

TITLE_LIMIT = 200
TEXT_LIMIT = 10_000
BODY_LIMIT = 100_000
DAYS_LIMIT = 3650

NO_MODULE_TITLE = Sentence("content", "The module has no title.")
NO_PIECE_TITLE = Sentence("content", "The content has no title.")
LONG_TITLE = Sentence("content", "The title is longer than {limit} characters.")
LONG_TEXT = Sentence("content", "The text is longer than {limit} characters.")
NO_DATE = Sentence("content", "The day on which the module opens is missing.")
BAD_DAYS = Sentence("content", "The number of days is not between 0 and {limit}.")
NO_MODULE_BEFORE = Sentence("content", "The module to wait for is missing.")
WAITS_FOR_ITSELF = Sentence("content", "“{title}” would wait for itself and never open.")
NO_FILE = Sentence("content", "No file is chosen.")
NO_LINK = Sentence("content", "The link is missing.")
BAD_LINK = Sentence("content", "The link does not start with https:// or http://.")
NO_BODY = Sentence("content", "The text is empty.")


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


@dataclass(frozen=True, slots=True)
class PieceDraft:
    """One piece of content as entered; a document has the name of its file."""

    kind: ContentKind
    title: str
    body: str = ""
    link: str = ""
    file_name: str = ""

    def problems(self) -> dict[str, Sentence]:
        """Return field → what is wrong with it; empty if it can be kept."""
        found = problem_of_title(self.title, NO_PIECE_TITLE)
        if self.kind is ContentKind.DOCUMENT and not self.file_name:
            found["file"] = NO_FILE
        if self.kind is ContentKind.TEXT and not self.body.strip():
            found["body"] = NO_BODY
        elif len(self.body) > BODY_LIMIT:
            found["body"] = LONG_TEXT.filled(limit=BODY_LIMIT)
        if self.kind in (ContentKind.VIDEO, ContentKind.QUIZ) and not self.link.strip():
            found["link"] = NO_LINK
        elif len(self.link) > TEXT_LIMIT:
            found["link"] = LONG_TEXT.filled(limit=TEXT_LIMIT)
        elif self.link.strip() and not _leads_to_the_web(self.link):
            found["link"] = BAD_LINK
        return found

    def require_valid(self) -> None:
        """Raise ``Invalid`` if it cannot be kept."""
        if found := self.problems():
            raise Invalid(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece(PieceDraft):
    """One piece of content as kept; ``sha256`` names a document's bytes."""

    id: int
    module_id: int
    sha256: str | None = None

    def draft(self) -> PieceDraft:
        """Return what an editor starts from."""
        return PieceDraft(self.kind, self.title, self.body, self.link, self.file_name)


@dataclass(frozen=True, slots=True)
class ModuleDraft:
    """A module as entered; of the last three fields only the one that ``release`` wants counts."""

    title: str
    description: str = ""
    release: Release = Release.AT_ONCE
    release_at: datetime | None = None
    release_days: int | None = None
    after_id: int | None = None

    def problems(self) -> dict[str, Sentence]:
        """Return field → what is wrong with it; empty if it can be kept."""
        found = problem_of_title(self.title, NO_MODULE_TITLE)
        if len(self.description) > TEXT_LIMIT:
            found["description"] = LONG_TEXT.filled(limit=TEXT_LIMIT)
        if self.release is Release.ON_DATE and self.release_at is None:
            found["release_at"] = NO_DATE
        if self.release is Release.AFTER_DAYS and (
            self.release_days is None or not 0 <= self.release_days <= DAYS_LIMIT
        ):
            found["release_days"] = BAD_DAYS.filled(limit=DAYS_LIMIT)
        if self.release is Release.AFTER_MODULE and self.after_id is None:
            found["after_id"] = NO_MODULE_BEFORE
        return found

    def require_valid(self) -> None:
        """Raise ``Invalid`` if it cannot be kept."""
        if found := self.problems():
            raise Invalid(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Module(ModuleDraft):
    """A module as kept, with its content in order."""

    id: int
    event_id: int
    pieces: tuple[Piece, ...] = ()

    def draft(self) -> ModuleDraft:
        """Return what an editor starts from."""
        return ModuleDraft(**{name: getattr(self, name) for name in ModuleDraft.__slots__})


def problem_of_title(title: str, missing: Sentence) -> dict[str, Sentence]:
    """Return what is wrong with a title, at the field of that name."""
    if not title.strip():
        return {"title": missing}
    if len(title) > TITLE_LIMIT:
        return {"title": LONG_TITLE.filled(limit=TITLE_LIMIT)}
    return {}


def may_wait_for(modules: Iterable[Module], module_id: int | None) -> list[Module]:
    """Return the modules that one can be put behind: neither itself nor any that waits for it."""
    listed = list(modules)
    after = {each.id: each.after_id for each in listed}
    return [each for each in listed if module_id not in _line_before(after, each.id)]


def require_no_circle(modules: Iterable[Module], module_id: int, draft: ModuleDraft) -> None:
    """Raise ``Invalid`` if a module would wait for one that waits for it, or that is elsewhere."""
    if draft.release is not Release.AFTER_MODULE:
        return
    listed = list(modules)
    if draft.after_id not in {each.id for each in listed}:
        raise Invalid({"after_id": NO_MODULE_BEFORE})
    if draft.after_id not in {each.id for each in may_wait_for(listed, module_id)}:
        raise Invalid({"after_id": WAITS_FOR_ITSELF.filled(title=draft.title)})


def opens_at(
    module: Module,
    registered_at: datetime,
    modules: Mapping[int, Module],
    finished: Mapping[int, datetime | None],
) -> datetime | None:
    """Return when a module opens for one registration, ``None`` while that cannot be said.

    ``finished`` has every module with required assignments, and when the last of them was
    approved for the person: ``None`` while it is not.
    """
    opens, passed = registered_at, {module.id}
    while module.after_id is not None:
        module = modules[module.after_id]
        done_at = finished.get(module.id, registered_at)
        # Two changes, each good by itself, can make a circle when one is done again after undo.
        if done_at is None or module.id in passed:
            return None
        passed.add(module.id)
        opens = max(opens, done_at)
    if module.release_at is not None:
        return max(opens, module.release_at)
    return max(opens, registered_at + timedelta(days=module.release_days or 0))


def _line_before(after: Mapping[int, int | None], module_id: int) -> set[int]:
    """Return a module and all that have to be open before it."""
    line: set[int] = set()
    here: int | None = module_id
    while here is not None and here not in line:
        line.add(here)
        here = after.get(here)
    return line


def _leads_to_the_web(link: str) -> bool:
    scheme, _, rest = link.strip().partition("://")
    return scheme.lower() in ("https", "http") and bool(rest.strip("/"))
