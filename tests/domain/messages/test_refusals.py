from __future__ import annotations

import pytest

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.messages.accounts import AccountDraft, AccountKind, Tls
from cpd_desktop.domain.messages.refusals import of_login, of_message, server_words

APP = "534-5.7.9 Application-specific password required"
BASIC = "535 5.7.139 Authentication unsuccessful, basic authentication is disabled"


@pytest.mark.parametrize(
    ("server", "answer", "words"),
    [
        ("smtp.gmail.com", APP, "wants an app password"),
        ("smtp.office365.com", BASIC, "takes no passwords any more"),
        ("smtp.example.org", "535 Wrong", "refused user or password"),
    ],
)
def test_a_refused_sign_in_says_what_to_do(server: str, answer: str, words: str) -> None:
    assert words in str(of_login(server, answer))


@pytest.mark.parametrize(
    ("code", "answer", "words"),
    [
        (550, "5.7.60 does not have permissions to send as this sender", "send as"),
        (550, "5.7.1 relaying denied", "does not pass on mail"),
        (552, "5.3.4 Message size exceeds fixed limit", "too large"),
        (550, "5.1.1 The email account that you tried to reach does not exist", "no such mailbox"),
        (451, "4.3.0 Something", "cannot take it now"),
        (554, "Something", "refused it"),
    ],
)
def test_a_refused_message_says_why(code: int, answer: str, words: str) -> None:
    says = str(of_message("smtp.example.org", code, answer, "ada@northern.example"))
    assert words in says
    assert answer in says


def test_whatever_a_server_says_is_one_short_line() -> None:
    said = server_words(b"no\xff\r\n\x1b[31mway " * 500)
    assert len(said) <= 300
    assert "\x1b" not in said
    assert "\n" not in said


def problems(**more: object) -> set[str]:
    values = {"name": "N", "sender": "ada@northern.example", "host": "smtp.example.org"}
    return set(AccountDraft(**{**values, **more}).problems())  # type: ignore[arg-type]


def test_what_cannot_be_of_an_account_is_named_field_by_field() -> None:
    assert problems() == set()
    assert problems(name=" ") == {"name"}
    assert problems(sender="ada") == {"sender"}
    assert problems(host="smtp example") == {"host"}
    assert problems(port=0) == {"port"}
    assert problems(tls=Tls.NONE, user="ada") == {"tls"}
    assert problems(kind=AccountKind.FOLDER) == {"folder"}
    assert problems(sender="ada@gmail.com") == {"sender"}
    with pytest.raises(Invalid, match="may only go out through"):
        AccountDraft("N", "ada@gmail.com", host="smtp.example.org").require_valid()
