"""Apps as registered at the Marketplace, and where they may be sent back to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from urllib.parse import urlsplit

USER_SCOPES = frozenset(
    [
        "user:read:user",
        "user:read:settings",
        "meeting:write:meeting",
        "meeting:update:meeting",
        "meeting:delete:meeting",
        "meeting:read:meeting",
        "meeting:read:list_meetings",
        "meeting:read:list_upcoming_meetings",
        "meeting:read:invitation",
        "meeting:update:status",
        "meeting:read:past_meeting",
        "meeting:read:list_past_instances",
        "meeting:read:list_past_participants",
        "meeting:read:past_qa",
        "meeting:read:list_poll_results",
        "meeting:write:registrant",
        "meeting:write:batch_registrants",
        "meeting:read:list_registrants",
        "meeting:read:registrant",
        "meeting:update:registrant_status",
        "meeting:delete:registrant",
        "meeting:read:list_registration_questions",
        "meeting:update:registration_question",
        "webinar:write:webinar",
        "webinar:update:webinar",
        "webinar:delete:webinar",
        "webinar:read:webinar",
        "webinar:read:list_webinars",
        "webinar:update:status",
        "webinar:read:past_webinar",
        "webinar:read:list_past_instances",
        "webinar:read:list_past_participants",
        "webinar:read:list_absentees",
        "webinar:read:list_past_polls",
        "webinar:read:past_qa",
        "webinar:write:registrant",
        "webinar:write:batch_registrants",
        "webinar:read:list_registrants",
        "webinar:read:registrant",
        "webinar:update:registrant_status",
        "webinar:delete:registrant",
        "webinar:read:list_registration_questions",
        "webinar:update:registration_question",
        "webinar:write:panelist",
        "webinar:read:list_panelists",
        "webinar:delete:panelist",
        "cloud_recording:read:list_user_recordings",
        "cloud_recording:read:list_recording_files",
    ]
)
ADMIN_SCOPES = frozenset(f"{scope}:admin" for scope in USER_SCOPES) | {
    "report:read:list_meeting_participants:admin",
    "report:read:list_webinar_participants:admin",
    "report:read:meeting:admin",
    "report:read:webinar:admin",
    "report:read:user:admin",
    "report:read:list_meeting_polls:admin",
    "report:read:list_webinar_polls:admin",
    "report:read:meeting_qna:admin",
    "report:read:webinar_qna:admin",
}


class Kind(Enum):
    PUBLIC = auto()
    CONFIDENTIAL = auto()
    SERVER = auto()


@dataclass(slots=True)
class App:
    """An app; one id for each way to sign in, as Zoom issues them."""

    kind: Kind
    client_id: str
    scopes: frozenset[str]
    name: str = "CPD Desktop"
    secret: str = ""
    account_id: str = ""
    redirect_uris: tuple[str, ...] = ()
    enabled: bool = True

    @property
    def managed_by_admins(self) -> bool:
        return any(scope.endswith(":admin") for scope in self.scopes)

    def may_return_to(self, address: str, *, with_pkce: bool) -> bool:
        return any(
            same_place(address, registered, with_pkce=with_pkce)
            for registered in self.redirect_uris
        )


def same_place(asked: str, registered: str, *, with_pkce: bool) -> bool:
    """Compare exactly; only with PKCE is the port of 127.0.0.1 left open."""
    if not registered.startswith("http://"):
        return asked == registered
    if not with_pkce:
        return False
    try:
        here, there = urlsplit(asked), urlsplit(registered)
        port = here.port
    except ValueError:
        return False
    # Zoom names 127.0.0.1 alone: neither localhost nor [::1] is the same host.
    plain = here.netloc == (f"127.0.0.1:{port}" if port is not None else "127.0.0.1")
    return (
        plain
        and there.hostname == "127.0.0.1"
        and here.scheme == "http"
        and (here.path, here.query, here.fragment) == (there.path, there.query, "")
    )
