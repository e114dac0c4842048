"""How the application itself looks, keeps and starts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from cpd_desktop.domain.settings.section import Section, setting
from cpd_desktop.domain.words import Sentence


@dataclass(frozen=True, slots=True)
class Appearance(Section):
    """How the window looks."""

    name: ClassVar[str] = "appearance"
    label: ClassVar[Sentence] = Sentence("settings", "Appearance")

    theme: str = setting(
        "system",
        Sentence("settings", "Colours"),
        choices=(
            ("system", Sentence("settings", "As this computer")),
            ("light", Sentence("settings", "Light")),
            ("dark", Sentence("settings", "Dark")),
        ),
    )


@dataclass(frozen=True, slots=True)
class Background(Section):
    """What happens while the window is closed or not looked at."""

    name: ClassVar[str] = "background"
    label: ClassVar[Sentence] = Sentence("settings", "Background")

    icon: bool = setting(
        False,
        Sentence("settings", "Icon beside the clock"),
        help=Sentence("settings", "From there you open the window, send what is due, or quit."),
    )
    keeps_running: bool = setting(
        False,
        Sentence("settings", "Closing leaves the icon"),
        help=Sentence(
            "settings",
            "Scheduled mail goes only while the application runs. It ends when you quit it.",
        ),
    )
    notifies: bool = setting(
        False,
        Sentence("settings", "Notify me of what is due"),
        help=Sentence(
            "settings",
            "Reminders, reports to fetch, certificates to issue, and mail of which nobody knows"
            " whether it arrived. The icon is shown for it.",
        ),
    )
    with_session: bool = setting(False, Sentence("settings", "Start when I sign in here"))
    was_told: bool = setting(
        False, Sentence("settings", "It was said that closing leaves the icon"), hidden=True
    )


@dataclass(frozen=True, slots=True)
class Backups(Section):
    """How many automatic backups are kept."""

    name: ClassVar[str] = "backups"
    label: ClassVar[Sentence] = Sentence("settings", "Backups")

    days: int = setting(
        10,
        Sentence("settings", "Days kept"),
        help=Sentence("settings", "The last backup of each of so many days is kept."),
        lowest=3,
        highest=60,
    )
    months: int = setting(
        12,
        Sentence("settings", "Months kept"),
        help=Sentence("settings", "The last backup of each of so many months is kept."),
        lowest=1,
        highest=120,
    )


@dataclass(frozen=True, slots=True)
class Updates(Section):
    """Whether anybody is asked for a new version."""

    name: ClassVar[str] = "updates"
    label: ClassVar[Sentence] = Sentence("settings", "Updates")

    check: bool = setting(
        False,
        Sentence("settings", "Look for new versions"),
        help=Sentence(
            "settings",
            "Once a day the address below is asked, and told nothing. Nothing is ever installed by"
            " itself.",
        ),
    )
    address: str = setting(
        "",
        Sentence("settings", "Address of the release note"),
        help=Sentence(
            "settings", "Begins with https://. What comes is believed only if it is signed by us."
        ),
        longest=500,
        service=True,
    )


@dataclass(frozen=True, slots=True)
class Start(Section):
    """What the application remembers about its own start."""

    name: ClassVar[str] = "start"
    label: ClassVar[Sentence] = Sentence("settings", "Start")

    welcomed: bool = setting(False, Sentence("settings", "First steps were shown"), hidden=True)
    step: int = setting(
        0, Sentence("settings", "Where the first steps were left"), highest=99, hidden=True
    )
    sample_event: int = setting(0, Sentence("settings", "Sample event"), highest=2**31, hidden=True)
