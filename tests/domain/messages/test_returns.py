"""What a stranger's mail says of ours, however malformed it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.messages.returns import LARGEST, ReturnKind, read_return

OURS = "<00112233445566778899aabbccddeeff@northern.example>"

DSN = f"""\
From: MAILER-DAEMON@mx.example
To: ada@northern.example
Subject: Undelivered Mail Returned to Sender
Message-ID: <dsn-1@mx.example>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

Sorry.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; anna@clinic.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <anna@clinic.example> no such user

--b
Content-Type: message/rfc822

From: ada@northern.example
Message-ID: {OURS}
Subject: Your certificate

Hello
--b--
"""


def test_a_report_names_our_mail_and_why_it_failed() -> None:
    found = read_return(DSN.encode())
    assert found is not None
    assert found.kind is ReturnKind.BOUNCED
    assert found.about == (OURS,)
    assert (found.source, found.status) == ("<dsn-1@mx.example>", "5.1.1")
    assert found.words == "550 5.1.1 <anna@clinic.example> no such user"


def test_headers_alone_name_our_mail_too() -> None:
    headers = DSN.replace("message/rfc822", "text/rfc822-headers")
    found = read_return(headers.encode())
    assert found is not None
    assert found.about == (OURS,)


@pytest.mark.parametrize(
    ("action", "kind"),
    [("failed", ReturnKind.BOUNCED), ("delayed", ReturnKind.DELAYED), ("delivered", None)],
)
def test_only_what_failed_is_a_bounce(action: str, kind: ReturnKind | None) -> None:
    found = read_return(DSN.replace("Action: failed", f"Action: {action}").encode())
    assert (found.kind if found else None) is kind


def test_an_answer_is_told_from_one_that_a_program_gave() -> None:
    answer = f"From: Anna <anna@clinic.example>\nIn-Reply-To: {OURS}\nSubject: Re: x\n\nThanks"
    found = read_return(answer.encode())
    assert found is not None
    assert (found.kind, found.about) == (ReturnKind.ANSWERED, (OURS,))
    away = read_return(f"Auto-Submitted: auto-replied\n{answer}".encode())
    assert away is not None
    assert away.kind is ReturnKind.AUTOMATIC


def test_only_who_has_our_mail_can_unsubscribe_its_reader() -> None:
    wish = read_return(b"From: x@y.de\nSubject: Unsubscribe 00112233445566778899aabbccddeeff\n\n")
    assert wish is not None
    assert (wish.kind, wish.token) == (ReturnKind.UNSUBSCRIBED, "00112233445566778899aabbccddeeff")
    assert read_return(b"From: x@y.de\nSubject: unsubscribe\n\n") is None


def test_mail_that_is_none_of_ours_says_nothing() -> None:
    assert read_return(b"From: shop@example.org\nSubject: Sale\n\nBuy") is None


@pytest.mark.parametrize(
    "hostile",
    [
        b"x" * (LARGEST + 1),
        b"Content-Type: multipart/mixed; boundary=a\n\n--a\n" * 5000,
        b"Content-Type: multipart/report; boundary=a\n\n--a\nContent-Type: message/rfc822\n\n" * 40,
        DSN.encode().replace(b"Status: 5.1.1", b"Status: =?bad?q?=ff?="),
        DSN.encode().replace(b"message/delivery-status", b"message/delivery-status; charset=\xff"),
        b"Subject: =?utf-99?b?//8=?=\nIn-Reply-To: <\xff@x>\n\n",
        b"\x00\xff" * 100,
    ],
)
def test_what_is_made_to_break_us_does_not(hostile: bytes) -> None:
    found = read_return(hostile)
    assert found is None or found.kind in ReturnKind


LINES = st.lists(
    st.sampled_from([*DSN.encode().splitlines(), b"", b"--b", b"--b--", b"\xff\x00: =?x?b?y?="])
    | st.binary(max_size=40),
    max_size=60,
)


@given(LINES)
def test_any_jumble_of_lines_is_read_or_left(lines: list[bytes]) -> None:
    found = read_return(b"\r\n".join(lines))
    if found is not None:
        assert "\n" not in found.words + found.status + found.source
        assert all(each.startswith("<") and each.endswith(">") for each in found.about)
