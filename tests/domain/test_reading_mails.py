"""What is shown of a mail is what went out."""

from __future__ import annotations

from datetime import UTC, datetime

from cpd_desktop.domain.messages.addresses import Address
from cpd_desktop.domain.messages.message import Attached
from cpd_desktop.domain.messages.mime import Letter, frame_of, whole
from cpd_desktop.domain.messages.reading import read_mail

FILE = b"%PDF-1.7 of Zoe"
LETTER = Letter(
    "<1@northern.example>",
    Address("ada@northern.example", "Ada Whitfield"),
    Address("zoe@clinic.example", "Zoë Ångström"),
    "Your certificate, Zoë",
    "Hello Zoë",
    "<p>Hello <b>Zoë</b></p>",
    datetime(2026, 11, 21, 9, tzinfo=UTC),
    attachments=[Attached("Zoë.pdf", "a" * 64, len(FILE))],
)


def test_a_mail_is_read_as_it_was_written() -> None:
    read = read_mail(whole(frame_of(LETTER), lambda _name: FILE))
    headers = dict(read.headers)
    assert headers["Subject"] == "Your certificate, Zoë"
    assert headers["Message-ID"] == "<1@northern.example>"
    assert read.text.strip() == "Hello Zoë"
    assert "<b>Zoë</b>" in read.html
    assert [(each.name, each.content) for each in read.files] == [("Zoë.pdf", FILE)]
    assert read.source.startswith("From: ")


def test_what_is_no_mail_is_shown_as_it_is() -> None:
    read = read_mail(b"\xff nothing like a mail")
    assert read.html == ""
    assert read.files == ()
    assert "nothing like a mail" in read.source
