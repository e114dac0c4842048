"""What all calls share: where a meeting is found, and how listings are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.zoom.client import Call, Client
from cpd_desktop.adapters.zoom.uuids import in_address
from cpd_desktop.domain.meetings import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.adapters.zoom.limits import Label, Pause
    from cpd_desktop.adapters.zoom.reply import Reply
    from cpd_desktop.domain.meetings import MeetingNumber

ROOMS: Final = {Kind.MEETING: "meetings", Kind.WEBINAR: "webinars"}


def path_of(at: MeetingNumber, *further: str) -> str:
    """Return the path of a meeting or webinar, or of something that belongs to it."""
    return "/".join(("", ROOMS[at.kind], str(at.number), *further))


def past_path(kind: Kind, name: str | int, *further: str) -> str:
    """Return the path of what is told about an instance once it is over."""
    return "/".join(("", f"past_{ROOMS[kind]}", in_address(name), *further))


@dataclass(frozen=True, slots=True)
class Asking:
    """A client, and how to wait."""

    client: Client
    pause: Pause

    @property
    def user(self) -> str:
        """Return whose meetings: a server app has no "me", it names the user."""
        return self.client.access.user

    def own(self, *further: str) -> str:
        """Return the path of what belongs to the user."""
        return "/".join(("", "users", in_address(self.user), *further))

    def ask(self, call: Call) -> Reply:
        """Return what Zoom answers."""
        return self.client.ask(call, self.pause)

    def listing(
        self, path: str, label: Label, **asked: str
    ) -> Callable[[dict[str, str | int]], Reply]:
        """Return what fetches one page of a list after the other."""
        return lambda query: self.ask(Call("GET", path, label, asked | query))
