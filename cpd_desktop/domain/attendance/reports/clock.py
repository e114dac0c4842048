"""When somebody came and went, from what a report's clock showed."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from cpd_desktop.domain.attendance.reports.days import (
    CLOCKS_DIFFER,
    EXAMPLES,
    LONGEST_STAY,
    DaysSeen,
)
from cpd_desktop.domain.attendance.reports.questions import DayUnknown, ZoneUnknown
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.written_dates import DateOrder, clock_in, moment_in
from cpd_desktop.domain.zones import zone_called

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.domain.attendance.reports.questions import Answers, Expected, Question

NO_TIME = Sentence("attendance", "“{text}” is no date and time.")
SKIPPED_TIME = Sentence(
    "attendance", "“{text}” did not exist: the clocks went forward. The time zone may be another."
)
LEFT_BEFORE = Sentence("attendance", "They left before they joined: “{joined}” to “{left}”.")
TOO_LONG = Sentence("attendance", "From “{joined}” to “{left}” is longer than any meeting lasts.")
OTHER_ZONE = Sentence("attendance", "“{text}” is not told in the time of {zone}.")
FUTURE = Sentence("attendance", "“{text}” lies in the future.")

_ZONE = r"Z|\(?(?:UTC|GMT)(?: ?[+-]\d{1,2}(?::?\d{2})?)?\)?|[+-]\d{2}(?::?\d{2})?"
_USUAL = re.compile(
    r"(?:(?P<day>[^:]{4,40}?),?[ T])?(?P<hour>\d{1,2}):(?P<minute>\d\d)"
    r"(?::(?P<second>\d\d)(?:[.,]\d+)?)?(?: ?(?P<half>[ap])\.? ?m\.?)?(?: Uhr)?"
    rf"(?: ?(?P<offset>{_ZONE})| (?P<called>[a-z]{{3,5}}))?",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"\(?(?:UTC|GMT|Z)? ?(?:([+-])(\d{1,2})(?::?(\d{2}))?)?\)?", re.IGNORECASE)
_BEFORE_CLOCK = re.compile(
    r"[\s,]+(?:à|at|um|às|as|alle|ore|om|o|kl|saat|a las)\.?$", re.IGNORECASE
)
_CLOCK = re.compile(r"[\sT,]*(?:午前|午後|上午|下午)?\s*\d{1,2}\s*[:時时点點]\s*\d.*$")
_A_DAY = timedelta(days=1)
_HALF_A_DAY = timedelta(hours=12)
_NEVER = date(2000, 1, 1)  # stands where the day is asked for; nothing read with it is kept
_HOURS_ON_A_FACE = 12
_LONGEST = 80


def tells_time(text: str) -> bool:
    """Say whether a cell is a time of day, with or without the day."""
    return any(mark in text for mark in ":時时点點") and _split(text).clock is not None


Span: TypeAlias = tuple[datetime | None, datetime | None]


class Untrue(Exception):
    """What a cell tells cannot be."""

    def __init__(self, says: Sentence, *, of_leaving: bool = False) -> None:
        super().__init__(says)
        self.says = says
        self.of_leaving = of_leaving


class _Read(NamedTuple):
    """The moments that a cell can mean, earliest first, and how its day is written."""

    moments: list[datetime]
    day: str
    has_day: bool  # in the cell itself


class ReportClock:
    """Reads a report's times as moments in UTC, and notes what a person must be asked for."""

    def __init__(self, answers: Answers, expected: Expected, order: DateOrder) -> None:
        self.seen = DaysSeen()
        self.order = order
        self.guesses = 0
        self.window: tuple[datetime, datetime] | None = None
        self._zone: tzinfo | None = zone_called(answers.zone) if answers.zone else None
        self._day = answers.day
        self._expected = expected
        self._without_zone: list[str] = []
        self._without_day: list[str] = []
        self._offsets: dict[date, timedelta | None] = {}
        self._last: datetime | None = None
        self._ascending = True

    def questions(self) -> list[Question]:
        """Return what is not known and was needed."""
        asked: list[Question] = []
        if self._without_day:
            asked.append(DayUnknown(tuple(self._without_day)))
        if self._without_zone:
            asked.append(ZoneUnknown(tuple(self._without_zone)))
        return asked

    def tell_zone(self, text: str) -> None:
        """Take the zone that the report itself tells, if there is one of that name."""
        offset = _offset_of(text)
        try:
            self._zone = zone_called(text) if offset is None else timezone(offset)
        except Invalid:
            return
        self._offsets.clear()

    def tell_day(self, text: str) -> None:
        """Take the day of the meeting for times that are told without one."""
        if text and self._day is None:
            self._day = self.seen.day(_split(text).day or text, self.order)

    def stay(self, joined: str, left: str, seconds: int | None = None, day: str = "") -> Span:
        """Return when somebody came and went, as far as it is known; raises ``Untrue``.

        Of two moments that the clock shows alike in autumn, the pair is taken that is as long as
        the ``seconds`` told, lies in the meeting and follows the row before.
        """
        came = self._read(joined, day) if joined else None
        try:
            gone = self._read(left, day) if left else None
        except Untrue as error:
            raise Untrue(error.says, of_leaving=True) from None
        if came is None or gone is None:
            return self._require_past(self._half(came, gone, seconds), joined, left)
        if came.day != gone.day and came.day and gone.day:
            self.seen.pair(came.day, gone.day)
        leaving = gone.moments
        if not gone.has_day and leaving[-1] < came.moments[0]:
            leaving = [moment + _A_DAY for moment in leaving]  # past midnight
        pairs = [pair for pair in product(came.moments, leaving) if _may_last(*pair)]
        if not pairs:
            says = LEFT_BEFORE if leaving[-1] < came.moments[0] else TOO_LONG
            raise Untrue(says.filled(joined=joined, left=left), of_leaving=True)
        return self._require_past(self._likeliest(pairs, seconds), joined, left)

    def moment(self, text: str) -> datetime | None:
        """Return the moment that a cell tells by itself, or nothing."""
        try:
            return self._read(text, "").moments[0] if text else None
        except Untrue:
            return None

    def _half(self, came: _Read | None, gone: _Read | None, seconds: int | None) -> Span:
        length = timedelta(seconds=seconds) if seconds else None
        known = length is not None and length <= LONGEST_STAY
        if came is not None:
            joined, _ = self._likeliest([(each, each) for each in came.moments], None)
            return joined, joined + length if length and known else None
        if gone is not None:
            left = gone.moments[0]
            return left - length if length and known else None, left
        return None, None

    def _likeliest(
        self, pairs: Sequence[tuple[datetime, datetime]], seconds: int | None
    ) -> tuple[datetime, datetime]:
        best = pairs[0]
        if len(pairs) > 1:
            ranked = sorted((self._oddity(pair, seconds), pair) for pair in pairs)
            best = ranked[0][1]
            self.guesses += ranked[0][0] == ranked[1][0]
        self._ascending &= self._last is None or best[0] >= self._last
        self._last = best[0]
        return best

    def _oddity(
        self, pair: tuple[datetime, datetime], seconds: int | None
    ) -> tuple[float, bool, bool]:
        joined, left = pair
        off = abs((left - joined).total_seconds() - seconds) if seconds else 0.0
        outside = bool(self.window and (joined < self.window[0] or left > self.window[1]))
        back = bool(self._ascending and self._last and joined < self._last)
        return off, outside, back

    def _require_past(self, span: Span, joined: str, left: str) -> Span:
        now = self._expected.now
        for moment, text in zip(span, (joined, left), strict=True):
            if now is not None and moment is not None and moment > now + CLOCKS_DIFFER:
                raise Untrue(FUTURE.filled(text=text or joined or left))
        return span

    def _read(self, text: str, day: str) -> _Read:
        told = _split(text)
        written = told.day or (day and (_split(day).day or day))
        if told.clock is None:
            raise Untrue(NO_TIME.filled(text=text))
        on = self.seen.day(written, self.order) if written else self._known_day(text)
        if on is None:
            raise Untrue(NO_TIME.filled(text=text))
        moments = self._moments(datetime.combine(on, told.clock), told, text)
        begins = min((start for start, _ in self._expected.sessions), default=None)
        if not written and begins and moments[-1] < begins - _HALF_A_DAY:
            moments = [moment + _A_DAY for moment in moments]  # past midnight
        return _Read(moments, written, has_day=bool(told.day))

    def _known_day(self, text: str) -> date:
        days = {start.astimezone(self._zone or UTC).date() for start, _ in self._expected.sessions}
        if self._day is None and len(days) == 1:
            self._day = days.pop()
        if self._day is None:
            _note(self._without_day, text)
        return self._day or _NEVER

    def _moments(self, local: datetime, told: _Told, text: str) -> list[datetime]:
        if told.offset is not None:
            return [local.replace(tzinfo=UTC) - told.offset]
        zone = self._zone
        if zone is None:
            _note(self._without_zone, text)
            return [local.replace(tzinfo=UTC)]
        day = local.date()
        if day not in self._offsets:
            self._offsets[day] = _only_offset(day, zone)
        known = self._offsets[day]
        moments = _shown_as(local, zone) if known is None else [local.replace(tzinfo=UTC) - known]
        if not moments:
            raise Untrue(SKIPPED_TIME.filled(text=text))
        if told.called:
            moments = [each for each in moments if _is_called(told.called, each.astimezone(zone))]
        if not moments:
            raise Untrue(OTHER_ZONE.filled(text=text, zone=str(zone)))
        return moments


class _Told(NamedTuple):
    """What a cell says: how the day is written, the time of day, and the zone's part of it."""

    day: str
    clock: time | None
    offset: timedelta | None = None
    called: str = ""


def _split(text: str) -> _Told:
    """Return the parts of a cell; without a time of day if there is none in it."""
    tidy = text.strip() if text.isascii() else _bare(text)
    if found := _USUAL.fullmatch(tidy):
        day = found["day"] or ""
        if day and not day[-1].isdigit():
            day = _BEFORE_CLOCK.sub("", day)
        offset = found["offset"]
        written = _offset_of(offset) if offset else None
        return _Told(day, _time_of_day(found), written, found["called"] or "")
    moment = moment_in(tidy, DateOrder.DAY_FIRST) or moment_in(tidy, DateOrder.MONTH_FIRST)
    if moment is not None:
        at = moment.time().replace(microsecond=0)
        return _Told(_CLOCK.sub("", tidy), at, moment.utcoffset())
    return _Told("", clock_in(tidy))


def _bare(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text[:_LONGEST]).split())


def _time_of_day(found: re.Match[str]) -> time | None:
    hour, half = int(found["hour"]), found["half"]
    if half:
        if not 1 <= hour <= _HOURS_ON_A_FACE:
            return None
        hour = hour % 12 + (12 if half in "pP" else 0)
    try:
        return time(hour, int(found["minute"]), int(found["second"] or 0))
    except ValueError:
        return None


@lru_cache(maxsize=64)
def _offset_of(text: str) -> timedelta | None:
    """Return how far from UTC, or nothing if the text does not say it."""
    found = _OFFSET.fullmatch(text.strip())
    if found is None or not text.strip():
        return None
    sign, hours, minutes = found.groups()
    length = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    return None if length >= _A_DAY else -length if sign == "-" else length


def _only_offset(day: date, zone: tzinfo) -> timedelta | None:
    """Return the zone's offset on a day, or nothing if the clocks change on it."""
    begins, ends = (
        datetime.combine(day + later, time(), zone).utcoffset() for later in (timedelta(0), _A_DAY)
    )
    return begins if begins == ends else None


def _shown_as(local: datetime, zone: tzinfo) -> list[datetime]:
    """Return the moments at which the clocks of the zone show this."""
    moments = {local.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)}
    return sorted(
        moment
        for moment in moments
        if moment.astimezone(zone).replace(tzinfo=None, fold=0) == local.replace(fold=0)
    )


def _is_called(name: str, there: datetime) -> bool:
    """Say whether the zone's time is called so then; many zones have no such names."""
    known = there.tzname() or ""
    return not known.isalpha() or known.casefold() == name.casefold()


def _may_last(joined: datetime, left: datetime) -> bool:
    return timedelta(0) <= left - joined <= LONGEST_STAY


def _note(examples: list[str], text: str) -> None:
    if len(examples) < EXAMPLES and text not in examples:
        examples.append(text)
