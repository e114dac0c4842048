"""How an instance is named in an address."""

from __future__ import annotations

from urllib.parse import quote


def in_address(name: str | int) -> str:
    """Return a number or UUID as Zoom wants it in a path: encoded, or twice where it must be.

    A UUID that begins with a slash or has two of them would otherwise be taken for a path.
    """
    once = quote(str(name), safe="")
    twice = isinstance(name, str) and (name.startswith("/") or "//" in name)
    return quote(once, safe="") if twice else once
