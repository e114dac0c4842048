"""How often Zoom answers: per second by label, per day by account, per day by user and person."""

from __future__ import annotations

import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from tests.fakes.zoom.wire import Refusal, utc

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fakes.zoom.wire import Now


class Label(StrEnum):
    LIGHT = "Light"
    MEDIUM = "Medium"
    HEAVY = "Heavy"
    INTENSIVE = "Resource-intensive"


@dataclass(frozen=True, slots=True)
class Plan:
    """Calls a second (a minute for the intensive), and calls a day."""

    rates: dict[Label, int]
    days: dict[Label, int]


def _plan(light: int, medium: int, heavy: int, intensive: int, days: dict[Label, int]) -> Plan:
    rates = zip(Label, (light, medium, heavy, intensive), strict=True)
    return Plan(dict(rates), days)


PLANS = {
    "free": _plan(4, 2, 1, 10, {Label.LIGHT: 6000, Label.MEDIUM: 2000, Label.HEAVY: 1000}),
    # Heavy and intensive calls share one number a day.
    "pro": _plan(30, 20, 10, 10, {Label.HEAVY: 30_000}),
    "business": _plan(80, 60, 40, 20, {Label.HEAVY: 60_000}),
}
MEETINGS_A_DAY = 100
REGISTRATIONS_A_DAY = 3
STATUS_CHANGES_A_DAY = 10


@dataclass(slots=True)
class Limits:
    """Counts; rates per second only where a test asks for them, for they follow a clock of ticks.

    Tests stand still in time, so that a rate per second by their clock would never end.
    """

    clock: Now
    plan: Plan = field(default_factory=lambda: PLANS["pro"])
    rates: bool = False
    ticks: Callable[[], float] = time.monotonic
    by_day: Counter[tuple[date, str]] = field(default_factory=Counter)
    by_second: Counter[tuple[int, Label]] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def count(self, label: Label) -> dict[str, str]:
        """Count a call and return what the headers say; refuse it with 429 when it is too many."""
        with self.lock:
            headers = self._count_the_day(label)
            if self.rates:
                headers |= self._count_the_second(label)
            return headers

    def _count_the_second(self, label: Label) -> dict[str, str]:
        long = 60 if label is Label.INTENSIVE else 1
        window = int(self.ticks() // long)
        limit = self.plan.rates[label]
        self.by_second[window, label] += 1
        left = limit - self.by_second[window, label]
        headers = _headers(label, "QPS", limit, left)
        if left < 0:
            reset = self.clock() + timedelta(seconds=(window + 1) * long - self.ticks())
            headers["X-RateLimit-Reset"] = str(int(reset.timestamp()) + 1)
            raise Refusal(
                429,
                429,
                "You have reached the maximum per-second rate limit for this API. Try again later.",
                headers=headers,
            )
        return headers

    def _count_the_day(self, label: Label) -> dict[str, str]:
        counted = Label.HEAVY if label is Label.INTENSIVE else label
        limit = self.plan.days.get(counted)
        if limit is None:
            rate = self.plan.rates[label]
            return _headers(label, "QPS", rate, rate - 1)
        now = self.clock()
        key = (now.astimezone(UTC).date(), counted)
        self.by_day[key] += 1
        left = limit - self.by_day[key]
        headers = _headers(label, "Daily-limit", limit, left)
        if left < 0:
            headers["Retry-After"] = utc(_midnight_after(now))
            raise Refusal(
                429,
                429,
                "You have reached the maximum daily rate limit for this API.",
                headers=headers,
            )
        return headers

    def count_meeting_written(self, user_id: str) -> None:
        """Count one creation or update of the 100 a day.

        Zoom's 429 for it carries neither Type nor Retry-After, and numbers of another limit.
        """
        self._count_for(
            f"meetings of {user_id}",
            MEETINGS_A_DAY,
            f"You have exceeded the daily rate limit ({MEETINGS_A_DAY}) of Meeting Create/Update "
            "API requests permitted for this particular user. You may resume these requests at "
            "GMT 00:00:00.",
            {"X-RateLimit-Limit": "6000", "X-RateLimit-Remaining": "5893"},
        )

    def count_registration(self, email: str) -> None:
        """Count one registration of an address.

        Some accounts meet the limit across all webinars, others per webinar; across is stricter.
        """
        self._count_for(
            f"registrations of {email.casefold()}",
            REGISTRATIONS_A_DAY,
            f"You have exceeded the daily rate limit ({REGISTRATIONS_A_DAY}) of Add Registrant "
            "API requests permitted for this particular registrant. You may resume these requests "
            "at GMT 00:00:00.",
        )

    def count_status_change(self, registrant_id: str) -> None:
        self._count_for(
            f"status of {registrant_id}",
            STATUS_CHANGES_A_DAY,
            f"You have exceeded the daily rate limit ({STATUS_CHANGES_A_DAY}) of Update Registrant "
            "Status API requests permitted for this particular registrant. You may resume these "
            "requests at GMT 00:00:00.",
        )

    def _count_for(
        self, what: str, limit: int, message: str, headers: dict[str, str] | None = None
    ) -> None:
        key = (self.clock().astimezone(UTC).date(), what)
        with self.lock:
            if self.by_day[key] >= limit:
                raise Refusal(429, 429, message, headers=headers)
            self.by_day[key] += 1


def _headers(label: Label, kind: str, limit: int, left: int) -> dict[str, str]:
    return {
        "X-RateLimit-Category": label.value,
        "X-RateLimit-Type": kind,
        "X-RateLimit-Limit": str(limit),
        "X-RateLimit-Remaining": str(max(left, 0)),
    }


def _midnight_after(now: datetime) -> datetime:
    day = now.astimezone(UTC).date() + timedelta(days=1)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
