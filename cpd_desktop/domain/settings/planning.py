"""What a new event starts from, and how long its records stay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from cpd_desktop.domain.settings.section import Section, setting
from cpd_desktop.domain.words import Sentence


@dataclass(frozen=True, slots=True)
class Planning(Section):
    """What a new event starts from."""

    name: ClassVar[str] = "planning"
    label: ClassVar[Sentence] = Sentence("settings", "New events")

    zone: str = setting(
        "",
        Sentence("settings", "Time zone"),
        help=Sentence("settings", "Empty: the time zone of this computer."),
        zone=True,
    )
    start_hour: int = setting(14, Sentence("settings", "Usual start, hour"), lowest=0, highest=23)
    minutes: int = setting(
        120, Sentence("settings", "Usual length, minutes"), lowest=5, highest=1440
    )
    prefix: str = setting(
        "REG",
        Sentence("settings", "Registration numbers begin with"),
        help=Sentence("settings", "Numbers given before stay as they are."),
        longest=10,
        plain=True,
    )


@dataclass(frozen=True, slots=True)
class UsualRule(Section):
    """The preset that the rule of a new event begins from."""

    name: ClassVar[str] = "usual_rule"
    label: ClassVar[Sentence] = Sentence("settings", "Usual rule for credit")

    preset: str = setting("", Sentence("settings", "Usual preset"), longest=60, hidden=True)


@dataclass(frozen=True, slots=True)
class OwnPresets(Section):
    """The rules for credit that the person saved to start others from, as JSON."""

    name: ClassVar[str] = "presets"
    label: ClassVar[Sentence] = Sentence("settings", "Presets of your own")

    own: str = setting(
        "[]", Sentence("settings", "Presets of your own"), longest=1_000_000, hidden=True
    )


@dataclass(frozen=True, slots=True)
class Calendar(Section):
    """A file that calendar programs show beside what else is planned."""

    name: ClassVar[str] = "calendar"
    label: ClassVar[Sentence] = Sentence("settings", "Calendar")

    feed: bool = setting(
        False,
        Sentence("settings", "Keep a calendar file"),
        help=Sentence(
            "settings", "It has the sessions of all events but drafts, and follows every change."
        ),
    )
    folder: str = setting(
        "",
        Sentence("settings", "Folder of the file"),
        help=Sentence(
            "settings", "The file cpd-desktop.ics is written there; subscribe to it once."
        ),
        longest=4096,
        folder=True,
    )


@dataclass(frozen=True, slots=True)
class Records(Section):
    """How long the records of events are kept."""

    name: ClassVar[str] = "records"
    label: ClassVar[Sentence] = Sentence("settings", "Keeping records")

    years: int = setting(
        7,
        Sentence("settings", "Years to keep an event at least"),
        help=Sentence("settings", "Where the rule of an event asks for longer, that counts."),
        lowest=1,
        highest=99,
    )
