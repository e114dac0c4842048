"""Every setting, declared once: its default, its limits and its words."""

from __future__ import annotations

import json
import re
from dataclasses import Field, dataclass, field, fields
from typing import Any, ClassVar, TypeVar

from cpd_desktop.domain.certificates.numbers import read_pattern
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zones import zone_called

BAD_VALUE = Sentence("settings", "“{label}” had the value {value}, which cannot be; it was reset.")
UNREADABLE = Sentence("settings", "The settings “{label}” could not be read; they were reset.")
NOT_BETWEEN = Sentence("settings", "It must be between {lowest} and {highest}.")
NOT_ONE_OF = Sentence("settings", "It must be one of: {choices}.")
TOO_LONG = Sentence("settings", "It is longer than {limit} characters.")
NOT_A_ZONE = Sentence("settings", "There is no time zone called “{value}”.")
NOT_PLAIN = Sentence("settings", "It must consist of letters A to Z and digits.")
NOT_A_PATTERN = Sentence(
    "settings", "It must end with {number}, or with {number:06} for so many digits at least."
)
NOT_SECURE = Sentence("settings", "It must be an address that begins with https://, without a #.")
WRONG_KIND = Sentence("settings", "It is not of the right kind.")

_SECURE = re.compile(r"https://[^\s#]+")
_SERVICE = re.compile(
    r"(https://[^\s#@]+|http://(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?(/[^\s#@]*)?)"
)

S = TypeVar("S", bound="Section")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a setting's value may be, and how it is presented."""

    label: Sentence
    help: Sentence | None = None
    lowest: int = 0
    highest: int = 0
    choices: tuple[tuple[str, Sentence], ...] = ()
    zone: bool = False
    longest: int = 500
    lines: int = 1
    hidden: bool = False
    folder: bool = False
    plain: bool = False  # letters and digits, and not empty
    numbers: bool = False  # a pattern that numbers certificates
    secure: bool = False  # an address beginning with https, or nothing
    service: bool = False  # the same, or one on this computer

    def problem(self, value: object, like: object) -> Sentence | None:
        """Return why the value cannot be, if so; ``like`` is the default, which has its kind."""
        if type(value) is not type(like):
            return WRONG_KIND
        if isinstance(value, bool):
            return None
        if isinstance(value, int) and not self.lowest <= value <= self.highest:
            return NOT_BETWEEN.filled(lowest=self.lowest, highest=self.highest)
        if isinstance(value, str):
            return self._text_problem(value)
        return None

    def _text_problem(self, value: str) -> Sentence | None:
        known = [choice for choice, _ in self.choices]
        if known and value not in known:
            return NOT_ONE_OF.filled(choices=", ".join(known))
        if len(value) > self.longest:
            return TOO_LONG.filled(limit=self.longest)
        if self.plain and not (value.isascii() and value.isalnum()):
            return NOT_PLAIN
        return self._form_problem(value)

    def _form_problem(self, value: str) -> Sentence | None:
        if self.numbers and read_pattern(value) is None:
            return NOT_A_PATTERN
        if self.secure and value and not _SECURE.fullmatch(value):
            return NOT_SECURE
        if self.service and value and not _SERVICE.fullmatch(value):
            return NOT_SECURE
        if self.zone and value:
            try:
                zone_called(value)
            except Invalid:
                return NOT_A_ZONE.filled(value=value)
        return None


def _setting(default: Any, label: Sentence, **limits: Any) -> Any:
    return field(default=default, metadata={"limits": Limits(label, **limits)})


@dataclass(frozen=True, slots=True)
class Section:
    """A group of settings that are shown and kept together."""

    name: ClassVar[str] = ""
    version: ClassVar[int] = 1
    label: ClassVar[Sentence] = Sentence("settings", "")

    def problems(self) -> dict[str, Sentence]:
        """Return field → what is wrong with it."""
        found = {}
        for each in fields(self):
            if problem := limits_of(each).problem(getattr(self, each.name), each.default):
                found[each.name] = problem
        return found

    def content(self) -> str:
        """Return the section as it is kept."""
        values = {each.name: getattr(self, each.name) for each in fields(self)}
        return json.dumps(values, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Provider(Section):
    """Who offers the events."""

    name: ClassVar[str] = "provider"
    label: ClassVar[Sentence] = Sentence("settings", "You as a provider")

    provider: str = _setting(
        "",
        Sentence("settings", "Name"),
        help=Sentence("settings", "The name that people know you by; it stands on certificates."),
        longest=200,
    )
    address: str = _setting("", Sentence("settings", "Address"), lines=3)
    contact: str = _setting("", Sentence("settings", "Contact e-mail"), longest=254)
    number: str = _setting(
        "",
        Sentence("settings", "Provider number"),
        help=Sentence("settings", "Under which your accreditor knows you."),
        longest=100,
    )
    website: str = _setting("", Sentence("settings", "Website"), longest=300)


@dataclass(frozen=True, slots=True)
class Signatory(Section):
    """Who signs certificates; the picture is named by its SHA-256 among the kept files."""

    name: ClassVar[str] = "signatory"
    label: ClassVar[Sentence] = Sentence("settings", "Who signs")

    person: str = _setting("", Sentence("settings", "Name"), longest=200)
    title: str = _setting("", Sentence("settings", "Title"), longest=200)
    picture: str = _setting("", Sentence("settings", "Picture of the signature"), hidden=True)


@dataclass(frozen=True, slots=True)
class Certificates(Section):
    """How certificates are numbered and worded."""

    name: ClassVar[str] = "certificates"
    label: ClassVar[Sentence] = Sentence("settings", "Certificates")

    pattern: str = _setting(
        "CPD-{year}-{number:06}",
        Sentence("settings", "Numbers"),
        help=Sentence(
            "settings",
            "Such as CPD-{year}-{number:06}. Numbers given before stay as they are.",
        ),
        longest=40,
        numbers=True,
    )
    language: str = _setting(
        "",
        Sentence("settings", "Language of dates, such as en-GB"),
        help=Sentence("settings", "Empty: as the template says."),
        longest=20,
    )
    months: int = _setting(
        0,
        Sentence("settings", "Months until a certificate expires"),
        help=Sentence("settings", "0: it does not expire."),
        highest=600,
    )
    verify_address: str = _setting(
        "",
        Sentence("settings", "Address of your page for verifying"),
        help=Sentence(
            "settings", "Begins with https://. The code on certificates leads there if it is set."
        ),
        longest=200,
        secure=True,
    )
    time_stamps: str = _setting(
        "",
        Sentence("settings", "Address of a time stamp service (RFC 3161)"),
        help=Sentence(
            "settings",
            "Empty: nobody is asked. It is told a hash of each certificate, when you add stamps.",
        ),
        longest=200,
        service=True,
    )
    template: str = _setting("attendance", Sentence("settings", "Usual template"), hidden=True)


@dataclass(frozen=True, slots=True)
class Planning(Section):
    """What a new event starts from."""

    name: ClassVar[str] = "planning"
    label: ClassVar[Sentence] = Sentence("settings", "New events")

    zone: str = _setting(
        "",
        Sentence("settings", "Time zone"),
        help=Sentence("settings", "Empty: the time zone of this computer."),
        zone=True,
    )
    start_hour: int = _setting(14, Sentence("settings", "Usual start, hour"), lowest=0, highest=23)
    minutes: int = _setting(
        120, Sentence("settings", "Usual length, minutes"), lowest=5, highest=1440
    )
    prefix: str = _setting(
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

    preset: str = _setting("", Sentence("settings", "Usual preset"), longest=60, hidden=True)


@dataclass(frozen=True, slots=True)
class Calendar(Section):
    """A file that calendar programs show beside what else is planned."""

    name: ClassVar[str] = "calendar"
    label: ClassVar[Sentence] = Sentence("settings", "Calendar")

    feed: bool = _setting(
        False,
        Sentence("settings", "Keep a calendar file"),
        help=Sentence(
            "settings", "It has the sessions of all events but drafts, and follows every change."
        ),
    )
    folder: str = _setting(
        "",
        Sentence("settings", "Folder of the file"),
        help=Sentence(
            "settings", "The file cpd-desktop.ics is written there; subscribe to it once."
        ),
        longest=4096,
        folder=True,
    )


@dataclass(frozen=True, slots=True)
class Zoom(Section):
    """What is done at Zoom without being asked for."""

    name: ClassVar[str] = "zoom"
    label: ClassVar[Sentence] = Sentence("settings", "Zoom")

    send: bool = _setting(
        True,
        Sentence("settings", "Send changes by itself"),
        help=Sentence(
            "settings", "Meetings and people follow each change. Else they wait until you send."
        ),
    )
    watch: bool = _setting(
        False,
        Sentence("settings", "Watch running meetings"),
        help=Sentence(
            "settings", "Zoom is asked every few minutes, while a meeting may run, whether it does."
        ),
    )


@dataclass(frozen=True, slots=True)
class Mail(Section):
    """How mail is written and when it goes."""

    name: ClassVar[str] = "mail"
    label: ClassVar[Sentence] = Sentence("settings", "Mail")

    language: str = _setting(
        "en",
        Sentence("settings", "Language of mails"),
        help=Sentence("settings", "Such as en or de. Each kind of mail can be worded anew."),
        longest=20,
    )
    to_myself: bool = _setting(
        False,
        Sentence("settings", "Test mode"),
        help=Sentence(
            "settings", "Everything goes to yourself and nobody else; it waits to go to the people."
        ),
    )
    remind_week: bool = _setting(True, Sentence("settings", "Remind 7 days before"))
    remind_day: bool = _setting(True, Sentence("settings", "Remind 1 day before"))
    remind_hour: bool = _setting(
        True,
        Sentence("settings", "Remind 1 hour before"),
        help=Sentence("settings", "Scheduled mail goes only while the application runs."),
    )
    remind_alone: bool = _setting(
        False,
        Sentence("settings", "Remind without asking"),
        help=Sentence(
            "settings",
            "They go when they are due, once to each person. Those that became due while the "
            "application was closed are asked about.",
        ),
    )
    not_now: str = _setting(
        "", Sentence("settings", "Reminders that are not to go"), longest=20_000, hidden=True
    )
    paused: bool = _setting(False, Sentence("settings", "Sending is paused"), hidden=True)
    paused_why: str = _setting(
        "", Sentence("settings", "Why sending is paused"), longest=5000, hidden=True
    )


@dataclass(frozen=True, slots=True)
class Billing(Section):
    """What stands on invoices beside the provider, and how tax is counted."""

    name: ClassVar[str] = "billing"
    label: ClassVar[Sentence] = Sentence("settings", "Invoices")

    tax_number: str = _setting("", Sentence("settings", "Your tax number"), longest=50)
    tax: int = _setting(
        0,
        Sentence("settings", "Tax rate, in hundredths of a per cent"),
        help=Sentence("settings", "2000 is 20%. 0: without tax."),
        highest=10_000,
    )
    inclusive: bool = _setting(True, Sentence("settings", "Prices contain the tax"))
    exempt_note: str = _setting(
        "",
        Sentence("settings", "Why there is no tax"),
        help=Sentence("settings", "Stands on invoices without tax."),
        lines=2,
    )
    days: int = _setting(14, Sentence("settings", "Days to pay"), highest=365)
    bank_details: str = _setting(
        "",
        Sentence("settings", "Bank account"),
        help=Sentence("settings", "Stands on invoices and in reminders."),
        lines=3,
    )
    language: str = _setting(
        "en",
        Sentence("settings", "Language of invoices"),
        choices=(
            ("en", Sentence("settings", "English")),
            ("de", Sentence("settings", "German")),
        ),
    )


@dataclass(frozen=True, slots=True)
class Appearance(Section):
    """How the window looks."""

    name: ClassVar[str] = "appearance"
    label: ClassVar[Sentence] = Sentence("settings", "Appearance")

    theme: str = _setting(
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

    icon: bool = _setting(
        False,
        Sentence("settings", "Icon beside the clock"),
        help=Sentence("settings", "From there you open the window, send what is due, or quit."),
    )
    keeps_running: bool = _setting(
        False,
        Sentence("settings", "Closing leaves the icon"),
        help=Sentence(
            "settings",
            "Scheduled mail goes only while the application runs. It ends when you quit it.",
        ),
    )
    notifies: bool = _setting(
        False,
        Sentence("settings", "Notify me of what is due"),
        help=Sentence(
            "settings",
            "Reminders, reports to fetch, certificates to issue, and mail of which nobody knows"
            " whether it arrived. The icon is shown for it.",
        ),
    )
    with_session: bool = _setting(False, Sentence("settings", "Start when I sign in here"))
    was_told: bool = _setting(
        False, Sentence("settings", "It was said that closing leaves the icon"), hidden=True
    )


@dataclass(frozen=True, slots=True)
class Backups(Section):
    """How many automatic backups are kept."""

    name: ClassVar[str] = "backups"
    label: ClassVar[Sentence] = Sentence("settings", "Backups")

    days: int = _setting(
        10,
        Sentence("settings", "Days kept"),
        help=Sentence("settings", "The last backup of each of so many days is kept."),
        lowest=3,
        highest=60,
    )
    months: int = _setting(
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

    check: bool = _setting(
        False,
        Sentence("settings", "Look for new versions"),
        help=Sentence(
            "settings",
            "Once a day the address below is asked, and told nothing. Nothing is ever installed by"
            " itself.",
        ),
    )
    address: str = _setting(
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

    welcomed: bool = _setting(False, Sentence("settings", "First steps were shown"), hidden=True)
    step: int = _setting(
        0, Sentence("settings", "Where the first steps were left"), highest=99, hidden=True
    )
    sample_event: int = _setting(
        0, Sentence("settings", "Sample event"), highest=2**31, hidden=True
    )


@dataclass(frozen=True, slots=True)
class Records(Section):
    """How long the records of events are kept."""

    name: ClassVar[str] = "records"
    label: ClassVar[Sentence] = Sentence("settings", "Keeping records")

    years: int = _setting(
        7,
        Sentence("settings", "Years to keep an event at least"),
        help=Sentence("settings", "Where the rule of an event asks for longer, that counts."),
        lowest=1,
        highest=99,
    )


@dataclass(frozen=True, slots=True)
class ZoomApp(Section):
    """The app at Zoom through which the person signs in; its secret is in the keychain."""

    name: ClassVar[str] = "zoom_app"
    label: ClassVar[Sentence] = Sentence("settings", "App at Zoom")

    kind: str = _setting(
        "public",
        Sentence("settings", "Kind of app"),
        choices=(
            ("public", Sentence("settings", "An app without a secret")),
            ("own", Sentence("settings", "Your own app with a secret")),
            ("server", Sentence("settings", "An app of your whole account")),
        ),
        hidden=True,
    )
    client_id: str = _setting("", Sentence("settings", "Client ID"), hidden=True)
    account_id: str = _setting("", Sentence("settings", "Account ID"), hidden=True)
    host: str = _setting("", Sentence("settings", "E-mail address of the host"), hidden=True)


@dataclass(frozen=True, slots=True)
class ZoomAccount(Section):
    """Whose account at Zoom is connected, as Zoom told it last."""

    name: ClassVar[str] = "zoom_account"
    label: ClassVar[Sentence] = Sentence("settings", "Account at Zoom")

    since: str = _setting("", Sentence("settings", "Connected since"), hidden=True)
    id: str = _setting("", Sentence("settings", "User ID"), hidden=True)
    person: str = _setting("", Sentence("settings", "Name"), hidden=True)
    email: str = _setting("", Sentence("settings", "E-mail address"), hidden=True)
    zone: str = _setting("", Sentence("settings", "Time zone"), hidden=True)
    account: str = _setting("", Sentence("settings", "Account ID"), hidden=True)
    plan: str = _setting("", Sentence("settings", "Plan"), hidden=True)
    role: str = _setting("", Sentence("settings", "Role"), hidden=True)


@dataclass(frozen=True, slots=True)
class StripeAccount(Section):
    """Whose account at Stripe is connected, as Stripe told it; ``began`` once it was looked at."""

    name: ClassVar[str] = "stripe_account"
    label: ClassVar[Sentence] = Sentence("settings", "Account at Stripe")

    account: str = _setting("", Sentence("settings", "Account ID"), hidden=True)
    person: str = _setting("", Sentence("settings", "Name"), hidden=True)
    live: bool = _setting(False, Sentence("settings", "Real money"), hidden=True)
    shown: str = _setting("", Sentence("settings", "Key, without its middle"), hidden=True)
    since: str = _setting("", Sentence("settings", "Connected since"), hidden=True)
    began: str = _setting("", Sentence("settings", "First looked at"), hidden=True)


@dataclass(frozen=True, slots=True)
class OwnPresets(Section):
    """The rules for credit that the person saved to start others from, as JSON."""

    name: ClassVar[str] = "presets"
    label: ClassVar[Sentence] = Sentence("settings", "Presets of your own")

    own: str = _setting(
        "[]", Sentence("settings", "Presets of your own"), longest=1_000_000, hidden=True
    )


SECTIONS: tuple[type[Section], ...] = (
    *(Provider, Signatory, Certificates, Billing, Planning, UsualRule, Calendar, Zoom, Mail),
    *(Appearance, Background, Backups, Records, Updates, ZoomApp, ZoomAccount, StripeAccount),
    *(OwnPresets, Start),
)


def limits_of(each: Field[Any]) -> Limits:
    """Return a setting's limits and words."""
    limits: Limits = each.metadata["limits"]
    return limits


def read(section: type[S], version: int, content: str) -> tuple[S, list[Sentence]]:
    """Return the section as kept; each value that cannot be is its default, with a notice."""
    try:
        kept = json.loads(content)
        values = dict(kept)
    except (ValueError, TypeError):
        return section(), [UNREADABLE.filled(label=section.label)]
    if version > section.version:
        return section(), [UNREADABLE.filled(label=section.label)]
    good, notices = {}, []
    for each in fields(section):
        value = values.get(each.name, each.default)
        limits = limits_of(each)
        if limits.problem(value, each.default):
            notices.append(BAD_VALUE.filled(label=limits.label, value=repr(value)[:40]))
        else:
            good[each.name] = value
    return section(**good), notices
