"""What a report must not tell, and what it must not lose."""

from __future__ import annotations

import base64
import random
import string
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.redaction import redacted

WORDS = st.sampled_from(
    [
        "the event starts at 09:30",
        "3 people joined",
        "",
        "GET /v2/users 200",
        "Basic training",
        "(ok)",
    ]
)
PLAIN = string.ascii_letters + string.digits
SECRET = st.text(PLAIN + "!$%*+-._~,;", min_size=9, max_size=40).map(lambda text: f"Q7{text}")
KEYS = st.sampled_from(
    [
        "token",
        "access_token",
        "refresh-token",
        "ZOOM_CLIENT_SECRET",
        "clientSecret",
        "password",
        "Passphrase",
        "pwd",
        "passcode",
        "api_key",
        "apiKey",
        "X-Api-Key",
        "authorization",
        "Cookie",
        "set-cookie",
        "code",
        "state",
        "auth_code",
        "device_code",
        "tk",
        "zak",
        "code_verifier",
    ]
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("mail to jane.doe+cpd@mail.example.co.uk failed", "mail to j…@….uk failed"),
        ("<jane@example.org>, 'Ann@Example.COM'.", "<j…@….org>, 'A…@….COM'."),
        ("jane@example.org.", "j…@….org."),
        ('"jane doe"@example.org wrote', "j…@….org wrote"),
        ("?mail=jane%40example.org&n=1", "?mail=j…&n=1"),
        ("root@localhost", "r…@….localhost"),
        ("jane@10.0.0.1", "j…@….1"),
        ("a@b.org,c@d.com;e@f.net", "a…@….org,c…@….com;e…@….net"),
        ("Authorization: Bearer abc.def", "Authorization: …"),
        ("{'Authorization': 'Basic dXNlcjpwYXNz', 'n': 1}", "{'Authorization': '…', 'n': 1}"),
        ("sent Bearer abc123def456", "sent Bearer …"),
        ("sent basic dXNlcjpwYXNz", "sent basic …"),
        ('{"password": "hun \\"ter 2", "n": 1}', '{"password": "…", "n": 1}'),
        (
            '"{\\"password\\": \\"hun ter\\", \\"n\\": 1}"',
            '"{\\"password\\": \\"…\\", \\"n\\": 1}"',
        ),
        ('{"url":"https://x.y/?code=abc","password":"hun ter"}', '{"url":"https://x.y/?code=…'),
        ("('client_secret', 'abc'), ('n', 1)", "('client_secret', '…'), ('n', 1)"),
        ("password = b'hun ter'", "password = b'…'"),
        ("password: 'cut off in the mid", "password: '…"),
        ("https://jane:pw@host.org/a?b=1", "https://…@host.org/a?b=1"),
        ("https://zoom.us/j/93812345678?pwd=aB.1&n=2", "https://zoom.us/j/93812345678?pwd=…&n=2"),
        ("https://zoom.us/w/9?tk=a-_b&zak=c", "https://zoom.us/w/9?tk=…&zak=…"),
        ("back=http%3A%2F%2Fx%3Ftoken%3Dabc", "back=http%3A%2F%2Fx%3Ftoken%3D…"),
        ("key sk_live_51Habc and whsec_a+b/c=", "key sk_live_… and whsec_…"),
        ("pk_test_1a rk_live_2b pi_3a_secret_4b", "pk_test_… rk_live_… pi_3a_secret_…"),
        ("got eyJhbGciOi.eyJzdWIi.SflKxw now", "got … now"),
        ("/home/jane/CPD /Users/jane/x", "/home/…/CPD /Users/…/x"),
        (r"C:\Users\Jane Doe\CPD and c:/users/jane/x", r"C:\Users\…\CPD and c:/users/…/x"),
        ("'C:\\\\Users\\\\jane\\\\CPD'", "'C:\\\\Users\\\\…\\\\CPD'"),
        ("Cookie: a=b; c=d\r\nHost: x", "Cookie: …\r\nHost: x"),
        (r"b'Cookie: a=b; c=d\r\nHost: x'", r"b'Cookie: …\r\nHost: x'"),
        ("-----BEGIN PRIVATE KEY-----\nab\n-----END PRIVATE KEY----- end", "… end"),
    ],
)
def test_what_belongs_to_somebody_is_hidden(text: str, shown: str) -> None:
    assert redacted(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "The session on 2026-11-21 from 09:30 to 11:00 (Europe/London, +00:00) was saved.",
        "2026-11-21T10:54:15.123+00:00 INFO 4711 cpd_desktop.store.events: kept E-3F7K in 12 ms",
        "Basic training on Monday, basic life-support, Basic 2026 course, the bearer of news",
        "status_code=404 exit_code: 3 state: open, error code: 12, postal_code=12345",
        "The token expired; sign in again. The password is wrong. No cookie was set.",
        "Secretary: Ann Lee",
        "Zoom meeting 938 1234 5678, uuid 123e4567-e89b-12d3-a456-426614174000",
        "3 @ 5 each, @dataclass, meet @ noon, 3@5",
        'File "/opt/cpd/lib/python3.11/site-packages/PySide6/QtWidgets/__init__.py", line 12, in f',
        "test_a_locked_keychain_asks_to_sign_in_when_nobody_answers",
        "-" * 80,
        "=" * 80,
        "AbstractItemViewSelectionBehaviorChanged was emitted by the window",
        "Grüße an Zoë, 你好, 🙂 1/2 100 % of 28 certificates",
        "https://zoom.us/j/93812345678?n=2#top",
    ],
)
def test_ordinary_lines_stay_as_they_are(text: str) -> None:
    assert redacted(text) == text


@given(WORDS, KEYS, st.sampled_from(["{}={}", "{}={}&n=1", "?{}={} x", '{{"{}": "{}"}}']), SECRET)
def test_a_value_whose_key_says_secret_never_survives(
    before: str, key: str, form: str, secret: str
) -> None:
    assert secret[2:] not in redacted(f"{before} {form.format(key, secret)} after")


@given(
    st.sampled_from(
        ["token", "client_secret", "password", "passphrase", "api-key", "Authorization"]
    ),
    st.sampled_from(["{}: {}", "{} = {}", "'{}': '{}'", "('{}', '{}')", '\\"{}\\":\\"{}\\"']),
    SECRET,
)
def test_nor_does_one_written_another_way(key: str, form: str, secret: str) -> None:
    assert secret[2:] not in redacted(f"at 09:30 {form.format(key, secret)}")


@given(
    WORDS,
    st.text(PLAIN + "._+-'!#$%*^~éж", min_size=4, max_size=30).map(lambda text: f"q{text}q7"),
    st.sampled_from(["example.org", "mail.example.co.uk", "bücher.example", "localhost"]),
    st.sampled_from(["{}", "<{}>", '"{}"', "mailto:{}", "to={},", "…{}", "{}."]),
)
def test_an_address_never_survives(before: str, person: str, domain: str, form: str) -> None:
    shown = redacted(f"{before} {form.format(f'{person}@{domain}')} after")
    assert person.rpartition("'")[2] not in shown
    assert f"@{domain}" not in shown


@given(st.text(PLAIN, min_size=31, max_size=90), st.sampled_from("0123456789"), WORDS)
def test_a_long_mixed_run_never_survives(run: str, digit: str, around: str) -> None:
    planted = f"x{run}{digit}"
    assert planted not in redacted(f"{around} {planted} {around}")


@pytest.mark.parametrize("seed", range(200))
def test_random_keys_never_survive_in_any_coding(seed: int) -> None:
    raw = random.Random(seed).randbytes(32)  # noqa: S311 - the same sample every time
    for coded in (
        base64.b64encode(raw).decode(),
        base64.urlsafe_b64encode(raw).decode(),
        raw.hex(),
    ):
        assert redacted(f"key {coded} end") == "key … end"


# fmt: off
SEAMS = [
    "=", ":", ": ", " ", '"', "'", "\\", '\\"', "@", ".", "…", ",", "\n", "&", "%3d", "%40",
    "://", "/home/", "C:\\Users\\", "Bearer ", "basic ", "eyJhbGciOiJI", "sk_live_", "a@b.c",
    "A1b2A1b2A1b2A1b2A1b2A1b2A1b2A1b2", "dXNlcjpwYXNz", "=>",
    "-----BEGIN PRIVATE KEY-----", "/", "-", "_", "b'",
]
HOSTILE = [
    "a", "@", "a@", "a@b.", "token", "token=", "token:", "token ", "code=", "code_", "auth_", "=",
    '"', 'token="', "token:'\\", "\\", '\\"', "'token',", "eyJ", "eyJhbGciOi.", "://", "://a:",
    "/home/", "C:\\Users\\", "/home/a b", "Bearer ", "basic a", "cookie:", "cookie: a\\",
    "sk_live_", "A1", "aA/", "%40", "a%40", "-----BEGIN PRIVATE KEY-----", "-----BEGIN A", '"a"@',
    "a-", "a1_", " ",
]
# fmt: on
FRAGMENTS = st.lists(st.one_of(KEYS, st.sampled_from(SEAMS), st.text(max_size=6)), max_size=14).map(
    "".join
)


@given(FRAGMENTS)
def test_hiding_twice_is_hiding_once(text: str) -> None:
    once = redacted(text)
    assert redacted(once) == once


@given(st.text())
def test_any_text_can_be_shown(text: str) -> None:
    assert isinstance(redacted(text), str)


@pytest.mark.slow
@pytest.mark.parametrize("seed", HOSTILE)
def test_a_line_ten_times_as_long_takes_about_ten_times_as_long(seed: str) -> None:
    def cost(size: int) -> float:
        text = (seed * (size // len(seed) + 1))[:size]
        began = time.process_time()
        redacted(text)
        return time.process_time() - began

    assert cost(1_000_000) < 30 * max(cost(100_000) for _ in range(2))
