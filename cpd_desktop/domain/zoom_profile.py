"""Who is signed in at Zoom, and what their plan allows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Plan(StrEnum):
    """What kind of user somebody is at Zoom."""

    BASIC = "basic"
    LICENSED = "licensed"
    NO_MEETINGS = "no meetings"
    UNTOLD = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """The person behind the connection."""

    id: str
    name: str
    email: str
    zone: str
    account: str
    plan: Plan = Plan.UNTOLD
    role: str = ""
