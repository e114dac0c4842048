"""What the application said to whom over the network, without what it said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, urlsplit

from cpd_desktop.domain.redaction import HIDDEN, redacted

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class NetworkCall:
    """One call: when, by which part, how, where, what came back and how long it took.

    ``status`` is nothing where no answer came; ``outcome`` then says why.
    """

    at: datetime
    service: str
    method: str
    address: str
    status: int | None
    seconds: float
    outcome: str = ""


def shown_address(address: str) -> str:
    """Return the address without secrets: of what is asked for only the names are left."""
    if "://" not in address:
        return redacted(address)
    parts = urlsplit(address)
    host = parts.netloc.rpartition("@")[2]
    # One by one, because /users/… as a whole looks like somebody's home folder.
    path = "/".join(map(redacted, parts.path.split("/")))
    names = [name for name, _ in parse_qsl(parts.query, keep_blank_values=True)]
    asked = "&".join(f"{quote(name)}={HIDDEN}" for name in names)
    return f"{parts.scheme}://{host}{path}" + (f"?{asked}" if asked else "")
