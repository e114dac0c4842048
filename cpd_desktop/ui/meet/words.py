"""What is said about meetings: where they stand, how they are set, how long until they begin."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QLocale

from cpd_desktop.domain.meeting_series import Every, Series
from cpd_desktop.domain.meeting_state import MeetingState
from cpd_desktop.domain.meetings import Approval, Kind, Recorded
from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.dates import day_and_time, span
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.meeting_state import MeetingCard
    from cpd_desktop.ui.widgets import Tone

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
MOST_SHOWN = 300  # characters of a description, side by side

MINUTES = Sentence("meet", "%n minute(s)")
HOURS = Sentence("meet", "%n hour(s)")
DAYS = Sentence("meet", "%n day(s)")
TIMES = Sentence("meet", "%n time(s)")
EVERY = {
    Every.DAY: Sentence("meet", "every %n day(s)"),
    Every.WEEK: Sentence("meet", "every %n week(s)"),
    Every.MONTH: Sentence("meet", "every %n month(s)"),
}

STATE_TONES: dict[MeetingState, Tone] = {
    MeetingState.TO_MAKE: "info",
    MeetingState.TO_CHANGE: "info",
    MeetingState.THERE: "good",
    MeetingState.CONFLICT: "warn",
    MeetingState.LEAVING: "neutral",
    MeetingState.GONE: "bad",
    MeetingState.UNCLEAR: "warn",
}


def state_words(state: MeetingState) -> str:
    """Return where a meeting stands, with a sign that sets it apart without colour."""
    translate = QCoreApplication.translate
    return {
        MeetingState.TO_MAKE: translate("meet", "○ To be made"),
        MeetingState.TO_CHANGE: translate("meet", "○ To be changed"),
        MeetingState.THERE: translate("meet", "✓ At Zoom"),
        MeetingState.CONFLICT: translate("meet", "≠ Changed at Zoom"),
        MeetingState.LEAVING: translate("meet", "○ To be deleted"),
        MeetingState.GONE: translate("meet", "✕ Not at Zoom any more"),
        MeetingState.UNCLEAR: translate("meet", "? Unclear"),
    }[state]


def kind_words(kind: Kind) -> str:
    """Return what Zoom calls it."""
    translate = QCoreApplication.translate
    return {
        Kind.MEETING: translate("meet", "Meeting"),
        Kind.WEBINAR: translate("meet", "Webinar"),
    }[kind]


def approval_words(approval: Approval) -> str:
    """Return whether people register at Zoom."""
    translate = QCoreApplication.translate
    return {
        Approval.AUTOMATIC: translate("meet", "On: everybody registered is let in"),
        Approval.MANUAL: translate("meet", "On: I approve each person"),
        Approval.NONE: translate("meet", "Off"),
    }[approval]


def recorded_words(recorded: Recorded) -> str:
    """Return where Zoom records by itself."""
    translate = QCoreApplication.translate
    return {
        Recorded.NONE: translate("meet", "Not by itself"),
        Recorded.LOCAL: translate("meet", "On this computer"),
        Recorded.CLOUD: translate("meet", "In Zoom's cloud"),
    }[recorded]


def recording_words(kind: str) -> str:
    """Return what a file of a recording is, from the name that Zoom has for its kind."""
    translate = QCoreApplication.translate
    for sign, words in (
        ("chat", translate("meet", "Recording: chat")),
        ("transcript", translate("meet", "Recording: transcript")),
        ("caption", translate("meet", "Recording: captions")),
        ("audio_only", translate("meet", "Recording: sound")),
    ):
        if sign in kind.lower():
            return words
    return translate("meet", "Recording: video")


def value_words(field: str, value: Any, zone: str) -> str:
    """Return the value of a field of a meeting, to be read beside another."""
    translate = QCoreApplication.translate
    match value:
        case None | "":
            text = translate("meet", "nothing")
        case bool():
            text = translate("meet", "yes") if value else translate("meet", "no")
        case datetime():
            text = day_and_time(value, zone)
        case Approval():
            text = approval_words(value)
        case Recorded():
            text = recorded_words(value)
        case Series():
            text = series_words(value)
        case frozenset():
            text = ", ".join(sorted(value)) or translate("meet", "nobody")
        case int() if field == "minutes":
            text = in_words(MINUTES.filled(n=value))
        case _:
            text = " ".join(str(value).split())
    return text if len(text) <= MOST_SHOWN else f"{text[: MOST_SHOWN - 1]}…"


def series_words(series: Series) -> str:
    """Return how often a series repeats, and how often in all."""
    names = [QLocale().dayName(day + 1, QLocale.FormatType.ShortFormat) for day in series.days]
    every = in_words(EVERY[series.every].filled(n=series.interval))
    text = " ".join([every, ", ".join(names)]).strip()
    return text if series.times is None else f"{text}, {in_words(TIMES.filled(n=series.times))}"


def countdown(starts: datetime, ends: datetime, now: datetime) -> str:
    """Return how long until a meeting begins, or since when it should be on or over."""
    translate = QCoreApplication.translate
    if now >= ends:
        return translate("meet", "over")
    if now >= starts:
        text = translate("meet", "on now, {left} left")
        return text.format(left=stretch(ends - now))
    if starts - now < MINUTE:
        return translate("meet", "starts now")
    return translate("meet", "in {stretch}").format(stretch=stretch(starts - now))


def stretch(long: timedelta) -> str:
    """Return a length of time as people say it: days, or hours and minutes."""
    if long >= 2 * DAY:
        return in_words(DAYS.filled(n=long // DAY))
    hours, minutes = divmod(max(1, -(-long // MINUTE)), HOUR // MINUTE)
    parts = ((HOURS, hours), (MINUTES, minutes))
    return " ".join(in_words(words.filled(n=count)) for words, count in parts if count)


def topic_of(card: MeetingCard, event: Event) -> str:
    """Return what a meeting is called."""
    draft = card.wanted or card.seen
    return draft.topic if draft else event.title


def number_words(number: int) -> str:
    """Return a meeting's number as Zoom writes it."""
    digits = str(number)
    return " ".join((digits[:3], digits[3:-4], digits[-4:]))


def invitation(card: MeetingCard, event: Event, starts: datetime, ends: datetime) -> str:
    """Return what can be pasted into a message: what, when, and how to get in."""
    translate = QCoreApplication.translate
    link = card.registration_link or card.join_link
    texts = [topic_of(card, event), span(starts, ends, event.zone), ""]
    if card.registration_link:
        texts.append(translate("meet", "Register here, and get a link of your own: {link}"))
    else:
        texts.append(translate("meet", "Join: {link}"))
    texts[-1] = texts[-1].format(link=link)
    if card.number is not None and not card.registration_link:
        number = number_words(card.number)
        texts.append(translate("meet", "Meeting number: {number}").format(number=number))
    if card.passcode and not card.registration_link:
        text = translate("meet", "Passcode: {passcode}")
        texts.append(text.format(passcode=card.passcode))
    return "\n".join(texts)
