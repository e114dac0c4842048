"""Mails as bytes: what others read in them, and what cannot be smuggled in."""

from __future__ import annotations

import email
from datetime import UTC, datetime
from email import policy
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.invitations import Method
from cpd_desktop.domain.messages.addresses import (
    Address,
    header_line,
    is_plain,
    problem_of_sender,
)
from cpd_desktop.domain.messages.message import Attached
from cpd_desktop.domain.messages.mime import Invite, Letter, frame_of, size_of, whole

if TYPE_CHECKING:
    from email.message import EmailMessage

SHA = "ab" * 32
ANYTHING = st.text(max_size=300)
KNOWN = {"from", "to", "subject", "date", "message-id", "auto-submitted", "mime-version",
         "content-type"}  # fmt: skip


def a_letter(**more: object) -> Letter:
    letter = Letter(
        "<1@northern.example>", Address("ada@northern.example", "Ada"),
        Address("anna@clinic.example", "Anna"), "Subject", "Text\n", "<p>Text</p>",
        datetime(2026, 12, 1, tzinfo=UTC),
    )  # fmt: skip
    return letter._replace(**more)  # type: ignore[arg-type]


def read(letter: Letter, content: bytes = b"") -> EmailMessage:
    mail = whole(frame_of(letter), lambda _: content)
    return email.message_from_bytes(mail, policy=policy.default)


@given(ANYTHING, ANYTHING, ANYTHING)
def test_no_name_or_subject_can_add_a_header_or_end_the_mail(
    name: str, subject: str, text: str
) -> None:
    letter = a_letter(to=Address("anna@clinic.example", name), subject=subject, text=text)
    frame = frame_of(letter)
    assert all(len(line) <= 998 for line in frame.split(b"\r\n"))
    assert b"\n" not in frame.replace(b"\r\n", b"")
    mail = read(letter)
    assert {each.lower() for each in mail.keys()} == KNOWN  # noqa: SIM118 - a mail is no mapping
    (to,) = mail["To"].addresses
    assert to.addr_spec == "anna@clinic.example"


@given(st.binary(max_size=2000))
def test_attached_files_arrive_byte_for_byte(content: bytes) -> None:
    letter = a_letter(attachments=[Attached("Zoë – Wound care.pdf", SHA, len(content))])  # noqa: RUF001
    (attached,) = read(letter, content).iter_attachments()
    assert attached.get_filename() == "Zoë – Wound care.pdf"  # noqa: RUF001 - as people write
    assert attached.get_content() == content


@given(st.lists(st.integers(0, 400), max_size=3))
def test_how_long_a_mail_is_was_known_before_it_was_put_together(sizes: list[int]) -> None:
    letter = a_letter(attachments=[Attached(f"{n}.pdf", SHA[:-3] + f"{n:03}", n) for n in sizes])
    frame = frame_of(letter)
    mail = whole(frame, lambda name: b"x" * int(name[-3:]))
    assert size_of(frame, letter.attachments) == len(mail)


def test_text_and_page_say_what_they_said() -> None:
    letter = a_letter(text="Grüße, Łukasz\n" * 50, html="<p>Grüße = schön</p>" * 50)
    mail = read(letter)
    plain, page = mail.get_body(("plain",)), mail.get_body(("html",))
    assert plain is not None
    assert page is not None
    assert plain.get_content().replace("\r\n", "\n") == letter.text
    assert page.get_content().strip() == letter.html


def test_one_invitation_is_an_alternative_that_calendars_take_up() -> None:
    mail = read(a_letter(invites=[Invite(b"BEGIN:VCALENDAR\r\n", Method.REQUEST)]))
    *_, last = mail.iter_parts()
    assert mail.get_content_type() == "multipart/alternative"
    assert last.get_content_type() == "text/calendar"
    assert last.get_param("method") == "REQUEST"
    assert not list(mail.iter_attachments())


def test_several_invitations_come_as_files() -> None:
    invites = [Invite(b"BEGIN:VCALENDAR\r\n", Method.CANCEL)] * 2
    names = [each.get_filename() for each in read(a_letter(invites=invites)).iter_attachments()]
    assert names == ["session-1.ics", "session-2.ics"]


def test_the_same_letter_gives_the_same_bytes_and_another_file_other_ones() -> None:
    letter, same, other = (
        a_letter(attachments=[Attached("a.pdf", name, 1)]) for name in (SHA, SHA, SHA[::-1])
    )
    assert frame_of(letter) == frame_of(same)
    assert frame_of(letter) != frame_of(other)


def test_news_say_how_to_get_no_more_of_them() -> None:
    mail = read(a_letter(unsubscribe="ada@northern.example"))
    assert mail["List-Unsubscribe"] == "<mailto:ada@northern.example?subject=unsubscribe%201>"
    assert read(a_letter())["List-Unsubscribe"] is None


@given(ANYTHING)
def test_a_header_line_is_one_line(text: str) -> None:
    line = header_line(text)
    assert len(line.splitlines()) <= 1
    assert header_line(line) == line


def test_only_addresses_that_servers_take_as_they_stand_are_plain() -> None:
    assert is_plain("anna.nowak+cpd@xn--strae-oqa.example")
    for odd in ("anna", "a@b", "a b@c.de", '"a b"@c.de', "a@c.de\r\nBcc: x@y.de", "ä@c.de",
                f"{'a' * 65}@c.de", "a..b@c.de", ".a@c.de", "a@-c.de"):  # fmt: skip
        assert not is_plain(odd), odd


def test_mail_from_a_big_provider_must_go_through_its_own_servers() -> None:
    assert "gmail.com" in str(problem_of_sender("ada@gmail.com", "smtp-relay.brevo.com"))
    assert problem_of_sender("ada@gmail.com", "smtp.gmail.com") is None
    assert problem_of_sender("ada@yahoo.co.uk", "smtp.mail.yahoo.com") is None
    assert problem_of_sender("ada@yahoo.co.uk", "notyahoo.com") is not None
    assert problem_of_sender("ada@northern.example", "smtp-relay.brevo.com") is None
