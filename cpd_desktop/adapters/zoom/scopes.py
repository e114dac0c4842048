"""What the app at Zoom must be allowed to do, and what for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Scope:
    """One permission by the name that Zoom gives it, and in plain words what it is for."""

    name: str
    purpose: Sentence

    def is_in(self, granted: frozenset[str]) -> bool:
        """Say whether it was granted: itself, for the whole account, or by its old wide name."""
        wider = {f"{self.name}:admin", f"{self.name}:master"}
        old = {each for name in _old_names(self.name) for each in (name, f"{name}:admin")}
        return not granted.isdisjoint({self.name} | wider | old)


def missing(granted: frozenset[str], wanted: Iterable[Scope]) -> tuple[Scope, ...]:
    """Return the wanted scopes that were not granted, in their order."""
    return tuple(scope for scope in wanted if not scope.is_in(granted))


def _old_names(name: str) -> tuple[str, ...]:
    """Return the scopes of apps from before 2024 that include this one."""
    thing, verb, *_ = name.split(":")
    thing = {"cloud_recording": "recording"}.get(thing, thing)
    return (f"{thing}:read", f"{thing}:write") if verb == "read" else (f"{thing}:write",)


def _for(purpose: Sentence, names: str) -> tuple[Scope, ...]:
    return tuple(Scope(name, purpose) for name in names.split())


_PROFILE: Final = Sentence("zoom", "show whose account it is, its plan and its time zone")
_SETTINGS: Final = Sentence("zoom", "know what your Zoom plan and settings allow")
_PLAN: Final = Sentence("zoom", "make, change and delete the meetings of your events")
_READ: Final = Sentence("zoom", "see your meetings at Zoom and notice what was changed there")
_END: Final = Sentence("zoom", "end a meeting")
_INVITE: Final = Sentence("zoom", "copy the invitation")
_WHO_CAME: Final = Sentence("zoom", "find out who came, and for how long")
_ENGAGED: Final = Sentence("zoom", "read polls and questions as evidence that people took part")
_REGISTER: Final = Sentence("zoom", "register people and keep their personal links")
_APPROVE: Final = Sentence("zoom", "approve, deny and cancel registrations")
_REGISTERED: Final = Sentence("zoom", "read who registered at Zoom, and their answers")
_PLAN_WEBINARS: Final = Sentence("zoom", "make, change and delete the webinars of your events")
_READ_WEBINARS: Final = Sentence("zoom", "see your webinars at Zoom")
_ABSENT: Final = Sentence("zoom", "find out who came to a webinar and who did not")
_PANEL: Final = Sentence("zoom", "know the panelists of a webinar, who need no credit")
_RECORDINGS: Final = Sentence("zoom", "link to the recordings")
_REPORT: Final = Sentence("zoom", "read Zoom's own report, which knows more about who came")

WANTED: Final = (
    *_for(_PROFILE, "user:read:user"),
    *_for(_SETTINGS, "user:read:settings"),
    *_for(_PLAN, "meeting:write:meeting meeting:update:meeting meeting:delete:meeting"),
    *_for(_READ, "meeting:read:meeting meeting:read:list_meetings"),
    *_for(_END, "meeting:update:status"),
    *_for(_INVITE, "meeting:read:invitation"),
    *_for(
        _WHO_CAME,
        "meeting:read:past_meeting meeting:read:list_past_instances "
        "meeting:read:list_past_participants",
    ),
    *_for(_ENGAGED, "meeting:read:list_poll_results meeting:read:past_qa"),
    *_for(_REGISTER, "meeting:write:registrant meeting:write:batch_registrants"),
    *_for(_APPROVE, "meeting:update:registrant_status"),
    *_for(
        _REGISTERED,
        "meeting:read:list_registrants meeting:read:registrant "
        "meeting:read:list_registration_questions",
    ),
)
FOR_WEBINARS: Final = (
    *_for(_PLAN_WEBINARS, "webinar:write:webinar webinar:update:webinar webinar:delete:webinar"),
    *_for(_READ_WEBINARS, "webinar:read:webinar webinar:read:list_webinars"),
    *_for(
        _ABSENT,
        "webinar:read:list_past_instances webinar:read:list_past_participants "
        "webinar:read:list_absentees",
    ),
    *_for(_ENGAGED, "webinar:read:list_past_polls webinar:read:past_qa"),
    *_for(_REGISTER, "webinar:write:registrant webinar:write:batch_registrants"),
    *_for(_APPROVE, "webinar:update:registrant_status"),
    *_for(_REGISTERED, "webinar:read:list_registrants webinar:read:registrant"),
    *_for(_PANEL, "webinar:read:list_panelists"),
)
FOR_RECORDINGS: Final = _for(
    _RECORDINGS,
    "cloud_recording:read:list_user_recordings cloud_recording:read:list_recording_files",
)
# Zoom gives these to apps of a whole account only, so a trainer in a company cannot have them.
FOR_REPORTS: Final = _for(
    _REPORT,
    "report:read:list_meeting_participants:admin report:read:list_webinar_participants:admin "
    "report:read:meeting:admin report:read:user:admin report:read:list_meeting_polls:admin "
    "report:read:meeting_qna:admin",
)
OPTIONAL: Final = (*FOR_WEBINARS, *FOR_RECORDINGS, *FOR_REPORTS)
