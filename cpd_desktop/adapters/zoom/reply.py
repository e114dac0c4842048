"""What came back over the wire, and whether it was Zoom that answered."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpd_desktop.adapters.zoom.reading import Record

MOVED, BAD_REQUEST, UNAUTHORISED, NO_RIGHT, NOT_FOUND, GONE = 300, 400, 401, 403, 404, 410
TOO_MANY, SERVER_ERROR, PORTAL_WANTS_LOGIN = 429, 500, 511


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: status, headers, and the bytes as they were."""

    status: int
    headers: Mapping[str, str]
    content: bytes = field(repr=False)
    address: str = ""
    value: Record | None = field(init=False, repr=False)

    def __post_init__(self) -> None:
        try:
            value = json.loads(self.content) if self.content else {}
        except (ValueError, RecursionError):
            value = None
        object.__setattr__(self, "value", value if isinstance(value, dict) else None)

    @property
    def told(self) -> Record:
        """Return the object that was told, empty if it is none."""
        return self.value or {}

    @property
    def garbled(self) -> bool:
        """Say whether what should be an answer cannot be read."""
        return self.status < MOVED and self.value is None


def from_elsewhere(reply: Reply) -> bool:
    """Say whether a captive portal answered, or a filter: pages and moves are none of Zoom's."""
    if reply.status == PORTAL_WANTS_LOGIN:
        return True
    if reply.status >= SERVER_ERROR or reply.status == TOO_MANY:
        return False
    if MOVED <= reply.status < BAD_REQUEST:
        return _host(reply.headers.get("Location", "")) not in {None, _host(reply.address)}
    kind = reply.headers.get("Content-Type", "").lower()
    return "html" in kind or reply.content.lstrip()[:1] == b"<"


def _host(address: str) -> str | None:
    """Return the host, nothing if only a path is named."""
    try:
        return urlsplit(address).hostname
    except ValueError:
        return ""
