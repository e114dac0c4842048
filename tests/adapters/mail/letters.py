"""Mails of every shape, and what somebody is meant to see in each.

Started as a program it writes them anew below golden/, which is due only when mails are meant to
look different from then on.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from cpd_desktop.domain.invitations import Method
from cpd_desktop.domain.messages.addresses import Address
from cpd_desktop.domain.messages.message import Attached
from cpd_desktop.domain.messages.mime import Invite, Letter, frame_of, whole

if TYPE_CHECKING:
    from collections.abc import Mapping

GOLDEN: Final = Path(__file__).parent / "golden"
ADA: Final = Address("ada@northern.example", "Ada Whitfield")
PDF: Final = b"%PDF-1.7\r\n\0\xff\n." + bytes(range(256)) * 3
PICTURE: Final = b"\x89PNG\r\n\x1a\n"
KEPT: Final = {hashlib.sha256(each).hexdigest(): each for each in (PDF, PICTURE)}
CALENDAR: Final = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1@northern.example\r\n"
    "SUMMARY:Wundversorgung für Pflegende – Łódź\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"  # noqa: RUF001 - as people write
).encode()


def letter(**more: Any) -> Letter:
    """Return a mail like any other, but for this."""
    usual = Letter(
        "<1@northern.example>", ADA, Address("anna@clinic.example", "Anna Nowak"),
        "Your place: Wound care", "Hello Anna,\nyou have a place.\n", "<p>Hello Anna</p>\n",
        datetime(2026, 12, 1, 9, 30, tzinfo=UTC),
    )  # fmt: skip
    return usual._replace(**more)


def file(name: str, content: bytes = PDF, kind: str = "application/pdf") -> Attached:
    """Attach one of the kept files under this name."""
    return Attached(name, hashlib.sha256(content).hexdigest(), len(content), kind)


def written(each: Letter) -> bytes:
    """Return the exact mail."""
    return whole(frame_of(each), KEPT.__getitem__)


@dataclass(frozen=True, slots=True)
class Meant:
    """A mail, and what is to be seen where that is not, letter by letter, what went in."""

    letter: Letter
    seen: Mapping[str, Any] = field(default_factory=dict)


LETTERS: Final[Mapping[str, Meant]] = {
    "plain": Meant(letter()),
    "certificate-de": Meant(
        letter(
            to=Address("zoe@clinic.example", "Zoë Ångström-Łukasiewicz"),
            subject="Ihre Teilnahmebescheinigung: Wundversorgung für Pflegende – Größe & Maß",  # noqa: RUF001 - as people write
            text="Guten Tag Zoë,\n\nanbei Ihre Bescheinigung über 7,5 Punkte.\nGrüße\n",
            html='<p style="color:#123">Anbei Ihre Bescheinigung über 7,5&nbsp;Punkte.</p>\n',
            attachments=[file("Zoë Ångström – Wundversorgung 'Größe' 7.pdf")],  # noqa: RUF001 - as people write
            reply_to="office@northern.example",
        )
    ),
    "invitation": Meant(letter(invites=[Invite(CALENDAR, Method.REQUEST)])),
    "called-off-de": Meant(
        letter(
            subject="Abgesagt: Wundversorgung",
            invites=[Invite(CALENDAR, Method.CANCEL), Invite(CALENDAR, Method.CANCEL)],
            attachments=[
                file("plan.pdf"),
                file("Aufnahme " + "ü" * 90 + ".png", PICTURE, "image/png"),
            ],
        )
    ),
    "far-letters": Meant(
        letter(
            sender=Address("ada@xn--bcher-kva.example", "Bücher, Ada"),
            to=Address("li+cpd@xn--fsqu00a.xn--0zwm56d", "李小龍 عبد الله 🩺"),
            subject="Ваш сертификат 日本語 शहादत 🎓 " * 6,
            text="שלום\nمرحبا\n日本語\n" + "é" * 1500 + "\n",  # noqa: RUF001 - as people write
            html="<p>日本語 🎓</p>\n",
        ),
        {"subject": ("Ваш сертификат 日本語 शहादत 🎓 " * 6).strip()},
    ),
    "news": Meant(letter(subject="News " * 79 + "ends", unsubscribe="ada@northern.example")),
    "hostile": Meant(
        letter(
            to=Address("anna@clinic.example", 'Anna "A"\r\nBcc: all@clinic.example\r\n\r\n<b>,;\\'),
            subject="=?utf-8?q?Free?=\r\nX-Spam: no\u2028\u202etxt.exe\0 (end)",
            text="x" * 1200 + "\n.\n..\nFrom here\n--=_border\n=3D =\n\ttab \n",
            html="<p>" + "y" * 998 + "</p>\n",
            attachments=[file('a"; name="b.exe\r\nX: y\\c.pdf'), file("=?utf-8?q?x?=.pdf")],
        ),
        {
            "to": [['Anna "A" Bcc: all@clinic.example <b>,;\\', "anna@clinic.example"]],
            "subject": "=?utf-8?q?Free?= X-Spam: no txt.exe (end)",
            "files": ["a'; name='b.exe X: y_c.pdf", "=?utf-8?q?x?=.pdf"],
        },
    ),
}


if __name__ == "__main__":
    for name, meant in LETTERS.items():
        (GOLDEN / f"{name}.eml").write_bytes(written(meant.letter))
