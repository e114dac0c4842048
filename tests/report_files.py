"""Writes reports of meetings as the programs write them, of people we made up."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Style = Callable[[datetime], str]

BERLIN = ZoneInfo("Europe/Berlin")
EVENING = datetime(2026, 10, 14, 16, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Was:
    """Somebody who was there, so long after the beginning."""

    name: str
    email: str = ""
    after: int = 0
    seconds: int = 3600
    guest: bool = True
    waiting: bool = False
    original: str = ""

    @property
    def joined(self) -> datetime:
        return EVENING + timedelta(seconds=self.after)

    @property
    def left(self) -> datetime:
        return self.joined + timedelta(seconds=self.seconds)

    @property
    def shown(self) -> str:
        return f"{self.name} ({self.original})" if self.original else self.name


PEOPLE = (
    Was("Agnes Thorsen", "agnes@thorsen.example", 0, 5400, guest=False),
    Was("Łucja Wrona", "", 125, 3000),
    Was("Łucja Wrona", "", 3300, 2000),
    Was("iPhone", "", 60, 4000, original="Björn Sæther"),
    Was("Okafor, Chidi", "chidi@okafor.example", 30, 100, waiting=True),
    Was("王芳", "wang@fang.example", 90, 4500),
)

STYLES: dict[str, str] = {
    "us": "%m/%d/%Y %I:%M:%S %p",
    "us, two figures": "%m/%d/%y, %I:%M:%S %p",
    "us, 24 hours": "%m/%d/%Y %H:%M:%S",
    "iso": "%Y-%m-%d %H:%M:%S",
    "iso with T": "%Y-%m-%dT%H:%M:%S",
    "month by name": "%b %d, %Y %H:%M:%S",
    "month by name, 12 hours": "%B %d, %Y %I:%M:%S %p",
    "day first": "%d/%m/%Y %H:%M:%S",
    "day first, 12 hours": "%d/%m/%Y %I:%M:%S %p",
    "dashes": "%d-%m-%Y %H:%M:%S",
    "dots": "%d.%m.%Y %H:%M:%S",
    "dots and a comma": "%d.%m.%Y, %H:%M:%S",
    "slashes, year first": "%Y/%m/%d %H:%M:%S",
    "characters": "%Y年%m月%d日 %H:%M:%S",
}


@dataclass(frozen=True, slots=True)
class Language:
    """What the headers of Zoom's files are in a language."""

    columns: tuple[str, str, str, str, str, str, str]  # the last says who waited
    total: str
    yes: str
    no: str


LANGUAGES = {
    "en": Language(
        ("Name (Original Name)", "User Email", "Join Time", "Leave Time", "Duration (Minutes)",
         "Guest", "In Waiting Room"), "Total Duration (Minutes)", "Yes", "No"),
    "en, 2024": Language(
        ("Name (original name)", "Email", "Join time", "Leave time", "Duration (minutes)",
         "Guest", "In waiting room"), "Total duration (minutes)", "Yes", "No"),
    "de": Language(
        ("Name (Originalname)", "Benutzer-E-Mail", "Beitrittszeit", "Austrittszeit",
         "Dauer (Minuten)", "Gast", "Im Warteraum"), "Gesamtdauer (Minuten)", "Ja", "Nein"),
    "fr": Language(
        ("Nom (nom d'origine)", "Adresse e-mail", "Heure d'arrivée", "Heure de départ",
         "Durée (minutes)", "Invité", "En salle d'attente"), "Durée totale (minutes)", "Oui",
        "Non"),
    "es": Language(
        ("Nombre (nombre original)", "Correo electrónico", "Hora de entrada", "Hora de salida",
         "Duración (minutos)", "Invitado", "En sala de espera"), "Duración total (minutos)", "Sí",
        "No"),
    "pt": Language(
        ("Nome (nome original)", "E-mail do usuário", "Hora de entrada", "Hora de saída",
         "Duração (minutos)", "Convidado", "Na sala de espera"), "Duração total (minutos)", "Sim",
        "Não"),
    "it": Language(
        ("Nome (nome originale)", "E-mail utente", "Ora di ingresso", "Ora di uscita",
         "Durata (minuti)", "Ospite", "In sala d'attesa"), "Durata totale (minuti)", "Sì", "No"),
    "nl": Language(
        ("Naam (oorspronkelijke naam)", "E-mailadres", "Tijd van deelname", "Tijd van vertrek",
         "Duur (minuten)", "Gast", "In wachtruimte"), "Totale duur (minuten)", "Ja", "Nee"),
    "pl": Language(
        ("Imię i nazwisko (oryginalna nazwa)", "Adres e-mail", "Czas dołączenia",
         "Czas opuszczenia", "Czas trwania (minuty)", "Gość", "W poczekalni"),
        "Łączny czas trwania (minuty)", "Tak", "Nie"),
    "tr": Language(
        ("Ad (Orijinal Ad)", "E-posta", "Katılma Zamanı", "Ayrılma Zamanı", "Süre (Dakika)",  # noqa: RUF001 - as written there
         "Misafir", "Bekleme Odasında"), "Toplam Süre (Dakika)", "Evet", "Hayır"),  # noqa: RUF001 - as written there
    "ja": Language(
        ("名前（元の名前）", "メールアドレス", "参加時刻", "退出時刻", "時間（分）", "ゲスト",  # noqa: RUF001 - as written there
         "待機室"), "合計時間（分）", "はい", "いいえ"),  # noqa: RUF001 - as written there
    "zh": Language(
        ("姓名（原始姓名）", "用户电子邮件", "加入时间", "离开时间", "时长（分钟）",  # noqa: RUF001 - as written there
         "访客", "等候室"),
        "总时长（分钟）", "是", "否"),  # noqa: RUF001 - as written there
    "zh, traditional": Language(
        ("名稱（原始名稱）", "電子郵件", "加入時間", "離開時間", "持續時間（分鐘）",  # noqa: RUF001 - as written there
         "訪客", "等候室"),
        "總時長（分鐘）", "是", "否"),  # noqa: RUF001 - as written there
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Writing:
    """In which language, way of writing dates and zone a report is written."""

    language: str = "en"
    style: str = "iso"
    zone: ZoneInfo = BERLIN

    @property
    def words(self) -> Language:
        return LANGUAGES[self.language]

    def clock(self, moment: datetime) -> str:
        return moment.astimezone(self.zone).strftime(STYLES[self.style])

    def answer(self, value: bool) -> str:  # noqa: FBT001 - the value is all there is
        return self.words.yes if value else self.words.no

    def cells(self, was: Was) -> list[str]:
        minutes = -(-was.seconds // 60)
        return [
            *(was.shown, was.email, self.clock(was.joined), self.clock(was.left), str(minutes)),
            *(self.answer(was.guest), self.answer(was.waiting)),
        ]


def text(rows: Iterable[Sequence[str]], delimiter: str = ",") -> str:
    written = StringIO(newline="")
    csv.writer(written, delimiter=delimiter).writerows(rows)
    return written.getvalue()


def zoom(people: Sequence[Was], writing: Writing | None = None) -> list[list[str]]:
    writing = writing or Writing()
    return [[*writing.words.columns], *map(writing.cells, people)]


def zoom_totals(people: Sequence[Was], writing: Writing | None = None) -> list[list[str]]:
    writing = writing or Writing()
    columns = writing.words.columns
    head = [columns[0], columns[1], writing.words.total, columns[5]]
    return [head, *([cells[at] for at in (0, 1, 4, 5)] for cells in map(writing.cells, people))]


def meeting_block(writing: Writing, *, ends: datetime | None = None) -> list[list[str]]:
    ends = ends or EVENING + timedelta(minutes=90)
    return [
        ["Topic", "Meeting ID", "Start Time", "End Time", "User Email", "Duration (Minutes)",
         "Participants"],
        ["Wound care, part 2", "812 3456 7890", writing.clock(EVENING), writing.clock(ends),
         "host@clinic.example", "90", "6"],
    ]  # fmt: skip


def zoom_with_block(people: Sequence[Was], writing: Writing | None = None) -> list[list[str]]:
    writing = writing or Writing()
    return [*meeting_block(writing), [], *zoom(people, writing)]


def zoom_block_on_each_row(
    people: Sequence[Was], writing: Writing | None = None
) -> list[list[str]]:
    writing = writing or Writing()
    (heads, meeting), (columns, *rows) = meeting_block(writing), zoom(people, writing)
    return [[*heads, *columns], *([*meeting, *row] for row in rows)]


def webinar(
    people: Sequence[Was],
    absent: Sequence[Was] = (),
    hosts: Sequence[Was] = (),
    panelists: Sequence[Was] = (),
    writing: Writing | None = None,
) -> list[list[str]]:
    writing = writing or Writing(style="month by name")
    staff = ["Attended", "User Name (Original Name)", "Email", "Join Time", "Leave Time",
             "Time in Session (minutes)", "Is Guest", "Country/Region Name"]  # fmt: skip
    heads = ["Attended", "User Name (Original Name)", "First Name", "Last Name", "Email", "Phone",
             "Registration Time", "Approval Status", "Join Time", "Leave Time",
             "Time in Session (minutes)", "Is Guest", "Country/Region Name",
             "Source Name"]  # fmt: skip

    def there(was: Was) -> list[str]:
        name, email, joined, left, minutes, guest, _ = writing.cells(was)
        return ["Yes", name, email, joined, left, minutes, guest, "Norway"]

    def registered(was: Was, *, came: bool = True) -> list[str]:
        first, _, last = was.name.partition(" ")
        stay = there(was)[3:6] if came else ["--", "--", "--"]
        return ["Yes" if came else "No", was.shown, first, last, was.email, "",
                writing.clock(EVENING - timedelta(days=9)), "approved", *stay, "No", "Norway",
                ""]  # fmt: skip

    return [
        ["Attendee Report", ""],
        ["Report Generated:", writing.clock(EVENING + timedelta(days=1))],
        ["Topic", "Webinar ID", "Actual Start Time", "Actual Duration (minutes)", "# Registered",
         "# Cancelled", "Unique Viewers", "Total Users", "Max Concurrent Views",
         "Enable Registration"],
        ["Wound care for all", "998 7654 3210", writing.clock(EVENING), "90", "7", "0", "5", "6",
         "5", "Yes"],
        ["Host Details", ""], staff, *map(there, hosts),
        ["Panelist Details", ""], staff, *map(there, panelists),
        ["Attendee Details", ""], heads, *map(registered, people),
        *(registered(was, came=False) for was in absent),
    ]  # fmt: skip


def teams(
    people: Sequence[Was], writing: Writing | None = None, *, stays: bool = True
) -> list[list[str]]:
    writing = writing or Writing(style="us, two figures")
    shown: dict[tuple[str, str], list[Was]] = {}
    for was in people:
        shown.setdefault((was.name, was.email), []).append(was)

    def length(seconds: int) -> str:
        hours, rest = divmod(seconds, 3600)
        return f"{hours}h {rest // 60}m {rest % 60}s" if hours else f"{rest // 60}m {rest % 60}s"

    rows = [
        ["1. Summary"],
        ["Meeting title", "Wound care, part 2"],
        ["Attended participants", str(len(shown))],
        ["Start time", writing.clock(EVENING)],
        ["End time", writing.clock(EVENING + timedelta(minutes=90))],
        ["Meeting duration", "1h 30m 0s"],
        ["Average attendance time", "50m 4s"],
        [],
        ["2. Participants"],
        ["Name", "First Join", "Last Leave", "In-Meeting Duration", "Email",
         "Participant ID (UPN)", "Role"],
    ]  # fmt: skip
    for (name, email), each in shown.items():
        total, last = sum(was.seconds for was in each), max(was.left for was in each)
        rows.append([name, writing.clock(each[0].joined), writing.clock(last), length(total),
                     email, email, "Presenter"])  # fmt: skip
    if not stays:
        return rows
    rows += [[], ["3. In-Meeting Activities"],
             ["Name", "Join Time", "Leave Time", "Duration", "Email", "Role"]]  # fmt: skip
    rows += [
        [was.name, writing.clock(was.joined), writing.clock(was.left), length(was.seconds),
         was.email, "Organizer" if was.name == people[0].name else "Presenter"]
        for was in people
    ]  # fmt: skip
    return rows


def meet(people: Sequence[Was], writing: Writing | None = None) -> list[list[str]]:
    zone = (writing or Writing()).zone
    rows = [["First name", "Last name", "Email", "Duration", "Time joined", "Time exited"]]
    for was in people:
        first, _, last = was.name.partition(" ")
        came, gone = (f"{each.astimezone(zone):%I:%M:%S %p}" for each in (was.joined, was.left))
        rows.append([first, last, was.email, f"{was.seconds // 60} min", came, gone])
    return rows


def webex(people: Sequence[Was], writing: Writing | None = None) -> list[list[str]]:
    writing = writing or Writing()
    rows = [["Meeting Name", "Meeting Start Time", "Meeting End Time", "Display Name", "First Name",
             "Last Name", "Role", "Attendee Email", "Join Time", "Leave Time",
             "Attendance Duration", "Connection Type"]]  # fmt: skip
    for was in people:
        first, _, last = was.name.partition(" ")
        ends = writing.clock(EVENING + timedelta(minutes=90))
        rows.append(
            ["Wound care, part 2", *(f'="{each}"' for each in (writing.clock(EVENING), ends)),
             was.name, first, last, "Attendee", was.email,
             *(f'="{writing.clock(each)}"' for each in (was.joined, was.left)),
             f"{was.seconds // 60} mins", "Desktop app"]
        )  # fmt: skip
    return rows
