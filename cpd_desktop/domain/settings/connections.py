"""What is asked of others: mail, Zoom and Stripe, without any secret."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from cpd_desktop.domain.settings.section import Section, setting
from cpd_desktop.domain.words import Sentence


@dataclass(frozen=True, slots=True)
class Mail(Section):
    """How mail is written and when it goes."""

    name: ClassVar[str] = "mail"
    label: ClassVar[Sentence] = Sentence("settings", "Mail")

    language: str = setting(
        "en",
        Sentence("settings", "Language of mails"),
        help=Sentence("settings", "Each kind of mail can be worded anew."),
        longest=20,
    )
    to_myself: bool = setting(
        False,
        Sentence("settings", "Test mode"),
        help=Sentence(
            "settings", "Everything goes to yourself and nobody else; it waits to go to the people."
        ),
    )
    remind_week: bool = setting(True, Sentence("settings", "Remind 7 days before"))
    remind_day: bool = setting(True, Sentence("settings", "Remind 1 day before"))
    remind_hour: bool = setting(
        True,
        Sentence("settings", "Remind 1 hour before"),
        help=Sentence("settings", "Scheduled mail goes only while the application runs."),
    )
    remind_alone: bool = setting(
        False,
        Sentence("settings", "Remind without asking"),
        help=Sentence(
            "settings",
            "They go when they are due, once to each person. Those that became due while the "
            "application was closed are asked about.",
        ),
    )
    not_now: str = setting(
        "", Sentence("settings", "Reminders that are not to go"), longest=20_000, hidden=True
    )
    paused: bool = setting(False, Sentence("settings", "Sending is paused"), hidden=True)
    paused_why: str = setting(
        "", Sentence("settings", "Why sending is paused"), longest=5000, hidden=True
    )


@dataclass(frozen=True, slots=True)
class MailRefused(Section):
    """The mail accounts through which nothing went the last time, with the reason of each."""

    name: ClassVar[str] = "mail_refused"
    label: ClassVar[Sentence] = Sentence("settings", "Mail accounts that were refused")

    accounts: str = setting(
        "", Sentence("settings", "Mail accounts that were refused"), longest=50_000, hidden=True
    )


@dataclass(frozen=True, slots=True)
class Zoom(Section):
    """What is done at Zoom without being asked for."""

    name: ClassVar[str] = "zoom"
    label: ClassVar[Sentence] = Sentence("settings", "Zoom")

    send: bool = setting(
        True,
        Sentence("settings", "Send changes by itself"),
        help=Sentence(
            "settings", "Meetings and people follow each change. Else they wait until you send."
        ),
    )
    watch: bool = setting(
        False,
        Sentence("settings", "Watch running meetings"),
        help=Sentence(
            "settings", "Zoom is asked every few minutes, while a meeting may run, whether it does."
        ),
    )


@dataclass(frozen=True, slots=True)
class ZoomApp(Section):
    """The app at Zoom through which the person signs in; its secret is in the keychain."""

    name: ClassVar[str] = "zoom_app"
    label: ClassVar[Sentence] = Sentence("settings", "App at Zoom")

    kind: str = setting(
        "public",
        Sentence("settings", "Kind of app"),
        choices=(
            ("public", Sentence("settings", "An app without a secret")),
            ("own", Sentence("settings", "Your own app with a secret")),
            ("server", Sentence("settings", "An app of your whole account")),
        ),
        hidden=True,
    )
    client_id: str = setting("", Sentence("settings", "Client ID"), hidden=True)
    account_id: str = setting("", Sentence("settings", "Account ID"), hidden=True)
    host: str = setting("", Sentence("settings", "E-mail address of the host"), hidden=True)


@dataclass(frozen=True, slots=True)
class ZoomAccount(Section):
    """Whose account at Zoom is connected, as Zoom told it last."""

    name: ClassVar[str] = "zoom_account"
    label: ClassVar[Sentence] = Sentence("settings", "Account at Zoom")

    since: str = setting("", Sentence("settings", "Connected since"), hidden=True)
    id: str = setting("", Sentence("settings", "User ID"), hidden=True)
    person: str = setting("", Sentence("settings", "Name"), hidden=True)
    email: str = setting("", Sentence("settings", "E-mail address"), hidden=True)
    zone: str = setting("", Sentence("settings", "Time zone"), hidden=True)
    account: str = setting("", Sentence("settings", "Account ID"), hidden=True)
    plan: str = setting("", Sentence("settings", "Plan"), hidden=True)
    role: str = setting("", Sentence("settings", "Role"), hidden=True)


@dataclass(frozen=True, slots=True)
class StripeAccount(Section):
    """Whose account at Stripe is connected, as Stripe told it; ``began`` once it was looked at."""

    name: ClassVar[str] = "stripe_account"
    label: ClassVar[Sentence] = Sentence("settings", "Account at Stripe")

    account: str = setting("", Sentence("settings", "Account ID"), hidden=True)
    person: str = setting("", Sentence("settings", "Name"), hidden=True)
    live: bool = setting(False, Sentence("settings", "Real money"), hidden=True)
    shown: str = setting("", Sentence("settings", "Key, without its middle"), hidden=True)
    since: str = setting("", Sentence("settings", "Connected since"), hidden=True)
    began: str = setting("", Sentence("settings", "First looked at"), hidden=True)
