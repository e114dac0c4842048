"""Who the user is and what the account allows: `/users/{id}` and its settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.fakes.zoom.calls import Route
from tests.fakes.zoom.limits import Label
from tests.fakes.zoom.shapes import choice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fakes.zoom.calls import Call
    from tests.fakes.zoom.site import Site
    from tests.fakes.zoom.wire import Json

UNITED_PLAN = {"free": "1", "pro": "2", "business": "4"}
OPTION = choice("meeting_authentication", "recording_authentication", "meeting_security")


@dataclass(frozen=True, slots=True)
class Profile:
    site: Site

    def routes(self) -> Iterator[Route]:
        yield Route("GET", "/users/{user}", Label.LIGHT, "user:read:user", self.read)
        yield Route(
            "GET",
            "/users/{user}/settings",
            Label.MEDIUM,
            "user:read:settings",
            self.settings,
            {"option": OPTION},
        )

    def read(self, call: Call) -> Json:
        user = self.site.user_of(call)
        return {
            "id": user.id,
            "first_name": user.first_name,
            "last_name": user.last_name,
            "display_name": user.display_name,
            "email": user.email,
            "type": user.type,
            "role_name": user.role_name,
            "pmi": user.pmi,
            "use_pmi": False,
            "timezone": user.timezone,
            "account_id": user.account_id,
            "plan_united_type": UNITED_PLAN[self.site.plan],
            "language": "en-US",
            "status": "active",
            "verified": 1,
            "created_at": "2024-02-03T10:11:12Z",
            "pic_url": "",
        }

    def settings(self, call: Call) -> Json:
        user = self.site.user_of(call)
        if call.query.get("option") == "meeting_security":
            return {
                "meeting_security": {
                    "waiting_room": True,
                    "meeting_password": True,
                    "meeting_password_requirement": {"length": 4, "have_number": False},
                }
            }
        return {
            "schedule_meeting": {
                "host_video": True,
                "participants_video": False,
                "join_before_host": False,
                "require_password_for_scheduling_new_meetings": True,
                "force_pmi_jbh_password": False,
            },
            "in_meeting": {"waiting_room": True, "breakout_room": True, "polling": True},
            "recording": {"cloud_recording": user.type != 1, "auto_recording": "none"},
            "feature": {
                "meeting_capacity": 100 if user.type == 1 else 300,
                "webinar": user.webinars,
                "webinar_capacity": 500 if user.webinars else 0,
            },
            **user.settings,
        }
